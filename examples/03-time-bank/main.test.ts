import { readFileSync } from "node:fs"
import { LedgerCheck } from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { aBank, headOf, outputs, tell } from "./main.ts"

describe("a year in a small time bank", () => {
  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect(outputs.map((output) => output())).toEqual(blocksOf(page))
  })

  it("leaves sound books, and the same head every time", () => {
    const banks = [aBank(), aBank()]
    for (const bank of banks) {
      tell(bank)
      expect(LedgerCheck.problems(bank.ledger)).toEqual([])
    }
    const [first, second] = banks.map(headOf)
    expect(first).toBe(second)
  })
})
