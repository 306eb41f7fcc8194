import { Id } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import { describe, expect, test } from "vitest"
import { Booking, BookingSearch } from "../src/index.ts"
import {
  after,
  ask,
  type Command,
  hour,
  move,
  offer,
  outcome,
  promote,
  rules,
  slot,
  step,
  withdraw
} from "./aBooking.ts"
import { combinedHall, instant } from "./aWindow.ts"

const two = [offer(slot("s-1", 10)), offer(slot("s-2", 20))]
const booked = [...two, ask("Book", 0, "b", "s-1")]
const full = [...booked, ask("JoinWaitList", 0, "c", "s-1")]

/** One list of commands that brings booking `b` to each status. */
const upTo: Readonly<Record<Booking.Status, ReadonlyArray<Command>>> = {
  Waiting: [...two, ask("Book", 0, "x", "s-1"), ask("JoinWaitList", 0, "b", "s-1")],
  Booked: booked,
  Arrived: [...booked, step("RecordArrival", 10 * hour, "b")],
  Served: [...booked, step("RecordArrival", 10 * hour, "b"), step("RecordServed", 10 * hour, "b")],
  Cancelled: [...booked, step("CancelBooking", 0, "b")],
  NoShow: [...booked, step("RecordNoShow", 10 * hour + rules.graceSec, "b")]
}

