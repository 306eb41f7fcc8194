/**
 * M/M/c/K: a queue with limited room. `room` counts places in the whole system, service included;
 * who finds it full is lost. With room for the servers only it is Erlang's loss system. It has a
 * steady state at any load.
 */
import { meanOver, steadyChances } from "./internal/birthDeath.ts"
import { gammaChances } from "./internal/incompleteGamma.ts"
import * as QueueProblem from "./QueueProblem.ts"

/**
 * What describes a queue with limited room.
 *
 * @category M/M/c/K
 * @since 0.1.0
 */
export interface Options {
  readonly arrivalRate: number
  /** Services per time of one server. */
  readonly serviceRate: number
  readonly serverCount: number
  /** Places in the system, at least one per server. */
  readonly room: number
}

/**
 * A queue with limited room in steady state. Waits and sojourns are of those who get in.
 *
 * @category M/M/c/K
 * @since 0.1.0
 */
export interface QueueLimited {
  readonly serviceRate: number
  readonly serverCount: number
  /** Chance that an arrival is lost. */
  readonly lossChance: number
  /** Arrivals per time that get in. */
  readonly throughput: number
  readonly utilisation: number
  /** Chance to wait, for those who get in. */
  readonly waitChance: number
  readonly meanWait: number
  readonly meanSojourn: number
  readonly meanQueue: number
  readonly meanInSystem: number
  /** `chances[n]`: share of time with n in the system, from 0 to the room. */
  readonly chances: Float64Array
}

/**
 * The steady state of a queue with limited room.
 *
 * One server, room for 2, one arrival and one service an hour: empty, one and full each a third of
 * the time. Refuses wrong numbers (`BadNumber`). Cost: linear in the room.
 *
 * ```ts
 * import { QueueLimited, QueueProblem } from "@wangge/des"
 *
 * const asked = QueueLimited.make({ arrivalRate: 1, serviceRate: 1, serverCount: 1, room: 2 })
 * const desk = QueueProblem.trust(asked)
 * Math.abs(desk.lossChance - 1 / 3) < 1e-15 // => true
 * Math.abs(desk.meanWait - 1 / 2) < 1e-15 // => true
 * ```
 *
 * @source D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.4
 * @category M/M/c/K
 * @since 0.1.0
 */
export const make = (options: Options): QueueProblem.Checked<QueueLimited> => {
  const { arrivalRate, serviceRate, serverCount, room } = options
  const problems = [
    ...QueueProblem.ofPositive("arrivalRate", arrivalRate),
    ...QueueProblem.ofPositive("serviceRate", serviceRate),
    ...QueueProblem.ofCount("serverCount", serverCount, 1),
    ...QueueProblem.ofCount("room", room, Number.isSafeInteger(serverCount) ? serverCount : 1)
  ]
  if (problems.length > 0) return { ok: false, problems }
  const busy = (count: number): number => Math.min(count, serverCount)
  const filled = steadyChances(
    () => arrivalRate,
    (count) => busy(count) * serviceRate,
    room
  )
  const chances = Float64Array.from({ length: room + 1 }, (_, count) => filled[count] ?? 0)
  const lossChance = chances[room]!
  const throughput = arrivalRate * (1 - lossChance)
  const meanQueue = meanOver(chances, (count) => count - busy(count))
  const meanBusy = meanOver(chances, busy)
  const waiting = meanOver(chances, (count) => (count >= serverCount && count < room ? 1 : 0))
  return {
    ok: true,
    queue: {
      serviceRate,
      serverCount,
      lossChance,
      throughput,
      utilisation: meanBusy / serverCount,
      waitChance: waiting / (1 - lossChance),
      meanWait: meanQueue / throughput,
      meanSojourn: (meanQueue + meanBusy) / throughput,
      meanQueue,
      meanInSystem: meanQueue + meanBusy,
      chances
    }
  }
}

/**
 * The chance that who gets in waits at most `time`.
 *
 * Who finds n at or above the servers waits for n - c + 1 services at the rate of all servers: an
 * Erlang time. Cost: linear in the room.
 *
 * ```ts
 * import { QueueLimited, QueueProblem } from "@wangge/des"
 *
 * const asked = QueueLimited.make({ arrivalRate: 1, serviceRate: 1, serverCount: 1, room: 2 })
 * Math.abs(QueueLimited.waitUpTo(QueueProblem.trust(asked), 0) - 1 / 2) < 1e-15 // => true
 * ```
 *
 * @source D. Gross, C. M. Harris, "Fundamentals of Queueing Theory", 3rd edition, 1998, 2.4
 * @category M/M/c/K
 * @since 0.1.0
 */
export const waitUpTo = (queue: QueueLimited, time: number): number => {
  if (time < 0) return 0
  const { chances, serverCount, serviceRate } = queue
  const services = serverCount * serviceRate * time
  const room = chances.length - 1
  const found = meanOver(chances, (count) => {
    if (count === room) return 0
    return count < serverCount ? 1 : gammaChances(count - serverCount + 1, services).upTo
  })
  return found / (1 - queue.lossChance)
}
