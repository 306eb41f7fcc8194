/**
 * The due seconds of a case before and after what moves them: new limits, pauses, merges, changes of
 * terms. A due second that would leave the working calendar is `NaN`.
 */
import type { Case, Pause } from "../Case.ts"
import * as CaseClock from "../CaseClock.ts"
import type { ClaimDue, Due, PausedDue } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import * as CaseVerdict from "../CaseVerdict.ts"
import * as Urgency from "../Urgency.ts"
import { notYet } from "./caseShape.ts"

type Rules = CaseRules.CaseRules

const signIn = CaseClock.codeOf("SignIn")
const contact = CaseClock.codeOf("Contact")
const handle = CaseClock.codeOf("Handle")
const verify = CaseClock.codeOf("Verify")
const callBack = CaseClock.codeOf("CallBack")

/** The limits of an urgency that begin at `startSec`; nobody is assigned yet. */
export const dueFrom = (rules: Rules, urgency: Urgency.Urgency, startSec: number): Due => {
  const row = Urgency.codeOf(urgency)
  return {
    signInDueSec: notYet,
    contactDueSec: CaseRules.contactDueSec(rules, row, startSec),
    dueSec: CaseRules.dueSec(rules, row, startSec)
  }
}

/** The due seconds as they stand. */
export const dueOf = (state: Case): Due => ({
  signInDueSec: state.signInDueSec,
  contactDueSec: state.contactDueSec,
  dueSec: state.dueSec
})

/** When a unit that was assigned at `atSec` has to sign in. */
export const signInFrom = (rules: Rules, state: Case, atSec: number): number =>
  CaseRules.timerDueSec(rules, signIn, Urgency.codeOf(state.urgency), atSec, 0)

/** When a claim of `atSec` has to be checked and followed up. */
export const claimDue = (rules: Rules, state: Case, atSec: number): ClaimDue => {
  const urgency = Urgency.codeOf(state.urgency)
  return {
    verifyDueSec: CaseRules.timerDueSec(rules, verify, urgency, atSec, 0),
    callBackDueSec: CaseRules.timerDueSec(rules, callBack, urgency, atSec, 0)
  }
}

/** The number of the rejection if any of them fell outside the working calendar, else 0. */
export const verdictOf = (due: Partial<Due & ClaimDue & PausedDue>): number => {
  for (const dueSec of Object.values(due)) {
    const verdict = CaseVerdict.ofDueSec(dueSec)
    if (verdict !== 0) return verdict
  }
  return 0
}

/** Whether the unit that was assigned last has still to sign in. */
const isWaiting = (state: Case): boolean =>
  state.signInDueSec !== notYet &&
  (state.status === "Assigned" || state.resumeStatus === "Assigned")

/** When the unit has to sign in, under the terms in force, with the pauses and one more. */
const signInWith = (
  rules: Rules,
  state: Case,
  urgency: number,
  more: ReadonlyArray<Pause>
): number => {
  if (!isWaiting(state)) return state.signInDueSec
  const start = state.assignedSec
  let dueSec = CaseRules.timerDueSec(rules, signIn, urgency, start, 0)
  for (const { fromSec, untilSec } of [...state.pauses, ...more]) {
    if (fromSec < start) continue
    dueSec = CaseRules.timerAfterPauseSec(rules, signIn, urgency, start, dueSec, fromSec, untilSec)
  }
  return dueSec
}

/** The due second of the first contact after a pause: one that the contact ended counts in part. */
const contactAfter = (
  rules: Rules,
  state: Case,
  urgency: number,
  dueSec: number,
  pause: Pause
): number => {
  const { fromSec, untilSec } = pause
  const endSec = CaseRules.contactPauseEndSec(fromSec, untilSec, state.contactedSec)
  const { startSec } = state
  return CaseRules.timerAfterPauseSec(rules, contact, urgency, startSec, dueSec, fromSec, endSec)
}

