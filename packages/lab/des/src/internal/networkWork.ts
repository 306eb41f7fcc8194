/**
 * How much work a customer brings to a place, and how much of it nothing keeps away however long the
 * queue: what must stay below the servers' time.
 */
import { meanOf } from "./moments.ts"
import { type FilledDeclaration, type FilledStation, ofClass } from "./networkFilled.ts"
import { meanServers } from "./networkRates.ts"
import type { Servers, SkilledServers } from "./networkStations.ts"
import { changesClass, mayHaveDeadline, splitsOf, type Ways } from "./networkWays.ts"

/** Work of one customer of a class at a station. */
export interface Work {
  /** Mean service time; with skills the least of those who may serve the class. */
  readonly mean: number
  /** The share of work that nothing keeps away at a long queue: at least, and at most. */
  readonly least: number
  readonly most: number
}

/** The work at each place of a network. */
export const worksOf = (network: FilledDeclaration, ways: Ways): ReadonlyArray<Work> =>
  ways.places.map(({ station: index, classId }) => {
    const station = network.stations[index]!
    const mean = meanServiceOf(station, classId)
    if (station.servers === "infinite") {
      const share = Number.isFinite(mean) ? 0 : 1
      return { mean, least: share, most: share }
    }
    const { least, most } = staying(network, station, classId)
    const isLonger = most > 0 && canGrow(network, ways, index)
    return { mean, least, most: isLonger ? Number.POSITIVE_INFINITY : most }
  })

const meanServiceOf = (station: FilledStation, classId: string): number => {
  const groups = skilled(station.servers)?.groups.filter(({ serves }) => serves.includes(classId))
  return groups === undefined
    ? meanOf(ofClass(station.service, classId)!)
    : groups.reduce(
        (least, { service }) =>
          Math.min(least, meanOf(ofClass(service, classId) ?? ofClass(station.service, classId)!)),
        Number.POSITIVE_INFINITY
      )
}

/** The servers as groups with skills, if they are. */
export const skilled = (servers: Servers): SkilledServers | undefined =>
  typeof servers === "object" && servers.kind === "skills" ? servers : undefined

/** The share of a class that stays at a queue of any length until it is served. */
const staying = (
  network: FilledDeclaration,
  station: FilledStation,
  classId: string
): { readonly least: number; readonly most: number } => {
  if (station.room !== undefined && station.whenFull === "lose") return { least: 0, most: 0 }
  if (ofClass(station.patience, classId) !== undefined) return { least: 0, most: 0 }
  if (mayHaveDeadline(network, classId, "leave")) {
    return { least: 0, most: changesClass(network) ? 1 : 0 }
  }
  const blocks = station.room !== undefined
  const balking = ofClass(station.balking, classId)
  const joining =
    balking?.kind === "chances" ? 1 - balking.balk.at(-1)! : balking?.kind === "length" ? 0 : 1
  const isUnsure = balking?.kind === "function" || (blocks && losesSome(network, station.id))
  return { least: isUnsure ? 0 : joining, most: joining }
}

/** Who comes to a full station from a source, or turned away from another, is lost even if it blocks. */
const losesSome = (network: FilledDeclaration, id: string): boolean =>
  network.sources.some(({ to }) => splitsOf(to).some(({ station }) => station === id)) ||
  network.stations.some((station) =>
    network.classes.some((one) =>
      [ofClass(station.patience, one.id)?.to, ofClass(station.balking, one.id)?.to].some(
        (route) => route !== undefined && splitsOf(route).some((split) => split.station === id)
      )
    )
  )

/** Whether services may take longer than their distribution says, or more comes than is known. */
const canGrow = (network: FilledDeclaration, ways: Ways, index: number): boolean => {
  const station = network.stations[index]!
  const classes = network.classes.map(({ id }) => id).filter((id) => ways.comes(index, id))
  const blocks = (id: string | null): boolean =>
    id !== station.id && network.stations.some((one) => one.id === id && one.whenFull === "block")
  return (
    classes.some((id) =>
      splitsOf(ofClass(station.to, id) ?? "leave").some((way) => blocks(way.station))
    ) ||
    isRepeated(station, classes) ||
    network.stations.some(({ servers }) => sendsTo(servers, station.id))
  )
}

/** Interrupted services that begin anew; of exponential ones the new length makes no difference. */
const isRepeated = (station: FilledStation, classes: ReadonlyArray<string>): boolean =>
  station.preemption === "restart" ||
  (station.preemption === "resample" &&
    !(
      skilled(station.servers) === undefined &&
      classes.every((id) => ofClass(station.service, id)!.kind === "exponential")
    ))

const sendsTo = (servers: Servers, id: string): boolean =>
  typeof servers === "object" &&
  servers.kind === "schedule" &&
  servers.period !== undefined &&
  servers.atEnd.kind === "elsewhere" &&
  servers.atEnd.station === id

/** Whether no load of this station can be carried: nobody on duty in the long run. */
export const isNeverServed = (station: FilledStation): boolean => meanServers(station) === 0
