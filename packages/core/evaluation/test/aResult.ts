/**
 * Small makers for the tests: results with chosen scores, and rank-set reports about them.
 */
import {
  Evaluation,
  EvaluationPeriod,
  EvaluationResult,
  type EvaluationRules,
  type RankEvidence
} from "../src/index.ts"
import { compiled, exact, smallRates } from "./aFact.ts"

/** Rules whose score is 100 times the share of cases closed; a share of nothing is insufficient. */
export const oneRate: EvaluationRules.EvaluationRules = {
  ...smallRates,
  id: "one-rate",
  indicators: smallRates.indicators.slice(0, 1),
  parts: smallRates.parts.slice(0, 1).map((part) => ({
    ...part,
    weight: { value: "1", provenance: { kind: "assumed", reason: "for a test" } }
  }))
}

/** A unit: `part` of `of` cases; `of` 0 makes it insufficient. */
export type Given = readonly [unitId: string, part: number, of: number, level?: string]

/** A result with the scores 100 x part / of. */
export const aResult = (
  given: ReadonlyArray<Given>,
  rules: EvaluationRules.EvaluationRules = oneRate
): EvaluationResult.EvaluationResult => {
  const period = EvaluationPeriod.make({
    fromSec: 0,
    untilSec: 1000,
    units: given.map(([id, , , level]) => ({ id, label: { en: id, zh: id }, level: level ?? "" }))
  })
  const units = given.map(([unitId, part, of]) => ({
    unitId,
    indicators: [{ numerator: part, denominator: of, unanswered: 0, excluded: [] }],
    adjustments: []
  }))
  const facts = { given: 0, counted: 0, excluded: [] }
  return Evaluation.ofCounts(compiled(rules), { units, facts }, period)
}

/** A report in which every unit's ranks are those of its score alone. */
export const sureRanks = (
  result: EvaluationResult.EvaluationResult,
  level = ""
): RankEvidence.RankEvidence =>
  aReport(
    EvaluationResult.scored(result)
      .filter((unit) => unit.level === level)
      .map(({ unitId, rank }) => [unitId, rank.first, rank.last])
  )

/** A report with these ranks. */
export const aReport = (
  ranks: ReadonlyArray<readonly [unitId: string, first: number, last: number]>
): RankEvidence.RankEvidence => ({
  method: "pairwise tests",
  confidence: exact("0.95"),
  units: ranks.map(([unitId, best, worst]) => ({ unitId, simultaneous: { best, worst } }))
})
