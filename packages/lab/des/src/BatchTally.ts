/**
 * A long run in bounded memory: observations go into batches, and when the batches are too many,
 * neighbours are joined and batches are twice as long from then on. What is left is a short series
 * of batch means that `WarmUp`, `BatchMeans` and `Autocorrelation` take as if it were the run.
 */
import { checkCount } from "./internal/argumentChecks.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

/**
 * Batch means of a run of any length.
 *
 * @source G. S. Fishman, L. S. Yarberry, "An Implementation of the Batch Means Method", INFORMS
 *   Journal on Computing 9(3), 1997 (doubling of the batch size)
 * @category batches
 * @since 0.1.0
 */
export class BatchTally {
  declare private readonly buffer: Float64Array
  private filled = 0
  private size: number
  private sum = 0
  private held = 0

  /** Use `BatchTally.make`. */
  constructor(batchSize: number, capacity: number) {
    checkCount("A batch size", batchSize, 1)
    checkCount("A capacity", capacity, 2)
    if (capacity % 2 !== 0) throw new RangeError(`A capacity is even; got ${capacity}`)
    this.buffer = new Float64Array(capacity)
    this.size = batchSize
  }

  /** Observations in a batch now. */
  get batchSize(): number {
    return this.size
  }

  /** All observations so far, those in the unfinished batch too. */
  get count(): number {
    return this.filled * this.size + this.held
  }

  /** A copy of the means of the finished batches, in order. */
  get means(): Float64Array {
    return this.buffer.slice(0, this.filled)
  }

  /** Adds one observation; what is not finite stays visible in the means. */
  add(value: number): void {
    this.sum += value
    if (++this.held < this.size) return
    this.buffer[this.filled++] = this.sum / this.size
    this.sum = 0
    this.held = 0
    if (this.filled === this.buffer.length) this.join()
  }

  /** Forgets everything; batches stay as long as they are. */
  reset(): void {
    this.filled = 0
    this.sum = 0
    this.held = 0
  }

  /** Writes the batches so far. */
  save(writer: Writer): void {
    writer.section("batches")
    writer.integer(this.buffer.length)
    writer.integer(this.size)
    writer.integer(this.held)
    writer.number(this.sum)
    writer.array(this.means)
  }

  /** Becomes the tally of a snapshot, which must have been made with the same capacity. */
  restore(reader: Reader): void {
    reader.section("batches")
    if (!reader.expect("capacity", this.buffer.length)) return
    this.size = reader.integer()
    this.held = reader.integer()
    this.sum = reader.number()
    const means = reader.array(Float64Array)
    this.buffer.set(means)
    this.filled = means.length
  }

  private join(): void {
    const buffer = this.buffer
    const half = this.filled / 2
    for (let index = 0; index < half; index++) {
      buffer[index] = (buffer[2 * index]! + buffer[2 * index + 1]!) / 2
    }
    this.filled = half
    this.size *= 2
  }
}

/**
 * A tally of nothing yet: batches of 5, between 1,024 and 2,048 of them, unless told otherwise.
 *
 * Memory: 8 bytes per batch of `capacity`, whatever is added. Throws a `RangeError` if a batch size
 * is no whole number from 1, or a capacity no even number from 2.
 *
 * ```ts
 * import { BatchTally } from "@wangge/des"
 *
 * const waits = BatchTally.make({ batchSize: 1, capacity: 4 })
 * for (const wait of [1, 3, 5, 7, 9, 11]) waits.add(wait)
 * Array.from(waits.means) // => [2, 6, 10]
 * waits.batchSize // => 2
 * ```
 *
 * @source batches of 5 as `WarmUp.batchSizeDefault`; the capacity is ours: it leaves room for the
 *   400 batches of `BatchMeans.correlationLookBatches` after half of the run was cut
 * @category batches
 * @since 0.1.0
 */
export const make = (
  options: { readonly batchSize?: number; readonly capacity?: number } = {}
): BatchTally => new BatchTally(options.batchSize ?? 5, options.capacity ?? 2048)
