import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Evaluation,
  type EvaluationFact,
  EvaluationPeriod,
  EvaluationPreset,
  EvaluationReason,
  EvaluationResult,
  EvaluationRules,
  Rational,
  Score
} from "../src/index.ts"
import { aFact, compiled, exact, factLists, manyFacts, number, smallRates } from "./aFact.ts"

type Facts = ReadonlyArray<EvaluationFact.EvaluationFact>

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 100, asOfSec: 130 })

const unit = (id: string, level = ""): EvaluationPeriod.EvaluatedUnit => ({
  id,
  label: { en: id, zh: id },
  level
})

const evaluate = (
  facts: Facts,
  rules: EvaluationRules.EvaluationRules = smallRates,
  occasion: EvaluationPeriod.EvaluationPeriod = period
): EvaluationResult.EvaluationResult => {
  const evaluated = Evaluation.evaluate(rules, facts, occasion)
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems))
  return evaluated.result
}

const problemCodes = (
  facts: Facts,
  occasion: EvaluationPeriod.EvaluationPeriod = period
): ReadonlyArray<string> => {
  const evaluated = Evaluation.evaluate(smallRates, facts, occasion)
  return evaluated.ok ? [] : evaluated.problems.map(({ code, subject }) => `${code} ${subject}`)
}

/** So many of ten: contacted in time, confirmed, satisfied. */
const unitFacts = (
  id: string,
  [inTime, solved, pleased]: readonly [number, number, number]
): Facts =>
  [
    manyFacts("contactOnTime", inTime, { unit: id }),
    manyFacts("contactLate", 10 - inTime, { unit: id, from: inTime }),
    manyFacts("caseConfirmed", solved, { unit: id }),
    manyFacts("caseNotResolved", 10 - solved, { unit: id, from: solved }),
    manyFacts("reporterSatisfied", pleased, { unit: id }),
    manyFacts("reporterDissatisfied", 10 - pleased, { unit: id, from: pleased })
  ].flat()

const scoreOf = (result: EvaluationResult.EvaluationResult, id: string): string => {
  const found = EvaluationResult.find(result, id)
  if (found === "None") return "not there"
  return found.status === "Scored" ? Rational.toText(found.score.value) : found.status
}

describe("three grids in a month", () => {
  const result = evaluate([
    ...unitFacts("a", [10, 9, 9]),
    ...unitFacts("b", [9, 9, 8]),
    ...unitFacts("c", [5, 10, 10]),
    ...unitFacts("d", [9, 8, 9])
  ])

  it("have exact scores, ties that stay ties, and a band each", () => {
    const rows = EvaluationResult.scored(result).map(
      ({ unitId, score, rank, band }) =>
        `${unitId} ${Rational.toText(score.value)} ${rank.first}-${rank.last}/${rank.of} ${band.bandId}`
    )
    // a: 30 + 31.5 + 31.5; b: 27 + 31.5 + 28; c: 15 + 35 + 35; d: 27 + 28 + 31.5
    expect(rows).toEqual([
      "a 93 1-1/4 excellent",
      "b 173/2 2-3/4 good",
      "c 85 4-4/4 good",
      "d 173/2 2-3/4 good"
    ])
  })

  it("come with spread, version, digest, tally and the end of the appeal", () => {
    expect(result.levels).toHaveLength(1)
    const { spread } = result.levels[0]!
    expect(spread === "None" ? "" : Rational.toText(spread.excellentShare)).toBe("1/4")
    expect(result.rules.version).toBe("1")
    expect(result.rules.digest).toBe(compiled(smallRates).digest)
    expect(result.facts).toEqual({ given: 120, counted: 120, excluded: [] })
    expect(result.appeal.untilSec).toBe(130 + 15 * 86_400)
  })

  it("give their reasons in both languages", () => {
    const found = EvaluationResult.find(result, "b")
    const labels = EvaluationRules.labelsOf(smallRates)
    const reasons = found === "None" ? [] : found.reasons
    const texts = reasons.map((reason) => EvaluationReason.describe(reason, labels))
    expect(texts.map(({ en }) => en)).toEqual([
      "response: 9/10, which gives 27.00 points to the score.",
      "verified resolved: 9/10, which gives 31.50 points to the score.",
      "satisfied: 8/10, which gives 28.00 points to the score.",
      "The score 86.50 lies in the band “good”, which begins at 80.",
      "2 units have this score and share the places 2-3; none is put first."
    ])
    expect(texts[3]?.zh).toBe("总分86.50,属“良好”等次(自80分起)。")
  })

  it("lead down to the cases", () => {
    const facts = unitFacts("a", [10, 9, 9])
    const explained = Evaluation.explain(compiled(smallRates), facts, period, "a")
    const rows = explained.ok ? explained.explanation.indicators : []
    expect(rows.find(({ indicatorId }) => indicatorId === "verified")).toEqual({
      indicatorId: "verified",
      above: Array.from({ length: 9 }, (_, index) => `case-${index}`),
      below: ["case-9"],
      unanswered: [],
      excluded: []
    })
  })

  it("are written as plain data with exact texts", () => {
    const data = JSON.parse(JSON.stringify(EvaluationResult.toData(result)))
    expect(data.units[1].score).toEqual({ value: "173/2", root: "None" })
    expect(data.units[1].lines[0].weight).toBe("3/10")
  })
})

