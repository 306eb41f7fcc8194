/**
 * Time zones by their IANA names: what a clock on the wall shows at an instant, and the instant at
 * which it shows something. The zone rules are those of the machine's JavaScript engine (`Intl`),
 * so future changes of a zone's law come with its updates; mainland China has had one offset and
 * no changes of clocks since 1991. Compiling a calendar uses this; its queries never do.
 */
import { Seconds } from "@wangge/facts"
import { zoneFormat } from "./internal/zoneFormat.ts"

/**
 * What the clock on the wall shows: the civil day, counted from 1970-01-01, and the seconds since
 * its midnight by the wall (0 up to 86400, that excluded).
 *
 * @category zones
 * @since 0.1.0
 */
export interface Local {
  readonly dayNumber: number
  readonly secOfDay: number
}

/**
 * First day number that zones are computed for: 0001-01-03.
 *
 * @category zones
 * @source none: two days within the years that ISO 8601 writes with four digits
 * @since 0.1.0
 */
export const dayMin: number = Seconds.dayNumber(1, 1, 3)

/**
 * Last day number that zones are computed for: 9999-12-29.
 *
 * @category zones
 * @source none: two days within the years that ISO 8601 writes with four digits
 * @since 0.1.0
 */
export const dayMax: number = Seconds.dayNumber(9999, 12, 29)

/**
 * Whether this machine knows a zone by that name.
 *
 * Bare offsets such as `+08:00` are not zones.
 *
 * ```ts
 * import { Zone } from "@wangge/calendar"
 *
 * Zone.isKnown("Asia/Shanghai") // => true
 * Zone.isKnown("Asia/Nowhere") // => false
 * ```
 *
 * @category zones
 * @since 0.1.0
 */
export const isKnown = (zone: string): boolean => zoneFormat(zone) !== undefined

/**
 * Seconds that a zone's wall clock is ahead of UTC at an instant.
 *
 * Throws a `RangeError` for an unknown zone (ask {@link isKnown} first) and for instants outside
 * years 1 to 9999. Cost: one `Intl` formatting, some microseconds.
 *
 * ```ts
 * import { Zone } from "@wangge/calendar"
 *
 * Zone.offsetSec("Asia/Shanghai", 0) // => 28800
 * ```
 *
 * @category zones
 * @since 0.1.0
 */
export const offsetSec = (zone: string, atSec: number): number => {
  const format = zoneFormat(zone)
  if (format === undefined) {
    throw new RangeError(`Expected the IANA name of a known time zone; got ${JSON.stringify(zone)}`)
  }
  const wholeSec = Math.floor(atSec)
  if (!(wholeSec >= (dayMin - 2) * Seconds.daySec && wholeSec < (dayMax + 2) * Seconds.daySec)) {
    throw new RangeError(`Expected an instant in years 1 to 9999; got ${atSec} seconds`)
  }
  const found = format.format(wholeSec * 1000).match(/\d+/g) ?? []
  const [month, day, year, hour, minute, second] = found.map(Number)
  const wallDay = Seconds.dayNumber(year ?? Number.NaN, month ?? Number.NaN, day ?? Number.NaN)
  const wallSec =
    wallDay * Seconds.daySec +
    (hour ?? Number.NaN) * Seconds.hourSec +
    (minute ?? Number.NaN) * Seconds.minuteSec +
    (second ?? Number.NaN)
  return wallSec - wholeSec
}

/**
 * What the wall clock of a zone shows at an instant.
 *
 * Fractions of a second stay in `secOfDay`. Fails and costs as {@link offsetSec}.
 *
 * ```ts
 * import { Zone } from "@wangge/calendar"
 *
 * Zone.toLocal("Asia/Shanghai", 60_000) // => { dayNumber: 1, secOfDay: 2400 }
 * ```
 *
 * @category zones
 * @since 0.1.0
 */
export const toLocal = (zone: string, atSec: number): Local => {
  const wholeSec = Math.floor(atSec)
  const wallSec = wholeSec + offsetSec(zone, wholeSec)
  const dayNumber = Math.floor(wallSec / Seconds.daySec)
  return { dayNumber, secOfDay: wallSec - dayNumber * Seconds.daySec + (atSec - wholeSec) }
}

/**
 * The instant at which the wall clock of a zone shows a day and a time.
 *
 * `secOfDay` may be 86400 or more, or negative: it is counted on from that day's midnight by the
 * wall. A time that the wall shows twice (clocks put back) means the first of the two. A time that
 * it skips (clocks put forward) means the instant of the change. So the answer never falls when
 * the wall time rises, and spells that touch on the wall touch in time. Throws a `RangeError` for
 * an unknown zone and for days outside {@link dayMin} to {@link dayMax}. Cost: three to twenty
 * times {@link offsetSec}.
 *
 * ```ts
 * import { Zone } from "@wangge/calendar"
 *
 * Zone.toInstantSec("Asia/Shanghai", 0, 8 * 3600) // => 0
 * ```
 *
 * @category zones
 * @source none: first of two as in RFC 5545 section 3.3.5; the skipped hour collapses to the change
 * @since 0.1.0
 */
export const toInstantSec = (zone: string, dayNumber: number, secOfDay: number): number => {
  if (!(dayNumber >= dayMin && dayNumber <= dayMax)) {
    throw new RangeError(`Expected a day number from ${dayMin} to ${dayMax}; got ${dayNumber}`)
  }
  const wallSec = dayNumber * Seconds.daySec + secOfDay
  const before = offsetSec(zone, wallSec - Seconds.daySec)
  const after = offsetSec(zone, wallSec + Seconds.daySec)
  if (before === after) return wallSec - before
  if (offsetSec(zone, wallSec - before) === before) return wallSec - before
  if (offsetSec(zone, wallSec - after) === after) return wallSec - after
  return changeSec(zone, before, Math.floor(wallSec - after), Math.floor(wallSec - before))
}

/** The first second after `fromSec` whose offset is no longer `before`, found by halving. */
const changeSec = (zone: string, before: number, fromSec: number, untilSec: number): number => {
  let low = fromSec
  let high = untilSec
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetSec(zone, middle) === before) low = middle
    else high = middle
  }
  return high
}

/**
 * The weekday of a day number: 0 is Monday, 6 is Sunday.
 *
 * ```ts
 * import { Seconds } from "@wangge/facts"
 * import { Zone } from "@wangge/calendar"
 *
 * Zone.weekday(Seconds.dayNumber(1970, 1, 1)) // => 3
 * ```
 *
 * @category zones
 * @source ISO 8601: the week begins on Monday; 1970-01-01 was a Thursday
 * @since 0.1.0
 */
export const weekday = (dayNumber: number): number => (((dayNumber + 3) % 7) + 7) % 7
