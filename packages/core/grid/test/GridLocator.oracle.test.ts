/**
 * The locator against a slow oracle: point-in-polygon-hao over every polygon of every area, and the
 * tie rule in its plainest form. Places are chosen where it is hard: on vertices, on the middle of
 * edges, level with vertices, on the lattice that all shapes share.
 */
import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import pointInPolygon from "point-in-polygon-hao"
import { describe, expect, it } from "vitest"
import { type Area, GridLocation, GridLocator } from "../src/index.ts"
import { aTown, seeded } from "./aTownMap.ts"

type Shape = ReadonlyArray<Area.Position>
interface Frame {
  readonly scale: number
  readonly turn: readonly [number, number]
  readonly origin: Area.Position
}

const statesOf = (areas: ReadonlyArray<Area.Area>, [x, y]: Area.Position) => {
  const inside: Array<string> = []
  const border: Array<string> = []
  for (const { gridId, polygons } of areas) {
    const states = polygons.map((polygon) =>
      pointInPolygon(
        [x, y],
        polygon.map((ring) => ring.map(([lon, lat]) => [lon, lat]))
      )
    )
    if (states.includes(true)) inside.push(gridId)
    else if (states.includes(0)) border.push(gridId)
  }
  return { inside: inside.sort(), border: border.sort() }
}

const oracle = (areas: ReadonlyArray<Area.Area>, outline: boolean, place: Area.Position) => {
  const { inside, border } = statesOf(areas, place)
  if (inside.length > 1) return { kind: "InOverlap", gridIds: inside }
  const gridId = inside[0] ?? border[0]
  if (gridId !== undefined) {
    const touchingIds = [...inside, ...border].sort()
    return { kind: "Found", gridId, isOnBorder: inside.length === 0, touchingIds }
  }
  const holes = areas.flatMap(({ gridId, polygons }) =>
    polygons.flatMap((rings) => rings.slice(1).map((ring) => ({ gridId, polygons: [[ring]] })))
  )
  const around = statesOf(outline ? outlineOf(areas) : holes, place)
  return { kind: around.inside.length + around.border.length > 0 ? "InGap" : "Outside" }
}

/** A triangle across the map: some of it lies in grids, some in gaps, some outside. */
const outlineOf = (areas: ReadonlyArray<Area.Area>): ReadonlyArray<Area.Area> => {
  const all = placesOf(areas)
  const [west, east] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))]
  const [south, north] = [Math.min(...all.map(([, y]) => y)), Math.max(...all.map(([, y]) => y))]
  const ring: Shape = [
    [west, south],
    [east, south],
    [west, north],
    [west, south]
  ]
  return [{ gridId: Id.make("town"), polygons: [[ring]] }]
}

const placesOf = (areas: ReadonlyArray<Area.Area>): ReadonlyArray<Area.Position> =>
  areas.flatMap(({ polygons }) => polygons.flat(2))

const middlesOf = (areas: ReadonlyArray<Area.Area>): ReadonlyArray<Area.Position> =>
  areas.flatMap(({ polygons }) =>
    polygons.flat().flatMap((ring) =>
      ring.slice(1).map(([x, y], at): Area.Position => {
        const [px, py] = ring[at]!
        return [(x + px) / 2, (y + py) / 2]
      })
    )
  )

/** Vertices, middles, crossings of the meridians and parallels of vertices, and places anywhere. */
const hardPlaces = (areas: ReadonlyArray<Area.Area>, seed: number, count: number) => {
  const random = seeded(seed)
  const vertices = placesOf(areas)
  const middles = middlesOf(areas)
  const pick = <Item>(list: ReadonlyArray<Item>): Item => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_, at): Area.Position => {
    const [a, b] = [pick(vertices), pick(vertices)]
    if (at % 5 === 0) return a
    if (at % 5 === 1) return pick(middles)
    if (at % 5 === 2) return [a[0], b[1]]
    const along = random() * 1.2 - 0.1
    if (at % 5 === 3) return [a[0] + (b[0] - a[0]) * along, a[1]]
    return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * random()]
  })
}

