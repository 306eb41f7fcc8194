/**
 * XES read as a table of texts: one row per event, columns by the keys of attributes. Logs of other
 * programs are read as well, with or without namespace, extensions and globals.
 */
import { XMLParser, XMLValidator } from "fast-xml-parser"
import { unescapeXml } from "./internal/xmlText.ts"
import * as LogProblem from "./LogProblem.ts"
import type { Read, Row } from "./LogTable.ts"

/**
 * The table in a text of XES: one row per event of a trace, in the order of the file.
 *
 * Attributes of a trace stand in every row of its events, with `case:` before their keys; attributes
 * inside attributes, lists, globals and events outside traces are passed over. A text that is not
 * well-formed, that has a document type (which could name other files), or whose root is no `log`
 * gives one problem and no rows. Cost: the whole document stands in memory, some ten times the text.
 *
 * ```ts
 * import { XesReader } from "@wangge/eventlog"
 *
 * const { table } = XesReader.read(`<log><trace><string key="concept:name" value="C1"/>
 *   <event><string key="concept:name" value="A &amp; B"/></event></trace></log>`)
 * table // => { columns: ["case:concept:name", "concept:name"], rows: [{ line: 2, values: ["C1", "A & B"] }] }
 * ```
 *
 * @source IEEE 1849-2016, clause 4
 * @category xes
 * @since 0.1.0
 */
export const read = (text: string): Read => {
  const clean = text.replace(/^\ufeff/, "")
  const trouble = troubleOf(clean)
  if (trouble !== undefined) return refused(trouble)
  const root = list(parser.parse(clean)).find((node) => childrenOf(node, "log") !== undefined)
  if (root === undefined) {
    return refused({ line: 1, found: "another document", expected: "the root element log" })
  }
  const table = new Rows(lineStarts(clean))
  for (const node of childrenOf(root, "log") ?? []) {
    const inside = childrenOf(node, "trace")
    if (inside !== undefined) table.addTrace(inside)
  }
  return { table: table.done(), problems: [] }
}

interface Trouble {
  readonly line: number
  readonly found: string
  readonly expected: string
}

const refused = (trouble: Trouble): Read => ({
  table: { columns: [], rows: [] },
  problems: [LogProblem.make("NotWellFormed", { column: "", ...trouble })]
})

const troubleOf = (text: string): Trouble | undefined => {
  const typeAt = text.search(/<!DOCTYPE/i)
  if (typeAt >= 0) {
    const line = text.slice(0, typeAt).split("\n").length
    return { line, found: "a document type", expected: "a log without one" }
  }
  const found = XMLValidator.validate(text)
  return found === true
    ? undefined
    : { line: found.err.line, found: found.err.msg, expected: "well-formed XML" }
}

/** References and white space are undone by `unescapeXml`, so that nothing is trimmed or expanded. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  processEntities: false,
  captureMetaData: true
})

/** The parser's answer is checked as it is read: nothing is taken on trust. */
type Node = object

const list = (value: unknown): ReadonlyArray<Node> =>
  Array.isArray(value)
    ? value.filter((one): one is Node => typeof one === "object" && one !== null)
    : []

const own = (node: Node, name: PropertyKey): unknown =>
  Object.getOwnPropertyDescriptor(node, name)?.value

const childrenOf = (node: Node, tag: string): ReadonlyArray<Node> | undefined =>
  Object.hasOwn(node, tag) ? list(own(node, tag)) : undefined

const attributeTags = ["string", "date", "int", "float", "boolean", "id"]

/** Key and value of an attribute element, `undefined` for another element. */
const attributeOf = (node: Node): readonly [string, string] | undefined => {
  if (!attributeTags.some((tag) => Object.hasOwn(node, tag))) return undefined
  const given = own(node, ":@")
  if (typeof given !== "object" || given === null) return undefined
  const key = own(given, "key")
  const value = own(given, "value")
  return typeof key === "string" && typeof value === "string"
    ? [unescapeXml(key), unescapeXml(value)]
    : undefined
}

const startIndexOf = (node: Node): number => {
  // Its types say `Symbol` where `symbol` is meant.
  const place = own(node, XMLParser.getMetaDataSymbol().valueOf())
  if (typeof place !== "object" || place === null) return 0
  const startIndex = own(place, "startIndex")
  return typeof startIndex === "number" ? startIndex : 0
}

/** The rows while they are collected: a column appears with its first value. */
class Rows {
  readonly #columns = new Map<string, number>()
  readonly #rows: Array<{ readonly line: number; readonly values: Array<string> }> = []
  readonly #starts: ReadonlyArray<number>
  #line = 0

  constructor(starts: ReadonlyArray<number>) {
    this.#starts = starts
  }

  addTrace(inside: ReadonlyArray<Node>): void {
    const common: Array<string> = []
    for (const node of inside) this.#put(common, "case:", node)
    for (const node of inside) {
      const attributes = childrenOf(node, "event")
      if (attributes === undefined) continue
      const values = [...common]
      for (const attribute of attributes) this.#put(values, "", attribute)
      this.#rows.push({ line: this.#lineAt(startIndexOf(node)), values })
    }
  }

  done(): { readonly columns: ReadonlyArray<string>; readonly rows: ReadonlyArray<Row> } {
    const columns = [...this.#columns.keys()]
    const rows = this.#rows.map(({ line, values }) => ({
      line,
      values: columns.map((_, index) => values[index] ?? "")
    }))
    return { columns, rows }
  }

  #put(values: Array<string>, prefix: string, node: Node): void {
    const found = attributeOf(node)
    if (found === undefined) return
    const key = `${prefix}${found[0]}`
    const position = this.#columns.get(key) ?? this.#columns.size
    this.#columns.set(key, position)
    values[position] = found[1]
  }

  /** Nodes come in the order of the file, so the search goes on from the last line. */
  #lineAt(index: number): number {
    while (this.#line + 1 < this.#starts.length && this.#starts[this.#line + 1]! <= index) {
      this.#line += 1
    }
    return this.#line + 1
  }
}

/** Where each line of a text begins. */
const lineStarts = (text: string): ReadonlyArray<number> => {
  const starts = [0]
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return starts
}
