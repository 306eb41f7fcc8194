/**
 * Whole seconds: the one unit of time in the rules of the field. An instant is counted since the
 * Unix epoch in UTC, a span is a difference of two instants. No package of `core` uses `Date`;
 * civil days are counted here by arithmetic on the proleptic Gregorian calendar (ISO 8601).
 */

/**
 * Seconds in a minute.
 *
 * @category spans
 * @source none: definition
 * @since 0.1.0
 */
export const minuteSec = 60
/**
 * Seconds in an hour.
 *
 * @category spans
 * @source none: definition
 * @since 0.1.0
 */
export const hourSec = 3600
/**
 * Seconds in a day without a change of clocks.
 *
 * @category spans
 * @source none: definition
 * @since 0.1.0
 */
export const daySec = 86_400
/**
 * Seconds in a week without a change of clocks.
 *
 * @category spans
 * @source none: definition
 * @since 0.1.0
 */
export const weekSec = 604_800

/**
 * Whether a number can be an instant or a span: a safe integer.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 *
 * Seconds.isWhole(0.5) // => false
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const isWhole = (value: number): boolean => Number.isSafeInteger(value)

/**
 * Days from 1970-01-01 to a civil date; negative before it.
 *
 * `month` is 1 to 12, `day` 1 to 31. Cost: a few integer divisions, no allocation.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 *
 * Seconds.dayNumber(1970, 1, 2) // => 1
 * ```
 *
 * @category civil days
 * @source none: ISO 8601 calendar, days counted from 1 March so that the leap day comes last
 * @since 0.1.0
 */
export const dayNumber = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/**
 * A civil date.
 *
 * @category civil days
 * @since 0.1.0
 */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The civil date of a day number: the inverse of {@link dayNumber}.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 *
 * Seconds.civilDate(-1) // => { year: 1969, month: 12, day: 31 }
 * ```
 *
 * @category civil days
 * @since 0.1.0
 */
export const civilDate = (dayNumberValue: number): CivilDate => {
  const shifted = dayNumberValue + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day }
}

/**
 * The ISO 8601 text of a day number, `YYYY-MM-DD`.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 *
 * Seconds.toIsoDate(20_000) // => "2024-10-04"
 * ```
 *
 * @category civil days
 * @since 0.1.0
 */
export const toIsoDate = (dayNumberValue: number): string => {
  const { year, month, day } = civilDate(dayNumberValue)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/**
 * The day number of an ISO 8601 date, or `NaN` when the text is not a date that exists.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 *
 * Seconds.parseIsoDate("2024-10-04") // => 20000
 * ```
 *
 * @category civil days
 * @since 0.1.0
 */
export const parseIsoDate = (text: string): number => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return Number.NaN
  const found = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return toIsoDate(found) === text ? found : Number.NaN
}

/**
 * The ISO 8601 text of an instant in UTC, `YYYY-MM-DDThh:mm:ssZ`.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 *
 * Seconds.toIsoInstant(86_399) // => "1970-01-01T23:59:59Z"
 * ```
 *
 * @category instants
 * @since 0.1.0
 */
export const toIsoInstant = (atSec: number): string => {
  const day = Math.floor(atSec / daySec)
  const rest = atSec - day * daySec
  const hour = Math.floor(rest / hourSec)
  const minute = Math.floor((rest - hour * hourSec) / minuteSec)
  return `${toIsoDate(day)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(rest % minuteSec, 2)}Z`
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0")
