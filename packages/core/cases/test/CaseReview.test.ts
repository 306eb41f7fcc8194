import { Clock, WeeklyHours, WorkCalendar } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Case, CaseDecider, CaseProfile, CaseRules } from "../src/index.ts"
import { after, calendarClocks, command, path, rejectionOf } from "./aCase.ts"

const day = 86_400
const hour = 3600

const compile = (changed: Partial<CaseProfile.CaseProfile>): CaseRules.CaseRules =>
  CaseRules.compile({ ...CaseProfile.base, ...changed }, { clocks: calendarClocks })

const withRow = (changed: Partial<CaseProfile.LimitRow>): Partial<CaseProfile.CaseProfile> => ({
  limits: {
    ...CaseProfile.base.limits,
    Ordinary: { ...CaseProfile.base.limits.Ordinary, ...changed }
  }
})

describe("reports", () => {
  test("a report that a client sends twice is one, and the answer is the case as it stands", () => {
    const first = { ...command.report(100), seenSec: 40, isAnonymous: true }
    const state = after([first, command.plain("Verify", 200)])
    expect([state.report.seenSec, state.reportedSec, state.report.isAnonymous]).toEqual([
      40,
      100,
      true
    ])
    const again = rejectionOf(state, { ...first, atSec: 900 })
    expect(CaseDecider.isRepeat(again)).toBe(true)
    expect(again.status).toBe("Verified")
    for (const other of [
      { ...first, category: "Utilities" as const },
      { ...first, seenSec: 41 },
      { ...first, isAnonymous: false }
    ]) {
      const refused = rejectionOf(state, other)
      expect(refused.code).toBe("ReportedOtherwise")
      expect(CaseDecider.isRepeat(refused)).toBe(false)
    }
  })

  test("what was said stays beside later classes", () => {
    const state = after([...path.triaged(0), command.reclassify(5, "Urgent")])
    expect([state.category, state.urgency]).toEqual(["Sanitation", "Urgent"])
    expect([state.report.category, state.report.urgency]).toEqual(["Noise", "Ordinary"])
    expect(CaseDecider.isRepeat(rejectionOf(state, command.report(9)))).toBe(true)
  })

  test("a source may need more than others", () => {
    const rules = compile({ sourceNeeds: { PhotoReport: ["Photo", "Point"] } })
    const photo = { ...command.report(0), source: "PhotoReport" as const }
    expect(rejectionOf(Case.none, photo, rules).missing).toEqual(["Photo", "Point"])
    const full = { ...photo, photoIds: ["photo-1"], point: [129, 42.5] as const }
    expect(after([full], rules).status).toBe("Reported")
    expect(after([command.report(0)], rules).status).toBe("Reported")
  })

  test("a limit may have begun before the report came in, not after it", () => {
    expect(after([{ ...command.report(1000), startSec: 400 }]).dueSec).toBe(400 + 7 * day)
    const later = { ...command.report(1000), startSec: 1001 }
    expect(rejectionOf(Case.none, later).code).toBe("TimeInFuture")
  })
})

