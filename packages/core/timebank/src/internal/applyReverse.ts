/**
 * Books reversals and expiries.
 */
import type * as Event from "../LedgerEvent.ts"
import { noEnd } from "../LedgerRules.ts"
import * as TransferKind from "../TransferKind.ts"
import * as accountTable from "./accountTable.ts"
import { linkMove, settle, writeMove } from "./applyTransfer.ts"
import { rowOf } from "./holds.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lots from "./lots.ts"
import * as partList from "./partList.ts"
import * as partStore from "./partStore.ts"
import * as rowLog from "./rowLog.ts"
import * as rowParts from "./rowParts.ts"
import type { Credited } from "./sideTable.ts"
import * as sideTable from "./sideTable.ts"
import { creditedKeyOf } from "./transferVerdict.ts"
import { keep, kindWord, writeEntry } from "./writeEntry.ts"

const expireKind = TransferKind.codeOf("Expire")

/**
 * Takes the amount back from whoever received it, first what the transfer gave, and gives the payer
 * the parts that had left: of a reversal in part, the latest lapsing ones, as if only the rest had
 * ever moved.
 */
export const reversed = (ledger: Ledger, event: Event.Reversed): void => {
  const { log, taken } = ledger
  const { command, amount } = event
  const { atSec } = command
  const target = rowOf(ledger, command.targetId)
  const receiver = rowLog.word(log, target, rowLog.credit) - 1
  const payer = rowLog.word(log, target, rowLog.debit) - 1
  settle(ledger, receiver, atSec)
  settle(ledger, payer, atSec)
  takeBack(ledger, target, receiver, amount, atSec)
  const given = partList.make()
  rowParts.left(ledger, target, given)
  const restored = latest(given, amount)
  const payerMarks = ledger.accounts.rows[payer * accountTable.stride + accountTable.marks]!
  if ((payerMarks & accountTable.keepsLots) === 0) lots.put(ledger, payer, noEnd, amount, atSec)
  else lots.putBack(ledger, payer, partList.copyOf(restored), atSec)
  idTable.read(ledger.ids, command.id)
  idTable.find(ledger.ids, log)
  const transferKind = rowLog.transferKindOf(log, target)
  const row = writeEntry(ledger, event, receiver, target, { credit: payer, amount, transferKind })
  rowLog.addMarks(log, row, rowLog.partsStored)
  rowLog.setEffective(log, row, command.effectiveSec ?? atSec)
  partStore.add(ledger.parts, 2 * row, taken)
  partStore.add(ledger.parts, 2 * row + 1, restored)
  linkMove(ledger, row, receiver, payer)
  sideTable.setIn(ledger.side, ledger.side.reversedBy, target, row)
  if (amount === rowLog.double(log, target, rowLog.amount)) freeCause(ledger, target)
}

/** Takes what the transfer gave, its latest lapse first, then the earliest of the rest. */
const takeBack = (
  ledger: Ledger,
  target: number,
  receiver: number,
  amount: number,
  atSec: number
): void => {
  const arrived = partList.make()
  rowParts.arrived(ledger, target, arrived)
  ledger.taken.count = 0
  let needed = amount
  for (let i = arrived.count - 1; i >= 0 && needed > 0; i--) {
    const lapseSec = arrived.lapses[i]!
    if (lapseSec <= atSec) continue
    needed -= lots.takeOf(ledger, receiver, Math.min(arrived.amounts[i]!, needed), lapseSec)
  }
  if (needed > 0) lots.takeMore(ledger, receiver, needed, atSec)
}

/** The latest lapsing parts of a list, up to an amount. */
const latest = (parts: partList.PartList, amount: number): partList.PartList => {
  const list = partList.make()
  let needed = amount
  for (let i = parts.count - 1; i >= 0 && needed > 0; i--) {
    const part = Math.min(parts.amounts[i]!, needed)
    partList.insert(list, parts.lapses[i]!, part)
    needed -= part
  }
  return list
}

/** A cause may credit again once all that it credited was taken back. */
const freeCause = (ledger: Ledger, target: number): void => {
  const { log, side } = ledger
  const head = rowLog.word(log, target, rowLog.head)
  if ((head & rowLog.noted) === 0) return
  const note = side.notes[rowLog.word(log, target, rowLog.side)]
  if (note === undefined || note.causeId === "") return
  const credit = rowLog.word(log, target, rowLog.credit) - 1
  const unit = accountTable.unitOf(ledger.accounts, credit)
  const key = creditedKeyOf(ledger, note, unit, credit)
  const found = side.credited.get(key)
  if (found === undefined) return
  const after: Credited = {
    earnRow: found.earnRow === target + 1 ? 0 : found.earnRow,
    excessRow: found.excessRow === target + 1 ? 0 : found.excessRow,
    groupRow: found.groupRow
  }
  const isFree = after.earnRow === 0 && after.excessRow === 0
  sideTable.setIn(side, side.credited, key, isFree ? undefined : after)
}

/** Moves what lapsed in one second, as of that second. */
export const expired = (ledger: Ledger, event: Event.LotsExpired): void => {
  const { command, amount } = event
  const { atSec, lapseSec } = command
  const account = accountTable.numberOf(ledger.accounts, command.account)
  const into = accountTable.numberOf(ledger.accounts, command.into)
  settle(ledger, account, atSec)
  ledger.taken.count = 0
  lots.takeOf(ledger, account, amount, lapseSec)
  lots.put(ledger, into, noEnd, amount, atSec)
  const place = account * accountTable.stride + accountTable.expireCount
  ledger.accounts.rows[place] = ledger.accounts.rows[place]! + 1
  const word = kindWord(event) | (expireKind << 8)
  const side = keep(ledger, event, 0)
  writeMove(ledger, word, account, into, side, amount, atSec, lapseSec, false, 0)
}
