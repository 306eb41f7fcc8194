/**
 * The service record of a volunteer (志愿服务记录): one line per confirmed activity, with what, where,
 * when, how long and who vouches for it. Lines that are in doubt are withheld and named, so that what
 * is printed is true. A record is free of charge: there is no field for a price.
 */
import type { Id } from "@wangge/facts"
import type { Activity } from "./Activity.ts"

/**
 * One line of a record.
 *
 * @category service records
 * @since 0.1.0
 */
export interface Line {
  readonly activityId: Id.Id<"Activity">
  readonly brigadeId: string
  readonly teamId: string
  readonly dutyId: string
  readonly gridId: Id.Id<"Grid">
  readonly fromSec: number
  readonly untilSec: number
  readonly minutes: number
  readonly recordedById: string
  readonly confirmedById: string
}

/**
 * Why an activity of the volunteer is not on the record: nobody has confirmed it yet, it was
 * declared void, or the volunteer was elsewhere at the same time. Append only.
 *
 * @source none: our own names
 * @category service records
 * @since 0.1.0
 */
export const withheldReasons = ["NotConfirmed", "Void", "ElsewhereAtOnce"] as const

/**
 * One of {@link withheldReasons}.
 *
 * @category service records
 * @since 0.1.0
 */
export type WithheldReason = (typeof withheldReasons)[number]

/**
 * One activity that is not on the record, and why.
 *
 * @category service records
 * @since 0.1.0
 */
export interface Withheld {
  readonly activityId: Id.Id<"Activity">
  readonly reason: WithheldReason
}

/**
 * The record of one volunteer: its lines in the order of time, their minutes in all, and what is
 * withheld. Every activity of the volunteer is in exactly one of the two lists.
 *
 * @category service records
 * @since 0.1.0
 */
export interface VolunteerRecord {
  readonly volunteerId: Id.Id<"Person">
  readonly lines: ReadonlyArray<Line>
  readonly minutes: number
  readonly withheld: ReadonlyArray<Withheld>
}

/**
 * The record of a volunteer from a log of activities, in whatever order. Cost: linear, and sorting.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { VolunteerRecord } from "@wangge/service"
 *
 * const record = VolunteerRecord.of(Id.make("li"), [])
 * record // => { volunteerId: "li", lines: [], minutes: 0, withheld: [] }
 * ```
 *
 * @source Measures on volunteer service records (志愿服务记录与证明出具办法(试行), Civil Affairs Order
 * 67, 2021), articles 3 and 4: true, accurate, complete, free of charge, timely
 * @category service records
 * @since 0.1.0
 */
export const of = (
  volunteerId: Id.Id<"Person">,
  activities: ReadonlyArray<Activity>
): VolunteerRecord => {
  const own = activities
    .filter(({ content }) => content.participants.some((one) => one.volunteerId === volunteerId))
    .toSorted((one, other) => one.content.fromSec - other.content.fromSec || byId(one, other))
  const lines: Array<Line> = []
  const withheld: Array<Withheld> = []
  for (const activity of own) {
    const reason = reasonOf(volunteerId, activity)
    if (reason === undefined) lines.push(...linesOf(volunteerId, activity))
    else withheld.push({ activityId: activity.activityId, reason })
  }
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0)
  return { volunteerId, lines, minutes, withheld }
}

const byId = (one: Activity, other: Activity): number =>
  one.activityId < other.activityId ? -1 : 1

const reasonOf = (
  volunteerId: Id.Id<"Person">,
  { status, overlappingIds }: Activity
): WithheldReason | undefined => {
  if (status === "Void") return "Void"
  if (status !== "Confirmed") return "NotConfirmed"
  return overlappingIds.includes(volunteerId) ? "ElsewhereAtOnce" : undefined
}

const linesOf = (volunteerId: Id.Id<"Person">, activity: Activity): ReadonlyArray<Line> => {
  const { activityId, content, recordedById, confirmedById } = activity
  return content.participants
    .filter((participant) => participant.volunteerId === volunteerId)
    .map(({ fromSec, untilSec, minutes }) => ({
      activityId,
      brigadeId: content.brigadeId,
      teamId: content.teamId,
      dutyId: content.dutyId,
      gridId: content.gridId,
      fromSec,
      untilSec,
      minutes,
      recordedById,
      confirmedById
    }))
}
