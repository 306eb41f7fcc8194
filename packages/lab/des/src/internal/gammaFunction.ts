/**
 * The gamma function of a positive number, from `Real` alone: what the mean of a Weibull
 * distribution needs.
 */
import * as Real from "../Real.ts"

/** Lanczos coefficients for g = 7 and 9 terms. */
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7
]
/** Square root of 2 pi. */
const ROOT_2_PI = 2.5066282746310002

/**
 * Gamma of a number above 0, to about 14 digits.
 *
 * @source C. Lanczos, "A Precision Approximation of the Gamma Function", SIAM Journal on Numerical
 *   Analysis B 1, 1964; coefficients by P. Godfrey (g = 7, n = 9)
 */
export const gammaFunction = (value: number): number => {
  if (value < 0.5) return gammaFunction(value + 1) / value
  const from = value - 1
  let sum = COEFFICIENTS[0]!
  for (let term = 1; term < COEFFICIENTS.length; term++) sum += COEFFICIENTS[term]! / (from + term)
  const base = from + 7.5
  return ROOT_2_PI * Real.exp((from + 0.5) * Real.ln(base) - base) * sum
}
