/**
 * Random commands to a booking book, duplicates and clocks set back included, against what must
 * always be true.
 */

import { Id } from "@wangge/facts"
import fc from "fast-check"
import { expect, test } from "vitest"
import { Booking, type BookingEvent, BookingSearch } from "../src/index.ts"
import {
  ask,
  type Command,
  decide,
  hour,
  move,
  offer,
  promote,
  rules,
  slot,
  step,
  withdraw
} from "./aBooking.ts"

const steps = fc.array(
  fc.record({
    pick: fc.noBias(fc.nat(11)),
    leapSec: fc.oneof(
      { weight: 12, arbitrary: fc.integer({ min: 0, max: 300 }) },
      { weight: 2, arbitrary: fc.integer({ min: 900, max: 3000 }) },
      { weight: 1, arbitrary: fc.constantFrom(-5, 0.5) }
    ),
    id: fc.noBias(fc.nat(14)),
    slot: fc.noBias(fc.nat(3)),
    again: fc.noBias(fc.nat(9))
  }),
  { maxLength: 90, size: "max" }
)

type Step = typeof steps extends fc.Arbitrary<ReadonlyArray<infer Item>> ? Item : never

/** A command of a step; half of those on a booking name one that stands in the book. */
const commandOf = (
  { pick, id, slot: number, again }: Step,
  atSec: number,
  book: Booking.BookingBook
): Command => {
  const there = book.bookings[id % Math.max(1, book.bookings.length)]
  const fresh = `b-${id}`
  const name = pick > 6 && again % 2 === 0 ? (there?.bookingId ?? fresh) : fresh
  const waiter = book.bookings.find(({ status }) => status === "Waiting")
  const resident = { residentId: `r-${id % 9}` }
  const slotId = `s-${number}`
  const commands = [
    () => ask("Book", atSec, name, slotId, resident),
    () => ask("Book", atSec, name, slotId, resident),
    () => ask("Book", atSec, name, slotId, resident),
    () => ask("JoinWaitList", atSec, name, slotId, resident),
    () => ask("JoinWaitList", atSec, name, slotId, resident),
    () => ask("TakeWalkIn", atSec, name, slotId, resident),
    () => promote(atSec, waiter?.slotId ?? slotId),
    () => move(atSec, name, slotId, id % 2 === 0),
    () => step("CancelBooking", atSec, name),
    () => step("RecordArrival", atSec, name),
    () => step(id % 2 === 0 ? "RecordServed" : "RecordNoShow", atSec, name),
    () => (id < 4 ? withdraw(atSec, slotId) : offer(slot(slotId, 5 + number * 3), atSec))
  ]
  return commands[pick]!()
}

const start: ReadonlyArray<Command> = [
  offer(slot("s-0", 3, 2, { walkInCount: 1 })),
  offer(slot("s-1", 3, 1)),
  offer(slot("s-2", 5, 3)),
  offer(slot("s-3", 8, 1, { walkInCount: 1 }))
]

const must = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(`Broken: ${law}`)
}

const checkBook = (book: Booking.BookingBook): void => {
  for (const { slotId, capacity, walkInCount: kept } of book.slots) {
    const { bookedCount, walkInCount } = Booking.occupancyOf(book, slotId)
    must(bookedCount + walkInCount <= capacity, "never overbooked")
    must(bookedCount <= capacity - kept, "places kept for walk-ins stay theirs")
  }
  const active = book.bookings.filter(({ status }) => status === "Booked" || status === "Arrived")
  for (const one of active) {
    must(Booking.slotOf(book, one.slotId) !== undefined, "a place is in a slot")
    const at = Booking.slotOf(book, one.slotId)!
    const others = active.filter(
      ({ residentId, bookingId }) => residentId === one.residentId && bookingId !== one.bookingId
    )
    for (const other of others) {
      const beside = Booking.slotOf(book, other.slotId)!
      must(at.untilSec <= beside.fromSec || beside.untilSec <= at.fromSec, "one place at a time")
    }
  }
  const ids = book.bookings.map(({ bookingId }) => bookingId)
  must(new Set(ids).size === ids.length, "an id stands once")
}

test("random commands never overbook, never double, and nobody waiting is overtaken", () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(steps, (taken) => {
      const events: Array<BookingEvent.BookingEvent> = []
      let book = Booking.empty
      let last: Command | undefined
      const run = (command: Command): void => {
        const before = JSON.stringify(book)
        const decision = decide(book, command)
        must(JSON.stringify(book) === before, "a decision changes nothing")
        if (!decision.ok) {
          seen.add(decision.rejection.code)
          return
        }
        seen.add(decision.event.kind)
        const { event } = decision
        const next = Booking.evolve(book, event)
        must(event.atSec >= book.lastSec, "time never goes back")
        must(next.bookings.length >= book.bookings.length, "no booking is lost")
        if (event.kind === "WaiterPromoted") {
          const slotId = Booking.find(next, event.bookingId)!.slotId
          must(
            Booking.firstWaiter(book, slotId)?.bookingId === event.bookingId,
            "first waiter first"
          )
        }
        if (event.kind === "Booked") {
          const waiting = Booking.occupancyOf(book, event.request.slotId).waitingCount
          must(waiting === 0, "nobody is overtaken")
        }
        events.push(event)
        book = next
        checkBook(book)
      }
      for (const command of start) run(command)
      let clockSec = 0
      for (const one of taken) {
        // a clock set back or between two seconds is for this one command only
        if (Number.isInteger(one.leapSec)) clockSec += Math.max(0, one.leapSec)
        const atSec = one.leapSec === -5 || one.leapSec === 0.5 ? clockSec + one.leapSec : clockSec
        const command = one.again === 0 && last !== undefined ? last : commandOf(one, atSec, book)
        run(command)
        last = command
      }
      const counts = Booking.countByStatus(book)
      expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(book.bookings.length)
      expect(events.reduce(Booking.evolve, Booking.empty)).toEqual(book)
    }),
    { numRuns: 300 }
  )
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "Booked",
      "WaitListJoined",
      "WalkedIn",
      "WaiterPromoted",
      "Cancelled",
      "Arrived",
      "NoShowRecorded",
      "BookingMoved"
    ])
  )
})

test("what the search finds can be booked, and nothing earlier could", () => {
  fc.assert(
    fc.property(
      steps.map((all) => all.slice(0, 20)),
      fc.nat(6 * hour),
      (taken, atSec) => {
        let book = Booking.empty
        for (const command of [...start, ...taken.map((one) => commandOf(one, 0, Booking.empty))]) {
          const decision = decide(book, command)
          if (decision.ok) book = Booking.evolve(book, decision.event)
        }
        const bookingId = Id.make<"Booking">("n")
        const found = BookingSearch.earliest(rules, book, {
          bookingId,
          residentId: "r-n",
          skillId: "a",
          atSec,
          free: [{ fromSec: 0, untilSec: 99 * hour }],
          placeIds: []
        })
        const possible = book.slots
          .filter(({ slotId }) => decide(book, ask("Book", atSec, "n", slotId)).ok)
          .map(({ fromSec }) => fromSec)
        expect(found?.fromSec).toBe(possible.length === 0 ? undefined : Math.min(...possible))
      }
    ),
    { numRuns: 200 }
  )
})
