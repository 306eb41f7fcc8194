import type { CaseFacts, RegisterFacts } from "@wangge/cases"
import {
  Evaluation,
  EvaluationFact,
  EvaluationPeriod,
  EvaluationPreset,
  type EvaluationResult,
  Inspection,
  Rational
} from "@wangge/evaluation"
import { type Fact, Id } from "@wangge/facts"
import { ReactionTable } from "@wangge/reactions"
import {
  ServiceMove,
  type VisitCommand,
  VisitCover,
  VisitDecider,
  VisitFacts,
  VisitPlan,
  VisitTarget
} from "@wangge/service"
import { describe, expect, it } from "vitest"
import { at } from "./aTown.ts"

const gridId = Id.make<"Grid">("grid-1")
const quarter = { fromSec: at("2026-01-01"), untilSec: at("2026-04-01") }
const period = EvaluationPeriod.make({
  ...quarter,
  units: [{ id: "grid-1", label: { en: "Grid 1", zh: "第一网格" }, level: "" }]
})

/** A household on the list since the quarter began, after a try with some outcome. */
const household = (index: number, outcome: VisitCommand.Outcome | "NotTried") => {
  const targetId = Id.make<"VisitTarget">(`home-${index}`)
  const order = { targetId, byId: "li", reason: "because" }
  const visitedSec = at("2026-02-01 10:00") + index * 3600
  const commands: ReadonlyArray<VisitCommand.VisitCommand> = [
    {
      action: "ListTarget",
      ...order,
      atSec: quarter.fromSec,
      groupId: "households",
      gridId,
      visitorId: Id.make("li")
    },
    ...(outcome === "NotTried"
      ? []
      : [
          {
            action: "RecordVisit",
            ...order,
            atSec: visitedSec,
            visitId: Id.make<"Visit">(`visit-${index}`),
            visitedSec,
            minutes: outcome === "Visited" ? 30 : 0,
            outcome,
            finds: []
          } as const
        ])
  ]
  let state: VisitTarget.State = ServiceMove.none
  for (const command of commands) {
    const decision = VisitDecider.decide(VisitPlan.everyHousehold, state, command)
    if (!decision.ok) throw new Error(decision.rejection.code)
    state = VisitTarget.evolve(state, decision.event)
  }
  if (state.status === "None") throw new Error("not listed")
  return state
}

const outcomes: ReadonlyArray<readonly [VisitCommand.Outcome | "NotTried", number]> = [
  ["Visited", 8],
  ["Refused", 2],
  ["NobodyThere", 1],
  ["NotTried", 1]
]
const households = outcomes
  .flatMap(([outcome, count]) => Array.from({ length: count }, () => outcome))
  .map((outcome, index) => household(index, outcome))

const visitFacts = VisitFacts.of(VisitPlan.everyHousehold, households, {
  ...quarter,
  atSec: period.asOfSec - 1
}).map((fact) => EvaluationFact.of(fact))

/** Three unannounced inspections of the grid and an open one. */
const inspectionFacts = (falseRecordIds: ReadonlyArray<string> = []) =>
  (
    [
      ["Covert", 90],
      ["Covert", 80],
      ["Covert", 70],
      ["Open", 100]
    ] as const
  ).flatMap(([kind, points], index) =>
    Inspection.factsOf(
      {
        inspectionId: `look-${index}`,
        unitId: gridId,
        kind,
        method: "Look",
        atSec: at("2026-03-01") + index,
        points,
        possible: 100,
        falseRecordIds: index === 0 ? falseRecordIds : []
      },
      gridId
    )
  )

/** What ten cases yield that were contacted, closed, confirmed and liked in time. */
const goodKinds: ReadonlyArray<CaseFacts.Kind | RegisterFacts.Kind> = [
  "contactOnTime",
  "caseDue",
  "caseOnTime",
  "caseConfirmed",
  "reporterSatisfied"
]
const caseFacts = Array.from({ length: 10 }, (_, index) =>
  goodKinds.map((kind, version) => {
    const causeId = `case-${index}/${version + 1}`
    const fact: Fact.Fact = {
      id: Id.make(`${causeId}/${kind}`),
      kind,
      subjectId: "unit-3",
      gridId,
      atSec: at("2026-02-15") + version,
      quantity: 1,
      unit: "case",
      causeId
    }
    return EvaluationFact.of(fact)
  })
).flat()

const unitOf = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>
): EvaluationResult.UnitResult => {
  const evaluated = Evaluation.evaluate(EvaluationPreset.helong, facts, period)
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems))
  const [unit] = evaluated.result.units
  if (unit === undefined) throw new Error("the period lists one grid")
  return unit
}

const scoreOf = (unit: EvaluationResult.UnitResult): string =>
  unit.status === "Scored" ? Rational.toText(unit.score.value) : unit.status

describe("a grid of Helong's evaluation", () => {
  it("is scored from the facts of its cases, visits and inspections", () => {
    // 15 + 15 + 20 + 20 for the cases, 8 of 10 visits at weight 10, 240 of 300 points at 20
    expect(scoreOf(unitOf([...caseFacts, ...visitFacts, ...inspectionFacts()]))).toBe("94")
  })

  it("counts visits as their cover does, but leaves the declined ones out", () => {
    const [cover] = VisitCover.of(VisitPlan.everyHousehold, households, {
      inSec: quarter.fromSec,
      atSec: quarter.untilSec - 1
    })
    const { indicators } = unitOf([...caseFacts, ...visitFacts, ...inspectionFacts()])
    const visits = indicators.find(({ indicatorId }) => indicatorId === "visitCover")
    expect(visits?.count).toEqual({
      numerator: cover!.visitedCount,
      denominator: cover!.dueCount - cover!.refusedCount,
      unanswered: 0,
      excluded: [cover!.refusedCount]
    })
    expect([cover!.visitedCount, cover!.dueCount, cover!.refusedCount]).toEqual([8, 12, 2])
  })

  it("has no score without visits or without inspections, and says what is missing", () => {
    const missing = (facts: ReadonlyArray<EvaluationFact.EvaluationFact>) => {
      const unit = unitOf([...caseFacts, ...facts])
      return unit.status === "Insufficient" ? unit.missingIds : []
    }
    expect(missing(inspectionFacts())).toEqual(["visitCover"])
    expect(missing(visitFacts)).toEqual(["covertInspection"])
    expect(missing([...visitFacts, ...inspectionFacts()])).toEqual([])
  })

  it("is held below the pass by a record found false", () => {
    const facts = [...caseFacts, ...visitFacts, ...inspectionFacts(["case-7", "home-1"])]
    expect(scoreOf(unitOf(facts))).toBe("59")
  })

  it("moves nothing in the time bank by what was due, done or declined", () => {
    expect(VisitFacts.kinds.map(ReactionTable.actOf)).toEqual(["Nothing", "Nothing", "Nothing"])
  })
})
