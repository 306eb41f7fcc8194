/**
 * Where customers can get to: the ways that a route offers, and from them which classes come to which
 * stations and from where there is a way out. Checks and loads both go by this.
 */
import {
  classChances,
  type FilledDeclaration,
  type FilledStation,
  ofClass,
  valuesOf
} from "./networkFilled.ts"
import type { Route } from "./networkRoutes.ts"

/** How far a sum of probabilities may be from 1 before something is left, or too much. */
export const SUM_TOLERANCE = 1e-9

/**
 * One way of a route: to a station, or out where that is null. `share` is the long-run share of the
 * customers who take it; null where that follows from the state of the network.
 */
export interface Split {
  readonly station: string | null
  readonly as: string | undefined
  readonly share: number | null
}

/** The ways of a route that somebody may take. */
export const splitsOf = (route: Route): ReadonlyArray<Split> => {
  if (typeof route === "string") {
    return [{ station: route === "leave" ? null : route, as: undefined, share: 1 }]
  }
  switch (route.kind) {
    case "chance": {
      const rest = 1 - route.ways.reduce((sum, way) => sum + way.probability, 0)
      const ways = route.ways
        .filter(({ probability }) => probability > 0)
        .map((way) => ({ station: way.station ?? null, as: way.as, share: way.probability }))
      return rest > SUM_TOLERANCE ? [...ways, { station: null, as: undefined, share: rest }] : ways
    }
    case "cycle":
      return route.among.map((station) => ({
        station,
        as: undefined,
        share: 1 / route.among.length
      }))
    case "shortest":
      return route.among.map((station) => ({
        station,
        as: undefined,
        share: route.among.length === 1 ? 1 : null
      }))
    case "function":
      return [...route.stations, null].map((station) => ({ station, as: undefined, share: null }))
  }
}

/** A class at a station, and what it can come to from there. */
export interface Place {
  readonly station: number
  readonly classId: string
}

/** Which classes come to which stations, and from which of these places there is a way out. */
export interface Ways {
  readonly places: ReadonlyArray<Place>
  readonly comes: (station: number, classId: string) => boolean
  readonly leaves: (station: number, classId: string) => boolean
  /** The place among `places`; -1 where the class does not come to the station. */
  readonly indexOf: (station: number, classId: string) => number
}

/** The ways through a network whose names are all known. */
export const waysOf = (network: FilledDeclaration): Ways => {
  const classIndex = new Map(network.classes.map(({ id }, index) => [id, index]))
  const stationIndex = new Map(network.stations.map(({ id }, index) => [id, index]))
  const size = network.classes.length
  const after = network.stations.flatMap((station) =>
    network.classes.map(({ id }) => exitsFrom(network, station, id))
  )
  const placeOf = (split: Split, classId: string): number =>
    split.station === null
      ? -1
      : stationIndex.get(split.station)! * size + classIndex.get(split.as ?? classId)!
  const first = network.sources.flatMap((source) =>
    classChances(source)
      .filter(([, chance]) => chance > 0)
      .flatMap(([id]) => splitsOf(source.to).map((split) => placeOf(split, id)))
  )
  const next = after.map((splits, place) =>
    splits.map((split) => placeOf(split, network.classes[place % size]!.id))
  )
  const come = spread(first, (place) => next[place]!)
  const leave = sinks(next)
  const at = (station: number, classId: string): number =>
    station * size + (classIndex.get(classId) ?? Number.NaN)
  const numbers = [...come].sort((one, other) => one - other)
  const indices = new Map(numbers.map((number, index) => [number, index]))
  return {
    places: numbers.map((place) => ({
      station: Math.floor(place / size),
      classId: network.classes[place % size]!.id
    })),
    comes: (station, classId) => come.has(at(station, classId)),
    leaves: (station, classId) => leave.has(at(station, classId)),
    indexOf: (station, classId) => indices.get(at(station, classId)) ?? -1
  }
}

/** Whether customers can become of another class on some way. */
export const changesClass = (network: FilledDeclaration): boolean => {
  const routes = [
    ...network.sources.map(({ to }) => to),
    ...network.stations.flatMap((station) => [
      ...valuesOf(station.to),
      ...valuesOf(station.patience).map(({ to }) => to ?? "leave"),
      ...valuesOf(station.balking).map(({ to }) => to ?? "leave")
    ])
  ]
  return routes.some((route) => splitsOf(route).some(({ as }) => as !== undefined))
}

/**
 * Whether customers of a class may have a deadline of a kind: their own class's, or one that they
 * kept from the class of their arrival.
 */
export const mayHaveDeadline = (
  network: FilledDeclaration,
  classId: string,
  kind: "note" | "raise" | "leave"
): boolean => {
  const classes = network.classes.filter(({ deadline }) => deadline?.overdue.kind === kind)
  return classes.length > 0 && (classes.some(({ id }) => id === classId) || changesClass(network))
}

const OUT: Split = { station: null, as: undefined, share: null }

/** Every way on from a station: after service, after giving up or turning away, at a shift's end. */
const exitsFrom = (
  network: FilledDeclaration,
  station: FilledStation,
  classId: string
): ReadonlyArray<Split> => {
  const patience = ofClass(station.patience, classId)
  const balking = ofClass(station.balking, classId)
  const { servers } = station
  return [
    ...splitsOf(ofClass(station.to, classId) ?? "leave"),
    ...(patience === undefined ? [] : splitsOf(patience.to ?? "leave")),
    ...(balking === undefined ? [] : splitsOf(balking.to ?? "leave")),
    ...(mayHaveDeadline(network, classId, "leave") ? [OUT] : []),
    ...(typeof servers === "object" &&
    servers.kind === "schedule" &&
    servers.atEnd.kind === "elsewhere"
      ? [{ station: servers.atEnd.station, as: undefined, share: null }]
      : [])
  ]
}

/** The places that can be come to, from the first on; -1 is out. */
const spread = (
  first: ReadonlyArray<number>,
  next: (place: number) => ReadonlyArray<number>
): ReadonlySet<number> => {
  const found = new Set<number>()
  const open = first.filter((place) => place >= 0)
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue
    found.add(place)
    for (const one of next(place)) if (one >= 0) open.push(one)
  }
  return found
}

/** The places from which some way leads out. */
const sinks = (next: ReadonlyArray<ReadonlyArray<number>>): ReadonlySet<number> => {
  const before = next.map((): Array<number> => [])
  const ends: Array<number> = []
  next.forEach((places, from) => {
    for (const place of places) {
      if (place < 0) ends.push(from)
      else before[place]!.push(from)
    }
  })
  return spread(ends, (place) => before[place]!)
}
