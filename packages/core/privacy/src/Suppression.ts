/**
 * Tables of counts without small counts. A count below the threshold is hidden, and so are as many
 * others as it takes that no sum or difference of the shown counts gives it away. Lists of persons
 * in need, of petitions, of patients leave the house only in this form.
 */
import { hiddenCells, innerRows } from "./internal/hiddenCells.ts"
import * as PrivacyProblem from "./PrivacyProblem.ts"

/**
 * The smallest count that is shown unless told otherwise.
 *
 * @source none: assumed; ten is the usual round bound of official statistics, and no Chinese
 * statute names one
 * @category suppression
 * @since 0.1.0
 */
export const thresholdDefault = 10

/**
 * What stands in a table in place of a hidden count; it says nothing about why it is hidden.
 *
 * @source none: our own word
 * @category suppression
 * @since 0.1.0
 */
export const hidden = "Suppressed"

/**
 * One cell of a table to show.
 *
 * @category suppression
 * @since 0.1.0
 */
export type Cell = number | typeof hidden

/**
 * A table to show, one row per row of counts, with its totals.
 *
 * @category suppression
 * @since 0.1.0
 */
export interface Table {
  readonly cells: ReadonlyArray<ReadonlyArray<Cell>>
  readonly rowTotals: ReadonlyArray<Cell>
  readonly columnTotals: ReadonlyArray<Cell>
  readonly total: Cell
}

/**
 * A table to show, or what is wrong with the counts.
 *
 * @category suppression
 * @since 0.1.0
 */
export type Made<Shown> =
  | { readonly ok: true; readonly table: Shown }
  | { readonly ok: false; readonly problems: ReadonlyArray<PrivacyProblem.PrivacyProblem> }

/**
 * A table of counts and its totals without small counts.
 *
 * What holds afterwards, for a reader who knows that counts are whole and not negative and knows
 * `threshold`: every count below it (zeros and totals included) could be any number from 0 to
 * `threshold`. Therefore, too, every sum of hidden cells that a reader can work out and that
 * contains a small count is at least `threshold`. Hidden cells that are not small cannot be worked
 * out either. It does not hold against a reader who also knows single persons of the table or has
 * another table about them, such as last month's: publish the same cut of the same people once.
 *
 * Which larger counts are hidden beside the small ones is a cheap choice, not always the cheapest:
 * small cells are protected one by one, parts before totals. Returns `BadCount` for a count that is
 * not a whole number from 0 (and for totals beyond safe integers), `RaggedTable` for a row of
 * another length. Throws a `RangeError` for a threshold that is not a whole number from 1. It is the
 * {@link tree} of depth one. Cost: about small cells x threshold x (rows + columns) squared.
 *
 * ```ts
 * import { Suppression } from "@wangge/privacy"
 *
 * const made = Suppression.table([[3, 40, 25], [31, 52, 28]])
 * made.ok && made.table.cells
 * // => [["Suppressed", 40, "Suppressed"], ["Suppressed", 52, "Suppressed"]]
 * made.ok && made.table.rowTotals // => [68, 111]
 * ```
 *
 * @source none: cell suppression as statistical offices do it, with protection intervals found by
 * flows on the table (Fischetti and Salazar, Mathematical Programming 84, 1999, for the model)
 * @category suppression
 * @since 0.1.0
 */
export const table = (
  counts: ReadonlyArray<ReadonlyArray<number>>,
  threshold: number = thresholdDefault
): Made<Table> => {
  const parentOf = [-1, ...counts.map(() => 0)]
  const made = tree({ parentOf, counts: counts.length === 0 ? [[]] : counts }, threshold)
  if (!made.ok) return made
  const [last, ...parts] = made.table
  return {
    ok: true,
    table: {
      cells: parts.map(({ cells }) => cells),
      rowTotals: parts.map(({ total }) => total),
      columnTotals: last?.cells ?? [],
      total: last?.total ?? hidden
    }
  }
}

/**
 * A list to show, with its total.
 *
 * @category suppression
 * @since 0.1.0
 */
export interface List {
  readonly cells: ReadonlyArray<Cell>
  readonly total: Cell
}

/**
 * A list of counts and its total without small counts: a table of one row, under the same promise.
 *
 * ```ts
 * import { Suppression } from "@wangge/privacy"
 *
 * Suppression.list([12, 4, 30])
 * // => { ok: true, table: { cells: ["Suppressed", "Suppressed", 30], total: 46 } }
 * ```
 *
 * @category suppression
 * @since 0.1.0
 */
export const list = (
  counts: ReadonlyArray<number>,
  threshold: number = thresholdDefault
): Made<List> => {
  const made = table([counts], threshold)
  if (!made.ok) return made
  return { ok: true, table: { cells: made.table.columnTotals, total: made.table.total } }
}

/**
 * Counts over a tree of places. `parentOf` says for each place which one is above it: -1 for place 0,
 * the root, and an earlier place for all others. `counts` has one row per place with none below it,
 * in their order, one count per group; what is above them is their sum.
 *
 * @category suppression
 * @since 0.1.0
 */
