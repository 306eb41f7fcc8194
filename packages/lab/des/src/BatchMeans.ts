/**
 * An interval from one long run: neighbouring observations depend on each other, but means of long
 * batches hardly do, so they are judged like independent replications. Batches do not overlap
 * unless asked for; whether they are long enough is checked by the correlation of neighbours and
 * said with the result. Cut the warm-up first (`WarmUp`), or let `SteadyState` do both.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import * as Estimate from "./Estimate.ts"
import { checkConfidence, checkCount } from "./internal/argumentChecks.ts"
import * as series from "./internal/series.ts"
import * as Real from "./Real.ts"

/**
 * How a run is divided: into `count` batches, into batches of `size` observations, or into
 * {@link correlationBatches} after the correlation of ten times as many was found small enough.
 *
 * @source A. M. Law, J. S. Carson, "A Sequential Procedure for Determining the Length of a
 *   Steady-State Simulation", Operations Research 27(5), 1979 (`correlation`)
 * @category batches
 * @since 0.1.0
 */
export type Division =
  | { readonly by: "count"; readonly count: number }
  | { readonly by: "size"; readonly size: number }
  | { readonly by: "correlation" }

/**
 * How a run is judged.
 *
 * @category batches
 * @since 0.1.0
 */
export interface Options {
  /** How the run is divided; {@link batchCountDefault} batches unless given. */
  readonly division?: Division
  /** Whether batches start at every observation, which steadies the width; false unless given. */
  readonly isOverlapping?: boolean
  /** Confidence of the interval; 0.95 unless given. */
  readonly confidence?: number
}

/**
 * The mean of one long run and how far it may be off.
 *
 * @category batches
 * @since 0.1.0
 */
export interface BatchMeans {
  /** Mean and half-width; its `count` is the number of batches that do not overlap. */
  readonly estimate: Estimate.Estimate
  /** Observations in a batch. */
  readonly batchSize: number
  /** Batches that do not overlap. */
  readonly batchCount: number
  /** Observations at the start that filled no batch; 0 for overlapping batches, which use all. */
  readonly leftOverCount: number
  /** Degrees of freedom of Student's t. */
  readonly freedom: number
  /** Correlation of neighbouring batches that do not overlap. */
  readonly lag1: number
  /** What {@link BatchMeans.lag1} stays below 19 times of 20 if batches are independent. */
  readonly lag1Limit: number
  /** Whether `lag1` is at most `lag1Limit`; where not, use longer batches or a longer run. */
  readonly isUncorrelated: boolean
}

/**
 * Batches of a run unless told otherwise.
 *
 * @source B. W. Schmeiser, "Batch Size Effects in the Analysis of Simulation Output", Operations
 *   Research 30(3), 1982: 10 to 30 batches serve nearly always
 * @category batches
 * @since 0.1.0
 */
export const batchCountDefault = 20

/**
 * Batches of the interval when a run is divided by correlation.
 *
 * @source A. M. Law, J. S. Carson, "A Sequential Procedure for Determining the Length of a
 *   Steady-State Simulation", Operations Research 27(5), 1979: 40 batches
 * @category batches
 * @since 0.1.0
 */
export const correlationBatches = 40

/**
 * Batches whose correlation is looked at when a run is divided by correlation.
 *
 * @source Law and Carson, as {@link correlationBatches}: 400 batches
 * @category batches
 * @since 0.1.0
 */
export const correlationLookBatches = 400

/**
 * Correlation of those batches at which the run counts as too short.
 *
 * @source Law and Carson, as {@link correlationBatches}: 0.4
 * @category batches
 * @since 0.1.0
 */
export const correlationLimit = 0.4

/**
 * The normal number with 95 % below it, for the one-sided check of independence.
 *
 * @source standard normal quantile at 0.95
 */
const NORMAL_95 = 1.6448536269514722

/**
 * The interval of the mean of one run, in the order in which it was observed.
 *
 * Half width = t * s / sqrt(k) for k batches whose means have the sample standard deviation s, with
 * k - 1 degrees of freedom. Overlapping: the squares of all n - m + 1 batches of m, times
 * m / ((n - m + 1)(n - m)), with 1.5 (k - 1) degrees of freedom, rounded down.
 *
 * Refuses (`NotFinite`, `TooFewObservations`, `TooFewBatches` below 2, `NoVariation`,
 * `BatchesCorrelated` when divided by correlation). Throws a `RangeError` for a confidence, count
 * or size that cannot be. Cost: a few passes over the run.
 *
 * ```ts
 * import { BatchMeans } from "@wangge/des"
 *
 * const run = [1, 3, 4, 2, 2, 4, 5, 3, 3, 1]
 * const answer = BatchMeans.of(run, { division: { by: "count", count: 5 } })
 * answer.ok && answer.value.estimate.mean // => 2.8
 * answer.ok && answer.value.batchSize // => 2
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 9.5.3 (batch
 *   means); M. S. Meketon, B. W. Schmeiser, "Overlapping Batch Means: Something for Nothing?",
 *   Winter Simulation Conference 1984 (overlapping, and its degrees of freedom)
 * @category batches
 * @since 0.1.0
 */
