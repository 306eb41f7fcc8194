import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Area, AreaCheck, AreaProblem, GeoJson } from "../src/index.ts"
import { sideOf } from "../src/internal/segments.ts"
import {
  aMap,
  anArea,
  box,
  boxM2,
  hasMap,
  latticeMap,
  lattices,
  outlineOf,
  type Ring,
  realJson,
  realMap,
  step
} from "./aMap.ts"

const codesOf = (problems: ReadonlyArray<AreaProblem.AreaProblem>) =>
  problems.map(({ code, subject }) => `${code} ${subject}`)

describe("a partition", () => {
  it("has no problems, and covers its outline and its parent, whatever the corners", () => {
    fc.assert(
      fc.property(lattices, (lattice) => {
        const map = latticeMap(lattice)
        const outline = [[outlineOf(lattice)]]
        const parent = anArea("town", ...outline)
        const parentIdOf = new Map(map.areas.map(({ gridId }) => [gridId, parent.gridId]))
        const problems = AreaCheck.check(map, {
          outline,
          parents: { map: aMap(parent), parentIdOf },
          toleranceM2: 0
        })
        expect(problems).toEqual([])
      })
    )
  })

  it("may have corners in the middle of a neighbour's edge", () => {
    fc.assert(
      fc.property(lattices, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (lattice, share) => {
        const areas = latticeMap(lattice).areas.map(({ gridId, polygons }, index): Area.Area => {
          const ring = polygons[0]![0]!
          const split = ring.flatMap((corner, at): Ring => {
            const next = ring[at + 1]
            if (next === undefined || (at + index) % 2 === 0) return [corner]
            const [x, y] = corner
            return [corner, [x + (next[0] - x) * share, y + (next[1] - y) * share]]
          })
          return { gridId, polygons: [[split]] }
        })
        const options = { outline: [[outlineOf(lattice)]] }
        expect(AreaCheck.check(aMap(...areas), options)).toEqual([])
      })
    )
  })

  it("with one area taken out has a gap of its size, at a place in it", () => {
    fc.assert(
      fc.property(lattices, fc.nat(), (lattice, pick) => {
        const map = latticeMap(lattice)
        const gone = map.areas[pick % map.areas.length]!
        const rest = aMap(...map.areas.filter((area) => area !== gone))
        const problems = AreaCheck.check(rest, { outline: [[outlineOf(lattice)]] })
        expect(problems.map(({ code }) => code)).toEqual(["Gap"])
        expect(sideOf(gone.polygons[0]![0]!, problems[0]!.at)).toBe(1)
        const twice = AreaCheck.check(aMap(gone, anArea("copy", ...gone.polygons)))
        expect(problems[0]!.areaM2 / twice[0]!.areaM2).toBeCloseTo(1, 6)
      })
    )
  })
})

describe("overlaps", () => {
  it("are told with both ids and the land, as the closed form has it", () => {
    const side = fc.double({ min: 0.001, max: 0.02, noNaN: true })
    fc.assert(
      fc.property(side, side, fc.double({ min: -60, max: 60, noNaN: true }), (x, y, south) => {
        const map = aMap(
          anArea("a", [box(120, south, 120 + 2 * x, south + 2 * y)]),
          anArea("b", [box(120 + x, south + y, 120 + 3 * x, south + 3 * y)])
        )
        const problems = AreaCheck.check(map)
        expect(codesOf(problems)).toEqual(["AreasOverlap a, b"])
        const exact = boxM2([120 + x, south + y, 120 + 2 * x, south + 2 * y])
        expect(problems[0]!.areaM2 / exact).toBeCloseTo(1, 6)
      })
    )
  })

  it("of two triangles measure what clipping one by the other leaves", () => {
    const corner = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    const triangles = fc
      .tuple(corner, corner, corner)
      .filter(([a, b, c]) => Math.abs(cross(a, b, c)) > 50)
      .map(([a, b, c]) => (cross(a, b, c) > 0 ? [a, b, c] : [a, c, b]))
    fc.assert(
      fc.property(triangles, triangles, (one, other) => {
        const toArea = (id: string, corners: ReadonlyArray<readonly [number, number]>) => {
          const ring = corners.map(([x, y]): [number, number] => [x * 1e-5, y * 1e-5])
          return anArea(id, [[...ring, ring[0]!]])
        }
        const [found] = AreaCheck.check(aMap(toArea("a", one), toArea("b", other)), {
          toleranceM2: 0
        }).filter(({ code }) => code === "AreasOverlap")
        const metres = 1e-5 * ((6_371_008.7714 * Math.PI) / 180)
        const exact = twiceAreaOf(clip(one, other)) * 0.5 * metres * metres
        expect(found?.areaM2 ?? 0).toBeCloseTo(exact, 4)
      }),
      { numRuns: 300 }
    )
  })

  it("below the tolerance are left out, at it too, above it told", () => {
    const map = aMap(
      anArea("a", [box(120, 0, 120.002, 0.001)]),
      anArea("b", [box(120.001, 0, 120.003, 0.001)])
    )
    const { areaM2 } = AreaCheck.check(map)[0]!
    expect(AreaCheck.check(map, { toleranceM2: areaM2 })).toEqual([])
    expect(AreaCheck.check(map, { toleranceM2: areaM2 - 0.001 })).toHaveLength(1)
    expect(() => AreaCheck.check(map, { toleranceM2: -1 })).toThrow("-1")
    expect(() => AreaCheck.check(map, { toleranceM2: Number.NaN })).toThrow("NaN")
  })

  it("of an area's own parts are told as such", () => {
    const twoParts = aMap(anArea("g", [box(0, 0, 2, 2)], [box(1, 1, 3, 3)]))
    expect(codesOf(AreaCheck.check(twoParts))).toEqual(["PartsOverlap g"])
  })

  it("of an area in a hole of another are none", () => {
    const ring = anArea("ring", [box(0, 0, 3, 3), box(1, 1, 2, 2)])
    expect(AreaCheck.check(aMap(ring, anArea("core", [box(1, 1, 2, 2)])))).toEqual([])
  })
})

