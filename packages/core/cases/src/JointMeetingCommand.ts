/**
 * What somebody wants to do at a joint meeting. A meeting belongs to several cases at once: its
 * agenda.
 */
import type { Id } from "@wangge/facts"
import type { Order } from "./SideProcessMove.ts"

/**
 * Opens a meeting with its agenda: the stuck cases, each once. Nothing stuck is an agenda too.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface ConveneMeeting extends Order<"ConveneMeeting"> {
  readonly caseIds: ReadonlyArray<Id.Id<"Case">>
}

/**
 * Adds a case to the agenda. Needs a reason.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface AddToAgenda extends Order<"AddToAgenda"> {
  readonly caseId: Id.Id<"Case">
}

/**
 * Decides on a case: which unit answers for it, with which measures, until when.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface DecideStuckCase extends Order<"DecideStuckCase"> {
  readonly caseId: Id.Id<"Case">
  readonly ownerUnitId: string
  readonly measures: string
  readonly dueSec: number
}

/**
 * Gives a case a next date instead of a decision. Needs a reason. A case may get a later date
 * again, and may still be decided at the same meeting.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface PostponeStuckCase extends Order<"PostponeStuckCase"> {
  readonly caseId: Id.Id<"Case">
  readonly nextSec: number
}

/**
 * Ends the meeting and says when the next one is; refused while a case has neither a decision nor a
 * next date.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface CloseMeeting extends Order<"CloseMeeting"> {
  readonly nextMeetingSec: number
}

/**
 * A command on one joint meeting.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export type JointMeetingCommand =
  | ConveneMeeting
  | AddToAgenda
  | DecideStuckCase
  | PostponeStuckCase
  | CloseMeeting
