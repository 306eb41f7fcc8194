import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as SelfTestJudgement from "../src/SelfTestJudgement.ts"

const confidence = 0.99
const judged = (values: ReadonlyArray<number>, exact: number) =>
  SelfTestJudgement.of({ measure: "wait.mean", exact, values, confidence })

describe("a judgement", () => {
  test("agrees inside the interval and disagrees on both sides of it", () => {
    const values = [0.98, 1.01, 1.02, 0.99]
    const { low, high, estimate } = judged(values, 1)
    expect(estimate).toBeCloseTo(1, 12)
    expect(judged(values, high!).verdict).toBe("agrees")
    expect(judged(values, low!).verdict).toBe("agrees")
    expect(judged(values, high! + 1e-6).verdict).toBe("disagrees")
    expect(judged(values, low! - 1e-6).verdict).toBe("disagrees")
  })

  test("is none without enough values or with a value that is no number", () => {
    for (const values of [[], [1], [1, Number.NaN, 1], [1, Number.POSITIVE_INFINITY]]) {
      const { verdict, estimate, replications } = judged(values, 1)
      expect([verdict, estimate, replications]).toEqual(["unjudged", null, values.length])
    }
  })

  test("is none where a wide interval covers, and disagreement where it does not", () => {
    const values = [0.5, 1.5, 0.8, 1.2]
    expect(judged(values, 1).verdict).toBe("unjudged")
    expect(judged(values, 9).verdict).toBe("disagrees")
  })

  test("counts what happened or not, with the exact interval", () => {
    const values = Array.from({ length: 1000 }, (_, index) => (index % 4 === 0 ? 1 : 0))
    const { estimate, low, high, verdict } = judged(values, 0.25)
    expect(estimate).toBe(0.25)
    expect(verdict).toBe("agrees")
    // Clopper and Pearson are not symmetric about the estimate.
    expect(high! - 0.25).toBeGreaterThan(0.25 - low!)
  })

  test("of values that do not vary allows for rounding and no more", () => {
    const values = [0.1 + 0.2, 0.1 + 0.2, 0.1 + 0.2]
    expect(judged(values, 0.3).verdict).toBe("agrees")
    expect(judged(values, 0.3 * (1 + 1e-8)).verdict).toBe("disagrees")
  })

  test("does not depend on the unit of time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 1.5, noNaN: true }), { minLength: 3, maxLength: 20 }),
        fc.double({ min: 0.5, max: 1.5, noNaN: true }),
        fc.integer({ min: -8, max: 8 }),
        (values, exact, power) => {
          // A power of two, so that nothing is rounded anew.
          const unit = 2 ** power
          const scaled = values.map((value) => value * unit)
          fc.pre(values.some((value) => value !== values[0]))
          fc.pre(scaled.some((value) => value !== 0 && value !== 1))
          fc.pre(values.some((value) => value !== 0 && value !== 1))
          expect(judged(scaled, exact * unit).verdict).toBe(judged(values, exact).verdict)
        }
      ),
      { numRuns: 200 }
    )
  })
})
