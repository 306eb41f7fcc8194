/**
 * The chance that a number from a distribution is at most x, and its transform.
 */
import * as Real from "../Real.ts"
import type { Distribution } from "./distributionKinds.ts"
import { gammaChances } from "./incompleteGamma.ts"
import { integrate } from "./integral.ts"
import { solve } from "./linearSystem.ts"
import { expMinus1, lnOf1Plus } from "./nearZero.ts"
import { normalUpTo } from "./normalFunction.ts"
import { phaseAbove, phasesOf } from "./phaseChain.ts"
import { truncatedUpTo } from "./truncatedNormal.ts"

/** The chance of at most `x`. */
export const chanceUpToOf = (distribution: Distribution, x: number): number => {
  switch (distribution.kind) {
    case "exponential":
      return x > 0 ? -expMinus1(-x / distribution.mean) : 0
    case "deterministic":
      return x >= distribution.value ? 1 : 0
    case "uniform":
      return uniformUpTo(distribution.low, distribution.high, x)
    case "lognormal":
      return lognormalUpTo(distribution.median, distribution.sigma, x)
    case "gamma":
      return gammaChances(distribution.shape, x / distribution.scale).upTo
    case "erlang":
      return gammaChances(distribution.phases, (x / distribution.mean) * distribution.phases).upTo
    case "weibull":
      return x > 0 ? -expMinus1(-Real.power(x / distribution.scale, distribution.shape)) : 0
    case "empirical":
      return distribution.values.filter((value) => value <= x).length / distribution.values.length
    case "discrete":
      return sumOver(distribution.probabilities, (index) =>
        distribution.values[index]! <= x ? 1 : 0
      )
    case "normal":
      return truncatedUpTo(distribution, x)
    case "pareto":
      return x > distribution.scale
        ? -expMinus1(distribution.shape * Real.ln(distribution.scale / x))
        : 0
    case "hyperexponential":
      return x > 0
        ? sumOver(
            distribution.probabilities,
            (index) => -expMinus1(-x / distribution.means[index]!)
          )
        : 0
    case "hypoexponential":
    case "phaseType": {
      const phases = phasesOf(distribution)
      return phases === undefined ? Number.NaN : 1 - phaseAbove(phases, x)
    }
    case "mixture":
      return sumOver(distribution.probabilities, (index) =>
        chanceUpToOf(distribution.parts[index]!, x)
      )
  }
}

/** The sum of chances times what is asked of each place; rounding never lifts it above 1. */
const sumOver = (chances: ReadonlyArray<number>, of: (index: number) => number): number =>
  Math.min(
    1,
    chances.reduce((sum, chance, index) => (chance === 0 ? sum : sum + chance * of(index)), 0)
  )

const uniformUpTo = (low: number, high: number, x: number): number => {
  if (x >= high) return 1
  return x <= low ? 0 : (x - low) / (high - low)
}

const lognormalUpTo = (median: number, sigma: number, x: number): number => {
  if (sigma === 0) return x >= median ? 1 : 0
  return x > 0 ? normalUpTo(Real.ln(x / median) / sigma) : 0
}

/**
 * The mean of exp(-s X) for s from 0 and a distribution without values below 0.
 *
 * Closed where it is; else s times the transform of the chances, by integration.
 */
export const transformOf = (distribution: Distribution, s: number, least: number): number => {
  if (s === 0) return 1
  switch (distribution.kind) {
    case "exponential":
      return 1 / (1 + s * distribution.mean)
    case "deterministic":
      return Real.exp(-s * distribution.value)
    case "uniform": {
      const width = s * (distribution.high - distribution.low)
      const part = width === 0 ? 1 : -expMinus1(-width) / width
      return Real.exp(-s * distribution.low) * part
    }
    case "gamma":
      return Real.exp(-distribution.shape * lnOf1Plus(s * distribution.scale))
    case "erlang":
      return Real.exp(
        -distribution.phases * lnOf1Plus((s * distribution.mean) / distribution.phases)
      )
    case "empirical":
      return (
        distribution.values.reduce((sum, value) => sum + Real.exp(-s * value), 0) /
        distribution.values.length
      )
    case "discrete":
      return sumOver(distribution.probabilities, (index) =>
        Real.exp(-s * distribution.values[index]!)
      )
    case "hyperexponential":
      return sumOver(
        distribution.probabilities,
        (index) => 1 / (1 + s * distribution.means[index]!)
      )
    case "hypoexponential":
      return distribution.means.reduce((product, mean) => product / (1 + s * mean), 1)
    case "phaseType":
      return phaseTransform(distribution.start, distribution.generator, s)
    case "mixture":
      return sumOver(distribution.probabilities, (index) =>
        transformOf(distribution.parts[index]!, s, 0)
      )
    default:
      // E exp(-sX) is the integral of e^-y P(X <= y/s); beyond y = 50 nothing is left.
      return [0, 1 / 64, 1 / 16, 1 / 4, 1, 4, 16, 50]
        .map((from, index, ends) => {
          const start = Math.max(s * least, from)
          const end = ends[index + 1] ?? from
          const part = (y: number): number => Real.exp(-y) * chanceUpToOf(distribution, y / s)
          return integrate(part, start, end, 1e-16).value
        })
        .reduce((sum, part) => sum + part, s * least > 50 ? Real.exp(-s * least) : 0)
  }
}

/** start (sI - T)^-1 (-T 1), from the equations (sI - T) x = -T 1. */
const phaseTransform = (
  start: ReadonlyArray<number>,
  generator: ReadonlyArray<ReadonlyArray<number>>,
  s: number
): number => {
  const matrix = generator.map((row, from) => row.map((rate, to) => (from === to ? s : 0) - rate))
  const ends = generator.map((row) => -row.reduce((sum, rate) => sum + rate, 0))
  const x = solve(matrix, ends)
  return x === undefined ? Number.NaN : sumOver(start, (index) => x[index]!)
}
