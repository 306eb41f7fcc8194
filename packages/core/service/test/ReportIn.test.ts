import { Id } from "@wangge/facts"
import { OrganLink, Spell } from "@wangge/grid"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  ReportIn,
  ReportInDecider,
  ReportInRejection,
  ReportInRules,
  ServiceFacts,
  ServiceMove,
  UnitReportIn
} from "../src/index.ts"
import { tree } from "./aTree.ts"

const rules = ReportInRules.compile(ReportInRules.base, { tree })
const memberId = Id.make<"Person">("member-1")

const arrive = (
  action: "ReportIn" | "MoveResidence",
  gridId: string,
  atSec: number,
  id = memberId
): ReportIn.Arrive => ({
  action,
  memberId: id,
  gridId: Id.make(gridId),
  organId: "organ-1",
  atSec,
  byId: "desk-1",
  reason: ""
})
const end = (atSec: number, reason = "moved away"): ReportIn.End => ({
  action: "EndReportIn",
  memberId,
  atSec,
  byId: "desk-1",
  reason
})

const tell = (commands: ReadonlyArray<ReportIn.Command>, from: ReportIn.State = ServiceMove.none) =>
  commands.reduce<ReportIn.State>((state, one) => {
    const decision = ReportInDecider.decide(rules, state, one)
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection))
    return ReportIn.evolve(state, decision.event)
  }, from)

const known = (state: ReportIn.State): ReportIn.ReportIn => {
  if (state.status === "None") throw new Error("nobody")
  return state
}

const codeOf = (state: ReportIn.State, one: ReportIn.Command): string => {
  const decision = ReportInDecider.decide(rules, state, one)
  return decision.ok ? "" : decision.rejection.code
}

const unit = (
  action: UnitReportIn.Action,
  gridId: string,
  atSec: number
): UnitReportIn.Command => ({
  action,
  organId: Id.make("organ-1"),
  gridId: Id.make(gridId),
  atSec,
  byId: "desk-1",
  reason: "as agreed"
})

const tellUnit = (commands: ReadonlyArray<UnitReportIn.Command>): UnitReportIn.UnitReportIn => {
  const state = commands.reduce<UnitReportIn.State>((before, one) => {
    const decision = UnitReportIn.decide(rules, before, one)
    if (!decision.ok) throw new Error(JSON.stringify(decision.rejection))
    return UnitReportIn.evolve(before, decision.event)
  }, ServiceMove.none)
  if (state.status === "None") throw new Error("no unit")
  return state
}

describe("members", () => {
  const living = known(tell([arrive("ReportIn", "east", 10)]))

  test("row 9: a report-in lets the roster of X grow by one, a second residence is refused, and the unit's own is a separate record", () => {
    const others = [known(tell([arrive("ReportIn", "east", 5, Id.make("member-2"))]))]
    expect(ReportIn.roster(others, "east", 10).length).toBe(1)
    expect(ReportIn.roster([...others, living], "east", 10)).toEqual(["member-2", "member-1"])
    const second = ReportInDecider.decide(rules, living, arrive("ReportIn", "west", 20))
    expect(second).toEqual({
      ok: false,
      rejection: {
        code: "SecondResidence",
        subject: "gridId",
        found: "east",
        expected: "MoveResidence"
      }
    })
    expect(codeOf(living, arrive("ReportIn", "east", 20))).toBe("SecondResidence")
    const office = tellUnit([unit("ReportUnitIn", "west", 20)])
    expect(UnitReportIn.placesOf(office, 20)).toEqual(["west"])
    expect(ReportIn.roster([living], "west", 20)).toEqual([])
  })

  test("a move is one step: the old community loses what the new one gains", () => {
    const moved = known(tell([arrive("MoveResidence", "west", 30)], living))
    const where = [9, 10, 29, 30].map((atSec) => ReportIn.communityOf(moved, atSec))
    expect(where).toEqual(["", "east", "east", "west"])
    expect([...ReportIn.counts([moved], 30)]).toEqual([["west", 1]])
    expect(codeOf(moved, arrive("MoveResidence", "west", 40))).toBe("AlreadyHere")
    const decision = ReportInDecider.decide(rules, living, arrive("MoveResidence", "west", 30))
    if (!decision.ok) throw new Error(decision.rejection.code)
    const facts = ServiceFacts.ofMember(decision.event)
    expect(facts.map(({ kind, gridId, causeId }) => `${kind} ${gridId} ${causeId}`)).toEqual([
      "memberLeft east member-1/2",
      "memberReportedIn west member-1/2"
    ])
  })

  test("after an end a member reports in again", () => {
    const out = known(tell([end(30)], living))
    expect([out.status, ReportIn.communityOf(out, 30)]).toEqual(["Out", ""])
    expect(codeOf(out, end(40))).toBe("MoveNotAllowed")
    expect(codeOf(out, arrive("MoveResidence", "west", 40))).toBe("MoveNotAllowed")
    expect(codeOf(out, arrive("ReportIn", "east", 40))).toBe("")
    expect(codeOf(living, end(30, " "))).toBe("ItemMissing")
  })

  test("places are communities, times do not go back, records are of one member", () => {
    const at = (gridId: string) => codeOf(ServiceMove.none, arrive("ReportIn", gridId, 10))
    expect(["east", "east-1", "town", "nowhere"].map(at)).toEqual([
      "",
      "NotReportInPlace",
      "NotReportInPlace",
      "PlaceUnknown"
    ])
    expect(codeOf(living, end(9))).toBe("TimeWentBack")
    expect(codeOf(living, end(9.5))).toBe("TimeNotWhole")
    expect(codeOf(living, { ...end(20), memberId: Id.make("member-2") })).toBe("WrongRecord")
    expect(codeOf(ServiceMove.none, end(20))).toBe("NotOpened")
    expect(codeOf(living, { ...end(20), byId: "" })).toBe("ActorMissing")
  })

  test("a broken log is told from a good one", () => {
    const event = {
      kind: "MemberLeft",
      version: 1,
      memberId,
      gridId: Id.make<"Grid">("east")
    } as const
    const whole = { ...event, atSec: 0, byId: "desk-1", reason: "" }
    expect(() => ReportIn.evolve(ServiceMove.none, whole)).toThrow("does not follow")
    expect(() => ReportIn.evolve(living, whole)).toThrow("does not follow")
  })

  test("are on one roster at a time, whatever is tried", () => {
    const steps = fc.array(
      fc.record({ kind: fc.nat(2), place: fc.nat(1), leapSec: fc.integer({ min: -1, max: 5 }) }),
      { minLength: 1, maxLength: 30 }
    )
    fc.assert(
      fc.property(steps, (taken) => {
        let state: ReportIn.State = ServiceMove.none
        let atSec = 0
        let expected = ""
        let count = 0
        for (const { kind, place, leapSec } of taken) {
          const at = atSec + leapSec
          const gridId = ["east", "west"][place]!
          const one =
            kind === 2 ? end(at) : arrive(kind === 0 ? "ReportIn" : "MoveResidence", gridId, at)
          const isPossible =
            (leapSec >= 0 || state.status === "None") &&
            (kind === 0 ? expected === "" : expected !== "") &&
            !(kind === 1 && expected === gridId)
          const decision = ReportInDecider.decide(rules, state, one)
          expect(decision.ok).toBe(isPossible)
          if (!decision.ok) continue
          state = ReportIn.evolve(state, decision.event)
          for (const fact of ServiceFacts.ofMember(decision.event)) {
            count += fact.kind === "memberReportedIn" ? 1 : -1
          }
          atSec = at
          expected = kind === 2 ? "" : gridId
          expect(ReportIn.communityOf(state, at)).toBe(expected)
          expect(Spell.mostAtOnce(state.residences)).toBeLessThanOrEqual(1)
          expect(count).toBe(expected === "" ? 0 : 1)
        }
      }),
      { numRuns: 200 }
    )
  })
})

