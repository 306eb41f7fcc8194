import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Evaluation,
  EvaluationPeriod,
  EvaluationPreset,
  Indicator,
  IndicatorCatalog,
  IndicatorCount,
  Rational
} from "../src/index.ts"
import { aFact, compiled, factLists, manyFacts, number, smallRates } from "./aFact.ts"

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 100, asOfSec: 130 })

describe("the Tianmen bulletin of December 2016", () => {
  // 972 cases due, 911 closed, of these 737 in time: published as 93.72 % and 75.82 %.
  const facts = [
    ...manyFacts("caseDue", 972),
    ...manyFacts("caseOnTime", 737),
    ...manyFacts("caseLate", 911 - 737, { from: 737 }),
    ...manyFacts("caseReported", 1054),
    ...manyFacts("caseFiled", 996)
  ]

  it("is reproduced by the digital-city preset to the published digits", () => {
    const counting = Evaluation.count(compiled(EvaluationPreset.digitalCity), facts, period)
    if (!counting.ok) throw new Error("the facts are good")
    const shown = EvaluationPreset.digitalCity.indicators.slice(0, 3).map(({ id }, index) => {
      const count = counting.counted.units[0]?.indicators[index] ?? IndicatorCount.empty(0)
      const value = IndicatorCount.value(count, 10)
      if (value.status !== "Known") return `${id}: ${value.status}`
      const percent = Rational.toDecimal(Rational.multiply(value.value, Rational.hundred), 2)
      return `${id}: ${count.numerator}/${count.denominator} = ${percent} %`
    })
    expect(shown).toEqual([
      "filed: 996/1054 = 94.50 %",
      "closed: 911/972 = 93.72 %",
      "onTime: 737/972 = 75.82 %"
    ])
  })
})

describe("a share", () => {
  const one = (rules = smallRates) => compiled(rules)
  const verdictOf = (facts: ReadonlyArray<ReturnType<typeof aFact>>, indicatorId: string) => {
    const explained = Evaluation.explain(one(), facts, period, "unit-1")
    if (!explained.ok) throw new Error(JSON.stringify(explained.problems))
    const found = explained.explanation.indicators.find((row) => row.indicatorId === indicatorId)
    return {
      above: found?.above,
      below: found?.below,
      unanswered: found?.unanswered
    }
  }

  it("counts a matter once, however often it is said", () => {
    const facts = [
      aFact("reporterSatisfied", "case-1"),
      aFact("reporterSatisfied", "case-1", { causeId: "case-1/8" }),
      aFact("reporterSatisfied", "case-1", { causeId: "case-1/9", atSec: 99 })
    ]
    expect(verdictOf(facts, "satisfied")).toEqual({ above: ["case-1"], below: [], unanswered: [] })
  })

  it("does not count as solved what was once said to be unsolved", () => {
    const facts = [aFact("caseNotResolved", "case-1"), aFact("caseConfirmed", "case-1")]
    expect(verdictOf(facts, "verified")).toEqual({ above: [], below: ["case-1"], unanswered: [] })
  })

  it("keeps who was not reached apart as unanswered, until there is an answer", () => {
    const silent = [aFact("reporterNotReached", "case-1"), aFact("reporterNotReached", "case-2")]
    const answered = [...silent, aFact("reporterDissatisfied", "case-2")]
    expect(verdictOf(answered, "satisfied")).toEqual({
      above: [],
      below: ["case-2"],
      unanswered: ["case-1"]
    })
  })

  it("takes the denominator from the period and the outcome up to the counting date", () => {
    const at = (dueSec: number, claimedSec: number) => [
      aFact("caseDue", "case-1", { atSec: dueSec }),
      aFact("caseClaimed", "case-1", { atSec: claimedSec })
    ]
    const above = (dueSec: number, claimedSec: number) =>
      verdictOf(at(dueSec, claimedSec), "claimed").above?.length
    expect([above(0, 129), above(99, 129)]).toEqual([1, 1])
    expect(above(0, 130)).toBe(0)
    expect(verdictOf(at(-1, 50), "claimed")).toEqual({ above: [], below: [], unanswered: [] })
    expect(verdictOf(at(100, 101), "claimed")).toEqual({ above: [], below: [], unanswered: [] })
    expect(above(50, -1)).toBe(1)
  })

  it("leaves out declined visits with their reason, and counts them", () => {
    const facts = [
      ...manyFacts("visitDue", 20),
      ...manyFacts("visitDone", 12),
      aFact("visitDeclined", "case-19")
    ].map((fact) => ({ ...fact, gridId: fact.gridId }))
    const rules = compiled(EvaluationPreset.helong)
    const at = rules.indicators.findIndex(({ id }) => id === "visitCover")
    const counting = Evaluation.count(rules, facts, period)
    expect(counting.ok && counting.counted.units[0]?.indicators[at]).toEqual({
      numerator: 12,
      denominator: 19,
      unanswered: 0,
      excluded: [1]
    })
  })
})

