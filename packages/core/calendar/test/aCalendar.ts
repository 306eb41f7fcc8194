/**
 * Makers for the tests of this package: instants from texts, calendars from random descriptions.
 */
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { Holidays, type WeeklyHours, WorkCalendar, Zone } from "../src/index.ts"

/** The instant at which the wall clock of a zone shows `2025-01-26 08:30:00`. */
export const instant = (text: string, zone = "Asia/Shanghai"): number => {
  const [date = "", time = "00:00:00"] = text.split(" ")
  const [hour = "0", minute = "0", second = "0"] = time.split(":")
  const secOfDay = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return Zone.toInstantSec(zone, Seconds.parseIsoDate(date), secOfDay)
}

/** What the wall clock of a zone shows, as `2025-01-26 08:30:00`. */
export const wall = (atSec: number, zone = "Asia/Shanghai"): string => {
  const { dayNumber, secOfDay } = Zone.toLocal(zone, atSec)
  return Seconds.toIsoInstant(dayNumber * 86_400 + secOfDay)
    .replace("T", " ")
    .replace("Z", "")
}

/** Office hours in China for the years 2024 to 2026. */
export const office = WorkCalendar.officeHoursChina({
  fromDay: Seconds.dayNumber(2024, 1, 1),
  untilDay: Seconds.dayNumber(2027, 1, 1)
})

const name = { en: "Day", zh: "日" }

/** Up to `countMax` spells of one day, borders at multiples of `stepSec`. */
export const spells = (
  countMax: number,
  stepSec: number
): fc.Arbitrary<WeeklyHours.WeeklyHours[0]> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 86_400 / stepSec }), { maxLength: countMax * 2 })
    .map((found) => found.sort((left, right) => left - right))
    .map((borders) =>
      Array.from({ length: borders.length >> 1 }, (_, index) => ({
        startSec: (borders[index * 2] ?? 0) * stepSec,
        endSec: (borders[index * 2 + 1] ?? 0) * stepSec
      }))
    )

/** Random weekly hours with at least one spell, on Monday at least. */
export const weekly = (stepSec: number): fc.Arbitrary<WeeklyHours.WeeklyHours> =>
  fc
    .array(spells(3, stepSec), { minLength: 7, maxLength: 7 })
    .filter((week) => (week[0]?.length ?? 0) > 0)

/** Holidays and make-up workdays on random days of a range. */
export const holidays = (fromDay: number, untilDay: number): fc.Arbitrary<Holidays.Holidays> =>
  fc
    .uniqueArray(fc.integer({ min: fromDay, max: untilDay - 1 }), { maxLength: 3 })
    .chain((days) =>
      fc.tuple(
        ...days.map((day) =>
          fc
            .constantFrom<Holidays.SpecialDay["kind"]>("holiday", "makeUpWorkday")
            .map((kind) => ({ date: Seconds.toIsoDate(day), kind, name }))
        )
      )
    )
    .map((list) => Holidays.makeOrThrow(list))

/** A calendar of a few days with random hours and holidays, and what it was made of. */
export const described = (options: {
  readonly dayCount: number
  readonly stepSec: number
}): fc.Arbitrary<{
  readonly plan: WorkCalendar.Options
  readonly calendar: WorkCalendar.WorkCalendar
}> =>
  fc
    .integer({ min: 19_000, max: 20_500 })
    .chain((fromDay) =>
      fc.record({
        weekly: weekly(options.stepSec),
        holidays: holidays(fromDay, fromDay + options.dayCount),
        makeUpWeekday: fc.constant(0),
        fromDay: fc.constant(fromDay),
        untilDay: fc.constant(fromDay + options.dayCount)
      })
    )
    .map((plan) => ({ plan, calendar: WorkCalendar.makeOrThrow(plan) }))
