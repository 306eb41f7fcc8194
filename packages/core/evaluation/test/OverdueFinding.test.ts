import { Clock } from "@wangge/calendar"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Appeal,
  EvaluationFact,
  EvaluationPeriod,
  ExternalBlock,
  FindingHearing,
  OverdueFinding
} from "../src/index.ts"
import { aFact } from "./aFact.ts"

const day = 86_400
const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 1000, asOfSec: 1200 })
const terms = OverdueFinding.defaults

const due = (atSec: number, matter = "case-1", unit = "unit-1") =>
  aFact("caseDue", matter, { unit, atSec, causeId: `${matter}/due/${atSec}` })

const move = (kind: string, atSec: number, matter = "case-1", unit = "unit-1") =>
  aFact(kind, matter, { unit, atSec, causeId: `${matter}/${kind}/${atSec}` })

const block = (given: Partial<ExternalBlock.ExternalBlock> = {}): ExternalBlock.ExternalBlock => ({
  blockId: "block-1",
  matterId: "case-1",
  cause: "Supply",
  fromSec: 100,
  untilSec: 200,
  loggedSec: 100,
  loggedById: "unit-1",
  approvedById: "desk",
  ...given
})

const findings = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  blocks: ReadonlyArray<ExternalBlock.ExternalBlock> = []
): ReadonlyArray<OverdueFinding.OverdueFinding> =>
  OverdueFinding.close(terms, { facts, blocks, period })

const statuses = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  blocks: ReadonlyArray<ExternalBlock.ExternalBlock> = []
): ReadonlyArray<string> =>
  findings(facts, blocks).map(
    ({ unitId, matterId, status, lateSec, blockedSec }) =>
      `${unitId} ${matterId} ${status} ${lateSec}/${blockedSec}`
  )

describe("at the close of a period", () => {
  it("a late case names the unit that had it when it was due, and nobody else", () => {
    const facts = [due(300), move("caseLate", 350, "case-1", "unit-2")]
    const [finding, ...others] = findings(facts)
    expect(others).toEqual([])
    expect(finding).toEqual({
      findingId: "overdue/unit-1/case-1",
      unitId: "unit-1",
      matterId: "case-1",
      dueSec: 300,
      closedSec: 350,
      lateSec: 50,
      blockedSec: 0,
      blocks: [],
      status: "Open",
      madeSec: 1200,
      answerUntilSec: 1200 + 7 * day
    })
  })

  it("the due second itself is in time, the next is late", () => {
    const at = (atSec: number) => statuses([due(300), move("caseClosed", atSec)])
    expect([at(299), at(300), at(301)]).toEqual([[], [], ["unit-1 case-1 Open 1/0"]])
  })

  it("a case still open is late up to the close", () => {
    expect(statuses([due(999)])).toEqual(["unit-1 case-1 Open 201/0"])
    expect(findings([due(999)])[0]?.closedSec).toBe(OverdueFinding.notYet)
    expect(statuses([due(1000)])).toEqual([])
    expect(statuses([due(999), move("caseClosed", 1200)])).toEqual(["unit-1 case-1 Open 201/0"])
  })

  it("a closing that was taken back counts for nothing", () => {
    const facts = [due(300), move("caseClosed", 250), move("caseReopened", 280)]
    expect(statuses(facts)).toEqual(["unit-1 case-1 Open 900/0"])
    expect(statuses([...facts, move("caseClosed", 290)])).toEqual([])
    const unmerged = [due(300), move("caseClosed", 250), move("caseUnmerged", 250)]
    expect(statuses(unmerged)).toEqual(["unit-1 case-1 Open 900/0"])
  })

  it("a fact that was corrected counts no more", () => {
    const wrong = due(300)
    const right = EvaluationFact.of(
      { ...wrong, id: due(500).id, kind: "annulled" },
      { matterId: "case-1", supersedesId: wrong.id }
    )
    expect(statuses([wrong, right, move("caseClosed", 400)])).toEqual([])
  })

  it("a case with a new due time counts by the last one", () => {
    const facts = [due(300), due(500, "case-1", "unit-2"), move("caseClosed", 510)]
    expect(statuses(facts)).toEqual(["unit-2 case-1 Open 10/0"])
    expect(statuses([...facts].reverse())).toEqual(["unit-2 case-1 Open 10/0"])
  })
})

