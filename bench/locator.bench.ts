/**
 * The bench of `GridLocator`: building the index and finding a million random points, beside
 * which-polygon and beside a linear scan with Turf's point-in-polygon, on the police beats of
 * Chicago (where ../shared/data has them; else a generated town of as many grids, which the lines
 * then name) and on a generated town of 10,000 irregular grids. The tools alternate in one process,
 * in turned order every round; times are wall times, ratios are medians of the rounds' own ratios
 * (others to ours: above 1, ours takes less). The first build of a process is measured in fresh
 * ones. The scan sees a few points only, and its time is per point. All tools must give the same
 * answers. With `--smoke` it runs on a small town with few points.
 *
 *     npm run bench -- locator [--rounds N] [--points N] [--between N] [--smoke]
 */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon"
import { Id } from "@wangge/facts"
import { type Area, GridLocator } from "@wangge/grid"
// @ts-expect-error It ships no types; the two that are used are stated below.
import untypedWhichPolygon from "which-polygon"
import { median } from "./Measuring.ts"
import { generator, townAreas } from "./models/TownModels.ts"

interface Feature {
  readonly type: "Feature"
  readonly properties: { readonly gridId: string }
  readonly geometry: {
    readonly type: "MultiPolygon"
    readonly coordinates: Array<Array<Array<Array<number>>>>
  }
}
interface Collection {
  readonly features: ReadonlyArray<Feature>
}
type Query = (place: ReadonlyArray<number>) => Feature["properties"] | null
const whichPolygon: (data: Collection) => Query = untypedWhichPolygon

interface Town {
  readonly name: string
  readonly areas: ReadonlyArray<Area.Area>
  readonly collection: Collection
}

interface Places {
  readonly points: ReadonlyArray<Area.Point<"WGS-84">>
  readonly pairs: ReadonlyArray<ReadonlyArray<number>>
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
}

const print = (line: object): void => console.log(JSON.stringify({ bench: "locator", ...line }))

const townOf = (name: string, areas: ReadonlyArray<Area.Area>): Town => ({
  name,
  areas,
  collection: {
    features: areas.map(({ gridId, polygons }) => ({
      type: "Feature",
      properties: { gridId },
      geometry: {
        type: "MultiPolygon",
        coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])))
      }
    }))
  }
})

const generated = (side: number, between: number): Town =>
  townOf(`generated, ${side * side} grids, ${between} positions a side`, townAreas(side, between))

/** The beats of Chicago, or a generated town of about as many grids and positions. */
const chicago = (): Town => {
  const file = new URL("../../shared/data/chicago_police_nested.geojson", import.meta.url)
  if (!existsSync(file)) {
    const town = generated(16, 64)
    return { ...town, name: `substitute for Chicago's beats: ${town.name}` }
  }
  const {
    features
  }: {
    features: ReadonlyArray<{
      properties: { level: string; code: string }
      geometry:
        | { type: "Polygon"; coordinates: Area.Polygon }
        | { type: "MultiPolygon"; coordinates: ReadonlyArray<Area.Polygon> }
    }>
  } = JSON.parse(readFileSync(file, "utf8"))
  const beats = features.filter(({ properties }) => properties.level === "beat")
  return townOf(
    "Chicago, police beats",
    beats.map(({ properties, geometry }) => ({
      gridId: Id.make(properties.code),
      polygons: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
    }))
  )
}

const build = (town: Town): GridLocator.GridLocator<"WGS-84"> => {
  const made = GridLocator.make({ datum: "WGS-84", areas: town.areas })
  if (!made.ok) throw new Error(JSON.stringify(made.problems[0]))
  return made.locator
}

/** Random places in the box of all areas. */
const placesIn = ({ areas }: Town, count: number, seed: number): Places => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude, latitude] of areas.flatMap(({ polygons }) => polygons.flat(2))) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  const random = generator(seed)
  const longitudes = Float64Array.from({ length: count }, () => west + random() * (east - west))
  const latitudes = Float64Array.from({ length: count }, () => south + random() * (north - south))
  const points: Array<Area.Point<"WGS-84">> = []
  const pairs: Array<ReadonlyArray<number>> = []
  for (let at = 0; at < count; at++) {
    const [longitude, latitude] = [longitudes[at]!, latitudes[at]!]
    points.push({ datum: "WGS-84", longitude, latitude })
    pairs.push([longitude, latitude])
  }
  return { points, pairs, longitudes, latitudes }
}

