/**
 * Real boundaries, where the data is present: the police beats of Chicago (an exact partition) and
 * the neighbourhood councils of Los Angeles (overlaps and gaps), with 10,000 real case points.
 */
import { existsSync, readFileSync } from "node:fs"
import { Id } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { type Area, GridLocator } from "../src/index.ts"
import { aTown, seeded } from "./aTownMap.ts"

const data = (name: string): URL => new URL(`../../../../../shared/data/${name}`, import.meta.url)
const files = ["chicago_police_nested.geojson", "la_nc_nested.geojson", "la311_2020jan.csv"]
const isThere = files.every((name) => existsSync(data(name)))

interface Feature {
  readonly properties: { readonly level: string; readonly code: string; readonly parent: string }
  readonly geometry:
    | { readonly type: "Polygon"; readonly coordinates: Area.Polygon }
    | { readonly type: "MultiPolygon"; readonly coordinates: ReadonlyArray<Area.Polygon> }
}

const featuresOf = (name: string, level: string): ReadonlyArray<Feature> => {
  const { features }: { features: ReadonlyArray<Feature> } = JSON.parse(
    readFileSync(data(name), "utf8")
  )
  return features.filter((feature) => feature.properties.level === level)
}
const areasOf = (features: ReadonlyArray<Feature>): ReadonlyArray<Area.Area> =>
  features.map(({ properties, geometry }) => ({
    gridId: Id.make(properties.code),
    polygons: geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
  }))
const locatorOf = (
  areas: ReadonlyArray<Area.Area>,
  outline: ReadonlyArray<Area.Area>
): GridLocator.GridLocator<"WGS-84"> => {
  const made = GridLocator.make(
    { datum: "WGS-84", areas },
    { outline: { datum: "WGS-84", areas: outline } }
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems.slice(0, 5)))
  return made.locator
}
const countKinds = (kinds: Iterable<string>): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

describe("levels that nest", () => {
  /** Every place of one level is in the parent of its grid, on all levels above. */
  const checkNesting = (
    levels: ReadonlyArray<ReadonlyArray<Area.Area>>,
    parentOf: ReadonlyMap<string, string>,
    count: number
  ): Readonly<Record<string, number>> => {
    const outline = levels.at(-1)!
    const locators = levels.map((level) => locatorOf(level, outline))
    const { west, south, east, north } = locators[0]!.raster
    const random = seeded(20_261_122)
    const kinds: Array<string> = []
    const strays: Array<unknown> = []
    for (let at = 0; at < count; at++) {
      const longitude = west + random() * (east - west)
      const latitude = south + random() * (north - south)
      const answers = locators.map((locator) =>
        GridLocator.locate(locator, { datum: "WGS-84", longitude, latitude })
      )
      const isNested = answers.every((answer, level) => {
        const below = answers[level - 1] ?? answer
        if (answer.kind !== "Found" || below.kind !== "Found") return answer.kind === below.kind
        return answer === below || answer.gridId === parentOf.get(below.gridId)
      })
      if (!isNested) strays.push({ longitude, latitude, answers })
      kinds.push(answers[0]!.kind)
    }
    expect(strays).toEqual([])
    return countKinds(kinds)
  }

  it("agree in a generated town: a grid's community has the places of the grid", () => {
    const grids = aTown({ seed: 5, columns: 6, rows: 6, between: 3 })
    const parentOf = new Map(grids.map(({ gridId }, at) => [gridId, `c-${at % 3}`]))
    const communities = [0, 1, 2].map(
      (community): Area.Area => ({
        gridId: Id.make(`c-${community}`),
        polygons: grids.filter((_, at) => at % 3 === community).flatMap(({ polygons }) => polygons)
      })
    )
    const counts = checkNesting([grids, communities], parentOf, 2000)
    expect(Object.keys(counts).sort()).toEqual(["Found", "Outside"])
  })

  it.skipIf(!isThere)("agree in Chicago (skipped where ../shared/data is absent)", () => {
    const levels = ["beat", "sector", "district", "city"].map((level) =>
      featuresOf(files[0]!, level)
    )
    const parentOf = new Map(
      levels.flat().map(({ properties }) => [properties.code, properties.parent])
    )
    const counts = checkNesting(levels.map(areasOf), parentOf, 20_000)
    expect(counts).toEqual({ Found: expect.any(Number), Outside: expect.any(Number) })
    expect(counts.Found).toBeGreaterThan(8000)
  })
})

