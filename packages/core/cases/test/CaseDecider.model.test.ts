/**
 * Random commands against a slow and obvious model: it keeps no due second, only the seconds that
 * are left, and lets them tick away. What must always be true of a case is checked at every step.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Case,
  CaseAction,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  CaseProfile,
  CaseRules,
  CaseStatus,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  Urgency
} from "../src/index.ts"
import { calendarClocks, command } from "./aCase.ts"

const rulesList = Object.values(CaseProfile.all).map((profile) =>
  CaseRules.compile(profile, { clocks: calendarClocks })
)

interface Step {
  readonly action: number
  readonly leapSec: number
  readonly a: number
  readonly b: number
  readonly isBare: boolean
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.noBias(fc.nat(999)),
  leapSec: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(90_000) },
    { weight: 1, arbitrary: fc.nat(3_000_000) },
    { weight: 1, arbitrary: fc.constant(-1) }
  ),
  a: fc.nat(4),
  b: fc.nat(2),
  isBare: fc.integer({ min: 0, max: 9 }).map((value) => value === 0)
})

/** How often an allowed action is taken: ends and detours less than steps of the chain. */
const weights: Readonly<Partial<Record<CaseAction.CaseAction, number>>> = {
  Merge: 1,
  Withdraw: 1,
  Reject: 1,
  Triage: 12,
  Assign: 12,
  Accept: 12,
  Start: 12,
  Resolve: 12,
  WriteOff: 8
}

/** The command of a step: mostly an allowed one, every tenth any. */
const commandOf = (
  rules: CaseRules.CaseRules,
  state: Case.Case,
  at: Step
): CaseCommand.CaseCommand => {
  const allowed = CaseRules.allowedActions(rules, CaseStatus.codeOf(state.status))
  const usual = allowed.flatMap((action) => Array<typeof action>(weights[action] ?? 3).fill(action))
  const list = usual.length === 0 || at.action % 10 === 0 ? CaseAction.list : usual
  const action = list[Math.floor(at.action / 10) % list.length]!
  const one = make(action, state.lastSec + at.leapSec, at)
  return at.isBare ? { ...one, reason: "" } : one
}

const make = (
  action: CaseAction.CaseAction,
  atSec: number,
  { a, b, isBare }: Step
): CaseCommand.CaseCommand => {
  switch (action) {
    case "Report":
      return command.report(atSec)
    case "Merge":
      return command.merge(atSec)
    case "Triage":
      return { ...command.triage(atSec, Urgency.list[a]!), level: HandlingLevel.list[b]! }
    case "Assign":
      return isBare ? { ...command.assign(atSec), unitId: "" } : command.assign(atSec)
    case "Escalate":
      return command.escalate(atSec)
    case "Extend":
      return command.extend(atSec)
    case "Suspend":
      return command.suspend(atSec, isBare ? atSec : atSec + 1 + a * 50_000)
    case "Resolve":
      return b === 0 ? { ...command.resolve(atSec), resultNote: "" } : command.resolve(atSec)
    case "RecordFollowUp":
      return command.followUp(atSec, FollowUpOutcome.list[b]!, Satisfaction.list[a % 3]!)
    case "WriteOff":
      return command.writeOff(atSec)
    default:
      return command.plain(action, atSec)
  }
}

/** The slow model: seconds left of the present limit, and what was given since the last claim. */
interface Model {
  leftSec: number
  lastSec: number
  untilSec: number
  wasOverdue: boolean
  hasNote: boolean
  attempts: number
}

/** A new case, reported at 0, and the model of it. */
const begin = (rules: CaseRules.CaseRules): [Case.Case, Model] => {
  const report = CaseDecider.decide(rules, Case.none, command.report(0))
  if (!report.ok) throw new Error(report.rejection.code)
  const state = Case.evolve(Case.none, report.event)
  const leftSec = limitOf(state.urgency).resolveSec
  const model = { leftSec, lastSec: 0, untilSec: 0, wasOverdue: false, hasNote: false, attempts: 0 }
  return [state, model]
}

const limitOf = (urgency: Urgency.Urgency) => CaseProfile.base.limits[urgency]
const running = ["Reported", "Verified", "Triaged", "Assigned", "Accepted", "InProgress"]

