/**
 * Several intervals that are right together. Each of ten 95 % intervals may miss once in twenty
 * times, so at least one of them misses far more often; Bonferroni's inequality says how confident
 * each must be so that all cover at once, whatever their dependence.
 */
import * as Estimate from "./Estimate.ts"
import { checkConfidence, checkCount } from "./internal/argumentChecks.ts"
import { bonferroni } from "./internal/bonferroni.ts"
import * as Replications from "./Replications.ts"

/**
 * The confidence that each of `count` intervals needs: 1 - (1 - confidence) / count.
 *
 * Throws a `RangeError` for a confidence not between 0 and 1, or a count that is no whole number
 * from 1.
 *
 * ```ts
 * import { Simultaneous } from "@wangge/des"
 *
 * Simultaneous.confidenceEach(0.95, 5).toFixed(4) // => "0.9900"
 * ```
 *
 * @source C. E. Bonferroni, 1936; A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015,
 *   section 9.7
 * @category estimates
 * @since 0.1.0
 */
export const confidenceEach = (confidence: number, count: number): number => {
  checkConfidence(confidence)
  checkCount("A number of intervals", count, 1)
  return bonferroni(confidence, count)
}

/**
 * One estimate per outcome from rows of outcomes, one row per replication, that hold together with
 * at least `confidence`.
 *
 * Throws a `RangeError` as `Replications.estimateRows`.
 *
 * ```ts
 * import { Simultaneous } from "@wangge/des"
 *
 * const [wait] = Simultaneous.estimateRows([[9, 1], [10, 2], [11, 3]])
 * wait?.confidence // => 0.975
 * ```
 *
 * @source as {@link confidenceEach}
 * @category estimates
 * @since 0.1.0
 */
export const estimateRows = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  confidence = Estimate.confidenceDefault
): ReadonlyArray<Estimate.Estimate> =>
  Replications.estimateRows(rows, confidenceEach(confidence, Math.max(1, rows[0]?.length ?? 1)))
