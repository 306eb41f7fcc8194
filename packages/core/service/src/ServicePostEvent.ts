/**
 * What has happened to a service post. The times that waiters have to answer are kept from the
 * opening on, so that the state can be built again from the log without the rules of that day.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Happening } from "./ServiceMove.ts"
import type { ServicePosition } from "./ServicePost.ts"
import type { Attendance, Audience, Role } from "./ServicePostCommand.ts"

/**
 * What every event of a post carries.
 *
 * @category posts
 * @since 0.1.0
 */
export interface PostHappening<Kind extends string> extends Happening<Kind> {
  readonly postId: Id.Id<"Post">
  readonly role: Role
}

/**
 * A post was set up; who is offered a free seat answers within `answerSec` seconds.
 *
 * @category posts
 * @since 0.1.0
 */
export interface PostOpened extends PostHappening<"PostOpened"> {
  readonly gridId: Id.Id<"Grid">
  readonly dutyId: string
  readonly seatCount: number
  readonly audience: Audience
  readonly skillIds: ReadonlyArray<string>
  readonly answerSec: number
}

/**
 * Somebody claimed the post and has a seat, or waits at a place of the list.
 *
 * @category posts
 * @since 0.1.0
 */
export interface PostClaimed extends PostHappening<"PostClaimed"> {
  readonly personId: Id.Id<"Person">
  readonly position: ServicePosition
}

/**
 * Somebody took the seat that was free for him, passed it on, or left.
 *
 * @category posts
 * @since 0.1.0
 */
export interface PersonMoved extends PostHappening<"SeatAccepted" | "SeatDeclined" | "PostLeft"> {
  readonly personId: Id.Id<"Person">
}

/**
 * The number of seats was changed.
 *
 * @category posts
 * @since 0.1.0
 */
export interface CapacityChanged extends PostHappening<"CapacityChanged"> {
  readonly seatCount: number
}

/**
 * A shift was added.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ShiftAdded extends PostHappening<"ShiftAdded">, Spell.Spell {
  readonly shiftId: Id.Id<"Shift">
  readonly neededCount: number
}

/**
 * A shift was cancelled.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ShiftCancelled extends PostHappening<"ShiftCancelled"> {
  readonly shiftId: Id.Id<"Shift">
}

/**
 * Somebody was put on a shift or taken off.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ShiftPersonMoved extends PostHappening<"ShiftTaken" | "ShiftLeft"> {
  readonly shiftId: Id.Id<"Shift">
  readonly personId: Id.Id<"Person">
}

/**
 * It was recorded how somebody's shift went.
 *
 * @category posts
 * @since 0.1.0
 */
export interface AttendanceRecorded extends PostHappening<"AttendanceRecorded"> {
  readonly shiftId: Id.Id<"Shift">
  readonly personId: Id.Id<"Person">
  readonly attendance: Exclude<Attendance, "Due">
  readonly minutes: number
}

/**
 * The post was closed.
 *
 * @category posts
 * @since 0.1.0
 */
export interface PostClosed extends PostHappening<"PostClosed"> {}

/**
 * Something that has happened to one post.
 *
 * @category posts
 * @since 0.1.0
 */
export type ServicePostEvent =
  | PostOpened
  | PostClaimed
  | PersonMoved
  | CapacityChanged
  | ShiftAdded
  | ShiftCancelled
  | ShiftPersonMoved
  | AttendanceRecorded
  | PostClosed
