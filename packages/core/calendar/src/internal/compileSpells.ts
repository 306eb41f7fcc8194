/**
 * Turns weekly hours, holidays and a zone into a table of open spells. The zone is asked once a
 * day; only around a change of clocks is each border of a spell looked up.
 */
import { Seconds } from "@wangge/facts"
import type { Holidays } from "../Holidays.ts"
import type { SpellTable } from "../SpellTable.ts"
import { inOrder, type Spell, type WeeklyHours } from "../WeeklyHours.ts"
import { offsetSec, toInstantSec, weekday } from "../Zone.ts"

/** What is compiled: all of it checked before. */
export interface Plan {
  readonly zone: string
  readonly weekly: WeeklyHours
  readonly holidays: Holidays
  readonly makeUpWeekday: number
  readonly fromDay: number
  readonly untilDay: number
}

/** The open spells of every day of the plan, joined where they touch. */
export const compileSpells = (plan: Plan): SpellTable => {
  const toInstant = wallClock(plan)
  const week = plan.weekly.map(inOrder)
  const starts: Array<number> = []
  const ends: Array<number> = []
  for (let day = plan.fromDay; day < plan.untilDay; day++) {
    for (const spell of spellsOf(plan, week, day)) {
      const startSec = toInstant(day, spell.startSec)
      const endSec = toInstant(day, spell.endSec)
      // A spell that lies wholly in a skipped hour has no length.
      if (startSec >= endSec) continue
      if (ends.length > 0 && ends[ends.length - 1] === startSec) ends[ends.length - 1] = endSec
      else {
        starts.push(startSec)
        ends.push(endSec)
      }
    }
  }
  return {
    fromSec: toInstant(plan.fromDay, 0),
    untilSec: toInstant(plan.untilDay, 0),
    startSec: Float64Array.from(starts),
    endSec: Float64Array.from(ends),
    workSecBefore: sumsBefore(starts, ends)
  }
}

const spellsOf = (
  plan: Plan,
  week: ReadonlyArray<ReadonlyArray<Spell>>,
  day: number
): ReadonlyArray<Spell> => {
  switch (plan.holidays.dayKind(day)) {
    case "holiday":
      return []
    case "makeUpWorkday":
      return week[plan.makeUpWeekday] ?? []
    case "ordinary":
      return week[weekday(day)] ?? []
  }
}

const sumsBefore = (starts: ReadonlyArray<number>, ends: ReadonlyArray<number>): Float64Array => {
  const sums = new Float64Array(starts.length + 1)
  for (let index = 0; index < starts.length; index++) {
    sums[index + 1] = sums[index]! + (ends[index]! - starts[index]!)
  }
  return sums
}

/**
 * `Zone.toInstantSec` for the days of a plan. Offsets are sampled at each UTC midnight; a local day
 * lies between the midnights one before and two after its own number, and where those two agree the
 * wall clock is UTC plus that offset: no zone changes its clocks there and back in three days.
 */
export const wallClock = (
  plan: Pick<Plan, "zone" | "fromDay" | "untilDay">
): ((day: number, secOfDay: number) => number) => {
  const { zone, fromDay, untilDay } = plan
  const offsets = new Float64Array(untilDay - fromDay + 4)
  for (let index = 0; index < offsets.length; index++) {
    offsets[index] = offsetSec(zone, (fromDay - 1 + index) * Seconds.daySec)
  }
  return (day, secOfDay) => {
    const before = offsets[day - fromDay]!
    const after = offsets[day - fromDay + 3]!
    return before === after
      ? day * Seconds.daySec + secOfDay - before
      : toInstantSec(zone, day, secOfDay)
  }
}
