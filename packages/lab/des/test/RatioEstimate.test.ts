import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Estimate from "../src/Estimate.ts"
import * as RatioEstimate from "../src/RatioEstimate.ts"
import { answerOf, codeOf } from "./anOutcome.ts"

const methods = ["classical", "jackknife"] as const

describe("RatioEstimate.of", () => {
  test("is an ordinary estimate where all denominators are 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }),
        (values) => {
          const expected = Estimate.of(values)
          for (const method of methods) {
            const ones = values.map(() => 1)
            const ratio = answerOf(RatioEstimate.of(values, ones, { method }))
            expect(ratio.mean).toBeCloseTo(expected.mean, 8)
            expect(ratio.halfWidth).toBeCloseTo(expected.halfWidth ?? 0, 6)
          }
        }
      ),
      { numRuns: 100, seed: 1 }
    )
  })

  test("has no width where every cycle has the same ratio", () => {
    for (const method of methods) {
      const ratio = answerOf(RatioEstimate.of([2, 4, 10], [1, 2, 5], { method }))
      expect(ratio.mean).toBeCloseTo(2, 12)
      expect(ratio.halfWidth).toBeCloseTo(0, 12)
    }
  })

  test("scales with its numerators and against its denominators", () => {
    const [above, below] = [
      [3, 1, 4, 1, 5, 9],
      [2, 7, 1, 8, 2, 8]
    ]
    for (const method of methods) {
      const plain = answerOf(RatioEstimate.of(above, below, { method }))
      const scaled = answerOf(
        RatioEstimate.of(
          above.map((value) => 6 * value),
          below.map((value) => 2 * value),
          { method }
        )
      )
      expect(scaled.mean).toBeCloseTo(3 * plain.mean, 12)
      expect(scaled.halfWidth).toBeCloseTo(3 * (plain.halfWidth ?? 0), 12)
    }
  })

  test("refuses one pair, denominators that vanish, and numbers that are none", () => {
    expect(codeOf(RatioEstimate.of([1], [1]))).toBe("TooFewObservations")
    expect(codeOf(RatioEstimate.of([1, 2], [1, -1]))).toBe("ZeroDenominator")
    expect(codeOf(RatioEstimate.of([1, 2], [0, 5]))).toBe("ZeroDenominator")
    expect(answerOf(RatioEstimate.of([1, 2], [0, 5], { method: "classical" })).mean).toBeCloseTo(
      0.6
    )
    expect(codeOf(RatioEstimate.of([1, 2], [1, Number.NaN]))).toBe("NotFinite")
    expect(() => RatioEstimate.of([1, 2], [1])).toThrow("got 2 and 1")
  })
})
