/**
 * Decides on a command at a joint meeting: one event, or one rejection.
 */
import * as sideMove from "./internal/sideMove.ts"
import * as JointMeeting from "./JointMeeting.ts"
import type * as JointMeetingCommand from "./JointMeetingCommand.ts"
import type { JointMeetingEvent } from "./JointMeetingEvent.ts"
import type { Decision } from "./SideProcessMove.ts"
import type { MeetingRules } from "./StuckCase.ts"

type Outcome = JointMeetingEvent | sideMove.Obstacle
type Command = JointMeetingCommand.JointMeetingCommand
type OnCase = Extract<Command, { readonly ownerUnitId: string } | { readonly nextSec: number }>

const frame: sideMove.Frame<Command["action"]> = {
  process: "JointMeeting",
  allowed: {
    Convened: ["AddToAgenda", "DecideStuckCase", "PostponeStuckCase", "CloseMeeting"],
    Closed: []
  }
}

/**
 * The decision on a command, for a meeting or for `SideProcessMove.none`.
 *
 * A meeting cannot close while a case has neither a decision nor a next date, and never without the
 * date of the next meeting. Apply the event with `JointMeeting.evolve`.
 *
 * ```ts
 * import { JointMeetingDecider, SideProcessMove, StuckCase } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const decision = JointMeetingDecider.decide(StuckCase.base, SideProcessMove.none, {
 *   action: "ConveneMeeting", processId: Id.make("meeting-1"), atSec: 0, actorId: "desk-2",
 *   reason: "", caseIds: [Id.make("case-1"), Id.make("case-1")]
 * })
 * decision.ok ? "convened" : decision.rejection.code // => "NamedTwice"
 * ```
 *
 * @source Longxian report: one weekly meeting; Jiyang report: 联席会议
 * @category joint meetings
 * @since 0.1.0
 */
export const decide = (
  rules: MeetingRules,
  state: JointMeeting.State,
  command: Command
): Decision<JointMeetingEvent> =>
  sideMove.decisionOf(frame, state, command, outcomeOf(rules, state, command))

const outcomeOf = (rules: MeetingRules, state: JointMeeting.State, command: Command): Outcome => {
  const obstacle = sideMove.frameObstacle(frame, state, command) ?? missing(command)
  if (obstacle !== undefined) return obstacle
  if (command.action === "ConveneMeeting") {
    const twice = sideMove.firstTwice(command.caseIds)
    return twice === undefined
      ? { ...sideMove.happening("MeetingConvened", 0, command), caseIds: command.caseIds }
      : sideMove.obstacle("NamedTwice", "caseIds", twice, 1)
  }
  // frameObstacle has refused everything but the opening where nothing is open
  if (state.status === "None") return sideMove.lacking(["Actor"])
  switch (command.action) {
    case "AddToAgenda":
      return state.agenda.some((item) => item.caseId === command.caseId)
        ? sideMove.obstacle("NamedTwice", "caseId", command.caseId, 1)
        : sideMove.caseHappening("AgendaExtended", place(state, command), command)
    case "CloseMeeting":
      return close(rules, state, command)
    default:
      return settle(state, command)
  }
}

const place = (
  state: JointMeeting.JointMeeting,
  command: OnCase | JointMeetingCommand.AddToAgenda
): Parameters<typeof sideMove.caseHappening>[1] => ({
  caseId: command.caseId,
  version: state.version
})

const missing = (command: Command): sideMove.Obstacle | undefined => {
  const lacking = sideMove.blanks(command, askedOf(command))
  return lacking.length === 0 ? undefined : sideMove.lacking(lacking)
}

const askedOf = (command: Command): Parameters<typeof sideMove.blanks>[1] => {
  switch (command.action) {
    case "DecideStuckCase":
      return [
        ["ResponsibleUnit", command.ownerUnitId],
        ["Measures", command.measures]
      ]
    case "AddToAgenda":
    case "PostponeStuckCase":
      return [["Reason", command.reason]]
    default:
      return []
  }
}

const settle = (state: JointMeeting.JointMeeting, command: OnCase): Outcome => {
  const item = state.agenda.find(({ caseId }) => caseId === command.caseId)
  if (item === undefined) {
    const named = state.agenda.map(({ caseId }) => caseId).join(", ")
    return sideMove.obstacle("NotNamed", "caseId", command.caseId, named)
  }
  if (item.status === "Decided") {
    return sideMove.obstacle("AlreadySettled", command.caseId, item.status, "Pending, Postponed")
  }
  if (command.action === "PostponeStuckCase") {
    const { nextSec } = command
    const early = sideMove.dateObstacle("nextSec", nextSec, command.atSec)
    if (early !== undefined) return early
    return {
      ...sideMove.caseHappening("StuckCasePostponed", place(state, command), command),
      nextSec
    }
  }
  const { ownerUnitId, measures, dueSec } = command
  const early = sideMove.dateObstacle("dueSec", dueSec, command.atSec)
  if (early !== undefined) return early
  const event = sideMove.caseHappening("StuckCaseDecided", place(state, command), command)
  return { ...event, ownerUnitId, measures, dueSec }
}

const close = (
  rules: MeetingRules,
  state: JointMeeting.JointMeeting,
  command: JointMeetingCommand.CloseMeeting
): Outcome => {
  const { nextMeetingSec } = command
  const pending = JointMeeting.casesIn(state, "Pending")
  if (pending.length > 0) {
    return sideMove.obstacle("CaseNotSettled", "agenda", pending.length, 0, pending)
  }
  const early = sideMove.dateObstacle("nextMeetingSec", nextMeetingSec, command.atSec)
  if (early !== undefined) return early
  const lastSec = command.atSec + rules.intervalSecMax
  if (nextMeetingSec > lastSec) {
    return sideMove.obstacle("DateTooLate", "nextMeetingSec", nextMeetingSec, lastSec)
  }
  return {
    ...sideMove.happening("MeetingClosed", state.version, command),
    decidedCaseIds: JointMeeting.casesIn(state, "Decided"),
    postponedCaseIds: JointMeeting.casesIn(state, "Postponed"),
    nextMeetingSec
  }
}
