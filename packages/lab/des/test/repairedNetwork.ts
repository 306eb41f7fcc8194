/**
 * Random declarations made acceptable: what does not go together is taken out, the last named first.
 */

import { isPerClass, valuesOf } from "../src/internal/networkFilled.ts"
import type { Declaration, Rising, Servers, Source, Station } from "../src/Network.ts"
import * as Network from "../src/Network.ts"

/** The same network without what the checks would refuse. */
export const repaired = (declaration: Declaration): Declaration => {
  const withSources = {
    ...declaration,
    sources: declaration.sources.map((source, index) => repairedSource(declaration, source, index))
  }
  const stations = declaration.stations.map((station) => repairedStation(declaration, station))
  const targeted = stations.map((station) => withTarget(station, stations))
  const whole = { ...withSources, stations: targeted }
  // Who comes where decides whether two priorities can meet; the checks know it.
  return Network.check(whole).length === 0
    ? whole
    : { ...whole, stations: targeted.map((station) => ({ ...station, preemption: "none" })) }
}

/** The first source leads to every station, so that each is reached by all classes. */
const repairedSource = ({ stations }: Declaration, source: Source, index: number): Source => {
  const { batch, ...every } = source
  const { class: classes, ...unclassed } = every
  const isListed = source.arrivals.kind === "given" && source.arrivals.classes !== undefined
  const rest: Source = isListed || classes === undefined ? unclassed : every
  const isSingle = source.arrivals.kind === "population" || source.arrivals.kind === "given"
  const one: Source = batch === undefined || isSingle ? rest : { ...rest, batch }
  const isReached = stations.length === 1 && JSON.stringify(one.to).includes(stations[0]!.id)
  if (index > 0 || isReached) return one
  const ways = stations.flatMap(({ id }) =>
    ["plain", "urgent", "slow"].map((as) => ({
      station: id,
      as,
      probability: 1 / (3 * stations.length)
    }))
  )
  return { ...one, to: { kind: "chance", ways } }
}

const servesAllAtOnce = (station: Station): boolean =>
  station.servers === "infinite" || station.discipline === "sharing"

const repairedStation = (declaration: Declaration, station: Station): Station => {
  if (servesAllAtOnce(station)) return withoutQueue(station)
  const servers = repairedServers(station)
  const { vacation, ...rest } = { ...station, servers }
  const isScheduled = typeof servers === "object" && servers.kind === "schedule"
  const one: Station = isScheduled || vacation === undefined ? rest : { ...rest, vacation }
  return withRoom(withOrder(declaration, one))
}

/** Nobody waits there. */
const withoutQueue = (station: Station): Station => {
  const { servers, service, id, room, whenFull, balking } = station
  const { to = "leave" } = station
  const byFunction = balking !== undefined && !isPerClass(balking) && balking.kind === "function"
  const one: Station = byFunction
    ? { id, servers, service, to, balking }
    : { id, servers, service, to }
  if (servers === "infinite") return one
  const shared: Station = {
    ...one,
    servers: typeof servers === "number" ? servers : 2,
    discipline: "sharing"
  }
  return room === undefined ? shared : withRoom({ ...shared, room, whenFull: whenFull ?? "lose" })
}

/** Somebody for every class, and one service for all where it decides who is next. */
const repairedServers = ({ servers, discipline }: Station): Servers => {
  if (typeof servers !== "object" || servers.kind !== "skills") return servers
  const missing = ["plain", "urgent", "slow"].filter(
    (id) => !servers.groups.some((group) => group.serves.includes(id))
  )
  const groups = servers.groups.map((group, index) => {
    const { service, ...rest } = group
    const serves = index === 0 ? [...group.serves, ...missing] : group.serves
    return discipline === "shortest" || service === undefined
      ? { ...rest, serves }
      : { ...rest, serves, service }
  })
  return { kind: "skills", groups }
}

/** Accumulating priority is an order of its own; pre-emption needs two priorities. */
const withOrder = (declaration: Declaration, station: Station): Station => {
  const rising = valuesOf<Rising>(station.rising)
  const raises = declaration.classes?.some(({ deadline }) => deadline?.overdue.kind === "raise")
  if (rising.some(({ kind }) => kind === "accumulating")) {
    const { preemption: _preemption, priority: _priority, rising: own, ...rest } = station
    if (raises === true || own === undefined) return { ...rest }
    return { ...rest, discipline: "first-come", rising: own }
  }
  const priorities = new Set([
    ...valuesOf(station.priority ?? 0),
    ...(station.priority === undefined ? (declaration.classes ?? []) : []).map(
      ({ priority = 0 }) => priority
    )
  ])
  const isLevel = station.preemption !== undefined && priorities.size < 2
  return isLevel
    ? { ...station, priority: { kind: "perClass", classes: { urgent: 0 }, otherwise: 1 } }
    : station
}

const withRoom = (station: Station): Station => {
  const { servers } = station
  const { room, whenFull, ...rest } = station
  if (room === undefined) return rest
  const least =
    typeof servers === "number"
      ? servers
      : servers === "infinite"
        ? 1
        : servers.kind === "schedule"
          ? Math.max(...servers.shifts.map((shift) => shift.servers))
          : servers.groups.reduce((sum, group) => sum + group.servers, 0)
  const enough = { ...rest, room: Math.max(room, least) }
  return whenFull === undefined ? enough : { ...enough, whenFull }
}

/** Going on elsewhere needs another station, and one that does not block. */
const withTarget = (station: Station, stations: ReadonlyArray<Station>): Station => {
  const { servers } = station
  if (typeof servers !== "object" || servers.kind !== "schedule") return station
  const { atEnd } = servers
  if (atEnd.kind !== "elsewhere") return station
  const target = stations.find(({ id }) => id === atEnd.station)
  return target === undefined || target.id === station.id || target.whenFull === "block"
    ? { ...station, servers: { ...servers, atEnd: { kind: "resume" } } }
    : station
}
