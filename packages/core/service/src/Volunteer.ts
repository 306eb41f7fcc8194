/**
 * A volunteer: what he or she can do, when, in which teams, and whether active. Volunteering is free
 * to take up and to leave. Hours are not part of the record: they are counted from confirmed
 * activities (`VolunteerHours`), so nobody can write them in. `VolunteerDecider` decides.
 */
import type { Id } from "@wangge/facts"
import type { LegalBasis, Sensitive } from "@wangge/privacy"
import * as Availability from "./Availability.ts"
import { brokenLog } from "./internal/moveFrame.ts"
import type { None } from "./ServiceMove.ts"
import type { VolunteerEvent, VolunteerRegistered } from "./VolunteerEvent.ts"

/**
 * Where a volunteer can stand. Append only.
 *
 * @source none: our own names
 * @category volunteers
 * @since 0.1.0
 */
export const statuses = ["Active", "Paused", "Left"] as const

/**
 * One of {@link statuses}.
 *
 * @category volunteers
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * The `adultFromSec` of somebody who is of age: nothing is kept of the date of birth.
 *
 * @source none: least data; the smallest safe integer, before every instant
 * @category volunteers
 * @since 0.1.0
 */
export const adultAlready = Number.MIN_SAFE_INTEGER

/**
 * One skill that the volunteer names; `isConfirmed` once somebody else has looked at it.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface Skill {
  readonly skillId: string
  readonly isConfirmed: boolean
}

/**
 * One volunteer. `contact` is `"Erased"` after leaving; `householdId` and `guardianReference` are
 * empty where there is none. `pausedUntilSec` is the end of the last pause, `adultAlready` before
 * any.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface Volunteer {
  readonly volunteerId: Id.Id<"Person">
  readonly version: number
  readonly status: Status
  readonly householdId: string
  readonly homeGridId: Id.Id<"Grid">
  readonly contact: Sensitive.Sensitive<string> | "Erased"
  readonly basis: LegalBasis.LegalBasis
  readonly adultFromSec: number
  readonly guardianReference: string
  readonly skills: ReadonlyArray<Skill>
  readonly teamIds: ReadonlyArray<string>
  readonly availability: Availability.Availability
  readonly pausedUntilSec: number
  readonly registeredSec: number
  readonly lastSec: number
}

/**
 * A volunteer, or none yet.
 *
 * @category volunteers
 * @since 0.1.0
 */
export type State = Volunteer | None

type Draft = { -readonly [Name in keyof Volunteer]: Volunteer[Name] }

/**
 * The volunteer after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then.
 *
 * @category volunteers
 * @since 0.1.0
 */
export const evolve = (state: State, event: VolunteerEvent): Volunteer => {
  if (state.status === "None") {
    if (event.kind !== "VolunteerRegistered" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return registered(event)
  }
  if (event.volunteerId !== state.volunteerId || event.version !== state.version + 1) {
    throw brokenLog(event.kind, event, state)
  }
  return event.kind === "VolunteerRegistered" ? registered(event) : apply(copy(state), event)
}

const registered = (event: VolunteerRegistered): Volunteer => ({
  volunteerId: event.volunteerId,
  version: event.version,
  status: "Active",
  householdId: event.householdId,
  homeGridId: event.homeGridId,
  contact: event.contact,
  basis: event.basis,
  adultFromSec: event.adultFromSec,
  guardianReference: event.guardianReference,
  skills: event.skillIds.map((skillId) => ({ skillId, isConfirmed: false })),
  teamIds: [],
  availability: event.availability,
  pausedUntilSec: adultAlready,
  registeredSec: event.atSec,
  lastSec: event.atSec
})

const copy = (state: Volunteer): Draft => ({
  volunteerId: state.volunteerId,
  version: state.version,
  status: state.status,
  householdId: state.householdId,
  homeGridId: state.homeGridId,
  contact: state.contact,
  basis: state.basis,
  adultFromSec: state.adultFromSec,
  guardianReference: state.guardianReference,
  skills: state.skills,
  teamIds: state.teamIds,
  availability: state.availability,
  pausedUntilSec: state.pausedUntilSec,
  registeredSec: state.registeredSec,
  lastSec: state.lastSec
})

const apply = (draft: Draft, event: Exclude<VolunteerEvent, VolunteerRegistered>): Volunteer => {
  draft.version = event.version
  draft.lastSec = event.atSec
  switch (event.kind) {
    case "SkillsDeclared": {
      const before = draft.skills
      draft.skills = event.skillIds.map((skillId) => ({
        skillId,
        isConfirmed: before.some((skill) => skill.skillId === skillId && skill.isConfirmed)
      }))
      return draft
    }
    case "SkillConfirmed":
      draft.skills = draft.skills.map(({ skillId, isConfirmed }) => ({
        skillId,
        isConfirmed: isConfirmed || skillId === event.skillId
      }))
      return draft
    case "AvailabilitySet":
      draft.availability = event.availability
      return draft
    case "TeamJoined":
      draft.teamIds = [...draft.teamIds, event.teamId]
      return draft
    case "TeamLeft":
      draft.teamIds = draft.teamIds.filter((teamId) => teamId !== event.teamId)
      return draft
    case "HomeMoved":
      draft.householdId = event.householdId
      draft.homeGridId = event.homeGridId
      return draft
    case "VolunteerPaused":
      draft.status = "Paused"
      draft.pausedUntilSec = event.untilSec
      return draft
    case "VolunteerResumed":
      draft.status = "Active"
      draft.pausedUntilSec = event.atSec
      return draft
    case "VolunteerLeft":
      draft.status = "Left"
      draft.contact = "Erased"
      draft.householdId = ""
      draft.guardianReference = ""
      draft.skills = []
      draft.teamIds = []
      draft.availability = Availability.none
      return draft
  }
}

/**
 * Whether a volunteer can be asked at an instant: registered, and not in a pause. A pause ends by
 * itself at its set second.
 *
 * @category volunteers
 * @since 0.1.0
 */
export const isActive = (volunteer: Volunteer, atSec: number): boolean =>
  volunteer.status === "Active" ||
  (volunteer.status === "Paused" && atSec >= volunteer.pausedUntilSec)

/**
 * Whether a volunteer is a minor at an instant: the first second of full age is still to come.
 *
 * @source Civil Code of the People's Republic of China (2020), article 17: a person under 18 is a
 * minor; the caller counts the years
 * @category volunteers
 * @since 0.1.0
 */
export const isMinor = (volunteer: Volunteer, atSec: number): boolean =>
  atSec < volunteer.adultFromSec
