import { readFileSync } from "node:fs"
import { Ledger, LedgerCheck } from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { blocksOf } from "../../scripts/internal/readmeBlocks.mjs"
import { aDesk, chapters, handle, outputs, tell } from "./main.ts"

describe("orders that pay themselves", () => {
  it("prints what the README shows", () => {
    const page = readFileSync(new URL("README.md", import.meta.url), "utf8")
    expect(outputs.map((output) => output())).toEqual(blocksOf(page))
  })

  it("leaves sound books and nothing waiting", () => {
    const desk = aDesk()
    tell(desk)
    expect(LedgerCheck.problems(desk.bank.ledger)).toEqual([])
    expect(desk.waiting).toEqual([])
  })

  it("says the same to everything that is sent twice, and books nothing more", () => {
    const desk = aDesk()
    tell(desk)
    const before = Ledger.sequenceNext(desk.bank.ledger)
    const again = chapters.flatMap(([, commands]) =>
      commands.map((command) => handle(desk, command))
    )
    expect(again.filter((line) => line.includes("answered as before"))).toHaveLength(3)
    expect(Ledger.sequenceNext(desk.bank.ledger)).toBe(before)
  })
})
