/**
 * Distributions from outside: checked, read from data of any kind, or made from other parameters.
 * `Distribution` exports all of this.
 */
import * as Real from "../Real.ts"
import type { Distribution, Lognormal } from "./distributionKinds.ts"
import { problemsOf } from "./distributionProblems.ts"
import { isShaped, shapeProblems } from "./distributionShape.ts"

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
 * A distribution read from data of any kind, or what is wrong with it.
 *
 * @category checks
 * @since 0.1.0
 */
export type Parsed =
  | { readonly ok: true; readonly distribution: Distribution }
  | { readonly ok: false; readonly problems: ReadonlyArray<Problem> }

/**
 * What is wrong with a distribution; an empty list if nothing is.
 *
 * Fields of parts come with their place, as `parts[1].mean`.
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
  isShaped(distribution) ? problemsOf(distribution) : shapeProblems(distribution)

/**
 * Reads a distribution from data of any kind, as from a JSON file.
 *
 * Problems name a field that is missing, unknown, of the wrong type or with a wrong number, with
 * its value.
 *
 * ```ts
 * import { Distribution } from "@wangge/des"
 *
 * const read = Distribution.parse(JSON.parse('{"kind":"gamma","shape":2,"scael":3}'))
 * read.ok ? [] : read.problems.map(({ field }) => field) // => ["scale", "scael"]
 * ```
 *
 * @category checks
 * @since 0.1.0
 */
export const parse = (data: unknown): Parsed => {
  if (!isShaped(data)) return { ok: false, problems: shapeProblems(data) }
  const problems = problemsOf(data)
  return problems.length === 0 ? { ok: true, distribution: data } : { ok: false, problems }
}

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
    `${distribution?.kind} distribution: ${problem.field} is ${problem.expected}; ` +
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
