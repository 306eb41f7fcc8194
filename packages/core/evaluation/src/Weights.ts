/**
 * Weights: exact numbers above 0 that sum to exactly 1. A set that does not is refused with its sum
 * and the difference, and only scaled where the rules ask for it: a silent rescaling would hide that
 * somebody forgot a part.
 */
import * as EvaluationProblem from "./EvaluationProblem.ts"
import { exactText } from "./internal/exactText.ts"
import * as Rational from "./Rational.ts"

/**
 * Weights that sum to 1, or what is wrong with them.
 *
 * @category weights
 * @since 0.1.0
 */
export type Weighed =
  | { readonly ok: true; readonly weights: ReadonlyArray<Rational.Rational> }
  | { readonly ok: false; readonly problem: EvaluationProblem.EvaluationProblem }

/**
 * Weights as the rules say: `SumToOne` takes only a set that sums to exactly 1, `Scaled` divides each
 * by the sum. Negative weights and an empty set are refused either way.
 *
 * ```ts
 * import { EvaluationProblem, Rational, Weights } from "@wangge/evaluation"
 *
 * const given = [Rational.make(30, 100), Rational.make(35, 100), Rational.make(30, 100)]
 * const refused = Weights.of(given, "SumToOne")
 * refused.ok ? "" : EvaluationProblem.describe(refused.problem).en
 * // => "parts: the weights sum to 0.95 = 1 - 0.05; they should sum to exactly 1."
 * const scaled = Weights.of(given, "Scaled")
 * scaled.ok ? scaled.weights.map(Rational.toText) : [] // => ["6/19", "7/19", "6/19"]
 * ```
 *
 * @source none: that weights which do not sum to 1 are refused is a mechanism of the field; exactness
 * is ours
 * @category weights
 * @since 0.1.0
 */
export const of = (
  given: ReadonlyArray<Rational.Rational>,
  weighting: "SumToOne" | "Scaled"
): Weighed => {
  const negative = given.find(({ numerator }) => numerator < 0n)
  if (negative !== undefined) {
    const found = exactText(negative)
    return { ok: false, problem: EvaluationProblem.make("OutOfRange", "parts", found, ">= 0") }
  }
  const total = Rational.sum(given)
  if (
    total.numerator === 0n ||
    (weighting === "SumToOne" && !Rational.equals(total, Rational.one))
  ) {
    return {
      ok: false,
      problem: EvaluationProblem.make("WeightsNotOne", "parts", sumText(total), "1")
    }
  }
  return { ok: true, weights: scaled(given) }
}

/**
 * Each weight divided by the sum of all.
 *
 * Throws a `RangeError` when they sum to 0.
 *
 * @category weights
 * @since 0.1.0
 */
export const scaled = (
  weights: ReadonlyArray<Rational.Rational>
): ReadonlyArray<Rational.Rational> => {
  const total = Rational.sum(weights)
  return weights.map((weight) => Rational.divide(weight, total))
}

/**
 * The least common denominator of some numbers: the degree of the root that a weighted geometric
 * mean with these weights needs.
 *
 * ```ts
 * import { Rational, Weights } from "@wangge/evaluation"
 *
 * Weights.commonDenominator([Rational.make(3, 10), Rational.make(7, 20)]) // => 20n
 * ```
 *
 * @category weights
 * @since 0.1.0
 */
export const commonDenominator = (weights: ReadonlyArray<Rational.Rational>): bigint =>
  weights.reduce((common, { denominator }) => {
    const shared = Rational.make(common, denominator).denominator
    return common * shared
  }, 1n)

/** `0.95 = 1 - 0.05`: the sum, and how far it is from 1. */
const sumText = (total: Rational.Rational): string => {
  const difference = Rational.subtract(total, Rational.one)
  const sign = difference.numerator < 0n ? "-" : "+"
  const distance = difference.numerator < 0n ? Rational.negate(difference) : difference
  return `${exactText(total)} = 1 ${sign} ${exactText(distance)}`
}
