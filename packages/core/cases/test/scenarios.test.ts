/**
 * Runs the tables of `docs/scenarios/cases-*.md`: every row is a command, and its event or rejection and
 * the fields it names have to come out.
 */
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { CaseAction, CaseProfile, DeliberationModel, SideProcessAction } from "../src/index.ts"
import { tablesOf } from "./scenarioPage.ts"
import { tell } from "./scenarioRun.ts"

const folder = new URL("../../../../docs/scenarios/", import.meta.url)
const pages = readdirSync(folder)
  .filter((name) => /^cases-.*\.md$/.test(name))
  .map((name) => ({
    name,
    tables: tablesOf(name, readFileSync(new URL(name, folder), "utf8"))
  }))
const tables = pages.flatMap((page) => page.tables)

for (const page of pages) {
  describe(page.name, () => {
    for (const table of page.tables) {
      test(table.title, () => {
        expect(table.rows.length).toBeGreaterThan(2)
        expect(tell(table).problems).toEqual([])
      })
    }
  })
}

describe("the scenarios together", () => {
  const toldOnce = (): ReadonlySet<string> =>
    new Set(tables.flatMap((table) => [...tell(table).told]))

  test("tell a story in every profile", () => {
    const used = new Set(tables.map((table) => table.settings.get("Profile")))
    expect([...used].sort()).toEqual([...CaseProfile.profileIds].sort())
  })

  test("make every move that a case has", () => {
    const told = toldOnce()
    expect(CaseAction.list.filter((action) => !told.has(action))).toEqual([])
  })

  test("make every move that a side process has", () => {
    const told = toldOnce()
    const actions = Object.values(SideProcessAction.lists).flat()
    expect(actions.filter((action) => !told.has(action))).toEqual([])
  })

  test("skip a stage of every model of deliberation, and are refused", () => {
    const skipped = DeliberationModel.ids.filter((model) =>
      tables.some(({ rows }) => {
        const isModel = rows.some((row) => row.command.includes(`model=${model}`))
        return isModel && rows.some((row) => row.result.startsWith("refused StageSkipped"))
      })
    )
    expect(skipped).toEqual(DeliberationModel.ids)
  })

  test("find a mistake in a table: a row that says otherwise is named", () => {
    const [first] = tables
    if (first === undefined) throw new Error("there are no tables")
    const [row, ...rest] = first.rows
    if (row === undefined) throw new Error("there are no rows")
    const wrong = { ...first, rows: [{ ...row, after: "status=WrittenOff" }, ...rest] }
    expect(tell(wrong).problems.join()).toContain("status is Reported, not WrittenOff")
    const other = { ...first, rows: [{ ...row, result: "refused ItemMissing" }, ...rest] }
    expect(tell(other).problems.join()).toContain("not refused ItemMissing")
  })
})
