/**
 * Decides on booking what has lapsed. What lapsed counts as gone without it; this only moves it to
 * where it can be counted.
 */
import * as AccountKind from "../AccountKind.ts"
import type * as Command from "../LedgerCommand.ts"
import { type LedgerRules, pairAt } from "../LedgerRules.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import { type Outcome, unknown } from "./decideAccount.ts"
import type { Ledger } from "./ledgerState.ts"
import { refusal } from "./refusal.ts"
import * as rights from "./rights.ts"
import * as standing from "./standing.ts"

const expireKind = TransferKind.codeOf("Expire")

export const expire = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.ExpireLots
): Outcome => {
  const { accounts } = ledger
  const account = accountTable.numberOf(accounts, command.account)
  if (account < 0) return unknown(command, command.account)
  const into = accountTable.numberOf(accounts, command.into)
  if (into < 0) return unknown(command, command.into)
  if (account === into) return refusal(command, "SameAccount", command.account, command.into, "")
  const unit = Unit.list[accountTable.unitOf(accounts, account)] ?? ""
  const other = Unit.list[accountTable.unitOf(accounts, into)] ?? ""
  if (unit !== other) return refusal(command, "UnitMismatch", command.into, other, unit)
  const from = accountTable.kindOf(accounts, account)
  const to = accountTable.kindOf(accounts, into)
  if (rules.pairs[pairAt(from, expireKind, to)] === 0) {
    const names = [AccountKind.list[from] ?? "", AccountKind.list[to] ?? ""] as const
    return refusal(command, "TransferNotAllowed", "Expire", names[0], names[1])
  }
  if (!rights.isOperator(rules, command.byId, rights.expire)) {
    return refusal(command, "NotPermitted", command.account, command.byId, "operator")
  }
  const marks = accounts.rows[into * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.closed) !== 0) {
    return refusal(command, "AccountClosed", command.into, "", "")
  }
  const amount = lapsedIn(ledger, account, command.lapseSec, command.atSec)
  return amount === 0
    ? refusal(command, "NothingLapsed", command.account, command.lapseSec, command.atSec)
    : { kind: "LotsExpired", sequence: ledger.log.count, command, amount }
}

/** What lapsed in one second and is free at `atSec`; 0 before that second. */
const lapsedIn = (ledger: Ledger, account: number, lapseSec: number, atSec: number): number => {
  if (lapseSec > atSec) return 0
  const { taken } = ledger
  standing.freeParts(ledger, account, atSec, taken)
  for (let i = 0; i < taken.count; i++) {
    if (taken.lapses[i] === lapseSec) return taken.amounts[i]!
  }
  return 0
}
