/**
 * What is asked of volunteers, and who could do it: the two sides that matching brings together. A
 * need is one order or one post; a candidate is one volunteer as he or she stands when the matching
 * is made. Both are plain data, with people as opaque ids.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import * as Availability from "./Availability.ts"
import { notYet } from "./ServiceMove.ts"
import * as Volunteer from "./Volunteer.ts"

/**
 * One need for `count` volunteers.
 *
 * `personId` is who is helped and `householdId` his or hers (both empty where the need is nobody's
 * own); all of `skillIds` are needed; `teamIds` are the teams that may help, empty for all. Needs of
 * a smaller `rank` go first, whatever it costs the later ones. `declinedIds` were asked before and
 * said no.
 *
 * @category needs
 * @since 0.1.0
 */
export interface MatchingNeed {
  readonly needId: string
  readonly rank: number
  readonly personId: string
  readonly householdId: string
  readonly gridId: Id.Id<"Grid">
  readonly spell: Spell.Spell
  readonly skillIds: ReadonlyArray<string>
  readonly teamIds: ReadonlyArray<string>
  readonly count: number
  readonly takesMinors: boolean
  readonly declinedIds: ReadonlyArray<string>
}

/**
 * One volunteer who could help.
 *
 * `free` are the spells in which he or she can (`Availability.freeSpells`), `busy` those already
 * promised; `monthMinutes` were served this month, `lastServedSec` is the end of the last service
 * (`ServiceMove.notYet` for none), `openCount` counts promises not yet kept, `servedPersonIds` are
 * people helped before.
 *
 * @category needs
 * @since 0.1.0
 */
export interface Candidate {
  readonly volunteerId: Id.Id<"Person">
  readonly householdId: string
  readonly gridId: Id.Id<"Grid">
  readonly isActive: boolean
  readonly isMinor: boolean
  readonly skillIds: ReadonlyArray<string>
  readonly teamIds: ReadonlyArray<string>
  readonly free: ReadonlyArray<Spell.Spell>
  readonly busy: ReadonlyArray<Spell.Spell>
  readonly monthMinutes: number
  readonly lastServedSec: number
  readonly openCount: number
  readonly servedPersonIds: ReadonlyArray<string>
}

/**
 * What the record of a volunteer does not say: the times looked at, promises, and service so far.
 *
 * @category needs
 * @since 0.1.0
 */
export interface Situation {
  readonly atSec: number
  readonly period: Spell.Spell
  readonly onlyConfirmedSkills: boolean
  readonly busy: ReadonlyArray<Spell.Spell>
  readonly monthMinutes: number
  readonly lastServedSec: number
  readonly openCount: number
  readonly servedPersonIds: ReadonlyArray<string>
}

/**
 * A volunteer without any service or promise, at an instant, for needs in a period.
 *
 * @category needs
 * @since 0.1.0
 */
export const fresh = (atSec: number, period: Spell.Spell): Situation => ({
  atSec,
  period,
  onlyConfirmedSkills: false,
  busy: [],
  monthMinutes: 0,
  lastServedSec: notYet,
  openCount: 0,
  servedPersonIds: []
})

/**
 * The candidate that a volunteer is in a situation. Fails and costs as `Availability.freeSpells`.
 *
 * @category needs
 * @since 0.1.0
 */
export const candidateOf = (volunteer: Volunteer.Volunteer, situation: Situation): Candidate => ({
  volunteerId: volunteer.volunteerId,
  householdId: volunteer.householdId,
  gridId: volunteer.homeGridId,
  isActive: Volunteer.isActive(volunteer, situation.atSec),
  isMinor: Volunteer.isMinor(volunteer, situation.atSec),
  skillIds: volunteer.skills
    .filter(({ isConfirmed }) => isConfirmed || !situation.onlyConfirmedSkills)
    .map(({ skillId }) => skillId),
  teamIds: volunteer.teamIds,
  free: Availability.freeSpells(volunteer.availability, situation.period),
  busy: situation.busy,
  monthMinutes: situation.monthMinutes,
  lastServedSec: situation.lastServedSec,
  openCount: situation.openCount,
  servedPersonIds: situation.servedPersonIds
})