describe("bookings", () => {
  test("every status allows its own steps and no others", () => {
    const no = "MoveNotAllowed"
    const table = Booking.statuses.map((status) => {
      const commands = upTo[status]
      const atSec = Math.max(0, after(commands).lastSec)
      const later = Math.max(atSec, 10 * hour + rules.graceSec)
      return [
        outcome(commands, move(atSec, "b", "s-2")),
        outcome(commands, step("CancelBooking", atSec, "b")),
        outcome(commands, step("RecordArrival", later, "b")),
        outcome(commands, step("RecordServed", later, "b")),
        outcome(commands, step("RecordNoShow", later, "b"))
      ]
    })
    expect(table).toEqual([
      [no, "Cancelled", no, no, no],
      ["BookingMoved", "Cancelled", "Arrived", no, "NoShowRecorded"],
      [no, no, no, "Served", no],
      [no, no, no, no, no],
      [no, no, no, no, no],
      [no, no, no, no, no]
    ])
  })

  test("the same id twice is one booking; another content under it is refused", () => {
    expect(outcome(booked, ask("Book", 1, "b", "s-1"))).toBe("SameAgain")
    expect(outcome(booked, ask("Book", 1, "b", "s-2"))).toBe("IdTaken")
    expect(outcome(booked, ask("TakeWalkIn", 1, "b", "s-1"))).toBe("IdTaken")
    expect(outcome(upTo.Cancelled, ask("Book", 1, "b", "s-1"))).toBe("SameAgain")
  })

  test("a full slot is full; who waits goes before who comes", () => {
    expect(outcome(booked, ask("Book", 1, "c", "s-1"))).toBe("SlotFull")
    const freed = [...full, step("CancelBooking", 1, "b")]
    expect(outcome(freed, ask("Book", 1, "d", "s-1"))).toBe("WaitersFirst")
    expect(outcome(freed, promote(1, "s-1"))).toBe("WaiterPromoted")
    expect(outcome(full, promote(1, "s-1"))).toBe("SlotFull")
    const promoted = after([...freed, promote(1, "s-1")])
    expect(Booking.countByStatus(promoted)).toMatchObject({ Booked: 1, Cancelled: 1, Waiting: 0 })
  })

  test("the waiting list is for full slots, keeps its order, and has an end", () => {
    expect(outcome(two, ask("JoinWaitList", 0, "c", "s-1"))).toBe("SlotHasRoom")
    const three = [...full, ask("JoinWaitList", 0, "d", "s-1")]
    expect(outcome(three, ask("JoinWaitList", 0, "e", "s-1"))).toBe("WaitListFull")
    expect(Booking.firstWaiter(after(three), "s-1")?.bookingId).toBe("c")
    const gone = after([...three, step("CancelBooking", 1, "c")])
    expect(Booking.firstWaiter(gone, "s-1")?.bookingId).toBe("d")
    expect(outcome(two, promote(1, "s-1"))).toBe("NobodyWaits")
  })

  test("places kept for walk-ins are theirs; the free rest is theirs once the slot has begun", () => {
    const kept = [offer(slot("s-1", 10, 2, { walkInCount: 1 })), ask("Book", 0, "b", "s-1")]
    expect(outcome(kept, ask("Book", 0, "c", "s-1"))).toBe("SlotFull")
    const early = 10 * hour - rules.arrivalSec
    expect(outcome(kept, ask("TakeWalkIn", early - 1, "w", "s-1"))).toBe("TooEarly")
    expect(outcome(kept, ask("TakeWalkIn", early, "w", "s-1"))).toBe("WalkedIn")
    expect(outcome(kept, ask("TakeWalkIn", 11 * hour, "w", "s-1"))).toBe("TooLate")
    const freed = [...full, step("CancelBooking", 1, "b")]
    expect(outcome(freed, ask("TakeWalkIn", 10 * hour - 1, "w", "s-1"))).toBe("WaitersFirst")
    expect(outcome(freed, ask("TakeWalkIn", 10 * hour, "w", "s-1"))).toBe("WalkedIn")
    const missed = [...upTo.NoShow, ask("TakeWalkIn", 10 * hour + rules.graceSec, "w", "s-1")]
    expect(outcome(missed, ask("TakeWalkIn", 11 * hour - 1, "v", "s-1"))).toBe("SlotFull")
  })

  test("borders: lead, horizon, arrival, grace, notice", () => {
    const last = 10 * hour - rules.leadSec
    expect(outcome(two, ask("Book", last, "b", "s-1"))).toBe("Booked")
    expect(outcome(two, ask("Book", last + 1, "b", "s-1"))).toBe("TooLate")
    const far = [offer(slot("s-9", 200), -hour)]
    expect(outcome(far, ask("Book", 100 * hour, "b", "s-9"))).toBe("Booked")
    expect(outcome(far, ask("Book", 100 * hour - 1, "b", "s-9"))).toBe("TooEarly")
    const early = 10 * hour - rules.arrivalSec
    expect(outcome(booked, step("RecordArrival", early - 1, "b"))).toBe("TooEarly")
    expect(outcome(booked, step("RecordArrival", 11 * hour - 1, "b"))).toBe("Arrived")
    expect(outcome(booked, step("RecordArrival", 11 * hour, "b"))).toBe("TooLate")
    const grace = 10 * hour + rules.graceSec
    expect(outcome(booked, step("RecordNoShow", grace - 1, "b"))).toBe("TooEarly")
    expect(outcome(booked, step("RecordNoShow", grace, "b"))).toBe("NoShowRecorded")
    const notice = 10 * hour - rules.cancelNoticeSec
    const isLate = (atSec: number) =>
      Booking.find(after([...booked, step("CancelBooking", atSec, "b")]), "b")?.isLateCancelled
    expect([isLate(notice), isLate(notice + 1)]).toEqual([false, true])
  })

  test("moves: once by the resident, any time by the house, never into what has begun", () => {
    const moved = [...booked, move(0, "b", "s-2")]
    expect(outcome(moved, move(0, "b", "s-1"))).toBe("MoveLimitReached")
    expect(outcome(moved, move(0, "b", "s-1", true))).toBe("BookingMoved")
    expect(outcome(booked, move(0, "b", "s-1"))).toBe("SameSlot")
    expect(outcome(booked, move(0, "b", "s-9"))).toBe("SlotUnknown")
    expect(outcome(booked, move(10 * hour, "b", "s-2"))).toBe("SlotBegun")
    expect(outcome(booked, move(20 * hour - 1, "b", "s-2", true))).toBe("BookingMoved")
    expect(outcome(booked, move(20 * hour, "b", "s-2", true))).toBe("TooLate")
    expect(outcome(booked, move(0, "z", "s-2"))).toBe("BookingUnknown")
  })

  test("one resident is at one place at a time", () => {
    const same = [...booked, offer(slot("s-3", 10, 5), 0)]
    const asked = { residentId: "r-b" }
    expect(outcome(same, ask("Book", 0, "c", "s-3", asked))).toBe("ResidentElsewhere")
    expect(outcome(same, ask("Book", 0, "c", "s-2", asked))).toBe("Booked")
    const gone = [...same, step("CancelBooking", 0, "b")]
    expect(outcome(gone, ask("Book", 0, "c", "s-3", asked))).toBe("Booked")
  })

  test("slots: only possible ones, once, for their kinds, taken back when empty", () => {
    for (const bad of [
      slot("s", 1, 0),
      slot("s", 1, 1.5),
      slot("s", 1, 1, { walkInCount: 2 }),
      slot("s", 1, 1, { untilSec: hour }),
      slot("s", 1, 1, { fromSec: 0.5 })
    ]) {
      expect(outcome([], offer(bad))).toBe("SlotBad")
    }
    expect(outcome(two, offer(slot("s-1", 30)))).toBe("SlotKnown")
    const narrow = [offer(slot("s-1", 10, 1, { skillIds: ["b"] }))]
    expect(outcome(narrow, ask("Book", 0, "b", "s-1"))).toBe("KindNotHere")
    expect(outcome(booked, withdraw(0, "s-1"))).toBe("SlotHasBookings")
    expect(outcome(booked, withdraw(0, "s-2"))).toBe("SlotWithdrawn")
    expect(outcome(upTo.Cancelled, withdraw(0, "s-1"))).toBe("SlotWithdrawn")
    expect(outcome(booked, withdraw(0, "s-9"))).toBe("SlotUnknown")
  })

  test("time, actor and log come first", () => {
    const command = ask("Book", 5, "z", "s-1")
    expect(outcome(two, { ...command, atSec: 0.5 })).toBe("TimeNotWhole")
    expect(outcome([...two, ask("Book", 9, "y", "s-2")], command)).toBe("TimeWentBack")
    expect(outcome(two, { ...command, byId: " " })).toBe("ActorMissing")
    expect(() =>
      Booking.evolve(Booking.empty, {
        kind: "Cancelled",
        version: 1,
        atSec: 0,
        byId: "x",
        isLate: false,
        bookingId: Id.make("b")
      })
    ).toThrow("does not follow")
  })
})

