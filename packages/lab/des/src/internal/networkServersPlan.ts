/**
 * Who serves at a station, as tables: groups of servers, whom they serve and how long that takes,
 * and when how many of them are on duty.
 */
import type { Distribution } from "./distributionKinds.ts"
import { type FilledStation, ofClass } from "./networkFilled.ts"
import type { PlanLists } from "./networkPlan.ts"
import type { ScheduledServers } from "./networkStations.ts"

/** Who serves. */
export const BY_SERVERS = 0
export const BY_NOBODY = 1
export const BY_SHARE = 2

/** Changes of the number of servers on duty; only real ones. */
export interface SchedulePlan {
  readonly firstCount: number
  readonly froms: ReadonlyArray<number>
  readonly counts: ReadonlyArray<number>
  /** Infinite if the changes come once only. */
  readonly period: number
  readonly atEnd: "finish" | "resume" | "elsewhere"
  /** Where those in service go on, and whether with a new service. */
  readonly elsewhere: number
  readonly isFresh: boolean
}

/** Who serves at a station. */
export interface ServersPlan {
  /** By servers, by nobody in particular, or all at once by shares. */
  readonly service: number
  readonly firstGroup: number
  readonly groupCount: number
  readonly firstServer: number
  /** Servers, on duty or not; of a sharing station those who are shared. */
  readonly serverCount: number
  readonly schedule: SchedulePlan | null
}

/** The servers of a station, whose groups are added to the lists. */
export const compileServers = (station: FilledStation, lists: PlanLists): ServersPlan => {
  const { servers } = station
  const { classIds } = lists
  const firstServer = lists.serverCount
  const firstGroup = lists.groups.length
  const service = classIds.map((id) => ofClass(station.service, id) ?? null)
  const isShared = station.discipline === "sharing"
  if (typeof servers === "object" && servers.kind === "skills") {
    for (const group of servers.groups) {
      addGroup(lists, {
        serverCount: group.servers,
        serves: classIds.map((id) => group.serves.includes(id)),
        service: classIds.map((id, at) => ofClass(group.service, id) ?? service[at] ?? null)
      })
    }
  } else {
    const serverCount = isShared ? 0 : ownCount(servers)
    addGroup(lists, { serverCount, serves: classIds.map(() => true), service })
  }
  return {
    service: isShared ? BY_SHARE : servers === "infinite" ? BY_NOBODY : BY_SERVERS,
    firstGroup,
    groupCount: lists.groups.length - firstGroup,
    firstServer,
    serverCount: isShared ? ownCount(servers) : lists.serverCount - firstServer,
    schedule:
      typeof servers === "object" && servers.kind === "schedule"
        ? compileSchedule(servers, lists.stationIds)
        : null
  }
}

/** Adds a group of the station that is being compiled. Equal service times are kept once. */
const addGroup = (
  lists: PlanLists,
  group: {
    readonly serverCount: number
    readonly serves: ReadonlyArray<boolean>
    readonly service: ReadonlyArray<Distribution | null>
  }
): void => {
  const { serverCount } = group
  const station = lists.stations.length
  lists.groups.push({ station, firstServer: lists.serverCount, serverCount })
  lists.serves.push(...group.serves.map((one) => (one ? 1 : 0)))
  lists.services.push(...group.service.map((one) => one && lists.distributions.of(one)))
  lists.serverCount += serverCount
}

/** Servers that a station without skills ever has on duty. */
const ownCount = (servers: FilledStation["servers"]): number => {
  if (typeof servers === "number") return servers
  if (servers === "infinite" || servers.kind === "skills") return 0
  return Math.max(...servers.shifts.map((shift) => shift.servers))
}

const compileSchedule = (
  { shifts, period, atEnd }: ScheduledServers,
  stationIds: ReadonlyArray<string>
): SchedulePlan => {
  const isChange = shifts.map((shift, index) => {
    const previous = index > 0 ? shifts[index - 1] : period === undefined ? shift : shifts.at(-1)
    return previous?.servers !== shift.servers
  })
  const changes = shifts.filter((_, index) => isChange[index])
  return {
    firstCount: shifts[0]?.servers ?? 0,
    froms: changes.map(({ from }) => from),
    counts: changes.map(({ servers }) => servers),
    period: period ?? Number.POSITIVE_INFINITY,
    atEnd: atEnd.kind,
    elsewhere: atEnd.kind === "elsewhere" ? stationIds.indexOf(atEnd.station) : -1,
    isFresh: atEnd.kind === "elsewhere" && atEnd.work === "fresh"
  }
}
