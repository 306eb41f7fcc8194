/**
 * Decides on a command of the ledger: one event, or one rejection; for an id that was answered
 * before, the same answer again. Nothing changes here: `Ledger.post` decides and books.
 */

import { badId, decideGroup } from "./internal/decideGroup.ts"
import { decideSingle } from "./internal/decideSingle.ts"
import { entryAt } from "./internal/entryAt.ts"
import * as idTable from "./internal/idTable.ts"
import { copyCommand } from "./internal/keptCommand.ts"
import type { Ledger } from "./internal/ledgerState.ts"
import { refusal } from "./internal/refusal.ts"
import { sameContent } from "./internal/sameContent.ts"
import type { LedgerCommand } from "./LedgerCommand.ts"
import type { LedgerEvent } from "./LedgerEvent.ts"
import type { LedgerRejection } from "./LedgerRejection.ts"
import type { LedgerRules } from "./LedgerRules.ts"

/**
 * What a decision says: the event that happens, or why nothing does; `isRepeated` if this command
 * was answered before, and this is that answer.
 *
 * @category decisions
 * @since 0.1.0
 */
export type Answer =
  | { readonly ok: true; readonly isRepeated: boolean; readonly event: LedgerEvent }
  | { readonly ok: false; readonly isRepeated: boolean; readonly rejection: LedgerRejection }

/**
 * The decision on a command. The ledger is left as it was found.
 *
 * The checks are made in the order of `LedgerRejection.order`. Throws a `RangeError` for an action
 * that is not in `LedgerCommand.actions`. Cost: a few reads; for a group, twice the work of its
 * members.
 *
 * @source domain rows 39 to 41; what is ours is said where the rule stands
 * @category decisions
 * @since 0.1.0
 */
export const decide = (rules: LedgerRules, ledger: Ledger, command: LedgerCommand): Answer => {
  if (!idTable.read(ledger.ids, command.id)) {
    return { ok: false, isRepeated: false, rejection: badId(command) }
  }
  const row = idTable.find(ledger.ids, ledger.log)
  if (row >= 0) return repeated(ledger, command, row)
  const outcome = outcomeOf(rules, ledger, command)
  return "code" in outcome
    ? { ok: false, isRepeated: false, rejection: outcome }
    : { ok: true, isRepeated: false, event: outcome }
}

/** Commands that the log will keep are copied first, so that no later change reaches the answer. */
const outcomeOf = (
  rules: LedgerRules,
  ledger: Ledger,
  command: LedgerCommand
): LedgerEvent | LedgerRejection => {
  if (command.action === "Transfer") return decideSingle(rules, ledger, command)
  const own = copyCommand(command)
  return own.action === "PostGroup"
    ? decideGroup(rules, ledger, own)
    : decideSingle(rules, ledger, own)
}

/** The answer to an id that is known: the old one, or that the id belongs to another command. */
const repeated = (ledger: Ledger, command: LedgerCommand, row: number): Answer => {
  const entry = entryAt(ledger, row)
  if (!sameContent(entry.command, command)) {
    const rejection = refusal(command, "IdReused", command.id, "", "")
    return { ok: false, isRepeated: false, rejection }
  }
  return entry.kind === "Refused"
    ? { ok: false, isRepeated: true, rejection: entry.rejection }
    : { ok: true, isRepeated: true, event: entry }
}
