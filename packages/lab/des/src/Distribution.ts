/**
 * Distributions as plain data: what a scenario file can hold, with mean and variance known and
 * parameters checked. `sample` turns a `Draw` into a variate; it trusts its distribution, so check
 * data from outside first (`check`, or `make`, which throws).
 */
import type * as Draw from "./Draw.ts"
import { problemsOf } from "./internal/distributionProblems.ts"
import { meanOf, varianceOf } from "./internal/moments.ts"
import { sampleDiscrete, sampleErlang, sampleGamma } from "./internal/variates.ts"
import * as Real from "./Real.ts"

/**
 * Waiting time without memory; `mean` above 0.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Exponential {
  readonly kind: "exponential"
  readonly mean: number
}

/**
 * Always `value`.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Deterministic {
  readonly kind: "deterministic"
  readonly value: number
}

/**
 * Anything between `low` and `high` with equal chance.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Uniform {
  readonly kind: "uniform"
  readonly low: number
  readonly high: number
}

/**
 * A number whose logarithm is normal: half of the values are below `median`, and `sigma` is the
 * standard deviation of the logarithm.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Lognormal {
  readonly kind: "lognormal"
  readonly median: number
  readonly sigma: number
}

/**
 * Gamma with mean `shape * scale`.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Gamma {
  readonly kind: "gamma"
  readonly shape: number
  readonly scale: number
}

/**
 * The sum of `phases` equal exponential phases, with this mean of the sum.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Erlang {
  readonly kind: "erlang"
  readonly phases: number
  readonly mean: number
}

/**
 * Weibull: `scale` times an exponential number to the power `1 / shape`.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Weibull {
  readonly kind: "weibull"
  readonly shape: number
  readonly scale: number
}

/**
 * One of the observed `values`, each with equal chance.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Empirical {
  readonly kind: "empirical"
  readonly values: ReadonlyArray<number>
}

/**
 * `values[i]` with probability `probabilities[i]`.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Discrete {
  readonly kind: "discrete"
  readonly values: ReadonlyArray<number>
  readonly probabilities: ReadonlyArray<number>
}

/**
 * Any of the distributions, told apart by `kind`.
 *
 * @category distributions
 * @since 0.1.0
 */
export type Distribution =
  | Exponential
  | Deterministic
  | Uniform
  | Lognormal
  | Gamma
  | Erlang
  | Weibull
  | Empirical
  | Discrete

/**
 * What is wrong with a distribution: the field, the value it has, and what would be right.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Problem {
  readonly field: string
  readonly value: unknown
  readonly expected: string
}

/**
 * A random number from a distribution.
 *
 * Cost: one pair of random words for exponential, uniform, lognormal, Weibull, empirical and
 * discrete, in almost every case; one pair per phase for Erlang; about two for gamma; none for
 * deterministic. Linear in the number of values for discrete. Allocates nothing.
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
export const sample = (distribution: Distribution, draw: Draw.Draw): number => {
  switch (distribution.kind) {
    case "exponential":
      return distribution.mean * draw.exponential()
    case "deterministic":
      return distribution.value
    case "uniform":
      return distribution.low + (distribution.high - distribution.low) * draw.uniform()
    case "lognormal":
      return distribution.median * Real.exp(distribution.sigma * draw.normal())
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
  }
}

/**
 * The mean of a distribution.
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
 * The variance of a distribution.
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
 * What is wrong with a distribution; an empty list if nothing is.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * Distribution.check({ kind: "exponential", mean: -1 }) // => [{ field: "mean", value: -1, expected: "a finite number above 0" }]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const check = (distribution: Distribution): ReadonlyArray<Problem> =>
  problemsOf(distribution)

/**
 * The same distribution, checked.
 *
 * Throws a `RangeError` that names the first problem that {@link check} finds.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * const visit = Distribution.make({ kind: "erlang", phases: 4, mean: 20 })
 * Distribution.variance(visit) // => 100
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const make = <Kind extends Distribution>(distribution: Kind): Kind => {
  const problem = check(distribution)[0]
  if (problem === undefined) return distribution
  throw new RangeError(
    `${distribution.kind} distribution: ${problem.field} is ${problem.expected}; ` +
      `got ${JSON.stringify(problem.value) ?? problem.value}`
  )
}

/**
 * A lognormal distribution from its mean instead of its median: median = mean / exp(sigma^2 / 2).
 *
 * Throws a `RangeError` for a mean of 0 or less, or a negative sigma.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * const service = Distribution.lognormalByMean({ mean: 3600, sigma: 0.8 })
 * Math.round(Distribution.mean(service)) // => 3600
 * ```
 *
 * @source none: definition
 * @category checks
 * @since 0.1.0
 */
export const lognormalByMean = (options: {
  readonly mean: number
  readonly sigma: number
}): Lognormal =>
  make({
    kind: "lognormal",
    median: options.mean / Real.exp((options.sigma * options.sigma) / 2),
    sigma: options.sigma
  })
