import { Holidays } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Booking, BookingDecider, BookingRules, SitInDay, SitInDayPlan } from "../src/index.ts"
import { day, gridId, instant, october, zone } from "./aWindow.ts"

const housing: SitInDay.SitInRule = {
  sitInId: "housing",
  departmentId: "housing-office",
  gridId,
  skillIds: ["business-07"],
  weekdays: [1],
  weeksOfMonth: [],
  spell: { startSec: 9 * 3600, endSec: 12 * 3600 },
  capacity: 2,
  onHoliday: "NextWorkday"
}
const dates = (days: ReadonlyArray<SitInDay.SitInDay>): ReadonlyArray<string> =>
  days.map(({ dayNumber }) => Seconds.toIsoDate(dayNumber))
const rules = BookingRules.base
const desk = { byId: "desk-1" }
const anytime = [{ fromSec: 0, untilSec: Spell.openEnd }]

const take = (book: Booking.BookingBook, command: Parameters<typeof BookingDecider.decide>[2]) => {
  const decision = BookingDecider.decide(rules, book, command)
  if (!decision.ok) throw new Error(JSON.stringify(decision.rejection))
  return Booking.evolve(book, decision.event)
}
const bookOf = (days: ReadonlyArray<SitInDay.SitInDay>, atSec: number): Booking.BookingBook =>
  days.reduce(
    (book, one) => take(book, { ...desk, action: "OfferSlot", atSec, slot: SitInDay.slotOf(one) }),
    Booking.empty
  )
const book = (before: Booking.BookingBook, name: string, slotId: string, atSec: number) =>
  take(before, {
    ...desk,
    action: "Book",
    atSec,
    bookingId: Id.make(name),
    residentId: `r-${name}`,
    skillId: "business-07",
    slotId
  })

describe("row 34: department sit-in days", () => {
  test("given a sit-in on Tuesday, when a matching request is booked, then it is put on Tuesday", () => {
    const atSec = instant("2025-10-11 10:00")
    const window = {
      slotId: "w-1",
      placeId: "w-1",
      skillIds: [],
      fromSec: instant("2025-10-13 09:00"),
      untilSec: instant("2025-10-13 09:30"),
      capacity: 1,
      walkInCount: 0
    }
    const days = SitInDay.daysOf([housing], october)
    const opened = take(bookOf(days, atSec), { ...desk, action: "OfferSlot", atSec, slot: window })
    const search = (skillId: string, current = opened) =>
      SitInDay.place([housing], rules, current, {
        bookingId: Id.make("n"),
        residentId: "r-n",
        skillId,
        atSec,
        free: anytime
      })
    const tuesday = search("business-07")
    expect(tuesday?.fromSec).toBe(instant("2025-10-14 09:00"))
    expect(search("business-08")?.slotId).toBe("w-1")
    const slotId = tuesday?.slotId ?? ""
    const full = book(book(opened, "a", slotId, atSec), "b", slotId, atSec)
    expect(search("business-07", full)?.fromSec).toBe(instant("2025-10-21 09:00"))
  })

  test("on a holiday it is moved or dropped, as its rule says", () => {
    const on = (onHoliday: SitInDay.SitInRule["onHoliday"]) =>
      dates(
        SitInDay.daysOf([{ ...housing, onHoliday }], {
          ...october,
          fromDay: day("2025-09-25"),
          untilDay: day("2025-10-20")
        })
      )
    expect(on("NextWorkday")).toEqual(["2025-09-30", "2025-10-09", "2025-10-14"])
    expect(on("PreviousWorkday")).toEqual(["2025-09-30", "2025-10-14"])
    expect(on("Skip")).toEqual(["2025-09-30", "2025-10-14"])
  })

  test("days that fall together are one: the rule's own day, else the first that was moved", () => {
    const held = (weekdays: ReadonlyArray<number>) => {
      const week = { ...october, fromDay: day("2025-10-06"), untilDay: day("2025-10-11") }
      const days = SitInDay.daysOf([{ ...housing, weekdays }], week)
      return days.map(({ ruleDay, dayNumber }) =>
        [ruleDay, dayNumber].map(Seconds.toIsoDate).join(" at ")
      )
    }
    expect(held([2, 3])).toEqual(["2025-10-09 at 2025-10-09"])
    expect(held([2])).toEqual(["2025-10-01 at 2025-10-09"])
    expect(held([0, 1])).toEqual(["2025-10-06 at 2025-10-09"])
  })

  test("weeks of the month count the weekday's occurrences", () => {
    const some = { ...housing, weeksOfMonth: [2, 4] }
    expect(dates(SitInDay.daysOf([some], october))).toEqual(["2025-10-14", "2025-10-28"])
  })

  test("the answer for a day does not depend on the range that is asked for", () => {
    const rule = fc.record({
      weekdays: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      weeksOfMonth: fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
      onHoliday: fc.constantFrom(...SitInDay.holidayRules)
    })
    const start = day("2025-01-01")
    fc.assert(
      fc.property(rule, fc.nat(360), fc.integer({ min: 1, max: 30 }), (options, from, length) => {
        const rules = [{ ...housing, ...options }]
        const year = { zone, holidays: Holidays.china, fromDay: start, untilDay: start + 420 }
        const all = SitInDay.daysOf(rules, year)
        const fromDay = start + from
        const range = { ...year, fromDay, untilDay: fromDay + length }
        const inside = all.filter(
          ({ dayNumber }) => dayNumber >= fromDay && dayNumber < fromDay + length
        )
        expect(SitInDay.daysOf(rules, range)).toEqual(inside)
        expect(new Set(dates(all)).size).toBe(all.length)
        expect(all.every(({ dayNumber }) => Holidays.china.dayKind(dayNumber) !== "holiday")).toBe(
          true
        )
      }),
      { numRuns: 100 }
    )
  })

  test("the next sit-in day is the one not yet over", () => {
    const next = (text: string, skillId = "business-07") => {
      const found = SitInDay.next([housing], { skillId, atSec: instant(text) }, october)
      return found === undefined ? "none" : Seconds.toIsoDate(found.dayNumber)
    }
    expect(next("2025-10-14 11:59")).toBe("2025-10-14")
    expect(next("2025-10-14 12:00")).toBe("2025-10-21")
    expect(next("2025-10-28 12:00")).toBe("none")
    expect(next("2025-10-14 11:59", "business-08")).toBe("none")
  })

  test("several departments share a calendar", () => {
    const labour = { ...housing, sitInId: "labour", weekdays: [3], skillIds: ["business-09"] }
    const days = SitInDay.daysOf([housing, labour], {
      ...october,
      fromDay: day("2025-10-13"),
      untilDay: day("2025-10-18")
    })
    expect(days.map(({ rule }) => rule.sitInId)).toEqual(["housing", "labour"])
    expect(
      SitInDay.matching([housing, labour], "business-09").map(({ sitInId }) => sitInId)
    ).toEqual(["labour"])
  })

  test("bad rules are named", () => {
    const bad = {
      ...housing,
      skillIds: [],
      weekdays: [7],
      weeksOfMonth: [6],
      spell: { startSec: 5, endSec: 5 },
      capacity: 0
    }
    expect(SitInDay.check([bad, bad]).map(({ code }) => code)).toEqual([
      "DuplicateSitIn",
      ...["KindsMissing", "BadWeekday", "BadWeek", "BadSpell", "BadCapacity"],
      ...["KindsMissing", "BadWeekday", "BadWeek", "BadSpell", "BadCapacity"]
    ])
    expect(SitInDay.check([{ ...housing, weekdays: [] }]).map(({ code }) => code)).toEqual([
      "BadWeekday"
    ])
    expect(SitInDay.check([housing])).toEqual([])
  })
})

