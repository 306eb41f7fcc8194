/**
 * How strongly the observations of one run depend on those before them, and how many independent
 * observations they are worth.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import { checkCount } from "./internal/argumentChecks.ts"
import * as series from "./internal/series.ts"

/**
 * How much a run of dependent observations tells.
 *
 * @category autocorrelation
 * @since 0.1.0
 */
export interface EffectiveSize {
  /** Independent observations that would tell the mean as well; at most the number there is. */
  readonly count: number
  /** Observations per independent one: 1 + 2 * the sum of the autocorrelations, at least 1. */
  readonly time: number
  /** Greatest lag in that sum. */
  readonly lagMax: number
}

/**
 * The autocorrelations at lags 0 to `lagMax`, with the mean and variance of the whole run.
 *
 * Refuses (`NotFinite`, `TooFewObservations` unless there are more than `lagMax` and at least 2,
 * `NoVariation`); throws a `RangeError` if `lagMax` is no whole number from 0. Cost: two
 * passes per lag.
 *
 * ```ts
 * import { Autocorrelation } from "@wangge/des"
 *
 * const answer = Autocorrelation.of([1, 2, 3, 4, 5], 2)
 * answer.ok && answer.value // => [1, 0.4, -0.1]
 * ```
 *
 * @source G. E. P. Box, G. M. Jenkins, G. C. Reinsel, "Time Series Analysis", 4th edition, 2008,
 *   section 2.1.5
 * @category autocorrelation
 * @since 0.1.0
 */
export const of = (
  values: ArrayLike<number>,
  lagMax: number
): AnalysisProblem.Outcome<ReadonlyArray<number>> => {
  checkCount("A greatest lag", lagMax, 0)
  const problem = problemOf(values, Math.max(2, lagMax + 1))
  if (problem !== null) return AnalysisProblem.refused(problem)
  return AnalysisProblem.answered(
    Array.from({ length: lagMax + 1 }, (_, lag) => series.autocorrelation(values, lag))
  )
}

/**
 * The effective sample size, by the initial monotone sequence: sums of two neighbouring
 * autocorrelations are added while they are above 0, none counted as more than the one before.
 *
 * Biased low where the run is short beside its memory. Refuses as {@link of}, below 4 observations.
 * Cost: two passes per lag until the first sum that is not above 0.
 *
 * ```ts
 * import { Autocorrelation } from "@wangge/des"
 *
 * const slow = Array.from({ length: 400 }, (_, index) => Math.floor(index / 50) % 2)
 * const answer = Autocorrelation.effectiveSize(slow)
 * answer.ok && answer.value.count < 20 // => true
 * ```
 *
 * @source C. J. Geyer, "Practical Markov Chain Monte Carlo", Statistical Science 7(4), 1992,
 *   section 3.3
 * @category autocorrelation
 * @since 0.1.0
 */
export const effectiveSize = (
  values: ArrayLike<number>
): AnalysisProblem.Outcome<EffectiveSize> => {
  const problem = problemOf(values, 4)
  if (problem !== null) return AnalysisProblem.refused(problem)
  let sum = 0
  let before = Number.POSITIVE_INFINITY
  let lag = 0
  for (; lag + 1 < values.length; lag += 2) {
    const pair = series.autocorrelation(values, lag) + series.autocorrelation(values, lag + 1)
    if (!(pair > 0)) break
    before = Math.min(before, pair)
    sum += before
  }
  const time = Math.max(1, 2 * sum - 1)
  return AnalysisProblem.answered({
    count: values.length / time,
    time,
    lagMax: Math.max(0, lag - 1)
  })
}

const problemOf = (
  values: ArrayLike<number>,
  least: number
): AnalysisProblem.AnalysisProblem | null =>
  series.problemOf(values, least) ?? series.sameness(values)
