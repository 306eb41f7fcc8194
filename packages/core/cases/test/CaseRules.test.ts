import { Clock, WeeklyHours, WorkCalendar } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  Case,
  CaseAction,
  CaseProfile,
  CaseRules,
  CaseStatus,
  HandlingLevel,
  Urgency
} from "../src/index.ts"
import { after, baseRules, command } from "./aCase.ts"

const hour = 3600
const day = 86_400
const ordinary = Urgency.codeOf("Ordinary")
const complex = Urgency.codeOf("Complex")

/** 8:30-12:00 and 13:30-17:30 Monday to Friday in Shanghai, no holidays, first half of 2025. */
const office = WorkCalendar.makeOrThrow({
  weekly: WeeklyHours.mondayToFriday(WeeklyHours.officeSpells),
  fromDay: Seconds.dayNumber(2025, 1, 1),
  untilDay: Seconds.dayNumber(2025, 7, 1)
})

const workingRules = (resolveSec: number): CaseRules.CaseRules =>
  CaseRules.compile(
    {
      ...CaseProfile.base,
      limits: {
        ...CaseProfile.base.limits,
        Ordinary: { ...CaseProfile.base.limits.Ordinary, clock: "working", resolveSec }
      }
    },
    { clocks: { calendar: Clock.calendar, working: Clock.working(office) } }
  )

/** An instant by the wall clock of Shanghai (UTC+8 all year). */
const shanghai = (month: number, dayOfMonth: number, hours: number, minutes = 0): number =>
  Seconds.dayNumber(2025, month, dayOfMonth) * day + (hours - 8) * hour + minutes * 60

describe("the table of moves", () => {
  /** What can be done around every open case, around an unresolved one, around one at work. */
  const open = (status: string): string =>
    `TakeDuplicate>${status} ReleaseDuplicate>${status} Publish>${status} ` +
    `ChangeTerms>${status} OpenSideProcess>${status} CloseSideProcess>${status}`
  const early = (status: string): string =>
    `Merge>Merged Withdraw>Withdrawn Contact>${status} ${open(status)}`
  const answered = (status: string): string =>
    `Escalate>Triaged Assess>Triaged Suspend>Suspended Extend>${status} Split>Merged ` +
    `Reclassify>${status} ${early(status)}`

  /** The life cycle once more, written by hand: what is not listed here is not allowed. */
  const moves: Readonly<Record<CaseStatus.CaseStatus, string>> = {
    Reported: `Verify>Verified SettleOnSpot>Resolved Reject>Rejected ${early("Reported")}`,
    Verified: `Triage>Triaged SettleOnSpot>Resolved Split>Merged Reject>Rejected ${early("Verified")}`,
    Triaged: `Assign>Assigned Arbitrate>Assigned ${answered("Triaged")}`,
    Assigned: `Accept>Accepted Return>Triaged Arbitrate>Assigned HandOver>Assigned ${answered("Assigned")}`,
    Accepted: `Start>InProgress Return>Triaged Arbitrate>Assigned HandOver>Accepted ${answered("Accepted")}`,
    InProgress: `Resolve>Resolved HandOver>InProgress ${answered("InProgress")}`,
    Resolved: `BeginFollowUp>FollowUp HandOver>Resolved Check>InProgress ${open("Resolved")}`,
    FollowUp:
      "RecordFollowUp>FollowUp WriteOff>WrittenOff Reopen>Triaged HandOver>FollowUp " +
      `Check>InProgress ${open("FollowUp")}`,
    WrittenOff:
      "Reopen>Triaged Appeal>WrittenOff DecideAppeal>Triaged ReleaseDuplicate>WrittenOff " +
      "Publish>WrittenOff",
    Suspended: `Resume>Accepted HandOver>Suspended Reclassify>Suspended ${early("Suspended")}`,
    Rejected: "Appeal>Rejected DecideAppeal>Triaged CloseSideProcess>Rejected",
    Merged: "Unmerge>Accepted CloseSideProcess>Merged",
    Withdrawn: "CloseSideProcess>Withdrawn"
  }

  test("allows what the life cycle says and nothing else (row 10)", () => {
    for (const status of CaseStatus.list) {
      const found = CaseAction.list.flatMap((action) => {
        const keeps = status === "Suspended" || status === "Merged"
        const resume = keeps ? CaseStatus.codeOf("Accepted") : -1
        const code = CaseStatus.codeOf(status)
        const to = CaseRules.nextStatus(baseRules, code, CaseAction.codeOf(action), resume)
        return to < 0 ? [] : [`${action}>${CaseStatus.list[to]}`]
      })
      expect([status, found.sort()]).toEqual([
        status,
        moves[status].split(" ").filter(Boolean).sort()
      ])
    }
  })

  test("the five-step method sorts no case that nobody verified, the closed loop does (row 11)", () => {
    const clocks = { calendar: Clock.calendar, working: Clock.calendar }
    const triage = (profile: CaseProfile.CaseProfile) =>
      CaseRules.nextStatus(
        CaseRules.compile(profile, { clocks }),
        CaseStatus.codeOf("Reported"),
        CaseAction.codeOf("Triage"),
        -1
      )
    expect(triage(CaseProfile.fiveStep)).toBe(-1)
    expect(triage(CaseProfile.closedLoop)).toBe(CaseStatus.codeOf("Triaged"))
  })
})

