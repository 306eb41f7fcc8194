/**
 * How an event changes a deliberation: the inside of `Deliberation.evolve`. A draft is a fresh copy
 * of the record that nobody else holds yet, so its fields may be set.
 */
import { notYet } from "../Case.ts"
import type { Deliberation } from "../Deliberation.ts"
import type { DeliberationEvent, DeliberationOpened, StageHeld } from "../DeliberationEvent.ts"

type Draft = { -readonly [Field in keyof Deliberation]: Deliberation[Field] }

/** The deliberation that has just been opened. */
export const opened = (event: DeliberationOpened): Deliberation => ({
  processId: event.processId,
  caseId: event.caseId,
  version: event.version,
  status: "Open",
  modelId: event.modelId,
  subject: event.subject,
  isImportant: event.isImportant,
  held: [],
  outcome: "Open",
  decision: "",
  decidedSec: notYet,
  publishedSec: notYet,
  ownerUnitId: "",
  dueSec: notYet,
  implementedSec: notYet,
  openedSec: event.atSec,
  endedSec: notYet,
  lastSec: event.atSec
})

/** A fresh copy. */
export const copy = (of: Deliberation): Draft => ({
  processId: of.processId,
  caseId: of.caseId,
  version: of.version,
  status: of.status,
  modelId: of.modelId,
  subject: of.subject,
  isImportant: of.isImportant,
  held: of.held,
  outcome: of.outcome,
  decision: of.decision,
  decidedSec: of.decidedSec,
  publishedSec: of.publishedSec,
  ownerUnitId: of.ownerUnitId,
  dueSec: of.dueSec,
  implementedSec: of.implementedSec,
  openedSec: of.openedSec,
  endedSec: of.endedSec,
  lastSec: of.lastSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (
  next: Draft,
  event: Exclude<DeliberationEvent, DeliberationOpened>
): Deliberation => {
  next.version = event.version
  next.lastSec = event.atSec
  switch (event.kind) {
    case "StageHeld":
      next.held = [...next.held, { stage: event.stage, atSec: event.atSec }]
      mark(next, event)
      break
    case "ItemDecided":
      next.held = [...next.held, { stage: event.stage, atSec: event.atSec }]
      next.outcome = event.isCarried ? "Carried" : "TurnedDown"
      next.decision = event.note
      next.decidedSec = event.atSec
      next.ownerUnitId = event.ownerUnitId
      next.dueSec = event.dueSec
      break
    case "DeliberationWithdrawn":
      next.status = "Withdrawn"
      next.endedSec = event.atSec
      break
    case "DeliberationClosed":
      next.status = "Closed"
      next.endedSec = event.atSec
      break
  }
  return next
}

const mark = (next: Draft, event: StageHeld): void => {
  if (event.stageKind === "Publication" && next.publishedSec === notYet) {
    next.publishedSec = event.atSec
  }
  if (event.stageKind === "Implementation") next.implementedSec = event.atSec
}
