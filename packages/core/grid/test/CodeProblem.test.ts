import { describe, expect, it } from "vitest"
import { CodeProblem } from "../src/index.ts"

describe("problems of codes", () => {
  it("say place, value and what would be right in both languages, whatever the code", () => {
    for (const code of CodeProblem.codes) {
      const text = CodeProblem.describe(CodeProblem.make(code, "SUBJECT", "FOUND", "EXPECTED"))
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      for (const part of ["SUBJECT", "FOUND", "EXPECTED"]) {
        expect(text.en, code).toContain(part)
        expect(text.zh, code).toContain(part)
      }
    }
  })

  it("bear each code once", () => {
    expect(new Set(CodeProblem.codes).size).toBe(CodeProblem.codes.length)
  })
})
