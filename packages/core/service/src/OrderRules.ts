/**
 * The rules of service orders: the kinds of service and the times and counts around an order, as
 * plain data with their provenance. No report states such a number, so every default is assumed and
 * may be changed.
 */
import { Provenance, Seconds } from "@wangge/facts"
import * as ServiceKind from "./ServiceKind.ts"

/**
 * The numbers of a policy.
 *
 * `offerSec`: to answer an offer. `askAgainSec`: before a provider who turned an order down is asked
 * again. `noticeSec`: before the window begins, for booking and for a cancellation that is not late.
 * `graceSec`: how much earlier a service may begin, and how long both sides wait for each other.
 * `confirmSec`, `rateSec`, `disputeSec`: to confirm, to rate, to dispute. `disputeCountMax` and
 * `rescheduleCountMax`: of one order.
 *
 * @category order rules
 * @since 0.1.0
 */
export interface Numbers<Value> {
  readonly offerSec: Value
  readonly askAgainSec: Value
  readonly noticeSec: Value
  readonly graceSec: Value
  readonly confirmSec: Value
  readonly rateSec: Value
  readonly disputeSec: Value
  readonly disputeCountMax: Value
  readonly rescheduleCountMax: Value
}

/**
 * What a town decides about orders. `refusesSameHousehold` keeps members of one household from
 * serving each other for a credit.
 *
 * @category order rules
 * @since 0.1.0
 */
export interface Policy {
  readonly kinds: ReadonlyArray<ServiceKind.ServiceKind>
  readonly refusesSameHousehold: boolean
  readonly numbers: Numbers<Provenance.SourcedNumber>
}

const { daySec, hourSec, minuteSec } = Seconds

const seconds = (value: number, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit: "s", reason })

const times = (value: number, reason: string): Provenance.SourcedNumber =>
  Provenance.assumed({ value, unit: "times", reason })

/**
 * The defaults.
 *
 * ```ts
 * import { OrderRules } from "@wangge/service"
 *
 * OrderRules.base.numbers.noticeSec.value // => 86400
 * OrderRules.base.numbers.noticeSec.provenance.kind // => "assumed"
 * ```
 *
 * @source none: assumed throughout, each number says why
 * @category order rules
 * @since 0.1.0
 */
export const base: Policy = {
  kinds: ServiceKind.base,
  refusesSameHousehold: true,
  numbers: {
    offerSec: seconds(2 * hourSec, "a volunteer sees a message within two hours of the day"),
    askAgainSec: seconds(7 * daySec, "who said no is left in peace for a week"),
    noticeSec: seconds(daySec, "a day's notice lets the other side make other plans"),
    graceSec: seconds(30 * minuteSec, "half an hour covers a late bus"),
    confirmSec: seconds(7 * daySec, "relatives call once a week"),
    rateSec: seconds(15 * daySec, "a judgement after half a month is about something else"),
    disputeSec: seconds(15 * daySec, "as long as for the rating"),
    disputeCountMax: times(2, "one dispute and one appeal"),
    rescheduleCountMax: times(3, "after three moves a new request is more honest")
  }
}

/**
 * A policy compiled to plain numbers: seconds and counts.
 *
 * @category order rules
 * @since 0.1.0
 */
export interface OrderRules extends Numbers<number> {
  readonly kinds: ReadonlyArray<ServiceKind.ServiceKind>
  readonly refusesSameHousehold: boolean
}

/**
 * Rules from a policy.
 *
 * Throws a `RangeError` for a number that is negative or no whole number, for a policy without
 * kinds, a kind named twice, or one without modes or with minutes outside 1 to {@link minutesLimit}.
 *
 * ```ts
 * import { OrderRules } from "@wangge/service"
 *
 * OrderRules.compile(OrderRules.base).offerSec // => 7200
 * ```
 *
 * @category order rules
 * @since 0.1.0
 */
export const compile = (policy: Policy): OrderRules => {
  checkKinds(policy.kinds)
  const { numbers } = policy
  return {
    kinds: policy.kinds,
    refusesSameHousehold: policy.refusesSameHousehold,
    offerSec: wholeOf("offerSec", numbers),
    askAgainSec: wholeOf("askAgainSec", numbers),
    noticeSec: wholeOf("noticeSec", numbers),
    graceSec: wholeOf("graceSec", numbers),
    confirmSec: wholeOf("confirmSec", numbers),
    rateSec: wholeOf("rateSec", numbers),
    disputeSec: wholeOf("disputeSec", numbers),
    disputeCountMax: wholeOf("disputeCountMax", numbers),
    rescheduleCountMax: wholeOf("rescheduleCountMax", numbers)
  }
}

/**
 * The most minutes that a kind of service may allow for one order.
 *
 * @source none: a hundred persons of a group for ten hours
 * @category order rules
 * @since 0.1.0
 */
export const minutesLimit = 60_000

const wholeOf = (
  name: keyof Numbers<number>,
  numbers: Numbers<Provenance.SourcedNumber>
): number => {
  const { value } = numbers[name]
  if (!Seconds.isWhole(value) || value < 0) {
    throw new RangeError(`${name} is a whole number from 0 on; got ${value}`)
  }
  return value
}

const checkKinds = (kinds: ReadonlyArray<ServiceKind.ServiceKind>): void => {
  if (kinds.length === 0) throw new RangeError("A policy of orders has at least one kind")
  const ids = new Set(kinds.map(({ id }) => id))
  if (ids.size < kinds.length) throw new RangeError("Every kind of service has an id of its own")
  for (const { id, modes, minutesMax } of kinds) {
    if (modes.length === 0) throw new RangeError(`The kind ${id} has no mode`)
    if (!Number.isSafeInteger(minutesMax) || minutesMax < 1 || minutesMax > minutesLimit) {
      throw new RangeError(`The kind ${id} allows 1 to ${minutesLimit} minutes; got ${minutesMax}`)
    }
  }
}
