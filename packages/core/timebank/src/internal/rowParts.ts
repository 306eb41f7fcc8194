/**
 * The parts of a movement, read from its row and from the store beside it: what left the debit
 * account, and what arrived on the credit account.
 */
import * as accountTable from "./accountTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as partList from "./partList.ts"
import * as partStore from "./partStore.ts"
import * as rowLog from "./rowLog.ts"

const noEnd = Number.MAX_SAFE_INTEGER

/** Writes the parts that left the debit account into a list. */
export const left = (ledger: Ledger, row: number, list: partList.PartList): void => {
  list.count = 0
  if (fromStore(ledger, 2 * row, list)) return
  const isLapseGiven = (rowLog.word(ledger.log, row, rowLog.head) & rowLog.lapseGiven) !== 0
  const lapseSec = isLapseGiven ? noEnd : rowLog.double(ledger.log, row, rowLog.lapseSec)
  partList.push(list, lapseSec, rowLog.double(ledger.log, row, rowLog.amount))
}

/** Writes the parts that arrived on the credit account into a list. */
export const arrived = (ledger: Ledger, row: number, list: partList.PartList): void => {
  list.count = 0
  if (fromStore(ledger, 2 * row + 1, list)) return
  const { log } = ledger
  const amount = rowLog.double(log, row, rowLog.amount)
  const credit = rowLog.word(log, row, rowLog.credit) - 1
  const marks = ledger.accounts.rows[credit * accountTable.stride + accountTable.marks]!
  if ((marks & accountTable.keepsLots) === 0) partList.push(list, noEnd, amount)
  else if ((rowLog.word(log, row, rowLog.head) & rowLog.lapseGiven) !== 0) {
    partList.push(list, rowLog.double(log, row, rowLog.lapseSec), amount)
  } else left(ledger, row, list)
}

const fromStore = (ledger: Ledger, key: number, list: partList.PartList): boolean => {
  const { parts } = ledger
  const place = partStore.find(parts, key)
  if (place < 0) return false
  const end = partStore.endAt(parts, place)
  for (let i = partStore.startAt(parts, place); i < end; i++) {
    partList.push(list, parts.lapses[i]!, parts.amounts[i]!)
  }
  return true
}

/** Parts as records. */
export const toRecords = (
  list: partList.PartList
): ReadonlyArray<{ readonly lapseSec: number; readonly amount: number }> => {
  const parts: Array<{ readonly lapseSec: number; readonly amount: number }> = []
  for (let i = 0; i < list.count; i++) {
    parts.push({ lapseSec: list.lapses[i]!, amount: list.amounts[i]! })
  }
  return parts
}
