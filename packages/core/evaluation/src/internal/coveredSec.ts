/**
 * The seconds of a clock that some stretches of time cover together, overlaps counted once.
 */
import { Clock } from "@wangge/calendar"

/** Each stretch runs from `fromSec` up to `untilSec`; what lies at `endSec` or later is cut off. */
export const coveredSec = (
  clock: Clock.Clock,
  stretches: ReadonlyArray<{ readonly fromSec: number; readonly untilSec: number }>,
  endSec: number
): number => {
  let [covered, reachedSec] = [0, Number.NEGATIVE_INFINITY]
  for (const { fromSec, untilSec } of [...stretches].sort(
    (one, two) => one.fromSec - two.fromSec
  )) {
    const start = Math.max(fromSec, reachedSec)
    const end = Math.min(untilSec, endSec)
    if (end <= start) continue
    covered += Clock.elapsedSec(clock, start, end)
    reachedSec = end
  }
  return covered
}
