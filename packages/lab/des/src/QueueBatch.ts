/**
 * M[X]/G/1: customers come in batches of random size to one server, and are served one at a time.
 */
import * as Distribution from "./Distribution.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * What describes a queue with batch arrivals.
 *
 * @category batches
 * @since 0.1.0
 */
export interface Options {
  /** Batches per time; they come as a Poisson process. */
  readonly batchRate: number
  /** Sizes, whole numbers from 1: deterministic, discrete or empirical. */
  readonly batchSize: Distribution.Deterministic | Distribution.Discrete | Distribution.Empirical
  readonly service: Distribution.Distribution
}

/**
 * A queue with batch arrivals in steady state.
 *
 * @category batches
 * @since 0.1.0
 */
export interface QueueBatch {
  readonly utilisation: number
  /** Mean wait of the first of a batch. */
  readonly meanFirstWait: number
  /** Mean wait of all. */
  readonly meanWait: number
  readonly meanSojourn: number
  readonly meanQueue: number
  readonly meanInSystem: number
}

/**
 * The steady state of a queue with batch arrivals.
 *
 * The first of a batch waits as a customer whose service is that of the whole batch (Pollaczek and
 * Khinchine); who stands at a random place of a batch waits also for those before, E[X (X - 1)] /
 * (2 E[X]) services. Refuses a load of 1 or more (`Unstable`), sizes that are no whole numbers from 1.
 *
 * ```ts
 * import { QueueBatch, QueueProblem } from "@wangge/des"
 *
 * const made = QueueBatch.make({
 *   batchRate: 0.25,
 *   batchSize: { kind: "deterministic", value: 2 },
 *   service: { kind: "exponential", mean: 1 }
 * })
 * QueueProblem.trust(made).meanInSystem // => 1.5
 * ```
 *
 * @source D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 3.1 (M[X]/M/1);
 *   M. L. Chaudhry, J. G. C. Templeton, "A First Course in Bulk Queues", 1983, section 3.1
 * @category batches
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueBatch> => {
  const { batchRate, batchSize, service } = options
  const problems = [
    ...QueueProblem.ofPositive("batchRate", batchRate),
    ...QueueProblem.ofTimes("batchSize", batchSize),
    ...QueueProblem.ofTimes("service", service)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const sizes = batchSize.kind === "deterministic" ? [batchSize.value] : batchSize.values
  const wrong = sizes.flatMap((size) => QueueProblem.ofCount("batchSize", size, 1))
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const meanSize = Distribution.mean(batchSize)
  const sizeSquare = Distribution.moment(batchSize, 2)
  const mean = Distribution.mean(service)
  const utilisation = batchRate * meanSize * mean
  const unstable = QueueProblem.ofLoad("service", utilisation)
  if (unstable.length > 0) return { ok: false, problems: unstable }
  // The second moment of the service of a whole batch.
  const batchSquare = meanSize * Distribution.variance(service) + sizeSquare * mean * mean
  const meanFirstWait = (batchRate * batchSquare) / (2 * (1 - utilisation))
  const meanWait = meanFirstWait + ((sizeSquare - meanSize) / (2 * meanSize)) * mean
  const arrivalRate = batchRate * meanSize
  return {
    ok: true,
    queue: {
      utilisation,
      meanFirstWait,
      meanWait,
      meanSojourn: meanWait + mean,
      meanQueue: arrivalRate * meanWait,
      meanInSystem: arrivalRate * (meanWait + mean)
    }
  }
}
