/**
 * When work is done: weekly hours with breaks, holidays and make-up workdays in one time zone,
 * compiled to a table of open spells for a range of days. The queries (add working seconds, working
 * seconds between, next opening) stand in `SpellTable.ts` and are offered from here.
 */
import { Seconds } from "@wangge/facts"
import { type CalendarProblem, describe } from "./CalendarProblem.ts"
import { china, type Holidays, none } from "./Holidays.ts"
import { compileSpells, type Plan } from "./internal/compileSpells.ts"
import type { SpellTable } from "./SpellTable.ts"
import {
  mondayToFriday,
  officeSpells,
  type Spell,
  type WeeklyHours,
  problems as weeklyProblems
} from "./WeeklyHours.ts"
import { dayMax, dayMin, isKnown } from "./Zone.ts"

export * from "./SpellTable.ts"

/**
 * A compiled calendar: its open spells from `fromSec` to `untilSec`, and what it was made of.
 *
 * `unknownHolidayYears` lists the years of the range whose holidays the source did not know: their
 * days were compiled as ordinary. A calendar is plain data and can be sent to a worker thread.
 *
 * @category calendars
 * @since 0.1.0
 */
export interface WorkCalendar extends SpellTable {
  readonly zone: string
  readonly unknownHolidayYears: ReadonlyArray<number>
}

/**
 * How to make a calendar.
 *
 * The range runs from the first second of `fromDay` to the first second of `untilDay` by the wall
 * clock of `zone` (default `Asia/Shanghai`). `holidays` defaults to none. A make-up workday, whatever
 * weekday it falls on, has the hours of `makeUpWeekday` (default 0, Monday); that weekday must have
 * hours if the range holds a make-up workday.
 *
 * @category calendars
 * @since 0.1.0
 */
export interface Options {
  readonly zone?: string
  readonly weekly: WeeklyHours
  readonly holidays?: Holidays
  readonly makeUpWeekday?: number
  readonly fromDay: number
  readonly untilDay: number
}

/**
 * What {@link make} returns: the calendar, or every problem that was found.
 *
 * @category calendars
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly calendar: WorkCalendar }
  | { readonly ok: false; readonly problems: ReadonlyArray<CalendarProblem> }

/**
 * The longest range of days that one calendar may be compiled for: 200 years.
 *
 * @category calendars
 * @source none: a guard against a slip of units; longer than any study or ledger
 * @since 0.1.0
 */
export const dayCountMax = 73_050

/**
 * A calendar compiled from its description, or the list of what is wrong with it.
 *
 * Returns `UnknownZone`, `WeekNotSevenDays`, `SpellOutsideDay`, `SpellsOverlap`, `NoOpenHours`,
 * `WeekdayInvalid` and `DayRangeInvalid`. When clocks change, a spell runs from the instant its start
 * is first shown on the wall until the instant its end is first shown (`Zone.toInstantSec`). Cost:
 * one `Zone.offsetSec` a day, and a sorted table of 16 bytes a spell and 8 for its sum.
 *
 * ```ts
 * import { WeeklyHours, WorkCalendar } from "@wangge/calendar"
 *
 * const weekly = WeeklyHours.mondayToFriday([WeeklyHours.spell([9, 0], [17, 0])])
 * const made = WorkCalendar.make({ zone: "Europe/Berlin", weekly, fromDay: 20_010, untilDay: 20_017 })
 * made.ok && made.calendar.startSec.length // => 5
 * ```
 *
 * @category calendars
 * @since 0.1.0
 */
export const make = (options: Options): Made => {
  const plan: Plan = {
    zone: options.zone ?? "Asia/Shanghai",
    weekly: options.weekly,
    holidays: options.holidays ?? none,
    makeUpWeekday: options.makeUpWeekday ?? 0,
    fromDay: options.fromDay,
    untilDay: options.untilDay
  }
  const problems = problemsOf(plan)
  if (problems.length > 0) return { ok: false, problems }
  const table = compileSpells(plan)
  const calendar: WorkCalendar = {
    zone: plan.zone,
    unknownHolidayYears: unknownYears(plan),
    fromSec: table.fromSec,
    untilSec: table.untilSec,
    startSec: table.startSec,
    endSec: table.endSec,
    workSecBefore: table.workSecBefore
  }
  return { ok: true, calendar }
}

