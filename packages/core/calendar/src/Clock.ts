/**
 * Which seconds count: all of them (calendar time) or those of a work calendar (working time). A
 * deadline table names a clock per row, and every due time in the repository is counted through the
 * functions here. `Infinity` is the instant that never comes: the end of a limit without end.
 */
import {
  addWorkSec,
  covers as calendarCovers,
  reaches as calendarReaches,
  type WorkCalendar,
  workSecBetween
} from "./WorkCalendar.ts"

/**
 * Calendar time, or the working time of a calendar.
 *
 * @category clocks
 * @since 0.1.0
 */
export type Clock =
  | { readonly kind: "calendar" }
  | { readonly kind: "working"; readonly calendar: WorkCalendar }

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
 * Whether a clock can speak about an instant: calendar time about every finite one, working time
 * within the range its calendar is compiled for.
 *
 * @category clocks
 * @since 0.1.0
 */
export const covers = (clock: Clock, atSec: number): boolean =>
  clock.kind === "calendar" ? Number.isFinite(atSec) : calendarCovers(clock.calendar, atSec)

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
  return clock.kind === "calendar"
    ? Number.isFinite(startSec) && limitSec > Number.NEGATIVE_INFINITY
    : calendarReaches(clock.calendar, startSec, limitSec)
}

/**
 * The instant at which so many seconds of the clock have passed since `startSec`.
 *
 * A negative limit counts back; an infinite limit or start gives `Infinity`. Throws a `RangeError`
 * where {@link reaches} says no.
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
  if (clock.kind === "working" && startSec !== never) {
    return addWorkSec(clock.calendar, startSec, limitSec)
  }
  if (reaches(clock, startSec, limitSec)) return startSec + limitSec
  throw new RangeError(`Expected a start and a limit in seconds; got ${startSec} and ${limitSec}`)
}

/**
 * The seconds of the clock from one instant until another; negative if the second is the earlier.
 *
 * Until `Infinity` they are infinitely many. Throws a `RangeError` for other instants that the clock
 * does not cover.
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
  if (covers(clock, fromSec) && covers(clock, untilSec)) return untilSec - fromSec
  throw new RangeError(`Expected two instants in seconds; got ${fromSec} and ${untilSec}`)
}

const never = Number.POSITIVE_INFINITY
