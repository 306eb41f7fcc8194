/**
 * The moves on columns that tie a case to other cases and to side processes: merging and its undoing,
 * duplicates, splitting, whistles and deliberations by number.
 */
import { Case, CaseAction, CaseItem, CaseRules, CaseStatus, CaseVerdict } from "@wangge/cases"
import { CaseReviews } from "./caseReviews.ts"
import { givenIf } from "./caseSteps.ts"
import { noPair } from "./pairPool.ts"

const action = {
  merge: CaseAction.codeOf("Merge"),
  unmerge: CaseAction.codeOf("Unmerge"),
  takeDuplicate: CaseAction.codeOf("TakeDuplicate"),
  releaseDuplicate: CaseAction.codeOf("ReleaseDuplicate"),
  split: CaseAction.codeOf("Split"),
  openSideProcess: CaseAction.codeOf("OpenSideProcess"),
  closeSideProcess: CaseAction.codeOf("CloseSideProcess")
} as const

const originalBit = CaseItem.bitOf("OriginalCase")
const suspended = CaseStatus.codeOf("Suspended")

/** Positions in the link states of a side process. */
const open = 0
const closed = 1
const decided = 2

/** Columns with the moves that tie cases together. */
export class CaseLinks extends CaseReviews {
  /** Ends a case as a duplicate of the case with the number `into`, -1 for none. */
  merge(slot: number, atSec: number, into: number, given: number = CaseItem.everything): number {
    const verdict =
      this.check(slot, action.merge, atSec, givenIf(given, originalBit, into)) ||
      CaseVerdict.ofMerge(into === this.caseNumber[slot])
    if (verdict !== 0) return verdict
    const before = this.status[slot]!
    const remembered = before === suspended ? this.resumeStatus[slot]! : before
    const fromSec = this.suspendedSec[slot]!
    const toSec = CaseRules.pauseEndSec(this.suspendedUntilSec[slot]!, atSec)
    const outside = before === suspended ? this.moveDue(slot, fromSec, toSec) : 0
    if (outside !== 0) return outside
    this.step(slot, action.merge, atSec, into, 0, 0)
    if (before === suspended) {
      this.setMoved(slot)
      this.addPause(slot, fromSec, toSec)
    }
    this.close(slot, atSec)
    this.resumeStatus[slot] = remembered
    this.mergedInto[slot] = into
    return 0
  }

  /** Opens a merged case again, in the status that it had. */
  unmerge(slot: number, atSec: number, given: number = CaseItem.everything): number {
    const verdict = this.check(slot, action.unmerge, atSec, given)
    if (verdict !== 0) return verdict
    const fromSec = this.closedSec[slot]!
    const found = this.moved
    found[0] = this.signInWith(slot, this.urgency[slot]!, fromSec, atSec)
    found[1] = this.contactMoved(slot, this.contactDueSec[slot]!, fromSec, atSec)
    found[2] = this.dueMoved(slot, this.dueSec[slot]!, fromSec, atSec)
    const outside = this.movedVerdict()
    if (outside !== 0) return outside
    this.step(slot, action.unmerge, atSec, 0, 0, 0)
    this.setMoved(slot)
    this.addPause(slot, fromSec, atSec)
    this.resumeStatus[slot] = -1
    this.closedSec[slot] = Case.notYet
    this.mergedInto[slot] = -1
    return 0
  }

  /** The due seconds that a pause leads to: of signing in, of the contact, of the claim. */
  protected readonly moved = new Float64Array(3)

  /** Counts the due seconds of a suspended case whose pause ends at `toSec`. */
  protected moveDue(slot: number, fromSec: number, toSec: number): number {
    const found = this.moved
    found[0] = this.signInWith(slot, this.urgency[slot]!, fromSec, toSec)
    found[1] = this.contactMoved(slot, this.pausedContactDueSec[slot]!, fromSec, toSec)
    found[2] = this.dueMoved(slot, this.pausedDueSec[slot]!, fromSec, toSec)
    return this.movedVerdict()
  }

  protected movedVerdict(): number {
    const found = this.moved
    return (
      CaseVerdict.ofDueSec(found[0]!) ||
      CaseVerdict.ofDueSec(found[1]!) ||
      CaseVerdict.ofDueSec(found[2]!)
    )
  }

  protected setMoved(slot: number): void {
    this.signInDueSec[slot] = this.moved[0]!
    this.contactDueSec[slot] = this.moved[1]!
    this.dueSec[slot] = this.moved[2]!
  }

