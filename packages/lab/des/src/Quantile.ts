/**
 * Quantiles of observations, exact: every observation is stored (8 bytes each). Between two
 * neighbours the quantile is found on a straight line, as type 7 of Hyndman and Fan, which is what
 * R, NumPy and spreadsheets do unless told otherwise.
 */

import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

/**
 * A growing sample.
 *
 * @category statistics
 * @since 0.1.0
 */
export class Quantile {
  private values = new Float64Array(64)
  private length = 0
  private isSorted = true

  /** Number of observations. */
  get count(): number {
    return this.length
  }

  /** Adds one observation; throws a `RangeError` for NaN. */
  add(value: number): void {
    if (Number.isNaN(value)) throw new RangeError("An observation is a number; got NaN")
    if (this.length === this.values.length) this.grow(this.length * 2)
    this.values[this.length++] = value
    this.isSorted = false
  }

  /** Adds all observations of another sample. */
  merge(other: Quantile): void {
    const length = this.length + other.length
    if (length > this.values.length) this.grow(Math.max(length, this.values.length * 2))
    this.values.set(other.values.subarray(0, other.length), this.length)
    this.length = length
    this.isSorted = false
  }

  /** Forgets everything, as at the end of a warm-up. */
  reset(): void {
    this.length = 0
    this.isSorted = true
  }

  /** Writes all observations, in the order in which they are kept. */
  save(writer: Writer): void {
    writer.section("sample")
    writer.boolean(this.isSorted)
    writer.array(this.values.subarray(0, this.length))
  }

  /** Becomes the sample of a snapshot. */
  restore(reader: Reader): void {
    reader.section("sample")
    this.isSorted = reader.boolean()
    const values = reader.array(Float64Array)
    if (values.length > this.values.length) this.grow(values.length)
    this.values.set(values)
    this.length = values.length
  }

  /**
   * The quantile of a probability from 0 to 1; `NaN` without observations.
   *
   * Sorts when something was added since the last call. Throws a `RangeError` for a probability
   * outside 0 to 1.
   *
   * @source R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American
   *   Statistician 50(4), 1996, definition 7
   */
  at(probability: number): number {
    if (!this.isSorted) {
      this.values.subarray(0, this.length).sort()
      this.isSorted = true
    }
    return ofSorted(this.values.subarray(0, this.length), probability)
  }

  private grow(capacity: number): void {
    const values = new Float64Array(capacity)
    values.set(this.values)
    this.values = values
  }
}

/**
 * A sample of nothing yet.
 *
 * ```ts
 * import { Quantile } from "@wangge/des"
 *
 * const hours = Quantile.make()
 * for (const hour of [4, 1, 3, 2]) hours.add(hour)
 * hours.at(0.5) // => 2.5
 * ```
 *
 * @category statistics
 * @since 0.1.0
 */
export const make = (): Quantile => new Quantile()

/**
 * The quantile of numbers that are in ascending order; `NaN` if there are none.
 *
 * Throws a `RangeError` for a probability outside 0 to 1.
 *
 * ```ts
 * import { Quantile } from "@wangge/des"
 *
 * Quantile.ofSorted([10, 20, 30], 0.25) // => 15
 * ```
 *
 * @source R. J. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American
 *   Statistician 50(4), 1996, definition 7
 * @category statistics
 * @since 0.1.0
 */
export const ofSorted = (sorted: ArrayLike<number>, probability: number): number => {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`A probability is from 0 to 1; got ${probability}`)
  }
  if (sorted.length === 0) return Number.NaN
  const place = probability * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  const part = place - below
  if (part === 0) return low
  const high = sorted[below + 1]!
  return low === high ? low : low + part * (high - low)
}
