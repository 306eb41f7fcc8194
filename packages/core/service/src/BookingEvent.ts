/**
 * What has happened in a booking book.
 */
import type { Id } from "@wangge/facts"
import type { BookingRequest, BookingSlot } from "./BookingCommand.ts"

/**
 * What every event carries; `version` counts the events of the book from 1.
 *
 * @category events
 * @since 0.1.0
 */
export interface Happening<Kind extends string> {
  readonly kind: Kind
  readonly version: number
  readonly atSec: number
  readonly byId: string
}

/**
 * A slot was opened for booking.
 *
 * @category events
 * @since 0.1.0
 */
export interface SlotOffered extends Happening<"SlotOffered"> {
  readonly slot: BookingSlot
}

/**
 * A slot was taken back.
 *
 * @category events
 * @since 0.1.0
 */
export interface SlotWithdrawn extends Happening<"SlotWithdrawn"> {
  readonly slotId: string
}

/**
 * Somebody booked, waits for a place, or walked in.
 *
 * @category events
 * @since 0.1.0
 */
export interface BookingMade extends Happening<"Booked" | "WaitListJoined" | "WalkedIn"> {
  readonly request: BookingRequest
}

/**
 * A booking was moved.
 *
 * @category events
 * @since 0.1.0
 */
export interface BookingMoved extends Happening<"BookingMoved"> {
  readonly bookingId: Id.Id<"Booking">
  readonly slotId: string
  readonly isForced: boolean
}

/**
 * A step was taken with one booking; `isLate` says that it was cancelled after the notice time.
 *
 * @category events
 * @since 0.1.0
 */
export interface BookingStepped
  extends Happening<"WaiterPromoted" | "Cancelled" | "Arrived" | "Served" | "NoShowRecorded"> {
  readonly bookingId: Id.Id<"Booking">
  readonly isLate: boolean
}

/**
 * Something that has happened in one booking book.
 *
 * @category events
 * @since 0.1.0
 */
export type BookingEvent = SlotOffered | SlotWithdrawn | BookingMade | BookingMoved | BookingStepped
