/**
 * From the results of independent replications to an estimate with a confidence interval.
 * Replications are independent, so their mean is judged by Student's t, whatever the dependence
 * within one run. Sums run in the order of the replications, so the result has the same bits
 * however the replications were shared out.
 */
import { checkConfidence } from "./internal/argumentChecks.ts"
import { studentFactor } from "./internal/studentFactor.ts"
import * as Real from "./Real.ts"
import * as Tally from "./Tally.ts"

/**
 * A mean over replications and how far it may be off.
 *
 * @category estimates
 * @since 0.1.0
 */
export interface Estimate {
  /** Mean of the replications. */
  readonly mean: number
  /** Half the width of the confidence interval; null for fewer than 2 replications. */
  readonly halfWidth: number | null
  /** Lower end of the interval, where it does not lie evenly about the mean; see {@link range}. */
  readonly low?: number
  /** Upper end of the interval, where it does not lie evenly about the mean. */
  readonly high?: number
  /** Probability that such an interval covers the true mean, above 0 and below 1. */
  readonly confidence: number
  /** Number of replications. */
  readonly count: number
}

/**
 * The ends of the interval of an estimate; null where it has none.
 *
 * ```ts
 * import { Estimate } from "@wangge/des"
 *
 * Estimate.range({ mean: 5, halfWidth: 2 }) // => { low: 3, high: 7 }
 * ```
 *
 * @category estimates
 * @since 0.1.0
 */
export const range = ({
  halfWidth,
  high,
  low,
  mean
}: Pick<Estimate, "mean" | "halfWidth" | "low" | "high">): {
  readonly low: number
  readonly high: number
} | null =>
  halfWidth === null ? null : { low: low ?? mean - halfWidth, high: high ?? mean + halfWidth }

/**
 * The confidence of an interval unless told otherwise.
 *
 * @category estimates
 * @source none: the usual choice in simulation output analysis
 * @since 0.1.0
 */
export const confidenceDefault = 0.95

/**
 * The estimate from one number per replication.
 *
 * Half width = t * s / sqrt(n), where n is the number of replications, s their sample standard
 * deviation and t the quantile (1 + confidence) / 2 of Student's t with n - 1 degrees of freedom.
 * Throws a `RangeError` if there is no number, one is not finite, or the confidence is not
 * between 0 and 1.
 *
 * ```ts
 * import { Estimate } from "@wangge/des"
 *
 * const estimate = Estimate.of([9, 10, 11])
 * estimate.mean // => 10
 * estimate.halfWidth?.toFixed(4) // => "2.4841"
 * Estimate.of([4]).halfWidth // => null
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 9.4.1
 * @category estimates
 * @since 0.1.0
 */
export const of = (values: ReadonlyArray<number>, confidence = confidenceDefault): Estimate => {
  checkConfidence(confidence)
  if (values.length === 0) throw new RangeError("An estimate needs at least 1 replication; got 0")
  const tally = Tally.make()
  for (const [index, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      throw new RangeError(
        `A replication gives a finite number; replication ${index} gave ${value}`
      )
    }
    tally.add(value)
  }
  const count = tally.count
  const halfWidth =
    count < 2 ? null : studentT(confidence, count - 1) * Real.sqrt(tally.variance / count)
  return { mean: tally.mean, halfWidth, confidence, count }
}

/**
 * The estimate of the difference `left - right`, where replication i of both used the same random
 * numbers. Sharper than two separate intervals when the two move together.
 *
 * Throws a `RangeError` if the lengths differ, and as {@link of}.
 *
 * ```ts
 * import { Estimate } from "@wangge/des"
 *
 * Estimate.paired([5, 7, 9], [4, 6, 8]).mean // => 1
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 10.2.1
 * @category estimates
 * @since 0.1.0
 */
export const paired = (
  left: ReadonlyArray<number>,
  right: ReadonlyArray<number>,
  confidence = confidenceDefault
): Estimate => {
  if (left.length !== right.length) {
    throw new RangeError(
      `Paired replications are equally many; got ${left.length} and ${right.length}`
    )
  }
  return of(
    left.map((value, index) => value - right[index]!),
    confidence
  )
}

/**
 * The factor t of a two-sided interval: the quantile (1 + confidence) / 2 of Student's t.
 *
 * Cost: linear in the degrees of freedom, some 60 times over; nothing when asked again at the same
 * confidence, up to 4,096 degrees. Throws a `RangeError` if `freedom` is
 * no whole number from 1, or the confidence is not between 0 and 1.
 *
 * ```ts
 * import { Estimate } from "@wangge/des"
 *
 * Estimate.studentT(0.95, 9).toFixed(3) // => "2.262"
 * ```
 *
 * @source Student (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6(1), 1908
 * @category estimates
 * @since 0.1.0
 */
export const studentT = (confidence: number, freedom: number): number => {
  checkConfidence(confidence)
  if (!(Number.isSafeInteger(freedom) && freedom >= 1)) {
    throw new RangeError(`Degrees of freedom are a whole number from 1; got ${freedom}`)
  }
  return studentFactor(confidence, freedom)
}
