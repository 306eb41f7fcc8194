/**
 * M/M/c+M, also called Erlang A: a queue whose customers lose patience. Arrivals are Poisson,
 * service and patience exponential; who waits longer than their patience leaves unserved. It has a
 * steady state at any load.
 */
import { meanOver, steadyChances } from "./internal/birthDeath.ts"
import { integrate } from "./internal/integral.ts"
import { expMinus1 } from "./internal/nearZero.ts"
import * as QueueProblem from "./QueueProblem.ts"
import * as Real from "./Real.ts"

/**
 * What describes a queue with abandonment.
 *
 * @category abandonment
 * @since 0.1.0
 */
export interface Options {
  readonly arrivalRate: number
  /** Services per time of one server. */
  readonly serviceRate: number
  readonly serverCount: number
  /** One over the mean patience. */
  readonly abandonRate: number
}

/**
 * A queue with abandonment in steady state.
 *
 * @category abandonment
 * @since 0.1.0
 */
export interface QueueAbandonment {
  readonly arrivalRate: number
  readonly serviceRate: number
  readonly serverCount: number
  readonly abandonRate: number
  /** Chance that an arrival leaves unserved. */
  readonly abandonChance: number
  /** Chance that an arrival finds all servers busy. */
  readonly waitChance: number
  /** Mean time in the queue of all, whether served or not. */
  readonly meanWait: number
  /** Mean time in the queue of those who are served. */
  readonly meanWaitServed: number
  readonly meanQueue: number
  readonly meanInSystem: number
  readonly utilisation: number
  /** `chances[n]`: share of time with n in the system, as far as it is above 1e-18. */
  readonly chances: Float64Array
}

/**
 * The steady state of a queue with abandonment.
 *
 * With patience as long as service, n in the system leave at n times one rate, as with a server for
 * everybody: one arrival a mean service, and the number in the system has mean 1. Refuses wrong
 * numbers (`BadNumber`). Cost: linear in servers and queue.
 *
 * ```ts
 * import { QueueAbandonment, QueueProblem } from "@wangge/des"
 *
 * const options = { arrivalRate: 5, serviceRate: 5, serverCount: 1, abandonRate: 5 }
 * const line = QueueProblem.trust(QueueAbandonment.make(options))
 * Math.abs(line.meanInSystem - 1) < 1e-14 // => true
 * ```
 *
 * @source C. Palm, "Research on Telephone Traffic Carried by Full Availability Groups", Tele 1, 1957;
 *   A. Mandelbaum, S. Zeltyn, "Service Engineering in Action: The Palm/Erlang-A Queue", 2007
 * @category abandonment
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueAbandonment> => {
  const { arrivalRate, serviceRate, serverCount, abandonRate } = options
  const problems = [
    ...QueueProblem.ofPositive("arrivalRate", arrivalRate),
    ...QueueProblem.ofPositive("serviceRate", serviceRate),
    ...QueueProblem.ofCount("serverCount", serverCount, 1),
    ...QueueProblem.ofPositive("abandonRate", abandonRate)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const busy = (count: number): number => Math.min(count, serverCount)
  const chances = steadyChances(
    () => arrivalRate,
    (count) => busy(count) * serviceRate + (count - busy(count)) * abandonRate,
    Number.POSITIVE_INFINITY
  )
  const meanQueue = meanOver(chances, (count) => count - busy(count))
  const meanBusy = meanOver(chances, busy)
  return {
    ok: true,
    queue: {
      arrivalRate,
      serviceRate,
      serverCount,
      abandonRate,
      abandonChance: (meanQueue * abandonRate) / arrivalRate,
      waitChance: meanOver(chances, (count) => (count >= serverCount ? 1 : 0)),
      meanWait: meanQueue / arrivalRate,
      meanWaitServed: waitServed(options, chances),
      meanQueue,
      meanInSystem: meanQueue + meanBusy,
      utilisation: meanBusy / serverCount,
      chances
    }
  }
}

/**
 * Who finds k ahead in the queue steps forward at rates c mu + (j + 1) theta, j from k to 0, and is
 * served with chance c mu / (c mu + (k + 1) theta), independent of the time it takes.
 */
