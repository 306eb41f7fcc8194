/**
 * A log as it was read: a table of texts, one row per event, each with its line in the file. CSV
 * and XES both become this; what the texts mean is said by a `LogMapping`.
 */
import type { LogProblem } from "./LogProblem.ts"
import * as Problem from "./LogProblem.ts"

/**
 * One row: its first line in the file, counted from 1, and one text per column, empty where the
 * file says nothing.
 *
 * @category tables
 * @since 0.1.0
 */
export interface Row {
  readonly line: number
  readonly values: ReadonlyArray<string>
}

/**
 * A table of texts. In one that comes from XES the columns are the keys of the attributes of
 * events; the keys of traces have `case:` before them.
 *
 * @category tables
 * @since 0.1.0
 */
export interface LogTable {
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<Row>
}

/**
 * What reading a file gives: the rows that could be read, and what is wrong with the others.
 *
 * @category tables
 * @since 0.1.0
 */
export interface Read {
  readonly table: LogTable
  readonly problems: ReadonlyArray<LogProblem>
}

/**
 * A column of moments, and the activity that happened then.
 *
 * @category tables
 * @since 0.1.0
 */
export interface Moment {
  readonly column: string
  readonly activity: string
}

/**
 * A table with one row per case and a column per moment (created, closed), as one row per event: the
 * columns `activity` and `time` come first, all others follow. A moment that is empty gives no row.
 *
 * ```ts
 * import { CsvReader, LogTable } from "@wangge/eventlog"
 *
 * const { table } = CsvReader.read("id,created,closed\n7,2026-03-02 08:00,\n8,2026-03-02 09:00,2026-03-03 10:00\n")
 * const moments = [{ column: "created", activity: "open" }, { column: "closed", activity: "close" }]
 * const long = LogTable.ofMoments(table, moments).table
 * long.columns // => ["activity", "time", "id"]
 * long.rows.map((row) => row.values.join(" "))
 * // => ["open 2026-03-02 08:00 7", "open 2026-03-02 09:00 8", "close 2026-03-03 10:00 8"]
 * ```
 *
 * @category tables
 * @since 0.1.0
 */
export const ofMoments = (table: LogTable, moments: ReadonlyArray<Moment>): Read => {
  const missing = moments.filter(({ column }) => !table.columns.includes(column))
  if (missing.length > 0) {
    const problems = missing.map(({ column }) => columnMissing(table, column))
    return { table: { columns: [], rows: [] }, problems }
  }
  const positions = moments.map(({ column }) => table.columns.indexOf(column))
  const kept = table.columns.map((_, index) => index).filter((index) => !positions.includes(index))
  const rows = table.rows.flatMap(({ line, values }) =>
    moments.flatMap(({ activity }, index) => {
      const time = values[positions[index]!] ?? ""
      if (time === "") return []
      return [{ line, values: [activity, time, ...kept.map((column) => values[column] ?? "")] }]
    })
  )
  const columns = ["activity", "time", ...kept.map((index) => table.columns[index]!)]
  return { table: { columns, rows }, problems: [] }
}

/**
 * The problem of a column that a table does not have.
 *
 * @category tables
 * @since 0.1.0
 */
export const columnMissing = (table: LogTable, column: string): LogProblem =>
  Problem.make("ColumnMissing", {
    line: 0,
    column,
    found: table.columns.join(", "),
    expected: column
  })
