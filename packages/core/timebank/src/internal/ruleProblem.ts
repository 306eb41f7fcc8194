/**
 * An entry of a journal held against the rules: its command is decided again, and the answer must be
 * what the journal says.
 */
import * as AuditProblem from "../AuditProblem.ts"
import type { Ledger } from "../Ledger.ts"
import * as LedgerDecider from "../LedgerDecider.ts"
import type { LogEntry } from "../LedgerEvent.ts"
import * as LedgerRejection from "../LedgerRejection.ts"
import type { LedgerRules } from "../LedgerRules.ts"
import { difference } from "./difference.ts"
import { nameOf } from "./entryOrder.ts"

/** What the rules say against an entry that stands next in the journal; undefined for nothing. */
export const ruleProblem = (
  rules: LedgerRules,
  ledger: Ledger,
  entry: LogEntry
): AuditProblem.AuditProblem | undefined => {
  const answer = LedgerDecider.decide(rules, ledger, entry.command)
  const name = nameOf(entry)
  // An id answers for one command: nobody books it a second time.
  if (answer.isRepeated) return AuditProblem.make("EntryNotAllowed", name, "IdReused", entry.kind)
  if (answer.ok) {
    const found = difference(answer.event, entry)
    return found && AuditProblem.make("EntryDiffers", name, found.left, found.right)
  }
  const { rejection } = answer
  if (entry.kind !== "Refused" || LedgerRejection.unremembered.includes(rejection.code)) {
    return AuditProblem.make("EntryNotAllowed", name, rejection.code, entry.kind)
  }
  const found = difference(rejection, entry.rejection)
  return found && AuditProblem.make("EntryDiffers", name, found.left, found.right)
}
