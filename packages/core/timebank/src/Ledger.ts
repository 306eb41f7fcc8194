/**
 * The ledger: a set of typed arrays behind functions. DANGER: it is changed *in place*, by `post`,
 * `postBatch`, `evolve` and `PackedBatch.post` and by nothing else; take `copyOf` where the old
 * state is still needed. Everything is decided by `LedgerDecider`; this file books.
 */
import {
  applyChecked,
  applyGroup,
  applyRefused,
  applySingle,
  brokenLog,
  readNew
} from "./internal/applyEntry.ts"
import { applyTransfer } from "./internal/applyTransfer.ts"
import { entryAt, rowsOf } from "./internal/entryAt.ts"
import { partyBy } from "./internal/fillMove.ts"
import { rowOf } from "./internal/holds.ts"
import { copyCommand } from "./internal/keptCommand.ts"
import * as ledgerState from "./internal/ledgerState.ts"
import { quickTransfer } from "./internal/quickTransfer.ts"
import type { LedgerCommand, Transfer } from "./LedgerCommand.ts"
import { type Answer, decide } from "./LedgerDecider.ts"
import type { LogEntry } from "./LedgerEvent.ts"
import { type LedgerRejection, unremembered } from "./LedgerRejection.ts"
import type { LedgerRules } from "./LedgerRules.ts"

/**
 * A ledger. Its members are private to this package: read it through `Account`, `Balance`, `Lot`,
 * `Hold`, `Totals`, `History` and this file.
 *
 * @category ledgers
 * @since 0.1.0
 */
export type Ledger = ledgerState.Ledger

/**
 * An empty ledger.
 *
 * `commandCount` and `accountCount` say how large it will get; they only save copying while it
 * grows.
 *
 * ```ts
 * import { Ledger } from "@wangge/timebank"
 *
 * Ledger.sequenceNext(Ledger.make()) // => 0
 * ```
 *
 * @category ledgers
 * @since 0.1.0
 */
export const make = (
  options: { readonly commandCount?: number; readonly accountCount?: number } = {}
): Ledger => ledgerState.make(options.commandCount ?? 0, options.accountCount ?? 4)

/**
 * Answers a command and books what happens.
 *
 * The answer is that of `LedgerDecider.decide`; a refusal is remembered as well, but for those in
 * `LedgerRejection.unremembered`. Changes the ledger in place.
 *
 * ```ts
 * import { Ledger, LedgerRules } from "@wangge/timebank"
 *
 * const operators = [{ partyId: "desk", rights: LedgerRules.rights }]
 * const { transfers, ceilings, creditLines, shortfall } = LedgerRules.base
 * const rules = LedgerRules.compile({ transfers, operators, ceilings, creditLines, shortfall })
 * const ledger = Ledger.make()
 * const answer = Ledger.post(rules, ledger, {
 *   action: "OpenAccount", id: "c-1", atSec: 0, byId: "desk",
 *   account: "hours-7", accountKind: "Person", unit: "hours", ownerId: "person-7"
 * })
 * answer.ok ? answer.event.kind : answer.rejection.code // => "AccountOpened"
 * ```
 *
 * @category posting
 * @since 0.1.0
 */
export const post = (rules: LedgerRules, ledger: Ledger, command: LedgerCommand): Answer => {
  if (command.action === "Transfer") {
    const row = quickTransfer(rules, ledger, command)
    if (row >= 0) return transferred(command, row)
  }
  const answer = decide(rules, ledger, command)
  if (answer.isRepeated) return answer
  if (!answer.ok) {
    if (!unremembered.includes(answer.rejection.code)) {
      remember(ledger, command, answer.rejection)
    }
    return answer
  }
  const { event } = answer
  if (event.kind === "Transferred") {
    // the numbers that the decision was made from are still in ledger.move
    applyTransfer(ledger, partyBy(ledger, ledger.move.debit, command.byId), event.command)
    return answer
  }
  readNew(ledger, command.id)
  if (event.kind === "GroupPosted") applyGroup(ledger, event)
  else applySingle(ledger, event)
  return answer
}