describe("a ratio", () => {
  it("adds quantities in the period, each cause once", () => {
    const inspection = (which: number, points: number, atSec = 10) => [
      aFact("inspectionPointsCovert", `visit-${which}`, { quantity: points, atSec }),
      aFact("inspectionPointsPossibleCovert", `visit-${which}`, { quantity: 100, atSec })
    ]
    const [again] = inspection(1, 80)
    const facts = [
      ...inspection(1, 80),
      ...inspection(2, 91),
      ...inspection(3, 76),
      ...inspection(4, 0, 100),
      { ...again!, atSec: 11, id: aFact("x", "y", { id: "said-again" }).id }
    ]
    const rules = compiled(EvaluationPreset.helong)
    const at = rules.indicators.findIndex(({ id }) => id === "covertInspection")
    const counting = Evaluation.count(rules, facts, period)
    if (!counting.ok) throw new Error("the facts are good")
    const count = counting.counted.units[0]?.indicators[at] ?? IndicatorCount.empty(0)
    expect([count.numerator, count.denominator]).toEqual([247, 300])
    expect(IndicatorCount.value(count, 300)).toEqual({
      status: "Known",
      value: Rational.make(247, 300)
    })
    expect(IndicatorCount.value(count, 301)).toEqual({
      status: "TooFew",
      denominator: 300,
      sampleMin: 301
    })
    expect(counting.counted.facts.excluded).toEqual([
      { reason: "Duplicate", count: 1 },
      { reason: "OutsidePeriod", count: 2 }
    ])
  })
})

describe("counting against a slow and obvious model", () => {
  const rules = compiled(smallRates)

  it("gives the same numbers for any facts", () => {
    fc.assert(
      fc.property(factLists, (facts) => {
        const counting = Evaluation.count(rules, facts, period)
        if (!counting.ok) throw new Error(JSON.stringify(counting.problems))
        for (const unit of counting.counted.units) {
          smallRates.indicators.forEach((rule, index) => {
            const seen = model(facts, unit.unitId)
            const has = (matter: string, kinds: ReadonlyArray<string>, inPeriod: boolean) =>
              seen.some(
                (fact) =>
                  fact.matterId === matter &&
                  kinds.includes(fact.kind) &&
                  (!inPeriod || (fact.atSec >= 0 && fact.atSec < 100))
              )
            const matters = [...new Set(seen.map(({ matterId }) => matterId))]
            const below = matters.filter((matter) => has(matter, rule.denominatorKinds, true))
            const above = below.filter(
              (matter) =>
                has(matter, rule.numeratorKinds, false) && !has(matter, rule.againstKinds, false)
            )
            const asked = matters.filter((matter) => has(matter, rule.askedKinds, true))
            expect(unit.indicators[index]).toEqual({
              numerator: above.length,
              denominator: below.length,
              unanswered: asked.filter((matter) => !below.includes(matter)).length,
              excluded: []
            })
          })
        }
        const { given, counted, excluded } = counting.counted.facts
        expect(given).toBe(facts.length)
        expect(excluded.reduce((sum, { count }) => sum + count, counted)).toBe(given)
      }),
      { numRuns: 200 }
    )
  })

  /** The earliest of each kind, unit and cause, before the counting date. */
  const model = (facts: ReadonlyArray<ReturnType<typeof aFact>>, unit: string) =>
    facts.filter(
      (fact) =>
        fact.subjectId === unit &&
        fact.atSec < 130 &&
        !facts.some(
          (other) =>
            other.subjectId === unit &&
            other.kind === fact.kind &&
            other.causeId === fact.causeId &&
            (other.atSec < fact.atSec || (other.atSec === fact.atSec && other.id < fact.id))
        )
    )

  it("gives the same in two halves when no matter is in both", () => {
    fc.assert(
      fc.property(factLists, fc.integer({ min: 0, max: 63 }), (facts, half) => {
        const first = (matterId: string) => ((half >> (Number(matterId.slice(5)) - 1)) & 1) === 1
        const count = (some: typeof facts) => {
          const units = ["unit-1", "unit-2", "unit-3"]
          const listed = units.map((id) => ({ id, label: { en: id, zh: id }, level: "" }))
          const counting = Evaluation.count(rules, some, { ...period, units: listed })
          if (!counting.ok) throw new Error("the facts are good")
          return counting.counted.units
        }
        const whole = count(facts)
        const left = count(facts.filter(({ matterId }) => first(matterId)))
        const right = count(facts.filter(({ matterId }) => !first(matterId)))
        whole.forEach((unit, at) => {
          expect(
            unit.indicators.map((_, index) =>
              IndicatorCount.merge(left[at]!.indicators[index]!, right[at]!.indicators[index]!)
            )
          ).toEqual(unit.indicators)
        })
      }),
      { numRuns: 150 }
    )
  })
})

describe("the bounds of the unanswered", () => {
  it("hold the share between them and meet where everybody answered", () => {
    const counts = fc.record({ numerator: fc.nat(50), rest: fc.nat(50), unanswered: fc.nat(50) })
    fc.assert(
      fc.property(counts, ({ numerator, rest, unanswered }) => {
        const count = { numerator, denominator: numerator + rest, unanswered, excluded: [] }
        const bounds = IndicatorCount.bounds(count)
        const value = IndicatorCount.value(count, 1)
        if (bounds === "None") {
          expect(count.denominator + unanswered).toBe(0)
          return
        }
        if (value.status === "Known") {
          expect(Rational.compare(bounds.lower, value.value)).not.toBe(1)
          expect(Rational.compare(value.value, bounds.upper)).not.toBe(1)
        }
        expect(Rational.equals(bounds.lower, bounds.upper)).toBe(unanswered === 0)
      }),
      { numRuns: 200 }
    )
  })

  it("refuses to merge counts of different indicators", () => {
    expect(() => IndicatorCount.merge(IndicatorCount.empty(0), IndicatorCount.empty(1))).toThrow(
      RangeError
    )
  })
})

describe("the catalogue", () => {
  it("has distinct ids, a share above and a share below, and no kind both for and against", () => {
    const all = Object.values(IndicatorCatalog)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const indicator of all) {
      const against = indicator.againstKinds.filter((kind) =>
        indicator.numeratorKinds.includes(kind)
      )
      expect(against).toEqual([])
    }
    expect(Indicator.excluded).toBeGreaterThan(Indicator.unanswered)
    expect(number("1").provenance.kind).toBe("assumed")
  })
})
