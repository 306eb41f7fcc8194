/**
 * Distributions as plain data: what a scenario file can hold, with moments, chances and quantiles
 * known and parameters checked. `sample` turns a `Draw` into a variate; it trusts its
 * distribution, so check data from outside first (`parse` for anything, `check` for what has the
 * right shape, or `make`, which throws).
 */
import type * as Draw from "./Draw.ts"
import { chanceUpToOf, transformOf } from "./internal/cumulative.ts"
import type { Distribution } from "./internal/distributionKinds.ts"
import { isMonotoneOf, quantileOf } from "./internal/inverse.ts"
import { meanOf, momentOf, varianceOf } from "./internal/moments.ts"
import { truncatedQuantile } from "./internal/truncatedNormal.ts"
import {
  pick,
  sampleDiscrete,
  sampleErlang,
  sampleGamma,
  sampleHypoexponential,
  samplePhaseType
} from "./internal/variates.ts"
import * as Real from "./Real.ts"

export type { Parsed, Problem } from "./internal/distributionChecks.ts"
export { check, lognormalByMean, make, parse } from "./internal/distributionChecks.ts"
export type {
  Deterministic,
  Discrete,
  Distribution,
  Empirical,
  Erlang,
  Exponential,
  Gamma,
  Hyperexponential,
  Hypoexponential,
  Lognormal,
  Mixture,
  Normal,
  Pareto,
  PhaseType,
  Uniform,
  Weibull
} from "./internal/distributionKinds.ts"

/**
 * A random number from a distribution.
 *
 * Random numbers taken from the draw: none for deterministic; one uniform for uniform, normal,
 * Pareto, empirical and discrete; one exponential for exponential and Weibull; one normal for
 * lognormal; one exponential per phase for Erlang and hypoexponential; a uniform and an exponential
 * for hyperexponential; the same per phase visited, and a uniform for the first, for phase-type;
 * about one normal and one uniform for gamma; a uniform and those of the part for a mixture. Which
 * of them rise with one uniform number says {@link isMonotone}. Linear in the number of values,
 * parts or phases. Allocates nothing.
 *
 * ```ts
 * import { Distribution, RandomStreams } from "@wangge/des"
 *
 * const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("visits")
 * const visit = Distribution.make({ kind: "uniform", low: 600, high: 1200 })
 * const visitSec = Distribution.sample(visit, stream.at(0, 0))
 * visitSec > 600 && visitSec < 1200 // => true
 * ```
 *
 * @category sampling
 * @since 0.1.0
 */
export const sample = (distribution: Distribution, draw: Draw.Draw): number =>
  distribution.kind === "lognormal"
    ? distribution.median * Real.exp(distribution.sigma * draw.normal())
    : distribution.kind === "exponential"
      ? distribution.mean * draw.exponential()
      : +sampleOther(distribution, draw)

/**
 * A random number from a distribution by inversion: always one uniform number, and never falling
 * when that rises, so that antithetic draws give antithetic numbers.
 *
 * Another number than {@link sample} gives, of the same distribution. Cost: as that for uniform,
 * normal and Pareto; a logarithm or two for exponential, lognormal and Weibull; a sort for
 * empirical and discrete; some fifty times the cost of {@link chanceUpTo} for the others.
 *
 * ```ts
 * import { Distribution, RandomStreams } from "@wangge/des"
 *
 * const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("visits")
 * const visit = Distribution.make({ kind: "exponential", mean: 300 })
 * const visitSec = Distribution.sampleByInversion(visit, stream.at(0, 0))
 * visitSec === Distribution.quantile(visit, stream.uniform(0, 0)) // => true
 * ```
 *
 * @category sampling
 * @since 0.1.0
 */
export const sampleByInversion = (distribution: Distribution, draw: Draw.Draw): number =>
  quantileOf(distribution, draw.uniform())

/**
 * Whether {@link sample} takes at most one uniform number and never falls when that rises.
 *
 * True for deterministic, uniform, normal and Pareto, and for empirical and discrete with values in
 * ascending order. The others come from a ziggurat or from several numbers.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.isMonotone({ kind: "empirical", values: [3, 1] }) // => false
 * ```
 *
 * @category sampling
 * @since 0.1.0
 */
export const isMonotone = (distribution: Distribution): boolean => isMonotoneOf(distribution)

/**
 * The mean of a distribution; infinite for a Pareto with a shape up to 1.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.mean({ kind: "uniform", low: 2, high: 4 }) // => 3
 * ```
 *
 * @source N. L. Johnson, S. Kotz, N. Balakrishnan, "Continuous Univariate Distributions", volumes
 *   1 and 2, 2nd edition, 1994-1995
 * @category moments
 * @since 0.1.0
 */
export const mean = (distribution: Distribution): number => meanOf(distribution)

