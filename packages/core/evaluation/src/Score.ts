/**
 * A score from 0 to 100: an exact rational, or the exact root that a weighted geometric mean is. A
 * root is never written out to decide anything: edges and ties compare powers of whole numbers.
 */
import { power, wholeRoot } from "./internal/wholeRoot.ts"
import * as Rational from "./Rational.ts"

/**
 * The positive number whose power `degree` is `radicand`.
 *
 * @category scores
 * @since 0.1.0
 */
export interface Root {
  readonly radicand: Rational.Rational
  readonly degree: number
}

/**
 * A score. `value` is the score itself where `root` is `"None"`; otherwise it is the root cut (never
 * rounded up) after {@link valueDecimals} decimals, good for display, sums and shares, while
 * {@link compare} and {@link compareTo} use the root.
 *
 * @category scores
 * @since 0.1.0
 */
export interface Score {
  readonly value: Rational.Rational
  readonly root: Root | "None"
}

/**
 * Decimals of the `value` of a root. An edge with no more decimals than these is decided by the value
 * as it is by the root.
 *
 * @category scores
 * @source none: finer than any edge or fen, short enough to read
 * @since 0.1.0
 */
export const valueDecimals = 12

/**
 * A score that is a rational.
 *
 * @category builders
 * @since 0.1.0
 */
export const ofRational = (value: Rational.Rational): Score => ({ value, root: "None" })

/**
 * The positive root of a number that is 0 or more; a plain rational where the root is one.
 *
 * Throws a `RangeError` for a negative radicand and a degree that is no whole number above 0.
 *
 * ```ts
 * import { Rational, Score } from "@wangge/evaluation"
 *
 * const two = Score.ofRoot({ radicand: Rational.make(2), degree: 2 })
 * Rational.toDecimal(two.value, 6) // => "1.414214"
 * Score.ofRoot({ radicand: Rational.make(9, 4), degree: 2 }).root // => "None"
 * ```
 *
 * @category builders
 * @since 0.1.0
 */
export const ofRoot = (root: Root): Score => {
  const { radicand, degree } = root
  if (radicand.numerator < 0n || !Number.isInteger(degree) || degree < 1) {
    throw new RangeError(`There is no root of degree ${degree} of ${Rational.toText(radicand)}`)
  }
  const exact = Rational.make(
    wholeRoot(radicand.numerator, degree),
    wholeRoot(radicand.denominator, degree)
  )
  if (Rational.equals(raised(exact, degree), radicand)) return ofRational(exact)
  const unit = power(10n, valueDecimals)
  const scaled = (radicand.numerator * power(unit, degree)) / radicand.denominator
  return { value: Rational.make(wholeRoot(scaled, degree), unit), root }
}

/**
 * -1, 0 or 1 as `left` is less than, equal to or greater than `right`, exactly; for two roots, by
 * powers of their least common degree.
 *
 * ```ts
 * import { Rational, Score } from "@wangge/evaluation"
 *
 * const two = Score.ofRoot({ radicand: Rational.make(2), degree: 2 })
 * const same = Score.ofRoot({ radicand: Rational.make(4), degree: 4 })
 * Score.compare(two, same) // => 0
 * ```
 *
 * @category comparison
 * @since 0.1.0
 */
export const compare = (left: Score, right: Score): -1 | 0 | 1 => {
  if (left.root === "None" && right.root === "None") {
    return Rational.compare(left.value, right.value)
  }
  const one = left.root === "None" ? { radicand: left.value, degree: 1 } : left.root
  const other = right.root === "None" ? { radicand: right.value, degree: 1 } : right.root
  if (one.degree === other.degree) return Rational.compare(one.radicand, other.radicand)
  const shared = Number(Rational.make(one.degree, other.degree).denominator)
  const degree = one.degree * shared
  return Rational.compare(
    raised(one.radicand, degree / one.degree),
    raised(other.radicand, degree / other.degree)
  )
}

/**
 * A score against a number, such as the edge of a band: -1, 0 or 1, exactly.
 *
 * @category comparison
 * @since 0.1.0
 */
export const compareTo = (score: Score, edge: Rational.Rational): -1 | 0 | 1 =>
  edge.numerator < 0n ? 1 : compare(score, ofRational(edge))

const raised = (value: Rational.Rational, exponent: number): Rational.Rational =>
  Rational.make(power(value.numerator, exponent), power(value.denominator, exponent))
