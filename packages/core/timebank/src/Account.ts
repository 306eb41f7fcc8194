/**
 * An account as a record: whose it is, in which unit, its limits, its state and its mandates. What is
 * in it at an instant is said by `Balance`, `Lot` and `Hold`.
 */
import * as Kind from "./AccountKind.ts"
import * as accountTable from "./internal/accountTable.ts"
import type { Mandate as MandateRow } from "./internal/sideTable.ts"
import * as sideTable from "./internal/sideTable.ts"
import type { Ledger } from "./Ledger.ts"
import { type Direction, directions } from "./LedgerCommand.ts"
import { noCeiling, noEnd } from "./LedgerRules.ts"
import * as TransferKind from "./TransferKind.ts"
import * as Units from "./Unit.ts"

/**
 * A mandate on an account; `usedAmount` counts against `totalMax`.
 *
 * @category accounts
 * @since 0.1.0
 */
export interface Mandate {
  readonly agentId: string
  readonly transferKinds: ReadonlyArray<TransferKind.TransferKind>
  readonly perTransferMax: number
  readonly totalMax: number
  readonly usedAmount: number
  readonly untilSec: number
}

/**
 * One account. `number` is its place in the order of opening; `guardianId` is empty without a
 * guardian; the floor of an issuer is `-noEnd`.
 *
 * @category accounts
 * @since 0.1.0
 */
export interface Account {
  readonly id: string
  readonly number: number
  readonly accountKind: Kind.AccountKind
  readonly unit: Units.Unit
  readonly ownerId: string
  readonly guardianId: string
  readonly isClosed: boolean
  readonly frozen: Direction | "None"
  readonly floor: number
  readonly floorUntilSec: number
  readonly ceiling: number
  readonly mandates: ReadonlyArray<Mandate>
}

/**
 * The account of an id; `undefined` where there is none.
 *
 * ```ts
 * import { Account, Ledger } from "@wangge/timebank"
 *
 * Account.of(Ledger.make(), "hours-7") // => undefined
 * ```
 *
 * @category accounts
 * @since 0.1.0
 */
export const of = (ledger: Ledger, accountId: string): Account | undefined => {
  const { accounts, side } = ledger
  const number = accountTable.numberOf(accounts, accountId)
  if (number < 0) return undefined
  const row = accounts.rows.subarray(number * accountTable.stride)
  const marks = row[accountTable.marks]!
  const frozen = (marks >> accountTable.frozenShift) & 3
  return {
    id: accountId,
    number,
    accountKind: Kind.list[marks & accountTable.kindBits] ?? "Person",
    unit: Units.list[accountTable.unitOf(accounts, number)] ?? "hours",
    ownerId: sideTable.partyText(side, row[accountTable.owner]!),
    guardianId: sideTable.partyText(side, row[accountTable.guardian]!),
    isClosed: (marks & accountTable.closed) !== 0,
    frozen: directions[frozen - 1] ?? "None",
    floor: Math.max(row[accountTable.floor]!, -noEnd),
    floorUntilSec: row[accountTable.floorUntilSec]!,
    ceiling: Math.min(row[accountTable.ceiling]!, noCeiling),
    mandates: (side.mandates.get(number) ?? []).map((each) => mandateOf(ledger, each))
  }
}

const mandateOf = (ledger: Ledger, row: MandateRow): Mandate => ({
  agentId: sideTable.partyText(ledger.side, row.agent),
  transferKinds: TransferKind.list.filter((_, kind) => (row.kinds & (1 << kind)) !== 0),
  perTransferMax: row.perTransferMax,
  totalMax: row.totalMax,
  usedAmount: row.used,
  untilSec: row.untilSec
})