const round = (value: number): number => Number(value.toPrecision(4))

type Tools = Readonly<Record<string, () => number>>
type Times = Readonly<Record<string, ReadonlyArray<number>>>

/** Milliseconds of every tool in every round; what a tool returns must be the same every time. */
const race = (tools: Tools, rounds: number): Times => {
  const times: Record<string, Array<number>> = {}
  const answers: Record<string, number> = {}
  for (let at = 0; at < rounds; at++) {
    const names = Object.keys(tools)
    for (const name of at % 2 === 0 ? names : names.reverse()) {
      const start = performance.now()
      const answer = tools[name]!()
      const time = performance.now() - start
      answers[name] = answers[name] ?? answer
      if (answers[name] !== answer) throw new Error(`${name} changes its answers`)
      times[name] = [...(times[name] ?? []), time]
    }
  }
  return times
}

const printRace = (
  town: Town,
  result: string,
  unit: string,
  perUnit: number,
  times: Times
): void => {
  for (const [tool, all] of Object.entries(times)) {
    print({ result, map: town.name, tool, [unit]: round(median(all) / perUnit) })
  }
}

const printRatio = (
  town: Town,
  result: string,
  others: ReadonlyArray<number>,
  ours: ReadonlyArray<number>
): void => {
  const ratios = others.map((time, at) => time / ours[at]!)
  print({
    result,
    map: town.name,
    medianRatio: round(median(ratios)),
    ratios: ratios.map((ratio) => Number(ratio.toFixed(2)))
  })
}

/** How many places are in a grid; the id is taken from every answer, as every caller does. */
const locateAll = (
  locator: GridLocator.GridLocator<"WGS-84">,
  { points }: Pick<Places, "points">
): number => {
  let count = 0
  let last = ""
  for (let at = 0; at < points.length; at++) {
    const answer = GridLocator.locate(locator, points[at]!)
    if (answer.kind !== "Found") continue
    count += 1
    last = answer.gridId
  }
  return last === "" ? 0 : count
}

const queryAll = (query: Query, pairs: Places["pairs"]): number => {
  let count = 0
  let last = ""
  for (let at = 0; at < pairs.length; at++) {
    const answer = query(pairs[at]!)
    if (answer === null) continue
    count += 1
    last = answer.gridId
  }
  return last === "" ? 0 : count
}

/** Whether the three ways of asking name the same grid for every place. */
const compareAnswers = (town: Town, places: Places, out: Int32Array): void => {
  const locator = build(town)
  const query = whichPolygon(town.collection)
  let differing = 0
  for (const [at, point] of places.points.entries()) {
    const answer = GridLocator.locate(locator, point)
    const ours = answer.kind === "Found" ? answer.gridId : undefined
    const index = locator.gridIds[out[at]!]
    const theirs = query(places.pairs[at]!)?.gridId
    if (ours !== index || (theirs !== ours && !(answer.kind === "Found" && answer.isOnBorder)))
      differing++
  }
  print({ result: "answers", map: town.name, points: places.points.length, differing })
  if (differing > 0) process.exitCode = 1
}

const raceBuilds = (town: Town, rounds: number): void => {
  const times = race(
    {
      wangge: () => build(town).gridIds.length,
      "which-polygon": () => whichPolygon(town.collection).length
    },
    rounds
  )
  printRace(town, "build", "ms", 1, times)
  printRatio(town, "build, which-polygon to wangge", times["which-polygon"]!, times.wangge!)
}

const racePoints = (town: Town, count: number, rounds: number): void => {
  const places = placesIn(town, count, 7)
  const locator = build(town)
  const query = whichPolygon(town.collection)
  const out = new Int32Array(count)
  const times = race(
    {
      "wangge locate": () => locateAll(locator, places),
      "wangge indicesAt": () => {
        GridLocator.indicesAt(locator, places.longitudes, places.latitudes, out)
        return out[count - 1]!
      },
      "which-polygon": () => queryAll(query, places.pairs)
    },
    rounds
  )
  printRace(town, `${count} random points`, "nsPerPoint", count / 1e6, times)
  const others = times["which-polygon"]!
  printRatio(town, "points, which-polygon to wangge locate", others, times["wangge locate"]!)
  printRatio(town, "points, which-polygon to wangge indicesAt", others, times["wangge indicesAt"]!)
  compareAnswers(town, places, out)
}

