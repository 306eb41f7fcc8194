/**
 * The steps that several events share: taking and leaving units, claims, pauses, ends, new limits.
 */
import type { ClaimDue, Due } from "../CaseEvent.ts"
import { type Draft, notYet } from "./caseShape.ts"

/** The one empty list that all cases share. */
const nothing: readonly [] = []

export const setDue = (next: Draft, due: Due): void => {
  next.signInDueSec = due.signInDueSec
  next.contactDueSec = due.contactDueSec
  next.dueSec = due.dueSec
}

/** The case lies at a desk again: nobody is assigned, nobody helps, nothing was decided above. */
export const takeDesk = (next: Draft, unitId: string): void => {
  next.deskUnitId = unitId
  next.ownerUnitId = unitId
  next.isArbitrated = false
  leaveUnit(next)
}

/** What ends with an assignment. */
export const leaveUnit = (next: Draft): void => {
  next.helperUnitIds = nothing
  next.assignedSec = notYet
  next.signInDueSec = notYet
}

/** A unit has the case from now on and has to sign in. */
export const takeUnit = (
  next: Draft,
  event: { readonly unitId: string; readonly atSec: number },
  signInDueSec: number
): void => {
  next.ownerUnitId = event.unitId
  next.helperUnitIds = nothing
  next.assignedSec = event.atSec
  next.signInDueSec = signInDueSec
}

/** The matter is claimed resolved; what was said of an earlier claim does not hold for this one. */
export const claim = (
  next: Draft,
  event: ClaimDue & { readonly atSec: number; readonly resultNote: string }
): void => {
  next.claimedResolvedSec = event.atSec
  next.hasResultNote = event.resultNote !== ""
  next.checkOutcome = "None"
  next.verifyDueSec = event.verifyDueSec
  next.callBackDueSec = event.callBackDueSec
}

/** The claim does not hold any more. */
export const dropClaim = (next: Draft): void => {
  next.claimedResolvedSec = notYet
  next.hasResultNote = false
  next.verifyDueSec = notYet
  next.callBackDueSec = notYet
  next.followUpOutcome = "None"
  next.satisfaction = "Unanswered"
}

/** Keeps a pause that is over; one without a second is none. */
export const addPause = (next: Draft, fromSec: number, untilSec: number): void => {
  if (untilSec > fromSec) next.pauses = [...next.pauses, { fromSec, untilSec }]
}

export const endPause = (next: Draft): void => {
  next.resumeStatus = "None"
  next.suspendedSec = notYet
  next.suspendedUntilSec = notYet
  next.pausedContactDueSec = notYet
  next.pausedDueSec = notYet
}

export const close = (next: Draft, atSec: number): void => {
  next.closedSec = atSec
  endPause(next)
}

/** A new limit begins: what belonged to the last one is open again, what counts a life stays. */
export const startAgain = (next: Draft, atSec: number, due: Due): void => {
  next.startSec = atSec
  takeDesk(next, next.deskUnitId)
  setDue(next, due)
  next.contactedSec = notYet
  next.acceptedSec = notYet
  next.pauses = nothing
  dropClaim(next)
  next.checkOutcome = "None"
  next.closedSec = notYet
  next.appealState = "None"
  next.extensionCount = 0
  next.reopenCount += 1
}
