/**
 * Weights from contrast and conflict (CRITIC, criteria importance through intercriteria correlation): a
 * criterion weighs more the more it varies and the less it goes with the others. An analysis tool only,
 * as `EntropyWeights`.
 */
import * as DecisionMatrix from "./DecisionMatrix.ts"
import type { WeightAnswer } from "./EntropyWeights.ts"
import * as Normalization from "./Normalization.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * The CRITIC weights of a matrix: on min-max scaled columns, standard deviation times the sum of
 * 1 - correlation with each criterion, divided by the sum of these. Whether deviations are of a sample
 * or of a population makes no difference.
 *
 * Refused: fewer than two units, a column that is the same for all units (`EqualColumn`), criteria that
 * all go together exactly, a single one included (`EqualColumn` on `criteria`).
 *
 * ```ts
 * import { Critic, DecisionMatrix, Rational } from "@wangge/evaluation"
 *
 * const half = Rational.make(1, 2)
 * const answer = DecisionMatrix.make({
 *   unitIds: ["a", "b", "c"],
 *   criteria: [
 *     { id: "solved", better: "Higher", weight: half },
 *     { id: "fast", better: "Higher", weight: half }
 *   ],
 *   rows: [[0, 4], [1, 2], [2, 0]]
 * })
 * const weighed = answer.ok ? Critic.of(answer.matrix) : answer
 * weighed.ok ? weighed.weights : [] // => [0.5, 0.5]
 * ```
 *
 * @source Diakoulaki, Mavrotas and Papayannakis 1995, Computers and Operations Research 22:763-770
 * @category weights
 * @since 0.1.0
 */
export const of = (matrix: DecisionMatrix.DecisionMatrix): WeightAnswer => {
  const columns: Array<ReadonlyArray<number>> = []
  for (const [at, { id, better }] of matrix.criteria.entries()) {
    const scaled = Normalization.minMax(DecisionMatrix.column(matrix, at), better)
    if (!scaled.ok) {
      const { code, found, expected } = scaled.problem
      return StatisticProblem.refuse(code, code === "TooFewUnits" ? "units" : id, found, expected)
    }
    columns.push(centered(scaled.values))
  }
  const lengths = columns.map((values) => Math.sqrt(dot(values, values)))
  const contents = columns.map((values, at) => {
    const conflicts = columns.map((other, place) => {
      if (place === at) return 0
      return 1 - dot(values, other) / (lengths[at]! * lengths[place]!)
    })
    return lengths[at]! * conflicts.reduce((sum, conflict) => sum + conflict, 0)
  })
  const sum = contents.reduce((left, right) => left + right, 0)
  if (sum <= conflictMin * columns.length) {
    return StatisticProblem.refuse("EqualColumn", "criteria", "together", "criteria that differ")
  }
  return { ok: true, weights: contents.map((content) => Math.max(0, content) / sum) }
}

/** What rounding leaves of a conflict of 0. */
const conflictMin = 1e-12

const centered = (values: ReadonlyArray<number>): ReadonlyArray<number> => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - mean)
}

const dot = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): number =>
  left.reduce((sum, value, at) => sum + value * right[at]!, 0)