export interface Tree {
  readonly parentOf: ArrayLike<number>
  readonly counts: ReadonlyArray<ReadonlyArray<number>>
}

/**
 * The counts of one place of a {@link Tree} to show, one cell per group, and their total.
 *
 * @category suppression
 * @since 0.1.0
 */
export interface Row {
  readonly cells: ReadonlyArray<Cell>
  readonly total: Cell
}

/**
 * The counts of all places of a tree without small counts: one row per place, in their order.
 *
 * The promise is that of {@link table}, for a reader who also knows how the places add up: no
 * difference over groups, or over the places of any height, gives a count below the threshold away.
 * Returns the problems of {@link table}; without groups, every total is hidden. Throws a
 * `RangeError` for a threshold that is not a whole number from 1, parents that are not as
 * {@link Tree} says, and another number of rows than places with none below them. Cost: about small
 * counts x threshold x (lowest places + other places x groups) squared.
 *
 * ```ts
 * import { Suppression } from "@wangge/privacy"
 *
 * // a town of two communities; the second one has two grids
 * const parentOf = [-1, 0, 0, 2, 2]
 * const made = Suppression.tree({ parentOf, counts: [[30], [4], [25]] })
 * made.ok && made.table.map(({ total }) => total)
 * // => [59, 30, 29, "Suppressed", "Suppressed"]
 * ```
 *
 * @source none: the method of {@link table}; a table with one hierarchy is still a network (Castro,
 * European Journal of Operational Research 216, 2012, for the model)
 * @category suppression
 * @since 0.1.0
 */
export const tree = (
  { parentOf, counts }: Tree,
  threshold: number = thresholdDefault
): Made<ReadonlyArray<Row>> => {
  if (!Number.isSafeInteger(threshold) || threshold < 1) {
    throw new RangeError(`A threshold is a whole number from 1; got ${threshold}`)
  }
  const isInner = innerOf(parentOf)
  const leaves = Array.from(isInner.keys()).filter((row) => isInner[row] === 0)
  if (leaves.length !== counts.length) {
    throw new RangeError(`${leaves.length} lowest places and ${counts.length} rows of counts`)
  }
  const problems = countProblems(counts)
  if (problems.length > 0) return { ok: false, problems }
  const width = (counts[0] ?? []).length + 1
  const sums = withTotals(parentOf, leaves, counts)
  const marks =
    width === 1
      ? new Uint8Array(sums.length).fill(1)
      : hiddenCells({ parentOf, groupCount: width - 1, counts: sums }, threshold)
  const shown = Array.from(sums, (count, cell): Cell => (marks[cell] === 1 ? hidden : count))
  return {
    ok: true,
    table: Array.from(isInner, (_, row) => ({
      cells: shown.slice(row * width, row * width + width - 1),
      total: shown[row * width + width - 1] ?? hidden
    }))
  }
}

/** Which places have others below them (1); throws unless the root is first and parents are earlier. */
const innerOf = (parentOf: ArrayLike<number>): Uint8Array => {
  if (parentOf[0] !== -1) throw new RangeError("The first place of a tree is its root, above it -1")
  for (let row = 1; row < parentOf.length; row++) {
    const parent = parentOf[row]!
    if (Number.isSafeInteger(parent) && parent >= 0 && parent < row) continue
    throw new RangeError(`Place ${row} stands below ${parent}; a place above comes earlier`)
  }
  return innerRows(parentOf)
}

const countProblems = (
  counts: ReadonlyArray<ReadonlyArray<number>>
): ReadonlyArray<PrivacyProblem.PrivacyProblem> => {
  const width = (counts[0] ?? []).length
  const problems = counts.flatMap((row, index) => [
    ...(row.length === width
      ? []
      : [PrivacyProblem.make("RaggedTable", `counts[${index}]`, row.length, width)]),
    ...row.flatMap((count, place) =>
      isCount(count)
        ? []
        : [PrivacyProblem.make("BadCount", `counts[${index}][${place}]`, count, ">= 0")]
    )
  ])
  const total = sum(counts.flat())
  if (problems.length > 0 || isCount(total)) return problems
  return [PrivacyProblem.make("BadCount", "total", total, `<= ${Number.MAX_SAFE_INTEGER}`)]
}

const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0

const sum = (counts: ReadonlyArray<number>): number => counts.reduce((all, one) => all + one, 0)

/** Row after row of the whole tree, each with its total at the end. */
const withTotals = (
  parentOf: ArrayLike<number>,
  leaves: ReadonlyArray<number>,
  counts: ReadonlyArray<ReadonlyArray<number>>
): Float64Array => {
  const width = (counts[0] ?? []).length + 1
  const sums = new Float64Array(parentOf.length * width)
  leaves.forEach((row, index) => {
    const own = counts[index] ?? []
    sums.set([...own, sum(own)], row * width)
  })
  for (let row = parentOf.length - 1; row > 0; row--) {
    for (let column = 0; column < width; column++) {
      sums[parentOf[row]! * width + column]! += sums[row * width + column]!
    }
  }
  return sums
}
