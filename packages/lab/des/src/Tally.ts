/**
 * Statistics of single observations (waits, service times): count, mean, variance and extremes,
 * kept in a few numbers however many are observed.
 */
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"
import * as Real from "./Real.ts"

/**
 * A running tally.
 *
 * @source B. P. Welford, "Note on a Method for Calculating Corrected Sums of Squares and
 *   Products", Technometrics 4(3), 1962
 * @category statistics
 * @since 0.1.0
 */
export class Tally {
  /** Number of observations. */
  count = 0
  /** Their mean; 0 before the first. */
  mean = 0
  /** The least; `Infinity` before the first. */
  min = Number.POSITIVE_INFINITY
  /** The greatest; `-Infinity` before the first. */
  max = Number.NEGATIVE_INFINITY
  private squares = 0

  /** Adds one observation. */
  add(value: number): void {
    const count = this.count + 1
    const from = value - this.mean
    const mean = this.mean + from / count
    this.count = count
    this.mean = mean
    this.squares += from * (value - mean)
    if (value < this.min) this.min = value
    if (value > this.max) this.max = value
  }

  /**
   * Adds all observations of another tally.
   *
   * @source T. F. Chan, G. H. Golub, R. J. LeVeque, "Updating Formulae and a Pairwise Algorithm
   *   for Computing Sample Variances", COMPSTAT 1982
   */
  merge(other: Tally): void {
    if (other.count === 0) return
    const count = this.count + other.count
    const apart = other.mean - this.mean
    this.squares += other.squares + (apart * apart * this.count * other.count) / count
    this.mean += (apart * other.count) / count
    this.count = count
    if (other.min < this.min) this.min = other.min
    if (other.max > this.max) this.max = other.max
  }

  /** Forgets everything, as at the end of a warm-up. */
  reset(): void {
    this.count = 0
    this.mean = 0
    this.squares = 0
    this.min = Number.POSITIVE_INFINITY
    this.max = Number.NEGATIVE_INFINITY
  }

  /** Writes what is known so far. */
  save(writer: Writer): void {
    writer.section("tally")
    writer.array(Float64Array.of(this.count, this.mean, this.squares, this.min, this.max))
  }

  /** Becomes the tally of a snapshot. */
  restore(reader: Reader): void {
    reader.section("tally")
    const [count = 0, mean = 0, squares = 0, min = 0, max = 0] = reader.array(Float64Array)
    this.count = count
    this.mean = mean
    this.squares = squares
    this.min = min
    this.max = max
  }

  /** Sum of the observations. */
  get sum(): number {
    return this.mean * this.count
  }

  /** Sample variance (divided by count less 1); `NaN` for fewer than 2 observations. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this.squares / (this.count - 1)
  }

  /** Square root of {@link variance}. */
  get deviation(): number {
    return Real.sqrt(this.variance)
  }
}

/**
 * A tally of nothing yet.
 *
 * ```ts
 * import { Tally } from "@wangge/des"
 *
 * const waits = Tally.make()
 * for (const wait of [2, 4, 6]) waits.add(wait)
 * waits.mean // => 4
 * waits.variance // => 4
 * ```
 *
 * @category statistics
 * @since 0.1.0
 */
export const make = (): Tally => new Tally()
