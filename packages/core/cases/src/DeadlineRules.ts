/**
 * The rules of deadlines and alert lights on a compiled profile: functions of numbers that return
 * numbers. They are read as part of `CaseRules`. How seconds are counted is the business of
 * `@wangge/calendar`; which limit applies, and when, is said here.
 */
import { Clock, Deadline } from "@wangge/calendar"
import type { CaseRules } from "./CaseRules.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as limitClock from "./internal/limitClock.ts"

/**
 * The due second of the first contact for a limit that starts at `startSec`; `NaN` where it would
 * fall outside the working calendar, `Infinity` without a limit.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const contactDueSec = (rules: CaseRules, urgency: number, startSec: number): number =>
  limitClock.addSec(rules.clocks[urgency]!, startSec, rules.contactSec[urgency]!)

/**
 * The due second of the claim of resolution for a limit that starts at `startSec`; `NaN` where it
 * would fall outside the working calendar, `Infinity` without a limit.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const dueSec = (rules: CaseRules, urgency: number, startSec: number): number =>
  limitClock.addSec(rules.clocks[urgency]!, startSec, rules.resolveSec[urgency]!)

/**
 * The due second after one extension; `NaN` where it would fall outside the working calendar.
 *
 * @category deadlines
 * @since 0.1.0
 */
export const extendedDueSec = (rules: CaseRules, urgency: number, due: number): number =>
  limitClock.addSec(rules.clocks[urgency]!, due, rules.extensionSec[urgency]!)

/**
 * The due second after a pause: the case keeps the time it had left when it was suspended (negative
 * if it was overdue by then). `NaN` where the result would fall outside the working calendar. The
 * rule itself is `Deadline.resumedDueSec`; asking it makes one small object.
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
  resumedSec: number
): number => limitClock.resumedDueSec(rules.clocks[urgency]!, due, suspendedSec, resumedSec)

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
  const keptSec = Math.floor((1 - rules.amberShare) * rules.resolveSec[urgency]!)
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
