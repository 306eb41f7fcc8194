/**
 * Whether an entry of a log can follow what is there: the accounts, holds and targets that it names
 * exist, and it moves no more than there is. Whether the rules would allow it is not asked here.
 */
import type { LogEntry, Single } from "../LedgerEvent.ts"
import * as accountTable from "./accountTable.ts"
import { holdOf, rowOf, statusAt } from "./holds.ts"
import * as holdTable from "./holdTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as partList from "./partList.ts"
import * as rowLog from "./rowLog.ts"
import * as standing from "./standing.ts"

/** What is missing for an entry, "" where nothing is. Overwrites the id that was read last. */
export const obstacleTo = (ledger: Ledger, event: LogEntry): string => {
  if (event.kind === "Refused" || event.kind === "GroupPosted") return ""
  const { accounts } = ledger
  const name = namesOf(event).find((each) => !accounts.numberOf.has(each))
  if (name !== undefined) return `an account ${name}`
  if (event.command.atSec < ledger.lastSec) return `a time from ${ledger.lastSec} on`
  switch (event.kind) {
    case "AccountOpened":
      return accounts.numberOf.has(event.command.account) ? "a new account" : ""
    case "HoldCaptured":
    case "HoldReleased": {
      const hold = holdOf(ledger, event.command.holdId)
      if (hold === 0 || statusAt(ledger, hold, event.command.atSec) !== holdTable.open) {
        return "an open hold"
      }
      const left = ledger.holds.rows[hold * holdTable.stride + holdTable.left]!
      return event.amount <= left ? "" : `at most ${left}`
    }
    case "Reversed": {
      const row = rowOf(ledger, event.command.targetId)
      if (row < 0 || ledger.side.reversedBy.has(row)) return "a movement not yet reversed"
      return event.amount <= rowLog.double(ledger.log, row, rowLog.amount) ? "" : "a smaller amount"
    }
    case "LotsExpired":
      return hasLapsed(ledger, event) ? "" : "an amount that has lapsed"
    default:
      return ""
  }
}

const hasLapsed = (
  ledger: Ledger,
  event: Extract<Single, { readonly kind: "LotsExpired" }>
): boolean => {
  const { account, atSec, lapseSec } = event.command
  const parts = partList.make()
  standing.freeParts(ledger, accountTable.numberOf(ledger.accounts, account), atSec, parts)
  const place = parts.lapses.indexOf(lapseSec)
  return place >= 0 && place < parts.count && parts.amounts[place] === event.amount
}

/** The accounts that have to be there. */
const namesOf = (event: Single): ReadonlyArray<string> => {
  switch (event.kind) {
    case "AccountOpened":
    case "HoldReleased":
    case "Reversed":
      return []
    case "Transferred":
      return [event.command.debit, event.command.credit]
    case "HoldPlaced": {
      const { debit, credit } = event.command
      return credit === undefined ? [debit] : [debit, credit]
    }
    case "HoldCaptured":
      return [event.credit]
    case "LotsExpired":
      return [event.command.account, event.command.into]
    case "AccountClosed":
      return event.amount === 0
        ? [event.command.account]
        : [event.command.account, event.command.sweepTo ?? ""]
    default:
      return [event.command.account]
  }
}
