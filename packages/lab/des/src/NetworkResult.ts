/**
 * Many runs of a network, or one long one, and what they say of each measure: an estimate with its
 * interval, or the reason why there is none. Runs may be made here on this thread, or elsewhere and
 * handed over as rows; sums go in the order of the replications, so the bits are the same.
 */
import type * as AnalysisProblem from "./AnalysisProblem.ts"
import * as Estimate from "./Estimate.ts"
import { checkCount } from "./internal/argumentChecks.ts"
import { judgeRun } from "./internal/networkLongRun.ts"
import { valuesOf } from "./internal/networkMeasures.ts"
import { estimateOf, partsOf } from "./internal/networkRatios.ts"
import { hashOf, pairOf, type RunRecord, recordOf } from "./internal/networkRecord.ts"
import * as Measure from "./Measure.ts"
import * as NetworkRun from "./NetworkRun.ts"
import * as ObservationTable from "./ObservationTable.ts"
import * as Replications from "./Replications.ts"
import * as Simultaneous from "./Simultaneous.ts"

export { type Compared, compare } from "./internal/networkComparison.ts"
export { type Language, toLines } from "./internal/networkLines.ts"
export { valuesOf } from "./internal/networkMeasures.ts"
export { pairOf, type RunRecord, recordOf } from "./internal/networkRecord.ts"

/**
 * What is known of one measure.
 *
 * @category results
 * @since 0.1.0
 */
export interface Judged {
  readonly measure: Measure.Measure
  /** The estimate with its interval, or why there is none. */
  readonly outcome: AnalysisProblem.Outcome<Estimate.Estimate>
}

/**
 * The result of an experiment with one network.
 *
 * @category results
 * @since 0.1.0
 */
export interface NetworkResult {
  readonly settings: NetworkRun.Settings
  /** One per measure, in their order. */
  readonly judged: ReadonlyArray<Judged>
  /** One per run, in the order of the replications. */
  readonly records: ReadonlyArray<RunRecord>
  /** Confidence of each interval. */
  readonly confidence: number
  /** Whether the wanted precision was reached; true where none was asked for. */
  readonly isPrecise: boolean
  /** Hash of the hashes of all runs in order; null where a run kept none. */
  readonly hash: string | null
}

/**
 * When replications may stop.
 *
 * @category results
 * @since 0.1.0
 */
export interface Precision {
  /** The half-width that is good enough, of every measure or of each in their order. */
  readonly goal: Replications.WidthGoal | ReadonlyArray<Replications.WidthGoal>
  /** Runs before the first look; at least 2, 10 unless given. */
  readonly countMin?: number
  /** Runs at which to give up. */
  readonly countMax: number
}

/**
 * An experiment: a run, and how often.
 *
 * @category results
 * @since 0.1.0
 */
export interface Experiment extends Omit<NetworkRun.Options, "replication" | "isAntithetic"> {
  /** A number of runs (1: one long run, judged by its sections), or a precision. */
  readonly replications: number | Precision
  /** Confidence of the intervals; 0.95 unless given. */
  readonly confidence?: number
  /** Whether the confidence is that of all intervals together; false unless given. */
  readonly isSimultaneous?: boolean
  /** Whether each replication is a pair of a run and its mirror image; false unless given. */
  readonly isAntithetic?: boolean
}

/**
 * Makes all runs on this thread, in order, and judges them.
 *
 * With several replications each estimate is a ratio of sums over runs: customers of all runs weigh
 * equally, and so do times. Its bias is taken out and its interval found by leaving out one run at a
 * time (the jackknife); where all runs weigh the same, as times of equal runs do, that is the mean of
 * the runs with Student's t. A quantile is the mean of the runs' quantiles. One run alone is judged
 * as 20 batches of what counts of it. A measure that cannot be judged has the reason instead. Throws a `NetworkRun.NetworkRunError` as `NetworkRun.make`.
 *
 * ```ts
 * import { Network, NetworkResult } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 0.5 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 1, service: { kind: "exponential", mean: 1 } }]
 * })
 * const { judged } = NetworkResult.replicate({
 *   network, seed: 7, replications: 10, measures: ["wait.mean@desk"], customers: 2000, warmUp: 50
 * })
 * const wait = judged[0]?.outcome
 * wait?.ok && Math.abs(wait.value.mean - 1) < (wait.value.halfWidth ?? 0) // => true
 * ```
 *
 * @source jackknife and batches as `RatioEstimate.of` and `BatchMeans.of`; quantiles of one run as
 *   `QuantileInterval.ofRun`; stopping as `Replications.runUntil`
 * @category results
 * @since 0.1.0
 */
export const replicate = (experiment: Experiment): NetworkResult => {
  const { replications } = experiment
  const prepared = NetworkRun.prepare(experiment)
  if (!prepared.ok) throw new NetworkRun.NetworkRunError(prepared.problems)
  const settings = prepared.value
  const confidence = confidenceOf(experiment, settings)
  const isOne = replications === 1 && experiment.isAntithetic !== true
  const records: Array<RunRecord> = []
  if (isOne) {
    const sectionCount = experiment.sectionCount ?? NetworkRun.sectionCountAlone(experiment)
    return longRun(runOf({ ...experiment, sectionCount }, 0, false), confidence)
  }
  const most = typeof replications === "number" ? replications : replications.countMax
  checkCount("A number of replications", most, 1)
  for (;;) {
    records.push(replicationOf(experiment, records.length))
    if (records.length < most && typeof replications === "number") continue
    const result = make({ settings, records: records.slice(), confidence })
    if (typeof replications === "number") return result
    const isPrecise = isReached(result.judged, replications, records.length)
    if (isPrecise || records.length >= most) return { ...result, isPrecise }
  }
}

