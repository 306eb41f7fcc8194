import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Holidays, WeeklyHours, WorkCalendar } from "../src/index.ts"
import { instant, office, wall, weekly } from "./aCalendar.ts"

const { spell } = WeeklyHours
const day = (text: string): number => Seconds.parseIsoDate(text)
const hour = 3600

/** Spells of a calendar as wall times. */
const walls = (calendar: WorkCalendar.WorkCalendar): ReadonlyArray<string> =>
  [...calendar.startSec].map(
    (startSec, index) =>
      `${wall(startSec, calendar.zone)} - ${wall(calendar.endSec[index] ?? Number.NaN, calendar.zone)}`
  )

/** Days of a span on which office hours are worked. */
const workdayCount = (from: string, until: string): number =>
  WorkCalendar.openSecOf(office, instant(from), instant(until)) / 27_000

describe("office hours in China", () => {
  test("a case due Friday 17:00 that waits 4 working hours is due Monday 12:00", () => {
    const dueSec = WorkCalendar.addWorkSec(office, instant("2025-03-07 17:00:00"), 4 * hour)
    expect(wall(dueSec)).toBe("2025-03-10 12:00:00")
  })

  test("2024 has 251 working days and 2025 has 248", () => {
    expect(workdayCount("2024-01-01", "2025-01-01")).toBe(251)
    expect(workdayCount("2025-01-01", "2026-01-01")).toBe(248)
  })

  test("the Sunday before Spring Festival 2025 is worked, National Day is not", () => {
    expect(WorkCalendar.isOpen(office, instant("2025-01-26 09:00:00"))).toBe(true)
    expect(WorkCalendar.isOpen(office, instant("2025-01-19 09:00:00"))).toBe(false)
    expect(WorkCalendar.isOpen(office, instant("2025-10-01 09:00:00"))).toBe(false)
    expect(WorkCalendar.isOpen(office, instant("2025-10-11 09:00:00"))).toBe(true)
  })

  test("work goes over a holiday of eight days", () => {
    const dueSec = WorkCalendar.addWorkSec(office, instant("2025-09-30 17:00:00"), hour)
    expect(wall(dueSec)).toBe("2025-10-09 09:00:00")
  })

  test("years that are not announced are listed", () => {
    const until2029 = { fromDay: day("2026-12-31"), untilDay: day("2029-01-01") }
    expect(office.unknownHolidayYears).toEqual([])
    expect(WorkCalendar.officeHoursChina(until2029).unknownHolidayYears).toEqual([2027, 2028])
    const to2027 = { fromDay: day("2026-12-31"), untilDay: day("2027-01-01") }
    expect(WorkCalendar.officeHoursChina(to2027).unknownHolidayYears).toEqual([])
  })

  test("other hours can be given", () => {
    const calendar = WorkCalendar.officeHoursChina({
      hours: [spell([9, 0], [17, 0])],
      fromDay: day("2025-03-06"),
      untilDay: day("2025-03-10")
    })
    expect(walls(calendar)).toEqual([
      "2025-03-06 09:00:00 - 2025-03-06 17:00:00",
      "2025-03-07 09:00:00 - 2025-03-07 17:00:00"
    ])
  })
})

describe("compiling", () => {
  const march = { fromDay: day("2025-03-03"), untilDay: day("2025-03-10") }

  test("make-up workdays have the hours of the named weekday, holidays have none", () => {
    const name = { en: "Fair", zh: "庙会" }
    const plan: WorkCalendar.Options = {
      weekly: [[spell([8, 0], [9, 0])], [spell([10, 0], [11, 0])], [], [], [], [], []],
      holidays: Holidays.makeOrThrow([
        { date: "2025-03-04", kind: "holiday", name },
        { date: "2025-03-08", kind: "makeUpWorkday", name }
      ]),
      ...march
    }
    expect(walls(WorkCalendar.makeOrThrow(plan))).toEqual([
      "2025-03-03 08:00:00 - 2025-03-03 09:00:00",
      "2025-03-08 08:00:00 - 2025-03-08 09:00:00"
    ])
    expect(walls(WorkCalendar.makeOrThrow({ ...plan, makeUpWeekday: 1 }))[1]).toBe(
      "2025-03-08 10:00:00 - 2025-03-08 11:00:00"
    )
    const noHours = WorkCalendar.make({ ...plan, makeUpWeekday: 2 })
    expect(noHours).toEqual({
      ok: false,
      problems: [{ code: "WeekdayInvalid", path: "makeUpWeekday", value: "2" }]
    })
  })

  test("a calendar that needs no make-up hours may rest on Monday", () => {
    const weekly = [[], ...WeeklyHours.everyDay(WeeklyHours.officeSpells).slice(1)]
    expect(WorkCalendar.make({ weekly, ...march }).ok).toBe(true)
    expect(WorkCalendar.make({ weekly, ...march, makeUpWeekday: 7 }).ok).toBe(false)
  })

  test("a night shift written as two spells is one", () => {
    const nights = WeeklyHours.everyDay([spell([22, 0], [24, 0]), spell([0, 0], [6, 0])])
    const calendar = WorkCalendar.makeOrThrow({ weekly: nights, ...march })
    expect(walls(calendar).slice(0, 2)).toEqual([
      "2025-03-03 00:00:00 - 2025-03-03 06:00:00",
      "2025-03-03 22:00:00 - 2025-03-04 06:00:00"
    ])
    expect(calendar.startSec.length).toBe(8)
  })

  test("spells never touch or overlap, and their sums are right", () => {
    fc.assert(
      fc.property(weekly(900), fc.constantFrom("Asia/Shanghai", "Europe/Berlin"), (hours, zone) => {
        const fromDay = day("2025-10-20")
        const made = WorkCalendar.make({ zone, weekly: hours, fromDay, untilDay: fromDay + 14 })
        if (!made.ok) throw new RangeError("good hours were refused")
        const { startSec, endSec, workSecBefore } = made.calendar
        expect(workSecBefore.length).toBe(startSec.length + 1)
        startSec.forEach((start, index) => {
          const end = endSec[index] ?? Number.NaN
          expect(end).toBeGreaterThan(start)
          if (index > 0) expect(start).toBeGreaterThan(endSec[index - 1] ?? Number.NaN)
          const sum =
            (workSecBefore[index + 1] ?? Number.NaN) - (workSecBefore[index] ?? Number.NaN)
          expect(sum).toBe(end - start)
        })
      }),
      { numRuns: 100, seed: 4 }
    )
  })

  test("every problem is returned at once, and thrown in words by makeOrThrow", () => {
    const bad: WorkCalendar.Options = { zone: "Mars/Base", weekly: [], fromDay: 5, untilDay: 5 }
    const made = WorkCalendar.make(bad)
    expect(made.ok ? [] : made.problems).toEqual([
      { code: "WeekNotSevenDays", path: "weekly", value: "0 lists" },
      { code: "UnknownZone", path: "zone", value: '"Mars/Base"' },
      { code: "DayRangeInvalid", path: "fromDay, untilDay", value: "5 to 5" }
    ])
    expect(() => WorkCalendar.makeOrThrow(bad)).toThrow('zone: got "Mars/Base"; expected the IANA')
  })

  test.each([
    [0.5, 10],
    [10, 9],
    [0, Number.NaN],
    [0, WorkCalendar.dayCountMax + 1],
    [3_000_000, 3_000_001]
  ])("a range from day %d to day %d is refused", (fromDay, untilDay) => {
    const weekly = WeeklyHours.everyDay(WeeklyHours.officeSpells)
    const made = WorkCalendar.make({ weekly, fromDay, untilDay })
    expect(made.ok ? [] : made.problems.map((problem) => problem.code)).toEqual(["DayRangeInvalid"])
  })

  test("a range of 200 years is accepted", () => {
    const weekly = WeeklyHours.everyDay([spell([0, 0], [24, 0])])
    const made = WorkCalendar.make({ weekly, fromDay: 0, untilDay: WorkCalendar.dayCountMax })
    expect(made.ok && made.calendar.startSec.length).toBe(1)
  })
})

