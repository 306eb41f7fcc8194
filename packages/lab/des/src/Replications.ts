/**
 * Independent repetitions of one simulation and the estimates from them: a fixed number, or as
 * many as a wanted precision needs. A replication is a function from its number to its outcomes,
 * which makes its own random streams from that number.
 */
import * as Estimate from "./Estimate.ts"
import { checkCount } from "./internal/argumentChecks.ts"
import { bonferroni } from "./internal/bonferroni.ts"

/**
 * One run: from the number of the replication, from 0, to its outcomes, always equally many.
 *
 * @category estimates
 * @since 0.1.0
 */
export type Replication = (replication: number) => ReadonlyArray<number>

/**
 * What the replications gave.
 *
 * @category estimates
 * @since 0.1.0
 */
export interface Replications {
  /** One estimate per outcome. */
  readonly estimates: ReadonlyArray<Estimate.Estimate>
  /** One row per replication, one number per outcome. */
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
  /** Whether the wanted precision was reached; true where none was asked for. */
  readonly isPrecise: boolean
}

/**
 * A half-width that is good enough: a number in the outcome's own unit, or a share of the mean.
 *
 * A relative width of g stops when half-width / |mean| is at most g / (1 + g), so that the mean is
 * off the true one by at most the share g of the true one, as often as the confidence says. It is
 * never reached by an outcome whose mean is 0.
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 9.4.1 (the
 *   adjusted relative error)
 * @category estimates
 * @since 0.1.0
 */
export type WidthGoal = number | { readonly relativeMax: number }

/**
 * From all rows so far to the estimates that are to be precise, always equally many.
 *
 * @category estimates
 * @since 0.1.0
 */
export type Estimator = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  confidence: number
) => ReadonlyArray<Estimate.Estimate>

/**
 * When sequential replications may stop.
 *
 * @category estimates
 * @since 0.1.0
 */
export interface Precision {
  /** Largest half-width that is good enough, per outcome; `Infinity` where it does not matter. */
  readonly halfWidthMax: ReadonlyArray<WidthGoal>
  /** Replications before the first look; at least 2, 10 unless given. */
  readonly countMin?: number
  /** Replications at which to give up, at least `countMin`. */
  readonly countMax: number
  /** Confidence of the intervals; 0.95 unless given. */
  readonly confidence?: number
  /**
   * Whether the confidence is that of all goals together, by Bonferroni's inequality; false unless
   * given. The estimates then carry the confidence of each; goals of `Infinity` do not count.
   */
  readonly isSimultaneous?: boolean
}

/**
 * Runs `count` replications in order and estimates each outcome.
 *
 * Throws a `RangeError` if the count is no whole number from 1, rows differ in length, or an
 * outcome is not finite.
 *
 * ```ts
 * import { Replications } from "@wangge/des"
 *
 * const result = Replications.run({ count: 3, replicate: (replication) => [replication * 10] })
 * result.estimates[0]?.mean // => 10
 * ```
 *
 * @category estimates
 * @since 0.1.0
 */
export const run = (options: {
  readonly count: number
  readonly replicate: Replication
  readonly confidence?: number
}): Replications => {
  const { count, replicate, confidence = Estimate.confidenceDefault } = options
  checkCount("count", count, 1)
  const rows: Array<ReadonlyArray<number>> = []
  for (let replication = 0; replication < count; replication++) {
    addRow(rows, replicate(replication))
  }
  return { estimates: estimateRows(rows, confidence), rows, isPrecise: true }
}

/**
 * Runs replications in order until every half-width is small enough, or `countMax` is reached.
 *
 * A look after each replication covers a little less often than its confidence says, because it
 * stops when the deviation happens to look small. Of 10,000 experiments with normal outcomes, 95 %
 * intervals that stopped at 11 to 97 replications covered 88 % with a `countMin` of 2, 92 % with 5,
 * and 93.5 to 95 % with 10 or more. With `estimate` the goals are about what it makes of the rows, such as differences, pairs or controlled means. Throws a `RangeError` as
 * {@link run}, and if `halfWidthMax` does not fit the estimates, or one of them has no half-width.
 *
 * ```ts
 * import { RandomStreams, Replications } from "@wangge/des"
 *
 * const result = Replications.runUntil({
 *   replicate: (replication) => {
 *     const draw = RandomStreams.make({ seed: 1, replication }).stream("noise").sequential()
 *     return [10 + draw.normal(), 50 + draw.normal()]
 *   },
 *   precision: { halfWidthMax: [{ relativeMax: 0.05 }, 0.4], countMax: 500, isSimultaneous: true }
 * })
 * result.isPrecise // => true
 * result.estimates[0]?.confidence // => 0.975
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 9.4.1
 *   (sequential procedure) and 9.7 (several measures)
 * @category estimates
 * @since 0.1.0
 */
