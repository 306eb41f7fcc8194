/**
 * Exact numbers: a whole number over a whole number, in lowest terms. Shares, weights, points and
 * scores are rationals from the count to the fen, so that an edge, a tie and a sum are decided
 * exactly; a decimal is made from one only to be shown.
 */
import { commonDivisor } from "./internal/commonDivisor.ts"
import { decimalText, tenTo } from "./internal/decimalText.ts"

/**
 * `numerator / denominator` in lowest terms; the denominator is at least 1, the sign is above.
 * Build it with {@link make} or {@link parse}: two equal numbers then have equal parts.
 *
 * @category numbers
 * @since 0.1.0
 */
export interface Rational {
  readonly numerator: bigint
  readonly denominator: bigint
}

/**
 * A rational from two whole numbers, reduced.
 *
 * Throws a `RangeError` for a denominator of 0 and for a number that is no safe integer.
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * Rational.toText(Rational.make(4, -8)) // => "-1/2"
 * ```
 *
 * @category builders
 * @since 0.1.0
 */
export const make = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => {
  const above = toBigInt(numerator)
  const below = toBigInt(denominator)
  if (below === 0n) throw new RangeError("A rational has a denominator other than 0")
  return reduced(above, below)
}

/**
 * The number 0.
 *
 * @category numbers
 * @since 0.1.0
 */
export const zero: Rational = { numerator: 0n, denominator: 1n }

/**
 * The number 1.
 *
 * @category numbers
 * @since 0.1.0
 */
export const one: Rational = { numerator: 1n, denominator: 1n }

/**
 * The number 100: the most points that anything can have.
 *
 * @category numbers
 * @source none: the scale of points, 0 to 100
 * @since 0.1.0
 */
export const hundred: Rational = { numerator: 100n, denominator: 1n }

/**
 * Longest text that {@link parse} reads, in UTF-16 units.
 *
 * @category numbers
 * @source none: no weight or edge needs more; longer ones would only cost time
 * @since 0.1.0
 */
export const textLengthMax = 60

/**
 * A rational from a text: an exact decimal such as `0.35` or `-2`, or a fraction such as `1/3`;
 * `"NotANumber"` for anything else (no exponents, no blanks, no leading `+` or `.`, no NaN).
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * const third = Rational.parse("0.35")
 * third === "NotANumber" ? "" : Rational.toText(third) // => "7/20"
 * Rational.parse("1e3") // => "NotANumber"
 * ```
 *
 * @category builders
 * @since 0.1.0
 */
export const parse = (text: string): Rational | "NotANumber" => {
  if (text.length > textLengthMax) return "NotANumber"
  const fraction = /^(-?\d+)\/(0*[1-9]\d*)$/.exec(text)
  if (fraction !== null) return reduced(BigInt(fraction[1] ?? ""), BigInt(fraction[2] ?? ""))
  const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (decimal === null) return "NotANumber"
  const digits = decimal[3] ?? ""
  const magnitude = BigInt(`${decimal[2] ?? "0"}${digits}`)
  return reduced(decimal[1] === "-" ? -magnitude : magnitude, tenTo(digits.length))
}

/**
 * `left + right`.
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const add = (left: Rational, right: Rational): Rational =>
  left.denominator === right.denominator
    ? reduced(left.numerator + right.numerator, left.denominator)
    : reduced(
        left.numerator * right.denominator + right.numerator * left.denominator,
        left.denominator * right.denominator
      )

/**
 * `left - right`.
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const subtract = (left: Rational, right: Rational): Rational => add(left, negate(right))

/**
 * `left * right`.
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const multiply = (left: Rational, right: Rational): Rational =>
  reduced(left.numerator * right.numerator, left.denominator * right.denominator)

/**
 * `left / right`. Throws a `RangeError` when `right` is 0.
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const divide = (left: Rational, right: Rational): Rational => {
  if (right.numerator === 0n) throw new RangeError("A rational cannot be divided by 0")
  return reduced(left.numerator * right.denominator, left.denominator * right.numerator)
}

/**
 * The number with the other sign.
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const negate = (value: Rational): Rational => ({
  numerator: -value.numerator,
  denominator: value.denominator
})

/**
 * The sum of some numbers; 0 for none.
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * const parts = [Rational.make(1, 3), Rational.make(1, 6)]
 * Rational.toText(Rational.sum(parts)) // => "1/2"
 * ```
 *
 * @category arithmetic
 * @since 0.1.0
 */
