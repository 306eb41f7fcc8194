/**
 * An exact one-sided test: how likely a number as extreme as the one observed is, and how often the test
 * rings for nothing. By whole-number arithmetic alone, so that a level is kept and not nearly kept.
 */
import type { ExactDistribution } from "./ExactDistribution.ts"
import { power } from "./internal/wholeRoot.ts"
import * as Rational from "./Rational.ts"

/**
 * Which side of a distribution is suspicious.
 *
 * @category tests
 * @since 0.1.0
 */
export type Tail = "Many" | "Few"

/**
 * The chance of a number at least as extreme as the one observed, and `attained`, the chance of one
 * so extreme that its own chance is at most `level`: how often this test, alone, would ring for
 * somebody who does nothing wrong. It is never above the level; whole numbers leave it below.
 *
 * `pValue` is rounded up in its 18th digit and never given below 10^-100: rounding rings no alarm.
 *
 * ```ts
 * import { ExactDistribution, ExactTest, Rational } from "@wangge/evaluation"
 *
 * const tosses = ExactDistribution.binomial(10, Rational.make(1, 2))
 * const level = Rational.make(1, 20)
 * const found = ExactTest.of(tosses, { observed: 9, tail: "Many", level })
 * Rational.toText(found.attained) // => "11/1024"
 * ```
 *
 * @source none: the p-value and the attained size of an exact one-sided test
 * @category tests
 * @since 0.1.0
 */
export const of = (
  distribution: ExactDistribution,
  { observed, tail, level }: { observed: number; tail: Tail; level: Rational.Rational }
): { readonly pValue: Rational.Rational; readonly attained: Rational.Rational } => {
  const { from, weights, total } = distribution
  const ordered = tail === "Many" ? weights.toReversed() : weights
  const end = tail === "Many" ? from + weights.length - 1 - observed : observed - from
  let sum = 0n
  let extreme = 0n
  let attained = 0n
  for (const [place, weight] of ordered.entries()) {
    sum += weight
    if (place <= end) extreme = sum
    const isBelow = sum * level.denominator <= level.numerator * total
    if (isBelow) attained = sum
    if (!isBelow && place >= end) break
  }
  return { pValue: roundedUp(extreme, total), attained: roundedUp(attained, total) }
}

const digitCount = 18
const leastExponent = 100

/** A share rounded up in its 18th digit; exact where it has no more digits or is small enough. */
const roundedUp = (numerator: bigint, denominator: bigint): Rational.Rational => {
  if (numerator === 0n) return Rational.zero
  const leastDigits = power(10n, digitCount - 1)
  if (denominator < leastDigits) return Rational.make(numerator, denominator)
  let exponent = digitCount
  let scale = power(10n, exponent)
  while (numerator * scale < denominator * leastDigits && exponent < leastExponent) {
    exponent += 1
    scale *= 10n
  }
  const digits = (numerator * scale + denominator - 1n) / denominator
  return Rational.make(digits, scale)
}
