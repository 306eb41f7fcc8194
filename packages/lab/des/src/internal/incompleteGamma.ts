/**
 * The incomplete gamma function and Poisson chances, for any size of parameter: what gamma
 * distributions, uniformised chains and constant service times need.
 */
import * as Real from "../Real.ts"
import { gammaFunction } from "./gammaFunction.ts"
import { lnOf1PlusLess } from "./nearZero.ts"

/** From here on Stirling's series is good to the last bits. */
const STIRLING_FROM = 16
/** Smallest relative change that still counts. */
const EPSILON = 1e-17

/**
 * ln of gamma(a + 1) e^a / (a^a sqrt(2 pi a)), for a from 16.
 *
 * @source M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 6.1.41
 */
const stirlingRest = (a: number): number => {
  const square = a * a
  const inner = 1 / 1680 - 1 / (1188 * square)
  return (1 / 12 - (1 / 360 - (1 / 1260 - inner / square) / square) / square) / a
}

/**
 * x^a e^-x / gamma(a + 1): for a whole a, the chance that a Poisson number with mean `x` is `a`.
 *
 * @source C. Loader, "Fast and Accurate Computation of Binomial Probabilities", 2000 (the saddle
 *   point form for large a)
 */
export const poissonChance = (a: number, x: number): number => {
  if (x === 0) return a === 0 ? 1 : 0
  if (a < STIRLING_FROM) return Real.exp(a * Real.ln(x) - x) / gammaFunction(a + 1)
  const exponent = a * lnOf1PlusLess((x - a) / a) - stirlingRest(a)
  return Real.exp(exponent) / Real.sqrt(2 * Math.PI * a)
}

/**
 * The chances below and above `x` of a gamma distribution with this shape and scale 1.
 *
 * Cost: some times the square root of the shape where x is near it.
 *
 * @source M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 6.5.29 (series)
 *   and 6.5.31 (continued fraction)
 */
export const gammaChances = (
  shape: number,
  x: number
): { readonly upTo: number; readonly above: number } => {
  if (!(x > 0)) return { upTo: 0, above: 1 }
  if (x === Number.POSITIVE_INFINITY) return { upTo: 1, above: 0 }
  const front = poissonChance(shape, x)
  if (x < shape + 1) {
    const upTo = Math.min(1, front * series(shape, x))
    return { upTo, above: 1 - upTo }
  }
  const above = Math.min(1, front * shape * fraction(shape, x))
  return { upTo: 1 - above, above }
}

/** 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... */
const series = (shape: number, x: number): number => {
  let term = 1
  let sum = 1
  for (let next = shape + 1; term > EPSILON * sum; next++) {
    term *= x / next
    sum += term
  }
  return sum
}

/** 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))), by the method of Lentz. */
const fraction = (shape: number, x: number): number => {
  let divisor = x + 1 - shape
  let c = Number.MAX_VALUE
  let d = 1 / divisor
  let value = d
  for (let step = 1; step < 1_000_000; step++) {
    const top = -step * (step - shape)
    divisor += 2
    d = 1 / (divisor + top * d)
    c = divisor + top / c
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < 1e-16) break
  }
  return value
}
