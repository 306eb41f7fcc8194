/**
 * A finite population: each of `memberCount` members comes after an exponential time away, is served,
 * and goes away again. With room for all it is the machine repair model; with room for the servers
 * only, Engset's loss system. A member who finds no room goes away again at once.
 */
import { meanOver, steadyChances } from "./internal/birthDeath.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * What describes a queue with a finite source.
 *
 * @category finite source
 * @since 0.1.0
 */
export interface Options {
  readonly memberCount: number
  /** One over the mean time that a member is away. */
  readonly memberRate: number
  /** Services per time of one server. */
  readonly serviceRate: number
  readonly serverCount: number
  /** Places in the system, at least one per server; more than members is as many as members. */
  readonly room: number
}

/**
 * A queue with a finite source in steady state.
 *
 * @category finite source
 * @since 0.1.0
 */
export interface QueueFiniteSource {
  /** Chance that a member who comes finds no room. */
  readonly lossChance: number
  /** Share of time without room. */
  readonly fullShare: number
  /** Chance that a member who gets in waits. */
  readonly waitChance: number
  readonly throughput: number
  readonly utilisation: number
  readonly meanWait: number
  readonly meanSojourn: number
  readonly meanQueue: number
  readonly meanInSystem: number
  /** `chances[n]`: share of time with n in the system. */
  readonly chances: Float64Array
}

/**
 * The steady state of a queue with a finite source.
 *
 * Two machines that run an hour on average, one repairer who needs an hour: with 2, 1, 0 running the
 * weights are 1, 2, 2, so 1.2 machines stand still. Refuses wrong numbers (`BadNumber`). Cost: linear
 * in the members.
 *
 * ```ts
 * import { QueueFiniteSource, QueueProblem } from "@wangge/des"
 *
 * const options = { memberCount: 2, memberRate: 1, serviceRate: 1, serverCount: 1, room: 2 }
 * const repair = QueueProblem.trust(QueueFiniteSource.make(options))
 * Math.abs(repair.meanInSystem - 1.2) < 1e-15 // => true
 * ```
 *
 * @source D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.6; T. O.
 *   Engset, "The Probability Calculation to Determine the Number of Switches in Automatic Telephone
 *   Exchanges", 1918
 * @category finite source
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueFiniteSource> => {
  const { memberCount, memberRate, serviceRate, serverCount } = options
  const problems = [
    ...QueueProblem.ofCount("memberCount", memberCount, 1),
    ...QueueProblem.ofPositive("memberRate", memberRate),
    ...QueueProblem.ofPositive("serviceRate", serviceRate),
    ...QueueProblem.ofCount("serverCount", serverCount, 1),
    ...QueueProblem.ofCount(
      "room",
      options.room,
      Number.isSafeInteger(serverCount) ? serverCount : 1
    )
  ]
  if (problems.length > 0) return { ok: false, problems }
  const room = Math.min(options.room, memberCount)
  const busy = (count: number): number => Math.min(count, serverCount)
  const come = (count: number): number => (memberCount - count) * memberRate
  const filled = steadyChances(come, (count) => busy(count) * serviceRate, room)
  const chances = Float64Array.from({ length: room + 1 }, (_, count) => filled[count] ?? 0)
  const tried = meanOver(chances, come)
  const lost = chances[room]! * come(room)
  const waiting = meanOver(chances, (count) =>
    count >= serverCount && count < room ? come(count) : 0
  )
  const throughput = tried - lost
  const meanQueue = meanOver(chances, (count) => count - busy(count))
  const meanBusy = meanOver(chances, busy)
  return {
    ok: true,
    queue: {
      lossChance: lost / tried,
      fullShare: chances[room]!,
      waitChance: waiting / throughput,
      throughput,
      utilisation: meanBusy / serverCount,
      meanWait: meanQueue / throughput,
      meanSojourn: (meanQueue + meanBusy) / throughput,
      meanQueue,
      meanInSystem: meanQueue + meanBusy,
      chances
    }
  }
}
