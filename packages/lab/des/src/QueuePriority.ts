/**
 * Priorities: classes in order of urgency, the first the most urgent, each in order of arrival. One
 * server with any service times (Cobham's formula, and that for preemption), or several servers with
 * one exponential service for all classes.
 */
import * as Distribution from "./Distribution.ts"
import * as QueueMarkov from "./QueueMarkov.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * What happens to the one in service when somebody more urgent comes: nothing, or they are put back
 * and go on later where they stopped.
 *
 * @category priorities
 * @since 0.1.0
 */
export type Rule = "nonPreemptive" | "preemptiveResume"

/**
 * One class at a single server.
 *
 * @category priorities
 * @since 0.1.0
 */
export interface Class {
  readonly arrivalRate: number
  readonly service: Distribution.Distribution
}

/**
 * What one class meets in steady state.
 *
 * @category priorities
 * @since 0.1.0
 */
export interface ClassResult {
  /** Mean time not in service: before it and, where preempted, between its parts. */
  readonly meanWait: number
  readonly meanSojourn: number
  /** Time average of the number of the class that are not in service. */
  readonly meanQueue: number
}

/**
 * A queue with priorities in steady state.
 *
 * @category priorities
 * @since 0.1.0
 */
export interface QueuePriority {
  readonly utilisation: number
  readonly classes: ReadonlyArray<ClassResult>
}

/**
 * One server, any service times.
 *
 * With s_k the load of classes 1 to k and R half the sum of arrivalRate times second moment of
 * service: class k waits R / ((1 - s_{k-1}) (1 - s_k)), R over all classes. With preemption R is over
 * classes 1 to k, and service takes its mean / (1 - s_{k-1}). Refuses a total load of 1 or more
 * (`Unstable`).
 *
 * ```ts
 * import { QueuePriority, QueueProblem } from "@wangge/des"
 *
 * const one = { arrivalRate: 0.25, service: { kind: "exponential", mean: 1 } } as const
 * const made = QueuePriority.make({ classes: [one, one], rule: "nonPreemptive" })
 * QueueProblem.trust(made).classes[1]?.meanWait.toFixed(6) // => "1.333333"
 * ```
 *
 * @source A. Cobham, "Priority Assignment in Waiting Line Problems", Operations Research 2, 1954; L.
 *   Kleinrock, "Queueing Systems" 2, 1976, sections 3.3 (Cobham) and 3.4 (preemption)
 * @category priorities
 * @since 0.1.0
 */
export const make = (options: {
  readonly classes: ReadonlyArray<Class>
  readonly rule: Rule
}): QueueProblem.Checked<QueuePriority> => {
  const { classes, rule } = options
  const problems = [
    ...QueueProblem.ofCount("classes.length", classes.length, 1),
    ...classes.flatMap(({ arrivalRate, service }, index) => [
      ...QueueProblem.ofPositive(`classes[${index}].arrivalRate`, arrivalRate),
      ...QueueProblem.ofTimes(`classes[${index}].service`, service)
    ])
  ]
  if (problems.length > 0) return { ok: false, problems }
  const loads = classes.map((one) => one.arrivalRate * Distribution.mean(one.service))
  const utilisation = loads.reduce((sum, load) => sum + load, 0)
  const unstable = QueueProblem.ofLoad("classes", utilisation)
  if (unstable.length > 0) return { ok: false, problems: unstable }
  const residuals = classes.map(
    (one) => (one.arrivalRate * Distribution.moment(one.service, 2)) / 2
  )
  const sumUpTo = (list: ReadonlyArray<number>, count: number): number =>
    list.slice(0, count).reduce((sum, value) => sum + value, 0)
  const results = classes.map(({ arrivalRate, service }, index): ClassResult => {
    const mean = Distribution.mean(service)
    const above = 1 - sumUpTo(loads, index)
    const withOwn = 1 - sumUpTo(loads, index + 1)
    const isPreemptive = rule === "preemptiveResume"
    const residual = sumUpTo(residuals, isPreemptive ? index + 1 : classes.length)
    const before = residual / (above * withOwn)
    const meanSojourn = before + (isPreemptive ? mean / above : mean)
    const meanWait = meanSojourn - mean
    return { meanWait, meanSojourn, meanQueue: arrivalRate * meanWait }
  })
  return { ok: true, queue: { utilisation, classes: results } }
}

/**
 * Several servers, and one exponential service time for all classes.
 *
 * Without preemption class k waits the mean wait of a plain queue with all arrivals, times
 * (1 - rho) / ((1 - s_{k-1}) (1 - s_k)). With preemption classes 1 to k are together a plain queue
 * that does not see the others. Refuses a load per server of 1 or more (`Unstable`).
 *
 * ```ts
 * import { QueuePriority, QueueProblem } from "@wangge/des"
 *
 * const options = { arrivalRates: [1, 1], serviceRate: 2, serverCount: 2 } as const
 * const made = QueuePriority.makeEqual({ ...options, rule: "preemptiveResume" })
 * const [urgent] = QueueProblem.trust(made).classes
 * urgent?.meanSojourn.toFixed(6) // => "0.533333"
 * ```
 *
 * @source R. H. Davis, "Waiting-Time Distribution of a Multi-Server, Priority Queuing System",
 *   Operations Research 14, 1966; O. Kella, U. Yechiali, "Waiting Times in the Non-Preemptive
 *   Priority M/M/c Queue", Stochastic Models 1, 1985; preemption: D. Gross, C. M. Harris,
 *   "Fundamentals of Queueing Theory", 3rd edition, 1998, 3.4
 * @category priorities
 * @since 0.1.0
 */
export const makeEqual = (options: {
  readonly arrivalRates: ReadonlyArray<number>
  readonly serviceRate: number
  readonly serverCount: number
  readonly rule: Rule
}): QueueProblem.Checked<QueuePriority> => {
  const { arrivalRates, serviceRate, serverCount, rule } = options
  const problems = [
    ...QueueProblem.ofCount("arrivalRates.length", arrivalRates.length, 1),
    ...arrivalRates.flatMap((rate, index) =>
      QueueProblem.ofPositive(`arrivalRates[${index}]`, rate)
    )
  ]
  if (problems.length > 0) return { ok: false, problems }
  const sums = arrivalRates.map((_, index) =>
    arrivalRates.slice(0, index + 1).reduce((sum, rate) => sum + rate, 0)
  )
  const plain = (arrivalRate: number) => QueueMarkov.make({ arrivalRate, serviceRate, serverCount })
  const all = plain(sums.at(-1) ?? Number.NaN)
  if (!all.ok) return all
  const { meanWait, utilisation } = all.queue
  const idleOf = (index: number): number => 1 - (sums[index] ?? 0) / (serverCount * serviceRate)
  const presentOf = (index: number): number => {
    const together = index < 0 ? undefined : plain(sums[index]!)
    return together?.ok ? together.queue.meanInSystem : 0
  }
  const classes = arrivalRates.map((rate, index): ClassResult => {
    const wait =
      rule === "nonPreemptive"
        ? (meanWait * (1 - utilisation)) / (idleOf(index - 1) * idleOf(index))
        : (presentOf(index) - presentOf(index - 1)) / rate - 1 / serviceRate
    return { meanWait: wait, meanSojourn: wait + 1 / serviceRate, meanQueue: rate * wait }
  })
  return { ok: true, queue: { utilisation, classes } }
}
