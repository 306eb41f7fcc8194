/**
 * A network as tables of numbers: what the engine reads while it runs. Classes, stations, sources
 * and routes are numbered in order of declaration; servers and groups through all stations.
 */
import type { Network } from "../Network.ts"
import type { Distribution } from "./distributionKinds.ts"
import { EqualOnce } from "./equalOnce.ts"
import type { FilledDeclaration } from "./networkFilled.ts"
import type { PriorityPlan } from "./networkPriorityPlan.ts"
import { repeatsOf } from "./networkRepeats.ts"
import type { Route } from "./networkRoutes.ts"
import { compileStation, type StationPlan } from "./networkStationPlan.ts"

/** What happens at a deadline. */
export const DUE_NOTE = 0
export const DUE_RAISE = 1
export const DUE_LEAVE = 2

/** Stands for a station or class that has to be chosen each time. */
export const CHOOSE = -2

/** A class. */
export interface ClassPlan {
  readonly priority: number
  /** Time to the deadline; null if there is none. */
  readonly deadline: Distribution | null
  readonly due: number
  /** Place of the priority that the deadline raises to among all such priorities, -1 if none. */
  readonly raise: number
}

/** Servers of one kind at one station. */
export interface GroupPlan {
  readonly station: number
  readonly firstServer: number
  readonly serverCount: number
}

/** Lists that grow while stations are compiled. */
export interface PlanLists {
  readonly classIds: ReadonlyArray<string>
  readonly stationIds: ReadonlyArray<string>
  readonly classes: ReadonlyArray<ClassPlan>
  /** Priorities that deadlines raise to. */
  readonly raises: ReadonlyArray<number>
  readonly stations: Array<StationPlan>
  readonly groups: Array<GroupPlan>
  readonly serves: Array<number>
  readonly services: Array<Distribution | null>
  readonly routes: Array<Route>
  readonly stationRoutes: Array<number>
  /** By lane how it is kept: see networkLanes.ts. */
  readonly laneKinds: Array<number>
  readonly distributions: EqualOnce<Distribution>
  readonly priorities: EqualOnce<PriorityPlan>
  serverCount: number
}

/** A compiled network. */
export interface NetworkPlan {
  readonly declaration: FilledDeclaration
  readonly classIds: ReadonlyArray<string>
  readonly stationIds: ReadonlyArray<string>
  readonly classes: ReadonlyArray<ClassPlan>
  /** Priorities that deadlines raise to. */
  readonly raises: ReadonlyArray<number>
  readonly stations: ReadonlyArray<StationPlan>
  readonly groups: ReadonlyArray<GroupPlan>
  /** By group and class: whether it may serve (1) or not (0), and how long that takes. */
  readonly serves: Uint8Array
  readonly services: ReadonlyArray<Distribution | null>
  readonly routes: ReadonlyArray<Route>
  /** By station and class the route after service, -1 to leave. */
  readonly stationRoutes: Int32Array
  /** By route the station if it is always the same, -1 to leave; else {@link CHOOSE}. */
  readonly targets: Int32Array
  /** By source its route, and the class if it is always the same, else {@link CHOOSE}. */
  readonly sourceRoutes: Int32Array
  readonly sourceClasses: Int32Array
  /** By source whether its customers come with service times (1). */
  readonly hasServices: Uint8Array
  readonly laneKinds: Uint8Array
  readonly serverCount: number
  /** Stations that a customer can come to more than once. */
  readonly repeatCount: number
}

/** The tables of a network. Cost: stations times classes. */
export const compileNetwork = ({ declaration }: Network): NetworkPlan => {
  const raises = [
    ...new Set(
      declaration.classes.flatMap(({ deadline }) =>
        deadline?.overdue.kind === "raise" ? [deadline.overdue.priority] : []
      )
    )
  ]
  const lists: PlanLists = {
    classIds: declaration.classes.map(({ id }) => id),
    stationIds: declaration.stations.map(({ id }) => id),
    classes: declaration.classes.map((one) => compileClass(one, raises)),
    raises,
    stations: [],
    groups: [],
    serves: [],
    services: [],
    routes: [],
    stationRoutes: [],
    laneKinds: [],
    distributions: new EqualOnce(),
    priorities: new EqualOnce(),
    serverCount: 0
  }
  const repeats = repeatsOf(declaration)
  const numbers = new Map(repeats.map((station, number) => [station, number]))
  for (const [index, station] of declaration.stations.entries()) {
    lists.stations.push(compileStation(station, numbers.get(index) ?? -1, lists))
  }
  return planOf(declaration, lists, repeats.length)
}

const planOf = (
  declaration: FilledDeclaration,
  lists: PlanLists,
  repeatCount: number
): NetworkPlan => {
  const { sources } = declaration
  const sourceRoutes = Int32Array.from(sources, ({ to }) => lists.routes.push(to) - 1)
  return {
    declaration,
    classIds: lists.classIds,
    stationIds: lists.stationIds,
    classes: lists.classes,
    raises: lists.raises,
    stations: lists.stations,
    groups: lists.groups,
    serves: Uint8Array.from(lists.serves),
    services: lists.services,
    routes: lists.routes,
    stationRoutes: Int32Array.from(lists.stationRoutes),
    targets: Int32Array.from(lists.routes, (route) =>
      typeof route === "string" ? lists.stationIds.indexOf(route) : CHOOSE
    ),
    sourceRoutes,
    sourceClasses: Int32Array.from(sources, (source) => onlyClassOf(source, lists.classIds)),
    hasServices: Uint8Array.from(sources, ({ arrivals }) =>
      arrivals.kind === "given" && arrivals.services !== undefined ? 1 : 0
    ),
    laneKinds: Uint8Array.from(lists.laneKinds),
    serverCount: lists.serverCount,
    repeatCount
  }
}

const onlyClassOf = (
  { arrivals, class: classes }: FilledDeclaration["sources"][number],
  classIds: ReadonlyArray<string>
): number => {
  const isGiven = arrivals.kind === "given" && arrivals.classes !== undefined
  return isGiven || typeof classes !== "string" ? CHOOSE : classIds.indexOf(classes)
}

const compileClass = (
  { priority, deadline }: FilledDeclaration["classes"][number],
  raises: ReadonlyArray<number>
): ClassPlan => {
  const overdue = deadline?.overdue
  return {
    priority,
    deadline: deadline?.time ?? null,
    due: overdue?.kind === "raise" ? DUE_RAISE : overdue?.kind === "leave" ? DUE_LEAVE : DUE_NOTE,
    raise: overdue?.kind === "raise" ? raises.indexOf(overdue.priority) : -1
  }
}
