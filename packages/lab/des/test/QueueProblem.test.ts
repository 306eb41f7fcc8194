import { describe, expect, test } from "vitest"
import * as QueueProblem from "../src/QueueProblem.ts"

describe("QueueProblem", () => {
  test("every code has words in both languages that name subject, value and what would be right", () => {
    for (const code of QueueProblem.codes) {
      const { en, zh } = QueueProblem.describe(QueueProblem.make(code, "desk", "17", "right"))
      for (const text of [en, zh]) {
        expect(text).toContain("desk")
        expect(text).toContain("17")
        expect(text).toContain("right")
        expect(text).not.toMatch(/[{}]/)
      }
      expect(zh).toMatch(/\p{Script=Han}/u)
    }
  })

  test("the checks know both sides of their borders", () => {
    const counts = [
      QueueProblem.ofPositive("a", 0),
      QueueProblem.ofPositive("a", Number.MIN_VALUE),
      QueueProblem.ofPositive("a", Number.POSITIVE_INFINITY),
      QueueProblem.ofFrom0("a", 0),
      QueueProblem.ofFrom0("a", -Number.MIN_VALUE),
      QueueProblem.ofCount("a", 3, 3),
      QueueProblem.ofCount("a", 2, 3),
      QueueProblem.ofCount("a", 3.5, 3),
      QueueProblem.ofLoad("a", 1 - 1e-15),
      QueueProblem.ofLoad("a", 1),
      QueueProblem.ofLoad("a", Number.NaN)
    ].map((problems) => problems.length)
    expect(counts).toEqual([1, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1])
  })

  test("to trust what was refused throws all problems in words", () => {
    const problems = [
      QueueProblem.make("Unstable", "desk", 1.5, "below 1"),
      QueueProblem.make("BadNumber", "rate", -1, "above 0")
    ]
    expect(() => QueueProblem.trust({ ok: false, problems })).toThrow(/1\.5.*-1/)
    expect(QueueProblem.trust({ ok: true, queue: 3 })).toBe(3)
  })
})
