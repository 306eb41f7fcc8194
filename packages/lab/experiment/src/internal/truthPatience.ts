/**
 * M/M/c+G: customers whose patience is any time.
 */
import { QueueErlang, Real } from "@wangge/des"
import { integral } from "./truthIntegral.ts"

/** What describes the queue; services at rate 1. `staying(x)`: the integral from 0 to x of the chance
 * to have patience above that, with a corner at `corner`; `most`: a time after which nobody has waited. */
export interface Impatience {
  readonly arrivalRate: number
  readonly serverCount: number
  readonly staying: (time: number) => number
  readonly corner: number
  readonly most: number
}

/** What is known of the queue in steady state. */
export interface ImpatienceTruth {
  /** Chance that an arrival has to wait. */
  readonly waitChance: number
  readonly abandonChance: number
  /** Time average of those who wait. */
  readonly meanQueue: number
}

/**
 * The steady state, by integrals of the density of the wait that is offered.
 *
 * @source F. Baccelli, G. Hebuterne, "On Queues with Impatient Customers", Performance 81, 1981; S.
 *   Zeltyn, A. Mandelbaum, "Call Centers with Impatient Customers: Many-Server Asymptotics of the
 *   M/M/n+G Queue", Queueing Systems 51, 2005
 */
export const truthOf = (queue: Impatience): ImpatienceTruth => {
  const { arrivalRate, serverCount, staying, corner, most } = queue
  const weight = (x: number): number => Real.exp(arrivalRate * staying(x) - serverCount * x)
  const over = (of: (x: number) => number): number =>
    integral(of, 0, corner) + integral(of, corner, most, 1000)
  const all = over(weight)
  const inQueue = over((x) => staying(x) * weight(x))
  // One over the loss chance of c - 1 servers: the weight of fewer than c against that of c - 1.
  const below = 1 / QueueErlang.lossChance(serverCount - 1, arrivalRate)
  const total = below + arrivalRate * all
  const waitChance = (arrivalRate * all) / total
  // Served at rate c while somebody waits or all are busy, at rate n below.
  return {
    waitChance,
    abandonChance: (1 + (arrivalRate - serverCount) * all) / total,
    meanQueue: (arrivalRate * arrivalRate * inQueue) / total
  }
}
