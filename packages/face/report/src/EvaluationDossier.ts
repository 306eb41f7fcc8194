/**
 * Everything that people are shown about one evaluation, gathered once: the result, how sure each
 * score is, against whom, which signals ask for an inspection, what a bonus would pay, and the cases
 * behind the numbers. Every rule is that of `@wangge/evaluation`; the terminal's table, the JSON and
 * the HTML page show the same dossier.
 */
import {
  Bonus,
  BonusProblem,
  BonusRules,
  type CompiledRules,
  Evaluation,
  type EvaluationFact,
  type EvaluationPeriod,
  EvaluationProblem,
  type EvaluationResult,
  EvaluationRules,
  Rational,
  Signal,
  type SignalRules
} from "@wangge/evaluation"
import type { Label } from "@wangge/facts"
import * as BandHair from "./BandHair.ts"
import * as LevelStanding from "./LevelStanding.ts"

/**
 * What a bonus is planned from: the rules, whole fen, and who is there. The dossier's own rank sets
 * are its evidence.
 *
 * @category dossiers
 * @since 0.1.0
 */
export interface Payment {
  readonly rules: BonusRules.BonusRules
  readonly budgetFen: number
  readonly members: ReadonlyArray<Bonus.Member>
  readonly leads: ReadonlyArray<Bonus.Lead>
}

/**
 * What a dossier is made from.
 *
 * @category dossiers
 * @since 0.1.0
 */
export interface Request {
  readonly rules: EvaluationRules.EvaluationRules
  readonly facts: ReadonlyArray<EvaluationFact.EvaluationFact>
  readonly period: EvaluationPeriod.EvaluationPeriod
  readonly signals: SignalRules.SignalRules
  readonly payment: Payment | "None"
}

/**
 * A gathered dossier; `explanations` are those of {@link withCases}. `confidence` is that of every interval by itself and of each level's rank sets
 * as a whole; `hairs` are only there for weighted sums.
 *
 * @category dossiers
 * @since 0.1.0
 */
export interface EvaluationDossier {
  readonly compiled: CompiledRules.CompiledRules
  readonly period: EvaluationPeriod.EvaluationPeriod
  readonly result: EvaluationResult.EvaluationResult
  readonly confidence: Rational.Rational
  readonly levels: ReadonlyArray<LevelStanding.LevelStanding>
  readonly hairs: ReadonlyArray<BandHair.BandHair>
  readonly signals: Signal.SignalReport
  readonly bonus: { readonly label: Label.Label; readonly plan: Bonus.BonusPlan } | "None"
  readonly explanations: ReadonlyArray<Evaluation.Explanation>
}

/**
 * Something that keeps a dossier from being made: `subject` is a place in the rules, a unit, a person
 * or the id of a fact.
 *
 * @category dossiers
 * @since 0.1.0
 */
export interface DossierProblem {
  readonly code: string
  readonly subject: string
  readonly words: Label.Label
}

/**
 * A dossier, or everything that is wrong with what it was to be made from.
 *
 * @category dossiers
 * @since 0.1.0
 */
export type Gathering =
  | { readonly ok: true; readonly dossier: EvaluationDossier }
  | { readonly ok: false; readonly problems: ReadonlyArray<DossierProblem> }

/**
 * The confidence of all intervals and rank sets of a dossier.
 *
 * @source none: the level that statistics usually takes
 * @category dossiers
 * @since 0.1.0
 */
export const confidence: Rational.Rational = Rational.make(95, 100)

/**
 * Evaluates and gathers.
 *
 * Rank sets are those of exact intervals that hold together, which is right for every sample size and
 * wider than a large-sample test would be. A funnel is drawn around the share of all units of a level
 * together. A bonus needs units of one level: a budget is not shared between levels by a score that
 * does not compare them.
 *
 * Cost: n log n in the facts, and pairs of units for rank sets.
 *
 * ```ts
 * import { EvaluationPeriod, EvaluationPreset, SignalRules } from "@wangge/evaluation"
 * import { EvaluationDossier } from "@wangge/report"
 *
 * const period = EvaluationPeriod.make({ fromSec: 5, untilSec: 5 })
 * const gathering = EvaluationDossier.gather({
 *   rules: EvaluationPreset.helong, facts: [], period, signals: SignalRules.usual, payment: "None"
 * })
 * gathering.ok ? [] : gathering.problems.map(({ code }) => code) // => ["EmptyPeriod"]
 * ```
 *
 * @source none: our own selection of what is shown
 * @category dossiers
 * @since 0.1.0
 */
