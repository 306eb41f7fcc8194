/**
 * Adding limits to instants with one answer that the clock itself refuses to give: `NaN` where the
 * result would fall outside a working calendar's compiled range. `Infinity` means no limit.
 */
import { Clock, Deadline } from "@wangge/calendar"
import * as TimerRules from "../TimerRules.ts"

/** The instant `limitSec` after `startSec` on a clock. */
export const addSec = (clock: Clock.Clock, startSec: number, limitSec: number): number =>
  Clock.reaches(clock, startSec, limitSec) ? Deadline.dueSec(clock, startSec, limitSec) : Number.NaN

/**
 * The due second of a limit that began at `startSec`, after one pause more; the rule is
 * `TimerRules.afterPauseSec`, which the timers of a case follow as well.
 */
export const afterPauseSec = (
  clock: Clock.Clock,
  startSec: number,
  dueSec: number,
  fromSec: number,
  untilSec: number
): number => {
  const countedSec = TimerRules.countsFromSec(clock, startSec)
  if (Number.isNaN(countedSec)) return Number.NaN
  const beginSec = Math.max(fromSec, countedSec)
  return untilSec > beginSec ? TimerRules.afterPauseSec(clock, dueSec, beginSec, untilSec) : dueSec
}

/** The seconds of a clock that a pause takes. */
export const pausedSec = (clock: Clock.Clock, fromSec: number, untilSec: number): number =>
  Clock.covers(clock, fromSec) && Clock.covers(clock, untilSec)
    ? Clock.pausedSec(clock, fromSec, untilSec)
    : Number.NaN
