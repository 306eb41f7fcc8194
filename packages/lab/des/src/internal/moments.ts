/**
 * Means and variances of distributions, and of lists of values with shares.
 */
import * as Real from "../Real.ts"
import type { Distribution, Mixture, Normal, Pareto } from "./distributionKinds.ts"
import { gammaFunction } from "./gammaFunction.ts"
import { phaseMoment } from "./phaseChain.ts"
import { truncatedMoment } from "./truncatedNormal.ts"

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
    case "normal":
      return isCut(distribution) ? cutMean(distribution) : distribution.mean
    case "pareto":
      return paretoMoment(distribution, 1)
    case "hyperexponential":
      return weighted(distribution.means, distribution.probabilities)
    case "hypoexponential":
      return distribution.means.reduce((sum, part) => sum + part, 0)
    case "phaseType":
      return phaseMoment(distribution, 1)
    case "mixture":
      return weighted(distribution.parts.map(meanOf), distribution.probabilities)
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
    case "normal":
      return isCut(distribution)
        ? truncatedMoment(distribution, cutMean(distribution), 2)
        : square(distribution.deviation)
    case "pareto":
      return paretoVariance(distribution)
    case "hypoexponential":
      return distribution.means.reduce((sum, part) => sum + square(part), 0)
    case "phaseType":
      return phaseMoment(distribution, 2) - square(meanOf(distribution))
    case "hyperexponential":
      return (
        spread(distribution.means, distribution.probabilities) +
        weighted(distribution.means.map(square), distribution.probabilities)
      )
    case "mixture":
      return mixtureVariance(distribution)
  }
}

/** The mean of X^order of a distribution, for a whole order from 1. */
export const momentOf = (distribution: Distribution, order: number): number => {
  switch (distribution.kind) {
    case "exponential":
      return raised(distribution.mean, order) * factorial(order)
    case "deterministic":
      return raised(distribution.value, order)
    case "uniform":
      return uniformMoment(distribution.low, distribution.high, order)
    case "lognormal":
      return raised(distribution.median, order) * Real.exp(square(order * distribution.sigma) / 2)
    case "gamma":
      return raised(distribution.scale, order) * rising(distribution.shape, order)
    case "erlang":
      return (
        raised(distribution.mean / distribution.phases, order) * rising(distribution.phases, order)
      )
    case "weibull":
      return raised(distribution.scale, order) * gammaFunction(1 + order / distribution.shape)
    case "empirical":
      return weighted(
        distribution.values.map((value) => raised(value, order)),
        equalShares(distribution.values)
      )
    case "discrete":
      return weighted(
        distribution.values.map((value) => raised(value, order)),
        distribution.probabilities
      )
    case "normal":
      return isCut(distribution)
        ? truncatedMoment(distribution, 0, order)
        : normalMoment(distribution, order)
    case "pareto":
      return paretoMoment(distribution, order)
    case "hyperexponential":
      return weighted(
        distribution.means.map((mean) => raised(mean, order) * factorial(order)),
        distribution.probabilities
      )
    case "hypoexponential":
      return hypoMoment(distribution.means, order)
    case "phaseType":
      return phaseMoment(distribution, order)
    case "mixture":
      return weighted(
        distribution.parts.map((part) => momentOf(part, order)),
        distribution.probabilities
      )
  }
}

const mixtureVariance = ({ parts, probabilities }: Mixture): number => {
  const means = parts.map(meanOf)
  const within = weighted(parts.map(varianceOf), probabilities)
  // An infinite mean has no spread around it that could be added up.
  return Number.isFinite(weighted(means, probabilities))
    ? spread(means, probabilities) + within
    : Number.POSITIVE_INFINITY
}

const isCut = (normal: Normal): boolean => normal.low !== undefined || normal.high !== undefined

/** The mean from the nearest point of the range, so that a narrow range far away keeps its digits. */
const cutMean = (normal: Normal): number => {
  const nearest = Math.min(
    Math.max(normal.mean, normal.low ?? normal.mean),
    normal.high ?? Number.POSITIVE_INFINITY
  )
  return nearest + truncatedMoment(normal, nearest, 1)
}

const paretoMoment = ({ shape, scale }: Pareto, order: number): number =>
  shape > order ? (shape * raised(scale, order)) / (shape - order) : Number.POSITIVE_INFINITY

const paretoVariance = ({ shape, scale }: Pareto): number =>
  shape > 2 ? (square(scale / (shape - 1)) * shape) / (shape - 2) : Number.POSITIVE_INFINITY

/** m(k) = mean m(k-1) + (k-1) deviation^2 m(k-2). */
const normalMoment = (normal: Normal, order: number): number => {
  let before = 1
  let moment = normal.mean
  for (let at = 2; at <= order; at++) {
    const next = normal.mean * moment + (at - 1) * square(normal.deviation) * before
    before = moment
    moment = next
  }
  return moment
}

/** Sum of high^j low^(order-j) over j, over order + 1: no difference of near powers. */
const uniformMoment = (low: number, high: number, order: number): number => {
  let sum = 0
  for (let at = 0; at <= order; at++) sum += raised(high, at) * raised(low, order - at)
  return sum / (order + 1)
}

/** Moments of a sum, one phase after the other: E X^k / k! of a phase is mean^k. */
const hypoMoment = (means: ReadonlyArray<number>, order: number): number => {
  const parts = new Float64Array(order + 1)
  parts[0] = 1
  for (const mean of means) {
    for (let at = 1; at <= order; at++) parts[at] = parts[at]! + mean * parts[at - 1]!
  }
  return parts[order]! * factorial(order)
}

const raised = (base: number, order: number): number => {
  let power = 1
  for (let count = 0; count < order; count++) power *= base
  return power
}

const rising = (from: number, order: number): number => {
  let product = 1
  for (let count = 0; count < order; count++) product *= from + count
  return product
}

const factorial = (order: number): number => rising(1, order)

const square = (value: number): number => value * value

const equalShares = (values: ReadonlyArray<number>): ReadonlyArray<number> =>
  values.map(() => 1 / values.length)

const weighted = (values: ReadonlyArray<number>, shares: ReadonlyArray<number>): number =>
  values.reduce((sum, value, index) => {
    const share = shares[index]!
    // A part with an infinite mean and no share adds nothing.
    return share === 0 ? sum : sum + value * share
  }, 0)

const spread = (values: ReadonlyArray<number>, shares: ReadonlyArray<number>): number => {
  const centre = weighted(values, shares)
  return weighted(
    values.map((value) => square(value - centre)),
    shares
  )
}
