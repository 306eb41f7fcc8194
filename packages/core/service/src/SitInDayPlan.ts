/**
 * What to do with a booking book when the days of a sit-in change (holidays are announced late, a
 * department changes its rule): new slots are offered, bookings of a slot that falls away are moved to
 * the new day of the same sit-in, empty slots are taken back. A plan: a store applies all or none.
 */
import * as Booking from "./Booking.ts"
import type { BookingCommand, BookingSlot } from "./BookingCommand.ts"
import * as BookingDecider from "./BookingDecider.ts"
import type { BookingRules } from "./BookingRules.ts"
import * as SitInDay from "./SitInDay.ts"

/**
 * The plan: commands in order, for a book of version `expectedVersion`, all of which will be accepted;
 * and the bookings that nobody could move, which somebody has to call.
 *
 * @category sit-ins
 * @since 0.1.0
 */
export interface SitInDayPlan {
  readonly expectedVersion: number
  readonly commands: ReadonlyArray<BookingCommand>
  readonly unplaced: ReadonlyArray<Booking.Booking>
}

/**
 * Plans the change from some days to others. Bookings keep their order; one goes to the new day of the
 * same rule's day, or where that is gone to the earliest day of the same sit-in with room. Slots
 * with somebody left in them stay, as do slots that have begun.
 *
 * Cost: bookings times slots.
 *
 * @source none: nobody loses a booking because a calendar changed
 * @category sit-ins
 * @since 0.1.0
 */
export const make = (
  rules: BookingRules,
  book: Booking.BookingBook,
  days: {
    readonly before: ReadonlyArray<SitInDay.SitInDay>
    readonly after: ReadonlyArray<SitInDay.SitInDay>
  },
  order: { readonly atSec: number; readonly byId: string }
): SitInDayPlan => {
  const after = days.after.map(SitInDay.slotOf)
  const kept = new Set(after.map(({ slotId }) => slotId))
  const gone = days.before
    .map(SitInDay.slotOf)
    .filter(({ slotId, fromSec }) => !kept.has(slotId) && fromSec > order.atSec)
  const commands: Array<BookingCommand> = []
  const unplaced: Array<Booking.Booking> = []
  let current = book
  const take = (command: BookingCommand): boolean => {
    const decision = BookingDecider.decide(rules, current, command)
    if (!decision.ok) return false
    commands.push(command)
    current = Booking.evolve(current, decision.event)
    return true
  }
  for (const slot of after) {
    if (Booking.slotOf(current, slot.slotId) !== undefined || slot.fromSec <= order.atSec) continue
    take({ action: "OfferSlot", slot, atSec: order.atSec, byId: order.byId })
  }
  for (const slot of gone) {
    const here = book.bookings.filter(
      (one) => one.slotId === slot.slotId && (one.status === "Booked" || one.status === "Waiting")
    )
    for (const booking of here) {
      const isMoved = candidates(slot, after).some(({ slotId }) =>
        take({
          action: "MoveBooking",
          bookingId: booking.bookingId,
          slotId,
          isForced: true,
          atSec: order.atSec,
          byId: order.byId
        })
      )
      if (!isMoved) unplaced.push(booking)
    }
    take({
      action: "WithdrawSlot",
      slotId: slot.slotId,
      atSec: order.atSec,
      byId: order.byId
    })
  }
  return { expectedVersion: book.version, commands, unplaced }
}

/** Slots of the same sit-in, that of the same rule's day first, then in the order of time. */
const candidates = (
  gone: BookingSlot,
  after: ReadonlyArray<BookingSlot>
): ReadonlyArray<BookingSlot> => {
  const isSameDay = ({ slotId }: BookingSlot): boolean => dayOf(slotId) === dayOf(gone.slotId)
  const own = after.filter(({ placeId }) => placeId === gone.placeId)
  return [...own.filter(isSameDay), ...own.filter((slot) => !isSameDay(slot))]
}

/** The part of a slot's id that names sit-in and rule's day. */
const dayOf = (slotId: string): string => slotId.slice(0, slotId.lastIndexOf("@"))
