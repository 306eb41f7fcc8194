/**
 * The days of a run: when each begins, its month and weekday, and whether people work. Day 0 is
 * the first day of the warm-up; `firstMeasured` is the first day that counts.
 */
import { Clock, Holidays, WeeklyHours, WorkCalendar, Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import type { Calendar, Scenario } from "../Scenario.ts"

/** The days of a run in typed arrays, one row per day. */
export interface DayTable {
  readonly dayCount: number
  readonly firstMeasured: number
  /** Start of each local day, and of the day after the last: `dayCount + 1` rows. */
  readonly startSec: Float64Array
  /** 0 to 11. */
  readonly month: Uint8Array
  /** 0 = Monday to 6 = Sunday. */
  readonly weekday: Uint8Array
  /** Working days before the day within its calendar week, -1 on a day off. */
  readonly workdayOfWeek: Int8Array
  readonly workdaysPerYear: number
  readonly measureSec: number
  readonly endSec: number
  readonly work: WorkCalendar.WorkCalendar
  /** Row of the first spell of each day in `work`, and one more; equal rows: a day off. */
  readonly firstSpell: Int32Array
  /** Day of each spell of the run. */
  readonly dayOfSpell: Int32Array
  readonly clocks: { readonly calendar: Clock.Clock; readonly working: Clock.Clock }
}

/** Days that the working calendar reaches beyond the run whatever the limits. */
const beyondDaysMin = 90
/** Compiled tables are kept for the next replications of the same scenario. */
const keptMax = 4
const kept = new Map<string, DayTable>()

/**
 * The days of a scenario. The same calendar and limits give the same table, which is kept: a study
 * asks for it once per replication.
 */
export const compile = (scenario: Scenario): DayTable => {
  const beyondDays = daysBeyond(scenario)
  const key = JSON.stringify([scenario.calendar, beyondDays])
  const known = kept.get(key)
  if (known !== undefined) return known
  const table = tableOf(scenario.calendar, beyondDays)
  if (kept.size >= keptMax) kept.clear()
  kept.set(key, table)
  return table
}

/** Working days that the longest limit can take on the working clock; 0 on the calendar clock. */
export const workdaysOfLongestLimit = ({ deadlines, policy, calendar }: Scenario): number => {
  if (policy.deadlineClock === "calendar") return 0
  const hours = Object.values(deadlines).map((row) => row.resolveHours + row.extensionHours)
  const shiftSec = calendar.shifts.reduce(
    (sum, shift) => sum + ofDay(shift.until) - ofDay(shift.from),
    0
  )
  return Math.ceil((Math.max(...hours) * Seconds.hourSec) / shiftSec)
}

/** Two calendar days for each working day are enough through every holiday week. */
const daysBeyond = (scenario: Scenario): number =>
  beyondDaysMin + 2 * workdaysOfLongestLimit(scenario)

const tableOf = (calendar: Calendar, beyondDays: number): DayTable => {
  const firstDay = Seconds.parseIsoDate(calendar.startDate) - calendar.warmUpDays
  const dayCount = calendar.warmUpDays + calendar.days
  const work = workCalendarOf(calendar, firstDay, firstDay + dayCount + beyondDays)
  const startSec = new Float64Array(dayCount + 1)
  for (let day = 0; day <= dayCount; day++) {
    startSec[day] = Zone.toInstantSec(calendar.zone, firstDay + day, 0)
  }
  const firstSpell = spellRows(work, startSec)
  const weekday = new Uint8Array(dayCount)
  const month = new Uint8Array(dayCount)
  const workdayOfWeek = new Int8Array(dayCount).fill(-1)
  let worked = 0
  for (let day = 0; day < dayCount; day++) {
    weekday[day] = Zone.weekday(firstDay + day)
    month[day] = Seconds.civilDate(firstDay + day).month - 1
    if (weekday[day] === 0) worked = 0
    if (firstSpell[day + 1]! > firstSpell[day]!) workdayOfWeek[day] = worked++
  }
  return {
    dayCount,
    firstMeasured: calendar.warmUpDays,
    startSec,
    month,
    weekday,
    workdayOfWeek,
    workdaysPerYear: workdaysPerYear(calendar, firstDay),
    measureSec: startSec[calendar.warmUpDays]!,
    endSec: startSec[dayCount]!,
    work,
    firstSpell,
    dayOfSpell: daysOf(firstSpell),
    clocks: { calendar: Clock.calendar, working: Clock.working(work) }
  }
}

const workCalendarOf = (
  calendar: Calendar,
  fromDay: number,
  untilDay: number
): WorkCalendar.WorkCalendar =>
  WorkCalendar.makeOrThrow({
    zone: calendar.zone,
    weekly: WeeklyHours.mondayToFriday(
      calendar.shifts.map((shift) => ({ startSec: ofDay(shift.from), endSec: ofDay(shift.until) }))
    ),
    holidays: calendar.holidays === "china" ? Holidays.china : Holidays.none,
    fromDay,
    untilDay
  })

/** Seconds into the day of a text such as `08:30`; `24:00` is the day's end. */
export const ofDay = (text: string): number =>
  Number(text.slice(0, 2)) * Seconds.hourSec + Number(text.slice(3, 5)) * Seconds.minuteSec

const spellRows = (work: WorkCalendar.WorkCalendar, dayStartSec: Float64Array): Int32Array => {
  const rows = new Int32Array(dayStartSec.length)
  let spell = 0
  dayStartSec.forEach((start, day) => {
    while (spell < work.startSec.length && work.startSec[spell]! < start) spell += 1
    rows[day] = spell
  })
  return rows
}

const daysOf = (firstSpell: Int32Array): Int32Array => {
  const days = new Int32Array(firstSpell[firstSpell.length - 1]!)
  for (let day = 0; day + 1 < firstSpell.length; day++) {
    days.fill(day, firstSpell[day]!, firstSpell[day + 1]!)
  }
  return days
}

/** Years of the run whose public holidays the source does not know. */
export const unknownHolidayYears = (calendar: Calendar): ReadonlyArray<number> => {
  const firstDay = Seconds.parseIsoDate(calendar.startDate) - calendar.warmUpDays
  const untilDay = firstDay + calendar.warmUpDays + calendar.days
  return workCalendarOf(calendar, firstDay, untilDay).unknownHolidayYears
}

/** Working days in the 365 days from a day: what a yearly duty is spread over. */
const workdaysPerYear = (calendar: Calendar, firstDay: number): number => {
  const year = workCalendarOf(calendar, firstDay, firstDay + 365)
  const days = new Set(
    Array.from(year.startSec, (start) => Zone.toLocal(calendar.zone, start).dayNumber)
  )
  return days.size
}
