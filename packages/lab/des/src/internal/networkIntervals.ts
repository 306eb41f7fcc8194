/**
 * Intervals of what has a border: a share from 0 to 1, a standard deviation above 0. Near its border an
 * estimate from few events is low when its own deviation is low, so that an interval of equal halves
 * covers too seldom. Shares get the interval of their log-odds, deviations that of their logarithm, both
 * by the delta method; shares of runs at one moment are independent, and get the exact one.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as Estimate from "../Estimate.ts"
import * as Measure from "../Measure.ts"
import * as Proportion from "../Proportion.ts"
import * as Real from "../Real.ts"
import type { Parts } from "./networkRatios.ts"

/**
 * Least number of events that are as good as independent, (share / standard error) squared, of a share
 * that has an interval; for shares above a half of what was otherwise. It is 1 where one run or batch saw
 * them all, and about 2 where two saw as many.
 *
 * @source none: by our own trials, where one run of 10 to 50 saw all, 95 % intervals cover in 60 to 80 %;
 *   above this limit in 91 to 97 %
 */
const EVENTS_MIN = 1.5

/** Whether rows are one observation each, of something that was so (1) or not (0) at one moment. */
export const areMoments = (measure: Measure.Measure, rows: ReadonlyArray<Parts>): boolean =>
  measure.at !== null &&
  measure.statistic.kind === "is" &&
  rows.every(([sum, , weight]) => weight === 1 && (sum === 0 || sum === 1))

/** The exact interval of how likely something is at one moment. */
export const ofMoments = (rows: ReadonlyArray<Parts>, confidence: number): Estimate.Estimate => {
  const hits = rows.reduce((total, [sum]) => total + sum, 0)
  const { high, low, share } = Proportion.ofIndependent({ hits, count: rows.length, confidence })
  return { mean: share, halfWidth: (high - low) / 2, low, high, confidence, count: rows.length }
}

/**
 * A share with the interval of its log-odds; `plain` is the share in all rows together. Refuses
 * `NoVariation` where it was never so or always, and `TooFewEvents` below {@link EVENTS_MIN}.
 *
 * @source A. Agresti, "Categorical Data Analysis", 3rd edition, 2013, section 3.1.6 (delta method, logit)
 */
export const ofShare = (
  measure: Measure.Measure,
  estimate: Estimate.Estimate,
  plain: number
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const { confidence, count, halfWidth } = estimate
  if (halfWidth === null) return AnalysisProblem.answered(estimate)
  const mean = estimate.mean > 0 && estimate.mean < 1 ? estimate.mean : plain
  const subject = Measure.toText(measure)
  if (!(mean > 0 && mean < 1)) {
    const problem = AnalysisProblem.make(
      "NoVariation",
      subject,
      mean,
      "a share above 0 and below 1"
    )
    return AnalysisProblem.refused(problem)
  }
  if (halfWidth === 0) return AnalysisProblem.answered(estimate)
  const error = halfWidth / Estimate.studentT(confidence, count - 1)
  const ratio = Math.min(mean, 1 - mean) / error
  if (ratio * ratio < EVENTS_MIN) {
    const found = Number((ratio * ratio).toPrecision(2))
    const problem = AnalysisProblem.make("TooFewEvents", subject, found, EVENTS_MIN)
    return AnalysisProblem.refused(problem)
  }
  const middle = Real.ln(mean / (1 - mean))
  const width = halfWidth / (mean * (1 - mean))
  const [low, high] = [chanceOf(middle - width), chanceOf(middle + width)]
  return AnalysisProblem.answered({
    mean,
    halfWidth: (high - low) / 2,
    low,
    high,
    confidence,
    count
  })
}

/** A value that is above 0, with the interval of its logarithm. */
export const ofPositive = (estimate: Estimate.Estimate): Estimate.Estimate => {
  const { halfWidth, mean } = estimate
  if (halfWidth === null || halfWidth === 0 || !(mean > 0)) return estimate
  const factor = Real.exp(halfWidth / mean)
  const [low, high] = [mean / factor, mean * factor]
  return { ...estimate, halfWidth: (high - low) / 2, low, high }
}

const chanceOf = (logOdds: number): number => 1 / (1 + Real.exp(-logOdds))
