/**
 * Independent repetitions of one simulation and the estimates from them: a fixed number, or as
 * many as a wanted precision needs. A replication is a function from its number to its outcomes,
 * which makes its own random streams from that number.
 */
import * as Estimate from "./Estimate.ts"

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
 * When sequential replications may stop.
 *
 * @category estimates
 * @since 0.1.0
 */
export interface Precision {
  /** Largest half-width that is good enough, per outcome; `Infinity` where it does not matter. */
  readonly halfWidthMax: ReadonlyArray<number>
  /** Replications before the first look; at least 2, 10 unless given. */
  readonly countMin?: number
  /** Replications at which to give up, at least `countMin`. */
  readonly countMax: number
  /** Confidence of the intervals; 0.95 unless given. */
  readonly confidence?: number
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
 * A look after each replication covers a little less often than its confidence says; a `countMin`
 * of 10 or more keeps that small. Throws a `RangeError` as {@link run}, and if `halfWidthMax` does
 * not fit the outcomes.
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 9.4.1
 *   (sequential procedure)
 * @category estimates
 * @since 0.1.0
 */
export const runUntil = (options: {
  readonly replicate: Replication
  readonly precision: Precision
}): Replications => {
  const { countMin = 10, countMax, halfWidthMax } = options.precision
  const confidence = options.precision.confidence ?? Estimate.confidenceDefault
  checkCount("countMin", countMin, 2)
  checkCount("countMax", countMax, countMin)
  if (!halfWidthMax.every((wanted) => wanted > 0)) {
    throw new RangeError(`A largest half-width is above 0; got ${halfWidthMax.join(", ")}`)
  }
  const rows: Array<ReadonlyArray<number>> = []
  for (;;) {
    addRow(rows, options.replicate(rows.length))
    if (rows[0]!.length !== halfWidthMax.length) {
      throw new RangeError(
        `halfWidthMax has one number per outcome, ${rows[0]!.length}; got ${halfWidthMax.length}`
      )
    }
    if (rows.length < countMin) continue
    const estimates = estimateRows(rows, confidence)
    const isPrecise = estimates.every(
      ({ halfWidth }, outcome) => halfWidth! <= halfWidthMax[outcome]!
    )
    if (isPrecise || rows.length >= countMax) return { estimates, rows, isPrecise }
  }
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

const checkCount = (field: string, count: number, least: number): void => {
  if (!(Number.isSafeInteger(count) && count >= least)) {
    throw new RangeError(`${field} is a whole number from ${least}; got ${count}`)
  }
}