export const gather = (request: Request): Gathering => {
  const { rules, facts, period } = request
  const compilation = EvaluationRules.compile(rules)
  if (!compilation.ok) return refused(compilation.problems, EvaluationProblem.describe)
  const { compiled } = compilation
  const counting = Evaluation.count(compiled, facts, period)
  if (!counting.ok) return refused(counting.problems, EvaluationProblem.describe)
  const result = Evaluation.ofCounts(compiled, counting.counted, period)
  const levels = result.levels.map(({ level }) =>
    LevelStanding.of(compiled, result, { level, confidence })
  )
  const search = Signal.find({ ...request.signals, unitKind: rules.unitKind }, facts, period)
  if (!search.ok) return refused(search.problems, EvaluationProblem.describe)
  const bonus = bonusOf(result, levels, request.payment)
  if (!bonus.ok) return bonus
  const dossier = {
    compiled,
    period,
    result,
    confidence,
    levels,
    hairs: BandHair.of(compiled, result),
    signals: search.report,
    bonus: bonus.bonus,
    explanations: []
  }
  return { ok: true, dossier }
}

/**
 * A dossier that lists the cases behind every number of some units, from the facts that it was gathered
 * from.
 *
 * Throws a `RangeError` for facts that cannot be evaluated, which are then others. Cost: for each unit
 * n log n in the facts.
 *
 * @category dossiers
 * @since 0.1.0
 */
export const withCases = (
  dossier: EvaluationDossier,
  facts: ReadonlyArray<EvaluationFact.EvaluationFact>,
  unitIds: ReadonlyArray<string>
): EvaluationDossier => {
  const { compiled, period } = dossier
  const explanations = unitIds.map((unitId) => {
    const explained = Evaluation.explain(compiled, facts, period, unitId)
    if (explained.ok) return explained.explanation
    throw new RangeError("These are not the facts that the dossier was gathered from")
  })
  return { ...dossier, explanations }
}

type Bonused =
  | { readonly ok: true; readonly bonus: EvaluationDossier["bonus"] }
  | { readonly ok: false; readonly problems: ReadonlyArray<DossierProblem> }

const bonusOf = (
  result: EvaluationResult.EvaluationResult,
  levels: ReadonlyArray<LevelStanding.LevelStanding>,
  payment: Payment | "None"
): Bonused => {
  if (payment === "None") return { ok: true, bonus: "None" }
  const [standing, ...others] = levels
  if (standing === undefined || others.length > 0) return oneProblem("LevelsNotOne", notOneLevel)
  if (standing.ranks === "None") return oneProblem("NobodyScored", nobodyScored)
  const compilation = BonusRules.compile(payment.rules)
  if (!compilation.ok) return refused(compilation.problems, EvaluationProblem.describe)
  const planned = Bonus.plan(compilation.compiled, {
    result,
    level: standing.level,
    evidence: standing.ranks,
    budgetFen: payment.budgetFen,
    members: payment.members,
    leads: payment.leads,
    ties: { kind: "ById" }
  })
  if (!planned.ok) return refused(planned.problems, BonusProblem.describe)
  return { ok: true, bonus: { label: payment.rules.label, plan: planned.plan } }
}

const oneProblem = (code: string, words: Label.Label): Bonused => ({
  ok: false,
  problems: [{ code, subject: "budget", words }]
})

const notOneLevel: Label.Label = {
  en: "The budget can be shared among units of one level; evaluate each level by itself.",
  zh: "预算只能在同一层级的单位之间分配;请按层级分别考核。"
}

const nobodyScored: Label.Label = {
  en: "The budget cannot be shared: no unit has a score.",
  zh: "无单位有得分,预算无从分配。"
}

const refused = <Some extends { readonly code: string; readonly subject: string }>(
  problems: ReadonlyArray<Some>,
  describe: (problem: Some) => Label.Label
): { readonly ok: false; readonly problems: ReadonlyArray<DossierProblem> } => ({
  ok: false,
  problems: problems.map((problem) => ({
    code: problem.code,
    subject: problem.subject,
    words: describe(problem)
  }))
})
