/**
 * The due seconds of cases in columns: what pauses, merges and changes of terms do to them. The rules
 * are those of `CaseRules`; what falls outside the working calendar is `NaN`.
 */
import { Case, CaseClock, CaseRules, CaseStatus } from "@wangge/cases"
import { CaseSteps } from "./caseSteps.ts"
import { noPair } from "./pairPool.ts"

const signIn = CaseClock.codeOf("SignIn")
const contact = CaseClock.codeOf("Contact")
const handle = CaseClock.codeOf("Handle")
const verify = CaseClock.codeOf("Verify")
const callBack = CaseClock.codeOf("CallBack")
const assigned = CaseStatus.codeOf("Assigned")

/** Columns that can count due seconds. */
export class CaseDues extends CaseSteps {
  /** The due second of the first contact, moved by a pause that a contact may have ended. */
  protected contactMoved(
    slot: number,
    dueSec: number,
    fromSec: number,
    toSec: number,
    urgency: number = this.urgency[slot]!
  ): number {
    const endSec = CaseRules.contactPauseEndSec(fromSec, toSec, this.contactedSec[slot]!)
    const startSec = this.startSec[slot]!
    return CaseRules.timerAfterPauseSec(
      this.rules,
      contact,
      urgency,
      startSec,
      dueSec,
      fromSec,
      endSec
    )
  }

  /** The due second of the claim of resolution, moved by a pause. */
  protected dueMoved(
    slot: number,
    dueSec: number,
    fromSec: number,
    toSec: number,
    urgency: number = this.urgency[slot]!
  ): number {
    const startSec = this.startSec[slot]!
    return CaseRules.timerAfterPauseSec(
      this.rules,
      handle,
      urgency,
      startSec,
      dueSec,
      fromSec,
      toSec
    )
  }

  /** When a unit that is assigned at `atSec` has to sign in. */
  protected signInFrom(slot: number, atSec: number): number {
    return CaseRules.timerDueSec(this.rules, signIn, this.urgency[slot]!, atSec, 0)
  }

  /** When the claim of `atSec` has to be checked. */
  protected verifyFrom(slot: number, atSec: number): number {
    return CaseRules.timerDueSec(this.rules, verify, this.urgency[slot]!, atSec, 0)
  }

  /** When the claim of `atSec` has to be followed up. */
  protected callBackFrom(slot: number, atSec: number): number {
    return CaseRules.timerDueSec(this.rules, callBack, this.urgency[slot]!, atSec, 0)
  }

  /**
   * When the unit has to sign in, for an urgency, with all pauses and one more from `fromSec` to
   * `toSec` (equal for none).
   */
  protected signInWith(slot: number, urgency: number, fromSec: number, toSec: number): number {
    const dueSec = this.signInDueSec[slot]!
    const isWaiting = this.status[slot] === assigned || this.resumeStatus[slot] === assigned
    if (dueSec === Case.notYet || !isWaiting) return dueSec
    const rules = this.rules
    const assignedSec = this.assignedSec[slot]!
    const pool = this.pauses
    let due = CaseRules.timerDueSec(rules, signIn, urgency, assignedSec, 0)
    for (let at = this.pauseHead[slot]!; at !== noPair; at = pool.next[at]!) {
      const first = pool.first[at]!
      if (first < assignedSec) continue
      const end = pool.second[at]!
      due = CaseRules.timerAfterPauseSec(rules, signIn, urgency, assignedSec, due, first, end)
    }
    return fromSec < assignedSec
      ? due
      : CaseRules.timerAfterPauseSec(rules, signIn, urgency, assignedSec, due, fromSec, toSec)
  }

  /** The due second of the first contact, counted anew, with one more pause (equal for none). */
  protected contactRecounted(
    slot: number,
    urgency: number,
    fromSec: number,
    toSec: number
  ): number {
    const pool = this.pauses
    let due = CaseRules.timerDueSec(this.rules, contact, urgency, this.startSec[slot]!, 0)
    for (let at = this.pauseHead[slot]!; at !== noPair; at = pool.next[at]!) {
      due = this.contactMoved(slot, due, pool.first[at]!, pool.second[at]!, urgency)
    }
    return this.contactMoved(slot, due, fromSec, toSec, urgency)
  }

  /** The due second of the claim, counted anew, with one more pause (equal for none). */
  protected dueRecounted(slot: number, urgency: number, fromSec: number, toSec: number): number {
    const pool = this.pauses
    const count = this.extensionCount[slot]!
    let due = CaseRules.recountedDueSec(this.rules, urgency, this.startSec[slot]!, count)
    for (let at = this.pauseHead[slot]!; at !== noPair; at = pool.next[at]!) {
      due = this.dueMoved(slot, due, pool.first[at]!, pool.second[at]!, urgency)
    }
    return this.dueMoved(slot, due, fromSec, toSec, urgency)
  }
}