describe("changes of clocks", () => {
  const sundays = (zone: string, date: string, hours: WeeklyHours.Spell) =>
    WorkCalendar.makeOrThrow({
      zone,
      weekly: WeeklyHours.everyDay([hours]),
      fromDay: day(date),
      untilDay: day(date) + 1
    })

  test("a day is 23 hours long in spring and 25 in autumn", () => {
    const allDay = spell([0, 0], [24, 0])
    for (const [zone, spring, autumn] of [
      ["America/Los_Angeles", "2025-03-09", "2025-11-02"],
      ["Europe/Berlin", "2025-03-30", "2025-10-26"]
    ] as const) {
      const short = sundays(zone, spring, allDay)
      const long = sundays(zone, autumn, allDay)
      expect(WorkCalendar.openSecOf(short, short.fromSec, short.untilSec)).toBe(23 * hour)
      expect(WorkCalendar.openSecOf(long, long.fromSec, long.untilSec)).toBe(25 * hour)
    }
  })

  test("a spell that begins in the skipped hour begins with the change", () => {
    const calendar = sundays("Europe/Berlin", "2025-03-30", spell([2, 30], [5, 0]))
    expect(walls(calendar)).toEqual(["2025-03-30 03:00:00 - 2025-03-30 05:00:00"])
  })

  test("a spell within the skipped hour does not happen", () => {
    const calendar = sundays("Europe/Berlin", "2025-03-30", spell([2, 0], [3, 0]))
    expect(calendar.startSec.length).toBe(0)
    expect(WorkCalendar.workSecBetween(calendar, calendar.fromSec, calendar.untilSec)).toBe(0)
    expect(() => WorkCalendar.addWorkSec(calendar, calendar.fromSec, 1)).toThrow(RangeError)
  })

  test("a spell over the doubled hour is an hour longer, one that ends in it is not", () => {
    const over = sundays("Europe/Berlin", "2025-10-26", spell([1, 0], [4, 0]))
    expect(WorkCalendar.openSecOf(over, over.fromSec, over.untilSec)).toBe(4 * hour)
    const endsIn = sundays("Europe/Berlin", "2025-10-26", spell([1, 0], [2, 30]))
    expect(WorkCalendar.openSecOf(endsIn, endsIn.fromSec, endsIn.untilSec)).toBe(1.5 * hour)
  })
})

describe("every hour", () => {
  test("working time is calendar time, to a fraction of a second", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4e9, max: 4e9, noNaN: true }),
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        (atSec, workSec) => {
          const { everyHour } = WorkCalendar
          const start = atSec + 0
          const work = workSec + 0
          expect(WorkCalendar.addWorkSec(everyHour, start, work)).toBe(start + work)
          expect(WorkCalendar.workSecBetween(everyHour, start, start + work)).toBe(
            start + work - start
          )
          expect(WorkCalendar.isOpen(everyHour, start)).toBe(true)
        }
      ),
      { numRuns: 300, seed: 5 }
    )
  })
})

test("a calendar survives the way to a worker thread", () => {
  const copy = structuredClone(office)
  expect(copy).toEqual(office)
  const startSec = instant("2025-03-07 17:00:00")
  expect(WorkCalendar.addWorkSec(copy, startSec, 60)).toBe(startSec + 60)
})
