/**
 * An indicator as data: which kinds of facts put a matter below the line, which above it, which
 * leave it out and why. A town declares its own; nothing here knows cases. Shares count matters, each
 * once per unit; ratios add up quantities.
 */
import type { Label } from "@wangge/facts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"

/**
 * `Share`: of the matters below the line, those above it, from 0 to 1. `Ratio`: the quantities of the
 * facts above over those below, 0 or more, such as points given over points possible. Append only.
 *
 * @source none: our own names
 * @category indicators
 * @since 0.1.0
 */
export const measures = ["Share", "Ratio"] as const

/**
 * One of {@link measures}.
 *
 * @category indicators
 * @since 0.1.0
 */
export type Measure = (typeof measures)[number]

/**
 * A reason that leaves matters out, and the kinds of facts that say so.
 *
 * @category indicators
 * @since 0.1.0
 */
export interface ExclusionRule {
  readonly reason: string
  readonly label: Label.Label
  readonly factKinds: ReadonlyArray<string>
}

/**
 * One indicator.
 *
 * For a `Share`, a matter of a unit is
 * - **excluded** for the first of `exclusions` of which it has a fact, if it would otherwise be
 *   in one of the next three;
 * - **below** (in the denominator) when it has a fact of `denominatorKinds` in the period;
 * - **above** (in the numerator) when it is below, has a fact of `numeratorKinds` and none of
 *   `againstKinds`;
 * - **unanswered** when it is not below but has a fact of `askedKinds` in the period.
 *
 * Facts of the numerator, against it and of exclusions may come after the period, up to its `asOfSec`.
 * For a `Ratio` the quantities of facts in the period are added, each cause once; `againstKinds`,
 * `askedKinds` and `exclusions` are then empty.
 *
 * `sampleMin` is the smallest denominator that gives a number; below it the value is `TooFew`.
 *
 * @category indicators
 * @since 0.1.0
 */
export interface IndicatorRule {
  readonly id: string
  readonly label: Label.Label
  readonly measure: Measure
  readonly better: "Higher" | "Lower"
  readonly numeratorKinds: ReadonlyArray<string>
  readonly denominatorKinds: ReadonlyArray<string>
  readonly againstKinds: ReadonlyArray<string>
  readonly askedKinds: ReadonlyArray<string>
  readonly exclusions: ReadonlyArray<ExclusionRule>
  readonly sampleMin: SourcedDecimal
}

/**
 * An indicator compiled to bit sets over the kinds of facts that its rules read; bit `i` stands for
 * the kind at place `i` of the compiled rules' `factKinds`.
 *
 * @category indicators
 * @since 0.1.0
 */
export interface CompiledIndicator {
  readonly id: string
  readonly measure: Measure
  readonly numeratorBits: number
  readonly denominatorBits: number
  readonly againstBits: number
  readonly askedBits: number
  readonly exclusionBits: ReadonlyArray<number>
  readonly sampleMin: number
}

/**
 * What {@link verdict} returns for a matter that the indicator does not see at all.
 *
 * @source none: our own codes
 * @category verdicts
 * @since 0.1.0
 */
export const outside = 0
/**
 * What {@link verdict} returns for a matter in the denominator only.
 *
 * @source none: our own codes
 * @category verdicts
 * @since 0.1.0
 */
export const below = 1
/**
 * What {@link verdict} returns for a matter in denominator and numerator.
 *
 * @source none: our own codes
 * @category verdicts
 * @since 0.1.0
 */
export const above = 2
/**
 * What {@link verdict} returns for a matter that was asked about and has no answer.
 *
 * @source none: our own codes
 * @category verdicts
 * @since 0.1.0
 */
export const unanswered = 3
/**
 * What {@link verdict} returns for a matter that the first exclusion leaves out; the next
 * exclusions follow.
 *
 * @source none: our own codes
 * @category verdicts
 * @since 0.1.0
 */
export const excluded = 4

/**
 * Where a matter of one unit stands for a `Share`: {@link outside}, {@link below}, {@link above},
 * {@link unanswered}, or {@link excluded} plus the place of the exclusion.
 *
 * `everBits` are the kinds of all its facts before the period's `asOfSec`, `periodBits` those in the
 * period. This is the one statement of the rule; records and columns both call it. Allocates nothing.
 *
 * @source none: our own rule
 * @category verdicts
 * @since 0.1.0
 */
export const verdict = (
  indicator: CompiledIndicator,
  everBits: number,
  periodBits: number
): number => {
  const isBelow = (periodBits & indicator.denominatorBits) !== 0
  if (!isBelow && (periodBits & indicator.askedBits) === 0) return outside
  for (let index = 0; index < indicator.exclusionBits.length; index += 1) {
    if ((everBits & indicator.exclusionBits[index]!) !== 0) return excluded + index
  }
  if (!isBelow) return unanswered
  const isAbove = (everBits & indicator.numeratorBits) !== 0
  return isAbove && (everBits & indicator.againstBits) === 0 ? above : below
}
