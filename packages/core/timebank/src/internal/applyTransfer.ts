/**
 * Books movements: the tables change here and nowhere else. A movement settles what ended on both
 * accounts, takes the parts, lets them arrive, writes its row and links it to the movements before.
 */
import type { Transfer } from "../LedgerCommand.ts"
import { kinds } from "../LedgerEvent.ts"
import * as TransferKind from "../TransferKind.ts"
import * as accountTable from "./accountTable.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lots from "./lots.ts"
import * as partStore from "./partStore.ts"
import * as rowLog from "./rowLog.ts"
import * as sideTable from "./sideTable.ts"
import { creditedKeyOf } from "./transferVerdict.ts"

const noEnd = Number.MAX_SAFE_INTEGER
const transferred = kinds.indexOf("Transferred")

/** Lets what is in `ledger.taken` arrive, with its own lapse dates or a new one. */
export const arrive = (
  ledger: Ledger,
  credit: number,
  amount: number,
  isLapseGiven: boolean,
  lapseSec: number,
  atSec: number
): void => {
  const { taken } = ledger
  const marks = ledger.accounts.rows[credit * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.keepsLots) === 0) lots.put(ledger, credit, noEnd, amount, atSec)
  else if (isLapseGiven) lots.put(ledger, credit, lapseSec, amount, atSec)
  else {
    for (let i = 0; i < taken.count; i++) {
      lots.put(ledger, credit, taken.lapses[i]!, taken.amounts[i]!, atSec)
    }
  }
}

/**
 * Writes the row of a movement of `ledger.taken`, stores its parts where the row cannot tell them,
 * and links it on both accounts. The id that was read last becomes its id.
 */
export const writeMove = (
  ledger: Ledger,
  headWord: number,
  debit: number,
  credit: number,
  sideWord: number,
  amount: number,
  atSec: number,
  effectiveSec: number,
  isLapseGiven: boolean,
  lapseSec: number
): number => {
  const { log, taken } = ledger
  const first = taken.lapses[0]!
  const isStored = taken.count > 1 || (isLapseGiven && first !== noEnd)
  const row = rowLog.append(
    log,
    headWord |
      (isStored ? rowLog.partsStored : 0) |
      (isLapseGiven ? rowLog.lapseGiven : 0) |
      (ledger.groupRow === 0 ? 0 : rowLog.member),
    debit + 1,
    credit + 1,
    sideWord,
    amount,
    atSec,
    effectiveSec,
    isLapseGiven ? lapseSec : first
  )
  idTable.enter(ledger.ids, log, row)
  if (isStored) partStore.add(ledger.parts, 2 * row, taken)
  linkMove(ledger, row, debit, credit)
  ledger.lastSec = atSec
  return row
}

/** Links a row to the movements before it on both accounts. */
export const linkMove = (ledger: Ledger, row: number, debit: number, credit: number): void => {
  const { rows } = ledger.accounts
  const debitPlace = debit * accountTable.stride + accountTable.lastMove
  const creditPlace = credit * accountTable.stride + accountTable.lastMove
  rowLog.link(ledger.log, row, 0, rows[debitPlace]!)
  rowLog.link(ledger.log, row, 1, rows[creditPlace]!)
  rows[debitPlace] = row + 1
  rows[creditPlace] = row + 1
}

/** Books what ended on an account by `atSec`. */
export const settle = (ledger: Ledger, account: number, atSec: number): void => {
  const place = account * accountTable.stride + accountTable.nextExpirySec
  if (ledger.accounts.rows[place]! <= atSec) lots.settle(ledger, account, atSec)
}

/**
 * Books `ledger.move`. `party` is the number of who gave it, or 0 for one that has none yet: then
 * `byId` gets one.
 */
export const applyMove = (ledger: Ledger, party: number, byId: string): number => {
  const { move } = ledger
  settle(ledger, move.debit, move.atSec)
  settle(ledger, move.credit, move.atSec)
  lots.take(ledger, move.debit, move.amount, move.atSec)
  arrive(ledger, move.credit, move.amount, move.isLapseGiven, move.lapseSec, move.atSec)
  return writeMove(
    ledger,
    transferred |
      (move.transferKind << 8) |
      (move.isEffectiveGiven ? rowLog.effectiveGiven : 0) |
      (move.isExactGiven ? rowLog.exactGiven : 0) |
      (party > 0 ? 0 : rowLog.newParty) |
      (move.isByMandate ? rowLog.byMandate : 0),
    move.debit,
    move.credit,
    party > 0 ? party : sideTable.party(ledger.side, byId),
    move.amount,
    move.atSec,
    move.effectiveSec,
    move.isLapseGiven,
    move.lapseSec
  )
}

/** Notes beside the row of `ledger.move` what the row has no place for. */
export const noteMove = (
  ledger: Ledger,
  row: number,
  causeId: string,
  beneficiaryId: string,
  correctsId: string
): void => {
  const { log, move, side } = ledger
  const party = rowLog.word(log, row, rowLog.side)
  const asked = move.isUpTo ? move.asked : 0
  const note = { party, causeId, beneficiaryId, correctsId, asked }
  rowLog.setSide(log, row, side.notes.push(note) - 1)
  rowLog.addMarks(log, row, rowLog.noted)
}

/** Books `ledger.move` with what its command says beyond the numbers. */
export const applyTransfer = (ledger: Ledger, party: number, command: Transfer): void => {
  const { move } = ledger
  const row = applyMove(ledger, party, command.byId)
  if (move.isByMandate) useMandate(ledger, move.debit, command.byId, move.amount)
  const causeId = command.causeId ?? ""
  const beneficiaryId = command.beneficiaryId ?? ""
  const correctsId = command.correctsId ?? ""
  if (causeId !== "" || beneficiaryId !== "" || correctsId !== "" || move.isUpTo) {
    noteMove(ledger, row, causeId, beneficiaryId, correctsId)
  }
  if (TransferKind.isCauseBound(command.transferKind)) markCredited(ledger, row, command)
}

const markCredited = (ledger: Ledger, row: number, command: Transfer): void => {
  const { credited } = ledger.side
  const cause = { causeId: command.causeId ?? "", beneficiaryId: command.beneficiaryId ?? "" }
  const key = creditedKeyOf(ledger, cause, ledger.move.unit, ledger.move.credit)
  const found = credited.get(key)
  const isEarning = command.transferKind === "Earn"
  sideTable.setIn(ledger.side, credited, key, {
    earnRow: isEarning ? row + 1 : (found?.earnRow ?? 0),
    excessRow: isEarning ? (found?.excessRow ?? 0) : row + 1,
    groupRow: ledger.groupRow
  })
}

/** Counts an amount against the mandate of a party. */
export const useMandate = (ledger: Ledger, account: number, byId: string, amount: number): void => {
  const { mandates } = ledger.side
  const party = sideTable.party(ledger.side, byId)
  const after = (mandates.get(account) ?? []).map((each) =>
    each.agent === party
      ? {
          agent: each.agent,
          kinds: each.kinds,
          perTransferMax: each.perTransferMax,
          totalMax: each.totalMax,
          untilSec: each.untilSec,
          used: each.used + amount
        }
      : each
  )
  sideTable.setIn(ledger.side, mandates, account, after)
}
