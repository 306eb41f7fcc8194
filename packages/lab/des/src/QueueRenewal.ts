/**
 * G/M/1: arrivals with independent intervals of any distribution, one exponential server, order of
 * arrival. All its results follow from one root.
 */
import * as Distribution from "./Distribution.ts"
import { expMinus1 } from "./internal/nearZero.ts"
import * as QueueProblem from "./QueueProblem.ts"
import * as Real from "./Real.ts"

/**
 * What describes a G/M/1 queue.
 *
 * @category G/M/1
 * @since 0.1.0
 */
export interface Options {
  /** Times between arrivals, none below 0. */
  readonly interval: Distribution.Distribution
  readonly serviceRate: number
}

/**
 * A G/M/1 queue in steady state.
 *
 * @category G/M/1
 * @since 0.1.0
 */
export interface QueueRenewal {
  readonly serviceRate: number
  readonly utilisation: number
  /** Chance that an arrival finds the server busy; the number found is geometric with it. */
  readonly waitChance: number
  readonly meanWait: number
  readonly meanSojourn: number
  readonly meanQueue: number
  readonly meanInSystem: number
}

/**
 * The steady state of a G/M/1 queue.
 *
 * The chance to wait is the root below 1 of x = A(serviceRate (1 - x)), A the transform of the
 * intervals, by halving; the mean wait is x / (serviceRate (1 - x)). With exponential intervals x is
 * the load. Refuses a load of 1 or more (`Unstable`). Cost: some fifty transforms.
 *
 * ```ts
 * import { QueueProblem, QueueRenewal } from "@wangge/des"
 *
 * const made = QueueRenewal.make({ interval: { kind: "exponential", mean: 2 }, serviceRate: 1 })
 * QueueProblem.trust(made).meanWait.toFixed(12) // => "1.000000000000"
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, sections 6.2 to 6.4
 * @category G/M/1
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueRenewal> => {
  const { interval, serviceRate } = options
  const problems = [
    ...QueueProblem.ofTimes("interval", interval),
    ...QueueProblem.ofPositive("serviceRate", serviceRate)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const arrivalRate = 1 / Distribution.mean(interval)
  const utilisation = arrivalRate / serviceRate
  const unstable = QueueProblem.ofLoad("serviceRate", utilisation)
  if (unstable.length > 0) return { ok: false, problems: unstable }
  const idleChance = rootOf(interval, serviceRate)
  const waitChance = 1 - idleChance
  const meanWait = waitChance / (serviceRate * idleChance)
  const meanSojourn = 1 / (serviceRate * idleChance)
  return {
    ok: true,
    queue: {
      serviceRate,
      utilisation,
      waitChance,
      meanWait,
      meanSojourn,
      meanQueue: arrivalRate * meanWait,
      meanInSystem: arrivalRate * meanSojourn
    }
  }
}

/** The y above 0 with 1 - y = A(serviceRate y): below it the transform is smaller, above larger. */
const rootOf = (interval: Distribution.Distribution, serviceRate: number): number => {
  let low = 0
  let high = 1
  let middle = 0.5
  while (middle > low && middle < high) {
    if (Distribution.transform(interval, serviceRate * middle) < 1 - middle) low = middle
    else high = middle
    middle = low + (high - low) / 2
  }
  return high
}

/**
 * The chance to wait at most `time`: 1 - x exp(-serviceRate (1 - x) time), x the chance to wait.
 *
 * ```ts
 * import { QueueProblem, QueueRenewal } from "@wangge/des"
 *
 * const made = QueueRenewal.make({ interval: { kind: "exponential", mean: 2 }, serviceRate: 1 })
 * QueueRenewal.waitUpTo(QueueProblem.trust(made), 0).toFixed(12) // => "0.500000000000"
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, section 6.4
 * @category G/M/1
 * @since 0.1.0
 */
export const waitUpTo = (queue: QueueRenewal, time: number): number =>
  time < 0 ? 0 : 1 - queue.waitChance * Real.exp(-time / queue.meanSojourn)

/**
 * The chance that wait and service together take at most `time`: exponential.
 *
 * ```ts
 * import { QueueProblem, QueueRenewal } from "@wangge/des"
 *
 * const made = QueueRenewal.make({ interval: { kind: "exponential", mean: 2 }, serviceRate: 1 })
 * QueueRenewal.sojournUpTo(QueueProblem.trust(made), 2).toFixed(9) // => "0.632120559"
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, section 6.4
 * @category G/M/1
 * @since 0.1.0
 */
export const sojournUpTo = (queue: QueueRenewal, time: number): number =>
  time > 0 ? -expMinus1(-time / queue.meanSojourn) : 0
