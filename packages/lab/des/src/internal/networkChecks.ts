/**
 * Everything that can be wrong with a declared network: first its shape, then each class, source and
 * station by itself, then the ways through it.
 */
import type { CustomerClass, Declaration } from "../Network.ts"
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import { wayProblems } from "./networkCombinations.ts"
import { type FilledDeclaration, filled } from "./networkFilled.ts"
import { notEmpty } from "./networkRouteChecks.ts"
import { declarationShapeProblems, isDeclaration } from "./networkShape.ts"
import { sourceProblems } from "./networkSourceChecks.ts"
import { serverCountMax, stationProblems } from "./networkStationChecks.ts"
import { waysOf } from "./networkWays.ts"
import { CROWD_MAX, finite, heading, named, names, times } from "./networkWords.ts"

/** What is wrong with data that should be a declaration; an empty list if nothing is. */
export const networkProblems = (data: unknown): ReadonlyArray<NetworkProblem> => {
  if (!isDeclaration(data)) return declarationShapeProblems(data)
  const network = filled(data)
  const single = [
    ...heading("name", data.name, NAME_MAX),
    ...heading("timeUnit", data.timeUnit, UNIT_MAX),
    ...listProblems(network),
    ...network.classes.flatMap(classProblems),
    ...network.sources.flatMap((source) => sourceProblems(network, source)),
    ...network.stations.flatMap((station) => stationProblems(network, station)),
    ...leftOver(data),
    ...crowdProblems(network)
  ]
  // Ways can be followed only where every name leads somewhere and every chance is one.
  const isBroken = single.some(({ code }) => breaking.has(code))
  return isBroken ? single : [...single, ...wayProblems(network, waysOf(network))]
}

/** Most characters of what stands in headings: a line of a terminal, and a cell of a table. */
const [NAME_MAX, UNIT_MAX] = [200, 60]

const breaking: ReadonlySet<NetworkProblem["code"]> = new Set([
  "BadName",
  "DoubledName",
  "UnknownName",
  "NoSource",
  "NoStation",
  "BadProbability",
  "BadSum",
  "BadLength"
])

const listProblems = (network: FilledDeclaration): ReadonlyArray<NetworkProblem> => {
  const ids = (list: ReadonlyArray<{ readonly id: string }>) => list.map(({ id }) => id)
  return [
    ...notEmpty("classes", network.classes, "class"),
    ...(network.sources.length > 0 ? [] : [make("NoSource", "sources", 0, "at least 1")]),
    ...(network.stations.length > 0 ? [] : [make("NoStation", "stations", 0, "at least 1")]),
    ...names("class", ids(network.classes)),
    ...names("source", ids(network.sources)),
    ...names("station", ids(network.stations))
  ]
}

/**
 * Most servers and members of populations of a network together.
 *
 * @source none: as `CROWD_MAX`, with some events for each
 */
const CROWDS_MAX = 4 * CROWD_MAX

/** The problem of more servers, or members, than memory holds; infinitely many take none. */
const crowdProblems = ({ sources, stations }: FilledDeclaration): ReadonlyArray<NetworkProblem> => {
  const sumOf = (counts: ReadonlyArray<number>): number =>
    counts.reduce((sum, value) => sum + (Number.isFinite(value) ? value : 0), 0)
  const members = sources.map(({ arrivals }) =>
    arrivals.kind === "population" ? arrivals.size : 0
  )
  return [
    { at: "stations", found: sumOf(stations.map(serverCountMax)), what: "servers" },
    { at: "sources", found: sumOf(members), what: "members" }
  ].flatMap(({ at, found, what }) =>
    found > CROWDS_MAX
      ? [make("BadNumber", at, found, `at most ${CROWDS_MAX} ${what} together`)]
      : []
  )
}

const classProblems = ({
  id,
  priority,
  deadline
}: CustomerClass): ReadonlyArray<NetworkProblem> => {
  const at = named("class", id)
  return [
    ...finite(`${at}: priority`, priority ?? 0),
    ...(deadline === undefined ? [] : times(`${at}: deadline.time`, deadline.time)),
    ...(deadline?.overdue.kind === "raise"
      ? finite(`${at}: deadline.overdue.priority`, deadline.overdue.priority)
      : [])
  ]
}

/** What was declared beside something that leaves it no meaning, before defaults hide it. */
const leftOver = ({ classes, sources, stations }: Declaration): ReadonlyArray<NetworkProblem> => [
  ...sources.flatMap(({ id, arrivals, class: one }) =>
    arrivals.kind === "given" &&
    arrivals.classes !== undefined &&
    one !== undefined &&
    one !== (classes?.[0]?.id ?? "customer")
      ? [make("NotTogether", named("source", id), "class and arrivals.classes", "one of them")]
      : []
  ),
  ...stations.flatMap(({ id, room, whenFull }) =>
    whenFull === "block" && room === undefined
      ? [make("NotTogether", named("station", id), "blocking and unlimited room", "a room")]
      : []
  )
]