describe("search", () => {
  const search = {
    bookingId: Id.make<"Booking">("n"),
    residentId: "r-n",
    skillId: "a",
    atSec: 0,
    free: [{ fromSec: 0, untilSec: Spell.openEnd }],
    placeIds: []
  }

  test("finds the earliest place that can be booked", () => {
    expect(BookingSearch.earliest(rules, after(two), search)?.slotId).toBe("s-1")
    expect(BookingSearch.earliest(rules, after(full), search)?.slotId).toBe("s-2")
    const late = [{ fromSec: 10 * hour + 1, untilSec: Spell.openEnd }]
    expect(BookingSearch.earliest(rules, after(two), { ...search, free: late })?.slotId).toBe("s-2")
    const elsewhere = { ...search, placeIds: ["w-2"] }
    expect(BookingSearch.earliest(rules, after(two), elsewhere)).toBeUndefined()
  })

  test("slots of a hall lie inside its hours", () => {
    const slots = BookingSearch.slotsOf(combinedHall(2), {
      slotSec: 1800,
      fromSec: instant("2025-10-14"),
      untilSec: instant("2025-10-15")
    })
    expect(slots.length).toBe(32)
    expect(slots[0]).toMatchObject({ fromSec: instant("2025-10-14 09:00"), capacity: 1 })
    expect(slots[15]?.untilSec).toBe(instant("2025-10-14 17:00"))
    const uneven = {
      slotSec: 3 * hour,
      fromSec: instant("2025-10-14"),
      untilSec: instant("2025-10-15")
    }
    expect(BookingSearch.slotsOf(combinedHall(1), uneven).length).toBe(2)
    expect(() => BookingSearch.slotsOf(combinedHall(1), { ...uneven, slotSec: 0.5 })).toThrow(
      RangeError
    )
  })
})
