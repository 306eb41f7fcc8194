import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Adjacency, type Area, GeoJson } from "../src/index.ts"
import { aMap, anArea, box, hasMap, latticeMap, lattices, outlineOf, realMap } from "./aMap.ts"

const degreeM = (6_371_008.7714 * Math.PI) / 180

/** The haversine formula, with the engine's own functions. */
const haversineM = ([x0, y0]: Area.Position, [x1, y1]: Area.Position): number => {
  const radians = Math.PI / 180
  const north = Math.sin(((y1 - y0) * radians) / 2)
  const east = Math.sin(((x1 - x0) * radians) / 2)
  const square = north * north + Math.cos(y0 * radians) * Math.cos(y1 * radians) * east * east
  return 2 * 6_371_008.7714 * Math.asin(Math.sqrt(square))
}

const lengthM = (ring: Area.Ring): number =>
  ring.slice(1).reduce((sum, position, at) => sum + haversineM(ring[at]!, position), 0)

const pairsOf = (map: Area.AreaMap, toleranceM?: number) =>
  Adjacency.of(map, toleranceM === undefined ? {} : { toleranceM }).pairs.map(
    ({ first, second, borderM }) => [
      `${map.areas[first]!.gridId} ${map.areas[second]!.gridId}`,
      Math.round(borderM)
    ]
  )

