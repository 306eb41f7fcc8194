/**
 * M/D/c: Poisson arrivals, a constant service time, several servers, one queue in order of arrival.
 * With the distribution of the queue and of the wait, by sums of positive terms only, so that nothing
 * cancels at any load that is accepted.
 */
import { gammaChances, poissonChance } from "./internal/incompleteGamma.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * What describes an M/D/c queue.
 *
 * @category constant service
 * @since 0.1.0
 */
export interface Options {
  readonly arrivalRate: number
  readonly serviceTime: number
  readonly serverCount: number
}

/**
 * An M/D/c queue in steady state.
 *
 * @category constant service
 * @since 0.1.0
 */
export interface QueueConstant {
  readonly arrivalRate: number
  readonly serviceTime: number
  readonly serverCount: number
  readonly utilisation: number
  readonly meanWait: number
  readonly meanSojourn: number
  readonly meanQueue: number
  readonly meanInSystem: number
  /** `queueUpTo[m]`: chance that at most m wait, as far as it is below 1. */
  readonly queueUpTo: Float64Array
}

/** Terms beyond which nothing is computed: about a second of work. */
const WORK_MAX = 4e7
/** Terms that the chance to be above a level counts as. */
const TAIL_WORK = 50
/** Chances below this are left out. */
const LEAST = 1e-18

/**
 * The steady state of an M/D/c queue.
 *
 * Seen a service time apart, the number waiting is a random walk with steps Poisson less c, held at 0;
 * Spitzer's identity gives its distribution from the Poisson chances of n steps. One server, one
 * arrival in 2 hours, 1 hour of service: the wait is half an hour. Refuses a load per server of 1 or
 * more (`Unstable`), and one so near 1 that the sums are too long (`TooLarge`).
 *
 * ```ts
 * import { QueueConstant, QueueProblem } from "@wangge/des"
 *
 * const made = QueueConstant.make({ arrivalRate: 0.5, serviceTime: 1, serverCount: 1 })
 * QueueProblem.trust(made).meanWait.toFixed(12) // => "0.500000000000"
 * ```
 *
 * @source C. D. Crommelin, "Delay Probability Formulae When the Holding Times Are Constant", Post
 *   Office Electrical Engineers Journal 25, 1932; F. Spitzer, "A Combinatorial Lemma and its
 *   Application to Probability Theory", Transactions of the AMS 82, 1956
 * @category constant service
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueConstant> => {
  const { arrivalRate, serviceTime, serverCount } = options
  const problems = [
    ...QueueProblem.ofPositive("arrivalRate", arrivalRate),
    ...QueueProblem.ofPositive("serviceTime", serviceTime),
    ...QueueProblem.ofCount("serverCount", serverCount, 1)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const load = arrivalRate * serviceTime
  const utilisation = load / serverCount
  const unstable = QueueProblem.ofLoad("serverCount", utilisation)
  if (unstable.length > 0) return { ok: false, problems: unstable }
  const jumps = jumpRates(load, serverCount)
  if (jumps === undefined) {
    const problem = QueueProblem.make("TooLarge", "serverCount", utilisation, "a smaller load")
    return { ok: false, problems: [problem] }
  }
  const meanQueue = jumps.reduce((sum, rate, size) => sum + rate * size, 0)
  const meanWait = meanQueue / arrivalRate
  return {
    ok: true,
    queue: {
      arrivalRate,
      serviceTime,
      serverCount,
      utilisation,
      meanWait,
      meanSojourn: meanWait + serviceTime,
      meanQueue,
      meanInSystem: meanQueue + load,
      queueUpTo: compoundPoisson(jumps)
    }
  }
}

/**
 * The chance to wait at most `time`.
 *
 * With k the least whole number of services above `time`, and r = k serviceTime - time: who waits at
 * most `time` finds, r later, at most k c - 1 in line whom those before did not clear: the sum over j
 * of P(queue <= k c - 1 - j) times the Poisson chance of j arrivals during r. Cost: linear in k c.
 *
 * ```ts
 * import { QueueConstant, QueueProblem } from "@wangge/des"
 *
 * const made = QueueConstant.make({ arrivalRate: 0.5, serviceTime: 1, serverCount: 1 })
 * QueueConstant.waitUpTo(QueueProblem.trust(made), 0).toFixed(12) // => "0.500000000000"
 * ```
 *
 * @source G. J. Franx, "A Simple Solution for the M/D/c Waiting Time Distribution", Operations Research
 *   Letters 29, 2001
 * @category constant service
 * @since 0.1.0
 */
export const waitUpTo = (queue: QueueConstant, time: number): number => {
  if (time < 0) return 0
  const { serviceTime, serverCount, arrivalRate, queueUpTo } = queue
  const services = Math.floor(time / serviceTime) + 1
  const arrivals = Math.max(0, arrivalRate * (services * serviceTime - time))
  const places = services * serverCount - 1
  let sum = 0
  for (let count = 0; count <= places; count++) {
    sum += (queueUpTo[places - count] ?? 1) * poissonChance(count, arrivals)
  }
  return Math.min(1, sum)
}

/**
 * `rates[j]`: the sum over n of P(Poisson(n load) = n c + j) / n, for j from 1; `undefined` if that
 * takes too many terms.
 */
const jumpRates = (load: number, serverCount: number): Float64Array | undefined => {
  const rates: Array<number> = [0]
  let work = 0
  for (let steps = 1; ; steps++) {
    const mean = steps * load
    const level = steps * serverCount
    // The chance to be above the level bounds all that this and later terms can add.
    const above = gammaChances(level + 1, mean).upTo
    if (above < LEAST) return Float64Array.from(rates)
    let chance = poissonChance(level, mean)
    for (let size = 1; chance > LEAST * 1e-3; size++) {
      chance *= mean / (level + size)
      rates[size] = (rates[size] ?? 0) + chance / steps
      work++
    }
    work += TAIL_WORK
    if (work > WORK_MAX) return undefined
  }
}

/** Chances up to m of a compound Poisson number with these rates of jumps, up to where all is in. */
const compoundPoisson = (rates: Float64Array): Float64Array => {
  const all = rates.reduce((sum, rate) => sum + rate, 0)
  // Weights against the chance of 0, which may be too small to start from: scaled at the end.
  const weights: Array<number> = [1]
  let total = 1
  for (let count = 1; count < 200_000; count++) {
    let sum = 0
    for (let size = 1; size <= Math.min(count, rates.length - 1); size++) {
      sum += size * rates[size]! * weights[count - size]!
    }
    const weight = sum / count
    weights.push(weight)
    total += weight
    if (count > all && weight < 1e-19 * total) break
  }
  let upTo = 0
  return Float64Array.from(weights, (weight) => {
    upTo += weight / total
    return Math.min(1, upTo)
  })
}
