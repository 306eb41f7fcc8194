/**
 * Decides on a command on the report-in of a member: one event, or one rejection.
 */
import * as moveFrame from "./internal/moveFrame.ts"
import * as moveItems from "./internal/moveItems.ts"
import { placeProblem } from "./internal/reportInPlace.ts"
import * as ReportIn from "./ReportIn.ts"
import { make, type ReportInRejection } from "./ReportInRejection.ts"
import type { ReportInRules } from "./ReportInRules.ts"
import type { Decision } from "./ServiceMove.ts"

type Outcome = ReportIn.Event | ReportInRejection

const frame: moveFrame.Frame<ReportIn.Action> = { opening: "ReportIn", allowed: ReportIn.allowed }

/**
 * The decision on a command, for a member's report-in or for `ServiceMove.none`.
 *
 * Order of the checks: 1 somebody acts, 2 the time is whole, 3 the record is the right one, 4 no
 * second residence, 5 time goes on, 6 the status allows the action, 7 nothing is missing, 8 the
 * place is one to report in at. Apply the event with `ReportIn.evolve`.
 *
 * @source domain of dual report-in (双报到): one residence of a member at a time
 * @category report-in
 * @since 0.1.0
 */
export const decide = (
  rules: ReportInRules,
  state: ReportIn.State,
  command: ReportIn.Command
): Decision<ReportIn.Event, ReportInRejection> => {
  const outcome = outcomeOf(rules, state, command)
  return "code" in outcome ? moveItems.refused(outcome) : { ok: true, event: outcome }
}

const outcomeOf = (
  rules: ReportInRules,
  state: ReportIn.State,
  command: ReportIn.Command
): Outcome => {
  const standing = moveFrame.standingOf(state, (open) => open.memberId)
  const obstacle = moveFrame.obstacle(frame, standing, command, command.memberId)
  const here = state.status === "None" ? "" : ReportIn.communityOf(state, state.lastSec)
  if (obstacle?.code === "AlreadyOpened") {
    return make("SecondResidence", "gridId", here, "MoveResidence")
  }
  if (obstacle !== undefined) return obstacle
  return command.action === "EndReportIn"
    ? end(state, here, command)
    : arrive(rules, state, here, command)
}

const end = (
  state: ReportIn.State,
  here: ReturnType<typeof ReportIn.communityOf>,
  command: ReportIn.End
): Outcome => {
  const missing = moveItems.missing(command, [["reason", command.reason]])
  if (missing !== undefined) return missing
  // the frame has refused an end where nobody is reported in
  if (here === "") return make("NotHere", "memberId", "", "")
  const event = moveFrame.happening("MemberLeft", state, command)
  return { ...event, memberId: command.memberId, gridId: here }
}

const arrive = (
  rules: ReportInRules,
  state: ReportIn.State,
  here: ReturnType<typeof ReportIn.communityOf>,
  command: ReportIn.Arrive
): Outcome => {
  const { gridId, organId, memberId } = command
  const obstacle = placeProblem(rules, gridId)
  if (obstacle !== undefined) return obstacle
  if (gridId === here) return make("AlreadyHere", "gridId", gridId, "another community")
  const kind = command.action === "ReportIn" ? "MemberReportedIn" : "MemberMoved"
  const event = moveFrame.happening(kind, state, command)
  return { ...event, memberId, gridId, fromGridId: here, organId }
}