describe("gaps", () => {
  it("without an outline are what areas enclose on all sides", () => {
    const ring = anArea("ring", [box(0, 0, 0.03, 0.03), box(0.01, 0.01, 0.02, 0.02)])
    const [gap, ...others] = AreaCheck.check(aMap(ring))
    expect(others).toEqual([])
    expect(gap!.areaM2 / boxM2([0.01, 0.01, 0.02, 0.02])).toBeCloseTo(1, 6)
    expect(gap!.at[0]).toBeCloseTo(0.015, 9)
    expect(gap!.at[1]).toBeCloseTo(0.015, 9)
  })

  it("open to one side are none without an outline", () => {
    const horseshoe: Ring = [
      [0, 0],
      [3, 0],
      [3, 1],
      [1, 1],
      [1, 2],
      [3, 2],
      [3, 3],
      [0, 3],
      [0, 0]
    ]
    expect(AreaCheck.check(aMap(anArea("east", [horseshoe])))).toEqual([])
    const mirrored = horseshoe.map(([x, y]): [number, number] => [3 - x, y])
    expect(AreaCheck.check(aMap(anArea("west", [mirrored])))).toEqual([])
    const turned = horseshoe.map(([x, y]): [number, number] => [y, x])
    expect(AreaCheck.check(aMap(anArea("north", [turned])))).toEqual([])
    expect(
      codesOf(AreaCheck.check(aMap(anArea("g", [horseshoe])), { outline: [[box(0, 0, 3, 3)]] }))
    ).toHaveLength(1)
  })

  it("that meet in a corner only are two", () => {
    const areas = [anArea("sw", [box(0, 0, 1, 1)]), anArea("ne", [box(1, 1, 2, 2)])]
    const outline = [[box(0, 0, 2, 2)]]
    const problems = AreaCheck.check(aMap(...areas), { outline })
    expect(problems.map(({ code }) => code)).toEqual(["Gap", "Gap"])
  })
})

describe("outline and parents", () => {
  const parent = anArea("p", [box(0, 0, 2, 1)])
  const parentsOf = (map: Area.AreaMap<"WGS-84">) => ({
    map: aMap(parent),
    parentIdOf: new Map(map.areas.map(({ gridId }) => [gridId, parent.gridId]))
  })

  it("tell the child that leaves its parent, and the land left to none", () => {
    const map = aMap(anArea("a", [box(0, 0, 1, 1)]), anArea("b", [box(1.5, 0, 2.5, 1)]))
    const problems = AreaCheck.check(map, { parents: parentsOf(map) })
    expect(codesOf(problems)).toEqual(["OutsideParent b, p", "ParentNotCovered p"])
    expect(problems[0]!.areaM2 / boxM2([2, 0, 2.5, 1])).toBeCloseTo(1, 4)
    expect(problems[1]!.areaM2 / boxM2([1, 0, 1.5, 1])).toBeCloseTo(1, 4)
  })

  it("tell the area beyond the outline", () => {
    const map = aMap(anArea("a", [box(0, 0, 3, 1)]))
    expect(codesOf(AreaCheck.check(map, { outline: parent.polygons }))).toEqual([
      "OutsideOutline a"
    ])
  })

  it("tell a parent that is not named, and one that has no area", () => {
    const map = aMap(anArea("a", [box(0, 0, 2, 1)]))
    const { map: parents } = parentsOf(map)
    const unnamed = AreaCheck.check(map, { parents: { map: parents, parentIdOf: new Map() } })
    expect(codesOf(unnamed)).toEqual(["UnknownParent a", "ParentNotCovered p"])
    const parentIdOf = new Map([[map.areas[0]!.gridId, map.areas[0]!.gridId]])
    expect(AreaCheck.check(map, { parents: { map: parents, parentIdOf } })[0]!.found).toBe("a")
  })

  it("do not let a wrong parent cover for the right one", () => {
    const parents = aMap(anArea("p", [box(0, 0, 1, 1)]), anArea("q", [box(1, 0, 2, 1)]))
    const map = aMap(anArea("a", [box(0, 0, 1, 1)]), anArea("b", [box(1, 0, 2, 1)]))
    const [a, b] = map.areas.map(({ gridId }) => gridId)
    const [p, q] = parents.areas.map(({ gridId }) => gridId)
    const parentIdOf = new Map([
      [a!, q!],
      [b!, p!]
    ])
    expect(codesOf(AreaCheck.check(map, { parents: { map: parents, parentIdOf } }))).toEqual([
      "OutsideParent a, q",
      "OutsideParent b, p",
      "ParentNotCovered p",
      "ParentNotCovered q"
    ])
  })
})

