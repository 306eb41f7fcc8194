/**
 * What somebody wants to do with a case. Every command names the case, the time and the person, and
 * carries a reason, empty where none is needed: `decide` looks at no clock and makes no ids. Actors
 * and units are opaque ids, never names.
 */
import type { Id } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseObject } from "./CaseObject.ts"
import type { CaseRole } from "./CaseRole.ts"
import type { CaseSource } from "./CaseSource.ts"
import type { Category } from "./Category.ts"
import type { EscalationCause } from "./EscalationCause.ts"
import type { FollowUpOutcome } from "./FollowUpOutcome.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type {
  CloseSideProcess,
  MergeCase,
  OpenSideProcess,
  ReleaseDuplicate,
  SplitCase,
  TakeDuplicate
} from "./LinkCommand.ts"
import type { MatterKind } from "./MatterKind.ts"
import type {
  AppealCase,
  ArbitrateCase,
  AssessCase,
  CheckCase,
  ContactReporter,
  DecideAppeal,
  HandOverCase,
  PublishCase,
  ReclassifyCase,
  SettleOnSpot
} from "./ReviewCommand.ts"
import type { Satisfaction } from "./Satisfaction.ts"
import type { Urgency } from "./Urgency.ts"

export type * from "./LinkCommand.ts"
export type * from "./ReviewCommand.ts"

/**
 * What every command carries.
 *
 * `atSec` is a whole second since the Unix epoch; two commands may carry the same second, and a
 * grid worker who settles a case on the spot gives all of them at one. `actorId` is who acts, in
 * the role `role` and at the level `actorLevel` where the profile asks for them; whether the actor
 * truly holds them is for the caller to see to. Photos and attachments are named by their ids.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Order<Action extends CaseAction> {
  readonly action: Action
  readonly caseId: Id.Id<"Case">
  readonly atSec: number
  readonly actorId: string
  readonly reason: string
  readonly role?: CaseRole
  readonly actorLevel?: HandlingLevel
  readonly photoIds?: ReadonlyArray<string>
  readonly attachmentIds?: ReadonlyArray<string>
}

/**
 * A point on the map, in degrees of WGS 84, longitude first.
 *
 * @source RFC 7946, section 3.1.1
 * @category commands
 * @since 0.1.0
 */
export type Point = readonly [longitude: number, latitude: number]

/**
 * Makes a case. `unitId` is the intake desk, which answers for the case until triage.
 *
 * A client that was offline makes the id itself and may send the report again: `seenSec` is when it
 * was written down, `atSec` when it came in; without one the two are the same. `startSec` is when the
 * limit began, if not at `atSec`: a case that was split off counts from its parent's start.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ReportCase extends Order<"Report"> {
  readonly source: CaseSource
  readonly category: Category
  readonly urgency: Urgency
  readonly gridId: Id.Id<"Grid"> | ""
  readonly unitId: string
  readonly point?: Point
  readonly isAnonymous?: boolean
  readonly seenSec?: number
  readonly startSec?: number
  readonly parentCaseId?: Id.Id<"Case">
}

/**
 * Says how urgent a case is, which level handles it, and which desk (`unitId`) answers for it; and,
 * where the locality sorts so, whose matter it is and what it is about (without: as it stands).
 *
 * @category commands
 * @since 0.1.0
 */
export interface TriageCase extends Order<"Triage"> {
  readonly urgency: Urgency
  readonly level: HandlingLevel
  readonly unitId: string
  readonly matterKind?: MatterKind
  readonly object?: CaseObject
}

/**
 * Gives a case to a responsible unit, which leads, and to units that help it.
 *
 * @category commands
 * @since 0.1.0
 */
export interface AssignCase extends Order<"Assign"> {
  readonly unitId: string
  readonly helperUnitIds?: ReadonlyArray<string>
}

/**
 * Moves a case exactly one level up, to the desk `unitId` there; without a cause it is a judgement.
 *
 * @category commands
 * @since 0.1.0
 */
export interface EscalateCase extends Order<"Escalate"> {
  readonly unitId: string
  readonly cause?: EscalationCause
}

/**
 * Asks for one extension of the present limit, approved by `approverId`.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ExtendCase extends Order<"Extend"> {
  readonly approverId: string
}

/**
 * Stops the clock until `untilSec` at the latest, approved by `approverId`; `Case.notYet` as
 * `untilSec` means that no end date is given.
 *
 * @category commands
 * @since 0.1.0
 */
export interface SuspendCase extends Order<"Suspend"> {
  readonly approverId: string
  readonly untilSec: number
}

/**
 * Claims that the matter is resolved. `resultNote` may be empty if it follows with the write-off.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ResolveCase extends Order<"Resolve"> {
  readonly resultNote: string
}

/**
 * Records one attempt to follow up.
 *
 * @category commands
 * @since 0.1.0
 */
export interface RecordFollowUp extends Order<"RecordFollowUp"> {
  readonly outcome: FollowUpOutcome
  readonly satisfaction: Satisfaction
}

/**
 * Strikes a case off the register. `resultNote` may be empty if it came with the claim.
 *
 * @category commands
 * @since 0.1.0
 */
export interface WriteOffCase extends Order<"WriteOff"> {
  readonly resultNote: string
}

/**
 * Starts the clock again.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ResumeCase extends Order<"Resume"> {}

/**
 * Takes up a claimed or written-off case again; a new limit runs from `atSec`.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ReopenCase extends Order<"Reopen"> {}

/**
 * A command that says no more than every command does.
 *
 * @category commands
 * @since 0.1.0
 */
export type PlainCommand = Order<
  "Verify" | "Reject" | "Withdraw" | "Accept" | "Return" | "Start" | "BeginFollowUp"
>

/**
 * Opens a merged case again, in the status that it had; its clock stood still in between.
 *
 * @category commands
 * @since 0.1.0
 */
export interface UnmergeCase extends Order<"Unmerge"> {}

/**
 * Counts the due seconds again under the rules in force: a limit or a calendar was changed.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ChangeTerms extends Order<"ChangeTerms"> {}

/**
 * A command on one case.
 *
 * @category commands
 * @since 0.1.0
 */
export type CaseCommand =
  | ReportCase
  | MergeCase
  | TriageCase
  | AssignCase
  | EscalateCase
  | ExtendCase
  | SuspendCase
  | ResolveCase
  | RecordFollowUp
  | WriteOffCase
  | ResumeCase
  | ReopenCase
  | SettleOnSpot
  | AssessCase
  | SplitCase
  | UnmergeCase
  | TakeDuplicate
  | ReleaseDuplicate
  | ArbitrateCase
  | HandOverCase
  | CheckCase
  | ReclassifyCase
  | ChangeTerms
  | OpenSideProcess
  | CloseSideProcess
  | ContactReporter
  | PublishCase
  | AppealCase
  | DecideAppeal
  | PlainCommand
