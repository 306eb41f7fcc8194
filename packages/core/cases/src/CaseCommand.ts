/**
 * What somebody wants to do with a case. Every command names the case, the time and the person, and
 * carries a reason, empty where none is needed: `decide` looks at no clock and makes no ids. Actors
 * and units are opaque ids, never names.
 */
import type { Id } from "@wangge/facts"
import type { CaseAction } from "./CaseAction.ts"
import type { CaseSource } from "./CaseSource.ts"
import type { Category } from "./Category.ts"
import type { FollowUpOutcome } from "./FollowUpOutcome.ts"
import type { HandlingLevel } from "./HandlingLevel.ts"
import type { Satisfaction } from "./Satisfaction.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * What every command carries.
 *
 * `atSec` is a whole second since the Unix epoch; two commands may carry the same second, and a
 * grid worker who settles a case on the spot gives all of them at one. `actorId` is who acts.
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
}

/**
 * Makes a case. `unitId` is the intake desk, which answers for the case until triage.
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
}

/**
 * Marks a case as a duplicate of `intoCaseId`, which stays.
 *
 * @category commands
 * @since 0.1.0
 */
export interface MergeCase extends Order<"Merge"> {
  readonly intoCaseId: Id.Id<"Case"> | ""
}

/**
 * Says how urgent a case is, which level handles it, and which desk (`unitId`) answers for it.
 *
 * @category commands
 * @since 0.1.0
 */
export interface TriageCase extends Order<"Triage"> {
  readonly urgency: Urgency
  readonly level: HandlingLevel
  readonly unitId: string
}

/**
 * Gives a case to a responsible unit.
 *
 * @category commands
 * @since 0.1.0
 */
export interface AssignCase extends Order<"Assign"> {
  readonly unitId: string
}

/**
 * Moves a case exactly one level up, to the desk `unitId` there.
 *
 * @category commands
 * @since 0.1.0
 */
export interface EscalateCase extends Order<"Escalate"> {
  readonly unitId: string
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
  | PlainCommand
