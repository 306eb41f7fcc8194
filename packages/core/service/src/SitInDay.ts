/**
 * Days on which the staff of a department sit in at a community (部门驻点坐班, Longxian: on set days):
 * which days a rule gives, what happens when one falls on a holiday, and the slots in which a matching
 * request is booked.
 */
import { type Holidays, type WeeklyHours, Zone } from "@wangge/calendar"
import { type Id, Seconds } from "@wangge/facts"
import type * as Booking from "./Booking.ts"
import type { BookingSlot } from "./BookingCommand.ts"
import type { BookingRules } from "./BookingRules.ts"
import * as BookingSearch from "./BookingSearch.ts"
import { isWorkday } from "./OpeningHours.ts"
import * as SitInDayProblem from "./SitInDayProblem.ts"

/**
 * What happens to a sit-in that falls on a holiday: it is dropped, or moved to the next or the
 * previous workday. A sit-in moved onto another day of the same rule is one with it.
 *
 * @source none: assumed, no report says; a town chooses
 * @category sit-ins
 * @since 0.1.0
 */
export const holidayRules = ["Skip", "NextWorkday", "PreviousWorkday"] as const

/**
 * The rule of one department at one place: on the weekdays named (0 is Monday), in the weeks of the
 * month named (1 is the weekday's first in the month; empty for every week), in one spell of the day,
 * so many residents at most, for the kinds named.
 *
 * @category sit-ins
 * @since 0.1.0
 */
export interface SitInRule {
  readonly sitInId: string
  readonly departmentId: string
  readonly gridId: Id.Id<"Grid">
  readonly skillIds: ReadonlyArray<string>
  readonly weekdays: ReadonlyArray<number>
  readonly weeksOfMonth: ReadonlyArray<number>
  readonly spell: WeeklyHours.Spell
  readonly capacity: number
  readonly onHoliday: (typeof holidayRules)[number]
}

/**
 * One day of a sit-in. `ruleDay` is the day the rule gives, `dayNumber` the one on which it is held:
 * another where it was moved.
 *
 * @category sit-ins
 * @since 0.1.0
 */