describe("deadlines on a working clock", () => {
  test("a case due Friday 17:00 and paused for 4 working hours is due Monday 12:00 (row 16)", () => {
    const friday = shanghai(3, 7, 17)
    const rules = workingRules(8 * hour)
    const start = shanghai(3, 6, 17)
    expect(CaseRules.dueSec(rules, ordinary, start)).toBe(shanghai(3, 7, 17, 30))
    const paused = CaseRules.resumedDueSec(
      rules,
      ordinary,
      friday,
      shanghai(3, 7, 8, 30),
      shanghai(3, 7, 14)
    )
    expect(paused).toBe(shanghai(3, 10, 12))
  })

  test("the same pause on records gives the same Monday", () => {
    const rules = workingRules(7.5 * hour)
    const at = shanghai(3, 6, 16, 30)
    const commands = [
      command.report(at),
      command.plain("Verify", at),
      command.triage(at),
      command.suspend(shanghai(3, 7, 8, 30), shanghai(3, 11, 12)),
      command.plain("Resume", shanghai(3, 7, 14))
    ]
    expect(after(commands.slice(0, 3), rules).dueSec).toBe(shanghai(3, 7, 16, 30))
    expect(after(commands, rules).dueSec).toBe(shanghai(3, 10, 11, 30))
  })

  test("a deadline that would leave the compiled calendar is not a number", () => {
    const rules = workingRules(8 * hour)
    expect(CaseRules.dueSec(rules, ordinary, office.untilSec - day)).toBeNaN()
    expect(CaseRules.dueSec(rules, ordinary, office.fromSec - 1)).toBeNaN()
    expect(CaseRules.dueSec(rules, complex, office.fromSec - 1)).toBe(office.fromSec - 1 + 15 * day)
    const last = office.untilSec - 10 * day
    const due = CaseRules.dueSec(rules, ordinary, last)
    expect(CaseRules.resumedDueSec(rules, ordinary, due, last, office.untilSec - hour)).toBeNaN()
    expect(CaseRules.resumedDueSec(rules, ordinary, due, last, office.untilSec + 1)).toBeNaN()
  })

  test("a longer limit never makes a case overdue that was on time", () => {
    const limit = fc.integer({ min: 1, max: 40 * hour })
    const start = fc.integer({ min: shanghai(2, 3, 0), max: shanghai(4, 1, 0) })
    fc.assert(
      fc.property(limit, limit, start, fc.nat(30 * day), (first, second, startSec, spanSec) => {
        const short = CaseRules.dueSec(workingRules(Math.min(first, second)), ordinary, startSec)
        const long = CaseRules.dueSec(workingRules(Math.max(first, second)), ordinary, startSec)
        expect(long).toBeGreaterThanOrEqual(short)
        if (!CaseRules.isOverdue(short, startSec + spanSec)) {
          expect(CaseRules.isOverdue(long, startSec + spanSec)).toBe(false)
        }
      }),
      { numRuns: 150, seed: 41 }
    )
  })

  test("what is left at the suspension is left at the resumption", () => {
    const rules = workingRules(30 * hour)
    const start = shanghai(3, 3, 9)
    const due = CaseRules.dueSec(rules, ordinary, start)
    fc.assert(
      fc.property(fc.nat(due - start - 1), fc.nat(20 * day), (usedSec, pauseSec) => {
        const suspended = start + usedSec
        const resumed = suspended + pauseSec
        const moved = CaseRules.resumedDueSec(rules, ordinary, due, suspended, resumed)
        const left = WorkCalendar.workSecBetween(office, suspended, due)
        expect(WorkCalendar.workSecBetween(office, resumed, moved)).toBe(left)
      }),
      { numRuns: 300, seed: 43 }
    )
  })
})

describe("limits that are counted", () => {
  test("a case may be returned twice and not a third time", () => {
    expect([0, 1, 2].map((count) => CaseRules.mayReturn(baseRules, count))).toEqual([
      true,
      true,
      false
    ])
  })

  test("only complex cases and petitions may be extended, once", () => {
    const may = (count: number) =>
      Urgency.list.filter((urgency) =>
        CaseRules.mayExtend(baseRules, Urgency.codeOf(urgency), count)
      )
    expect(may(0)).toEqual(["Complex", "Petition"])
    expect(may(1)).toEqual([])
    expect(CaseRules.extendedDueSec(baseRules, Urgency.codeOf("Petition"), 60 * day)).toBe(90 * day)
  })

  test("there is no level above the department, and unused levels have no way up", () => {
    const up = HandlingLevel.list.filter((level) =>
      CaseRules.canEscalate(baseRules, HandlingLevel.codeOf(level))
    )
    expect(up).toEqual(["Grid", "Community", "Subdistrict"])
    const clocks = { calendar: Clock.calendar, working: Clock.calendar }
    const rules = CaseRules.compile({ ...CaseProfile.base, levels: ["Community"] }, { clocks })
    expect(HandlingLevel.list.map((_, level) => CaseRules.usesLevel(rules, level))).toEqual([
      false,
      true,
      false,
      false
    ])
    expect(rules.lowestLevel).toBe(1)
    expect(CaseRules.usesLevel(rules, 17)).toBe(false)
  })

  test("lateness stands in the record only where the case could run late, and for good", () => {
    const open = CaseStatus.codeOf("InProgress")
    const claimed = CaseStatus.codeOf("FollowUp")
    expect(CaseRules.wasOverdueBy(false, open, 100, 100)).toBe(false)
    expect(CaseRules.wasOverdueBy(false, open, 100, 101)).toBe(true)
    expect(CaseRules.wasOverdueBy(false, claimed, 100, 101)).toBe(false)
    expect(CaseRules.wasOverdueBy(true, claimed, 100, 50)).toBe(true)
    expect(Case.notYet).toBe(-1)
  })
})
