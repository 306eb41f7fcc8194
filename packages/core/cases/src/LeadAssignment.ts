/**
 * A lead-case contract (包案, 四定三包): for a major dispute one leader answers in person, with a
 * responsible official and a grid worker, fixed measures and a fixed term. This file is its record
 * and how events change it; `LeadDecider` decides.
 */
import type { Id } from "@wangge/facts"
import { notYet } from "./Case.ts"
import type { DeadlineEntry } from "./DeadlineEntry.ts"
import * as leadDraft from "./internal/leadDraft.ts"
import * as sideMove from "./internal/sideMove.ts"
import type { LeadEvent } from "./LeadEvent.ts"
import type { Post } from "./LeadRules.ts"
import type { CaseMove, None } from "./SideProcessMove.ts"
import type { SideProcessStanding } from "./SideProcessStanding.ts"

/**
 * Where a contract can stand. Append only.
 *
 * @source none: our own names
 * @category lead-case contracts
 * @since 0.1.0
 */
export const statuses = ["Active", "Completed", "Cancelled"] as const

/**
 * One of {@link statuses}.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * Who held a post of a contract, and since when.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface Holding {
  readonly post: Post
  readonly personId: string
  readonly sinceSec: number
}

/**
 * One contract. Times are whole seconds, `Case.notYet` where nothing has happened.
 *
 * `holdings` are all who ever held a post, in the order of time: nobody disappears from the record.
 * `wasOverdue` says that a term had run out before the contract ended, as of the last event.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export interface LeadAssignment {
  readonly processId: Id.Id<"SideProcess">
  readonly caseId: Id.Id<"Case">
  readonly version: number
  readonly status: Status
  readonly leaderId: string
  readonly officialId: string
  readonly gridWorkerId: string
  readonly holdings: ReadonlyArray<Holding>
  readonly measures: string
  readonly responsibility: string
  readonly investigation: string
  readonly handling: string
  readonly stability: string
  readonly activatedSec: number
  readonly dueSec: number
  readonly extensionCount: number
  readonly progressCount: number
  readonly progressDueSec: number
  readonly investigationResult: string
  readonly handlingResult: string
  readonly stabilityResult: string
  readonly endedSec: number
  readonly wasOverdue: boolean
  readonly lastSec: number
}

/**
 * A contract, or none yet.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export type State = LeadAssignment | None

/**
 * The contract after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new record.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export const evolve = (state: State, event: LeadEvent): LeadAssignment => {
  if (state.status === "None") {
    if (event.kind !== "LeadActivated" || event.version !== 1)
      throw sideMove.brokenLog(event, state)
    return leadDraft.activated(event)
  }
  if (event.kind === "LeadActivated" || !sideMove.follows(event, state)) {
    throw sideMove.brokenLog(event, state)
  }
  return leadDraft.apply(leadDraft.copy(state), event)
}

/**
 * Who holds a post now.
 *
 * @category lead-case contracts
 * @since 0.1.0
 */
export const holderOf = (lead: LeadAssignment, post: Post): string => {
  switch (post) {
    case "Leader":
      return lead.leaderId
    case "Official":
      return lead.officialId
    case "GridWorker":
      return lead.gridWorkerId
  }
}

/**
 * The summary of a contract: its term and, while it is active, the next note on progress are due.
 *
 * @category side processes
 * @since 0.1.0
 */
export const standing = (lead: LeadAssignment): SideProcessStanding => ({
  process: "LeadAssignment",
  processId: lead.processId,
  caseIds: [lead.caseId],
  isOpen: lead.status === "Active",
  isAccountedFor: lead.status !== "Active",
  unaccounted:
    lead.status === "Active" ? ["InvestigationResult", "HandlingResult", "StabilityResult"] : [],
  deadlines:
    lead.status === "Active"
      ? [termOf(lead), entryOf(lead, "Progress", lead.progressDueSec)]
      : [termOf(lead)]
})

const termOf = (lead: LeadAssignment): DeadlineEntry => entryOf(lead, "Completion", lead.dueSec)

const entryOf = (lead: LeadAssignment, subject: string, dueSec: number): DeadlineEntry => ({
  process: "LeadAssignment",
  processId: lead.processId,
  caseId: lead.caseId,
  subject,
  dueSec,
  doneSec: lead.status === "Completed" ? lead.endedSec : notYet,
  isExcused: lead.status === "Cancelled" && !lead.wasOverdue
})

/**
 * What the case gets for an event: `OpenSideProcess` when the contract comes into force,
 * `CloseSideProcess` when it ends (decided if it was completed), nothing in between.
 *
 * @category side processes
 * @since 0.1.0
 */
export const caseMoves = (event: LeadEvent): ReadonlyArray<CaseMove> => {
  switch (event.kind) {
    case "LeadActivated":
      return [sideMove.opensOn("LeadAssignment", event.caseId, event)]
    case "LeadCompleted":
    case "LeadCancelled":
      return [sideMove.closesOn(event.caseId, event, event.kind === "LeadCompleted")]
    default:
      return []
  }
}
