/**
 * One line of opening hours as a town writes it: weekly hours of one kind (regular, staggered 错时,
 * extended 延时, "half past six" 六点半, lunch, days of rest, booked 预约, at home 上门) over one channel.
 * `OpeningHours` compiles lines for a range of days.
 */
import { WeeklyHours } from "@wangge/calendar"
import type { Label, Provenance } from "@wangge/facts"
import type * as ServiceChannel from "./ServiceChannel.ts"

/**
 * The kinds of lines. The position is the number used in databases: append only, never reorder.
 *
 * @source Bagongshan report: 错时、延时、预约、上门 service; Longxian report: staggered shifts and
 *   "half past six" service; the others are the plain remainder
 * @category hours
 * @since 0.1.0
 */
export const kinds = [
  "Regular",
  "Staggered",
  "Extended",
  "HalfPastSix",
  "Lunch",
  "RestDay",
  "Booked",
  "AtHome"
] as const

/**
 * One of {@link kinds}.
 *
 * @category hours
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * On which days a line is kept: on workdays (make-up workdays included), on every day, or only on
 * days of rest (weekends and holidays, make-up workdays excluded).
 *
 * @category hours
 * @since 0.1.0
 */
export type Days = "Workdays" | "EveryDay" | "RestDays"

/**
 * The `makeUpWeekday` of a line that is not kept on make-up workdays.
 *
 * @source none: our own mark, no weekday has this number
 * @category hours
 * @since 0.1.0
 */
export const closedOnMakeUp = -1

/**
 * One line as a town writes it. `weekly` are its hours by the wall clock; a make-up workday has those
 * of `makeUpWeekday` (0 is Monday) or, for {@link closedOnMakeUp}, none. `isBookedOnly` serves nobody
 * who has not booked.
 *
 * @category hours
 * @since 0.1.0
 */
export interface OpeningHoursRule {
  readonly hoursId: string
  readonly kind: Kind
  readonly channel: ServiceChannel.ServiceChannel
  readonly days: Days
  readonly weekly: WeeklyHours.WeeklyHours
  readonly makeUpWeekday: number
  readonly isBookedOnly: boolean
  readonly provenance: Provenance.Provenance
}

/**
 * Regular counter hours, 8:30-12:00 and 13:30-17:30 on workdays, under an id.
 *
 * @source none: `WeeklyHours.officeSpells`, assumed
 * @category lines
 * @since 0.1.0
 */
export const office = (hoursId: string): OpeningHoursRule => ({
  hoursId,
  kind: "Regular",
  channel: "Counter",
  days: "Workdays",
  weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
  makeUpWeekday: 0,
  isBookedOnly: false,
  provenance: { kind: "assumed", reason: "usual office hours; no report states its own" }
})

/**
 * Second of the day until which "half past six" service serves: 18:30.
 *
 * @source Longxian, news report on "four-quality" communities, 2023: “六点半” service; that the counter
 *   stays open until then is our reading, the report gives the name only
 * @category lines
 * @since 0.1.0
 */
export const halfPastSixSec: number = WeeklyHours.spell([0, 0], [18, 30]).endSec

/**
 * "Half past six" service after a line: on each day the time from its last closing until 18:30; days
 * without hours, or open at 18:30 anyway, get none.
 *
 * ```ts
 * import { OpeningHoursRule } from "@wangge/service"
 *
 * const late = OpeningHoursRule.halfPastSix("late", OpeningHoursRule.office("office"))
 * late.weekly[0] // => [{ startSec: 63000, endSec: 66600 }]
 * ```
 *
 * @source see {@link halfPastSixSec}
 * @category lines
 * @since 0.1.0
 */
export const halfPastSix = (hoursId: string, after: OpeningHoursRule): OpeningHoursRule => ({
  hoursId,
  kind: "HalfPastSix",
  channel: after.channel,
  days: after.days,
  weekly: after.weekly.map((spells) => {
    const startSec = spells.reduce((last, spell) => Math.max(last, spell.endSec), 0)
    const isLater = spells.length > 0 && startSec < halfPastSixSec
    return isLater ? [{ startSec, endSec: halfPastSixSec }] : []
  }),
  makeUpWeekday: after.makeUpWeekday,
  isBookedOnly: false,
  provenance: { kind: "assumed", reason: "“half past six” is read as: open until 18:30" }
})

/**
 * What each kind of line is called on a screen, in English and Chinese.
 *
 * @source Bagongshan and Longxian reports for the Chinese words of the kinds they name
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Kind, Label.Label>> = {
  Regular: { en: "regular hours", zh: "正常服务" },
  Staggered: { en: "staggered service", zh: "错时服务" },
  Extended: { en: "extended service", zh: "延时服务" },
  HalfPastSix: { en: "half-past-six service", zh: "“六点半”服务" },
  Lunch: { en: "lunch-time service", zh: "午间服务" },
  RestDay: { en: "service on days of rest", zh: "节假日服务" },
  Booked: { en: "booked service", zh: "预约服务" },
  AtHome: { en: "at-home service", zh: "上门服务" }
}
