/**
 * An activity of a brigade: recorded by one, confirmed by another, and void if it was wrong. Only a
 * confirmed activity counts, for volunteers' hours and for every total. A confirmed record is never
 * changed: it is declared void, and a new one names it. `ActivityDecider` decides.
 */
import type { Id } from "@wangge/facts"
import type { Content, Participant } from "./ActivityCommand.ts"
import type { ActivityEvent } from "./ActivityEvent.ts"
import { brokenLog } from "./internal/moveFrame.ts"
import type { None } from "./ServiceMove.ts"

/**
 * Where an activity can stand. Append only.
 *
 * @source none: our own names
 * @category activities
 * @since 0.1.0
 */
export const statuses = ["Recorded", "Confirmed", "Void"] as const

/**
 * One of {@link statuses}.
 *
 * @category activities
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One activity. `confirmedById` is empty until it is confirmed, `voidReason` until it is void;
 * `overlappingIds` are those last found elsewhere at the same time.
 *
 * @category activities
 * @since 0.1.0
 */
export interface Activity {
  readonly activityId: Id.Id<"Activity">
  readonly version: number
  readonly status: Status
  readonly content: Content
  readonly overlappingIds: ReadonlyArray<Id.Id<"Person">>
  readonly recordedById: string
  readonly confirmedById: string
  readonly voidReason: string
  readonly lastSec: number
}

/**
 * An activity, or none yet.
 *
 * @category activities
 * @since 0.1.0
 */
export type State = Activity | None

/**
 * The activity after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then.
 *
 * @category activities
 * @since 0.1.0
 */
export const evolve = (state: State, event: ActivityEvent): Activity => {
  if (state.status === "None") {
    if (event.kind !== "ActivityRecorded" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return {
      activityId: event.activityId,
      version: event.version,
      status: "Recorded",
      content: event.content,
      overlappingIds: event.overlappingIds,
      recordedById: event.byId,
      confirmedById: "",
      voidReason: "",
      lastSec: event.atSec
    }
  }
  const isNext = event.activityId === state.activityId && event.version === state.version + 1
  if (!isNext || event.kind === "ActivityRecorded") throw brokenLog(event.kind, event, state)
  return {
    activityId: state.activityId,
    version: event.version,
    status: statusAfter[event.kind],
    content: event.kind === "ActivityAmended" ? event.content : state.content,
    overlappingIds: event.kind === "ActivityVoided" ? state.overlappingIds : event.overlappingIds,
    recordedById: event.kind === "ActivityAmended" ? event.byId : state.recordedById,
    confirmedById: event.kind === "ActivityConfirmed" ? event.byId : state.confirmedById,
    voidReason: event.kind === "ActivityVoided" ? event.reason : state.voidReason,
    lastSec: event.atSec
  }
}

const statusAfter = {
  ActivityAmended: "Recorded",
  ActivityConfirmed: "Confirmed",
  ActivityVoided: "Void"
} as const

/**
 * The participants whose minutes count: all but those flagged as elsewhere at the same time, until
 * the record is declared void and written anew.
 *
 * @category activities
 * @since 0.1.0
 */
export const counted = (
  content: Content,
  overlappingIds: ReadonlyArray<string>
): ReadonlyArray<Participant> =>
  content.participants.filter(({ volunteerId }) => !overlappingIds.includes(volunteerId))

/**
 * Whole minutes that an activity lasted, a started minute not counted.
 *
 * @category activities
 * @since 0.1.0
 */
export const lengthMinutes = (content: Content): number =>
  Math.floor((content.untilSec - content.fromSec) / 60)
