import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as ObservationTable from "../src/ObservationTable.ts"

const row = fc.record({
  replication: fc.integer({ min: 0, max: 0xffffffff }),
  measure: fc.string(),
  class: fc.string(),
  station: fc.string(),
  value: fc.double({ noDefaultInfinity: true, noNaN: true })
})
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never

const fill = (table: ObservationTable.ObservationTable, rows: ReadonlyArray<Row>): void => {
  for (const each of rows) {
    table.add(
      each.replication,
      table.code(each.measure),
      table.code(each.class),
      table.code(each.station),
      each.value
    )
  }
}

const rowsOf = (columns: ObservationTable.Columns): ReadonlyArray<Row> =>
  Array.from(columns.replication, (replication, index) => ({
    replication,
    measure: columns.names[columns.measure[index] ?? -1] ?? "?",
    class: columns.names[columns.class[index] ?? -1] ?? "?",
    station: columns.names[columns.station[index] ?? -1] ?? "?",
    value: columns.value[index] ?? Number.NaN
  }))

/** Cells of a CSV text by the rules of RFC 4180, the guarding apostrophe taken off again. */
const cellsOf = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const lines: Array<Array<string>> = []
  let cells: Array<string> = []
  const part = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let match = part.exec(text); match !== null; match = part.exec(text)) {
    const cell = match[1]?.replaceAll('""', '"') ?? match[2] ?? ""
    cells.push(/^'[=+\-@\t\r\n']/.test(cell) ? cell.slice(1) : cell)
    if (match[3] !== "\r\n") continue
    lines.push(cells)
    cells = []
  }
  return lines
}

describe("ObservationTable", () => {
  test("gives back the rows it was given, as columns and as CSV", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        (rows, capacity) => {
          const table = ObservationTable.make({ capacity })
          fill(table, rows)
          expect(table.count).toBe(rows.length)
          expect(rowsOf(table.columns())).toEqual(rows)
          const [head, ...lines] = cellsOf([...table.csvPieces()].join(""))
          expect(head).toEqual([...ObservationTable.header])
          expect(lines.map((cells) => cells.slice(0, 4))).toEqual(
            rows.map((each) => [String(each.replication), each.measure, each.class, each.station])
          )
          expect(lines.map((cells) => Number(cells[4]))).toEqual(
            rows.map(({ value }) => (value === 0 ? 0 : value))
          )
        }
      ),
      { numRuns: 200, seed: 1 }
    )
  })

  test("handed on when full, never grows and loses nothing", () => {
    const rows = fc.sample(row, { numRuns: 100, seed: 2 })
    const seen: Array<Row> = []
    const table = ObservationTable.make({
      capacity: 7,
      onFull: (full) => {
        expect(full.count).toBeLessThanOrEqual(7)
        seen.push(...rowsOf(full.columns()))
      }
    })
    fill(table, rows)
    expect(seen).toHaveLength(98)
    table.flush()
    expect(seen).toEqual(rows)
    table.flush()
    expect(seen).toHaveLength(100)
    expect(table.count).toBe(0)
  })

  test("writes pieces of about a thousand rows, with one header or none", () => {
    const table = ObservationTable.make()
    const wait = table.code("wait")
    for (let index = 0; index < 2500; index++) table.add(index, wait, 0, 0, 0.5)
    const pieces = [...table.csvPieces()]
    expect(pieces).toHaveLength(4)
    expect(pieces[1]?.split("\r\n")).toHaveLength(1025)
    expect([...table.csvPieces({ hasHeader: false })].join("")).toBe(pieces.slice(1).join(""))
  })

  test("guards names that a spreadsheet would run", () => {
    const table = ObservationTable.make()
    table.add(0, table.code('=1+"a"'), table.code("a,b"), table.code("@x"), -2.5)
    expect([...table.csvPieces()][1]).toBe('0,"\'=1+""a""","a,b",\'@x,-2.5\r\n')
  })

  test("refuses rows that cannot be", () => {
    const table = ObservationTable.make()
    expect(() => table.add(0, 1, 0, 0, 1)).toThrow("got 1")
    expect(() => table.add(-1, 0, 0, 0, 1)).toThrow("got -1")
    expect(() => table.add(0, 0, 0, 0.5, 1)).toThrow("got 0.5")
    expect(() => table.add(0, 0, 0, 0, Number.NaN)).toThrow("got NaN")
    expect(table.count).toBe(0)
    expect(() => ObservationTable.make({ capacity: 0 })).toThrow("got 0")
  })

  test("knows 65,535 names and no more", () => {
    const table = ObservationTable.make()
    const names = Array.from({ length: 65_535 }, (_, index) => `n${index + 1}`)
    expect(names.findIndex((name, index) => table.code(name) !== index + 1)).toBe(-1)
    expect(table.code("n7")).toBe(7)
    expect(() => table.code("one more")).toThrow("at most 65535")
  })
})
