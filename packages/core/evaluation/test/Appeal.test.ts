import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Appeal,
  AppealDecider,
  Evaluation,
  EvaluationPeriod,
  type EvaluationResult,
  HearingProblem,
  Rational,
  Rescore
} from "../src/index.ts"
import { aFact, factLists, manyFacts, smallRates } from "./aFact.ts"
import { aResult } from "./aResult.ts"

const day = 86_400
const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 100 })

const unitFacts = (unit: string, [inTime, solved, pleased]: readonly [number, number, number]) =>
  [
    manyFacts("contactOnTime", inTime, { unit }),
    manyFacts("contactLate", 10 - inTime, { unit, from: inTime }),
    manyFacts("caseConfirmed", solved, { unit }),
    manyFacts("caseNotResolved", 10 - solved, { unit, from: solved }),
    manyFacts("reporterSatisfied", pleased, { unit }),
    manyFacts("reporterDissatisfied", 10 - pleased, { unit, from: pleased })
  ].flat()

const facts = [
  ...unitFacts("a", [10, 9, 9]),
  ...unitFacts("b", [10, 9, 9]),
  ...unitFacts("c", [5, 5, 5])
]

const evaluate = (given = facts): EvaluationResult.EvaluationResult => {
  const evaluated = Evaluation.evaluate(smallRates, given, period)
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems))
  return evaluated.result
}

const occasion: AppealDecider.Occasion = {
  result: evaluate(),
  scorerIds: ["scorer"],
  facts
}

/** Case 9 of unit b was confirmed after all. */
const wrongFact = facts.find(
  ({ kind, subjectId, matterId }) =>
    kind === "caseNotResolved" && subjectId === "b" && matterId === "case-9"
)

const correction = (given: Partial<Parameters<typeof aFact>[2]> = {}, matter = "case-9") =>
  aFact("caseConfirmed", matter, {
    unit: "b",
    id: "fix-1",
    causeId: "appeal-1",
    supersedesId: wrongFact?.id ?? "",
    ...given
  })

const file = (
  given: { readonly atSec?: number; readonly unitId?: string; readonly reason?: string } = {}
): Appeal.AppealCommand => ({
  action: "FileAppeal",
  appealId: "appeal-1",
  atSec: given.atSec ?? 200,
  actorId: "b-lead",
  unitId: given.unitId ?? "b",
  findingId: "",
  reason: given.reason ?? "case-9 was repaired"
})

const name = (hearerId = "hearer", atSec = 300): Appeal.AppealCommand => ({
  action: "NameHearer",
  appealId: "appeal-1",
  atSec,
  actorId: "office",
  hearerId
})

const settle = (
  outcome: Appeal.Outcome = "Upheld",
  corrections = [correction()],
  given: { readonly atSec?: number; readonly actorId?: string; readonly reason?: string } = {}
): Appeal.AppealCommand => ({
  action: "DecideAppeal",
  appealId: "appeal-1",
  atSec: given.atSec ?? 400,
  actorId: given.actorId ?? "hearer",
  outcome,
  reason: given.reason ?? "the photo shows it",
  corrections
})

const withdraw = (atSec = 500): Appeal.AppealCommand => ({
  action: "WithdrawAppeal",
  appealId: "appeal-1",
  atSec,
  actorId: "b-lead",
  reason: "settled"
})

const run = (commands: ReadonlyArray<Appeal.AppealCommand>): Appeal.History | string => {
  let history: Appeal.History = []
  for (const command of commands) {
    const decision = AppealDecider.decide(AppealDecider.defaults, occasion, history, command)
    if (!decision.ok) return decision.problem.code
    history = [...history, decision.event]
  }
  return history
}

const historyOf = (commands: ReadonlyArray<Appeal.AppealCommand>): Appeal.History => {
  const history = run(commands)
  if (typeof history === "string") throw new Error(history)
  return history
}

