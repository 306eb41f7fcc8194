/**
 * Adding limits to instants with one answer that the clock itself refuses to give: `NaN` where the
 * result would fall outside a working calendar's compiled range. `Infinity` means no limit.
 */
import { Clock, Deadline } from "@wangge/calendar"

/** The instant `limitSec` after `startSec` on a clock. */
export const addSec = (clock: Clock.Clock, startSec: number, limitSec: number): number =>
  Clock.reaches(clock, startSec, limitSec) ? Deadline.dueSec(clock, startSec, limitSec) : Number.NaN

/** The due second after a pause from `suspendedSec` to `resumedSec`. */
export const resumedDueSec = (
  clock: Clock.Clock,
  dueSec: number,
  suspendedSec: number,
  resumedSec: number
): number => {
  if (dueSec === Number.POSITIVE_INFINITY) return dueSec
  if (!Clock.covers(clock, suspendedSec) || !Clock.covers(clock, resumedSec)) return Number.NaN
  const pausedSec = Clock.elapsedSec(clock, suspendedSec, resumedSec)
  return Clock.reaches(clock, dueSec, pausedSec)
    ? Deadline.resumedDueSec(clock, { dueSec, suspendedSec, resumedSec })
    : Number.NaN
}
