/**
 * The event kernel: simulated time, and what is to happen when. A model registers one handler per
 * kind of event and schedules events with a number as argument; the kernel runs them in order of
 * time, and of scheduling among equal times. It knows no queues, servers or randomness.
 */
import * as EventHash from "./EventHash.ts"
import * as eventRecords from "./internal/eventRecords.ts"
import { countError, delayError, RunawayInstantError, timeError } from "./internal/kernelErrors.ts"
import { expectNames, saveNames } from "./internal/kernelSnapshot.ts"
import { ScheduledEvents } from "./internal/scheduledEvents.ts"
import type { Reader } from "./internal/snapshotReader.ts"
import type { Writer } from "./internal/snapshotWriter.ts"

// Copies: to the engine, what is imported is no constant.
const { ARGUMENT, GENERATION, ID_MAX, TYPE, WORDS } = eventRecords

export { RunawayInstantError } from "./internal/kernelErrors.ts"

/**
 * How many events may run at one instant unless the options say otherwise.
 *
 * @category kernel
 * @source none: far above any honest model's burst, reached within seconds by an endless loop
 * @since 0.1.0
 */
export const instantLimitDefault = 10_000_000

/**
 * What a kernel can be told when it is made.
 *
 * @category kernel
 * @since 0.1.0
 */
export interface Options {
  /** Pending events that fit before the kernel grows; 1024 unless given. */
  readonly capacity?: number
  /** Whether to keep a hash of every executed event; costs some nanoseconds per event. */
  readonly hash?: boolean
  /** Events that may run at one instant; {@link instantLimitDefault} unless given. */
  readonly instantLimit?: number
}

/**
 * What happens when an event comes: a function of the argument it was scheduled with.
 *
 * @category kernel
 * @since 0.1.0
 */
export type Handler = (argument: number) => void

/**
 * A simulation clock with its pending events.
 *
 * Times are seconds, as floating-point numbers; the clock starts at 0. Arguments are 32-bit
 * integers, usually a row of columns.
 *
 * @category kernel
 * @since 0.1.0
 */
export class Kernel extends ScheduledEvents {
  // Fields that the constructor sets are only declared (here and elsewhere in the package): one that
  // is undefined at first would have no fixed type for the engine, and be slower ever after.
  private readonly names: Array<string> = []
  declare private readonly eventHash: EventHash.EventHash | null
  declare private readonly instantLimit: number
  private isRunning = false
  private stopCount = Number.POSITIVE_INFINITY

  /** A kernel at time 0 without events. */
  constructor(options: Options = {}) {
    const capacity = options.capacity ?? 1024
    if (!(Number.isInteger(capacity) && capacity > 0 && capacity <= ID_MAX)) {
      throw new RangeError(`A capacity is a whole number from 1 to ${ID_MAX}; got ${capacity}`)
    }
    super(capacity)
    this.now = 0
    this.instantLimit = options.instantLimit ?? instantLimitDefault
    if (!(this.instantLimit >= 1)) {
      throw new RangeError(`An instant limit is at least 1; got ${this.instantLimit}`)
    }
    this.eventHash = options.hash === true ? EventHash.make() : null
  }

  /** Number of events run so far. */
  get executedCount(): number {
    return this.takenCount
  }

  /** Number of events that are scheduled and not yet run. */
  get pendingCount(): number {
    return this.total
  }

  /**
   * Registers a handler and returns its event type, a number from 0 up in order of registering.
   *
   * `name` is what errors call it.
   */
  on(handler: Handler, name = `event type ${this.handlers.length}`): number {
    this.names.push(name)
    return this.handlers.push(handler) - 1
  }

  /**
   * Schedules an event at a time and returns a handle that {@link cancel} takes.
   *
   * Throws a `RangeError` if the time is NaN, infinite or in the past, if the type was not
   * registered, or if the argument is no 32-bit integer.
   */
  at(timeSec: number, type: number, argument: number): number {
    if (!(timeSec >= this.now && timeSec < Number.POSITIVE_INFINITY)) {
      throw timeError(timeSec, this.now)
    }
    this.dueSec = timeSec
    const id = this.schedule(type, argument)
    return this.words[(id << WORDS) + GENERATION]! * ID_MAX + id
  }

  /**
   * Schedules an event after a delay in seconds; otherwise as {@link at}.
   *
   * Throws a `RangeError` if the delay is NaN, negative or infinite.
   */
  in(delaySec: number, type: number, argument: number): number {
    if (!(delaySec >= 0 && delaySec < Number.POSITIVE_INFINITY)) throw delayError(delaySec)
    this.dueSec = this.now + delaySec
    const id = this.schedule(type, argument)
    return this.words[(id << WORDS) + GENERATION]! * ID_MAX + id
  }

