/**
 * The rules of deadlines and alert lights on a compiled profile: functions of numbers that return
 * numbers. They are read as part of `CaseRules`. How seconds are counted is the business of
 * `@wangge/calendar`; which limit applies, and when, is said here.
 */
import { Clock, Deadline } from "@wangge/calendar"
import * as CaseClock from "./CaseClock.ts"
import type { CaseRules } from "./CaseRules.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as limitClock from "./internal/limitClock.ts"
import * as Urgency from "./Urgency.ts"

const contact = CaseClock.codeOf("Contact")
const handle = CaseClock.codeOf("Handle")

/**
 * The due second of the first contact for a limit that starts at `startSec`; `NaN` where it would
 * fall outside the working calendar, `Infinity` without a limit.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const contactDueSec = (rules: CaseRules, urgency: number, startSec: number): number =>
  timerDueSec(rules, contact, urgency, startSec, 0)

/**
 * The due second of the claim of resolution for a limit that starts at `startSec`; `NaN` where it
 * would fall outside the working calendar, `Infinity` without a limit.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const dueSec = (rules: CaseRules, urgency: number, startSec: number): number =>
  limitClock.addSec(
    rules.clocks[urgency]!,
    startSec,
    rules.limitSec[handle * Urgency.list.length + urgency]!
  )

/**
 * The due second of a clock of `CaseClock` (by position) that starts at `startSec`, with `addedSec`
 * seconds more than its limit, before any pause; `NaN` where it would fall outside the working
 * calendar, `Infinity` without a limit.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const timerDueSec = (
  rules: CaseRules,
  timer: number,
  urgency: number,
  startSec: number,
  addedSec: number
): number => {
  const limitSec = rules.limitSec[timer * Urgency.list.length + urgency]!
  return limitClock.addSec(rules.timerClocks[timer]![urgency]!, startSec, limitSec + addedSec)
}

/**
 * The due second of a clock of `CaseClock` after one pause more, for a limit that began at
 * `startSec`. Taken over all pauses in order, from {@link timerDueSec} on, it depends on the set of
 * the pauses and on the terms in force alone, not on the order in which pauses and changes of terms
 * came.
 *
 * @source none: a pause stops the clock, gives no time away and takes no lateness back
 * @category deadlines
 * @since 0.1.0
 */
export const timerAfterPauseSec = (
  rules: CaseRules,
  timer: number,
  urgency: number,
  startSec: number,
  due: number,
  fromSec: number,
  untilSec: number
): number =>
  limitClock.afterPauseSec(rules.timerClocks[timer]![urgency]!, startSec, due, fromSec, untilSec)

/**
 * The due second of the claim of resolution, counted anew before any pause: the limit with its
 * extensions, from `startSec`. `NaN` and `Infinity` as for a new limit.
 *
 * @source none: a change of limit, calendar or class holds for the whole present limit, with the
 * extensions that were granted
 * @category deadlines
 * @since 0.1.0
 */
export const recountedDueSec = (
  rules: CaseRules,
  urgency: number,
  startSec: number,
  extensionCount: number
): number => {
  const addedSec = extensionCount === 0 ? 0 : extensionCount * rules.extensionSec[urgency]!
  return timerDueSec(rules, handle, urgency, startSec, addedSec)
}

/**
 * How many seconds a pause takes from the limit on resolving; `NaN` where it leaves the working
 * calendar.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const pausedSec = (
  rules: CaseRules,
  urgency: number,
  fromSec: number,
  untilSec: number
): number => limitClock.pausedSec(rules.clocks[urgency]!, fromSec, untilSec)

/**
 * The second that lies `spanSec` seconds later on the clock of the limit on resolving; `NaN` where
 * that falls outside the working calendar.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const laterSec = (
  rules: CaseRules,
  urgency: number,
  fromSec: number,
  spanSec: number
): number => limitClock.addSec(rules.clocks[urgency]!, fromSec, spanSec)

/**
 * The second until which a pause holds up the first contact, `fromSec` where it does not: a contact
 * that was made before is not held up, one that is made in the pause ends it for the contact.
 *
 * @source none: whoever is reached while the case rests was reached in time
 * @category deadlines
 * @since 0.1.0
 */