describe("on the spot, checks and contacts", () => {
  test("a grid worker settles a case where it was found, others may not", () => {
    const settled = after([...path.reported(0), command.settle(60)])
    expect([settled.status, settled.ownerUnitId]).toEqual(["Resolved", "grid-5-team"])
    expect([settled.acceptedSec, settled.contactedSec, settled.claimedResolvedSec]).toEqual([
      60, 60, 60
    ])
    const { role: _, ...nobody } = command.settle(60)
    expect(rejectionOf(after(path.reported(0)), nobody).code).toBe("RoleNotAllowed")
    const bare = { ...command.settle(60), resultNote: "" }
    expect(rejectionOf(after(path.reported(0)), bare).missing).toEqual(["ResultNote"])
  })

  test("a refuted claim goes back to work under the same limit, and the rework is counted", () => {
    const back = after([...path.followUp(0), command.followUp(1), command.check(2, "Refuted")])
    expect([back.status, back.reworkCount, back.checkOutcome]).toEqual(["InProgress", 1, "Refuted"])
    expect([back.dueSec, back.claimedResolvedSec]).toEqual([7 * day, Case.notYet])
    expect([back.followUpOutcome, back.hasResultNote]).toEqual(["None", false])
    expect(Case.isOverdue(back, 7 * day)).toBe(false)
    expect(Case.isOverdue(back, 7 * day + 1)).toBe(true)
  })

  test("a checker's confirmation verifies the claim and stands for a follow-up", () => {
    const confirmed = after([...path.followUp(0), command.check(1)])
    expect(Case.isVerifiedResolved(confirmed)).toBe(true)
    expect(after([...path.followUp(0), command.check(1), command.writeOff(2)]).status).toBe(
      "WrittenOff"
    )
  })

  test("the first contact counts once, and before any acceptance", () => {
    const contacted = after([...path.assigned(0), command.plain("Contact", hour)])
    expect([contacted.contactedSec, contacted.acceptedSec]).toEqual([hour, Case.notYet])
    const again = [...path.assigned(0), command.plain("Contact", hour), command.plain("Contact", 9)]
    expect(() => after(again)).toThrow("TimeWentBack")
    const accepted = after([
      ...path.assigned(0),
      command.plain("Contact", hour),
      command.plain("Accept", 25 * hour)
    ])
    expect(accepted.contactedSec).toBe(hour)
    expect(Case.isContactLate(accepted, 30 * hour)).toBe(false)
  })

  test("sign-in, check and call-back have due seconds of their own", () => {
    const rules = compile(withRow({ signInSec: 2 * hour, verifySec: 3 * hour, callBackSec: day }))
    const assigned = after(path.assigned(100), rules)
    expect([assigned.signInDueSec, assigned.verifyDueSec]).toEqual([100 + 2 * hour, Case.notYet])
    const pause = [...path.assigned(100), command.suspend(200, 1200), command.plain("Resume", 700)]
    expect(after(pause.slice(0, -1), rules).signInDueSec).toBe(100 + 2 * hour + 1000)
    expect(after(pause, rules).signInDueSec).toBe(100 + 2 * hour + 500)
    const returned = after([...path.assigned(100), command.plain("Return", 200)], rules)
    expect(returned.signInDueSec).toBe(Case.notYet)
    const claimed = after(path.resolved(100), rules)
    expect([claimed.verifyDueSec, claimed.callBackDueSec]).toEqual([100 + 3 * hour, 100 + day])
    const refuted = after([...path.resolved(100), command.check(200, "Refuted")], rules)
    expect([refuted.verifyDueSec, refuted.callBackDueSec]).toEqual([Case.notYet, Case.notYet])
  })
})

describe("who owns a case", () => {
  const refused = [
    ...path.assigned(0),
    command.plain("Return", 1),
    { ...command.assign(2), unitId: "unit-6", helperUnitIds: ["unit-7", "unit-8"] },
    command.plain("Return", 3)
  ]

  test("those who were asked and refused stay visible, and the level above decides", () => {
    const asked = after(refused)
    expect([asked.refusedUnitIds, asked.helperUnitIds]).toEqual([["unit-3", "unit-6"], []])
    const decided = after([...refused, command.arbitrate(4)])
    expect([decided.status, decided.ownerUnitId, decided.level]).toEqual([
      "Assigned",
      "unit-9",
      "Grid"
    ])
    expect(rejectionOf(decided, command.plain("Return", 5)).code).toBe("ArbitratedAlready")
    expect(rejectionOf(asked, { ...command.arbitrate(4), role: "TriageDesk" }).code).toBe(
      "RoleNotAllowed"
    )
  })

  test("handed over, the open work stays as it is", () => {
    const before = after(path.inProgress(0))
    const handed = after([...path.inProgress(0), command.handOver(5)])
    expect([handed.status, handed.ownerUnitId, handed.handOverCount]).toEqual([
      "InProgress",
      "unit-4",
      1
    ])
    expect([handed.dueSec, handed.acceptedSec]).toEqual([before.dueSec, before.acceptedSec])
  })
})

