/**
 * Loads of stations by linear programs over the traffic equations: as declared, and the least and
 * most that the free choices can make of them.
 */
import { minimise } from "./linearProgram.ts"
import { solve } from "./linearSystem.ts"
import { meanOf } from "./moments.ts"
import { type FilledDeclaration, ofClass, valuesOf } from "./networkFilled.ts"
import { type FlowRows, flowRows, type Terms } from "./networkFlows.ts"
import { leavingRate, meanServers } from "./networkRates.ts"
import type { Ways } from "./networkWays.ts"
import { isNeverServed, skilled, type Work, worksOf } from "./networkWork.ts"

/** What the busiest of a set of stations counts beside the busiest of all. */
const SET_WEIGHT = 1e-3

/** Loads and flows of a network, by station and by place. */
export interface Loads {
  /** Arrivals at each place as though nobody were turned away. */
  readonly arrivals: ReadonlyArray<number>
  /** Load of each station by these. */
  readonly loads: ReadonlyArray<number>
  /** Of the work that nothing keeps away: least and most load of each station. */
  readonly least: ReadonlyArray<number>
  readonly most: ReadonlyArray<number>
  /** The load of the busiest station at the best of all choices. */
  readonly balanced: number
  /** The loads at that choice. */
  readonly atBalance: ReadonlyArray<number>
  readonly isOnlyShortest: boolean
}

/** The loads of a checked network. */
export const loadsOf = (network: FilledDeclaration, ways: Ways): Loads => {
  const works = worksOf(network, ways)
  const offered = flowRows(network, ways, "offered")
  const all = flowRows(network, ways, "all")
  const stations = network.stations.map((_, index) => index)
  const whole = works.map((work) => ({ ...work, least: 1 }))
  const everyLoad = (flows: FlowRows, weights: ReadonlyArray<Work>) =>
    new Program(network, ways, flows, weights)
  const x = offered.isFree
    ? everyLoad(offered, whole).least(stations, shortestSets(network)).at
    : known(offered)
  const arrivals = offered.inflow.map((terms) => summed(terms, x))
  const loads = stations.map((station) =>
    fixedLoad(network, ways, works, station, arrivals, "whole")
  )
  if (!all.isFree) {
    const least = stations.map((one) => fixedLoad(network, ways, works, one, arrivals, "least"))
    const most = stations.map((one) => fixedLoad(network, ways, works, one, arrivals, "most"))
    const balanced = Math.max(0, ...least)
    return { arrivals, loads, least, most, balanced, atBalance: least, isOnlyShortest: true }
  }
  const program = everyLoad(all, works)
  const balance = program.least(stations)
  const largest = ways.places.map((_, place) => program.largestInflow(place))
  return {
    arrivals,
    loads,
    least: stations.map((station) => program.least([station]).value),
    most: stations.map((one) => fixedLoad(network, ways, works, one, largest, "most")),
    balanced: balance.value,
    atBalance: stations.map((station) => {
      const inflows = all.inflow.map(
        (terms, place) => summed(terms, balance.at) - summed(all.moved[place]!, balance.at)
      )
      return fixedLoad(network, ways, works, station, inflows, "least")
    }),
    isOnlyShortest: all.isOnlyShortest && isUniform(network, ways)
  }
}

/** The stations of each route to the shortest queue. */
const shortestSets = (network: FilledDeclaration): ReadonlyArray<ReadonlyArray<number>> => {
  const routes = [
    ...network.sources.map(({ to }) => to),
    ...network.stations.flatMap(({ to }) => valuesOf(to))
  ]
  return routes.flatMap((route) =>
    typeof route === "object" && route.kind === "shortest"
      ? [route.among.map((id) => network.stations.findIndex((station) => station.id === id))]
      : []
  )
}

/** Whether each station serves all classes alike, as the theorem on the shortest queue asks. */
const isUniform = (network: FilledDeclaration, ways: Ways): boolean =>
  network.stations.every((station, index) => {
    const services = ways.places
      .filter((place) => place.station === index)
      .map(({ classId }) => JSON.stringify(ofClass(station.service, classId)))
    return skilled(station.servers) === undefined && new Set(services).size <= 1
  })

const summed = (terms: Terms, x: ArrayLike<number>): number =>
  terms.reduce((sum, [column, weight]) => sum + weight * x[column]!, 0)

/** The one solution of flows without a choice. */
const known = ({ columnCount, rows }: FlowRows): Float64Array =>
  solve(
    rows.map(({ terms }) => dense(terms, columnCount)),
    rows.map(({ right }) => right)
  ) ?? new Float64Array(columnCount).fill(Number.NaN)

const dense = (terms: Terms, size: number): Float64Array => {
  const row = new Float64Array(size)
  for (const [column, weight] of terms) row[column] = row[column]! + weight
  return row
}

/** The load of a station for given arrivals; with skills, of the best assignment to groups. */
const fixedLoad = (
  network: FilledDeclaration,
  ways: Ways,
  works: ReadonlyArray<Work>,
  index: number,
  arrivals: ReadonlyArray<number>,
  share: "whole" | "least" | "most"
): number => {
  const station = network.stations[index]!
  const places = ways.places.flatMap((place, at) => (place.station === index ? [at] : []))
  const weights = places.map((at) => (share === "whole" ? 1 : works[at]![share]))
  const flows = places.map((at, item) => times(weights[item]!, arrivals[at]!))
  const groups = skilled(station.servers)?.groups
  const work = places.reduce((sum, at, item) => sum + times(flows[item]!, works[at]!.mean), 0)
  if (!Number.isFinite(work)) return work
  if (groups === undefined) {
    if (station.servers === "infinite") return share === "whole" ? work : 0
    return isNeverServed(station)
      ? work > 0
        ? Number.POSITIVE_INFINITY
        : 0
      : work / meanServers(station)
  }
  const fixed: FlowRows = {
    columnCount: places.length,
    rows: flows.map((flow, item) => ({ terms: [[item, 1]], right: flow })),
    inflow: places.map((_, item) => [[item, 1]]),
    moved: places.map(() => []),
    isFree: true,
    isOnlyShortest: false
  }
  const only = { ...ways, places: places.map((at) => ways.places[at]!) }
  const plain = places.map((at) => ({ ...works[at]!, least: 1 }))
  return new Program(network, only, fixed, plain).least([index]).value
}

