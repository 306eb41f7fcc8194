import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Clock,
  Deadline,
  Holidays,
  WeeklyHours,
  WorkCalendar,
  WorkDays,
  Zone
} from "../src/index.ts"
import { described, instant, office, wall } from "./aCalendar.ts"

const days = WorkDays.of(office)
const clock = Clock.workingDays(office)
const day = WorkDays.daySec

/** What a limit of so many working days is due at, by the wall. */
const due = (start: string, count: number): string =>
  wall(Clock.addSec(clock, instant(start), count * day))

describe("a limit in working days", () => {
  test("is due at the close of the n-th working day after the day of the start", () => {
    expect(due("2025-03-03 10:00:00", 1)).toBe("2025-03-04 17:30:00")
    expect(due("2025-03-03 10:00:00", 5)).toBe("2025-03-10 17:30:00")
  })

  test.each(["00:00:00", "08:29:59", "12:30:00", "17:29:59", "17:30:00", "23:59:59"])(
    "does not count the day of the start, also at %s",
    (time) => {
      expect(due(`2025-03-03 ${time}`, 1)).toBe("2025-03-04 17:30:00")
    }
  )

  test("that begins on a day of rest has the next working day as its first", () => {
    expect(due("2025-03-08 10:00:00", 1)).toBe("2025-03-10 17:30:00")
    expect(due("2025-03-07 23:59:59", 1)).toBe("2025-03-10 17:30:00")
    expect(due("2025-10-03 10:00:00", 1)).toBe("2025-10-09 17:30:00")
  })

  test("counts make-up workdays and passes over holidays", () => {
    expect(due("2025-09-26 10:00:00", 1)).toBe("2025-09-28 17:30:00")
    expect(due("2025-09-30 10:00:00", 2)).toBe("2025-10-10 17:30:00")
  })

  test("takes a begun day as a whole one, none at once, and an infinite one never", () => {
    const start = instant("2025-03-03 10:00:00")
    expect(wall(Clock.addSec(clock, start, 1))).toBe("2025-03-04 17:30:00")
    expect(wall(Clock.addSec(clock, start, day + 1))).toBe("2025-03-05 17:30:00")
    expect(Clock.addSec(clock, start, 0)).toBe(start)
    expect(Clock.addSec(clock, start, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  })

  test("is counted back from the last working day that has begun", () => {
    expect(due("2025-03-04 10:00:00", -1)).toBe("2025-03-03 17:30:00")
    expect(due("2025-03-08 10:00:00", -1)).toBe("2025-03-06 17:30:00")
  })

  test("is on time in its last second and late in the next", () => {
    const dueSec = Deadline.dueSec(clock, instant("2025-03-03 10:00:00"), 5 * day)
    const late = [-1, 0, 1].map((shift) => Deadline.isOverdue(dueSec, dueSec + shift))
    expect(late).toEqual([false, false, true])
  })

  test("has none left on its last day, and less from the next working day on", () => {
    const startSec = instant("2025-03-03 10:00:00")
    const left = ["2025-03-03 23:59:59", "2025-03-04 00:00:00", "2025-03-07 23:00:00"].map((at) =>
      Deadline.remainingSec(clock, { startSec, limitSec: day, atSec: instant(at) })
    )
    expect(left).toEqual([day, 0, -3 * day])
  })

  test("outside the calendar is refused, and told before", () => {
    expect(Clock.covers(clock, office.untilSec + 1)).toBe(false)
    expect(Clock.reaches(clock, office.untilSec, day)).toBe(false)
    expect(Clock.reaches(clock, office.untilSec, 0)).toBe(true)
    expect(Clock.reaches(clock, office.fromSec, -day)).toBe(false)
    expect(Clock.reaches(clock, office.fromSec, Number.NaN)).toBe(false)
    expect(() => Clock.addSec(clock, office.untilSec, day)).toThrow("1 working days")
    expect(() => Clock.addSec(clock, office.untilSec + 1, 0)).toThrow(RangeError)
    expect(() => Clock.elapsedSec(clock, office.fromSec - 1, office.untilSec)).toThrow(RangeError)
    expect(() => WorkDays.of(WorkCalendar.everyHour)).toThrow("at most 73050 days")
  })
})

describe("a pause takes away the working days that close while it lasts", () => {
  const taken = (from: string, until: string): number =>
    Clock.pausedSec(clock, instant(from), instant(until)) / day

  test.each([
    ["2025-03-05 10:00:00", "2025-03-05 14:00:00", 0],
    ["2025-03-05 17:00:00", "2025-03-06 09:00:00", 1],
    ["2025-03-05 17:30:00", "2025-03-06 17:29:59", 0],
    ["2025-03-05 17:29:59", "2025-03-05 17:30:00", 1],
    ["2025-03-07 18:00:00", "2025-03-10 08:00:00", 0],
    ["2025-03-03 10:00:00", "2025-03-07 16:00:00", 4]
  ])("from %s until %s", (from, until, count) => {
    expect(taken(from, until)).toBe(count)
  })

  test("but not the day of the start, which does not count anyway", () => {
    const closed = wall(Clock.countsFromSec(clock, instant("2025-03-03 10:00:00")))
    expect(closed).toBe("2025-03-03 17:30:00")
    const saturday = instant("2025-03-08 10:00:00")
    expect(Clock.countsFromSec(clock, saturday)).toBe(saturday)
    const evening = instant("2025-03-07 18:00:00")
    expect(Clock.countsFromSec(clock, evening)).toBe(evening)
  })

  test("and moves the due second by them", () => {
    const resumed = Deadline.resumedDueSec(clock, {
      dueSec: instant("2025-03-07 17:30:00"),
      suspendedSec: instant("2025-03-05 10:00:00"),
      resumedSec: instant("2025-03-06 10:00:00")
    })
    expect(wall(resumed)).toBe("2025-03-10 17:30:00")
  })

  test("in the right order and within the calendar", () => {
    expect(() => Clock.pausedSec(clock, office.untilSec, office.fromSec)).toThrow("at least")
    expect(() => Clock.pausedSec(clock, office.fromSec - 1, office.fromSec)).toThrow(RangeError)
    expect(Clock.pausedSec(clock, office.fromSec, Number.POSITIVE_INFINITY)).toBe(
      Number.POSITIVE_INFINITY
    )
  })
})

describe("working days", () => {
  test("close with their last spell, and a night shift closes at midnight", () => {
    const night = WorkCalendar.makeOrThrow({
      weekly: WeeklyHours.mondayToFriday([
        WeeklyHours.spell([0, 0], [6, 0]),
        WeeklyHours.spell([22, 0], [24, 0])
      ]),
      fromDay: 20_010,
      untilDay: 20_017
    })
    const table = WorkDays.of(night)
    expect(Array.from(table.closeSec, (at) => wall(at).slice(11))).toEqual(
      Array.from({ length: 5 }, () => "00:00:00")
    )
  })

  test("are days of the zone, also where clocks change", () => {
    const zone = "Europe/Berlin"
    const change = Seconds.parseIsoDate("2025-03-30")
    const calendar = WorkCalendar.makeOrThrow({
      zone,
      weekly: WeeklyHours.everyDay([WeeklyHours.spell([0, 0], [24, 0])]),
      fromDay: change - 1,
      untilDay: change + 2
    })
    const table = WorkDays.of(calendar)
    expect(Array.from(table.closeSec, (at, index) => at - table.midnightSec[index]!)).toEqual([
      86_400, 82_800, 86_400
    ])
    expect(table.midnightSec[1]).toBe(Zone.toInstantSec(zone, change, 0))
  })

  test("are what a walk over the dates counts", () => {
    const scene = described({ dayCount: 14, stepSec: 900 }).chain(({ plan, calendar }) =>
      fc.record({
        plan: fc.constant(plan),
        calendar: fc.constant(calendar),
        startSec: fc.integer({ min: calendar.fromSec, max: calendar.untilSec - 1 }),
        count: fc.integer({ min: 1, max: 15 })
      })
    )
    fc.assert(
      fc.property(scene, ({ plan, calendar, startSec, count }) => {
        const table = WorkDays.of(calendar)
        const hours = hoursByDate(plan)
        const after = [...hours].filter(([date]) => date > wall(startSec).slice(0, 10))
        const last = after[count - 1]
        expect(WorkDays.reaches(table, startSec, count * day)).toBe(last !== undefined)
        if (last === undefined) return
        const dueSec = WorkDays.addSec(table, startSec, count * day)
        expect(dueSec).toBe(instant(last[0]) + last[1])
        expect(WorkDays.secBetween(table, startSec, Math.min(dueSec, instant(last[0])))).toBe(
          count * day
        )
      }),
      { numRuns: 200 }
    )
  })

  test("taken by pauses add up over pauses that follow one another", () => {
    const at = fc.integer({ min: office.fromSec, max: office.untilSec })
    fc.assert(
      fc.property(fc.tuple(at, at, at), (found) => {
        const [first = 0, second = 0, third = 0] = found.sort((left, right) => left - right)
        expect(
          WorkDays.pausedSec(days, first, second) + WorkDays.pausedSec(days, second, third)
        ).toBe(WorkDays.pausedSec(days, first, third))
        expect(
          WorkDays.secBetween(days, first, second) + WorkDays.secBetween(days, second, third)
        ).toBe(WorkDays.secBetween(days, first, third))
      }),
      { numRuns: 200 }
    )
  })
})

/** The dates of a plan with open hours, and the second of the day at which each closes. */
const hoursByDate = (plan: WorkCalendar.Options): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (let at = plan.fromDay; at < plan.untilDay; at++) {
    const kind = (plan.holidays ?? Holidays.none).dayKind(at)
    const weekday = kind === "makeUpWorkday" ? 0 : Zone.weekday(at)
    const ends = (plan.weekly[weekday] ?? []).map((spell) => spell.endSec)
    if (kind !== "holiday" && ends.length > 0) found.set(Seconds.toIsoDate(at), Math.max(...ends))
  }
  return found
}
