/**
 * Records and columns agree: the same random commands drive `decide`/`evolve` and `CaseColumns`,
 * and every step must give the same verdict and the same state.
 */
import { Clock, WorkCalendar } from "@wangge/calendar"
import {
  Case,
  CaseAction,
  CaseDecider,
  CaseProfile,
  CaseRejection,
  CaseRules,
  CaseStatus,
  Satisfaction
} from "@wangge/cases"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { CaseColumns } from "../src/CaseColumns.ts"
import { CaseLog, replay, toCommand } from "../src/CaseReplay.ts"
import { freeSlot } from "../src/CaseTable.ts"
import { changed, strictProfile, workingProfile } from "./aProfile.ts"
import { callColumns, commandOf, reportOf } from "./caseCalls.ts"
import { beginSec, type Call, callOf, type Step, step } from "./caseDriver.ts"
import { ofColumns, ofRecord } from "./caseFields.ts"

const office = WorkCalendar.officeHoursChina({
  fromDay: Seconds.dayNumber(2025, 1, 1),
  untilDay: Seconds.dayNumber(2025, 7, 1)
})
const clocks = { calendar: Clock.calendar, working: Clock.working(office) }

const rulesList = [
  ...Object.values(CaseProfile.all),
  workingProfile,
  strictProfile,
  strictProfile,
  strictProfile
].map((profile) => CaseRules.compile(profile, { clocks }))

/** What the rules change to in the middle of a run, by place in the list. */
const changedRules = rulesList.map((rules) => CaseRules.compile(changed(rules.profile), { clocks }))

/** What happened over all runs, so that the test can prove that it did not only see refusals. */
interface Seen {
  steps: number
  readonly accepted: Map<string, number>
  readonly refused: Map<string, number>
}

const bump = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** A verdict by its name. */
const nameOf = (verdict: number): string =>
  verdict === 0 ? "accepted" : CaseRejection.codeAt(verdict)

/** Runs one list of steps through both shapes, three cases side by side. */
const runBoth = (which: number, steps: ReadonlyArray<Step>, seen: Seen): void => {
  let rules = rulesList[which]!
  let isChanged = false
  const log = new CaseLog()
  const columns = new CaseColumns(rules, log.recorder)
  const states: Array<Case.State> = [Case.none, Case.none, Case.none]
  const slots = [-1, -1, -1]
  const numbers = [0, 1, 2]
  const done = new Map<number, Case.Case>()
  let nextNumber = 3
  for (const at of steps) {
    if (at.choice === 777) {
      rules = rules === rulesList[which] ? changedRules[which]! : rulesList[which]!
      columns.useRules(rules)
      isChanged = true
    }
    const place = at.pick
    const state = states[place]!
    const isOver = state.status !== "None" && Case.isClosed(state)
    if (isOver && state.appealState !== "Pending" && at.choice % 5 === 0) {
      columns.release(slots[place]!)
      done.set(numbers[place]!, state)
      states[place] = Case.none
      slots[place] = -1
      numbers[place] = nextNumber++
      continue
    }
    const call = callOf(rules, state, at)
    const decision = CaseDecider.decide(rules, state, commandOf(numbers[place]!, call))
    const answer =
      call.action === "Report"
        ? reportOn(columns, numbers[place]!, call)
        : callColumns(columns, slots[place]!, call)
    const verdict = call.action === "Report" ? Math.max(0, -answer) : answer
    seen.steps += 1
    if (decision.ok) {
      expect([call.action, verdict === 0 ? "accepted" : CaseRejection.codeAt(verdict)]).toEqual([
        call.action,
        "accepted"
      ])
      bump(seen.accepted, call.action)
      const next = Case.evolve(state, decision.event)
      states[place] = next
      if (call.action === "Report") slots[place] = answer
      expect(ofColumns(columns, slots[place]!)).toEqual(ofRecord(next))
    } else {
      const { code } = decision.rejection
      expect([call.action, nameOf(verdict)]).toEqual([call.action, code])
      bump(seen.refused, decision.rejection.code)
      if (slots[place]! >= 0 && state.status !== "None") {
        expect(ofColumns(columns, slots[place]!)).toEqual(ofRecord(state))
      }
    }
  }
  states.forEach((state, place) => {
    if (state.status !== "None") done.set(numbers[place]!, state)
  })
  if (isChanged) return
  const replayed = replay(rules, log)
  expect(replayed.ok ? "accepted" : [replayed.rejection, replayed.move]).toBe("accepted")
  if (!replayed.ok) return
  expect([...replayed.cases.keys()].sort((x, y) => x - y)).toEqual(
    [...done.keys()].sort((x, y) => x - y)
  )
  for (const [number, state] of done) {
    const again = replayed.cases.get(number)!
    expect(ofRecord(again)).toEqual(ofRecord(state))
  }
}

