/**
 * Decides on a command of a booking book: one event, or one refusal. Times are compared here, so a
 * slot that has begun counts as begun at once and nobody has to sweep.
 */
import { Seconds } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import * as Booking from "./Booking.ts"
import type * as Command from "./BookingCommand.ts"
import type { BookingEvent, BookingStepped, Happening } from "./BookingEvent.ts"
import * as BookingProblem from "./BookingProblem.ts"
import type { BookingRules } from "./BookingRules.ts"
import { placeProblem } from "./internal/bookingPlace.ts"
import { clockObstacle } from "./internal/clockOrder.ts"

/**
 * What a decision says: the one event that happens, or why nothing does.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: BookingEvent }
  | { readonly ok: false; readonly rejection: BookingProblem.BookingProblem }

type Outcome = BookingEvent | BookingProblem.BookingProblem
type Step = Command.StepBooking["action"]

/**
 * From which statuses a booking can be moved or stepped on.
 *
 * @source none: our own table
 * @category decisions
 * @since 0.1.0
 */
export const allowed: Readonly<Record<Step | "MoveBooking", ReadonlyArray<Booking.Status>>> = {
  MoveBooking: ["Booked"],
  CancelBooking: ["Waiting", "Booked"],
  RecordArrival: ["Booked"],
  RecordServed: ["Arrived"],
  RecordNoShow: ["Booked"]
}

