/**
 * The columns behind the simulator's cases: one typed array per field, one slot per case, slots of
 * released cases used again. The fields are those of a `Case` record; texts are numbers of the
 * caller, times are whole seconds, and lists are positions.
 */

import { f64, i8, i32, u8, u16, u32 } from "./internal/columnCopies.ts"
import { PairPool } from "./internal/pairPool.ts"

/**
 * What the status column says of a slot that holds no case.
 *
 * @category columns
 * @source none: above every position that a list of statuses can reach
 * @since 0.1.0
 */
export const freeSlot = 255

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
  /** Position in `MatterKind.list`. */
  matterKind: Uint8Array = new Uint8Array(0)
  /** Position in `CaseObject.list`. */
  object: Uint8Array = new Uint8Array(0)
  /** 1 for a report without a reporter. */
  isAnonymous: Uint8Array = new Uint8Array(0)
  /** When the report was written down. */
  seenSec: Float64Array = new Float64Array(0)
  /** The number of the case that this one was split off, -1 for none. */
  parent: Float64Array = new Float64Array(0)
  /** The helping units, in {@link CaseTable.helpers}. */
  helperHead: Int32Array = new Int32Array(0)
  /** The units that refused, in {@link CaseTable.refusals}. */
  refusedHead: Int32Array = new Int32Array(0)
  /** 1 once the level above decided the present owner. */
  isArbitrated: Uint8Array = new Uint8Array(0)
  /** When the present unit has to sign in, or `Case.notYet`. */
  signInDueSec: Float64Array = new Float64Array(0)
  /** When the present claim has to be checked, or `Case.notYet`. */
  verifyDueSec: Float64Array = new Float64Array(0)
  /** When the present claim has to be followed up, or `Case.notYet`. */
  callBackDueSec: Float64Array = new Float64Array(0)
  /** The last assignment, or `Case.notYet`. */
  assignedSec: Float64Array = new Float64Array(0)
  /** The first contact within the present limit, or `Case.notYet`. */
  contactedSec: Float64Array = new Float64Array(0)
  /** The pauses of the present limit that are over, in {@link CaseTable.pauses}. */
  pauseHead: Int32Array = new Int32Array(0)
  /** Position in `CheckOutcome.list`, -1 before the check of the present claim. */
  checkOutcome: Int8Array = new Int8Array(0)
  /** How often a checker sent the case back. */
  reworkCount: Uint16Array = new Uint16Array(0)
  /** The duplicates and their demand, in {@link CaseTable.duplicates}. */
  duplicateHead: Int32Array = new Int32Array(0)
  /** How many reports the case stands for. */
  demandCount: Uint32Array = new Uint32Array(0)
  /** The cases carved out of this one, in {@link CaseTable.children}. */
  childHead: Int32Array = new Int32Array(0)
  /** The side processes, in {@link CaseTable.processes}. */
  processHead: Int32Array = new Int32Array(0)
  /** The last scores, -1 before any. */
  costScore: Int8Array = new Int8Array(0)
  /** The last score of conflict, -1 before any. */
  conflictScore: Int8Array = new Int8Array(0)
  /** The last score of difficulty, -1 before any. */
  difficultyScore: Int8Array = new Int8Array(0)
  /** The last publication, or `Case.notYet`. */
  publishedSec: Float64Array = new Float64Array(0)
  /** Position in `AppealState.list`. */
  appealState: Uint8Array = new Uint8Array(0)
  /** Appeals over the whole life. */
  appealCount: Uint16Array = new Uint16Array(0)
  /** Appeals that were upheld. */
  upheldCount: Uint16Array = new Uint16Array(0)
  /** Hand-overs over the whole life. */
  handOverCount: Uint16Array = new Uint16Array(0)
  /** Units that help, as pairs of unit and 0. */
  readonly helpers: PairPool = new PairPool()
  /** Units that refused, as pairs of unit and 0. */
  readonly refusals: PairPool = new PairPool()
  /** Pauses, as pairs of first second and the second at which the clock ran again. */
  readonly pauses: PairPool = new PairPool()
  /** Duplicates, as pairs of case number and demand. */
  readonly duplicates: PairPool = new PairPool()
  /** Cases carved out, as pairs of case number and 0. */
  readonly children: PairPool = new PairPool()
  /** Side processes, as pairs of the caller's number and kind + 8 x link state, by position. */
  readonly processes: PairPool = new PairPool()
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
    this.helpers.clear(this.helperHead[slot]!)
    this.refusals.clear(this.refusedHead[slot]!)
    this.pauses.clear(this.pauseHead[slot]!)
    this.duplicates.clear(this.duplicateHead[slot]!)
    this.children.clear(this.childHead[slot]!)
    this.processes.clear(this.processHead[slot]!)
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
    this.#growLinks(length)
  }

  /** What looks at a case again and ties it to others. */
  #growLinks(length: number): void {
    this.matterKind = u8(this.matterKind, length)
    this.object = u8(this.object, length)
    this.isAnonymous = u8(this.isAnonymous, length)
    this.seenSec = f64(this.seenSec, length)
    this.parent = f64(this.parent, length)
    this.helperHead = i32(this.helperHead, length)
    this.refusedHead = i32(this.refusedHead, length)
    this.isArbitrated = u8(this.isArbitrated, length)
    this.signInDueSec = f64(this.signInDueSec, length)
    this.verifyDueSec = f64(this.verifyDueSec, length)
    this.callBackDueSec = f64(this.callBackDueSec, length)
    this.assignedSec = f64(this.assignedSec, length)
    this.contactedSec = f64(this.contactedSec, length)
    this.pauseHead = i32(this.pauseHead, length)
    this.checkOutcome = i8(this.checkOutcome, length)
    this.reworkCount = u16(this.reworkCount, length)
    this.duplicateHead = i32(this.duplicateHead, length)
    this.demandCount = u32(this.demandCount, length)
    this.childHead = i32(this.childHead, length)
    this.processHead = i32(this.processHead, length)
    this.costScore = i8(this.costScore, length)
    this.conflictScore = i8(this.conflictScore, length)
    this.difficultyScore = i8(this.difficultyScore, length)
    this.publishedSec = f64(this.publishedSec, length)
    this.appealState = u8(this.appealState, length)
    this.appealCount = u16(this.appealCount, length)
    this.upheldCount = u16(this.upheldCount, length)
    this.handOverCount = u16(this.handOverCount, length)
  }
}
