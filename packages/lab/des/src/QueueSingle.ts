/**
 * M/G/1: Poisson arrivals, one server, any service time. The formulas of Pollaczek and Khinchine for
 * the wait in order of arrival, the busy period, and the sojourn when the server shares itself
 * equally among all present.
 */
import * as Distribution from "./Distribution.ts"
import * as QueueProblem from "./QueueProblem.ts"
import * as Real from "./Real.ts"

/**
 * What describes an M/G/1 queue.
 *
 * @category M/G/1
 * @since 0.1.0
 */
export interface Options {
  readonly arrivalRate: number
  /** Service times, none below 0. */
  readonly service: Distribution.Distribution
}

/**
 * An M/G/1 queue in steady state. Waits are in order of arrival.
 *
 * @category M/G/1
 * @since 0.1.0
 */
export interface QueueSingle {
  /** Share of time in which the server is busy, and chance to wait. */
  readonly utilisation: number
  /** Infinite where the variance of service is. */
  readonly meanWait: number
  /** Infinite where the third moment of service is. */
  readonly waitVariance: number
  readonly meanSojourn: number
  readonly sojournVariance: number
  readonly meanQueue: number
  readonly meanInSystem: number
  /** From an arrival at an idle server until it is idle again. */
  readonly meanBusyPeriod: number
  readonly busyPeriodVariance: number
  /** Mean number served in a busy period. */
  readonly meanServedPerBusyPeriod: number
  /** Mean sojourn under processor sharing, which depends on the mean service alone. */
  readonly meanSojournShared: number
}

/**
 * The steady state of an M/G/1 queue.
 *
 * With b1, b2, b3 the moments of service and rho = arrivalRate b1: mean wait arrivalRate b2 /
 * (2 (1 - rho)); its variance is the square of that plus arrivalRate b3 / (3 (1 - rho)). One arrival
 * in 2 hours and exactly 1 hour of service: the wait is half an hour. Refuses a load of 1 or more
 * (`Unstable`), wrong numbers and distributions.
 *
 * ```ts
 * import { QueueProblem, QueueSingle } from "@wangge/des"
 *
 * const service = { kind: "deterministic", value: 1 } as const
 * const desk = QueueProblem.trust(QueueSingle.make({ arrivalRate: 0.5, service }))
 * desk.meanWait // => 0.5
 * desk.meanBusyPeriod // => 2
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 1, 1975, sections 5.6 (mean), 5.7 (variance) and 5.8 (busy
 *   period); "Queueing Systems" 2, 1976, section 4.4 (processor sharing)
 * @category M/G/1
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueSingle> => {
  const { arrivalRate, service } = options
  const problems = [
    ...QueueProblem.ofPositive("arrivalRate", arrivalRate),
    ...QueueProblem.ofTimes("service", service)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const mean = Distribution.mean(service)
  const variance = Distribution.variance(service)
  const utilisation = arrivalRate * mean
  const unstable = QueueProblem.ofLoad("service", utilisation)
  if (unstable.length > 0) return { ok: false, problems: unstable }
  const idle = 1 - utilisation
  const meanWait = (arrivalRate * (variance + mean * mean)) / (2 * idle)
  const waitVariance =
    meanWait * meanWait + (arrivalRate * Distribution.moment(service, 3)) / (3 * idle)
  return {
    ok: true,
    queue: {
      utilisation,
      meanWait,
      waitVariance,
      meanSojourn: meanWait + mean,
      sojournVariance: waitVariance + variance,
      meanQueue: arrivalRate * meanWait,
      meanInSystem: arrivalRate * (meanWait + mean),
      meanBusyPeriod: mean / idle,
      busyPeriodVariance: (variance + utilisation * mean * mean) / (idle * idle * idle),
      meanServedPerBusyPeriod: 1 / idle,
      meanSojournShared: mean / idle
    }
  }
}

/**
 * The mean sojourn, under processor sharing, of who needs `service` time of the server alone.
 *
 * ```ts
 * import { QueueProblem, QueueSingle } from "@wangge/des"
 *
 * const service = { kind: "deterministic", value: 1 } as const
 * const desk = QueueProblem.trust(QueueSingle.make({ arrivalRate: 0.5, service }))
 * QueueSingle.sharedSojournOf(desk, 3) // => 6
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 2, 1976, section 4.4
 * @category M/G/1
 * @since 0.1.0
 */
export const sharedSojournOf = (queue: QueueSingle, service: number): number =>
  service / (1 - queue.utilisation)

/**
 * The chance of `count` present under processor sharing: (1 - rho) rho^count, for any service.
 *
 * ```ts
 * import { QueueProblem, QueueSingle } from "@wangge/des"
 *
 * const service = { kind: "deterministic", value: 1 } as const
 * const desk = QueueProblem.trust(QueueSingle.make({ arrivalRate: 0.5, service }))
 * Math.abs(QueueSingle.sharedChanceOf(desk, 2) - 0.125) < 1e-15 // => true
 * ```
 *
 * @source L. Kleinrock, "Queueing Systems" 2, 1976, section 4.4
 * @category M/G/1
 * @since 0.1.0
 */
export const sharedChanceOf = (queue: QueueSingle, count: number): number =>
  (1 - queue.utilisation) * Real.power(queue.utilisation, count)
