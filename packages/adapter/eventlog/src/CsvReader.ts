/**
 * CSV read as a table of texts. Every problem has its line; one bad line does not spoil the next.
 */
import * as LogProblem from "./LogProblem.ts"
import type { LogTable, Read, Row } from "./LogTable.ts"

/**
 * How a file is read.
 *
 * @category csv
 * @since 0.1.0
 */
export interface Options {
  /** What separates cells; a comma unless given. */
  readonly separator?: "," | ";" | "\t"
}

/**
 * The table in a text of CSV. The first line is the header.
 *
 * Lines may end with LF, CRLF or CR; empty lines are passed over, as is a byte order mark. A cell in
 * quotes may hold separators, line ends and doubled quotes. A line whose number of cells is not the
 * header's and a quote where none may be are problems, and the line is left out; a quote that never
 * ends costs its own line only. Cost: linear in the text.
 *
 * ```ts
 * import { CsvReader } from "@wangge/eventlog"
 *
 * const { table, problems } = CsvReader.read('id,what\n1,"a, b"\n2\n')
 * table.rows // => [{ line: 2, values: ["1", "a, b"] }]
 * problems.map(({ code, line }) => `${code} ${line}`) // => ["CellCountWrong 3"]
 * ```
 *
 * @source RFC 4180, section 2
 * @category csv
 * @since 0.1.0
 */
export const read = (text: string, options: Options = {}): Read => {
  const { separator = "," } = options
  const problems: Array<LogProblem.LogProblem> = []
  const scanner = new Scanner(text.replace(/^\ufeff/, ""), separator)
  const header = nextGood(scanner, problems)
  if (header === undefined) {
    const place = { line: 1, column: "", found: "no header", expected: "a line of column names" }
    return { table: nothing, problems: [...problems, LogProblem.make("NotWellFormed", place)] }
  }
  const columns = header.values
  problems.push(...repeated(columns, header.line))
  const rows: Array<Row> = []
  for (
    let row = nextGood(scanner, problems);
    row !== undefined;
    row = nextGood(scanner, problems)
  ) {
    if (row.values.length === columns.length) rows.push(row)
    else {
      const found = row.values.length
      const place = { line: row.line, column: "", found, expected: columns.length }
      problems.push(LogProblem.make("CellCountWrong", place))
    }
  }
  return { table: { columns, rows }, problems }
}

const nothing: LogTable = { columns: [], rows: [] }

const repeated = (
  columns: ReadonlyArray<string>,
  line: number
): ReadonlyArray<LogProblem.LogProblem> =>
  [...new Set(columns)].flatMap((column) => {
    const found = columns.filter((other) => other === column).length
    return found === 1 ? [] : [LogProblem.make("ColumnTwice", { line, column, found, expected: 1 })]
  })

/** The next line without a problem of its own; `undefined` at the end. */
const nextGood = (scanner: Scanner, problems: Array<LogProblem.LogProblem>): Row | undefined => {
  for (;;) {
    const found = scanner.next()
    if (found === undefined || "values" in found) return found
    problems.push(found)
  }
}

/** Walks over the text line by line. */
class Scanner {
  readonly #text: string
  readonly #separator: string
  #at = 0
  #line = 1

  constructor(text: string, separator: string) {
    this.#text = text
    this.#separator = separator
  }

  /** The next line that is not empty, the problem of it, or nothing at the end. */
  next(): Row | LogProblem.LogProblem | undefined {
    while (this.#isAtLineEnd() && this.#at < this.#text.length) this.#endLine()
    if (this.#at >= this.#text.length) return undefined
    const line = this.#line
    const startAt = this.#at
    const values: Array<string> = []
    for (;;) {
      const value = this.#text[this.#at] === '"' ? this.#quoted() : this.#plain()
      if (value === undefined) return this.#skip(startAt, line)
      values.push(value)
      if (this.#text[this.#at] !== this.#separator) break
      this.#at += 1
    }
    this.#endLine()
    return { line, values }
  }

  #plain(): string | undefined {
    const startAt = this.#at
    while (this.#at < this.#text.length && !this.#isAtCellEnd()) {
      if (this.#text[this.#at] === '"') return undefined
      this.#at += 1
    }
    return this.#text.slice(startAt, this.#at)
  }

  #quoted(): string | undefined {
    let value = ""
    for (;;) {
      const end = this.#text.indexOf('"', this.#at + 1)
      if (end < 0) return undefined
      const part = this.#text.slice(this.#at + 1, end)
      this.#line += part.match(/\r\n|\r|\n/g)?.length ?? 0
      value += part
      this.#at = end + 1
      if (this.#text[this.#at] !== '"') return this.#isAtCellEnd() ? value : undefined
      value += '"'
    }
  }

  /** Goes on after the first line end behind the start of a bad line. */
  #skip(startAt: number, line: number): LogProblem.LogProblem {
    this.#at = startAt
    this.#line = line
    while (!this.#isAtLineEnd()) this.#at += 1
    const found = this.#text.slice(startAt, this.#at)
    this.#endLine()
    const expected = "quotes around a whole cell, and doubled inside it"
    return LogProblem.make("QuoteOutOfPlace", { line, column: "", found, expected })
  }

  #isAtCellEnd(): boolean {
    return this.#isAtLineEnd() || this.#text[this.#at] === this.#separator
  }

  #isAtLineEnd(): boolean {
    const character = this.#text[this.#at]
    return character === undefined || character === "\n" || character === "\r"
  }

  #endLine(): void {
    this.#at += this.#text.startsWith("\r\n", this.#at) ? 2 : 1
    this.#line += 1
  }
}
