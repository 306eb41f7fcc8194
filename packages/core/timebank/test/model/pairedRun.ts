/**
 * A run of random commands, each given to the ledger and to the slow model: same answer, same books,
 * after every one. Every command is given a second time at once, which must change nothing.
 */
import { expect } from "vitest"
import { Ledger, type LedgerCommand, LedgerRules } from "../../src/index.ts"
import * as Books from "./books.ts"
import { post } from "./slowLedger.ts"
import { someCommand } from "./someCommand.ts"
import * as Views from "./views.ts"
import { opening, policyOf } from "./world.ts"

/** A run: what reversals do when the amount was spent, and one number per step. */
export interface Run {
  readonly shortfall: LedgerRules.ShortfallPolicy
  readonly steps: ReadonlyArray<number>
}

/** What a run ended in, for laws that look at the whole of it. */
export interface Ended {
  readonly rules: LedgerRules.LedgerRules
  readonly ledger: Ledger.Ledger
  readonly books: Books.Books
  readonly history: ReadonlyArray<LedgerCommand.LedgerCommand>
}

/** How often something was seen. */
export type Counts = Map<string, number>

const count = (counts: Counts, name: string): void => {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

const countAnswer = (
  counts: Counts,
  command: LedgerCommand.LedgerCommand,
  answer: Books.Answer
): void => {
  const outcome = answer.isRepeated ? "repeated" : answer.ok ? "accepted" : "refused"
  count(counts, `${outcome} ${command.action}`)
  let inner = answer.ok || answer.isRepeated ? undefined : answer.refusal
  while (inner !== undefined) {
    count(counts, inner.code)
    inner = inner.members[0]
  }
}

/** Fails with a readable difference where two values differ; cheap where they do not. */
const same = (found: unknown, expected: unknown, what: string): void => {
  if (!Views.isSame(found, expected)) expect(found, what).toEqual(expected)
}

/** What to look at after each command, beside the model. */
export type Watch = (ended: Ended, command: LedgerCommand.LedgerCommand) => void

/** Drives both with the same commands. Throws at the first difference. */
export const paired = (run: Run, counts: Counts = new Map(), watch: Watch = () => {}): Ended => {
  const policy = policyOf(run.shortfall)
  const rules = LedgerRules.compile(policy)
  const ledger = Ledger.make()
  const history: Array<LedgerCommand.LedgerCommand> = []
  let books = Books.empty()
  const step = (command: LedgerCommand.LedgerCommand): Books.Answer => {
    const what = `${history.length}: ${JSON.stringify(command)}`
    const modelled = post(policy, books, command)
    same(Views.ofAnswer(Ledger.post(rules, ledger, command)), modelled.answer, what)
    const again = post(policy, modelled.books, command)
    same(Views.ofAnswer(Ledger.post(rules, ledger, command)), again.answer, `again ${what}`)
    books = modelled.books
    history.push(command)
    seenAlike(ledger, books, books.lastSec, what)
    if (history.length % 16 === 0) seenAlike(ledger, books, books.lastSec + 37, `later ${what}`)
    countAnswer(counts, command, modelled.answer)
    watch({ rules, ledger, books, history }, command)
    return modelled.answer
  }
  for (const command of opening) expect(step(command).ok).toBe(true)
  run.steps.forEach((seed, next) => {
    step(someCommand(seed, { policy, books, history, next }))
  })
  return { rules, ledger, books, history }
}

const seenAlike = (
  ledger: Ledger.Ledger,
  books: Books.Books,
  atSec: number,
  what: string
): void => {
  const holdIds = books.holds.map((hold) => hold.placed.id)
  same(Views.ofLedger(ledger, holdIds, atSec), Views.ofBooks(books, atSec), what)
}
