/**
 * The pending events of a simulation: the earliest comes out first, equal times come out in the
 * order in which they were put in, and any event can be taken back. What `Kernel` is built on too;
 * use it directly only to build another kernel.
 */
import * as eventRecords from "./internal/eventRecords.ts"
import { PendingEvents } from "./internal/pendingEvents.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { ABSENT, ID_MAX, PLACE, WORDS } = eventRecords

/**
 * A queue of events, each a small whole number (`id`) with a time in seconds.
 *
 * An id is in the queue at most once; ids should be dense, since there is a record of 32 bytes for
 * each up to the largest one. Times never go back: a push before {@link topTime} is refused. Push,
 * pop and cancel allocate nothing, apart from growth, and cost about the same however many events
 * are pending and however many of them are at one time.
 *
 * @category events
 * @since 0.1.0
 */
export class EventQueue extends PendingEvents {
  /** An empty queue with room for `capacity` events before it grows. */
  constructor(capacity = 1024) {
    if (!(Number.isInteger(capacity) && capacity > 0 && capacity <= ID_MAX)) {
      throw new RangeError(`A capacity is a whole number above 0; got ${capacity}`)
    }
    super(capacity)
  }

  /** Time of the last event taken out, in seconds; `-Infinity` before the first. */
  get topTime(): number {
    return this.now
  }

  /** Number of events in the queue. */
  get size(): number {
    return this.total
  }

  /**
   * Puts event `id` in at `timeSec`.
   *
   * Throws a `RangeError` if the time is NaN, infinite or before {@link topTime}, if the id is no
   * whole number from 0 to 16,777,215, or if it is in the queue already.
   */
  push(timeSec: number, id: number): void {
    if (!(timeSec >= this.now && timeSec < Number.POSITIVE_INFINITY)) {
      throw timeError(timeSec, this.now)
    }
    if ((id | 0) !== id || this.words[(id << WORDS) + PLACE] !== ABSENT) this.admit(id)
    this.dueSec = timeSec
    this.insert(id)
  }

  /**
   * Takes the next event out and returns its id; -1 if there is none, or it is after `untilSec`.
   *
   * Its time is in {@link topTime}.
   */
  pop(untilSec = Number.POSITIVE_INFINITY): number {
    return this.take(untilSec)
  }

  /** Time of the next event in seconds, or `Infinity` if there is none. */
  peekTime(): number {
    return this.peek()
  }

  /** Takes event `id` back; false if it is not in the queue. */
  cancel(id: number): boolean {
    return (id | 0) === id && this.drop(id)
  }

  /** Writes the pending events in the order in which they will come out. */
  save(writer: Writer): void {
    this.saveEvents(writer)
  }

  /** Takes the events of a snapshot in place of its own. */
  restore(reader: Reader): void {
    this.restoreEvents(reader)
  }

  /** Makes room for a new id; refuses one that is no id or is in the queue. */
  private admit(id: number): void {
    if (!(Number.isInteger(id) && id >= 0 && id < ID_MAX)) {
      throw new RangeError(`An id is a whole number from 0 to ${ID_MAX - 1}; got ${id}`)
    }
    if (id < this.words.length >> WORDS) {
      throw new RangeError(`An id not in the queue yet; got ${id}`)
    }
    this.growRecords(id + 1)
  }
}

/**
 * An empty queue, with room for `capacity` events before it grows.
 *
 * ```ts
 * import { EventQueue } from "@wangge/des"
 *
 * const queue = EventQueue.make()
 * queue.push(5, 0)
 * queue.push(3, 1)
 * queue.push(3, 2)
 * queue.cancel(0) // => true
 * const order = [queue.pop(), queue.pop(), queue.pop()]
 * order // => [1, 2, -1]
 * queue.topTime // => 3
 * ```
 *
 * @category events
 * @since 0.1.0
 */
export const make = (capacity = 1024): EventQueue => new EventQueue(capacity)

// Errors are made out of line, so that the short way stays short enough to be inlined.
const timeError = (timeSec: number, fromSec: number): RangeError =>
  new RangeError(`An event is at a finite time from ${fromSec} s on; got ${timeSec}`)