describe("neighbours", () => {
  it("share a border, or touch in a corner", () => {
    const map = aMap(
      anArea("sw", [box(0, 0, 1, 1)]),
      anArea("se", [box(1, 0, 2, 1)]),
      anArea("ne", [box(1, 1, 2, 2)]),
      anArea("far", [box(3, 3, 4, 4)])
    )
    expect(pairsOf(map)).toEqual([
      ["sw se", Math.round(degreeM)],
      ["sw ne", 0],
      ["se ne", Math.round(degreeM * Math.cos(Math.PI / 180))]
    ])
    const adjacency = Adjacency.of(map)
    const idsOf = (index: number, withTouching: boolean) =>
      Adjacency.neighboursOf(adjacency, map.areas[index]!.gridId, { withTouching }).map(
        ({ gridId }) => gridId
      )
    expect(idsOf(0, false)).toEqual(["se"])
    expect(idsOf(0, true)).toEqual(["se", "ne"])
    expect(idsOf(3, true)).toEqual([])
    expect(Adjacency.neighboursOf(adjacency, anArea("unknown").gridId)).toEqual([])
  })

  it("share the border even where a corner lies in the middle of the other's edge", () => {
    const slanted = (share: number): readonly [number, number] => [1 + share / 3, share]
    const west = anArea("west", [[[0, 0], slanted(0), slanted(1), [0, 1], [0, 0]]])
    const south = anArea("south", [[slanted(0), [2, 0], [2, 0.3], slanted(0.3), slanted(0)]])
    const north = anArea("north", [[slanted(0.3), [2, 0.3], [2, 1], slanted(1), slanted(0.3)]])
    const pairs = Adjacency.of(aMap(west, south, north)).pairs
    const border = lengthM([slanted(0), slanted(1)])
    expect(pairs.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2]
    ])
    expect(pairs[0]!.borderM / (0.3 * border)).toBeCloseTo(1, 3)
    expect(pairs[1]!.borderM / (0.7 * border)).toBeCloseTo(1, 3)
  })

  it("that only touch in the middle of an edge, or at a sharp corner, share no border", () => {
    const wall = anArea("wall", [box(0, 0, 1, 4)])
    const needle = anArea("needle", [
      [
        [1, 2],
        [3, 2],
        [3, 2.001],
        [1, 2]
      ]
    ])
    const thorn = anArea("thorn", [
      [
        [1, 2],
        [3, 2.001],
        [3, 2.002],
        [1, 2]
      ]
    ])
    const lean = anArea("lean", [
      [
        [1, 3],
        [1.001, 3.5],
        [2, 3.5],
        [1, 3]
      ]
    ])
    expect(pairsOf(aMap(wall, needle, thorn, lean))).toEqual([
      ["wall needle", 0],
      ["wall thorn", 0],
      ["wall lean", 0],
      [
        "needle thorn",
        Math.round(
          lengthM([
            [1, 2],
            [3, 2.001]
          ])
        )
      ]
    ])
  })

  it("may run apart by the tolerance and no more", () => {
    const apart = 5 / degreeM
    const map = aMap(
      anArea("a", [box(0, 0, 0.01, 0.01)]),
      anArea("b", [box(0, 0.01 + apart, 0.01, 0.02)])
    )
    expect(pairsOf(map, 4.9)).toEqual([])
    expect(pairsOf(map, 5.1)).toEqual([["a b", Math.round(0.01 * degreeM)]])
    expect(() => Adjacency.of(map, { toleranceM: -1 })).toThrow("-1")
  })

  it("share their whole outlines: borders and the outer ring are every side once or twice", () => {
    fc.assert(
      fc.property(lattices, (lattice) => {
        const map = latticeMap(lattice)
        const sides = map.areas.reduce((sum, area) => sum + lengthM(area.polygons[0]![0]!), 0)
        const { pairs } = Adjacency.of(map)
        const shared = pairs.reduce((sum, { borderM }) => sum + borderM, 0)
        expect((2 * shared + lengthM(outlineOf(lattice))) / sides).toBeCloseTo(1, 6)
        const { columns, rows } = lattice
        const withBorder = pairs.filter(({ borderM }) => borderM > 0)
        expect(withBorder).toHaveLength((columns - 1) * rows + columns * (rows - 1))
        expect(pairs).toHaveLength(withBorder.length + 2 * (columns - 1) * (rows - 1))
      })
    )
  })

  it("are the same whatever the order of the areas and the direction of their rings", () => {
    fc.assert(
      fc.property(lattices, (lattice) => {
        const map = latticeMap(lattice)
        const turned = map.areas
          .map(({ gridId, polygons }) =>
            anArea(gridId, ...polygons.map((polygon) => polygon.map((ring) => ring.toReversed())))
          )
          .toReversed()
        const namesOf = (pairs: ReturnType<typeof pairsOf>) =>
          pairs.map(([names, border]) => `${String(names).split(" ").sort().join(" ")} ${border}`)
        expect(namesOf(pairsOf(aMap(...turned))).sort()).toEqual(namesOf(pairsOf(map)).sort())
      })
    )
  })

  it.skipIf(!hasMap("chicago_police_nested.geojson"))(
    "of Chicago's beats are those whose rings share an edge (skipped without the map)",
    () => {
      const map = GeoJson.mapOfLevel(realMap("chicago_police_nested.geojson"), "beat")
      const holdersOf = new Map<string, Array<number>>()
      map.areas.forEach(({ polygons }, area) => {
        for (const ring of polygons.flat()) {
          for (let at = 1; at < ring.length; at++) {
            const ends = [ring[at - 1]!.join(), ring[at]!.join()].sort().join(" ")
            holdersOf.set(ends, [...(holdersOf.get(ends) ?? []), area])
          }
        }
      })
      const expected = new Set(
        Array.from(holdersOf.values())
          .filter((holders) => holders.length === 2)
          .map((holders) => holders.sort((a, b) => a - b).join(" "))
      )
      const withBorder = Adjacency.of(map).pairs.filter(({ borderM }) => borderM > 0)
      const found = withBorder.map(({ first, second }) => `${first} ${second}`)
      expect(found.filter((pair) => !expected.has(pair))).toEqual([])
      expect(found).toHaveLength(expected.size)
    }
  )
})

describe("distances", () => {
  it("are great circles between centroids, symmetric, 0 to itself", () => {
    const side = fc.double({ min: -0.5, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 6 }), (places) => {
        const centres = places.map(([x, y]): [number, number] => [116 + x, 40 + y])
        const map = aMap(
          ...centres.map(([x, y], index) =>
            anArea(`g${index}`, [box(x - 0.01, y - 0.01, x + 0.01, y + 0.01)])
          )
        )
        const table = Adjacency.distancesM(map)
        expect(table).toHaveLength(places.length * places.length)
        centres.forEach((from, row) => {
          centres.forEach((to, column) => {
            const metres = table[row * places.length + column]!
            expect(metres).toBe(table[column * places.length + row])
            expect(Math.abs(metres - haversineM(from, to))).toBeLessThan(0.001)
          })
          expect(table[row * places.length + row]).toBe(0)
        })
      })
    )
  })
})
