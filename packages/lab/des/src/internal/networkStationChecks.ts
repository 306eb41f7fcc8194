/**
 * What can be wrong with one station by itself; what does not go together is in
 * networkCombinations.ts.
 */
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import type { FilledDeclaration, FilledStation } from "./networkFilled.ts"
import {
  classProblem,
  notEmpty,
  perClassProblems,
  routeProblems,
  stationProblem
} from "./networkRouteChecks.ts"
import type { Route } from "./networkRoutes.ts"
import { positiveTimes, stepProblems } from "./networkSourceChecks.ts"
import type {
  Balking,
  Rising,
  ScheduledServers,
  Servers,
  SkilledServers,
  SkillGroup
} from "./networkStations.ts"
import { CROWD_MAX, chance, count, finite, from0, named, names, times } from "./networkWords.ts"

/** The problems of a station. */
export const stationProblems = (
  network: FilledDeclaration,
  station: FilledStation
): ReadonlyArray<NetworkProblem> => {
  const at = named("station", station.id)
  const route = (place: string, to: Route) => routeProblems(network, place, to)
  return [
    ...serverProblems(network, at, station.servers),
    ...perClassProblems(network, `${at}: service`, station.service, times),
    ...perClassProblems(network, `${at}: to`, station.to, route),
    ...perClassProblems(network, `${at}: priority`, station.priority, finite),
    ...perClassProblems(network, `${at}: rising`, station.rising, risingProblems),
    ...roomProblems(at, station),
    ...perClassProblems(network, `${at}: patience`, station.patience, (place, patience) => [
      ...times(`${place}.time`, patience.time),
      ...(patience.to === undefined ? [] : route(`${place}.to`, patience.to))
    ]),
    ...perClassProblems(network, `${at}: balking`, station.balking, (place, balking) => [
      ...balkingProblems(place, balking),
      ...(balking.to === undefined ? [] : route(`${place}.to`, balking.to))
    ]),
    ...(station.vacation === undefined
      ? []
      : positiveTimes(`${at}: vacation.time`, station.vacation.time))
  ]
}

const serverProblems = (
  network: FilledDeclaration,
  at: string,
  servers: Servers
): ReadonlyArray<NetworkProblem> => {
  if (servers === "infinite") return []
  if (typeof servers === "number") return count(`${at}: servers`, servers, 1, CROWD_MAX)
  return servers.kind === "schedule"
    ? scheduleProblems(network, `${at}: servers`, servers)
    : skillProblems(network, at, servers)
}

const scheduleProblems = (
  network: FilledDeclaration,
  at: string,
  { shifts, period, atEnd }: ScheduledServers
): ReadonlyArray<NetworkProblem> => {
  const counts = shifts.flatMap(({ servers }, index) =>
    count(`${at}.shifts[${index}].servers`, servers, 0, CROWD_MAX)
  )
  return [
    ...stepProblems(`${at}.shifts`, shifts, period),
    ...counts,
    ...(counts.length === 0 && shifts.length > 0 && shifts.every(({ servers }) => servers === 0)
      ? [make("NeverOnDuty", at, 0, "at least 1 in some shift")]
      : []),
    ...(atEnd.kind === "elsewhere" ? elsewhereProblems(network, at, atEnd.station) : [])
  ]
}

const elsewhereProblems = (
  network: FilledDeclaration,
  at: string,
  id: string
): ReadonlyArray<NetworkProblem> => {
  const place = `${at}.atEnd.station`
  const target = network.stations.find((station) => station.id === id)
  if (target === undefined) return stationProblem(network, place, id)
  if (at.startsWith(`${named("station", id)}: `)) {
    return [make("NotTogether", place, "elsewhere and the station itself", "another station")]
  }
  return target.whenFull === "block"
    ? [
        make(
          "NotTogether",
          place,
          `elsewhere and station "${id}", which blocks when full`,
          "a station with room for all, or one that loses who finds no room"
        )
      ]
    : []
}

const skillProblems = (
  network: FilledDeclaration,
  at: string,
  { groups }: SkilledServers
): ReadonlyArray<NetworkProblem> => [
  ...notEmpty(`${at}: servers.groups`, groups, "group"),
  ...names(
    `${at}: group`,
    groups.map(({ name }) => name)
  ),
  ...groups.flatMap((group) =>
    groupProblems(network, `${at}: ${named("group", group.name)}`, group)
  )
]

const groupProblems = (
  network: FilledDeclaration,
  at: string,
  { servers, serves, service }: SkillGroup
): ReadonlyArray<NetworkProblem> => [
  ...count(`${at}.servers`, servers, 1, CROWD_MAX),
  ...notEmpty(`${at}.serves`, serves, "class"),
  ...serves.flatMap((id, index) => classProblem(network, `${at}.serves[${index}]`, id)),
  ...perClassProblems(network, `${at}.service`, service, times)
]

const roomProblems = (at: string, station: FilledStation): ReadonlyArray<NetworkProblem> => {
  const { room } = station
  if (room === undefined) return []
  const problems = count(`${at}: room`, room, 1)
  const servers = serverCountMax(station)
  return problems.length > 0 || !(room < servers)
    ? problems
    : [make("RoomBelowServers", `${at}: room`, room, `at least the servers, ${servers}`)]
}

/** Most servers that can ever be on duty; infinite for as many as are needed. */
export const serverCountMax = ({ servers }: FilledStation): number => {
  if (servers === "infinite") return Number.POSITIVE_INFINITY
  if (typeof servers === "number") return servers
  return servers.kind === "schedule"
    ? servers.shifts.reduce((most, shift) => Math.max(most, shift.servers), 0)
    : servers.groups.reduce((sum, group) => sum + group.servers, 0)
}

const risingProblems = (at: string, rising: Rising): ReadonlyArray<NetworkProblem> => {
  if (rising.kind === "accumulating") return from0(`${at}.rate`, rising.rate)
  const { steps } = rising
  return [
    ...notEmpty(`${at}.steps`, steps, "step"),
    ...steps.flatMap(({ after, priority }, index) => {
      const place = `${at}.steps[${index}]`
      const before = steps[index - 1]?.after
      return [
        ...(before !== undefined && after <= before
          ? [make("OutOfOrder", `${place}.after`, after, `after ${before}`)]
          : from0(`${place}.after`, after)),
        ...finite(`${place}.priority`, priority)
      ]
    })
  ]
}

const balkingProblems = (at: string, balking: Balking): ReadonlyArray<NetworkProblem> => {
  switch (balking.kind) {
    case "length":
      return count(`${at}.fromQueue`, balking.fromQueue, 0)
    case "chances":
      return [
        ...notEmpty(`${at}.balk`, balking.balk, "chance"),
        ...balking.balk.flatMap((value, index) => chance(`${at}.balk[${index}]`, value))
      ]
    case "function":
      return []
  }
}
