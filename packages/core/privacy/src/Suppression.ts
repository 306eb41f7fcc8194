/**
 * Tables of counts without small counts. A count below the threshold is hidden, and so are as many
 * others as it takes that no sum or difference of the shown counts gives it away. Lists of persons
 * in need, of petitions, of patients leave the house only in this form.
 */
import { hiddenCells } from "./internal/hiddenCells.ts"
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
 * another length. Throws a `RangeError` for a threshold that is not a whole number from 1. Cost:
 * about small cells x threshold x (rows + columns) squared.
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
  if (!Number.isSafeInteger(threshold) || threshold < 1) {
    throw new RangeError(`A threshold is a whole number from 1; got ${threshold}`)
  }
  const problems = countProblems(counts)
  if (problems.length > 0) return { ok: false, problems }
  if (counts.flat().length === 0) return { ok: true, table: withoutCells(counts.length) }
  const full = withTotals(counts)
  const rowCount = full.length
  const columnCount = (counts[0] ?? []).length + 1
  const grid = { rowCount, columnCount, counts: Float64Array.from(full.flat()) }
  const marks = hiddenCells(grid, threshold)
  const shown = full.map((row, index) =>
    row.map((count, place) => (marks[index * columnCount + place] === 1 ? hidden : count))
  )
  const parts = shown.slice(0, -1)
  const last = shown[rowCount - 1] ?? []
  return {
    ok: true,
    table: {
      cells: parts.map((row) => row.slice(0, -1)),
      rowTotals: parts.map((row) => row[columnCount - 1] ?? hidden),
      columnTotals: last.slice(0, -1),
      total: last[columnCount - 1] ?? hidden
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

/** A table without any cell, which says nothing. */
const withoutCells = (rowCount: number): Table => ({
  cells: Array.from({ length: rowCount }, () => []),
  rowTotals: Array.from({ length: rowCount }, () => hidden),
  columnTotals: [],
  total: hidden
})

/** The rows with their totals, and the row of column totals under them. */
const withTotals = (
  counts: ReadonlyArray<ReadonlyArray<number>>
): ReadonlyArray<ReadonlyArray<number>> => {
  const columns = (counts[0] ?? []).map((_, place) => sum(counts.map((row) => row[place] ?? 0)))
  return [...counts, columns].map((row) => [...row, sum(row)])
}
