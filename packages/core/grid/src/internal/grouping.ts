/**
 * Records gathered by a key, and the numbers of nodes by their ids. Used by the checks of this
 * package.
 */
import type * as GridTree from "../GridTree.ts"
import type { Role } from "../Level.ts"

/** The items of each key, keys in the order of their first item. */
export const groupBy = <Item>(
  items: ReadonlyArray<Item>,
  key: (item: Item) => string
): Map<string, Array<Item>> => {
  const groups = new Map<string, Array<Item>>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/** Keys that stand more than once, with how often. */
export const repeated = (
  keys: ReadonlyArray<string>
): ReadonlyArray<readonly [key: string, times: number]> =>
  Array.from(groupBy(keys, (key) => key))
    .filter(([, group]) => group.length > 1)
    .map(([key, group]) => [key, group.length] as const)

/** The node number of every id. */
export const nodesById = (tree: GridTree.GridTree): ReadonlyMap<string, number> =>
  new Map(tree.ids.map((id, node) => [id, node]))

/** The role of a node's level. */
export const roleOf = (tree: GridTree.GridTree, node: number): Role =>
  tree.levels[tree.levelOf[node]!]!.role
