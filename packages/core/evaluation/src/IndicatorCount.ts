/**
 * What was counted for one indicator of one unit, and the value that it gives. Counts of disjoint
 * matters merge by adding, so that a stream may be counted in pieces; without enough matters there is
 * no value, neither 0 nor 100.
 */
import * as Indicator from "./Indicator.ts"
import * as Rational from "./Rational.ts"

/**
 * The counts of one indicator: matters for a `Share`, sums of quantities for a `Ratio`.
 *
 * `excluded` has one count for each exclusion of the indicator, in its order.
 *
 * @category counts
 * @since 0.1.0
 */
export interface IndicatorCount {
  readonly numerator: number
  readonly denominator: number
  readonly unanswered: number
  readonly excluded: ReadonlyArray<number>
}

/**
 * A value, or why there is none: `Absent` for a denominator of 0, `TooFew` for one below the
 * minimum sample.
 *
 * @category values
 * @since 0.1.0
 */
export type IndicatorValue =
  | { readonly status: "Known"; readonly value: Rational.Rational }
  | { readonly status: "TooFew"; readonly denominator: number; readonly sampleMin: number }
  | { readonly status: "Absent" }

/**
 * Nothing counted yet, for an indicator with so many exclusions.
 *
 * @category counts
 * @since 0.1.0
 */
export const empty = (exclusionCount: number): IndicatorCount => ({
  numerator: 0,
  denominator: 0,
  unanswered: 0,
  excluded: Array.from({ length: exclusionCount }, () => 0)
})

/**
 * The counts of two sets of matters that have no matter in common.
 *
 * Throws a `RangeError` when the two are of indicators with different exclusions.
 *
 * ```ts
 * import { IndicatorCount } from "@wangge/evaluation"
 *
 * const half = { numerator: 1, denominator: 2, unanswered: 1, excluded: [3] }
 * IndicatorCount.merge(half, half)
 * // => { numerator: 2, denominator: 4, unanswered: 2, excluded: [6] }
 * ```
 *
 * @category counts
 * @since 0.1.0
 */
export const merge = (left: IndicatorCount, right: IndicatorCount): IndicatorCount => {
  if (left.excluded.length !== right.excluded.length) {
    throw new RangeError("Only counts of the same indicator can be merged")
  }
  return {
    numerator: left.numerator + right.numerator,
    denominator: left.denominator + right.denominator,
    unanswered: left.unanswered + right.unanswered,
    excluded: left.excluded.map((count, index) => count + (right.excluded[index] ?? 0))
  }
}

/**
 * The value that some counts give.
 *
 * ```ts
 * import { IndicatorCount, Rational } from "@wangge/evaluation"
 *
 * const tianmen = { numerator: 911, denominator: 972, unanswered: 0, excluded: [] }
 * const value = IndicatorCount.value(tianmen, 30)
 * value.status === "Known" ? Rational.toDecimal(Rational.multiply(value.value, Rational.hundred), 2) : ""
 * // => "93.72"
 * IndicatorCount.value(IndicatorCount.empty(0), 30) // => { status: "Absent" }
 * ```
 *
 * @source none: the rule of the minimum sample is a mechanism of the field (a result from too few
 * samples is insufficient, not a number); the sample itself is a parameter
 * @category values
 * @since 0.1.0
 */
export const value = (count: IndicatorCount, sampleMin: number): IndicatorValue => {
  if (count.denominator === 0) return { status: "Absent" }
  if (count.denominator < sampleMin) {
    return { status: "TooFew", denominator: count.denominator, sampleMin }
  }
  return { status: "Known", value: Rational.make(count.numerator, count.denominator) }
}

/**
 * How far the unanswered could move a share: `answeredShare` is answered / asked; `lower` and
 * `upper` are the share had all the unanswered been outside or inside the numerator.
 *
 * @category values
 * @since 0.1.0
 */
export interface AnswerBounds {
  readonly answeredShare: Rational.Rational
  readonly lower: Rational.Rational
  readonly upper: Rational.Rational
}

/**
 * The bounds that the unanswered leave open, or `"None"` when nobody was asked.
 *
 * ```ts
 * import { IndicatorCount, Rational } from "@wangge/evaluation"
 *
 * const satisfied = { numerator: 60, denominator: 70, unanswered: 30, excluded: [] }
 * const bounds = IndicatorCount.bounds(satisfied)
 * bounds === "None" ? [] : [bounds.lower, bounds.upper].map(Rational.toNumber) // => [0.6, 0.9]
 * ```
 *
 * @source none: arithmetic; also called worst-case (Manski) bounds
 * @category values
 * @since 0.1.0
 */
export const bounds = (count: IndicatorCount): AnswerBounds | "None" => {
  const asked = count.denominator + count.unanswered
  if (asked === 0) return "None"
  return {
    answeredShare: Rational.make(count.denominator, asked),
    lower: Rational.make(count.numerator, asked),
    upper: Rational.make(count.numerator + count.unanswered, asked)
  }
}

/**
 * The counts of some matters of one unit, given {@link Indicator.verdict} of each.
 *
 * @category counts
 * @since 0.1.0
 */
export const ofVerdicts = (verdicts: Iterable<number>, exclusionCount: number): IndicatorCount => {
  const excluded = Array.from({ length: exclusionCount }, () => 0)
  const [outsideAt, belowAt, aboveAt, unansweredAt] = [0, 0, 0, 0]
  const tally = [outsideAt, belowAt, aboveAt, unansweredAt]
  for (const verdict of verdicts) {
    const counts = verdict < Indicator.excluded ? tally : excluded
    const at = verdict < Indicator.excluded ? verdict : verdict - Indicator.excluded
    counts[at] = (counts[at] ?? 0) + 1
  }
  const numerator = tally[Indicator.above] ?? 0
  return {
    numerator,
    denominator: numerator + (tally[Indicator.below] ?? 0),
    unanswered: tally[Indicator.unanswered] ?? 0,
    excluded
  }
}