export const runUntil = (options: {
  readonly replicate: Replication
  readonly precision: Precision
  readonly estimate?: Estimator
}): Replications => {
  const { countMin = 10, countMax, halfWidthMax } = options.precision
  checkCount("countMin", countMin, 2)
  checkCount("countMax", countMax, countMin)
  const confidence = confidenceOf(options.precision)
  const estimate = options.estimate ?? estimateRows
  const rows: Array<ReadonlyArray<number>> = []
  for (;;) {
    addRow(rows, options.replicate(rows.length))
    if (options.estimate === undefined) checkGoals(rows[0]!.length, halfWidthMax)
    if (rows.length < countMin) continue
    const estimates = estimate(rows, confidence)
    checkGoals(estimates.length, halfWidthMax)
    const isPrecise = estimates.every((each, outcome) => isReached(each, halfWidthMax[outcome]!))
    if (isPrecise || rows.length >= countMax) return { estimates, rows, isPrecise }
  }
}

/** The confidence of each interval; refuses goals that make no sense. */
const confidenceOf = (precision: Precision): number => {
  const { halfWidthMax, confidence = Estimate.confidenceDefault, isSimultaneous } = precision
  const sizes = halfWidthMax.map((goal) => (typeof goal === "number" ? goal : goal.relativeMax))
  if (!sizes.every((wanted) => wanted > 0)) {
    throw new RangeError(`A largest half-width is above 0; got ${sizes.join(", ")}`)
  }
  const wantedCount = sizes.filter((wanted) => wanted < Number.POSITIVE_INFINITY).length
  return isSimultaneous === true && wantedCount > 1
    ? bonferroni(confidence, wantedCount)
    : confidence
}

const checkGoals = (outcomeCount: number, goals: ReadonlyArray<WidthGoal>): void => {
  if (outcomeCount !== goals.length) {
    throw new RangeError(
      `halfWidthMax has one number per outcome, ${outcomeCount}; got ${goals.length}`
    )
  }
}

/**
 * Whether an estimate is as precise as wanted; see {@link WidthGoal}.
 *
 * Throws a `RangeError` if the estimate has no half-width.
 *
 * ```ts
 * import { Replications } from "@wangge/des"
 *
 * const wait = { mean: 50, halfWidth: 1, confidence: 0.95, count: 12 }
 * Replications.isReached(wait, { relativeMax: 0.05 }) // => true
 * Replications.isReached(wait, 0.5) // => false
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 9.4.1
 * @category estimates
 * @since 0.1.0
 */
export const isReached = (estimate: Estimate.Estimate, goal: WidthGoal): boolean => {
  const { halfWidth, mean } = estimate
  if (halfWidth === null) throw new RangeError("An estimate to be precise has a half-width")
  if (typeof goal === "number") return halfWidth <= goal
  if (goal.relativeMax === Number.POSITIVE_INFINITY) return true
  const share = goal.relativeMax / (1 + goal.relativeMax)
  return mean !== 0 && halfWidth <= share * Math.abs(mean)
}

/**
 * One estimate per outcome from rows of outcomes, one row per replication, in order.
 *
 * Throws a `RangeError` if there is no row, rows differ in length, or an outcome is not finite.
 *
 * @category estimates
 * @since 0.1.0
 */
export const estimateRows = (
  rows: ReadonlyArray<ReadonlyArray<number>>,
  confidence = Estimate.confidenceDefault
): ReadonlyArray<Estimate.Estimate> => {
  if (rows.length === 0) throw new RangeError("Estimates need at least 1 replication; got 0")
  for (const row of rows) checkRow(rows, row)
  return rows[0]!.map((_, outcome) =>
    Estimate.of(
      rows.map((row) => row[outcome]!),
      confidence
    )
  )
}

const addRow = (rows: Array<ReadonlyArray<number>>, row: ReadonlyArray<number>): void => {
  rows.push(row)
  checkRow(rows, row)
}

const checkRow = (rows: ReadonlyArray<ReadonlyArray<number>>, row: ReadonlyArray<number>): void => {
  if (row.length !== rows[0]!.length) {
    throw new RangeError(
      `Replications have equally many outcomes, ${rows[0]!.length}; got ${row.length}`
    )
  }
}