export const contactPauseEndSec = (
  fromSec: number,
  untilSec: number,
  contactedSec: number
): number => (contactedSec < 0 ? untilSec : Math.max(fromSec, Math.min(untilSec, contactedSec)))

/**
 * The due second after one extension; `NaN` where it would fall outside the working calendar.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const extendedDueSec = (rules: CaseRules, urgency: number, due: number): number =>
  limitClock.addSec(rules.clocks[urgency]!, due, rules.extensionSec[urgency]!)

/**
 * The due second of the claim of resolution after a pause: the case keeps the time it had left when
 * it was suspended; a limit that had run out by then stays run out. `NaN` where the result would
 * fall outside the working calendar. The rule itself is `TimerRules.afterPauseSec`; `startSec`, when
 * the limit began, matters on working days only.
 *
 * @source none: a suspension stops the clock and gives no time away
 * @category deadlines
 * @since 0.1.0
 */
export const resumedDueSec = (
  rules: CaseRules,
  urgency: number,
  due: number,
  suspendedSec: number,
  resumedSec: number,
  startSec: number = suspendedSec
): number => timerAfterPauseSec(rules, handle, urgency, startSec, due, suspendedSec, resumedSec)

/**
 * The second at which a pause ends for the clock: when the case is resumed, but never later than
 * the planned end of the suspension, because from then on the clock runs again by itself.
 *
 * @source none: a suspension needs an end date, so the end date must have an effect
 * @category deadlines
 * @since 0.1.0
 */
export const pauseEndSec = (untilSec: number, atSec: number): number => Math.min(atSec, untilSec)

/**
 * Whether a due second has passed: strictly after it.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const isOverdue = (due: number, atSec: number): boolean => Deadline.isOverdue(due, atSec)

/**
 * Whether lateness must stand in the record after `atSec`: it stood there before, or the due second
 * has passed in a status in which the case can run late. It never disappears again.
 *
 * @source none: an overdue case stays overdue in the record after closing
 * @category deadlines
 * @since 0.1.0
 */
export const wasOverdueBy = (
  wasOverdue: boolean,
  status: number,
  due: number,
  atSec: number
): boolean => wasOverdue || (CaseStatus.canRunLate(status) && Deadline.isOverdue(due, atSec))

/**
 * The second at which the alert light turns amber: when less than `1 - amberShare` of the limit is
 * left. A pause moves it with the due second, an extension moves it by the extension. Whole
 * seconds, rounded up; `Infinity` without a limit.
 *
 * @source none: the reports name the light (Helong 亮灯提醒) and no amber point
 * @category alert lights
 * @since 0.1.0
 */
export const amberSec = (
  rules: CaseRules,
  urgency: number,
  startSec: number,
  due: number
): number => {
  if (due === Number.POSITIVE_INFINITY) return due
  const clock = rules.clocks[urgency]!
  const spanSec = Clock.elapsedSec(clock, startSec, due)
  const keptSec = Math.floor(
    (1 - rules.amberShare) * rules.limitSec[handle * Urgency.list.length + urgency]!
  )
  return keptSec >= spanSec ? startSec : Clock.addSec(clock, startSec, spanSec - keptSec)
}

/**
 * The alert light of a running limit: 0 green, 1 amber, 2 red (after the due second).
 *
 * @source Helong, article by the city party committee's organisation department, undated: 亮灯提醒 for
 * requests that nobody has handled; the colours and the amber point are ours
 * @category alert lights
 * @since 0.1.0
 */
export const alertLight = (
  rules: CaseRules,
  urgency: number,
  startSec: number,
  due: number,
  atSec: number
): number => {
  if (Deadline.isOverdue(due, atSec)) return 2
  return atSec >= amberSec(rules, urgency, startSec, due) ? 1 : 0
}
