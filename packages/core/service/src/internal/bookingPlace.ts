/**
 * Whether a resident can have a place in a slot: the one statement of it, for booking, waiting,
 * walking in, moving, promotion from the waiting list, and the search for the earliest place.
 */
import { Spell } from "@wangge/grid"
import * as Booking from "../Booking.ts"
import type { BookingRequest, BookingSlot } from "../BookingCommand.ts"
import * as BookingProblem from "../BookingProblem.ts"
import type { BookingRules } from "../BookingRules.ts"

/** How a place is asked for. */
export type How =
  | "Book"
  | "JoinWaitList"
  | "TakeWalkIn"
  | "PromoteWaiter"
  | "MoveBooking"
  | "ForcedMove"

/** A place asked for at an instant. */
export interface PlaceRequest extends BookingRequest {
  readonly how: How
  readonly atSec: number
}

type Found = BookingProblem.BookingProblem | undefined

/** The first obstacle to a place, in the order of `BookingProblem.codes`; `undefined` for none. */
export const placeProblem = (
  rules: BookingRules,
  book: Booking.BookingBook,
  asked: PlaceRequest
): Found => {
  const { slotId, skillId } = asked
  const slot = Booking.slotOf(book, slotId)
  if (slot === undefined) return BookingProblem.make("SlotUnknown", slotId, "", "")
  if (slot.skillIds.length > 0 && !slot.skillIds.includes(skillId)) {
    return BookingProblem.make("KindNotHere", slotId, skillId, slot.skillIds.join(", "))
  }
  return (
    timeProblem(rules, slot, asked) ??
    elsewhere(book, slot, asked) ??
    roomProblem(rules, book, slot, asked)
  )
}

const timeProblem = (
  rules: BookingRules,
  slot: BookingSlot,
  { how, atSec }: PlaceRequest
): Found => {
  const { slotId, fromSec } = slot
  const lastSec = lastMoment(rules, slot, how)
  if (atSec > lastSec) return BookingProblem.make("TooLate", slotId, atSec, lastSec)
  if (how === "ForcedMove") return undefined
  const firstSec = fromSec - (how === "TakeWalkIn" ? rules.arrivalSec : rules.horizonSec)
  return atSec < firstSec ? BookingProblem.make("TooEarly", slotId, atSec, firstSec) : undefined
}

/** The last second at which a place of a slot can be asked for in some way. */
const lastMoment = (rules: BookingRules, { fromSec, untilSec }: BookingSlot, how: How): number => {
  if (how === "TakeWalkIn") return untilSec - 1
  if (how === "PromoteWaiter" || how === "ForcedMove") return fromSec - 1
  return fromSec - Math.max(1, rules.leadSec)
}

/** Another place or waiting of the same resident at the same time; one's own booking does not count. */
const elsewhere = (
  book: Booking.BookingBook,
  slot: BookingSlot,
  { bookingId, residentId }: PlaceRequest
): Found => {
  const other = book.bookings.find((booking) => {
    if (booking.residentId !== residentId || booking.bookingId === bookingId) return false
    if (
      booking.status !== "Booked" &&
      booking.status !== "Arrived" &&
      booking.status !== "Waiting"
    ) {
      return false
    }
    const at = Booking.slotOf(book, booking.slotId)
    return at !== undefined && Spell.overlap(at, slot)
  })
  return other === undefined
    ? undefined
    : BookingProblem.make("ResidentElsewhere", residentId, other.bookingId, "")
}

const roomProblem = (
  rules: BookingRules,
  book: Booking.BookingBook,
  slot: BookingSlot,
  { how, atSec }: PlaceRequest
): Found => {
  const { slotId, capacity, fromSec } = slot
  const { bookedCount, walkInCount, waitingCount } = Booking.occupancyOf(book, slotId)
  const heldCount = bookedCount + walkInCount
  const placeCount = capacity - slot.walkInCount
  if (how === "TakeWalkIn") {
    // before the slot begins, places that were not kept for walk-ins belong to those who wait
    if (waitingCount > 0 && atSec < fromSec && walkInCount >= slot.walkInCount) {
      return BookingProblem.make("WaitersFirst", slotId, waitingCount, 0)
    }
    return heldCount < capacity
      ? undefined
      : BookingProblem.make("SlotFull", slotId, heldCount, capacity)
  }
  const hasRoom = bookedCount < placeCount && heldCount < capacity
  if (how === "JoinWaitList") {
    if (hasRoom && waitingCount === 0) {
      return BookingProblem.make("SlotHasRoom", slotId, bookedCount, placeCount)
    }
    return waitingCount >= rules.waitListMax
      ? BookingProblem.make("WaitListFull", slotId, waitingCount, rules.waitListMax)
      : undefined
  }
  if (how !== "PromoteWaiter" && waitingCount > 0) {
    return BookingProblem.make("WaitersFirst", slotId, waitingCount, 0)
  }
  return hasRoom ? undefined : BookingProblem.make("SlotFull", slotId, bookedCount, placeCount)
}
