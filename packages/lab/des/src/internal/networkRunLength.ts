/**
 * How long a network run is when nobody says: from the loads and the times of its stations. A rule of
 * thumb of ours with stated reasons; what comes of it shows in the interval.
 */
import * as Distribution from "../Distribution.ts"
import type * as Network from "../Network.ts"
import type * as NetworkLoad from "../NetworkLoad.ts"
import * as Real from "../Real.ts"
import { serversAtStart } from "./networkCells.ts"
import { isPerClass, valuesOf } from "./networkFilled.ts"

/** A length. */
export interface RunLength {
  readonly warmUp: number
  readonly horizon: number
}

/**
 * Relaxation times in a warm-up: what is left of the empty start is below exp(-20) of it for a
 * single exponential server, and about a thousandth where variances are ten times as large.
 */
const RELAXATIONS = 20
/**
 * Customers that count for each 1 / (1 - load)^2: the relative variance of the mean wait of M/M/1
 * over n customers is about 4 / (n (1 - load)^2), so 5,000 leave a standard error near 3 %; intervals
 * from 20 batches of fewer covered less often than they say.
 */
const CUSTOMERS = 5000
/** Fewest and most customers that count. */
const CUSTOMERS_MIN = 20_000
const CUSTOMERS_MAX = 1_000_000
/** The load that stands for one that is not known, or that losses and abandonments keep bearable. */
const LOAD_UNKNOWN = 0.9

/** Warm-up and horizon of a run in steady state. */
export const runLength = (
  network: Network.Network,
  { stations: rates }: NetworkLoad.NetworkLoad
): RunLength => {
  const { sources, stations } = network.declaration
  const isClosed = sources.some(({ arrivals }) => arrivals.kind === "population")
  const loads = rates.map(({ load, servers }) => boundedLoad(load, servers, isClosed))
  const relaxation = stations.map((station, index) => relaxationOf(station, loads[index]!))
  relaxation.push(...sources.map(awayOf))
  const period = periodOf(network)
  const warmUp = upTo(RELAXATIONS * Math.max(...relaxation, 0), period)
  const most = Math.max(...loads, 0)
  const wanted = CUSTOMERS / ((1 - most) * (1 - most))
  const customers = Math.min(CUSTOMERS_MAX, Math.max(CUSTOMERS_MIN, wanted))
  const rate = arrivalRateOf(network, rates)
  // The stretch that counts is at least as long as ten warm-ups, so that theirs is the smaller part.
  const length = Math.max(customers / rate, 10 * warmUp, ...relaxation.map((one) => 200 * one))
  return { warmUp, horizon: warmUp + upTo(length, period) }
}

/** Whether customers come only for a limited time or in limited number, so that the run ends by itself. */
export const endsByItself = (network: Network.Network): boolean =>
  network.declaration.sources.every(
    ({ arrivals, limit, until }) =>
      limit !== undefined || until !== undefined || arrivals.kind === "given"
  )

/** The load that the length goes by: 0 where there are as many servers as are needed. */
const boundedLoad = (load: number, servers: number, isClosed: boolean): number => {
  if (servers === Number.POSITIVE_INFINITY) return 0
  return isClosed || load >= 1 ? LOAD_UNKNOWN : load
}

/** The mean time that members of a population are away; 0 for other sources. */
const awayOf = ({ arrivals }: Network.FilledSource): number => {
  const mean = arrivals.kind === "population" ? Distribution.mean(arrivals.away) : 0
  return Number.isFinite(mean) ? mean : 0
}

/**
 * The time in which the influence of the start falls by a factor e: that of M/M/c in heavy traffic,
 * 1 / (c mu (1 - sqrt(load))^2), times how variable services are, and at least a mean service.
 */
const relaxationOf = (station: Network.FilledStation, load: number): number => {
  const services = serviceTimesOf(station)
  const mean = Math.max(...services.map((service) => Distribution.mean(service)))
  const variability = services.map((service) => {
    const own = Distribution.mean(service)
    const ratio = own > 0 ? Distribution.variance(service) / (own * own) : 0
    return Number.isFinite(ratio) ? (1 + ratio) / 2 : 1
  })
  if (!Number.isFinite(mean)) return 0
  if (station.servers === "infinite") return mean
  const away = station.vacation === undefined ? 0 : Distribution.mean(station.vacation.time)
  const root = 1 - Real.sqrt(load)
  const servers = Math.max(1, serversAtStart(station))
  return mean + away + (mean * Math.max(1, ...variability)) / (servers * root * root)
}

const serviceTimesOf = (
  station: Network.FilledStation
): ReadonlyArray<Distribution.Distribution> => {
  const groups =
    typeof station.servers === "object" && station.servers.kind === "skills"
      ? station.servers.groups.flatMap(({ service }) => (service === undefined ? [] : [service]))
      : []
  return [station.service, ...groups].flatMap((service) =>
    isPerClass(service) ? valuesOf(service) : [service]
  )
}

/** Customers per time at the busiest station; of a population as though nobody ever waited. */
const arrivalRateOf = (
  { declaration: { sources, stations } }: Network.Network,
  rates: NetworkLoad.NetworkLoad["stations"]
): number => {
  const services = stations
    .flatMap(serviceTimesOf)
    .map((service) => Distribution.mean(service))
    .filter((mean) => Number.isFinite(mean))
  const inside = services.reduce((sum, mean) => sum + mean, 0)
  const closed = sources.map((source) => {
    const round = awayOf(source) + inside
    return source.arrivals.kind === "population" && round > 0 ? source.arrivals.size / round : 0
  })
  const most = Math.max(...rates.map(({ arrivalRate }) => arrivalRate), ...closed, 0)
  return most > 0 ? most : 1
}

/** The longest period of a source or plan, of which whole ones are run; 0 for none. */
const periodOf = (network: Network.Network): number => {
  const { sources, stations } = network.declaration
  const ofSources = sources.map(({ arrivals }) =>
    arrivals.kind === "stepped" || arrivals.kind === "sinusoidal" ? (arrivals.period ?? 0) : 0
  )
  const ofStations = stations.map(({ servers }) =>
    typeof servers === "object" && servers.kind === "schedule" ? (servers.period ?? 0) : 0
  )
  return Math.max(...ofSources, ...ofStations, 0)
}

/** A length in whole periods. */
const upTo = (length: number, period: number): number =>
  period > 0 ? period * Math.max(1, Math.ceil(length / period)) : length

/** When the last customers come at the latest, as far as that is said; infinite if it is not. */
export const lastArrivalOf = ({ declaration }: Network.Network): number =>
  declaration.sources.reduce(
    (latest, { arrivals, until }) =>
      Math.max(
        latest,
        Math.min(
          until ?? Number.POSITIVE_INFINITY,
          arrivals.kind === "given" ? (arrivals.times.at(-1) ?? 0) : Number.POSITIVE_INFINITY
        )
      ),
    0
  )
