import { Id } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { type Area, type Datum, GridLocation, GridLocator, LocatorProblem } from "../src/index.ts"

type Box = readonly [west: number, south: number, east: number, north: number]

const ring = ([west, south, east, north]: Box): Area.Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south]
]
const area = (id: string, ...polygons: ReadonlyArray<Area.Polygon>): Area.Area => ({
  gridId: Id.make(id),
  polygons
})
const box = (id: string, ...sides: Box): Area.Area => area(id, [ring(sides)])
const locatorOf = (
  areas: ReadonlyArray<Area.Area>,
  outline?: ReadonlyArray<Area.Area>
): GridLocator.GridLocator<"WGS-84"> => {
  const made = GridLocator.make(
    { datum: "WGS-84", areas },
    outline === undefined ? {} : { outline: { datum: "WGS-84", areas: outline } }
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.locator
}
const at = (
  locator: GridLocator.GridLocator<"WGS-84">,
  longitude: number,
  latitude: number
): GridLocation.GridLocation =>
  GridLocator.locate(locator, { datum: "WGS-84", longitude, latitude })
const found = (gridId: string, ...touching: ReadonlyArray<string>) => ({
  kind: "Found",
  gridId,
  isOnBorder: touching.length > 0,
  touchingIds: touching.length > 0 ? touching : [gridId]
})

describe("a point on a shared border", () => {
  const town = locatorOf([
    box("g-9", 0, 0, 1, 1),
    box("g-10", 1, 0, 2, 1),
    // Its southern border meets both at a T-junction, with no position there.
    box("g-2", 0, 1, 2, 2)
  ])

  it("goes to the id that comes first in code-unit order", () => {
    expect(at(town, 1, 0.5)).toEqual(found("g-10", "g-10", "g-9"))
    expect(at(town, 0.5, 1)).toEqual(found("g-2", "g-2", "g-9"))
    expect(at(town, 1, 1)).toEqual(found("g-10", "g-10", "g-2", "g-9"))
    expect(at(town, 0, 0.5)).toEqual(found("g-9", "g-9"))
  })

  it("is told from the last place on either side", () => {
    expect(at(town, 1 - 2 ** -53, 0.5)).toEqual(found("g-9"))
    expect(at(town, 1 + 2 ** -52, 0.5)).toEqual(found("g-10"))
    expect(at(town, -Number.MIN_VALUE, 0.5)).toEqual({ kind: "Outside" })
    expect(at(town, 2 + 2 ** -51, 0.5)).toEqual({ kind: "Outside" })
  })
})

describe("a point in no grid", () => {
  const areas = [area("ring", [ring([0, 0, 4, 4]), ring([1, 1, 2, 2])]), box("east", 5, 0, 6, 4)]

  it("is in a gap only in a hole of a grid, where there is no outline", () => {
    const town = locatorOf(areas)
    expect(at(town, 1.5, 1.5)).toEqual({ kind: "InGap" })
    expect(at(town, 2, 1.5)).toEqual(found("ring", "ring"))
    expect(at(town, 4.5, 2)).toEqual({ kind: "Outside" })
    expect(at(town, 9, 9)).toEqual({ kind: "Outside" })
  })

  it("is in a gap inside the outline and on its border", () => {
    const town = locatorOf(areas, [box("town", 0, 0, 6, 5)])
    expect(at(town, 1.5, 1.5)).toEqual({ kind: "InGap" })
    expect(at(town, 4.5, 2)).toEqual({ kind: "InGap" })
    expect(at(town, 4.5, 0)).toEqual({ kind: "InGap" })
    expect(at(town, 3, 5)).toEqual({ kind: "InGap" })
    expect(at(town, 4.5, -0.1)).toEqual({ kind: "Outside" })
    expect(at(town, 3, 4)).toEqual(found("ring", "ring"))
  })

  it("is outside in a hole of the outline", () => {
    const lake = area("town", [ring([0, 0, 9, 9]), ring([7, 7, 8, 8])])
    expect(at(locatorOf(areas, [lake]), 7.5, 7.5)).toEqual({ kind: "Outside" })
    expect(at(locatorOf(areas, [lake]), 7.5, 6.5)).toEqual({ kind: "InGap" })
  })
})

describe("a point where grids overlap", () => {
  const town = locatorOf([
    box("c", 0, 0, 3, 1),
    box("b", 2, 0, 4, 1),
    box("a", 2.5, 0, 5, 1),
    area("parts", [ring([10, 0, 12, 1])], [ring([11, 0, 13, 1])])
  ])

  it("names every grid that has it strictly inside", () => {
    expect(at(town, 2.2, 0.5)).toEqual({ kind: "InOverlap", gridIds: ["b", "c"] })
    expect(at(town, 2.7, 0.5)).toEqual({ kind: "InOverlap", gridIds: ["a", "b", "c"] })
    expect(GridLocator.indexAt(town, 2.7, 0.5)).toBe(GridLocation.missCodes.InOverlap)
  })

  it("belongs to the grid that has it inside, not to one whose border it is on", () => {
    const inside = { ...found("c"), touchingIds: ["b", "c"] }
    expect(at(town, 2, 0.5)).toEqual(inside)
    expect(GridLocator.indexAt(town, 2, 0.5)).toBe(0)
    expect(at(town, 4, 0.5)).toEqual({ ...found("a"), touchingIds: ["a", "b"] })
  })

  it("is no overlap where parts of one grid lie on each other", () => {
    expect(at(town, 11.5, 0.5)).toEqual(found("parts"))
    expect(at(town, 11, 0.5)).toEqual(found("parts"))
  })
})

describe("a point that is no place of the map", () => {
  const town = locatorOf([box("g", 0, 0, 1, 1)], [box("town", -180, -90, 180, 90)])

  it("is never in a grid, and says why", () => {
    const bad = [
      [Number.NaN, 0.5, ["BadLongitude"]],
      [0.5, Number.NaN, ["BadLatitude"]],
      [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, ["BadLongitude", "BadLatitude"]],
      [31, 121, ["BadLatitude"]],
      [180.1, 0, ["BadLongitude"]]
    ] as const
    for (const [longitude, latitude, codes] of bad) {
      const answer = at(town, longitude, latitude)
      expect(answer.kind === "InvalidPoint" && answer.problems.map(({ code }) => code)).toEqual(
        codes
      )
      expect(GridLocator.indexAt(town, longitude, latitude)).toBe(-4)
    }
    expect(at(town, 180, -90)).toEqual({ kind: "InGap" })
  })

  it("does not compile in another datum; where types cannot tell, the answer does", () => {
    const shifted = { datum: "GCJ-02", longitude: 0.5, latitude: 0.5 } as const
    // @ts-expect-error A point in GCJ-02 is not a point of a map in WGS-84.
    const answer = GridLocator.locate(town, shifted)
    const problem = LocatorProblem.make("OtherDatum", "point", "GCJ-02", "WGS-84")
    expect(answer).toEqual({ kind: "InvalidPoint", problems: [problem] })
    const some: GridLocator.GridLocator<Datum.Datum> = town
    expect(GridLocator.locate(some, shifted)).toEqual(answer)
    GridLocator.make(
      { datum: "WGS-84", areas: [] },
      // @ts-expect-error Nor is an outline in GCJ-02 one of that map.
      { outline: { datum: "GCJ-02", areas: [] } }
    )
  })
})

describe("a map that cannot be searched", () => {
  const problemsOf = (
    areas: ReadonlyArray<Area.Area>,
    outline?: Area.AreaMap<Datum.Datum>
  ): ReadonlyArray<string> => {
    const map: Area.AreaMap = { datum: "WGS-84", areas }
    const made = GridLocator.make(map, outline === undefined ? {} : { outline })
    return made.ok
      ? []
      : made.problems.map(({ code, subject, found, expected }) =>
          [code, subject, found, expected].join(" ")
        )
  }

  it("names every problem with its place, what stands there and what is right", () => {
    expect(problemsOf([])).toEqual(["NoAreas areas 0 1"])
    expect(problemsOf([box("a", 0, 0, 1, 1), box("a", 2, 2, 3, 3)])).toEqual(["DuplicateId a 2 1"])
    expect(problemsOf([area("a")])).toEqual(["NoPolygons a/polygons 0 1"])
    expect(problemsOf([area("a", [])])).toEqual(["NoRings a/polygons/0 0 1"])
    expect(problemsOf([area("a", [[]])])).toEqual(["ShortRing a/polygons/0/0 0 4"])
    const open = ring([0, 0, 1, 1]).slice(0, -1)
    expect(problemsOf([area("a", [open])])).toEqual(["OpenRing a/polygons/0/0 0,1 0,0"])
    const three = [...open.slice(0, 2), open[0]!]
    expect(problemsOf([box("b", 0, 0, 1, 1), area("a", [open.concat([open[0]!]), three])])).toEqual(
      ["ShortRing a/polygons/0/1 3 4"]
    )
    expect(problemsOf([box("a", 0, Number.NaN, 190, 1)])).toEqual([
      "BadLatitude a/polygons/0/0/0 NaN -90 … 90",
      "BadLongitude a/polygons/0/0/1 190 -180 … 180",
      "BadLatitude a/polygons/0/0/1 NaN -90 … 90",
      "BadLongitude a/polygons/0/0/2 190 -180 … 180",
      "BadLatitude a/polygons/0/0/4 NaN -90 … 90",
      "OpenRing a/polygons/0/0 0,NaN 0,NaN"
    ])
  })

  it("has its outline checked too", () => {
    const good = [box("a", 0, 0, 1, 1)]
    expect(problemsOf(good, { datum: "BD-09", areas: [area("town")] })).toEqual([
      "OtherDatum outline BD-09 WGS-84",
      "NoPolygons outline/town/polygons 0 1"
    ])
    expect(problemsOf(good, { datum: "WGS-84", areas: good })).toEqual([])
  })

  it("is put into words", () => {
    for (const code of LocatorProblem.codes) {
      const words = LocatorProblem.describe(LocatorProblem.make(code, "place-1", "this", "that"))
      expect(words.en).toContain("place-1")
      expect(words.zh).toContain("place-1")
      expect(words.zh).toContain("this")
    }
  })
})

describe("columns of points", () => {
  const town = locatorOf([box("b", 0, 0, 1, 1), box("a", 1, 0, 2, 1)], [box("town", 0, 0, 3, 1)])

  it("get the index in the map's order or the code of the miss", () => {
    const longitudes = Float64Array.of(0.5, 1.5, 1, 2.5, 4, Number.NaN)
    const out = new Int32Array(6)
    GridLocator.indicesAt(town, longitudes, new Float64Array(6).fill(0.5), out)
    expect([...out]).toEqual([0, 1, 1, -2, -1, -4])
    expect(Object.keys(GridLocation.missCodes).sort()).toEqual(
      GridLocation.kinds.filter((kind) => kind !== "Found").sort()
    )
  })

  it("have one length", () => {
    const two = new Float64Array(2)
    expect(() => GridLocator.indicesAt(town, two, two, new Int32Array(1))).toThrow(RangeError)
    expect(() => GridLocator.indicesAt(town, two, new Float64Array(3), new Int32Array(2))).toThrow(
      RangeError
    )
  })
})

describe("a map of odd measures", () => {
  it("may be a line or a point, all border", () => {
    const line = locatorOf([area("line", [ring([1, 1, 1, 2])]), area("dot", [ring([3, 3, 3, 3])])])
    expect(at(line, 1, 1.5)).toEqual(found("line", "line"))
    expect(at(line, 3, 3)).toEqual(found("dot", "dot"))
    expect(at(line, 1.5, 1.5)).toEqual({ kind: "Outside" })
  })

  it("may be the whole world", () => {
    const world = locatorOf([box("w", -180, -90, 0, 90), box("e", 0, -90, 180, 90)])
    expect(at(world, 180, 90)).toEqual(found("e", "e"))
    expect(at(world, -180, -90)).toEqual(found("w", "w"))
    expect(at(world, 0, 0)).toEqual(found("e", "e", "w"))
  })

  it("may have a hundred grids on one place, at a cost that stays in proportion", () => {
    const pile = Array.from({ length: 100 }, (_, grid) => box(`g-${grid}`, 0, 0, 1, 1))
    const many = at(locatorOf(pile), 0.5, 0.5)
    expect(many.kind === "InOverlap" && many.gridIds.length).toBe(100)
    const wide = Array.from({ length: 100 }, (_, grid) =>
      area(`g-${grid}`, [
        Array.from({ length: 201 }, (__, step): Area.Position => {
          const along = (step % 200) / 50
          const [side, share] = [Math.floor(along), along % 1]
          return side === 0
            ? [share, 0]
            : side === 1
              ? [1, share]
              : side === 2
                ? [1 - share, 1]
                : [0, 1 - share]
        })
      ])
    )
    const locator = locatorOf(wide)
    const all = at(locator, 0.5, 0.5)
    expect(all.kind === "InOverlap" && all.gridIds.length).toBe(100)
    expect(locator.raster.lists.length).toBeLessThan(12 * 100 * 201)
  })
})