describe("councils that overlap and leave gaps", () => {
  /** Grids of a town of which every third also claims its eastern neighbour's western part. */
  const contested = (): ReadonlyArray<Area.Area> => {
    const box = (west: number, south: number, east: number, north: number): Area.Ring => [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south]
    ]
    return Array.from({ length: 9 }, (_, at): Area.Area => {
      const [x, y] = [at % 3, Math.floor(at / 3)]
      return {
        gridId: Id.make(`n-${at}`),
        polygons: [[box(x, y, x + (at % 3 ? 0.9 : 1.2), y + 1)]]
      }
    })
  }

  it("are answered as they are: one grid, all candidates, a gap, outside", () => {
    const areas = contested()
    const outline: Area.Area = {
      gridId: Id.make("town"),
      polygons: [
        [
          [
            [0, 0],
            [3, 0],
            [3, 3],
            [0, 3],
            [0, 0]
          ]
        ]
      ]
    }
    const locator = locatorOf(areas, [outline])
    const kinds = [0.5, 1.1, 1.5, 1.95, 2.95, 3.1].map(
      (longitude) => GridLocator.locate(locator, { datum: "WGS-84", longitude, latitude: 1.5 }).kind
    )
    expect(kinds).toEqual(["Found", "InOverlap", "Found", "InGap", "InGap", "Outside"])
  })

  it.skipIf(!isThere)(
    "place 10,000 real cases of Los Angeles as their file does (skipped where ../shared/data is absent)",
    () => {
      const given = areasOf(featuresOf(files[1]!, "nc"))
      const made = GridLocator.make({ datum: "WGS-84", areas: given })
      // One hole in the file is a line there and back; it has no land, so leaving it out is exact.
      expect(made.ok ? [] : made.problems).toEqual([
        { code: "ShortRing", subject: "67/polygons/0/1", found: 3, expected: 4 }
      ])
      const councils = given.map(
        ({ gridId, polygons }): Area.Area => ({
          gridId,
          polygons: polygons.map((rings) => rings.filter((ring) => ring.length >= 4))
        })
      )
      // The regions without their holes: what lies in a hole is a gap between councils.
      const regions = areasOf(featuresOf(files[1]!, "region")).map(
        ({ gridId, polygons }): Area.Area => ({
          gridId,
          polygons: polygons.map((rings) => rings.slice(0, 1))
        })
      )
      const locator = locatorOf(councils, regions)
      const [head, ...rows] = readFileSync(data(files[2]!), "utf8").trim().split("\n")
      const names = head!.split(",")
      const [lat, lon, nc] = ["lat", "lon", "nc"].map((name) => names.indexOf(name))
      const classes = rows.map((row) => {
        // Only columns before the quoted ones differ in count; none of these three is quoted.
        const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ""))
        const [latitude, longitude, code] = [cells[lat!]!, cells[lon!]!, cells[nc!]!]
        if (latitude === "" || longitude === "" || code === "") return "lacks point or nc"
        const answer = GridLocator.locate(locator, {
          datum: "WGS-84",
          longitude: Number(longitude),
          latitude: Number(latitude)
        })
        const own = String(Number(code))
        if (answer.kind === "Found") return answer.gridId === own ? "agrees" : "another council"
        if (answer.kind !== "InOverlap") return answer.kind
        return answer.gridIds.some((id) => id === own) ? "overlap with it" : "overlap without it"
      })
      const counts = countKinds(classes)
      console.log("Los Angeles, 10,000 cases:", JSON.stringify(counts))
      expect(rows.length).toBe(10_000)
      expect(counts.agrees! + counts["overlap with it"]!).toBeGreaterThanOrEqual(9817)
      expect(counts["another council"]).toBe(33)
      expect(counts["overlap with it"]! + (counts["overlap without it"] ?? 0)).toBe(19)
      expect(counts.InGap! + counts.Outside!).toBe(112)
      expect(counts["lacks point or nc"]).toBe(38)
    }
  )
})
