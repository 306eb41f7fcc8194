/**
 * The rules of an evaluation as plain data: what is counted, how a value becomes points, how points
 * become a score, how scores become bands, and how to appeal. A rule has a version, lives in a JSON
 * file (`EvaluationRulesSchema`) and is read by production and simulator alike.
 */
import type { Label } from "@wangge/facts"
import type { AdjustmentRule } from "./Adjustment.ts"
import type { BandRules } from "./Band.ts"
import type { CompiledRules } from "./CompiledRules.ts"
import type { UnitKind } from "./EvaluationFact.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import type { IndicatorRule } from "./Indicator.ts"
import { compileRules } from "./internal/compileRules.ts"
import type { PointScale } from "./PointScale.ts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"

/**
 * How points become a score: the weighted sum, in which a good part makes up for a bad one, or the
 * weighted geometric mean, in which it does so less and less. Append only.
 *
 * @source none: our own names
 * @category rules
 * @since 0.1.0
 */
export const methods = ["WeightedSum", "WeightedGeometric"] as const

/**
 * One of {@link methods}.
 *
 * @category rules
 * @since 0.1.0
 */
export type Method = (typeof methods)[number]

/**
 * How weights are read: `SumToOne` refuses a set that does not sum to exactly 1; `Scaled` divides
 * each by their sum. Append only.
 *
 * @source none: our own names
 * @category rules
 * @since 0.1.0
 */
export const weightings = ["SumToOne", "Scaled"] as const

/**
 * One of {@link weightings}.
 *
 * @category rules
 * @since 0.1.0
 */
export type Weighting = (typeof weightings)[number]

/**
 * What happens to the score of a unit when a part of it is insufficient. Append only.
 *
 * - `Whole`: the unit's whole result is insufficient. The default of our presets: a score that
 *   leaves out what could not be measured is not comparable with one that does not.
 * - `Reweight`: the weights of the other parts are scaled up to 1, as long as they have at least
 *   `weightMin` of the weight together; otherwise as `Whole`.
 * - `Carry`: the part keeps its points of the period before; without such points as `Whole`.
 *
 * @source none: our own names
 * @category rules
 * @since 0.1.0
 */
export const insufficientRules = ["Whole", "Reweight", "Carry"] as const

/**
 * One of {@link insufficientRules}.
 *
 * @category rules
 * @since 0.1.0
 */
export type InsufficientRule = (typeof insufficientRules)[number]

/**
 * One part of the score: an indicator, how its value becomes points, and its weight.
 *
 * @category rules
 * @since 0.1.0
 */
export interface ScorePart {
  readonly indicatorId: string
  readonly scale: PointScale
  readonly weight: SourcedDecimal
}

/**
 * Whom a unit appeals to, in words, and within how many days after it was told.
 *
 * @category rules
 * @since 0.1.0
 */
export interface AppealRule {
  readonly path: Label.Label
  readonly days: SourcedDecimal
}

/**
 * A whole set of rules.
 *
 * `version` is the author's own text and changes with every change of a number; results also carry a
 * digest of the rules, so that a silent change shows. `indicators` are all counted and shown;
 * `parts` say which of them are scored.
 *
 * @category rules
 * @since 0.1.0
 */
export interface EvaluationRules {
  readonly id: string
  readonly version: string
  readonly label: Label.Label
  readonly note: Label.Label
  readonly unitKind: UnitKind
  readonly indicators: ReadonlyArray<IndicatorRule>
  readonly parts: ReadonlyArray<ScorePart>
  readonly method: Method
  readonly weighting: Weighting
  readonly insufficient: {
    readonly rule: InsufficientRule
    readonly weightMin: SourcedDecimal
  }
  readonly adjustments: ReadonlyArray<AdjustmentRule>
  readonly bands: BandRules
  readonly appeal: AppealRule
}

/**
 * Compiled rules, or every problem with them.
 *
 * @category rules
 * @since 0.1.0
 */
export type Compilation =
  | { readonly ok: true; readonly compiled: CompiledRules }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * Reads every number of some rules and checks that they hold together: weights sum to exactly 1,
 * scales reward what their indicator calls better, every score falls in exactly one band.
 *
 * ```ts
 * import { EvaluationPreset, EvaluationRules } from "@wangge/evaluation"
 *
 * const rules = EvaluationPreset.threeRates
 * const compilation = EvaluationRules.compile({ ...rules, parts: rules.parts.slice(0, 2) })
 * compilation.ok ? [] : compilation.problems.map(({ code, found }) => `${code}: ${found}`)
 * // => ["WeightsNotOne: 0.65 = 1 - 0.35"]
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (rules: EvaluationRules): Compilation => compileRules(rules)

/**
 * What indicators, adjustments and bands of some rules are called, by their ids, and the three rules
 * for insufficient parts: what `EvaluationReason.describe` needs to speak in a reader's words.
 *
 * @category labels
 * @since 0.1.0
 */
export const labelsOf = (rules: EvaluationRules): Readonly<Record<string, Label.Label>> => ({
  ...insufficientLabels,
  ...Object.fromEntries(
    [...rules.indicators, ...rules.adjustments, ...rules.bands.bands].map(({ id, label }) => [
      id,
      label
    ])
  )
})

/**
 * What the rules for insufficient parts are called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const insufficientLabels: Readonly<Record<InsufficientRule, Label.Label>> = {
  Whole: {
    en: "no score unless every part is measured",
    zh: "任一部分样本不足即不评总分"
  },
  Reweight: {
    en: "the measured parts count alone if they have enough weight",
    zh: "已测部分权重足够时按比例计分"
  },
  Carry: {
    en: "a part keeps its points of the last period, if it had any",
    zh: "沿用该部分上期得分"
  }
}
