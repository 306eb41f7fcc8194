/**
 * Random commands against the slow model: after every command the same answer and the same books,
 * and the same command at once again changes nothing. `npm run campaign:ledger` asks for a million
 * commands; a failure prints seed and path, and `WANGGE_SEED` and fast-check's `path` replay it.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import { History, Ledger, LedgerRejection, LedgerRules } from "../src/index.ts"
import * as Laws from "./Ledger.properties.ts"
import { type Counts, type Ended, paired, type Run } from "./model/pairedRun.ts"
import * as Views from "./model/views.ts"

const runs = {
  numRuns: Math.max(100, Number(process.env["WANGGE_RUNS"] ?? 100)),
  seed: Number(process.env["WANGGE_SEED"] ?? 20_251_122)
}

/** Most commands of a run; a campaign takes longer runs, which get deeper. */
const maxLength = process.env["WANGGE_RUNS"] === undefined ? 300 : 500

/** Room for a campaign, and for shrinking what a short run finds. */
const enoughMs = 3_600_000

const someRun: fc.Arbitrary<Run> = fc.record({
  shortfall: fc.constantFrom(...LedgerRules.shortfallPolicies),
  steps: fc.array(fc.noShrink(fc.noBias(fc.nat(2 ** 31 - 1))), { maxLength, size: "max" })
})

const counts: Counts = new Map()

/** The past of every account, at times around those of the run, as the model would tell it. */
const tellsAlike = ({ ledger, books }: Ended): void => {
  const now = Ledger.lastSec(ledger)
  const times = [now - 400, now - 60, now - 7, now]
  for (const account of books.accounts) {
    for (const effectiveSec of times) {
      for (const recordedSec of times) {
        const known = { effectiveSec, recordedSec }
        const balance = History.balanceAsOf(ledger, account.id, known)
        expect(balance).toBe(Views.balanceAsOf(books, account.id, known))
      }
    }
    for (const by of ["Recorded", "Effective"] as const) {
      const span = { fromSec: now - 60, toSec: now, by, knownSec: now - 7 }
      const found = History.statement(ledger, account.id, span)
      const expected = Views.statementOf(books, account, span)
      if (!Views.isSame(found, expected)) expect(found).toEqual(expected)
    }
  }
}

test(
  "the ledger and the slow model answer alike and keep the same books",
  () => {
    fc.assert(
      fc.property(someRun, (run) => {
        const ended = paired(run, counts)
        tellsAlike(ended)
        Laws.isSound(ended.ledger)
      }),
      runs
    )
  },
  enoughMs
)

test("every action and every refusal occurred", () => {
  const total = [...counts].reduce((sum, [name, count]) => (/ /.test(name) ? sum + count : sum), 0)
  const rows = [...counts].sort(([, left], [, right]) => right - left)
  console.info(`${total} commands, each given twice`)
  for (const [name, count] of rows) console.info(`${String(count).padStart(9)}  ${name}`)
  const seen = (name: string): boolean => (counts.get(name) ?? 0) > 0
  for (const outcome of ["accepted", "repeated", "refused"]) {
    expect(Views.actions.filter((action) => !seen(`${outcome} ${action}`))).toEqual([])
  }
  expect(LedgerRejection.codes.filter((code) => !seen(code))).toEqual([])
})
