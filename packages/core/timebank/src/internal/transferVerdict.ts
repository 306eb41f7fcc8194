/**
 * The verdict on a plain transfer in numbers, read from the tables: objects and packed columns both
 * fill `ledger.move` and come here. The order of the lines is the order of `LedgerRejection.order`.
 */
import { numberOf } from "../LedgerRejection.ts"
import type { LedgerRules } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import * as TransferKind from "../TransferKind.ts"
import * as accountTable from "./accountTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as rights from "./rights.ts"
import * as sideTable from "./sideTable.ts"
import * as standing from "./standing.ts"

const accountUnknown = numberOf("AccountUnknown")
const sameAccount = numberOf("SameAccount")
const unitMismatch = numberOf("UnitMismatch")
const notPermitted = numberOf("NotPermitted")
const alreadyCredited = numberOf("AlreadyCredited")
const adjust = TransferKind.codeOf("Adjust")
const earn = TransferKind.codeOf("Earn")

/** What a cause-bound transfer says of its cause; empty texts where it says nothing. */
export interface Cause {
  readonly causeId: string
  readonly beneficiaryId: string
}

/**
 * 0, or the number of the rejection; `ledger.move.amount` is what moves. `party` is the number of
 * `byId`, 0 if it has none.
 */
export const ofTransfer = (
  rules: LedgerRules,
  ledger: Ledger,
  party: number,
  byId: string,
  cause: Cause
): number => {
  const { move } = ledger
  const early = ofPlace(rules, ledger)
  if (early !== 0) return early
  const { debit, credit, transferKind } = move
  const right = ofRight(rules, ledger, debit, transferKind, party, byId)
  if (right !== 0) return right
  const { rows } = ledger.accounts
  const debitMarks = rows[debit * accountTable.stride + accountTable.marks]!
  const creditMarks = rows[credit * accountTable.stride + accountTable.marks]!
  const state = LedgerVerdict.ofState(debitMarks, creditMarks)
  if (state !== 0) return state
  if (LedgerVerdict.isCauseBound(transferKind) && isCredited(ledger, cause)) return alreadyCredited
  return ofMovable(ledger)
}

/** Times, accounts, units, and the table of the policy. */
export const ofPlace = (rules: LedgerRules, ledger: Ledger): number => {
  const { move, accounts } = ledger
  const clock = LedgerVerdict.ofClock(ledger.lastSec, move.atSec, move.effectiveSec)
  if (clock !== 0) return clock
  const { debit, credit } = move
  if (debit < 0 || credit < 0) return accountUnknown
  if (debit === credit) return sameAccount
  const debitMarks = accounts.rows[debit * accountTable.stride + accountTable.marks]!
  const creditMarks = accounts.rows[credit * accountTable.stride + accountTable.marks]!
  if (((debitMarks >> accountTable.unitShift) & 1) !== move.unit) return unitMismatch
  if (((creditMarks >> accountTable.unitShift) & 1) !== move.unit) return unitMismatch
  return LedgerVerdict.ofFit(
    rules,
    debitMarks & accountTable.kindBits,
    move.transferKind,
    creditMarks & accountTable.kindBits,
    move.isLapseGiven,
    move.hasCause
  )
}

/** Whether a party may debit an account for a kind; sets `move.isByMandate`. */
export const ofRight = (
  rules: LedgerRules,
  ledger: Ledger,
  debit: number,
  transferKind: number,
  party: number,
  byId: string
): number => {
  ledger.move.isByMandate = false
  if (transferKind === adjust) {
    return rights.isOperator(rules, byId, rights.correct) ? 0 : notPermitted
  }
  if (rights.isOwn(ledger, debit, party) || rights.isOperator(rules, byId, rights.act)) return 0
  const mandate = rights.mandateOf(ledger, debit, party)
  if (mandate === undefined) return notPermitted
  ledger.move.isByMandate = true
  return LedgerVerdict.ofMandate(mandate, transferKind, ledger.move.asked, ledger.move.atSec)
}

/** What moves, and whether limits and funds allow it. */
const ofMovable = (ledger: Ledger): number => {
  const { move, seen } = ledger
  standing.look(ledger, move.credit, move.atSec)
  const room = standing.room(ledger, move.credit)
  const debts = standing.debtsOf(ledger, move.unit, move.atSec, move.asked)
  standing.look(ledger, move.debit, move.atSec)
  const available = standing.available(ledger, standing.floorAt(ledger, move.debit, move.atSec))
  const { free } = seen
  const amount = LedgerVerdict.movable(move.asked, move.isUpTo, available, room, free, debts)
  move.amount = amount
  return LedgerVerdict.ofAmounts(amount, available, room, free, debts)
}

/**
 * Whether a cause has credited a beneficiary already, by another command or group; in one group, one
 * earning and one excess may stand together.
 */
const isCredited = (ledger: Ledger, cause: Cause): boolean => {
  const { move } = ledger
  const key = creditedKeyOf(ledger, cause, move.unit, move.credit)
  const found = ledger.side.credited.get(key)
  if (found === undefined) return false
  if (ledger.groupRow === 0 || found.groupRow !== ledger.groupRow) return true
  return (move.transferKind === earn ? found.earnRow : found.excessRow) !== 0
}

/** The key of a cause and its beneficiary: the owner of the credit account unless it is stated. */
export const creditedKeyOf = (
  ledger: Ledger,
  cause: Cause,
  unit: number,
  credit: number
): string => {
  const owner = ledger.accounts.rows[credit * accountTable.stride + accountTable.owner]!
  const beneficiaryId =
    cause.beneficiaryId === "" ? sideTable.partyText(ledger.side, owner) : cause.beneficiaryId
  return sideTable.creditedKey(cause.causeId, unit, beneficiaryId)
}
