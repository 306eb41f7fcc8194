/**
 * Exact results of single servers that `@wangge/des` has no closed form of: other disciplines than
 * first-come, vacations, preemption with services begun anew, accumulating priorities.
 */
import { Distribution, QueueProblem, QueueSingle, Real } from "@wangge/des"
import { integral } from "./truthIntegral.ts"

/** A stream of customers with their service. */
export interface Flow {
  readonly rate: number
  readonly service: Distribution.Distribution
}

/** Load of a flow. */
export const loadOf = ({ rate, service }: Flow): number => rate * Distribution.mean(service)

/** Half the rate times the second moment of service: the work that an arrival finds in service. */
export const residualOf = ({ rate, service }: Flow): number =>
  (rate * Distribution.moment(service, 2)) / 2

const firstCome = ({ rate, service }: Flow): QueueSingle.QueueSingle =>
  QueueProblem.trust(QueueSingle.make({ arrivalRate: rate, service }))

/**
 * The deviation of the wait under last-come and under random order, without preemption. The mean is
 * that of first-come; the second moments stand to each other as 1 : 1 / (1 - rho / 2) : 1 / (1 - rho).
 *
 * @source S. W. Fuhrmann, "Second Moment Relationships for Waiting Times in Queueing Systems with
 *   Poisson Input", Queueing Systems 8, 1991
 */
export const waitDeviation = (flow: Flow, discipline: "last-come" | "random"): number => {
  const { meanWait, waitVariance, utilisation } = firstCome(flow)
  const square = waitVariance + meanWait * meanWait
  const factor = 1 - (discipline === "random" ? utilisation / 2 : utilisation)
  return Real.sqrt(square / factor - meanWait * meanWait)
}

/**
 * The mean wait when the shortest service is next: a customer with service x waits W0 / (1 - load of
 * those up to x)^2. For services with a density, from 0 to `most`.
 *
 * @source T. E. Phipps, "Machine Repair as a Priority Waiting-Line Problem", Operations Research 4,
 *   1956
 */
export const shortestFirstWait = (
  flow: Flow,
  density: (x: number) => number,
  most: number
): number => {
  const pieces = 2000
  const width = most / pieces
  let loadBelow = 0
  let sum = 0
  const work = (x: number): number => flow.rate * x * density(x)
  for (let piece = 0; piece < pieces; piece++) {
    const low = piece * width
    const before = loadBelow
    const weighed = (x: number): number => {
      const free = 1 - before - integral(work, low, x, 1)
      return density(x) / (free * free)
    }
    sum += integral(weighed, low, low + width, 1)
    loadBelow += integral(work, low, low + width, 1)
  }
  return residualOf(flow) * sum
}

/**
 * The mean wait when an idle server goes away, again and again ("multiple") or once ("single").
 *
 * @source Y. Levy, U. Yechiali, "Utilization of Idle Time in an M/G/1 Queueing System", Management
 *   Science 22, 1975; S. W. Fuhrmann, R. B. Cooper, "Stochastic Decompositions in the M/G/1 Queue
 *   with Generalized Vacations", Operations Research 33, 1985
 */
export const vacationWait = (
  flow: Flow,
  vacation: Distribution.Distribution,
  kind: "multiple" | "single"
): number => {
  const square = Distribution.moment(vacation, 2)
  const mean = Distribution.mean(vacation)
  const away =
    kind === "multiple"
      ? square / (2 * mean)
      : (flow.rate * square) /
        (2 * (Distribution.transform(vacation, flow.rate) + flow.rate * mean))
  return firstCome(flow).meanWait + away
}

/**
 * The mean waits of flows whose priority grows with the time waited, at `growth[i]` per time.
 *
 * @source L. Kleinrock, "A Delay Dependent Queue Discipline", Naval Research Logistics Quarterly 11,
 *   1964; D. A. Stanford, P. Taylor, I. Ziedins, "Waiting Time Distributions in the Accumulating
 *   Priority Queue", Queueing Systems 77, 2014
 */
