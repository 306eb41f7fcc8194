/**
 * Two ways to one due second: the record moves it with every event, the timers count it from the log.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  CaseProfile,
  CaseTimes,
  TimerTerms
} from "../src/index.ts"
import { baseRules, calendarClocks, command, path } from "./aCase.ts"

const terms = TimerTerms.compile(TimerTerms.dataOf(CaseProfile.base), { clocks: calendarClocks })
const running = ["Triaged", "Assigned", "Accepted", "InProgress", "Suspended"]

/** What can happen to the clock of a case at work, each tried at its time and skipped if refused. */
const attempt = (kind: number, atSec: number, span: number): CaseCommand.CaseCommand => {
  const attempts = [
    command.suspend(atSec, atSec + 1 + span),
    command.plain("Resume", atSec),
    command.extend(atSec),
    command.merge(atSec),
    command.plain("Unmerge", atSec),
    command.reclassify(atSec, "Complex"),
    command.reclassify(atSec, "Urgent"),
    command.assign(atSec),
    command.plain("Accept", atSec),
    command.plain("Start", atSec),
    command.resolve(atSec),
    command.check(atSec, "Refuted"),
    command.plain("ChangeTerms", atSec)
  ]
  return attempts[kind % attempts.length] ?? command.plain("Resume", atSec)
}

describe("the due second of a record", () => {
  test("is the one that the timers count from the log", () => {
    const step = fc.tuple(fc.nat(12), fc.nat(200_000), fc.nat(300_000))
    let compared = 0
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const log: Array<CaseEvent.CaseEvent> = []
        let state: Case.State = Case.none
        const give = (one: CaseCommand.CaseCommand): void => {
          const decision = CaseDecider.decide(baseRules, state, one)
          if (!decision.ok) return
          log.push(decision.event)
          state = Case.evolve(state, decision.event)
        }
        for (const one of path.triaged(0, "Complex")) give(one)
        let atSec = 0
        for (const [kind, leap, span] of steps) {
          atSec += leap
          give(attempt(kind, atSec, span))
          const now: Case.State = state
          if (now.status === "None" || !running.includes(now.status)) continue
          compared += 1
          const times = CaseTimes.ofLog(terms, log)
          expect([log.map((event) => event.kind), now.dueSec]).toEqual([
            log.map((event) => event.kind),
            times.timers.Handle.dueSec
          ])
        }
      }),
      { numRuns: 150, seed: 77 }
    )
    expect(compared).toBeGreaterThan(500)
  })
})
