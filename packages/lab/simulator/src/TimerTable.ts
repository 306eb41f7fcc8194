/**
 * The columns behind the simulator's clocks: one typed array per field, five entries per case, and one
 * pool of pauses in which every case has a linked list. The fields are those of a `CaseTimes` record;
 * instants are whole seconds, states and classes are positions in their lists.
 */
import { CaseClock } from "@wangge/cases"

/**
 * How many clocks a case has: entry `slot * timerCount + position in CaseClock.list`.
 *
 * @category columns
 * @source none: the length of `CaseClock.list`
 * @since 0.1.0
 */
export const timerCount: number = CaseClock.list.length

/** Copies of a column with a new length, one per type so that no cast is needed. */
const f64 = (old: Float64Array, length: number): Float64Array => {
  const grown = new Float64Array(length)
  grown.set(old)
  return grown
}
const i32 = (old: Int32Array, length: number): Int32Array => {
  const grown = new Int32Array(length)
  grown.set(old)
  return grown
}
const u16 = (old: Uint16Array, length: number): Uint16Array => {
  const grown = new Uint16Array(length)
  grown.set(old)
  return grown
}
const u8 = (old: Uint8Array, length: number): Uint8Array => {
  const grown = new Uint8Array(length)
  grown.set(old)
  return grown
}

/**
 * Storage for clocks in columns.
 *
 * The columns are replaced when they grow: read them through this object each time, and change them
 * only through the methods of `TimerColumns`. Memory: 285 bytes per slot, 20 per pause.
 *
 * @category columns
 * @since 0.1.0
 */
export class TimerTable {
  /** 1 for a slot that holds a case. */
  isUsed: Uint8Array = new Uint8Array(0)
  /** When the due seconds of the case were last counted. */
  countedSec: Float64Array = new Float64Array(0)
  /** Position in `Urgency.list`. */
  urgency: Uint8Array = new Uint8Array(0)
  /** Position in `Category.list`. */
  category: Uint8Array = new Uint8Array(0)
  /** The caller's number of the unit that answers for the case. */
  unit: Int32Array = new Int32Array(0)
  /** Extensions of the present limit. */
  extensionCount: Uint16Array = new Uint16Array(0)
  /** 1 as long as the last pause may be cut short. */
  isPaused: Uint8Array = new Uint8Array(0)
  /** The first and the last pause of the case in the pool, -1 for none. */
  firstPause: Int32Array = new Int32Array(0)
  lastPause: Int32Array = new Int32Array(0)
  /** Per clock: position in `TimerRules.states`. */
  state: Uint8Array = new Uint8Array(0)
  /** Per clock: see the fields of `CaseTimer` with these names. */
  startSec: Float64Array = new Float64Array(0)
  dueSec: Float64Array = new Float64Array(0)
  isDueKnown: Uint8Array = new Uint8Array(0)
  amberSec: Float64Array = new Float64Array(0)
  doneSec: Float64Array = new Float64Array(0)
  amberOnSec: Float64Array = new Float64Array(0)
  redOnSec: Float64Array = new Float64Array(0)
  wasLate: Uint8Array = new Uint8Array(0)
  /** The pool of pauses: a pause runs until `pauseUntilSec`; the next one of its case, -1 for none. */
  pauseFromSec: Float64Array = new Float64Array(0)
  pauseUntilSec: Float64Array = new Float64Array(0)
  pauseNext: Int32Array = new Int32Array(0)
  /** How many slots have been used so far. */
  slotCount = 0
  /** How many cases stand in the columns now. */
  caseCount = 0
  #free: Int32Array = new Int32Array(0)
  #freeCount = 0
  #pauseCount = 0
  #freePause = -1

  /**
   * Gives a slot and its pauses back, so that others can use them.
   *
   * Throws a `RangeError` for a slot that holds no case. Cost: the pauses of the case.
   */
  release(slot: number): void {
    if (this.isUsed[slot] !== 1) throw new RangeError(`Slot ${slot} holds no case to release`)
    this.dropPauses(slot)
    this.isUsed[slot] = 0
    this.#free[this.#freeCount] = slot
    this.#freeCount += 1
    this.caseCount -= 1
  }

  /**
   * A slot for a new case. Its columns still hold what stood there before, but for its pauses.
   */
  protected takeSlot(): number {
    this.caseCount += 1
    let slot = this.slotCount
    if (this.#freeCount > 0) {
      this.#freeCount -= 1
      slot = this.#free[this.#freeCount]!
    } else {
      if (slot === this.isUsed.length) this.#grow(Math.max(64, slot * 2))
      this.slotCount += 1
    }
    this.isUsed[slot] = 1
    this.isPaused[slot] = 0
    this.firstPause[slot] = -1
    this.lastPause[slot] = -1
    return slot
  }

  /**
   * Hangs a pause on the end of the list of a case; it begins no earlier than the last one did.
   */
  protected addPause(slot: number, fromSec: number, untilSec: number): void {
    let pause = this.#freePause
    if (pause >= 0) this.#freePause = this.pauseNext[pause]!
    else {
      pause = this.#pauseCount
      this.#pauseCount += 1
      if (pause === this.pauseNext.length) this.#growPauses(Math.max(64, pause * 2))
    }
    this.pauseFromSec[pause] = fromSec
    this.pauseUntilSec[pause] = untilSec
    this.pauseNext[pause] = -1
    const last = this.lastPause[slot]!
    if (last < 0) this.firstPause[slot] = pause
    else this.pauseNext[last] = pause
    this.lastPause[slot] = pause
  }

  /**
   * Takes all pauses of a case away.
   */
  protected dropPauses(slot: number): void {
    const last = this.lastPause[slot]!
    if (last >= 0) {
      this.pauseNext[last] = this.#freePause
      this.#freePause = this.firstPause[slot]!
    }
    this.firstPause[slot] = -1
    this.lastPause[slot] = -1
    this.isPaused[slot] = 0
  }

  #grow(length: number): void {
    this.isUsed = u8(this.isUsed, length)
    this.countedSec = f64(this.countedSec, length)
    this.urgency = u8(this.urgency, length)
    this.category = u8(this.category, length)
    this.unit = i32(this.unit, length)
    this.extensionCount = u16(this.extensionCount, length)
    this.isPaused = u8(this.isPaused, length)
    this.firstPause = i32(this.firstPause, length)
    this.lastPause = i32(this.lastPause, length)
    this.#free = i32(this.#free, length)
    const timers = length * timerCount
    this.state = u8(this.state, timers)
    this.startSec = f64(this.startSec, timers)
    this.dueSec = f64(this.dueSec, timers)
    this.isDueKnown = u8(this.isDueKnown, timers)
    this.amberSec = f64(this.amberSec, timers)
    this.doneSec = f64(this.doneSec, timers)
    this.amberOnSec = f64(this.amberOnSec, timers)
    this.redOnSec = f64(this.redOnSec, timers)
    this.wasLate = u8(this.wasLate, timers)
  }

  #growPauses(length: number): void {
    this.pauseFromSec = f64(this.pauseFromSec, length)
    this.pauseUntilSec = f64(this.pauseUntilSec, length)
    this.pauseNext = i32(this.pauseNext, length)
  }
}
