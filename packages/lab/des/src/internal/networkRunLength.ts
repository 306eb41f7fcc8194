/**
 * How long a network run is when nobody says: long enough for the slowest station to forget the start
 * and to be known well, for each measured class to be seen, in whole periods; or a refusal, where that
 * would take more events than anybody waits for. What a length is good for shows in the interval.
 */
import * as Distribution from "../Distribution.ts"
import type * as Measure from "../Measure.ts"
import type * as Network from "../Network.ts"
import * as NetworkLoad from "../NetworkLoad.ts"
import * as NetworkRunProblem from "../NetworkRunProblem.ts"
import { burstsOf } from "./networkBursts.ts"
import { classChances } from "./networkFilled.ts"
import { chanceOfWait, gap, type Pace, paceOf, servicesOf } from "./networkPace.ts"
import { endlessRate } from "./networkRates.ts"

/** A length, and the events that it takes. */
export interface RunLength {
  readonly warmUp: number
  readonly horizon: number
  /** Events per time, about: each arrival and each visit to a station. */
  readonly eventRate: number
  /** The station that asks for the longest run; empty for none. */
  readonly slowest: string
}

/**
 * Relaxation times in a warm-up: what is left of the empty start is below exp(-20) of it for a
 * single exponential server, and about a thousandth where variances are ten times as large.
 */
const RELAXATIONS = 20
/**
 * Relaxation times in what counts: ten for each of 20 batches, whose intervals then cover 94 to 95 % of
 * 95 % (five: 92 to 93 %, one: 75 %; simulated for processes that forget evenly).
 */
const RELAXATIONS_COUNTED = 200
/** Fewest customers at the busiest station. */
const CUSTOMERS_MIN = 20_000
/** Customers of a measured class or station, or who wait where that is measured: 200 for each of 20 batches. */
const CUSTOMERS_MEASURED = 4000
/** Customers of whom those count who were turned away or gave up, which is rare as a rule. */
const CUSTOMERS_OF_REFUSAL = 40_000
/** Customers of all kinds that are worth to be had for the sake of a rare one. */
const CUSTOMERS_FOR_RARE = 10_000_000
/** A station with less than this share of the visits of the busiest one is rare. */
const RARE = 0.01
/** Sections of a run that is in whole periods, each of which is in whole periods. */
const SECTIONS = 20
/** More events than anybody waits for: some minutes of one processor, where most runs take a second. */
const EVENTS_MAX = 1_000_000_000
/** The load from which on members of a population may be caught at two stations at once. */
const LOAD_CROWDED = 0.9

/** Warm-up and horizon of a run in steady state that is to say something of these measures. */
export const runLength = (
  network: Network.Network,
  open: NetworkLoad.NetworkLoad,
  measures: ReadonlyArray<Measure.Measure>
): RunLength => {
  const { sources, stations } = network.declaration
  const isOpen = sources.every(({ arrivals }) => arrivals.kind !== "population")
  const running = isOpen ? network : asOpen(network, open)
  const { stations: loads } = isOpen ? open : NetworkLoad.make(running)
  const bursts = burstsOf(network, loads)
  const paces = loads.map((load, index) => paceOf({ network, index, load, burst: bursts[index]! }))
  const share = isOpen ? 1 : shareServed(loads)
  const rates = loads.map(({ arrivalRate }) => share * arrivalRate)
  const busiest = Math.max(...rates, 0)
  const relaxations = paces.map(({ relaxation }) => relaxation)
  const relaxation = Math.max(...relaxations, 0) + (isOpen ? 0 : circulation(network, loads, paces))
  const period = periodOf(network)
  const start = startOf(network)
  const warmUp = upTo(start + RELAXATIONS * relaxation, period)
  const eachTime = paces.map(({ customers, vacations }, index) => {
    const rate = rates[index]!
    return Math.max(vacations, rate > RARE * busiest ? customers / rate : 0)
  })
  const length = Math.max(
    busiest > 0 ? CUSTOMERS_MIN / busiest : CUSTOMERS_MIN,
    RELAXATIONS_COUNTED * relaxation,
    ...eachTime,
    ...measures.map((measure) => rareTime({ network, measure, loads, paces, rates }))
  )
  const eventRate =
    rates.reduce((sum, rate) => sum + rate, 0) +
    running.declaration.sources.reduce(
      (sum, source) => sum + share * (endlessRate(source)?.rate ?? 0),
      0
    )
  const asked = relaxations.map((one, at) => Math.max(RELAXATIONS_COUNTED * one, eachTime[at]!))
  const slowest = stations[asked.indexOf(Math.max(...asked))]?.id ?? ""
  return { warmUp, horizon: warmUp + upTo(length, SECTIONS * period), eventRate, slowest }
}

