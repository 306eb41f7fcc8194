/**
 * The rules of service posts: how long a waiter has to answer, how much rest lies between two
 * shifts, how many seats a post may have. Numbers are assumed: no report states one.
 */
import { Provenance, Seconds } from "@wangge/facts"

/**
 * The numbers of a policy.
 *
 * `answerSec`: to take a seat that became free. `restSec`: between two shifts of one person.
 * `seatCountMax`: of one post.
 *
 * @category posts
 * @since 0.1.0
 */
export interface Numbers<Value> {
  readonly answerSec: Value
  readonly restSec: Value
  readonly seatCountMax: Value
}

/**
 * What a town decides about posts.
 *
 * @category posts
 * @since 0.1.0
 */
export type Policy = Numbers<Provenance.SourcedNumber>

const assumed = (value: number, unit: string, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit, reason })

/**
 * The defaults.
 *
 * ```ts
 * import { ServicePostRules } from "@wangge/service"
 *
 * ServicePostRules.compile(ServicePostRules.base).answerSec // => 86400
 * ```
 *
 * @source none: assumed throughout, each number says why
 * @category posts
 * @since 0.1.0
 */
export const base: Policy = {
  answerSec: assumed(Seconds.daySec, "s", "everybody looks at messages once a day"),
  restSec: assumed(8 * Seconds.hourSec, "s", "a night's sleep lies between two shifts"),
  seatCountMax: assumed(1000, "seats", "a flood crew of a district has about as many")
}

/**
 * A policy compiled to plain numbers.
 *
 * @category posts
 * @since 0.1.0
 */
export type ServicePostRules = Numbers<number>

/**
 * Rules from a policy.
 *
 * Throws a `RangeError` for a number that is negative or no whole number, or without any seat.
 *
 * @category posts
 * @since 0.1.0
 */
export const compile = (policy: Policy): ServicePostRules => ({
  answerSec: wholeOf("answerSec", policy, 0),
  restSec: wholeOf("restSec", policy, 0),
  seatCountMax: wholeOf("seatCountMax", policy, 1)
})

const wholeOf = (name: keyof Policy, policy: Policy, min: number): number => {
  const { value } = policy[name]
  if (!Seconds.isWhole(value) || value < min) {
    throw new RangeError(`${name} is a whole number from ${min} on; got ${value}`)
  }
  return value
}
