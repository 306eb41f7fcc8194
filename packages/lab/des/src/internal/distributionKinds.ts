/**
 * The kinds of distributions as plain data, told apart by `kind`: what a scenario or network file
 * holds. `Distribution` exports them all; what each number must be is in distributionProblems.ts.
 */

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
 * A normal number that is drawn again until it lies from `low` to `high`.
 *
 * `mean` and `deviation` are those of the normal before it is cut; those of the cut one come from
 * `Distribution.mean` and `Distribution.variance`. A bound that is left out is none.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Normal {
  readonly kind: "normal"
  readonly mean: number
  readonly deviation: number
  readonly low?: number
  readonly high?: number
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
 * Pareto of the first kind: at least `scale`, and above x with chance `(scale / x)` to the power
 * `shape`.
 *
 * The mean is infinite for a shape up to 1, the variance for a shape up to 2.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Pareto {
  readonly kind: "pareto"
  readonly shape: number
  readonly scale: number
}

/**
 * Exponential with mean `means[i]` with probability `probabilities[i]`: more variable than one
 * exponential.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Hyperexponential {
  readonly kind: "hyperexponential"
  readonly means: ReadonlyArray<number>
  readonly probabilities: ReadonlyArray<number>
}

/**
 * The sum of exponential phases with these means, equal or not: less variable than one exponential.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Hypoexponential {
  readonly kind: "hypoexponential"
  readonly means: ReadonlyArray<number>
}

/**
 * The time until a Markov chain leaves its phases.
 *
 * It starts in phase i with probability `start[i]`. `generator[i][j]` is the rate from phase i to
 * phase j, and `generator[i][i]` minus the rate at which phase i is left; what the row lacks to a
 * sum of 0 is the rate of the end.
 *
 * @source M. F. Neuts, "Matrix-Geometric Solutions in Stochastic Models", 1981, section 2.2
 * @category distributions
 * @since 0.1.0
 */
export interface PhaseType {
  readonly kind: "phaseType"
  readonly start: ReadonlyArray<number>
  readonly generator: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * One of the `parts`: part i with probability `probabilities[i]`.
 *
 * @category distributions
 * @since 0.1.0
 */
export interface Mixture {
  readonly kind: "mixture"
  readonly parts: ReadonlyArray<Distribution>
  readonly probabilities: ReadonlyArray<number>
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
  | Normal
  | Lognormal
  | Gamma
  | Erlang
  | Weibull
  | Pareto
  | Hyperexponential
  | Hypoexponential
  | PhaseType
  | Mixture
  | Empirical
  | Discrete
