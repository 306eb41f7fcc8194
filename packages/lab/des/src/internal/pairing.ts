/**
 * How two lists of numbers, taken in pairs, move together.
 */
import * as Real from "../Real.ts"
import * as series from "./series.ts"

/** Sample variances, covariance and correlation of pairs. */
export interface Pairing {
  readonly leftVariance: number
  readonly rightVariance: number
  readonly covariance: number
  /** From -1 to 1; null where one side does not vary, or there are fewer than 2 pairs. */
  readonly correlation: number | null
}

/** The pairing of two lists of equal length. */
export const of = (left: ReadonlyArray<number>, right: ReadonlyArray<number>): Pairing => {
  const leftVariance = series.varianceOf(left)
  const rightVariance = series.varianceOf(right)
  const covariance = series.crossSum(left, right) / (left.length - 1)
  const correlation =
    leftVariance > 0 && rightVariance > 0
      ? Math.max(-1, Math.min(1, covariance / Real.sqrt(leftVariance) / Real.sqrt(rightVariance)))
      : null
  return { leftVariance, rightVariance, covariance, correlation }
}