describe("a finding lapses", () => {
  const facts = [due(300), move("caseLate", 400)]

  it("when a logged block was the cause: without it the case would have been in time", () => {
    const late = [99, 100, 101].map((length) =>
      statuses(facts, [block({ untilSec: 100 + length })])
    )
    expect(late).toEqual([
      ["unit-1 case-1 Open 100/99"],
      ["unit-1 case-1 Lapsed 100/100"],
      ["unit-1 case-1 Lapsed 100/101"]
    ])
  })

  it("not for a block logged after the due second, or not approved by somebody else", () => {
    const shown = (given: Partial<ExternalBlock.ExternalBlock>) =>
      findings(facts, [block(given)]).map(
        ({ status, blocks }) => `${status} ${blocks[0]?.standing}`
      )
    expect(shown({ loggedSec: 300 })).toEqual(["Lapsed Counts"])
    expect(shown({ loggedSec: 301 })).toEqual(["Open LoggedLate"])
    expect(shown({ approvedById: "unit-1" })).toEqual(["Open NotApproved"])
    expect(shown({ approvedById: "" })).toEqual(["Open NotApproved"])
    expect(shown({ untilSec: 100 })).toEqual(["Open Empty"])
    expect(shown({ untilSec: Number.NaN })).toEqual(["Open Empty"])
  })

  it("not for a block of another case, nor for what lies after the closing", () => {
    expect(statuses(facts, [block({ matterId: "case-2" })])).toEqual(["unit-1 case-1 Open 100/0"])
    const after = block({ fromSec: 350, untilSec: 900 })
    expect(statuses(facts, [after])).toEqual(["unit-1 case-1 Open 100/50"])
  })

  it("with overlapping blocks counted once", () => {
    const blocks = [
      block({ fromSec: 100, untilSec: 160 }),
      block({ blockId: "block-2", fromSec: 120, untilSec: 150 }),
      block({ blockId: "block-3", fromSec: 150, untilSec: 190 })
    ]
    expect(statuses(facts, blocks)).toEqual(["unit-1 case-1 Open 100/90"])
    expect(statuses(facts, [...blocks].reverse())).toEqual(["unit-1 case-1 Open 100/90"])
  })

  it("as the slow count of each second says", () => {
    const stretches = fc.array(
      fc.record({
        fromSec: fc.integer({ min: 0, max: 60 }),
        length: fc.integer({ min: 1, max: 30 })
      }),
      { maxLength: 5 }
    )
    fc.assert(
      fc.property(stretches, fc.integer({ min: 31, max: 80 }), (given, closedSec) => {
        const blocks = given.map(({ fromSec, length }, index) =>
          block({ blockId: `b${index}`, fromSec, untilSec: fromSec + length, loggedSec: 0 })
        )
        const seconds = Array.from({ length: closedSec }, (_, sec) => sec)
        const blockedSec = seconds.filter((sec) =>
          blocks.some(({ fromSec, untilSec }) => fromSec <= sec && sec < untilSec)
        ).length
        const [finding] = findings([due(30), move("caseLate", closedSec)], blocks)
        expect(finding?.blockedSec).toBe(blockedSec)
        expect(finding?.status).toBe(closedSec - 30 <= blockedSec ? "Lapsed" : "Open")
      }),
      { numRuns: 200 }
    )
  })

  it("by the clock of the terms", () => {
    expect(terms.clock).toBe(Clock.calendar)
    expect(Object.keys(ExternalBlock.labels)).toEqual([...ExternalBlock.causes])
  })
})

