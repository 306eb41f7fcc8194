/**
 * Erlang's two formulas: the chance to be lost (B) and the chance to wait (C) at a group of equal
 * servers with Poisson arrivals. All multi-server results stand on them. `load` is the offered load
 * in erlangs: arrivals per time times mean service time.
 */

/**
 * Erlang B: the chance that all servers are busy when those who find them so are lost.
 *
 * By the recursion B(c) = a B(c-1) / (c + a B(c-1)), which is stable for any number of servers and
 * holds for any distribution of service times with that mean. Cost: linear in the servers. Throws
 * a `RangeError` for a count that is no whole number from 0 or a load that is no finite number
 * from 0.
 *
 * ```ts
 * import { QueueErlang } from "@wangge/des"
 *
 * QueueErlang.lossChance(2, 2) // => 0.4
 * ```
 *
 * @source A. K. Erlang, "Solution of some Problems in the Theory of Probabilities of Significance in
 *   Automatic Telephone Exchanges", 1917; recursion: L. Kleinrock, "Queueing Systems" 1, 1975, 3.6
 * @category Erlang
 * @since 0.1.0
 */
export const lossChance = (serverCount: number, load: number): number => {
  checkArguments(serverCount, load)
  let lost = 1
  for (let count = 1; count <= serverCount; count++) lost = (load * lost) / (count + load * lost)
  return lost
}

/**
 * Erlang C: the chance to wait when everybody waits until served.
 *
 * 1 for a load of `serverCount` or more, where the queue grows without bound. Service times are
 * exponential. Cost and failures as {@link lossChance}, and no server is refused.
 *
 * ```ts
 * import { QueueErlang } from "@wangge/des"
 *
 * Math.round(QueueErlang.waitChance(2, 1) * 3) // => 1
 * QueueErlang.waitChance(1, 0.7) // => 0.7
 * ```
 *
 * @source A. K. Erlang, 1917, as {@link lossChance}; L. Kleinrock, "Queueing Systems" 1, 1975, 3.5
 * @category Erlang
 * @since 0.1.0
 */
export const waitChance = (serverCount: number, load: number): number => {
  const lost = lossChance(serverCount, load)
  if (serverCount === 0) throw new RangeError("A queue needs a server; got 0")
  if (load >= serverCount) return 1
  return lost / (1 - (load / serverCount) * (1 - lost))
}

/**
 * The least number of servers with which a group loses at most the share `lossShareMax`.
 *
 * Throws a `RangeError` for a share that is not above 0 and at most 1, or a wrong load.
 *
 * ```ts
 * import { QueueErlang } from "@wangge/des"
 *
 * QueueErlang.serversForLoss(20, 0.01) // => 30
 * ```
 *
 * @source none: a search by {@link lossChance}, which falls as servers are added
 * @category Erlang
 * @since 0.1.0
 */
export const serversForLoss = (load: number, lossShareMax: number): number => {
  checkArguments(0, load)
  if (!(lossShareMax > 0 && lossShareMax <= 1)) {
    throw new RangeError(`A share of losses is above 0 and at most 1; got ${lossShareMax}`)
  }
  let count = 0
  for (let lost = 1; lost > lossShareMax; ) {
    count++
    lost = (load * lost) / (count + load * lost)
  }
  return count
}

const checkArguments = (serverCount: number, load: number): void => {
  if (!(Number.isSafeInteger(serverCount) && serverCount >= 0)) {
    throw new RangeError(`A number of servers is a whole number from 0; got ${serverCount}`)
  }
  if (!(Number.isFinite(load) && load >= 0)) {
    throw new RangeError(`A load is a finite number from 0; got ${load}`)
  }
}
