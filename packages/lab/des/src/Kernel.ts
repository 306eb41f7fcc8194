/**
 * The event kernel: simulated time, and what is to happen when. A model registers one handler per
 * kind of event and schedules events with a number as argument; the kernel runs them in order of
 * time, and of scheduling among equal times. It knows no queues, servers or randomness.
 */
import * as EventHash from "./EventHash.ts"
import * as EventQueue from "./EventQueue.ts"
import {
  argumentError,
  delayError,
  RunawayInstantError,
  timeError,
  typeError
} from "./internal/kernelErrors.ts"

export { RunawayInstantError } from "./internal/kernelErrors.ts"

/** Slots are numbered below this; a handle is a slot plus this times its generation. */
const SLOT_MAX = 16_777_216
/** Generations of a slot are below 2^29, so that a handle is a safe integer. */
const GENERATION_MASK = 0x1fffffff

// Each slot has four numbers side by side: what its event is, how often the slot was used (which
// tells the handles of its users apart), and the next free slot.
const STRIDE = 2
const TYPE = 0
const ARGUMENT = 1
const GENERATION = 2
const NEXT_FREE = 3

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
export class Kernel {
  /** The present, in seconds. */
  now = 0
  /** Number of events run so far. */
  executedCount = 0

  // Fields that the constructor sets are only declared (here and elsewhere in the package): one that
  // is undefined at first would have no fixed type for the engine, and be slower ever after.
  declare private readonly queue: EventQueue.EventQueue
  private readonly handlers: Array<Handler> = []
  private readonly names: Array<string> = []
  declare private readonly eventHash: EventHash.EventHash | null
  declare private readonly instantLimit: number
  private isRunning = false
  private scheduledSec = 0
  // By slot four numbers side by side: see the constants above.
  declare private slots: Int32Array
  private slotCount = 0
  private freeSlot = -1

  /** A kernel at time 0 without events. */
  constructor(options: Options = {}) {
    const capacity = options.capacity ?? 1024
    if (!(Number.isInteger(capacity) && capacity > 0 && capacity <= SLOT_MAX)) {
      throw new RangeError(`A capacity is a whole number from 1 to ${SLOT_MAX}; got ${capacity}`)
    }
    this.instantLimit = options.instantLimit ?? instantLimitDefault
    if (!(this.instantLimit >= 1)) {
      throw new RangeError(`An instant limit is at least 1; got ${this.instantLimit}`)
    }
    this.queue = new EventQueue.EventQueue(capacity)
    this.eventHash = options.hash === true ? EventHash.make() : null
    this.slots = new Int32Array(capacity << STRIDE)
  }

  /** Number of events that are scheduled and not yet run. */
  get pendingCount(): number {
    return this.queue.size
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
    this.scheduledSec = timeSec
    const slot = this.schedule(type, argument)
    return this.slots[(slot << STRIDE) + GENERATION]! * SLOT_MAX + slot
  }

  /**
   * Schedules an event after a delay in seconds; otherwise as {@link at}.
   *
   * Throws a `RangeError` if the delay is NaN, negative or infinite.
   */
  in(delaySec: number, type: number, argument: number): number {
    if (!(delaySec >= 0 && delaySec < Number.POSITIVE_INFINITY)) throw delayError(delaySec)
    this.scheduledSec = this.now + delaySec
    const slot = this.schedule(type, argument)
    return this.slots[(slot << STRIDE) + GENERATION]! * SLOT_MAX + slot
  }

  /**
   * Takes a scheduled event back; false if it has run or was taken back before.
   *
   * A handle stays safe when its event is gone: it reaches no later one (before the 536 millionth
   * to come in its place).
   */
  cancel(handle: number): boolean {
    const slot = handle % SLOT_MAX
    if (this.slots[(slot << STRIDE) + GENERATION] !== (handle - slot) / SLOT_MAX) return false
    if (!this.queue.cancel(slot)) return false
    this.free(slot)
    return true
  }

  /**
   * Runs events in order until none is left or the next one is after `untilSec`.
   *
   * Events at exactly `untilSec` run. If `untilSec` is finite, `now` ends there; otherwise at the
   * last event. Can be called again to go on. Throws a `RangeError` if `untilSec` is NaN or before
   * `now`, a {@link RunawayInstantError} if events at one instant reach the limit, and an `Error`
   * when called from a handler or after a handler threw.
   */
  run(untilSec = Number.POSITIVE_INFINITY): void {
    if (!(untilSec >= this.now)) {
      throw new RangeError(`A run ends at or after now, ${this.now} s; got ${untilSec}`)
    }
    if (this.isRunning) throw new Error("This kernel is running already, or a handler threw")
    this.isRunning = true
    const { queue, handlers, eventHash, instantLimit } = this
    let instantCount = 0
    for (;;) {
      const slot = queue.pop(untilSec)
      if (slot < 0) break
      const timeSec = queue.topTime
      const row = slot << STRIDE
      const type = this.slots[row + TYPE]!
      if (timeSec !== this.now) instantCount = 0
      else if (instantCount >= instantLimit) {
        throw new RunawayInstantError(timeSec, this.names[type]!, instantCount)
      }
      instantCount++
      this.now = timeSec
      const argument = this.slots[row + ARGUMENT]!
      this.free(slot)
      this.executedCount++
      if (eventHash !== null) {
        eventHash.addNumber(timeSec)
        eventHash.addWord(type)
        eventHash.addWord(argument)
      }
      handlers[type]!(argument)
    }
    if (untilSec < Number.POSITIVE_INFINITY) this.now = untilSec
    this.isRunning = false
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
   * Schedules an event at `scheduledSec` and returns its slot. The time comes in a field and the
   * handle is made by the caller, because floating-point numbers that go into or out of a function
   * too big to be inlined are allocated one by one.
   */
  private schedule(type: number, argument: number): number {
    if (type >>> 0 >= this.handlers.length) throw typeError(type)
    if ((argument | 0) !== argument) throw argumentError(argument)
    let slot = this.freeSlot
    if (slot >= 0) this.freeSlot = this.slots[(slot << STRIDE) + NEXT_FREE]!
    else slot = this.newSlot()
    const slots = this.slots
    const row = slot << STRIDE
    slots[row + TYPE] = type
    slots[row + ARGUMENT] = argument
    this.queue.push(this.scheduledSec, slot)
    return slot
  }

  private free(slot: number): void {
    const row = slot << STRIDE
    this.slots[row + GENERATION] = (this.slots[row + GENERATION]! + 1) & GENERATION_MASK
    this.slots[row + NEXT_FREE] = this.freeSlot
    this.freeSlot = slot
  }

  private newSlot(): number {
    if (this.slotCount << STRIDE === this.slots.length) {
      if (this.slotCount >= SLOT_MAX) {
        throw new RangeError(`At most ${SLOT_MAX} events can be pending`)
      }
      const longer = new Int32Array(Math.min(this.slotCount * 2, SLOT_MAX) << STRIDE)
      longer.set(this.slots)
      this.slots = longer
    }
    return this.slotCount++
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
