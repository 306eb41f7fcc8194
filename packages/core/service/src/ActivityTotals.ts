/**
 * What brigades have done, counted: activities, single services, minutes, and people. They are four
 * different counters and are never added to one another. People served are counted as people: who
 * comes twice is one, as far as the organiser may tell; visits are summed only when asked for.
 */
import { type Activity, counted } from "./Activity.ts"
import type { BrigadeScheme } from "./BrigadeScheme.ts"

/**
 * How many different people were served: exactly known where `atLeast` and `atMost` agree.
 *
 * @category totals
 * @since 0.1.0
 */
export interface People {
  readonly atLeast: number
  readonly atMost: number
}

/**
 * The totals of some activities. `minutes` are those of all participants that count
 * (`Activity.counted`), `participationCount` counts
 * a volunteer once per activity, `volunteerCount` once in all.
 *
 * Activities, services, minutes and participations of the brigades add up to those of the whole;
 * volunteers and people do not, since one person may be in several.
 *
 * @category totals
 * @since 0.1.0
 */
export interface Totals {
  readonly activityCount: number
  readonly instanceCount: number
  readonly minutes: number
  readonly participationCount: number
  readonly volunteerCount: number
  readonly people: People
}

/**
 * The totals of one brigade.
 *
 * @category totals
 * @since 0.1.0
 */
export interface BrigadeTotals {
  readonly brigadeId: string
  readonly totals: Totals
}

/**
 * The totals of every brigade of a scheme, those with nothing included, and of all together.
 *
 * @category totals
 * @since 0.1.0
 */
export interface ActivityTotals {
  readonly brigades: ReadonlyArray<BrigadeTotals>
  readonly whole: Totals
}

/**
 * Counts the confirmed activities of a log. Throws a `RangeError` for a confirmed activity of a
 * brigade that the scheme does not have: it would be in the whole and in no part. Cost: linear.
 *
 * ```ts
 * import { ActivityTotals, ColourBrigades } from "@wangge/service"
 *
 * const { brigades, whole } = ActivityTotals.of(ColourBrigades.scheme, [])
 * const counted = [brigades.length, whole.activityCount, whole.people.atMost]
 * counted // => [7, 0, 0]
 * ```
 *
 * @source Xixian, 社区城市基层党建创新案例, 1 November 2018, counts activities and services apart; that
 * people are not summed over activities is ours
 * @category totals
 * @since 0.1.0
 */
export const of = (scheme: BrigadeScheme, activities: ReadonlyArray<Activity>): ActivityTotals => {
  const confirmed = activities.filter(({ status }) => status === "Confirmed")
  const known = new Set(scheme.brigades.map(({ brigadeId }) => brigadeId))
  const stranger = confirmed.find(({ content }) => !known.has(content.brigadeId))
  if (stranger !== undefined) {
    throw new RangeError(`The scheme has no brigade ${stranger.content.brigadeId}`)
  }
  return {
    brigades: scheme.brigades.map(({ brigadeId }) => ({
      brigadeId,
      totals: totalsOf(confirmed.filter(({ content }) => content.brigadeId === brigadeId))
    })),
    whole: totalsOf(confirmed)
  }
}

const totalsOf = (activities: ReadonlyArray<Activity>): Totals => {
  const contents = activities.map(({ content }) => content)
  const participants = activities.flatMap(({ content, overlappingIds }) =>
    counted(content, overlappingIds)
  )
  return {
    activityCount: contents.length,
    instanceCount: sum(contents.map(({ instanceCount }) => instanceCount)),
    minutes: sum(participants.map(({ minutes }) => minutes)),
    participationCount: participants.length,
    volunteerCount: new Set(participants.map(({ volunteerId }) => volunteerId)).size,
    people: peopleOf(activities)
  }
}

/** The people of activities that tell them apart, and bounds for the others. */
const peopleOf = (activities: ReadonlyArray<Activity>): People => {
  const served = activities.map(({ content }) => content.served)
  const knownIds = new Set(served.flatMap(({ personIds }) => personIds))
  const unknown = served.filter(({ personIds }) => personIds.length === 0).map(({ count }) => count)
  return {
    atLeast: unknown.reduce((most, count) => Math.max(most, count), knownIds.size),
    atMost: knownIds.size + sum(unknown)
  }
}

/**
 * People served summed over the confirmed activities, repeat visits included: how often somebody was
 * served, not how many. Ask for it by name, and do not call it people.
 *
 * @category totals
 * @since 0.1.0
 */
export const visits = (activities: ReadonlyArray<Activity>): number =>
  sum(
    activities
      .filter(({ status }) => status === "Confirmed")
      .map(({ content }) => content.served.count)
  )

const sum = (counts: ReadonlyArray<number>): number => counts.reduce((all, one) => all + one, 0)
