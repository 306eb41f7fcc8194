/**
 * Logs that Wangge wrote, read back as event logs: the same rows in the same order, attributes of
 * the same kinds. Logs of other programs become cases by `CaseImport`.
 */
import { Id } from "@wangge/facts"
import * as Csv from "./Csv.ts"
import * as EventLog from "./EventLog.ts"
import * as LogAttribute from "./LogAttribute.ts"
import * as LogProblem from "./LogProblem.ts"
import * as LogTable from "./LogTable.ts"
import * as Xes from "./Xes.ts"

/**
 * An event log read back, and the rows that could not be.
 *
 * @category logs
 * @since 0.1.0
 */
export interface Read {
  readonly log: EventLog.EventLog
  readonly problems: ReadonlyArray<LogProblem.LogProblem>
}

/**
 * The event log in a table that comes from a file written by `Csv` or `Xes`.
 *
 * `columns` are the attributes that the log was written with, those of our own logs unless given;
 * other columns are passed over. `isGuarded` says whether a CSV file was written with its guard, true
 * unless given. A row with a bad time or value is a problem and left out. Rows of one case make one
 * trace, in the order of the file.
 *
 * ```ts
 * import { Csv, CsvReader, EventLog, LogReader } from "@wangge/eventlog"
 *
 * const text = [...Csv.pieces(EventLog.ofCases([]))].join("")
 * const { log } = LogReader.ofTable(CsvReader.read(text).table, { format: "csv" })
 * EventLog.counts(log) // => { traceCount: 0, eventCount: 0 }
 * ```
 *
 * @category logs
 * @since 0.1.0
 */
export const ofTable = (
  table: LogTable.LogTable,
  options: {
    readonly format: "csv" | "xes"
    readonly columns?: ReadonlyArray<LogAttribute.Column>
    readonly isGuarded?: boolean
  }
): Read => {
  const { format, columns = LogAttribute.ownColumns, isGuarded = true } = options
  const places = new Map(table.columns.map((name, index) => [name, index]))
  const reader = new RowReader(places, columns, { format, isGuarded })
  const missing = ["caseId", "activity", "time"]
    .map((name) => reader.nameOf(name))
    .filter((name) => !places.has(name))
  // A file without a single event has no columns in XES: nothing is missing then.
  if (missing.length > 0 && table.rows.length > 0) {
    const problems = missing.map((name) => LogTable.columnMissing(table, name))
    return { log: EventLog.make(columns, () => []), problems }
  }
  const traces = new Map<string, Array<EventLog.LogEvent>>()
  for (const row of table.rows) {
    const event = reader.eventOf(row)
    if (event === undefined) continue
    const known = traces.get(event.caseId)
    if (known === undefined) traces.set(event.caseId, [event])
    else known.push(event)
  }
  const log = EventLog.make(columns, function* () {
    for (const [caseId, events] of traces) yield { caseId, events }
  })
  return { log, problems: reader.problems }
}

/** Reads rows of one table and keeps what is wrong with them. */
class RowReader {
  readonly problems: Array<LogProblem.LogProblem> = []
  readonly #places: ReadonlyMap<string, number>
  readonly #columns: ReadonlyArray<LogAttribute.Column>
  readonly #options: { readonly format: "csv" | "xes"; readonly isGuarded: boolean }

  constructor(
    places: ReadonlyMap<string, number>,
    columns: ReadonlyArray<LogAttribute.Column>,
    options: { readonly format: "csv" | "xes"; readonly isGuarded: boolean }
  ) {
    this.#places = places
    this.#columns = columns
    this.#options = options
  }

  /** The column of a field of every event. */
  nameOf(field: string): string {
    return this.#options.format === "xes" ? (Xes.keys[field] ?? field) : field
  }

  eventOf(row: LogTable.Row): EventLog.LogEvent | undefined {
    const before = this.problems.length
    const text = (field: string): string => this.#unguarded(this.#cell(row, this.nameOf(field)))
    const timeName = this.nameOf("time")
    const atSec = this.#value(row, { name: timeName, kind: "time" }, this.#cell(row, timeName))
    const attributes: Record<string, LogAttribute.Value> = {}
    for (const column of this.#columns) {
      const cell = this.#cell(row, column.name)
      if (cell === "") continue
      const value = this.#value(row, column, cell)
      if (value !== undefined) attributes[column.name] = value
    }
    const caseId = text("caseId")
    if (caseId === "")
      this.#wrong(row, this.nameOf("caseId"), "", `1 to ${Id.lengthMax} characters`)
    if (this.problems.length > before || typeof atSec !== "number") return undefined
    return {
      caseId,
      activity: text("activity"),
      atSec,
      status: text("status"),
      level: text("level"),
      urgency: text("urgency"),
      category: text("category"),
      gridId: text("gridId"),
      unitId: text("unitId"),
      actorId: text("actorId"),
      role: text("role"),
      attributes
    }
  }

  #value(
    row: LogTable.Row,
    column: LogAttribute.Column,
    cell: string
  ): LogAttribute.Value | undefined {
    const isText = column.kind === "text" || column.kind === "ids"
    const value = LogAttribute.parse(column.kind, isText ? this.#unguarded(cell) : cell)
    if (value === undefined) this.#wrong(row, column.name, cell, expected[column.kind])
    return value
  }

  #wrong(row: LogTable.Row, column: string, found: string, wanted: string): void {
    const place = { line: row.line, column, found, expected: wanted }
    this.problems.push(LogProblem.make(found === "" ? "ValueMissing" : "ValueUnfit", place))
  }

  #cell(row: LogTable.Row, name: string): string {
    const place = this.#places.get(name)
    return place === undefined ? "" : (row.values[place] ?? "")
  }

  #unguarded(cell: string): string {
    const { format, isGuarded } = this.#options
    return format === "csv" && isGuarded ? Csv.unguarded(cell) : cell
  }
}

const expected: Readonly<Record<LogAttribute.Kind, string>> = {
  text: "a text",
  whole: "a whole number",
  decimal: "a number",
  flag: "true or false",
  time: "a time in UTC like 2026-03-02T00:30:00Z",
  ids: "ids separated by spaces"
}
