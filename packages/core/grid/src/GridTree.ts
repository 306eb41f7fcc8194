/**
 * The territorial tree of a town in flat arrays: city, sub-districts, communities, grids,
 * buildings, units. Nodes are numbered level by level from the root (node 0), so that the nodes of
 * one level, and the descendants of one node at one level, are contiguous. `spread` and `make`
 * build a tree; the functions below answer questions about it without changing it.
 */

import type { Label } from "@wangge/facts"
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
export type { Built, GridNode, GridTree } from "./internal/treeShape.ts"

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
 * The node numbers from `from` up to but not including `until`.
 *
 * @category walking
 * @since 0.1.0
 */
export interface NodeRange {
  readonly from: number
  readonly until: number
}

/**
 * The range of all nodes of a level.
 *
 * Throws a `RangeError` for a level index outside the tree.
 *
 * @category walking
 * @since 0.1.0
 */
export const rangeOfLevel = (tree: GridTree, levelIndex: number): NodeRange => {
  assertLevel(tree, levelIndex)
  return { from: tree.firstOfLevel[levelIndex]!, until: tree.firstOfLevel[levelIndex + 1]! }
}

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
 * The range of a node's descendants at a level: the node itself at its own level, an empty range
 * at a level above it.
 *
 * Throws a `RangeError` for a level index outside the tree. Cost: the number of levels between.
 *
 * @category walking
 * @since 0.1.0
 */
export const rangeOfDescendants = (tree: GridTree, node: number, levelIndex: number): NodeRange => {
  assertLevel(tree, levelIndex)
  if (tree.levelOf[node]! > levelIndex) return { from: 0, until: 0 }
  let from = node
  let until = node + 1
  for (let level = tree.levelOf[node]!; level < levelIndex; level++) {
    from = tree.firstChildOf[from]!
    until = tree.firstChildOf[until]!
  }
  return { from, until }
}

/**
 * A node's descendants at a level, in order; see {@link rangeOfDescendants}.
 *
 * @category walking
 * @since 0.1.0
 */
export const descendantsOf = (tree: GridTree, node: number, levelIndex: number): Int32Array =>
  toIndices(rangeOfDescendants(tree, node, levelIndex))

/**
 * The node numbers from the root down to a node, both included.
 *
 * @category walking
 * @since 0.1.0
 */
export const pathOf = (tree: GridTree, node: number): ReadonlyArray<number> => {
  const path: Array<number> = []
  for (let at = node; at >= 0; at = tree.parentOf[at]!) path.push(at)
  return path.reverse()
}

/**
 * Sums over subtrees of values given at one level: `values` has one row per node of that level, in
 * order; the result has one row per node of that level and all levels above it.
 *
 * Throws a `RangeError` when `values` has another length than the level. Cost: linear.
 *
 * ```ts
 * import { GridTree } from "@wangge/grid"
 *
 * const built = GridTree.spread({
 *   levels: [
 *     { id: "community", role: "community", name: { en: "Community", zh: "社区" }, count: 1 },
 *     { id: "grid", role: "grid", name: { en: "Grid", zh: "网格" }, count: 3 }
 *   ],
 *   households: 900
 * })
 * built.ok && Array.from(GridTree.sumUp(built.tree, 1, [1, 2, 4])) // => [7, 1, 2, 4]
 * ```
 *
 * @category walking
 * @since 0.1.0
 */
export const sumUp = (
  tree: GridTree,
  levelIndex: number,
  values: ArrayLike<number>
): Float64Array => {
  const { from, until } = rangeOfLevel(tree, levelIndex)
  if (values.length !== until - from) {
    throw new RangeError(
      `level ${levelIndex} has ${until - from} nodes; got ${values.length} values`
    )
  }
  const sums = new Float64Array(until)
  for (let node = from; node < until; node++) sums[node] = values[node - from]!
  for (let node = until - 1; node > 0; node--) sums[tree.parentOf[node]!]! += sums[node]!
  return sums
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
 * A node's number by its id, or −1. Cost: linear in nodes; build a `Map` for many look-ups.
 *
 * @category walking
 * @since 0.1.0
 */
export const indexOfId = (tree: GridTree, id: string): number => {
  const ids: ReadonlyArray<string> = tree.ids
  return ids.indexOf(id)
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

const toIndices = (range: NodeRange): Int32Array =>
  Int32Array.from({ length: range.until - range.from }, (_, offset) => range.from + offset)

const assertLevel = (tree: GridTree, levelIndex: number): void => {
  if (!(Number.isInteger(levelIndex) && levelIndex >= 0 && levelIndex < tree.levels.length)) {
    throw new RangeError(`level index is 0 to ${tree.levels.length - 1}; got ${levelIndex}`)
  }
}
