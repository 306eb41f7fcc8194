/**
 * Means and variances of distributions, and of lists of values with shares.
 */
import type { Distribution } from "../Distribution.ts"
import * as Real from "../Real.ts"
import { gammaFunction } from "./gammaFunction.ts"

/** The mean of a distribution. */
export const meanOf = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case "exponential":
    case "erlang":
      return distribution.mean
    case "deterministic":
      return distribution.value
    case "uniform":
      return (distribution.low + distribution.high) / 2
    case "lognormal":
      return distribution.median * Real.exp(square(distribution.sigma) / 2)
    case "gamma":
      return distribution.shape * distribution.scale
    case "weibull":
      return distribution.scale * gammaFunction(1 + 1 / distribution.shape)
    case "empirical":
      return weighted(distribution.values, equalShares(distribution.values))
    case "discrete":
      return weighted(distribution.values, distribution.probabilities)
  }
}

/** The variance of a distribution. */
export const varianceOf = (distribution: Distribution): number => {
  switch (distribution.kind) {
    case "exponential":
      return square(distribution.mean)
    case "deterministic":
      return 0
    case "uniform":
      return square(distribution.high - distribution.low) / 12
    case "lognormal":
      return square(meanOf(distribution)) * (Real.exp(square(distribution.sigma)) - 1)
    case "gamma":
      return distribution.shape * square(distribution.scale)
    case "erlang":
      return square(distribution.mean) / distribution.phases
    case "weibull":
      return (
        square(distribution.scale) * gammaFunction(1 + 2 / distribution.shape) -
        square(meanOf(distribution))
      )
    case "empirical":
      return spread(distribution.values, equalShares(distribution.values))
    case "discrete":
      return spread(distribution.values, distribution.probabilities)
  }
}

const square = (value: number): number => value * value

const equalShares = (values: ReadonlyArray<number>): ReadonlyArray<number> =>
  values.map(() => 1 / values.length)

const weighted = (values: ReadonlyArray<number>, shares: ReadonlyArray<number>): number =>
  values.reduce((sum, value, index) => sum + value * shares[index]!, 0)

const spread = (values: ReadonlyArray<number>, shares: ReadonlyArray<number>): number => {
  const centre = weighted(values, shares)
  return weighted(
    values.map((value) => square(value - centre)),
    shares
  )
}
