import { describe, expect, it } from "vitest"
import { GridProblem } from "../src/index.ts"

describe("problems", () => {
  it("say place, value and what would be right in both languages, whatever the code", () => {
    for (const code of GridProblem.codes) {
      const text = GridProblem.describe(GridProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      if (code === "NoLevels") continue
      const parts =
        code === "DuplicateLevel" ? ["SUBJECT", "FOUND"] : ["SUBJECT", "FOUND", "EXPECTED"]
      for (const part of parts) {
        expect(text.en, code).toContain(part)
        expect(text.zh, code).toContain(part)
      }
    }
  })

  it("bear each code once", () => {
    expect(new Set(GridProblem.codes).size).toBe(GridProblem.codes.length)
  })
})
