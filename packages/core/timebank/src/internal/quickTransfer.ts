/**
 * The quick way of ordinary transfer commands: looked up, proved ordinary, booked. Everything else
 * is left to the decider, which says the same of an ordinary one.
 */
import type { Transfer } from "../LedgerCommand.ts"
import type { LedgerRules } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import * as TransferKind from "../TransferKind.ts"
import { partyBy } from "./fillMove.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import { bookIfOrdinary } from "./ordinary.ts"

/** The kinds that members use most, so that the first comparisons find them. */
const [gift, pay, donate] = (["Gift", "Pay", "Donate"] as const).map(TransferKind.codeOf)

/** The position of a kind that can be ordinary, -1 for any other. */
const ordinaryKind = (kind: string): number => {
  if (kind === "Gift") return gift ?? -1
  if (kind === "Pay") return pay ?? -1
  return kind === "Donate" ? (donate ?? -1) : -1
}

/** Books a transfer if it is an ordinary one with a new id; its row, or -1 if nothing was done. */
export const quickTransfer = (rules: LedgerRules, ledger: Ledger, command: Transfer): number => {
  const { numberOf } = ledger.accounts
  const debit = numberOf.get(command.debit)
  const credit = numberOf.get(command.credit)
  if (debit === undefined || credit === undefined) return -1
  if (!idTable.read(ledger.ids, command.id)) return -1
  if (idTable.find(ledger.ids, ledger.log) >= 0) return -1
  return bookOrdinary(rules, ledger, command, debit, credit)
}

const bookOrdinary = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Transfer,
  debit: number,
  credit: number
): number => {
  const { amount, atSec, unit } = command
  const kind = ordinaryKind(command.transferKind)
  const unitCode = unit === "hours" ? 0 : unit === "points" ? 1 : -1
  if (
    kind < 0 ||
    unitCode < 0 ||
    command.mode !== undefined ||
    command.effectiveSec !== undefined ||
    command.lapseSec !== undefined ||
    command.causeId !== undefined ||
    command.beneficiaryId !== undefined ||
    command.correctsId !== undefined ||
    LedgerVerdict.ofAmount(amount) !== 0 ||
    LedgerVerdict.ofInstant(atSec) !== 0
  ) {
    return -1
  }
  const party = partyBy(ledger, debit, command.byId)
  return bookIfOrdinary(rules, ledger, debit, credit, unitCode, kind, amount, atSec, party)
}