/** The due second of the claim of resolution after a pause. */
const handledAfter = (
  rules: Rules,
  state: Case,
  urgency: number,
  dueSec: number,
  pause: Pause
): number => {
  const { fromSec, untilSec } = pause
  const { startSec } = state
  return CaseRules.timerAfterPauseSec(rules, handle, urgency, startSec, dueSec, fromSec, untilSec)
}

/** The due seconds moved by one pause, from what they were before it. */
const moved = (rules: Rules, state: Case, before: PausedDue, pause: Pause): Due => {
  const urgency = Urgency.codeOf(state.urgency)
  return {
    signInDueSec: signInWith(rules, state, urgency, [pause]),
    contactDueSec: contactAfter(rules, state, urgency, before.pausedContactDueSec, pause),
    dueSec: handledAfter(rules, state, urgency, before.pausedDueSec, pause)
  }
}

/** The due seconds of a running case, as those before a pause that begins now. */
const running = (state: Case): PausedDue => ({
  pausedContactDueSec: state.contactDueSec,
  pausedDueSec: state.dueSec
})

/** The due seconds if the clock stands from now until `untilSec`. */
export const dueIfPaused = (rules: Rules, state: Case, pause: Pause): Due =>
  moved(rules, state, running(state), pause)

/** The pause of a suspended case that ends at `atSec`, or ended by itself before. */
export const pauseUntil = (state: Case, atSec: number): Pause => ({
  fromSec: state.suspendedSec,
  untilSec: CaseRules.pauseEndSec(state.suspendedUntilSec, atSec)
})

/** The due seconds of a suspended case whose clock runs again at `atSec`. */
export const dueAfterPause = (rules: Rules, state: Case, atSec: number): Due =>
  moved(rules, state, state, pauseUntil(state, atSec))

/** The due seconds that hold when a case is merged at `atSec`: a suspension ends there. */
export const dueAtMerge = (rules: Rules, state: Case, atSec: number): Due =>
  state.status === "Suspended" ? dueAfterPause(rules, state, atSec) : dueOf(state)

/** The due seconds of a merged case whose merge is undone at `atSec`. */
export const dueAfterMerge = (rules: Rules, state: Case, atSec: number): Due =>
  moved(rules, state, running(state), { fromSec: state.closedSec, untilSec: atSec })

/**
 * All due seconds before a claim, counted anew from the start of the limit under the terms in
 * force: for the urgency, with the extensions granted and all pauses of the limit.
 */
export const recounted = (rules: Rules, state: Case, urgency: Urgency.Urgency): Due & PausedDue => {
  const row = Urgency.codeOf(urgency)
  const past = recountedWith(rules, state, row, state.pauses)
  const isSuspended = state.status === "Suspended"
  const now: ReadonlyArray<Pause> = isSuspended
    ? [{ fromSec: state.suspendedSec, untilSec: state.suspendedUntilSec }]
    : []
  const present = isSuspended ? recountedWith(rules, state, row, [...state.pauses, ...now]) : past
  return {
    signInDueSec: signInWith(rules, state, row, now),
    contactDueSec: present.pausedContactDueSec,
    dueSec: present.pausedDueSec,
    pausedContactDueSec: isSuspended ? past.pausedContactDueSec : notYet,
    pausedDueSec: isSuspended ? past.pausedDueSec : notYet
  }
}

const recountedWith = (
  rules: Rules,
  state: Case,
  urgency: number,
  pauses: ReadonlyArray<Pause>
): PausedDue => {
  const { extensionCount, startSec } = state
  let contactDueSec = CaseRules.timerDueSec(rules, contact, urgency, startSec, 0)
  let dueSec = CaseRules.recountedDueSec(rules, urgency, startSec, extensionCount)
  for (const pause of pauses) {
    contactDueSec = contactAfter(rules, state, urgency, contactDueSec, pause)
    dueSec = handledAfter(rules, state, urgency, dueSec, pause)
  }
  return { pausedContactDueSec: contactDueSec, pausedDueSec: dueSec }
}
