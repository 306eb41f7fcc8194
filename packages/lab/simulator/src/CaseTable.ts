/**
 * The columns behind the simulator's cases: one typed array per field, one slot per case, slots of
 * released cases used again. The fields are those of a `Case` record; texts are numbers of the
 * caller, times are whole seconds, and lists are positions.
 */

/**
 * What the status column says of a slot that holds no case.
 *
 * @category columns
 * @source none: above every position that a list of statuses can reach
 * @since 0.1.0
 */
export const freeSlot = 255

/** Copies of a column with a new length, one per type so that no cast is needed. */
const f64 = (old: Float64Array, length: number): Float64Array => {
  const grown = new Float64Array(length)
  grown.set(old)
  return grown
}
const u32 = (old: Uint32Array, length: number): Uint32Array => {
  const grown = new Uint32Array(length)
  grown.set(old)
  return grown
}
const u8 = (old: Uint8Array, length: number): Uint8Array => {
  const grown = new Uint8Array(length)
  grown.set(old)
  return grown
}
const i8 = (old: Int8Array, length: number): Int8Array => {
  const grown = new Int8Array(length)
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

/**
 * Storage for cases in columns.
 *
 * The columns are replaced when they grow: read them through this object each time, and change them
 * only through the moves of `CaseColumns`.
 *
 * @category columns
 * @since 0.1.0
 */
export class CaseTable {
  /** The number that the caller gave the case; it never changes. */
  caseNumber: Float64Array = new Float64Array(0)
  /** How many moves the case has seen. */
  version: Uint32Array = new Uint32Array(0)
  /** Position in `CaseStatus.list`, {@link freeSlot} for a slot without a case. */
  status: Uint8Array = new Uint8Array(0)
  /** Position of the status to go back to, -1 unless suspended. */
  resumeStatus: Int8Array = new Int8Array(0)
  /** Position in `HandlingLevel.list`. */
  level: Uint8Array = new Uint8Array(0)
  /** Position in `Urgency.list`. */
  urgency: Uint8Array = new Uint8Array(0)
  /** Position in `Category.list`. */
  category: Uint8Array = new Uint8Array(0)
  /** Position in `CaseSource.list`. */
  source: Uint8Array = new Uint8Array(0)
  /** The caller's number of the grid. */
  grid: Int32Array = new Int32Array(0)
  /** The caller's number of the one unit that answers for the case now. */
  unit: Int32Array = new Int32Array(0)
  /** The caller's number of the unit that answers while nobody is assigned. */
  desk: Int32Array = new Int32Array(0)
  /** When the case was reported. */
  reportedSec: Float64Array = new Float64Array(0)
  /** When the present limit began: the report, or the last reopening. */
  startSec: Float64Array = new Float64Array(0)
  /** The due second of the first contact. */
  contactDueSec: Float64Array = new Float64Array(0)
  /** The due second of the present limit; while suspended, if the pause lasts in full. */
  dueSec: Float64Array = new Float64Array(0)
  /** The first acceptance within the present limit, or `Case.notYet`. */
  acceptedSec: Float64Array = new Float64Array(0)
  /** When the case was suspended, or `Case.notYet`. */
  suspendedSec: Float64Array = new Float64Array(0)
  /** When the suspension ends at the latest, or `Case.notYet`. */
  suspendedUntilSec: Float64Array = new Float64Array(0)
  /** The contact due second as it was at the suspension, or `Case.notYet`. */
  pausedContactDueSec: Float64Array = new Float64Array(0)
  /** The due second as it was at the suspension, or `Case.notYet`. */
  pausedDueSec: Float64Array = new Float64Array(0)
  /** When the matter was claimed resolved, or `Case.notYet`. */
  resolvedSec: Float64Array = new Float64Array(0)
  /** When the case came to an end, or `Case.notYet`. */
  closedSec: Float64Array = new Float64Array(0)
  /** 1 once a result note was given for the present claim. */
  hasResultNote: Uint8Array = new Uint8Array(0)
  /** Position in `FollowUpOutcome.list`, -1 before the first attempt. */
  followUpOutcome: Int8Array = new Int8Array(0)
  /** Position in `Satisfaction.list`. */
  satisfaction: Uint8Array = new Uint8Array(0)
  /** Attempts to follow up over the whole life. */
  followUpCount: Uint16Array = new Uint16Array(0)
  /** Number of the case that stays, -1 if not merged. */
  mergedInto: Float64Array = new Float64Array(0)
  /** Returns over the whole life. */
  returnCount: Uint16Array = new Uint16Array(0)
  /** Escalations over the whole life. */
  escalationCount: Uint16Array = new Uint16Array(0)
  /** Extensions of the present limit. */
  extensionCount: Uint16Array = new Uint16Array(0)
  /** Reopenings over the whole life. */
  reopenCount: Uint16Array = new Uint16Array(0)
  /** 1 once any limit was missed, as of the last move; it never becomes 0 again. */
  wasOverdue: Uint8Array = new Uint8Array(0)
  /** When the last move happened. */
  lastSec: Float64Array = new Float64Array(0)
  /** How many slots have been used so far; every case stands below. */
  slotCount = 0
  /** How many cases stand in the columns now. */
  caseCount = 0
  #free: Int32Array = new Int32Array(0)
  #freeCount = 0

  /**
   * Whether a slot holds a case.
   */
  holds(slot: number): boolean {
    return slot >= 0 && slot < this.slotCount && this.status[slot] !== freeSlot
  }

  /**
   * Gives a slot back, so that the next report can use it. The columns of the case are lost.
   *
   * Throws a `RangeError` for a slot that holds no case. Cost: constant.
   */
  release(slot: number): void {
    if (!this.holds(slot)) throw new RangeError(`Slot ${slot} holds no case to release`)
    this.status[slot] = freeSlot
    this.#free[this.#freeCount] = slot
    this.#freeCount += 1
    this.caseCount -= 1
  }

  /**
   * A slot for a new case: one that was released last, or a new one at the end. Its columns still
   * hold what stood there before.
   */
  protected takeSlot(): number {
    this.caseCount += 1
    if (this.#freeCount > 0) {
      this.#freeCount -= 1
      return this.#free[this.#freeCount]!
    }
    if (this.slotCount === this.status.length) this.#grow(Math.max(64, this.slotCount * 2))
    this.slotCount += 1
    return this.slotCount - 1
  }

  #grow(length: number): void {
    this.caseNumber = f64(this.caseNumber, length)
    this.version = u32(this.version, length)
    this.status = u8(this.status, length)
    this.resumeStatus = i8(this.resumeStatus, length)
    this.level = u8(this.level, length)
    this.urgency = u8(this.urgency, length)
    this.category = u8(this.category, length)
    this.source = u8(this.source, length)
    this.grid = i32(this.grid, length)
    this.unit = i32(this.unit, length)
    this.desk = i32(this.desk, length)
    this.reportedSec = f64(this.reportedSec, length)
    this.startSec = f64(this.startSec, length)
    this.contactDueSec = f64(this.contactDueSec, length)
    this.dueSec = f64(this.dueSec, length)
    this.acceptedSec = f64(this.acceptedSec, length)
    this.suspendedSec = f64(this.suspendedSec, length)
    this.suspendedUntilSec = f64(this.suspendedUntilSec, length)
    this.pausedContactDueSec = f64(this.pausedContactDueSec, length)
    this.pausedDueSec = f64(this.pausedDueSec, length)
    this.resolvedSec = f64(this.resolvedSec, length)
    this.closedSec = f64(this.closedSec, length)
    this.hasResultNote = u8(this.hasResultNote, length)
    this.followUpOutcome = i8(this.followUpOutcome, length)
    this.satisfaction = u8(this.satisfaction, length)
    this.followUpCount = u16(this.followUpCount, length)
    this.mergedInto = f64(this.mergedInto, length)
    this.returnCount = u16(this.returnCount, length)
    this.escalationCount = u16(this.escalationCount, length)
    this.extensionCount = u16(this.extensionCount, length)
    this.reopenCount = u16(this.reopenCount, length)
    this.wasOverdue = u8(this.wasOverdue, length)
    this.lastSec = f64(this.lastSec, length)
    this.#free = i32(this.#free, length)
  }
}
