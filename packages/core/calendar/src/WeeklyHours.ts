/**
 * The hours of a week: for each weekday, Monday first, the spells in which work is done. Breaks are
 * the gaps between spells. Plain data, so that it can stand in a scenario file; `WorkCalendar.make`
 * checks it.
 */
import { Seconds } from "@wangge/facts"
import type { CalendarProblem } from "./CalendarProblem.ts"

/**
 * A stretch of one day by the wall clock, in seconds after midnight: `startSec` is worked, `endSec`
 * no more (86400 is the midnight that ends the day).
 *
 * A night shift is written as two spells: 22:00-24:00 and, on the next weekday, 0:00-6:00. They are
 * joined into one when the calendar is compiled.
 *
 * @category hours
 * @since 0.1.0
 */
export interface Spell {
  readonly startSec: number
  readonly endSec: number
}

/**
 * Seven lists of spells, Monday first; an empty list is a day of rest.
 *
 * @category hours
 * @since 0.1.0
 */
export type WeeklyHours = ReadonlyArray<ReadonlyArray<Spell>>

/**
 * The same spells on all seven days.
 *
 * @category hours
 * @since 0.1.0
 */
export const everyDay = (spells: ReadonlyArray<Spell>): WeeklyHours => [
  spells,
  spells,
  spells,
  spells,
  spells,
  spells,
  spells
]

/**
 * The same spells from Monday to Friday, rest on Saturday and Sunday.
 *
 * ```ts
 * import { WeeklyHours } from "@wangge/calendar"
 *
 * WeeklyHours.mondayToFriday(WeeklyHours.officeSpells)[5] // => []
 * ```
 *
 * @category hours
 * @since 0.1.0
 */
export const mondayToFriday = (spells: ReadonlyArray<Spell>): WeeklyHours => [
  spells,
  spells,
  spells,
  spells,
  spells,
  [],
  []
]

/**
 * A spell between two times of the wall clock, each hour and minute; `24, 0` ends the day.
 *
 * ```ts
 * import { WeeklyHours } from "@wangge/calendar"
 *
 * WeeklyHours.spell([8, 30], [12, 0]) // => { startSec: 30600, endSec: 43200 }
 * ```
 *
 * @category hours
 * @since 0.1.0
 */
export const spell = (
  from: readonly [hour: number, minute: number],
  until: readonly [hour: number, minute: number]
): Spell => ({
  startSec: from[0] * Seconds.hourSec + from[1] * Seconds.minuteSec,
  endSec: until[0] * Seconds.hourSec + until[1] * Seconds.minuteSec
})

/**
 * Office hours of a community: 8:30-12:00 and 13:30-17:30.
 *
 * @category hours
 * @source none: an assumed default, the hours used in this project's worked example of a deadline
 * @since 0.1.0
 */
export const officeSpells: ReadonlyArray<Spell> = [
  { startSec: 30_600, endSec: 43_200 },
  { startSec: 48_600, endSec: 63_000 }
]

/**
 * Everything that is wrong with a week: not seven days, spells outside their day or overlapping,
 * no hours at all.
 *
 * ```ts
 * import { WeeklyHours } from "@wangge/calendar"
 *
 * WeeklyHours.problems(WeeklyHours.everyDay([])) // => [{ code: "NoOpenHours", path: "weekly", value: "[[],[],[],[],[],[],[]]" }]
 * ```
 *
 * @category hours
 * @since 0.1.0
 */
export const problems = (weekly: WeeklyHours): ReadonlyArray<CalendarProblem> => {
  if (weekly.length !== 7) {
    return [{ code: "WeekNotSevenDays", path: "weekly", value: `${weekly.length} lists` }]
  }
  const found = weekly.flatMap((spells, day) => dayProblems(spells, `weekly[${day}]`))
  if (weekly.some((spells) => spells.length > 0)) return found
  return [{ code: "NoOpenHours", path: "weekly", value: JSON.stringify(weekly) }]
}

const dayProblems = (
  spells: ReadonlyArray<Spell>,
  path: string
): ReadonlyArray<CalendarProblem> => {
  const outside = spells.flatMap((spell, index): ReadonlyArray<CalendarProblem> => {
    const { startSec, endSec } = spell
    const isInside =
      Seconds.isWhole(startSec) &&
      Seconds.isWhole(endSec) &&
      startSec >= 0 &&
      startSec < endSec &&
      endSec <= Seconds.daySec
    if (isInside) return []
    return [{ code: "SpellOutsideDay", path: `${path}[${index}]`, value: `${startSec}-${endSec}` }]
  })
  if (outside.length > 0) return outside
  return inOrder(spells).flatMap((spell, index, ordered): ReadonlyArray<CalendarProblem> => {
    const previous = ordered[index - 1]
    if (previous === undefined || previous.endSec <= spell.startSec) return []
    const value = `${previous.startSec}-${previous.endSec} and ${spell.startSec}-${spell.endSec}`
    return [{ code: "SpellsOverlap", path, value }]
  })
}

/**
 * The spells of a day in the order of time.
 *
 * @category hours
 * @since 0.1.0
 */
export const inOrder = (spells: ReadonlyArray<Spell>): ReadonlyArray<Spell> =>
  [...spells].sort((left, right) => left.startSec - right.startSec)
