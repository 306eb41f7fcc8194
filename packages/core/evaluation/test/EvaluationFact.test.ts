import { describe, expect, it } from "vitest"
import { EvaluationFact, IndicatorCount, UnitCounts } from "../src/index.ts"
import { aFact } from "./aFact.ts"

describe("a fact", () => {
  it("belongs to the matter that its cause names before the last slash", () => {
    const causes = ["case-1/9", "a/b/3", "case-1", "/9", ""]
    expect(causes.map(EvaluationFact.matterOf)).toEqual(["case-1", "a/b", "case-1", "/9", ""])
  })

  it("names its unit by the kind of unit that the rules evaluate", () => {
    const fact = { ...aFact("caseDue", "case-1"), workerId: "worker-7" }
    expect(EvaluationFact.unitKinds.map((kind) => EvaluationFact.unitOf(fact, kind))).toEqual([
      "unit-1",
      "grid-1",
      "worker-7"
    ])
    expect(EvaluationFact.unitOf(aFact("caseDue", "case-1"), "Worker")).toBe("")
  })
})

describe("the counts of a unit", () => {
  const counts: UnitCounts.UnitCounts = {
    unitId: "unit-1",
    indicators: [{ numerator: 1, denominator: 2, unanswered: 3, excluded: [4] }],
    adjustments: [5]
  }

  it("add up over disjoint matters", () => {
    expect(UnitCounts.merge(counts, counts)).toEqual({
      unitId: "unit-1",
      indicators: [{ numerator: 2, denominator: 4, unanswered: 6, excluded: [8] }],
      adjustments: [10]
    })
  })

  it("of another unit or other rules are never added", () => {
    const others: ReadonlyArray<UnitCounts.UnitCounts> = [
      { ...counts, unitId: "unit-2" },
      { ...counts, adjustments: [] },
      { ...counts, indicators: [IndicatorCount.empty(0)] }
    ]
    for (const other of others) expect(() => UnitCounts.merge(counts, other)).toThrow(RangeError)
  })
})
