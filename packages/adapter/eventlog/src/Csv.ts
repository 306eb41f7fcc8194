/**
 * Logs as CSV, one event per line. A header, CRLF at the end of every line, quotes where a cell
 * needs them; times in UTC with `Z`. Cells that a spreadsheet would take for a formula are guarded
 * by an apostrophe unless asked otherwise.
 */
import { type EventLog, fields, type LogEvent } from "./EventLog.ts"
import * as LogAttribute from "./LogAttribute.ts"

/**
 * How CSV is written.
 *
 * @category csv
 * @since 0.1.0
 */
export interface Options {
  /**
   * Whether a text that begins with `=`, `+`, `-`, `@`, a tab, a return or an apostrophe gets an
   * apostrophe before it, so that no spreadsheet runs it as a formula; true unless given.
   */
  readonly isGuarded?: boolean
}

/**
 * The text of a log as CSV, in pieces: the header, then one piece per trace.
 *
 * Columns are the fields of `EventLog.fields`, then the attributes of the log; a cell is empty where
 * there is nothing to say. Numbers, times and flags are never guarded: they cannot be formulas.
 *
 * ```ts
 * import { Csv, EventLog } from "@wangge/eventlog"
 *
 * const [header] = Csv.pieces(EventLog.make([], () => []))
 * header?.trim() // => "caseId,activity,time,status,level,urgency,category,gridId,unitId,actorId,role"
 * ```
 *
 * @source RFC 4180, section 2
 * @category csv
 * @since 0.1.0
 */
export function* pieces(log: EventLog, options: Options = {}): Iterable<string> {
  const { isGuarded = true } = options
  const text = (value: string): string => cell(isGuarded ? guard(value) : value)
  yield `${[...fields, ...log.columns.map(({ name }) => name)].join(",")}\r\n`
  for (const trace of log.traces()) {
    const lines: Array<string> = []
    for (const event of trace.events) lines.push(`${lineOf(event, log, text)}\r\n`)
    yield lines.join("")
  }
}

const lineOf = (event: LogEvent, log: EventLog, text: (value: string) => string): string => {
  const cells = [
    text(event.caseId),
    text(event.activity),
    LogAttribute.toText("time", event.atSec),
    text(event.status),
    text(event.level),
    text(event.urgency),
    text(event.category),
    text(event.gridId),
    text(event.unitId),
    text(event.actorId),
    text(event.role)
  ]
  for (const { name, kind } of log.columns) {
    const value = event.attributes[name]
    if (value === undefined) cells.push("")
    else {
      const written = LogAttribute.toText(kind, value)
      cells.push(kind === "text" || kind === "ids" ? text(written) : written)
    }
  }
  return cells.join(",")
}

/** @source OWASP, CSV Injection: the characters that begin a formula */
const dangerous = /^[=+\-@\t\r\n']/

const guard = (value: string): string => (dangerous.test(value) ? `'${value}` : value)

/**
 * A cell without its guard.
 *
 * ```ts
 * import { Csv } from "@wangge/eventlog"
 *
 * Csv.unguarded("'=1+1") // => "=1+1"
 * Csv.unguarded("'twas") // => "'twas"
 * ```
 *
 * @category csv
 * @since 0.1.0
 */
export const unguarded = (value: string): string =>
  value.startsWith("'") && dangerous.test(value.slice(1)) ? value.slice(1) : value

/** Quoted if it holds a comma, a quote, a line end or white space at an end; quotes doubled. */
const cell = (value: string): string =>
  /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