describe("a changed calendar", () => {
  test("moves the bookings of a day that fell away, and nobody is lost", () => {
    const fair = Holidays.makeOrThrow([
      { date: "2025-10-14", kind: "holiday", name: { en: "Fair", zh: "庙会" } }
    ])
    const range = {
      zone,
      holidays: Holidays.none,
      fromDay: day("2025-10-13"),
      untilDay: day("2025-10-25")
    }
    const before = SitInDay.daysOf([housing], range)
    const after = SitInDay.daysOf([housing], { ...range, holidays: fair })
    expect(dates(after)).toEqual(["2025-10-15", "2025-10-21"])
    const atSec = instant("2025-10-13 08:00")
    const tuesday = SitInDay.slotOf(before[0]!).slotId
    const full = book(book(bookOf(before, atSec), "a", tuesday, atSec), "b", tuesday, atSec)
    const plan = SitInDayPlan.make(rules, full, { before, after }, { atSec, byId: "desk-1" })
    expect(plan.unplaced).toEqual([])
    expect(plan.expectedVersion).toBe(full.version)
    const moved = plan.commands.reduce(take, full)
    expect(
      moved.bookings.map(({ status, slotId }) => [status, Booking.slotOf(moved, slotId)?.fromSec])
    ).toEqual([
      ["Booked", instant("2025-10-15 09:00")],
      ["Booked", instant("2025-10-15 09:00")]
    ])
    expect(Booking.slotOf(moved, tuesday)).toBeUndefined()
  })

  test("who does not fit or waits is named, and the slot stays", () => {
    const range = {
      zone,
      holidays: Holidays.none,
      fromDay: day("2025-10-13"),
      untilDay: day("2025-10-18")
    }
    const before = SitInDay.daysOf([housing], range)
    const after = SitInDay.daysOf([{ ...housing, weekdays: [2], capacity: 1 }], range)
    const atSec = instant("2025-10-13 08:00")
    const slotId = SitInDay.slotOf(before[0]!).slotId
    const full = book(book(bookOf(before, atSec), "a", slotId, atSec), "b", slotId, atSec)
    const waiting = take(full, {
      ...desk,
      action: "JoinWaitList",
      atSec,
      bookingId: Id.make("c"),
      residentId: "r-c",
      skillId: "business-07",
      slotId
    })
    const plan = SitInDayPlan.make(rules, waiting, { before, after }, { atSec, byId: "desk-1" })
    expect(plan.unplaced.map(({ bookingId }) => bookingId)).toEqual(["b", "c"])
    const moved = plan.commands.reduce(take, waiting)
    expect(Booking.slotOf(moved, slotId)).toBeDefined()
  })
})
