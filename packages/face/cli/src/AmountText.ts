/**
 * Amounts and times of a time bank as people read them: hour credits in hours and minutes, points as
 * they are, seconds as the date and the clock of the bank's own zone.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import { NumberText } from "@wangge/report"
import { LedgerRules, type Unit } from "@wangge/timebank"
import type { Lang } from "./Lang.ts"

/**
 * An amount of smallest units.
 *
 * ```ts
 * import { AmountText } from "wangge"
 *
 * AmountText.ofUnit(-90, "hours", "en") // => "-1 h 30 min"
 * AmountText.ofUnit(1250, "points", "zh") // => "1,250分"
 * ```
 *
 * @category display
 * @since 0.1.0
 */
export const ofUnit = (amount: number, unit: Unit.Unit, lang: Lang): string => {
  const sign = amount < 0 ? "-" : ""
  const size = Math.abs(amount)
  if (unit === "points") {
    return `${sign}${NumberText.count(size, lang)}${lang === "en" ? " points" : "分"}`
  }
  const hours = Math.floor(size / 60)
  const minutes = size - hours * 60
  const parts = [
    ...(hours > 0 ? [`${NumberText.count(hours, lang)}${words.hours[lang]}`] : []),
    ...(minutes > 0 || hours === 0 ? [`${minutes}${words.minutes[lang]}`] : [])
  ]
  return `${sign}${parts.join(lang === "en" ? " " : "")}`
}

const words = {
  hours: { en: " h", zh: "小时" },
  minutes: { en: " min", zh: "分钟" }
} as const

/**
 * The day of an instant on the wall of a zone, `YYYY-MM-DD`; an empty text for what never ends.
 *
 * ```ts
 * import { AmountText } from "wangge"
 *
 * AmountText.day(1_735_660_800, "Asia/Shanghai") // => "2025-01-01"
 * ```
 *
 * @category display
 * @since 0.1.0
 */
export const day = (atSec: number, zone: string): string =>
  isShown(atSec) ? Seconds.toIsoDate(Zone.toLocal(zone, atSec).dayNumber) : ""

/**
 * Day and clock of an instant on the wall of a zone, `YYYY-MM-DD hh:mm`.
 *
 * @category display
 * @since 0.1.0
 */
export const moment = (atSec: number, zone: string): string => {
  if (!isShown(atSec)) return ""
  const { dayNumber, secOfDay } = Zone.toLocal(zone, atSec)
  const minutes = Math.floor(secOfDay / Seconds.minuteSec)
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":")
  return `${Seconds.toIsoDate(dayNumber)} ${clock}`
}

/** Whether an instant has a date that can be shown: years 1 to 9999. */
const isShown = (atSec: number): boolean =>
  atSec < LedgerRules.noEnd &&
  atSec >= Zone.dayMin * Seconds.daySec &&
  atSec <= Zone.dayMax * Seconds.daySec
