/**
 * The notices of the lights of a case: for each clock, amber when little of its limit is left, red in
 * the second after its due second. Each goes out once per run of its clock, however often somebody asks,
 * whatever pauses and changes of terms come in between: the record says when a light came on.
 */
import type { Id } from "@wangge/facts"
import * as CaseClock from "./CaseClock.ts"
import * as CaseTimer from "./CaseTimer.ts"
import type { CaseTimes } from "./CaseTimes.ts"
import { never } from "./TimerRules.ts"

/**
 * One light that comes on at `atSec`.
 *
 * @category lights
 * @since 0.1.0
 */
export interface TimerNotice {
  readonly caseId: Id.Id<"Case">
  readonly clock: CaseClock.CaseClock
  readonly light: "Amber" | "Red"
  readonly atSec: number
}

/**
 * The notices due after `fromSec` and until `untilSec`, in the order of time, then of the clocks.
 *
 * Pure: a caller that ticks asks with the case as it stands and moves `fromSec` on; windows that follow
 * one another tell every notice once, also with events and changes of terms between them, and a window
 * asked for again gives the same notices. After an event a window is answered for the present run of
 * each clock. A light that a change of terms makes due in the past comes on one second after the change.
 * Amber is not told where red has come on by then.
 *
 * @source Helong, article by the city party committee's organisation department, undated: 亮灯提醒 for
 * requests that nobody has handled; the colours and the amber point are ours
 * @category lights
 * @since 0.1.0
 */
export const between = (
  times: CaseTimes,
  window: { readonly fromSec: number; readonly untilSec: number }
): ReadonlyArray<TimerNotice> => {
  const notices: Array<TimerNotice> = []
  for (const clock of CaseClock.list) {
    const timer = times.timers[clock]
    const lights = [
      ["Amber", CaseTimer.amberLightSec(timer, times.countedSec)],
      ["Red", CaseTimer.redLightSec(timer, times.countedSec)]
    ] as const
    for (const [light, atSec] of lights) {
      const isInside = atSec > window.fromSec && atSec <= window.untilSec
      if (!isInside || atSec === never) continue
      notices.push({ caseId: times.caseId, clock, light, atSec })
    }
  }
  return notices.sort((left, right) => left.atSec - right.atSec)
}
