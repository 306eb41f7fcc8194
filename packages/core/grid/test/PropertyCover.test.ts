import { Id } from "@wangge/facts"
import { describe, expect, it } from "vitest"
import { PropertyCover, RouteProblem } from "../src/index.ts"

const grid = (name: string) => Id.make<"Grid">(name)

const aCover = (...areas: ReadonlyArray<PropertyCover.ResidentialArea>) => {
  const made = PropertyCover.make(areas)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.cover
}

const serviced = { areaId: "garden", firmId: "firm", gridIds: [grid("g1"), grid("g2")] }
const unserviced = { areaId: "mill", firmId: "", gridIds: [grid("g2"), grid("g3")] }

describe("property cover", () => {
  it("knows who services an area, and a place", () => {
    const cover = aCover(serviced, unserviced)
    expect(PropertyCover.serviceOf(cover, "garden")).toMatchObject({
      kind: "Serviced",
      firmId: "firm"
    })
    expect(PropertyCover.serviceOf(cover, "mill").kind).toBe("Unserviced")
    expect(PropertyCover.serviceOf(cover, "lost").kind).toBe("Unknown")
    expect(PropertyCover.serviceAt(cover, grid("g1")).kind).toBe("Serviced")
    expect(PropertyCover.serviceAt(cover, grid("g2"))).toEqual({
      kind: "Mixed",
      areas: [serviced, unserviced]
    })
    expect(PropertyCover.serviceAt(cover, grid("g3")).kind).toBe("Unserviced")
    expect(PropertyCover.serviceAt(cover, grid("g4")).kind).toBe("Unknown")
    expect(PropertyCover.unservicedOf(cover)).toEqual([unserviced])
  })

  it("sees two areas with the same firm at one place as serviced", () => {
    const cover = aCover(serviced, { areaId: "park", firmId: "firm", gridIds: [grid("g1")] })
    expect(PropertyCover.serviceAt(cover, grid("g1"))).toMatchObject({
      kind: "Serviced",
      firmId: "firm"
    })
  })

  it("refuses an area without an id, and one named twice", () => {
    const made = PropertyCover.make([serviced, serviced, { areaId: "", firmId: "", gridIds: [] }])
    expect(made.ok ? [] : made.problems.map(({ code, subject }) => [code, subject])).toEqual([
      ["DuplicateArea", "areas[1].areaId"],
      ["EmptyId", "areas[2].areaId"]
    ])
  })
})

describe("the words of routing problems", () => {
  it("say place, value and what would be right in both languages, whatever the code", () => {
    for (const code of RouteProblem.codes) {
      const text = RouteProblem.describe(RouteProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      for (const part of ["SUBJECT", "FOUND", "EXPECTED"]) {
        expect(text.en, code).toContain(part)
        expect(text.zh, code).toContain(part)
      }
    }
  })
})