/**
 * The result of one long run, judged by its sections: a run that has ended and had no horizon, or was
 * made with a `sectionCount` of 20 or more, such as `NetworkRun.sectionCountAlone` says.
 *
 * 95 % intervals covered the mean wait of M/M/1 in 93 % of 400 runs at load 0.5 over 20,000 customers, and
 * in 91 % at load 0.8 over 62,500, which is half of what `NetworkRun.prepare` finds enough. Refuses, per
 * measure: `TooFewBatches` for fewer sections, `TooFewObservations` for values at a time, `NothingSeen`
 * for a quantile or deviation of which a batch saw nothing, or a mean or share of which more than half of
 * them did, `NoVariation`, `TooFewEvents`, `BatchesCorrelated` when the run is too short
 * for its memory, or was not steady.
 *
 * @source as {@link replicate}
 * @category results
 * @since 0.1.0
 */
export const longRun = (
  run: NetworkRun.NetworkRun,
  confidence = Estimate.confidenceDefault
): NetworkResult => ({
  ...make({ settings: run.settings, records: [recordOf(run)], confidence }),
  judged: judgeRun(run, confidence)
})

/**
 * The result of runs that were made elsewhere, in the order of the replications.
 *
 * Throws a `RangeError` for records of other measures, or a confidence that is none.
 *
 * @category results
 * @since 0.1.0
 */
export const make = (options: {
  readonly settings: NetworkRun.Settings
  readonly records: ReadonlyArray<RunRecord>
  readonly confidence?: number
}): NetworkResult => {
  const { confidence = Estimate.confidenceDefault, records, settings } = options
  const { measures } = settings
  const rows = records.map(({ parts }) => parts)
  return {
    settings,
    judged: estimates({ measures, rows, confidence }),
    records,
    confidence,
    isPrecise: true,
    hash: hashOf(records)
  }
}

/**
 * The estimates of measures from the parts of runs, one row per run, in their order.
 *
 * Shares have the interval of their log-odds (exact where each run has one observation, at a moment),
 * standard deviations that of their logarithm: see `Estimate.range`. Refuses, per measure:
 * `TooFewObservations` without a run, `NothingSeen` where a run has no value that every run must have (a
 * quantile, a value at a time, the time of a deadlock), or nothing was seen in any, or only in one;
 * `NoVariation` for a share of 0 or 1 in all runs, `TooFewEvents` for one that rests on about one run.
 * Where all runs agree on another value the half-width is 0, which says nothing of what is too rare to
 * have been seen. Throws a `RangeError` for rows of another length.
 *
 * @source as {@link replicate}
 * @category results
 * @since 0.1.0
 */
export const estimates = (options: {
  readonly measures: ReadonlyArray<Measure.Measure>
  readonly rows: ReadonlyArray<ArrayLike<number>>
  readonly confidence?: number
}): ReadonlyArray<Judged> => {
  const { confidence = Estimate.confidenceDefault, measures, rows } = options
  return measures.map((measure, index) => ({
    measure,
    outcome: estimateOf(measure, partsOf(rows, measures.length, index), confidence)
  }))
}

/**
 * The value of every measure in every run, as tidy rows; where nothing was seen there is no row.
 *
 * The names of measures carry statistic and time, such as `wait.q(0.95)`; station and class have
 * columns of their own.
 *
 * @category results
 * @since 0.1.0
 */
export const table = ({ records, settings }: NetworkResult): ObservationTable.ObservationTable => {
  const { measures } = settings
  const rows = ObservationTable.make({ capacity: Math.max(1, records.length * measures.length) })
  for (const { parts, replication } of records) {
    const values = valuesOf(measures, parts)
    for (const [index, measure] of measures.entries()) {
      const value = values[index]!
      if (!Number.isFinite(value)) continue
      rows.add(
        replication,
        rows.code(Measure.toText({ ...measure, station: null, class: null })),
        rows.code(measure.class ?? ""),
        rows.code(measure.station ?? ""),
        value
      )
    }
  }
  return rows
}

const confidenceOf = (
  { confidence = Estimate.confidenceDefault, isSimultaneous }: Experiment,
  { measures }: NetworkRun.Settings
): number =>
  isSimultaneous === true && measures.length > 1
    ? Simultaneous.confidenceEach(confidence, measures.length)
    : confidence

const runOf = (
  experiment: Experiment,
  replication: number,
  isAntithetic: boolean
): NetworkRun.NetworkRun => NetworkRun.make({ ...experiment, replication, isAntithetic }).runToEnd()

/** One run, or a run with its mirror image, whose parts add up. */
const replicationOf = (experiment: Experiment, replication: number): RunRecord => {
  const plain = recordOf(runOf(experiment, replication, false))
  if (experiment.isAntithetic !== true) return plain
  return pairOf(plain, recordOf(runOf(experiment, replication, true)))
}

const isReached = (
  judged: ReadonlyArray<Judged>,
  { countMin = 10, goal }: Precision,
  count: number
): boolean => {
  checkCount("countMin", countMin, 2)
  if (count < countMin) return false
  return judged.every(({ outcome }, index) => {
    const own = Array.isArray(goal) ? goal[index] : goal
    return outcome.ok && own !== undefined && Replications.isReached(outcome.value, own)
  })
}
