/**
 * Decides on a command about a volunteer: one event, or one refusal. Volunteering rests on consent
 * and ends with it; a minor needs the consent of a guardian as well.
 */
import { LegalBasis } from "@wangge/privacy"
import * as Availability from "./Availability.ts"
import * as BrigadeScheme from "./BrigadeScheme.ts"
import { notWhole } from "./internal/clockOrder.ts"
import * as moveFrame from "./internal/moveFrame.ts"
import type { Decision } from "./ServiceMove.ts"
import type * as Volunteer from "./Volunteer.ts"
import type * as Command from "./VolunteerCommand.ts"
import type { VolunteerEvent, VolunteerHappening } from "./VolunteerEvent.ts"
import * as VolunteerProblem from "./VolunteerProblem.ts"

/**
 * The rules of a town: its brigades, the ids of the skills that can be named, and whether minors are
 * taken.
 *
 * @category decisions
 * @since 0.1.0
 */
export interface VolunteerRules {
  readonly scheme: BrigadeScheme.BrigadeScheme
  readonly skillIds: ReadonlyArray<string>
  readonly takesMinors: boolean
}

type Outcome = VolunteerEvent | VolunteerProblem.VolunteerProblem
type Found = VolunteerProblem.VolunteerProblem | undefined

/**
 * Which commands each status allows; a volunteer who has left can register again.
 *
 * @source none: our own table
 * @category decisions
 * @since 0.1.0
 */
export const allowed: Readonly<
  Record<Volunteer.Status, ReadonlyArray<Command.VolunteerCommand["action"]>>
> = {
  Active: [
    "DeclareSkills",
    "ConfirmSkill",
    "SetAvailability",
    "JoinTeam",
    "LeaveTeam",
    "MoveHome",
    "PauseVolunteer",
    "LeaveVolunteering"
  ],
  Paused: [
    "DeclareSkills",
    "ConfirmSkill",
    "SetAvailability",
    "JoinTeam",
    "LeaveTeam",
    "MoveHome",
    "PauseVolunteer",
    "ResumeVolunteer",
    "LeaveVolunteering"
  ],
  Left: ["RegisterVolunteer"]
}

const frame: moveFrame.Frame<Command.VolunteerCommand["action"]> = {
  opening: "RegisterVolunteer",
  allowed
}

