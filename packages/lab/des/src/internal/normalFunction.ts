/**
 * The normal distribution function and its inverse, from `Real` alone: what cut normals and
 * lognormals need for chances and quantiles.
 */
import * as Real from "../Real.ts"

/** 1 / square root of 2 pi. */
const DENSITY_AT_0 = 0.3989422804014327
/** Below this the series is used, above it the continued fraction. */
const TAIL_FROM = 2.5

/** The standard normal density. */
export const normalDensity = (x: number): number => DENSITY_AT_0 * Real.exp(-0.5 * x * x)

/**
 * The chance that a standard normal number is above `x`, with full relative accuracy in the tail.
 *
 * @source M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 26.2.11 (series)
 *   and 26.2.14 (continued fraction)
 */
export const normalAbove = (x: number): number => {
  if (x < -TAIL_FROM) return 1 - normalAbove(-x)
  if (x > 40) return 0
  if (x > TAIL_FROM) {
    let fraction = x
    for (let term = Math.ceil(12 + 700 / (x * x)); term >= 1; term--) fraction = x + term / fraction
    return normalDensity(x) / fraction
  }
  let term = x
  let sum = x
  for (let odd = 3; Math.abs(term) > 1e-18; odd += 2) {
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 - normalDensity(x) * sum
}

/** The chance that a standard normal number is at most `x`. */
export const normalUpTo = (x: number): number => normalAbove(-x)

const CENTRE_TOP = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
  1971.5909503065513, 133.14166789178438, 3.3871328727963665
]
const CENTRE_BOTTOM = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
  687.1870074920579, 42.31333070160091, 1
]
const NEAR_TOP = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835
]
const NEAR_BOTTOM = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1
]
const FAR_TOP = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103
]
const FAR_BOTTOM = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1
]

const ratio = (top: ReadonlyArray<number>, bottom: ReadonlyArray<number>, at: number): number => {
  let above = 0
  let below = 0
  for (let index = 0; index < top.length; index++) {
    above = above * at + top[index]!
    below = below * at + bottom[index]!
  }
  return above / below
}

/**
 * The standard normal number below which the chance is `chance`; infinite at 0 and 1.
 *
 * @source M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution",
 *   Applied Statistics 37(3), 1988, PPND16 (relative accuracy about 1e-16)
 */
export const normalQuantile = (chance: number): number => {
  const fromMiddle = chance - 0.5
  if (Math.abs(fromMiddle) <= 0.425) {
    const at = 0.180625 - fromMiddle * fromMiddle
    return fromMiddle * ratio(CENTRE_TOP, CENTRE_BOTTOM, at)
  }
  const tail = fromMiddle < 0 ? chance : 1 - chance
  if (tail <= 0) return fromMiddle < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  const root = Real.sqrt(-Real.ln(tail))
  const size =
    root <= 5 ? ratio(NEAR_TOP, NEAR_BOTTOM, root - 1.6) : ratio(FAR_TOP, FAR_BOTTOM, root - 5)
  return fromMiddle < 0 ? -size : size
}
