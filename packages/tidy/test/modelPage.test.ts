import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { describe, expect, it } from "vitest"
import { withTables } from "../../../scripts/internal/modelTables.mjs"

const page = readFileSync(resolve(import.meta.dirname, "../../../docs/model.md"), "utf8")

describe("docs/model.md", () => {
  it("has the tables that the code makes (npm run model:tables)", () => {
    expect(withTables(page)).toBe(page)
  })

  it("would be seen to be out of date if one default were another", () => {
    const other = page.replace("| 0.4 per 1,000 residents and month |", "| 0.5 per 1,000 |")
    expect(other).not.toBe(page)
    expect(withTables(other)).toBe(page)
  })

  it("is refused without the marks of its tables", () => {
    expect(() => withTables("no marks")).toThrow("no marks for the table numbers")
  })
})