  /**
   * Takes a scheduled event back; false if it has run or was taken back before.
   *
   * A handle stays safe when its event is gone: it reaches no later one (before the 536 millionth
   * to come in its place).
   */
  cancel(handle: number): boolean {
    const generation = Math.floor(handle / ID_MAX)
    const id = (handle - generation * ID_MAX) | 0
    return generation * ID_MAX + id === handle && this.withdraw(id, generation | 0)
  }

  /**
   * Runs events in order until none is left or the next one is after `untilSec`; false if it was cut
   * short by {@link stop} or after `eventCountMax` events.
   *
   * Events at exactly `untilSec` run. If `untilSec` is finite, `now` ends there; otherwise, and when
   * cut short, at the last event. Can be called again to go on: wherever a run is cut, the events are
   * those of one run. Throws a `RangeError` if `untilSec` is NaN or before `now`, a
   * {@link RunawayInstantError} if events at one instant reach the limit, and an `Error` when called
   * from a handler or after a handler threw.
   */
  run(
    untilSec = Number.POSITIVE_INFINITY,
    { eventCountMax = Number.POSITIVE_INFINITY }: { readonly eventCountMax?: number } = {}
  ): boolean {
    if (!(untilSec >= this.now)) {
      throw new RangeError(`A run ends at or after now, ${this.now} s; got ${untilSec}`)
    }
    if (!(eventCountMax >= 1)) throw countError(eventCountMax)
    this.checkIdle()
    this.isRunning = true
    this.stopCount = this.takenCount + eventCountMax
    const isDone = this.runOn(untilSec)
    if (isDone && untilSec < Number.POSITIVE_INFINITY && untilSec !== this.now) {
      this.now = untilSec
      this.sameCount = -1
    }
    this.isRunning = false
    return isDone
  }

  /** Called from a handler, cuts the run short after the event in hand; otherwise does nothing. */
  stop(): void {
    this.stopCount = this.takenCount
  }

  /**
   * Hash of all executed events in order (time, type, argument) and mixed values, 16 hex digits.
   *
   * Throws an `Error` if the kernel was made without `hash: true`.
   */
  hash(): string {
    if (this.eventHash === null)
      throw new Error("This kernel keeps no hash: make it with hash: true")
    return this.eventHash.digest()
  }

  /** Adds a value of the model to the hash; does nothing if the kernel keeps none. */
  mix(value: number): void {
    if (this.eventHash !== null) this.eventHash.addNumber(value)
  }

  /**
   * Writes time, pending events, handles and hash, but not the handlers. Throws an `Error` when
   * called from a handler.
   */
  save(writer: Writer): void {
    this.checkIdle()
    writer.section("kernel")
    saveNames(writer, this.names)
    this.saveScheduled(writer)
    writer.integer(this.eventHash === null ? 0 : 1)
    this.eventHash?.save(writer)
  }

  /**
   * Becomes the kernel of a snapshot; its own time and events are gone.
   *
   * Handles of that kernel are valid here. The model must have registered handlers of the same names
   * in the same order, and have been made with the same choice of `hash`: otherwise the reader
   * refuses. Throws an `Error` when called from a handler.
   */
  restore(reader: Reader): void {
    this.checkIdle()
    reader.section("kernel")
    if (!expectNames(reader, this.names)) return
    this.restoreScheduled(reader)
    reader.expect("whether a hash is kept", this.eventHash === null ? 0 : 1)
    this.eventHash?.restore(reader)
  }

  /** Runs events; false if cut short. */
  private runOn(untilSec: number): boolean {
    const { handlers, eventHash, instantLimit } = this
    while (this.takenCount < this.stopCount) {
      const id = this.take(untilSec)
      if (id < 0) return true
      const record = id << WORDS
      const type = this.words[record + TYPE]!
      const argument = this.words[record + ARGUMENT]!
      this.free(id)
      if (this.sameCount >= instantLimit) {
        throw new RunawayInstantError(this.now, this.names[type]!, instantLimit)
      }
      if (eventHash !== null) {
        eventHash.addEvent(this.now, type, argument)
      }
      handlers[type]!(argument)
    }
    return false
  }

  private checkIdle(): void {
    if (this.isRunning) throw new Error("This kernel is running already, or a handler threw")
  }
}

/**
 * A kernel at time 0 without events.
 *
 * ```ts
 * import { Kernel } from "@wangge/des"
 *
 * const kernel = Kernel.make()
 * const seen: Array<number> = []
 * const ring = kernel.on((argument) => { seen.push(argument, kernel.now) })
 * kernel.in(10, ring, 1)
 * const second = kernel.in(20, ring, 2)
 * kernel.cancel(second) // => true
 * kernel.run(60)
 * seen // => [1, 10]
 * kernel.now // => 60
 * ```
 *
 * @category kernel
 * @since 0.1.0
 */
export const make = (options: Options = {}): Kernel => new Kernel(options)
