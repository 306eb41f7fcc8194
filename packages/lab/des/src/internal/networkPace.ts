/**
 * How fast a station forgets its start, and how many customers it takes to know it: relaxation times
 * by theory where there is one (M/M/c, M/M/1/K, reflected Brownian motion in heavy traffic), by the
 * same form for what lies between. Rules of thumb of ours as far as they go beyond it.
 */
import * as Distribution from "../Distribution.ts"
import type * as Network from "../Network.ts"
import type { StationLoad } from "../NetworkLoad.ts"
import * as Real from "../Real.ts"
import { ofClass, valuesOf } from "./networkFilled.ts"

/** What a station asks of the length of a run. */
export interface Pace {
  /** Time in which the influence of the start falls by a factor e. */
  readonly relaxation: number
  /** Customers who must come to the station. */
  readonly customers: number
  /** Time for enough vacations; 0 where there are none. */
  readonly vacations: number
  /** How fast it works; null where nobody ever waits. */
  readonly speed: Speed | null
}

/** How fast a station works and how unevenly. */
export interface Speed {
  /** Customers served per time when all servers are at work. */
  readonly capacity: number
  /** Mean of the variability of arrivals and of services, at least 1. */
  readonly varying: number
}

/** A station with what comes to it. */
export interface Visited {
  readonly network: Network.Network
  readonly index: number
  readonly load: StationLoad
  /** Variance over mean of the number who come in a long time: 1 for a Poisson process. */
  readonly burst: number
}

/**
 * Customers that count for each V / (1 - load)^2: the relative variance of the mean wait over n
 * customers is about 4 V / (n (1 - load)^2), so 5,000 leave a standard error near 3 %; intervals from 20
 * batches of fewer covered less often than they say.
 *
 * @source W. Whitt, "Planning Queueing Simulations", Management Science 35(11), 1989, for the variance
 *   4 V / (1 - load)^2; 5,000 is ours
 */
const CUSTOMERS = 5000
/** The most for this reason where variability is 1, and how often that where it is larger. */
const CUSTOMERS_MAX = 1_000_000
const VARIABILITY_MAX = 10
/**
 * Vacations in a run: the relative variance of the mean wait over n exponential ones is about 2 / n, so
 * 2,000 leave a standard error near 3 %.
 */
const VACATIONS = 2000
/** The load that stands for one that is not known. */
const LOAD_UNKNOWN = 0.9

/** The pace of a station. */
export const paceOf = (visited: Visited): Pace => {
  const { burst, load, network } = visited
  const station = network.declaration.stations[visited.index]!
  const { longest, mean, residual, variability } = serviceOf(visited)
  if (load.servers === Number.POSITIVE_INFINITY || mean === 0) {
    const customers = CUSTOMERS * Math.min(Math.max(1, burst), VARIABILITY_MAX)
    const relaxation = Math.max(longest, residual)
    return { relaxation, customers, vacations: 0, speed: null }
  }
  const servers = load.servers > 0 ? load.servers : 1
  const capacity = servers / mean
  const varying = Math.max(1, (burst + variability) / 2)
  const speed = { capacity, varying }
  const known = knownLoad(load)
  const limited = limitedTime(visited, speed, servers)
  const free = known < 1 ? 1 / gap(known, speed) : Number.POSITIVE_INFINITY
  const queue = Math.min(free, limited)
  const queued = Number.isFinite(queue) ? queue : 1 / gap(LOAD_UNKNOWN, speed)
  const slack = 1 - Math.min(known, LOAD_UNKNOWN)
  const away = station.vacation === undefined ? null : shapeOf(station.vacation.time)
  const wanted =
    queue === free && known < 1
      ? (CUSTOMERS * varying) / ((1 - known) * (1 - known))
      : (CUSTOMERS / 4) * capacity * queued
  return {
    relaxation: Math.max(longest, residual) + queued + (away?.residual ?? 0) / slack,
    customers: Math.min(wanted, CUSTOMERS_MAX * Math.min(varying, VARIABILITY_MAX)),
    vacations:
      away === null ? 0 : (VACATIONS * away.mean * Math.max(1, away.residual / away.mean)) / slack,
    speed
  }
}

/** Mean, mean of what is left at a random moment, and variance over the squared mean, where finite. */
const shapeOf = (
  distribution: Distribution.Distribution
): { readonly mean: number; readonly residual: number; readonly ratio: number } => {
  const mean = Distribution.mean(distribution)
  const ratio = mean > 0 ? Distribution.variance(distribution) / (mean * mean) : 0
  return Number.isFinite(ratio)
    ? { mean, residual: (mean * (1 + ratio)) / 2, ratio }
    : { mean, residual: mean, ratio: 1 }
}

/** The services of all classes mixed as they come, and the longest mean among them. */
const serviceOf = ({ index, load, network }: Visited) => {
  const { classes, stations } = network.declaration
  const station = stations[index]!
  const comes = load.classRates.some((rate) => rate > 0)
  let weight = 0
  let sum = 0
  let squares = 0
  let longest = 0
  for (const [at, { id }] of classes.entries()) {
    const share = comes ? load.classRates[at]! : 1
    const services = servicesOf(station, id).filter((one) =>
      Number.isFinite(Distribution.mean(one))
    )
    if (share === 0) continue
    for (const service of services) {
      const part = share / services.length
      const { mean, ratio } = shapeOf(service)
      weight += part
      sum += part * mean
      squares += part * mean * mean * (1 + ratio)
      longest = Math.max(longest, mean)
    }
  }
  const mean = weight > 0 ? sum / weight : 0
  const variability = mean > 0 ? squares / weight / (mean * mean) - 1 : 0
  return { mean, variability, longest, residual: (mean * (1 + variability)) / 2 }
}

