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
  CaseEvent,
  CaseProfile,
  CaseRules,
  CaseStatus,
  FollowUpOutcome,
  HandlingLevel,
  Satisfaction,
  SideProcess,
  Urgency
} from "../src/index.ts"
import { calendarClocks, command } from "./aCase.ts"

const rulesList = [CaseProfile.base, CaseProfile.fiveStep, CaseProfile.closedLoop].map((profile) =>
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
  const one = by(rules, state, make(action, state.lastSec + at.leapSec, at))
  return at.isBare ? { ...one, reason: "" } : one
}

/** The command in a role that may give it, if any may. */
const by = <One extends CaseCommand.CaseCommand>(
  rules: CaseRules.CaseRules,
  state: Case.Case,
  one: One
): One => {
  const level = HandlingLevel.codeOf(state.level)
  const action = CaseAction.codeOf(one.action)
  const [role] = CaseRules.rolesOf(rules, CaseStatus.codeOf(state.status), action, level)
  const asked = rules.actorLevels[action]!
  const actorLevel = HandlingLevel.list[CaseRules.actorLevelOf(rules, asked, level)]!
  return { ...one, ...(role === undefined ? {} : { role }), ...(asked === 0 ? {} : { actorLevel }) }
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
    case "SettleOnSpot":
      return command.settle(atSec)
    case "Assess":
      return command.assess(atSec, { cost: a * 25, conflict: b * 40 })
    case "Split":
      return command.split(atSec, [`child-${a}-${atSec}`, `child-${b}`], a === 4)
    case "TakeDuplicate":
      return command.take(atSec, `twin-${a}`, b + 1)
    case "ReleaseDuplicate":
      return command.release(atSec, `twin-${a}`)
    case "Arbitrate":
      return command.arbitrate(atSec)
    case "HandOver":
      return command.handOver(atSec, `unit-${a}`)
    case "Check":
      return command.check(atSec, b === 0 ? "Refuted" : "Confirmed")
    case "Reclassify":
      return command.reclassify(atSec, Urgency.list[a]!)
    case "OpenSideProcess":
      return command.open(atSec, SideProcess.list[a]!, `process-${a}`)
    case "CloseSideProcess":
      return command.close(atSec, `process-${a}`, b === 0)
    case "DecideAppeal":
      return command.decideAppeal(atSec, b > 0)
    default:
      return command.plain(action, atSec)
  }
}

/** Seconds that went by since the limit began, with the clock running or paused. */
interface Span {
  readonly sec: number
  readonly isPaused: boolean
}

/** The slow model: every spell of the present limit, and what was given since the last claim. */
interface Model {
  spans: ReadonlyArray<Span>
  lastSec: number
  untilSec: number
  extensionCount: number
  wasOverdue: boolean
  hasNote: boolean
  attempts: number
}

/** A new case, reported at 0, and the model of it. */
const begin = (rules: CaseRules.CaseRules): [Case.Case, Model] => {
  const report = CaseDecider.decide(rules, Case.none, command.report(0))
  if (!report.ok) throw new Error(report.rejection.code)
  const state = Case.evolve(Case.none, report.event)
  const model = {
    spans: [],
    lastSec: 0,
    untilSec: 0,
    extensionCount: 0,
    wasOverdue: false,
    hasNote: false,
    attempts: 0
  }
  return [state, model]
}

const limitOf = (urgency: Urgency.Urgency) => CaseProfile.base.limits[urgency]
const running = ["Reported", "Verified", "Triaged", "Assigned", "Accepted", "InProgress"]
const claimed = ["Resolved", "FollowUp"]

/**
 * The seconds left of a limit, negative once it is missed. A pause takes none while any are left; it
 * cannot stop what has run out.
 */
const leftSec = (model: Model, urgency: Urgency.Urgency): number => {
  const { extensionSec, resolveSec } = limitOf(urgency)
  let left = resolveSec + model.extensionCount * extensionSec
  for (const { isPaused, sec } of model.spans) {
    if (!isPaused || left <= 0) left -= sec
  }
  return left
}

