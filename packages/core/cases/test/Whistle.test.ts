import { Clock, WorkCalendar } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import { describe, expect, test } from "vitest"
import {
  Case,
  DeadlineEntry,
  SideProcessMove,
  SideProcessStanding,
  Whistle,
  WhistleDecider,
  WhistleNumbers,
  WhistleRules
} from "../src/index.ts"
import {
  after,
  caseId,
  whistleMachine as machine,
  processId,
  refused,
  whistle,
  whistleRules
} from "./aSideProcess.ts"

const limit = 1800
const named = (state: Whistle.Whistle, unitId: string) => {
  const target = state.targets.find((one) => one.unitId === unitId)
  if (target === undefined) throw new Error(`no ${unitId}`)
  return target
}

describe("row 22: whistle and report-in", () => {
  const missed = [
    whistle.blow(0),
    whistle.reportIn(600, "water"),
    whistle.reportIn(limit, "power"),
    whistle.miss(limit + 1, "police")
  ]

  test("given three departments, when one misses the time, then the two others proceed, the miss is recorded, the whistle does not close", () => {
    const state = after(machine, [...missed, whistle.finish(2000)])
    expect(state.targets.map(({ status, wasLate }) => [status, wasLate])).toEqual([
      ["ReportedIn", false],
      ["ReportedIn", false],
      ["Missed", true]
    ])
    expect(state.status).toBe("WorkDone")
    const rejection = refused(machine, [...missed, whistle.finish(2000)], whistle.close(2001))
    expect([rejection.code, rejection.missing]).toEqual(["NotAccountedFor", ["police"]])
  })

  test("the one that was missing may still come, late, and then the whistle closes", () => {
    const closed = after(machine, [
      ...missed,
      whistle.reportIn(3000, "police"),
      whistle.finish(3600),
      whistle.close(3700)
    ])
    expect(closed.status).toBe("Closed")
    expect([named(closed, "police").reportedInSec, named(closed, "police").wasLate]).toEqual([
      3000,
      true
    ])
    expect(closed.targets.map(({ leftSec }) => leftSec)).toEqual([3700, 3700, 3700])
  })

  test("a miss is accounted for by a replacement that comes, not by one that is only called", () => {
    const replaced = [...missed, whistle.replace(2000, "police", "urban"), whistle.finish(2100)]
    expect(refused(machine, replaced, whistle.close(2200)).missing).toEqual(["urban"])
    const state = after(machine, [
      ...replaced,
      whistle.reportIn(2000 + limit, "urban"),
      whistle.close(9000)
    ])
    expect(state.status).toBe("Closed")
    expect(named(state, "police").byUnitId).toBe("urban")
    expect(named(state, "urban").wasLate).toBe(false)
  })

  test("an explained absence and an excuse account for a target, and lateness stays in the record", () => {
    const explained = after(machine, [...missed, whistle.explain(2000, "police")])
    expect([named(explained, "police").status, named(explained, "police").wasLate]).toEqual([
      "Explained",
      true
    ])
    const excused = after(machine, [...missed, whistle.excuse(2000, "police")])
    expect([named(excused, "police").status, named(excused, "police").wasLate]).toEqual([
      "Excused",
      true
    ])
    const early = after(machine, [whistle.blow(0), whistle.excuse(limit, "police")])
    expect(named(early, "police").wasLate).toBe(false)
    expect(Whistle.unaccounted(early)).toEqual(["water", "power"])
  })
})