export interface SitInDay {
  readonly rule: SitInRule
  readonly ruleDay: number
  readonly dayNumber: number
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * The zone and the holidays by which days are counted, and the days asked for: from `fromDay` up to
 * but not including `untilDay`.
 *
 * @category sit-ins
 * @since 0.1.0
 */
export interface Range {
  readonly zone: string
  readonly holidays: Holidays.Holidays
  readonly fromDay: number
  readonly untilDay: number
}

/**
 * Longest run of days without a workday over which a sit-in is moved; over a longer one it is
 * dropped.
 *
 * @source none: assumed; the longest public holiday with its weekends is under two weeks
 * @category sit-ins
 * @since 0.1.0
 */
export const moveDaysMax = 31

/**
 * The days on which the sit-ins of some rules are held within a range, in the order of time, at equal
 * times in the order of the rules. A day from outside that is moved into the range is among them, one
 * moved out is not: the answer for a day never depends on the range.
 *
 * ```ts
 * import { Holidays } from "@wangge/calendar"
 * import { Id, Seconds } from "@wangge/facts"
 * import { SitInDay } from "@wangge/service"
 *
 * const tuesdays = {
 *   sitInId: "housing", departmentId: "housing-office", gridId: Id.make<"Grid">("c-1"),
 *   skillIds: ["business-07"], weekdays: [1], weeksOfMonth: [],
 *   spell: { startSec: 32_400, endSec: 43_200 }, capacity: 6, onHoliday: "NextWorkday"
 * } as const
 * const range = {
 *   zone: "Asia/Shanghai", holidays: Holidays.china,
 *   fromDay: Seconds.dayNumber(2025, 10, 1), untilDay: Seconds.dayNumber(2025, 10, 16)
 * }
 * const days = SitInDay.daysOf([tuesdays], range)
 * days.map((day) => Seconds.toIsoDate(day.dayNumber)) // => ["2025-10-09", "2025-10-14"]
 * ```
 *
 * @category sit-ins
 * @since 0.1.0
 */
export const daysOf = (rules: ReadonlyArray<SitInRule>, range: Range): ReadonlyArray<SitInDay> =>
  rules.flatMap((rule) => daysOfOne(rule, range)).toSorted(inTime)

/**
 * The next day on which somebody sits in for a kind of business: the first in the range that is not
 * over at `atSec`, at equal times in the order of the rules; `undefined` if there is none.
 *
 * @category sit-ins
 * @since 0.1.0
 */
export const next = (
  rules: ReadonlyArray<SitInRule>,
  { skillId, atSec }: { readonly skillId: string; readonly atSec: number },
  range: Range
): SitInDay | undefined =>
  daysOf(matching(rules, skillId), range).find(({ untilSec }) => atSec < untilSec)

const inTime = (one: SitInDay, other: SitInDay): number => one.fromSec - other.fromSec

const daysOfOne = (rule: SitInRule, range: Range): ReadonlyArray<SitInDay> => {
  const heldOn = new Map<number, number>()
  for (let day = range.fromDay - moveDaysMax; day < range.untilDay + moveDaysMax; day++) {
    if (!isRuleDay(rule, day)) continue
    const held = heldDay(rule, range.holidays, day)
    const isIn = held !== undefined && held >= range.fromDay && held < range.untilDay
    if (isIn && (!heldOn.has(held) || held === day)) heldOn.set(held, day)
  }
  return Array.from(heldOn, ([dayNumber, ruleDay]) => ({
    rule,
    ruleDay,
    dayNumber,
    fromSec: Zone.toInstantSec(range.zone, dayNumber, rule.spell.startSec),
    untilSec: Zone.toInstantSec(range.zone, dayNumber, rule.spell.endSec)
  }))
}

const isRuleDay = ({ weekdays, weeksOfMonth }: SitInRule, day: number): boolean =>
  weekdays.includes(Zone.weekday(day)) &&
  (weeksOfMonth.length === 0 || weeksOfMonth.includes(weekOfMonth(day)))

/** Which weekday of its kind a day is in its month: 1 for the first Tuesday, and so on. */
const weekOfMonth = (day: number): number => Math.ceil(Seconds.civilDate(day).day / 7)

/** The day on which the sit-in of a rule's day is held; `undefined` where it is dropped. */
const heldDay = (
  { onHoliday }: SitInRule,
  holidays: Holidays.Holidays,
  day: number
): number | undefined => {
  if (holidays.dayKind(day) !== "holiday") return day
  if (onHoliday === "Skip") return undefined
  const step = onHoliday === "NextWorkday" ? 1 : -1
  for (let count = 1; count <= moveDaysMax; count++) {
    if (isWorkday(holidays, day + step * count)) return day + step * count
  }
  return undefined
}

/**
 * The slot of a sit-in day in a booking book: one slot with all places of the day, id and place from
 * the rule and the rule's own day.
 *
 * @category booking
 * @since 0.1.0
 */
export const slotOf = ({ rule, ruleDay, fromSec, untilSec }: SitInDay): BookingSlot => ({
  slotId: `${rule.sitInId}@${Seconds.toIsoDate(ruleDay)}@${fromSec}`,
  placeId: rule.sitInId,
  skillIds: rule.skillIds,
  fromSec,
  untilSec,
  capacity: rule.capacity,
  walkInCount: 0
})

/**
 * The rules under which a department sits in for a kind of business.
 *
 * @category booking
 * @since 0.1.0
 */
export const matching = (
  rules: ReadonlyArray<SitInRule>,
  skillId: string
): ReadonlyArray<SitInRule> => rules.filter((rule) => rule.skillIds.includes(skillId))

/**
 * Where a request is put: if some department sits in for its kind, the earliest free place on such a
 * day, otherwise the earliest anywhere; `undefined` if there is none.
 *
 * @source Longxian, news report on "four-quality" communities, 2023: department staff sit in at the
 *   community on set days; that matching requests go only there is our reading
 * @category booking
 * @since 0.1.0
 */
export const place = (
  rules: ReadonlyArray<SitInRule>,
  bookingRules: BookingRules,
  book: Booking.BookingBook,
  search: Omit<BookingSearch.Search, "placeIds">
): BookingSlot | undefined => {
  const { bookingId, residentId, skillId, atSec, free } = search
  const placeIds = matching(rules, skillId).map((rule) => rule.sitInId)
  const asked = { bookingId, residentId, skillId, atSec, free, placeIds }
  return BookingSearch.earliest(bookingRules, book, asked)
}

/**
 * What is wrong with rules: `DuplicateSitIn`, `KindsMissing`, `BadWeekday`, `BadWeek`, `BadSpell`,
 * `BadCapacity`.
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (
  rules: ReadonlyArray<SitInRule>
): ReadonlyArray<SitInDayProblem.SitInDayProblem> => {
  const ids = rules.map((rule) => rule.sitInId)
  return [
    ...Array.from(new Set(ids)).flatMap((id) => {
      const times = ids.filter((other) => other === id).length
      return times > 1 ? [SitInDayProblem.make("DuplicateSitIn", id, times, 1)] : []
    }),
    ...rules.flatMap(oneRule)
  ]
}

const oneRule = (rule: SitInRule): ReadonlyArray<SitInDayProblem.SitInDayProblem> => {
  const { sitInId, skillIds, weekdays, weeksOfMonth, spell, capacity } = rule
  const isSpell =
    Seconds.isWhole(spell.startSec) &&
    Seconds.isWhole(spell.endSec) &&
    0 <= spell.startSec &&
    spell.startSec < spell.endSec &&
    spell.endSec <= Seconds.daySec
  return [
    ...(skillIds.length > 0 ? [] : [SitInDayProblem.make("KindsMissing", sitInId, 0, ">= 1")]),
    ...(weekdays.length > 0 ? [] : [SitInDayProblem.make("BadWeekday", sitInId, "", "0-6")]),
    ...weekdays
      .filter((day) => !isWithin(day, 0, 6))
      .map((day) => SitInDayProblem.make("BadWeekday", sitInId, day, "0-6")),
    ...weeksOfMonth
      .filter((week) => !isWithin(week, 1, 5))
      .map((week) => SitInDayProblem.make("BadWeek", sitInId, week, "1-5")),
    ...(isSpell
      ? []
      : [SitInDayProblem.make("BadSpell", sitInId, spell.endSec, `> ${spell.startSec}`)]),
    ...(isWithin(capacity, 1, Number.MAX_SAFE_INTEGER)
      ? []
      : [SitInDayProblem.make("BadCapacity", sitInId, capacity, ">= 1")])
  ]
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most
