import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Bonus,
  BonusPreset,
  BonusRules,
  EvaluationProblem,
  RankSet,
  Rational
} from "../src/index.ts"
import { exact, number } from "./aFact.ts"
import { aReport, aResult, type Given, sureRanks } from "./aResult.ts"

const compile = (given: Partial<BonusRules.BonusRules> = {}): BonusRules.CompiledBonus => {
  const compilation = BonusRules.compile({ ...BonusPreset.helong, ...given })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.compiled
}

const byScore: BonusRules.Basis = { kind: "ByScore", above: number("0") }

const byBand: BonusRules.Basis = {
  kind: "ByBand",
  weights: [
    { bandId: "excellent", weight: number("3") },
    { bandId: "good", weight: number("2") },
    { bandId: "pass", weight: number("1") },
    { bandId: "fail", weight: number("0") }
  ]
}

const topTwo: BonusRules.Basis = {
  kind: "ByPlace",
  steps: [
    { placeLast: number("2"), weight: number("3") },
    { placeLast: number("4"), weight: number("1") }
  ]
}

const member = (personId: string, unitId: string, worked = "1"): Bonus.Member => ({
  personId,
  unitId,
  workedShare: exact(worked)
})

/** One worker in each unit, named after it. */
const occasion = (
  given: ReadonlyArray<Given>,
  budgetFen: number,
  more: Partial<Bonus.Occasion> = {}
): Bonus.Occasion => {
  const result = aResult(given)
  return {
    result,
    level: "",
    evidence: sureRanks(result),
    budgetFen,
    members: given.map(([unitId]) => member(`w-${unitId}`, unitId)),
    leads: [],
    ties: { kind: "ById" },
    ...more
  }
}

const planned = (compiled: BonusRules.CompiledBonus, given: Bonus.Occasion): Bonus.BonusPlan => {
  const plan = Bonus.plan(compiled, given)
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
  return plan.plan
}

const fenOf = (plan: Bonus.BonusPlan): Record<string, number> =>
  Object.fromEntries(plan.lines.map(({ personId, fen }) => [personId, fen]))

const refusals = (compiled: BonusRules.CompiledBonus, given: Bonus.Occasion): string => {
  const plan = Bonus.plan(compiled, given)
  return plan.ok ? "" : plan.problems.map(({ code, subject }) => `${code} ${subject}`).join("; ")
}

describe("a bonus by score", () => {
  it("pays a lead the mean of the workers below", () => {
    const plan = planned(
      compile({ basis: byScore }),
      occasion(
        [
          ["a", 9, 10],
          ["b", 6, 10]
        ],
        22_500,
        { leads: [{ personId: "lead", unitIds: ["b", "a"] }] }
      )
    )
    expect(fenOf(plan)).toEqual({ lead: 7500, "w-a": 9000, "w-b": 6000 })
    expect(Rational.toText(plan.levelFen)).toBe("100")
    expect(plan.cuts).toEqual([])
    expect(plan.rules).toEqual({ id: "helong-bonus", version: "1" })
  })

  it("counts points above a threshold and part of a period as a part", () => {
    const given = occasion(
      [
        ["a", 9, 10],
        ["b", 7, 10],
        ["c", 6, 10]
      ],
      10_000,
      {
        members: [
          member("x", "a"),
          member("y", "b", "1/2"),
          member("z", "b", "1/2"),
          member("v", "c")
        ]
      }
    )
    expect(fenOf(planned(compile(), given))).toEqual({ v: 0, x: 7500, y: 1250, z: 1250 })
  })

  it("leaves the insufficient outside and names them, or gives them the mean", () => {
    const given = occasion(
      [
        ["a", 9, 10],
        ["b", 7, 10],
        ["c", 0, 0]
      ],
      10_000,
      { leads: [{ personId: "lead", unitIds: ["c"] }] }
    )
    const outside = planned(compile({ insufficient: "Outside" }), given)
    expect(fenOf(outside)).toEqual({ "w-a": 7500, "w-b": 2500 })
    expect(outside.outsiders).toEqual([
      { personId: "lead", unitIds: ["c"], cause: "NobodyBelow" },
      { personId: "w-c", unitIds: ["c"], cause: "Insufficient" }
    ])
    const mean = planned(compile({ insufficient: "MeanWeight", leadFactor: number("0") }), given)
    expect(fenOf(mean)).toEqual({ lead: 0, "w-a": 5000, "w-b": 1667, "w-c": 3333 })
    expect(mean.outsiders).toEqual([])
  })

  it("keeps the lead at the mean when a cap cuts the workers", () => {
    const plan = planned(
      compile({ basis: byScore, capFen: number("5000"), leadFactor: number("1.2") }),
      occasion(
        [
          ["a", 10, 10],
          ["b", 1, 10]
        ],
        10_000,
        { leads: [{ personId: "lead", unitIds: ["a", "b"] }] }
      )
    )
    // 1.6 x (5000 + b) = 10,000, so b = 1250 and the lead 0.6 x 6250
    expect(fenOf(plan)).toEqual({ lead: 3750, "w-a": 5000, "w-b": 1250 })
    expect(plan.lines.map(({ personId, limit }) => `${personId} ${limit}`)).toEqual([
      "lead None",
      "w-a Cap",
      "w-b None"
    ])
  })

  it("is paid by unit without the leads", () => {
    const given = occasion([["a", 9, 10]], 900, {
      members: [member("x", "a"), member("y", "a")],
      leads: [{ personId: "lead", unitIds: ["a"] }]
    })
    expect(Bonus.payByUnit(planned(compile(), given))).toEqual([
      { unitId: "a", memberCount: 2, fen: 600 }
    ])
  })
})

