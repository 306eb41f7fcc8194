/**
 * How an event changes a case that is being written. `Case.evolve` calls {@link apply}; what looks at
 * a case again or ties it to others is in `caseReview.ts`.
 */
import type { Case } from "../Case.ts"
import type { CaseEvent } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import * as FollowUpOutcome from "../FollowUpOutcome.ts"
import * as caseReview from "./caseReview.ts"
import { type Draft, notYet } from "./caseShape.ts"
import {
  addPause,
  claim,
  close,
  endPause,
  leaveUnit,
  setDue,
  startAgain,
  takeDesk,
  takeUnit
} from "./caseSteps.ts"

export { copy, notYet, reported } from "./caseShape.ts"

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: CaseEvent): Case => {
  const before = next.status
  next.version = event.version
  next.lastSec = event.atSec
  next.status = event.status
  switch (event.kind) {
    case "CaseReported":
    case "CaseVerified":
    case "CaseStarted":
    case "FollowUpBegun":
      break
    case "CaseRejected":
    case "CaseWithdrawn":
      close(next, event.atSec)
      break
    case "CaseTriaged":
      triage(next, event)
      break
    case "CaseAssigned":
      takeUnit(next, event, event.signInDueSec)
      next.helperUnitIds = event.helperUnitIds
      break
    case "CaseAccepted":
      if (next.acceptedSec === notYet) next.acceptedSec = event.atSec
      if (next.contactedSec === notYet) next.contactedSec = event.atSec
      break
    case "CaseReturned":
      next.returnCount += 1
      next.refusedUnitIds = [...next.refusedUnitIds, next.ownerUnitId]
      next.ownerUnitId = next.deskUnitId
      leaveUnit(next)
      break
    case "CaseEscalated":
      next.escalationCount += 1
      next.level = event.level
      takeDesk(next, event.unitId)
      break
    case "CaseExtended":
      next.extensionCount += 1
      next.dueSec = event.dueSec
      break
    case "CaseSuspended":
      next.resumeStatus = before
      suspend(next, event)
      break
    case "CaseResumed":
    case "CaseResolved":
    case "FollowUpRecorded":
    case "CaseReopened":
    case "CaseWrittenOff":
      applyLate(next, event)
      break
    default:
      caseReview.apply(next, event, before)
  }
  return next
}

const triage = (next: Draft, event: Extract<CaseEvent, { readonly kind: "CaseTriaged" }>): void => {
  next.urgency = event.urgency
  next.level = event.level
  next.matterKind = event.matterKind
  next.object = event.object
  takeDesk(next, event.unitId)
  setDue(next, event)
}

const suspend = (
  next: Draft,
  event: Extract<CaseEvent, { readonly kind: "CaseSuspended" }>
): void => {
  next.suspendedSec = event.atSec
  next.suspendedUntilSec = event.untilSec
  next.pausedContactDueSec = next.contactDueSec
  next.pausedDueSec = next.dueSec
  setDue(next, event)
}

/** The second half of {@link apply}: the end of a pause, and what comes after the claim. */
const applyLate = (
  next: Draft,
  event: Extract<
    CaseEvent,
    {
      readonly kind:
        | "CaseResumed"
        | "CaseResolved"
        | "FollowUpRecorded"
        | "CaseReopened"
        | "CaseWrittenOff"
    }
  >
): void => {
  switch (event.kind) {
    case "CaseResumed":
      addPause(next, next.suspendedSec, CaseRules.pauseEndSec(next.suspendedUntilSec, event.atSec))
      endPause(next)
      setDue(next, event)
      break
    case "CaseResolved":
      claim(next, event)
      break
    case "FollowUpRecorded":
      next.followUpCount += 1
      if (event.isReopened) startAgain(next, event.atSec, event)
      else if (
        CaseRules.replacesOutcome(
          outcomeCodeOf(next.followUpOutcome),
          FollowUpOutcome.codeOf(event.outcome)
        )
      ) {
        next.followUpOutcome = event.outcome
        next.satisfaction = event.satisfaction
      }
      break
    case "CaseReopened":
      startAgain(next, event.atSec, event)
      break
    case "CaseWrittenOff":
      next.hasResultNote = next.hasResultNote || event.resultNote !== ""
      close(next, event.atSec)
      break
  }
}

/** The number of a recorded outcome in columns: -1 for none. */
export const outcomeCodeOf = (outcome: Case["followUpOutcome"]): number =>
  outcome === "None" ? -1 : FollowUpOutcome.codeOf(outcome)
