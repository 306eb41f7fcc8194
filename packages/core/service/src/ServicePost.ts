/**
 * A service post (岗位认领): a duty at a place with a number of seats, claimed in order, with a waiting
 * list and with shifts. This file is its record, how events change it, and who holds which seat at
 * an instant; `ServicePostDecider` decides, `Roster` looks at several posts.
 */
import type { Id, Label } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import { brokenLog } from "./internal/moveFrame.ts"
import * as postDraft from "./internal/postDraft.ts"
import * as postSeats from "./internal/postSeats.ts"
import type { None } from "./ServiceMove.ts"
import type { Action, Attendance, Audience } from "./ServicePostCommand.ts"
import type { ServicePostEvent } from "./ServicePostEvent.ts"

/**
 * All statuses. Append only, never reorder or reuse a position.
 *
 * @source none: our own names
 * @category posts
 * @since 0.1.0
 */
export const statuses = ["Open", "Closed"] as const

/**
 * One of {@link statuses}.
 *
 * @category posts
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * What each status is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Status, Label.Label>> = {
  Open: { en: "open", zh: "在岗" },
  Closed: { en: "closed", zh: "已撤岗" }
}

/**
 * The actions that a status allows.
 *
 * @source none: our own rule
 * @category posts
 * @since 0.1.0
 */
export const allowed: Readonly<Record<Status, ReadonlyArray<Action>>> = {
  Open: [
    "ClaimPost",
    "AcceptSeat",
    "DeclineSeat",
    "LeavePost",
    "ChangeCapacity",
    "AddShift",
    "CancelShift",
    "TakeShift",
    "LeaveShift",
    "RecordAttendance",
    "ClosePost"
  ],
  Closed: ["RecordAttendance"]
}

/**
 * Somebody who holds a seat or waits, since a second.
 *
 * @category posts
 * @since 0.1.0
 */
export interface Claimer {
  readonly personId: Id.Id<"Person">
  readonly sinceSec: number
}

/**
 * A seat that is kept for a waiter from `fromSec` to `dueSec`, that second included.
 *
 * @category posts
 * @since 0.1.0
 */
export interface SeatOffer extends Claimer {
  readonly fromSec: number
  readonly dueSec: number
}

/**
 * One person on one shift, and how it went.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ShiftRow {
  readonly personId: Id.Id<"Person">
  readonly attendance: Attendance
  readonly minutes: number
}

/**
 * One shift of a post, for `neededCount` persons.
 *
 * @category posts
 * @since 0.1.0
 */
export interface Shift extends Spell.Spell {
  readonly shiftId: Id.Id<"Shift">
  readonly neededCount: number
  readonly rows: ReadonlyArray<ShiftRow>
}

/**
 * One post. `holders`, `offers` and `waiting` are in order; together they name everybody once. Ask
 * {@link at} first for what time has done since the last event.
 *
 * @category posts
 * @since 0.1.0
 */
export interface ServicePost {
  readonly postId: Id.Id<"Post">
  readonly version: number
  readonly status: Status
  readonly gridId: Id.Id<"Grid">
  readonly dutyId: string
  readonly seatCount: number
  readonly audience: Audience
  readonly skillIds: ReadonlyArray<string>
  readonly answerSec: number
  readonly holders: ReadonlyArray<Claimer>
  readonly offers: ReadonlyArray<SeatOffer>
  readonly waiting: ReadonlyArray<Claimer>
  readonly shifts: ReadonlyArray<Shift>
  readonly lastSec: number
}

/**
 * A post, or none yet.
 *
 * @category posts
 * @since 0.1.0
 */
export type State = ServicePost | None

/**
 * The post after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost:
 * linear in the persons and shifts of the post.
 *
 * @category posts
 * @since 0.1.0
 */
export const evolve = (state: State, event: ServicePostEvent): ServicePost => {
  if (state.status === "None") {
    if (event.kind !== "PostOpened" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return postDraft.opened(event)
  }
  const isNext = event.postId === state.postId && event.version === state.version + 1
  if (event.kind === "PostOpened" || !isNext) throw brokenLog(event.kind, event, state)
  return postDraft.apply(at(state, event.atSec), event)
}

/**
 * The post at an instant, counting what time alone has done: a waiter who did not answer in time is
 * out, and the next one has been asked from the second after.
 *
 * Nothing needs a sweeper: five waiters that never answer are passed over in one look. Cost: linear
 * in the offers that have run out, times the persons.
 *
 * @source none: our own rule
 * @category posts
 * @since 0.1.0
 */
export const at = (post: ServicePost, atSec: number): ServicePost => {
  const seats = postSeats.at(post, atSec)
  return seats === post ? post : postDraft.withSeats(post, seats)
}

/**
 * How somebody stands to a post: a seat, a seat kept for him, a rank in the waiting list (1 is the
 * next to be asked), or nothing.
 *
 * @category posts
 * @since 0.1.0
 */
export type ServicePosition =
  | { readonly how: "Seat" | "Offered" | "None"; readonly rank: 0 }
  | { readonly how: "Waiting"; readonly rank: number }

/**
 * How somebody stands to a post at an instant. Cost: linear in the persons of the post.
 *
 * @category posts
 * @since 0.1.0
 */
export const positionOf = (post: ServicePost, personId: string, atSec: number): ServicePosition => {
  const { holders, offers, waiting } = at(post, atSec)
  const isOne = (claimer: Claimer): boolean => claimer.personId === personId
  if (holders.some(isOne)) return { how: "Seat", rank: 0 }
  if (offers.some(isOne)) return { how: "Offered", rank: 0 }
  const index = waiting.findIndex(isOne)
  return index < 0 ? { how: "None", rank: 0 } : { how: "Waiting", rank: index + 1 }
}

/**
 * Seats that nobody holds and that are kept for nobody, at an instant.
 *
 * @category posts
 * @since 0.1.0
 */
export const freeSeatCount = (post: ServicePost, atSec: number): number =>
  postSeats.freeCount(at(post, atSec))
