import { Zone } from "@wangge/calendar"
import { Id, Seconds } from "@wangge/facts"
import { LegalBasis } from "@wangge/privacy"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  ServiceMove,
  VisitCadence,
  type VisitCommand,
  VisitCover,
  VisitDecider,
  VisitFinds,
  VisitList,
  VisitPlan,
  VisitProblem,
  VisitTarget
} from "../src/index.ts"
import { grid, person } from "./aVolunteer.ts"

const day = Seconds.daySec
const plan: VisitPlan.VisitPlan = {
  planId: "care",
  label: { en: "Care", zh: "关爱" },
  zone: "UTC",
  groups: [
    {
      groupId: "alone",
      label: { en: "Old people alone", zh: "独居老人" },
      cadence: { unit: "Month", times: 1 },
      minutes: 30,
      purpose: "Care",
      dataClass: "Health"
    }
  ],
  earlySec: 0,
  lateSec: 0
}

/** Midnight (UTC) of a day of 2026. */
const on = (month: number, dayOfMonth: number): number =>
  Seconds.dayNumber(2026, month, dayOfMonth) * day

const targetId = Id.make<"VisitTarget">("t-1")
const order = (atSec: number, byId = "desk-1") => ({ targetId, atSec, byId, reason: "because" })
const list = (atSec: number, visitorId = "li"): VisitCommand.VisitCommand => ({
  action: "ListTarget",
  ...order(atSec),
  groupId: "alone",
  gridId: grid("g1"),
  visitorId: person(visitorId)
})
const visit = (
  visitedSec: number,
  over: Partial<VisitCommand.RecordVisit> = {}
): VisitCommand.VisitCommand => ({
  action: "RecordVisit",
  ...order(visitedSec, "li"),
  visitId: Id.make(`v-${visitedSec}`),
  visitedSec,
  minutes: 20,
  outcome: "Visited",
  finds: [],
  ...over
})
const delist = (atSec: number): VisitCommand.VisitCommand => ({
  action: "DelistTarget",
  ...order(atSec)
})
const takeBack = (atSec: number, visitId: string): VisitCommand.VisitCommand => ({
  action: "VoidVisit",
  ...order(atSec),
  visitId: Id.make(visitId)
})
const name = (atSec: number, visitorId: string): VisitCommand.VisitCommand => ({
  action: "NameVisitor",
  ...order(atSec),
  visitorId: person(visitorId)
})

const run = (commands: ReadonlyArray<VisitCommand.VisitCommand>, under = plan) => {
  let state: VisitTarget.State = ServiceMove.none
  const events: Array<readonly [VisitTarget.State, VisitCommand.VisitEvent]> = []
  for (const command of commands) {
    const decision = VisitDecider.decide(under, state, command)
    if (!decision.ok) throw new Error(`${command.action}: ${decision.rejection.code}`)
    events.push([state, decision.event])
    state = VisitTarget.evolve(state, decision.event)
  }
  if (state.status === "None") throw new Error("not listed")
  return { target: state, events }
}
const after = (...commands: ReadonlyArray<VisitCommand.VisitCommand>): VisitTarget.VisitTarget =>
  run(commands).target
const refusal = (state: VisitTarget.State, command: VisitCommand.VisitCommand): string => {
  const decision = VisitDecider.decide(plan, state, command)
  return decision.ok ? "accepted" : decision.rejection.code
}

const coverOf = (
  targets: ReadonlyArray<VisitTarget.VisitTarget>,
  inSec: number,
  atSec: number,
  under = plan
): VisitCover.Cover => VisitCover.of(under, targets, { inSec, atSec })[0]!

