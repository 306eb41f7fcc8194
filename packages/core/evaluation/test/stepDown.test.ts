/**
 * Holm's step-down on floating-point tails: by hand, and against the exact adjustment of p-values.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { stepDown } from "../src/internal/stepDown.ts"
import * as MultipleTesting from "../src/MultipleTesting.ts"
import * as Rational from "../src/Rational.ts"

describe("Holm's step-down", () => {
  const tests = (tails: ReadonlyArray<number>) =>
    tails.map((tail) => ({
      tail,
      isAtMost: (bound: Rational.Rational) => tail <= Rational.toNumber(bound)
    }))
  const level = Rational.make(5, 100)

  test("refuses step by step: level / m, level / (m - 1), ... and stops at the first that fails", () => {
    expect([...stepDown(tests([0.01, 0.04, 0.03, 0.005]), level)].sort()).toEqual([0, 3])
    expect([...stepDown(tests([0.0125, 0.016, 0.025, 0.05]), level)]).toEqual([0, 1, 2, 3])
    expect(stepDown(tests([0.0126, 0.0126, 0.0126, 0.0126]), level).size).toBe(0)
    expect(stepDown([], level).size).toBe(0)
  })

  test("refuses what the exact adjustment of p-values refuses", () => {
    const fractions = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 240 }))
      .map(([above, below]) => Rational.make(Math.min(above, below), below))
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 12 }), (tails) => {
        const refused = stepDown(
          tails.map((tail) => ({
            tail: Rational.toNumber(tail),
            isAtMost: (bound) => Rational.compare(tail, bound) <= 0
          })),
          level
        )
        const adjusted = MultipleTesting.adjusted(tails, "Holm")
        const expected = adjusted.flatMap((tail, place) =>
          Rational.compare(tail, level) <= 0 ? [place] : []
        )
        expect([...refused].sort((left, right) => left - right)).toEqual(expected)
      }),
      { numRuns: 500 }
    )
  })
})
