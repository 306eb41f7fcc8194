/**
 * One long run and what it says of itself: what counts of it, in 20 batches, shows how far each measure
 * may be off. The warm-up is that of the run, not one that the data chose: cutting by MSER once more
 * chooses where the rest looks quiet, and intervals then cover too seldom.
 */
import * as AnalysisProblem from "../AnalysisProblem.ts"
import * as BatchMeans from "../BatchMeans.ts"
import * as Estimate from "../Estimate.ts"
import * as Measure from "../Measure.ts"
import type { Judged } from "../NetworkResult.ts"
import * as Real from "../Real.ts"
import { valueOfParts } from "./networkMeasures.ts"
import { estimateOf, type Parts } from "./networkRatios.ts"
import { tailProblem } from "./networkTails.ts"
import type { NetworkRun } from "./runningNetwork.ts"
import * as series from "./series.ts"

const BATCHES = BatchMeans.batchCountDefault

/** The estimate of each measure of a run that has ended. */
export const judgeRun = (run: NetworkRun, confidence: number): ReadonlyArray<Judged> =>
  run.settings.measures.map((measure, index) => ({
    measure,
    outcome: judge(run, measure, index, confidence)
  }))

const judge = (
  run: NetworkRun,
  measure: Measure.Measure,
  index: number,
  confidence: number
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const subject = Measure.toText(measure)
  const sectionCount = run.sections.length
  if (measure.at !== null || measure.quantity === "deadlockTime") {
    return refused("TooFewObservations", `${subject}: runs`, 1, 2)
  }
  const heavy = tailProblem(run.network, measure)
  if (heavy !== null) return AnalysisProblem.refused(heavy)
  if (sectionCount < BATCHES) return refused("TooFewBatches", subject, sectionCount, BATCHES)
  const batches = batchesOf(sectionCount)
  const rows = batches.map(([from, to]) => run.partsBetween(index, from, to))
  const problem = batchProblem(measure, rows)
  if (problem !== null) return AnalysisProblem.refused(problem)
  if (measure.statistic.kind !== "q") return estimateOf(measure, rows, confidence)
  const [whole] = run.partsBetween(index, batches[0]![0], sectionCount - 1)
  return sectioned(whole, rows, confidence)
}

/** First and last section of each batch; what fills none is left out at the start. */
const batchesOf = (sectionCount: number): ReadonlyArray<readonly [number, number]> => {
  const size = Math.floor(sectionCount / BATCHES)
  const start = sectionCount - BATCHES * size
  return Array.from({ length: BATCHES }, (_, batch) => [
    start + batch * size,
    start + (batch + 1) * size - 1
  ])
}

/**
 * Correlation of neighbouring batches from which on nothing is said. Of processes that forget evenly
 * it refuses 0.5 % of runs with batches of ten relaxation times, 30 % with one, and 90 % of those that
 * have hardly begun to forget (a tenth), where 0.75 let every second pass.
 *
 * @source none: ours, simulated for an Ornstein-Uhlenbeck process and a Brownian motion between walls
 */
const CORRELATION_MAX = 0.5

/** Fewest batches in which something was seen of what is seen rarely; ratios need not have it in all. */
const SEEN_MIN = BATCHES / 2

/**
 * Too little was seen, all batches are the same, or neighbours still go together so much that they say
 * too little of how far the mean is off, as those of a queue that grows all the time. Where some saw
 * nothing, it is their part in the deviation of the ratio that is looked at.
 *
 * @source none: {@link CORRELATION_MAX} is ours
 */
const batchProblem = (
  measure: Measure.Measure,
  rows: ReadonlyArray<Parts>
): AnalysisProblem.AnalysisProblem | null => {
  const subject = Measure.toText(measure)
  const values = rows.map((row) => valueOfParts(measure, ...row))
  const seenCount = values.filter((value) => Number.isFinite(value)).length
  const { kind } = measure.statistic
  const least = kind === "q" || kind === "sd" ? rows.length : SEEN_MIN
  if (seenCount < least) {
    return AnalysisProblem.make("NothingSeen", subject, seenCount, least)
  }
  const judged = seenCount === rows.length ? values : residualsOf(rows)
  const problem = series.sameness(judged, subject)
  if (problem !== null) return problem
  const lag1 = series.autocorrelation(judged, 1)
  return lag1 > CORRELATION_MAX
    ? AnalysisProblem.make("BatchesCorrelated", subject, lag1, `at most ${CORRELATION_MAX}`)
    : null
}

/** What each row has more than the ratio of all says. */
const residualsOf = (rows: ReadonlyArray<Parts>): ReadonlyArray<number> => {
  const sum = rows.reduce((total, [part]) => total + part, 0)
  const weight = rows.reduce((total, [, , part]) => total + part, 0)
  return rows.map(([part, , own]) => part - (sum / weight) * own)
}

/** The quantile of all with the spread of those of the batches about it. */
const sectioned = (
  mean: number,
  rows: ReadonlyArray<Parts>,
  confidence: number
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const count = rows.length
  const squares = rows.reduce((sum, [own]) => sum + (own - mean) * (own - mean), 0)
  const halfWidth =
    Estimate.studentT(confidence, count - 1) * Real.sqrt(squares / (count - 1) / count)
  return AnalysisProblem.answered({ mean, halfWidth, confidence, count })
}

const refused = (
  code: AnalysisProblem.Code,
  subject: string,
  found: number,
  expected: number
): AnalysisProblem.Outcome<never> =>
  AnalysisProblem.refused(AnalysisProblem.make(code, subject, found, expected))