describe("periods", () => {
  test("months, quarters, halves and years begin at midnight of the zone", () => {
    const zone = "Asia/Shanghai"
    const border = Zone.toInstantSec(zone, Seconds.dayNumber(2026, 7, 1), 0)
    const names = VisitCadence.units.map((unit) =>
      [border - 1, border].map((atSec) => VisitCadence.periodOf(zone, unit, atSec).name).join()
    )
    expect(names).toEqual(["2026-M06,2026-M07", "2026-Q2,2026-Q3", "2026-H1,2026-H2", "2026,2026"])
  })

  test("periods follow one another without gap, and contain their instant", () => {
    const instants = fc.integer({ min: 0, max: 4_000_000_000 })
    fc.assert(
      fc.property(instants, fc.constantFrom(...VisitCadence.units), (atSec, unit) => {
        const period = VisitCadence.periodOf("Europe/Berlin", unit, atSec)
        expect(period.fromSec <= atSec && atSec < period.untilSec).toBe(true)
        const next = VisitCadence.periodOf("Europe/Berlin", unit, period.untilSec)
        expect(next.fromSec).toBe(period.untilSec)
        expect(next.name > period.name).toBe(true)
      }),
      { numRuns: 150 }
    )
  })
})

describe("the plan", () => {
  test("every household once a quarter is 34.8 hours a month for 209 households", () => {
    expect(VisitPlan.problems(VisitPlan.everyHousehold)).toEqual([])
    const targets = Array.from({ length: 209 }, () => ({
      ...after(list(0)),
      groupId: "households"
    }))
    const load = VisitCover.loadOf(VisitPlan.everyHousehold, targets, "li")
    expect(load).toEqual({ targetCount: 209, visitsPerYear: 836, minutesPerYear: 25_080 })
    expect((load.minutesPerYear / 12 / 60).toFixed(1)).toBe("34.8")
  })

  test("everything wrong with a plan is found", () => {
    const [group] = plan.groups
    const wrong: VisitPlan.VisitPlan = {
      ...plan,
      zone: "Mars",
      groups: [
        { ...group!, groupId: "a b", cadence: { unit: "Month", times: 0 } },
        { ...group!, minutes: 1441 },
        group!
      ],
      lateSec: 29 * day
    }
    expect(VisitPlan.problems(wrong).map(({ code }) => code)).toEqual([
      "UnknownZone",
      "BadId",
      "GroupTwice",
      "CadenceImpossible",
      "MinutesImpossible",
      "MarginImpossible"
    ])
    expect(VisitPlan.problems({ ...plan, groups: [] }).map(({ code }) => code)).toEqual(["NoGroup"])
  })
})

