import { EvaluationPreset, EvaluationResult, Rational, SourcedDecimal } from "@wangge/evaluation"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { EvaluationDossier, EvaluationJson } from "../src/index.ts"
import { aDossier, aRequest, factsOf, fewWorks, type Work, works } from "./anEvaluation.ts"

const someWork: fc.Arbitrary<ReadonlyArray<Work>> = fc
  .array(
    fc
      .record({
        of: fc.integer({ min: 1, max: 30 }),
        share: fc.double({ min: 0, max: 1, noNaN: true })
      })
      .map(({ of, share }) => ({ of, good: Math.round(of * share) })),
    { minLength: 1, maxLength: 5 }
  )
  .map((units) => units.map((unit, index) => ({ unitId: `u${index}`, ...unit })))

describe("a dossier", () => {
  test("has an interval for every score, and for no unit without one", () => {
    fc.assert(
      fc.property(someWork, (units) => {
        const dossier = aDossier({ works: units })
        const scored = EvaluationResult.scored(dossier.result)
        const spans = dossier.levels.flatMap((level) => level.spans)
        expect(spans.map(({ unitId }) => unitId)).toEqual(scored.map(({ unitId }) => unitId))
        for (const { value, lower, upper } of spans) {
          expect(Rational.compare(lower, value)).not.toBe(1)
          expect(Rational.compare(value, upper)).not.toBe(1)
        }
      }),
      { numRuns: 100 }
    )
  })

  test("the intervals that hold together are never narrower than those that hold by themselves", () => {
    const [level] = aDossier().levels
    for (const span of level?.spans ?? []) {
      const wide = level?.spansTogether.find(({ unitId }) => unitId === span.unitId)
      expect(wide && Rational.compare(wide.lower, span.lower)).not.toBe(1)
      expect(wide && Rational.compare(wide.upper, span.upper)).not.toBe(-1)
    }
  })

  test("does not depend on the order of the facts", () => {
    const facts = factsOf(works)
    const one = EvaluationJson.toText(aDossier({ facts }))
    expect(EvaluationJson.toText(aDossier({ facts: [...facts].reverse() }))).toBe(one)
  })

  test("tells how much weight must move before a band changes", () => {
    // Response alone is good: 30 of 100 points. The next edge is 60: 30 of 100 weight must move there.
    const facts = factsOf([{ unitId: "unit-1", good: 20, of: 20 }]).map((fact) =>
      fact.kind === "caseConfirmed"
        ? { ...fact, kind: "caseNotResolved" }
        : fact.kind === "reporterSatisfied"
          ? { ...fact, kind: "reporterDissatisfied" }
          : fact
    )
    const [hair] = aDossier({ facts }).hairs
    expect(hair?.share === "Never" ? "" : Rational.toText(hair?.share ?? Rational.zero)).toBe(
      "3/10"
    )
  })

  test("has no such share for a geometric mean, whose edges are no lines", () => {
    const rules = { ...EvaluationPreset.threeRates, method: "WeightedGeometric" as const }
    expect(aDossier({ rules }).hairs).toEqual([])
  })
})

describe("a bonus in a dossier", () => {
  test("sums to the budget to the fen", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (budgetFen) => {
        const { bonus } = aDossier({ budgetFen, works: fewWorks })
        const paid = bonus === "None" ? -1 : bonus.plan.lines.reduce((sum, { fen }) => sum + fen, 0)
        expect(paid).toBe(budgetFen)
      }),
      { numRuns: 100 }
    )
  })

  test("is refused where units are of two levels, and where nobody has a score", () => {
    const unit = (id: string, level: string) => ({ id, level, label: { en: id, zh: id } })
    const units = [unit("unit-1", "grid"), unit("unit-2", "community")]
    const codesOf = (request: EvaluationDossier.Request) => {
      const gathering = EvaluationDossier.gather(request)
      return gathering.ok ? [] : gathering.problems.map(({ code }) => code)
    }
    expect(codesOf(aRequest({ budgetFen: 100, units }))).toEqual(["LevelsNotOne"])
    const few = [{ unitId: "unit-1", good: 1, of: 1 }]
    expect(codesOf(aRequest({ budgetFen: 100, works: few }))).toEqual(["NobodyScored"])
  })

  test("bad bonus rules and unknown people are problems with words in both languages", () => {
    const request = aRequest({ budgetFen: 100 })
    const { payment } = request
    if (payment === "None") throw new Error("there is a budget")
    const leadFactor = SourcedDecimal.assumed("much", "a slip")
    for (const wrong of [
      { ...payment, rules: { ...payment.rules, leadFactor } },
      { ...payment, members: [{ personId: "p", unitId: "nowhere", workedShare: Rational.one }] }
    ]) {
      const gathering = EvaluationDossier.gather({ ...request, payment: wrong })
      expect(gathering.ok).toBe(false)
      const words = gathering.ok ? [] : gathering.problems.map((problem) => problem.words)
      for (const { en, zh } of words) expect([en, zh].every((text) => text.length > 5)).toBe(true)
    }
  })
})

describe("the cases behind a dossier", () => {
  test("are as many as were counted", () => {
    const dossier = aDossier()
    for (const unit of dossier.result.units) {
      const explained = dossier.explanations.find(({ unitId }) => unitId === unit.unitId)
      for (const { indicatorId, count } of unit.indicators) {
        const found = explained?.indicators.find((one) => one.indicatorId === indicatorId)
        expect(found?.above.length).toBe(count.numerator)
        expect((found?.above.length ?? 0) + (found?.below.length ?? 0)).toBe(count.denominator)
      }
    }
  })

  test("of facts that contradict each other are a mistake of the caller", () => {
    const facts = factsOf(works)
    const dossier = aDossier()
    const [first] = facts
    const twice = first === undefined ? [] : [...facts, { ...first, quantity: 2 }]
    expect(() => EvaluationDossier.withCases(dossier, twice, ["unit-1"])).toThrow(RangeError)
  })
})
