/**
 * What somebody wants to do with the record of a volunteer. A volunteer is known by an opaque id of
 * a person; how to reach him or her is hidden.
 */
import type { Id } from "@wangge/facts"
import type { LegalBasis, Sensitive } from "@wangge/privacy"
import type { Availability } from "./Availability.ts"
import type { Move } from "./ServiceMove.ts"

/**
 * What every command on a volunteer carries.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface VolunteerMove<Action extends string> extends Move<Action> {
  readonly volunteerId: Id.Id<"Person">
}

/**
 * Registers a volunteer, or one again who had left.
 *
 * `contact` is hidden: a log written as text keeps only its mark, so a store keeps the number apart
 * and erases it when the volunteer leaves. `householdId` is an opaque id, empty where it is not known. `basis` is the volunteer's consent.
 * `adultFromSec` is the first second of full age, for a minor only: `Volunteer.adultAlready` says
 * no more than that the person is of age. `guardianReference` names the guardian's consent, empty
 * where none is needed.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface RegisterVolunteer extends VolunteerMove<"RegisterVolunteer"> {
  readonly householdId: string
  readonly homeGridId: Id.Id<"Grid">
  readonly contact: Sensitive.Sensitive<string>
  readonly basis: LegalBasis.LegalBasis
  readonly adultFromSec: number
  readonly guardianReference: string
  readonly skillIds: ReadonlyArray<string>
  readonly availability: Availability
}

/**
 * Says which skills the volunteer has; what was confirmed stays so as long as it is still named.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface DeclareSkills extends VolunteerMove<"DeclareSkills"> {
  readonly skillIds: ReadonlyArray<string>
}

/**
 * Confirms one declared skill after somebody else has looked at it.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface ConfirmSkill extends VolunteerMove<"ConfirmSkill"> {
  readonly skillId: string
}

/**
 * Says when the volunteer can help.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface SetAvailability extends VolunteerMove<"SetAvailability"> {
  readonly availability: Availability
}

/**
 * Joins or leaves one team.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface TeamStep extends VolunteerMove<"JoinTeam" | "LeaveTeam"> {
  readonly teamId: string
}

/**
 * Moves home: another household or another grid.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface MoveHome extends VolunteerMove<"MoveHome"> {
  readonly householdId: string
  readonly homeGridId: Id.Id<"Grid">
}

/**
 * Takes a pause up to but not including `untilSec` (`Spell.openEnd` for no set end); it ends by
 * itself.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface PauseVolunteer extends VolunteerMove<"PauseVolunteer"> {
  readonly untilSec: number
}

/**
 * Ends a pause, or leaves for good: the consent is withdrawn, and the contact is erased.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface PlainStep extends VolunteerMove<"ResumeVolunteer" | "LeaveVolunteering"> {}

/**
 * A command on one volunteer.
 *
 * @category volunteers
 * @since 0.1.0
 */
export type VolunteerCommand =
  | RegisterVolunteer
  | DeclareSkills
  | ConfirmSkill
  | SetAvailability
  | TeamStep
  | MoveHome
  | PauseVolunteer
  | PlainStep