describe("row 27: visits and proactive finds", () => {
  const find = { findId: Id.make<"Find">("f-1"), category: "SafetyHazard", gridId: grid("g1") }

  test("given a visit plan, when a month ends, then cover = visited / due and found-before-complaint share are reported", () => {
    const targets = [
      after(list(on(1, 1)), visit(on(1, 10), { finds: [find] })),
      after(list(on(1, 1)), visit(on(1, 11), { outcome: "Refused", minutes: 0 })),
      after(list(on(1, 1)), visit(on(1, 12), { outcome: "NobodyThere", minutes: 0 })),
      after(list(on(1, 1)))
    ]
    const cover = coverOf(targets, on(1, 15), on(2, 1))
    expect([cover.dueCount, cover.visitedCount, cover.share]).toEqual([4, 1, 0.25])
    expect([cover.refusedCount, cover.nobodyThereCount, cover.missedCount]).toEqual([1, 1, 1])
    expect(VisitFinds.foundFirst({ foundCount: 1, complainedCount: 3 }).share).toBe(0.25)
  })

  test("until the last second of the month nothing is missed", () => {
    const target = after(list(on(1, 1)))
    const open = [on(2, 1) - 1, on(2, 1)].map((atSec) => {
      const { openCount, missedCount } = coverOf([target], on(1, 15), atSec)
      return [openCount, missedCount]
    })
    expect(open).toEqual([
      [1, 0],
      [0, 1]
    ])
  })

  test("a visit counts in the month of its second, unless the plan knows early and late", () => {
    const commands = [list(on(1, 1)), visit(on(2, 1))]
    expect(coverOf([run(commands).target], on(1, 15), on(3, 1)).missedCount).toBe(1)
    const loose = { ...plan, lateSec: 3 * day, earlySec: 3 * day }
    const { target } = run(commands, loose)
    expect(coverOf([target], on(1, 15), on(3, 5), loose).lateCount).toBe(1)
    // it is used up then
    expect(coverOf([target], on(2, 15), on(3, 5), loose).missedCount).toBe(1)
    const early = run([list(on(1, 1)), visit(on(1, 10)), visit(on(1, 30))], loose).target
    expect(coverOf([early], on(2, 15), on(3, 5), loose).earlyCount).toBe(1)
    const tooEarly = run([list(on(1, 1)), visit(on(1, 10)), visit(on(1, 28))], loose).target
    expect(coverOf([tooEarly], on(2, 15), on(3, 5), loose).missedCount).toBe(1)
  })

  test("who comes onto the list within a month owes nothing yet; who leaves unvisited no more", () => {
    expect(coverOf([after(list(on(1, 1) + 1))], on(1, 15), on(2, 1)).dueCount).toBe(0)
    expect(coverOf([], on(1, 15), on(2, 1)).share).toBe("None")
    const left = after(list(on(1, 1)), delist(on(1, 20)))
    const cover = coverOf([left], on(1, 15), on(2, 1))
    expect([cover.dueCount, cover.lapsedCount]).toEqual([0, 1])
    const seen = after(list(on(1, 1)), visit(on(1, 10)), delist(on(1, 20)))
    expect(coverOf([seen], on(1, 15), on(2, 1)).visitedCount).toBe(1)
  })

  test("a visit that is taken back does not count; a refused one is an attempt", () => {
    const target = after(list(on(1, 1)), visit(on(1, 10)), takeBack(on(1, 11), `v-${on(1, 10)}`))
    expect(coverOf([target], on(1, 15), on(2, 1)).missedCount).toBe(1)
    const refused = after(list(on(1, 1)), visit(on(1, 10), { outcome: "Refused", minutes: 0 }))
    expect(VisitCover.dueAt(plan, [refused], on(1, 20))).toEqual([])
    const vain = after(list(on(1, 1)), visit(on(1, 10), { outcome: "NobodyThere", minutes: 0 }))
    expect(VisitCover.dueAt(plan, [vain], on(1, 20)).map((due) => due.periodName)).toEqual([
      "2026-M01"
    ])
  })

  test("facts and the raw material of cases come with the visit, and only a visit is taken back", () => {
    const { events } = run([
      list(on(1, 1)),
      visit(on(1, 10), { finds: [find] }),
      visit(on(1, 11), { outcome: "Refused", minutes: 0 }),
      takeBack(on(1, 12), `v-${on(1, 10)}`)
    ])
    const facts = events.flatMap(([before, event]) => VisitFinds.of(before, event))
    expect(facts.map(({ kind, atSec }) => [kind, atSec])).toEqual([
      ["visitMade", on(1, 10)],
      ["foundByVisit", on(1, 10)],
      ["visitAttempted", on(1, 11)],
      ["visitVoided", on(1, 10)]
    ])
    const material = events.flatMap(([before, event]) => VisitFinds.materialOf(before, event))
    expect(material).toEqual([
      {
        findId: "f-1",
        category: "SafetyHazard",
        gridId: "g1",
        foundSec: on(1, 10),
        finderId: "li",
        visitId: `v-${on(1, 10)}`
      }
    ])
    expect(JSON.stringify(material)).not.toContain("t-1")
  })

  test("every due visit is in one count, and no allotment could cover more", () => {
    const visits = fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 0, max: 119 }),
        fc.constantFrom("Visited", "Refused", "NobodyThere" as const)
      ),
      { maxLength: 8, selector: ([at]) => at }
    )
    const margins = fc.tuple(fc.nat(10), fc.nat(10), fc.integer({ min: 1, max: 2 }))
    fc.assert(
      fc.property(visits, margins, (given, [early, late, times]) => {
        const [group] = plan.groups
        const loose: VisitPlan.VisitPlan = {
          ...plan,
          groups: [{ ...group!, cadence: { unit: "Month", times } }],
          earlySec: early * day,
          lateSec: late * day
        }
        const commands = [...given]
          .sort(([one], [other]) => one - other)
          .map(([at, outcome], index) =>
            visit(on(1, 1) + at * day, {
              visitId: Id.make(`v-${index}`),
              outcome: outcome as VisitCommand.Outcome,
              minutes: outcome === "Visited" ? 10 : 0
            })
          )
        const { target } = run([list(on(1, 1)), ...commands], loose)
        const covers = [1, 2, 3].map((month) => coverOf([target], on(month, 15), on(6, 1), loose))
        for (const cover of covers) {
          const { onTimeCount, earlyCount, lateCount, refusedCount } = cover
          const sum = onTimeCount + earlyCount + lateCount + refusedCount
          expect(sum + cover.nobodyThereCount + cover.missedCount + cover.openCount).toBe(
            cover.dueCount
          )
          expect([cover.dueCount, cover.openCount]).toEqual([times, 0])
          expect(cover.visitedCount).toBe(onTimeCount + earlyCount + lateCount)
        }
        const windows = [1, 2, 3].flatMap((month) =>
          Array.from({ length: times }, () => [
            on(month, 1) - early * day,
            on(month + 1, 1) + late * day
          ])
        )
        const made = target.visits
          .filter(({ outcome }) => outcome === "Visited")
          .map(({ visitedSec }) => visitedSec)
        const visited = covers.reduce((all, cover) => all + cover.visitedCount, 0)
        expect(visited).toBe(mostCovered(windows, made))
      }),
      { numRuns: 150 }
    )
  })

  /** Most windows that can have a visit of their own: every choice tried, window by window. */
  const mostCovered = (
    windows: ReadonlyArray<ReadonlyArray<number>>,
    visits: ReadonlyArray<number>
  ): number => {
    const [first, ...rest] = windows
    if (first === undefined) return 0
    const fitting = visits.filter((at) => first[0]! <= at && at < first[1]!)
    return fitting.reduce(
      (most, at) => {
        const left = [...visits]
        left.splice(left.indexOf(at), 1)
        return Math.max(most, 1 + mostCovered(rest, left))
      },
      mostCovered(rest, visits)
    )
  }
})

