import { Id } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import { Case, CaseDecider, CaseProfile, CaseRules } from "../src/index.ts"
import { after, baseRules, calendarClocks, command, path, rejectionOf } from "./aCase.ts"

const day = 86_400
const hour = 3600

describe("the usual chain", () => {
  test("a case goes from the report to the write-off, and one unit answers at every step", () => {
    expect(after(path.reported(0)).ownerUnitId).toBe("intake")
    expect(after(path.verified(0)).ownerUnitId).toBe("intake")
    expect(after(path.triaged(0)).ownerUnitId).toBe("grid-desk")
    expect(after(path.assigned(0)).ownerUnitId).toBe("unit-3")
    const closed = after(path.writtenOff(0))
    expect(closed.status).toBe("WrittenOff")
    expect(closed.ownerUnitId).toBe("unit-3")
    expect(closed.closedSec).toBe(0)
    expect(Case.isClosed(closed)).toBe(true)
    expect(closed.version).toBe(10)
  })

  test("a deadline starts at the report, not at triage", () => {
    const late = [command.report(0), command.plain("Verify", 5 * hour), command.triage(6 * hour)]
    expect(after(late).dueSec).toBe(7 * day)
    expect(after(late).contactDueSec).toBe(24 * hour)
  })

  test("triage counts the due seconds again for the urgency that it finds", () => {
    const found = after([...path.verified(0), command.triage(10, "Urgent")])
    expect([found.urgency, found.contactDueSec, found.dueSec]).toEqual(["Urgent", 2 * hour, day])
  })

  test("the same rules, state and command give the same decision, and the state is untouched", () => {
    const state = after(path.triaged(0))
    const before = JSON.stringify(state)
    const first = CaseDecider.decide(baseRules, state, command.assign(5))
    expect(CaseDecider.decide(baseRules, state, command.assign(5))).toEqual(first)
    expect(first.ok && Case.evolve(state, first.event).status).toBe("Assigned")
    expect(JSON.stringify(state)).toBe(before)
  })

  test("an event of another case or version is a broken log", () => {
    const state = after(path.triaged(0))
    const decision = CaseDecider.decide(baseRules, state, command.assign(5))
    if (!decision.ok) throw new Error("expected an event")
    const next = Case.evolve(state, decision.event)
    expect(() => Case.evolve(next, decision.event)).toThrow("does not follow case-1/4")
    expect(() => Case.evolve(Case.none, decision.event)).toThrow("does not follow none")
    const other = { ...decision.event, caseId: Id.make<"Case">("case-9") }
    expect(() => Case.evolve(state, other)).toThrow("CaseAssigned case-9/4")
  })
})

describe("moves that are not steps of the chain", () => {
  test("a returned case keeps its deadline, and the desk answers again", () => {
    const returned = after([...path.accepted(0), command.plain("Return", 60)])
    expect(returned.status).toBe("Triaged")
    expect(returned.dueSec).toBe(7 * day)
    expect(returned.ownerUnitId).toBe("grid-desk")
    expect(returned.returnCount).toBe(1)
  })

  test("an escalated case goes exactly one level up and keeps its deadline (row 12)", () => {
    const up = after([...path.inProgress(0), command.escalate(60)])
    expect([up.status, up.level, up.ownerUnitId]).toEqual(["Triaged", "Community", "upper-desk"])
    expect(up.dueSec).toBe(7 * day)
    const twice = after([...path.inProgress(0), command.escalate(60), command.escalate(61)])
    expect(twice.level).toBe("Subdistrict")
    expect(twice.escalationCount).toBe(2)
  })

  test("a profile without a level skips it on the way up", () => {
    const profile: CaseProfile.CaseProfile = {
      ...CaseProfile.base,
      levels: ["Grid", "Subdistrict", "Department"]
    }
    const rules = CaseRules.compile(profile, { clocks: calendarClocks })
    expect(after([...path.triaged(0), command.escalate(1)], rules).level).toBe("Subdistrict")
  })

  test("an extension makes the limit longer and is spent", () => {
    const extended = after([...path.inProgress(0, "Complex"), command.extend(15 * day)])
    expect(extended.dueSec).toBe(30 * day)
    expect(extended.extensionCount).toBe(1)
    expect(rejectionOf(extended, command.extend(16 * day)).code).toBe("ExtensionLimitReached")
  })

  test("a merged case names the one that stays", () => {
    const merged = after([...path.triaged(0), command.merge(9)])
    expect([merged.status, merged.mergedIntoCaseId, merged.closedSec]).toEqual([
      "Merged",
      "case-2",
      9
    ])
  })
})

describe("suspension", () => {
  test("a resumed case keeps the time it had left", () => {
    const commands = [...path.inProgress(0), command.suspend(day, 10 * day)]
    const suspended = after(commands)
    expect(suspended.resumeStatus).toBe("InProgress")
    expect(suspended.dueSec).toBe(16 * day)
    const resumed = after([...commands, command.plain("Resume", 3 * day)])
    expect([resumed.status, resumed.dueSec]).toEqual(["InProgress", 9 * day])
    expect(resumed.suspendedSec).toBe(Case.notYet)
  })

  test("the clock runs again after the planned end, also when nobody resumes the case", () => {
    const commands = [...path.inProgress(0), command.suspend(day, 3 * day)]
    const suspended = after(commands)
    expect(Case.isOverdue(suspended, 9 * day)).toBe(false)
    expect(Case.isOverdue(suspended, 9 * day + 1)).toBe(true)
    expect(after([...commands, command.plain("Resume", 8 * day)]).dueSec).toBe(9 * day)
    const late = after([...commands, command.plain("Resume", 9 * day + 1)])
    expect([late.dueSec, late.wasOverdue]).toEqual([9 * day, true])
  })

  test("a case that was overdue when it was suspended stays overdue", () => {
    const suspended = after([...path.inProgress(0), command.suspend(8 * day, 20 * day)])
    expect(suspended.wasOverdue).toBe(true)
    expect(Case.isOverdue(suspended, 8 * day)).toBe(true)
  })

  test("the first contact waits as well, unless it was made already", () => {
    const waiting = after([...path.assigned(0), command.suspend(hour, 5 * hour)])
    expect(waiting.contactDueSec).toBe(28 * hour)
    const contacted = after([...path.accepted(0), command.suspend(hour, 5 * hour)])
    expect(contacted.contactDueSec).toBe(24 * hour)
  })

  test("a suspended case can be withdrawn or merged, and nothing is left of the pause", () => {
    const pause = [...path.triaged(0), command.suspend(5, 50)]
    const withdrawn = after([...pause, command.plain("Withdraw", 6)])
    expect([withdrawn.status, withdrawn.resumeStatus, withdrawn.suspendedSec]).toEqual([
      "Withdrawn",
      "None",
      Case.notYet
    ])
    expect(after([...pause, command.merge(6)]).status).toBe("Merged")
  })
})
