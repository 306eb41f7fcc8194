/**
 * Decides on a command in a surge: one event, or one refusal. Nobody is there before the set delay is
 * over, nobody is on two duties or on one without its skills, nobody goes on without rest, and a
 * surge ends when everybody is back.
 */
import * as moveFrame from "./internal/moveFrame.ts"
import type { Decision } from "./ServiceMove.ts"
import * as Surge from "./Surge.ts"
import { type Called, hasSkills } from "./SurgeCall.ts"
import type * as Command from "./SurgeCommand.ts"
import * as SurgePlan from "./SurgePlan.ts"
import * as SurgeProblem from "./SurgeProblem.ts"

type Found = SurgeProblem.SurgeProblem | undefined
type Outcome = Command.SurgeEvent | SurgeProblem.SurgeProblem

const frame: moveFrame.Frame<Command.SurgeCommand["action"]> = {
  opening: "CallSurge",
  allowed: {
    Running: [
      "CallMore",
      "AnswerCall",
      "CheckIn",
      "MarkNoShow",
      "BeginDuty",
      "EndDuty",
      "ReleaseMember",
      "StandDown"
    ],
    StoodDown: []
  }
}

/**
 * From which statuses a member can go where. Who was not called and comes all the same is called
 * first (`CallMore`); who declined or was missed may still arrive.
 *
 * @source none: our own table
 * @category decisions
 * @since 0.1.0
 */
export const from: Readonly<
  Record<
    (Command.MemberStep | Command.AnswerCall | Command.BeginDuty)["action"],
    ReadonlyArray<Surge.MemberStatus>
  >
> = {
  AnswerCall: ["Called", "Coming", "Declined"],
  CheckIn: ["Called", "Coming", "Declined", "Missing"],
  MarkNoShow: ["Called", "Coming"],
  BeginDuty: ["There"],
  EndDuty: ["OnDuty"],
  ReleaseMember: ["There"]
}

