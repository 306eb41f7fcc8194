/**
 * Matrices for the tests of multi-criteria methods.
 */
import * as DecisionMatrix from "../src/DecisionMatrix.ts"
import * as Rational from "../src/Rational.ts"
import * as StatisticProblem from "../src/StatisticProblem.ts"

/** Units u0, u1, ... by criteria c0, c1, ... with weights as fractions; more is better unless said. */
export const aMatrix = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  weights: ReadonlyArray<readonly [number, number]>,
  better: ReadonlyArray<"Higher" | "Lower">
): DecisionMatrix.DecisionMatrix => {
  const answer = DecisionMatrix.make({
    unitIds: rows.map((_, unit) => `u${unit}`),
    criteria: weights.map(([numerator, denominator], at) => ({
      id: `c${at}`,
      better: better[at] ?? "Higher",
      weight: Rational.make(numerator, denominator)
    })),
    rows
  })
  if (!answer.ok) throw new Error(StatisticProblem.describe(answer.problem).en)
  return answer.matrix
}

/** Style, reliability, fuel economy and cost of four cars: the usual teaching example of TOPSIS. */
export const cars = aMatrix(
  [
    [7, 9, 9, 8],
    [8, 7, 8, 7],
    [9, 6, 8, 9],
    [6, 7, 8, 6]
  ],
  [
    [1, 10],
    [4, 10],
    [3, 10],
    [2, 10]
  ],
  ["Higher", "Higher", "Higher", "Lower"]
)

/** Six sites for a power plant, from Brans, Vincke and Mareschal 1986. */
export const plants = aMatrix(
  [
    [80, 90, 6, 5.4, 8, 5],
    [65, 58, 2, 9.7, 1, 1],
    [83, 60, 4, 7.2, 4, 7],
    [40, 80, 10, 7.5, 7, 10],
    [52, 72, 6, 2, 3, 8],
    [94, 96, 7, 3.6, 5, 6]
  ],
  Array.from({ length: 6 }, () => [1, 6] as const),
  ["Lower", "Higher", "Lower", "Lower", "Lower", "Higher"]
)
