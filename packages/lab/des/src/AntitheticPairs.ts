/**
 * Replications in pairs: each number is run once with its plain streams and once in the mirror, and
 * the average of the two is one observation. Two runs of a pair are not independent, so the estimate
 * counts pairs, never runs.
 */
import * as Antithetic from "./Antithetic.ts"
import * as Estimate from "./Estimate.ts"
import { checkCount } from "./internal/argumentChecks.ts"
import * as pairing from "./internal/pairing.ts"
import * as RandomStreams from "./RandomStreams.ts"
import * as Replications from "./Replications.ts"

/**
 * One run from the streams it draws from to its outcomes, always equally many. The model must take
 * all its numbers from these streams.
 *
 * @category variance reduction
 * @since 0.1.0
 */
export type Run = (streams: RandomStreams.RandomStreams) => ReadonlyArray<number>

/**
 * What pairs gave.
 *
 * @category variance reduction
 * @since 0.1.0
 */
export interface AntitheticPairs {
  /** One estimate per outcome; `count` is the number of pairs. */
  readonly estimates: ReadonlyArray<Estimate.Estimate>
  /** One row of averages per pair. */
  readonly rows: ReadonlyArray<ReadonlyArray<number>>
  /** The plain runs, one row per pair. */
  readonly plainRows: ReadonlyArray<ReadonlyArray<number>>
  /** The mirrored runs, one row per pair. */
  readonly mirroredRows: ReadonlyArray<ReadonlyArray<number>>
  /** What pairing did to each outcome; null where one side does not vary or there is 1 pair. */
  readonly gains: ReadonlyArray<Gain | null>
}

/**
 * What variance reduction achieved.
 *
 * @category variance reduction
 * @since 0.1.0
 */
export interface Gain {
  /** Correlation of the two runs of a pair, from -1 to 1; the nearer to -1 the better. */
  readonly correlation: number
  /** Variance of the average beside that of two independent runs; below 1 pairing paid off. */
  readonly varianceRatio: number
}

/**
 * Runs `count` pairs of one experiment and estimates each outcome.
 *
 * Throws a `RangeError` as `Replications.run`, and as `RandomStreams.make` for the seed.
 *
 * ```ts
 * import { AntitheticPairs } from "@wangge/des"
 *
 * const { estimates, gains } = AntitheticPairs.run({
 *   seed: 1,
 *   count: 50,
 *   run: (streams) => {
 *     const uniform = streams.stream("work").at(0, 0).uniform()
 *     return [uniform * uniform]
 *   }
 * })
 * estimates[0]?.count // => 50
 * Math.abs((estimates[0]?.mean ?? 0) - 1 / 3) < 0.05 // => true
 * const ratio = gains[0]?.varianceRatio ?? 1
 * ratio < 0.2 // => true
 * ```
 *
 * @source A. M. Law, "Simulation Modeling and Analysis", 5th edition, 2015, section 11.3
 * @category variance reduction
 * @since 0.1.0
 */
export const run = (options: {
  readonly seed: number
  readonly count: number
  readonly run: Run
  readonly confidence?: number
}): AntitheticPairs => {
  const { seed, count, confidence = Estimate.confidenceDefault } = options
  checkCount("count", count, 1)
  const plainRows: Array<ReadonlyArray<number>> = []
  const mirroredRows: Array<ReadonlyArray<number>> = []
  for (let replication = 0; replication < count; replication++) {
    plainRows.push(options.run(RandomStreams.make({ seed, replication })))
    mirroredRows.push(options.run(Antithetic.make({ seed, replication })))
  }
  return ofRows(plainRows, mirroredRows, confidence)
}

/**
 * The estimates from runs that were made elsewhere: row i of both belongs to pair i.
 *
 * Throws a `RangeError` if the numbers of rows or outcomes differ, there are none, or an outcome is
 * not finite.
 *
 * ```ts
 * import { AntitheticPairs } from "@wangge/des"
 *
 * AntitheticPairs.ofRows([[4], [2]], [[2], [6]]).estimates[0]?.mean // => 3.5
 * ```
 *
 * @source as {@link run}
 * @category variance reduction
 * @since 0.1.0
 */
export const ofRows = (
  plainRows: ReadonlyArray<ReadonlyArray<number>>,
  mirroredRows: ReadonlyArray<ReadonlyArray<number>>,
  confidence = Estimate.confidenceDefault
): AntitheticPairs => {
  if (plainRows.length !== mirroredRows.length) {
    throw new RangeError(
      `Pairs have two runs; got ${plainRows.length} plain and ${mirroredRows.length} mirrored`
    )
  }
  const rows = plainRows.map((plain, pair) => averageOf(plain, mirroredRows[pair]!))
  const estimates = Replications.estimateRows(rows, confidence)
  return {
    estimates,
    rows,
    plainRows,
    mirroredRows,
    gains: estimates.map((_, outcome) =>
      gainOf(
        plainRows.map((row) => row[outcome]!),
        mirroredRows.map((row) => row[outcome]!)
      )
    )
  }
}

/**
 * A replication that is a pair, for `Replications.run` and `runUntil`: its row holds the averages.
 *
 * ```ts
 * import { AntitheticPairs, Replications } from "@wangge/des"
 *
 * const replicate = AntitheticPairs.replication(1, (streams) => [
 *   streams.stream("work").at(0, 0).uniform()
 * ])
 * Replications.run({ count: 3, replicate }).estimates[0]?.mean // => 0.5
 * ```
 *
 * @source as {@link run}
 * @category variance reduction
 * @since 0.1.0
 */
export const replication =
  (seed: number, runOnce: Run): Replications.Replication =>
  (number) =>
    averageOf(
      runOnce(RandomStreams.make({ seed, replication: number })),
      runOnce(Antithetic.make({ seed, replication: number }))
    )

const averageOf = (
  plain: ReadonlyArray<number>,
  mirrored: ReadonlyArray<number>
): ReadonlyArray<number> => {
  if (plain.length !== mirrored.length) {
    throw new RangeError(
      `Runs of a pair have equally many outcomes; got ${plain.length} and ${mirrored.length}`
    )
  }
  return plain.map((value, outcome) => (value + mirrored[outcome]!) / 2)
}

/** Var((a + b) / 2) beside (Var a + Var b) / 4. */
const gainOf = (plain: ReadonlyArray<number>, mirrored: ReadonlyArray<number>): Gain | null => {
  const { correlation, leftVariance, rightVariance, covariance } = pairing.of(plain, mirrored)
  if (correlation === null) return null
  return { correlation, varianceRatio: 1 + (2 * covariance) / (leftVariance + rightVariance) }
}