/**
 * The variance of a distribution; infinite for a Pareto with a shape up to 2.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.variance({ kind: "exponential", mean: 3 }) // => 9
 * ```
 *
 * @source as {@link mean}
 * @category moments
 * @since 0.1.0
 */
export const variance = (distribution: Distribution): number => varianceOf(distribution)

/**
 * The mean of the number raised to a whole `order` from 1: the second and third moments of service
 * times are what single-server formulas ask for.
 *
 * Throws a `RangeError` for another order.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.moment({ kind: "exponential", mean: 2 }, 3) // => 48
 * ```
 *
 * @source as {@link mean}
 * @category moments
 * @since 0.1.0
 */
export const moment = (distribution: Distribution, order: number): number => {
  if (!(Number.isSafeInteger(order) && order >= 1)) {
    throw new RangeError(`An order is a whole number from 1; got ${order}`)
  }
  return momentOf(distribution, order)
}

/**
 * The chance that a number from the distribution is at most `value`.
 *
 * Closed for most kinds, good to about 14 digits for all; phase-type and hypoexponential by
 * uniformisation, whose cost grows with the fastest rate times `value`.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.chanceUpTo({ kind: "uniform", low: 0, high: 10 }, 2.5) // => 0.25
 * ```
 *
 * @source as {@link mean}; phase-type: M. F. Neuts, "Matrix-Geometric Solutions in Stochastic
 *   Models", 1981, section 2.2
 * @category chances
 * @since 0.1.0
 */
export const chanceUpTo = (distribution: Distribution, value: number): number =>
  chanceUpToOf(distribution, value)

/**
 * The least number with a chance of at least `chance` not to be passed; at 0 and 1 the ends of the
 * distribution, which may be infinite.
 *
 * Closed for all but gamma, Erlang, hyper- and hypoexponential, phase-type and mixtures, which are
 * searched by halving, at some fifty times the cost of {@link chanceUpTo}. Throws a `RangeError`
 * for a chance outside 0 to 1.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.quantile({ kind: "empirical", values: [8, 1, 5, 2] }, 0.5) // => 2
 * ```
 *
 * @source as {@link mean}
 * @category chances
 * @since 0.1.0
 */
export const quantile = (distribution: Distribution, chance: number): number => {
  if (!(chance >= 0 && chance <= 1)) {
    throw new RangeError(`A chance is from 0 to 1; got ${chance}`)
  }
  return quantileOf(distribution, chance)
}

/**
 * The mean of exp(-s X), the Laplace-Stieltjes transform, for `s` from 0.
 *
 * Closed where it is; by integration to about 13 digits for normal, lognormal, Weibull and Pareto.
 * Throws a `RangeError` for an `s` below 0 or a distribution with values below 0.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.transform({ kind: "exponential", mean: 2 }, 0.5) // => 0.5
 * ```
 *
 * @source W. Feller, "An Introduction to Probability Theory and Its Applications" 2, 2nd edition,
 *   1971, chapter XIII
 * @category moments
 * @since 0.1.0
 */
export const transform = (distribution: Distribution, s: number): number => {
  const least = quantileOf(distribution, 0)
  if (!(s >= 0 && least >= 0)) {
    throw new RangeError(`A transform needs s and all values from 0; got ${s} and ${least}`)
  }
  return transformOf(distribution, s, least)
}

/**
 * The kinds beside the two commonest, which stand above so that they are inlined where they are drawn;
 * the plus sign there says to the engine that this, too, is a number and not anything at all.
 */
const sampleOther = (
  distribution: Exclude<Distribution, { readonly kind: "exponential" | "lognormal" }>,
  draw: Draw.Draw
): number => {
  switch (distribution.kind) {
    case "deterministic":
      return distribution.value
    case "uniform":
      return distribution.low + (distribution.high - distribution.low) * draw.uniform()
    case "gamma":
      return distribution.scale * sampleGamma(distribution.shape, draw)
    case "erlang":
      return sampleErlang(distribution, draw)
    case "weibull":
      return distribution.scale * Real.power(draw.exponential(), 1 / distribution.shape)
    case "empirical":
      return distribution.values[Math.floor(draw.uniform() * distribution.values.length)]!
    case "discrete":
      return sampleDiscrete(distribution, draw.uniform())
    case "normal":
      return truncatedQuantile(distribution, draw.uniform())
    case "pareto":
      return distribution.scale * Real.exp(-Real.ln(1 - draw.uniform()) / distribution.shape)
    case "hyperexponential":
      return (
        distribution.means[pick(distribution.probabilities, draw.uniform())]! * draw.exponential()
      )
    case "hypoexponential":
      return sampleHypoexponential(distribution, draw)
    case "phaseType":
      return samplePhaseType(distribution, draw)
    case "mixture":
      return sample(distribution.parts[pick(distribution.probabilities, draw.uniform())]!, draw)
  }
}
