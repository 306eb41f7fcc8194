import { Id } from "@wangge/facts"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  Evaluation,
  EvaluationPeriod,
  EvaluationPreset,
  type EvaluationRules,
  IndicatorCatalog,
  Inspection,
  InspectionGap,
  Rational
} from "../src/index.ts"
import { compiled, number } from "./aFact.ts"

const gridId = Id.make<"Grid">("grid-1")
const inspection = (given: Partial<Inspection.Inspection> = {}): Inspection.Inspection => ({
  inspectionId: "look-1",
  unitId: "grid-1",
  kind: "Covert",
  method: "Look",
  atSec: 5,
  points: 83,
  possible: 100,
  ...given
})

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 1000 })

/** The value of an indicator of inspections, from all points there are. */
const ratioOf = (
  rule: EvaluationRules.EvaluationRules["indicators"][number],
  inspections: ReadonlyArray<Inspection.Inspection>
): string => {
  const rules = compiled({
    ...EvaluationPreset.helong,
    indicators: [{ ...rule, sampleMin: number("1") }],
    parts: EvaluationPreset.helong.parts
      .slice(0, 1)
      .map((part) => ({ ...part, indicatorId: rule.id, weight: number("1") }))
  })
  const facts = inspections.flatMap((one) => Inspection.factsOf(one, gridId))
  const counting = Evaluation.count(rules, facts, period)
  if (!counting.ok) throw new Error(JSON.stringify(counting.problems))
  const count = counting.counted.units[0]?.indicators[0]
  // a unit of which no fact is read is not listed
  return count === undefined ? "0/0" : `${count.numerator}/${count.denominator}`
}

describe("the facts of an inspection", () => {
  it("are its points and the points possible, by its kind, about one matter", () => {
    const shown = (kind: Inspection.InspectionKind) =>
      Inspection.factsOf(inspection({ kind }), gridId).map((fact) => [
        fact.kind,
        fact.quantity,
        fact.matterId
      ])
    expect(shown("Open")).toEqual([
      ["inspectionPointsPossibleOpen", 100, "look-1"],
      ["inspectionPointsOpen", 83, "look-1"]
    ])
    expect(shown("Covert")).toEqual([
      ["inspectionPointsPossibleCovert", 100, "look-1"],
      ["inspectionPointsCovert", 83, "look-1"]
    ])
  })

  it("are about the unit, in its grid, in the second of the inspection", () => {
    const facts = Inspection.factsOf(
      inspection({ unitId: "unit-1", falseRecordIds: ["case-7"] }),
      gridId
    )
    expect(facts).toHaveLength(3)
    for (const fact of facts) {
      expect([fact.subjectId, fact.gridId, fact.atSec]).toEqual(["unit-1", "grid-1", 5])
    }
  })

  it("are of the kinds listed, and every kind listed comes about", () => {
    const facts = Inspection.kinds.flatMap((kind) =>
      Inspection.factsOf(inspection({ kind, falseRecordIds: ["case-7"] }), gridId)
    )
    expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual(
      [...Inspection.factKinds].sort()
    )
  })

  it("are refused for an inspection that is refused", () => {
    const wrong: ReadonlyArray<readonly [string, Partial<Inspection.Inspection>]> = [
      ["OutOfRange", { points: 101 }],
      ["NotWhole", { points: 0.5 }],
      ["OutOfRange", { possible: 0, points: 0 }],
      ["EmptyText", { falseRecordIds: [""] }],
      ["DuplicateId", { falseRecordIds: ["case-7", "case-7"] }]
    ]
    for (const [code, given] of wrong) {
      const one = inspection(given)
      expect(Inspection.check([one]).map((problem) => problem.code)).toEqual([code])
      expect(() => Inspection.factsOf(one, gridId)).toThrow(RangeError)
    }
    expect(Inspection.check([inspection({ points: 0, falseRecordIds: ["a", "b"] })])).toEqual([])
    expect(() => Inspection.factsOf(inspection({ inspectionId: "a b" }), gridId)).toThrow(
      RangeError
    )
  })

  it("add up to the ratio of all points, each kind apart and each inspection once", () => {
    const one = fc.record({
      kind: fc.constantFrom(...Inspection.kinds),
      possible: fc.integer({ min: 1, max: 100 }),
      part: fc.nat(100)
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (given) => {
        const all = given.map(({ kind, possible, part }, index) =>
          inspection({ inspectionId: `i${index}`, kind, possible, points: part % (possible + 1) })
        )
        for (const [kind, rule] of [
          ["Open", IndicatorCatalog.openInspection],
          ["Covert", IndicatorCatalog.covertInspection]
        ] as const) {
          const own = all.filter((each) => each.kind === kind)
          const sum = (of: "points" | "possible") =>
            own.reduce((total, each) => total + each[of], 0)
          expect(ratioOf(rule, [...all, ...all])).toBe(`${sum("points")}/${sum("possible")}`)
        }
      }),
      { numRuns: 100 }
    )
  })
})

describe("a record found false", () => {
  const falseCount = (...inspections: ReadonlyArray<Inspection.Inspection>): number => {
    const facts = inspections.flatMap((one) => Inspection.factsOf(one, gridId))
    const counting = Evaluation.count(compiled(EvaluationPreset.helong), facts, period)
    if (!counting.ok) throw new Error(JSON.stringify(counting.problems))
    const place = EvaluationPreset.helong.adjustments.findIndex(({ id }) => id === "falseRecord")
    return counting.counted.units[0]?.adjustments[place] ?? 0
  }

  it("counts once for each record, whoever finds it", () => {
    const look = (inspectionId: string, ...falseRecordIds: ReadonlyArray<string>) =>
      inspection({ inspectionId, falseRecordIds, atSec: inspectionId.length })
    expect(falseCount(look("a"))).toBe(0)
    expect(falseCount(look("a", "case-7", "case-8"))).toBe(2)
    expect(falseCount(look("a", "case-7"), look("bb", "case-7"))).toBe(1)
    expect(falseCount(look("a", "case-7"), look("bb", "case-8/3"))).toBe(2)
  })

  it("changes nothing of the comparison of open with unannounced inspections", () => {
    const five = (falseRecordIds: ReadonlyArray<string>) =>
      [1, 2, 3, 4, 5].flatMap((points) =>
        Inspection.kinds.map((kind) =>
          inspection({ inspectionId: `${kind}-${points}`, kind, points, falseRecordIds })
        )
      )
    const plain = InspectionGap.compare(five([]), InspectionGap.defaults)
    expect(InspectionGap.compare(five(["case-7"]), InspectionGap.defaults)).toEqual(plain)
    expect(plain.ok && plain.gap.status === "Known" && Rational.toText(plain.gap.gap)).toBe("0")
  })
})
