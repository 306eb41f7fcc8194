/**
 * The five clocks of a case at once, folded from its log: sign in, first contact, handle, verify, call
 * back. Due seconds are counted from the set of the pauses and the terms in force, so a change of limit,
 * calendar, category or unit and a pause may come in either order; what was late by then stays late.
 * `CaseDecider` says what may happen to a case, this file only when things are due.
 */
import type { Id } from "@wangge/facts"
import * as CaseClock from "./CaseClock.ts"
import type { CaseEvent, CaseReported } from "./CaseEvent.ts"
import type { Pause } from "./CaseParts.ts"
import * as CaseTimer from "./CaseTimer.ts"
import type { Category } from "./Category.ts"
import * as timesDraft from "./internal/timesDraft.ts"
import type * as TimerTerms from "./TimerTerms.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * The clocks of one case, and what their due seconds depend on. Plain data without `Infinity`: what
 * `JSON` gives back is the same.
 *
 * `countedSec` is when the due seconds were last counted: the last event, or the last change of terms.
 * `pauses` are those of the present limit; the last one `isPaused` as long as it may be cut short.
 *
 * @category times
 * @since 0.1.0
 */
export interface CaseTimes {
  readonly caseId: Id.Id<"Case">
  readonly version: number
  readonly countedSec: number
  readonly urgency: Urgency
  readonly category: Category
  /** The unit that answers for the case: its own limits hold where the terms have some. */
  readonly unitId: string
  readonly deskUnitId: string
  readonly isAssigned: boolean
  /** Extensions of the present limit. */
  readonly extensionCount: number
  readonly pauses: ReadonlyArray<Pause>
  readonly isPaused: boolean
  readonly timers: Readonly<Record<CaseClock.CaseClock, CaseTimer.CaseTimer>>
}

/**
 * Other terms, in force from `fromSec` on: a limit was changed, or holidays were announced.
 *
 * @category times
 * @since 0.1.0
 */
export interface TermsChange {
  readonly fromSec: number
  readonly terms: TimerTerms.TimerTerms
}

/**
 * The clocks of a case from its log. `changes` are later terms in the order of their coming into force;
 * one at the second of an event holds for that event.
 *
 * Throws an `Error` for a log that does not begin with the report or has a gap. Cost: one record per
 * event and change.
 *
 * @category times
 * @since 0.1.0
 */
export const ofLog = (
  terms: TimerTerms.TimerTerms,
  events: ReadonlyArray<CaseEvent>,
  changes: ReadonlyArray<TermsChange> = []
): CaseTimes => {
  const first = events[0]
  if (first === undefined || first.kind !== "CaseReported") {
    throw new Error(`A log begins with the report; got ${first?.kind ?? "nothing"}`)
  }
  let present = terms
  let next = 0
  while (next < changes.length && changes[next]!.fromSec <= first.atSec) {
    present = changes[next]!.terms
    next += 1
  }
  let times = reported(present, first)
  for (const event of events.slice(1)) {
    for (; next < changes.length && changes[next]!.fromSec <= event.atSec; next += 1) {
      present = changes[next]!.terms
      times = recounted(present, times, changes[next]!.fromSec)
    }
    times = evolve(present, times, event)
  }
  for (const change of changes.slice(next)) times = recounted(change.terms, times, change.fromSec)
  return times
}

/**
 * The clocks of a case that was reported just now.
 *
 * ```ts
 * import { Clock } from "@wangge/calendar"
 * import { Case, CaseDecider, CaseProfile, CaseRules, CaseTimes, TimerTerms } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const clocks = { calendar: Clock.calendar, working: Clock.calendar }
 * const rules = CaseRules.compile(CaseProfile.base, { clocks })
 * const decision = CaseDecider.decide(rules, Case.none, {
 *   action: "Report", caseId: Id.make("case-1"), atSec: 0, actorId: "hotline-3", reason: "",
 *   source: "Hotline", category: "Noise", urgency: "Urgent", gridId: Id.make("grid-5"),
 *   unitId: "intake"
 * })
 * if (!decision.ok) throw new Error(decision.rejection.code)
 * const terms = TimerTerms.compile(TimerTerms.dataOf(CaseProfile.base), { clocks })
 * const times = CaseTimes.ofLog(terms, [decision.event])
 * times.timers.Handle.dueSec // => 86400
 * times.timers.SignIn.state // => "Idle"
 * ```
 *
 * @category times
 * @since 0.1.0
 */
export const reported = (terms: TimerTerms.TimerTerms, event: CaseReported): CaseTimes => {
  const { idle } = CaseTimer
  const next: timesDraft.Draft = {
    caseId: event.caseId,
    version: event.version,
    countedSec: event.atSec,
    urgency: event.urgency,
    category: event.category,
    unitId: event.unitId,
    deskUnitId: event.unitId,
    isAssigned: false,
    extensionCount: 0,
    pauses: [],
    isPaused: false,
    timers: { SignIn: idle, Contact: idle, Handle: idle, Verify: idle, CallBack: idle }
  }
  next.timers = timesDraft.eachTimer((clock) =>
    timesDraft.happened(terms, next.timers[clock], CaseClock.codeOf(clock), event, event.startSec)
  )
  return timesDraft.count(terms, next)
}

/**
 * The clocks after an event, with due seconds counted under `terms`, those in force at the event.
 *
 * First it is written down what was late or lit up until then; then the event starts, meets, revokes
 * or drops clocks, moves the class of the case, and begins or ends pauses; at last the clocks that run
 * are counted. Throws an `Error` for an event that does not follow.
 *
 * @category times
 * @since 0.1.0
 */
export const evolve = (
  terms: TimerTerms.TimerTerms,
  times: CaseTimes,
  event: CaseEvent
): CaseTimes => {
  const isNext = event.caseId === times.caseId && event.version === times.version + 1
  if (!isNext) {
    throw new Error(
      `The event ${event.kind} ${event.caseId}/${event.version} does not follow ` +
        `${times.caseId}/${times.version}`
    )
  }
  const next = timesDraft.observed(times, event.atSec)
  next.version = event.version
  next.timers = timesDraft.eachTimer((clock) =>
    timesDraft.happened(terms, next.timers[clock], CaseClock.codeOf(clock), event, event.atSec)
  )
  timesDraft.changeClass(next, event)
  timesDraft.changePauses(next, event)
  return timesDraft.count(terms, next)
}

/**
 * The clocks counted again under other terms, in force from `atSec` on, which is not before the last
 * event: a limit was changed, holidays or make-up workdays were announced, a calendar got longer.
 *
 * Clocks that run get the due seconds of the new terms, as if these had always held; lateness that was
 * recorded by then stays recorded, and clocks that were met or dropped stay as they ended. Throws a
 * `RangeError` for an instant before the last count.
 *
 * @source none: nobody is made late by a rule that came after the deed, and nothing late is excused
 * @category times
 * @since 0.1.0
 */
export const recounted = (
  terms: TimerTerms.TimerTerms,
  times: CaseTimes,
  atSec: number
): CaseTimes => {
  if (!(atSec >= times.countedSec)) {
    throw new RangeError(`Expected an instant from ${times.countedSec} on; got ${atSec}`)
  }
  return timesDraft.count(terms, timesDraft.observed(times, atSec))
}

/**
 * Whether any clock of the case was late in its life, by what is known at `atSec`.
 *
 * @category times
 * @since 0.1.0
 */
export const wasLateBy = (times: CaseTimes, atSec: number): boolean =>
  CaseClock.list.some((clock) => {
    const timer = times.timers[clock]
    return timer.wasLate || CaseTimer.isLate(timer, atSec)
  })
