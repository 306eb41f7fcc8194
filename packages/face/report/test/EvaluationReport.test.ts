import {
  BonusPreset,
  type BonusRules,
  EvaluationPreset,
  EvaluationResult,
  type EvaluationRules,
  Rational,
  SourcedDecimal
} from "@wangge/evaluation"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { EvaluationJson, EvaluationReport, EvaluationTable } from "../src/index.ts"
import { scoreText } from "../src/internal/evaluationText.ts"
import { aDossier, factsOf, fewWorks, works } from "./anEvaluation.ts"
import { doubledIds, problemOf, textOf } from "./wellFormed.ts"

const dossier = aDossier({ budgetFen: 100_000 })
const page = EvaluationReport.toHtml(dossier)

/** The same rules for the people themselves. */
const forWorkers: EvaluationRules.EvaluationRules = {
  ...EvaluationPreset.threeRates,
  unitKind: "Worker"
}

describe("the page", () => {
  test("is well formed, has every id once, loads nothing, and has one script", () => {
    for (const html of [page, EvaluationReport.toHtml(dossier, { unitId: "unit-2", lang: "zh" })]) {
      expect(problemOf(html)).toBeNull()
      expect(doubledIds(html)).toEqual([])
      expect(html).not.toMatch(/https?:\/\//)
      expect(html.match(/<script>/g)).toHaveLength(1)
    }
  })

  test("leaves no place unfilled and no number undefined", () => {
    for (const lang of ["en", "zh"] as const) {
      expect(textOf(page, lang)).not.toMatch(/\{\w+\}|undefined|NaN|Infinity|\[object/)
    }
    expect(textOf(page, "en")).not.toMatch(/\p{Script=Han}/u)
  })

  test("every picture has a title and says in words what it shows", () => {
    const pictures = page.match(/<svg /g)?.length ?? 0
    expect(pictures).toBe(8)
    for (const [, id = ""] of page.matchAll(/aria-describedby="([^"]*)"/g)) {
      expect(page).toContain(`<figcaption id="${id}"`)
    }
    expect(page.match(/role="img"/g)).toHaveLength(pictures)
  })

  test("menu entries lead to sections", () => {
    for (const [, id = ""] of page.matchAll(/href="#([^"]*)"/g))
      expect(page).toContain(`id="${id}"`)
  })

  test("shows score, interval, rank set, band, how to appeal and the warning", () => {
    const text = textOf(page, "en")
    for (const unit of EvaluationResult.scored(dossier.result)) {
      expect(text).toContain(`${unit.unitId} ${Rational.toDecimal(unit.score.value, 2)}`)
    }
    expect(text).toContain("unit-5 insufficient")
    expect(text).toMatch(/Appeal in writing .* until 1970-01-16\./)
    expect(text).toContain("A score is a count under rules, not the truth about work.")
    expect(textOf(page, "zh")).toContain("得分只是按规则计数的结果")
  })

  test("equal dossiers give equal bytes", () => {
    expect(EvaluationReport.toHtml(aDossier({ budgetFen: 100_000 }))).toBe(page)
  })

  test("texts of rules never become markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const label = { en: `<b>${text}`, zh: `"><script>${text}` }
        const rules = { ...EvaluationPreset.threeRates, label, note: label }
        const html = EvaluationReport.toHtml(aDossier({ rules, works: fewWorks }))
        expect(html.match(/<script>/g)).toHaveLength(1)
        expect(problemOf(html)).toBeNull()
      }),
      { numRuns: 100 }
    )
  })

  test("one unit, and none with a score, still give a whole page", () => {
    for (const units of [works.slice(0, 1), works.slice(4)]) {
      const html = EvaluationReport.toHtml(aDossier({ works: units }))
      expect(problemOf(html)).toBeNull()
      expect(html).not.toMatch(/NaN|Infinity|undefined/)
    }
  })

  test("an unknown unit is a mistake of the caller", () => {
    expect(() => EvaluationReport.toHtml(dossier, { unitId: "nobody" })).toThrow(RangeError)
    expect(() => EvaluationTable.toText(dossier, "en", "nobody")).toThrow(RangeError)
  })
})

describe("a report for one worker", () => {
  const facts = factsOf(works, (unitId) => ({ subjectId: "unit", workerId: unitId }))
  const one = SourcedDecimal.assumed("1", "for this test")
  const bonus: BonusRules.BonusRules = {
    ...BonusPreset.helong,
    basis: { kind: "ByPlace", steps: [{ placeLast: one, weight: one }] }
  }
  const workers = aDossier({ rules: forWorkers, facts, budgetFen: 100_000, bonus })
  const unitId = "unit-2"

  test("names no other worker, on the page, in the terminal and in the JSON", () => {
    const texts = [
      textOf(EvaluationReport.toHtml(workers, { unitId }), "en"),
      EvaluationTable.toText(workers, "zh", unitId),
      EvaluationJson.toText(workers, unitId)
    ]
    for (const text of texts) {
      expect(text).toContain("unit-2")
      expect(text).not.toMatch(/unit-[1345]/)
    }
  })

  test("says all the same that a cut is contested", () => {
    const json = JSON.parse(EvaluationJson.toText(workers, unitId))
    expect(json.bonus.cuts).toMatchObject([{ placeLast: 1, aboveIds: [], belowIds: [unitId] }])
    expect(EvaluationTable.toText(workers, "en", unitId)).toContain(
      "Cut after place 1: above it another unit, below it unit-2, another unit"
    )
  })

  test("a report about everybody names all of them", () => {
    expect(EvaluationTable.toText(workers, "en")).toMatch(/unit-1[\s\S]*unit-4/)
  })
})

describe("a score in figures", () => {
  const edges = [90, 80, 60, 0].map((edge) => Rational.make(edge))

  test("never stands on another side of an edge than the score itself", () => {
    const number = fc
      .integer({ min: 0, max: 100 * 999_983 })
      .map((part) => Rational.make(part, 999_983))
    const near = fc
      .tuple(
        fc.constantFrom(90, 80, 60),
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 2, max: 9 })
      )
      .map(([edge, step, digits]) =>
        Rational.add(Rational.make(edge), Rational.make(step, 10 ** digits))
      )
    fc.assert(
      fc.property(fc.oneof(number, near), (score) => {
        const shown = Rational.parse(scoreText(score, edges))
        if (shown === "NotANumber") throw new Error("a score is a number")
        for (const edge of edges) {
          expect(Rational.compare(shown, edge)).toBe(Rational.compare(score, edge))
        }
      }),
      { numRuns: 300 }
    )
  })

  test("has two decimals unless they would lie", () => {
    expect(scoreText(Rational.make(8765, 100), edges)).toBe("87.65")
    expect(scoreText(Rational.make(89_996, 1000), edges)).toBe("89.996")
    expect(scoreText(Rational.make(90), edges)).toBe("90.00")
  })
})

describe("in the terminal", () => {
  test("the lines of a unit and their sum are those of the result", () => {
    const text = EvaluationTable.toText(dossier, "en", "unit-2")
    expect(text).toMatch(/response +85 of 100 +85\.0 % +85\.00 +30\.0 % +25\.50/)
    expect(text).toMatch(/score +85\.00/)
    expect(text).toMatch(/counted, not reached \(15\): unit-2-case-100 /)
  })

  test("Chinese has Chinese words for everything", () => {
    const text = EvaluationTable.toText(dossier, "zh", "unit-2")
    expect(text).not.toMatch(/\b(score|band|place|until|counted)\b/)
    expect(text).toContain("申诉:书面向考核办提出".replace(":", "："))
  })
})
