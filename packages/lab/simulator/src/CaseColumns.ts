/**
 * Cases in columns, for millions of moves a second: the same rules as `CaseDecider` and `Case`, on
 * typed arrays. Every move is a method that takes numbers and returns 0, or the number of the
 * rejection (`CaseRejection.codeAt`). A property test drives records and columns with the same
 * commands and demands equal verdicts and equal states.
 */
import { Case, CaseAction, CaseItem, CaseRules, CaseStatus, CaseVerdict } from "@wangge/cases"
import { CaseLinks } from "./internal/caseLinks.ts"
import { givenIf } from "./internal/caseSteps.ts"
import { noPair } from "./internal/pairPool.ts"

/**
 * What a report needs; all are numbers: positions in the lists of `@wangge/cases`, and the caller's
 * own numbers of case, grid and unit (the intake desk), -1 for none. `parent` is the number of the
 * case that this one was split off; the two times are `atSec` where they are not given.
 *
 * @category columns
 * @since 0.1.0
 */
export interface ReportNumbers {
  readonly caseNumber: number
  readonly atSec: number
  readonly source: number
  readonly category: number
  readonly urgency: number
  readonly grid: number
  readonly unit: number
  readonly seenSec?: number
  readonly startSec?: number
  readonly isAnonymous?: boolean
  readonly parent?: number
}

const action = {
  report: CaseAction.codeOf("Report"),
  suspend: CaseAction.codeOf("Suspend"),
  resume: CaseAction.codeOf("Resume"),
  resolve: CaseAction.codeOf("Resolve"),
  beginFollowUp: CaseAction.codeOf("BeginFollowUp"),
  recordFollowUp: CaseAction.codeOf("RecordFollowUp"),
  reopen: CaseAction.codeOf("Reopen"),
  writeOff: CaseAction.codeOf("WriteOff")
} as const

const reported = CaseStatus.codeOf("Reported")
const unitBit = CaseItem.bitOf("ResponsibleUnit")
const gridBit = CaseItem.bitOf("Grid")
const noteBit = CaseItem.bitOf("ResultNote")

/**
 * Cases in columns.
 *
 * Every move takes the slot of a case, a whole second, and the numbers of that move; the last
 * parameter `given` says which items (bits of `CaseItem`) are given beside those numbers, all of
 * them by default; what the record of a case has to hold itself cannot be given. `actAs` says in
 * which role and at which level the next moves are made. Cost of a move: constant but for the lists
 * of the case, nothing allocated but by suspending and resuming.
 *
 * @category columns
 * @since 0.1.0
 */
export class CaseColumns extends CaseLinks {
  /**
   * Makes a case, at the lowest level, and returns its slot; or the number of the rejection below
   * zero. The caller sees to it that no two cases have one number.
   */
  report(numbers: ReportNumbers, given: number = CaseItem.everything): number {
    const { atSec, category, grid, source, unit, urgency } = numbers
    const { isAnonymous = false, parent = -1, seenSec = atSec, startSec = atSec } = numbers
    const all = givenIf(givenIf(given, gridBit, grid), unitBit, unit)
    const verdict = CaseVerdict.ofReport(this.rules, source, atSec, seenSec, startSec, all)
    if (verdict !== 0) return -verdict
    const contactDueSec = CaseRules.contactDueSec(this.rules, urgency, startSec)
    const dueSec = CaseRules.dueSec(this.rules, urgency, startSec)
    const outside = CaseVerdict.ofDueSec(contactDueSec) || CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return -outside
    const slot = this.takeSlot()
    this.clean(slot, numbers)
    this.isAnonymous[slot] = isAnonymous ? 1 : 0
    this.seenSec[slot] = seenSec
    this.parent[slot] = parent
    this.takeDesk(slot, unit)
    this.endPause(slot)
    this.startLimit(slot, startSec, contactDueSec, dueSec)
    const born = (parent + 1) * 2 + (isAnonymous ? 1 : 0)
    this.enter(
      slot,
      action.report,
      reported,
      atSec,
      source,
      category,
      urgency,
      grid,
      unit,
      seenSec,
      startSec,
      born
    )
    return slot
  }

