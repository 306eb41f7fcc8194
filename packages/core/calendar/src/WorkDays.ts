/**
 * The working days of a calendar, for limits that are counted in days instead of hours. A civil day
 * with any open second is a working day; it ends for the limit when its last spell closes. Days are
 * counted by their dates: the day on which a limit begins never counts, and what is due on a day is
 * due when that day closes. `Clock.workingDays` makes a clock of them.
 */
import { Seconds } from "@wangge/facts"
import { wallClock } from "./internal/compileSpells.ts"
import { lastAtMost, lastBelow } from "./internal/sortedSearch.ts"
import { dayCountMax, type WorkCalendar } from "./WorkCalendar.ts"
import { toLocal } from "./Zone.ts"

/**
 * Seconds of the clock in one working day, however many hours it is open: limits in working days are
 * written in multiples of it, so that every limit is a number of seconds of its own clock.
 *
 * @category working days
 * @source none: our own unit, the length of a civil day
 * @since 0.1.0
 */
export const daySec = Seconds.daySec

/**
 * The working days of a range, in order: working day `i` begins at the midnight `midnightSec[i]`
 * and closes at `closeSec[i]`, seconds since the Unix epoch. Plain data; can be sent to a worker
 * thread.
 *
 * @category working days
 * @since 0.1.0
 */
export interface WorkDays {
  readonly fromSec: number
  readonly untilSec: number
  readonly midnightSec: Float64Array
  readonly closeSec: Float64Array
}

/**
 * The working days of a calendar: every civil day of its zone with an open second. A spell over
 * midnight belongs to both days, and the first of them closes at midnight.
 *
 * Throws a `RangeError` for a calendar of more than `WorkCalendar.dayCountMax` days, such as
 * `WorkCalendar.everyHour`. Cost: one `Zone.offsetSec` a day, 16 bytes a working day.
 *
 * ```ts
 * import { WorkCalendar, WorkDays } from "@wangge/calendar"
 *
 * const week = WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_017 })
 * WorkDays.of(week).closeSec.length // => 5
 * ```
 *
 * @category working days
 * @since 0.1.0
 */
export const of = (calendar: WorkCalendar): WorkDays => {
  const { fromSec, untilSec, zone } = calendar
  if (untilSec - fromSec > (dayCountMax + 1) * Seconds.daySec) {
    throw new RangeError(`Expected a calendar of at most ${dayCountMax} days to count days in`)
  }
  const fromDay = toLocal(zone, fromSec).dayNumber
  const untilDay = toLocal(zone, untilSec).dayNumber
  const toInstant = wallClock({ zone, fromDay, untilDay })
  const midnights: Array<number> = []
  const closes: Array<number> = []
  for (let day = fromDay; day < untilDay; day++) {
    const midnightSec = toInstant(day, 0)
    const nextSec = toInstant(day, Seconds.daySec)
    const at = lastBelow(calendar.startSec, calendar.startSec.length, nextSec)
    const closeSec = at < 0 ? midnightSec : Math.min(calendar.endSec[at]!, nextSec)
    if (closeSec <= midnightSec) continue
    midnights.push(midnightSec)
    closes.push(closeSec)
  }
  return {
    fromSec,
    untilSec,
    midnightSec: Float64Array.from(midnights),
    closeSec: Float64Array.from(closes)
  }
}

/**
 * Whether the table can speak about an instant: it lies in the range of the calendar, both ends
 * included. Every other function throws a `RangeError` for instants that do not.
 *
 * @category queries
 * @since 0.1.0
 */
export const covers = (days: WorkDays, atSec: number): boolean =>
  atSec >= days.fromSec && atSec <= days.untilSec

/**
 * Whether {@link addSec} has an answer: the start is covered, and so many working days follow it
 * (precede it, if negative).
 *
 * @category queries
 * @since 0.1.0
 */
export const reaches = (days: WorkDays, startSec: number, limitSec: number): boolean => {
  if (!covers(days, startSec)) return false
  if (limitSec === 0 || limitSec === Number.POSITIVE_INFINITY) return true
  const index = indexAfter(days, startSec, limitSec)
  return index >= 0 && index < days.closeSec.length
}