describe("the hearing of a finding", () => {
  const [finding] = findings([due(300), move("caseLate", 400)])
  if (finding === undefined) throw new Error("the case was late")
  const { answerUntilSec } = finding

  const answer = (
    atSec = 1300,
    unitId = "unit-1",
    statement = "the part came late"
  ): FindingHearing.HearingCommand => ({
    action: "AnswerFinding",
    atSec,
    actorId: "unit-1-lead",
    unitId,
    statement
  })
  const settle = (
    stands = true,
    atSec = 1400,
    actorId = "office",
    reason = "nothing was ordered in time"
  ): FindingHearing.HearingCommand => ({
    action: "DecideFinding",
    atSec,
    actorId,
    stands,
    reason
  })
  const appeal = (outcome: Appeal.Outcome, findingId = finding.findingId): Appeal.History => [
    {
      kind: "AppealFiled",
      appealId: "appeal-1",
      atSec: 1500,
      actorId: "unit-1-lead",
      unitId: "unit-1",
      findingId,
      reason: "it was ordered",
      dueSec: 9999
    },
    {
      kind: "AppealDecided",
      appealId: "appeal-1",
      atSec: 1600,
      actorId: "hearer",
      outcome,
      reason: "the order is there",
      corrections: [],
      isLate: false
    }
  ]
  const reverse = (history: Appeal.History): FindingHearing.HearingCommand => ({
    action: "ReverseFinding",
    atSec: 1700,
    actorId: "hearer",
    appeal: history
  })

  const run = (
    commands: ReadonlyArray<FindingHearing.HearingCommand>,
    of: OverdueFinding.OverdueFinding = finding
  ): string => {
    let history: FindingHearing.History = []
    for (const command of commands) {
      const decision = FindingHearing.decide(of, history, command)
      if (!decision.ok) return decision.problem.code
      history = [...history, decision.event]
    }
    return FindingHearing.statusOf(of, history)
  }

  it("hears the unit before anybody decides, or lets its time pass", () => {
    expect(run([])).toBe("Open")
    expect(run([settle()])).toBe("OtherSideNotHeard")
    expect(run([settle(true, answerUntilSec - 1)])).toBe("OtherSideNotHeard")
    expect(run([settle(true, answerUntilSec)])).toBe("Stands")
    expect(run([answer(), settle()])).toBe("Stands")
    expect(run([answer(), settle(false)])).toBe("Dropped")
  })

  it("ends when an appeal against this finding was upheld", () => {
    const stood = [answer(), settle()]
    expect(run([...stood, reverse(appeal("Upheld"))])).toBe("Reversed")
    expect(run([...stood, reverse(appeal("Dismissed"))])).toBe("NotUpheld")
    expect(run([...stood, reverse(appeal("Upheld", "overdue/other"))])).toBe("NotFiled")
    expect(run([...stood, reverse([])])).toBe("NotFiled")
    expect(run([reverse(appeal("Upheld"))])).toBe("AlreadyEnded")
  })

  it("refuses what does not fit, each by its code", () => {
    expect(run([answer(1300, "unit-2")])).toBe("UnknownUnit")
    expect(run([answer(answerUntilSec)])).toBe("TooLate")
    expect(run([answer(), answer()])).toBe("AlreadyAnswered")
    expect(run([answer(1199)])).toBe("TimeWentBack")
    expect(run([answer(0.5)])).toBe("TimeNotWhole")
    expect(run([answer(1300, "unit-1", " ")])).toBe("ReasonMissing")
    expect(run([answer(), settle(true, 1400, "office", "")])).toBe("ReasonMissing")
    expect(run([answer(), settle(true, 1400, "unit-1-lead")])).toBe("JudgeInOwnCause")
    expect(run([answer(), settle(), settle()])).toBe("AlreadyEnded")
    expect(run([answer()], { ...finding, status: "Lapsed" })).toBe("AlreadyEnded")
  })
})
