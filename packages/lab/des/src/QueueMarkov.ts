/**
 * M/M/c: Poisson arrivals, exponential service, `serverCount` equal servers, one queue in order of
 * arrival, nobody leaves. Its steady state, with the whole distributions of wait and sojourn. Rates
 * are per unit of time, times in that unit.
 */
import { expMinus1, lnOf1Plus } from "./internal/nearZero.ts"
import * as QueueErlang from "./QueueErlang.ts"
import * as QueueProblem from "./QueueProblem.ts"
import * as Real from "./Real.ts"

/**
 * What describes an M/M/c queue.
 *
 * @category M/M/c
 * @since 0.1.0
 */
export interface Options {
  readonly arrivalRate: number
  /** Services per time of one server. */
  readonly serviceRate: number
  readonly serverCount: number
}

/**
 * An M/M/c queue in steady state.
 *
 * @category M/M/c
 * @since 0.1.0
 */
export interface QueueMarkov {
  readonly arrivalRate: number
  readonly serviceRate: number
  readonly serverCount: number
  /** Mean number of busy servers over their number, below 1. */
  readonly utilisation: number
  /** Chance that an arrival waits (Erlang C). */
  readonly waitChance: number
  readonly meanWait: number
  readonly meanSojourn: number
  /** Time average of the number waiting. */
  readonly meanQueue: number
  /** Time average of the number waiting or in service. */
  readonly meanInSystem: number
}

/**
 * The steady state of an M/M/c queue.
 *
 * With offered load a = arrivalRate / serviceRate, C the chance to wait and r = c - a servers to
 * spare: mean wait C / (r serviceRate). One desk with 3 arrivals and 4 services an hour: the wait
 * is 3/4 of an hour. Refuses a load per server of 1 or more (`Unstable`) and wrong numbers
 * (`BadNumber`). Cost: linear in the servers.
 *
 * ```ts
 * import { QueueMarkov, QueueProblem } from "@wangge/des"
 *
 * const desk = QueueMarkov.make({ arrivalRate: 3, serviceRate: 4, serverCount: 1 })
 * QueueProblem.trust(desk).meanWait // => 0.75
 * const busy = QueueMarkov.make({ arrivalRate: 9, serviceRate: 4, serverCount: 2 })
 * busy.ok ? [] : busy.problems // => [{ code: "Unstable", subject: "serverCount", found: 1.125, expected: "below 1" }]
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, sections 3.2 and 3.5
 * @category M/M/c
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueMarkov> => {
  const { arrivalRate, serviceRate, serverCount } = options
  const problems = [
    ...QueueProblem.ofPositive("arrivalRate", arrivalRate),
    ...QueueProblem.ofPositive("serviceRate", serviceRate),
    ...QueueProblem.ofCount("serverCount", serverCount, 1)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const load = arrivalRate / serviceRate
  const utilisation = load / serverCount
  const unstable = QueueProblem.ofLoad("serverCount", utilisation)
  if (unstable.length > 0) return { ok: false, problems: unstable }
  const waitChance = QueueErlang.waitChance(serverCount, load)
  const meanWait = waitChance / (serverCount * serviceRate - arrivalRate)
  const meanSojourn = meanWait + 1 / serviceRate
  return {
    ok: true,
    queue: {
      arrivalRate,
      serviceRate,
      serverCount,
      utilisation,
      waitChance,
      meanWait,
      meanSojourn,
      meanQueue: arrivalRate * meanWait,
      meanInSystem: arrivalRate * meanSojourn
    }
  }
}

/**
 * The chance to wait at most `time`: 1 - C exp(-(c serviceRate - arrivalRate) time), from 0 on.
 *
 * ```ts
 * import { QueueMarkov, QueueProblem } from "@wangge/des"
 *
 * const desk = QueueMarkov.make({ arrivalRate: 3, serviceRate: 4, serverCount: 1 })
 * QueueMarkov.waitUpTo(QueueProblem.trust(desk), 0) // => 0.25
 * ```
 *
 * @source D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.3
 * @category M/M/c
 * @since 0.1.0
 */
