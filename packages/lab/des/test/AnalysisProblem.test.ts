import { expect, test } from "vitest"
import * as AnalysisProblem from "../src/AnalysisProblem.ts"

test("every code has words in both languages that use each value once", () => {
  expect(Object.keys(AnalysisProblem.words)).toEqual([...AnalysisProblem.codes])
  for (const code of AnalysisProblem.codes) {
    const { en, zh } = AnalysisProblem.words[code]
    for (const text of [en, zh]) {
      for (const field of ["{subject}", "{found}", "{expected}"]) {
        expect(text.split(field), `${code}: ${text}`).toHaveLength(2)
      }
    }
  }
})

test("a problem is told with its values, whatever signs they hold", () => {
  const problem = AnalysisProblem.make("NotFinite", "run[$&]", "NaN", "a {found} number")
  const { en, zh } = AnalysisProblem.describe(problem)
  expect(en).toBe("run[$&]: NaN cannot be judged; it should be a {found} number.")
  expect(zh).toBe("run[$&]:NaN无法分析,应为a {found} number。")
})
