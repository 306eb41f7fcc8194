/**
 * The earliest place for a resident in a booking book, and the slots that follow from a hall of
 * windows. It asks the same question as the decision itself, so what it finds can be booked.
 */
import { Spell } from "@wangge/grid"
import type * as Booking from "./Booking.ts"
import type { BookingRequest, BookingSlot } from "./BookingCommand.ts"
import type { BookingRules } from "./BookingRules.ts"
import { placeProblem } from "./internal/bookingPlace.ts"
import { holds, union } from "./internal/spellSet.ts"
import * as OpeningHours from "./OpeningHours.ts"
import type * as Window from "./Window.ts"

/**
 * What is looked for: a place for a resident and a kind, asked at `atSec`, within the spells in which
 * the resident is free (one spell from now to `Spell.openEnd` for any time), at one of `placeIds`
 * (empty for any place).
 *
 * @category search
 * @since 0.1.0
 */
export interface Search extends Omit<BookingRequest, "slotId"> {
  readonly atSec: number
  readonly free: ReadonlyArray<Spell.Spell>
  readonly placeIds: ReadonlyArray<string>
}

/**
 * The earliest slot in which a booking would be accepted, at equal times the one offered first;
 * `undefined` if there is none. Cost: slots times bookings.
 *
 * @category search
 * @since 0.1.0
 */
export const earliest = (
  rules: BookingRules,
  book: Booking.BookingBook,
  search: Search
): BookingSlot | undefined => {
  const { bookingId, residentId, skillId, atSec, placeIds } = search
  const free = union(search.free)
  return book.slots
    .filter((slot) => holds(free, slot))
    .filter(({ placeId }) => placeIds.length === 0 || placeIds.includes(placeId))
    .toSorted((one, other) => one.fromSec - other.fromSec)
    .find(({ slotId }) => {
      const content = { bookingId, residentId, skillId, slotId, atSec }
      return placeProblem(rules, book, { how: "Book", ...content }) === undefined
    })
}

/**
 * Slots of one place each for the windows of a hall, cut from the first second of every opening of
 * `slotSec`; what is left at the end of an opening is no slot. Slot ids are window and first second.
 *
 * Throws a `RangeError` for a length that is no whole second.
 *
 * @category slots
 * @since 0.1.0
 */
export const slotsOf = (
  hall: Window.Hall,
  { slotSec, fromSec, untilSec }: Spell.Spell & { readonly slotSec: number }
): ReadonlyArray<BookingSlot> => {
  if (!Number.isSafeInteger(slotSec) || slotSec < 1) {
    throw new RangeError(`Expected slots of whole seconds, at least one; got ${slotSec}`)
  }
  return hall.windows.flatMap(({ windowId, skillIds, hoursIds }) =>
    OpeningHours.meeting(hall.hours, { hoursIds, isBooked: true }, [{ fromSec, untilSec }])
      .filter((spell) => !Spell.isEmpty(spell))
      .flatMap((spell) => {
        const count = Math.floor((spell.untilSec - spell.fromSec) / slotSec)
        return Array.from({ length: count }, (_, index) => {
          const atSec = spell.fromSec + index * slotSec
          return {
            slotId: `${windowId}@${atSec}`,
            placeId: windowId,
            skillIds,
            fromSec: atSec,
            untilSec: atSec + slotSec,
            capacity: 1,
            walkInCount: 0
          }
        })
      })
  )
}
