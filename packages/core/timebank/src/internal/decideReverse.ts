/**
 * Decides on reversals: of a transfer or a capture, once, whole or in part, and what happens when
 * whoever received it has spent it.
 */
import * as AccountKind from "../AccountKind.ts"
import type * as Command from "../LedgerCommand.ts"
import { kinds } from "../LedgerEvent.ts"
import { type LedgerRules, noEnd, shortfallPolicies } from "../LedgerRules.ts"
import * as accountTable from "./accountTable.ts"
import type { Outcome } from "./decideAccount.ts"
import { rowOf } from "./holds.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import { refusal } from "./refusal.ts"
import * as rights from "./rights.ts"
import * as rowLog from "./rowLog.ts"
import * as standing from "./standing.ts"

const transferred = kinds.indexOf("Transferred")
const captured = kinds.indexOf("HoldCaptured")
const refused = kinds.indexOf("Refused")
const overdraw = shortfallPolicies.indexOf("Overdraw")
const takeAvailable = shortfallPolicies.indexOf("TakeAvailable")
const issuer = AccountKind.codeOf("Issuer")

export const reverse = (rules: LedgerRules, ledger: Ledger, command: Command.Reverse): Outcome => {
  const { log } = ledger
  const { targetId, byId } = command
  const row = rowOf(ledger, targetId)
  const kind = row < 0 ? refused : rowLog.kindOf(log, row)
  if (kind === refused) return refusal(command, "TargetUnknown", targetId, "", "")
  if (kind !== transferred && kind !== captured) {
    const found = kinds[kind] ?? ""
    return refusal(command, "NotReversible", targetId, found, "Transferred, HoldCaptured")
  }
  if (!rights.isOperator(rules, byId, rights.correct)) {
    return refusal(command, "NotPermitted", targetId, byId, "operator")
  }
  const { rows } = ledger.accounts
  const receiver = rowLog.word(log, row, rowLog.credit) - 1
  const payer = rowLog.word(log, row, rowLog.debit) - 1
  for (const account of [receiver, payer]) {
    const marks = rows[account * accountTable.stride + accountTable.marks]!
    if ((marks & accountTable.closed) !== 0) {
      const name = accountTable.nameOf(ledger.accounts, account)
      return refusal(command, "AccountClosed", name, "", "")
    }
  }
  const by = ledger.side.reversedBy.get(row)
  if (by !== undefined) {
    return refusal(command, "AlreadyReversed", targetId, idTable.textAt(ledger.ids, log, by), "")
  }
  return ofAmount(rules, ledger, command, row, receiver)
}

const ofAmount = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.Reverse,
  row: number,
  receiver: number
): Outcome => {
  const moved = rowLog.double(ledger.log, row, rowLog.amount)
  const asked = command.amount ?? moved
  standing.look(ledger, receiver, command.atSec)
  const { free } = ledger.seen
  const missing = asked > free ? asked - free : 0
  const kind = accountTable.kindOf(ledger.accounts, receiver)
  const canOverdraw = rules.shortfall === overdraw || kind === issuer
  const subject = accountTable.nameOf(ledger.accounts, receiver)
  const unit = accountTable.unitOf(ledger.accounts, receiver)
  const debts = standing.debtsOf(ledger, unit, command.atSec, missing)
  if (canOverdraw && missing > noEnd - debts) {
    return refusal(command, "OutOfRange", subject, asked, noEnd)
  }
  if (asked > moved) return refusal(command, "HoldExceeded", command.targetId, asked, moved)
  const isTaken = rules.shortfall === takeAvailable && free >= 1
  if (missing > 0 && !canOverdraw && !isTaken) {
    return refusal(command, "Insufficient", subject, free, asked)
  }
  return {
    kind: "Reversed",
    sequence: ledger.log.count,
    command,
    amount: canOverdraw ? asked : asked - missing,
    shortfall: canOverdraw ? 0 : missing,
    overdrawn: canOverdraw ? missing : 0
  }
}