/**
 * The instant at which a limit of so many working days, {@link daySec} each, has run out: the
 * closing time of the n-th working day after the day of the start.
 *
 * The day of the start does not count, at whatever hour the limit begins, before opening and after
 * closing too; a limit that begins on a day of rest has the next working day as its first. A part of
 * a day counts as a whole one. A limit of 0 runs out where it starts, an infinite one never, and a
 * negative one is counted back from the last working day that has begun. Throws a `RangeError` where
 * {@link reaches} says no.
 *
 * ```ts
 * import { WorkCalendar, WorkDays, Zone } from "@wangge/calendar"
 *
 * const days = WorkDays.of(WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_024 }))
 * const friday10 = Zone.toInstantSec("Asia/Shanghai", 20_014, 10 * 3600)
 * const dueSec = WorkDays.addSec(days, friday10, 2 * WorkDays.daySec)
 * Zone.toLocal("Asia/Shanghai", dueSec) // => { dayNumber: 20018, secOfDay: 63000 }
 * ```
 *
 * @source Civil Code of the People's Republic of China (2020), articles 201 and 203: the day on which
 * a period begins does not count, and its last day ends when business stops
 * @category queries
 * @since 0.1.0
 */
export const addSec = (days: WorkDays, startSec: number, limitSec: number): number => {
  requireCovered(days, startSec)
  if (limitSec === 0) return startSec
  if (limitSec === Number.POSITIVE_INFINITY) return limitSec
  const found = days.closeSec[indexAfter(days, startSec, limitSec)]
  if (found !== undefined) return found
  throw new RangeError(
    `Expected a limit that ends within the calendar's range, ${days.fromSec} to ` +
      `${days.untilSec}; ${limitSec / daySec} working days from ${startSec} do not`
  )
}

/** The index of the working day on which a limit other than 0 ends; `NaN` for no number. */
const indexAfter = (days: WorkDays, startSec: number, limitSec: number): number => {
  const count = Math.ceil(Math.abs(limitSec) / daySec)
  return begunCount(days, startSec) - 1 + (limitSec < 0 ? -count : count)
}

/** How many working days have begun by an instant, that of the instant included. */
const begunCount = (days: WorkDays, atSec: number): number =>
  lastAtMost(days.midnightSec, days.midnightSec.length, atSec) + 1

/** How many working days have closed by an instant. */
const closedCount = (days: WorkDays, atSec: number): number =>
  lastAtMost(days.closeSec, days.closeSec.length, atSec) + 1

/**
 * The working days from the date of one instant until the date of another, {@link daySec} each: the
 * first date does not count, the last one does. Negative if the second is the earlier.
 *
 * Hours do not matter: from Monday to Friday of one week they are four, and on its last day a limit
 * has none left. Throws a `RangeError` for instants that are not covered.
 *
 * @source Civil Code of the People's Republic of China (2020), article 201
 * @category queries
 * @since 0.1.0
 */
export const secBetween = (days: WorkDays, fromSec: number, untilSec: number): number => {
  requireCovered(days, fromSec)
  requireCovered(days, untilSec)
  return (begunCount(days, untilSec) - begunCount(days, fromSec)) * daySec
}

/**
 * The working days that a pause from `fromSec` until `untilSec` takes away, {@link daySec} each:
 * those that close while it lasts.
 *
 * A day counts for the limit unless the clock stands still in its last working second: a pause from
 * Wednesday 17:00 until Thursday 9:00 takes Wednesday away and leaves Thursday; one within a day, or
 * over a night or a weekend, takes nothing. So no limit can run out while it is paused, and pauses
 * that follow one another take as much as one pause over both. Throws a `RangeError` for instants
 * that are not covered, or in the wrong order.
 *
 * @source none: neither every day that a pause touches (a minute would give a day away) nor only days
 * that lie wholly in it (a pause of nearly two days would give none)
 * @category queries
 * @since 0.1.0
 */
export const pausedSec = (days: WorkDays, fromSec: number, untilSec: number): number => {
  requireCovered(days, fromSec)
  requireCovered(days, untilSec)
  if (untilSec < fromSec) {
    throw new RangeError(`Expected untilSec of at least fromSec ${fromSec}; got ${untilSec}`)
  }
  return (closedCount(days, untilSec) - closedCount(days, fromSec)) * daySec
}

/**
 * The instant from which a pause can take days away from a limit that begins at `startSec`: the close
 * of the working day of the start, which does not count anyway, or `startSec` where that day is one of
 * rest or has closed.
 *
 * Throws a `RangeError` for an instant that is not covered.
 *
 * @source none: follows from the rule of {@link addSec}
 * @category queries
 * @since 0.1.0
 */
export const countsFromSec = (days: WorkDays, startSec: number): number => {
  requireCovered(days, startSec)
  const begun = begunCount(days, startSec)
  return begun === 0 ? startSec : Math.max(startSec, days.closeSec[begun - 1]!)
}

const requireCovered = (days: WorkDays, atSec: number): void => {
  if (covers(days, atSec)) return
  throw new RangeError(
    `Expected an instant within the calendar's range, ${days.fromSec} to ${days.untilSec}; ` +
      `got ${atSec}`
  )
}
