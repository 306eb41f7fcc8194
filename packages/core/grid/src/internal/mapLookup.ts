/**
 * Questions about one state of a territory map that planning, evolving and remembering all ask.
 */
import type { Id } from "@wangge/facts"
import * as GridTree from "../GridTree.ts"
import type { Content, MapNode, TerritoryMap } from "./mapShape.ts"
import * as persistentMap from "./persistentMap.ts"

/** The `closedSec` of an open place. */
export const stillOpen = Number.MAX_SAFE_INTEGER

/** The `rank` of a place that opened after the start: behind all rows of the first tree. */
export const lateRank = Number.MAX_SAFE_INTEGER

type GridId = Id.Id<"Grid">

export const find = (map: TerritoryMap, id: string): MapNode | undefined =>
  persistentMap.get(map.nodes, id)

/** The record of a place that must exist; throws an `Error` if the map contradicts itself. */
export const nodeOf = (map: TerritoryMap, id: string): MapNode => {
  const node = find(map, id)
  if (node === undefined) throw new Error(`The map has no place ${id}`)
  return node
}

export const contentOf = (map: TerritoryMap, id: string): Content =>
  persistentMap.get(map.contents, id) ?? {
    memberIds: [],
    version: 0,
    changedSec: map.startedSec
  }

/** Households of a place and all inside it. */
export const householdsOf = (map: TerritoryMap, id: string): number =>
  contentOf(map, id).memberIds.reduce(
    (sum, memberId) => sum + householdsOf(map, memberId),
    nodeOf(map, id).households
  )

/** The grid that a place is in, of the territory (`""`: its parent) or of another net, or `""`. */
export const containerOf = (map: TerritoryMap, node: MapNode, netId: string): GridId | "" =>
  netId === ""
    ? node.parentId
    : (node.netGridIds.find((id) => nodeOf(map, id).netId === netId) ?? "")

export const levelIndexOf = (map: TerritoryMap, levelId: string): number =>
  map.levels.findIndex((level) => level.id === levelId)

/** The order of siblings: rows of the first tree, then later places by id. */
export const compare = (
  one: Pick<MapNode, "rank" | "id">,
  other: Pick<MapNode, "rank" | "id">
): number =>
  one.rank === other.rank ? compareTexts(one.id, other.id) : one.rank < other.rank ? -1 : 1

/** Each text once, in order of its UTF-16 units. */
export const inOrder = <Text extends string>(texts: ReadonlyArray<Text>): ReadonlyArray<Text> =>
  Array.from(new Set(texts)).sort(compareTexts)

/** The tree of some places of the territory. */
export const treeOf = (map: TerritoryMap, nodes: ReadonlyArray<MapNode>): GridTree.Built =>
  GridTree.make({
    levels: map.levels,
    nodes: nodes
      .slice()
      .sort(compare)
      .map(({ id, parentId, levelId, households }) => ({ id, parentId, levelId, households })),
    personsPerHousehold: map.personsPerHousehold
  })

const compareTexts = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0
