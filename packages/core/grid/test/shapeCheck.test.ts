import { describe, expect, it } from "vitest"
import { AreaCheck, type AreaProblem } from "../src/index.ts"
import { aMap, anArea, box, type Ring } from "./aMap.ts"

const codesOf = (problems: ReadonlyArray<AreaProblem.AreaProblem>) =>
  problems.map(({ code, subject }) => `${code} ${subject}`)

const shapeCodes = (...polygons: ReadonlyArray<ReadonlyArray<Ring>>) =>
  AreaCheck.check(aMap(anArea("g", ...polygons)))
    .map(({ code }) => code)
    .filter((code) => code !== "Gap")

describe("shapes", () => {
  it("that cross themselves are told with the place", () => {
    const bowTie: Ring = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0]
    ]
    const [problem] = AreaCheck.check(aMap(anArea("g", [bowTie])))
    expect(problem).toMatchObject({ code: "SelfIntersection", subject: "g/polygons[0][0]" })
    expect(problem!.at).toEqual([1, 1])
  })

  it("that touch themselves in a corner, or run back on themselves, are bad", () => {
    const pinched: Ring = [
      [0, 0],
      [1, 1],
      [0, 2],
      [2, 2],
      [1, 1],
      [2, 0],
      [0, 0]
    ]
    const spiked: Ring = [
      [0, 0],
      [2, 0],
      [2, 2],
      [2, 3],
      [2, 2],
      [0, 2],
      [0, 0]
    ]
    expect(shapeCodes([pinched])).toEqual(["SelfIntersection"])
    expect(shapeCodes([spiked])).toEqual(["SelfIntersection"])
  })

  it("may repeat a position in a row", () => {
    const repeated: Ring = [[0, 0], [0, 0], ...box(0, 0, 1, 1).slice(1)]
    expect(shapeCodes([repeated])).toEqual([])
  })

  it("may have holes that touch the outer ring, or each other, in a point", () => {
    const diamond: Ring = [
      [0, 2],
      [1, 1],
      [2, 2],
      [1, 3],
      [0, 2]
    ]
    expect(shapeCodes([box(0, 0, 4, 4), diamond, box(2, 2, 3, 3)])).toEqual([])
  })

  it("with holes that leave them are bad, by a corner, an edge or altogether", () => {
    const outer = box(0, 0, 4, 4)
    expect(shapeCodes([outer, box(3, 3, 5, 5)])).toEqual(["RingsCross"])
    expect(shapeCodes([outer, box(0, 1, 1, 2)])).toEqual(["RingsCross"])
    expect(shapeCodes([outer, box(5, 5, 6, 6)])).toEqual(["HoleOutside"])
    expect(shapeCodes([outer, outer])).toEqual(["RingsCross"])
    const notched: Ring = [
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
      [0, 0]
    ]
    const inNotch: Ring = [
      [4, 0],
      [4, 4],
      [2, 2],
      [4, 0]
    ]
    expect(shapeCodes([notched, inNotch])).toEqual(["RingsCross"])
    const thinInNotch: Ring = [
      [4, 1],
      [4, 3],
      [2, 2],
      [4, 1]
    ]
    expect(shapeCodes([notched, thinInNotch])).toEqual(["HoleOutside"])
  })

  it("with a hole in a hole are bad", () => {
    expect(shapeCodes([box(0, 0, 9, 9), box(1, 1, 8, 8), box(2, 2, 3, 3)])).toEqual([
      "HolesOverlap"
    ])
  })

  it("that are no rings are told, each by its kind", () => {
    const corner = [0, 0] as const
    expect(shapeCodes([[corner, [1, 0], corner]])).toEqual(["ShortRing"])
    expect(shapeCodes([box(0, 0, 1, 1).slice(1)])).toEqual(["UnclosedRing"])
    expect(shapeCodes([[corner, [1, 1], [2, 2], corner]])).toEqual(["FlatRing"])
    expect(shapeCodes([[corner, corner, corner, corner]])).toEqual(["FlatRing"])
    expect(shapeCodes([[corner, [Number.NaN, 1], [1, 1], corner]])).toEqual(["BadPosition"])
    expect(shapeCodes([[corner, [1, 91], [1, 1], corner]])).toEqual(["BadPosition"])
    expect(shapeCodes([])).toEqual(["NoPolygon"])
    expect(shapeCodes()).toEqual(["NoPolygon"])
  })

  it("that are bad holes leave the rest of the polygon standing", () => {
    const corner = [1, 1] as const
    const outline = [[box(0, 0, 4, 4)]]
    const map = aMap(anArea("g", [box(0, 0, 4, 4), [corner, [2, 1], corner]]))
    expect(codesOf(AreaCheck.check(map, { outline }))).toEqual(["ShortRing g/polygons[0][1]"])
  })

  it("of one id twice are told", () => {
    const map = aMap(anArea("g", [box(0, 0, 1, 1)]), anArea("g", [box(1, 0, 2, 1)]))
    expect(AreaCheck.check(map)).toMatchObject([{ code: "DuplicateArea", found: 2 }])
  })
})
