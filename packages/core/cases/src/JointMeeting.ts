/**
 * The weekly joint meeting (联席会议): stuck cases come to it, and each leaves it with a decision (who
 * answers, with which measures, until when) or with a next date. This file is its record and how
 * events change it; `JointMeetingDecider` decides, `StuckCase` says which cases are stuck.
 */
import type { Id } from "@wangge/facts"
import { notYet } from "./Case.ts"
import type { DeadlineEntry } from "./DeadlineEntry.ts"
import * as sideMove from "./internal/sideMove.ts"
import type { JointMeetingEvent } from "./JointMeetingEvent.ts"
import type { CaseMove, None } from "./SideProcessMove.ts"
import type { SideProcessStanding } from "./SideProcessStanding.ts"

/**
 * One case on the agenda: pending, decided, or with a next date (`nextSec`). `dueSec` is until when
 * the decision is to be carried out. Times are `Case.notYet` and texts empty where they do not
 * apply.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface AgendaItem {
  readonly caseId: Id.Id<"Case">
  readonly status: "Pending" | "Decided" | "Postponed"
  readonly ownerUnitId: string
  readonly measures: string
  readonly dueSec: number
  readonly nextSec: number
}

/**
 * One meeting. Times are whole seconds, `Case.notYet` where nothing has happened.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export interface JointMeeting {
  readonly processId: Id.Id<"SideProcess">
  readonly version: number
  readonly status: "Convened" | "Closed"
  readonly convenedSec: number
  readonly agenda: ReadonlyArray<AgendaItem>
  readonly nextMeetingSec: number
  readonly closedSec: number
  readonly lastSec: number
}

/**
 * A meeting, or none yet.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export type State = JointMeeting | None

/**
 * The meeting after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * new record, one new agenda.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export const evolve = (state: State, event: JointMeetingEvent): JointMeeting => {
  if (state.status === "None") {
    if (event.kind !== "MeetingConvened" || event.version !== 1) {
      throw sideMove.brokenLog(event, state)
    }
    return record(event, event.caseIds.map(pending), { convenedSec: event.atSec })
  }
  if (event.kind === "MeetingConvened" || !sideMove.follows(event, state)) {
    throw sideMove.brokenLog(event, state)
  }
  return record(event, agendaAfter(state.agenda, event), { convenedSec: state.convenedSec })
}

/** The one place where the record is written. */
const record = (
  event: JointMeetingEvent,
  agenda: ReadonlyArray<AgendaItem>,
  begun: { readonly convenedSec: number }
): JointMeeting => ({
  processId: event.processId,
  version: event.version,
  status: event.kind === "MeetingClosed" ? "Closed" : "Convened",
  convenedSec: begun.convenedSec,
  agenda,
  nextMeetingSec: event.kind === "MeetingClosed" ? event.nextMeetingSec : notYet,
  closedSec: event.kind === "MeetingClosed" ? event.atSec : notYet,
  lastSec: event.atSec
})

const agendaAfter = (
  agenda: ReadonlyArray<AgendaItem>,
  event: JointMeetingEvent
): ReadonlyArray<AgendaItem> => {
  switch (event.kind) {
    case "AgendaExtended":
      return [...agenda, pending(event.caseId)]
    case "StuckCaseDecided":
    case "StuckCasePostponed":
      return agenda.map((item) => (item.caseId === event.caseId ? settled(event) : item))
    default:
      return agenda
  }
}

const pending = (caseId: Id.Id<"Case">): AgendaItem => ({
  caseId,
  status: "Pending",
  ownerUnitId: "",
  measures: "",
  dueSec: notYet,
  nextSec: notYet
})

const settled = (
  event: Extract<JointMeetingEvent, { readonly kind: "StuckCaseDecided" | "StuckCasePostponed" }>
): AgendaItem => {
  const isDecided = event.kind === "StuckCaseDecided"
  return {
    caseId: event.caseId,
    status: isDecided ? "Decided" : "Postponed",
    ownerUnitId: isDecided ? event.ownerUnitId : "",
    measures: isDecided ? event.measures : "",
    dueSec: isDecided ? event.dueSec : notYet,
    nextSec: isDecided ? notYet : event.nextSec
  }
}

/**
 * The cases of the agenda in one status: `"Pending"` ones keep the meeting from closing,
 * `"Postponed"` ones are the first on the agenda of the next meeting.
 *
 * @category joint meetings
 * @since 0.1.0
 */
export const casesIn = (
  meeting: JointMeeting,
  status: AgendaItem["status"]
): ReadonlyArray<Id.Id<"Case">> =>
  meeting.agenda.filter((item) => item.status === status).map((item) => item.caseId)

/**
 * The summary of a meeting. What was decided is due at its date; whether it was done is the
 * business of the case, so the meeting itself never calls it done.
 *
 * @category side processes
 * @since 0.1.0
 */
export const standing = (meeting: JointMeeting): SideProcessStanding => ({
  process: "JointMeeting",
  processId: meeting.processId,
  caseIds: meeting.agenda.map((item) => item.caseId),
  isOpen: meeting.status !== "Closed",
  isAccountedFor: casesIn(meeting, "Pending").length === 0,
  unaccounted: casesIn(meeting, "Pending"),
  deadlines: meeting.agenda
    .filter((item) => item.status !== "Pending")
    .map((item) => deadlineOf(meeting, item))
})

const deadlineOf = (meeting: JointMeeting, item: AgendaItem): DeadlineEntry => ({
  process: "JointMeeting",
  processId: meeting.processId,
  caseId: item.caseId,
  subject: item.status === "Decided" ? item.ownerUnitId : "NextDate",
  dueSec: item.status === "Decided" ? item.dueSec : item.nextSec,
  doneSec: notYet,
  isExcused: false
})

/**
 * What the cases get for an event: `OpenSideProcess` when they come onto the agenda,
 * `CloseSideProcess` when the meeting ends (decided for those with a decision), nothing in between.
 *
 * @category side processes
 * @since 0.1.0
 */
export const caseMoves = (event: JointMeetingEvent): ReadonlyArray<CaseMove> => {
  switch (event.kind) {
    case "MeetingConvened":
      return event.caseIds.map((caseId) => sideMove.opensOn("JointMeeting", caseId, event))
    case "AgendaExtended":
      return [sideMove.opensOn("JointMeeting", event.caseId, event)]
    case "MeetingClosed":
      return [
        ...event.decidedCaseIds.map((caseId) => sideMove.closesOn(caseId, event, true)),
        ...event.postponedCaseIds.map((caseId) => sideMove.closesOn(caseId, event, false))
      ]
    default:
      return []
  }
}
