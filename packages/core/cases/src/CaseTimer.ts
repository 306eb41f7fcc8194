/**
 * One of the five clocks of one case, as data: when it started, when it is due, when it ended, when its
 * lights came on. Nothing ticks: what a clock says at an instant is computed from these numbers, so a
 * timer survives a restart as any other record does. `CaseTimes` changes it.
 */
import type { Pause } from "./CaseParts.ts"
import * as TimerRules from "./TimerRules.ts"
import type { TimerTerms } from "./TimerTerms.ts"

/**
 * One clock of a case, in the run that began at `startSec`. Instants are whole seconds since the Unix
 * epoch, `Case.notYet` where nothing has happened, `TimerRules.never` where nothing will.
 *
 * @category timers
 * @since 0.1.0
 */
export interface CaseTimer {
  readonly state: TimerRules.State
  readonly startSec: number
  /** The last second on time; while the case is paused, the one if the pause lasts in full. */
  readonly dueSec: number
  /** False where the calendar does not reach the due second: count again when it is longer. */
  readonly isDueKnown: boolean
  /** From when on little of the limit is left. */
  readonly amberSec: number
  /** When the run was met or dropped. */
  readonly doneSec: number
  /** When the amber and the red light of this run came on; they come on once. */
  readonly amberOnSec: number
  readonly redOnSec: number
  /** Whether this clock was late in any run of the case's life; it never becomes false again. */
  readonly wasLate: boolean
}

/** A time that has not come yet, the same as `Case.notYet`. */
const notYet = -1

/**
 * A timer that has not started.
 *
 * @category timers
 * @since 0.1.0
 */
export const idle: CaseTimer = {
  state: "Idle",
  startSec: notYet,
  dueSec: TimerRules.never,
  isDueKnown: true,
  amberSec: TimerRules.never,
  doneSec: notYet,
  amberOnSec: notYet,
  redOnSec: notYet,
  wasLate: false
}

/**
 * Whether the present run is late at `atSec`: it runs and its due second has passed, or it ended after
 * its due second. The due second itself is on time.
 *
 * ```ts
 * import { CaseTimer } from "@wangge/cases"
 *
 * CaseTimer.isLate(CaseTimer.idle, 1_000) // => false
 * ```
 *
 * @source none: our reading of "within the limit", the last second included
 * @category timers
 * @since 0.1.0
 */
export const isLate = (timer: CaseTimer, atSec: number): boolean => {
  if (timer.state === "Idle") return false
  return (timer.state === "Running" ? atSec : timer.doneSec) > timer.dueSec
}

/**
 * When the red light of the run comes on or came on: the second after the due second, or after the
 * change that put the due second in the past. `TimerRules.never` if it does not. `countedSec` is when
 * the due second was last counted.
 *
 * @category lights
 * @since 0.1.0
 */
export const redLightSec = (timer: CaseTimer, countedSec: number): number => {
  const dueSec = timer.state === "Running" ? timer.dueSec : TimerRules.never
  return TimerRules.redSec(dueSec, timer.redOnSec, countedSec)
}

/**
 * When the amber light of the run comes on or came on, `TimerRules.never` if it does not: the run has
 * ended before, or the red light is on by then.
 *
 * @category lights
 * @since 0.1.0
 */
export const amberLightSec = (timer: CaseTimer, countedSec: number): number => {
  const pointSec = timer.state === "Running" ? timer.amberSec : TimerRules.never
  const redOnSec = redLightSec(timer, countedSec)
  return TimerRules.amberSec(pointSec, timer.amberOnSec, redOnSec, countedSec)
}

/**
 * The timer as `atSec` finds it: what came on or became late until then, under the due second that
 * was counted at `countedSec`, is written down and stays. Only a running timer changes.
 *
 * @source none: an overdue case stays overdue in the record, whatever is changed later
 * @category timers
 * @since 0.1.0
 */
export const observed = (timer: CaseTimer, countedSec: number, atSec: number): CaseTimer => {
  if (timer.state !== "Running") return timer
  const amberOnSec = amberLightSec(timer, countedSec)
  const redOnSec = redLightSec(timer, countedSec)
  return {
    state: timer.state,
    startSec: timer.startSec,
    dueSec: timer.dueSec,
    isDueKnown: timer.isDueKnown,
    amberSec: timer.amberSec,
    doneSec: timer.doneSec,
    amberOnSec: amberOnSec <= atSec ? amberOnSec : notYet,
    redOnSec: redOnSec <= atSec ? redOnSec : notYet,
    wasLate: timer.wasLate || atSec > timer.dueSec
  }
}

/**
 * A timer that starts a run at `startSec`; its due second is still to be counted.
 *
 * @category timers
 * @since 0.1.0
 */
export const started = (timer: CaseTimer, startSec: number): CaseTimer => ({
  state: "Running",
  startSec,
  dueSec: TimerRules.never,
  isDueKnown: true,
  amberSec: TimerRules.never,
  doneSec: notYet,
  amberOnSec: notYet,
  redOnSec: notYet,
  wasLate: timer.wasLate
})

/**
 * A timer whose run ends at `doneSec`, met or dropped, or goes on (`Running`, `doneSec` not yet). Its
 * due second is no longer counted: what was in time under the terms of the day stays in time.
 *
 * @source none: nobody is made late by a rule that came after the deed
 * @category timers
 * @since 0.1.0
 */
export const ended = (
  timer: CaseTimer,
  state: "Met" | "Dropped" | "Running",
  doneSec: number
): CaseTimer => ({
  state,
  startSec: timer.startSec,
  dueSec: timer.dueSec,
  isDueKnown: timer.isDueKnown,
  amberSec: timer.amberSec,
  doneSec,
  amberOnSec: timer.amberOnSec,
  redOnSec: timer.redOnSec,
  wasLate: timer.wasLate
})

/**
 * A running timer with its due second counted again under the terms at position `at` of the tables,
 * extended `extensionCount` times, outside the pauses. A pure function of what holds now: what held
 * before leaves no trace in the due second. Any other timer as it is.
 *
 * @source none: a change of terms holds for the whole present run
 * @category timers
 * @since 0.1.0
 */
export const counted = (
  terms: TimerTerms,
  timer: CaseTimer,
  at: number,
  extensionCount: number,
  pauses: ReadonlyArray<Pause>
): CaseTimer => {
  if (timer.state !== "Running") return timer
  const clock = terms.clocks[terms.clockNumber[at]!]!
  const limitSec = terms.limitSec[at]!
  const addedSec = extensionCount * terms.extensionSec[at]!
  const startSec = timer.startSec
  const dueSec = TimerRules.dueSec(clock, { startSec, limitSec: limitSec + addedSec }, pauses)
  const passedSec = TimerRules.amberLimitSec(clock, limitSec, addedSec, terms.amberShare)
  const amberSec = TimerRules.dueSec(clock, { startSec, limitSec: passedSec }, pauses)
  return {
    state: timer.state,
    startSec,
    dueSec: TimerRules.storedSec(dueSec),
    isDueKnown: !Number.isNaN(dueSec),
    amberSec: TimerRules.storedSec(amberSec),
    doneSec: timer.doneSec,
    amberOnSec: timer.amberOnSec,
    redOnSec: timer.redOnSec,
    wasLate: timer.wasLate
  }
}
