/**
 * How an event changes a lead-case contract: the inside of `LeadAssignment.evolve`. A draft is a
 * fresh copy of the record that nobody else holds yet, so its fields may be set.
 */
import { Deadline } from "@wangge/calendar"
import { notYet } from "../Case.ts"
import type { LeadAssignment } from "../LeadAssignment.ts"
import type { LeadActivated, LeadEvent, LeadReappointed } from "../LeadEvent.ts"

type Draft = { -readonly [Field in keyof LeadAssignment]: LeadAssignment[Field] }

/** The contract that has just come into force. */
export const activated = (event: LeadActivated): LeadAssignment => ({
  processId: event.processId,
  caseId: event.caseId,
  version: event.version,
  status: "Active",
  leaderId: event.leaderId,
  officialId: event.officialId,
  gridWorkerId: event.gridWorkerId,
  holdings: [
    { post: "Leader", personId: event.leaderId, sinceSec: event.atSec },
    { post: "Official", personId: event.officialId, sinceSec: event.atSec },
    { post: "GridWorker", personId: event.gridWorkerId, sinceSec: event.atSec }
  ],
  measures: event.measures,
  responsibility: event.responsibility,
  investigation: event.investigation,
  handling: event.handling,
  stability: event.stability,
  activatedSec: event.atSec,
  dueSec: event.dueSec,
  extensionCount: 0,
  progressCount: 0,
  progressDueSec: event.progressDueSec,
  investigationResult: "",
  handlingResult: "",
  stabilityResult: "",
  endedSec: notYet,
  wasOverdue: false,
  lastSec: event.atSec
})

/** A fresh copy. */
export const copy = (of: LeadAssignment): Draft => ({
  processId: of.processId,
  caseId: of.caseId,
  version: of.version,
  status: of.status,
  leaderId: of.leaderId,
  officialId: of.officialId,
  gridWorkerId: of.gridWorkerId,
  holdings: of.holdings,
  measures: of.measures,
  responsibility: of.responsibility,
  investigation: of.investigation,
  handling: of.handling,
  stability: of.stability,
  activatedSec: of.activatedSec,
  dueSec: of.dueSec,
  extensionCount: of.extensionCount,
  progressCount: of.progressCount,
  progressDueSec: of.progressDueSec,
  investigationResult: of.investigationResult,
  handlingResult: of.handlingResult,
  stabilityResult: of.stabilityResult,
  endedSec: of.endedSec,
  wasOverdue: of.wasOverdue,
  lastSec: of.lastSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: Exclude<LeadEvent, LeadActivated>): LeadAssignment => {
  next.version = event.version
  next.lastSec = event.atSec
  next.wasOverdue = next.wasOverdue || Deadline.isOverdue(next.dueSec, event.atSec)
  switch (event.kind) {
    case "ProgressRecorded":
      next.progressCount += 1
      next.progressDueSec = event.progressDueSec
      break
    case "LeadReappointed":
      reappoint(next, event)
      break
    case "LeadExtended":
      next.dueSec = event.dueSec
      next.extensionCount += 1
      break
    case "LeadCompleted":
      next.status = "Completed"
      next.endedSec = event.atSec
      next.investigationResult = event.investigationResult
      next.handlingResult = event.handlingResult
      next.stabilityResult = event.stabilityResult
      break
    case "LeadCancelled":
      next.status = "Cancelled"
      next.endedSec = event.atSec
      break
  }
  return next
}

const reappoint = (next: Draft, event: LeadReappointed): void => {
  next.holdings = [
    ...next.holdings,
    { post: event.post, personId: event.personId, sinceSec: event.atSec }
  ]
  switch (event.post) {
    case "Leader":
      next.leaderId = event.personId
      break
    case "Official":
      next.officialId = event.personId
      break
    case "GridWorker":
      next.gridWorkerId = event.personId
      break
  }
}
