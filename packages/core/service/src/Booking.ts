/**
 * A booking book: the slots that are offered and the bookings in them, for one place and a stretch of
 * days. Never more residents in a slot than it has places. This file is the record, how events change
 * it, and what is counted; `BookingDecider` decides, `BookingSearch` finds the earliest place.
 */
import type { Label } from "@wangge/facts"
import type { BookingRequest, BookingSlot } from "./BookingCommand.ts"
import type { BookingEvent, BookingStepped } from "./BookingEvent.ts"
import { brokenLog } from "./internal/moveFrame.ts"
import { notYet } from "./ServiceMove.ts"

/**
 * Where a booking can stand. Append only.
 *
 * @source none: our own names
 * @category bookings
 * @since 0.1.0
 */
export const statuses = ["Waiting", "Booked", "Arrived", "Served", "Cancelled", "NoShow"] as const

/**
 * One of {@link statuses}.
 *
 * @category bookings
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One booking. `madeSec` is when it was made, `lastSec` when something last happened to it;
 * `movedCount` counts the resident's own moves.
 *
 * @category bookings
 * @since 0.1.0
 */
export interface Booking extends BookingRequest {
  readonly status: Status
  readonly isWalkIn: boolean
  readonly isLateCancelled: boolean
  readonly movedCount: number
  readonly madeSec: number
  readonly lastSec: number
}

/**
 * The book: slots in the order of their offer, bookings in the order of their making (those who wait
 * in the order of their waiting).
 *
 * @category bookings
 * @since 0.1.0
 */
export interface BookingBook {
  readonly version: number
  readonly lastSec: number
  readonly slots: ReadonlyArray<BookingSlot>
  readonly bookings: ReadonlyArray<Booking>
}

/**
 * The book before the first slot.
 *
 * @category bookings
 * @since 0.1.0
 */
export const empty: BookingBook = { version: 0, lastSec: notYet, slots: [], bookings: [] }

/**
 * The slot with an id; `undefined` if the book has none.
 *
 * @category bookings
 * @since 0.1.0
 */
export const slotOf = (book: BookingBook, slotId: string): BookingSlot | undefined =>
  book.slots.find((slot) => slot.slotId === slotId)

/**
 * The booking with an id; `undefined` if the book has none.
 *
 * @category bookings
 * @since 0.1.0
 */
export const find = (book: BookingBook, bookingId: string): Booking | undefined =>
  book.bookings.find((booking) => booking.bookingId === bookingId)

/**
 * Whether a booking holds a place: booked, arrived or served. Whoever cancelled or did not come
 * leaves the place to others.
 *
 * @source none: definition
 * @category counting
 * @since 0.1.0
 */
export const holdsPlace = ({ status }: Booking): boolean =>
  status === "Booked" || status === "Arrived" || status === "Served"

/**
 * The places of a slot that are held: by those who booked, by those who walked in, and how many wait.
 *
 * @category counting
 * @since 0.1.0
 */
export interface Occupancy {
  readonly bookedCount: number
  readonly walkInCount: number
  readonly waitingCount: number
}

/**
 * Counts a slot. Cost: linear in bookings.
 *
 * @category counting
 * @since 0.1.0
 */
export const occupancyOf = (book: BookingBook, slotId: string): Occupancy => {
  const here = book.bookings.filter((booking) => booking.slotId === slotId)
  const held = here.filter(holdsPlace)
  const walkInCount = held.filter(({ isWalkIn }) => isWalkIn).length
  return {
    bookedCount: held.length - walkInCount,
    walkInCount,
    waitingCount: here.filter(({ status }) => status === "Waiting").length
  }
}

/**
 * The first who waits for a slot; `undefined` if nobody does.
 *
 * @source none: first come, first served
 * @category bookings
 * @since 0.1.0
 */
export const firstWaiter = (book: BookingBook, slotId: string): Booking | undefined =>
  book.bookings.find((booking) => booking.slotId === slotId && booking.status === "Waiting")

/**
 * The book after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then. Cost: one
 * copy of the list that changes.
 *
 * @category bookings
 * @since 0.1.0
 */
