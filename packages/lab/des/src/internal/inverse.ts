/**
 * Quantiles of distributions: closed where they are, else by halving the range in which the chance
 * passes the one asked for, down to the last bits.
 */
import * as Real from "../Real.ts"
import { chanceUpToOf } from "./cumulative.ts"
import type { Distribution } from "./distributionKinds.ts"
import { meanOf } from "./moments.ts"
import { lnOf1Plus } from "./nearZero.ts"
import { normalQuantile } from "./normalFunction.ts"
import { truncatedQuantile } from "./truncatedNormal.ts"

/** The least x with a chance of at least `chance` to be at most x; the least value at 0. */
export const quantileOf = (distribution: Distribution, chance: number): number => {
  switch (distribution.kind) {
    case "exponential":
      return -distribution.mean * lnOf1Plus(-chance)
    case "deterministic":
      return distribution.value
    case "uniform":
      return distribution.low + (distribution.high - distribution.low) * chance
    case "normal":
      if (chance === 0) return distribution.low ?? Number.NEGATIVE_INFINITY
      if (chance === 1) return distribution.high ?? Number.POSITIVE_INFINITY
      return truncatedQuantile(distribution, chance)
    case "lognormal":
      return distribution.sigma === 0
        ? distribution.median
        : distribution.median * Real.exp(distribution.sigma * normalQuantile(chance))
    case "weibull":
      return distribution.scale * Real.power(-lnOf1Plus(-chance), 1 / distribution.shape)
    case "pareto":
      return distribution.scale * Real.exp(-lnOf1Plus(-chance) / distribution.shape)
    case "empirical": {
      const sorted = Float64Array.from(distribution.values).sort()
      return sorted[Math.max(0, Math.ceil(chance * sorted.length) - 1)]!
    }
    case "discrete":
      return discreteQuantile(distribution.values, distribution.probabilities, chance)
    case "mixture":
      return mixtureQuantile(distribution.parts, distribution.probabilities, chance)
    case "gamma":
    case "erlang":
    case "hyperexponential":
    case "hypoexponential":
    case "phaseType":
      if (chance === 0) return 0
      if (chance === 1) return Number.POSITIVE_INFINITY
      return search(distribution, chance, 0, upperEnd(distribution, chance))
  }
}

const discreteQuantile = (
  values: ReadonlyArray<number>,
  probabilities: ReadonlyArray<number>,
  chance: number
): number => {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]!)
  let sum = 0
  let last = Number.NaN
  for (const index of order) {
    if (probabilities[index]! === 0) continue
    sum += probabilities[index]!
    last = values[index]!
    if (sum >= chance) return last
  }
  return last
}

/** The quantile of a mixture lies between those of its parts. */
const mixtureQuantile = (
  parts: ReadonlyArray<Distribution>,
  probabilities: ReadonlyArray<number>,
  chance: number
): number => {
  const ends = parts
    .filter((_, index) => probabilities[index]! > 0)
    .map((part) => quantileOf(part, chance))
  const low = Math.min(...ends)
  const high = Math.max(...ends)
  if (chance === 0) return low
  if (chance === 1) return high
  return search({ kind: "mixture", parts, probabilities }, chance, low, high)
}

/** A number at which the chance is passed. */
const upperEnd = (distribution: Distribution, chance: number): number => {
  let high = meanOf(distribution)
  while (chanceUpToOf(distribution, high) < chance && high < Number.MAX_VALUE) high *= 2
  return high
}

const search = (distribution: Distribution, chance: number, from: number, to: number): number => {
  let low = from
  let high = to
  if (chanceUpToOf(distribution, low) >= chance) return low
  // A chance near 1 may never be reached by a rounded sum: the upper end then stands.
  while (high - low > 2e-16 * Math.abs(high) && high - low > 1e-290) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) return high
    if (chanceUpToOf(distribution, middle) < chance) low = middle
    else high = middle
  }
  return high
}

/** Whether `sample` takes one uniform number and never falls when it rises. */
export const isMonotoneOf = (distribution: Distribution): boolean => {
  switch (distribution.kind) {
    case "deterministic":
    case "uniform":
    case "normal":
    case "pareto":
      return true
    case "empirical":
    case "discrete":
      return distribution.values.every(
        (value, index) => index === 0 || value >= distribution.values[index - 1]!
      )
    default:
      return false
  }
}