  /** Everything that a life counts or lists, as it is at the report. */
  private clean(slot: number, numbers: ReportNumbers): void {
    this.caseNumber[slot] = numbers.caseNumber
    this.version[slot] = 0
    this.level[slot] = this.rules.lowestLevel
    this.urgency[slot] = numbers.urgency
    this.category[slot] = numbers.category
    this.matterKind[slot] = 0
    this.object[slot] = 0
    this.source[slot] = numbers.source
    this.grid[slot] = numbers.grid
    this.reportedSec[slot] = numbers.atSec
    this.helperHead[slot] = noPair
    this.refusedHead[slot] = noPair
    this.pauseHead[slot] = noPair
    this.duplicateHead[slot] = noPair
    this.childHead[slot] = noPair
    this.processHead[slot] = noPair
    this.demandCount[slot] = 1
    this.costScore[slot] = -1
    this.conflictScore[slot] = -1
    this.difficultyScore[slot] = -1
    this.publishedSec[slot] = Case.notYet
    this.reworkCount[slot] = 0
    this.followUpCount[slot] = 0
    this.appealCount[slot] = 0
    this.upheldCount[slot] = 0
    this.mergedInto[slot] = -1
    this.returnCount[slot] = 0
    this.escalationCount[slot] = 0
    this.handOverCount[slot] = 0
    this.reopenCount[slot] = 0
    this.wasOverdue[slot] = 0
  }

  /** Stops the clock until `untilSec` at the latest, `Case.notYet` for no end. */
  suspend(
    slot: number,
    atSec: number,
    untilSec: number,
    given: number = CaseItem.everything
  ): number {
    const verdict =
      this.check(slot, action.suspend, atSec, CaseVerdict.givenToSuspend(given, untilSec)) ||
      CaseVerdict.ofSuspend(atSec, untilSec)
    if (verdict !== 0) return verdict
    const before = this.status[slot]!
    const pausedContactDueSec = this.contactDueSec[slot]!
    const pausedDueSec = this.dueSec[slot]!
    const contactDueSec = this.contactMoved(slot, pausedContactDueSec, atSec, untilSec)
    const dueSec = this.dueMoved(slot, pausedDueSec, atSec, untilSec)
    const signInDueSec = this.signInWith(slot, this.urgency[slot]!, atSec, untilSec)
    const outside =
      CaseVerdict.ofDueSec(signInDueSec) ||
      CaseVerdict.ofDueSec(contactDueSec) ||
      CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    this.step(slot, action.suspend, atSec, untilSec, 0, 0)
    this.signInDueSec[slot] = signInDueSec
    this.resumeStatus[slot] = before
    this.suspendedSec[slot] = atSec
    this.suspendedUntilSec[slot] = untilSec
    this.pausedContactDueSec[slot] = pausedContactDueSec
    this.pausedDueSec[slot] = pausedDueSec
    this.contactDueSec[slot] = contactDueSec
    this.dueSec[slot] = dueSec
    return 0
  }

  /** Starts the clock again, in the status in which it stopped. */
  resume(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.check(slot, action.resume, atSec, given)
    if (verdict !== 0) return verdict
    const fromSec = this.suspendedSec[slot]!
    const toSec = CaseRules.pauseEndSec(this.suspendedUntilSec[slot]!, atSec)
    const outside = this.moveDue(slot, fromSec, toSec)
    if (outside !== 0) return outside
    this.step(slot, action.resume, atSec, 0, 0, 0)
    this.endPause(slot)
    this.addPause(slot, fromSec, toSec)
    this.setMoved(slot)
    return 0
  }

