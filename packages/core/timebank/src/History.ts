/**
 * The past of an account: its balance as of any time, in both times (when a movement counts, and
 * when it was recorded), and its statement. Walks the movements of the account backwards.
 */
import * as accountTable from "./internal/accountTable.ts"
import * as holdTable from "./internal/holdTable.ts"
import * as idTable from "./internal/idTable.ts"
import * as partList from "./internal/partList.ts"
import * as rowLog from "./internal/rowLog.ts"
import * as rowParts from "./internal/rowParts.ts"
import type { Ledger } from "./Ledger.ts"
import { kinds } from "./LedgerEvent.ts"
import type { Part } from "./Lot.ts"
import * as TransferKind from "./TransferKind.ts"
import * as Units from "./Unit.ts"

/**
 * The balance of an account (on hold included) counting what was effective at or before one time
 * and recorded at or before another; `undefined` for an account that does not exist.
 *
 * Cost: one step per movement of the account since then.
 *
 * ```ts
 * import { History, Ledger } from "@wangge/timebank"
 *
 * History.balanceAsOf(Ledger.make(), "hours-7", { effectiveSec: 0, recordedSec: 0 }) // => undefined
 * ```
 *
 * @source none: bitemporal books; both bounds count
 * @category history
 * @since 0.1.0
 */
export const balanceAsOf = (
  ledger: Ledger,
  accountId: string,
  known: { readonly effectiveSec: number; readonly recordedSec: number }
): number | undefined => {
  const account = accountTable.numberOf(ledger.accounts, accountId)
  if (account < 0) return undefined
  let balance = 0
  for (const row of rowsOf(ledger, account)) {
    if (rowLog.double(ledger.log, row, rowLog.recordedSec) > known.recordedSec) continue
    if (rowLog.double(ledger.log, row, rowLog.effectiveSec) > known.effectiveSec) continue
    balance += changeAt(ledger, account, row)
  }
  return balance
}

/** The rows of all movements of an account, in the order of recording. */
const rowsOf = (ledger: Ledger, account: number): ReadonlyArray<number> => {
  const { log } = ledger
  const rows: Array<number> = []
  let next = ledger.accounts.rows[account * accountTable.stride + accountTable.lastMove]!
  while (next !== 0) {
    const row = next - 1
    rows.push(row)
    next = rowLog.chain(log, row, isDebit(ledger, account, row) ? 0 : 1)
  }
  return rows.reverse()
}

const isDebit = (ledger: Ledger, account: number, row: number): boolean =>
  rowLog.word(ledger.log, row, rowLog.debit) === account + 1

const changeAt = (ledger: Ledger, account: number, row: number): number => {
  const amount = rowLog.double(ledger.log, row, rowLog.amount)
  return isDebit(ledger, account, row) ? -amount : amount
}

/**
 * The times by which a statement can be drawn up: when movements were recorded, or when they count.
 *
 * @source none: our own list
 * @category history
 * @since 0.1.0
 */
export const orders = ["Recorded", "Effective"] as const

/**
 * What a statement shows: lines from `fromSec` to before `toSec`, by one of {@link orders}; with
 * `knownSec`, only what was recorded at or before it.
 *
 * @category history
 * @since 0.1.0
 */
export interface Span {
  readonly fromSec: number
  readonly toSec: number
  readonly by: (typeof orders)[number]
  readonly knownSec?: number
}

/**
 * One movement. `transferKind` is `Reverse` for what takes another one back. `parts` are what left
 * (of a debit) or arrived (of a credit), by lapse second; `runningBalance` is the balance after it.
 *
 * @category history
 * @since 0.1.0
 */
export interface Line {
  readonly sequence: number
  readonly id: string
  readonly counterparty: string
  readonly transferKind: TransferKind.TransferKind | "Reverse"
  readonly isDebit: boolean
  readonly amount: number
  readonly recordedSec: number
  readonly effectiveSec: number
  readonly parts: ReadonlyArray<Part>
  readonly causeId: string
  readonly correctsId: string
  readonly runningBalance: number
}

