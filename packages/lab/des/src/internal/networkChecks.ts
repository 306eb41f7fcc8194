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
import { stationProblems } from "./networkStationChecks.ts"
import { waysOf } from "./networkWays.ts"
import { finite, names, times } from "./networkWords.ts"

/** What is wrong with data that should be a declaration; an empty list if nothing is. */
export const networkProblems = (data: unknown): ReadonlyArray<NetworkProblem> => {
  if (!isDeclaration(data)) return declarationShapeProblems(data)
  const network = filled(data)
  const single = [
    ...listProblems(network),
    ...network.classes.flatMap(classProblems),
    ...network.sources.flatMap((source) => sourceProblems(network, source)),
    ...network.stations.flatMap((station) => stationProblems(network, station)),
    ...leftOver(data)
  ]
  // Ways can be followed only where every name leads somewhere and every chance is one.
  const isBroken = single.some(({ code }) => breaking.has(code))
  return isBroken ? single : [...single, ...wayProblems(network, waysOf(network))]
}

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

const classProblems = ({
  id,
  priority,
  deadline
}: CustomerClass): ReadonlyArray<NetworkProblem> => {
  const at = `class "${id}"`
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
      ? [make("NotTogether", `source "${id}"`, "class and arrivals.classes", "one of them")]
      : []
  ),
  ...stations.flatMap(({ id, room, whenFull }) =>
    whenFull === "block" && room === undefined
      ? [make("NotTogether", `station "${id}"`, "blocking and unlimited room", "a room")]
      : []
  )
]
