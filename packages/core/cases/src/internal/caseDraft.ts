/**
 * How an event changes a case: the inside of `Case.evolve`. A draft is a fresh copy of the record
 * that nobody else holds yet, so its fields may be set.
 */
import type { Case } from "../Case.ts"
import type { CaseEvent, CaseReported, Due } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import * as FollowUpOutcome from "../FollowUpOutcome.ts"

/** A time that has not come yet. */
export const notYet = -1

/** A case that is being written. */
export type Draft = { -readonly [Field in keyof Case]: Case[Field] }

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: CaseEvent): Case => {
  next.version = event.version
  next.lastSec = event.atSec
  if (event.kind === "CaseSuspended") next.resumeStatus = next.status
  next.status = event.status
  switch (event.kind) {
    case "CaseReported":
    case "CaseVerified":
    case "CaseStarted":
    case "FollowUpBegun":
      break
    case "CaseRejected":
    case "CaseWithdrawn":
    case "CaseMerged":
      close(next, event.atSec)
      if (event.kind === "CaseMerged") next.mergedIntoCaseId = event.intoCaseId
      break
    case "CaseTriaged":
      next.urgency = event.urgency
      next.level = event.level
      takeDesk(next, event.unitId)
      setDue(next, event)
      break
    case "CaseAssigned":
      next.ownerUnitId = event.unitId
      break
    case "CaseAccepted":
      if (next.acceptedSec === notYet) next.acceptedSec = event.atSec
      break
    case "CaseReturned":
      next.returnCount += 1
      next.ownerUnitId = next.deskUnitId
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
    default:
      applyLate(next, event)
  }
  return next
}

/** The second half of {@link apply}: pauses, and what comes after the claim of resolution. */
const applyLate = (
  next: Draft,
  event: Extract<
    CaseEvent,
    {
      readonly kind:
        | "CaseSuspended"
        | "CaseResumed"
        | "CaseResolved"
        | "FollowUpRecorded"
        | "CaseReopened"
        | "CaseWrittenOff"
    }
  >
): void => {
  switch (event.kind) {
    case "CaseSuspended":
      next.suspendedSec = event.atSec
      next.suspendedUntilSec = event.untilSec
      next.pausedContactDueSec = next.contactDueSec
      next.pausedDueSec = next.dueSec
      setDue(next, event)
      break
    case "CaseResumed":
      endPause(next)
      setDue(next, event)
      break
    case "CaseResolved":
      next.claimedResolvedSec = event.atSec
      next.hasResultNote = event.resultNote !== ""
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

const setDue = (next: Draft, due: Due): void => {
  next.contactDueSec = due.contactDueSec
  next.dueSec = due.dueSec
}

const takeDesk = (next: Draft, unitId: string): void => {
  next.deskUnitId = unitId
  next.ownerUnitId = unitId
}

const endPause = (next: Draft): void => {
  next.resumeStatus = "None"
  next.suspendedSec = notYet
  next.suspendedUntilSec = notYet
  next.pausedContactDueSec = notYet
  next.pausedDueSec = notYet
}

const close = (next: Draft, atSec: number): void => {
  next.closedSec = atSec
  endPause(next)
}

/** A new limit begins: what belonged to the last one is open again, what counts a life stays. */
const startAgain = (next: Draft, atSec: number, due: Due): void => {
  next.startSec = atSec
  setDue(next, due)
  next.ownerUnitId = next.deskUnitId
  next.acceptedSec = notYet
  next.claimedResolvedSec = notYet
  next.hasResultNote = false
  next.followUpOutcome = "None"
  next.satisfaction = "Unanswered"
  next.closedSec = notYet
  next.extensionCount = 0
  next.reopenCount += 1
}

/** What a report makes; the fields of {@link copy}, which alone writes the record. */
export const reported = (event: CaseReported): Draft =>
  copy({
    caseId: event.caseId,
    version: event.version,
    status: event.status,
    resumeStatus: "None",
    level: event.level,
    urgency: event.urgency,
    category: event.category,
    source: event.source,
    gridId: event.gridId,
    ownerUnitId: event.unitId,
    deskUnitId: event.unitId,
    reportedSec: event.atSec,
    startSec: event.atSec,
    contactDueSec: event.contactDueSec,
    dueSec: event.dueSec,
    acceptedSec: notYet,
    suspendedSec: notYet,
    suspendedUntilSec: notYet,
    pausedContactDueSec: notYet,
    pausedDueSec: notYet,
    claimedResolvedSec: notYet,
    hasResultNote: false,
    followUpOutcome: "None",
    satisfaction: "Unanswered",
    followUpCount: 0,
    closedSec: notYet,
    mergedIntoCaseId: "",
    returnCount: 0,
    escalationCount: 0,
    extensionCount: 0,
    reopenCount: 0,
    wasOverdue: false,
    lastSec: event.atSec
  })

/** The one place where a case is written, so that all cases have one shape. */
export const copy = (of: Case): Draft => ({
  caseId: of.caseId,
  version: of.version,
  status: of.status,
  resumeStatus: of.resumeStatus,
  level: of.level,
  urgency: of.urgency,
  category: of.category,
  source: of.source,
  gridId: of.gridId,
  ownerUnitId: of.ownerUnitId,
  deskUnitId: of.deskUnitId,
  reportedSec: of.reportedSec,
  startSec: of.startSec,
  contactDueSec: of.contactDueSec,
  dueSec: of.dueSec,
  acceptedSec: of.acceptedSec,
  suspendedSec: of.suspendedSec,
  suspendedUntilSec: of.suspendedUntilSec,
  pausedContactDueSec: of.pausedContactDueSec,
  pausedDueSec: of.pausedDueSec,
  claimedResolvedSec: of.claimedResolvedSec,
  hasResultNote: of.hasResultNote,
  followUpOutcome: of.followUpOutcome,
  satisfaction: of.satisfaction,
  followUpCount: of.followUpCount,
  closedSec: of.closedSec,
  mergedIntoCaseId: of.mergedIntoCaseId,
  returnCount: of.returnCount,
  escalationCount: of.escalationCount,
  extensionCount: of.extensionCount,
  reopenCount: of.reopenCount,
  wasOverdue: of.wasOverdue,
  lastSec: of.lastSec
})
