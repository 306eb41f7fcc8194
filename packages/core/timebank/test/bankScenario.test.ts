/** Runs the tables of `docs/scenarios/time-bank.md`. */
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { requests, tablesOf, tell } from "./bankScenario.ts"

const page = new URL("../../../../docs/scenarios/time-bank.md", import.meta.url)
const tables = tablesOf(readFileSync(page, "utf8"))

describe("time-bank.md", () => {
  for (const table of tables) {
    test(table.title, () => {
      expect(table.rows.length).toBeGreaterThan(0)
      expect(tell(table).problem).toBe("")
    })
  }

  test("asks for everything that the bank can do for a member", () => {
    const used = new Set(tables.flatMap((table) => [...tell(table).words]))
    expect(Object.keys(requests).filter((name) => !used.has(name))).toEqual([])
  })

  test("a row that tells otherwise is found", () => {
    const [first] = tables
    if (first === undefined) throw new Error("no table")
    const result = first.rows.map((row) => row.replace("SelfService", "SelfConfirmed"))
    expect(tell({ ...first, rows: result }).problem).toContain("refused SelfService, not")
    const books = first.rows.map((row) => row.replace("team=60 |", "team=61 |"))
    expect(tell({ ...first, rows: books }).problem).toContain("not team=61")
  })
})
