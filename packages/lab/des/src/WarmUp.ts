/**
 * Where the influence of the start ends: MSER-5, which cuts where the mean of the rest would be
 * known best. It looks at one series only, and says so when the run is too short to tell.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import { checkCount } from "./internal/argumentChecks.ts"
import * as series from "./internal/series.ts"

/**
 * What to cut from the start of a run.
 *
 * @category warm-up
 * @since 0.1.0
 */
export interface WarmUp {
  /** Observations to leave out, a multiple of `batchSize`. */
  readonly cutCount: number
  /** Observations in a batch. */
  readonly batchSize: number
  /** Batches looked at. */
  readonly batchCount: number
  /** The least marginal standard error squared, which the cut has. */
  readonly score: number
}

/**
 * Observations in a batch of MSER-5.
 *
 * @source K. P. White, M. J. Cobb, S. C. Spratt, "A Comparison of Five Steady-State Truncation
 *   Heuristics for Simulation", Winter Simulation Conference 2000: batches of 5
 * @category warm-up
 * @since 0.1.0
 */
export const batchSizeDefault = 5

/**
 * Fewest batches that a cut can be found in.
 *
 * @source none: with fewer than 10 of them the half that may be cut holds less than 5
 * @category warm-up
 * @since 0.1.0
 */
export const batchCountMin = 10

/**
 * Latest part of the run at which a cut is believed: half.
 *
 * @source K. Hoad, S. Robinson, R. Davies, "Automating Warm-Up Length Estimation", Journal of the
 *   Operational Research Society 61, 2010: a later minimum means too few data
 * @category warm-up
 * @since 0.1.0
 */
export const cutShareMax = 0.5

/**
 * The cut of a run by MSER: d is the number of batches cut, k of all, Z their means, and the d with
 * the least sum over i > d of (Z_i - mean of those)^2, divided by (k - d)^2, wins.
 *
 * The last tenth of the batches, at least 5, is no place to cut: a few equal numbers at the end
 * would win by chance. Of equal scores the earliest wins.
 *
 * Refuses (`NotFinite`, `TooFewBatches` below {@link batchCountMin}, `WarmUpTooLong` when the best
 * cut is in the second half). Throws a `RangeError` for a batch size that is no whole number from
 * 1. Cost: one pass, and 8 bytes per batch.
 *
 * ```ts
 * import { WarmUp } from "@wangge/des"
 *
 * const run = Array.from({ length: 200 }, (_, index) => (index < 20 ? 50 - index : index % 3))
 * const answer = WarmUp.mser(run)
 * answer.ok && answer.value.cutCount // => 20
 * ```
 *
 * @source K. P. White, "An Effective Truncation Heuristic for Bias Reduction in Simulation Output",
 *   Simulation 69(6), 1997; batches as {@link batchSizeDefault}; the last 5 left out: S. C. Spratt,
 *   "Heuristics for the Startup Problem", thesis, University of Virginia, 1998; the tenth is ours
 * @category warm-up
 * @since 0.1.0
 */
export const mser = (
  values: ArrayLike<number>,
  options: { readonly batchSize?: number } = {}
): AnalysisProblem.Outcome<WarmUp> => {
  const { batchSize = batchSizeDefault } = options
  checkCount("A batch size", batchSize, 1)
  const problem = series.problemOf(values, 0)
  if (problem !== null) return AnalysisProblem.refused(problem)
  const batchCount = Math.floor(values.length / batchSize)
  if (batchCount < batchCountMin) {
    return AnalysisProblem.refused(
      AnalysisProblem.make("TooFewBatches", "batches", batchCount, batchCountMin)
    )
  }
  // What fills no batch is left out at the end, so that a cut counts from the first observation.
  const means = series.batchMeans(
    series.partOf(values, 0, batchCount * batchSize),
    batchCount,
    batchSize
  )
  const { cut, score } = bestCut(means)
  if (cut > batchCount * cutShareMax) {
    return AnalysisProblem.refused(
      AnalysisProblem.make(
        "WarmUpTooLong",
        "warm-up",
        cut * batchSize,
        batchCount * cutShareMax * batchSize
      )
    )
  }
  return AnalysisProblem.answered({ cutCount: cut * batchSize, batchSize, batchCount, score })
}

/** From the end to the start, a running mean and sum of squares of what would be kept. */
const bestCut = (means: Float64Array): { readonly cut: number; readonly score: number } => {
  const latest = means.length - Math.max(5, Math.floor(means.length / 10))
  let cut = 0
  let score = Number.POSITIVE_INFINITY
  let mean = 0
  let squares = 0
  for (let index = means.length - 1; index >= 0; index--) {
    const kept = means.length - index
    const from = means[index]! - mean
    mean += from / kept
    squares += from * (means[index]! - mean)
    const own = squares / (kept * kept)
    if (index <= latest && own <= score) {
      score = own
      cut = index
    }
  }
  return { cut, score }
}
