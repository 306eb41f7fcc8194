/**
 * Rules once, two shapes: the same random commands as records on one ledger and, where columns can
 * hold them, packed on another. Same answers, same books, the same bytes in both logs.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import {
  Ledger,
  type LedgerCommand,
  LedgerRejection,
  LedgerRules,
  PackedBatch
} from "../src/index.ts"
import * as Laws from "./Ledger.properties.ts"
import { driver } from "./model/drivenRun.ts"
import { isPackable, packed, plain, sortableId } from "./model/packing.ts"

const runs = {
  numRuns: Math.max(100, Number(process.env["WANGGE_RUNS"] ?? 100)),
  seed: Number(process.env["WANGGE_SEED"] ?? 20_251_122)
}

/** Room for a campaign, and for shrinking what a short run finds. */
const enoughMs = 3_600_000

const someRun = fc.record({
  shortfall: fc.constantFrom(...LedgerRules.shortfallPolicies),
  steps: fc.array(fc.noShrink(fc.noBias(fc.nat(2 ** 31 - 1))), { maxLength: 300, size: "max" })
})

type Answer = ReturnType<typeof Ledger.post>

const codeOf = (answer: Answer): number =>
  answer.ok ? 0 : LedgerRejection.numberOf(answer.rejection.code)

const movedOf = (answer: Answer): number =>
  answer.ok && answer.event.kind === "Transferred" ? answer.event.amount : 0

const codes = new Map<number, number>()

test(
  "packed columns and records are answered alike and leave the same bytes",
  () => {
    fc.assert(
      fc.property(someRun, ({ shortfall, steps }) => {
        const { history, ledger, next, rules } = driver(shortfall, plain)
        const other = Ledger.make()
        for (const command of history) Ledger.post(rules, other, command)
        let waiting: Array<readonly [LedgerCommand.Transfer, Answer]> = []
        const flush = (): void => {
          const batch = packed(
            other,
            waiting.map(([command]) => command)
          )
          const answers = PackedBatch.post(rules, other, batch)
          waiting.forEach(([command, answer], place) => {
            const found = [answers.codes[place], answers.amounts[place], answers.isRepeated[place]]
            const expected = [codeOf(answer), movedOf(answer), answer.isRepeated ? 1 : 0]
            expect(found, JSON.stringify(command)).toEqual(expected)
            if (answer.ok) expect(answers.sequences[place]).toBe(answer.event.sequence)
            codes.set(codeOf(answer), (codes.get(codeOf(answer)) ?? 0) + 1)
          })
          waiting = []
        }
        for (const seed of steps) {
          const command = next(seed)
          const answer = Ledger.post(rules, ledger, command)
          if (isPackable(other, command)) {
            waiting.push([command, answer])
            continue
          }
          flush()
          expect(Ledger.post(rules, other, command)).toEqual(answer)
        }
        flush()
        Laws.equal(ledger, other)
        Laws.isSound(other)
        Laws.replays(other)
      }),
      runs
    )
  },
  enoughMs
)

test("packed transfers met every refusal that a plain transfer can meet", () => {
  const met = LedgerRejection.codes.filter((code) => codes.has(LedgerRejection.numberOf(code)))
  const plainCodes = ["IdReused", "AmountNotWhole", "TimeWentBack", "EffectiveInFuture"] as const
  const fit = ["SameAccount", "UnitMismatch", "TransferNotAllowed", "LapseNotAllowed"] as const
  const right = ["CauseMissing", "NotPermitted", "MandateKind", "MandateExceeded"] as const
  const state = ["AccountClosed", "AccountFrozen", "CeilingReached", "Insufficient"] as const
  expect(met).toEqual(expect.arrayContaining([...plainCodes, ...fit, ...right, ...state]))
})

test("a sortable id and its words name the same command", () => {
  const ids = Array.from({ length: 500 }, (_, index) => sortableId(index * 7))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id))).toBe(true)
})
