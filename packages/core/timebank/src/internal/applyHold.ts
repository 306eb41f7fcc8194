/**
 * Books holds: placing takes parts out of the free lots, capturing moves them on, releasing puts
 * them back.
 */
import type * as Event from "../LedgerEvent.ts"
import { noEnd } from "../LedgerRules.ts"
import * as TransferKind from "../TransferKind.ts"
import * as accountTable from "./accountTable.ts"
import { arrive, settle, useMandate, writeMove } from "./applyTransfer.ts"
import { holdOf } from "./holds.ts"
import * as holdTable from "./holdTable.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lots from "./lots.ts"
import * as lotTable from "./lotTable.ts"
import * as partList from "./partList.ts"
import * as rowLog from "./rowLog.ts"
import { keep, kindWord, writeEntry } from "./writeEntry.ts"

export const placed = (ledger: Ledger, event: Event.HoldPlaced): void => {
  const { command, amount } = event
  const account = accountTable.numberOf(ledger.accounts, command.debit)
  settle(ledger, account, command.atSec)
  lots.take(ledger, account, amount, command.atSec)
  const hold = holdTable.add(ledger.holds)
  const credit =
    command.credit === undefined ? -1 : accountTable.numberOf(ledger.accounts, command.credit)
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  const transferKind = TransferKind.codeOf(command.transferKind)
  const untilSec = command.expiresSec ?? noEnd
  rows[base + holdTable.account] = account
  rows[base + holdTable.credit] = credit + 1
  rows[base + holdTable.placed] = amount
  rows[base + holdTable.left] = amount
  rows[base + holdTable.expiresSec] = untilSec
  rows[base + holdTable.headPart] = partsFrom(ledger, 0)
  rows[base + holdTable.marks] =
    holdTable.open |
    (command.isCreditOpen === true ? holdTable.creditOpen : 0) |
    (transferKind << holdTable.kindShift)
  const own = account * accountTable.stride + accountTable.held
  ledger.accounts.rows[own] = ledger.accounts.rows[own]! + amount
  lots.chain(ledger, hold)
  rows[base + holdTable.row] = writeEntry(ledger, event, account, hold, {
    credit,
    amount,
    untilSec,
    transferKind
  })
  if (event.isByMandate) useMandate(ledger, account, command.byId, amount)
}

/** A chain of lots from `ledger.taken`, from a place on. */
const partsFrom = (ledger: Ledger, place: number): number => {
  let head = 0
  for (let i = ledger.taken.count - 1; i >= place; i--) {
    head = lotTable.add(ledger.lots, ledger.taken.lapses[i]!, ledger.taken.amounts[i]!, head)
  }
  return head
}

export const captured = (ledger: Ledger, event: Event.HoldCaptured): void => {
  const { command, amount } = event
  const hold = holdOf(ledger, command.holdId)
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  const account = rows[base + holdTable.account]!
  const credit = accountTable.numberOf(ledger.accounts, event.credit)
  settle(ledger, account, command.atSec)
  settle(ledger, credit, command.atSec)
  takeHeld(ledger, hold, amount)
  const transferKind = holdTable.kindOf(ledger.holds, hold)
  const isLapseGiven = command.lapseSec !== undefined
  arrive(ledger, credit, amount, isLapseGiven, command.lapseSec ?? 0, command.atSec)
  const word =
    kindWord(event) |
    (transferKind << 8) |
    (command.effectiveSec === undefined ? 0 : rowLog.effectiveGiven)
  const side = keep(ledger, event, hold)
  const effectiveSec = command.effectiveSec ?? command.atSec
  idTable.read(ledger.ids, command.id)
  idTable.find(ledger.ids, ledger.log)
  writeMove(
    ledger,
    word,
    account,
    credit,
    side,
    amount,
    command.atSec,
    effectiveSec,
    isLapseGiven,
    command.lapseSec ?? 0
  )
  const isOver = rows[base + holdTable.left]! === event.released
  if (isOver) lots.endHold(ledger, hold, holdTable.captured, command.atSec)
}

/** Takes the earliest lapsing parts of a hold into `ledger.taken`. */
const takeHeld = (ledger: Ledger, hold: number, amount: number): void => {
  const { taken } = ledger
  const { rows } = ledger.holds
  const base = hold * holdTable.stride
  const lotRows = ledger.lots.rows
  taken.count = 0
  let needed = amount
  while (needed > 0) {
    const lot = rows[base + holdTable.headPart]!
    const place = lot * lotTable.stride
    const there = lotRows[place + lotTable.amount]!
    const part = Math.min(there, needed)
    partList.push(taken, lotRows[place]!, part)
    needed -= part
    if (part < there) lotRows[place + lotTable.amount] = there - part
    else {
      rows[base + holdTable.headPart] = lotRows[place + lotTable.next]!
      lotTable.drop(ledger.lots, lot)
    }
  }
  rows[base + holdTable.left] = rows[base + holdTable.left]! - amount
  const own = rows[base + holdTable.account]! * accountTable.stride + accountTable.held
  ledger.accounts.rows[own] = ledger.accounts.rows[own]! - amount
}

export const released = (ledger: Ledger, event: Event.HoldReleased): void => {
  const { command, amount } = event
  const hold = holdOf(ledger, command.holdId)
  const account = ledger.holds.rows[hold * holdTable.stride + holdTable.account]!
  settle(ledger, account, command.atSec)
  lots.endHold(ledger, hold, holdTable.released, command.atSec)
  idTable.read(ledger.ids, command.id)
  idTable.find(ledger.ids, ledger.log)
  writeEntry(ledger, event, account, hold, { amount })
}
