/**
 * The sampling algorithms that take more than one line.
 */
import type { Discrete, Erlang } from "../Distribution.ts"
import type { Draw } from "../Draw.ts"
import * as Real from "../Real.ts"

/**
 * A gamma number with scale 1.
 *
 * @source G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM
 *   Transactions on Mathematical Software 26(3), 2000
 */
export const sampleGamma = (shape: number, draw: Draw): number => {
  if (shape < 1) return sampleGamma(shape + 1, draw) * Real.power(draw.uniform(), 1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Real.sqrt(9 * d)
  for (;;) {
    const x = draw.normal()
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    if (Real.ln(draw.uniform()) < 0.5 * x * x + d - d * v + d * Real.ln(v)) return d * v
  }
}

/** The sum of equal exponential phases. */
export const sampleErlang = (distribution: Erlang, draw: Draw): number => {
  let sum = 0
  for (let phase = 0; phase < distribution.phases; phase++) sum += draw.exponential()
  return (sum * distribution.mean) / distribution.phases
}

/**
 * The first value at which the running sum of probabilities passes the uniform number; what
 * rounding leaves over goes to the last value with a probability above 0.
 */
export const sampleDiscrete = (distribution: Discrete, uniform: number): number => {
  const { values, probabilities } = distribution
  let sum = 0
  let last = 0
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index]!
    if (probability === 0) continue
    last = index
    sum += probability
    if (uniform < sum) return values[index]!
  }
  return values[last]!
}
