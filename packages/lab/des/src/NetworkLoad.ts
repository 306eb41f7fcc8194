/**
 * How much work comes to each station of a network, from the traffic equations: whether its queues
 * stay bounded in the long run, and the refusal of a run without a horizon where they do not.
 */
import { loadsOf } from "./internal/networkLoads.ts"
import { endlessRate, meanServers } from "./internal/networkRates.ts"
import { waysOf } from "./internal/networkWays.ts"
import type { Network } from "./Network.ts"
import * as NetworkProblem from "./NetworkProblem.ts"

/**
 * Why queues stay bounded or not, or why that is not known. Append only.
 *
 * "SourcesEnd": every source ends or is a population. "Below": every load that cannot be turned away
 * is below 1. "Shortest": so it is if customers spread as evenly as the shortest queue makes them.
 * "Above": some station gets 1 or more, whatever the state decides. "Unknown": it depends on what the
 * state decides, or on services that begin anew, are blocked or go on elsewhere.
 *
 * @source none: our own names
 * @category loads
 * @since 0.1.0
 */
export const reasons = ["SourcesEnd", "Below", "Shortest", "Above", "Unknown"] as const

/**
 * One of {@link reasons}.
 *
 * @category loads
 * @since 0.1.0
 */
export type Reason = (typeof reasons)[number]

/**
 * The words of each reason.
 *
 * @category loads
 * @since 0.1.0
 */
export const words: Readonly<Record<Reason, { readonly en: string; readonly zh: string }>> = {
  SourcesEnd: {
    en: "Every source ends or is a population.",
    zh: "所有来源都会结束或为有限总体。"
  },
  Below: { en: "Every load is below 1.", zh: "所有站点的负荷都低于1。" },
  Shortest: {
    en: "Every load is below 1 where customers join the shortest queue.",
    zh: "顾客选最短队列时,所有站点的负荷都低于1。"
  },
  Above: { en: "Some load is 1 or more.", zh: "有站点的负荷达到或超过1。" },
  Unknown: {
    en: "The load depends on the state of the network and is not known in advance.",
    zh: "负荷取决于网络的状态,无法事先得知。"
  }
}

/**
 * The load of one station.
 *
 * @category loads
 * @since 0.1.0
 */
export interface StationLoad {
  /** The id of the station. */
  readonly station: string
  /**
   * Arrivals per time in the long run, as though nobody were turned away, gave up or went elsewhere.
   * Populations and sources that end are left out. Where routes go by the state: as they spread
   * the load most evenly.
   */
  readonly arrivalRate: number
  /** The same by class, in the order of the classes. */
  readonly classRates: ReadonlyArray<number>
  /** Mean number of servers on duty; infinite for as many as are needed. */
  readonly servers: number
  /**
   * Work that arrives per time and server; for infinitely many servers the mean number at work. With
   * skills that of the busiest group at the best assignment. Overtime and vacations are not counted.
   */
  readonly load: number
  /**
   * The load of what nothing keeps away, however long the queue (limited room, patience, balking,
   * deadlines): the least and the most that it can be, whatever the state decides. Infinite for
   * services that may take longer than their distribution says: blocked, begun anew, gone on here.
   */
  readonly leastLoad: number
  readonly mostLoad: number
}

/**
 * The loads of a network.
 *
 * @category loads
 * @since 0.1.0
 */
export interface NetworkLoad {
  /** In the order of the stations. */
  readonly stations: ReadonlyArray<StationLoad>
  /**
   * Whether the queues stay bounded in the long run; null where that is not known. Loads below 1 are
   * taken for enough, as they are but for rare networks in which customers of different priorities
   * or services come back to the same stations (Rybko and Stolyar 1992, Bramson 1994).
   */
  readonly isBounded: boolean | null
  readonly reason: Reason
  /** Why a run without a horizon is refused, naming each station; empty if it is not. */
  readonly problems: ReadonlyArray<NetworkProblem.NetworkProblem>
}

/** Loads this near below 1 are 1: what is left is rounding. */
const ROUNDING = 1e-12

/**
 * The loads of a network, by the traffic equations of its classes and stations.
 *
 * Exact where routes do not go by the state; else between bounds, by linear programs. Cost: the third
 * power of the number of classes times stations, and with routes by state a few of these a station.
 *
 * ```ts
 * import { Network, NetworkLoad } from "@wangge/des"
 *
 * const network = Network.make({
 *   sources: [{ id: "street", arrivals: { kind: "poisson", rate: 9 }, to: "desk" }],
 *   stations: [{ id: "desk", servers: 6, service: { kind: "exponential", mean: 1 } }]
 * })
 * NetworkLoad.make(network).problems
 * // => [{ code: "LoadTooHigh", subject: 'station "desk"', found: 1.5, expected: "below 1" }]
 * ```
 *
 * @source J. R. Jackson, "Networks of Waiting Lines", Operations Research 5, 1957, for the traffic
 *   equations; S. Foss, N. Chernova, "On the stability of a partially accessible multi-station queue
 *   with state-dependent routing", Queueing Systems 29, 1998, for the shortest queue; A. N. Rybko,
 *   A. L. Stolyar, "Ergodicity of stochastic processes describing the operation of open queueing
 *   networks", Problems of Information Transmission 28, 1992, for the exceptions
 * @category loads
 * @since 0.1.0
 */
export const make = (network: Network): NetworkLoad => {
  const { declaration } = network
  const ways = waysOf(declaration)
  const found = loadsOf(declaration, ways)
  const stations = declaration.stations.map((station, index): StationLoad => {
    const classRates = declaration.classes.map(
      ({ id }) => found.arrivals[ways.indexOf(index, id)] ?? 0
    )
    return {
      station: station.id,
      arrivalRate: classRates.reduce((sum, rate) => sum + rate, 0),
      classRates,
      servers: meanServers(station),
      load: found.loads[index]!,
      leastLoad: found.least[index]!,
      mostLoad: found.most[index]!
    }
  })
  const high = stations.map(({ leastLoad }, index) =>
    isHigh(leastLoad) ||
    (isHigh(found.balanced) && found.atBalance[index]! >= found.balanced - ROUNDING)
      ? Math.max(leastLoad, found.atBalance[index]!)
      : 0
  )
  const reason = reasonOf(network, stations, found, high)
  return {
    stations,
    isBounded: reason === "Unknown" ? null : reason !== "Above",
    reason,
    problems:
      reason === "Above"
        ? stations.flatMap(({ station }, index) =>
            high[index] === 0
              ? []
              : [
                  NetworkProblem.make(
                    "LoadTooHigh",
                    `station "${station}"`,
                    high[index]!,
                    "below 1"
                  )
                ]
          )
        : []
  }
}

const isHigh = (load: number): boolean => load >= 1 - ROUNDING

const reasonOf = (
  { declaration }: Network,
  stations: ReadonlyArray<StationLoad>,
  { isOnlyShortest }: { readonly isOnlyShortest: boolean },
  high: ReadonlyArray<number>
): Reason => {
  const endless = declaration.sources.map(endlessRate)
  if (endless.every((rate) => rate === null || rate.isMost)) return "SourcesEnd"
  if (high.some((load) => load > 0)) return "Above"
  if (stations.every(({ mostLoad }) => !isHigh(mostLoad))) return "Below"
  return isOnlyShortest && stations.every(({ mostLoad }) => mostLoad < Number.POSITIVE_INFINITY)
    ? "Shortest"
    : "Unknown"
}