/** The scan stops at the first hit, as `Array.find` does; it is asked a few points of the million. */
const raceScan = (town: Town, count: number, rounds: number): void => {
  const places = placesIn(town, count, 8)
  const locator = build(town)
  const { features } = town.collection
  const repeats = 200
  const times = race(
    {
      wangge: () => {
        let sum = 0
        for (let at = 0; at < repeats; at++) sum += locateAll(locator, places)
        return sum / repeats
      },
      "turf scan": () => {
        let sum = 0
        for (const pair of places.pairs) {
          const found = features.find((feature) => booleanPointInPolygon([...pair], feature))
          if (found !== undefined) sum += 1
        }
        return sum
      }
    },
    rounds
  )
  const ours = times.wangge!.map((time) => time / repeats)
  const note = `a sample of ${count} points; wangge ${repeats} times over, so from a warm cache`
  print({
    result: "scan",
    map: town.name,
    note,
    nsPerPointOfScan: round((median(times["turf scan"]!) / count) * 1e6)
  })
  printRatio(town, "points, turf scan to wangge locate", times["turf scan"]!, ours)
}

/** Bytes held by an index, beside the areas it was built from (which both tools refer to). */
const bytesOf = (make: () => unknown): number => {
  setFlagsFromString("--expose-gc")
  const collectGarbage: () => void = runInNewContext("gc")
  const held = (): number => {
    collectGarbage()
    collectGarbage()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = held()
  const kept = [make()]
  const after = held()
  return kept.length * (after - before)
}

/** First builds, each in a fresh process. */
const coldBuilds = (side: number, between: number, rounds: number): void => {
  const run = (tool: string): number => {
    const child = spawnSync(
      process.execPath,
      [
        "--conditions=@wangge/source",
        fileURLToPath(import.meta.url),
        "--cold",
        `${tool},${side},${between}`
      ],
      { encoding: "utf8" }
    )
    if (child.status !== 0) throw new Error(`The first build by ${tool} failed: ${child.stderr}`)
    return JSON.parse(child.stdout).ms
  }
  const ours: Array<number> = []
  const theirs: Array<number> = []
  for (let at = 0; at < rounds; at++) {
    if (at % 2 === 0) ours.push(run("wangge"))
    theirs.push(run("which-polygon"))
    if (at % 2 === 1) ours.push(run("wangge"))
  }
  const town = generated(1, between)
  const named = { ...town, name: town.name.replace("1 grids", `${side * side} grids`) }
  printRace(named, "first build of a process", "ms", 1, { wangge: ours, "which-polygon": theirs })
  printRatio(named, "first build, which-polygon to wangge", theirs, ours)
}

const cold = (text: string): void => {
  const [tool, side, between] = text.split(",")
  const town = generated(Number(side), Number(between))
  const start = performance.now()
  const kept = tool === "wangge" ? build(town) : whichPolygon(town.collection)
  print({ tool, ms: performance.now() - start, isBuilt: kept !== undefined })
}

const benchTown = (town: Town, count: number, rounds: number, scanned: number): void => {
  const positions = town.areas.flatMap(({ polygons }) => polygons.flat(2)).length
  print({ result: "map", map: town.name, grids: town.areas.length, positions })
  raceBuilds(town, 3 * rounds)
  for (const [tool, make] of Object.entries({
    wangge: () => build(town),
    "which-polygon": () => whichPolygon(town.collection)
  })) {
    print({ result: "memory", map: town.name, tool, megabytes: round(bytesOf(make) / 1e6) })
  }
  racePoints(town, count, rounds)
  raceScan(town, scanned, rounds)
}

const main = (): void => {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "9" },
      points: { type: "string", default: "1000000" },
      between: { type: "string", default: "3" },
      smoke: { type: "boolean", default: false },
      cold: { type: "string" }
    }
  })
  if (values.cold !== undefined) {
    cold(values.cold)
    return
  }
  const [rounds, points, between] = [values.rounds, values.points, values.between].map(Number)
  if (
    ![rounds, points].every((value) => Number.isSafeInteger(value) && value! >= 1) ||
    !(between! >= 0)
  ) {
    console.error("--rounds and --points are whole numbers from 1, --between one from 0")
    process.exit(2)
  }
  if (values.smoke) {
    benchTown(generated(8, between!), 2000, 1, 10)
    return
  }
  benchTown(chicago(), points!, rounds!, 50)
  benchTown(generated(100, between!), points!, rounds!, 50)
  coldBuilds(100, between!, rounds!)
}

main()
