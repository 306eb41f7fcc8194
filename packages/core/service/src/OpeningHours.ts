/**
 * Opening hours of a service: lines of weekly hours compiled for a range of days, with holidays and
 * make-up workdays, in one time zone. A window keeps one or more lines; a resident meets them in free
 * time.
 */
import { type CalendarProblem, Holidays, WorkCalendar, Zone } from "@wangge/calendar"
import type { Spell } from "@wangge/grid"
import { common, union } from "./internal/spellSet.ts"
import { closedOnMakeUp, type Days, type Kind, type OpeningHoursRule } from "./OpeningHoursRule.ts"
import type * as ServiceChannel from "./ServiceChannel.ts"

/**
 * A line compiled for a range of days.
 *
 * @category hours
 * @since 0.1.0
 */
export interface HoursLine {
  readonly hoursId: string
  readonly kind: Kind
  readonly channel: ServiceChannel.ServiceChannel
  readonly isBookedOnly: boolean
  readonly calendar: WorkCalendar.WorkCalendar
}

/**
 * The compiled lines of a place, between two instants.
 *
 * @category hours
 * @since 0.1.0
 */
export interface OpeningHours extends Spell.Spell {
  readonly zone: string
  readonly lines: ReadonlyArray<HoursLine>
}

/**
 * For which days the lines are compiled, from the first second of `fromDay` to that of `untilDay`.
 *
 * @category hours
 * @since 0.1.0
 */
export interface Range {
  readonly zone: string
  readonly holidays: Holidays.Holidays
  readonly fromDay: number
  readonly untilDay: number
}

/**
 * Compiled hours, or what is wrong, line by line (`hoursId`) as the calendar package says it; a line
 * named twice is refused as `HoursNamedTwice`.
 *
 * @category hours
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly hours: OpeningHours }
  | { readonly ok: false; readonly problems: ReadonlyArray<LineProblem> }

/**
 * What is wrong with one line.
 *
 * @category hours
 * @since 0.1.0
 */
export interface LineProblem {
  readonly hoursId: string
  readonly problem: CalendarProblem.CalendarProblem | { readonly code: "HoursNamedTwice" }
}

/**
 * Compiles the lines of a place. Cost: that of `WorkCalendar.make` for each line.
 *
 * ```ts
 * import { Holidays } from "@wangge/calendar"
 * import { OpeningHours, OpeningHoursRule } from "@wangge/service"
 *
 * const range = { zone: "Asia/Shanghai", holidays: Holidays.china, fromDay: 20_010, untilDay: 20_017 }
 * const made = OpeningHours.compile([OpeningHoursRule.office("office")], range)
 * made.ok && OpeningHours.spellsOf(made.hours, { hoursIds: ["office"], isBooked: false }).length // => 10
 * ```
 *
 * @category hours
 * @since 0.1.0
 */
export const compile = (rules: ReadonlyArray<OpeningHoursRule>, range: Range): Made => {
  const problems: Array<LineProblem> = []
  const lines: Array<HoursLine> = []
  rules.forEach(({ hoursId, kind, channel, isBookedOnly, days, weekly, makeUpWeekday }, index) => {
    if (rules.findIndex((other) => other.hoursId === hoursId) < index) {
      problems.push({ hoursId, problem: { code: "HoursNamedTwice" } })
      return
    }
    const made = WorkCalendar.make({
      zone: range.zone,
      weekly,
      holidays: closedDays(days, makeUpWeekday, range.holidays),
      makeUpWeekday: Math.max(0, makeUpWeekday),
      fromDay: range.fromDay,
      untilDay: range.untilDay
    })
    if (made.ok) lines.push({ hoursId, kind, channel, isBookedOnly, calendar: made.calendar })
    else problems.push(...made.problems.map((problem) => ({ hoursId, problem })))
  })
  if (problems.length > 0) return { ok: false, problems }
  const { zone } = range
  const fromSec = Zone.toInstantSec(zone, range.fromDay, 0)
  const untilSec = Zone.toInstantSec(zone, range.untilDay, 0)
  return { ok: true, hours: { zone, fromSec, untilSec, lines } }
}

/** The holidays as a line sees them: a day on which it is not kept is a holiday for it. */
const closedDays = (
  days: Days,
  makeUpWeekday: number,
  holidays: Holidays.Holidays
): Holidays.Holidays => {
  if (days === "EveryDay") return Holidays.none
  const dayKind = (day: number): Holidays.DayKind => {
    const kind = holidays.dayKind(day)
    if (days === "RestDays") return isWorkday(holidays, day) ? "holiday" : "ordinary"
    return kind === "makeUpWorkday" && makeUpWeekday === closedOnMakeUp ? "holiday" : kind
  }
  const { name, knownYears, knows } = holidays
  return { dayKind, name, knownYears, knows }
}

/**
 * Whether a day is worked: Monday to Friday without a holiday, or a make-up workday.
 *
 * @source State Council notices on the arrangement of holidays (see `Holidays.china`); the five-day
 *   week of the State Council's rules on working hours, 1995
 * @category hours
 * @since 0.1.0
 */
export const isWorkday = (holidays: Holidays.Holidays, dayNumber: number): boolean => {
  const kind = holidays.dayKind(dayNumber)
  return kind === "makeUpWorkday" || (kind === "ordinary" && Zone.weekday(dayNumber) < 5)
}

/**
 * Which of the compiled hours are asked for: the lines named, and lines for booked residents only if
 * `isBooked`.
 *
 * @category questions
 * @since 0.1.0
 */
export interface Asked {
  readonly hoursIds: ReadonlyArray<string>
  readonly isBooked: boolean
}

/**
 * The lines that are asked for, in the order they were compiled.
 *
 * @category questions
 * @since 0.1.0
 */
export const linesOf = (hours: OpeningHours, asked: Asked): ReadonlyArray<HoursLine> =>
  hours.lines.filter(
    ({ hoursId, isBookedOnly }) =>
      asked.hoursIds.includes(hoursId) && (asked.isBooked || !isBookedOnly)
  )

/**
 * When at least one of the lines asked for is open: spells in order that neither touch nor overlap.
 * Staggered shifts that relieve one another are one spell. Cost: n log n in spells.
 *
 * @category questions
 * @since 0.1.0
 */
export const spellsOf = (hours: OpeningHours, asked: Asked): ReadonlyArray<Spell.Spell> =>
  union(
    linesOf(hours, asked).flatMap(({ calendar }) =>
      Array.from(calendar.startSec, (fromSec, index) => ({
        fromSec,
        untilSec: calendar.endSec[index]!
      }))
    )
  )

/**
 * Whether one of the lines asked for is open at an instant; never outside the compiled range.
 *
 * @category questions
 * @since 0.1.0
 */
export const isOpen = (hours: OpeningHours, asked: Asked, atSec: number): boolean =>
  linesOf(hours, asked).some(
    ({ calendar }) => WorkCalendar.covers(calendar, atSec) && WorkCalendar.isOpen(calendar, atSec)
  )

/**
 * When somebody who is free in some spells finds one of the lines open: the common seconds, in order.
 *
 * @category questions
 * @since 0.1.0
 */
export const meeting = (
  hours: OpeningHours,
  asked: Asked,
  free: ReadonlyArray<Spell.Spell>
): ReadonlyArray<Spell.Spell> => common(spellsOf(hours, asked), union(free))
