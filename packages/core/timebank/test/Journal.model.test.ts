import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  AuditChain,
  Digest,
  Journal,
  JournalHead,
  JournalReading,
  Ledger,
  type LedgerCommand,
  LedgerRules,
  PublishedHead
} from "../src/index.ts"
import * as Books from "./model/books.ts"
import { post } from "./model/slowLedger.ts"
import { someCommand } from "./model/someCommand.ts"
import { opening, policyOf } from "./model/world.ts"
import { sha256 } from "./sha256.ts"

const someRun = fc.record({
  shortfall: fc.constantFrom(...LedgerRules.shortfallPolicies),
  steps: fc.array(fc.nat(), { minLength: 10, maxLength: 50, size: "max" }),
  batchSize: fc.integer({ min: 1, max: 40 })
})

interface Run {
  readonly shortfall: LedgerRules.ShortfallPolicy
  readonly steps: ReadonlyArray<number>
  readonly batchSize: number
}

/** The books of random commands, plausible by the slow model, and a head after every so many. */
const chained = ({ shortfall, steps, batchSize }: Run) => {
  const policy = policyOf(shortfall)
  const rules = LedgerRules.compile(policy)
  const ledger = Ledger.make()
  const chain = AuditChain.start(
    sha256,
    JournalHead.make({ ledgerId: "model", zone: "Asia/Shanghai", policy })
  )
  const history: Array<LedgerCommand.LedgerCommand> = []
  let books = Books.empty()
  const step = (command: LedgerCommand.LedgerCommand): void => {
    books = post(policy, books, command).books
    Ledger.post(rules, ledger, command)
    history.push(command)
    if (history.length % batchSize === 0) AuditChain.seal(chain, ledger)
  }
  for (const command of opening) step(command)
  steps.forEach((seed, next) => {
    step(someCommand(seed, { policy, books, history, next }))
  })
  return { history, ledger, chain }
}

describe("a journal of random commands", () => {
  test("gives equal bytes, heads and answers when it is read", () => {
    fc.assert(
      fc.property(someRun, (run) => {
        const { chain, history, ledger } = chained(run)
        const published = PublishedHead.publish(chain, ledger)
        const text = Journal.toText(chain, ledger)
        const report = JournalReading.ofText(sha256, text, [
          published.root,
          ...chain.links.map(({ head }) => head)
        ])
        if (!report.ok) throw new Error(JSON.stringify(report.problems))
        expect(report.problems).toEqual([])
        expect(report.published).toEqual(published)
        expect(Digest.toHex(report.chain.head)).toBe(Digest.toHex(chain.head))
        expect(Journal.toText(report.chain, report.ledger)).toBe(text)
        for (const command of history) {
          expect(Ledger.post(report.rules, report.ledger, command)).toEqual(
            Ledger.post(report.rules, ledger, command)
          )
        }
      }),
      { numRuns: 100 }
    )
  })

  test("a change of any digit is found", () => {
    fc.assert(
      fc.property(someRun, fc.nat(), (run, pick) => {
        const { chain, ledger } = chained(run)
        AuditChain.seal(chain, ledger)
        const text = Journal.toText(chain, ledger)
        const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
        const at = digits[pick % digits.length] ?? 0
        const changed = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
        const report = JournalReading.ofText(sha256, changed)
        expect(report.ok && report.isSound).toBe(false)
      }),
      { numRuns: 100 }
    )
  })

  test("a cut, doubled or moved line is found, and named where it is an entry", () => {
    fc.assert(
      fc.property(
        someRun,
        fc.nat(),
        fc.nat(),
        fc.constantFrom("cut", "double", "move"),
        (run, pick, other, how) => {
          const { chain, ledger } = chained(run)
          AuditChain.seal(chain, ledger)
          const lines = Journal.toText(chain, ledger).trimEnd().split("\n")
          const from = 1 + (pick % (lines.length - 1))
          const line = lines[from] ?? ""
          const without = lines.toSpliced(from, 1)
          const to = 1 + (other % without.length)
          const changed =
            how === "cut"
              ? without
              : how === "double"
                ? lines.toSpliced(from, 0, line)
                : without.toSpliced(to, 0, line)
          const text = changed.map((one) => `${one}\n`).join("")
          if (text === lines.map((one) => `${one}\n`).join("")) return
          const report = JournalReading.ofText(sha256, text)
          const isLastHead = how === "cut" && from === lines.length - 1
          // Without its last head a journal is sound: what it covered is not covered any more.
          expect(report.ok && report.isSound).toBe(isLastHead)
          if (!line.includes('"line":"Entry"') || !report.ok) return
          const { entry } = JSON.parse(line)
          const subjects = report.problems.map(({ subject }) => subject).join(" ")
          if (how === "double") expect(subjects).toBe(`${entry.sequence} (${entry.command.id})`)
          if (how === "cut") expect(subjects).toMatch(new RegExp(`^${entry.sequence}(-\\d+)?$`))
        }
      ),
      { numRuns: 150 }
    )
  })
})