describe("an appeal", () => {
  it("is filed, heard by somebody else, and decided with reasons", () => {
    const standing = Appeal.standing(historyOf([file(), name(), settle()]))
    expect(standing).toEqual({
      appealId: "appeal-1",
      unitId: "b",
      findingId: "",
      status: "Decided",
      filedSec: 200,
      filedById: "b-lead",
      dueSec: 200 + 15 * day,
      hearerId: "hearer",
      endedSec: 400,
      outcome: "Upheld",
      reason: "the photo shows it",
      isLate: false,
      lastSec: 400
    })
    const statuses = [[file()], [file(), name()], [file(), withdraw()]].map((commands) => {
      const found = Appeal.standing(historyOf(commands))
      return found === "None" ? found : found.status
    })
    expect(statuses).toEqual(["Filed", "InHearing", "Withdrawn"])
    expect(Appeal.standing([])).toBe("None")
  })

  it("is in time until the last second that the result names", () => {
    const { untilSec } = occasion.result.appeal
    const codes = [untilSec - 1, untilSec].map((atSec) => {
      const done = run([file({ atSec })])
      return typeof done === "string" ? done : "ok"
    })
    expect(codes).toEqual(["ok", "TooLate"])
  })

  it("decided late is decided all the same, and says so", () => {
    const dueSec = 200 + 15 * day
    const late = [dueSec, dueSec + 1].map((atSec) => {
      const found = Appeal.standing(
        historyOf([file(), name(), settle("Upheld", [correction()], { atSec })])
      )
      return found !== "None" && found.isLate
    })
    expect(late).toEqual([false, true])
  })

  it("refuses what does not fit, each by its code", () => {
    const refusals: ReadonlyArray<readonly [string, ReadonlyArray<Appeal.AppealCommand>]> = [
      ["NotFiled", [name()]],
      ["TimeNotWhole", [file({ atSec: 0.5 })]],
      ["ReasonMissing", [file({ reason: "" })]],
      ["UnknownUnit", [file({ unitId: "z" })]],
      ["AlreadyFiled", [file(), file()]],
      ["TimeWentBack", [file(), name("hearer", 199)]],
      ["JudgeInOwnCause", [file(), name("scorer")]],
      ["JudgeInOwnCause", [file(), name("b-lead")]],
      ["HearerMissing", [file(), name(" ")]],
      ["HearerMissing", [file(), settle()]],
      ["OtherHearer", [file(), name(), settle("Upheld", [correction()], { actorId: "scorer" })]],
      ["ReasonMissing", [file(), name(), settle("Upheld", [correction()], { reason: " " })]],
      ["CorrectionMissing", [file(), name(), settle("PartlyUpheld", [])]],
      ["CorrectionNotAllowed", [file(), name(), settle("Dismissed")]],
      [
        "CorrectionUnknown",
        [file(), name(), settle("Upheld", [correction({ supersedesId: "x" })])]
      ],
      ["CorrectionMoves", [file(), name(), settle("Upheld", [correction({ atSec: 11 })])]],
      ["CorrectionMoves", [file(), name(), settle("Upheld", [correction({}, "case-8")])]],
      ["CorrectionTaken", [file(), name(), settle("Upheld", [correction(), correction()])]],
      [
        "CorrectionTaken",
        [file(), name(), settle("Upheld", [correction(), correction({ id: "fix-2" })])]
      ],
      ["AlreadyDecided", [file(), name(), settle(), withdraw()]],
      ["AlreadyDecided", [file(), withdraw(), name("hearer", 501)]]
    ]
    for (const [code, commands] of refusals) expect(run(commands)).toBe(code)
    for (const code of HearingProblem.codes) {
      const words = HearingProblem.describe(HearingProblem.make(code, "s", 1, 2))
      expect(words.zh).not.toMatch(/[{}]/)
      expect(words.en).not.toMatch(/[{}]/)
    }
  })
})

describe("an upheld appeal", () => {
  const history = historyOf([file(), name(), settle()])
  const corrected = Appeal.corrected(facts, [history])

  it("adds a fact and keeps the one that it corrects", () => {
    expect(corrected).toHaveLength(facts.length + 1)
    expect(corrected).toContain(wrongFact)
  })

  it("gives a new result beside the old one, with every unit that moved", () => {
    const rescored = Rescore.of(smallRates, facts, corrected.slice(facts.length), period)
    if (!rescored.ok) throw new Error(JSON.stringify(rescored.problems))
    const rows = Rescore.moved(rescored.rescoring).map(({ unitId, before, after }) => {
      const sides = [before, after].map((side) =>
        side.status === "Scored"
          ? `${Rational.toText(side.score.value)} ${side.rank.first}-${side.rank.last}`
          : side.status
      )
      return `${unitId}: ${sides.join(" > ")}`
    })
    // a did not appeal, and still shares the first place no longer
    expect(rows).toEqual(["a: 93 1-2 > 93 2-2", "b: 93 1-2 > 193/2 1-1"])
    expect(rescored.rescoring.units).toHaveLength(3)
  })
})

describe("two results side by side", () => {
  it("are of one rule and one period, or refused", () => {
    const one = aResult([["a", 9, 10]])
    const codes = [evaluate(), { ...one, period: { ...one.period, asOfSec: 1001 } }].map(
      (other) => {
        const compared = Rescore.compare(one, other)
        return compared.ok ? "ok" : `${compared.problem.code} ${compared.problem.subject}`
      }
    )
    expect(codes).toEqual(["ResultsDiffer rules", "ResultsDiffer period"])
  })

  it("show a unit that comes, goes or loses its score", () => {
    const before = aResult([
      ["a", 9, 10],
      ["b", 9, 10]
    ])
    const after = aResult([
      ["b", 0, 0],
      ["c", 9, 10]
    ])
    const compared = Rescore.compare(before, after)
    const rows = compared.ok ? Rescore.moved(compared.rescoring) : []
    expect(
      rows.map(({ unitId, before: old, after: now }) => [unitId, old.status, now.status])
    ).toEqual([
      ["a", "Scored", "Absent"],
      ["b", "Scored", "Insufficient"],
      ["c", "Absent", "Scored"]
    ])
  })

  it("of the same facts show that nothing moved", () => {
    fc.assert(
      fc.property(factLists, (given) => {
        const rescored = Rescore.of(smallRates, given, [], period)
        if (!rescored.ok) return
        expect(Rescore.moved(rescored.rescoring)).toEqual([])
      }),
      { numRuns: 100 }
    )
  })
})
