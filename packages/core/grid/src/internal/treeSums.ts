/**
 * Roll-ups: what a subtree comes to, for every node at once. One pass from the last node to the
 * first suffices, because children always have higher numbers than their parent. `GridTree`
 * re-exports everything.
 */
import { rangeOfLevel } from "./treeRanges.ts"
import type { GridTree } from "./treeShape.ts"

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
 * Sums over subtrees of values that nodes of any level have of their own: `values` has one row per
 * node of the tree, and so has the result. A committee's own budget and those of its grids add up.
 *
 * Throws a `RangeError` when `values` has another length than the tree. Cost: linear.
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
 * built.ok && Array.from(GridTree.sumOwnUp(built.tree, [10, 1, 2, 4])) // => [17, 1, 2, 4]
 * ```
 *
 * @category walking
 * @since 0.1.0
 */
export const sumOwnUp = (tree: GridTree, values: ArrayLike<number>): Float64Array => {
  const sums = rowPerNode(tree, values)
  for (let node = sums.length - 1; node > 0; node--) sums[tree.parentOf[node]!]! += sums[node]!
  return sums
}

/**
 * The least value in each subtree: the earliest due date, the worst cover. `values` has one row
 * per node of the tree; a node without a value has `Infinity`.
 *
 * Throws a `RangeError` when `values` has another length than the tree. Cost: linear.
 *
 * @category walking
 * @since 0.1.0
 */
export const leastUp = (tree: GridTree, values: ArrayLike<number>): Float64Array => {
  const least = rowPerNode(tree, values)
  for (let node = least.length - 1; node > 0; node--) {
    const parent = tree.parentOf[node]!
    if (least[node]! < least[parent]!) least[parent] = least[node]!
  }
  return least
}

/**
 * The largest value in each subtree: the oldest open case, the fullest grid. `values` has one row
 * per node of the tree; a node without a value has `-Infinity`.
 *
 * Throws a `RangeError` when `values` has another length than the tree. Cost: linear.
 *
 * @category walking
 * @since 0.1.0
 */
export const mostUp = (tree: GridTree, values: ArrayLike<number>): Float64Array => {
  const most = rowPerNode(tree, values)
  for (let node = most.length - 1; node > 0; node--) {
    const parent = tree.parentOf[node]!
    if (most[node]! > most[parent]!) most[parent] = most[node]!
  }
  return most
}

const rowPerNode = (tree: GridTree, values: ArrayLike<number>): Float64Array => {
  if (values.length !== tree.ids.length) {
    throw new RangeError(`the tree has ${tree.ids.length} nodes; got ${values.length} values`)
  }
  return new Float64Array(values)
}