describe("units", () => {
  test("serve several communities, each once, and end each by itself", () => {
    const office = tellUnit([unit("ReportUnitIn", "east", 10), unit("ReportUnitIn", "west", 20)])
    expect(UnitReportIn.placesOf(office, 20)).toEqual(["east", "west"])
    const code = (one: UnitReportIn.Command): string => {
      const decision = UnitReportIn.decide(rules, office, one)
      return decision.ok ? "" : decision.rejection.code
    }
    expect(code(unit("ReportUnitIn", "east", 30))).toBe("AlreadyHere")
    expect(code(unit("ReportUnitIn", "town", 30))).toBe("NotReportInPlace")
    expect(code(unit("EndUnitReportIn", "town", 30))).toBe("NotHere")
    expect(code(unit("EndUnitReportIn", "east", 19))).toBe("TimeWentBack")
    expect(code({ ...unit("EndUnitReportIn", "east", 30), reason: "" })).toBe("ItemMissing")
    const left = tellUnit([
      unit("ReportUnitIn", "east", 10),
      unit("EndUnitReportIn", "east", 20),
      unit("ReportUnitIn", "east", 30)
    ])
    expect([19, 20, 30].map((atSec) => UnitReportIn.placesOf(left, atSec))).toEqual([
      ["east"],
      [],
      ["east"]
    ])
  })

  test("keep what ended before, and what goes on elsewhere", () => {
    const office = tellUnit([
      unit("ReportUnitIn", "east", 10),
      unit("ReportUnitIn", "west", 15),
      unit("EndUnitReportIn", "east", 20),
      unit("ReportUnitIn", "east", 30),
      unit("EndUnitReportIn", "east", 40)
    ])
    const spells = office.links.map(({ gridId, fromSec, untilSec }) => [gridId, fromSec, untilSec])
    expect(spells).toEqual([
      ["east", 10, 20],
      ["west", 15, Spell.openEnd],
      ["east", 30, 40]
    ])
  })

  test("are links of the grid, free of problems", () => {
    const links = UnitReportIn.linksOf([
      tellUnit([unit("ReportUnitIn", "east", 10), unit("ReportUnitIn", "west", 20)])
    ])
    expect(OrganLink.check(tree, links, "community")).toEqual([])
    expect(OrganLink.organsOf(links, Id.make("west"), 20)).toEqual(["organ-1"])
  })

  test("yield one fact an event", () => {
    const decision = UnitReportIn.decide(rules, ServiceMove.none, unit("ReportUnitIn", "east", 10))
    if (!decision.ok) throw new Error(decision.rejection.code)
    expect(ServiceFacts.ofUnit(decision.event).map(({ kind }) => kind)).toEqual(["unitReportedIn"])
  })
})

test("every code has words in both languages", () => {
  for (const code of ReportInRejection.codes) {
    const label = ReportInRejection.describe(ReportInRejection.make(code, "x", "In", 1))
    expect(`${label.en}${label.zh}`).not.toMatch(/[{}]/)
    expect(label.zh).toMatch(/[\u4e00-\u9fff]/)
  }
})

test("rules need a place to report in at", () => {
  expect(() => ReportInRules.compile({ placeRoles: ["unit"] }, { tree })).toThrow(RangeError)
})
