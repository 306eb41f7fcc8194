/**
 * Decides on mandates: granted and revoked by whoever acts for the account, or by an operator.
 */
import type * as Command from "../LedgerCommand.ts"
import type { LedgerRules } from "../LedgerRules.ts"
import * as accountTable from "./accountTable.ts"
import { type Outcome, unknown } from "./decideAccount.ts"
import type { Ledger } from "./ledgerState.ts"
import { refusal } from "./refusal.ts"
import * as rights from "./rights.ts"

export const decideMandate = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.GrantMandate | Command.RevokeMandate
): Outcome => {
  if (command.action === "GrantMandate" && command.untilSec <= command.atSec) {
    return refusal(command, "EndNotLater", "untilSec", command.untilSec, command.atSec)
  }
  const account = accountTable.numberOf(ledger.accounts, command.account)
  if (account < 0) return unknown(command, command.account)
  const party = rights.partyOf(ledger, command.byId)
  if (
    !rights.isOwn(ledger, account, party) &&
    !rights.isOperator(rules, command.byId, rights.administer)
  ) {
    return refusal(command, "NotPermitted", command.account, command.byId, "owner, operator")
  }
  const sequence = ledger.log.count
  const agent = rights.partyOf(ledger, command.agentId)
  if (command.action === "RevokeMandate") {
    if (rights.mandateOf(ledger, account, agent) === undefined) {
      return refusal(command, "MandateUnknown", command.agentId, "", "")
    }
  }
  const marks = ledger.accounts.rows[account * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.closed) !== 0) {
    return refusal(command, "AccountClosed", command.account, "", "")
  }
  return command.action === "GrantMandate"
    ? { kind: "MandateGranted", sequence, command }
    : { kind: "MandateRevoked", sequence, command }
}
