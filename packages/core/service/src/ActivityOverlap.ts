/**
 * Volunteers at two places at once: nobody takes part in two activities at the same second. An end
 * and a beginning at one second are no overlap.
 */
import type { Id } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import type { Activity } from "./Activity.ts"
import type { Content, Elsewhere } from "./ActivityCommand.ts"

/**
 * Where the participants of some activities were: one spell per participant and activity. Void
 * activities do not count.
 *
 * @category overlaps
 * @since 0.1.0
 */
export const spellsOf = (activities: ReadonlyArray<Activity>): ReadonlyArray<Elsewhere> =>
  activities
    .filter(({ status }) => status !== "Void")
    .flatMap(({ activityId, content }) =>
      content.participants.map(({ volunteerId, fromSec, untilSec }) => ({
        volunteerId,
        activityId,
        fromSec,
        untilSec
      }))
    )

/**
 * The participants of an activity who were elsewhere at the same time, each with the first place
 * found, in the order of the participants. Spells of the activity itself (`activityId`) do not count.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { ActivityOverlap } from "@wangge/service"
 *
 * const li = Id.make<"Person">("li")
 * const content = {
 *   brigadeId: "red", teamId: "", dutyId: "care", gridId: Id.make<"Grid">("grid-1"), fromSec: 0,
 *   untilSec: 3600, instanceCount: 1, served: { count: 1, personIds: [], basis: "None" as const },
 *   replacesId: "", participants: [{ volunteerId: li, fromSec: 0, untilSec: 3600, minutes: 60 }]
 * }
 * const at = (fromSec: number) => [{ volunteerId: li, activityId: "a-2", fromSec, untilSec: 9000 }]
 * ActivityOverlap.within("a-1", content, at(3600)) // => []
 * ActivityOverlap.within("a-1", content, at(3599)).map(({ activityId }) => activityId) // => ["a-2"]
 * ```
 *
 * @category overlaps
 * @since 0.1.0
 */
export const within = (
  activityId: string,
  content: Content,
  elsewhere: ReadonlyArray<Elsewhere>
): ReadonlyArray<Elsewhere> =>
  content.participants.flatMap((participant) => {
    const found = elsewhere.find(
      (other) =>
        other.activityId !== activityId &&
        other.volunteerId === participant.volunteerId &&
        Spell.overlap(other, participant)
    )
    return found === undefined ? [] : [found]
  })

/**
 * Two activities that a volunteer was in at the same time.
 *
 * @category overlaps
 * @since 0.1.0
 */
export interface Clash {
  readonly volunteerId: Id.Id<"Person">
  readonly activityIds: readonly [first: string, second: string]
}

/**
 * Every clash in a log, by volunteer and time; the input order does not matter.
 *
 * Cost: n log n, and each clash.
 *
 * @category overlaps
 * @since 0.1.0
 */
export const clashes = (activities: ReadonlyArray<Activity>): ReadonlyArray<Clash> => {
  const spells = spellsOf(activities).toSorted(
    (one, other) =>
      compare(one.volunteerId, other.volunteerId) ||
      one.fromSec - other.fromSec ||
      compare(one.activityId, other.activityId)
  )
  return spells.flatMap((spell, index) => {
    const found: Array<Clash> = []
    for (let at = index + 1; at < spells.length; at++) {
      const other = spells[at]!
      if (other.volunteerId !== spell.volunteerId || other.fromSec >= spell.untilSec) break
      found.push({
        volunteerId: spell.volunteerId,
        activityIds: [spell.activityId, other.activityId]
      })
    }
    return found
  })
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
