/**
 * Numbers as people read them, in English and Chinese: thousands separators, shares as percent,
 * hours as minutes, hours or days. Written out here, without the machine's locale data, so that
 * the same study gives the same bytes on every computer.
 */
import type { Outcome } from "@wangge/simulator"

/**
 * The two languages that every face of Wangge speaks.
 *
 * @category languages
 * @since 0.1.0
 */
export type Language = "en" | "zh"

/**
 * A number that may be missing: `null` and anything that is not finite count as missing.
 *
 * @category numbers
 * @since 0.1.0
 */
export type Maybe = number | null | undefined

/**
 * What stands in place of a missing number: `none` or `无`.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.none("zh") // => "无"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const none = (lang: Language): string => (lang === "en" ? "none" : "无")

/**
 * Whether there is a number to show.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.isNumber(Number.NaN) // => false
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const isNumber = (value: Maybe): value is number =>
  value !== null && value !== undefined && Number.isFinite(value)

/**
 * A number with a fixed count of decimals (0 to 20) and commas between thousands.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.decimal(1234567.891, 1, "en") // => "1,234,567.9"
 * NumberText.decimal(null, 1, "en") // => "none"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const decimal = (value: Maybe, digits: number, lang: Language): string => {
  if (!isNumber(value)) return none(lang)
  // From 1e21 on toFixed writes an exponent, which has no thousands to separate.
  const fixed = Math.abs(value).toFixed(digits)
  const [whole = "0", rest] = fixed.split(".")
  const grouped = whole.includes("e") ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",")
  const sign = value < 0 && /[1-9]/.test(fixed) ? "-" : ""
  return `${sign}${grouped}${rest === undefined ? "" : `.${rest}`}`
}

/**
 * A count: whole from 100 on, one decimal below that unless it is whole.
 *
 * A mean over replications need not be whole; below 100 the tenth still says something.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.count(12345.6, "en") // => "12,346"
 * NumberText.count(7.25, "en") // => "7.3"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const count = (value: Maybe, lang: Language): string =>
  decimal(value, isNumber(value) && Math.abs(value) < 100 && !Number.isInteger(value) ? 1 : 0, lang)

/**
 * A share from 0 to 1 as percent, with one decimal unless told otherwise.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.share(0.9325, "en") // => "93.3 %"
 * NumberText.share(0.9325, "zh") // => "93.3%"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const share = (value: Maybe, lang: Language, digits = 1): string =>
  isNumber(value)
    ? `${decimal(value * 100, digits, lang)}${lang === "en" ? " %" : "%"}`
    : none(lang)

/**
 * A span of hours in the unit that reads best: minutes below 1 hour, hours below 2 days, then days.
 *
 * A `halfWidth` in hours asks for as many decimals as its first digit needs, at most 2.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.duration(0.5, "en") // => "30 min"
 * NumberText.duration(30.25, "en") // => "30.3 hours"
 * NumberText.duration(120, "zh") // => "5.0天"
 * NumberText.duration(120, "en", 0.3) // => "5.00 days"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const duration = (hours: Maybe, lang: Language, halfWidth: Maybe = null): string => {
  if (!isNumber(hours)) return none(lang)
  const size = Math.abs(hours)
  const unit = durationUnits.find((entry) => size < entry.below) ?? durationUnits[2]
  const width = isNumber(halfWidth) ? halfWidth / unit.hours : null
  const shown = decimal(
    hours / unit.hours,
    Math.max(unit.digits, Math.min(2, digits("cases", width))),
    lang
  )
  return `${shown}${lang === "en" ? ` ${unit.en}` : unit.zh}`
}

const durationUnits = [
  { below: 1, hours: 1 / 60, digits: 0, en: "min", zh: "分钟" },
  { below: 48, hours: 1, digits: 1, en: "hours", zh: "小时" },
  { below: Number.POSITIVE_INFINITY, hours: 24, digits: 1, en: "days", zh: "天" }
] as const

/**
 * A share as so many of a hundred; the decimal is kept where it is needed to tell the share from
 * none or all.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.perHundred(0.934, "en") // => "93"
 * NumberText.perHundred(0.998, "en") // => "99.8"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const perHundred = (value: Maybe, lang: Language): string => {
  if (!isNumber(value)) return none(lang)
  const hundredths = value * 100
  const isNearBorder =
    (hundredths >= 0.05 && hundredths < 1) || (hundredths > 99 && hundredths < 99.95)
  return decimal(hundredths, isNearBorder ? 1 : 0, lang)
}

/**
 * A value in an outcome's unit, without the unit's name except for percent.
 *
 * `digits` counts the decimals as printed (of the percentage for a share).
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.ofUnit({ value: 0.5, unit: "share", digits: 1 }, "en") // => "50.0 %"
 * NumberText.ofUnit({ value: 30.25, unit: "hours", digits: 1 }, "en") // => "30.3"
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const ofUnit = (
  measure: { readonly value: Maybe; readonly unit: Outcome.Unit; readonly digits: number },
  lang: Language
): string =>
  measure.unit === "share"
    ? share(measure.value, lang, measure.digits)
    : decimal(measure.value, measure.digits, lang)

/**
 * How many decimals an outcome deserves: enough to show the first digit of its half-width, between
 * the unit's own least number and three.
 *
 * ```ts
 * import { NumberText } from "@wangge/report"
 *
 * NumberText.digits("share", 0.004) // => 1
 * NumberText.digits("share", 0.0004) // => 2
 * NumberText.digits("cases", 35) // => 0
 * ```
 *
 * @category numbers
 * @since 0.1.0
 */
export const digits = (unit: Outcome.Unit, halfWidth: Maybe): number => {
  const least = unit === "cases" ? 0 : unit === "perThousandMonth" ? 2 : 1
  if (!isNumber(halfWidth) || halfWidth <= 0) return least
  let width = unit === "share" ? halfWidth * 100 : halfWidth
  let needed = 0
  // Rounding to `needed` decimals must leave at least one digit that is not zero.
  while (needed < 3 && Math.round(width) === 0) {
    width *= 10
    needed += 1
  }
  return Math.max(least, needed)
}