const compare = (
  areas: ReadonlyArray<Area.Area>,
  seed: number,
  count: number,
  outline: boolean
) => {
  const map = { datum: "WGS-84", areas } as const
  const options = outline ? { outline: { datum: "WGS-84", areas: outlineOf(areas) } as const } : {}
  const made = GridLocator.make(map, options)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const places = hardPlaces(areas, seed, count)
  const out = new Int32Array(places.length)
  const { locator } = made
  GridLocator.indicesAt(
    locator,
    Float64Array.from(places, ([x]) => x),
    Float64Array.from(places, ([, y]) => y),
    out
  )
  for (const [at, place] of places.entries()) {
    const [longitude, latitude] = place
    const found = GridLocator.locate(locator, { datum: "WGS-84", longitude, latitude })
    const where = `at ${longitude}, ${latitude}`
    expect({ where, ...found }).toEqual({ where, ...oracle(areas, outline, place) })
    const index =
      found.kind === "Found"
        ? areas.findIndex((area) => area.gridId === found.gridId)
        : GridLocation.missCodes[found.kind]
    expect(out[at], where).toBe(index)
  }
}

const closed = (shape: Shape): Shape => [...shape, shape[0]!]

const rectangle = (x: number, y: number, width: number, height: number): Shape =>
  closed([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height]
  ])

/** Shapes on a small lattice: with collinear borders, holes, points that touch, and overlaps. */
const polygonOnLattice = fc
  .record({
    kind: fc.constantFrom("rectangle", "ring", "triangle", "diamond", "corner", "spike"),
    x: fc.nat(5),
    y: fc.nat(5),
    width: fc.integer({ min: 1, max: 4 }),
    height: fc.integer({ min: 1, max: 4 })
  })
  .map(({ kind, x, y, width, height }): ReadonlyArray<Shape> => {
    const outer = rectangle(x, y, width, height)
    switch (kind) {
      case "ring":
        return [
          rectangle(x, y, width + 2, height + 2),
          [...rectangle(x + 1, y + 1, width, height)].reverse()
        ]
      case "triangle":
        return [closed([outer[0]!, outer[1]!, outer[2]!])]
      case "diamond":
        return [
          closed([
            [x + width, y],
            [x + 2 * width, y + height],
            [x + width, y + 2 * height],
            [x, y + height]
          ])
        ]
      case "corner":
        return [
          closed([
            [x, y],
            [x + width + 1, y],
            [x + width + 1, y + 1],
            [x + 1, y + 1],
            [x + 1, y + height + 1],
            [x, y + height + 1]
          ])
        ]
      case "spike":
        return [
          closed([
            [x, y],
            [x + width, y],
            [x + width, y + height],
            [x + width / 2, y + height],
            [x + width / 2, y],
            [x, y + height]
          ])
        ]
      default:
        return [outer]
    }
  })

const frame = fc.constantFrom<Frame>(
  { scale: 1, turn: [1, 0], origin: [0, 0] },
  { scale: 0.01, turn: [1, 0], origin: [120, 30] },
  { scale: 0.003, turn: [0.8, 0.6], origin: [-87.6, 41.8] },
  { scale: 1e-7, turn: [0.28, 0.96], origin: [120, 30] },
  { scale: 2 ** -30, turn: [1, 0], origin: [1, 1] }
)

const placeIn = (
  { scale, turn: [cos, sin], origin }: Frame,
  [x, y]: Area.Position
): Area.Position => [
  origin[0] + scale * (cos * x - sin * y),
  origin[1] + scale * (sin * x + cos * y)
]

/** More positions on each edge; at a hundred a ring is no longer short. */
const densify = (shape: Shape, pieces: number): Shape =>
  closed(
    shape.slice(1).flatMap(([x, y], at) => {
      const [px, py] = shape[at]!
      return Array.from(
        { length: pieces },
        (_, piece): Area.Position => [
          px + ((x - px) * piece) / pieces,
          py + ((y - py) * piece) / pieces
        ]
      )
    })
  )