describe("limits", () => {
  test("the due second is on time, the next one is late", () => {
    for (const [atSec, wasLate] of [
      [limit - 1, false],
      [limit, false],
      [limit + 1, true]
    ] as const) {
      const state = after(machine, [whistle.blow(0), whistle.reportIn(atSec, "water")])
      expect(named(state, "water").wasLate).toBe(wasLate)
    }
  })

  test("a miss is recorded only after the due second", () => {
    const rejection = refused(machine, [whistle.blow(0)], whistle.miss(limit, "water"))
    expect([rejection.code, rejection.expected]).toEqual(["NotDueYet", limit])
    const state = after(machine, [whistle.blow(0)])
    expect(Whistle.toRecord(state, limit)).toEqual([])
    expect(Whistle.toRecord(state, limit + 1)).toEqual(["water", "power", "police"])
  })

  test("an outcry is answered within one working day: called on Friday 17:00, due when Monday closes", () => {
    const calendar = WorkCalendar.officeHoursChina({
      fromDay: Seconds.dayNumber(2025, 6, 1),
      untilDay: Seconds.dayNumber(2025, 7, 1)
    })
    const rules = WhistleRules.compile(WhistleRules.base, {
      clocks: {
        calendar: Clock.calendar,
        working: Clock.working(calendar),
        workingDays: Clock.workingDays(calendar)
      }
    })
    const friday = Seconds.dayNumber(2025, 6, 13) * Seconds.daySec + 9 * Seconds.hourSec
    expect(WhistleRules.dueSec(rules, "Outcry", friday) - friday).toBe(3 * Seconds.daySec + 1800)
    const late = whistle.blow(calendar.untilSec - 60, ["water"], "Outcry")
    const decision = WhistleDecider.decide(rules, SideProcessMove.none, late)
    expect(decision.ok ? "" : decision.rejection.code).toBe("OutsideCalendar")
  })

  test("a policy without kinds, or with a limit of half seconds, is a programming error", () => {
    const { clocks } = whistleRules
    const limits = WhistleRules.base.limits
    const half = { ...limits, Outcry: { ...limits.Outcry, limitSec: 0.5 } }
    const { calendar, working } = clocks
    expect(() =>
      WhistleRules.compile(WhistleRules.base, { clocks: { calendar, working } })
    ).toThrow("workingDays")
    expect(() => WhistleRules.compile({ ...WhistleRules.base, kinds: [] }, { clocks })).toThrow(
      RangeError
    )
    expect(() => WhistleRules.compile({ ...WhistleRules.base, limits: half }, { clocks })).toThrow(
      "Outcry"
    )
  })
})

describe("the crew", () => {
  test("nobody leaves before the work is done", () => {
    const there = [whistle.blow(0, ["water"]), whistle.reportIn(60, "water")]
    expect(refused(machine, there, whistle.release(90, "water")).code).toBe("WorkNotDone")
    const left = after(machine, [...there, whistle.finish(100), whistle.release(110, "water")])
    expect(named(left, "water").leftSec).toBe(110)
  })

  test("a whistle does not close without a result", () => {
    const there = [whistle.blow(0, ["water"]), whistle.reportIn(60, "water")]
    const rejection = refused(machine, there, whistle.close(90))
    expect([rejection.code, rejection.missing]).toEqual(["ItemMissing", ["Result"]])
    expect(refused(machine, there, whistle.finish(90, "  ")).missing).toEqual(["Result"])
  })

  test("an excuse needs a reason and an approver, both named at once", () => {
    const bare = { ...whistle.excuse(60, "water", ""), reason: " ", actorId: "" }
    expect(refused(machine, [whistle.blow(0)], bare).missing).toEqual([
      "Actor",
      "Reason",
      "Approver"
    ])
  })

  test("nobody is called twice, nobody reports in who was not called", () => {
    expect(refused(machine, [], whistle.blow(0, ["water", "water"])).code).toBe("NamedTwice")
    expect(refused(machine, [whistle.blow(0)], whistle.name(1, "water")).code).toBe("NamedTwice")
    expect(refused(machine, [whistle.blow(0)], whistle.reportIn(1, "heat")).code).toBe("NotNamed")
  })

  test("a party member is called like a department where the policy has both", () => {
    const calls = [{ unitId: "member-9", targetKind: "PartyMember" }] as const
    const member = { ...whistle.blow(0), calls }
    expect(after(machine, [member]).targets[0]?.targetKind).toBe("PartyMember")
    const helong = WhistleRules.compile(
      { ...WhistleRules.base, kinds: ["Emergency"], targetKinds: ["Department"] },
      { clocks: whistleRules.clocks }
    )
    const decision = WhistleDecider.decide(helong, SideProcessMove.none, member)
    expect(decision.ok ? "" : decision.rejection.field).toBe("targetKind")
    const outcry = WhistleDecider.decide(helong, SideProcessMove.none, {
      ...whistle.blow(0),
      whistleKind: "Outcry"
    })
    expect(outcry.ok ? "" : outcry.rejection.expected).toBe("Emergency")
  })
})

