/**
 * Holds by the id of their placing, and as they stand at an instant.
 */
import { kinds } from "../LedgerEvent.ts"
import * as holdTable from "./holdTable.ts"
import * as idTable from "./idTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as rowLog from "./rowLog.ts"

const holdPlaced = kinds.indexOf("HoldPlaced")

/** The row that answers for an id, -1 where none does. Overwrites the id that was read last. */
export const rowOf = (ledger: Ledger, id: string): number =>
  idTable.read(ledger.ids, id) ? idTable.find(ledger.ids, ledger.log) : -1

/** The number of a hold, 0 where no placing has this id. Overwrites the id that was read last. */
export const holdOf = (ledger: Ledger, holdId: string): number => {
  const row = rowOf(ledger, holdId)
  if (row < 0 || rowLog.kindOf(ledger.log, row) !== holdPlaced) return 0
  return ledger.side.links[rowLog.word(ledger.log, row, rowLog.side)] ?? 0
}

/** The status of a hold at `atSec`: an open one that has expired counts as expired at once. */
export const statusAt = (ledger: Ledger, hold: number, atSec: number): number => {
  const status = holdTable.statusOf(ledger.holds, hold)
  const expiresSec = ledger.holds.rows[hold * holdTable.stride + holdTable.expiresSec]!
  return status === holdTable.open && expiresSec <= atSec ? holdTable.expired : status
}

/** What each status of a hold is called. */
export const statusNames = ["Open", "Captured", "Released", "Expired"] as const
