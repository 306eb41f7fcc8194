/**
 * Quantiles with intervals: from order statistics where observations are independent, from
 * sections (batches of one long run, or replications) where they depend on each other.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import { batchCountDefault } from "./BatchMeans.ts"
import * as Estimate from "./Estimate.ts"
import { checkConfidence, checkCount } from "./internal/argumentChecks.ts"
import { binomialChance } from "./internal/binomialChance.ts"
import * as series from "./internal/series.ts"
import * as Quantile from "./Quantile.ts"
import * as Real from "./Real.ts"

/**
 * A quantile and its interval.
 *
 * @category quantiles
 * @since 0.1.0
 */
export interface QuantileInterval {
  /** The quantile of all observations (definition 7 of Hyndman and Fan). */
  readonly quantile: number
  /** Lower end of the interval. */
  readonly low: number
  /** Upper end of the interval. */
  readonly high: number
  /** Confidence asked for; order statistics cover at least as often, sections about as often. */
  readonly confidence: number
  /** Observations behind it. */
  readonly count: number
  /** How the interval was found. */
  readonly method: "order statistics" | "sections"
}

/**
 * The quantile of independent observations; its ends are two of them.
 *
 * The ends are the observations of ranks l and u, the largest and smallest for which the quantile
 * lies below (above) with at most half of 1 - confidence; valid for any distribution. Refuses
 * (`NotFinite`, `TooFewObservations` when empty, `QuantileOutOfReach` when there is no such rank:
 * 95 % of a median needs 6, of a 99 % quantile 368 observations). Throws a `RangeError` for a
 * probability or confidence not between 0 and 1. Cost: one sort.
 *
 * ```ts
 * import { QuantileInterval } from "@wangge/des"
 *
 * const answer = QuantileInterval.ofIndependent([3, 1, 4, 2, 6, 5, 8, 7, 9, 10], 0.5)
 * answer.ok && [answer.value.low, answer.value.quantile, answer.value.high] // => [2, 5.5, 9]
 * ```
 *
 * @source H. A. David, H. N. Nagaraja, "Order Statistics", 3rd edition, 2003, section 7.1
 * @category quantiles
 * @since 0.1.0
 */
export const ofIndependent = (
  values: ArrayLike<number>,
  probability: number,
  confidence = Estimate.confidenceDefault
): AnalysisProblem.Outcome<QuantileInterval> => {
  checkConfidence(confidence)
  checkProbability(probability)
  const problem = series.problemOf(values, 1)
  if (problem !== null) return AnalysisProblem.refused(problem)
  const count = values.length
  const tail = (1 - confidence) / 2
  const low = lowRank(count, probability, tail)
  const high = count + 1 - lowRank(count, 1 - probability, tail)
  if (low < 1 || high > count) {
    return AnalysisProblem.refused(
      AnalysisProblem.make(
        "QuantileOutOfReach",
        `quantile ${probability}`,
        count,
        countFor(probability, tail)
      )
    )
  }
  const sorted = series.partOf(values, 0, count).sort()
  return AnalysisProblem.answered({
    quantile: Quantile.ofSorted(sorted, probability),
    low: sorted[low - 1]!,
    high: sorted[high - 1]!,
    confidence,
    count,
    method: "order statistics"
  })
}

/**
 * The quantile of one long run without its warm-up, cut into `batchCount` equal sections (20 unless
 * given); what fills none is left out at the start.
 *
 * Half width = t * s / sqrt(k), where s^2 = sum of (quantile of section i - quantile of all)^2 /
 * (k - 1). Refuses (`NotFinite`, `TooFewObservations` unless each section has
 * {@link sectionCountMin} observations beyond the quantile, `NoVariation`); throws a `RangeError`
 * as {@link ofIndependent} and for a `batchCount` below 2. Cost: two sorts.
 *
 * ```ts
 * import { QuantileInterval } from "@wangge/des"
 *
 * const run = Array.from({ length: 4000 }, (_, index) => (index * 769) % 1009)
 * const answer = QuantileInterval.ofRun(run, 0.9)
 * answer.ok && Math.abs(answer.value.quantile - 908) < 5 // => true
 * ```
 *
 * @source S. Asmussen, P. W. Glynn, "Stochastic Simulation", 2007, section III.5a (sectioning);
 *   M. K. Nakayama, "Confidence Intervals for Quantiles Using Sectioning When Applying
 *   Variance-Reduction Techniques", ACM TOMACS 24(4), 2014
 * @category quantiles
 * @since 0.1.0
 */
