/**
 * The rules of a running clock as functions of numbers: when it is due outside its pauses, when its
 * lights come on, and what each moment of a case does to it. Records (`CaseTimes`) and the
 * simulator's columns both call these. Instants are whole seconds since the Unix epoch; `Infinity`
 * says that there is no limit, `NaN` that the due second lies beyond the days of a work calendar.
 */
import { Clock, Deadline, WorkDays } from "@wangge/calendar"
import type { Pause } from "./CaseParts.ts"
import type { TimerTerms } from "./TimerTerms.ts"

/**
 * The states of a timer: not started, running, met, or stopped without being met. The position in the
 * list is the number used in columns: append only, never reorder or reuse a position.
 *
 * @source none: our own names
 * @category timers
 * @since 0.1.0
 */
export const states = ["Idle", "Running", "Met", "Dropped"] as const

/**
 * One of {@link states}.
 *
 * @category timers
 * @since 0.1.0
 */
export type State = (typeof states)[number]

/**
 * What stands in stored data for an instant that never comes: no limit, or a pause without an end. A
 * whole number, so that it passes through JSON and databases, where `Infinity` does not.
 *
 * @source none: the largest whole number that JavaScript can tell from its neighbours
 * @category timers
 * @since 0.1.0
 */
export const never = Number.MAX_SAFE_INTEGER

/**
 * A computed due second as it is stored: {@link never} instead of `Infinity`, and also where the
 * calendar does not reach it, which the timer says beside.
 *
 * @category timers
 * @since 0.1.0
 */
export const storedSec = (computedSec: number): number =>
  Number.isFinite(computedSec) ? computedSec : never

/**
 * The instant at which a limit has run out if nothing pauses it; `NaN` beyond the calendar.
 *
 * @category due seconds
 * @since 0.1.0
 */
export const unpausedDueSec = (clock: Clock.Clock, startSec: number, limitSec: number): number =>
  Clock.reaches(clock, startSec, limitSec) ? Deadline.dueSec(clock, startSec, limitSec) : Number.NaN

/**
 * The due second after one pause more, which begins no earlier than the pauses counted so far ended:
 * later by what the clock would have counted in it. A pause that begins at the due second or after it
 * changes nothing: the limit has run out by then. `Infinity` for a pause without an end.
 *
 * @source none: a suspension stops the clock, gives no time away and takes no lateness back
 * @category due seconds
 * @since 0.1.0
 */
export const afterPauseSec = (
  clock: Clock.Clock,
  dueSec: number,
  fromSec: number,
  untilSec: number
): number => {
  if (!(fromSec < dueSec) || dueSec === Number.POSITIVE_INFINITY) return dueSec
  if (untilSec >= never) return Number.POSITIVE_INFINITY
  if (!Clock.covers(clock, fromSec) || !Clock.covers(clock, untilSec)) return Number.NaN
  const pausedSec = Clock.pausedSec(clock, fromSec, untilSec)
  return Clock.reaches(clock, dueSec, pausedSec)
    ? Clock.addSec(clock, dueSec, pausedSec)
    : Number.NaN
}

/**
 * The instant from which pauses take time away from a limit; see `Clock.countsFromSec`. `NaN` where
 * the clock does not cover the start.
 *
 * @category due seconds
 * @since 0.1.0
 */
export const countsFromSec = (clock: Clock.Clock, startSec: number): number =>
  Clock.covers(clock, startSec) ? Clock.countsFromSec(clock, startSec) : Number.NaN

/**
 * The instant at which a limit has run out outside the pauses.
 *
 * It depends on the set of the pauses alone: their order does not matter, they may overlap and touch,
 * and may begin before the start. So whatever is changed (limit, calendar, class, pauses), counting
 * again with what holds now gives the due second, in whatever order the changes came. Pauses sorted
 * by their beginning cost least.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { TimerRules } from "@wangge/cases"
 *
 * const pauses = [{ fromSec: 40, untilSec: 60 }, { fromSec: 50, untilSec: 90 }]
 * TimerRules.dueSec(Clock.calendar, { startSec: 0, limitSec: 100 }, pauses) // => 150
 * ```
 *
 * @source none: the definition of a limit that stands still while it is paused
 * @category due seconds
 * @since 0.1.0
 */
