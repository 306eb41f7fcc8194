/**
 * The whole state of a ledger: tables that are changed in place, by the functions of this package
 * only. The members from `seen` on are scratch: nothing is read from them that the same call did not
 * write, or that it could not find out anew.
 */
import * as accountTable from "./accountTable.ts"
import * as holdTable from "./holdTable.ts"
import * as idTable from "./idTable.ts"
import * as lotTable from "./lotTable.ts"
import * as partList from "./partList.ts"
import * as partStore from "./partStore.ts"
import * as rowLog from "./rowLog.ts"
import * as sideTable from "./sideTable.ts"

/** What an account has at one instant, as if all that ended by then had been booked. */
export interface Standing {
  free: number
  lapsed: number
  held: number
  debt: number
}

/** A plain transfer in numbers: what is asked, and at the end what moves. */
export interface Move {
  debit: number
  credit: number
  unit: number
  transferKind: number
  asked: number
  isUpTo: boolean
  isExactGiven: boolean
  atSec: number
  effectiveSec: number
  isEffectiveGiven: boolean
  lapseSec: number
  isLapseGiven: boolean
  hasCause: boolean
  amount: number
  isByMandate: boolean
}

export interface Ledger {
  readonly accounts: accountTable.AccountTable
  readonly lots: lotTable.LotTable
  readonly holds: holdTable.HoldTable
  readonly ids: idTable.IdTable
  readonly log: rowLog.RowLog
  readonly parts: partStore.PartStore
  readonly side: sideTable.SideTable
  /** The sum of all debts of each unit, issuers included. */
  readonly unitDebt: Float64Array<ArrayBuffer>
  lastSec: number
  /** Row of the group whose members are being posted plus 1, 0 outside groups. */
  groupRow: number
  readonly seen: Standing
  readonly taken: partList.PartList
  readonly move: Move
  /** The parties that a packed batch named last, and their numbers as far as they were looked up. */
  batchParties: ReadonlyArray<string>
  batchNumbers: Int32Array<ArrayBuffer>
  touched: number
}

export const make = (commandCount: number, accountCount: number): Ledger => ({
  accounts: accountTable.make(accountCount),
  lots: lotTable.make(accountCount),
  holds: holdTable.make(),
  ids: idTable.make(commandCount),
  log: rowLog.make(commandCount),
  parts: partStore.make(),
  side: sideTable.make(),
  unitDebt: new Float64Array(2),
  lastSec: -Number.MAX_SAFE_INTEGER,
  groupRow: 0,
  seen: emptyStanding(),
  taken: partList.make(),
  move: emptyMove(),
  batchParties: [],
  batchNumbers: new Int32Array(0),
  touched: 0
})

export const copyOf = (ledger: Ledger): Ledger => ({
  accounts: accountTable.copyOf(ledger.accounts),
  lots: lotTable.copyOf(ledger.lots),
  holds: holdTable.copyOf(ledger.holds),
  ids: idTable.copyOf(ledger.ids),
  log: rowLog.copyOf(ledger.log),
  parts: partStore.copyOf(ledger.parts),
  side: sideTable.copyOf(ledger.side),
  unitDebt: ledger.unitDebt.slice(),
  lastSec: ledger.lastSec,
  groupRow: ledger.groupRow,
  seen: emptyStanding(),
  taken: partList.make(),
  move: emptyMove(),
  batchParties: [],
  batchNumbers: new Int32Array(0),
  touched: 0
})

const emptyStanding = (): Standing => ({ free: 0, lapsed: 0, held: 0, debt: 0 })

const emptyMove = (): Move => ({
  debit: -1,
  credit: -1,
  unit: 0,
  transferKind: 0,
  asked: 0,
  isUpTo: false,
  isExactGiven: false,
  atSec: 0,
  effectiveSec: 0,
  isEffectiveGiven: false,
  lapseSec: 0,
  isLapseGiven: false,
  hasCause: false,
  amount: 0,
  isByMandate: false
})
