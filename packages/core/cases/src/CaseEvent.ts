/**
 * What has happened to a case. An event holds all that `Case.evolve` needs, absolute due seconds
 * included, so that the state can be built again from the log without the rules of that day.
 */
import type { Id } from "@wangge/facts"
import type { CaseSource } from "./CaseSource.ts"
import type { CaseStatus } from "./CaseStatus.ts"
import type { Category } from "./Category.ts"
import type { FollowUpOutcome } from "./FollowUpOutcome.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type { Satisfaction } from "./Satisfaction.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * The kinds of events, each at the position of the action that causes it.
 *
 * @source none: the action in the past tense
 * @category events
 * @since 0.1.0
 */
export const kinds = [
  "CaseReported",
  "CaseVerified",
  "CaseRejected",
  "CaseMerged",
  "CaseWithdrawn",
  "CaseTriaged",
  "CaseAssigned",
  "CaseAccepted",
  "CaseReturned",
  "CaseStarted",
  "CaseEscalated",
  "CaseExtended",
  "CaseSuspended",
  "CaseResumed",
  "CaseResolved",
  "FollowUpBegun",
  "FollowUpRecorded",
  "CaseReopened",
  "CaseWrittenOff"
] as const

/**
 * One kind of event.
 *
 * @category events
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * What every event carries: `version` counts the events of the case from 1, `status` is the status
 * after the event, `atSec`, `actorId` and `reason` come from the command.
 *
 * @category events
 * @since 0.1.0
 */
export interface Happening<EventKind extends Kind> {
  readonly kind: EventKind
  readonly caseId: Id.Id<"Case">
  readonly version: number
  readonly atSec: number
  readonly actorId: string
  readonly reason: string
  readonly status: CaseStatus
}

/**
 * The two due seconds of a limit: of the first contact, and of the claim of resolution.
 *
 * @category events
 * @since 0.1.0
 */
export interface Due {
  readonly contactDueSec: number
  readonly dueSec: number
}

/**
 * A case was made, at the lowest level, with the intake desk `unitId` answering for it.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseReported extends Happening<"CaseReported">, Due {
  readonly source: CaseSource
  readonly category: Category
  readonly urgency: Urgency
  readonly level: HandlingLevel
  readonly gridId: Id.Id<"Grid">
  readonly unitId: string
}

/**
 * A case turned out to be a duplicate of `intoCaseId`.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseMerged extends Happening<"CaseMerged"> {
  readonly intoCaseId: Id.Id<"Case">
}

/**
 * A case got its urgency, its level and the desk `unitId` that answers for it; the due seconds are
 * counted again from the report.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseTriaged extends Happening<"CaseTriaged">, Due {
  readonly urgency: Urgency
  readonly level: HandlingLevel
  readonly unitId: string
}

/**
 * A case was given to a responsible unit.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseAssigned extends Happening<"CaseAssigned"> {
  readonly unitId: string
}

/**
 * A case went up to `level`; the desk `unitId` answers for it.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseEscalated extends Happening<"CaseEscalated"> {
  readonly level: HandlingLevel
  readonly unitId: string
}

/**
 * The present limit got longer.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseExtended extends Happening<"CaseExtended"> {
  readonly approverId: string
  readonly dueSec: number
}

/**
 * The clock stopped, until `untilSec` at the latest: the due seconds are those that hold if the
 * pause lasts until then.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseSuspended extends Happening<"CaseSuspended">, Due {
  readonly approverId: string
  readonly untilSec: number
}

/**
 * The clock runs again, in the status in which it stopped.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseResumed extends Happening<"CaseResumed">, Due {}

/**
 * Somebody claimed that the matter is resolved.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseResolved extends Happening<"CaseResolved"> {
  readonly resultNote: string
}

/**
 * One attempt to follow up was made. When it reopens the case, `status` is no longer `FollowUp` and
 * the due seconds are those of the new limit; otherwise they are the old ones.
 *
 * @category events
 * @since 0.1.0
 */
export interface FollowUpRecorded extends Happening<"FollowUpRecorded">, Due {
  readonly outcome: FollowUpOutcome
  readonly satisfaction: Satisfaction
  readonly isReopened: boolean
}

/**
 * A case was reopened; a new limit runs from then on.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseReopened extends Happening<"CaseReopened">, Due {}

/**
 * A case was struck off the register.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseWrittenOff extends Happening<"CaseWrittenOff"> {
  readonly resultNote: string
}

/**
 * An event that says no more than every event does.
 *
 * @category events
 * @since 0.1.0
 */
export type PlainEvent = Happening<
  | "CaseVerified"
  | "CaseRejected"
  | "CaseWithdrawn"
  | "CaseAccepted"
  | "CaseReturned"
  | "CaseStarted"
  | "FollowUpBegun"
>

/**
 * Something that has happened to one case.
 *
 * @category events
 * @since 0.1.0
 */
export type CaseEvent =
  | CaseReported
  | CaseMerged
  | CaseTriaged
  | CaseAssigned
  | CaseEscalated
  | CaseExtended
  | CaseSuspended
  | CaseResumed
  | CaseResolved
  | FollowUpRecorded
  | CaseReopened
  | CaseWrittenOff
  | PlainEvent
