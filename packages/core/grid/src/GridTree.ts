/**
 * The territorial tree of a town in flat arrays: city, sub-districts, communities, grids,
 * buildings, units. Nodes are numbered level by level from the root (node 0), so that the nodes of
 * one level, and the descendants of one node at one level, are contiguous. `spread` and `make`
 * build a tree; the functions below answer questions about it without changing it.
 */

import type { Label } from "@wangge/facts"
import { rangeOfDescendants, rangeOfLevel, toIndices } from "./internal/treeRanges.ts"
import type { GridNode, GridTree } from "./internal/treeShape.ts"
import type { Role } from "./Level.ts"

export {
  type MakeOptions,
  make,
  nodeCountMax,
  personsPerHouseholdDefault,
  type SpreadOptions,
  spread
} from "./internal/treeBuilding.ts"
export { type NodeRange, rangeOfDescendants, rangeOfLevel } from "./internal/treeRanges.ts"
export type { Built, GridNode, GridTree } from "./internal/treeShape.ts"
export { leastUp, mostUp, sumOwnUp, sumUp } from "./internal/treeSums.ts"

/**
 * The node number of the root.
 *
 * @source none: nodes are numbered from the root
 * @category trees
 * @since 0.1.0
 */
export const root = 0

/**
 * The number of nodes of all levels together.
 *
 * @category walking
 * @since 0.1.0
 */
export const nodeCount = (tree: GridTree): number => tree.ids.length

/**
 * The index of a level by the locality's own id for it, or −1.
 *
 * @category levels
 * @since 0.1.0
 */
export const levelIndexOf = (tree: GridTree, levelId: string): number =>
  tree.levels.findIndex((level) => level.id === levelId)

/**
 * The index of the level that plays a role, or −1: "the grid level", whatever the town calls it.
 *
 * @category levels
 * @since 0.1.0
 */
export const levelIndexOfRole = (tree: GridTree, role: Role): number =>
  tree.levels.findIndex((level) => level.role === role)

/**
 * All nodes of a level, named by the locality's own level id; empty for a level it does not have.
 *
 * @category walking
 * @since 0.1.0
 */
export const indicesOf = (tree: GridTree, levelId: string): Int32Array => {
  const level = levelIndexOf(tree, levelId)
  return level < 0 ? new Int32Array(0) : toIndices(rangeOfLevel(tree, level))
}

/**
 * All nodes of the level that plays a role; empty for a role the tree does not have.
 *
 * @category walking
 * @since 0.1.0
 */
export const indicesOfRole = (tree: GridTree, role: Role): Int32Array => {
  const level = levelIndexOfRole(tree, role)
  return level < 0 ? new Int32Array(0) : toIndices(rangeOfLevel(tree, level))
}

/**
 * The ancestor of a node at a level; the node itself at its own level, −1 at a level below it.
 *
 * Allocates nothing. Cost: the number of levels between.
 *
 * @category walking
 * @since 0.1.0
 */
export const ancestorAt = (tree: GridTree, node: number, levelIndex: number): number => {
  if (tree.levelOf[node]! < levelIndex || levelIndex < 0) return -1
  let at = node
  while (tree.levelOf[at]! > levelIndex) at = tree.parentOf[at]!
  return at
}

/**
 * The children of a node, in order; empty at the lowest level.
 *
 * @category walking
 * @since 0.1.0
 */
export const childrenOf = (tree: GridTree, node: number): Int32Array =>
  toIndices({ from: tree.firstChildOf[node]!, until: tree.firstChildOf[node + 1]! })

/**
 * A node's descendants at a level, in order; see {@link rangeOfDescendants}.
 *
 * @category walking
 * @since 0.1.0
 */
export const descendantsOf = (tree: GridTree, node: number, levelIndex: number): Int32Array =>
  toIndices(rangeOfDescendants(tree, node, levelIndex))

/**
 * A node and all its descendants, level by level; in order within each level.
 *
 * Cost: linear in the nodes it returns.
 *
 * @category walking
 * @since 0.1.0
 */
