/**
 * The sampling algorithms that take more than one line.
 */
import type { Draw } from "../Draw.ts"
import * as Real from "../Real.ts"
import type { Discrete, Erlang, Hypoexponential, PhaseType } from "./distributionKinds.ts"

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
export const sampleDiscrete = (distribution: Discrete, uniform: number): number =>
  distribution.values[pick(distribution.probabilities, uniform)]!

/** The place at which the running sum of probabilities passes the uniform number; as above. */
export const pick = (probabilities: ReadonlyArray<number>, uniform: number): number => {
  let sum = 0
  let last = 0
  for (let index = 0; index < probabilities.length; index++) {
    const probability = probabilities[index]!
    if (probability === 0) continue
    last = index
    sum += probability
    if (uniform < sum) return index
  }
  return last
}

/** The sum of exponential phases of several means. */
export const sampleHypoexponential = (distribution: Hypoexponential, draw: Draw): number => {
  const { means } = distribution
  let sum = 0
  for (let phase = 0; phase < means.length; phase++) sum += means[phase]! * draw.exponential()
  return sum
}

/** The time until the chain ends: per phase visited an exponential number and a uniform one. */
export const samplePhaseType = (distribution: PhaseType, draw: Draw): number => {
  const { start, generator } = distribution
  let phase = pick(start, draw.uniform())
  let time = 0
  while (phase >= 0) {
    const row = generator[phase]!
    const rate = -row[phase]!
    time += draw.exponential() / rate
    phase = nextPhase(row, phase, rate * draw.uniform())
  }
  return time
}

/** The phase after `phase`, or -1 for the end: the rates to other phases, added up until passed. */
const nextPhase = (row: ReadonlyArray<number>, phase: number, passed: number): number => {
  let sum = 0
  for (let to = 0; to < row.length; to++) {
    if (to === phase) continue
    sum += row[to]!
    if (passed < sum) return to
  }
  return -1
}