export const waitUpTo = (queue: QueueMarkov, time: number): number =>
  time < 0 ? 0 : 1 - queue.waitChance * Real.exp(-spareRate(queue) * time)

/**
 * The wait that the share `chance` of arrivals does not exceed; 0 where that many do not wait.
 *
 * Throws a `RangeError` for a chance outside 0 to 1; infinite at 1.
 *
 * ```ts
 * import { QueueMarkov, QueueProblem } from "@wangge/des"
 *
 * const desk = QueueMarkov.make({ arrivalRate: 3, serviceRate: 4, serverCount: 1 })
 * QueueMarkov.waitQuantile(QueueProblem.trust(desk), 0.2) // => 0
 * ```
 *
 * @source the inverse of {@link waitUpTo}
 * @category M/M/c
 * @since 0.1.0
 */
export const waitQuantile = (queue: QueueMarkov, chance: number): number => {
  if (!(chance >= 0 && chance <= 1)) {
    throw new RangeError(`A chance is from 0 to 1; got ${chance}`)
  }
  if (chance <= 1 - queue.waitChance) return 0
  return (Real.ln(queue.waitChance) - lnOf1Plus(-chance)) / spareRate(queue)
}

/**
 * The chance that wait and service together take at most `time`.
 *
 * The sum of the wait and an independent exponential service; where the two rates are equal (c - a
 * is 1) the limit is taken, without loss of digits near it.
 *
 * ```ts
 * import { QueueMarkov, QueueProblem, Real } from "@wangge/des"
 *
 * const desk = QueueMarkov.make({ arrivalRate: 3, serviceRate: 4, serverCount: 1 })
 * const within2 = QueueMarkov.sojournUpTo(QueueProblem.trust(desk), 2)
 * Math.abs(within2 - (1 - Real.exp(-2))) < 1e-15 // => true
 * ```
 *
 * @source D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.3
 * @category M/M/c
 * @since 0.1.0
 */
export const sojournUpTo = (queue: QueueMarkov, time: number): number => {
  if (!(time > 0)) return 0
  const rate = queue.serviceRate
  const gap = (spareRate(queue) - rate) * time
  // The chance that service has not ended, then that it began late and has not: the integral of
  // C spare exp(-spare w) exp(-rate (t - w)) over waits w, plus C exp(-spare t).
  const alone = Real.exp(-rate * time)
  const part = gap === 0 ? 1 : -expMinus1(-gap) / gap
  const late =
    queue.waitChance * (Real.exp(-spareRate(queue) * time) + spareRate(queue) * time * alone * part)
  return 1 - ((1 - queue.waitChance) * alone + late)
}

/**
 * The chance of `count` in the system, waiting or in service.
 *
 * Cost: linear in the smaller of `count` and the servers.
 *
 * ```ts
 * import { QueueMarkov, QueueProblem } from "@wangge/des"
 *
 * const desk = QueueMarkov.make({ arrivalRate: 1, serviceRate: 2, serverCount: 1 })
 * QueueMarkov.chanceOf(QueueProblem.trust(desk), 2) // => 0.125
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, section 3.5
 * @category M/M/c
 * @since 0.1.0
 */
export const chanceOf = (queue: QueueMarkov, count: number): number => {
  if (!(Number.isSafeInteger(count) && count >= 0)) return 0
  const { serverCount, utilisation } = queue
  // The chance of exactly c: those who wait find c or more, and beyond c the chances fall by a
  // constant factor.
  let chance = queue.waitChance * (1 - utilisation)
  if (count >= serverCount) return chance * Real.power(utilisation, count - serverCount)
  const load = utilisation * serverCount
  for (let at = serverCount; at > count; at--) chance *= at / load
  return chance
}

/** The rate at which a queue empties while all servers are busy: c serviceRate - arrivalRate. */
const spareRate = (queue: QueueMarkov): number =>
  queue.serverCount * queue.serviceRate - queue.arrivalRate