  /** Claims that the matter is resolved, with a result note if `given` says so. */
  resolve(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.check(slot, action.resolve, atSec, given)
    if (verdict !== 0) return verdict
    const verifyDueSec = this.verifyFrom(slot, atSec)
    const callBackDueSec = this.callBackFrom(slot, atSec)
    const outside = CaseVerdict.ofDueSec(verifyDueSec) || CaseVerdict.ofDueSec(callBackDueSec)
    if (outside !== 0) return outside
    const note = (given & noteBit) === 0 ? 0 : 1
    this.step(slot, action.resolve, atSec, note, 0, 0)
    this.claim(slot, atSec, note, verifyDueSec, callBackDueSec)
    return 0
  }

  /** The follow-up begins. */
  beginFollowUp(slot: number, atSec: number, given: number = CaseItem.everything): number {
    return this.move(slot, action.beginFollowUp, atSec, given)
  }

  /** Records one attempt to follow up; an outcome that reopens leads to another status. */
  recordFollowUp(
    slot: number,
    atSec: number,
    outcome: number,
    satisfaction: number,
    given: number = CaseItem.everything
  ): number {
    const rules = this.rules
    const status = this.status[slot]!
    const verdict =
      this.check(slot, action.recordFollowUp, atSec, given) ||
      CaseVerdict.ofFollowUp(rules, status, this.level[slot]!, outcome, satisfaction)
    if (verdict !== 0) return verdict
    const reopens = CaseRules.reopensOn(rules, outcome, satisfaction)
    const urgency = this.urgency[slot]!
    const contactDueSec = reopens ? CaseRules.contactDueSec(rules, urgency, atSec) : 0
    const dueSec = reopens ? CaseRules.dueSec(rules, urgency, atSec) : 0
    const outside = CaseVerdict.ofDueSec(contactDueSec) || CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    const level = this.level[slot]!
    const to = CaseRules.followUpStatus(rules, status, outcome, satisfaction, level)
    this.enter(slot, action.recordFollowUp, to, atSec, outcome, satisfaction, 0, 0, 0)
    this.followUpCount[slot]! += 1
    if (reopens) this.startAgain(slot, atSec, contactDueSec, dueSec)
    else if (CaseRules.replacesOutcome(this.followUpOutcome[slot]!, outcome)) {
      this.followUpOutcome[slot] = outcome
      this.satisfaction[slot] = satisfaction
    }
    return 0
  }

  /** Takes up a claimed or written-off case again, under a new limit. */
  reopen(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const rules = this.rules
    const verdict =
      this.check(slot, action.reopen, atSec, given) ||
      CaseVerdict.ofReopen(rules, this.status[slot]!, this.closedSec[slot]!, atSec)
    if (verdict !== 0) return verdict
    const contactDueSec = CaseRules.contactDueSec(rules, this.urgency[slot]!, atSec)
    const dueSec = CaseRules.dueSec(rules, this.urgency[slot]!, atSec)
    const outside = CaseVerdict.ofDueSec(contactDueSec) || CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    this.step(slot, action.reopen, atSec, 0, 0, 0)
    this.startAgain(slot, atSec, contactDueSec, dueSec)
    return 0
  }

  /** Strikes a case off, with a result note if `given` says so. */
  writeOff(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const hadNote = this.hasResultNote[slot] === 1
    const outcome = this.followUpOutcome[slot]!
    const all = CaseVerdict.givenToWriteOff(given, hadNote, outcome, this.checkOutcome[slot]!)
    const verdict =
      this.check(slot, action.writeOff, atSec, all) ||
      CaseVerdict.ofWriteOff(this.processBits(slot))
    if (verdict !== 0) return verdict
    const note = (given & noteBit) === 0 ? 0 : 1
    this.step(slot, action.writeOff, atSec, note, 0, 0)
    if (note === 1) this.hasResultNote[slot] = 1
    this.close(slot, atSec)
    return 0
  }
}