describe("a bonus at a cut", () => {
  const units: ReadonlyArray<Given> = [
    ["a", 95, 100],
    ["b", 90, 100],
    ["c", 89, 100],
    ["d", 70, 100]
  ]
  const report = aReport([
    ["a", 1, 1],
    ["b", 2, 3],
    ["c", 2, 3],
    ["d", 4, 4]
  ])

  it("names the units whose rank sets reach across it", () => {
    const plan = planned(compile({ basis: byBand }), occasion(units, 9000, { evidence: report }))
    const rows = plan.cuts.map(
      ({ placeLast, weightAbove, weightBelow, aboveIds, belowIds }) =>
        `${placeLast} ${Rational.toText(weightAbove)}/${Rational.toText(weightBelow)} ${aboveIds}|${belowIds}`
    )
    expect(rows).toEqual(["2 3/2 b|c", "3 2/1 |"])
    expect(plan.overlap).toBe("ShareEqually")
    expect(plan.evidence).toEqual({
      method: "pairwise tests",
      confidence: exact("0.95")
    })
  })

  it("lets them share equally, pays both, or pays by score all the same", () => {
    const pay = (overlap: BonusRules.OverlapRule): Record<string, number> =>
      fenOf(
        planned(compile({ basis: byBand, overlap }), occasion(units, 9000, { evidence: report }))
      )
    expect(pay("ShareEqually")).toEqual({ "w-a": 3000, "w-b": 2500, "w-c": 2500, "w-d": 1000 })
    expect(pay("PayBoth")).toEqual({ "w-a": 2700, "w-b": 2700, "w-c": 2700, "w-d": 900 })
    expect(pay("PayByScoreAllTheSame")).toEqual({
      "w-a": 3000,
      "w-b": 3000,
      "w-c": 2000,
      "w-d": 1000
    })
  })

  it("shares among all units of cuts that have a unit in common", () => {
    const chain = aReport([
      ["a", 1, 1],
      ["b", 2, 3],
      ["c", 2, 4],
      ["d", 3, 4]
    ])
    const given = occasion(units, 9000, { evidence: chain })
    const plan = planned(compile({ basis: byBand, overlap: "ShareEqually" }), given)
    expect(fenOf(plan)).toEqual({ "w-a": 3000, "w-b": 2000, "w-c": 2000, "w-d": 2000 })
    const both = planned(compile({ basis: byBand, overlap: "PayBoth" }), given)
    // b and c are paid as above the first cut (3), d as above the second (2)
    expect(both.lines.map(({ weight }) => Rational.toText(weight))).toEqual(["3", "3", "3", "2"])
  })

  it("of places gives units that share places the mean of these places", () => {
    const tied = occasion(
      [
        ["a", 9, 10],
        ["b", 8, 10],
        ["c", 8, 10],
        ["d", 7, 10],
        ["e", 1, 10]
      ],
      8000
    )
    const plan = planned(compile({ basis: topTwo, overlap: "PayByScoreAllTheSame" }), tied)
    expect(fenOf(plan)).toEqual({ "w-a": 3000, "w-b": 2000, "w-c": 2000, "w-d": 1000, "w-e": 0 })
  })

  it("is nothing without a rank-set report on every unit", () => {
    const given = (ranks: Parameters<typeof aReport>[0]) =>
      refusals(compile(), occasion(units.slice(0, 2), 100, { evidence: aReport(ranks) }))
    expect(given([["a", 1, 2]])).toBe("EvidenceMissing b")
    expect(
      given([
        ["a", 1, 2],
        ["b", 2, 2],
        ["b", 1, 1]
      ])
    ).toBe("EvidenceMissing b")
    expect(
      given([
        ["a", 0, 1],
        ["b", 2, 3]
      ])
    ).toBe("EvidenceOutOfRange a; EvidenceOutOfRange b")
    expect(
      given([
        ["a", 1, 2],
        ["b", 1, 2],
        ["z", 1, 2]
      ])
    ).toBe("UnknownUnit evidence")
  })

  it("takes the rank sets of shares as they are", () => {
    const given = units.map(([unitId, count, total]) => ({ unitId, count, total }))
    const answer = RankSet.ofShares(given, { better: "Higher", confidence: exact("0.95") })
    if (!answer.ok) throw new Error(answer.problem.code)
    const plan = planned(
      compile({ basis: topTwo }),
      occasion(units, 8000, { evidence: answer.sets })
    )
    // 95, 90 and 89 of 100 cannot be told apart, so a cut after the second names all three
    expect(plan.cuts[0]?.aboveIds).toEqual(["a", "b"])
    expect(plan.cuts[0]?.belowIds).toEqual(["c"])
    expect(plan.evidence.method).toBe("FisherHolm")
  })

  it("needs the report by type", () => {
    const { evidence: _, ...withoutReport } = occasion(units, 100)
    // @ts-expect-error a payment needs a rank-set report
    const plan = (): unknown => Bonus.plan(compile(), withoutReport)
    expect(plan).toThrow(TypeError)
  })
})

