/**
 * Due times: when something is due, how much time is left, whether it is late, and how a pause moves
 * it. The limit itself (how long) belongs to the rules of cases and services; this file only counts,
 * on calendar or working time, and is the one place where a due time is computed.
 */
import { addSec, type Clock, elapsedSec, pausedSec } from "./Clock.ts"

/**
 * The instant at which a limit that starts now has run out.
 *
 * `limitSec` is 0 or more, in seconds of the clock; an infinite limit is never due (`Infinity`). A
 * limit that runs out with the end of a working spell is due at that end, not at the next opening.
 * Throws a `RangeError` for a negative limit, and where `Clock.reaches` says no.
 *
 * ```ts
 * import { Clock, Deadline } from "@wangge/calendar"
 *
 * Deadline.dueSec(Clock.calendar, 1000, 7200) // => 8200
 * ```
 *
 * @category deadlines
 * @since 0.1.0
 */
export const dueSec = (clock: Clock, startSec: number, limitSec: number): number => {
  if (!(limitSec >= 0)) {
    throw new RangeError(`Expected a limit of 0 or more seconds; got ${limitSec}`)
  }
  return addSec(clock, startSec, limitSec)
}

/**
 * Seconds of the clock left before a limit runs out; negative once they are used up.
 *
 * On working time it stands still outside working hours: something due Friday 17:30 has 0 seconds
 * left all weekend, though it is overdue from 17:30:01 on. `Infinity` for an infinite limit.
 *
 * ```ts
 * import { Clock, Deadline, WorkCalendar } from "@wangge/calendar"
 *
 * const spell = { startSec: 0, limitSec: 3600, atSec: 600 }
 * Deadline.remainingSec(Clock.working(WorkCalendar.everyHour), spell) // => 3000
 * ```
 *
 * @category deadlines
 * @since 0.1.0
 */
export const remainingSec = (
  clock: Clock,
  spell: { readonly startSec: number; readonly limitSec: number; readonly atSec: number }
): number => spell.limitSec - elapsedSec(clock, spell.startSec, spell.atSec)

/**
 * Seconds of the clock from an instant until a due time; negative once it has passed.
 *
 * The same as {@link remainingSec} for who keeps the due time instead of start and limit.
 *
 * ```ts
 * import { Clock, Deadline } from "@wangge/calendar"
 *
 * Deadline.untilDueSec(Clock.calendar, { dueSec: 3600, atSec: 600 }) // => 3000
 * ```
 *
 * @category deadlines
 * @since 0.1.0
 */
export const untilDueSec = (
  clock: Clock,
  spell: { readonly dueSec: number; readonly atSec: number }
): number => elapsedSec(clock, spell.atSec, spell.dueSec)

/**
 * Whether an instant is later than the due time: the due second itself is still on time.
 *
 * ```ts
 * import { Deadline } from "@wangge/calendar"
 *
 * Deadline.isOverdue(100, 100) // => false
 * Deadline.isOverdue(100, 101) // => true
 * ```
 *
 * @category deadlines
 * @source none: our reading of "within the limit", the last second included
 * @since 0.1.0
 */
export const isOverdue = (dueSecValue: number, atSec: number): boolean => atSec > dueSecValue

/**
 * The due time after a pause: a suspended case keeps the time it had left.
 *
 * The due time moves on by the seconds of the clock that passed in the pause, so what was left at
 * the suspension is left at the resumption, also when it is negative; a pause in which the clock did
 * not run (a weekend, on working time) moves nothing. On working days it moves on by the days that
 * close in the pause; a pause on the day of the start is told from `Clock.countsFromSec` on.
 * `Infinity` stays. Throws a `RangeError` when the resumption is before the suspension, and where
 * `Clock.reaches` says no.
 *
 * ```ts
 * import { Clock, Deadline } from "@wangge/calendar"
 *
 * Deadline.resumedDueSec(Clock.calendar, { dueSec: 1000, suspendedSec: 400, resumedSec: 700 }) // => 1300
 * ```
 *
 * @category deadlines
 * @since 0.1.0
 */
export const resumedDueSec = (
  clock: Clock,
  pause: { readonly dueSec: number; readonly suspendedSec: number; readonly resumedSec: number }
): number => {
  if (!(pause.resumedSec >= pause.suspendedSec)) {
    throw new RangeError(
      `Expected resumedSec of at least suspendedSec ${pause.suspendedSec}; got ${pause.resumedSec}`
    )
  }
  return addSec(clock, pause.dueSec, pausedSec(clock, pause.suspendedSec, pause.resumedSec))
}
