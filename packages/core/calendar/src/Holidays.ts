/**
 * Which civil days are holidays or make-up workdays. A calendar reads this small interface only, so
 * that a town can add its own days; the public holidays of mainland China come with the package.
 * Years for which nothing is known are visible, because next year's days are announced late.
 */
import { Seconds } from "@wangge/facts"
import { type CalendarProblem, describe, type Words } from "./CalendarProblem.ts"
import { holidayRows, makeUpRows, type Row } from "./internal/chineseDays.ts"

/**
 * What a day is: `ordinary` days keep the hours of their weekday, a `holiday` is closed, a
 * `makeUpWorkday` is worked though it is a day of rest.
 *
 * @category holidays
 * @since 0.1.0
 */
export type DayKind = "ordinary" | "holiday" | "makeUpWorkday"

/**
 * A source of holidays, asked by day number (days since 1970-01-01).
 *
 * `name` is `undefined` on ordinary days. `knows` says whether the days of a year are in: in a year
 * that it does not know, every day is `ordinary` for want of knowledge.
 *
 * @category holidays
 * @since 0.1.0
 */
export interface Holidays {
  /** What kind of day it is. */
  readonly dayKind: (dayNumber: number) => DayKind
  /** The name of the holiday, if the day belongs to one. */
  readonly name: (dayNumber: number) => Words | undefined
  readonly knownYears: ReadonlyArray<number>
  /** Whether the source has the year. */
  readonly knows: (year: number) => boolean
}

/**
 * One special day as plain data: an ISO date, what it is, and its name.
 *
 * @category holidays
 * @since 0.1.0
 */
export interface SpecialDay {
  readonly date: string
  readonly kind: "holiday" | "makeUpWorkday"
  readonly name: Words
}

/**
 * What {@link make} returns: the holidays, or every problem that was found.
 *
 * @category holidays
 * @since 0.1.0
 */
export type Made =
  | { readonly ok: true; readonly holidays: Holidays }
  | { readonly ok: false; readonly problems: ReadonlyArray<CalendarProblem> }

/**
 * No holidays at all, as a decision: it knows every year, and every day is ordinary.
 *
 * @category holidays
 * @since 0.1.0
 */
export const none: Holidays = {
  dayKind: () => "ordinary",
  name: () => undefined,
  knownYears: [],
  knows: () => true
}

/**
 * Holidays from a list of special days.
 *
 * `knownYears` defaults to the years that occur in the list. Returns the problems `DateInvalid`,
 * `DateRepeated`, `YearInvalid` and `YearNotKnown` (a date outside `knownYears`). Lookups cost one
 * hash.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { Holidays } from "@wangge/calendar"
 *
 * const fair = { en: "Town fair", zh: "庙会" }
 * const made = Holidays.make([{ date: "2025-05-20", kind: "holiday", name: fair }])
 * made.ok && made.holidays.dayKind(Seconds.dayNumber(2025, 5, 20)) // => "holiday"
 * made.ok && made.holidays.knows(2026) // => false
 * ```
 *
 * @category holidays
 * @since 0.1.0
 */
export const make = (
  days: ReadonlyArray<SpecialDay>,
  knownYears: ReadonlyArray<number> = yearsOf(days)
): Made => {
  const problems: Array<CalendarProblem> = []
  const years = new Set(knownYears)
  const byDay = new Map<number, SpecialDay>()
  knownYears.forEach((year, index) => {
    if (!(Number.isInteger(year) && year >= 1 && year <= 9999)) {
      problems.push({ code: "YearInvalid", path: `knownYears[${index}]`, value: String(year) })
    }
  })
  days.forEach((day, index) => {
    const path = `days[${index}].date`
    const dayNumber = Seconds.parseIsoDate(day.date)
    const value = JSON.stringify(day.date)
    if (Number.isNaN(dayNumber)) problems.push({ code: "DateInvalid", path, value })
    else if (byDay.has(dayNumber)) problems.push({ code: "DateRepeated", path, value })
    else if (!years.has(Number(day.date.slice(0, 4)))) {
      problems.push({ code: "YearNotKnown", path, value })
    } else byDay.set(dayNumber, day)
  })
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    holidays: {
      dayKind: (dayNumber) => byDay.get(dayNumber)?.kind ?? "ordinary",
      name: (dayNumber) => byDay.get(dayNumber)?.name,
      knownYears: [...years].sort((left, right) => left - right),
      knows: (year) => years.has(year)
    }
  }
}

/**
 * Holidays from a list that is known to be good.
 *
 * Throws a `RangeError` that lists every problem otherwise: use {@link make} for what people write.
 *
 * @category holidays
 * @since 0.1.0
 */
export const makeOrThrow = (
  days: ReadonlyArray<SpecialDay>,
  knownYears: ReadonlyArray<number> = yearsOf(days)
): Holidays => {
  const made = make(days, knownYears)
  if (made.ok) return made.holidays
  throw new RangeError(made.problems.map((problem) => describe(problem, "en")).join("\n"))
}

const yearsOf = (days: ReadonlyArray<SpecialDay>): ReadonlyArray<number> => [
  ...new Set(
    days
      .filter((day) => !Number.isNaN(Seconds.parseIsoDate(day.date)))
      .map((day) => Number(day.date.slice(0, 4)))
  )
]

const specialDay = (kind: SpecialDay["kind"], [date, text]: Row): SpecialDay => {
  const [en = "", zh = ""] = text.split(",")
  return { date, kind, name: { en, zh } }
}

const chinaDays = (): Holidays =>
  makeOrThrow([
    ...holidayRows.map((row) => specialDay("holiday", row)),
    ...makeUpRows.map((row) => specialDay("makeUpWorkday", row))
  ])

/**
 * The public holidays and make-up workdays of mainland China, 2004 to 2026.
 *
 * A year enters when the State Council announces it, late in the year before; that announcement
 * may still turn days at the end of December of a known year into holidays or workdays.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { Holidays } from "@wangge/calendar"
 *
 * Holidays.china.dayKind(Seconds.dayNumber(2025, 1, 26)) // => "makeUpWorkday"
 * Holidays.china.name(Seconds.dayNumber(2025, 10, 1)) // => { en: "National Day", zh: "国庆节" }
 * ```
 *
 * @category holidays
 * @source State Council General Office, yearly notices on the arrangement of holidays (国务院办公厅关于部分节假日安排的通知), 2004-2026, as collected by chinese-days 1.5.7
 * @since 0.1.0
 */
export const china: Holidays = /* @__PURE__ */ chinaDays()