export const of = (
  values: ArrayLike<number>,
  options: Options = {}
): AnalysisProblem.Outcome<BatchMeans> => {
  const { confidence = Estimate.confidenceDefault, isOverlapping = false } = options
  const division = options.division ?? { by: "count", count: batchCountDefault }
  checkConfidence(confidence)
  checkDivision(division)
  const least = division.by === "correlation" ? correlationLookBatches : 2
  const problem = series.problemOf(values, least) ?? series.sameness(values)
  if (problem !== null) return AnalysisProblem.refused(problem)
  const correlated = division.by === "correlation" ? correlationProblem(values) : null
  if (correlated !== null) return AnalysisProblem.refused(correlated)
  const { count, size } = shapeOf(values.length, division)
  if (size < 1) {
    return AnalysisProblem.refused(
      AnalysisProblem.make("TooFewObservations", "observations", values.length, count)
    )
  }
  if (count < 2) {
    return AnalysisProblem.refused(AnalysisProblem.make("TooFewBatches", "batches", count, 2))
  }
  const means = series.batchMeans(values, count, size)
  const same = series.sameness(means, "batch means")
  if (same !== null) return AnalysisProblem.refused(same)
  return AnalysisProblem.answered(
    isOverlapping && size < values.length
      ? overlapping(values, means, size, confidence)
      : separate(values.length, means, size, confidence)
  )
}

/**
 * What the correlation of neighbours stays below 19 times of 20 among independent normal numbers:
 * 1.645 * sqrt((k - 2) / (k * k - 1)) for k of them.
 *
 * ```ts
 * import { BatchMeans } from "@wangge/des"
 *
 * BatchMeans.lag1Limit(20).toFixed(4) // => "0.3494"
 * ```
 *
 * @source J. von Neumann, "Distribution of the Ratio of the Mean Square Successive Difference to
 *   the Variance", Annals of Mathematical Statistics 12(4), 1941; G. S. Fishman, "Grouping
 *   Observations in Digital Simulation", Management Science 24(5), 1978
 * @category batches
 * @since 0.1.0
 */
export const lag1Limit = (count: number): number =>
  NORMAL_95 * Real.sqrt(Math.max(0, count - 2) / (count * count - 1))

const checkDivision = (division: Division): void => {
  if (division.by === "count") checkCount("A number of batches", division.count, 2)
  if (division.by === "size") checkCount("A batch size", division.size, 1)
}

const shapeOf = (
  length: number,
  division: Division
): { readonly count: number; readonly size: number } => {
  if (division.by === "size") {
    return { count: Math.floor(length / division.size), size: division.size }
  }
  const count = division.by === "count" ? division.count : correlationBatches
  return { count, size: Math.floor(length / count) }
}

/** The check of the division by correlation: batches a tenth as long must correlate little. */
const correlationProblem = (values: ArrayLike<number>): AnalysisProblem.AnalysisProblem | null => {
  const size = Math.floor(values.length / correlationLookBatches)
  const lag1 = series.autocorrelation(series.batchMeans(values, correlationLookBatches, size), 1)
  return lag1 < correlationLimit
    ? null
    : AnalysisProblem.make(
        "BatchesCorrelated",
        `${correlationLookBatches} batches of ${size}`,
        lag1,
        `below ${correlationLimit}`
      )
}

const separate = (
  length: number,
  means: Float64Array,
  batchSize: number,
  confidence: number
): BatchMeans => {
  const batchCount = means.length
  const freedom = batchCount - 1
  return {
    estimate: Estimate.of(Array.from(means), confidence),
    batchSize,
    batchCount,
    leftOverCount: length - batchCount * batchSize,
    freedom,
    ...lag1Of(means)
  }
}

const overlapping = (
  values: ArrayLike<number>,
  means: Float64Array,
  batchSize: number,
  confidence: number
): BatchMeans => {
  const length = values.length
  const mean = series.meanOf(values)
  const freedom = Math.max(1, Math.floor(1.5 * (length / batchSize - 1)))
  let deviation = 0
  for (let index = 0; index < batchSize; index++) deviation += values[index]! - mean
  let squares = deviation * deviation
  for (let index = batchSize; index < length; index++) {
    deviation += values[index]! - values[index - batchSize]!
    squares += deviation * deviation
  }
  // Sums of m deviations, not means: m * (1/m)^2 leaves one m below.
  const variance = squares / (batchSize * (length - batchSize + 1) * (length - batchSize))
  return {
    estimate: {
      mean,
      halfWidth: Estimate.studentT(confidence, freedom) * Real.sqrt(variance),
      confidence,
      count: means.length
    },
    batchSize,
    batchCount: means.length,
    leftOverCount: 0,
    freedom,
    ...lag1Of(means)
  }
}

const lag1Of = (
  means: Float64Array
): { readonly lag1: number; readonly lag1Limit: number; readonly isUncorrelated: boolean } => {
  const lag1 = series.autocorrelation(means, 1)
  const limit = lag1Limit(means.length)
  return { lag1, lag1Limit: limit, isUncorrelated: lag1 <= limit }
}