/**
 * The decision on a command, for a volunteer or for `ServiceMove.none`.
 *
 * Refusals come in the order of `VolunteerProblem.codes`. Apply the event with `Volunteer.evolve`.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { LegalBasis, Sensitive } from "@wangge/privacy"
 * import { Availability, ColourBrigades, ServiceMove, Volunteer, VolunteerDecider } from "@wangge/service"
 *
 * const rules = { scheme: ColourBrigades.scheme, skillIds: ["firstAid"], takesMinors: false }
 * const decision = VolunteerDecider.decide(rules, ServiceMove.none, {
 *   action: "RegisterVolunteer", volunteerId: Id.make("p-1"), atSec: 0, byId: "desk-2", reason: "",
 *   householdId: "h-1", homeGridId: Id.make("grid-1"), skillIds: ["firstAid"],
 *   contact: Sensitive.make("13800000000", { field: "phone", purposes: ["Routing"], dataClass: "Ordinary" }),
 *   basis: LegalBasis.duty("city rules, clause 2"), adultFromSec: Volunteer.adultAlready,
 *   guardianReference: "", availability: Availability.none
 * })
 * decision.ok ? "registered" : decision.rejection.code // => "ConsentMissing"
 * ```
 *
 * @source Regulations on Volunteer Service (志愿服务条例, State Council Order 685, 2017), articles 2, 3
 * and 7: voluntary and unpaid; who registers gives identity, skills, time and contact
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: VolunteerRules,
  state: Volunteer.State,
  command: Command.VolunteerCommand
): Decision<VolunteerEvent, VolunteerProblem.VolunteerProblem> => {
  const standing = moveFrame.standingOf(state, (open) => open.volunteerId)
  const outcome =
    moveFrame.obstacle(frame, standing, command, command.volunteerId) ??
    outcomeOf(rules, state, command)
  return "code" in outcome ? { ok: false, rejection: outcome } : { ok: true, event: outcome }
}

const outcomeOf = (
  rules: VolunteerRules,
  state: Volunteer.State,
  command: Command.VolunteerCommand
): Outcome => {
  const skills = state.status === "None" ? [] : state.skills
  const teamIds = state.status === "None" ? [] : state.teamIds
  switch (command.action) {
    case "RegisterVolunteer":
      return register(rules, state, command)
    case "DeclareSkills": {
      const { skillIds } = command
      return (
        skillsProblem(rules, skillIds) ?? { ...happens("SkillsDeclared", state, command), skillIds }
      )
    }
    case "ConfirmSkill": {
      const { skillId } = command
      const event = { ...happens("SkillConfirmed", state, command), skillId }
      return confirmProblem(skills, command) ?? event
    }
    case "SetAvailability": {
      const { availability } = command
      const event = { ...happens("AvailabilitySet", state, command), availability }
      return timesProblem(availability) ?? event
    }
    case "JoinTeam": {
      const { teamId } = command
      return (
        joinProblem(rules, teamIds, teamId) ?? { ...happens("TeamJoined", state, command), teamId }
      )
    }
    case "LeaveTeam": {
      const { teamId } = command
      return teamIds.includes(teamId)
        ? { ...happens("TeamLeft", state, command), teamId }
        : VolunteerProblem.make("NotInTeam", "teamId", teamId, teamIds.join(", "))
    }
    case "MoveHome": {
      const { householdId, homeGridId } = command
      return { ...happens("HomeMoved", state, command), householdId, homeGridId }
    }
    case "PauseVolunteer": {
      const { untilSec } = command
      return laterProblem(command) ?? { ...happens("VolunteerPaused", state, command), untilSec }
    }
    case "ResumeVolunteer":
      return happens("VolunteerResumed", state, command)
    case "LeaveVolunteering":
      return happens("VolunteerLeft", state, command)
  }
}

const happens = <Kind extends string>(
  kind: Kind,
  state: Volunteer.State,
  command: Command.VolunteerCommand
): VolunteerHappening<Kind> => ({
  ...moveFrame.happening(kind, state, command),
  volunteerId: command.volunteerId
})

const register = (
  rules: VolunteerRules,
  state: Volunteer.State,
  command: Command.RegisterVolunteer
): Outcome =>
  notWhole("adultFromSec", command.adultFromSec) ??
  consentProblem(command) ??
  ageProblem(rules, command) ??
  skillsProblem(rules, command.skillIds) ??
  timesProblem(command.availability) ?? {
    ...happens("VolunteerRegistered", state, command),
    householdId: command.householdId,
    homeGridId: command.homeGridId,
    contact: command.contact,
    basis: command.basis,
    adultFromSec: command.adultFromSec,
    guardianReference: command.guardianReference,
    skillIds: command.skillIds,
    availability: command.availability
  }

const consentProblem = ({ basis, contact }: Command.RegisterVolunteer): Found => {
  if (basis.kind !== "Consent") {
    return VolunteerProblem.make("ConsentMissing", "basis", basis.kind, "Consent")
  }
  const [lack] = LegalBasis.problems(basis, contact.dataClass, contact.field)
  return lack === undefined
    ? undefined
    : VolunteerProblem.make("BasisNotHolding", contact.field, lack.code, lack.expected)
}

const ageProblem = (rules: VolunteerRules, command: Command.RegisterVolunteer): Found => {
  const { adultFromSec, atSec, guardianReference } = command
  if (atSec >= adultFromSec) return undefined
  if (!rules.takesMinors) {
    return VolunteerProblem.make("MinorsNotTaken", "adultFromSec", adultFromSec, atSec)
  }
  return guardianReference.trim() === ""
    ? VolunteerProblem.make("GuardianMissing", "guardianReference", "", "guardianReference")
    : undefined
}

const skillsProblem = (rules: VolunteerRules, skillIds: ReadonlyArray<string>): Found => {
  const unknown = skillIds.find((skillId) => !rules.skillIds.includes(skillId))
  if (unknown !== undefined) {
    return VolunteerProblem.make("UnknownSkill", "skillIds", unknown, rules.skillIds.join(", "))
  }
  const twice = moveFrame.firstTwice(skillIds)
  return twice === undefined ? undefined : VolunteerProblem.make("SkillTwice", "skillIds", twice, 1)
}

const timesProblem = (times: Availability.Availability): Found => {
  const [first] = Availability.problems(times)
  return first === undefined
    ? undefined
    : VolunteerProblem.make("TimesWrong", first.subject, first.code, first.expected)
}

const confirmProblem = (
  skills: ReadonlyArray<Volunteer.Skill>,
  command: Command.ConfirmSkill
): Found => {
  const { skillId, byId, volunteerId } = command
  const skill = skills.find((one) => one.skillId === skillId)
  if (skill === undefined) {
    const named = skills.map((one) => one.skillId).join(", ")
    return VolunteerProblem.make("SkillNotDeclared", "skillId", skillId, named)
  }
  if (skill.isConfirmed) {
    return VolunteerProblem.make("SkillConfirmedAlready", "skillId", skillId, "a new skill")
  }
  return byId === volunteerId
    ? VolunteerProblem.make("ConfirmedByOneself", "byId", byId, "somebody else")
    : undefined
}

const joinProblem = (
  { scheme }: VolunteerRules,
  teamIds: ReadonlyArray<string>,
  teamId: string
): Found => {
  if (BrigadeScheme.teamOf(scheme, teamId) === undefined) {
    const known = scheme.teams.map((team) => team.teamId).join(", ")
    return VolunteerProblem.make("UnknownTeam", "teamId", teamId, known)
  }
  return teamIds.includes(teamId)
    ? VolunteerProblem.make("InTeamAlready", "teamId", teamId, "another team")
    : undefined
}

const laterProblem = ({ untilSec, atSec }: Command.PauseVolunteer): Found =>
  notWhole("untilSec", untilSec) ??
  (untilSec > atSec
    ? undefined
    : VolunteerProblem.make("DateNotLater", "untilSec", untilSec, atSec))
