/**
 * Fields of a station that leave each other no meaning. Nothing that is declared is ever ignored:
 * what the engine does not do exactly is refused here.
 */
import { make, type NetworkProblem } from "../NetworkProblem.ts"
import { type FilledDeclaration, type FilledStation, ofClass, valuesOf } from "./networkFilled.ts"
import { mayHaveDeadline, SUM_TOLERANCE, type Ways } from "./networkWays.ts"

/** The problems of what a station combines; `classes` come to it. */
export const combinationProblems = (
  network: FilledDeclaration,
  station: FilledStation,
  classes: ReadonlyArray<string>
): ReadonlyArray<NetworkProblem> => {
  const found = [
    ...withoutQueue(station),
    ...ofServers(station),
    ...ofAccumulating(network, station, classes),
    ...ofPreemption(network, station, classes)
  ]
  return found.map(([pair, expected]) =>
    make("NotTogether", `station "${station.id}"`, pair, expected)
  )
}

/** What does not go together, and what would be right. */
type Clash = readonly [string, string]

/** Where all are served at once nobody waits, so nothing that is about waiting has a meaning. */
const withoutQueue = (station: FilledStation): ReadonlyArray<Clash> => {
  const who =
    station.discipline === "sharing"
      ? "sharing"
      : station.servers === "infinite"
        ? "infinitely many servers"
        : undefined
  if (who === undefined) return []
  const { servers } = station
  const byQueue = valuesOf(station.balking).some(({ kind }) => kind !== "function")
  const given: ReadonlyArray<readonly [boolean, string]> = [
    [station.discipline !== "first-come" && who !== "sharing", `"${station.discipline}"`],
    [station.preemption !== "none", "pre-emption"],
    [station.priority !== undefined, "priority"],
    [station.rising !== undefined, "rising priority"],
    [station.patience !== undefined, "patience"],
    [byQueue, "balking by the queue"],
    [station.vacation !== undefined, "vacations"],
    [who !== "sharing" && station.room !== undefined, "room"],
    [typeof servers === "object" && servers.kind === "skills", "skills"],
    [typeof servers === "object" && servers.kind === "schedule", "a schedule"],
    [servers === "infinite" && who === "sharing", "infinitely many servers"]
  ]
  return given
    .filter(([isGiven]) => isGiven)
    .map(([, field]) => [`${who} and ${field}`, `${who} alone: nobody waits`] as const)
}

const ofServers = (station: FilledStation): ReadonlyArray<Clash> => {
  const { servers } = station
  if (typeof servers !== "object") return []
  if (servers.kind === "schedule") {
    return station.vacation === undefined
      ? []
      : [["a schedule and vacations", "one of them: a schedule can hold the vacations"]]
  }
  const ownService = servers.groups.some(({ service }) => service !== undefined)
  return station.discipline === "shortest" && ownService
    ? [["shortest first and services by group", "one service time for all groups"]]
    : []
}

/** Priority that accumulates is the whole order of its queue. */
const ofAccumulating = (
  network: FilledDeclaration,
  station: FilledStation,
  classes: ReadonlyArray<string>
): ReadonlyArray<Clash> => {
  const rising = valuesOf(station.rising)
  if (!rising.some(({ kind }) => kind === "accumulating")) return []
  const raises = classes.some((id) => mayHaveDeadline(network, id, "raise"))
  const missing = classes.filter((id) => ofClass(station.rising, id) === undefined)
  const given: ReadonlyArray<readonly [boolean, string, string]> = [
    [rising.some(({ kind }) => kind === "steps"), "steps", "one kind for all classes"],
    [station.preemption !== "none", "pre-emption", "no pre-emption"],
    [station.priority !== undefined, "priority", "a rate for each class"],
    [
      station.discipline !== "first-come",
      `"${station.discipline}"`,
      '"first-come": among equals the first'
    ],
    [raises, "a deadline that raises priority", "deadlines that note or leave"],
    [missing.length > 0, `nothing for class "${missing[0]}"`, "a rate for each class that comes"]
  ]
  return given
    .filter(([isGiven]) => isGiven)
    .map(([, field, expected]) => [`accumulating priority and ${field}`, expected] as const)
}

/** Pre-emption by priority needs two priorities; the last come and the shortest pre-empt equals too. */
const ofPreemption = (
  network: FilledDeclaration,
  station: FilledStation,
  classes: ReadonlyArray<string>
): ReadonlyArray<Clash> => {
  const { discipline, preemption } = station
  if (preemption === "none" || classes.length === 0) return []
  if (discipline === "last-come" || discipline === "shortest") return []
  const priorities = new Set(classes.flatMap((id) => prioritiesOf(network, station, id)))
  return priorities.size > 1
    ? []
    : [[`pre-emption and the single priority ${[...priorities][0]}`, "at least 2 priorities"]]
}

/** Every priority that a customer of a class can have at a station. */
const prioritiesOf = (
  network: FilledDeclaration,
  station: FilledStation,
  classId: string
): ReadonlyArray<number> => {
  const own = network.classes.find(({ id }) => id === classId)
  const rising = ofClass(station.rising, classId)
  // A raise stays with a customer who has become one of another class since.
  const raised = network.classes.flatMap(({ deadline }) =>
    deadline?.overdue.kind === "raise" ? [deadline.overdue.priority] : []
  )
  return [
    ofClass(station.priority, classId) ?? own?.priority ?? 0,
    ...(rising?.kind === "steps" ? rising.steps.map(({ priority }) => priority) : []),
    ...raised
  ]
}

/** The problems of what comes to a station: nothing said for it, nobody for it, or no way on. */
export const comingProblems = (
  station: FilledStation,
  classes: ReadonlyArray<string>,
  leaves: (classId: string) => boolean
): ReadonlyArray<NetworkProblem> => {
  const at = `station "${station.id}"`
  if (classes.length === 0) {
    return [make("Unreachable", at, "nobody", "named by a route that somebody takes")]
  }
  const missing = (field: "service" | "to" | "priority"): ReadonlyArray<NetworkProblem> =>
    classes
      .filter((id) => station[field] !== undefined && ofClass(station[field], id) === undefined)
      .map((id) =>
        make("ClassMissing", `${at}: ${field}`, `class "${id}"`, "a value for it, or otherwise")
      )
  const { servers } = station
  const unserved =
    typeof servers === "object" && servers.kind === "skills"
      ? classes.filter((id) => !servers.groups.some((group) => group.serves.includes(id)))
      : []
  return [
    ...missing("service"),
    ...missing("to"),
    ...missing("priority"),
    ...unserved.map((id) =>
      make("NobodyServes", `${at}: servers`, `class "${id}"`, "a class of some group")
    ),
    ...classes
      .filter((id) => !leaves(id))
      .map((id) => make("NoWayOut", `${at}: to`, `class "${id}"`, WAY_OUT))
  ]
}

/** What probabilities leave of 1 can be rounding: less than this is no way out. */
const WAY_OUT = `a route that leaves in the end (what probabilities leave of 1 counts from ${SUM_TOLERANCE} on)`

/** Everything about the ways through a network, station by station. */
export const wayProblems = (
  network: FilledDeclaration,
  ways: Ways
): ReadonlyArray<NetworkProblem> =>
  network.stations.flatMap((station, index) => {
    const classes = network.classes.map(({ id }) => id).filter((id) => ways.comes(index, id))
    return [
      ...combinationProblems(network, station, classes),
      ...comingProblems(station, classes, (id) => ways.leaves(index, id))
    ]
  })
