/**
 * The moves on columns that look at a case again: settling on the spot, scoring, checking,
 * arbitrating, handing over, reclassifying, changing terms, appealing.
 */
import { Case, CaseAction, CaseItem, CaseRules, CaseStatus, CaseVerdict } from "@wangge/cases"
import { CaseHandling } from "./caseHandling.ts"
import { givenIf } from "./caseSteps.ts"

const action = {
  settleOnSpot: CaseAction.codeOf("SettleOnSpot"),
  assess: CaseAction.codeOf("Assess"),
  arbitrate: CaseAction.codeOf("Arbitrate"),
  handOver: CaseAction.codeOf("HandOver"),
  contact: CaseAction.codeOf("Contact"),
  check: CaseAction.codeOf("Check"),
  publish: CaseAction.codeOf("Publish"),
  reclassify: CaseAction.codeOf("Reclassify"),
  changeTerms: CaseAction.codeOf("ChangeTerms"),
  appeal: CaseAction.codeOf("Appeal"),
  decideAppeal: CaseAction.codeOf("DecideAppeal")
} as const

const unitBit = CaseItem.bitOf("ResponsibleUnit")
const noteBit = CaseItem.bitOf("ResultNote")
const suspended = CaseStatus.codeOf("Suspended")
const refuted = 1
const pending = 1
const dismissed = 2

/** Columns with the moves that look at a case again. */
export class CaseReviews extends CaseHandling {
  /** A grid worker of `unit` settles a case where it was found, with a note if `given` says so. */
  settleOnSpot(
    slot: number,
    atSec: number,
    unit: number,
    given: number = CaseItem.everything
  ): number {
    const all = givenIf(given, unitBit, unit)
    const verdict = this.check(slot, action.settleOnSpot, atSec, all)
    if (verdict !== 0) return verdict
    const verifyDueSec = this.verifyFrom(slot, atSec)
    const callBackDueSec = this.callBackFrom(slot, atSec)
    const outside = CaseVerdict.ofDueSec(verifyDueSec) || CaseVerdict.ofDueSec(callBackDueSec)
    if (outside !== 0) return outside
    const note = (given & noteBit) === 0 ? 0 : 1
    this.step(slot, action.settleOnSpot, atSec, unit, note, 0)
    this.unit[slot] = unit
    this.assignedSec[slot] = atSec
    this.acceptedSec[slot] = atSec
    if (this.contactedSec[slot] === Case.notYet) this.contactedSec[slot] = atSec
    this.claim(slot, atSec, note, verifyDueSec, callBackDueSec)
    return 0
  }

  /** Scores a case; it goes one level up to the desk `unit` if a score is above its threshold. */
  assess(
    slot: number,
    atSec: number,
    cost: number,
    conflict: number,
    difficulty: number,
    unit: number,
    given: number = CaseItem.everything
  ): number {
    const rules = this.rules
    const level = this.level[slot]!
    const matter = this.matterKind[slot]!
    const all = givenIf(given, unitBit, unit)
    const verdict =
      this.check(slot, action.assess, atSec, all, matter, cost) ||
      CaseVerdict.ofAssess(rules, level, matter, cost, conflict, difficulty, all)
    if (verdict !== 0) return verdict
    const rises = CaseRules.goesUp(rules, level, cost, conflict, difficulty)
    const before = this.status[slot]!
    const to = CaseRules.statusIf(rises, this.target(slot, action.assess), before)
    this.enter(slot, action.assess, to, atSec, cost, conflict, difficulty, unit, 0)
    this.costScore[slot] = cost
    this.conflictScore[slot] = conflict
    this.difficultyScore[slot] = difficulty
    if (rises) this.goUp(slot, unit)
    return 0
  }

  /** The level above decides which unit owns the case. */
  arbitrate(
    slot: number,
    atSec: number,
    unit: number,
    given: number = CaseItem.everything
  ): number {
    const verdict =
      this.check(slot, action.arbitrate, atSec, givenIf(given, unitBit, unit)) ||
      CaseVerdict.ofArbitrate(this.rules, this.returnCount[slot]!)
    if (verdict !== 0) return verdict
    const signInDueSec = this.signInFrom(slot, atSec)
    const outside = CaseVerdict.ofDueSec(signInDueSec)
    if (outside !== 0) return outside
    this.step(slot, action.arbitrate, atSec, unit, 0, 0)
    this.takeUnit(slot, unit, atSec, signInDueSec)
    this.isArbitrated[slot] = 1
    return 0
  }

