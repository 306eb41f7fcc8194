/**
 * A level that jumps (number in system, busy servers), averaged over equal spans of time, one
 * average per span. A time average over a whole run has no interval; a series of span averages has
 * one, by `SteadyState`, `WarmUp` and `BatchMeans`.
 */
import type { Clock } from "./TimeWeighted.ts"

/**
 * A level and its average in each finished span.
 *
 * @category batches
 * @since 0.1.0
 */
export class TimeBatches {
  declare private readonly clock: Clock
  /** Length of a span, in seconds of the clock. */
  declare readonly spanSec: number
  declare private readonly startSec: number
  declare private value: number
  declare private changedSec: number
  private area = 0
  private finished = 0
  private averages = new Float64Array(64)

  /** Use `TimeBatches.make`. */
  constructor(clock: Clock, spanSec: number, value: number) {
    if (!(Number.isFinite(spanSec) && spanSec > 0)) {
      throw new RangeError(`A span is a finite number of seconds above 0; got ${spanSec}`)
    }
    this.clock = clock
    this.spanSec = spanSec
    this.startSec = clock.now
    this.changedSec = clock.now
    this.value = value
  }

  /** The level now. */
  get level(): number {
    return this.value
  }

  /** Sets the level from now on. */
  set(value: number): void {
    this.advance()
    this.value = value
  }

  /** Changes the level by a difference from now on. */
  add(difference: number): void {
    this.set(this.value + difference)
  }

  /** A copy of the averages of the spans that are over now, in order. */
  get means(): Float64Array {
    this.advance()
    return this.averages.slice(0, this.finished)
  }

  /** Brings the area up to now, and closes the spans that ended since. */
  private advance(): void {
    const nowSec = this.clock.now
    for (;;) {
      const endSec = this.startSec + (this.finished + 1) * this.spanSec
      if (endSec > nowSec) break
      this.area += this.value * (endSec - this.changedSec)
      this.changedSec = endSec
      this.close()
    }
    this.area += this.value * (nowSec - this.changedSec)
    this.changedSec = nowSec
  }

  private close(): void {
    if (this.finished === this.averages.length) {
      const longer = new Float64Array(2 * this.finished)
      longer.set(this.averages)
      this.averages = longer
    }
    this.averages[this.finished++] = this.area / this.spanSec
    this.area = 0
  }
}

/**
 * A level on a kernel's clock (or any object that has `now`), in spans that start now.
 *
 * Memory: 8 bytes per span, at most 16 while it grows. Throws a `RangeError` for a span that is not
 * finite and above 0.
 *
 * ```ts
 * import { TimeBatches } from "@wangge/des"
 *
 * const clock = { now: 0 }
 * const queue = TimeBatches.make(clock, { spanSec: 10 })
 * clock.now = 4
 * queue.set(5)
 * clock.now = 25
 * Array.from(queue.means) // => [3, 5]
 * ```
 *
 * @category batches
 * @since 0.1.0
 */
export const make = (
  clock: Clock,
  options: { readonly spanSec: number; readonly value?: number }
): TimeBatches => new TimeBatches(clock, options.spanSec, options.value ?? 0)
