/**
 * Why a transfer is refused, in words and values: from the number of the verdict and what
 * `ledger.move` and `ledger.seen` hold since then.
 */
import * as AccountKind from "../AccountKind.ts"
import { directions, type LedgerCommand } from "../LedgerCommand.ts"
import { codeAt, type LedgerRejection } from "../LedgerRejection.ts"
import { noEnd } from "../LedgerRules.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import type { Ledger } from "./ledgerState.ts"
import { numbered } from "./refusal.ts"
import * as rights from "./rights.ts"
import * as standing from "./standing.ts"
import { type Cause, creditedKeyOf } from "./transferVerdict.ts"

/** What the refused command names, as far as the numbers do not say it. */
export interface Named extends Cause {
  readonly debit: string
  readonly credit: string
  readonly byId: string
}

type Values = readonly [string, string | number, string | number]

/** The rejection of a movement between two accounts, for a verdict other than 0. */
export const transferRefusal = (
  ledger: Ledger,
  command: LedgerCommand,
  verdict: number,
  named: Named
): LedgerRejection => numbered(command, verdict, valuesOf(ledger, verdict, named))

const valuesOf = (ledger: Ledger, verdict: number, named: Named): Values => {
  const { move } = ledger
  const code = codeAt(verdict)
  switch (code) {
    case "TimeWentBack":
      return ["atSec", move.atSec, ledger.lastSec]
    case "EffectiveInFuture":
      return ["effectiveSec", move.effectiveSec, move.atSec]
    case "AccountUnknown":
      return [move.debit < 0 ? named.debit : named.credit, "", ""]
    case "SameAccount":
      return [named.debit, named.credit, ""]
    case "UnitMismatch":
      return unitValues(ledger, named)
    case "TransferNotAllowed":
    case "LapseNotAllowed":
    case "CauseMissing":
      return fitValues(ledger, code)
    case "NotPermitted":
      return [named.debit, named.byId, rights.actorsOf(ledger, move.debit)]
    case "MandateEnded":
    case "MandateKind":
    case "MandateExceeded":
      return mandateValues(ledger, code, named)
    case "AccountClosed":
    case "AccountFrozen":
      return stateValues(ledger, named)
    case "AlreadyCredited":
      return creditedValues(ledger, named)
    case "OutOfRange":
      return [named.debit, move.amount, noEnd]
    case "CeilingReached":
      return roomValues(ledger, named)
    default:
      return fundsValues(ledger, named)
  }
}

const unitValues = (ledger: Ledger, named: Named): Values => {
  const { move, accounts } = ledger
  const found = accountTable.unitOf(accounts, move.debit)
  const asked = Unit.list[move.unit] ?? ""
  return found === move.unit
    ? [named.credit, Unit.list[accountTable.unitOf(accounts, move.credit)] ?? "", asked]
    : [named.debit, Unit.list[found] ?? "", asked]
}

const kindName = (ledger: Ledger, account: number): string =>
  AccountKind.list[accountTable.kindOf(ledger.accounts, account)] ?? ""

const fitValues = (ledger: Ledger, code: string): Values => {
  const { move } = ledger
  const kind = TransferKind.list[move.transferKind] ?? ""
  if (code === "LapseNotAllowed") return [kind, move.lapseSec, ""]
  if (code === "CauseMissing") return [kind, "", "causeId"]
  return [kind, kindName(ledger, move.debit), kindName(ledger, move.credit)]
}

const mandateValues = (ledger: Ledger, code: string, named: Named): Values => {
  const { move } = ledger
  const party = rights.partyOf(ledger, named.byId)
  const mandate = rights.mandateOf(ledger, move.debit, party)
  if (mandate === undefined) return [named.byId, "", ""]
  if (code === "MandateEnded") return [named.byId, mandate.untilSec, move.atSec]
  if (code === "MandateExceeded") {
    const left = Math.min(mandate.perTransferMax, mandate.totalMax - mandate.used)
    return [named.byId, move.asked, left]
  }
  const allowed = TransferKind.list.filter((_, kind) => (mandate.kinds & (1 << kind)) !== 0)
  return [named.byId, TransferKind.list[move.transferKind] ?? "", allowed.join(", ")]
}

const stateValues = (ledger: Ledger, named: Named): Values => {
  const { rows } = ledger.accounts
  const { move } = ledger
  const debitMarks = rows[move.debit * accountTable.stride + accountTable.marks]!
  const creditMarks = rows[move.credit * accountTable.stride + accountTable.marks]!
  if ((debitMarks & accountTable.closed) !== 0) return [named.debit, "", ""]
  if ((creditMarks & accountTable.closed) !== 0) return [named.credit, "", ""]
  return (debitMarks & accountTable.frozenDebits) !== 0
    ? [named.debit, frozenName(debitMarks), ""]
    : [named.credit, frozenName(creditMarks), ""]
}

/** In which directions an account with these marks is frozen. */
export const frozenName = (marks: number): string =>
  directions[((marks >> accountTable.frozenShift) & 3) - 1] ?? ""

const creditedValues = (ledger: Ledger, named: Named): Values => {
  const { move, side } = ledger
  const key = creditedKeyOf(ledger, named, move.unit, move.credit)
  const found = side.credited.get(key)
  const beneficiary = key.slice(key.lastIndexOf(" ") + 1)
  const row = found === undefined ? 0 : found.earnRow === 0 ? found.excessRow : found.earnRow
  return [named.causeId, beneficiary, row === 0 ? "" : row - 1]
}

const roomValues = (ledger: Ledger, named: Named): Values => {
  standing.look(ledger, ledger.move.credit, ledger.move.atSec)
  const room = standing.room(ledger, ledger.move.credit)
  return [named.credit, ledger.move.asked, Math.max(room, 0)]
}

const fundsValues = (ledger: Ledger, named: Named): Values => {
  const { move } = ledger
  standing.look(ledger, move.debit, move.atSec)
  const floor = standing.floorAt(ledger, move.debit, move.atSec)
  return [named.debit, standing.available(ledger, floor), move.isUpTo ? 1 : move.asked]
}
