/**
 * Lines of a score beside its weighted parts: deductions and extra points by the matter with a cap,
 * and veto items that cap the whole score. Each is its own line, so that nobody has to guess where
 * points went.
 */
import type { Label } from "@wangge/facts"
import type * as Rational from "./Rational.ts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"

/**
 * The kinds of adjustments, in the order in which they are made. Append only.
 *
 * @source none: our own names
 * @category adjustments
 * @since 0.1.0
 */
export const kinds = ["Extra", "Deduction", "Veto"] as const

/**
 * One of {@link kinds}.
 *
 * @category adjustments
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * Points for or against, by the matter: each matter of the unit with a fact of `factKinds` in the
 * period gives (`Extra`) or takes (`Deduction`) `pointsEach`, together at most `pointsMax`.
 *
 * @category adjustments
 * @since 0.1.0
 */
export interface PointsRule {
  readonly kind: "Extra" | "Deduction"
  readonly id: string
  readonly label: Label.Label
  readonly factKinds: ReadonlyArray<string>
  readonly pointsEach: SourcedDecimal
  readonly pointsMax: SourcedDecimal
}

/**
 * A veto item (一票否决): from `matterMin` matters of `factKinds` in the period on, the score is at
 * most `scoreMax`.
 *
 * @category adjustments
 * @since 0.1.0
 */
export interface VetoRule {
  readonly kind: "Veto"
  readonly id: string
  readonly label: Label.Label
  readonly factKinds: ReadonlyArray<string>
  readonly matterMin: SourcedDecimal
  readonly scoreMax: SourcedDecimal
}

/**
 * One adjustment.
 *
 * @category adjustments
 * @since 0.1.0
 */
export type AdjustmentRule = PointsRule | VetoRule

/**
 * An adjustment with its numbers read and its kinds of facts as bits: for `Extra` and `Deduction`
 * `each` and `max` are points, for `Veto` `each` is the least number of matters and `max` the most
 * that the score can be.
 *
 * @category adjustments
 * @since 0.1.0
 */
export interface CompiledAdjustment {
  readonly kind: Kind
  readonly id: string
  readonly factBits: number
  readonly each: Rational.Rational
  readonly max: Rational.Rational
}

/**
 * Whether a matter counts for an adjustment, given the kinds of its facts in the period. The one
 * statement of the rule for records and columns. Allocates nothing.
 *
 * @source none: our own rule
 * @category adjustments
 * @since 0.1.0
 */
export const counts = (adjustment: CompiledAdjustment, periodBits: number): boolean =>
  (periodBits & adjustment.factBits) !== 0
