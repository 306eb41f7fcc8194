/**
 * Several alternatives compared under common random numbers: each with a control, or all with each
 * other. All differences hold together with the stated confidence (Bonferroni), and each says what
 * common random numbers did to its variance.
 */
import * as Estimate from "./Estimate.ts"
import { checkCount } from "./internal/argumentChecks.ts"
import * as pairing from "./internal/pairing.ts"
import * as Simultaneous from "./Simultaneous.ts"

/**
 * What the interval of a difference says: wholly below 0, wholly above 0, or not clear.
 *
 * @category comparisons
 * @since 0.1.0
 */
export type Verdict = "less" | "greater" | "unclear"

/**
 * One alternative against another.
 *
 * @category comparisons
 * @since 0.1.0
 */
export interface Difference {
  /** The alternative that is compared, as a place in the list. */
  readonly left: number
  /** The alternative it is compared with, as a place in the list. */
  readonly right: number
  /** Left less right, pair by pair. */
  readonly estimate: Estimate.Estimate
  /** Left is less, greater, or it is unclear. */
  readonly verdict: Verdict
  /** Correlation of the two over the replications; null where one does not vary. */
  readonly correlation: number | null
  /**
   * Variance of the difference beside that of independent runs, Var(L - R) / (Var L + Var R); below
   * 1 common random numbers paid off. Null where neither varies.
   */
  readonly varianceRatio: number | null
}

/**
 * Differences that hold together.
 *
 * @category comparisons
 * @since 0.1.0
 */
export interface Comparison {
  /** One per pair of alternatives that was compared. */
  readonly differences: ReadonlyArray<Difference>
  /** Probability that all intervals cover at once, at least. */
  readonly confidence: number
  /** Confidence of each interval. */
  readonly confidenceEach: number
}

/**
 * Every other alternative less the control.
 *
 * `samples[a][i]` is the outcome of alternative a in replication i, with equal random numbers for
 * equal i. Throws a `RangeError` unless there are at least 2 alternatives, equally many replications
 * of each, at least 2, all finite, and `control` is a place in the list.
 *
 * ```ts
 * import { Comparison } from "@wangge/des"
 *
 * const today = [50, 62, 41, 55]
 * const onePhone = [48, 61, 38, 53]
 * const twoClerks = [30, 41, 22, 36]
 * const { differences } = Comparison.withControl([today, onePhone, twoClerks])
 * differences.map(({ estimate }) => estimate.mean) // => [-2, -19.75]
 * differences.map(({ verdict }) => verdict) // => ["less", "less"]
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 10.3.1 (control)
 *   and 11.2 (common random numbers)
 * @category comparisons
 * @since 0.1.0
 */
export const withControl = (
  samples: ReadonlyArray<ReadonlyArray<number>>,
  options: { readonly control?: number; readonly confidence?: number } = {}
): Comparison => {
  const { control = 0, confidence } = options
  if (samples[control] === undefined) {
    throw new RangeError(`A control is a place from 0 to ${samples.length - 1}; got ${control}`)
  }
  const pairs = samples.flatMap((_, left) => (left === control ? [] : [[left, control] as const]))
  return compare(samples, pairs, confidence)
}

/**
 * Every alternative less every one after it in the list: k (k - 1) / 2 differences.
 *
 * Errors and samples as {@link withControl}.
 *
 * ```ts
 * import { Comparison } from "@wangge/des"
 *
 * const { differences } = Comparison.allPairs([[5, 6], [4, 5], [9, 9]])
 * differences.map(({ left, right }) => `${left}-${right}`) // => ["0-1", "0-2", "1-2"]
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 10.3.2
 * @category comparisons
 * @since 0.1.0
 */
export const allPairs = (
  samples: ReadonlyArray<ReadonlyArray<number>>,
  options: { readonly confidence?: number } = {}
): Comparison => {
  const pairs = samples.flatMap((_, left) =>
    samples.flatMap((__, right) => (right > left ? [[left, right] as const] : []))
  )
  return compare(samples, pairs, options.confidence)
}

const compare = (
  samples: ReadonlyArray<ReadonlyArray<number>>,
  pairs: ReadonlyArray<readonly [number, number]>,
  confidence = Estimate.confidenceDefault
): Comparison => {
  checkCount("A number of alternatives", samples.length, 2)
  checkCount("A number of replications", samples[0]!.length, 2)
  const confidenceEach = Simultaneous.confidenceEach(confidence, pairs.length)
  return {
    differences: pairs.map(([left, right]) => differenceOf(samples, left, right, confidenceEach)),
    confidence,
    confidenceEach
  }
}

const differenceOf = (
  samples: ReadonlyArray<ReadonlyArray<number>>,
  left: number,
  right: number,
  confidence: number
): Difference => {
  const [first, second] = [samples[left]!, samples[right]!]
  const estimate = Estimate.paired(first, second, confidence)
  const { correlation, leftVariance, rightVariance, covariance } = pairing.of(first, second)
  const apart = leftVariance + rightVariance
  return {
    left,
    right,
    estimate,
    verdict: verdictOf(estimate),
    correlation,
    varianceRatio: apart > 0 ? Math.max(0, 1 - (2 * covariance) / apart) : null
  }
}

const verdictOf = ({ mean, halfWidth }: Estimate.Estimate): Verdict => {
  if (halfWidth === null) return "unclear"
  if (mean + halfWidth < 0) return "less"
  return mean - halfWidth > 0 ? "greater" : "unclear"
}
