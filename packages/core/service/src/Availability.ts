/**
 * When somebody can help: weekly hours, single times offered beside them, single times taken out,
 * and whole days that are never asked for. What is taken out wins over what is offered. Matching
 * asks for the free spells of a period once and then only searches them.
 */
import { type WeeklyHours, WorkCalendar, Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import { Spell } from "@wangge/grid"
import * as AvailabilityProblem from "./AvailabilityProblem.ts"
import * as spellSet from "./internal/spellSet.ts"

/**
 * The times of one person. `weekly` are hours by the wall clock of `zone` (all seven lists may be
 * empty); `offered` and `away` are single spells of instants; `blackoutDays` are civil day numbers
 * (`Seconds.dayNumber`) of the zone.
 *
 * @category availability
 * @since 0.1.0
 */
export interface Availability {
  readonly zone: string
  readonly weekly: WeeklyHours.WeeklyHours
  readonly offered: ReadonlyArray<Spell.Spell>
  readonly away: ReadonlyArray<Spell.Spell>
  readonly blackoutDays: ReadonlyArray<number>
}

/**
 * No times at all: what a volunteer has who has not said when.
 *
 * @source none: nobody is taken to be free who has not said so
 * @category availability
 * @since 0.1.0
 */
export const none: Availability = {
  zone: "Asia/Shanghai",
  weekly: [[], [], [], [], [], [], []],
  offered: [],
  away: [],
  blackoutDays: []
}

/**
 * Everything that is wrong with the times: `UnknownZone`, `WeekWrong` (as the calendar package finds
 * it; a week without hours is allowed), `EmptySpell`, `DayInvalid`, `DayTwice`.
 *
 * ```ts
 * import { Availability } from "@wangge/service"
 *
 * Availability.problems(Availability.none) // => []
 * Availability.problems({ ...Availability.none, zone: "Mars" }).map(({ code }) => code) // => ["UnknownZone"]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const problems = (
  times: Availability
): ReadonlyArray<AvailabilityProblem.AvailabilityProblem> => [
  ...(Zone.isKnown(times.zone)
    ? []
    : [AvailabilityProblem.make("UnknownZone", "zone", times.zone, "IANA")]),
  ...weekProblems(times),
  ...spellProblems("offered", times.offered),
  ...spellProblems("away", times.away),
  ...times.blackoutDays.flatMap((day, index) => dayProblems(times, day, index))
]

const weekProblems = ({
  weekly
}: Availability): ReadonlyArray<AvailabilityProblem.AvailabilityProblem> => {
  const made = WorkCalendar.make({ zone: "UTC", weekly, fromDay: 0, untilDay: 1 })
  if (made.ok) return []
  return made.problems
    .filter(({ code }) => code !== "NoOpenHours")
    .map(({ code, path, value }) => AvailabilityProblem.make("WeekWrong", path, value, code))
}

const spellProblems = (
  place: string,
  spells: ReadonlyArray<Spell.Spell>
): ReadonlyArray<AvailabilityProblem.AvailabilityProblem> =>
  spells.flatMap((spell, index) => {
    const { fromSec, untilSec } = spell
    const isGood = Seconds.isWhole(fromSec) && Seconds.isWhole(untilSec) && !Spell.isEmpty(spell)
    const subject = `${place}[${index}]`
    return isGood ? [] : [AvailabilityProblem.make("EmptySpell", subject, untilSec, fromSec)]
  })

const dayProblems = (
  { blackoutDays }: Availability,
  day: number,
  index: number
): ReadonlyArray<AvailabilityProblem.AvailabilityProblem> => {
  const subject = `blackoutDays[${index}]`
  if (!(Number.isSafeInteger(day) && day >= Zone.dayMin && day <= Zone.dayMax)) {
    const expected = `${Zone.dayMin} to ${Zone.dayMax}`
    return [AvailabilityProblem.make("DayInvalid", subject, day, expected)]
  }
  return blackoutDays.indexOf(day) === index
    ? []
    : [AvailabilityProblem.make("DayTwice", subject, day, 1)]
}

/**
 * The spells of a period in which the person is free: in order, none empty, none touching another.
 *
 * Throws a `RangeError` for times with {@link problems}, for an empty period and for one of more
 * than `WorkCalendar.dayCountMax` days. Cost: one look at the zone a day.
 *
 * ```ts
 * import { WeeklyHours } from "@wangge/calendar"
 * import { Availability } from "@wangge/service"
 *
 * const weekly = WeeklyHours.everyDay([WeeklyHours.spell([18, 0], [20, 0])])
 * const times = { ...Availability.none, zone: "UTC", weekly, blackoutDays: [1] }
 * Availability.freeSpells(times, { fromSec: 0, untilSec: 3 * 86_400 }).map(({ fromSec }) => fromSec)
 * // => [64800, 237600]
 * ```
 *
 * @category availability
 * @since 0.1.0
 */
export const freeSpells = (
  times: Availability,
  period: Spell.Spell
): ReadonlyArray<Spell.Spell> => {
  const found = problems(times)
  if (found.length > 0 || Spell.isEmpty(period)) {
    throw new RangeError(`Expected good times and a period; got ${JSON.stringify(found)}`)
  }
  const given = spellSet.union([...weeklySpells(times, period), ...times.offered])
  const blackouts = times.blackoutDays.map((day) => ({
    fromSec: Zone.toInstantSec(times.zone, day, 0),
    untilSec: Zone.toInstantSec(times.zone, day, Seconds.daySec)
  }))
  const taken = spellSet.union([...times.away, ...blackouts])
  return spellSet.common(spellSet.without(given, taken), [period])
}

const weeklySpells = (
  { zone, weekly }: Availability,
  period: Spell.Spell
): ReadonlyArray<Spell.Spell> => {
  if (weekly.every((spells) => spells.length === 0)) return []
  const fromDay = Zone.toLocal(zone, period.fromSec).dayNumber
  const untilDay = Zone.toLocal(zone, period.untilSec - 1).dayNumber + 1
  const calendar = WorkCalendar.makeOrThrow({ zone, weekly, fromDay, untilDay })
  return Array.from(calendar.startSec, (fromSec, index) => ({
    fromSec,
    untilSec: calendar.endSec[index]!
  }))
}

/**
 * Whether somebody with these free spells is free throughout a spell: from its first second until
 * its end, without a break. Cost: a search by halving.
 *
 * ```ts
 * import { Availability } from "@wangge/service"
 *
 * const free = [{ fromSec: 0, untilSec: 100 }, { fromSec: 200, untilSec: 300 }]
 * Availability.isFree(free, { fromSec: 0, untilSec: 100 }) // => true
 * Availability.isFree(free, { fromSec: 50, untilSec: 250 }) // => false
 * ```
 *
 * @category availability
 * @since 0.1.0
 */
export const isFree = (free: ReadonlyArray<Spell.Spell>, spell: Spell.Spell): boolean =>
  spellSet.holds(free, spell)