/** Nothing of anything is nothing, even of infinitely much. */
const times = (one: number, other: number): number => (one === 0 || other === 0 ? 0 : one * other)

/** Linear programs over flows: the least load of some stations, the most arrivals at a place. */
class Program {
  private readonly network: FilledDeclaration
  private readonly ways: Ways
  private readonly flows: FlowRows
  private readonly works: ReadonlyArray<Work>

  constructor(network: FilledDeclaration, ways: Ways, flows: FlowRows, works: ReadonlyArray<Work>) {
    this.network = network
    this.ways = ways
    this.flows = flows
    this.works = works
  }

  /**
   * The least load that the busiest of these stations can have, and the flows there: among several
   * such flows, those that also keep the busiest of each of the `sets` low.
   */
  least(
    stations: ReadonlyArray<number>,
    sets: ReadonlyArray<ReadonlyArray<number>> = []
  ): { readonly value: number; readonly at: Float64Array } {
    const rows = [...this.flows.rows, ...this.limits()]
    let next = this.flows.columnCount + rows.length - this.flows.rows.length
    const cost: Array<readonly [number, number]> = []
    for (const set of [stations, ...sets]) {
      const load = next++
      cost.push([load, set === stations ? 1 : SET_WEIGHT])
      for (const index of set) {
        const added = this.loadRows(index, load, next)
        rows.push(...added.rows)
        next = added.next
      }
    }
    return this.solved(rows, cost, next)
  }

  /** The most arrivals that a place can have; infinite where nothing bounds them. */
  largestInflow(place: number): number {
    const rows = [...this.flows.rows, ...this.limits()]
    const next = this.flows.columnCount + rows.length - this.flows.rows.length
    const cost = this.flows.inflow[place]!.map(([column, weight]) => [column, -weight] as const)
    return -this.solved(rows, cost, next).value
  }

  /** So many at most are moved elsewhere as servers go off duty: one row and one slack a station. */
  private limits(): ReadonlyArray<FlowRows["rows"][number]> {
    let slack = this.flows.columnCount
    return this.network.stations.flatMap(({ servers }, index) => {
      const terms = this.ways.places.flatMap(({ station }, place) =>
        station === index ? this.flows.moved[place]! : []
      )
      if (terms.length === 0 || typeof servers !== "object" || servers.kind !== "schedule")
        return []
      return [{ terms: [...terms, [slack++, 1] as const], right: leavingRate(servers) }]
    })
  }

  /** Rows that say: the load of a station, or of each of its groups, is at most `load`. */
  private loadRows(
    index: number,
    load: number,
    from: number
  ): { readonly rows: ReadonlyArray<FlowRows["rows"][number]>; readonly next: number } {
    const station = this.network.stations[index]!
    const places = this.ways.places.flatMap((place, at) => (place.station === index ? [at] : []))
    const groups = skilled(station.servers)?.groups
    let next = from
    if (groups === undefined) {
      const servers = meanServers(station)
      const terms = places.flatMap((at) => this.stayed(at, this.works[at]!.mean / servers))
      const isOne =
        station.servers !== "infinite" &&
        servers > 0 &&
        terms.every(([, weight]) => Number.isFinite(weight))
      return isOne
        ? { rows: [{ terms: [...terms, [load, -1], [next, 1]], right: 0 }], next: next + 1 }
        : { rows: [], next }
    }
    const rows: Array<FlowRows["rows"][number]> = []
    const busy = groups.map((): Array<readonly [number, number]> => [])
    for (const at of places) {
      const { classId } = this.ways.places[at]!
      const parts: Array<readonly [number, number]> = []
      groups.forEach(({ serves, servers, service }, group) => {
        if (!serves.includes(classId)) return
        const mean = meanOf(ofClass(service, classId) ?? ofClass(station.service, classId)!)
        if (!Number.isFinite(mean)) return
        parts.push([next, -1])
        busy[group]!.push([next++, mean / servers])
      })
      rows.push({ terms: [...this.stayed(at, 1), ...parts], right: 0 })
    }
    for (const terms of busy) rows.push({ terms: [...terms, [load, -1], [next++, 1]], right: 0 })
    return { rows, next }
  }

  /** What sums to the arrivals at a place that stay to be served there, each with a weight. */
  private stayed(place: number, weight: number): Terms {
    const factor = times(this.works[place]!.least, weight)
    if (factor === 0) return []
    return [
      ...this.flows.inflow[place]!.map(([column, part]) => [column, factor * part] as const),
      ...this.flows.moved[place]!.map(([column, part]) => [column, -factor * part] as const)
    ]
  }

  private solved(
    rows: ReadonlyArray<FlowRows["rows"][number]>,
    cost: Terms,
    size: number
  ): { readonly value: number; readonly at: Float64Array } {
    const found = minimise({
      cost: dense(cost, size),
      rows: rows.map(({ terms }) => dense(terms, size)),
      right: rows.map(({ right }) => right)
    })
    return found ?? { value: Number.POSITIVE_INFINITY, at: new Float64Array(size) }
  }
}