/** The refusal of a length of more events than anybody waits for; null for shorter ones. */
export const lengthProblem = (
  { eventRate, slowest }: RunLength,
  time: number
): NetworkRunProblem.NetworkRunProblem | null => {
  const count = time * eventRate
  if (count <= EVENTS_MAX) return null
  // Two digits, for it is no more than a guess.
  const found = Number(count.toPrecision(2))
  return NetworkRunProblem.make("TooLong", `station "${slowest}"`, found, EVENTS_MAX)
}

/** Whether customers come only for a limited time or in limited number. */
export const endsByItself = (network: Network.Network): boolean =>
  network.declaration.sources.every(
    ({ arrivals, limit, until }) =>
      limit !== undefined || until !== undefined || arrivals.kind === "given"
  )

/**
 * The network with a Poisson source for each population, whose rate is that of its members if nobody
 * ever waited: they are away, and then inside for the services of their way.
 */
const asOpen = (network: Network.Network, plain: NetworkLoad.NetworkLoad): Network.Network => {
  const { declaration } = network
  const first = opened(network, 0)
  const { stations } = NetworkLoad.make(first)
  const work = (loads: ReadonlyArray<NetworkLoad.StationLoad>): number =>
    loads.reduce((sum, load, index) => sum + load.arrivalRate * insideOf(network, index), 0)
  const sent = first.declaration.sources.reduce(
    (sum, source, index) =>
      declaration.sources[index]!.arrivals.kind === "population"
        ? sum + (endlessRate(source)?.rate ?? 0)
        : sum,
    0
  )
  const inside = Math.max(0, work(stations) - work(plain.stations)) / sent
  return opened(network, Number.isFinite(inside) ? inside : 0)
}

const opened = ({ declaration }: Network.Network, inside: number): Network.Network => {
  const sources = declaration.sources.map((source) => {
    const { arrivals } = source
    if (arrivals.kind !== "population") return source
    const round = awayOf(source) + inside
    const rate = round > 0 ? arrivals.size / round : arrivals.size
    return { ...source, arrivals: { kind: "poisson", rate } as const }
  })
  return { declaration: { ...declaration, sources } }
}

/** The longest mean service of a station. */
const insideOf = ({ declaration }: Network.Network, index: number): number => {
  const means = declaration.classes
    .flatMap(({ id }) => servicesOf(declaration.stations[index]!, id))
    .map((service) => Distribution.mean(service))
    .filter((mean) => Number.isFinite(mean))
  return Math.max(...means, 0)
}

/** The mean time that members of a population are away; 0 for other sources. */
const awayOf = ({ arrivals }: Network.FilledSource): number => {
  const mean = arrivals.kind === "population" ? Distribution.mean(arrivals.away) : 0
  return Number.isFinite(mean) ? mean : 0
}

/** The share of what populations would send that the busiest station can serve. */
const shareServed = (loads: ReadonlyArray<NetworkLoad.StationLoad>): number => {
  const finite = loads.filter(({ servers }) => servers < Number.POSITIVE_INFINITY)
  const most = Math.max(1, ...finite.map(({ load }) => load))
  return Number.isFinite(most) ? 1 / most : 1
}