/**
 * The decision on a command. Apply the event with `Booking.evolve`.
 *
 * Refusals come in the order of `BookingProblem.codes`. A booking made again under the same id is
 * `SameAgain` with the same content and `IdTaken` with another: it stands once. Nobody overtakes: a
 * place that becomes free in a slot with a waiting list goes to the first who waits
 * (`PromoteWaiter`). Cost: linear in slots and bookings.
 *
 * ```ts
 * import { Booking, BookingDecider, BookingRules } from "@wangge/service"
 *
 * const slot = {
 *   slotId: "s-1", placeId: "w-1", skillIds: [], fromSec: 7200, untilSec: 9000, capacity: 1, walkInCount: 0
 * }
 * const offered = BookingDecider.decide(BookingRules.base, Booking.empty, {
 *   action: "OfferSlot", atSec: 0, byId: "desk-1", slot
 * })
 * offered.ok && Booking.evolve(Booking.empty, offered.event).slots.length // => 1
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const decide = (
  rules: BookingRules,
  book: Booking.BookingBook,
  command: Command.BookingCommand
): Decision => {
  const outcome =
    clockObstacle(command, book.lastSec, command.action) ?? outcomeOf(rules, book, command)
  return "code" in outcome ? { ok: false, rejection: outcome } : { ok: true, event: outcome }
}

const outcomeOf = (
  rules: BookingRules,
  book: Booking.BookingBook,
  command: Command.BookingCommand
): Outcome => {
  switch (command.action) {
    case "OfferSlot":
      return offer(book, command)
    case "WithdrawSlot":
      return withdraw(book, command)
    case "Book":
    case "JoinWaitList":
    case "TakeWalkIn":
      return request(rules, book, command)
    case "PromoteWaiter":
      return promote(rules, book, command)
    case "MoveBooking":
      return move(rules, book, command)
    default:
      return step(rules, book, command)
  }
}

const happening = <Kind extends string>(
  kind: Kind,
  book: Booking.BookingBook,
  { atSec, byId }: Command.BookingCommand
): Happening<Kind> => ({ kind, version: book.version + 1, atSec, byId })

const offer = (book: Booking.BookingBook, command: Command.OfferSlot): Outcome => {
  const { slot } = command
  const { slotId, fromSec, untilSec, capacity, walkInCount } = slot
  const bad = (found: number, expected: string): Outcome =>
    BookingProblem.make("SlotBad", slotId, found, expected)
  if (!Seconds.isWhole(fromSec) || !Seconds.isWhole(untilSec) || Spell.isEmpty(slot)) {
    return bad(untilSec, `> ${fromSec}`)
  }
  if (!Seconds.isWhole(capacity) || capacity < 1) return bad(capacity, ">= 1")
  if (!Seconds.isWhole(walkInCount) || walkInCount < 0 || walkInCount > capacity) {
    return bad(walkInCount, `0-${capacity}`)
  }
  if (Booking.slotOf(book, slotId) !== undefined) {
    return BookingProblem.make("SlotKnown", slotId, slotId, "a new slotId")
  }
  return { ...happening("SlotOffered", book, command), slot }
}

const withdraw = (book: Booking.BookingBook, command: Command.WithdrawSlot): Outcome => {
  const { slotId } = command
  if (Booking.slotOf(book, slotId) === undefined) {
    return BookingProblem.make("SlotUnknown", slotId, "", "")
  }
  const { bookedCount, walkInCount, waitingCount } = Booking.occupancyOf(book, slotId)
  const count = bookedCount + walkInCount + waitingCount
  if (count > 0) return BookingProblem.make("SlotHasBookings", slotId, count, 0)
  return { ...happening("SlotWithdrawn", book, command), slotId }
}

const made = { Book: "Booked", JoinWaitList: "WaitListJoined", TakeWalkIn: "WalkedIn" } as const

const request = (
  rules: BookingRules,
  book: Booking.BookingBook,
  command: Command.Book | Command.JoinWaitList | Command.TakeWalkIn
): Outcome => {
  const { bookingId, residentId, skillId, slotId, action, atSec } = command
  const known = Booking.find(book, bookingId)
  if (known !== undefined) {
    const isSame =
      known.residentId === residentId &&
      known.skillId === skillId &&
      known.slotId === slotId &&
      known.isWalkIn === (action === "TakeWalkIn")
    return BookingProblem.make(isSame ? "SameAgain" : "IdTaken", bookingId, known.slotId, slotId)
  }
  const content = { bookingId, residentId, skillId, slotId }
  const problem = placeProblem(rules, book, { how: action, ...content, atSec })
  return problem ?? { ...happening(made[action], book, command), request: content }
}

const promote = (
  rules: BookingRules,
  book: Booking.BookingBook,
  command: Command.PromoteWaiter
): Outcome => {
  const { slotId, atSec } = command
  if (Booking.slotOf(book, slotId) === undefined) {
    return BookingProblem.make("SlotUnknown", slotId, "", "")
  }
  const waiter = Booking.firstWaiter(book, slotId)
  if (waiter === undefined) return BookingProblem.make("NobodyWaits", slotId, 0, 1)
  const { bookingId, residentId, skillId } = waiter
  const content = { bookingId, residentId, skillId, slotId, atSec }
  const problem = placeProblem(rules, book, { how: "PromoteWaiter", ...content })
  return problem ?? { ...happening("WaiterPromoted", book, command), bookingId, isLate: false }
}

const move = (
  rules: BookingRules,
  book: Booking.BookingBook,
  command: Command.MoveBooking
): Outcome => {
  const { bookingId, slotId, isForced, atSec } = command
  const booking = Booking.find(book, bookingId)
  const problem = statusProblem(booking, bookingId, "MoveBooking")
  if (problem !== undefined || booking === undefined) return problem ?? unknown(bookingId)
  if (booking.slotId === slotId) return BookingProblem.make("SameSlot", bookingId, slotId, "")
  const from = Booking.slotOf(book, booking.slotId)
  if (!isForced && from !== undefined && atSec >= from.fromSec) {
    return BookingProblem.make("SlotBegun", bookingId, atSec, from.fromSec - 1)
  }
  if (!isForced && booking.movedCount >= rules.movesMax) {
    return BookingProblem.make("MoveLimitReached", bookingId, booking.movedCount, rules.movesMax)
  }
  const { residentId, skillId } = booking
  const content = { bookingId, residentId, skillId, slotId, atSec }
  const how = isForced ? "ForcedMove" : "MoveBooking"
  const obstacle = placeProblem(rules, book, { how, ...content })
  return obstacle ?? { ...happening("BookingMoved", book, command), bookingId, slotId, isForced }
}

const unknown = (bookingId: string): BookingProblem.BookingProblem =>
  BookingProblem.make("BookingUnknown", bookingId, "", "")

const statusProblem = (
  booking: Booking.Booking | undefined,
  bookingId: string,
  action: Step | "MoveBooking"
): BookingProblem.BookingProblem | undefined => {
  if (booking === undefined) return unknown(bookingId)
  const from = allowed[action]
  return from.includes(booking.status)
    ? undefined
    : BookingProblem.make("MoveNotAllowed", bookingId, booking.status, from.join(", "))
}

const kindOf: Readonly<Record<Step, BookingStepped["kind"]>> = {
  CancelBooking: "Cancelled",
  RecordArrival: "Arrived",
  RecordServed: "Served",
  RecordNoShow: "NoShowRecorded"
}

const step = (
  rules: BookingRules,
  book: Booking.BookingBook,
  command: Command.StepBooking
): Outcome => {
  const { bookingId, action, atSec } = command
  const booking = Booking.find(book, bookingId)
  const problem = statusProblem(booking, bookingId, action)
  if (problem !== undefined || booking === undefined) return problem ?? unknown(bookingId)
  const slot = Booking.slotOf(book, booking.slotId)
  if (slot === undefined) return BookingProblem.make("SlotUnknown", booking.slotId, "", "")
  const tooEarly = (fromSec: number): Outcome =>
    BookingProblem.make("TooEarly", bookingId, atSec, fromSec)
  if (action === "RecordArrival") {
    const fromSec = slot.fromSec - rules.arrivalSec
    if (atSec < fromSec) return tooEarly(fromSec)
    if (atSec >= slot.untilSec) {
      return BookingProblem.make("TooLate", bookingId, atSec, slot.untilSec - 1)
    }
  }
  const graceEndSec = slot.fromSec + rules.graceSec
  if (action === "RecordNoShow" && atSec < graceEndSec) return tooEarly(graceEndSec)
  const isLate =
    action === "CancelBooking" &&
    booking.status === "Booked" &&
    atSec > slot.fromSec - rules.cancelNoticeSec
  return { ...happening(kindOf[action], book, command), bookingId, isLate }
}
