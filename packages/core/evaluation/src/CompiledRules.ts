/**
 * Rules with every number read and every kind of fact a bit: what counting and scoring work with.
 * Made by `EvaluationRules.compile`, which refuses rules that do not hold together.
 */
import type { CompiledAdjustment } from "./Adjustment.ts"
import type { EvaluationRules } from "./EvaluationRules.ts"
import type { CompiledIndicator } from "./Indicator.ts"
import type { CompiledScale } from "./PointScale.ts"
import type { Rational } from "./Rational.ts"

/**
 * The most kinds of facts that one set of rules can read: a bit each in a 32-bit number, the sign
 * left alone.
 *
 * @category limits
 * @source none: the width of a bit set
 * @since 0.1.0
 */
export const factKindCountMax = 31

/**
 * The deepest root that a weighted geometric mean may need: the common denominator of the weights.
 *
 * @category limits
 * @source none: weights in thousandths; deeper roots only cost time
 * @since 0.1.0
 */
export const rootDegreeMax = 1000

/**
 * One part of the score; weights of all parts sum to exactly 1.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CompiledPart {
  readonly indicatorIndex: number
  readonly indicatorId: string
  readonly scale: CompiledScale
  readonly weight: Rational
}

/**
 * Bands with their edges read, best first; quotas in the order of their bands.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CompiledBands {
  readonly ids: ReadonlyArray<string>
  readonly from: ReadonlyArray<Rational>
  readonly excellentIndex: number
  readonly fall: Rational
  readonly rise: Rational
  readonly quotas: ReadonlyArray<{
    readonly bandIndex: number
    readonly shareMax: Rational
    readonly ties: "AllDown" | "AllStay"
  }>
}

/**
 * A whole set of compiled rules.
 *
 * `factKinds` are all kinds of facts that the rules read, in order; the place of a kind is its bit.
 * `outcomeBits` are those that also count outside the period, up to its `asOfSec`.
 *
 * @category rules
 * @since 0.1.0
 */
export interface CompiledRules {
  readonly rules: EvaluationRules
  readonly digest: string
  readonly factKinds: ReadonlyArray<string>
  readonly outcomeBits: number
  readonly indicators: ReadonlyArray<CompiledIndicator>
  readonly parts: ReadonlyArray<CompiledPart>
  readonly adjustments: ReadonlyArray<CompiledAdjustment>
  readonly bands: CompiledBands
  readonly insufficientWeightMin: Rational
  readonly appealDays: number
}