  /** The open work goes to another unit as it stands. */
  handOver(slot: number, atSec: number, unit: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.handOver, atSec, givenIf(given, unitBit, unit)) ||
      CaseVerdict.ofHandOver(unit === this.unit[slot])
    if (verdict !== 0) return verdict
    this.step(slot, action.handOver, atSec, unit, 0, 0)
    this.unit[slot] = unit
    this.handOverCount[slot]! += 1
    return 0
  }

  /** The reporter was reached; the first time within a limit counts. */
  contact(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.move(slot, action.contact, atSec, given)
    if (verdict === 0 && this.contactedSec[slot] === Case.notYet) this.contactedSec[slot] = atSec
    return verdict
  }

  /** A checker confirms the claim or refutes it; `outcome` is a position in `CheckOutcome.list`. */
  checkClaim(
    slot: number,
    atSec: number,
    outcome: number,
    given: number = CaseItem.everything
  ): number {
    const verdict = this.check(slot, action.check, atSec, given)
    if (verdict !== 0) return verdict
    const isRefuted = outcome === refuted
    const before = this.status[slot]!
    const to = CaseRules.statusIf(isRefuted, this.target(slot, action.check), before)
    this.enter(slot, action.check, to, atSec, outcome, 0, 0, 0, 0)
    if (isRefuted) {
      this.dropClaim(slot)
      this.reworkCount[slot]! += 1
    }
    this.checkOutcome[slot] = outcome
    return 0
  }

  /** Residents are told how the case stands. */
  publish(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.move(slot, action.publish, atSec, given)
    if (verdict === 0) this.publishedSec[slot] = atSec
    return verdict
  }

  /** Says anew what a case is about; `unit` is the desk for that class, -1 for the desk as it is. */
  reclassify(
    slot: number,
    atSec: number,
    category: number,
    urgency: number,
    matterKind: number,
    object: number,
    unit: number,
    given: number = CaseItem.everything
  ): number {
    const all = givenIf(given, unitBit, unit)
    const verdict =
      this.check(slot, action.reclassify, atSec, all, matterKind) ||
      CaseVerdict.ofReclassify(this.rules, this.level[slot]!, matterKind) ||
      this.recount(slot, urgency)
    if (verdict !== 0) return verdict
    const to = this.target(slot, action.reclassify)
    this.enter(slot, action.reclassify, to, atSec, category, urgency, matterKind, object, unit)
    this.category[slot] = category
    this.urgency[slot] = urgency
    this.matterKind[slot] = matterKind
    this.object[slot] = object
    const desk = unit < 0 ? this.desk[slot]! : unit
    if (this.assignedSec[slot] === Case.notYet) this.unit[slot] = desk
    this.desk[slot] = desk
    this.setRecounted(slot)
    return 0
  }

  /** Counts the due seconds again under the rules in force, see `useRules`. */
  changeTerms(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.changeTerms, atSec, given) || this.recount(slot, this.urgency[slot]!)
    if (verdict !== 0) return verdict
    this.step(slot, action.changeTerms, atSec, 0, 0, 0)
    this.setRecounted(slot)
    return 0
  }

  /** The due seconds that {@link CaseReviews.recount} found last. */
  private readonly found = new Float64Array(5)

  /** Counts all due seconds before a claim for an urgency; the verdict of what came out. */
  private recount(slot: number, urgency: number): number {
    const isPaused = this.status[slot] === suspended
    const fromSec = isPaused ? this.suspendedSec[slot]! : 0
    const toSec = isPaused ? this.suspendedUntilSec[slot]! : 0
    const found = this.found
    found[0] = this.signInWith(slot, urgency, fromSec, toSec)
    found[1] = this.contactRecounted(slot, urgency, fromSec, toSec)
    found[2] = this.dueRecounted(slot, urgency, fromSec, toSec)
    found[3] = isPaused ? this.contactRecounted(slot, urgency, 0, 0) : Case.notYet
    found[4] = isPaused ? this.dueRecounted(slot, urgency, 0, 0) : Case.notYet
    for (let index = 0; index < found.length; index++) {
      const verdict = CaseVerdict.ofDueSec(found[index]!)
      if (verdict !== 0) return verdict
    }
    return 0
  }

  private setRecounted(slot: number): void {
    const found = this.found
    this.signInDueSec[slot] = found[0]!
    this.contactDueSec[slot] = found[1]!
    this.dueSec[slot] = found[2]!
    this.pausedContactDueSec[slot] = found[3]!
    this.pausedDueSec[slot] = found[4]!
  }

  /** Somebody appeals against the end of a case. */
  appeal(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.appeal, atSec, given) ||
      CaseVerdict.ofAppeal(this.rules, this.appealState[slot]!, this.closedSec[slot]!, atSec)
    if (verdict !== 0) return verdict
    this.step(slot, action.appeal, atSec, 0, 0, 0)
    this.appealState[slot] = pending
    this.appealCount[slot]! += 1
    return 0
  }

  /** The pending appeal is upheld, which opens the case again, or dismissed. */
  decideAppeal(
    slot: number,
    atSec: number,
    isUpheld: boolean,
    given: number = CaseItem.everything
  ): number {
    const verdict =
      this.check(slot, action.decideAppeal, atSec, given) ||
      CaseVerdict.ofDecideAppeal(this.appealState[slot]!)
    if (verdict !== 0) return verdict
    const urgency = this.urgency[slot]!
    const contactDueSec = isUpheld ? CaseRules.contactDueSec(this.rules, urgency, atSec) : 0
    const dueSec = isUpheld ? CaseRules.dueSec(this.rules, urgency, atSec) : 0
    const outside = CaseVerdict.ofDueSec(contactDueSec) || CaseVerdict.ofDueSec(dueSec)
    if (outside !== 0) return outside
    const before = this.status[slot]!
    const to = CaseRules.statusIf(isUpheld, this.target(slot, action.decideAppeal), before)
    this.enter(slot, action.decideAppeal, to, atSec, isUpheld ? 1 : 0, 0, 0, 0, 0)
    if (isUpheld) {
      this.upheldCount[slot]! += 1
      this.startAgain(slot, atSec, contactDueSec, dueSec)
    } else this.appealState[slot] = dismissed
    return 0
  }
}
