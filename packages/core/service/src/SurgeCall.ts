/**
 * Who is called for a surge, and when they can be there: pure functions that services and the
 * simulator both call. Crews do not arrive with the call but after the set delay.
 */
import type { Id } from "@wangge/facts"
import * as BrigadeScheme from "./BrigadeScheme.ts"
import * as MatchingDistance from "./MatchingDistance.ts"
import type { SurgePlan } from "./SurgePlan.ts"

/**
 * A volunteer who might be called. `restedSec` is the second from which he or she has rested enough
 * after an earlier surge, `ServiceMove.notYet` for always.
 *
 * @category surges
 * @since 0.1.0
 */
export interface SurgeCandidate {
  readonly volunteerId: Id.Id<"Person">
  readonly gridId: Id.Id<"Grid">
  readonly teamIds: ReadonlyArray<string>
  readonly skillIds: ReadonlyArray<string>
  readonly isActive: boolean
  readonly isMinor: boolean
  readonly restedSec: number
}

/**
 * Somebody who is called, with the skills that the call knows of.
 *
 * @category surges
 * @since 0.1.0
 */
export interface Called {
  readonly volunteerId: Id.Id<"Person">
  readonly skillIds: ReadonlyArray<string>
}

/**
 * Who is called at once, who stands by, and how many were passed over for each reason; everybody is
 * counted in exactly one place.
 *
 * @category surges
 * @since 0.1.0
 */
export interface Choice {
  readonly called: ReadonlyArray<Called>
  readonly reserves: ReadonlyArray<Called>
  readonly notActiveCount: number
  readonly minorCount: number
  readonly restingCount: number
  readonly otherBrigadeCount: number
  readonly tooFarCount: number
  readonly unskilledCount: number
  readonly notNeededCount: number
}

/**
 * Chooses whom to call at `atSec`: the nearest first, at one distance those who can do more of the
 * duties, then by id. Minors are never called; nor is who can do no duty of the plan.
 *
 * The order of the input does not matter. Cost: n log n.
 *
 * @source none: our own order; that no minor is called to danger is ours as well
 * @category surges
 * @since 0.1.0
 */
export const choose = (
  plan: SurgePlan,
  scheme: BrigadeScheme.BrigadeScheme,
  options: {
    readonly candidates: ReadonlyArray<SurgeCandidate>
    readonly distance: MatchingDistance.MatchingDistance
    readonly atSec: number
  }
): Choice => {
  const counts = [0, 0, 0, 0, 0, 0]
  const fit: Array<{
    readonly one: SurgeCandidate
    readonly far: number
    readonly duties: number
  }> = []
  for (const one of options.candidates) {
    const far = MatchingDistance.between(options.distance, plan.gridId, one.gridId)
    const duties = plan.duties.filter((duty) => hasSkills(one, duty.skillIds)).length
    const reason = [
      !one.isActive,
      one.isMinor,
      options.atSec < one.restedSec,
      !isOfBrigades(plan, scheme, one),
      !(far <= plan.reach),
      duties === 0
    ].indexOf(true)
    if (reason < 0) fit.push({ one, far, duties })
    else counts[reason]! += 1
  }
  const ordered = fit
    .toSorted(
      (left, right) =>
        (left.far === right.far ? 0 : left.far - right.far) ||
        right.duties - left.duties ||
        (left.one.volunteerId < right.one.volunteerId ? -1 : 1)
    )
    .map(({ one }) => ({ volunteerId: one.volunteerId, skillIds: one.skillIds }))
  const standBy = plan.callCount + plan.reserveCount
  return {
    called: ordered.slice(0, plan.callCount),
    reserves: ordered.slice(plan.callCount, standBy),
    notActiveCount: counts[0]!,
    minorCount: counts[1]!,
    restingCount: counts[2]!,
    otherBrigadeCount: counts[3]!,
    tooFarCount: counts[4]!,
    unskilledCount: counts[5]!,
    notNeededCount: Math.max(0, ordered.length - standBy)
  }
}

const isOfBrigades = (
  { brigadeIds }: SurgePlan,
  scheme: BrigadeScheme.BrigadeScheme,
  { teamIds }: SurgeCandidate
): boolean =>
  brigadeIds.length === 0 ||
  BrigadeScheme.brigadesOfTeams(scheme, teamIds).some((id) => brigadeIds.includes(id))

/**
 * Whether somebody has all of some skills.
 *
 * @category surges
 * @since 0.1.0
 */
export const hasSkills = (
  { skillIds }: { readonly skillIds: ReadonlyArray<string> },
  needed: ReadonlyArray<string>
): boolean => needed.every((skillId) => skillIds.includes(skillId))

/**
 * An answer to the call: given `answeredAfterSec` seconds after it; who comes needs `travelSec` for
 * the way.
 *
 * @category surges
 * @since 0.1.0
 */
export interface Response {
  readonly volunteerId: string
  readonly answeredAfterSec: number
  readonly isComing: boolean
  readonly travelSec: number
}

/**
 * When somebody who is coming is there. `isLateAnswer` says that the answer came after
 * `plan.respondWithinSec`; who comes is welcome all the same.
 *
 * @category surges
 * @since 0.1.0
 */
export interface Arrival {
  readonly volunteerId: string
  readonly atSec: number
  readonly isLateAnswer: boolean
}

/**
 * When those who are coming arrive, for a call at `calledSec`: after their answer and their way, and
 * never before the set delay is over. In the order of time, then of ids.
 *
 * Fractions of a second are kept, so that the simulator may draw them. Throws a `RangeError` for a
 * negative answer or way.
 *
 * ```ts
 * import { SurgeCall } from "@wangge/service"
 *
 * const responses = [
 *   { volunteerId: "a", answeredAfterSec: 60, isComing: true, travelSec: 300 },
 *   { volunteerId: "b", answeredAfterSec: 600, isComing: true, travelSec: 1800 },
 *   { volunteerId: "c", answeredAfterSec: 60, isComing: false, travelSec: 0 }
 * ]
 * const arrivals = SurgeCall.arrivals({ delaySec: 1800, respondWithinSec: 900 }, 10_000, responses)
 * arrivals.map(({ volunteerId, atSec }) => `${volunteerId} at ${atSec}`)
 * // => ["a at 11800", "b at 12400"]
 * ```
 *
 * @source none: a delay that is set is a floor, whatever the ways are
 * @category surges
 * @since 0.1.0
 */
export const arrivals = (
  plan: Pick<SurgePlan, "delaySec" | "respondWithinSec">,
  calledSec: number,
  responses: ReadonlyArray<Response>
): ReadonlyArray<Arrival> => {
  const bad = responses.find((one) => !(one.answeredAfterSec >= 0 && one.travelSec >= 0))
  if (bad !== undefined) throw new RangeError(`The response of ${bad.volunteerId} cannot be`)
  return responses
    .filter(({ isComing }) => isComing)
    .map(({ volunteerId, answeredAfterSec, travelSec }) => ({
      volunteerId,
      atSec: calledSec + Math.max(plan.delaySec, answeredAfterSec + travelSec),
      isLateAnswer: answeredAfterSec > plan.respondWithinSec
    }))
    .toSorted(
      (one, other) => one.atSec - other.atSec || (one.volunteerId < other.volunteerId ? -1 : 1)
    )
}