describe("the words of problems", () => {
  it("say place, value and what would be right in both languages, whatever the code", () => {
    const { gridId } = anArea("g", [box(0, 0, step, step)])
    for (const code of AreaProblem.codes) {
      const where = {
        subject: "SUBJECT",
        found: "FOUND",
        expected: "EXPECTED",
        at: [0, 0] as const
      }
      const text = AreaProblem.describe(AreaProblem.ofShape(code, gridId, where))
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      for (const part of ["SUBJECT", "FOUND", "EXPECTED"]) {
        expect(text.en, code).toContain(part)
        expect(text.zh, code).toContain(part)
      }
    }
    expect(new Set(AreaProblem.codes).size).toBe(AreaProblem.codes.length)
  })
})

const chicago = "chicago_police_nested.geojson"
const losAngeles = "la_nc_nested.geojson"

describe("real maps", () => {
  it.skipIf(!hasMap(chicago))(
    "find Chicago's beats, sectors and districts an exact partition (skipped without the map)",
    () => {
      const file = realMap(chicago)
      const parentIdOf = GeoJson.parentIdsOf(file)
      const outline = GeoJson.mapOfLevel(file, "city").areas[0]!.polygons
      const levels = ["city", "district", "sector", "beat"]
      for (const [above, level] of levels.slice(1).map((level, at) => [levels[at]!, level])) {
        const parents = { map: GeoJson.mapOfLevel(file, above!), parentIdOf }
        const map = GeoJson.mapOfLevel(file, level!)
        expect(AreaCheck.check(map, { outline, parents }), level).toEqual([])
      }
    }
  )
})

/** Los Angeles has a hole of three positions, so it is read without the format's checks. */
describe("maps that do not fit", () => {
  it.skipIf(!hasMap(losAngeles))(
    "find 46 overlaps over 0.1 hectares, and gaps, in Los Angeles (skipped without the map)",
    () => {
      const map = losAngelesMap()
      const squareDegreesToM2 = 1e-7 * 111_195.08 * 111_195.08 * Math.cos((34.05 * Math.PI) / 180)
      const problems = AreaCheck.check(map, { toleranceM2: squareDegreesToM2 })
      const countOf = (code: AreaProblem.Code) => problems.filter((one) => one.code === code).length
      expect(countOf("AreasOverlap")).toBe(46)
      expect(countOf("Gap")).toBeGreaterThan(10)
      expect(problems.filter(({ code }) => code === "ShortRing")).toMatchObject([
        { subject: "67/polygons[0][1]", found: 3 }
      ])
    }
  )
})

/** The councils: their holes of three positions are what the check is to find. */
const losAngelesMap = (): Area.AreaMap<"WGS-84"> => {
  const json = realJson(losAngeles)
  const features =
    typeof json === "object" && json !== null && "features" in json ? json.features : []
  return aMap(
    ...(Array.isArray(features) ? features : []).flatMap(({ properties, geometry }) => {
      if (properties.level !== "nc") return []
      const { type, coordinates } = geometry
      return [
        anArea(String(properties.code), ...(type === "Polygon" ? [coordinates] : coordinates))
      ]
    })
  )
}

const cross = (
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  [cx, cy]: readonly [number, number]
): number => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

/** Clips a convex polygon by a convex one (Sutherland and Hodgman). */
const clip = (
  subject: ReadonlyArray<readonly [number, number]>,
  clipper: ReadonlyArray<readonly [number, number]>
): ReadonlyArray<readonly [number, number]> => {
  let kept = subject
  clipper.forEach((from, at) => {
    const to = clipper[(at + 1) % clipper.length]!
    const before = kept
    kept = before.flatMap((point, index) => {
      const next = before[(index + 1) % before.length]!
      const here = cross(from, to, point)
      const there = cross(from, to, next)
      const share = here / (here - there)
      const crossing: readonly [number, number] = [
        point[0] + (next[0] - point[0]) * share,
        point[1] + (next[1] - point[1]) * share
      ]
      const isCrossed = here >= 0 !== there >= 0
      return [...(here >= 0 ? [point] : []), ...(isCrossed ? [crossing] : [])]
    })
  })
  return kept
}

const twiceAreaOf = (corners: ReadonlyArray<readonly [number, number]>): number =>
  corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length]!
    return sum + x * nextY - nextX * y
  }, 0)