export const dueSec = (
  clock: Clock.Clock,
  limit: { readonly startSec: number; readonly limitSec: number },
  pauses: ReadonlyArray<Pause>
): number => {
  let due = unpausedDueSec(clock, limit.startSec, limit.limitSec)
  if (pauses.length === 0) return due
  let counted = countsFromSec(clock, limit.startSec)
  for (const pause of inOrder(pauses)) {
    if (!(pause.untilSec > counted)) continue
    const fromSec = Math.max(pause.fromSec, counted)
    if (!(fromSec < due)) break
    due = afterPauseSec(clock, due, fromSec, pause.untilSec)
    counted = pause.untilSec
  }
  return due
}

const inOrder = (pauses: ReadonlyArray<Pause>): ReadonlyArray<Pause> =>
  pauses.every((pause, index) => index === 0 || pauses[index - 1]!.fromSec <= pause.fromSec)
    ? pauses
    : [...pauses].sort((left, right) => left.fromSec - right.fromSec)

/**
 * How much of a limit, extensions included, has passed when its light turns amber: all but what
 * `1 - amberShare` of the limit without extensions is, in whole seconds; at least 0. On working days
 * it is cut to whole days, so that the warning comes rather early than with the end.
 *
 * @source none: the reports name the light (Helong 亮灯提醒) and no amber point
 * @category lights
 * @since 0.1.0
 */
export const amberLimitSec = (
  clock: Clock.Clock,
  limitSec: number,
  extendedSec: number,
  amberShare: number
): number => {
  if (limitSec === Number.POSITIVE_INFINITY) return limitSec
  const keptSec = Math.floor((1 - amberShare) * limitSec)
  const passedSec = Math.max(0, limitSec + extendedSec - keptSec)
  if (clock.kind !== "workingDays") return passedSec
  return Math.floor(passedSec / WorkDays.daySec) * WorkDays.daySec
}

/**
 * The second at which a light comes on. `pointSec` is the first second at which it has to be on by the
 * limit as it was counted at `countedSec`; what a change makes due in the past comes on one second
 * after the change, because nobody could know before.
 *
 * @source none: a notice cannot go out before its cause
 * @category lights
 * @since 0.1.0
 */
export const lightSec = (pointSec: number, countedSec: number): number =>
  pointSec <= countedSec ? countedSec + 1 : pointSec

/**
 * When the red light of a run comes on or came on (`onSec`, below 0 if it has not): in the second after
 * the due second. {@link never} without a due second.
 *
 * @source none: the due second itself is on time
 * @category lights
 * @since 0.1.0
 */
export const redSec = (due: number, onSec: number, countedSec: number): number => {
  if (onSec >= 0 || due === never) return onSec >= 0 ? onSec : never
  return lightSec(due + 1, countedSec)
}

/**
 * When the amber light of a run comes on or came on (`onSec`, below 0 if it has not): at the amber
 * point. {@link never} where the red light, on at `redOnSec`, is on by then.
 *
 * @source none: a warning after the fact is none
 * @category lights
 * @since 0.1.0
 */
export const amberSec = (
  pointSec: number,
  onSec: number,
  redOnSec: number,
  countedSec: number
): number => {
  if (onSec >= 0 || pointSec === never) return onSec >= 0 ? onSec : never
  const atSec = lightSec(pointSec, countedSec)
  return atSec < redOnSec ? atSec : never
}

/**
 * What a moment does to a timer: 0 nothing, 1 it starts (again), 2 it is met, 3 being met is taken
 * back, 4 it is dropped. All are positions; the triggers of the terms say which moment does what.
 *
 * Starting goes before everything else. Only a running timer is met or dropped, and only a met one
 * runs again under the same limit.
 *
 * @source none: our own reading of what starts and meets a promise
 * @category timers
 * @since 0.1.0
 */
export const effectOf = (
  terms: TimerTerms,
  timer: number,
  state: number,
  moment: number
): number => {
  const bit = 1 << moment
  if ((terms.starts[timer]! & bit) !== 0) return 1
  if (state === running) {
    if ((terms.meets[timer]! & bit) !== 0) return 2
    if ((terms.drops[timer]! & bit) !== 0) return 4
  }
  return state === met && (terms.revokes[timer]! & bit) !== 0 ? 3 : 0
}

const running = 1
const met = 2
