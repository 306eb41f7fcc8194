/**
 * Decides on holds: placing, capturing, releasing. The rules are those of transfers; a hold adds
 * that it is open, in time, and large enough.
 */
import * as AccountKind from "../AccountKind.ts"
import type * as Command from "../LedgerCommand.ts"
import { type LedgerRejection, numberOf } from "../LedgerRejection.ts"
import { type LedgerRules, pairAt } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import * as accountTable from "./accountTable.ts"
import { type Outcome, unknown } from "./decideAccount.ts"
import { holdOf, statusAt, statusNames } from "./holds.ts"
import * as holdTable from "./holdTable.ts"
import type { Ledger, Move } from "./ledgerState.ts"
import { refusal } from "./refusal.ts"
import * as rights from "./rights.ts"
import * as standing from "./standing.ts"
import { transferRefusal } from "./transferRefusal.ts"
import { ofPlace, ofRight } from "./transferVerdict.ts"

const noLimit = Number.POSITIVE_INFINITY
const unitMismatch = numberOf("UnitMismatch")
const transferNotAllowed = numberOf("TransferNotAllowed")
const ceilingReached = numberOf("CeilingReached")

export const place = (rules: LedgerRules, ledger: Ledger, command: Command.PlaceHold): Outcome => {
  const { atSec, byId, debit, expiresSec } = command
  if (expiresSec !== undefined && expiresSec <= atSec) {
    return refusal(command, "EndNotLater", "expiresSec", expiresSec, atSec)
  }
  const credit = command.credit ?? ""
  const names = { debit, credit, byId, causeId: "", beneficiaryId: "" }
  const move = fillPlacing(ledger, command, credit)
  const verdict =
    (credit === "" ? ofOpenPlace(rules, ledger) : ofPlace(rules, ledger)) ||
    ofRight(rules, ledger, move.debit, move.transferKind, rights.partyOf(ledger, byId), byId) ||
    ofStates(ledger) ||
    ofFunds(ledger)
  if (verdict !== 0) return transferRefusal(ledger, command, verdict, names)
  const sequence = ledger.log.count
  return {
    kind: "HoldPlaced",
    sequence,
    command,
    amount: move.amount,
    isByMandate: move.isByMandate
  }
}

const fillPlacing = (ledger: Ledger, command: Command.PlaceHold, credit: string): Move => {
  const { move, accounts } = ledger
  move.debit = accountTable.numberOf(accounts, command.debit)
  move.credit = credit === "" ? -1 : accountTable.numberOf(accounts, credit)
  move.unit = Unit.codeOf(command.unit)
  move.transferKind = TransferKind.codeOf(command.transferKind)
  move.asked = command.amount
  move.isUpTo = command.mode === "UpTo"
  move.atSec = command.atSec
  move.effectiveSec = command.atSec
  move.isLapseGiven = false
  move.hasCause = true
  return move
}

/** The verdict on a placing that names nobody: somebody could get it. */
const ofOpenPlace = (rules: LedgerRules, ledger: Ledger): number => {
  const { move, accounts } = ledger
  if (move.debit < 0) return numberOf("AccountUnknown")
  if (accountTable.unitOf(accounts, move.debit) !== move.unit) return unitMismatch
  const kind = accountTable.kindOf(accounts, move.debit)
  const isPossible = AccountKind.list.some(
    (_, credit) => rules.pairs[pairAt(kind, move.transferKind, credit)] !== 0
  )
  return isPossible ? 0 : transferNotAllowed
}

/** Whether the credit account is frozen is looked at when the hold is captured. */
const ofStates = (ledger: Ledger): number => {
  const { move } = ledger
  const { rows } = ledger.accounts
  const debitMarks = rows[move.debit * accountTable.stride + accountTable.marks]!
  const creditMarks =
    move.credit < 0 ? 0 : rows[move.credit * accountTable.stride + accountTable.marks]!
  return LedgerVerdict.ofState(debitMarks, creditMarks & accountTable.closed)
}

/** What is put on hold; the ceiling of whoever gets it is looked at when it is captured. */
const ofFunds = (ledger: Ledger): number => {
  const { move, seen } = ledger
  const debts = standing.debtsOf(ledger, move.unit, move.atSec, move.asked)
  standing.look(ledger, move.debit, move.atSec)
  const available = standing.available(ledger, standing.floorAt(ledger, move.debit, move.atSec))
  const { asked, isUpTo } = move
  const { free } = seen
  move.amount = LedgerVerdict.movable(asked, isUpTo, available, noLimit, free, debts)
  return LedgerVerdict.ofAmounts(move.amount, available, noLimit, free, debts)
}

export const capture = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.CaptureHold
): Outcome => {
  if (command.credit !== undefined && !ledger.accounts.numberOf.has(command.credit)) {
    return unknown(command, command.credit)
  }
  const hold = holdOf(ledger, command.holdId)
  if (hold === 0) return refusal(command, "HoldUnknown", command.holdId, "", "")
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  const named = rows[base + holdTable.credit]! - 1
  const credit = command.credit ?? (named < 0 ? "" : accountTable.nameOf(ledger.accounts, named))
  const move = fillCapture(ledger, command, hold, credit)
  const debit = accountTable.nameOf(ledger.accounts, move.debit)
  const names = { debit, credit, byId: command.byId, causeId: "", beneficiaryId: "" }
  const early =
    (credit === "" ? 0 : ofPlace(rules, ledger)) || ofCaptureRight(rules, ledger, command)
  if (early !== 0) return transferRefusal(ledger, command, early, names)
  const { accounts } = ledger
  const marks =
    move.credit < 0 ? 0 : accounts.rows[move.credit * accountTable.stride + accountTable.marks]!
  const state = LedgerVerdict.ofState(0, marks)
  if (state !== 0) return transferRefusal(ledger, command, state, names)
  return (
    holdObstacle(ledger, command, hold) ??
    creditObstacle(ledger, command, hold, credit) ??
    amountObstacle(ledger, command, hold, names) ?? {
      kind: "HoldCaptured",
      sequence: ledger.log.count,
      command,
      amount: move.asked,
      credit,
      released: command.remainder === "Keep" ? 0 : rows[base + holdTable.left]! - move.asked
    }
  )
}

