/**
 * How an event changes the clocks of a case: the inside of `CaseTimes`. A draft is a fresh copy of the
 * record that nobody else holds yet, so its fields may be set.
 */
import * as CaseClock from "../CaseClock.ts"
import type { CaseEvent } from "../CaseEvent.ts"
import * as CaseTimer from "../CaseTimer.ts"
import type { CaseTimes } from "../CaseTimes.ts"
import * as Category from "../Category.ts"
import * as TimerRules from "../TimerRules.ts"
import * as TimerTerms from "../TimerTerms.ts"
import * as Urgency from "../Urgency.ts"
import { momentsOf } from "./timerMoments.ts"

/** A record that is being written. */
export type Draft = { -readonly [Field in keyof CaseTimes]: CaseTimes[Field] }

/** One timer per clock, in the one order of the record. */
export const eachTimer = (
  make: (clock: CaseClock.CaseClock) => CaseTimer.CaseTimer
): CaseTimes["timers"] => ({
  SignIn: make("SignIn"),
  Contact: make("Contact"),
  Handle: make("Handle"),
  Verify: make("Verify"),
  CallBack: make("CallBack")
})

/** A fresh copy, with what `atSec` finds written down. */
export const observed = (of: CaseTimes, atSec: number): Draft => ({
  caseId: of.caseId,
  version: of.version,
  countedSec: atSec,
  urgency: of.urgency,
  category: of.category,
  unitId: of.unitId,
  deskUnitId: of.deskUnitId,
  isAssigned: of.isAssigned,
  extensionCount: of.extensionCount,
  pauses: of.pauses,
  isPaused: of.isPaused,
  timers: eachTimer((clock) => CaseTimer.observed(of.timers[clock], of.countedSec, atSec))
})

/** What the moments of an event make of one timer. */
export const happened = (
  terms: TimerTerms.TimerTerms,
  timer: CaseTimer.CaseTimer,
  code: number,
  event: CaseEvent,
  startSec: number
): CaseTimer.CaseTimer => {
  let next = timer
  for (const moment of momentsOf(event)) {
    const state = TimerRules.states.indexOf(next.state)
    switch (TimerRules.effectOf(terms, code, state, TimerTerms.momentCodeOf(moment))) {
      case 1:
        next = CaseTimer.started(next, startSec)
        break
      case 2:
        next = CaseTimer.ended(next, "Met", event.atSec)
        break
      case 3:
        next = CaseTimer.ended(next, "Running", CaseTimer.idle.doneSec)
        break
      case 4:
        next = CaseTimer.ended(next, "Dropped", event.atSec)
        break
    }
  }
  return next
}

/** The urgency, the category, the unit and the extensions after an event. */
export const changeClass = (next: Draft, event: CaseEvent): void => {
  switch (event.kind) {
    case "CaseTriaged":
      next.urgency = event.urgency
      takeDesk(next, event.unitId)
      break
    case "CaseReclassified":
      next.urgency = event.urgency
      next.category = event.category
      next.deskUnitId = event.unitId
      if (!next.isAssigned) next.unitId = event.unitId
      break
    case "CaseEscalated":
      takeDesk(next, event.unitId)
      break
    case "CaseAssessed":
      if (event.isEscalated) takeDesk(next, event.unitId)
      break
    case "CaseAssigned":
    case "CaseArbitrated":
    case "CaseSettledOnSpot":
      next.unitId = event.unitId
      next.isAssigned = true
      break
    case "CaseHandedOver":
      next.unitId = event.unitId
      break
    case "CaseReturned":
      takeDesk(next, next.deskUnitId)
      break
    case "CaseExtended":
      next.extensionCount += 1
      break
  }
  if (momentsOf(event).includes("Reopened")) {
    takeDesk(next, next.deskUnitId)
    next.extensionCount = 0
    next.pauses = []
    next.isPaused = false
  }
}

const takeDesk = (next: Draft, unitId: string): void => {
  next.deskUnitId = unitId
  next.unitId = unitId
  next.isAssigned = false
}

/** A suspension pauses until its planned end, a merge without an end; undoing either cuts it short. */
export const changePauses = (next: Draft, event: CaseEvent): void => {
  switch (event.kind) {
    case "CaseSuspended":
      next.pauses = [...next.pauses, { fromSec: event.atSec, untilSec: event.untilSec }]
      next.isPaused = true
      break
    case "CaseResumed":
    case "CaseUnmerged":
      cutShort(next, event.atSec)
      break
    case "CaseMerged":
      cutShort(next, event.atSec)
      next.pauses = [...next.pauses, { fromSec: event.atSec, untilSec: TimerRules.never }]
      next.isPaused = true
      break
  }
}

const cutShort = (next: Draft, atSec: number): void => {
  const last = next.pauses[next.pauses.length - 1]
  if (!next.isPaused || last === undefined) return
  const untilSec = Math.min(last.untilSec, atSec)
  next.pauses = [...next.pauses.slice(0, -1), { fromSec: last.fromSec, untilSec }]
  next.isPaused = false
}

/** The due seconds of the clocks that run, under the terms and what the record says now. */
export const count = (terms: TimerTerms.TimerTerms, next: Draft): CaseTimes => {
  const urgency = Urgency.codeOf(next.urgency)
  const category = Category.codeOf(next.category)
  const unit = TimerTerms.unitNumberOf(terms, next.unitId)
  next.timers = eachTimer((clock) => {
    const at = TimerTerms.indexOf(CaseClock.codeOf(clock), urgency, category, unit)
    return CaseTimer.counted(terms, next.timers[clock], at, next.extensionCount, next.pauses)
  })
  return next
}
