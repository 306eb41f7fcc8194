/**
 * Plans the changes of single places: move, rename, re-parent, open, close, recount, duties.
 */
import type { Close, Open, Recount, Rename, Reparent, Resize, SetDuties } from "../MapChange.ts"
import * as MapProblem from "../MapProblem.ts"
import {
  type Draft,
  drafted,
  dutyProblems,
  emptyProblems,
  freshIdProblems,
  type GridId,
  householdProblems,
  levelProblems,
  movesInto,
  openNode,
  openNodes,
  refused,
  repeatProblems,
  sourceReads,
  territoryProblems
} from "./changeDraft.ts"
import * as lookup from "./mapLookup.ts"
import type { MapNode, TerritoryMap } from "./mapShape.ts"

export const resizeDraft = (map: TerritoryMap, change: Resize): Draft => {
  const problems = [...repeatProblems(change.memberIds)]
  const to = openNode(map, change.toId, problems)
  const members = openNodes(map, change.memberIds, problems)
  if (members.length === 0) problems.push(MapProblem.make("NoMembers", change.toId, 0, ">= 1"))
  if (to === undefined || problems.length > 0) return refused(problems)
  const level = lookup.levelIndexOf(map, to.levelId) + 1
  problems.push(...members.flatMap((member) => memberProblems(map, member, level)))
  const moved = movesInto(map, members, to)
  for (const { id, fromId } of moved) {
    if (fromId === to.id) problems.push(MapProblem.make("NothingChanges", id, fromId, to.id))
  }
  if (problems.length === 0) problems.push(...emptyProblems(map, moved))
  return problems.length > 0
    ? refused(problems)
    : drafted({ moved, reads: [...sourceReads(moved), { id: to.id, withContent: false }] })
}

export const reparentDraft = (map: TerritoryMap, change: Reparent): Draft => {
  const problems: Array<MapProblem.MapProblem> = []
  const node = openNode(map, change.nodeId, problems)
  const parent = openNode(map, change.parentId, problems)
  if (node === undefined || parent === undefined) return refused(problems)
  problems.push(
    ...rootProblems(map, node),
    ...territoryProblems(node),
    ...territoryProblems(parent)
  )
  if (isInside(map, parent, node.id)) {
    problems.push(MapProblem.make("WouldCycle", node.id, parent.id, "-"))
  }
  if (problems.length > 0) return refused(problems)
  const moved = movesInto(map, [node], parent)
  problems.push(...levelProblems(map, parent, lookup.levelIndexOf(map, node.levelId) - 1))
  if (node.parentId === parent.id) {
    problems.push(MapProblem.make("NothingChanges", node.id, parent.id, parent.id))
  } else {
    problems.push(...emptyProblems(map, moved))
  }
  return problems.length > 0
    ? refused(problems)
    : drafted({ moved, reads: [...sourceReads(moved), { id: parent.id, withContent: false }] })
}

export const openDraft = (map: TerritoryMap, change: Open): Draft => {
  const problems = [
    ...freshIdProblems(map, change.nodeId),
    ...householdProblems(change.nodeId, change.households),
    ...dutyProblems(change.nodeId, change.duties),
    ...repeatProblems(change.memberIds)
  ]
  const members = openNodes(map, change.memberIds, problems)
  if (problems.length > 0) return refused(problems)
  const site = change.netId === "" ? territorySite(map, change) : netSite(map, change, members)
  const moved = movesInto(map, members, { id: change.nodeId, netId: change.netId })
  const found = [
    ...site.problems,
    ...members.flatMap((member) => memberProblems(map, member, site.level + 1)),
    ...emptyProblems(map, moved)
  ]
  const level = map.levels[site.level]
  if (found.length > 0 || level === undefined) return refused(found)
  const opened = {
    id: change.nodeId,
    levelId: level.id,
    netId: change.netId,
    parentId: change.parentId,
    name: change.name,
    households: change.households,
    duties: lookup.inOrder(change.duties),
    formerIds: []
  }
  const parentReads = change.parentId === "" ? [] : [{ id: change.parentId, withContent: false }]
  return drafted({ opened: [opened], moved, reads: [...sourceReads(moved), ...parentReads] })
}

/** The level at which a place would open, and what stands against it. */
interface Site {
  readonly level: number
  readonly problems: ReadonlyArray<MapProblem.MapProblem>
}