/** Lets the time until an event tick away, then does what the event says. */
const tick = (model: Model, before: Case.Case, event: CaseEvent.CaseEvent): void => {
  const goneSec = event.atSec - model.lastSec
  const isMerged = before.status === "Merged"
  const isPaused = before.status === "Suspended" || isMerged
  if (isPaused || [...running, ...claimed].includes(before.status)) {
    const heldSec = isMerged ? goneSec : Math.max(0, model.untilSec - model.lastSec)
    const pausedSec = isPaused ? Math.min(goneSec, heldSec) : 0
    const paused = { sec: pausedSec, isPaused: true }
    model.spans = [...model.spans, paused, { sec: goneSec - pausedSec, isPaused: false }]
  }
  model.lastSec = event.atSec
  const isCounted = running.includes(before.status) || before.status === "Suspended"
  if (isCounted && leftSec(model, before.urgency) < 0) model.wasOverdue = true
  if (event.kind === "CaseExtended") model.extensionCount += 1
  if (event.kind === "CaseSuspended") model.untilSec = event.untilSec
  if (event.kind === "CaseResolved") model.hasNote = event.resultNote !== ""
  if (event.kind === "CaseSettledOnSpot") model.hasNote = event.resultNote !== ""
  if (event.kind === "CaseWrittenOff") model.hasNote ||= event.resultNote !== ""
  if (event.kind === "FollowUpRecorded") model.attempts += 1
  if (event.kind === "CaseChecked" && event.outcome === "Refuted") {
    model.hasNote = false
    model.attempts = 0
  }
  if (
    event.kind === "CaseReopened" ||
    (event.kind === "FollowUpRecorded" && event.isReopened) ||
    (event.kind === "AppealDecided" && event.isUpheld)
  ) {
    model.spans = []
    model.extensionCount = 0
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
  if (running.includes(next.status)) {
    expect(next.dueSec - next.lastSec).toBe(leftSec(model, next.urgency))
  }
  if (next.status === "WrittenOff") {
    expect(model.hasNote).toBe(true)
    expect(model.attempts > 0 || next.checkOutcome === "Confirmed").toBe(true)
    expect(next.sideProcesses.filter((link) => link.state === "Open")).toEqual([])
  }
  expect(Case.isClosed(next)).toBe(next.closedSec !== Case.notYet)
  const isDivided = next.status === "Merged" && next.childCaseIds.includes(mergedInto(next))
  const remembers = next.status === "Suspended" || (next.status === "Merged" && !isDivided)
  expect(remembers).toBe(next.resumeStatus !== "None")
  expect(next.status === "Merged").toBe(next.mergedIntoCaseId !== "")
  const rise = HandlingLevel.codeOf(next.level) - HandlingLevel.codeOf(before.level)
  if (next.escalationCount > before.escalationCount) expect(rise).toBe(1)
  else if (before.status !== "Reported" && before.status !== "Verified") expect(rise).toBe(0)
  checkCounts(before, next)
}

const mergedInto = (state: Case.Case): Case.Case["caseId"] => {
  if (state.mergedIntoCaseId === "") throw new Error("not merged")
  return state.mergedIntoCaseId
}

/** What is counted never falls, and the counts say what the lists hold. */
const checkCounts = (before: Case.Case, next: Case.Case): void => {
  expect(next.returnCount).toBeLessThanOrEqual(2)
  expect(next.refusedUnitIds.length).toBe(next.returnCount)
  if (before.isArbitrated) expect(next.returnCount).toBe(before.returnCount)
  if (next.reopenCount > before.reopenCount) expect(next.status).toBe("Triaged")
  for (const count of [
    "returnCount",
    "escalationCount",
    "handOverCount",
    "reopenCount",
    "reworkCount",
    "followUpCount",
    "appealCount",
    "upheldCount"
  ] as const) {
    expect(next[count] - before[count]).toBeGreaterThanOrEqual(0)
  }
  expect(next.upheldCount).toBeLessThanOrEqual(next.appealCount)
  const demand = next.duplicates.reduce((sum, one) => sum + one.demandCount, 1)
  expect(next.demandCount).toBe(demand)
  expect(next.report).toBe(before.report)
  expect(Object.keys(next)).toEqual(Object.keys(before))
}

/** Runs steps against the model; counts the kinds of events that happened. */
const runModel = (
  rules: CaseRules.CaseRules,
  steps: ReadonlyArray<Step>,
  seen: Map<string, number>
): void => {
  let [state, model] = begin(rules)
  const log: Array<CaseEvent.CaseEvent> = []
  for (const at of steps) {
    if (Case.isClosed(state) && at.b === 0 && at.a < 2) {
      ;[state, model] = begin(rules)
      log.length = 0
    }
    const decision = CaseDecider.decide(rules, state, commandOf(rules, state, at))
    if (!decision.ok) continue
    const { event } = decision
    seen.set(event.kind, (seen.get(event.kind) ?? 0) + 1)
    const next = Case.evolve(state, event)
    tick(model, state, event)
    checkAlways(model, state, next)
    log.push(JSON.parse(JSON.stringify(event)))
    state = next
  }
  const again = log.reduce<Case.State>(Case.evolve, begin(rules)[0])
  expect(withoutLimits(again)).toEqual(withoutLimits(state))
}

/** `Infinity` does not survive JSON: no limit reads as null there. */
const withoutLimits = (state: Case.State): unknown => JSON.parse(JSON.stringify(state))

describe("a case under random commands", () => {
  test("keeps what must always be true, and agrees with a model that lets seconds tick away", () => {
    const seen = new Map<string, number>()
    fc.assert(
      fc.property(
        fc.nat(rulesList.length - 1),
        fc.array(step, { minLength: 10, maxLength: 80, size: "max" }),
        (which, steps) => runModel(rulesList[which]!, steps, seen)
      ),
      { numRuns: 300, seed: 20_210_101 }
    )
    for (const kind of CaseEvent.kinds.filter((kind) => kind !== "CaseReported")) {
      expect([kind, (seen.get(kind) ?? 0) > 0]).toEqual([kind, true])
    }
  })

  test("keeps it over lives of thousands of steps", () => {
    const seen = new Map<string, number>()
    for (const seed of [1, 2, 3]) {
      runModel(rulesList[0]!, fc.sample(step, { numRuns: 2500, seed }), seen)
    }
    expect(seen.get("CaseReopened") ?? 0).toBeGreaterThan(2)
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