/**
 * A calendar from a description that is known to be good.
 *
 * Throws a `RangeError` that lists every problem otherwise: use {@link make} for what people write.
 *
 * @category calendars
 * @since 0.1.0
 */
export const makeOrThrow = (options: Options): WorkCalendar => {
  const made = make(options)
  if (made.ok) return made.calendar
  throw new RangeError(made.problems.map((problem) => describe(problem, "en")).join("\n"))
}

/**
 * Open at every hour of every day: working time is calendar time.
 *
 * Covers every instant that a JavaScript date can name, 100 million days each side of 1970.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * WorkCalendar.addWorkSec(WorkCalendar.everyHour, 1000, 60) // => 1060
 * ```
 *
 * @category calendars
 * @source none: definition
 * @since 0.1.0
 */
export const everyHour: WorkCalendar = {
  zone: "Etc/UTC",
  unknownHolidayYears: [],
  fromSec: -8_640_000_000_000,
  untilSec: 8_640_000_000_000,
  startSec: Float64Array.of(-8_640_000_000_000),
  endSec: Float64Array.of(8_640_000_000_000),
  workSecBefore: Float64Array.of(0, 17_280_000_000_000)
}

/**
 * Office hours in mainland China: Monday to Friday and make-up workdays, public holidays closed.
 *
 * `hours` are the spells of a working day, by default `WeeklyHours.officeSpells`: 8:30-12:00
 * and 13:30-17:30. `fromDay` is the first day, `untilDay` the first day that is no longer in. Throws
 * a `RangeError` for hours or a range that {@link make} refuses. Look at `unknownHolidayYears` for
 * years that are not announced yet.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * const october = { fromDay: Seconds.dayNumber(2025, 10, 1), untilDay: Seconds.dayNumber(2025, 11, 1) }
 * const calendar = WorkCalendar.officeHoursChina(october)
 * WorkCalendar.openSecOf(calendar, calendar.fromSec, calendar.untilSec) / 27_000 // => 18
 * ```
 *
 * @category calendars
 * @source hours: none, an assumed default; days: see `Holidays.china`
 * @since 0.1.0
 */
export const officeHoursChina = (options: {
  readonly hours?: ReadonlyArray<Spell>
  readonly fromDay: number
  readonly untilDay: number
}): WorkCalendar =>
  makeOrThrow({
    weekly: mondayToFriday(options.hours ?? officeSpells),
    holidays: china,
    fromDay: options.fromDay,
    untilDay: options.untilDay
  })

const problemsOf = (plan: Plan): ReadonlyArray<CalendarProblem> => {
  const problems: Array<CalendarProblem> = [...weeklyProblems(plan.weekly)]
  if (!isKnown(plan.zone)) {
    problems.push({ code: "UnknownZone", path: "zone", value: JSON.stringify(plan.zone) })
  }
  const isRange =
    Number.isInteger(plan.fromDay) &&
    Number.isInteger(plan.untilDay) &&
    plan.fromDay > dayMin &&
    plan.fromDay < plan.untilDay &&
    plan.untilDay < dayMax &&
    plan.untilDay - plan.fromDay <= dayCountMax
  if (!isRange) {
    const value = `${plan.fromDay} to ${plan.untilDay}`
    problems.push({ code: "DayRangeInvalid", path: "fromDay, untilDay", value })
  }
  if (problems.length === 0 && !hasMakeUpHours(plan)) {
    const value = String(plan.makeUpWeekday)
    problems.push({ code: "WeekdayInvalid", path: "makeUpWeekday", value })
  }
  return problems
}

/** Whether the named weekday exists, and has hours if any day of the range needs them. */
const hasMakeUpHours = (plan: Plan): boolean => {
  const spells = plan.weekly[plan.makeUpWeekday]
  if (spells === undefined) return false
  if (spells.length > 0) return true
  for (let day = plan.fromDay; day < plan.untilDay; day++) {
    if (plan.holidays.dayKind(day) === "makeUpWorkday") return false
  }
  return true
}

const unknownYears = (plan: Plan): ReadonlyArray<number> => {
  const last = Seconds.civilDate(plan.untilDay - 1).year
  const years: Array<number> = []
  for (let year = Seconds.civilDate(plan.fromDay).year; year <= last; year++) {
    if (!plan.holidays.knows(year)) years.push(year)
  }
  return years
}
