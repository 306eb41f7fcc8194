/**
 * How the events of looking at a case again, and of tying it to others, change a case that is being
 * written.
 */
import type { LinkState } from "../Case.ts"
import type { CaseEvent } from "../CaseEvent.ts"
import * as CaseRules from "../CaseRules.ts"
import type { CaseStatus } from "../CaseStatus.ts"
import { type Draft, notYet } from "./caseShape.ts"
import {
  addPause,
  claim,
  close,
  dropClaim,
  setDue,
  startAgain,
  takeDesk,
  takeUnit
} from "./caseSteps.ts"

/** The events that are applied here, in two halves. */
type LinkKind =
  | "CaseMerged"
  | "CaseUnmerged"
  | "DuplicateTaken"
  | "DuplicateReleased"
  | "CaseSplit"
  | "SideProcessOpened"
  | "SideProcessClosed"
type ReviewKind =
  | "CaseSettledOnSpot"
  | "CaseAssessed"
  | "CaseArbitrated"
  | "CaseHandedOver"
  | "FirstContactMade"
  | "CaseChecked"
  | "CasePublished"
  | "CaseReclassified"
  | "CaseTermsChanged"
  | "CaseAppealed"
  | "AppealDecided"
type LinkEvent = Extract<CaseEvent, { readonly kind: LinkKind }>
type ReviewEvent = Extract<CaseEvent, { readonly kind: ReviewKind }>

/** Changes what the event says; `before` is the status before it. */
export const apply = (next: Draft, event: LinkEvent | ReviewEvent, before: CaseStatus): void => {
  switch (event.kind) {
    case "CaseSettledOnSpot":
      next.ownerUnitId = event.unitId
      next.assignedSec = event.atSec
      next.acceptedSec = event.atSec
      if (next.contactedSec === notYet) next.contactedSec = event.atSec
      claim(next, event)
      break
    case "CaseAssessed":
      assess(next, event)
      break
    case "CaseArbitrated":
      takeUnit(next, event, event.signInDueSec)
      next.isArbitrated = true
      break
    case "CaseHandedOver":
      next.ownerUnitId = event.unitId
      next.handOverCount += 1
      break
    case "FirstContactMade":
      if (next.contactedSec === notYet) next.contactedSec = event.atSec
      break
    case "CaseChecked":
      if (event.outcome === "Refuted") {
        dropClaim(next)
        next.reworkCount += 1
      }
      next.checkOutcome = event.outcome
      break
    case "CasePublished":
      next.publishedSec = event.atSec
      break
    case "CaseReclassified":
      next.category = event.category
      next.urgency = event.urgency
      next.matterKind = event.matterKind
      next.object = event.object
      if (next.assignedSec === notYet) next.ownerUnitId = event.unitId
      next.deskUnitId = event.unitId
      setRecounted(next, event)
      break
    case "CaseTermsChanged":
      setRecounted(next, event)
      break
    case "CaseAppealed":
      next.appealState = "Pending"
      next.appealCount += 1
      break
    case "AppealDecided":
      if (event.isUpheld) {
        next.upheldCount += 1
        startAgain(next, event.atSec, event)
      } else next.appealState = "Dismissed"
      break
    default:
      applyLink(next, event, before)
  }
}

const assess = (
  next: Draft,
  event: Extract<CaseEvent, { readonly kind: "CaseAssessed" }>
): void => {
  const { conflict, cost, difficulty } = event
  next.scores = { cost, conflict, difficulty }
  if (!event.isEscalated) return
  next.escalationCount += 1
  next.level = event.level
  takeDesk(next, event.unitId)
}

const setRecounted = (
  next: Draft,
  event: Extract<CaseEvent, { readonly kind: "CaseReclassified" | "CaseTermsChanged" }>
): void => {
  setDue(next, event)
  next.pausedContactDueSec = event.pausedContactDueSec
  next.pausedDueSec = event.pausedDueSec
}

const applyLink = (next: Draft, event: LinkEvent, before: CaseStatus): void => {
  switch (event.kind) {
    case "CaseMerged":
      merge(next, event, before)
      break
    case "CaseUnmerged":
      addPause(next, next.closedSec, event.atSec)
      next.resumeStatus = "None"
      next.closedSec = notYet
      next.mergedIntoCaseId = ""
      setDue(next, event)
      break
    case "DuplicateTaken": {
      const { demandCount, duplicateCaseId } = event
      next.duplicates = [...next.duplicates, { caseId: duplicateCaseId, demandCount }]
      next.demandCount += demandCount
      break
    }
    case "DuplicateReleased":
      next.duplicates = next.duplicates.filter((one) => one.caseId !== event.duplicateCaseId)
      next.demandCount -= event.demandCount
      break
    case "CaseSplit":
      next.childCaseIds = [...next.childCaseIds, ...event.childCaseIds]
      if (event.endsParent) {
        next.mergedIntoCaseId = event.childCaseIds[0] ?? ""
        close(next, event.atSec)
      }
      break
    case "SideProcessOpened": {
      const { process, processId } = event
      next.sideProcesses = [...next.sideProcesses, { process, processId, state: "Open" }]
      break
    }
    case "SideProcessClosed": {
      const state: LinkState = event.isDecided ? "Decided" : "Closed"
      next.sideProcesses = next.sideProcesses.map((link) =>
        link.processId === event.processId
          ? { process: link.process, processId: link.processId, state }
          : link
      )
      break
    }
  }
}

/** The status to come back to is remembered; a suspension ends where the merge begins. */
const merge = (
  next: Draft,
  event: Extract<CaseEvent, { readonly kind: "CaseMerged" }>,
  before: CaseStatus
): void => {
  const remembered = before === "Suspended" ? next.resumeStatus : before
  if (before === "Suspended") {
    addPause(next, next.suspendedSec, CaseRules.pauseEndSec(next.suspendedUntilSec, event.atSec))
  }
  setDue(next, event)
  close(next, event.atSec)
  next.resumeStatus = remembered
  next.mergedIntoCaseId = event.intoCaseId
}