describe("an occasion that does not hold together", () => {
  const two: ReadonlyArray<Given> = [
    ["a", 9, 10],
    ["b", 8, 10]
  ]

  it("is refused with everything wrong", () => {
    const members = [member("x", "a"), member("x", "b"), member("y", "gone"), member("z", "a", "0")]
    expect(refusals(compile(), occasion(two, 0.5, { members }))).toBe(
      "NotFen budget; DuplicateId persons; UnknownUnit y; BadWorkedShare z"
    )
    const lot = { kind: "ByLot", recordId: "lot-1", order: ["w-a"] } as const
    expect(refusals(compile(), occasion(two, 1, { ties: lot }))).toBe("LotIncomplete lot lot-1")
    const twice = [{ personId: "lead", unitIds: ["a", "a"] }]
    expect(refusals(compile(), occasion(two, 1, { leads: twice }))).toBe("DuplicateId lead")
    const basis = { kind: "ByBand", weights: [{ bandId: "good", weight: number("1") }] } as const
    expect(refusals(compile({ basis }), occasion(two, 1))).toBe("BandWithoutWeight a")
    const floors = compile({ floorFen: number("500") })
    expect(refusals(floors, occasion(two, 999))).toBe("FloorsAboveBudget budget")
    expect(refusals(compile(), occasion([["a", 5, 10]], 1))).toBe("NothingToShareBy budget")
  })

  it("keeps levels apart", () => {
    const result = aResult([
      ["a", 9, 10, "town"],
      ["b", 8, 10, "village"]
    ])
    const given = {
      ...occasion(two, 500),
      result,
      level: "town",
      evidence: sureRanks(result, "town"),
      members: [member("x", "a")]
    }
    expect(fenOf(planned(compile(), given))).toEqual({ x: 500 })
    const wrong = { ...given, members: [member("x", "b")] }
    expect(refusals(compile(), wrong)).toBe("UnknownUnit x")
  })
})

describe("bonus rules", () => {
  const problems = (given: Partial<BonusRules.BonusRules>): ReadonlyArray<string> => {
    const compilation = BonusRules.compile({ ...BonusPreset.helong, ...given })
    return compilation.ok
      ? []
      : compilation.problems.map(
          (problem) => `${problem.code} ${EvaluationProblem.describe(problem).en}`
        )
  }

  it("are refused with every number that is wrong", () => {
    expect(
      problems({
        id: "",
        floorFen: number("0.5"),
        capFen: number("x"),
        leadFactor: number("-1"),
        basis: { kind: "ByScore", above: number("101") }
      }).map((text) => text.split(" ")[0])
    ).toEqual(["EmptyText", "OutOfRange", "NotWhole", "NotANumber", "OutOfRange"])
    expect(problems({ floorFen: number("9"), capFen: number("8") })).toHaveLength(1)
    const steps = [
      { placeLast: number("2"), weight: number("1") },
      { placeLast: number("2"), weight: number("1") }
    ]
    expect(problems({ basis: { kind: "ByPlace", steps } })).toHaveLength(2)
    const weights = [1, 2].map(() => ({ bandId: "good", weight: number("1") }))
    expect(problems({ basis: { kind: "ByBand", weights } })).toHaveLength(1)
  })

  it("have words for every rule in both languages", () => {
    for (const rule of BonusRules.overlapRules) {
      expect(BonusRules.overlapLabels[rule].zh).not.toBe("")
    }
  })

  it("of Helong come with the reported sum and the derived one per worker", () => {
    expect(BonusPreset.helongSubsidies.provenance.kind).toBe("reported")
    expect(BonusPreset.helongPerWorker.provenance.kind).toBe("derived")
    const each = BonusPreset.helongSubsidies.value / 269
    expect(Math.round(each / 10) * 10).toBe(BonusPreset.helongPerWorker.value)
  })
})