describe("what others see of a whistle", () => {
  const commands = [
    whistle.blow(0),
    whistle.reportIn(60, "water"),
    whistle.miss(limit + 1, "power"),
    whistle.explain(limit + 2, "power"),
    whistle.excuse(limit + 3, "police"),
    whistle.finish(3000)
  ]

  test("the case gets one opening and one closing command, nothing in between", () => {
    let state: Whistle.State = SideProcessMove.none
    const moves = []
    for (const command of [...commands, whistle.close(3100)]) {
      const decision = machine.decide(state, command)
      if (!decision.ok) throw new Error(decision.rejection.code)
      state = Whistle.evolve(state, decision.event)
      moves.push(...Whistle.caseMoves(decision.event))
    }
    expect(moves).toEqual([
      {
        action: "OpenSideProcess",
        caseId,
        process: "Whistle",
        processId,
        atSec: 0,
        actorId: "desk-2",
        reason: "because"
      },
      {
        action: "CloseSideProcess",
        caseId,
        processId,
        isDecided: true,
        atSec: 3100,
        actorId: "desk-2",
        reason: ""
      }
    ])
  })

  test("the summary says what is open and lists a due time for each", () => {
    const open = Whistle.standing(after(machine, commands.slice(0, 2)))
    expect([open.isOpen, open.isAccountedFor, open.unaccounted]).toEqual([
      true,
      false,
      ["power", "police", "Result"]
    ])
    expect(open.deadlines.map(({ doneSec }) => doneSec)).toEqual([60, Case.notYet, Case.notYet])
    const done = Whistle.standing(after(machine, commands))
    expect([done.isOpen, done.isAccountedFor]).toEqual([true, true])
    expect(SideProcessStanding.openOn([open, done], caseId)).toEqual([open, done])
  })

  test("shares carry their denominators; nobody due gives none, not 0 or 100 %", () => {
    const state = after(machine, commands)
    const numbers = WhistleNumbers.count([state], 3000)
    expect(numbers.response).toEqual({ count: 1, ofCount: 3, share: 1 / 3 })
    expect(numbers.late).toEqual({ count: 2, ofCount: 3, share: 2 / 3 })
    expect([numbers.namedCount, numbers.excusedCount, numbers.countOf.Emergency]).toEqual([3, 1, 1])
    const early = after(machine, [whistle.blow(0), whistle.excuse(10, "police")])
    expect(WhistleNumbers.count([early], 10).response.share).toBe("None")
    expect(WhistleNumbers.count([early], limit + 1).late).toEqual({
      count: 2,
      ofCount: 2,
      share: 1
    })
    expect(WhistleNumbers.perCase([state, early], 4)).toEqual({ count: 1, ofCount: 4, share: 0.25 })
  })

  test("counts of a ledger leave out what is excused and what still runs", () => {
    const entries = Whistle.standing(after(machine, commands.slice(0, 2))).deadlines
    expect(DeadlineEntry.count(entries, limit)).toEqual({
      dueCount: 1,
      onTimeCount: 1,
      lateCount: 0
    })
    expect(DeadlineEntry.count(entries, limit + 1).lateCount).toBe(2)
  })
})