export const ofRun = (
  values: ArrayLike<number>,
  probability: number,
  options: { readonly batchCount?: number; readonly confidence?: number } = {}
): AnalysisProblem.Outcome<QuantileInterval> => {
  const { batchCount = batchCountDefault, confidence } = options
  checkCount("A number of batches", batchCount, 2)
  const size = Math.floor(values.length / batchCount)
  const start = values.length - batchCount * size
  const sections = Array.from({ length: batchCount }, (_, batch) =>
    series.partOf(values, start + batch * size, start + (batch + 1) * size)
  )
  return ofSections(sections, probability, confidence)
}

/**
 * Fewest observations of a section that lie beyond its quantile on the rarer side.
 *
 * @source none: with fewer, the quantile of a section is hardly more than its extreme, and biased
 * @category quantiles
 * @since 0.1.0
 */
export const sectionCountMin = 5

/**
 * The quantile of several independent samples, such as the observations of one replication each,
 * pooled; the samples may depend on themselves and may differ in length.
 *
 * A longer sample weighs more in the quantile of all, and not in the width. Formula, refusals and
 * errors as {@link ofRun}; `TooFewBatches` below 2 sections.
 *
 * @source as {@link ofRun}
 * @category quantiles
 * @since 0.1.0
 */
export const ofSections = (
  sections: ReadonlyArray<ArrayLike<number>>,
  probability: number,
  confidence = Estimate.confidenceDefault
): AnalysisProblem.Outcome<QuantileInterval> => {
  checkConfidence(confidence)
  checkProbability(probability)
  const problem = sectionsProblem(sections, probability)
  if (problem !== null) return AnalysisProblem.refused(problem)
  const count = sections.reduce((sum, section) => sum + section.length, 0)
  const all = new Float64Array(count)
  let filled = 0
  const own: Array<number> = []
  for (const section of sections) {
    const sorted = series.partOf(section, 0, section.length).sort()
    own.push(Quantile.ofSorted(sorted, probability))
    all.set(sorted, filled)
    filled += sorted.length
  }
  const same = series.sameness(own, "quantiles of the sections")
  if (same !== null) return AnalysisProblem.refused(same)
  const quantile = Quantile.ofSorted(all.sort(), probability)
  const squares = own.reduce((sum, each) => sum + (each - quantile) * (each - quantile), 0)
  const freedom = own.length - 1
  const width = Estimate.studentT(confidence, freedom) * Real.sqrt(squares / freedom / own.length)
  return AnalysisProblem.answered({
    quantile,
    low: quantile - width,
    high: quantile + width,
    confidence,
    count,
    method: "sections"
  })
}

const sectionsProblem = (
  sections: ReadonlyArray<ArrayLike<number>>,
  probability: number
): AnalysisProblem.AnalysisProblem | null => {
  if (sections.length < 2) {
    return AnalysisProblem.make("TooFewBatches", "sections", sections.length, 2)
  }
  const least = Math.ceil(sectionCountMin / Math.min(probability, 1 - probability))
  for (const [index, section] of sections.entries()) {
    const problem = series.problemOf(section, least, `section ${index}`)
    if (problem !== null) return problem
  }
  return null
}

/** The largest rank l with P(at most l - 1 of `count` are below the quantile) at most `tail`. */
const lowRank = (count: number, probability: number, tail: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (binomialChance(count, probability, middle - 1).atMost <= tail) low = middle
    else high = middle - 1
  }
  return low
}

/** Observations that are enough for the extremes to enclose the quantile. */
const countFor = (probability: number, tail: number): number => {
  const rare = Math.max(probability, 1 - probability)
  let count = 0
  for (let missed = 1; missed > tail; missed *= rare) count++
  return count
}

const checkProbability = (probability: number): void => {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`A probability is above 0 and below 1 here; got ${probability}`)
  }
}
