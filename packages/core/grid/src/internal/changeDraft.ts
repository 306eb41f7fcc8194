/**
 * What planning one change comes to: the parts of its event and the places it relied on, or the
 * problems. The checks that every kind of change shares stand here too.
 */
import { Id, Seconds } from "@wangge/facts"
import type { Altered, Closed, Moved, Opened } from "../MapEvent.ts"
import * as MapProblem from "../MapProblem.ts"
import * as lookup from "./mapLookup.ts"
import type { MapNode, TerritoryMap } from "./mapShape.ts"

export type GridId = Id.Id<"Grid">

/** A place that a plan relied on; `withContent` if also on what is inside it. */
export interface Read {
  readonly id: GridId
  readonly withContent: boolean
}

/** The parts of an event; if there are problems, the rest is empty. */
export interface Draft {
  readonly problems: ReadonlyArray<MapProblem.MapProblem>
  readonly opened: ReadonlyArray<Opened>
  readonly moved: ReadonlyArray<Moved>
  readonly closed: ReadonlyArray<Closed>
  readonly altered: ReadonlyArray<Altered>
  readonly reads: ReadonlyArray<Read>
}

export const refused = (problems: ReadonlyArray<MapProblem.MapProblem>): Draft =>
  drafted({ problems })

export const drafted = (parts: Partial<Draft>): Draft => ({
  problems: parts.problems ?? [],
  opened: parts.opened ?? [],
  moved: parts.moved ?? [],
  closed: parts.closed ?? [],
  altered: parts.altered ?? [],
  reads: parts.reads ?? []
})

/** The record of an open place, or `undefined` and the problem in `problems`. */
export const openNode = (
  map: TerritoryMap,
  id: string,
  problems: Array<MapProblem.MapProblem>
): MapNode | undefined => {
  const node = lookup.find(map, id)
  if (node === undefined) {
    problems.push(MapProblem.make("UnknownNode", id, id, "TerritoryMap.nodes"))
    return undefined
  }
  if (node.closedSec === lookup.stillOpen) return node
  problems.push(
    MapProblem.make("ClosedNode", id, Seconds.toIsoInstant(node.closedSec), "TerritoryMap.isOpen")
  )
  return undefined
}

/** The records of open places, those that are not left out, with every problem. */
export const openNodes = (
  map: TerritoryMap,
  ids: ReadonlyArray<string>,
  problems: Array<MapProblem.MapProblem>
): ReadonlyArray<MapNode> =>
  ids.flatMap((id) => {
    const node = openNode(map, id, problems)
    return node === undefined ? [] : [node]
  })

/** Ids that stand more than once in a list. */
export const repeatProblems = (
  ids: ReadonlyArray<string>
): ReadonlyArray<MapProblem.MapProblem> => {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return Array.from(counts)
    .filter(([, count]) => count > 1)
    .map(([id, count]) => MapProblem.make("NamedTwice", id, count, 1))
}

/** A new id must never have been used. */
export const freshIdProblems = (
  map: TerritoryMap,
  id: string
): ReadonlyArray<MapProblem.MapProblem> => {
  if (!Id.isValid(id)) return [MapProblem.make("BadId", id, id, `0x21-0x7e, 1-${Id.lengthMax}`)]
  return lookup.find(map, id) === undefined ? [] : [MapProblem.make("IdUsed", id, id, "unused")]
}

/** A place must stand at a level, given by its index; −1 and the like are "no level". */
export const levelProblems = (
  map: TerritoryMap,
  node: MapNode,
  levelIndex: number
): ReadonlyArray<MapProblem.MapProblem> => {
  const expected = map.levels[levelIndex]?.id ?? "-"
  return node.levelId === expected
    ? []
    : [MapProblem.make("WrongLevel", node.id, node.levelId, expected)]
}

/** A place must belong to the territory. */
export const territoryProblems = (node: MapNode): ReadonlyArray<MapProblem.MapProblem> =>
  node.netId === "" ? [] : [MapProblem.make("WrongNet", node.id, node.netId, "")]

export const householdProblems = (
  id: string,
  households: number
): ReadonlyArray<MapProblem.MapProblem> =>
  Number.isSafeInteger(households) && households >= 0
    ? []
    : [MapProblem.make("BadHouseholds", id, households, ">= 0")]

export const dutyProblems = (
  id: string,
  duties: ReadonlyArray<string>
): ReadonlyArray<MapProblem.MapProblem> =>
  duties
    .filter((duty) => !Id.isValid(duty))
    .map((duty) => MapProblem.make("BadId", `${id}/duties`, duty, `0x21-0x7e, 1-${Id.lengthMax}`))

/** No grid that had something inside may be left with nothing; communities may (a village). */
export const emptyProblems = (
  map: TerritoryMap,
  moved: ReadonlyArray<Moved>
): ReadonlyArray<MapProblem.MapProblem> => {
  const counts = new Map<GridId, number>()
  for (const { fromId } of moved) {
    if (fromId !== "") counts.set(fromId, (counts.get(fromId) ?? 0) + 1)
  }
  const gridLevel = map.levels.findIndex((level) => level.role === "grid")
  return Array.from(counts).flatMap(([id, count]) => {
    const level = lookup.levelIndexOf(map, lookup.nodeOf(map, id).levelId)
    const isGrid = gridLevel >= 0 && level >= gridLevel
    const memberCount = lookup.contentOf(map, id).memberIds.length
    return isGrid && memberCount === count ? [MapProblem.make("EmptyLeft", id, 0, ">= 1")] : []
  })
}

/** The moves of places into a grid from wherever they are in its net. */
export const movesInto = (
  map: TerritoryMap,
  members: ReadonlyArray<MapNode>,
  to: { readonly id: GridId; readonly netId: string }
): ReadonlyArray<Moved> =>
  members.map((member) => ({
    id: member.id,
    netId: to.netId,
    fromId: lookup.containerOf(map, member, to.netId),
    toId: to.id
  }))

/** Everything that places were taken from, with its content, read once. */
export const sourceReads = (moved: ReadonlyArray<Moved>): ReadonlyArray<Read> =>
  Array.from(new Set(moved.map(({ fromId }) => fromId))).flatMap((id) =>
    id === "" ? [] : [{ id, withContent: true }]
  )
