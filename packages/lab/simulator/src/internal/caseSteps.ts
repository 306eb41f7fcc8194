/**
 * What all moves on columns share: who acts, the first verdict, the step to the next status, ends and
 * new limits. Due seconds are counted in `caseDues.ts`; the moves themselves are in
 * `caseHandling.ts`, `caseReviews.ts`, `caseLinks.ts` and `CaseColumns.ts`.
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
import { noPair } from "./pairPool.ts"

const report = CaseAction.codeOf("Report")
const notReported = CaseRejection.numberOf("NotReported")
const unanswered = Satisfaction.codeOf("Unanswered")

/** `given` with or without one item, as its number says: -1 is none. */
export const givenIf = (given: number, bit: number, number: number): number =>
  number < 0 ? given & ~bit : given | bit

/** Who acts and at which level, as the one number that a recorder is told. */
export const packActor = (who: number, actorLevel: number): number => who + 16 * (actorLevel + 1)

/** Columns with the rules they follow and whoever is told the accepted moves. */
export class CaseSteps extends CaseTable {
  /** The rules that all cases here follow, until {@link CaseSteps.useRules} names others. */
  rules: CaseRules.CaseRules
  protected readonly recorder: Recorder | undefined
  /** Who makes the next moves, see {@link CaseSteps.actAs}. */
  protected who: number = CaseRules.unstated
  protected actorLevel = -1

  constructor(rules: CaseRules.CaseRules, recorder?: Recorder) {
    super()
    this.rules = rules
    this.recorder = recorder
  }

  /**
   * Says who makes the moves from now on: `CaseRules.unstated`, or the position of a role plus 1; and
   * the position of the actor's level, -1 for none.
   */
  actAs(who: number, actorLevel = -1): void {
    this.who = who
    this.actorLevel = actorLevel
  }

  /** The rules that hold from now on: changed limits or calendars, for `changeTerms`. */
  useRules(rules: CaseRules.CaseRules): void {
    this.rules = rules
  }

  /** A move that changes nothing but the status. */
  protected move(slot: number, code: number, atSec: number, given: number): number {
    const verdict = this.check(slot, code, atSec, given)
    if (verdict === 0) this.step(slot, code, atSec, 0, 0, 0)
    return verdict
  }

  /**
   * The verdict that every move has to pass first, its gates included. The kind of matter and the
   * cost score are those of the case unless the move brings its own; `opens` is the kind of side
   * process that it opens.
   */
  protected check(
    slot: number,
    code: number,
    atSec: number,
    given: number,
    matterKind: number = this.matterKind[slot]!,
    costScore: number = this.costScore[slot]!,
    opens = -1
  ): number {
    if (!this.holds(slot)) return notReported
    const rules = this.rules
    const all = CaseVerdict.needsRecord(rules, code)
      ? CaseVerdict.givenWithRecord(
          given,
          this.checkOutcome[slot]!,
          matterKind,
          costScore,
          this.contactedSec[slot]!,
          this.publishedSec[slot]!
        )
      : given
    const verdict = CaseVerdict.ofMove(
      rules,
      this.who,
      this.actorLevel,
      this.level[slot]!,
      this.status[slot]!,
      code,
      this.resumeStatus[slot]!,
      this.lastSec[slot]!,
      atSec,
      all
    )
    if (verdict !== 0 || rules.gates[code]!.length === 0) return verdict
    return CaseVerdict.ofGates(rules, code, matterKind, this.processBits(slot), opens)
  }

  /** The status after a move that the table allows. */
  protected target(slot: number, code: number): number {
    return CaseRules.nextStatus(
      this.rules,
      this.status[slot]!,
      code,
      this.resumeStatus[slot]!,
      this.level[slot]!,
      this.who
    )
  }

  /** All that gates know of the side processes of a case, as one number. */
  protected processBits(slot: number): number {
    let bits = 0
    const pool = this.processes
    for (let at = this.processHead[slot]!; at !== noPair; at = pool.next[at]!) {
      const word = pool.second[at]!
      bits |= CaseRules.processBits(word & 7, word >> 3)
    }
    return bits
  }

  /** Goes to the status that the table says; lateness is looked at before anything changes. */
  protected step(slot: number, code: number, atSec: number, a: number, b: number, c: number): void {
    this.enter(slot, code, this.target(slot, code), atSec, a, b, c, 0, 0)
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
    e: number,
    f = 0,
    g = 0,
    h = 0
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
      const actor = packActor(this.who, this.actorLevel)
      this.recorder(this.caseNumber[slot]!, code, atSec, a, b, c, d, e, actor, f, g, h)
    }
  }

  protected takeDesk(slot: number, unit: number): void {
    this.desk[slot] = unit
    this.unit[slot] = unit
    this.isArbitrated[slot] = 0
    this.leaveUnit(slot)
  }

  /** What ends with an assignment. */
  protected leaveUnit(slot: number): void {
    this.helperHead[slot] = this.helpers.clear(this.helperHead[slot]!)
    this.assignedSec[slot] = Case.notYet
    this.signInDueSec[slot] = Case.notYet
  }

  /** A unit has the case from now on and has to sign in. */
  protected takeUnit(slot: number, unit: number, atSec: number, signInDueSec: number): void {
    this.unit[slot] = unit
    this.helperHead[slot] = this.helpers.clear(this.helperHead[slot]!)
    this.assignedSec[slot] = atSec
    this.signInDueSec[slot] = signInDueSec
  }

  /** The matter is claimed resolved. */
  protected claim(
    slot: number,
    atSec: number,
    note: number,
    verifyDueSec: number,
    callBackDueSec: number
  ): void {
    this.resolvedSec[slot] = atSec
    this.hasResultNote[slot] = note
    this.checkOutcome[slot] = -1
    this.verifyDueSec[slot] = verifyDueSec
    this.callBackDueSec[slot] = callBackDueSec
  }

  /** The claim does not hold any more. */
  protected dropClaim(slot: number): void {
    this.resolvedSec[slot] = Case.notYet
    this.hasResultNote[slot] = 0
    this.verifyDueSec[slot] = Case.notYet
    this.callBackDueSec[slot] = Case.notYet
    this.followUpOutcome[slot] = -1
    this.satisfaction[slot] = unanswered
  }

  /** Keeps a pause that is over; one without a second is none. */
  protected addPause(slot: number, fromSec: number, untilSec: number): void {
    if (untilSec <= fromSec) return
    this.pauseHead[slot] = this.pauses.add(this.pauseHead[slot]!, fromSec, untilSec)
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
    this.takeDesk(slot, this.desk[slot]!)
    this.startLimit(slot, atSec, contactDueSec, dueSec)
    this.reopenCount[slot]! += 1
  }

  /** What belongs to one limit, from the report to the first end or reopening. */
  protected startLimit(slot: number, atSec: number, contactDueSec: number, dueSec: number): void {
    this.startSec[slot] = atSec
    this.contactDueSec[slot] = contactDueSec
    this.dueSec[slot] = dueSec
    this.contactedSec[slot] = Case.notYet
    this.acceptedSec[slot] = Case.notYet
    this.pauseHead[slot] = this.pauses.clear(this.pauseHead[slot]!)
    this.dropClaim(slot)
    this.checkOutcome[slot] = -1
    this.closedSec[slot] = Case.notYet
    this.appealState[slot] = 0
    this.extensionCount[slot] = 0
  }
}