const territorySite = (map: TerritoryMap, change: Open): Site => {
  const problems: Array<MapProblem.MapProblem> = []
  const parent = openNode(map, change.parentId, problems)
  if (parent === undefined) return { level: -1, problems }
  const level = lookup.levelIndexOf(map, parent.levelId) + 1
  const below = map.levels[map.levels.length - 2]?.id ?? "-"
  if (level === map.levels.length) {
    problems.push(MapProblem.make("WrongLevel", parent.id, parent.levelId, below))
  }
  return { level, problems: [...territoryProblems(parent), ...problems] }
}

const netSite = (map: TerritoryMap, change: Open, members: ReadonlyArray<MapNode>): Site => {
  const id = change.nodeId
  const problems = [...dutyProblems(`${id}/netId`, [change.netId])]
  if (change.parentId !== "") {
    problems.push(MapProblem.make("WrongNet", change.parentId, "", change.netId))
  }
  if (change.households > 0) {
    problems.push(MapProblem.make("HouseholdsDoubled", id, change.households, 0))
  }
  const first = members[0]
  if (first === undefined) problems.push(MapProblem.make("NoMembers", id, 0, ">= 1"))
  const level = first === undefined ? -1 : lookup.levelIndexOf(map, first.levelId) - 1
  if (first !== undefined && level < 0) problems.push(...levelProblems(map, first, 1))
  return { level, problems }
}

export const closeDraft = (map: TerritoryMap, change: Close): Draft => {
  const problems: Array<MapProblem.MapProblem> = []
  const node = openNode(map, change.nodeId, problems)
  if (node === undefined) return refused(problems)
  const { memberIds } = lookup.contentOf(map, node.id)
  problems.push(...rootProblems(map, node))
  if (node.netId === "" && memberIds.length > 0) {
    problems.push(MapProblem.make("OrphansLeft", node.id, memberIds.length, 0))
  }
  if (node.households > 0) {
    problems.push(MapProblem.make("HouseholdsLost", node.id, node.households, 0))
  }
  if (problems.length > 0) return refused(problems)
  const leave = (id: GridId, grid: MapNode) => ({
    id,
    netId: grid.netId,
    fromId: grid.id,
    toId: "" as const
  })
  return drafted({
    moved: [
      ...(node.netId === "" ? [] : memberIds.map((id) => leave(id, node))),
      ...node.netGridIds.map((id) => leave(node.id, lookup.nodeOf(map, id)))
    ],
    closed: [{ id: node.id, heirId: "" }],
    reads: [{ id: node.id, withContent: true }]
  })
}

export const alterDraft = (map: TerritoryMap, change: Rename | Recount | SetDuties): Draft => {
  const problems: Array<MapProblem.MapProblem> = []
  const node = openNode(map, change.nodeId, problems)
  if (node === undefined) return refused(problems)
  const altered = {
    id: node.id,
    name: change.kind === "Rename" ? change.name : node.name,
    households: change.kind === "Recount" ? change.households : node.households,
    duties: change.kind === "SetDuties" ? lookup.inOrder(change.duties) : node.duties
  }
  problems.push(
    ...householdProblems(node.id, altered.households),
    ...dutyProblems(node.id, altered.duties)
  )
  if (node.netId !== "" && altered.households > 0) {
    problems.push(MapProblem.make("HouseholdsDoubled", node.id, altered.households, 0))
  }
  const isSame =
    altered.name.en === node.name.en &&
    altered.name.zh === node.name.zh &&
    altered.households === node.households &&
    altered.duties.join(" ") === node.duties.join(" ")
  if (isSame) problems.push(MapProblem.make("NothingChanges", node.id, change.kind, "-"))
  return problems.length > 0 ? refused(problems) : drafted({ altered: [altered] })
}

const rootProblems = (map: TerritoryMap, node: MapNode): ReadonlyArray<MapProblem.MapProblem> =>
  node.id === map.rootId ? [MapProblem.make("RootStays", node.id, node.id, "-")] : []

/** A place that moves must be of the territory and stand one level below where it goes. */
const memberProblems = (
  map: TerritoryMap,
  member: MapNode,
  level: number
): ReadonlyArray<MapProblem.MapProblem> => [
  ...territoryProblems(member),
  ...levelProblems(map, member, level)
]

/** Whether a place is another one or lies inside it. */
const isInside = (map: TerritoryMap, node: MapNode, id: GridId): boolean => {
  let at: MapNode | undefined = node
  while (at !== undefined && at.id !== id) at = lookup.find(map, at.parentId)
  return at !== undefined
}
