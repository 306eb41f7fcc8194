/**
 * A sorted table of open spells and the arithmetic of working time on it. Every function searches
 * by halving, allocates nothing and takes fractions of a second (the simulator's instants); for
 * whole seconds the answers are exact. `WorkCalendar` is a table that knows how it was made, and
 * offers all of these functions under its own name.
 */
import { lastAtMost, lastBelow } from "./internal/sortedSearch.ts"

/**
 * Open spells between two instants, all in seconds since the Unix epoch, UTC.
 *
 * Spell `i` is open from `startSec[i]` until `endSec[i]`, the end excluded; spells neither touch nor
 * overlap. `workSecBefore` has one entry more than there are spells: the open seconds before each
 * spell, and at the end their sum. Typed arrays, so that a table can be sent to a worker thread.
 *
 * @category calendars
 * @since 0.1.0
 */
export interface SpellTable {
  readonly fromSec: number
  readonly untilSec: number
  readonly startSec: Float64Array
  readonly endSec: Float64Array
  readonly workSecBefore: Float64Array
}

/**
 * Whether the calendar can speak about an instant: it lies in its compiled range, both ends
 * included.
 *
 * Every other function throws a `RangeError` that names the range when an instant given to it, or
 * its answer, is not covered.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * const week = WorkCalendar.officeHoursChina({ fromDay: 20_000, untilDay: 20_007 })
 * WorkCalendar.covers(week, 0) // => false
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const covers = (calendar: SpellTable, atSec: number): boolean =>
  atSec >= calendar.fromSec && atSec <= calendar.untilSec

/**
 * Whether {@link addWorkSec} has an answer: the start is covered, and so much work fits in the range
 * after it (before it, if negative).
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * const week = WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_017 })
 * WorkCalendar.reaches(week, week.fromSec, 5 * 27_000) // => true
 * WorkCalendar.reaches(week, week.fromSec, 5 * 27_000 + 1) // => false
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const reaches = (calendar: SpellTable, startSec: number, workSec: number): boolean => {
  if (!covers(calendar, startSec)) return false
  if (workSec === Number.POSITIVE_INFINITY || workSec === 0) return true
  const { startSec: starts, workSecBefore } = calendar
  if (workSec > 0) {
    const at = lastAtMost(starts, starts.length, startSec)
    return forwardTargetSec(calendar, at, startSec, workSec) <= workSecBefore[starts.length]!
  }
  const at = lastBelow(starts, starts.length, startSec)
  return backwardTargetSec(calendar, at, startSec, -workSec) >= 0
}

/**
 * The instant at which so many open seconds have passed since `startSec`.
 *
 * Of all instants that fit, the one nearest to the start: work that ends exactly with a spell ends
 * there (due Friday 17:30, not Monday 8:30), and no work ends where it starts, open or not. Negative
 * work is counted back in the same way. Infinite work never ends (`Infinity`). Throws a
 * `RangeError` when the start or the end is not covered.
 *
 * ```ts
 * import { WorkCalendar, Zone } from "@wangge/calendar"
 *
 * const calendar = WorkCalendar.officeHoursChina({ fromDay: 20_000, untilDay: 20_100 })
 * const friday17 = Zone.toInstantSec("Asia/Shanghai", 20_014, 17 * 3600)
 * const dueSec = WorkCalendar.addWorkSec(calendar, friday17, 4 * 3600)
 * Zone.toLocal("Asia/Shanghai", dueSec) // => { dayNumber: 20017, secOfDay: 43200 }
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const addWorkSec = (calendar: SpellTable, startSec: number, workSec: number): number => {
  requireCovered(calendar, startSec, "startSec")
  if (workSec === 0) return startSec
  if (workSec > 0) return addForward(calendar, startSec, workSec)
  if (workSec < 0) return addBackward(calendar, startSec, -workSec)
  throw new RangeError(`Expected a number of working seconds; got ${workSec}`)
}

const addForward = (calendar: SpellTable, startSec: number, workSec: number): number => {
  if (workSec === Number.POSITIVE_INFINITY) return workSec
  const { startSec: starts, endSec: ends, workSecBefore } = calendar
  const at = lastAtMost(starts, starts.length, startSec)
  if (at >= 0 && workSec <= ends[at]! - startSec) return Math.min(startSec + workSec, ends[at]!)
  const targetSec = forwardTargetSec(calendar, at, startSec, workSec)
  if (!(targetSec <= workSecBefore[starts.length]!)) throw notReached(calendar, startSec, workSec)
  const found = lastBelow(workSecBefore, starts.length, targetSec)
  return Math.max(startSec, starts[found]! + (targetSec - workSecBefore[found]!))
}

const addBackward = (calendar: SpellTable, startSec: number, workSec: number): number => {
  const { startSec: starts, endSec: ends, workSecBefore } = calendar
  const at = lastBelow(starts, starts.length, startSec)
  if (at >= 0 && startSec < ends[at]! && workSec <= startSec - starts[at]!) {
    return Math.max(startSec - workSec, starts[at]!)
  }
  const targetSec = backwardTargetSec(calendar, at, startSec, workSec)
  if (!(targetSec >= 0)) throw notReached(calendar, startSec, -workSec)
  const found = lastAtMost(workSecBefore, starts.length, targetSec)
  return Math.min(startSec, starts[found]! + (targetSec - workSecBefore[found]!))
}

/** Open seconds from the beginning of the range to the end of the work; spell `at` is the last begun. */
const forwardTargetSec = (
  calendar: SpellTable,
  at: number,
  startSec: number,
  workSec: number
): number => {
  const leftSec = at < 0 ? 0 : Math.max(0, calendar.endSec[at]! - startSec)
  return calendar.workSecBefore[at + 1]! + (workSec - leftSec)
}

