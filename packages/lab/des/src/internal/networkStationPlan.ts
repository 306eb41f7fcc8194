/**
 * One station of a network as tables of numbers, by class where that matters.
 */
import type { Distribution } from "./distributionKinds.ts"
import { type FilledStation, ofClass } from "./networkFilled.ts"
import { BAG, BY_RANK_FROM_HEAD, BY_RANK_FROM_TAIL, HEAP } from "./networkLanes.ts"
import type { PlanLists } from "./networkPlan.ts"
import { compilePriority, type PriorityPlan } from "./networkPriorityPlan.ts"
import type { Route } from "./networkRoutes.ts"
import { compileServers, type ServersPlan } from "./networkServersPlan.ts"
import type { Balking, Discipline, Patience, Preemption } from "./networkStations.ts"

/** What an interrupted service becomes. */
export const PREEMPT_NONE = 0
export const PREEMPT_RESUME = 1
export const PREEMPT_RESTART = 2
export const PREEMPT_RESAMPLE = 3

/** More places than any run fills: a small whole number, which costs less to read than infinity. */
const UNLIMITED = 0x3fffffff

const preemptions: Readonly<Record<Preemption, number>> = {
  none: PREEMPT_NONE,
  resume: PREEMPT_RESUME,
  restart: PREEMPT_RESTART,
  resample: PREEMPT_RESAMPLE
}

const laneKindOf: Readonly<Record<Discipline, number>> = {
  "first-come": BY_RANK_FROM_TAIL,
  "last-come": BY_RANK_FROM_HEAD,
  shortest: HEAP,
  random: BAG,
  sharing: HEAP
}

/** How long someone waits, and the number of the route when giving up (-1 leave). */
export interface PatiencePlan {
  readonly time: Distribution
  readonly route: number
}

/** Who does not join, and the number of the route then (-1 leave). */
export interface BalkingPlan {
  readonly rule: Balking
  readonly route: number
}

/** A station. */
export interface StationPlan extends ServersPlan {
  readonly index: number
  /** Places. */
  readonly room: number
  readonly preemption: number
  readonly isBlocking: boolean
  /** Whether service times are drawn when joining. */
  readonly isByLength: boolean
  /** Whether anybody gives up, balks, or rises by steps. */
  readonly hasPatience: boolean
  readonly hasBalking: boolean
  readonly hasSteps: boolean
  /** Lanes: `firstLane + level * laneClasses`, plus the class if `laneClasses` is above 1. */
  readonly firstLane: number
  readonly laneClasses: number
  /** Number among the stations that can be come to again, -1 if it is none. */
  readonly repeat: number
  readonly priority: PriorityPlan
  readonly discipline: Discipline
  readonly vacation: Distribution | null
  readonly isVacationRepeated: boolean
  /** By class, null where it does not happen. */
  readonly patience: ReadonlyArray<PatiencePlan | null>
  readonly balking: ReadonlyArray<BalkingPlan | null>
  readonly id: string
}

/** The tables of a station; adds its groups, routes and lanes to the lists. */
export const compileStation = (
  station: FilledStation,
  repeat: number,
  lists: PlanLists
): StationPlan => {
  const { classIds } = lists
  const routeNumber = routeNumberer(lists)
  const servers = compileServers(station, lists)
  const priority = lists.priorities.of(compilePriority(station, lists))
  const laneClasses = servers.groupCount > 1 || priority.rates !== null ? classIds.length : 1
  const firstLane = lists.laneKinds.length
  for (let lane = 0; lane < priority.levelCount * laneClasses; lane++) {
    lists.laneKinds.push(laneKindOf[station.discipline])
  }
  lists.stationRoutes.push(...classIds.map((id) => routeNumber(ofClass(station.to, id))))
  const patience = classIds.map((id) => patienceOf(ofClass(station.patience, id), routeNumber))
  const balking = classIds.map((id) => balkingOf(ofClass(station.balking, id), routeNumber))
  const hasPatience = patience.some((one) => one !== null)
  const hasBalking = balking.some((one) => one !== null)
  return {
    ...servers,
    index: lists.stations.length,
    room: Math.min(station.room ?? UNLIMITED, UNLIMITED),
    preemption: preemptions[station.preemption],
    isBlocking: station.whenFull === "block" && station.room !== undefined,
    isByLength: station.discipline === "shortest",
    hasPatience,
    hasBalking,
    hasSteps: priority.steps.some((one) => one !== null),
    firstLane,
    laneClasses,
    repeat,
    priority,
    discipline: station.discipline,
    vacation: station.vacation?.time ?? null,
    isVacationRepeated: station.vacation?.kind === "multiple",
    patience: hasPatience ? patience : [],
    balking: hasBalking ? balking : [],
    id: station.id
  }
}

const patienceOf = (
  patience: Patience | undefined,
  routeNumber: (route: Route | undefined) => number
): PatiencePlan | null =>
  patience === undefined ? null : { time: patience.time, route: routeNumber(patience.to) }

const balkingOf = (
  rule: Balking | undefined,
  routeNumber: (route: Route | undefined) => number
): BalkingPlan | null => (rule === undefined ? null : { rule, route: routeNumber(rule.to) })

/** Numbers routes; the same one of a station gets the same number, and so the same turn. */
const routeNumberer = (lists: PlanLists): ((route: Route | undefined) => number) => {
  const known = new Map<Route, number>()
  return (route) => {
    if (route === undefined || route === "leave") return -1
    const number = known.get(route) ?? lists.routes.push(route) - 1
    known.set(route, number)
    return number
  }
}
