/**
 * How an event changes a territory map: the inside of `TerritoryMap.evolve`. A draft is a fresh
 * copy of a record that nobody else holds yet, so its fields may be set.
 */
import type { Id } from "@wangge/facts"
import type { MapEvent, Moved, Opened } from "../MapEvent.ts"
import * as lookup from "./mapLookup.ts"
import type { Content, MapNode, TerritoryMap } from "./mapShape.ts"
import * as persistentMap from "./persistentMap.ts"

type GridId = Id.Id<"Grid">

type NodeDraft = { -readonly [Field in keyof MapNode]: MapNode[Field] }

/** What came into a place and what left it. */
interface Shift {
  readonly inIds: Set<GridId>
  readonly outIds: Set<GridId>
}

/** The event at work: records being written, members that come and go, places to count anew. */
interface Work {
  readonly before: TerritoryMap
  readonly event: MapEvent
  readonly drafts: Map<string, NodeDraft>
  readonly shifts: Map<string, Shift>
  readonly recounted: Set<GridId>
}

export const applyEvent = (before: TerritoryMap, event: MapEvent): TerritoryMap => {
  const work: Work = {
    before,
    event,
    drafts: new Map(),
    shifts: new Map(),
    recounted: new Set()
  }
  event.opened.forEach((opened) => {
    open(work, opened)
  })
  event.altered.forEach(({ id, name, households, duties }) => {
    const draft = draftOf(work, id)
    if (draft.households !== households) work.recounted.add(id)
    draft.name = name
    draft.households = households
    draft.duties = duties
  })
  event.moved.forEach((moved) => {
    move(work, moved)
  })
  event.closed.forEach(({ id, heirId }) => {
    const draft = draftOf(work, id)
    if (draft.netId === "" && draft.parentId !== "") shiftOf(work, draft.parentId).outIds.add(id)
    draft.households = 0
    draft.closedSec = event.atSec
    draft.heirId = heirId
  })
  const nodes = writtenNodes(work)
  return {
    levels: before.levels,
    personsPerHousehold: before.personsPerHousehold,
    rootId: before.rootId,
    startedSec: before.startedSec,
    nodes,
    contents: writtenContents(work, nodes)
  }
}

const open = (work: Work, opened: Opened): void => {
  if (lookup.find(work.before, opened.id) !== undefined) throw broken(work.event, opened.id)
  work.drafts.set(opened.id, {
    id: opened.id,
    levelId: opened.levelId,
    netId: opened.netId,
    parentId: opened.parentId,
    netGridIds: [],
    name: opened.name,
    households: opened.households,
    duties: opened.duties,
    formerIds: opened.formerIds,
    rank: lookup.lateRank,
    openedSec: work.event.atSec,
    closedSec: lookup.stillOpen,
    heirId: "",
    version: 0,
    changedSec: work.event.atSec
  })
  if (opened.parentId !== "") shiftOf(work, opened.parentId).inIds.add(opened.id)
}

const move = (work: Work, { id, netId, fromId, toId }: Moved): void => {
  const draft = draftOf(work, id)
  if (netId === "" && toId !== "") draft.parentId = toId
  if (netId !== "") {
    const others = draft.netGridIds.filter((other) => other !== fromId)
    draft.netGridIds = toId === "" ? others : lookup.inOrder([...others, toId])
  }
  if (fromId !== "") shiftOf(work, fromId).outIds.add(id)
  if (toId !== "") shiftOf(work, toId).inIds.add(id)
}

const draftOf = (work: Work, id: GridId): NodeDraft => {
  const draft = work.drafts.get(id)
  if (draft !== undefined) return draft
  const node = lookup.find(work.before, id)
  if (node === undefined || node.closedSec !== lookup.stillOpen) throw broken(work.event, id)
  const copy = copyOf(node)
  work.drafts.set(id, copy)
  return copy
}

const copyOf = (node: MapNode): NodeDraft => ({
  id: node.id,
  levelId: node.levelId,
  netId: node.netId,
  parentId: node.parentId,
  netGridIds: node.netGridIds,
  name: node.name,
  households: node.households,
  duties: node.duties,
  formerIds: node.formerIds,
  rank: node.rank,
  openedSec: node.openedSec,
  closedSec: node.closedSec,
  heirId: node.heirId,
  version: node.version,
  changedSec: node.changedSec
})

const shiftOf = (work: Work, id: GridId): Shift => {
  const shift = work.shifts.get(id) ?? { inIds: new Set(), outIds: new Set() }
  work.shifts.set(id, shift)
  return shift
}

const writtenNodes = (work: Work): TerritoryMap["nodes"] => {
  const { event, drafts } = work
  if (event.versions.length !== drafts.size) throw broken(event, "versions")
  return event.versions.reduce((nodes, { id, version }) => {
    const draft = drafts.get(id)
    const isNext = draft?.version === version - 1 && draft.changedSec <= event.atSec
    if (draft === undefined || !isNext) throw broken(event, id)
    draft.version = version
    draft.changedSec = event.atSec
    return persistentMap.set<MapNode>(nodes, id, draft)
  }, work.before.nodes)
}

const writtenContents = (work: Work, nodes: TerritoryMap["nodes"]): TerritoryMap["contents"] => {
  const sized = new Set<string>(work.shifts.keys())
  for (const id of [...work.shifts.keys(), ...work.recounted]) {
    addAbove(nodes, id, sized)
  }
  let contents = work.before.contents
  for (const id of sized) {
    const content = lookup.contentOf(work.before, id)
    const changed: Content = {
      memberIds: membersAfter(nodes, content.memberIds, work.shifts.get(id)),
      version: content.version + 1,
      changedSec: Math.max(content.changedSec, work.event.atSec)
    }
    contents = persistentMap.set(contents, id, changed)
  }
  return contents
}

/** Adds every place around a place, and every grid of another net over it or over one of them. */
const addAbove = (nodes: TerritoryMap["nodes"], id: string, into: Set<string>): void => {
  for (let at = persistentMap.get(nodes, id); at !== undefined; ) {
    for (const netGridId of at.netGridIds) into.add(netGridId)
    if (at.parentId !== "") into.add(at.parentId)
    at = at.parentId === "" ? undefined : persistentMap.get(nodes, at.parentId)
  }
}

const membersAfter = (
  nodes: TerritoryMap["nodes"],
  memberIds: ReadonlyArray<GridId>,
  shift: Shift | undefined
): ReadonlyArray<GridId> => {
  if (shift === undefined) return memberIds
  const rankOf = (id: GridId): number => persistentMap.get(nodes, id)?.rank ?? lookup.lateRank
  const stay = memberIds.filter((id) => !shift.outIds.has(id) || shift.inIds.has(id))
  const known = new Set(stay)
  const come = Array.from(shift.inIds).filter((id) => !known.has(id))
  if (come.length === 0) return stay
  return [...stay, ...come]
    .map((id) => ({ id, rank: rankOf(id) }))
    .sort(lookup.compare)
    .map(({ id }) => id)
}

const broken = (event: MapEvent, id: string): Error =>
  new Error(`The event ${event.cause} at ${event.atSec} does not follow the map at ${id}`)
