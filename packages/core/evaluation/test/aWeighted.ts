/**
 * Units with points and weights, for the tests of what hangs on the weights.
 */
import fc from "fast-check"
import * as Rational from "../src/Rational.ts"
import type * as WeightSensitivity from "../src/WeightSensitivity.ts"

/** Units u0, u1, ... with whole points. */
export const weighted = (
  weights: ReadonlyArray<Rational.Rational>,
  rows: ReadonlyArray<ReadonlyArray<number>>
): WeightSensitivity.Weighted => ({
  weights,
  units: rows.map((row, at) => ({
    unitId: `u${at}`,
    points: row.map((points) => Rational.make(points))
  }))
})

/** One half. */
export const half = Rational.make(1, 2)

/** Random weights that sum to 1, and points of some units. */
export const weightedCases = fc.integer({ min: 2, max: 4 }).chain((partCount) =>
  fc.record({
    parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: partCount, maxLength: partCount }),
    rows: fc.array(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: partCount, maxLength: partCount }),
      { minLength: 1, maxLength: 5 }
    )
  })
)

/** Weights in proportion to whole parts. */
export const scaledWeights = (parts: ReadonlyArray<number>): ReadonlyArray<Rational.Rational> => {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => Rational.make(part, total))
}
