/**
 * Contiguous runs of nodes: a level, or a node's descendants at a level. Walking and summing both
 * need them; `GridTree` re-exports the public ones.
 */
import type { GridTree } from "./treeShape.ts"

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

/** The numbers of a range as an array of their own. */
export const toIndices = (range: NodeRange): Int32Array => {
  const nodes = new Int32Array(range.until - range.from)
  for (let row = 0; row < nodes.length; row++) nodes[row] = range.from + row
  return nodes
}

/** Refuses a level index outside the tree. */
export const assertLevel = (tree: GridTree, levelIndex: number): void => {
  if (!(Number.isInteger(levelIndex) && levelIndex >= 0 && levelIndex < tree.levels.length)) {
    throw new RangeError(`level index is 0 to ${tree.levels.length - 1}; got ${levelIndex}`)
  }
}
