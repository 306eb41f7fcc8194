/**
 * What has happened at a joint meeting.
 */
import type { Id } from "@wangge/facts"
import type { CaseHappening, Happening } from "./SideProcessMove.ts"

/**
 * A meeting was opened with its agenda.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface MeetingConvened extends Happening<"MeetingConvened"> {
  readonly caseIds: ReadonlyArray<Id.Id<"Case">>
}

/**
 * A case came onto the agenda.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface AgendaExtended extends CaseHappening<"AgendaExtended"> {}

/**
 * A case was decided on.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface StuckCaseDecided extends CaseHappening<"StuckCaseDecided"> {
  readonly ownerUnitId: string
  readonly measures: string
  readonly dueSec: number
}

/**
 * A case got a next date.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface StuckCasePostponed extends CaseHappening<"StuckCasePostponed"> {
  readonly nextSec: number
}

/**
 * The meeting ended: `decidedCaseIds` have a decision, `postponedCaseIds` a next date.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface MeetingClosed extends Happening<"MeetingClosed"> {
  readonly decidedCaseIds: ReadonlyArray<Id.Id<"Case">>
  readonly postponedCaseIds: ReadonlyArray<Id.Id<"Case">>
  readonly nextMeetingSec: number
}

/**
 * Something that has happened at one joint meeting.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export type JointMeetingEvent =
  | MeetingConvened
  | AgendaExtended
  | StuckCaseDecided
  | StuckCasePostponed
  | MeetingClosed
