/**
 * The ordinary transfer, in few steps: between two open accounts with nothing special about them,
 * given by the owner, and small enough for the first lot. {@link isOrdinary} is a proof, not a rule:
 * what it lets through `transferVerdict` lets through as well, with the same amount, and
 * {@link book} does what `applyMove` does. Whatever is not ordinary goes the long way.
 */
import { kinds } from "../LedgerEvent.ts"
import { type LedgerRules, pairAt } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import * as TransferKind from "../TransferKind.ts"
import * as accountTable from "./accountTable.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lots from "./lots.ts"
import * as lotTable from "./lotTable.ts"
import * as rowLog from "./rowLog.ts"

// constants of this module are part of the compiled code, those of another one are read each time
const {
  ceiling,
  debt,
  floor,
  free,
  guardian,
  headLot,
  held,
  keepsLots,
  kindBits,
  lastMove,
  marks,
  nextExpirySec,
  owner,
  stride,
  tailLot
} = accountTable
const { amount: amountPlace, stride: lotStride } = lotTable
const memberMark = rowLog.member
const units = 1 << accountTable.unitShift
const unitShift = accountTable.unitShift
const notFrom = accountTable.closed | accountTable.frozenDebits
const notTo = accountTable.closed | accountTable.frozenCredits
const adjust = TransferKind.codeOf("Adjust")
const transferred = kinds.indexOf("Transferred")

/** Kinds that need neither a cause nor an operator, by position. */
const isPlainKind = Uint8Array.from(TransferKind.list, (_, kind) =>
  kind === adjust || LedgerVerdict.isCauseBound(kind) ? 0 : 1
)

/** Whether a transfer of a good amount at a good time is sure to be allowed as it is asked for. */
export const isOrdinary = (
  rules: LedgerRules,
  ledger: Ledger,
  debit: number,
  credit: number,
  unit: number,
  transferKind: number,
  amount: number,
  atSec: number,
  party: number
): boolean => {
  if (debit === credit || atSec < ledger.lastSec || isPlainKind[transferKind] === 0) return false
  const { rows } = ledger.accounts
  const from = debit * stride
  const to = credit * stride
  const fromMarks = rows[from + marks]! | 0
  const toMarks = rows[to + marks]! | 0
  if ((fromMarks & notFrom) !== 0 || (toMarks & notTo) !== 0) return false
  const unitMark = unit << unitShift
  if ((fromMarks & units) !== unitMark || (toMarks & units) !== unitMark) return false
  const pair = pairAt(fromMarks & kindBits, transferKind, toMarks & kindBits)
  if (rules.pairs[pair] === 0 || (toMarks & keepsLots) === 0) return false
  const head = rows[from + headLot]! | 0
  const lot = head * lotStride
  const lotRows = ledger.lots.rows
  return (
    party !== 0 &&
    rows[from + owner] === party &&
    rows[from + guardian] === 0 &&
    rows[from + floor]! <= 0 &&
    rows[from + nextExpirySec]! > atSec &&
    rows[to + nextExpirySec]! > atSec &&
    rows[to + debt] === 0 &&
    rows[to + free]! + rows[to + held]! + amount <= rows[to + ceiling]! &&
    head !== 0 &&
    // the first lot has not lapsed and holds more than the amount: so there is no debt either
    lotRows[lot]! > atSec &&
    lotRows[lot + amountPlace]! > amount
  )
}

/** Books a transfer if it is ordinary; its row, or -1 if it is not. */
export const bookIfOrdinary = (
  rules: LedgerRules,
  ledger: Ledger,
  debit: number,
  credit: number,
  unit: number,
  transferKind: number,
  amount: number,
  atSec: number,
  party: number
): number =>
  isOrdinary(rules, ledger, debit, credit, unit, transferKind, amount, atSec, party)
    ? book(ledger, debit, credit, transferKind, amount, atSec, party)
    : -1

/** Books an ordinary transfer; its row. The id that was read last becomes its id. */
export const book = (
  ledger: Ledger,
  debit: number,
  credit: number,
  transferKind: number,
  amount: number,
  atSec: number,
  party: number
): number => {
  const { rows } = ledger.accounts
  const lotRows = ledger.lots.rows
  const from = debit * stride
  const to = credit * stride
  const lot = (rows[from + headLot]! | 0) * lotStride
  const lapseSec = lotRows[lot]!
  lotRows[lot + amountPlace] = lotRows[lot + amountPlace]! - amount
  rows[from + free] = rows[from + free]! - amount
  const head = (rows[to + headLot]! | 0) * lotStride
  const tail = (rows[to + tailLot]! | 0) * lotStride
  // place 0 is no lot, and its lapse second is never read as one: no lot lapses there
  const there = lotRows[head] === lapseSec ? head : lotRows[tail] === lapseSec ? tail : 0
  if (there === 0) lots.join(ledger, credit, lapseSec, amount)
  else {
    lotRows[there + amountPlace] = lotRows[there + amountPlace]! + amount
    rows[to + free] = rows[to + free]! + amount
  }
  const { log } = ledger
  const row = rowLog.append(
    log,
    transferred | (transferKind << 8) | (ledger.groupRow === 0 ? 0 : memberMark),
    debit + 1,
    credit + 1,
    party,
    amount,
    atSec,
    atSec,
    lapseSec
  )
  rowLog.linkBoth(log, row, rows[from + lastMove]!, rows[to + lastMove]!)
  idTable.enter(ledger.ids, log, row)
  rows[from + lastMove] = row + 1
  rows[to + lastMove] = row + 1
  ledger.lastSec = atSec
  return row
}
