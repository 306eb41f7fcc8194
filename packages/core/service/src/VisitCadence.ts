/**
 * How often somebody is visited: so many times a month, a quarter, half a year or a year, all of them
 * civil ones in the zone of the town. A period is known by a name that sorts by time.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import type { Spell } from "@wangge/grid"

/**
 * The periods. Append only.
 *
 * @source none: our own list of calendar periods
 * @category cadences
 * @since 0.1.0
 */
export const units = ["Month", "Quarter", "HalfYear", "Year"] as const

/**
 * One of {@link units}.
 *
 * @category cadences
 * @since 0.1.0
 */
export type Unit = (typeof units)[number]

/**
 * So many visits (a whole number from 1) in every period.
 *
 * @category cadences
 * @since 0.1.0
 */
export interface VisitCadence {
  readonly unit: Unit
  readonly times: number
}

/**
 * One period: from its first second up to but not including the first second of the next.
 *
 * @category cadences
 * @since 0.1.0
 */
export interface Period extends Spell.Spell {
  readonly name: string
}

const monthsIn: Readonly<Record<Unit, number>> = { Month: 1, Quarter: 3, HalfYear: 6, Year: 12 }
const letters: Readonly<Record<Unit, string>> = {
  Month: "M",
  Quarter: "Q",
  HalfYear: "H",
  Year: ""
}

/**
 * The period that an instant lies in. Throws a `RangeError` for an unknown zone or an instant outside
 * years 1 to 9999. Cost: three looks at the zone.
 *
 * ```ts
 * import { VisitCadence } from "@wangge/service"
 *
 * VisitCadence.periodOf("Asia/Shanghai", "Quarter", 1_700_000_000).name // => "2023-Q4"
 * VisitCadence.periodOf("Asia/Shanghai", "Month", 1_700_000_000).name // => "2023-M11"
 * ```
 *
 * @category cadences
 * @since 0.1.0
 */
export const periodOf = (zone: string, unit: Unit, atSec: number): Period => {
  const { dayNumber } = Zone.toLocal(zone, atSec)
  const { year, month } = Seconds.civilDate(dayNumber)
  return periodAt(zone, unit, Math.floor((year * 12 + month - 1) / monthsIn[unit]))
}

/** The period of a number, counted from the year 0. */
const periodAt = (zone: string, unit: Unit, index: number): Period => {
  const months = monthsIn[unit]
  const perYear = 12 / months
  const number = (index % perYear) + 1
  const year = String(Math.floor(index / perYear)).padStart(4, "0")
  const width = unit === "Month" ? 2 : 1
  const ordinal = unit === "Year" ? "" : `-${letters[unit]}${String(number).padStart(width, "0")}`
  return {
    name: `${year}${ordinal}`,
    fromSec: firstSecOf(zone, index * months),
    untilSec: firstSecOf(zone, (index + 1) * months)
  }
}

/** The first second of a month, months counted from January of the year 0. */
const firstSecOf = (zone: string, month: number): number =>
  Zone.toInstantSec(zone, Seconds.dayNumber(Math.floor(month / 12), (month % 12) + 1, 1), 0)

/**
 * The periods that begin within a spell, in order.
 *
 * @category cadences
 * @since 0.1.0
 */
export const periodsIn = (zone: string, unit: Unit, spell: Spell.Spell): ReadonlyArray<Period> => {
  const found: Array<Period> = []
  let period = periodOf(zone, unit, spell.fromSec)
  while (period.fromSec < spell.untilSec) {
    if (period.fromSec >= spell.fromSec) found.push(period)
    period = periodOf(zone, unit, period.untilSec)
  }
  return found
}

/**
 * Whether a cadence is one: a whole number of visits from 1.
 *
 * @category cadences
 * @since 0.1.0
 */
export const isGood = ({ times }: VisitCadence): boolean =>
  Number.isSafeInteger(times) && times >= 1