export const sum = (values: ReadonlyArray<Rational>): Rational => values.reduce(add, zero)

/**
 * -1, 0 or 1 as `left` is less than, equal to or greater than `right`.
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * Rational.compare(Rational.make(1, 3), Rational.make(333, 1000)) // => 1
 * ```
 *
 * @category comparison
 * @since 0.1.0
 */
export const compare = (left: Rational, right: Rational): -1 | 0 | 1 => {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/**
 * Whether two numbers are the same.
 *
 * @category comparison
 * @since 0.1.0
 */
export const equals = (left: Rational, right: Rational): boolean =>
  left.numerator === right.numerator && left.denominator === right.denominator

/**
 * The smaller of two numbers.
 *
 * @category comparison
 * @since 0.1.0
 */
export const min = (left: Rational, right: Rational): Rational =>
  compare(left, right) <= 0 ? left : right

/**
 * The larger of two numbers.
 *
 * @category comparison
 * @since 0.1.0
 */
export const max = (left: Rational, right: Rational): Rational =>
  compare(left, right) >= 0 ? left : right

/**
 * The largest whole number that is not above a number.
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * Rational.floor(Rational.make(-1, 2)) // => -1n
 * ```
 *
 * @category comparison
 * @since 0.1.0
 */
export const floor = (value: Rational): bigint => {
  const whole = value.numerator / value.denominator
  return value.numerator < 0n && whole * value.denominator !== value.numerator ? whole - 1n : whole
}

/**
 * The nearest floating-point number, for display and iterative statistics only.
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * Rational.toNumber(Rational.make(1, 4)) // => 0.25
 * ```
 *
 * @category display
 * @since 0.1.0
 */
export const toNumber = (value: Rational): number => {
  const { numerator, denominator } = value
  const [above, below] = [Number(numerator), Number(denominator)]
  if (Number.isSafeInteger(above) && Number.isSafeInteger(below)) return above / below
  const shift = 25 + `${denominator}`.length - `${numerator}`.length
  const digits =
    shift > 0 ? (numerator * tenTo(shift)) / denominator : numerator / (denominator * tenTo(-shift))
  return Number(`${digits}e${-shift}`)
}

/**
 * The exact text, `737/972` or `5`; {@link parse} reads it back.
 *
 * @category display
 * @since 0.1.0
 */
export const toText = (value: Rational): string =>
  value.denominator === 1n ? `${value.numerator}` : `${value.numerator}/${value.denominator}`

/**
 * The number with exactly `decimals` digits after the point, a half rounded away from zero
 * (四舍五入).
 *
 * Throws a `RangeError` unless `decimals` is a whole number from 0 to 100.
 *
 * ```ts
 * import { Rational } from "@wangge/evaluation"
 *
 * Rational.toDecimal(Rational.make(911 * 100, 972), 2) // => "93.72"
 * Rational.toDecimal(Rational.make(-1, 8), 2) // => "-0.13"
 * ```
 *
 * @source none: the usual school rule; GB/T 8170-2008 has half to even, for measurements
 * @category display
 * @since 0.1.0
 */
export const toDecimal = (value: Rational, decimals: number): string => {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 100) {
    throw new RangeError(`Decimals are a whole number from 0 to 100; got ${decimals}`)
  }
  return decimalText(value, decimals)
}

const toBigInt = (value: bigint | number): bigint => {
  if (typeof value === "bigint") return value
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`A rational is made of whole numbers; got ${value}`)
  }
  return BigInt(value)
}

const reduced = (numerator: bigint, denominator: bigint): Rational => {
  const magnitude = numerator < 0n ? -numerator : numerator
  const divisor = commonDivisor(magnitude, denominator < 0n ? -denominator : denominator)
  const signed = denominator < 0n ? -divisor : divisor
  if (signed === 1n) return { numerator, denominator }
  return { numerator: numerator / signed, denominator: denominator / signed }
}