/** The services that a class may get at a station, of its groups where there are such. */
export const servicesOf = (
  { servers, service }: Network.FilledStation,
  classId: string
): ReadonlyArray<Distribution.Distribution> => {
  const own = ofClass(service, classId)
  const groups = typeof servers === "object" && servers.kind === "skills" ? servers.groups : []
  const found = groups
    .filter(({ serves }) => serves.includes(classId))
    .map((group) => ofClass(group.service, classId) ?? own)
  return (groups.length > 0 ? found : [own]).filter((one) => one !== undefined)
}

/** A load that blocking or services begun anew can raise is at least the one that is not known. */
const knownLoad = ({ load, mostLoad }: StationLoad): number =>
  mostLoad === Number.POSITIVE_INFINITY ? Math.max(load, LOAD_UNKNOWN) : load

/**
 * How fast the start is forgotten, per time: exact for M/M/1 (without `places`) and M/M/1/K; times how
 * variable arrivals and services are in heavy traffic, where that slows the way back from a long queue
 * and speeds the way through a limited room.
 *
 * @source M/M/1: J. Abate, W. Whitt, "Transient Behavior of the M/M/1 Queue: Starting at the Origin",
 *   Queueing Systems 2, 1987; M/M/1/K: P. M. Morse, "Queues, Inventories and Maintenance", 1958, chapter
 *   6; variability: J. M. Harrison, "Brownian Motion and Stochastic Flow Systems", 1985
 */
export const gap = (load: number, { capacity, varying }: Speed, places?: number): number => {
  const root = 1 - Real.sqrt(load)
  const step = places === undefined ? 0 : PI / (Math.max(0, places) + 2)
  // 1 - cos(step), a little less of it.
  const turn = (step * step) / 2 - (step * step * step * step) / 24
  return capacity * ((root * root) / varying + varying * 2 * Real.sqrt(load) * turn)
}

const PI = Math.PI

/** The relaxation time that limits of the queue leave at any load; infinite where nothing limits it. */
const limitedTime = (visited: Visited, speed: Speed, servers: number): number => {
  const { load, network } = visited
  const station = network.declaration.stations[visited.index]!
  const within = (places: number): number => 1 / gap(load.load, speed, places)
  const times: Array<number> = []
  if (station.room !== undefined) times.push(within(station.room - servers))
  for (const time of limitsByClass(visited)) times.push(timeOf(time, speed, within))
  const isLimited = load.leastLoad < 1 && times.length > 0
  if (!isLimited) return Number.POSITIVE_INFINITY
  // Those whom nothing keeps away must be worked off besides.
  return Math.min(...times) + 1 / gap(load.leastLoad, speed)
}

/** Until where the queue grows: a number who wait, or a time that they wait. */
type Limit =
  | { readonly kind: "places"; readonly places: number }
  | { readonly kind: "time"; readonly time: Distribution.Distribution }

/** The limits of a station that patience, balking and deadlines set, the widest of each kind. */
const limitsByClass = ({ index, load, network }: Visited): ReadonlyArray<ReadonlyArray<Limit>> => {
  const { classes, stations } = network.declaration
  const station = stations[index]!
  const patience = valuesOf(station.patience).map(({ time }) => ({ kind: "time", time }) as const)
  const lengths = valuesOf(station.balking).flatMap((balking) => {
    if (balking.kind === "function") return []
    const places = balking.kind === "length" ? balking.fromQueue : balking.balk.length
    const isSome = balking.kind === "length" || balking.balk.at(-1)! > 0
    return isSome ? [{ kind: "places", places } as const] : []
  })
  const deadlines = classes.flatMap(({ deadline }, at) =>
    deadline?.overdue.kind === "leave" && (load.classRates[at] ?? 0) > 0
      ? [{ kind: "time", time: deadline.time } as const]
      : []
  )
  return [patience, lengths, deadlines].filter((limits) => limits.length > 0)
}

/**
 * The longest relaxation time of some limits. Exponential patience works against a long queue like a
 * service that each has for itself; patience of equal length like a room as large as what is served
 * in it.
 */
const timeOf = (
  limits: ReadonlyArray<Limit>,
  { capacity }: Speed,
  within: (places: number) => number
): number =>
  Math.max(
    ...limits.map((limit) => {
      if (limit.kind === "places") return within(limit.places)
      const { mean, ratio, residual } = shapeOf(limit.time)
      if (!Number.isFinite(mean)) return Number.POSITIVE_INFINITY
      const sharp = Math.max(0, 1 - ratio)
      return Math.max(mean, residual) + (sharp > 0 ? sharp * within(mean * capacity) : 0)
    })
  )

/** Waiting that is rarer than this is left to be told as rare. */
const CHANCE_MIN = 0.001

/**
 * The share who wait, about; 0 where nobody can, else no less than {@link CHANCE_MIN}.
 *
 * @source H. Sakasegawa, "An Approximation Formula L_q = a rho^b / (1 - rho)", Annals of the Institute of
 *   Statistical Mathematics 29, 1977
 */
export const chanceOfWait = ({ load, servers }: StationLoad): number => {
  if (servers === Number.POSITIVE_INFINITY) return 0
  const power = Real.sqrt(2 * (Math.max(1, servers) + 1)) - 1
  return Math.max(CHANCE_MIN, Real.power(Math.min(1, load), power))
}
