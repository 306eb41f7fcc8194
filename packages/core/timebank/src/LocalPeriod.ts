/**
 * Days, months and years by the wall clock of one zone, as the policies of a time bank count them:
 * caps per day and per month, purchase limits, budgets, lapse dates. An instant belongs to exactly
 * one period of each kind; a period begins at its first second and ends before that of the next.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"

/**
 * The kinds of periods; `Ever` is all of time. Append only.
 *
 * @source none: our own names
 * @category periods
 * @since 0.1.0
 */
export const list = ["Day", "Month", "Year", "Ever"] as const

/**
 * One of the kinds of periods.
 *
 * @category periods
 * @since 0.1.0
 */
export type LocalPeriod = (typeof list)[number]

/**
 * The number of the period that an instant lies in: the day since 1970-01-01, the month as twelve
 * times the year plus 0 to 11, the year itself, or 0 for `Ever`.
 *
 * Two instants lie in the same period exactly when their numbers are equal. Throws a `RangeError`
 * for an unknown zone, as `Zone.toLocal` does. Cost: one `Intl` formatting, some microseconds.
 *
 * ```ts
 * import { LocalPeriod } from "@wangge/timebank"
 *
 * // 16:00 in Greenwich is midnight in Shanghai
 * const days = [57_599, 57_600].map((sec) => LocalPeriod.numberOf("Asia/Shanghai", "Day", sec))
 * days // => [0, 1]
 * ```
 *
 * @category periods
 * @since 0.1.0
 */
export const numberOf = (zone: string, period: LocalPeriod, atSec: number): number => {
  if (period === "Ever") return 0
  const { dayNumber } = Zone.toLocal(zone, atSec)
  if (period === "Day") return dayNumber
  const { month, year } = Seconds.civilDate(dayNumber)
  return period === "Year" ? year : year * 12 + month - 1
}

/**
 * The first second after the period that an instant lies in; the largest safe integer for `Ever`.
 *
 * ```ts
 * import { LocalPeriod } from "@wangge/timebank"
 *
 * LocalPeriod.endSec("Asia/Shanghai", "Day", 0) // => 57600
 * ```
 *
 * @category periods
 * @since 0.1.0
 */
export const endSec = (zone: string, period: LocalPeriod, atSec: number): number => {
  if (period === "Ever") return Number.MAX_SAFE_INTEGER
  return Zone.toInstantSec(zone, endDay(period, Zone.toLocal(zone, atSec).dayNumber), 0)
}

/**
 * The first day after the period that a day lies in, as a day number.
 *
 * Throws a `RangeError` for `Ever`, which has none.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { LocalPeriod } from "@wangge/timebank"
 *
 * const leapDay = Seconds.dayNumber(2024, 2, 29)
 * Seconds.toIsoDate(LocalPeriod.endDay("Month", leapDay)) // => "2024-03-01"
 * ```
 *
 * @category periods
 * @since 0.1.0
 */
export const endDay = (period: LocalPeriod, dayNumber: number): number => {
  const { month, year } = Seconds.civilDate(dayNumber)
  switch (period) {
    case "Day":
      return dayNumber + 1
    case "Month":
      return month === 12
        ? Seconds.dayNumber(year + 1, 1, 1)
        : Seconds.dayNumber(year, month + 1, 1)
    case "Year":
      return Seconds.dayNumber(year + 1, 1, 1)
    case "Ever":
      throw new RangeError("Expected a period that ends; Ever has no last day")
  }
}

/**
 * The day so many months after another; where that month is too short, its last day.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { LocalPeriod } from "@wangge/timebank"
 *
 * const day = LocalPeriod.addMonths(Seconds.dayNumber(2024, 1, 31), 1)
 * Seconds.toIsoDate(day) // => "2024-02-29"
 * ```
 *
 * @source none: the last day of a short month, as ISO 8601 durations are commonly added; PRC Civil
 * Code, art. 202: where the last month has no such day, the period ends on that month's last day
 * @category periods
 * @since 0.1.0
 */
export const addMonths = (dayNumber: number, monthCount: number): number => {
  const { day, month, year } = Seconds.civilDate(dayNumber)
  const months = year * 12 + month - 1 + monthCount
  const toYear = Math.floor(months / 12)
  const first = Seconds.dayNumber(toYear, months - toYear * 12 + 1, 1)
  const lastDay = endDay("Month", first) - first
  return first + Math.min(day, lastDay) - 1
}

/**
 * Whole years that someone born on a day has completed on another; someone born on 29 February
 * completes a year on 1 March where there is no 29 February. Negative before birth.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { LocalPeriod } from "@wangge/timebank"
 *
 * const born = Seconds.dayNumber(1965, 6, 2)
 * const eve = Seconds.dayNumber(2025, 6, 1)
 * const ages = [eve, eve + 1].map((day) => LocalPeriod.ageYears(born, day))
 * ages // => [59, 60]
 * ```
 *
 * @source none: the common reading of "has reached the age of": from the birthday on
 * @category periods
 * @since 0.1.0
 */
export const ageYears = (bornDay: number, onDay: number): number => {
  const born = Seconds.civilDate(bornDay)
  const on = Seconds.civilDate(onDay)
  const isBefore = on.month < born.month || (on.month === born.month && on.day < born.day)
  return on.year - born.year - (isBefore ? 1 : 0)
}