describe("for any facts", () => {
  it("the order of facts, units and of what was before is irrelevant", () => {
    const units = ["unit-1", "unit-2", "unit-3", "unit-4"].map((id) => unit(id))
    const before = units.map(({ id }) => ({ unitId: id, bandId: "good", points: [] }))
    fc.assert(
      fc.property(factLists, fc.nat(79), (facts, shift) => {
        const turned = [...facts.slice(shift), ...facts.slice(0, shift)].reverse()
        const one = evaluate(facts, smallRates, { ...period, units, before })
        const other = evaluate(turned, smallRates, {
          ...period,
          units: [...units].reverse(),
          before: [...before].reverse()
        })
        expect(other).toEqual(one)
      }),
      { numRuns: 100 }
    )
  })

  it("said twice counts once and is counted as a repeat", () => {
    fc.assert(
      fc.property(factLists, (facts) => {
        const once = evaluate(facts)
        const twice = evaluate([...facts, ...facts])
        expect(twice.units).toEqual(once.units)
        expect(twice.facts.counted).toBe(once.facts.counted)
        expect(twice.facts.given).toBe(2 * facts.length)
      }),
      { numRuns: 100 }
    )
  })

  it("lines sum to the score, ranks follow scores, and insufficient is never a number", () => {
    const rules = { ...smallRates, adjustments: EvaluationPreset.helong.adjustments }
    fc.assert(
      fc.property(factLists, (facts) => {
        const result = evaluate(facts, rules)
        for (const one of result.units) {
          const known = one.indicators.filter(({ value }) => value.status === "Known")
          if (one.status === "Insufficient") {
            expect(one).not.toHaveProperty("score")
            expect(one).not.toHaveProperty("rank")
            expect(one.missingIds.length).toBeGreaterThan(0)
            continue
          }
          expect(known.length).toBeGreaterThanOrEqual(rules.parts.length)
          const total = Rational.sum(one.lines.map(({ contribution }) => contribution))
          expect(total).toEqual(one.score.value)
          for (const other of EvaluationResult.scored(result)) {
            const order = Score.compare(one.score, other.score)
            expect(Math.sign(other.rank.first - one.rank.first) + 0).toBe(order)
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  it("explaining leads to exactly the matters that were counted", () => {
    const rules = compiled(smallRates)
    fc.assert(
      fc.property(factLists, (facts) => {
        const counting = Evaluation.count(rules, facts, period)
        if (!counting.ok) throw new Error("the facts are good")
        for (const counts of counting.counted.units) {
          const explained = Evaluation.explain(rules, facts, period, counts.unitId)
          if (!explained.ok) throw new Error("the facts are good")
          explained.explanation.indicators.forEach((row, index) => {
            const count = counts.indicators[index]
            expect([row.above.length, row.below.length, row.unanswered.length]).toEqual([
              count?.numerator,
              (count?.denominator ?? 0) - (count?.numerator ?? 0),
              count?.unanswered
            ])
          })
        }
      }),
      { numRuns: 100 }
    )
  })

  it("one more success never lowers a score", () => {
    const tens = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9))
    fc.assert(
      fc.property(tens, fc.nat(2), fc.boolean(), (has, which, isGeometric) => {
        const method = isGeometric ? "WeightedGeometric" : "WeightedSum"
        const more = has.map((count, index) => (index === which ? count + 1 : count))
        const scores = [has, more].map((row) => {
          const [inTime = 0, solved = 0, pleased = 0] = row
          const result = evaluate(unitFacts("a", [inTime, solved, pleased]), {
            ...smallRates,
            method
          })
          return EvaluationResult.scored(result)[0]!.score
        })
        const order = Score.compare(scores[1]!, scores[0]!)
        if (isGeometric) expect(order).not.toBe(-1)
        else expect(order).toBe(1)
      }),
      { numRuns: 100 }
    )
  })
})

describe("what cannot be measured", () => {
  const facts = manyFacts("contactOnTime", 8).concat(manyFacts("caseConfirmed", 4))
  const withRule = (
    rule: EvaluationRules.InsufficientRule,
    weightMin = "0.6"
  ): EvaluationRules.EvaluationRules => ({
    ...smallRates,
    insufficient: { rule, weightMin: number(weightMin) }
  })

  it("makes the whole insufficient by default and says which part", () => {
    const result = evaluate(facts)
    const found = EvaluationResult.find(result, "unit-1")
    expect(found).toMatchObject({ status: "Insufficient", missingIds: ["satisfied"] })
    expect(result.levels).toEqual([{ level: "", insufficientCount: 1, spread: "None" }])
    const labels = EvaluationRules.labelsOf(smallRates)
    const texts = found === "None" ? [] : found.reasons
    expect(texts.map((reason) => EvaluationReason.describe(reason, labels).zh)).toEqual([
      "满意率:本期无可计事项,既非零分也非满分。",
      "因满意率无法测定,本期不评分;规则为:任一部分样本不足即不评总分。"
    ])
  })

  it("is left out where the rules say so and enough weight remains, on both sides of the border", () => {
    // response 100 with 0.30, verified 100 with 0.35: 0.65 of the weight is measured.
    expect(scoreOf(evaluate(facts, withRule("Reweight", "0.65")), "unit-1")).toBe("100")
    expect(scoreOf(evaluate(facts, withRule("Reweight", "0.651")), "unit-1")).toBe("Insufficient")
    const uneven = [...facts, ...manyFacts("contactLate", 8, { from: 8 })]
    // (50 x 0.30 + 100 x 0.35) / 0.65
    expect(scoreOf(evaluate(uneven, withRule("Reweight")), "unit-1")).toBe("1000/13")
  })

  it("keeps the points of the period before under the rule Carry, once", () => {
    const occasion = (
      points: ReadonlyArray<{ indicatorId: string; points: Rational.Rational }>
    ) => ({
      ...period,
      before: [{ unitId: "unit-1", bandId: "", points }]
    })
    const carried = evaluate(
      facts,
      withRule("Carry"),
      occasion([{ indicatorId: "satisfied", points: exact("80") }])
    )
    expect(scoreOf(carried, "unit-1")).toBe("93")
    expect(scoreOf(evaluate(facts, withRule("Carry"), occasion([])), "unit-1")).toBe("Insufficient")
    const [next] = EvaluationResult.toBefore(carried)
    expect(next?.points.map(({ indicatorId }) => indicatorId)).toEqual(["response", "verified"])
    expect(next?.bandId).toBe("excellent")
  })

  it("is not a number one matter below the minimum sample, and is one at it", () => {
    const rules = EvaluationPreset.threeRates
    const full = (count: number): Facts =>
      ["contactOnTime", "caseConfirmed", "reporterSatisfied"].flatMap((kind) =>
        manyFacts(kind, count)
      )
    expect(scoreOf(evaluate(full(9), rules), "unit-1")).toBe("Insufficient")
    expect(scoreOf(evaluate(full(10), rules), "unit-1")).toBe("100")
  })

  it("is no reason to drop a unit from the list", () => {
    const units = [unit("unit-1"), unit("unit-9", "street")]
    const result = evaluate([...facts, aFact("caseDue", "x", { unit: "stranger" })], smallRates, {
      ...period,
      units
    })
    expect(result.units.map(({ unitId, status }) => `${unitId} ${status}`)).toEqual([
      "unit-1 Insufficient",
      "unit-9 Insufficient"
    ])
    expect(result.facts.excluded).toEqual([{ reason: "UnitNotListed", count: 1 }])
    expect(result.levels.map(({ level }) => level)).toEqual(["", "street"])
  })
})

describe("levels and the period before", () => {
  it("rank units only within their level", () => {
    const facts = ["a", "b", "c"].flatMap((id, index) => unitFacts(id, [10, 10, 10 - index]))
    const units = [unit("a", "grid"), unit("b", "grid"), unit("c", "street")]
    const result = evaluate(facts, smallRates, { ...period, units })
    const ranks = EvaluationResult.scored(result).map(({ rank }) => `${rank.first}/${rank.of}`)
    expect(ranks).toEqual(["1/2", "2/2", "1/1"])
  })

  it("keep a band near its edge where the rules have margins", () => {
    const rules: EvaluationRules.EvaluationRules = {
      ...smallRates,
      bands: {
        ...smallRates.bands,
        hysteresis: { kind: "Margins", fall: number("3"), rise: number("1") }
      }
    }
    const facts = unitFacts("a", [9, 9, 8])
    const before = (bandId: string) => ({
      ...period,
      before: [{ unitId: "a", bandId, points: [] }]
    })
    const band = (bandId: string) =>
      EvaluationResult.scored(evaluate(facts, rules, before(bandId)))[0]?.band
    expect(band("excellent")).toMatchObject({ bandId: "good", cause: "Edges" })
    const near = evaluate(unitFacts("a", [10, 9, 8]), rules, before("excellent"))
    expect(EvaluationResult.scored(near)[0]?.band).toEqual({
      bandId: "excellent",
      byScoreId: "good",
      cause: "Hysteresis"
    })
  })
})

describe("corrections", () => {
  const wrong = aFact("reporterDissatisfied", "case-1", { id: "wrong" })
  const right = aFact("reporterSatisfied", "case-1", { id: "right", supersedesId: "wrong" })
  const rest = [...manyFacts("contactOnTime", 5), ...manyFacts("caseConfirmed", 5)]

  it("take the first fact out and leave it on record", () => {
    expect(scoreOf(evaluate([...rest, wrong]), "unit-1")).toBe("65")
    const after = evaluate([...rest, wrong, right])
    expect(scoreOf(after, "unit-1")).toBe("100")
    expect(after.facts.excluded).toEqual([{ reason: "Superseded", count: 1 }])
  })

  it("may themselves be corrected, or annul without a new count", () => {
    const annulled = aFact("annulled", "case-1", { id: "none", supersedesId: "right" })
    const after = evaluate([...rest, wrong, right, annulled])
    expect(scoreOf(after, "unit-1")).toBe("Insufficient")
    expect(after.facts.excluded).toEqual([
      { reason: "KindNotUsed", count: 1 },
      { reason: "Superseded", count: 2 }
    ])
  })

  it("that contradict each other or replace nothing are refused", () => {
    const again = aFact("reporterSatisfied", "case-1", { id: "again", supersedesId: "wrong" })
    expect(problemCodes([wrong, right, again])).toEqual(["SupersededTwice wrong"])
    expect(problemCodes([right])).toEqual(["SupersedesUnknown right"])
    const self = aFact("caseDue", "case-1", { id: "self", supersedesId: "self" })
    expect(problemCodes([self])).toEqual(["SupersedesItself self"])
  })
})

describe("facts that cannot be right", () => {
  it("are refused, and nobody is scored", () => {
    const fact = aFact("caseDue", "case-1", { id: "one" })
    expect(problemCodes([fact, { ...fact, kind: "caseClaimed" }])).toEqual(["FactIdConflict one"])
    expect(problemCodes([{ ...fact, quantity: Number.NaN }])).toEqual(["NotWhole one.quantity"])
    expect(problemCodes([{ ...fact, quantity: -1 }])).toEqual(["NotWhole one.quantity"])
    expect(problemCodes([{ ...fact, atSec: 0.5 }])).toEqual(["NotWhole one.atSec"])
    expect(problemCodes([{ ...fact, matterId: "" }])).toEqual(["MatterMissing one"])
  })

  it("are counted apart when they concern nobody: other kinds, no unit, another time", () => {
    const rules = { ...smallRates, unitKind: "Worker" } as const
    const facts = [
      aFact("visitDue", "case-1"),
      aFact("caseDue", "case-2"),
      { ...aFact("caseDue", "case-3", { atSec: 200 }), workerId: "w" },
      { ...aFact("caseDue", "case-4", { atSec: 120 }), workerId: "w" }
    ]
    expect(evaluate(facts, rules).facts).toEqual({
      given: 4,
      counted: 0,
      excluded: [
        { reason: "KindNotUsed", count: 1 },
        { reason: "UnitMissing", count: 1 },
        { reason: "AfterAsOf", count: 1 },
        { reason: "OutsidePeriod", count: 1 }
      ]
    })
  })

  it("of one cause count for each of several workers, and once for each", () => {
    const rules = { ...smallRates, unitKind: "Worker" } as const
    const visit = aFact("caseDue", "case-1", { causeId: "case-1/3" })
    const facts = ["w1", "w2", "w1"].map((workerId, index) => ({
      ...visit,
      workerId,
      id: aFact("x", "y", { id: `fact-${index}` }).id
    }))
    const counting = Evaluation.count(compiled(rules), facts, period)
    if (!counting.ok) throw new Error("the facts are good")
    const due = counting.counted.units.map(({ indicators }) => indicators[1]?.denominator)
    expect(due).toEqual([1, 1])
    expect(counting.counted.facts.excluded).toEqual([{ reason: "Duplicate", count: 1 }])
  })

  it("in a ratio may not sum beyond what is exact", () => {
    const rules = EvaluationPreset.helong
    const facts = [1, 2].map((which) =>
      aFact("inspectionPointsPossibleCovert", `visit-${which}`, {
        quantity: Number.MAX_SAFE_INTEGER
      })
    )
    const evaluated = Evaluation.evaluate(rules, facts, period)
    expect(evaluated.ok ? "" : evaluated.problems[0]?.code).toBe("SumTooLarge")
  })
})

describe("an occasion", () => {
  it("without a second, with an early counting date or a doubled unit is refused", () => {
    expect(problemCodes([], { ...period, untilSec: 0 })).toEqual(["EmptyPeriod period"])
    expect(problemCodes([], { ...period, asOfSec: 99 })).toEqual(["AsOfBeforeEnd period.asOfSec"])
    expect(problemCodes([], { ...period, fromSec: 0.5 })).toEqual(["NotWhole period.fromSec"])
    expect(problemCodes([], { ...period, units: [unit("a"), unit("a")] })).toEqual([
      "DuplicateId period.units"
    ])
    const before = [{ unitId: "a", bandId: "best", points: [] }]
    expect(problemCodes([], { ...period, before })).toEqual(["UnknownId period.before.a"])
    const high = [{ unitId: "a", bandId: "", points: [{ indicatorId: "x", points: exact("101") }] }]
    expect(problemCodes([], { ...period, before: high })).toEqual(["OutOfRange period.before.a.x"])
  })

  it("without any fact and unit has an empty result", () => {
    expect(evaluate([])).toMatchObject({ units: [], levels: [], facts: { given: 0 } })
  })
})

describe("a geometric rule", () => {
  it("decides edges and ties by powers", () => {
    const rules: EvaluationRules.EvaluationRules = {
      ...smallRates,
      method: "WeightedGeometric",
      parts: smallRates.parts.map((part, index) => ({
        ...part,
        weight: number(index === 0 ? "1/2" : "1/4")
      }))
    }
    // 90 = (81 x 81 x 100 x 100)^(1/4) is no share of ten; 60 = (40 x 40 x 90 x 90)^(1/4) is.
    const result = evaluate([...unitFacts("a", [4, 9, 9]), ...unitFacts("b", [9, 4, 4])], rules)
    const rows = EvaluationResult.scored(result)
    expect(rows.map(({ score }) => score)).toEqual([
      { value: exact("60"), root: "None" },
      { value: exact("60"), root: "None" }
    ])
    expect(rows.map(({ band, rank }) => `${band.bandId} ${rank.first}-${rank.last}`)).toEqual([
      "pass 1-2",
      "pass 1-2"
    ])
  })

  it("keeps lines that sum to the cut value", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(10), fc.nat(10), fc.nat(10)), (has) => {
        const rules = { ...smallRates, method: "WeightedGeometric" } as const
        const [one] = EvaluationResult.scored(evaluate(unitFacts("a", has), rules))
        const total = Rational.sum(one!.lines.map(({ contribution }) => contribution))
        expect(total).toEqual(one!.score.value)
      }),
      { numRuns: 100 }
    )
  })
})

describe("reasons", () => {
  it("have words in both languages for every code, without a place left open", () => {
    for (const code of EvaluationReason.codes) {
      const text = EvaluationReason.describe(EvaluationReason.make(code, "a", "b", "c"))
      expect(text.en).not.toMatch(/[{}]/)
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/)
    }
  })
})
