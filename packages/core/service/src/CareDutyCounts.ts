/**
 * What everybody without the duty gets of care lists: counts over the whole territorial tree and all
 * groups at once, small ones hidden, and so many others with them that no difference of totals, over
 * grids, communities or groups, gives one away.
 */
import type { Id } from "@wangge/facts"
import { GridTree } from "@wangge/grid"
import { type CareList, Suppression } from "@wangge/privacy"

/**
 * One care list, of one group.
 *
 * @category care counts
 * @since 0.1.0
 */
export interface GroupList {
  readonly groupId: string
  readonly entries: ReadonlyArray<CareList.Entry>
}

/**
 * The counts of one place: one cell per group, in the order of the lists, and their total.
 *
 * @category care counts
 * @since 0.1.0
 */
export interface Row {
  readonly gridId: Id.Id<"Grid">
  readonly levelIndex: number
  readonly cells: ReadonlyArray<Suppression.Cell>
  readonly total: Suppression.Cell
}

/**
 * One row per place from the root down to the level asked for, in the order of the tree.
 *
 * @category care counts
 * @since 0.1.0
 */
export interface CareDutyCounts {
  readonly groupIds: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
}

/**
 * What to count: the lists, down to which level, and the threshold (`Suppression.thresholdDefault`
 * unless given).
 *
 * @category care counts
 * @since 0.1.0
 */
export interface Options {
  readonly lists: ReadonlyArray<GroupList>
  readonly levelIndex: number
  readonly threshold?: number
}

/**
 * The counts of all lists over the tree. A person counts once per list and place at the lowest level;
 * a total adds the lists up, so who is on two counts twice in it.
 *
 * What holds afterwards, for a reader who knows that counts are whole and not negative, and how the
 * places and groups add up: every count below the threshold could be any number from 0 to the
 * threshold. It holds for this one table: publish the same cut of the same lists once, not another
 * cut beside it. Throws a `RangeError` for a place that the tree does not have or that lies above
 * the level and has places of its own below it, a group that is there twice, and a threshold that is
 * not a whole number from 1. Cost: that of `Suppression.tree`, whose promise this is.
 *
 * @source Personal Information Protection Law of China (2021), articles 6 and 28; the method is that
 * of `Suppression.tree`
 * @category care counts
 * @since 0.1.0
 */
export const of = (
  tree: GridTree.GridTree,
  { lists, levelIndex, threshold = Suppression.thresholdDefault }: Options
): CareDutyCounts => {
  const groupIds = lists.map(({ groupId }) => groupId)
  if (new Set(groupIds).size < groupIds.length) throw new RangeError("A group is there twice")
  const rowCount = tree.firstOfLevel[levelIndex + 1]
  if (rowCount === undefined) throw new RangeError(`The tree has no level ${levelIndex}`)
  const parentOf = tree.parentOf.slice(0, rowCount)
  const counts = countsOf(tree, lists, { rowCount, levelIndex })
  const made = Suppression.tree({ parentOf, counts }, threshold)
  if (!made.ok) throw new Error(`Counts of entries are counts; got ${made.problems[0]?.code}`)
  return {
    groupIds,
    rows: made.table.map(({ cells, total }, row) => ({
      gridId: tree.ids[row]!,
      levelIndex: tree.levelOf[row]!,
      cells,
      total
    }))
  }
}

/** The counts of each group in the places that have no rows below them, in the order of the tree. */
const countsOf = (
  tree: GridTree.GridTree,
  lists: ReadonlyArray<GroupList>,
  { rowCount, levelIndex }: { readonly rowCount: number; readonly levelIndex: number }
): ReadonlyArray<ReadonlyArray<number>> => {
  const indexOf = GridTree.indexById(tree)
  const columns = lists.map(({ entries }) => {
    const persons = Array.from({ length: rowCount }, () => new Set<string>())
    for (const { personId, gridId } of entries) {
      persons[rowOf(tree, indexOf, gridId, levelIndex)]!.add(personId)
    }
    return persons.map(({ size }) => size)
  })
  return Array.from({ length: rowCount }, (_, row) => row)
    .filter((row) => !hasRowsBelow(tree, row, levelIndex))
    .map((row) => columns.map((column) => column[row]!))
}

const hasRowsBelow = (tree: GridTree.GridTree, node: number, levelIndex: number): boolean =>
  tree.levelOf[node]! < levelIndex && tree.firstChildOf[node]! < tree.firstChildOf[node + 1]!

/** The row that a place counts in: itself, or the place above it at the lowest level shown. */
const rowOf = (
  tree: GridTree.GridTree,
  indexOf: ReadonlyMap<string, number>,
  gridId: string,
  levelIndex: number
): number => {
  const node = indexOf.get(gridId)
  if (node === undefined) throw new RangeError(`The tree has no node ${gridId}`)
  if (tree.levelOf[node]! > levelIndex) return GridTree.ancestorAt(tree, node, levelIndex)
  if (hasRowsBelow(tree, node, levelIndex)) {
    throw new RangeError(`${gridId} is above the level asked for`)
  }
  return node
}
