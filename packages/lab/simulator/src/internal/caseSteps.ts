/**
 * What all moves on columns share: the first verdict, the step to the next status, limits, pauses
 * and ends. The moves themselves are in `caseHandling.ts` and `CaseColumns.ts`.
 */
import {
  Case,
  CaseAction,
  CaseRejection,
  CaseRules,
  CaseVerdict,
  Satisfaction
} from "@wangge/cases"
import type { Recorder } from "../CaseReplay.ts"
import { CaseTable } from "../CaseTable.ts"

const report = CaseAction.codeOf("Report")
const notReported = CaseRejection.numberOf("NotReported")
const unanswered = Satisfaction.codeOf("Unanswered")

/** `given` with or without one item, as its number says: -1 is none. */
export const givenIf = (given: number, bit: number, number: number): number =>
  number < 0 ? given & ~bit : given | bit

/** Columns with the rules they follow and whoever is told the accepted moves. */
export class CaseSteps extends CaseTable {
  /** The rules that all cases here follow. */
  readonly rules: CaseRules.CaseRules
  protected readonly recorder: Recorder | undefined

  constructor(rules: CaseRules.CaseRules, recorder?: Recorder) {
    super()
    this.rules = rules
    this.recorder = recorder
  }

  /** A move that changes nothing but the status. */
  protected move(slot: number, code: number, atSec: number, given: number): number {
    const verdict = this.check(slot, code, atSec, given)
    if (verdict === 0) this.step(slot, code, atSec, 0, 0, 0)
    return verdict
  }

  /** The verdict that every move has to pass first. */
  protected check(slot: number, code: number, atSec: number, given: number): number {
    if (!this.holds(slot)) return notReported
    return CaseVerdict.ofMove(
      this.rules,
      this.status[slot]!,
      code,
      this.resumeStatus[slot]!,
      this.lastSec[slot]!,
      atSec,
      given
    )
  }

  /** Goes to the status that the table says; lateness is looked at before anything changes. */
  protected step(slot: number, code: number, atSec: number, a: number, b: number, c: number): void {
    const to = CaseRules.nextStatus(this.rules, this.status[slot]!, code, this.resumeStatus[slot]!)
    this.enter(slot, code, to, atSec, a, b, c, 0, 0)
  }

  protected enter(
    slot: number,
    code: number,
    to: number,
    atSec: number,
    a: number,
    b: number,
    c: number,
    d: number,
    e: number
  ): void {
    if (code !== report) {
      const was = this.wasOverdue[slot] === 1
      const late = CaseRules.wasOverdueBy(was, this.status[slot]!, this.dueSec[slot]!, atSec)
      this.wasOverdue[slot] = late ? 1 : 0
    }
    this.version[slot]! += 1
    this.status[slot] = to
    this.lastSec[slot] = atSec
    if (this.recorder !== undefined) {
      this.recorder(this.caseNumber[slot]!, code, atSec, a, b, c, d, e)
    }
  }

  protected takeDesk(slot: number, unit: number): void {
    this.desk[slot] = unit
    this.unit[slot] = unit
  }

  protected contactMoved(slot: number, dueSec: number, fromSec: number, toSec: number): number {
    return this.acceptedSec[slot] === Case.notYet
      ? this.dueMoved(slot, dueSec, fromSec, toSec)
      : dueSec
  }

  protected dueMoved(slot: number, dueSec: number, fromSec: number, toSec: number): number {
    return CaseRules.resumedDueSec(this.rules, this.urgency[slot]!, dueSec, fromSec, toSec)
  }

  protected endPause(slot: number): void {
    this.resumeStatus[slot] = -1
    this.suspendedSec[slot] = Case.notYet
    this.suspendedUntilSec[slot] = Case.notYet
    this.pausedContactDueSec[slot] = Case.notYet
    this.pausedDueSec[slot] = Case.notYet
  }

  protected close(slot: number, atSec: number): void {
    this.closedSec[slot] = atSec
    this.endPause(slot)
  }

  protected startAgain(slot: number, atSec: number, contactDueSec: number, dueSec: number): void {
    this.startLimit(slot, atSec, contactDueSec, dueSec)
    this.unit[slot] = this.desk[slot]!
    this.reopenCount[slot]! += 1
  }

  /** What belongs to one limit, from the report to the first end or reopening. */
  protected startLimit(slot: number, atSec: number, contactDueSec: number, dueSec: number): void {
    this.startSec[slot] = atSec
    this.contactDueSec[slot] = contactDueSec
    this.dueSec[slot] = dueSec
    this.acceptedSec[slot] = Case.notYet
    this.resolvedSec[slot] = Case.notYet
    this.hasResultNote[slot] = 0
    this.followUpOutcome[slot] = -1
    this.satisfaction[slot] = unanswered
    this.closedSec[slot] = Case.notYet
    this.extensionCount[slot] = 0
  }
}
