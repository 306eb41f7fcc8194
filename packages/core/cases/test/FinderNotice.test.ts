import { describe, expect, test } from "vitest"
import {
  Case,
  type CaseCommand,
  CaseDecider,
  type CaseEvent,
  CaseProfile,
  CaseRules,
  FinderNotice
} from "../src/index.ts"
import { calendarClocks, command } from "./aCase.ts"

const rules = CaseRules.compile(CaseProfile.closedLoop, { clocks: calendarClocks })

/** The log of commands that are all accepted. */
const logOf = (commands: ReadonlyArray<CaseCommand.CaseCommand>) => {
  const events: Array<CaseEvent.CaseEvent> = []
  let state = Case.none
  for (const one of commands) {
    const decision = CaseDecider.decide(rules, state, one)
    if (!decision.ok) throw new Error(decision.rejection.code)
    events.push(decision.event)
    state = Case.evolve(state, decision.event)
  }
  return events
}

const found = (source: "GridWorker" | "Hotline"): ReadonlyArray<CaseCommand.CaseCommand> => [
  { ...command.report(100), source, actorId: "worker-7" },
  { ...command.triage(200), level: "Grid", actorId: "desk-2" },
  { ...command.escalate(300), unitId: "community-desk", actorId: "desk-2" },
  { ...command.assign(400), unitId: "lighting-firm", actorId: "desk-3" }
]

describe("a find beyond what the grid can do (row 12)", () => {
  test("goes one level up, and its finder is told of that and of each step", () => {
    const notices = FinderNotice.of(logOf(found("GridWorker")))
    expect(notices.map(({ finderId, kind, atSec }) => [finderId, kind, atSec])).toEqual([
      ["worker-7", "CaseTriaged", 200],
      ["worker-7", "CaseEscalated", 300],
      ["worker-7", "CaseAssigned", 400]
    ])
    expect(notices.map(({ level, isHigher }) => [level, isHigher])).toEqual([
      ["Grid", false],
      ["Community", true],
      ["Community", false]
    ])
  })

  test("tells nobody of what the finder did", () => {
    const own = found("GridWorker").map((one) => ({ ...one, actorId: "worker-7" }))
    expect(FinderNotice.of(logOf(own))).toEqual([])
  })

  test("tells no grid worker of what a resident reported", () => {
    expect(FinderNotice.of(logOf(found("Hotline")))).toEqual([])
  })

  test("tells of a log cut off after any event what had happened by then", () => {
    const events = logOf(found("GridWorker"))
    const all = FinderNotice.of(events)
    for (let length = 0; length <= events.length; length++) {
      const notices = FinderNotice.of(events.slice(0, length))
      expect(notices).toEqual(all.slice(0, notices.length))
    }
  })
})