const fillCapture = (
  ledger: Ledger,
  command: Command.CaptureHold,
  hold: number,
  credit: string
): Move => {
  const { move, accounts } = ledger
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  move.debit = rows[base + holdTable.account]!
  move.credit = credit === "" ? -1 : accountTable.numberOf(accounts, credit)
  move.unit = accountTable.unitOf(accounts, move.debit)
  move.transferKind = holdTable.kindOf(ledger.holds, hold)
  move.asked = command.amount ?? rows[base + holdTable.left]!
  move.isUpTo = false
  move.atSec = command.atSec
  move.effectiveSec = command.effectiveSec ?? command.atSec
  move.isEffectiveGiven = command.effectiveSec !== undefined
  move.isLapseGiven = command.lapseSec !== undefined
  move.lapseSec = command.lapseSec ?? 0
  move.hasCause = true
  return move
}

/** Whoever may debit the account may capture; a mandate has to be good, its amounts were counted. */
const ofCaptureRight = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.CaptureHold | Command.ReleaseHold
): number => {
  const { move } = ledger
  const { asked } = move
  move.asked = 0
  const party = rights.partyOf(ledger, command.byId)
  const verdict = ofRight(rules, ledger, move.debit, move.transferKind, party, command.byId)
  move.asked = asked
  return verdict
}

const holdObstacle = (
  ledger: Ledger,
  command: Command.CaptureHold | Command.ReleaseHold,
  hold: number
): LedgerRejection | undefined => {
  const status = statusAt(ledger, hold, command.atSec)
  if (status === holdTable.open) return undefined
  if (status === holdTable.expired) {
    const expiresSec = ledger.holds.rows[hold * holdTable.stride + holdTable.expiresSec]!
    return refusal(command, "HoldExpired", command.holdId, command.atSec, expiresSec)
  }
  return refusal(command, "HoldEnded", command.holdId, statusNames[status] ?? "", "Open")
}

const creditObstacle = (
  ledger: Ledger,
  command: Command.CaptureHold,
  hold: number,
  credit: string
): LedgerRejection | undefined => {
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  const named = rows[base + holdTable.credit]! - 1
  if (credit === "") return refusal(command, "HoldCreditWrong", command.holdId, "", "credit")
  const isOpen = (rows[base + holdTable.marks]! & holdTable.creditOpen) !== 0
  if (named < 0 || named === ledger.move.credit || isOpen) return undefined
  const expected = accountTable.nameOf(ledger.accounts, named)
  return refusal(command, "HoldCreditWrong", command.holdId, credit, expected)
}

const amountObstacle = (
  ledger: Ledger,
  command: Command.CaptureHold,
  hold: number,
  names: Parameters<typeof transferRefusal>[3]
): LedgerRejection | undefined => {
  const { move } = ledger
  const left = ledger.holds.rows[hold * holdTable.stride + holdTable.left]!
  if (move.asked > left) return refusal(command, "HoldExceeded", command.holdId, move.asked, left)
  standing.look(ledger, move.credit, move.atSec)
  return move.asked > standing.room(ledger, move.credit)
    ? transferRefusal(ledger, command, ceilingReached, names)
    : undefined
}

export const release = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.ReleaseHold
): Outcome => {
  const hold = holdOf(ledger, command.holdId)
  if (hold === 0) return refusal(command, "HoldUnknown", command.holdId, "", "")
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  const named = rows[base + holdTable.credit]! - 1
  const party = rights.partyOf(ledger, command.byId)
  const right = releaseVerdict(rules, ledger, command, hold, named, party)
  if (right !== 0) {
    const debit = accountTable.nameOf(ledger.accounts, rows[base + holdTable.account]!)
    const names = { debit, credit: "", byId: command.byId, causeId: "", beneficiaryId: "" }
    return transferRefusal(ledger, command, right, names)
  }
  return (
    holdObstacle(ledger, command, hold) ?? {
      kind: "HoldReleased",
      sequence: ledger.log.count,
      command,
      amount: rows[base + holdTable.left]!
    }
  )
}

/** A named receiver or an operator lets go of it; where nobody is named, whoever may debit. */
const releaseVerdict = (
  rules: LedgerRules,
  ledger: Ledger,
  command: Command.ReleaseHold,
  hold: number,
  named: number,
  party: number
): number => {
  const { move } = ledger
  move.debit = ledger.holds.rows[hold * holdTable.stride + holdTable.account]!
  move.transferKind = holdTable.kindOf(ledger.holds, hold)
  move.atSec = command.atSec
  if (rights.isOperator(rules, command.byId, rights.act)) return 0
  if (named < 0) return ofCaptureRight(rules, ledger, command)
  return rights.isOwn(ledger, named, party) ? 0 : numberOf("NotPermitted")
}
