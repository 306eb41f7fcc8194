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
  if (sectionCount < BATCHES) return refused("TooFewBatches", subject, sectionCount, BATCHES)
  const batches = batchesOf(sectionCount)
  const rows = batches.map(([from, to]) => run.partsBetween(index, from, to))
  const problem = batchProblem(
    subject,
    rows.map((row) => valueOfParts(measure, ...row))
  )
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
 * Something is missing in a batch, all are the same, or neighbours still go together so much that they
 * say too little of how far the mean is off, as those of a queue that grows all the time.
 *
 * @source none: the limit is that of `BatchMeans.correlationLimit` for the true correlation, and what
 *   chance adds to it one time in twenty
 */
const batchProblem = (
  subject: string,
  values: ReadonlyArray<number>
): AnalysisProblem.AnalysisProblem | null => {
  const problem = series.problemOf(values, 2, subject) ?? series.sameness(values, subject)
  if (problem !== null) return problem
  const lag1 = series.autocorrelation(values, 1)
  const limit = BatchMeans.correlationLimit + BatchMeans.lag1Limit(values.length)
  return lag1 > limit
    ? AnalysisProblem.make("BatchesCorrelated", subject, lag1, `at most ${limit}`)
    : null
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