const reportOn = (columns: CaseColumns, caseNumber: number, call: Call): number => {
  columns.actAs(call.who, call.actorLevel)
  return columns.report(reportOf(caseNumber, call), call.given)
}

const unanswered = Satisfaction.codeOf("Unanswered")

/** A case at work: reported, verified, triaged, assigned, accepted and started at one second. */
const atWork = (columns: CaseColumns, caseNumber: number, atSec: number): number => {
  const numbers = { source: 2, category: 0, urgency: 2, grid: 4, unit: 9 }
  const slot = columns.report({ caseNumber, atSec, ...numbers })
  expect(slot).toBeGreaterThanOrEqual(0)
  expect(columns.verify(slot, atSec)).toBe(0)
  expect(columns.triage(slot, atSec, 2, 0, 9)).toBe(0)
  expect(columns.assign(slot, atSec, 31)).toBe(0)
  expect(columns.accept(slot, atSec)).toBe(0)
  expect(columns.start(slot, atSec)).toBe(0)
  return slot
}

describe("columns", () => {
  const rules = CaseRules.compile(CaseProfile.base, { clocks })

  test("a grid worker settles a case on the spot at one second, and the log replays", () => {
    const log = new CaseLog()
    const columns = new CaseColumns(rules, log.recorder)
    const slot = atWork(columns, 77, beginSec)
    expect(columns.resolve(slot, beginSec)).toBe(0)
    expect(columns.beginFollowUp(slot, beginSec)).toBe(0)
    expect(columns.recordFollowUp(slot, beginSec, 1, 0)).toBe(0)
    expect(columns.writeOff(slot, beginSec)).toBe(0)
    expect(columns.status[slot]).toBe(CaseStatus.codeOf("WrittenOff"))
    expect(log.count).toBe(10)
    const replayed = replay(rules, log)
    expect(replayed.ok && replayed.cases.get(77)?.status).toBe("WrittenOff")
  })

  test("the slot of a released case is used again with a clean case in it", () => {
    const columns = new CaseColumns(rules)
    const first = atWork(columns, 1, beginSec)
    expect(columns.suspend(first, beginSec + 60, beginSec + 600)).toBe(0)
    expect(columns.withdraw(first, beginSec + 900_000)).toBe(0)
    expect(columns.wasOverdue[first]).toBe(1)
    columns.release(first)
    expect(columns.status[first]).toBe(freeSlot)
    expect(CaseRejection.codeAt(columns.verify(first, beginSec))).toBe("NotReported")
    const second = atWork(columns, 2, beginSec)
    expect(second).toBe(first)
    expect(columns.slotCount).toBe(1)
    const fresh = new CaseColumns(rules)
    expect(ofColumns(columns, second)).toEqual(ofColumns(fresh, atWork(fresh, 2, beginSec)))
  })

  test("releasing a slot that holds no case is a programming error", () => {
    const columns = new CaseColumns(rules)
    expect(() => columns.release(0)).toThrow(RangeError)
    const slot = atWork(columns, 1, beginSec)
    columns.release(slot)
    expect(() => columns.release(slot)).toThrow(RangeError)
  })

  test("columns keep every case while they grow", () => {
    const columns = new CaseColumns(rules)
    const slots = Array.from({ length: 1000 }, (_, index) =>
      atWork(columns, index, beginSec + index)
    )
    expect(columns.caseCount).toBe(1000)
    slots.forEach((slot, index) => {
      expect(columns.caseNumber[slot]).toBe(index)
      expect(columns.reportedSec[slot]).toBe(beginSec + index)
      expect(columns.dueSec[slot]).toBe(beginSec + index + 7 * 86_400)
    })
  })

  test("a report that would leave the calendar gives the number of the rejection below zero", () => {
    const working = CaseRules.compile(workingProfile, { clocks })
    const columns = new CaseColumns(working)
    const atSec = office.untilSec - 3600
    const numbers = { caseNumber: 1, source: 0, category: 0, grid: 0, unit: 0 }
    const slot = columns.report({ ...numbers, atSec, urgency: 2 })
    expect(CaseRejection.codeAt(-slot)).toBe("OutsideCalendar")
    expect(columns.caseCount).toBe(0)
    expect(columns.report({ ...numbers, atSec, urgency: 1 })).toBe(0)
  })
})