/** Lets the time until an event tick away, then does what the event says. */
const tick = (model: Model, before: Case.Case, event: CaseEvent.CaseEvent): void => {
  if (running.includes(before.status)) model.leftSec -= event.atSec - model.lastSec
  if (before.status === "Suspended") {
    const sinceSec = Math.max(model.untilSec, model.lastSec)
    if (event.atSec > sinceSec) model.leftSec -= event.atSec - sinceSec
  }
  model.lastSec = event.atSec
  const isCounted = running.includes(before.status) || before.status === "Suspended"
  if (isCounted && model.leftSec < 0) model.wasOverdue = true
  if (event.kind === "CaseTriaged") {
    model.leftSec = limitOf(event.urgency).resolveSec - (event.atSec - before.reportedSec)
  }
  if (event.kind === "CaseExtended") model.leftSec += limitOf(before.urgency).extensionSec
  if (event.kind === "CaseSuspended") model.untilSec = event.untilSec
  if (event.kind === "CaseResolved") model.hasNote = event.resultNote !== ""
  if (event.kind === "CaseWrittenOff") model.hasNote ||= event.resultNote !== ""
  if (event.kind === "FollowUpRecorded") model.attempts += 1
  if (event.kind === "CaseReopened" || (event.kind === "FollowUpRecorded" && event.isReopened)) {
    model.leftSec = limitOf(before.urgency).resolveSec
    model.hasNote = false
    model.attempts = 0
  }
}

/** What must be true after every event. */
const checkAlways = (model: Model, before: Case.Case, next: Case.Case): void => {
  expect(next.lastSec).toBeGreaterThanOrEqual(before.lastSec)
  expect(next.ownerUnitId).not.toBe("")
  expect(next.version).toBe(before.version + 1)
  expect(next.wasOverdue).toBe(model.wasOverdue)
  expect(next.wasOverdue || !before.wasOverdue).toBe(true)
  if (running.includes(next.status)) expect(next.dueSec - next.lastSec).toBe(model.leftSec)
  if (next.status === "WrittenOff") {
    expect(model.hasNote).toBe(true)
    expect(model.attempts).toBeGreaterThan(0)
  }
  expect(Case.isClosed(next)).toBe(next.closedSec !== Case.notYet)
  expect(next.status === "Suspended").toBe(next.resumeStatus !== "None")
  expect(next.status === "Merged").toBe(next.mergedIntoCaseId !== "")
  const rise = HandlingLevel.codeOf(next.level) - HandlingLevel.codeOf(before.level)
  if (next.escalationCount > before.escalationCount) expect(rise).toBe(1)
  else if (before.status !== "Reported" && before.status !== "Verified") expect(rise).toBe(0)
  expect(next.returnCount).toBeLessThanOrEqual(2)
  if (next.reopenCount > before.reopenCount) expect(next.status).toBe("Triaged")
  for (const count of ["returnCount", "escalationCount", "reopenCount", "followUpCount"] as const) {
    expect(next[count] - before[count]).toBeGreaterThanOrEqual(0)
  }
  expect(Object.keys(next)).toEqual(Object.keys(before))
}

describe("a case under random commands", () => {
  test("keeps what must always be true, and agrees with a model that lets seconds tick away", () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.nat(rulesList.length - 1),
        fc.array(step, { minLength: 10, maxLength: 80, size: "max" }),
        (which, steps) => {
          const rules = rulesList[which]!
          let [state, model] = begin(rules)
          for (const at of steps) {
            if (Case.isClosed(state) && at.b === 0) [state, model] = begin(rules)
            const decision = CaseDecider.decide(rules, state, commandOf(rules, state, at))
            if (!decision.ok) continue
            seen.set(decision.event.kind, (seen.get(decision.event.kind) ?? 0) + 1)
            const next = Case.evolve(state, decision.event)
            tick(model, state, decision.event)
            checkAlways(model, state, next)
            state = next
          }
        }
      ),
      { numRuns: 500, seed: 20_210_101 }
    )
    for (const kind of ["CaseWrittenOff", "CaseReopened", "CaseSuspended", "CaseExtended"]) {
      expect([kind, (seen.get(kind) ?? 0) > 20]).toEqual([kind, true])
    }
  })

  test("every opened case is in exactly one end or still open", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 40 }), { maxLength: 20 }), (runs) => {
        const rules = rulesList[0]!
        const counts = { WrittenOff: 0, Rejected: 0, Merged: 0, Withdrawn: 0, open: 0 }
        for (const steps of runs) {
          let state: Case.State = Case.none
          for (const at of steps) {
            const one = state.status === "None" ? command.report(0) : commandOf(rules, state, at)
            const decision = CaseDecider.decide(rules, state, one)
            if (decision.ok) state = Case.evolve(state, decision.event)
          }
          if (state.status === "None") continue
          const { status } = state
          const isEnd =
            status === "WrittenOff" ||
            status === "Rejected" ||
            status === "Merged" ||
            status === "Withdrawn"
          counts[isEnd ? status : "open"] += 1
          expect(isEnd).toBe(Case.isClosed(state))
        }
        const opened = runs.filter((steps) => steps.length > 0).length
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(opened)
      }),
      { numRuns: 100, seed: 58 }
    )
  })
})
