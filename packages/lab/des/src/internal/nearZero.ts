/**
 * Exponential and logarithm where the plain ones lose digits: near 0 and near 1.
 */
import * as Real from "../Real.ts"

/**
 * exp(value) - 1, good to a few units in the last place also near 0.
 *
 * @source W. Kahan's correction by the logarithm; N. J. Higham, "Accuracy and Stability of
 *   Numerical Algorithms", 2nd edition, 2002, section 1.14.1
 */
export const expMinus1 = (value: number): number => {
  const grown = Real.exp(value)
  if (grown === 1) return value
  if (grown - 1 === -1 || grown === Number.POSITIVE_INFINITY) return grown - 1
  return ((grown - 1) * value) / Real.ln(grown)
}

/** ln(1 + value), good to a few units in the last place also near 0; source as above. */
export const lnOf1Plus = (value: number): number => {
  const above = 1 + value
  return above === 1 ? value : above <= 0 ? Real.ln(above) : (Real.ln(above) * value) / (above - 1)
}

/** ln(1 + value) - value for a value above -1, without cancellation near 0. */
export const lnOf1PlusLess = (value: number): number => {
  if (value < -0.3 || value > 0.5) return lnOf1Plus(value) - value
  // With r = value / (2 + value): ln(1 + value) = 2 (r + r^3/3 + r^5/5 + ...).
  const r = value / (2 + value)
  const square = r * r
  let power = r * square
  let sum = 0
  for (let odd = 3; Math.abs(power) > 1e-18 * Math.abs(sum); odd += 2) {
    sum += power / odd
    power *= square
    if (power === 0) break
  }
  return 2 * sum - value * r
}
