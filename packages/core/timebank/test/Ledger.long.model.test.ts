/**
 * Long logs, past every growth of the columns and tables: the same script on one ledger, on a copy
 * taken half-way, and read back from its log.
 */
import { expect, test } from "vitest"
import { Ledger, LedgerCheck } from "../src/index.ts"
import * as Laws from "./Ledger.properties.ts"
import * as Dice from "./model/dice.ts"
import { independent } from "./model/independent.ts"

const stepCount = Math.max(12_000, 10 * Number(process.env["WANGGE_RUNS"] ?? 0))

const seeds = (count: number): ReadonlyArray<number> => {
  const dice = Dice.make(20_251_122)
  return Array.from({ length: count }, () => dice.below(2 ** 31))
}

test("a log of many thousand commands is sound, and its copies and replays are equal to it", () => {
  const { rules, opening, scripts } = independent(seeds(stepCount))
  const commands = [...opening, ...scripts.flat()]
  const ledger = Ledger.make()
  const half = Math.floor(commands.length / 2)
  Ledger.postBatch(rules, ledger, commands.slice(0, half))
  const copy = Ledger.copyOf(ledger)
  Ledger.postBatch(rules, ledger, commands.slice(half))
  for (const command of commands.slice(half)) Ledger.post(rules, copy, command)
  Laws.equal(ledger, copy)
  Laws.conserves(ledger, 1000)
  Laws.addsUp(ledger, 1000)
  Laws.tellsHistory(ledger)
  Laws.replays(ledger)
  expect(LedgerCheck.problems(ledger)).toEqual([])
  const repeats = Ledger.postBatch(rules, ledger, commands)
  expect(repeats.every(({ isRepeated }) => isRepeated)).toBe(true)
  Laws.equal(copy, ledger)
})
