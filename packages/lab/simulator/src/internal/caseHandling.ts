/**
 * The moves on columns from verifying to extending: what is done before the matter is claimed
 * resolved, pauses apart.
 */
import { Case, CaseAction, CaseItem, CaseRules, CaseVerdict } from "@wangge/cases"
import { CaseSteps, givenIf } from "./caseSteps.ts"

const action = {
  verify: CaseAction.codeOf("Verify"),
  reject: CaseAction.codeOf("Reject"),
  merge: CaseAction.codeOf("Merge"),
  withdraw: CaseAction.codeOf("Withdraw"),
  triage: CaseAction.codeOf("Triage"),
  assign: CaseAction.codeOf("Assign"),
  accept: CaseAction.codeOf("Accept"),
  giveBack: CaseAction.codeOf("Return"),
  start: CaseAction.codeOf("Start"),
  escalate: CaseAction.codeOf("Escalate"),
  extend: CaseAction.codeOf("Extend")
} as const

const unitBit = CaseItem.bitOf("ResponsibleUnit")
const originalBit = CaseItem.bitOf("OriginalCase")

/** Columns with the moves from verifying to extending. */
export class CaseHandling extends CaseSteps {
  /** Marks a report as true. */
  verify(slot: number, atSec: number, given: number = CaseItem.everything): number {
    return this.move(slot, action.verify, atSec, given)
  }

  /** Ends a case that is not actionable. */
  reject(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.move(slot, action.reject, atSec, given)
    if (verdict === 0) this.close(slot, atSec)
    return verdict
  }

  /** Ends a case that the reporter takes back. */
  withdraw(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.move(slot, action.withdraw, atSec, given)
    if (verdict === 0) this.close(slot, atSec)
    return verdict
  }

  /** Ends a case as a duplicate of the case with the number `into`, -1 for none. */
  merge(slot: number, atSec: number, into: number, given: number = CaseItem.everything): number {
    const all = givenIf(given, originalBit, into)
    const verdict =
      this.check(slot, action.merge, atSec, all) ||
      CaseVerdict.ofMerge(into === this.caseNumber[slot])
    if (verdict !== 0) return verdict
    this.mergedInto[slot] = into
    this.step(slot, action.merge, atSec, into, 0, 0)
    this.close(slot, atSec)
    return 0
  }

  /** Says how urgent a case is, at which level it is handled, and which desk answers for it. */
  triage(
    slot: number,
    atSec: number,
    urgency: number,
    level: number,
    unit: number,
    given: number = CaseItem.everything
  ): number {
    const verdict =
      this.check(slot, action.triage, atSec, givenIf(given, unitBit, unit)) ||
      CaseVerdict.ofTriage(this.rules, level)
    if (verdict !== 0) return verdict
    const startSec = this.startSec[slot]!
    const contactDueSec = CaseRules.contactDueSec(this.rules, urgency, startSec)
    const dueSec = CaseRules.dueSec(this.rules, urgency, startSec)
    const outside = CaseVerdict.ofDueSec(contactDueSec) || CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    this.step(slot, action.triage, atSec, urgency, level, unit)
    this.urgency[slot] = urgency
    this.level[slot] = level
    this.takeDesk(slot, unit)
    this.contactDueSec[slot] = contactDueSec
    this.dueSec[slot] = dueSec
    return 0
  }

  /** Gives a case to a unit. */
  assign(slot: number, atSec: number, unit: number, given: number = CaseItem.everything): number {
    const verdict = this.check(slot, action.assign, atSec, givenIf(given, unitBit, unit))
    if (verdict !== 0) return verdict
    this.step(slot, action.assign, atSec, unit, 0, 0)
    this.unit[slot] = unit
    return 0
  }

  /** The unit takes the case on; the first acceptance is the first contact. */
  accept(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.move(slot, action.accept, atSec, given)
    if (verdict === 0 && this.acceptedSec[slot] === Case.notYet) this.acceptedSec[slot] = atSec
    return verdict
  }

  /** The unit refuses the case; the desk answers for it again. */
  return(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.giveBack, atSec, given) ||
      CaseVerdict.ofReturn(this.rules, this.returnCount[slot]!)
    if (verdict !== 0) return verdict
    this.step(slot, action.giveBack, atSec, 0, 0, 0)
    this.returnCount[slot]! += 1
    this.unit[slot] = this.desk[slot]!
    return 0
  }

  /** Work begins. */
  start(slot: number, atSec: number, given: number = CaseItem.everything): number {
    return this.move(slot, action.start, atSec, given)
  }

  /** Moves a case exactly one level up, to a desk there. */
  escalate(slot: number, atSec: number, unit: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.escalate, atSec, givenIf(given, unitBit, unit)) ||
      CaseVerdict.ofEscalate(this.rules, this.level[slot]!)
    if (verdict !== 0) return verdict
    this.step(slot, action.escalate, atSec, unit, 0, 0)
    this.escalationCount[slot]! += 1
    this.level[slot] = this.rules.levelAbove[this.level[slot]!]!
    this.takeDesk(slot, unit)
    return 0
  }

  /** Makes the present limit longer, once. */
  extend(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const urgency = this.urgency[slot]!
    const verdict =
      this.check(slot, action.extend, atSec, given) ||
      CaseVerdict.ofExtend(
        this.rules,
        urgency,
        this.extensionCount[slot]!,
        this.dueSec[slot]!,
        atSec
      )
    if (verdict !== 0) return verdict
    const dueSec = CaseRules.extendedDueSec(this.rules, urgency, this.dueSec[slot]!)
    const outside = CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    this.step(slot, action.extend, atSec, 0, 0, 0)
    this.extensionCount[slot]! += 1
    this.dueSec[slot] = dueSec
    return 0
  }
}
