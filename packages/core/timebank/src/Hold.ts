/**
 * A hold: an amount that is set apart for a transfer to come. It is named by the id of the command
 * that placed it; from its expiry second on it is over, whether or not anybody says so.
 */
import * as accountTable from "./internal/accountTable.ts"
import { holdOf, statusAt, statusNames } from "./internal/holds.ts"
import * as holdTable from "./internal/holdTable.ts"
import * as idTable from "./internal/idTable.ts"
import * as partList from "./internal/partList.ts"
import * as rowParts from "./internal/rowParts.ts"
import type { Ledger } from "./Ledger.ts"
import type { Part } from "./Lot.ts"
import * as TransferKind from "./TransferKind.ts"
import * as Units from "./Unit.ts"

/**
 * Where a hold can stand: open, captured (to the end), released, expired. Append only.
 *
 * @source none: our own names
 * @category holds
 * @since 0.1.0
 */
export const statuses = statusNames

/**
 * One of {@link statuses}.
 *
 * @category holds
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * One hold. `credit` is empty where nobody is named; `left` is 0 once it is over.
 *
 * @category holds
 * @since 0.1.0
 */
export interface Hold {
  readonly holdId: string
  readonly status: Status
  readonly transferKind: TransferKind.TransferKind
  readonly unit: Units.Unit
  readonly debit: string
  readonly credit: string
  readonly isCreditOpen: boolean
  readonly amount: number
  readonly left: number
  readonly expiresSec: number
  readonly parts: ReadonlyArray<Part>
}

/**
 * The hold of an id at `atSec`; `undefined` where no hold was placed under it.
 *
 * ```ts
 * import { Hold, Ledger } from "@wangge/timebank"
 *
 * Hold.of(Ledger.make(), "hold-1", 0) // => undefined
 * ```
 *
 * @category holds
 * @since 0.1.0
 */
export const of = (ledger: Ledger, holdId: string, atSec: number): Hold | undefined => {
  const hold = holdOf(ledger, holdId)
  return hold === 0 ? undefined : at(ledger, hold, atSec)
}

/**
 * The open holds on an account at `atSec`, the first to expire first.
 *
 * @category holds
 * @since 0.1.0
 */
export const openOf = (ledger: Ledger, accountId: string, atSec: number): ReadonlyArray<Hold> => {
  const account = accountTable.numberOf(ledger.accounts, accountId)
  if (account < 0) return []
  const list: Array<Hold> = []
  let hold = ledger.accounts.rows[account * accountTable.stride + accountTable.headHold]!
  while (hold !== 0) {
    if (statusAt(ledger, hold, atSec) === holdTable.open) list.push(at(ledger, hold, atSec))
    hold = ledger.holds.rows[hold * holdTable.stride + holdTable.after]!
  }
  return list
}

const at = (ledger: Ledger, hold: number, atSec: number): Hold => {
  const { accounts } = ledger
  const row = ledger.holds.rows.subarray(hold * holdTable.stride)
  const account = row[holdTable.account]!
  const credit = row[holdTable.credit]! - 1
  const status = statusAt(ledger, hold, atSec)
  const isOpen = status === holdTable.open
  return {
    holdId: idTable.textAt(ledger.ids, ledger.log, row[holdTable.row]!),
    status: statuses[status] ?? "Open",
    transferKind: TransferKind.list[holdTable.kindOf(ledger.holds, hold)] ?? "Pay",
    unit: Units.list[accountTable.unitOf(accounts, account)] ?? "hours",
    debit: accountTable.nameOf(accounts, account),
    credit: credit < 0 ? "" : accountTable.nameOf(accounts, credit),
    isCreditOpen: (row[holdTable.marks]! & holdTable.creditOpen) !== 0,
    amount: row[holdTable.placed]!,
    left: isOpen ? row[holdTable.left]! : 0,
    expiresSec: row[holdTable.expiresSec]!,
    parts: isOpen ? partsFrom(ledger, row[holdTable.headPart]!) : []
  }
}

const partsFrom = (ledger: Ledger, head: number): ReadonlyArray<Part> => {
  const list = partList.make()
  partList.fill(list, ledger.lots, head)
  return rowParts.toRecords(list)
}