const transferred = (command: Transfer, sequence: number): Answer => ({
  ok: true,
  isRepeated: false,
  event: { kind: "Transferred", sequence, command, amount: command.amount, isByMandate: false }
})

const remember = (ledger: Ledger, command: LedgerCommand, rejection: LedgerRejection): void => {
  readNew(ledger, command.id)
  const sequence = ledger.log.count
  applyRefused(ledger, { kind: "Refused", sequence, command: copyCommand(command), rejection })
}

/**
 * Answers commands one after the other; one answer for each, in their order. A refused one does not
 * stop those behind it. Changes the ledger in place.
 *
 * @category posting
 * @since 0.1.0
 */
export const postBatch = (
  rules: LedgerRules,
  ledger: Ledger,
  commands: ReadonlyArray<LedgerCommand>
): ReadonlyArray<Answer> => {
  const answers: Array<Answer> = []
  for (const command of commands) answers.push(post(rules, ledger, command))
  return answers
}

/**
 * Books an entry of a log as it stands, without rules; changes the ledger in place and returns it.
 *
 * Throws an `Error` for an entry whose place or id does not follow: the log is broken then. Whether
 * the rules would have allowed it is a question for `LedgerDecider`.
 *
 * @category logs
 * @since 0.1.0
 */
export const evolve = (ledger: Ledger, entry: LogEntry): Ledger => {
  if (entry.sequence !== ledger.log.count) throw brokenLog(entry, `place ${ledger.log.count}`)
  if (entry.kind === "GroupPosted" || entry.kind === "Refused") {
    if (!readNew(ledger, entry.command.id)) throw brokenLog(entry, "a new id")
    if (entry.kind === "GroupPosted") applyGroup(ledger, entry)
    else applyRefused(ledger, entry)
  } else applyChecked(ledger, entry)
  return ledger
}

/**
 * A ledger of its own with the same content: changes of one do not reach the other.
 *
 * Cost: linear in the size of the ledger.
 *
 * @category ledgers
 * @since 0.1.0
 */
export const copyOf = (ledger: Ledger): Ledger => ledgerState.copyOf(ledger)

/**
 * When the last accepted command was recorded; `-noEnd` before the first.
 *
 * @category ledgers
 * @since 0.1.0
 */
export const lastSec = (ledger: Ledger): number => ledger.lastSec

/**
 * The place that the next entry of the log takes: the number of commands answered so far, members of
 * groups counted.
 *
 * @category logs
 * @since 0.1.0
 */
export const sequenceNext = (ledger: Ledger): number => ledger.log.count

/**
 * The entries of the log from one place to before another, refusals included, groups with their
 * members. Without bounds, all of them.
 *
 * `from` is the place of an entry that stands alone or of a group, never of a member. Cost: linear
 * in the entries.
 *
 * @category logs
 * @since 0.1.0
 */
export const entries = (
  ledger: Ledger,
  from = 0,
  to = ledger.log.count
): ReadonlyArray<LogEntry> => {
  const list: Array<LogEntry> = []
  let row = from
  while (row < to) {
    const entry = entryAt(ledger, row)
    list.push(entry)
    row += rowsOf(entry)
  }
  return list
}

/**
 * What was answered to an id; `undefined` where none was. Members of a group answer for themselves.
 *
 * @category posting
 * @since 0.1.0
 */
export const answerOf = (ledger: Ledger, id: string): Answer | undefined => {
  const row = rowOf(ledger, id)
  if (row < 0) return undefined
  const entry = entryAt(ledger, row)
  return entry.kind === "Refused"
    ? { ok: false, isRepeated: true, rejection: entry.rejection }
    : { ok: true, isRepeated: true, event: entry }
}

/**
 * The ids of all accounts, in the order of their opening; the place is the account's number.
 *
 * @category ledgers
 * @since 0.1.0
 */
export const accountIds = (ledger: Ledger): ReadonlyArray<string> => ledger.accounts.names.slice()
