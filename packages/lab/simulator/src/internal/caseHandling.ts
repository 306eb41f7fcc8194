/**
 * The moves on columns from verifying to extending: what is done before the matter is claimed
 * resolved, pauses apart.
 */
import { Case, CaseAction, CaseItem, CaseRules, CaseVerdict } from "@wangge/cases"
import { CaseDues } from "./caseDues.ts"
import { givenIf } from "./caseSteps.ts"

const action = {
  verify: CaseAction.codeOf("Verify"),
  reject: CaseAction.codeOf("Reject"),
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

/** No helping unit. */
const nobody: ReadonlyArray<number> = []

/** Whether no helping unit leads, and none is named twice. */
const areApart = (helpers: ReadonlyArray<number>, unit: number): boolean => {
  for (let index = 0; index < helpers.length; index++) {
    const helper = helpers[index]!
    if (helper === unit || helpers.indexOf(helper) !== index) return false
  }
  return true
}

/** Columns with the moves from verifying to extending. */
export class CaseHandling extends CaseDues {
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

  /**
   * Says how urgent a case is, at which level it is handled, and which desk answers for it; and whose
   * matter it is and what it is about, -1 for as it stands.
   */
  triage(
    slot: number,
    atSec: number,
    urgency: number,
    level: number,
    unit: number,
    given: number = CaseItem.everything,
    matterKind = -1,
    object = -1
  ): number {
    const matter = matterKind < 0 ? this.matterKind[slot]! : matterKind
    const verdict =
      this.check(slot, action.triage, atSec, givenIf(given, unitBit, unit), matter) ||
      CaseVerdict.ofTriage(this.rules, level, matter)
    if (verdict !== 0) return verdict
    const contactDueSec = this.contactRecounted(slot, urgency, 0, 0)
    const dueSec = this.dueRecounted(slot, urgency, 0, 0)
    const outside = CaseVerdict.ofDueSec(contactDueSec) || CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    const about = object < 0 ? this.object[slot]! : object
    const to = this.target(slot, action.triage)
    this.enter(slot, action.triage, to, atSec, urgency, level, unit, matter, about)
    this.urgency[slot] = urgency
    this.level[slot] = level
    this.matterKind[slot] = matter
    this.object[slot] = about
    this.takeDesk(slot, unit)
    this.contactDueSec[slot] = contactDueSec
    this.dueSec[slot] = dueSec
    return 0
  }

  /** Gives a case to a unit, and to at most four units that help it. */
  assign(
    slot: number,
    atSec: number,
    unit: number,
    given: number = CaseItem.everything,
    helpers: ReadonlyArray<number> = nobody
  ): number {
    if (helpers.length > 4) throw new RangeError(`At most four units help; got ${helpers.length}`)
    const verdict =
      this.check(slot, action.assign, atSec, givenIf(given, unitBit, unit)) ||
      CaseVerdict.ofAssign(areApart(helpers, unit))
    if (verdict !== 0) return verdict
    const signInDueSec = this.signInFrom(slot, atSec)
    const outside = CaseVerdict.ofDueSec(signInDueSec)
    if (outside !== 0) return outside
    const to = this.target(slot, action.assign)
    const b = (helpers[0] ?? -1) + 1
    const c = (helpers[1] ?? -1) + 1
    const d = (helpers[2] ?? -1) + 1
    this.enter(slot, action.assign, to, atSec, unit, b, c, d, (helpers[3] ?? -1) + 1)
    this.takeUnit(slot, unit, atSec, signInDueSec)
    for (let index = 0; index < helpers.length; index++) {
      this.helperHead[slot] = this.helpers.add(this.helperHead[slot]!, helpers[index]!, 0)
    }
    return 0
  }

  /** The unit takes the case on; the first acceptance is the first contact. */
  accept(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.move(slot, action.accept, atSec, given)
    if (verdict !== 0) return verdict
    if (this.acceptedSec[slot] === Case.notYet) this.acceptedSec[slot] = atSec
    if (this.contactedSec[slot] === Case.notYet) this.contactedSec[slot] = atSec
    return 0
  }

  /** The unit refuses the case; the desk answers for it again. */
  return(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.giveBack, atSec, given) ||
      CaseVerdict.ofReturn(this.rules, this.isArbitrated[slot] === 1, this.returnCount[slot]!)
    if (verdict !== 0) return verdict
    this.step(slot, action.giveBack, atSec, 0, 0, 0)
    this.returnCount[slot]! += 1
    this.refusedHead[slot] = this.refusals.add(this.refusedHead[slot]!, this.unit[slot]!, 0)
    this.unit[slot] = this.desk[slot]!
    this.leaveUnit(slot)
    return 0
  }

  /** Work begins. */
  start(slot: number, atSec: number, given: number = CaseItem.everything): number {
    return this.move(slot, action.start, atSec, given)
  }

  /**
   * Moves a case exactly one level up, to a desk there; `cause` is a position in
   * `EscalationCause.list`.
   */
  escalate(
    slot: number,
    atSec: number,
    unit: number,
    given: number = CaseItem.everything,
    cause = 0
  ): number {
    const verdict =
      this.check(slot, action.escalate, atSec, givenIf(given, unitBit, unit)) ||
      CaseVerdict.ofEscalate(
        this.rules,
        this.level[slot]!,
        this.matterKind[slot]!,
        cause,
        this.dueSec[slot]!,
        atSec
      )
    if (verdict !== 0) return verdict
    this.step(slot, action.escalate, atSec, unit, cause, 0)
    this.goUp(slot, unit)
    return 0
  }

  /** The case lies at a desk one level up. */
  protected goUp(slot: number, unit: number): void {
    this.escalationCount[slot]! += 1
    this.level[slot] = this.rules.levelAbove[this.level[slot]!]!
    this.takeDesk(slot, unit)
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
