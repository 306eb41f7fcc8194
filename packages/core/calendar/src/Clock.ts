/**
 * Which time counts: all of it (calendar time), the open seconds of a work calendar (working time),
 * or its working days, counted by dates. A deadline table names a clock per row, and every due time
 * in the repository is counted through the functions here. A limit is always a number of seconds of
 * its clock; a working day is `WorkDays.daySec` of them. `Infinity` is the instant that never comes:
 * the end of a limit without end.
 */
import {
  addWorkSec,
  covers as calendarCovers,
  reaches as calendarReaches,
  type WorkCalendar,
  workSecBetween
} from "./WorkCalendar.ts"
import * as WorkDays from "./WorkDays.ts"

/**
 * Calendar time, or the working time or the working days of a calendar.
 *
 * @category clocks
 * @since 0.1.0
 */
export type Clock =
  | { readonly kind: "calendar" }
  | { readonly kind: "working"; readonly calendar: WorkCalendar }
  | {
      readonly kind: "workingDays"
      readonly calendar: WorkCalendar
      readonly days: WorkDays.WorkDays
    }

/**
 * The clock on which every second counts.
 *
 * @category clocks
 * @since 0.1.0
 */
export const calendar: Clock = { kind: "calendar" }

/**
 * The clock on which only the open seconds of a calendar count.
 *
 * ```ts
 * import { Clock, WorkCalendar } from "@wangge/calendar"
 *
 * const clock = Clock.working(WorkCalendar.everyHour)
 * Clock.elapsedSec(clock, 0, 90) // => 90
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const working = (workCalendar: WorkCalendar): Clock => ({
  kind: "working",
  calendar: workCalendar
})

/**
 * The clock on which the working days of a calendar count, `WorkDays.daySec` each. The rules stand in
 * `WorkDays`: the day of the start does not count, and what is due is due when its day closes.
 *
 * Throws a `RangeError` where `WorkDays.of` does. Cost: that of `WorkDays.of`; make it once.
 *
 * ```ts
 * import { Clock, WorkCalendar, WorkDays } from "@wangge/calendar"
 *
 * const week = WorkCalendar.officeHoursChina({ fromDay: 20_010, untilDay: 20_017 })
 * const clock = Clock.workingDays(week)
 * Clock.addSec(clock, week.fromSec, 4 * WorkDays.daySec) === week.endSec[9] // => true
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const workingDays = (workCalendar: WorkCalendar): Clock => ({
  kind: "workingDays",
  calendar: workCalendar,
  days: WorkDays.of(workCalendar)
})

/**
 * Whether a clock can speak about an instant: calendar time about every finite one, working time
 * and working days within the range that their calendar is compiled for.
 *
 * @category clocks
 * @since 0.1.0
 */
export const covers = (clock: Clock, atSec: number): boolean => {
  switch (clock.kind) {
    case "calendar":
      return Number.isFinite(atSec)
    case "working":
      return calendarCovers(clock.calendar, atSec)
    case "workingDays":
      return WorkDays.covers(clock.days, atSec)
  }
}

/**
 * Whether {@link addSec} has an answer: the start is covered, and so is the instant at which the
 * limit has passed. An infinite limit is always reached, at `Infinity`, and so is any finite one that
 * starts there.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 *
 * Clock.reaches(Clock.calendar, 0, 3600) // => true
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const reaches = (clock: Clock, startSec: number, limitSec: number): boolean => {
  if (startSec === never) return limitSec > Number.NEGATIVE_INFINITY
  switch (clock.kind) {
    case "calendar":
      return Number.isFinite(startSec) && limitSec > Number.NEGATIVE_INFINITY
    case "working":
      return calendarReaches(clock.calendar, startSec, limitSec)
    case "workingDays":
      return WorkDays.reaches(clock.days, startSec, limitSec)
  }
}

/**
 * The instant at which so many seconds of the clock have passed since `startSec`.
 *
 * A negative limit counts back; an infinite limit or start gives `Infinity`. On working days the
 * answer is a closing time, see `WorkDays.addSec`. Throws a `RangeError` where {@link reaches} says
 * no.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 *
 * Clock.addSec(Clock.calendar, 1000, 86_400) // => 87400
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const addSec = (clock: Clock, startSec: number, limitSec: number): number => {
  if (startSec !== never) {
    if (clock.kind === "working") return addWorkSec(clock.calendar, startSec, limitSec)
    if (clock.kind === "workingDays") return WorkDays.addSec(clock.days, startSec, limitSec)
  }
  if (reaches(clock, startSec, limitSec)) return startSec + limitSec
  throw new RangeError(`Expected a start and a limit in seconds; got ${startSec} and ${limitSec}`)
}

/**
 * The seconds of the clock from one instant until another; negative if the second is the earlier.
 *
 * Until `Infinity` they are infinitely many. On working days they are counted by dates, see
 * `WorkDays.secBetween`; what a pause takes away is {@link pausedSec}. Throws a `RangeError` for
 * other instants that the clock does not cover.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 *
 * Clock.elapsedSec(Clock.calendar, 100, 40) // => -60
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const elapsedSec = (clock: Clock, fromSec: number, untilSec: number): number => {
  if (untilSec === never && covers(clock, fromSec)) return never
  if (clock.kind === "working") return workSecBetween(clock.calendar, fromSec, untilSec)
  if (clock.kind === "workingDays") return WorkDays.secBetween(clock.days, fromSec, untilSec)
  if (covers(clock, fromSec) && covers(clock, untilSec)) return untilSec - fromSec
  throw new RangeError(`Expected two instants in seconds; got ${fromSec} and ${untilSec}`)
}

/**
 * The seconds of the clock that a pause from `fromSec` until `untilSec`, not earlier, takes away.
 *
 * The same as {@link elapsedSec} but on working days, where a pause takes away the days that close
 * while it lasts (`WorkDays.pausedSec`), from {@link countsFromSec} of the limit on. Throws a
 * `RangeError` where `elapsedSec` does.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 *
 * Clock.pausedSec(Clock.calendar, 100, 160) // => 60
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const pausedSec = (clock: Clock, fromSec: number, untilSec: number): number =>
  clock.kind === "workingDays" && untilSec !== never
    ? WorkDays.pausedSec(clock.days, fromSec, untilSec)
    : elapsedSec(clock, fromSec, untilSec)

/**
 * The instant from which a pause can take time away from a limit that begins at `startSec`: the start
 * itself, but on working days the close of its day, which does not count anyway.
 *
 * Throws a `RangeError` for an instant that a clock of working days does not cover.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 *
 * Clock.countsFromSec(Clock.calendar, 100) // => 100
 * ```
 *
 * @category clocks
 * @since 0.1.0
 */
export const countsFromSec = (clock: Clock, startSec: number): number =>
  clock.kind === "workingDays" ? WorkDays.countsFromSec(clock.days, startSec) : startSec

const never = Number.POSITIVE_INFINITY
