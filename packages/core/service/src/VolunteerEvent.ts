/**
 * What has happened to the record of a volunteer.
 */
import type { Id } from "@wangge/facts"
import type { LegalBasis, Sensitive } from "@wangge/privacy"
import type { Availability } from "./Availability.ts"
import type { Happening } from "./ServiceMove.ts"

/**
 * What every event of a volunteer carries.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface VolunteerHappening<Kind extends string> extends Happening<Kind> {
  readonly volunteerId: Id.Id<"Person">
}

/**
 * A volunteer was registered.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface VolunteerRegistered extends VolunteerHappening<"VolunteerRegistered"> {
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
 * The volunteer said which skills he or she has.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface SkillsDeclared extends VolunteerHappening<"SkillsDeclared"> {
  readonly skillIds: ReadonlyArray<string>
}

/**
 * A skill was confirmed.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface SkillConfirmed extends VolunteerHappening<"SkillConfirmed"> {
  readonly skillId: string
}

/**
 * The volunteer said when he or she can help.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface AvailabilitySet extends VolunteerHappening<"AvailabilitySet"> {
  readonly availability: Availability
}

/**
 * The volunteer joined or left a team.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface TeamChanged extends VolunteerHappening<"TeamJoined" | "TeamLeft"> {
  readonly teamId: string
}

/**
 * The volunteer moved home.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface HomeMoved extends VolunteerHappening<"HomeMoved"> {
  readonly householdId: string
  readonly homeGridId: Id.Id<"Grid">
}

/**
 * The volunteer took a pause.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface VolunteerPaused extends VolunteerHappening<"VolunteerPaused"> {
  readonly untilSec: number
}

/**
 * The pause was ended, or the volunteer left.
 *
 * @category volunteers
 * @since 0.1.0
 */
export interface VolunteerStepped
  extends VolunteerHappening<"VolunteerResumed" | "VolunteerLeft"> {}

/**
 * Something that has happened to one volunteer.
 *
 * @category volunteers
 * @since 0.1.0
 */
export type VolunteerEvent =
  | VolunteerRegistered
  | SkillsDeclared
  | SkillConfirmed
  | AvailabilitySet
  | TeamChanged
  | HomeMoved
  | VolunteerPaused
  | VolunteerStepped
