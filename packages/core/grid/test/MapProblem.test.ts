import { describe, expect, it } from "vitest"
import { MapProblem } from "../src/index.ts"

describe("the words of a map problem", () => {
  it("fill every place of both languages", () => {
    for (const code of MapProblem.codes) {
      const problem = MapProblem.make(code, "S", "F", "E")
      const { en, zh } = MapProblem.describe(problem)
      for (const text of [en, zh]) {
        expect(text).not.toMatch(/[{}]/)
        expect(text).toContain("S")
      }
      expect(zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it("name each code once", () => {
    expect(new Set(MapProblem.codes).size).toBe(MapProblem.codes.length)
    expect(Object.keys(MapProblem.words)).toEqual([...MapProblem.codes])
  })
})
