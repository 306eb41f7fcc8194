/**
 * What has happened to a case. An event holds all that `Case.evolve` needs, absolute due seconds
 * included, so that the state can be built again from the log without the rules of that day.
 */
import type { Id } from "@wangge/facts"
import type { Point } from "./CaseCommand.ts"
import type { CaseObject } from "./CaseObject.ts"
import type { CaseRole } from "./CaseRole.ts"
import type { CaseSource } from "./CaseSource.ts"
import type { CaseStatus } from "./CaseStatus.ts"
import type { Category } from "./Category.ts"
import type { EscalationCause } from "./EscalationCause.ts"
import type { FollowUpOutcome } from "./FollowUpOutcome.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type {
  CaseExtended,
  CaseReopened,
  CaseResumed,
  CaseSuspended,
  ClaimDue,
  Due
} from "./LimitEvent.ts"
import type {
  CaseMerged,
  CaseSplit,
  CaseUnmerged,
  DuplicateReleased,
  DuplicateTaken,
  SideProcessClosed,
  SideProcessOpened
} from "./LinkEvent.ts"
import type { MatterKind } from "./MatterKind.ts"
import type {
  AppealDecided,
  CaseAppealed,
  CaseArbitrated,
  CaseAssessed,
  CaseChecked,
  CaseHandedOver,
  CasePublished,
  CaseReclassified,
  CaseSettledOnSpot,
  CaseTermsChanged,
  FirstContactMade
} from "./ReviewEvent.ts"
import type { Satisfaction } from "./Satisfaction.ts"
import type { Urgency } from "./Urgency.ts"

export type * from "./LimitEvent.ts"
export type * from "./LinkEvent.ts"
export type * from "./ReviewEvent.ts"

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
  "CaseWrittenOff",
  "CaseSettledOnSpot",
  "CaseAssessed",
  "CaseSplit",
  "CaseUnmerged",
  "DuplicateTaken",
  "DuplicateReleased",
  "CaseArbitrated",
  "CaseHandedOver",
  "FirstContactMade",
  "CaseChecked",
  "CasePublished",
  "CaseReclassified",
  "CaseTermsChanged",
  "SideProcessOpened",
  "SideProcessClosed",
  "CaseAppealed",
  "AppealDecided"
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
 * after the event, all else comes from the command: who acted when and why, in which role and at which
 * level where stated, and with which photos and attachments.
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
  readonly role: CaseRole | "Unstated"
  readonly actorLevel: HandlingLevel | "Unstated"
  readonly photoIds: ReadonlyArray<string>
  readonly attachmentIds: ReadonlyArray<string>
}

/**
 * A case was made, at the lowest level, with the intake desk `unitId` answering for it. Its limit
 * began at `startSec`; `point` and `parentCaseId` are empty where there is none.
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
  readonly point: Point | readonly []
  readonly isAnonymous: boolean
  readonly seenSec: number
  readonly startSec: number
  readonly parentCaseId: Id.Id<"Case"> | ""
}

/**
 * A case got its urgency, its level and the desk `unitId` that answers for it; the due seconds are
 * counted again from the start of the limit.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseTriaged extends Happening<"CaseTriaged">, Due {
  readonly urgency: Urgency
  readonly level: HandlingLevel
  readonly unitId: string
  readonly matterKind: MatterKind
  readonly object: CaseObject
}

/**
 * A case was given to a responsible unit, and to units that help it.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseAssigned extends Happening<"CaseAssigned"> {
  readonly unitId: string
  readonly helperUnitIds: ReadonlyArray<string>
  readonly signInDueSec: number
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
  readonly cause: EscalationCause
}

/**
 * Somebody claimed that the matter is resolved.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseResolved extends Happening<"CaseResolved">, ClaimDue {
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
  | CaseSettledOnSpot
  | CaseAssessed
  | CaseSplit
  | CaseUnmerged
  | DuplicateTaken
  | DuplicateReleased
  | CaseArbitrated
  | CaseHandedOver
  | CaseChecked
  | CaseReclassified
  | CaseTermsChanged
  | SideProcessOpened
  | SideProcessClosed
  | FirstContactMade
  | CasePublished
  | CaseAppealed
  | AppealDecided
  | PlainEvent
