/** Runs the tables of `docs/scenarios/service-orders.md`. */
import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { OrderAction } from "../src/index.ts"
import { tablesOf, tell } from "./orderScenario.ts"

const page = new URL("../../../../docs/scenarios/service-orders.md", import.meta.url)
const tables = tablesOf(readFileSync(page, "utf8"))

describe("service-orders.md", () => {
  for (const table of tables) {
    test(table.title, () => {
      expect(table.rows.length).toBeGreaterThan(2)
      expect(tell(table).problem).toBe("")
    })
  }

  test("makes every move that an order has", () => {
    const told = new Set(tables.flatMap((table) => [...tell(table).told]))
    expect(OrderAction.list.filter((action) => !told.has(action))).toEqual([])
  })

  test("a row that tells otherwise is found", () => {
    const [first] = tables
    if (first === undefined) throw new Error("no table")
    const changed = first.rows.map((row) => row.replace("| OrderRated |", "| OrderConfirmed |"))
    expect(tell({ title: first.title, rows: changed }).problem).toContain("OrderRated, not")
    const other = first.rows.map((row) => row.replace("serviceGiven:45", "serviceGiven:46"))
    expect(tell({ title: first.title, rows: other }).problem).toContain("facts is")
  })
})
