import { Deadline } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import type { Scenario } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import * as dayTable from "../src/internal/dayTable.ts"
import { aScenario } from "./aScenario.ts"

const daysOf = (calendar: Partial<Scenario.Calendar>): dayTable.DayTable => {
  const base = aScenario()
  return dayTable.compile({ ...base, calendar: { ...base.calendar, warmUpDays: 0, ...calendar } })
}

const isWorked = (table: dayTable.DayTable, day: number): boolean =>
  table.firstSpell[day + 1]! > table.firstSpell[day]!

describe("days of the Chinese calendar", () => {
  // From Thursday 23 January 2025: 26 January is a Sunday that is worked, 28 January to 4 February
  // are the holidays of the Spring Festival, 8 February is a Saturday that is worked.
  const table = daysOf({ startDate: "2025-01-23", days: 19 })

  test("holidays are off, make-up days are worked", () => {
    const worked = Array.from({ length: table.dayCount }, (_, day) => isWorked(table, day))
    const dates = worked.flatMap((is, day) =>
      is ? [Seconds.toIsoDate(Seconds.parseIsoDate("2025-01-23") + day)] : []
    )
    expect(dates).toEqual([
      "2025-01-23",
      "2025-01-24",
      "2025-01-26",
      "2025-01-27",
      "2025-02-05",
      "2025-02-06",
      "2025-02-07",
      "2025-02-08",
      "2025-02-10"
    ])
  })

  test("without holidays the same weeks are plain", () => {
    const plain = daysOf({ startDate: "2025-01-23", days: 19, holidays: "none" })
    const worked = Array.from({ length: 19 }, (_, day) => isWorked(plain, day))
    expect(worked).toEqual(Array.from(plain.weekday, (weekday) => weekday < 5))
  })

  test("a worked day has its two shifts of four hours", () => {
    const first = table.firstSpell[0]!
    expect(table.firstSpell[1]! - first).toBe(2)
    const hours = [first, first + 1].map((spell) => [
      (table.work.startSec[spell]! - table.startSec[0]!) / 3600,
      (table.work.endSec[spell]! - table.startSec[0]!) / 3600
    ])
    expect(hours).toEqual([
      [8, 12],
      [13.5, 17.5]
    ])
  })

  test("2025 has 248 working days", () => {
    expect(daysOf({ startDate: "2025-01-01", days: 5 }).workdaysPerYear).toBe(248)
  })

  test("months and weekdays are those of the date", () => {
    expect(table.weekday[0]).toBe(3)
    expect([table.month[8], table.month[9]]).toEqual([0, 1])
  })
})

test("days before the start are the warm-up", () => {
  const table = daysOf({ startDate: "2025-03-03", days: 10, warmUpDays: 3 })
  expect([table.dayCount, table.firstMeasured]).toEqual([13, 3])
  expect(table.measureSec).toBe(table.startSec[3])
  expect(table.endSec).toBe(table.startSec[13])
  expect(table.weekday[3]).toBe(0)
})

test("a day on which clocks change is an hour shorter or longer, and shifts keep their local time", () => {
  const spring = daysOf({ zone: "Europe/Berlin", startDate: "2025-03-29", days: 3 })
  const lengths = [0, 1, 2].map((day) => (spring.startSec[day + 1]! - spring.startSec[day]!) / 3600)
  expect(lengths).toEqual([24, 23, 24])
  const monday = spring.firstSpell[2]!
  expect((spring.work.startSec[monday]! - spring.startSec[2]!) / 3600).toBe(8)
  const autumn = daysOf({ zone: "Europe/Berlin", startDate: "2025-10-26", days: 1 })
  expect((autumn.startSec[1]! - autumn.startSec[0]!) / 3600).toBe(25)
})

test("years whose holidays are not known are named", () => {
  const calendar = { ...aScenario().calendar, startDate: "2098-12-30", days: 5, warmUpDays: 0 }
  expect(dayTable.unknownHolidayYears(calendar)).toEqual([2098, 2099])
  expect(dayTable.unknownHolidayYears({ ...calendar, holidays: "none" })).toEqual([])
  expect(dayTable.unknownHolidayYears(aScenario().calendar)).toEqual([])
})

test("the calendar reaches as far as the longest limit on the working clock", () => {
  const base = aScenario()
  const long = { contactHours: 1, resolveHours: 4000, extensionHours: 0 }
  const scenario: Scenario.Scenario = {
    ...base,
    policy: { ...base.policy, deadlineClock: "working" },
    deadlines: { ...base.deadlines, Petition: long }
  }
  expect(dayTable.workdaysOfLongestLimit(scenario)).toBe(500)
  expect(dayTable.workdaysOfLongestLimit(base)).toBe(0)
  const table = dayTable.compile(scenario)
  const dueSec = Deadline.dueSec(table.clocks.working, table.endSec - 1, 4000 * 3600)
  expect(Number.isFinite(dueSec)).toBe(true)
})