describe("recording a visit", () => {
  const listed = after(list(on(1, 1)))
  const at = on(1, 10)

  test("is done once, by the one named, for the past, while the target is on the list", () => {
    expect(refusal(listed, visit(at))).toBe("accepted")
    expect(refusal(listed, visit(at, { byId: "wang" }))).toBe("NotTheVisitor")
    expect(refusal(listed, visit(at + 1, { atSec: at }))).toBe("VisitInFuture")
    expect(refusal(listed, visit(on(1, 1) - 1, { atSec: at }))).toBe("VisitOutsideList")
    expect(refusal(listed, visit(0.5, { atSec: at }))).toBe("TimeNotWhole")
    expect(refusal(after(list(on(1, 1)), visit(at)), visit(at, { atSec: at + 9 }))).toBe(
      "VisitKnown"
    )
    const off = after(list(on(1, 1)), delist(at))
    expect([at - 1, at].map((sec) => refusal(off, visit(sec, { atSec: at + 9 })))).toEqual([
      "accepted",
      "VisitOutsideList"
    ])
    const find = { findId: Id.make<"Find">("f"), category: "Noise", gridId: grid("g1") }
    expect(refusal(listed, visit(at, { finds: [find, find] }))).toBe("FindTwice")
  })

  test("lasts from a minute to a day, and no minute where nobody was spoken to", () => {
    const codes = [0, 1, 1440, 1441].map((minutes) => refusal(listed, visit(at, { minutes })))
    expect(codes).toEqual(["MinutesImpossible", "accepted", "accepted", "MinutesImpossible"])
    expect(refusal(listed, visit(at, { minutes: 0, outcome: "Refused" }))).toBe("accepted")
  })

  test("every status with every command", () => {
    const commands = [
      list(at),
      name(at, "wang"),
      visit(at),
      takeBack(at, `v-${on(1, 5)}`),
      delist(at)
    ]
    const seen = [list(on(1, 1)), visit(on(1, 5))]
    const table = [
      [ServiceMove.none, ["accepted", "NotOpened", "NotOpened", "NotOpened", "NotOpened"]],
      [after(...seen), ["AlreadyOpened", "accepted", "accepted", "accepted", "accepted"]],
      [
        after(...seen, delist(on(1, 6))),
        ["AlreadyOpened", "MoveNotAllowed", "VisitOutsideList", "accepted", "MoveNotAllowed"]
      ]
    ] as const
    for (const [state, codes] of table) {
      expect(commands.map((command) => refusal(state, command))).toEqual(codes)
    }
    const silent = { ...delist(at), reason: " " }
    expect(refusal(listed, silent)).toBe("ReasonMissing")
    expect(refusal(listed, takeBack(at, "v-9"))).toBe("UnknownVisit")
  })

  test("random commands keep the log and the record together", () => {
    const steps = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -2, max: 40 }), fc.nat(3)), {
      maxLength: 40
    })
    fc.assert(
      fc.property(steps, (taken) => {
        let state: VisitTarget.State = ServiceMove.none
        let last = 0
        const log: Array<VisitCommand.VisitEvent> = []
        for (const [pick, leap, which] of [[0, 0, 0] as const, ...taken]) {
          const sec = last + leap
          const command = [
            list(sec),
            name(sec, which === 0 ? "wang" : "li"),
            visit(sec, { visitId: Id.make(`v-${which}`), byId: which === 0 ? "wang" : "li" }),
            takeBack(sec, `v-${which}`),
            delist(sec)
          ][pick]!
          const decision = VisitDecider.decide(plan, state, command)
          if (!decision.ok) {
            expect(VisitProblem.codes).toContain(decision.rejection.code)
            continue
          }
          log.push(decision.event)
          const next = VisitTarget.evolve(state, decision.event)
          expect(next.lastSec).toBeGreaterThanOrEqual(last)
          const ids = next.visits.map(({ visitId }) => visitId)
          expect(new Set(ids).size).toBe(ids.length)
          last = next.lastSec
          state = next
        }
        expect(log.reduce<VisitTarget.State>(VisitTarget.evolve, ServiceMove.none)).toEqual(state)
      }),
      { numRuns: 150 }
    )
  })
})

