/**
 * Intervals of scores: what the counts leave open, through scale and weights, on results of the real
 * pipeline; and rank sets and matrices made from them.
 */
import { describe, expect, test } from "vitest"
import {
  DecisionMatrix,
  Evaluation,
  type EvaluationFact,
  EvaluationPeriod,
  type EvaluationResult,
  type EvaluationRules,
  PointScale,
  RankSet,
  Rational,
  ScoreInterval,
  ShareInterval
} from "../src/index.ts"
import { compiled, manyFacts, smallRates } from "./aFact.ts"
import { close, codeOf } from "./close.ts"

const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 100, asOfSec: 130 })

/** So many of all: contacted in time, confirmed, satisfied. */
const unitFacts = (
  id: string,
  all: number,
  [inTime, solved, pleased]: readonly [number, number, number]
): ReadonlyArray<EvaluationFact.EvaluationFact> =>
  [
    manyFacts("contactOnTime", inTime, { unit: id }),
    manyFacts("contactLate", all - inTime, { unit: id, from: inTime }),
    manyFacts("caseConfirmed", solved, { unit: id }),
    manyFacts("caseNotResolved", all - solved, { unit: id, from: solved }),
    manyFacts("reporterSatisfied", pleased, { unit: id }),
    manyFacts("reporterDissatisfied", all - pleased, { unit: id, from: pleased })
  ].flat()

const evaluated = (
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  rules: EvaluationRules.EvaluationRules = smallRates
): EvaluationResult.EvaluationResult => {
  const answer = Evaluation.evaluate(rules, facts, period)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.result
}

const rules = compiled(smallRates)

const spansOf = (
  result: EvaluationResult.EvaluationResult,
  holds: ScoreInterval.Choice["holds"],
  confidence = 0.95
): ReadonlyArray<RankSet.Span> => {
  const answer = ScoreInterval.of(rules, result, { level: "", confidence, holds })
  if (!answer.ok) throw new Error(answer.problem.code)
  return answer.spans
}

const two = evaluated([
  ...unitFacts("unit-1", 60, [58, 55, 56]),
  ...unitFacts("unit-2", 60, [20, 15, 10])
])

describe("intervals of scores", () => {
  test("the ends are the scores at the ends of the exact intervals of all parts", () => {
    const [first] = spansOf(two, "Each")
    const confidence = 1 - 0.05 / 3
    const ends = [58, 55, 56].map((count) => {
      const counted = { unitId: "u", count, total: 60 }
      const answer = ShareInterval.of("Exact", counted, { confidence, sides: "Both" })
      if (!answer.ok) throw new Error(answer.problem.code)
      return answer.interval
    })
    const score = (shares: ReadonlyArray<number>) =>
      rules.parts.reduce((sum, { scale, weight }, at) => {
        const share = Rational.parse((shares[at] ?? 0).toFixed(12))
        if (share === "NotANumber") throw new Error("a share")
        const points = PointScale.points(scale, share)
        return sum + Rational.toNumber(Rational.multiply(points, weight))
      }, 0)
    const expected = [score(ends.map(({ lower }) => lower)), score(ends.map(({ upper }) => upper))]
    if (first === undefined) throw new Error("two units")
    const found = [first.lower, first.upper].map(Rational.toNumber)
    close(
      found.map((end) => end / 100),
      expected.map((end) => end / 100)
    )
  })

  test("they contain the score, are wider together than each, and narrow with more cases", () => {
    const each = spansOf(two, "Each")
    const together = spansOf(two, "Together")
    for (const [at, { value, lower, upper }] of each.entries()) {
      expect(Rational.compare(lower, value)).toBe(-1)
      expect(Rational.compare(value, upper)).toBe(-1)
      const wide = together[at]
      expect(wide && Rational.compare(wide.lower, lower)).toBe(-1)
      expect(wide && Rational.compare(upper, wide.upper)).toBe(-1)
    }
    const width = ({ lower, upper }: RankSet.Span) => Rational.subtract(upper, lower)
    const many = spansOf(evaluated(unitFacts("unit-1", 600, [580, 550, 560])), "Each")
    const few = each[0]
    const lot = many[0]
    if (few === undefined || lot === undefined) throw new Error("units")
    expect(Rational.compare(width(lot), width(few))).toBe(-1)
  })

  test("rank sets of the intervals separate what is far apart and nothing else", () => {
    const near = evaluated([
      ...unitFacts("unit-1", 60, [58, 55, 56]),
      ...unitFacts("unit-2", 60, [57, 55, 55]),
      ...unitFacts("unit-3", 60, [20, 15, 10])
    ])
    const answer = RankSet.ofIntervals(spansOf(near, "Together"), Rational.make(95, 100))
    const ranges = answer.ok
      ? answer.sets.units.map(({ simultaneous: { best, worst } }) => [best, worst])
      : []
    expect(ranges).toEqual([
      [1, 2],
      [1, 2],
      [3, 3]
    ])
    const estimates = ScoreInterval.estimates(rules, near, "")
    if (!estimates.ok) throw new Error(estimates.problem.code)
    expect(estimates.estimates.every(({ error }) => error > 0)).toBe(true)
    const sets = RankSet.ofEstimates(estimates.estimates, Rational.make(95, 100))
    expect(sets.ok ? sets.sets.units.map(({ simultaneous }) => simultaneous.best) : []).toEqual([
      1, 1, 3
    ])
  })

  test("a perfect score of few cases is not certain", () => {
    const [few] = spansOf(evaluated(unitFacts("unit-1", 3, [3, 3, 3])), "Each")
    expect(few && Rational.toText(few.value)).toBe("100")
    expect(few && Rational.compare(few.lower, Rational.make(50))).toBe(-1)
  })

  test("weighted geometric means have intervals, and refuse standard errors", () => {
    const geometric = { ...smallRates, method: "WeightedGeometric" } as const
    const bent = compiled(geometric)
    const result = evaluated(unitFacts("unit-1", 60, [58, 55, 56]), geometric)
    const answer = ScoreInterval.of(bent, result, { level: "", confidence: 0.9, holds: "Each" })
    const [span] = answer.ok ? answer.spans : []
    if (span === undefined) throw new Error("one unit")
    expect(Rational.compare(span.lower, span.value)).toBe(-1)
    expect(Rational.compare(span.value, span.upper)).toBe(-1)
    expect(codeOf(ScoreInterval.estimates(bent, result, ""))).toBe("OutOfRange")
  })

  test("units without a score have none, and impossible confidences are refused", () => {
    const none = evaluated(manyFacts("contactOnTime", 3, { unit: "unit-1" }))
    expect(spansOf(none, "Together")).toEqual([])
    const choice = { level: "", confidence: 1, holds: "Each" } as const
    expect(codeOf(ScoreInterval.of(rules, two, choice))).toBe("BadConfidence")
  })

  test("the points of a level become a matrix that the views take", () => {
    const answer = DecisionMatrix.ofResult(rules.parts, two, "")
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(answer.matrix.unitIds).toEqual(["unit-1", "unit-2"])
    expect(answer.matrix.criteria.map(({ id }) => id)).toEqual(
      rules.parts.map(({ indicatorId }) => indicatorId)
    )
    expect(answer.without).toEqual([])
    expect(codeOf(DecisionMatrix.ofResult(rules.parts, two, "elsewhere"))).toBe("TooFewUnits")
  })
})
