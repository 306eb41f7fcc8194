/**
 * What has happened to the record of an activity.
 */
import type { Id } from "@wangge/facts"
import type { Content } from "./ActivityCommand.ts"
import type { Happening } from "./ServiceMove.ts"

/**
 * What every event of an activity carries.
 *
 * @category activities
 * @since 0.1.0
 */
export interface ActivityHappening<Kind extends string> extends Happening<Kind> {
  readonly activityId: Id.Id<"Activity">
}

/**
 * An activity was recorded, or its record was amended. `overlappingIds` are volunteers who were
 * elsewhere at the same time, where the rules flag that and do not refuse it.
 *
 * @category activities
 * @since 0.1.0
 */
export interface ActivityWritten extends ActivityHappening<"ActivityRecorded" | "ActivityAmended"> {
  readonly content: Content
  readonly overlappingIds: ReadonlyArray<Id.Id<"Person">>
}

/**
 * An activity was confirmed: from now on it counts.
 *
 * @category activities
 * @since 0.1.0
 */
export interface ActivityConfirmed extends ActivityHappening<"ActivityConfirmed"> {
  readonly overlappingIds: ReadonlyArray<Id.Id<"Person">>
}

/**
 * An activity was declared void; `reason` says why.
 *
 * @category activities
 * @since 0.1.0
 */
export interface ActivityVoided extends ActivityHappening<"ActivityVoided"> {}

/**
 * Something that has happened to one activity.
 *
 * @category activities
 * @since 0.1.0
 */
export type ActivityEvent = ActivityWritten | ActivityConfirmed | ActivityVoided
