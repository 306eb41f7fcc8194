/**
 * Weights from how much the columns differ (entropy weight method, 熵权法): a column that is the same
 * for all units gets 0. An analysis tool only: it rewards what happens to vary, not what matters, and
 * moves when any unit moves.
 */
import * as DecisionMatrix from "./DecisionMatrix.ts"
import { naturalLog } from "./internal/naturalLog.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * One number per criterion, in the order of the matrix, summing to 1, or why there are none.
 *
 * @category weights
 * @since 0.1.0
 */
export type WeightAnswer =
  | { readonly ok: true; readonly weights: ReadonlyArray<number> }
  | StatisticProblem.Refusal

/**
 * The entropy weights of a matrix. With p the parts of a column in its sum and m units, the entropy is
 * e = - sum of p ln p / ln m, where 0 ln 0 is 0; weights are in proportion to 1 - e. Directions and the
 * weights of the matrix play no part.
 *
 * Refused: fewer than two units, negative values (`OutOfRange`), a column of zeros (`ZeroColumn`), and
 * a matrix whose columns are all the same for every unit (`EqualColumn`).
 *
 * ```ts
 * import { DecisionMatrix, EntropyWeights, Rational } from "@wangge/evaluation"
 *
 * const half = Rational.make(1, 2)
 * const answer = DecisionMatrix.make({
 *   unitIds: ["a", "b"],
 *   criteria: [
 *     { id: "same", better: "Higher", weight: half },
 *     { id: "different", better: "Higher", weight: half }
 *   ],
 *   rows: [[5, 0], [5, 8]]
 * })
 * const weighed = answer.ok ? EntropyWeights.of(answer.matrix) : answer
 * weighed.ok ? weighed.weights : [] // => [0, 1]
 * ```
 *
 * @source Hwang and Yoon 1981, Multiple Attribute Decision Making (entropy method),
 * after Shannon 1948
 * @category weights
 * @since 0.1.0
 */
export const of = (matrix: DecisionMatrix.DecisionMatrix): WeightAnswer => {
  const count = matrix.unitIds.length
  if (count < 2) return StatisticProblem.refuse("TooFewUnits", "units", count, 2)
  const spreads: Array<number> = []
  for (const [at, { id }] of matrix.criteria.entries()) {
    const values = DecisionMatrix.column(matrix, at)
    const negative = values.find((value) => value < 0)
    if (negative !== undefined) return StatisticProblem.refuse("OutOfRange", id, negative, ">= 0")
    const most = Math.max(...values)
    if (most === 0) return StatisticProblem.refuse("ZeroColumn", id, 0, "a value above 0")
    spreads.push(
      Math.min(...values) === most ? 0 : 1 - entropy(values.map((value) => value / most))
    )
  }
  const sum = spreads.reduce((left, right) => left + Math.max(0, right), 0)
  if (sum === 0) {
    return StatisticProblem.refuse("EqualColumn", "criteria", "equal", "one column that differs")
  }
  return { ok: true, weights: spreads.map((spread) => Math.max(0, spread) / sum) }
}

/** From 0 (all in one unit) to 1 (the same for all). */
const entropy = (values: ReadonlyArray<number>): number => {
  const sum = values.reduce((left, right) => left + right, 0)
  const information = values.reduce((left, value) => {
    const part = value / sum
    return part === 0 ? left : left - part * naturalLog(part)
  }, 0)
  return information / naturalLog(values.length)
}