  /** The case takes the duplicate with a number, and the reports that it stood for. */
  takeDuplicate(
    slot: number,
    atSec: number,
    duplicate: number,
    demand: number,
    given: number = CaseItem.everything
  ): number {
    const head = this.duplicateHead[slot]!
    const verdict =
      this.check(slot, action.takeDuplicate, atSec, given | originalBit) ||
      CaseVerdict.ofTakeDuplicate(
        duplicate === this.caseNumber[slot],
        this.duplicates.find(head, duplicate) !== noPair,
        demand
      )
    if (verdict !== 0) return verdict
    this.step(slot, action.takeDuplicate, atSec, duplicate, demand, 0)
    this.duplicateHead[slot] = this.duplicates.add(head, duplicate, demand)
    this.demandCount[slot]! += demand
    return 0
  }

  /** The case lets a duplicate go again. */
  releaseDuplicate(
    slot: number,
    atSec: number,
    duplicate: number,
    given: number = CaseItem.everything
  ): number {
    const head = this.duplicateHead[slot]!
    const pair = this.holds(slot) ? this.duplicates.find(head, duplicate) : noPair
    const verdict =
      this.check(slot, action.releaseDuplicate, atSec, given | originalBit) ||
      CaseVerdict.ofReleaseDuplicate(pair !== noPair)
    if (verdict !== 0) return verdict
    const demand = this.duplicates.second[pair]!
    this.step(slot, action.releaseDuplicate, atSec, duplicate, 0, 0)
    this.duplicateHead[slot] = this.duplicates.remove(head, pair)
    this.demandCount[slot]! -= demand
    return 0
  }

  /** Carves at most four new cases out of a case; with `endsParent` nothing is left of it. */
  split(
    slot: number,
    atSec: number,
    numbers: ReadonlyArray<number>,
    endsParent: boolean,
    given: number = CaseItem.everything
  ): number {
    if (numbers.length > 4) throw new RangeError(`At most four come out; got ${numbers.length}`)
    const verdict = this.check(slot, action.split, atSec, given)
    if (verdict !== 0) return verdict
    const before = this.status[slot]!
    const to = this.target(slot, action.split)
    const areApart = this.areNew(slot, numbers)
    const split = CaseVerdict.ofSplit(numbers.length, areApart, endsParent, to, before)
    if (split !== 0) return split
    const after = CaseRules.statusIf(endsParent, to, before)
    const b = (numbers[1] ?? -1) + 1
    const c = (numbers[2] ?? -1) + 1
    const d = (numbers[3] ?? -1) + 1
    this.enter(slot, action.split, after, atSec, numbers[0]! + 1, b, c, d, endsParent ? 1 : 0)
    for (let index = 0; index < numbers.length; index++) {
      this.childHead[slot] = this.children.add(this.childHead[slot]!, numbers[index]!, 0)
    }
    if (endsParent) {
      this.mergedInto[slot] = numbers[0]!
      this.close(slot, atSec)
    }
    return 0
  }

  private areNew(slot: number, numbers: ReadonlyArray<number>): boolean {
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index]!
      if (number === this.caseNumber[slot] || numbers.indexOf(number) !== index) return false
      if (this.children.find(this.childHead[slot]!, number) !== noPair) return false
    }
    return true
  }

  /** Hangs the side process with a number on a case; `kind` is a position in `SideProcess.list`. */
  openSideProcess(
    slot: number,
    atSec: number,
    process: number,
    kind: number,
    given: number = CaseItem.everything
  ): number {
    const head = this.processHead[slot]!
    const matter = this.matterKind[slot]!
    const score = this.costScore[slot]!
    const verdict =
      this.check(slot, action.openSideProcess, atSec, given, matter, score, kind) ||
      CaseVerdict.ofOpenSideProcess(this.processes.find(head, process) !== noPair)
    if (verdict !== 0) return verdict
    this.step(slot, action.openSideProcess, atSec, process, kind, 0)
    this.processHead[slot] = this.processes.add(head, process, kind + 8 * open)
    return 0
  }

  /** The side process with a number is over, with a decision or without. */
  closeSideProcess(
    slot: number,
    atSec: number,
    process: number,
    isDecided: boolean,
    given: number = CaseItem.everything
  ): number {
    const pool = this.processes
    const pair = this.holds(slot) ? pool.find(this.processHead[slot]!, process) : noPair
    const kind = pair === noPair ? 0 : pool.second[pair]! & 7
    const isOpen = pair !== noPair && pool.second[pair]! >> 3 === open
    const verdict =
      this.check(slot, action.closeSideProcess, atSec, given) ||
      CaseVerdict.ofCloseSideProcess(isOpen)
    if (verdict !== 0) return verdict
    this.step(slot, action.closeSideProcess, atSec, process, isDecided ? 1 : 0, 0)
    pool.second[pair] = kind + 8 * (isDecided ? decided : closed)
    return 0
  }
}
