/**
 * Makers for the tests of bookings: slots of an hour, commands, and a book after some of them.
 */
import { Id } from "@wangge/facts"
import { Booking, type BookingCommand, BookingDecider, BookingRules } from "../src/index.ts"

export type Command = BookingCommand.BookingCommand

export const hour = 3600
export const rules: BookingRules.BookingRules = {
  ...BookingRules.base,
  horizonSec: 100 * hour,
  movesMax: 1,
  waitListMax: 2
}
const desk = { byId: "desk-1" }
const bookingIdOf = (name: string) => Id.make<"Booking">(name)

export const slot = (
  slotId: string,
  atHour: number,
  capacity = 1,
  options: Partial<BookingCommand.BookingSlot> = {}
): BookingCommand.BookingSlot => ({
  slotId,
  placeId: "w-1",
  skillIds: [],
  fromSec: atHour * hour,
  untilSec: (atHour + 1) * hour,
  capacity,
  walkInCount: 0,
  ...options
})

export const offer = (of: BookingCommand.BookingSlot, atSec = 0): Command => ({
  ...desk,
  action: "OfferSlot",
  atSec,
  slot: of
})

export const withdraw = (atSec: number, slotId: string): Command => ({
  ...desk,
  action: "WithdrawSlot",
  atSec,
  slotId
})

export const ask = (
  action: "Book" | "JoinWaitList" | "TakeWalkIn",
  atSec: number,
  name: string,
  slotId: string,
  options: { readonly residentId?: string; readonly skillId?: string } = {}
): BookingCommand.Book | BookingCommand.JoinWaitList | BookingCommand.TakeWalkIn => ({
  ...desk,
  action,
  atSec,
  bookingId: bookingIdOf(name),
  residentId: options.residentId ?? `r-${name}`,
  skillId: options.skillId ?? "a",
  slotId
})

export const move = (atSec: number, name: string, slotId: string, isForced = false): Command => ({
  ...desk,
  action: "MoveBooking",
  atSec,
  bookingId: bookingIdOf(name),
  slotId,
  isForced
})

export const promote = (atSec: number, slotId: string): Command => ({
  ...desk,
  action: "PromoteWaiter",
  atSec,
  slotId
})

export const step = (
  action: BookingCommand.StepBooking["action"],
  atSec: number,
  name: string
): Command => ({ ...desk, action, atSec, bookingId: bookingIdOf(name) })

export const decide = (book: Booking.BookingBook, command: Command): BookingDecider.Decision =>
  BookingDecider.decide(rules, book, command)

export const after = (
  commands: ReadonlyArray<Command>,
  start: Booking.BookingBook = Booking.empty
): Booking.BookingBook =>
  commands.reduce((book, command) => {
    const decision = decide(book, command)
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection))
    return Booking.evolve(book, decision.event)
  }, start)

/** What a command leads to after others: the kind of its event, or the code of its refusal. */
export const outcome = (commands: ReadonlyArray<Command>, last: Command): string => {
  const decision = decide(after(commands), last)
  return decision.ok ? decision.event.kind : decision.rejection.code
}
