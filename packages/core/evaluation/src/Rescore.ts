/**
 * The new result beside the old one, after facts were corrected: every unit with both, and what moved.
 * An appeal of one unit can move the rank of another; nothing of that is hidden.
 */
import * as Evaluation from "./Evaluation.ts"
import type { EvaluationFact } from "./EvaluationFact.ts"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import type { EvaluationResult, RankSpan, UnitResult } from "./EvaluationResult.ts"
import type { EvaluationRules } from "./EvaluationRules.ts"
import * as HearingProblem from "./HearingProblem.ts"
import * as Score from "./Score.ts"

/**
 * What a unit has on one side: nothing but its status where it is `Insufficient` or the result has no
 * such unit (`Absent`).
 *
 * @category rescoring
 * @since 0.1.0
 */
export type Side =
  | {
      readonly status: "Scored"
      readonly score: Score.Score
      readonly rank: RankSpan
      readonly bandId: string
    }
  | { readonly status: "Insufficient" }
  | { readonly status: "Absent" }

/**
 * One unit with its old side and its new one, and what differs. A change of status moves all three.
 *
 * @category rescoring
 * @since 0.1.0
 */
export interface RescoredUnit {
  readonly unitId: string
  readonly before: Side
  readonly after: Side
  readonly hasScoreMoved: boolean
  readonly hasRankMoved: boolean
  readonly hasBandMoved: boolean
}

/**
 * Two results side by side; units in order of ids.
 *
 * @category rescoring
 * @since 0.1.0
 */
export interface Rescoring {
  readonly before: EvaluationResult
  readonly after: EvaluationResult
  readonly units: ReadonlyArray<RescoredUnit>
}

/**
 * Two results side by side, or why they cannot stand so.
 *
 * @category rescoring
 * @since 0.1.0
 */
export type Compared =
  | { readonly ok: true; readonly rescoring: Rescoring }
  | { readonly ok: false; readonly problem: HearingProblem.HearingProblem }

/**
 * Compares two results of the same rules and period.
 *
 * Returns `ResultsDiffer` for other rules (by digest) or another period. Cost: linear in the units.
 *
 * @category rescoring
 * @since 0.1.0
 */
export const compare = (before: EvaluationResult, after: EvaluationResult): Compared => {
  const [one, other] = [before, after].map(({ rules, period }) => ({
    rules: rules.digest,
    period: `${period.fromSec}-${period.untilSec}-${period.asOfSec}`
  }))
  for (const what of ["rules", "period"] as const) {
    const [found, expected] = [other?.[what] ?? "", one?.[what] ?? ""]
    if (found === expected) continue
    return { ok: false, problem: HearingProblem.make("ResultsDiffer", what, found, expected) }
  }
  const ids = [...new Set([...before.units, ...after.units].map(({ unitId }) => unitId))].sort()
  const [old, now] = [before, after].map(
    ({ units }) => new Map(units.map((unit) => [unit.unitId, unit]))
  )
  const units = ids.map((unitId) => rowOf(unitId, old?.get(unitId), now?.get(unitId)))
  return { ok: true, rescoring: { before, after, units } }
}

/**
 * A rescoring, or what is wrong with rules, period, facts or corrections.
 *
 * @category rescoring
 * @since 0.1.0
 */
export type Rescored =
  | { readonly ok: true; readonly rescoring: Rescoring }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * Evaluates the facts without and with some corrections, by the same rules and for the same period.
 *
 * Cost: two evaluations.
 *
 * @category rescoring
 * @since 0.1.0
 */
export const of = (
  rules: EvaluationRules,
  facts: ReadonlyArray<EvaluationFact>,
  corrections: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod
): Rescored => {
  const before = Evaluation.evaluate(rules, facts, period)
  if (!before.ok) return before
  const after = Evaluation.evaluate(rules, [...facts, ...corrections], period)
  if (!after.ok) return after
  const compared = compare(before.result, after.result)
  if (!compared.ok) throw new Error(`The same rules gave another ${compared.problem.subject}`)
  return { ok: true, rescoring: compared.rescoring }
}

/**
 * The units whose score, rank or band moved, in order of ids.
 *
 * @category rescoring
 * @since 0.1.0
 */
export const moved = (rescoring: Rescoring): ReadonlyArray<RescoredUnit> =>
  rescoring.units.filter(
    ({ hasScoreMoved, hasRankMoved, hasBandMoved }) => hasScoreMoved || hasRankMoved || hasBandMoved
  )

const rowOf = (
  unitId: string,
  old: UnitResult | undefined,
  now: UnitResult | undefined
): RescoredUnit => {
  const [before, after] = [sideOf(old), sideOf(now)]
  if (before.status !== "Scored" || after.status !== "Scored") {
    const hasMoved = before.status !== after.status
    return {
      unitId,
      before,
      after,
      hasScoreMoved: hasMoved,
      hasRankMoved: hasMoved,
      hasBandMoved: hasMoved
    }
  }
  const [from, to] = [before.rank, after.rank]
  return {
    unitId,
    before,
    after,
    hasScoreMoved: Score.compare(before.score, after.score) !== 0,
    hasRankMoved: from.first !== to.first || from.last !== to.last || from.of !== to.of,
    hasBandMoved: before.bandId !== after.bandId
  }
}

const sideOf = (unit: UnitResult | undefined): Side => {
  if (unit === undefined) return { status: "Absent" }
  if (unit.status === "Insufficient") return { status: "Insufficient" }
  return { status: "Scored", score: unit.score, rank: unit.rank, bandId: unit.band.bandId }
}