/** The same when the work is counted back. */
const backwardTargetSec = (
  calendar: SpellTable,
  at: number,
  startSec: number,
  workSec: number
): number => {
  if (at < 0) return -workSec
  const doneSec = Math.min(startSec, calendar.endSec[at]!) - calendar.startSec[at]!
  return calendar.workSecBefore[at]! + (doneSec - workSec)
}

/**
 * The open seconds from one instant until another; negative if the second is the earlier.
 *
 * Throws a `RangeError` when either instant is not covered.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * WorkCalendar.workSecBetween(WorkCalendar.everyHour, 100, 40) // => -60
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const workSecBetween = (calendar: SpellTable, fromSec: number, untilSec: number): number => {
  requireCovered(calendar, fromSec, "fromSec")
  requireCovered(calendar, untilSec, "untilSec")
  return fromSec <= untilSec
    ? openBetween(calendar, fromSec, untilSec)
    : 0 - openBetween(calendar, untilSec, fromSec)
}

const openBetween = (calendar: SpellTable, fromSec: number, untilSec: number): number => {
  const { startSec: starts, endSec: ends, workSecBefore } = calendar
  const first = lastAtMost(starts, starts.length, fromSec)
  const last = lastAtMost(starts, starts.length, untilSec)
  if (last < 0) return 0
  const lastEndSec = Math.min(untilSec, ends[last]!)
  if (first === last) return lastEndSec - Math.min(fromSec, ends[first]!)
  const headSec = first < 0 ? 0 : Math.max(0, ends[first]! - fromSec)
  const wholeSec = workSecBefore[last]! - workSecBefore[first + 1]!
  return headSec + wholeSec + (lastEndSec - starts[last]!)
}

/**
 * Whether work is done at an instant: a spell's first second is open, its end is not.
 *
 * At the end of the compiled range it is closed. Throws a `RangeError` when the instant is not
 * covered.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * WorkCalendar.isOpen(WorkCalendar.everyHour, 0) // => true
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const isOpen = (calendar: SpellTable, atSec: number): boolean => {
  requireCovered(calendar, atSec, "atSec")
  const at = lastAtMost(calendar.startSec, calendar.startSec.length, atSec)
  return at >= 0 && atSec < calendar.endSec[at]!
}

/**
 * The first open instant at or after another: that one itself if it is open.
 *
 * Throws a `RangeError` when the instant is not covered or nothing opens in the range after it.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * WorkCalendar.nextOpenSec(WorkCalendar.everyHour, 12.5) // => 12.5
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const nextOpenSec = (calendar: SpellTable, atSec: number): number => {
  requireCovered(calendar, atSec, "atSec")
  const { startSec: starts, endSec: ends } = calendar
  const at = lastAtMost(starts, starts.length, atSec)
  if (at >= 0 && atSec < ends[at]!) return atSec
  if (at + 1 < starts.length) return starts[at + 1]!
  throw new RangeError(
    `Expected an instant before the last opening of the calendar, which covers ` +
      `${calendar.fromSec} to ${calendar.untilSec}; nothing opens after ${atSec}`
  )
}

/**
 * The first closed instant at or after another: the end of its spell, or that one itself if it is
 * closed.
 *
 * Throws a `RangeError` when the instant is not covered.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * const calendar = WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_017 })
 * const morning = WorkCalendar.nextOpenSec(calendar, calendar.fromSec)
 * WorkCalendar.nextCloseSec(calendar, morning) - morning // => 12600
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const nextCloseSec = (calendar: SpellTable, atSec: number): number => {
  requireCovered(calendar, atSec, "atSec")
  const at = lastAtMost(calendar.startSec, calendar.startSec.length, atSec)
  return at >= 0 && atSec < calendar.endSec[at]! ? calendar.endSec[at]! : atSec
}

/**
 * The open seconds of a window: what a roster on this calendar can work in it.
 *
 * As {@link workSecBetween}, but a window that ends before it begins is a mistake and throws a
 * `RangeError`, as do instants that are not covered.
 *
 * ```ts
 * import { WorkCalendar } from "@wangge/calendar"
 *
 * const calendar = WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_017 })
 * WorkCalendar.openSecOf(calendar, calendar.fromSec, calendar.untilSec) // => 135000
 * ```
 *
 * @category queries
 * @since 0.1.0
 */
export const openSecOf = (calendar: SpellTable, fromSec: number, untilSec: number): number => {
  if (untilSec < fromSec) {
    throw new RangeError(`Expected untilSec of at least fromSec ${fromSec}; got ${untilSec}`)
  }
  return workSecBetween(calendar, fromSec, untilSec)
}

const requireCovered = (calendar: SpellTable, atSec: number, field: string): void => {
  if (covers(calendar, atSec)) return
  throw new RangeError(
    `Expected ${field} within the calendar's range, ${calendar.fromSec} to ` +
      `${calendar.untilSec}; got ${atSec}`
  )
}

const notReached = (calendar: SpellTable, startSec: number, workSec: number): RangeError =>
  new RangeError(
    `Expected work that ends within the calendar's range, ${calendar.fromSec} to ` +
      `${calendar.untilSec}; ${workSec} working seconds from ${startSec} do not`
  )
