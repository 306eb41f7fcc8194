/**
 * The units of the ledger. Each is counted in whole smallest units; an account has one unit for
 * life, and nothing turns one unit into the other.
 */
import type { Label } from "@wangge/facts"

/**
 * All units: hour credits (smallest unit one minute) and points (smallest unit one point). The
 * position is the number used in columns: append only.
 *
 * @source Helong report: 爱心时间银行; points: Helong and Longxian reports (积分). The minute as smallest
 * unit is ours
 * @category units
 * @since 0.1.0
 */
export const list = ["hours", "points"] as const

/**
 * One of {@link list}.
 *
 * @category units
 * @since 0.1.0
 */
export type Unit = (typeof list)[number]

/**
 * Smallest units in one unit as people speak of it: 60 minutes in an hour credit, 1 in a point.
 *
 * ```ts
 * import { Unit } from "@wangge/timebank"
 *
 * 1500 * Unit.smallest.hours // => 90000
 * ```
 *
 * @source none: definition
 * @category units
 * @since 0.1.0
 */
export const smallest: Readonly<Record<Unit, number>> = { hours: 60, points: 1 }

/**
 * What each unit is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Unit, Label.Label>> = {
  hours: { en: "hour credits", zh: "时间币" },
  points: { en: "points", zh: "积分" }
}

/**
 * The position of a unit in {@link list}.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { Unit } from "@wangge/timebank"
 *
 * Unit.codeOf("points") // => 1
 * ```
 *
 * @category units
 * @since 0.1.0
 */
export const codeOf = (unit: Unit): number => {
  const position = list.indexOf(unit)
  if (position < 0) throw new RangeError(`A unit is one of ${list.join(", ")}; got ${unit}`)
  return position
}