describe("replays", () => {
  const rules = CaseRules.compile(CaseProfile.base, { clocks })

  test("a log with a move taken out is refused at the move after it", () => {
    const log = new CaseLog()
    atWork(new CaseColumns(rules, log.recorder), 5, beginSec)
    const gap = {
      count: log.count - 1,
      at: (index: number) => log.at(index < 2 ? index : index + 1)
    }
    const replayed = replay(rules, gap)
    expect(replayed.ok).toBe(false)
    if (replayed.ok) return
    expect(replayed.index).toBe(2)
    expect(replayed.rejection.code).toBe("MoveNotAllowed")
    expect(toCommand(replayed.move).action).toBe("Assign")
  })

  test("a log under stricter rules is refused where they differ", () => {
    const log = new CaseLog()
    const columns = new CaseColumns(rules, log.recorder)
    const slot = atWork(columns, 5, beginSec)
    expect(columns.escalate(slot, beginSec, 3)).toBe(0)
    expect(columns.assign(slot, beginSec, 12)).toBe(0)
    const oneLevel = CaseRules.compile({ ...CaseProfile.base, levels: ["Grid"] }, { clocks })
    const replayed = replay(oneLevel, log)
    expect(replayed.ok ? "accepted" : replayed.rejection.code).toBe("TopLevelReached")
  })

  test("a number that stands for nothing is refused", () => {
    const rest = { actor: 0, f: 0, g: 0, h: 0 }
    const move = { caseNumber: 1, action: 99, atSec: 0, a: 0, b: 0, c: 0, d: 0, e: 0, ...rest }
    expect(() => toCommand(move)).toThrow(RangeError)
    expect(() => new CaseLog().at(0)).toThrow(RangeError)
  })

  test("a follow-up that reaches nobody replays as a failed attempt", () => {
    const log = new CaseLog()
    const columns = new CaseColumns(rules, log.recorder)
    const slot = atWork(columns, 8, beginSec)
    columns.resolve(slot, beginSec)
    columns.beginFollowUp(slot, beginSec)
    expect(columns.recordFollowUp(slot, beginSec, 0, unanswered)).toBe(0)
    const replayed = replay(rules, log)
    expect(replayed.ok && replayed.cases.get(8)?.followUpOutcome).toBe("NotReached")
  })
})

describe("records and columns", () => {
  test("agree on every verdict and every state, and the log replays to the same states", () => {
    const seen: Seen = { steps: 0, accepted: new Map(), refused: new Map() }
    fc.assert(
      fc.property(
        fc.nat(rulesList.length - 1),
        fc.array(step, { minLength: 20, maxLength: 160, size: "max" }),
        (which, steps) => runBoth(which, steps, seen)
      ),
      { numRuns: 400, seed: 20_251_001 }
    )
    expect(seen.steps).toBeGreaterThan(20_000)
    for (const action of CaseAction.list) {
      expect([action, (seen.accepted.get(action) ?? 0) > 20]).toEqual([action, true])
    }
    const notInColumns = ["AlreadyReported", "ReportedOtherwise", "WrongCase"]
    for (const code of CaseRejection.codes.filter((code) => !notInColumns.includes(code))) {
      expect([code, (seen.refused.get(code) ?? 0) > 0]).toEqual([code, true])
    }
  })
})