describe("scores and lateness", () => {
  test("any score above its threshold sends the case exactly one level up (row 14)", () => {
    const state = path.inProgress(0)
    const border = after([...state, command.assess(1, { cost: 30, conflict: 30, difficulty: 30 })])
    expect([border.status, border.level, border.escalationCount]).toEqual(["InProgress", "Grid", 0])
    for (const scores of [{ cost: 31 }, { conflict: 31 }, { difficulty: 100 }]) {
      const up = after([...state, command.assess(1, scores)])
      expect([up.status, up.level, up.ownerUnitId, up.escalationCount]).toEqual([
        "Triaged",
        "Community",
        "upper-desk",
        1
      ])
    }
    const high = { ...command.assess(1, { cost: 99 }), unitId: "" }
    expect(rejectionOf(after(state), high).missing).toEqual(["ResponsibleUnit"])
    const low = { ...command.assess(1, { cost: 9 }), unitId: "" }
    expect(after([...state, low]).scores.cost).toBe(9)
  })

  test("at the top level scores are written down and the case stays", () => {
    const rules = compile({ levels: ["Grid"] })
    expect(after([...path.inProgress(0), command.assess(1, { cost: 99 })], rules).status).toBe(
      "InProgress"
    )
  })

  test("a late case goes up for its lateness, one second too early it does not", () => {
    const late = (atSec: number) => ({ ...command.escalate(atSec), cause: "Lateness" as const })
    const state = after(path.inProgress(0))
    expect(rejectionOf(state, late(7 * day)).code).toBe("NotLateYet")
    expect(after([...path.inProgress(0), late(7 * day + 1)]).level).toBe("Community")
  })

  test("a private matter stays in its grid", () => {
    const rules = compile({ matterLevels: { Private: ["Grid"] } })
    const own = { ...command.triage(0), matterKind: "Private" as const }
    const state = after([...path.verified(0), own], rules)
    expect(rejectionOf(state, command.escalate(1), rules).code).toBe("LevelNotForMatter")
    expect(rejectionOf(state, command.assess(1, { cost: 99 }), rules).code).toBe(
      "LevelNotForMatter"
    )
  })
})

describe("appeals", () => {
  test("an upheld appeal opens the case under a new limit, a dismissed one does not", () => {
    const appealed = [...path.writtenOff(0), command.plain("Appeal", day)]
    const upheld = after([...appealed, command.decideAppeal(2 * day)])
    expect([upheld.status, upheld.dueSec, upheld.upheldCount, upheld.reopenCount]).toEqual([
      "Triaged",
      9 * day,
      1,
      1
    ])
    const dismissed = after([...appealed, command.decideAppeal(2 * day, false)])
    expect([dismissed.status, dismissed.appealState]).toEqual(["WrittenOff", "Dismissed"])
  })

  test("a rejected case may be appealed against until the window ends", () => {
    const rejected = [...path.reported(0), command.plain("Reject", 10)]
    const last = 10 + 30 * day
    expect(after([...rejected, command.plain("Appeal", last)]).appealState).toBe("Pending")
    expect(rejectionOf(after(rejected), command.plain("Appeal", last + 1)).code).toBe(
      "AppealWindowClosed"
    )
    const upheld = after([...rejected, command.plain("Appeal", 20), command.decideAppeal(30)])
    expect([upheld.status, upheld.ownerUnitId]).toEqual(["Triaged", "intake"])
  })
})

/** 8:30-12:00 and 13:30-17:30 Monday to Friday in Shanghai, with or without a week of holidays. */
const office = WorkCalendar.makeOrThrow({
  weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
  fromDay: Seconds.dayNumber(2025, 1, 1),
  untilDay: Seconds.dayNumber(2025, 12, 1)
})