export const accumulatingWaits = (
  flows: ReadonlyArray<Flow>,
  growth: ReadonlyArray<number>
): ReadonlyArray<number> => {
  const load = flows.reduce((sum, flow) => sum + loadOf(flow), 0)
  const base = flows.reduce((sum, flow) => sum + residualOf(flow), 0) / (1 - load)
  const order = flows.map((_, index) => index).sort((a, b) => growth[a]! - growth[b]!)
  const waits = flows.map(() => 0)
  for (const index of order) {
    let above = base
    let below = 1
    for (const [other, flow] of flows.entries()) {
      const ratio = growth[other]! / growth[index]!
      if (ratio < 1) above -= loadOf(flow) * waits[other]! * (1 - ratio)
      if (ratio > 1) below -= loadOf(flow) * (1 - 1 / ratio)
    }
    waits[index] = above / below
  }
  return waits
}

/** First two moments of the time from first to last of a service, interruptions included. */
export interface Completion {
  readonly mean: number
  readonly square: number
}

/** Interruptions come at `rate` while served, and each takes a busy period of those who interrupt. */
interface Interruptions {
  readonly rate: number
  readonly mean: number
  readonly square: number
}

const interruptionsOf = (urgent: Flow): Interruptions => {
  const queue = firstCome(urgent)
  const mean = queue.meanBusyPeriod
  return { rate: urgent.rate, mean, square: queue.busyPeriodVariance + mean * mean }
}

/** Of a number of failures with chance `fail` each, all with these moments, before one success. */
const withFailures = (success: Completion, failure: Completion, fail: number): Completion => {
  const count = fail / (1 - fail)
  const countVariance = fail / ((1 - fail) * (1 - fail))
  const mean = success.mean + count * failure.mean
  const variance =
    success.square -
    success.mean * success.mean +
    count * (failure.square - failure.mean * failure.mean) +
    countVariance * failure.mean * failure.mean
  return { mean, square: variance + mean * mean }
}

/** Moments of an attempt that fails after x, plus the interruption; x has these two moments. */
const failed = (mean: number, square: number, stop: Interruptions): Completion => ({
  mean: mean + stop.mean,
  square: square + 2 * mean * stop.mean + stop.square
})

/**
 * The completion time of a service of given length that begins anew, with the same length, after
 * each interruption.
 *
 * @source D. P. Gaver, "A Waiting Line with Interrupted Service, Including Priorities", Journal of
 *   the Royal Statistical Society B 24, 1962
 */
export const completionRestarted = (urgent: Flow, length: number): Completion => {
  const stop = interruptionsOf(urgent)
  const { rate } = stop
  const success = Real.exp(-rate * length)
  // Moments of an exponential time given that it is below the length.
  const mean = 1 / rate - (length * success) / (1 - success)
  const square =
    2 / (rate * rate) - (success * (length * length + (2 * length) / rate)) / (1 - success)
  return withFailures(
    { mean: length, square: length * length },
    failed(mean, square, stop),
    1 - success
  )
}

/**
 * The completion time of a service that begins anew with another length after each interruption;
 * services have `density`, from 0 to `most`.
 *
 * @source as {@link completionRestarted}
 */
export const completionResampled = (
  urgent: Flow,
  density: (x: number) => number,
  most: number
): Completion => {
  const stop = interruptionsOf(urgent)
  const { rate } = stop
  const calm = (x: number): number => density(x) * Real.exp(-rate * x)
  const over = (of: (x: number) => number): number => integral(of, 0, most, 400)
  const success = over(calm)
  const done = {
    mean: over((x) => x * calm(x)) / success,
    square: over((x) => x * x * calm(x)) / success
  }
  const fail = 1 - success
  // Of an attempt that fails: the interruption comes at t below the service with density
  // rate exp(-rate t) P(service > t); by parts, in terms of what the success has.
  const mean = (fail / rate - done.mean * success) / fail
  const square = ((2 / rate) * mean * fail - done.square * success) / fail
  return withFailures(done, failed(mean, square, stop), fail)
}

/**
 * The mean wait until the first begin of service under preemption, when a service takes this
 * completion time: the urgent ones alone are a vacation of those who come meanwhile.
 *
 * @source S. W. Fuhrmann, R. B. Cooper, "Stochastic Decompositions in the M/G/1 Queue with
 *   Generalized Vacations", Operations Research 33, 1985
 */
export const preemptedWait = (urgent: Flow, rate: number, completion: Completion): number => {
  const stop = interruptionsOf(urgent)
  const queue = (rate * completion.square) / (2 * (1 - rate * completion.mean))
  return queue + (loadOf(urgent) * stop.square) / (2 * stop.mean)
}
