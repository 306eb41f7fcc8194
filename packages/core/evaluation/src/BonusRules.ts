/**
 * How a bonus is shared, as plain data: by score, band or place; what happens at a cut that the data
 * cannot draw; floors and caps for a person; what a lead gets. Every number says where it comes from.
 */
import type { Label } from "@wangge/facts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import { compileBonus } from "./internal/compileBonus.ts"
import type { Rational } from "./Rational.ts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"

/**
 * What gives a unit its weight; each of its persons has it.
 *
 * - `ByScore`: the points of its score above `above`, 0 below. It has no cut at which pay jumps.
 * - `ByBand`: the weight of its band; the rule names every band.
 * - `ByPlace`: the weight of the first step whose `placeLast` it reaches in its level, 0 after the
 *   last step. Units that share places get the mean of the weights of these places.
 *
 * @category rules
 * @since 0.1.0
 */
export type Basis =
  | { readonly kind: "ByScore"; readonly above: SourcedDecimal }
  | {
      readonly kind: "ByBand"
      readonly weights: ReadonlyArray<{ readonly bandId: string; readonly weight: SourcedDecimal }>
    }
  | {
      readonly kind: "ByPlace"
      readonly steps: ReadonlyArray<{
        readonly placeLast: SourcedDecimal
        readonly weight: SourcedDecimal
      }>
    }

/**
 * What happens to units that a cut parts although their rank sets reach across it. Append only.
 *
 * - `ShareEqually`: they all get the mean of their weights; what others get does not change.
 * - `PayBoth`: they all get the weight above the cut; the same budget then gives others less.
 * - `PayByScoreAllTheSame`: the cut stays where the scores put it; the plan names them.
 *
 * @source none: our own names
 * @category rules
 * @since 0.1.0
 */
export const overlapRules = ["ShareEqually", "PayBoth", "PayByScoreAllTheSame"] as const

/**
 * One of {@link overlapRules}.
 *
 * @category rules
 * @since 0.1.0
 */
export type OverlapRule = (typeof overlapRules)[number]

/**
 * What the rules for overlapping units are called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const overlapLabels: Readonly<Record<OverlapRule, Label.Label>> = {
  ShareEqually: {
    en: "units that overlap at the cut share equally",
    zh: "分界处难分先后的单位平分"
  },
  PayBoth: {
    en: "units that overlap at the cut are all paid as above it",
    zh: "分界处难分先后的单位均按上档发放"
  },
  PayByScoreAllTheSame: {
    en: "paid by score all the same, the overlap stated",
    zh: "仍按得分发放,并注明难分先后"
  }
}

/**
 * What the persons of a unit with an insufficient result get. Append only.
 *
 * - `Outside`: they take no part; the plan names them.
 * - `MeanWeight`: the mean weight of all persons with a score, neither reward nor penalty.
 *
 * @source none: our own names
 * @category rules
 * @since 0.1.0
 */
export const insufficientPays = ["Outside", "MeanWeight"] as const

/**
 * One of {@link insufficientPays}.
 *
 * @category rules
 * @since 0.1.0
 */
export type InsufficientPay = (typeof insufficientPays)[number]

/**
 * A whole set of bonus rules.
 *
 * `floorFen` and `capFen` are whole fen for one person, whatever share of the period was worked. A
 * lead gets `leadFactor` times the mean of what the members below are paid, exactly, before rounding
 * to the fen: nothing of its own, so it rises and falls with theirs, through floors and caps too.
 *
 * @category rules
 * @since 0.1.0
 */
export interface BonusRules {
  readonly id: string
  readonly version: string
  readonly label: Label.Label
  readonly note: Label.Label
  readonly basis: Basis
  readonly overlap: OverlapRule
  readonly insufficient: InsufficientPay
  readonly floorFen: SourcedDecimal
  readonly capFen: SourcedDecimal | "None"
  readonly leadFactor: SourcedDecimal
}

/**
 * A basis with its numbers read.
 *
 * @category rules
 * @since 0.1.0
 */
export type CompiledBasis =
  | { readonly kind: "ByScore"; readonly above: Rational }
  | { readonly kind: "ByBand"; readonly weights: ReadonlyMap<string, Rational> }
  | {
      readonly kind: "ByPlace"
      readonly steps: ReadonlyArray<{ readonly placeLast: number; readonly weight: Rational }>
    }

/**
 * Bonus rules with their numbers read.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CompiledBonus {
  readonly rules: BonusRules
  readonly basis: CompiledBasis
  readonly floorFen: number
  readonly capFen: number | "None"
  readonly leadFactor: Rational
}

/**
 * Compiled rules, or every problem with them.
 *
 * @category rules
 * @since 0.1.0
 */
export type Compilation =
  | { readonly ok: true; readonly compiled: CompiledBonus }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> }

/**
 * Reads every number of some bonus rules.
 *
 * Returns `NotANumber`, `OutOfRange`, `NotWhole`, `EmptyText`, `DuplicateId` and `UnknownId` with the
 * place in the rules. `ByPlace` needs steps that lead down: later places, smaller weights.
 *
 * ```ts
 * import { BonusPreset, BonusRules } from "@wangge/evaluation"
 *
 * const compilation = BonusRules.compile(BonusPreset.helong)
 * compilation.ok && compilation.compiled.basis.kind // => "ByScore"
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (rules: BonusRules): Compilation => compileBonus(rules)