export const evolve = (book: BookingBook, event: BookingEvent): BookingBook => {
  if (event.version !== book.version + 1) throw broken(book, event)
  return {
    version: event.version,
    lastSec: event.atSec,
    slots: slotsAfter(book.slots, event),
    bookings: bookingsAfter(book, event)
  }
}

const broken = (book: BookingBook, event: BookingEvent): Error =>
  brokenLog(event.kind, event, { status: "BookingBook", version: book.version })

const slotsAfter = (
  slots: ReadonlyArray<BookingSlot>,
  event: BookingEvent
): ReadonlyArray<BookingSlot> => {
  if (event.kind === "SlotOffered") return [...slots, event.slot]
  if (event.kind === "SlotWithdrawn") return slots.filter(({ slotId }) => slotId !== event.slotId)
  return slots
}

const bookingsAfter = (book: BookingBook, event: BookingEvent): ReadonlyArray<Booking> => {
  if ("request" in event) return [...book.bookings, made(event)]
  if (!("bookingId" in event)) return book.bookings
  if (find(book, event.bookingId) === undefined) throw broken(book, event)
  return book.bookings.map((booking) => {
    if (booking.bookingId !== event.bookingId) return booking
    return event.kind === "BookingMoved" ? moved(booking, event) : stepped(booking, event)
  })
}

const statusMade = { Booked: "Booked", WaitListJoined: "Waiting", WalkedIn: "Arrived" } as const

const made = (event: Extract<BookingEvent, { readonly request: BookingRequest }>): Booking => {
  const { bookingId, residentId, skillId, slotId } = event.request
  return {
    bookingId,
    residentId,
    skillId,
    slotId,
    status: statusMade[event.kind],
    isWalkIn: event.kind === "WalkedIn",
    isLateCancelled: false,
    movedCount: 0,
    madeSec: event.atSec,
    lastSec: event.atSec
  }
}

type Moved = Extract<BookingEvent, { readonly kind: "BookingMoved" }>

const moved = (booking: Booking, { slotId, isForced, atSec }: Moved): Booking => ({
  bookingId: booking.bookingId,
  residentId: booking.residentId,
  skillId: booking.skillId,
  slotId,
  status: booking.status,
  isWalkIn: booking.isWalkIn,
  isLateCancelled: booking.isLateCancelled,
  movedCount: booking.movedCount + (isForced ? 0 : 1),
  madeSec: booking.madeSec,
  lastSec: atSec
})

const statusAfter: Readonly<Record<BookingStepped["kind"], Status>> = {
  WaiterPromoted: "Booked",
  Cancelled: "Cancelled",
  Arrived: "Arrived",
  Served: "Served",
  NoShowRecorded: "NoShow"
}

const stepped = (booking: Booking, { kind, isLate, atSec }: BookingStepped): Booking => ({
  bookingId: booking.bookingId,
  residentId: booking.residentId,
  skillId: booking.skillId,
  slotId: booking.slotId,
  status: statusAfter[kind],
  isWalkIn: booking.isWalkIn,
  isLateCancelled: isLate,
  movedCount: booking.movedCount,
  madeSec: booking.madeSec,
  lastSec: atSec
})

/**
 * How many bookings stand where: one count per status, adding up to all that were ever made.
 *
 * @category counting
 * @since 0.1.0
 */
export const countByStatus = (book: BookingBook): Readonly<Record<Status, number>> => {
  const of = (status: Status): number =>
    book.bookings.filter((booking) => booking.status === status).length
  return {
    Waiting: of("Waiting"),
    Booked: of("Booked"),
    Arrived: of("Arrived"),
    Served: of("Served"),
    Cancelled: of("Cancelled"),
    NoShow: of("NoShow")
  }
}

/**
 * What each status is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Status, Label.Label>> = {
  Waiting: { en: "on the waiting list", zh: "候补" },
  Booked: { en: "booked", zh: "已预约" },
  Arrived: { en: "arrived", zh: "已到场" },
  Served: { en: "served", zh: "已办理" },
  Cancelled: { en: "cancelled", zh: "已取消" },
  NoShow: { en: "did not come", zh: "爽约" }
}
