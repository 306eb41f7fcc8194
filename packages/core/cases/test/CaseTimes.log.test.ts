/**
 * The clocks folded from the logs of real decisions, beside the due seconds that the record of the case
 * keeps step by step: two ways to the same numbers, as long as no case is paused after its due second.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  CaseProfile,
  CaseRules,
  CaseStatus,
  CaseTimes,
  TimerRules,
  TimerTerms,
  Urgency
} from "../src/index.ts"
import { caseId, command } from "./aCase.ts"
import { clocksOn, instant } from "./aTimer.ts"

const clocks = clocksOn()
const order = { caseId, actorId: "worker-7", reason: "because" } as const

const profiles = [CaseProfile.base, { ...CaseProfile.base, clocks: { Handle: "working" } as const }]
const scenes = profiles.map((profile) => ({
  rules: CaseRules.compile(profile, { clocks }),
  terms: TimerTerms.compile(TimerTerms.dataOf(profile), { clocks })
}))

/** One step: how long after the last one, what, and a number to choose by. */
const steps = fc.array(
  fc.record({
    gapSec: fc.oneof(fc.constant(0), fc.nat(40_000), fc.nat(400_000)),
    choice: fc.nat(9999),
    number: fc.nat(4)
  }),
  { minLength: 5, maxLength: 30, size: "max" }
)

/** What is tried at an instant until one is allowed: the chain first, or from `choice` on. */
const tries = (
  atSec: number,
  choice: number,
  number: number
): ReadonlyArray<CaseCommand.CaseCommand> => {
  const urgency = Urgency.list[number]!
  const all: ReadonlyArray<CaseCommand.CaseCommand> = [
    command.plain("Verify", atSec),
    command.triage(atSec, urgency),
    command.assign(atSec),
    command.plain("Accept", atSec),
    command.plain("Start", atSec),
    command.resolve(atSec),
    command.plain("BeginFollowUp", atSec),
    command.followUp(atSec, number === 0 ? "NotResolved" : "Confirmed"),
    command.suspend(atSec, atSec + 1 + number * 90_000),
    command.plain("Resume", atSec),
    command.plain("Resume", atSec),
    command.extend(atSec),
    command.escalate(atSec),
    command.plain("Return", atSec),
    { ...order, action: "Contact", atSec },
    { ...order, action: "HandOver", atSec, unitId: `unit-${number}` },
    {
      ...order,
      action: "Reclassify",
      atSec,
      category: "Utilities",
      urgency,
      matterKind: "Unsorted",
      object: "Unstated",
      unitId: ""
    }
  ]
  const first = choice % 2 === 0 ? 0 : choice % all.length
  return [...all.slice(first), ...all.slice(0, first)]
}

const running = ["Reported", "Verified", "Triaged", "Assigned", "Accepted", "InProgress"]

test("a log of decisions gives the due second, the unit and the lateness that the case keeps", () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(fc.nat(scenes.length - 1), steps, (which, list) => {
      const { rules, terms } = scenes[which]!
      const startSec = instant("2025-01-06 09:00:00")
      let state: Case.State = Case.none
      const events: Array<CaseEvent.CaseEvent> = []
      const decide = (one: CaseCommand.CaseCommand): boolean => {
        const decision = CaseDecider.decide(rules, state, one)
        if (!decision.ok) return false
        events.push(decision.event)
        state = Case.evolve(state, decision.event)
        seen.set(decision.event.kind, (seen.get(decision.event.kind) ?? 0) + 1)
        return true
      }
      decide(command.report(startSec))
      for (const { gapSec, choice, number } of list) {
        if (state.status === "None") throw new Error("the report was refused")
        tries(state.lastSec + gapSec, choice, number).some(decide)
        const times = CaseTimes.ofLog(terms, events)
        const { Handle } = times.timers
        if (times.pauses.some((pause) => pause.fromSec >= Handle.dueSec)) return
        expect(times.unitId).toBe(state.ownerUnitId)
        expect(Handle.wasLate).toBe(state.wasOverdue)
        if (CaseStatus.canRunLate(CaseStatus.codeOf(state.status))) {
          expect(Handle.dueSec).toBe(TimerRules.storedSec(state.dueSec))
          expect(Handle.state).toBe("Running")
        } else expect(running).not.toContain(state.status)
      }
    }),
    { numRuns: 400, seed: 20_250_307 }
  )
  for (const kind of ["CaseResumed", "CaseExtended", "CaseReclassified", "CaseResolved"]) {
    expect([kind, (seen.get(kind) ?? 0) > 20]).toEqual([kind, true])
  }
})
