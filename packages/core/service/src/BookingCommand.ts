/**
 * What somebody wants to do in a booking book: offer slots, book, move, cancel, wait for a place, walk
 * in, arrive, be served, stay away. The resident is an opaque id; a booking knows nothing else about a
 * person, no registration and no points.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Neutral } from "./EligibilityBar.ts"

/**
 * A stretch of time at one place in which `capacity` residents can be served, `walkInCount` of the
 * places kept for those who come without booking. `skillIds` are the kinds that can be brought, empty
 * for any. The place is a window or a department's sit-in.
 *
 * @category slots
 * @since 0.1.0
 */
export interface BookingSlot extends Spell.Spell {
  readonly slotId: string
  readonly placeId: string
  readonly skillIds: ReadonlyArray<string>
  readonly capacity: number
  readonly walkInCount: number
}

/**
 * What every command carries; `atSec` is a whole second since the Unix epoch, `byId` an opaque id.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Order<Action extends string> {
  readonly action: Action
  readonly atSec: number
  readonly byId: string
}

/**
 * Who wants what: the parts of a booking.
 *
 * @category commands
 * @since 0.1.0
 */
export interface BookingRequest extends Neutral {
  readonly bookingId: Id.Id<"Booking">
  readonly residentId: string
  readonly skillId: string
  readonly slotId: string
}

/**
 * Opens a slot for booking.
 *
 * @category commands
 * @since 0.1.0
 */
export interface OfferSlot extends Order<"OfferSlot"> {
  readonly slot: BookingSlot
}

/**
 * Takes a slot back that nobody holds or waits for.
 *
 * @category commands
 * @since 0.1.0
 */
export interface WithdrawSlot extends Order<"WithdrawSlot"> {
  readonly slotId: string
}

/**
 * Books a place.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Book extends Order<"Book">, BookingRequest {}

/**
 * Waits for a place in a full slot.
 *
 * @category commands
 * @since 0.1.0
 */
export interface JoinWaitList extends Order<"JoinWaitList">, BookingRequest {}

/**
 * A resident without booking is there and takes a place.
 *
 * @category commands
 * @since 0.1.0
 */
export interface TakeWalkIn extends Order<"TakeWalkIn">, BookingRequest {}

/**
 * Gives the first who waits the place that has become free.
 *
 * @category commands
 * @since 0.1.0
 */
export interface PromoteWaiter extends Order<"PromoteWaiter"> {
  readonly slotId: string
}

/**
 * Moves a booking to another slot. `isForced` says that the house moves it (a slot falls away): it
 * then counts for no limit of the resident.
 *
 * @category commands
 * @since 0.1.0
 */
export interface MoveBooking extends Order<"MoveBooking"> {
  readonly bookingId: Id.Id<"Booking">
  readonly slotId: string
  readonly isForced: boolean
}

/**
 * A step with one booking: the resident cancels, arrives, is served, or did not come.
 *
 * @category commands
 * @since 0.1.0
 */
export interface StepBooking
  extends Order<"CancelBooking" | "RecordArrival" | "RecordServed" | "RecordNoShow"> {
  readonly bookingId: Id.Id<"Booking">
}

/**
 * A command on one booking book.
 *
 * @category commands
 * @since 0.1.0
 */
export type BookingCommand =
  | OfferSlot
  | WithdrawSlot
  | Book
  | JoinWaitList
  | TakeWalkIn
  | PromoteWaiter
  | MoveBooking
  | StepBooking