/**
 * What populations add to the relaxation: the time away, which brings every number back to its mean, and
 * where two stations are crowded, the time in which all members wander from one to the other, as in a
 * room for so many.
 */
const circulation = (
  network: Network.Network,
  loads: ReadonlyArray<NetworkLoad.StationLoad>,
  paces: ReadonlyArray<Pace>
): number => {
  const { sources } = network.declaration
  const away = Math.max(...sources.map(awayOf))
  const members = sources.reduce(
    (sum, { arrivals }) => (arrivals.kind === "population" ? sum + arrivals.size : sum),
    0
  )
  const crowded = loads
    .map(({ load }, index) => ({ load, speed: paces[index]!.speed }))
    .filter(({ load }) => load >= LOAD_CROWDED && Number.isFinite(load))
    .flatMap(({ load, speed }) => (speed === null ? [] : [{ load, speed }]))
    .sort((one, other) => other.load - one.load)
  const [first, second] = crowded
  return first === undefined || second === undefined
    ? away
    : away + 1 / gap(second.load / first.load, second.speed, members)
}

/** What a measure of a rare class or at a rare station asks for, bounded by what else would come. */
const rareTime = ({
  loads,
  measure,
  network,
  paces,
  rates
}: {
  readonly network: Network.Network
  readonly measure: Measure.Measure
  readonly loads: ReadonlyArray<NetworkLoad.StationLoad>
  readonly paces: ReadonlyArray<Pace>
  readonly rates: ReadonlyArray<number>
}): number => {
  const { classes, sources, stations } = network.declaration
  const at = stations.findIndex(({ id }) => id === measure.station)
  const of = classes.findIndex(({ id }) => id === measure.class)
  const whole = at < 0 ? 0 : loads[at]!.arrivalRate
  const share = of < 0 || whole === 0 ? 1 : loads[at]!.classRates[of]! / whole
  const own =
    at < 0
      ? sources.reduce((sum, source) => {
          const chance = classChances(source).find(([id]) => id === measure.class)?.[1] ?? 0
          return sum + chance * (endlessRate(source)?.rate ?? 0)
        }, 0)
      : share * rates[at]!
  const most = Math.max(...rates, 0)
  const arriving = at < 0 && of < 0 ? most : own
  const here = at < 0 ? loads : [loads[at]!]
  const chance = Math.max(...here.map(chanceOfWait))
  const counted = isOfRefusal(measure)
    ? CUSTOMERS_OF_REFUSAL
    : CUSTOMERS_MEASURED / (isOfWaiting(measure) && chance > 0 ? chance : 1)
  const wanted = at < 0 || of >= 0 ? counted : Math.max(counted, paces[at]!.customers)
  return arriving > 0 && most > 0 ? Math.min(wanted / arriving, CUSTOMERS_FOR_RARE / most) : 0
}

const isOfRefusal = ({ quantity }: Measure.Measure): boolean =>
  quantity === "lost" || quantity === "balked" || quantity === "abandoned"

const isOfWaiting = ({ quantity, statistic }: Measure.Measure): boolean =>
  quantity === "waited" ||
  ((quantity === "wait" || quantity === "queue") &&
    (statistic.kind === "mean" || statistic.kind === "sd"))

/** From when on a network is as it stays: sources have begun or ended, plans without a period are done. */
const startOf = ({ declaration: { sources, stations } }: Network.Network): number =>
  Math.max(
    0,
    ...sources.map(({ arrivals, from, until }) => {
      const last =
        arrivals.kind === "given"
          ? (arrivals.times.at(-1) ?? 0)
          : arrivals.kind === "stepped" && arrivals.period === undefined
            ? (arrivals.steps.at(-1)?.from ?? 0)
            : 0
      return Math.max(from, last, until ?? 0)
    }),
    ...stations.map(({ servers }) =>
      typeof servers === "object" && servers.kind === "schedule" && servers.period === undefined
        ? (servers.shifts.at(-1)?.from ?? 0)
        : 0
    )
  )

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