const areasOnLattice = fc
  .record({
    frame,
    pieces: fc.array(fc.constantFrom(1, 1, 3, 30), { minLength: 6, maxLength: 6 }),
    areas: fc.array(fc.array(polygonOnLattice, { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 6
    })
  })
  .map(({ frame, pieces, areas }) =>
    areas.map(
      (polygons, at): Area.Area => ({
        gridId: Id.make(`g-${(at * 7) % 11}`),
        polygons: polygons.map((rings) =>
          rings.map((ring) => densify(ring, pieces[at]!).map((place) => placeIn(frame, place)))
        )
      })
    )
  )

describe("the locator agrees with point-in-polygon-hao over every area", () => {
  it("on lattice shapes with collinear borders, holes, touching corners and overlaps", () => {
    fc.assert(
      fc.property(areasOnLattice, fc.nat(), fc.boolean(), (areas, seed, outline) => {
        compare(areas, seed, 30, outline)
      }),
      { numRuns: 200 }
    )
  })

  it("on irregular towns, whose rings are short or long", () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          columns: fc.integer({ min: 1, max: 5 }),
          rows: fc.integer({ min: 1, max: 5 }),
          between: fc.constantFrom(0, 1, 3, 25),
          bend: fc.constantFrom(0, 0.25)
        }),
        fc.nat(),
        fc.boolean(),
        (town, seed, outline) => {
          compare(aTown(town), seed, 30, outline)
        }
      ),
      { numRuns: 120 }
    )
  })

  it("on stars with long spikes, which cross many cells and each other", () => {
    const star = (seed: number, spikes: number, at: number): Area.Area => {
      const random = seeded(seed)
      const shape = Array.from({ length: 2 * spikes }, (_, corner): Area.Position => {
        const angle = (Math.PI * corner) / spikes
        const radius = (corner % 2 === 0 ? 0.5 : 0.05) + 0.5 * random()
        return [120 + at * 0.4 + radius * Math.cos(angle), 30 + radius * Math.sin(angle)]
      })
      return { gridId: Id.make(`star-${at}`), polygons: [[closed(shape)]] }
    }
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 3, max: 120 }),
        fc.integer({ min: 1, max: 4 }),
        (seed, spikes, count) => {
          const stars = Array.from({ length: count }, (_, at) => star(seed + at, spikes, at))
          compare(stars, seed, 30, seed % 2 === 0)
        }
      ),
      { numRuns: 100 }
    )
  })
})

describe("a border through the corners and reference points of all cells", () => {
  it("is told from the places one rounding step beside it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(30, 60, 200, 400),
        fc.constantFrom<Area.Position>([0, 0], [120, 30], [-87, 41]),
        fc.double({ min: 2 ** -40, max: 1, noNaN: true }),
        fc.boolean(),
        (pieces, [west, south], along, isFalling) => {
          const lower: Shape = [[0, 0], [1, 0], isFalling ? [0, 1] : [1, 1], [0, 0]]
          const upper: Shape = isFalling
            ? [
                [1, 0],
                [1, 1],
                [0, 1],
                [1, 0]
              ]
            : [
                [0, 0],
                [1, 1],
                [0, 1],
                [0, 0]
              ]
          const areas = [lower, upper].map(
            (shape, at): Area.Area => ({
              gridId: Id.make(`g-${at}`),
              polygons: [[densify(shape, pieces).map(([x, y]) => [west + x, south + y])]]
            })
          )
          const made = GridLocator.make({ datum: "WGS-84", areas })
          if (!made.ok) throw new Error("the map is good")
          const y = isFalling ? 1 - along : along
          for (const step of [-1e-13, -(2 ** -46), 0, 2 ** -46, 1e-13]) {
            const place = [west + along, south + y + step] as const
            const [longitude, latitude] = place
            expect(
              GridLocator.locate(made.locator, { datum: "WGS-84", longitude, latitude })
            ).toEqual(oracle(areas, false, place))
          }
        }
      ),
      { numRuns: 200 }
    )
  })
})

describe("a partition", () => {
  it("gives every place inside it exactly one grid, whatever the order of the map", () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(0, 2, 25), (seed, between) => {
        const town = aTown({ seed, columns: 4, rows: 3, between })
        const shuffled = [...town].reverse()
        const one = GridLocator.make({ datum: "WGS-84", areas: town })
        const other = GridLocator.make({ datum: "WGS-84", areas: shuffled })
        if (!one.ok || !other.ok) throw new Error("the town is good")
        for (const [longitude, latitude] of hardPlaces(town, seed, 60)) {
          const point = { datum: "WGS-84", longitude, latitude } as const
          const found = GridLocator.locate(one.locator, point)
          expect(["Found", "Outside"]).toContain(found.kind)
          expect(GridLocator.locate(other.locator, point)).toEqual(found)
        }
      }),
      { numRuns: 100 }
    )
  })
})