/**
 * The decision on a command, for a surge or for `ServiceMove.none`.
 *
 * Refusals come in the order of `SurgeProblem.codes`. Apply the event with `Surge.evolve`.
 *
 * @source none: our own rules; the duties and the size of a crew are those of the plan
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  state: Surge.State,
  command: Command.SurgeCommand
): Decision<Command.SurgeEvent, SurgeProblem.SurgeProblem> => {
  const standing = moveFrame.standingOf(state, (open) => open.surgeId)
  const outcome: Outcome =
    moveFrame.obstacle(frame, standing, command, command.surgeId) ?? outcomeOf(state, command)
  return "code" in outcome ? { ok: false, rejection: outcome } : { ok: true, event: outcome }
}

const happens = <Kind extends string>(
  kind: Kind,
  state: Surge.State,
  command: Command.SurgeCommand
): Command.SurgeHappening<Kind> => ({
  ...moveFrame.happening(kind, state, command),
  surgeId: command.surgeId
})

const outcomeOf = (state: Surge.State, command: Command.SurgeCommand): Outcome => {
  if (command.action === "CallSurge") return call(state, command)
  // the frame has refused everything but the call where nothing was called
  if (state.status === "None") {
    return SurgeProblem.make("NotOpened", command.surgeId, command.action, frame.opening)
  }
  switch (command.action) {
    case "CallMore": {
      const { called } = command
      return moreProblem(state, called) ?? { ...happens("MoreCalled", state, command), called }
    }
    case "AnswerCall": {
      const { volunteerId, isComing } = command
      const event = { ...happens("CallAnswered", state, command), volunteerId, isComing }
      return statusProblem(state, command) ?? event
    }
    case "StandDown":
      return outProblem(state) ?? happens("SurgeStoodDown", state, command)
    case "BeginDuty": {
      const { volunteerId, dutyId } = command
      const event = { ...happens("DutyBegun", state, command), volunteerId, dutyId }
      return statusProblem(state, command) ?? dutyProblem(state, command) ?? event
    }
    default: {
      const { volunteerId } = command
      const event = { ...happens(eventOf[command.action], state, command), volunteerId }
      return statusProblem(state, command) ?? earlyProblem(state, command) ?? event
    }
  }
}

const eventOf = {
  CheckIn: "MemberArrived",
  MarkNoShow: "MemberMissing",
  EndDuty: "DutyEnded",
  ReleaseMember: "MemberReleased"
} as const

const call = (state: Surge.State, command: Command.CallSurge): Outcome => {
  const { plan, called, reserves, surgeId } = command
  if (plan.surgeId !== surgeId) {
    return SurgeProblem.make("WrongRecord", "plan.surgeId", plan.surgeId, surgeId)
  }
  const [bad] = SurgePlan.problems(plan)
  if (bad !== undefined) return bad
  const twice = moveFrame.firstTwice([...called, ...reserves].map((one) => one.volunteerId))
  if (twice !== undefined) return SurgeProblem.make("CalledTwice", "called", twice, 1)
  return { ...happens("SurgeCalled", state, command), plan, called, reserves }
}

const moreProblem = (state: Surge.Surge, called: ReadonlyArray<Called>): Found => {
  const ids = called.map(({ volunteerId }) => volunteerId)
  const twice = moveFrame.firstTwice(ids)
  if (twice !== undefined) return SurgeProblem.make("CalledTwice", "called", twice, 1)
  const again = state.members.find(
    ({ volunteerId, status }) => status !== "StandBy" && ids.includes(volunteerId)
  )
  return again === undefined
    ? undefined
    : SurgeProblem.make("CalledTwice", "called", again.volunteerId, 1)
}

const statusProblem = (
  state: Surge.Surge,
  command: Command.MemberStep | Command.AnswerCall | Command.BeginDuty
): Found => {
  const { volunteerId, action } = command
  const one = Surge.memberOf(state, volunteerId)
  if (one === undefined) {
    return SurgeProblem.make("NotCalled", "volunteerId", volunteerId, "somebody called")
  }
  return from[action].includes(one.status)
    ? undefined
    : SurgeProblem.make("StatusWrong", volunteerId, one.status, from[action].join(", "))
}

/** Nobody arrives before the delay that the plan sets, or is missed before he or she could be. */
const earlyProblem = (state: Surge.Surge, command: Command.MemberStep): Found => {
  const { action, volunteerId, atSec } = command
  if (action !== "CheckIn" && action !== "MarkNoShow") return undefined
  const { delaySec, noShowAfterSec } = state.plan
  const calledSec = Surge.memberOf(state, volunteerId)?.calledSec ?? state.calledSec
  const fromSec = calledSec + (action === "CheckIn" ? delaySec : noShowAfterSec)
  return atSec >= fromSec ? undefined : SurgeProblem.make("TooEarly", volunteerId, atSec, fromSec)
}

const dutyProblem = (state: Surge.Surge, command: Command.BeginDuty): Found => {
  const { volunteerId, dutyId, atSec } = command
  const duty = state.plan.duties.find((one) => one.dutyId === dutyId)
  const one = Surge.memberOf(state, volunteerId)
  if (duty === undefined || one === undefined) {
    const known = state.plan.duties.map((known) => known.dutyId).join(", ")
    return SurgeProblem.make("UnknownDuty", "dutyId", dutyId, known)
  }
  if (!hasSkills(one, duty.skillIds)) {
    const missing = duty.skillIds.filter((skillId) => !one.skillIds.includes(skillId))
    const had = one.skillIds.join(", ")
    return SurgeProblem.make("SkillMissing", volunteerId, had, missing.join(", "))
  }
  if (atSec < one.restedSec) {
    return SurgeProblem.make("RestTooShort", volunteerId, atSec, one.restedSec)
  }
  const count = Surge.crewCount(state, dutyId)
  return count < duty.crewMax
    ? undefined
    : SurgeProblem.make("CrewFull", dutyId, count, duty.crewMax)
}

const outProblem = (state: Surge.Surge): Found => {
  const out = state.members.filter(({ status }) => status === "OnDuty")
  const [first] = out
  return first === undefined
    ? undefined
    : SurgeProblem.make("CrewStillOut", "members", out.length, first.volunteerId)
}
