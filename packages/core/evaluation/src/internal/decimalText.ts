/**
 * Exact numbers as decimals, by whole numbers only.
 */
import type { Rational } from "../Rational.ts"

/** 10 multiplied by itself so many times. */
export const tenTo = (count: number): bigint =>
  smallPowers[count] ?? BigInt(`1${"0".repeat(count)}`)

/** Those that every shown number needs. */
const smallPowers = Array.from({ length: 33 }, (_, count) => BigInt(`1${"0".repeat(count)}`))

/** A number with so many decimals, a half rounded away from zero; no `-0`. */
export const decimalText = (value: Rational, decimals: number): string => {
  const isNegative = value.numerator < 0n
  const magnitude = isNegative ? -value.numerator : value.numerator
  const scaled = magnitude * tenTo(decimals) * 2n + value.denominator
  const digits = `${scaled / (value.denominator * 2n)}`.padStart(decimals + 1, "0")
  const whole = digits.slice(0, digits.length - decimals)
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`
  return isNegative && /[1-9]/.test(text) ? `-${text}` : text
}
