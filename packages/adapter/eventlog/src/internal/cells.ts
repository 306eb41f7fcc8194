/**
 * The cells of one row under a mapping, read as the values that commands need. What does not fit is
 * a problem with line and column; the value handed back is then only a place-holder, and the command
 * made of it is thrown away.
 */
import { Id } from "@wangge/facts"
import * as Csv from "../Csv.ts"
import * as LogAttribute from "../LogAttribute.ts"
import type { FieldName, LogMapping, Source } from "../LogMapping.ts"
import * as LogProblem from "../LogProblem.ts"
import type { LogTable, Row } from "../LogTable.ts"
import * as TimeText from "../TimeText.ts"

/** What stands for a text that a log says it left out. */
const leftOut = "(left out of the log)"

const idRule = `1 to ${Id.lengthMax} printable ASCII characters without spaces`

export class Cells {
  readonly problems: Array<LogProblem.LogProblem> = []
  readonly #places: ReadonlyMap<string, number>
  readonly #mapping: LogMapping
  #row: Row = { line: 0, values: [] }

  constructor(table: LogTable, mapping: LogMapping) {
    this.#places = new Map(table.columns.map((name, index) => [name, index]))
    this.#mapping = mapping
  }

  /** Reads this row from now on. */
  turnTo(row: Row): void {
    this.#row = row
  }

  /** The text of a column by its own name. */
  cell(column: string): string {
    const place = this.#places.get(column)
    const text = place === undefined ? "" : (this.#row.values[place] ?? "")
    return this.#mapping.isGuarded ? Csv.unguarded(text) : text
  }

  /** Says that the text of a column is wrong. */
  wrong(code: LogProblem.Code, column: string, found: string, expected: string): void {
    this.problems.push(LogProblem.make(code, { line: this.#row.line, column, found, expected }))
  }

  text(name: FieldName): string {
    const source = this.#mapping.fields[name]
    if (source === undefined) return ""
    const found = source.column === undefined ? "" : this.cell(source.column)
    if (found === "") return source.usual ?? ""
    if (source.words === undefined) return found
    if (Object.hasOwn(source.words, found)) return source.words[found] ?? ""
    if (source.otherwise !== undefined) return source.otherwise
    this.#unfit(name, found, Object.keys(source.words).join(", "))
    return ""
  }

  /** One of a list of words; `usual` where the row says nothing, a problem without one. */
  word<Word extends string>(name: FieldName, list: ReadonlyArray<Word>, usual?: Word): Word {
    const before = this.problems.length
    const text = this.text(name)
    const found = text === "" ? usual : list.find((known) => known === text)
    if (found !== undefined) return found
    if (this.problems.length === before) this.#unfit(name, text, list.join(", "))
    return list[0]!
  }

  /** One of a list of words, or none. */
  wordOrNone<Word extends string>(name: FieldName, list: ReadonlyArray<Word>): Word | undefined {
    return this.text(name) === "" ? undefined : this.word(name, list)
  }

  /** A text that may have been left out of the log. */
  note(name: "reason" | "resultNote", flag: "hasReason" | "hasResultNote"): string {
    const text = this.text(name)
    return text === "" && this.flag(flag) ? leftOut : text
  }

  flag(name: FieldName): boolean {
    const text = this.text(name)
    if (text === "") return false
    const value = LogAttribute.parse("flag", text)
    if (typeof value === "boolean") return value
    this.#unfit(name, text, "true or false")
    return false
  }

  whole(name: FieldName): number {
    const text = this.text(name)
    const value = LogAttribute.parse("whole", text)
    if (typeof value === "number") return value
    this.#unfit(name, text, "a whole number")
    return 0
  }

  decimal(name: FieldName): number {
    const text = this.text(name)
    const value = LogAttribute.parse("decimal", text)
    if (typeof value === "number") return value
    this.#unfit(name, text, "a number")
    return 0
  }

  /** An instant, or none. */
  timeOrNone(name: FieldName): number | undefined {
    const text = this.text(name)
    return text === "" ? undefined : this.time(this.#columnOf(name), text)
  }

  /** The instant that the text of a column means. */
  time(column: string, text: string): number {
    const parsed = TimeText.parse(text, this.#mapping.zone)
    if (parsed.ok) return parsed.atSec
    this.wrong(parsed.code, column, text, parsed.expected)
    return 0
  }

  ids(name: FieldName): ReadonlyArray<string> {
    const text = this.text(name)
    const value = text === "" ? [] : LogAttribute.parse("ids", text)
    return typeof value === "object" ? value : []
  }

  /** An id that the row has to give. */
  id<Kind extends string>(name: FieldName): Id.Id<Kind> {
    return this.asId(this.#columnOf(name), this.text(name))
  }

  /** An id, or none. */
  idOrNone<Kind extends string>(name: FieldName): Id.Id<Kind> | "" {
    return this.text(name) === "" ? "" : this.id(name)
  }

  /** The text of a column as an id. */
  asId<Kind extends string>(column: string, text: string): Id.Id<Kind> {
    if (Id.isValid(text)) return Id.make(text)
    this.wrong(text === "" ? "ValueMissing" : "IdUnfit", column, text, idRule)
    return Id.make("unfit")
  }

  #unfit(name: FieldName, found: string, expected: string): void {
    this.wrong(found === "" ? "ValueMissing" : "ValueUnfit", this.#columnOf(name), found, expected)
  }

  #columnOf(name: FieldName): string {
    const source: Source | undefined = this.#mapping.fields[name]
    return source?.column ?? name
  }
}
