/**
 * Decides on a command of a service post: one event, or one rejection.
 */
import * as moveFrame from "./internal/moveFrame.ts"
import * as moveItems from "./internal/moveItems.ts"
import * as postShifts from "./internal/postShifts.ts"
import { type Decision, none } from "./ServiceMove.ts"
import {
  allowed,
  at,
  freeSeatCount,
  positionOf,
  type ServicePosition,
  type ServicePost,
  type State
} from "./ServicePost.ts"
import * as ServicePostCommand from "./ServicePostCommand.ts"
import type { PostHappening, ServicePostEvent } from "./ServicePostEvent.ts"
import { make, type ServicePostRejection } from "./ServicePostRejection.ts"
import type { ServicePostRules } from "./ServicePostRules.ts"

type Command = ServicePostCommand.ServicePostCommand
type Outcome = ServicePostEvent | ServicePostRejection

/**
 * The decision on a command, for a post or for `ServiceMove.none`.
 *
 * Order of the checks: 1 somebody acts, 2 the time is whole, 3 the record is open (or not yet) and
 * the right one, 4 time goes on, 5 the status allows the action, 6 nothing is missing, 7 the actor
 * is entitled, 8 what the action itself asks. A claim on a full post is no refusal: the event says
 * at which place the claimer waits. Apply the event with `ServicePost.evolve`. Cost: linear in the
 * persons and shifts of the post.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { ServiceMove, ServicePost, ServicePostDecider, ServicePostRules } from "@wangge/service"
 *
 * const rules = ServicePostRules.compile(ServicePostRules.base)
 * const head = { postId: Id.make<"Post">("post-1"), reason: "" }
 * const opened = ServicePostDecider.decide(rules, ServiceMove.none, {
 *   ...head, action: "OpenPost", atSec: 0, byId: "desk-1", role: "Staff", gridId: Id.make("grid-5"),
 *   dutyId: "night-watch", seatCount: 1, audience: "Anyone", skillIds: []
 * })
 * if (!opened.ok) throw new Error(opened.rejection.code)
 * const claims = ["p-1", "p-2"].reduce((post: ServicePost.State, id, index) => {
 *   const claimed = ServicePostDecider.decide(rules, post, {
 *     ...head, action: "ClaimPost", atSec: 60 + index, byId: id, role: "Person",
 *     personId: Id.make(id), skillIds: [], isReportedIn: false
 *   })
 *   return claimed.ok ? ServicePost.evolve(post, claimed.event) : post
 * }, ServicePost.evolve(ServiceMove.none, opened.event))
 * claims.status === "None" ? "" : ServicePost.positionOf(claims, "p-2", 61)
 * // => { how: "Waiting", rank: 1 }
 * ```
 *
 * @source Bagongshan and Jiyang reports: posts are set up and claimed; the rules around them are ours
 * @category posts
 * @since 0.1.0
 */
export const decide = (
  rules: ServicePostRules,
  state: State,
  command: Command
): Decision<ServicePostEvent, ServicePostRejection> => {
  const outcome = outcomeOf(rules, state, command)
  return "code" in outcome ? moveItems.refused(outcome) : { ok: true, event: outcome }
}

const frame: moveFrame.Frame<ServicePostCommand.Action> = { opening: "OpenPost", allowed }

const outcomeOf = (rules: ServicePostRules, state: State, command: Command): Outcome => {
  const standing = moveFrame.standingOf(state, (open) => open.postId)
  const obstacle =
    moveFrame.obstacle(frame, standing, command, command.postId) ??
    moveItems.missing(command, askedOf(command)) ??
    entitlement(command)
  if (obstacle !== undefined) return obstacle
  if (command.action === "OpenPost") return open(rules, command)
  // the frame has refused everything but the opening where nothing is open
  if (state.status === "None") return make("NotOpened", command.postId, command.action, "OpenPost")
  return move(rules, at(state, command.atSec), command)
}

const askedOf = (command: Command): ReadonlyArray<readonly [string, string]> => {
  switch (command.action) {
    case "OpenPost":
      return [["dutyId", command.dutyId]]
    case "CancelShift":
    case "ClosePost":
      return [["reason", command.reason]]
    case "RecordAttendance":
      return command.attendance === "Excused" ? [["reason", command.reason]] : []
    default:
      return []
  }
}

