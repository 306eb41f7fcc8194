/**
 * Rates of service orders with their counts: how many were filled, how many fell away and why, how
 * long a taker was waited for. A share always says what it is a share of; without any order there
 * is none.
 */
import { notYet } from "./ServiceMove.ts"
import { type ServiceOrder, standingAt } from "./ServiceOrder.ts"

/**
 * One rate: `share` is count / ofCount, from 0 to 1, `"None"` where there is nothing to count of.
 *
 * @category rates
 * @since 0.1.0
 */
export interface Rate {
  readonly count: number
  readonly ofCount: number
  readonly share: number | "None"
}

/**
 * What is asked: orders whose window ended from `fromSec` up to but not including `untilSec`, as
 * they stand at `atSec`.
 *
 * @category rates
 * @since 0.1.0
 */
export interface Period {
  readonly fromSec: number
  readonly untilSec: number
  readonly atSec: number
}

/**
 * The rates of a period.
 *
 * `filled`: credited (confirmed or settled) of all due. `accepted`: ever accepted of all due.
 * `cancelled`: cancelled of all asked for. `rated`: rated of those filled. `disputed`: disputed of
 * those stated as done. `unconfirmed`: stated as done and neither confirmed nor settled, of those
 * stated as done. `ratingSum` / `rated.count` is the mean rating. `acceptSecs` are the waiting times
 * from request to first acceptance, ascending: take medians, not means.
 *
 * @category rates
 * @since 0.1.0
 */
export interface OrderRates {
  readonly filled: Rate
  readonly accepted: Rate
  readonly cancelled: Rate
  readonly rated: Rate
  readonly disputed: Rate
  readonly unconfirmed: Rate
  readonly ratingSum: number
  readonly acceptSecs: ReadonlyArray<number>
}

/**
 * The rates of some orders.
 *
 * An order counts when its window has ended: it was due, whatever became of it; a cancelled one
 * is not due, since nobody waits for it, and counts only among the cancelled. Cost: linear, and
 * n log n for the waiting times.
 *
 * ```ts
 * import { OrderRates } from "@wangge/service"
 *
 * const none = OrderRates.of([], { fromSec: 0, untilSec: 86400, atSec: 86400 })
 * none.filled // => { count: 0, ofCount: 0, share: "None" }
 * ```
 *
 * @source none: our own; rates count on what was due, as published bulletins of cases do
 * @category rates
 * @since 0.1.0
 */
export const of = (orders: ReadonlyArray<ServiceOrder>, period: Period): OrderRates => {
  const asked = orders.filter(
    ({ window }) =>
      window.untilSec >= period.fromSec &&
      window.untilSec < period.untilSec &&
      window.untilSec <= period.atSec
  )
  const due = asked.filter(({ status }) => status !== "Cancelled")
  const filled = due.filter(({ isCredited }) => isCredited)
  const done = due.filter(({ finishedSec }) => finishedSec !== notYet)
  const rated = filled.filter(({ rating }) => rating !== 0)
  const accepted = due.filter(({ firstAcceptedSec }) => firstAcceptedSec !== notYet)
  const isOpenDone = (order: ServiceOrder): boolean =>
    ["Done", "Unconfirmed"].includes(standingAt(order, period.atSec))
  return {
    filled: rateOf(filled.length, due.length),
    accepted: rateOf(accepted.length, due.length),
    cancelled: rateOf(asked.length - due.length, asked.length),
    rated: rateOf(rated.length, filled.length),
    disputed: rateOf(done.filter(({ disputeCount }) => disputeCount > 0).length, done.length),
    unconfirmed: rateOf(done.filter(isOpenDone).length, done.length),
    ratingSum: rated.reduce((sum, { rating }) => sum + rating, 0),
    acceptSecs: accepted
      .map(({ firstAcceptedSec, requestedSec }) => firstAcceptedSec - requestedSec)
      .sort((one, other) => one - other)
  }
}

const rateOf = (count: number, ofCount: number): Rate => ({
  count,
  ofCount,
  share: ofCount === 0 ? "None" : count / ofCount
})
