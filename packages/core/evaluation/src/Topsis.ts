/**
 * TOPSIS as a view: units ordered by how near they are to the best of every criterion and how far from
 * the worst. Best and worst are those of the units at hand, so that a unit that comes or goes can turn
 * two others around; `RankReversal` shows where.
 */
import * as DecisionMatrix from "./DecisionMatrix.ts"
import * as Normalization from "./Normalization.ts"
import { ranked, type View } from "./OutrankingView.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * The relative closeness of each unit, 0 to 1: columns divided by their length and weighted, distances
 * Euclidean, closeness = distance from the worst / (that + distance from the best).
 *
 * Refused: fewer than two units, negative values (`OutOfRange`), a column of zeros (`ZeroColumn`), units
 * that are all the same where weights are above 0 (`EqualColumn`).
 *
 * ```ts
 * import { DecisionMatrix, Rational, Topsis } from "@wangge/evaluation"
 *
 * const answer = DecisionMatrix.make({
 *   unitIds: ["a", "b"],
 *   criteria: [{ id: "solved", better: "Higher", weight: Rational.one }],
 *   rows: [[3], [4]]
 * })
 * const seen = answer.ok ? Topsis.view(answer.matrix) : answer
 * seen.ok ? seen.units.map(({ value }) => value) : [] // => [0, 1]
 * ```
 *
 * @source Hwang and Yoon 1981, Multiple Attribute Decision Making (TOPSIS)
 * @category views
 * @since 0.1.0
 */
export const view: View = (matrix) => {
  const count = matrix.unitIds.length
  if (count < 2) return StatisticProblem.refuse("TooFewUnits", "units", count, 2)
  const columns: Array<ReadonlyArray<number>> = []
  for (const [at, { id }] of matrix.criteria.entries()) {
    const scaled = Normalization.vector(DecisionMatrix.column(matrix, at))
    if (!scaled.ok) {
      const { code, found, expected } = scaled.problem
      return StatisticProblem.refuse(code, id, found, expected)
    }
    columns.push(scaled.values)
  }
  const weights = DecisionMatrix.weights(matrix)
  const distances = (end: "Best" | "Worst") => {
    const ideal = columns.map((values, at) => {
      const isMost = (matrix.criteria[at]!.better === "Higher") === (end === "Best")
      return isMost ? Math.max(...values) : Math.min(...values)
    })
    return matrix.unitIds.map((_, unit) => {
      const gaps = columns.map((values, at) => weights[at]! * (values[unit]! - ideal[at]!))
      return Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0))
    })
  }
  const [best, worst] = [distances("Best"), distances("Worst")]
  if (worst.every((distance) => distance === 0)) {
    return StatisticProblem.refuse("EqualColumn", "units", "equal", "units that differ")
  }
  const closeness = worst.map((distance, unit) => distance / (distance + best[unit]!))
  return { ok: true, units: ranked(matrix.unitIds, closeness) }
}