describe("a visitor's list", () => {
  const basis = LegalBasis.duty("care rules, clause 5", "assessment-1")
  const targets = Array.from({ length: 23 }, (_, index) => ({
    ...after(list(on(1, 1), index < 3 ? "li" : "wang")),
    targetId: Id.make<"VisitTarget">(`t-${String(index).padStart(2, "0")}`),
    gridId: grid(index < 3 ? "g1" : "g2")
  }))
  const ask = (visitorId: string, purpose: "Care" | "Statistics", by = basis): VisitList.Listed =>
    VisitList.of(plan, targets, {
      visitorId: person(visitorId),
      request: { purpose, basis: by },
      atSec: on(1, 10)
    })

  test("holds his own visits and nobody else's", () => {
    const own = ask("li", "Care")
    expect(own.ok && own.visits.map((due) => due.targetId)).toEqual(["t-00", "t-01", "t-02"])
    const stranger = ask("zhao", "Care")
    expect(stranger.ok && stranger.visits).toEqual([])
  })

  test("is given for the purpose of the group alone, on a basis that holds", () => {
    const wrong = ask("li", "Statistics")
    expect(wrong.ok ? "" : wrong.problems[0]!.code).toBe("PurposeNotAllowed")
    const baseless = ask("li", "Care", LegalBasis.duty(" "))
    expect(baseless.ok ? "" : baseless.problems[0]!.code).toBe("BasisNotNamed")
    // the group says something about health
    const unassessed = ask("li", "Care", LegalBasis.duty("care rules, clause 5"))
    expect(unassessed.ok ? "" : unassessed.problems[0]!.code).toBe("AssessmentMissing")
  })

  test("others get counts by grid, and small ones not even then", () => {
    const gridIds = [grid("g1"), grid("g2")]
    expect(VisitList.countsOf(plan, targets, gridIds, on(1, 10))).toEqual({
      cells: ["Suppressed", "Suppressed"],
      total: 23
    })
    expect(() => VisitList.countsOf(plan, targets, [grid("g1"), grid("g1")], 0)).toThrow(RangeError)
  })
})