describe("changed terms", () => {
  const monday = Seconds.dayNumber(2025, 3, 3) * day
  const on = (resolveSec: number, clock: CaseProfile.ClockId): CaseRules.CaseRules =>
    CaseRules.compile(
      {
        ...CaseProfile.base,
        ...withRow({
          clock,
          resolveSec,
          contactSec: resolveSec,
          extensionCountMax: 9,
          extensionSec: 50_000
        })
      },
      { clocks: { calendar: Clock.calendar, working: Clock.working(office) } }
    )
  const first = on(400_000, "calendar")
  const second = on(150_000, "working")

  /** The case after commands, each decided under the rules in force then. */
  const run = (
    commands: ReadonlyArray<readonly [CaseRules.CaseRules, Parameters<typeof after>[0][number]]>
  ): Case.Case => {
    let state: Case.State = Case.none
    for (const [rules, one] of commands) {
      const decision = CaseDecider.decide(rules, state, one)
      if (!decision.ok) throw new Error(`${one.action}: ${decision.rejection.code}`)
      state = Case.evolve(state, decision.event)
    }
    if (state.status === "None") throw new Error("no command given")
    return state
  }

  test("counting again under the same terms changes nothing", () => {
    const commands = [
      ...path.inProgress(0, "Complex"),
      command.suspend(day, 3 * day),
      command.plain("Resume", 2 * day),
      command.extend(5 * day)
    ]
    const before = after(commands)
    const again = after([...commands, command.plain("ChangeTerms", 6 * day)])
    expect([again.contactDueSec, again.dueSec]).toEqual([before.contactDueSec, before.dueSec])
    const held = after([...commands, command.suspend(6 * day, 9 * day)])
    const heldAgain = after([
      ...commands,
      command.suspend(6 * day, 9 * day),
      command.plain("ChangeTerms", 7 * day)
    ])
    expect([heldAgain.dueSec, heldAgain.pausedDueSec]).toEqual([held.dueSec, held.pausedDueSec])
  })

  test("it does not matter whether the pause or the change of terms came first", () => {
    const second1 = fc.nat(300_000)
    fc.assert(
      fc.property(second1, second1, fc.nat(200_000), fc.nat(200_000), (wait, length, gap, at) => {
        const from = monday + wait
        const until = from + 1 + length
        const after1 = until + gap
        const triaged = path.triaged(monday).map((one) => [first, one] as const)
        const change = (atSec: number) => [second, command.plain("ChangeTerms", atSec)] as const
        const changeFirst = run([
          ...triaged,
          change(from),
          [second, command.suspend(from, until)],
          [second, command.plain("Resume", until)]
        ])
        const pauseFirst = run([
          ...triaged,
          [first, command.suspend(from, until)],
          [first, command.plain("Resume", until)],
          change(after1 + at)
        ])
        const between = run([
          ...triaged,
          [first, command.suspend(from, until)],
          change(from),
          [second, command.plain("Resume", until)]
        ])
        expect([pauseFirst.dueSec, between.dueSec]).toEqual([
          changeFirst.dueSec,
          changeFirst.dueSec
        ])
        expect([pauseFirst.contactDueSec, between.contactDueSec]).toEqual([
          changeFirst.contactDueSec,
          changeFirst.contactDueSec
        ])
      }),
      { numRuns: 300, seed: 11 }
    )
  })

  test("lateness that stands in the record is not taken back by a longer limit", () => {
    const short = on(1000, "calendar")
    const long = on(1_000_000, "calendar")
    const late = run([
      ...path.triaged(0).map((one) => [short, one] as const),
      [short, command.assign(2000)],
      [long, command.plain("ChangeTerms", 3000)]
    ])
    expect([late.dueSec, late.wasOverdue]).toEqual([1_000_000, true])
    const claimed = run([
      ...path.resolved(500).map((one) => [short, one] as const),
      [on(10, "calendar"), command.plain("ChangeTerms", 3000)]
    ])
    expect([claimed.dueSec, claimed.wasOverdue]).toEqual([510, false])
    expect(Case.wasOverdueBy(claimed, 9000)).toBe(false)
  })
})