/** A person acts for himself only; staff do not record their own attendance. */
const entitlement = (command: Command): ServicePostRejection | undefined => {
  const roles = ServicePostCommand.whoMay[command.action]
  const isOwn = "personId" in command && command.personId === command.byId
  const isInRole =
    command.role === "Person" ? isOwn : !(isOwn && command.action === "RecordAttendance")
  return roles.includes(command.role) && isInRole
    ? undefined
    : make("NotEntitled", command.action, command.role, roles.join(", "))
}

const happening = <Kind extends string>(
  kind: Kind,
  state: State,
  command: Command
): PostHappening<Kind> => ({
  ...moveFrame.happening(kind, state, command),
  postId: command.postId,
  role: command.role
})

const seatProblem = (
  rules: ServicePostRules,
  seatCount: number
): ServicePostRejection | undefined =>
  Number.isSafeInteger(seatCount) && seatCount >= 1 && seatCount <= rules.seatCountMax
    ? undefined
    : make("SeatCountOutOfRange", "seatCount", seatCount, `1-${rules.seatCountMax}`)

const open = (rules: ServicePostRules, command: ServicePostCommand.OpenPost): Outcome =>
  seatProblem(rules, command.seatCount) ?? {
    ...happening("PostOpened", none, command),
    gridId: command.gridId,
    dutyId: command.dutyId,
    seatCount: command.seatCount,
    audience: command.audience,
    skillIds: command.skillIds,
    answerSec: rules.answerSec
  }

const move = (rules: ServicePostRules, state: ServicePost, command: Command): Outcome => {
  switch (command.action) {
    case "ClaimPost":
      return claim(state, command)
    case "AcceptSeat":
    case "DeclineSeat": {
      const { how } = positionOf(state, command.personId, command.atSec)
      if (how !== "Offered") return make("NoSeatOffered", "personId", how, "Offered")
      const kind = command.action === "AcceptSeat" ? "SeatAccepted" : "SeatDeclined"
      return { ...happening(kind, state, command), personId: command.personId }
    }
    case "LeavePost": {
      const { how } = positionOf(state, command.personId, command.atSec)
      if (how === "None") return make("NotThere", "personId", how, "Seat")
      return { ...happening("PostLeft", state, command), personId: command.personId }
    }
    case "ChangeCapacity": {
      const { seatCount } = command
      if (seatCount === state.seatCount) {
        return make("SeatCountUnchanged", "seatCount", seatCount, seatCount)
      }
      const obstacle = seatProblem(rules, seatCount)
      return obstacle ?? { ...happening("CapacityChanged", state, command), seatCount }
    }
    case "ClosePost":
      return happening("PostClosed", state, command)
    case "OpenPost":
      return make("AlreadyOpened", command.postId, command.action, "a new id")
    default:
      return postShifts.problem(rules, state, command) ?? shiftMove(state, command)
  }
}

const claim = (state: ServicePost, command: ServicePostCommand.ClaimPost): Outcome => {
  const { personId, atSec } = command
  if (state.audience === "ReportedIn" && !command.isReportedIn) {
    return make("ReportInNeeded", "isReportedIn", "false", "true")
  }
  const missing = state.skillIds.filter((skillId) => !command.skillIds.includes(skillId))
  if (missing.length > 0) {
    return make("SkillMissing", "skillIds", command.skillIds.join(", "), missing.join(", "))
  }
  const { how } = positionOf(state, personId, atSec)
  if (how !== "None") return make("AlreadyThere", "personId", how, "None")
  const position: ServicePosition =
    freeSeatCount(state, atSec) > 0
      ? { how: "Seat", rank: 0 }
      : { how: "Waiting", rank: state.waiting.length + 1 }
  return { ...happening("PostClaimed", state, command), personId, position }
}

const shiftMove = (state: ServicePost, command: postShifts.ShiftCommand): ServicePostEvent => {
  const { shiftId } = command
  switch (command.action) {
    case "AddShift": {
      const { fromSec, untilSec, neededCount } = command
      return {
        ...happening("ShiftAdded", state, command),
        shiftId,
        fromSec,
        untilSec,
        neededCount
      }
    }
    case "CancelShift":
      return { ...happening("ShiftCancelled", state, command), shiftId }
    case "TakeShift":
      return { ...happening("ShiftTaken", state, command), shiftId, personId: command.personId }
    case "LeaveShift":
      return { ...happening("ShiftLeft", state, command), shiftId, personId: command.personId }
    case "RecordAttendance": {
      const { personId, attendance, minutes } = command
      const event = happening("AttendanceRecorded", state, command)
      return { ...event, shiftId, personId, attendance, minutes }
    }
  }
}