const scores = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 6 })

const crowd = fc
  .record({
    scores,
    perUnit: fc.integer({ min: 1, max: 3 }),
    budgetFen: fc.integer({ min: 0, max: 5000 }),
    cap: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
    factor: fc.integer({ min: 0, max: 30 }),
    basis: fc.constantFrom(byScore, byBand, topTwo),
    overlap: fc.constantFrom(...BonusRules.overlapRules),
    reach: fc.integer({ min: 0, max: 2 })
  })
  .map(({ scores, perUnit, budgetFen, cap, factor, basis, overlap, reach }) => {
    const units = scores.map((part, index): Given => [`u${index}`, part, 12])
    const result = aResult(units)
    const ranks = sureRanks(result).units.map(({ unitId, simultaneous: { best, worst } }) => ({
      unitId,
      simultaneous: {
        best: Math.max(1, best - reach),
        worst: Math.min(units.length, worst + reach)
      }
    }))
    const members = units.flatMap(([unitId]) =>
      Array.from({ length: perUnit }, (_, index) => member(`${unitId}-${index}`, unitId))
    )
    const leads = [
      { personId: "lead-1", unitIds: units.slice(0, 2).map(([id]) => id) },
      { personId: "lead-2", unitIds: units.slice(1).map(([id]) => id) }
    ]
    const compiled = compile({
      basis,
      overlap,
      capFen: cap === undefined ? "None" : number(`${cap}`),
      leadFactor: number(`${factor}/10`)
    })
    const given = occasion(units, budgetFen, {
      evidence: { ...sureRanks(result), units: ranks },
      members,
      leads
    })
    return { compiled, given }
  })

describe("every plan", () => {
  it("sums to the budget and keeps each lead at the factor times the mean below", () => {
    fc.assert(
      fc.property(crowd, ({ compiled, given }) => {
        const found = Bonus.plan(compiled, given)
        if (!found.ok) return
        const { lines } = found.plan
        expect(lines.reduce((sum, { fen }) => sum + fen, 0)).toBe(given.budgetFen)
        for (const lead of lines.filter(({ role }) => role === "Lead")) {
          const below = lines.filter(
            ({ role, unitIds }) => role === "Member" && lead.unitIds.includes(unitIds[0] ?? "")
          )
          const sum = Rational.sum(below.map(({ exactFen }) => exactFen))
          const mean = Rational.divide(sum, Rational.make(below.length))
          const pay = Rational.multiply(compiled.leadFactor, mean)
          expect(Rational.toText(lead.exactFen)).toBe(Rational.toText(pay))
        }
      }),
      { numRuns: 200 }
    )
  })

  it("does not depend on the order of persons, leads or ranks", () => {
    fc.assert(
      fc.property(crowd, ({ compiled, given }) => {
        const turned = {
          ...given,
          members: [...given.members].reverse(),
          leads: [...given.leads].reverse(),
          evidence: { ...given.evidence, units: [...given.evidence.units].reverse() }
        }
        expect(Bonus.plan(compiled, turned)).toEqual(Bonus.plan(compiled, given))
      }),
      { numRuns: 100 }
    )
  })

  it("pays no worker with a higher score less, whatever happens at the cuts", () => {
    fc.assert(
      fc.property(crowd, ({ compiled, given }) => {
        if (compiled.rules.overlap === "ShareEqually") return
        const found = Bonus.plan(compiled, given)
        if (!found.ok) return
        const members = found.plan.lines.filter(({ role }) => role === "Member")
        for (const one of members) {
          for (const other of members) {
            if (Rational.compare(one.scoreWeight, other.scoreWeight) > 0) {
              expect(Rational.compare(one.exactFen, other.exactFen)).toBeGreaterThanOrEqual(0)
            }
          }
        }
      }),
      { numRuns: 100 }
    )
  })
})
