import { describe, expect, it } from "vitest"
import { Level } from "../src/index.ts"

const codesOf = (levels: ReadonlyArray<Pick<Level.Level, "id" | "role">>) =>
  Level.check(levels).map((problem) => problem.code)

describe("levels", () => {
  it("may skip roles but not climb", () => {
    expect(
      codesOf([
        { id: "city", role: "county" },
        { id: "net", role: "grid" }
      ])
    ).toEqual([])
    expect(
      codesOf([
        { id: "net", role: "grid" },
        { id: "city", role: "county" }
      ])
    ).toEqual(["WrongLevelOrder"])
  })

  it("play each role and bear each id once", () => {
    expect(
      codesOf([
        { id: "a", role: "grid" },
        { id: "b", role: "grid" }
      ])
    ).toEqual(["WrongLevelOrder"])
    expect(
      codesOf([
        { id: "a", role: "grid" },
        { id: "a", role: "unit" }
      ])
    ).toEqual(["DuplicateLevel"])
  })

  it("need at least one, with an id that a path can carry", () => {
    expect(codesOf([])).toEqual(["NoLevels"])
    expect(codesOf([{ id: "a/b", role: "grid" }])).toEqual(["BadId"])
    expect(codesOf([{ id: "", role: "grid" }])).toEqual(["BadId"])
  })

  it("have words in both languages for every role", () => {
    for (const role of Level.roles) {
      expect(Level.roleNames[role].en).not.toBe("")
      expect(Level.roleNames[role].zh).toMatch(/\p{Script=Han}/u)
    }
    expect(Level.roles.map(Level.rankOf)).toEqual(Level.roles.map((_, index) => index))
  })
})