export const subtreeOf = (tree: GridTree, node: number): Int32Array => {
  const { firstChildOf } = tree
  let size = 0
  for (let from = node, until = node + 1; from < until; ) {
    size += until - from
    from = firstChildOf[from]!
    until = firstChildOf[until]!
  }
  const nodes = new Int32Array(size)
  let row = 0
  for (let from = node, until = node + 1; row < size; ) {
    for (let other = from; other < until; other++) nodes[row++] = other
    from = firstChildOf[from]!
    until = firstChildOf[until]!
  }
  return nodes
}

/**
 * Whether a node is another or lies below it.
 *
 * Allocates nothing. Cost: the number of levels between.
 *
 * @category walking
 * @since 0.1.0
 */
export const isWithin = (tree: GridTree, node: number, ancestor: number): boolean =>
  ancestorAt(tree, node, tree.levelOf[ancestor]!) === ancestor

/**
 * The node numbers from the root down to a node, both included.
 *
 * @category walking
 * @since 0.1.0
 */
export const pathOf = (tree: GridTree, node: number): ReadonlyArray<number> => {
  const level = tree.levelOf[node]!
  const path = new Array<number>(level + 1)
  for (let row = level, at = node; row >= 0; row--) {
    path[row] = at
    at = tree.parentOf[at]!
  }
  return path
}

/**
 * The residents of a node's subtree: households times persons per household, not rounded.
 *
 * @category walking
 * @since 0.1.0
 */
export const residentsOf = (tree: GridTree, node: number): number =>
  tree.householdsOf[node]! * tree.personsPerHousehold

/**
 * A node's number by its id, or −1. Cost: linear in nodes; for many look-ups {@link indexById}.
 *
 * @category walking
 * @since 0.1.0
 */
export const indexOfId = (tree: GridTree, id: string): number => {
  const ids: ReadonlyArray<string> = tree.ids
  return ids.indexOf(id)
}

/**
 * The numbers of all nodes by id. Cost: linear in nodes, once; each look-up is constant after that.
 *
 * ```ts
 * import { GridTree } from "@wangge/grid"
 *
 * const level = { id: "community", role: "community", name: { en: "Community", zh: "社区" } } as const
 * const built = GridTree.make({
 *   levels: [level],
 *   nodes: [{ id: "east", parentId: "", levelId: "community", households: 10 }]
 * })
 * built.ok && GridTree.indexById(built.tree).get("east") // => 0
 * ```
 *
 * @category walking
 * @since 0.1.0
 */
export const indexById = (tree: GridTree): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>()
  for (let node = 0; node < tree.ids.length; node++) numbers.set(tree.ids[node]!, node)
  return numbers
}

/**
 * The words for a node: the level's name and the node's id without the root's.
 *
 * ```ts
 * import { GridTree } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   rootId: "east",
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 3 }
 *   ],
 *   households: 900
 * })
 * built.ok && GridTree.labelOf(built.tree, 2) // => { en: "Grid 2", zh: "网格2" }
 * ```
 *
 * @category display
 * @since 0.1.0
 */
export const labelOf = (tree: GridTree, node: number): Label.Label => {
  const { name } = tree.levels[tree.levelOf[node]!]!
  if (node === root) return name
  const prefix = `${tree.ids[root]}/`
  const id: string = tree.ids[node]!
  const tail = id.startsWith(prefix) ? id.slice(prefix.length).replaceAll("/", "-") : id
  return { en: `${name.en} ${tail}`, zh: `${name.zh}${tail}` }
}

/**
 * The tree as records, in tree order; `make` with the same levels builds the same tree from them.
 *
 * @category trees
 * @since 0.1.0
 */
export const toNodes = (tree: GridTree): ReadonlyArray<GridNode> => {
  const own = tree.householdsOf.slice()
  for (let node = 1; node < own.length; node++)
    own[tree.parentOf[node]!]! -= tree.householdsOf[node]!
  return tree.ids.map((id, node) => ({
    id,
    parentId: tree.ids[tree.parentOf[node]!] ?? "",
    levelId: tree.levels[tree.levelOf[node]!]!.id,
    households: own[node]!
  }))
}
