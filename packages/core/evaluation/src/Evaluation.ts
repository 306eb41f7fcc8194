/**
 * The one pure function of evaluation: rules, facts and a period give a result. Production and
 * simulator call the same; counting and scoring are also there apart, so that a stream of facts can
 * be counted in columns and scored by the very same rules.
 */
import type { CompiledRules } from "./CompiledRules.ts"
import type { EvaluationFact } from "./EvaluationFact.ts"
import type { EvaluationPeriod } from "./EvaluationPeriod.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import type { EvaluationResult } from "./EvaluationResult.ts"
import * as EvaluationRules from "./EvaluationRules.ts"
import type { FactTally } from "./FactTally.ts"
import { countUnit, factsByUnit, sumProblems } from "./internal/countFacts.ts"
import { explainUnit } from "./internal/explainUnit.ts"
import { periodProblems } from "./internal/periodProblems.ts"
import { scoreCounts } from "./internal/scoreCounts.ts"
import { usableFacts } from "./internal/usableFacts.ts"
import type { UnitCounts } from "./UnitCounts.ts"

/**
 * A result, or everything that is wrong with rules, period or facts: then nobody is scored.
 *
 * @category evaluation
 * @since 0.1.0
 */
export type Evaluated =
  | { readonly ok: true; readonly result: EvaluationResult }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * Evaluates units by some rules over the facts of a period.
 *
 * The order of facts, units and of what stood before is irrelevant. The same fact twice counts once.
 * A part that cannot be measured is never 0 and never 100: the unit's result is insufficient, or as
 * the rules say. Cost: n log n in the facts, which are held in memory; for streams see {@link ofCounts}.
 *
 * ```ts
 * import {
 *   Evaluation, EvaluationFact, EvaluationPeriod, EvaluationPreset, Rational
 * } from "@wangge/evaluation"
 * import { Id } from "@wangge/facts"
 *
 * const kinds = ["contactOnTime", "caseClaimed", "caseConfirmed", "reporterSatisfied"]
 * const facts = Array.from({ length: 40 }, (_, number) =>
 *   kinds.map((kind, at) =>
 *     EvaluationFact.of({
 *       id: Id.make(`case-${number}/${at}`), kind, subjectId: "unit-1", gridId: Id.make("grid-1"),
 *       atSec: number, quantity: 1, unit: "case", causeId: `case-${number}/${at}`
 *     })
 *   )
 * ).flat()
 * const period = EvaluationPeriod.make({ fromSec: 0, untilSec: 86_400 })
 * const evaluated = Evaluation.evaluate(EvaluationPreset.threeRates, facts, period)
 * const unit = evaluated.ok ? evaluated.result.units[0] : undefined
 * unit?.status === "Scored" ? Rational.toText(unit.score.value) : "" // => "100"
 * ```
 *
 * @category evaluation
 * @since 0.1.0
 */
export const evaluate = (
  rules: EvaluationRules.EvaluationRules,
  facts: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod
): Evaluated => {
  const compilation = EvaluationRules.compile(rules)
  if (!compilation.ok) return compilation
  const { compiled } = compilation
  const counting = count(compiled, facts, period)
  if (!counting.ok) return counting
  return { ok: true, result: ofCounts(compiled, counting.counted, period) }
}

/**
 * What was counted: for every unit with a fact, and the tally of all facts.
 *
 * @category counting
 * @since 0.1.0
 */
export interface Counted {
  readonly units: ReadonlyArray<UnitCounts>
  readonly facts: FactTally
}

/**
 * Counts, or what is wrong with the period or the facts.
 *
 * @category counting
 * @since 0.1.0
 */
export type Counting =
  | { readonly ok: true; readonly counted: Counted }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * The first half of {@link evaluate}: facts to counts, units in the order of their ids.
 *
 * @category counting
 * @since 0.1.0
 */
export const count = (
  compiled: CompiledRules,
  facts: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod
): Counting => {
  const wrong = periodProblems(compiled, period)
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const found = usableFacts(compiled, facts, period)
  if (!found.ok) return found
  const { usable } = found
  const unitIds = new Set([...period.units.map(({ id }) => id), ...usable.namedUnitIds])
  const byUnit = factsByUnit(compiled, usable.facts, [...unitIds].sort())
  const units = [...byUnit].map(([unitId, unit]) => countUnit(compiled, unitId, unit))
  const problems = units.flatMap((unit) => sumProblems(unit, compiled))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, counted: { units, facts: usable.tally } }
}

/**
 * The second half of {@link evaluate}: counts to a result. Where the period lists units, exactly
 * these are in the result, otherwise those that were counted.
 *
 * The counts are those of `compiled` and the period holds together (as {@link count} has checked).
 * Cost: n log n in the units, a few exact operations each.
 *
 * @category evaluation
 * @since 0.1.0
 */
export const ofCounts = (
  compiled: CompiledRules,
  counted: Counted,
  period: EvaluationPeriod
): EvaluationResult => scoreCounts(compiled, counted, period)

/**
 * The matters behind one indicator of one unit, each list in order of the ids. For a `Ratio`, `above`
 * are those with quantities of the numerator, `below` those with quantities of the denominator only.
 *
 * @category explaining
 * @since 0.1.0
 */
export interface IndicatorMatters {
  readonly indicatorId: string
  readonly above: ReadonlyArray<string>
  readonly below: ReadonlyArray<string>
  readonly unanswered: ReadonlyArray<string>
  readonly excluded: ReadonlyArray<{
    readonly reason: string
    readonly matterIds: ReadonlyArray<string>
  }>
}

/**
 * The matters behind all numbers of one unit.
 *
 * @category explaining
 * @since 0.1.0
 */
export interface Explanation {
  readonly unitId: string
  readonly indicators: ReadonlyArray<IndicatorMatters>
  readonly adjustments: ReadonlyArray<{
    readonly adjustmentId: string
    readonly matterIds: ReadonlyArray<string>
  }>
}

/**
 * An explanation, or what is wrong with the period or the facts.
 *
 * @category explaining
 * @since 0.1.0
 */
export type Explained =
  | { readonly ok: true; readonly explanation: Explanation }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * Leads every number of one unit down to the ids of its matters (cases, visits, inspections), so that
 * a unit can check them one by one. Nothing of it is kept in a result: it is derived again from the
 * same facts.
 *
 * @category explaining
 * @since 0.1.0
 */
export const explain = (
  compiled: CompiledRules,
  facts: ReadonlyArray<EvaluationFact>,
  period: EvaluationPeriod,
  unitId: string
): Explained => {
  const wrong = periodProblems(compiled, period)
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const found = usableFacts(compiled, facts, period)
  if (!found.ok) return found
  const unit = factsByUnit(compiled, found.usable.facts, [unitId]).get(unitId)
  return { ok: true, explanation: explainUnit(compiled, unitId, unit?.matters ?? new Map()) }
}