const waitServed = (options: Options, chances: Float64Array): number => {
  const { serviceRate, serverCount, abandonRate } = options
  const allRate = serverCount * serviceRate
  let steps = 0
  let served = 0
  let waited = 0
  for (let count = 0; count < chances.length; count++) {
    const place = count - serverCount + 1
    if (place > 0) steps += 1 / (allRate + place * abandonRate)
    const share = place > 0 ? allRate / (allRate + place * abandonRate) : 1
    served += chances[count]! * share
    waited += chances[count]! * share * steps
  }
  return waited / served
}

/**
 * The chance that somebody, served or not, is in the queue for at most `time`.
 *
 * ```ts
 * import { QueueAbandonment, QueueProblem } from "@wangge/des"
 *
 * const options = { arrivalRate: 5, serviceRate: 5, serverCount: 1, abandonRate: 5 }
 * const line = QueueProblem.trust(QueueAbandonment.make(options))
 * QueueAbandonment.waitUpTo(line, 0) === 1 - line.waitChance // => true
 * ```
 *
 * @source F. Baccelli, G. Hebuterne, "On Queues with Impatient Customers", Performance 81, 1981 (the
 *   density of the wait that is offered)
 * @category abandonment
 * @since 0.1.0
 */
export const waitUpTo = (queue: QueueAbandonment, time: number): number => {
  if (time < 0) return 0
  const stays = Real.exp(-queue.abandonRate * time)
  return 1 - queue.waitChance * stays * offered(queue, time, Number.POSITIVE_INFINITY, 0)
}

/**
 * The chance that an arrival is served, and has waited at most `time` for it.
 *
 * ```ts
 * import { QueueAbandonment, QueueProblem } from "@wangge/des"
 *
 * const options = { arrivalRate: 5, serviceRate: 5, serverCount: 1, abandonRate: 5 }
 * const line = QueueProblem.trust(QueueAbandonment.make(options))
 * const everServed = QueueAbandonment.servedUpTo(line, 100)
 * Math.abs(everServed - (1 - line.abandonChance)) < 1e-13 // => true
 * ```
 *
 * @source as {@link waitUpTo}
 * @category abandonment
 * @since 0.1.0
 */
export const servedUpTo = (queue: QueueAbandonment, time: number): number =>
  time < 0 ? 0 : 1 - queue.waitChance * (1 - offered(queue, 0, time, queue.abandonRate))

/**
 * The integral of exp(-fade v) over the offered waits v from `low` to `high`, given that there is
 * one. Their density is exp(arrivalRate (1 - exp(-theta v)) / theta - c mu v) times a constant.
 */
const offered = (queue: QueueAbandonment, low: number, high: number, fade: number): number => {
  const { arrivalRate, abandonRate } = queue
  const allRate = queue.serverCount * queue.serviceRate
  const exponent = (wait: number): number =>
    (-arrivalRate * expMinus1(-abandonRate * wait)) / abandonRate - allRate * wait
  const top = arrivalRate > allRate ? Real.ln(arrivalRate / allRate) / abandonRate : 0
  let end = Math.max(1 / allRate, 2 * top)
  while (exponent(end) > exponent(top) - 45) end *= 1.5
  const part = (from: number, to: number, fading: number): number => {
    let sum = 0
    for (let piece = 0; piece < 16; piece++) {
      const start = Math.max(from, (end * piece) / 16)
      const stop = Math.min(to, (end * (piece + 1)) / 16)
      const density = (wait: number): number =>
        Real.exp(exponent(wait) - exponent(top) - fading * wait)
      sum += integrate(density, start, stop, 1e-16 * end).value
    }
    return sum
  }
  return part(low, high, fade) / part(0, end, 0)
}
