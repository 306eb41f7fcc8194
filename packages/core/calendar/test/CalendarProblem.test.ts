import { expect, test } from "vitest"
import { CalendarProblem } from "../src/index.ts"

test("every code has words in both languages, and the line names place and value", () => {
  for (const code of CalendarProblem.codes) {
    const problem = { code, path: "weekly[3]", value: "17" }
    const en = CalendarProblem.describe(problem, "en")
    const zh = CalendarProblem.describe(problem, "zh")
    expect(en).toBe(`weekly[3]: got 17; expected ${CalendarProblem.expected[code].en}`)
    expect(zh).toContain("weekly[3]:得到 17;应为")
    expect(CalendarProblem.expected[code].zh).toMatch(/[\u4e00-\u9fff]/)
    expect(CalendarProblem.expected[code].en).not.toMatch(/[\u4e00-\u9fff]/)
  }
})