/**
 * A statement: opening balance, lines, closing balance, in smallest units, on hold included.
 *
 * @category history
 * @since 0.1.0
 */
export interface Statement {
  readonly account: string
  readonly unit: Units.Unit
  readonly openingBalance: number
  readonly lines: ReadonlyArray<Line>
  readonly closingBalance: number
}

/**
 * The statement of an account; `undefined` for one that does not exist.
 *
 * Lines stand in the order of their time, then of the log. Cost: one step per movement of the
 * account, and a sort where it is by effective time.
 *
 * @source none: our own form
 * @category history
 * @since 0.1.0
 */
export const statement = (ledger: Ledger, accountId: string, span: Span): Statement | undefined => {
  const account = accountTable.numberOf(ledger.accounts, accountId)
  if (account < 0) return undefined
  const { log } = ledger
  const place = span.by === "Recorded" ? rowLog.recordedSec : rowLog.effectiveSec
  const timeOf = (row: number): number => rowLog.double(log, row, place)
  const knownSec = span.knownSec ?? Number.POSITIVE_INFINITY
  const rows = rowsOf(ledger, account)
    .filter((row) => rowLog.double(log, row, rowLog.recordedSec) <= knownSec)
    .filter((row) => timeOf(row) < span.toSec)
    .sort((left, right) => timeOf(left) - timeOf(right) || left - right)
  let balance = 0
  let openingBalance = 0
  const lines: Array<Line> = []
  for (const row of rows) {
    balance += changeAt(ledger, account, row)
    if (timeOf(row) < span.fromSec) openingBalance = balance
    else lines.push(lineAt(ledger, account, row, balance))
  }
  const unit = Units.list[accountTable.unitOf(ledger.accounts, account)] ?? "hours"
  return { account: accountId, unit, openingBalance, lines, closingBalance: balance }
}

const captured = kinds.indexOf("HoldCaptured")
const reversed = kinds.indexOf("Reversed")

const lineAt = (ledger: Ledger, account: number, row: number, balance: number): Line => {
  const { log } = ledger
  const isOut = isDebit(ledger, account, row)
  const other = rowLog.word(log, row, isOut ? rowLog.credit : rowLog.debit) - 1
  const parts = partList.make()
  if (isOut) rowParts.left(ledger, row, parts)
  else rowParts.arrived(ledger, row, parts)
  const note = noteAt(ledger, row)
  return {
    sequence: row,
    id: idTable.textAt(ledger.ids, log, row),
    counterparty: accountTable.nameOf(ledger.accounts, other),
    transferKind:
      rowLog.kindOf(log, row) === reversed
        ? "Reverse"
        : (TransferKind.list[rowLog.transferKindOf(log, row)] ?? "Adjust"),
    isDebit: isOut,
    amount: rowLog.double(log, row, rowLog.amount),
    recordedSec: rowLog.double(log, row, rowLog.recordedSec),
    effectiveSec: rowLog.double(log, row, rowLog.effectiveSec),
    parts: rowParts.toRecords(parts),
    causeId: note.causeId,
    correctsId: note.correctsId,
    runningBalance: balance
  }
}

const nothing = { causeId: "", correctsId: "" }

/** What a movement says of its cause: a transfer itself, a capture by its hold. */
const noteAt = (
  ledger: Ledger,
  row: number
): { readonly causeId: string; readonly correctsId: string } => {
  const { log, side } = ledger
  const sideWord = rowLog.word(log, row, rowLog.side)
  if ((rowLog.word(log, row, rowLog.head) & rowLog.noted) !== 0) {
    return side.notes[sideWord] ?? nothing
  }
  if (rowLog.kindOf(log, row) !== captured) return nothing
  const hold = side.links[sideWord] ?? 0
  const placing = ledger.holds.rows[hold * holdTable.stride + holdTable.row]!
  const placed = side.kept[rowLog.word(log, placing, rowLog.side)]
  const causeId = placed?.kind === "HoldPlaced" ? placed.command.causeId : undefined
  return { causeId: causeId ?? "", correctsId: "" }
}
