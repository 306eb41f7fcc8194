/**
 * Recounts the whole ledger from its log and compares: for tests, after an import, and for whoever
 * audits the books. Nothing is taken from a running sum that could be counted anew.
 */
import * as accountTable from "./internal/accountTable.ts"
import { rowOf } from "./internal/holds.ts"
import * as holdTable from "./internal/holdTable.ts"
import * as idTable from "./internal/idTable.ts"
import * as lotTable from "./internal/lotTable.ts"
import * as rowLog from "./internal/rowLog.ts"
import type { Ledger } from "./Ledger.ts"
import { type LedgerCheckProblem, make } from "./LedgerCheckProblem.ts"
import { kinds } from "./LedgerEvent.ts"
import * as Totals from "./Totals.ts"
import * as Units from "./Unit.ts"

/**
 * All that is wrong with the books; empty when they are sound.
 *
 * Counts per unit that all balances add up to 0 and that issued = available + on hold + in pools +
 * redeemed + expired; per account that its movements add up to its balance, its lots to what is
 * free, its holds to what is held; and that every id leads to its entry. Cost: linear in the log.
 *
 * ```ts
 * import { Ledger, LedgerCheck } from "@wangge/timebank"
 *
 * LedgerCheck.problems(Ledger.make()) // => []
 * ```
 *
 * @source row 39 of the domain
 * @category checks
 * @since 0.1.0
 */
export const problems = (ledger: Ledger): ReadonlyArray<LedgerCheckProblem> => {
  const list: Array<LedgerCheckProblem> = []
  const moved = movements(ledger)
  for (let account = 0; account < ledger.accounts.count; account++) {
    checkAccount(ledger, account, moved[account]!, list)
  }
  Units.list.forEach((unit, code) => {
    checkUnit(ledger, unit, code, list)
  })
  for (let row = 0; row < ledger.log.count; row++) {
    const id = idTable.textAt(ledger.ids, ledger.log, row)
    const found = rowOf(ledger, id)
    if (found !== row) list.push(make("IdLost", id, found, row))
  }
  return list
}

const moving: ReadonlySet<number> = new Set(
  (["Transferred", "HoldCaptured", "Reversed", "LotsExpired", "AccountClosed"] as const).map(
    (kind) => kinds.indexOf(kind)
  )
)

/** What all movements of the log add up to, per account. */
const movements = (ledger: Ledger): Float64Array => {
  const { log } = ledger
  const sums = new Float64Array(ledger.accounts.count)
  for (let row = 0; row < log.count; row++) {
    const credit = rowLog.word(log, row, rowLog.credit) - 1
    if (!moving.has(rowLog.kindOf(log, row)) || credit < 0) continue
    const debit = rowLog.word(log, row, rowLog.debit) - 1
    const amount = rowLog.double(log, row, rowLog.amount)
    sums[debit] = sums[debit]! - amount
    sums[credit] = sums[credit]! + amount
  }
  return sums
}

const checkAccount = (
  ledger: Ledger,
  account: number,
  moved: number,
  list: Array<LedgerCheckProblem>
): void => {
  const name = accountTable.nameOf(ledger.accounts, account)
  const row = ledger.accounts.rows.subarray(account * accountTable.stride)
  const [free, held, debt] = [
    row[accountTable.free]!,
    row[accountTable.held]!,
    row[accountTable.debt]!
  ]
  for (const value of [free, held, debt]) {
    if (!Number.isSafeInteger(value) || value < 0) list.push(make("NotWhole", name, value, 0))
  }
  const balance = free + held - debt
  if (balance !== moved) list.push(make("BalanceMismatch", name, balance, moved))
  checkChain(ledger, name, row[accountTable.headLot]!, free, list)
  let sum = 0
  let hold = row[accountTable.headHold]!
  while (hold !== 0) {
    const base = hold * holdTable.stride
    const left = ledger.holds.rows[base + holdTable.left]!
    checkChain(ledger, name, ledger.holds.rows[base + holdTable.headPart]!, left, list)
    sum += left
    hold = ledger.holds.rows[base + holdTable.after]!
  }
  if (sum !== held) list.push(make("HoldsMismatch", name, sum, held))
}

const checkChain = (
  ledger: Ledger,
  name: string,
  head: number,
  expected: number,
  list: Array<LedgerCheckProblem>
): void => {
  const { rows } = ledger.lots
  let sum = 0
  let before = Number.NEGATIVE_INFINITY
  let lot = head
  while (lot !== 0) {
    const lapseSec = rows[lot * lotTable.stride]!
    const amount = rows[lot * lotTable.stride + lotTable.amount]!
    if (lapseSec <= before) list.push(make("LotsUnsorted", name, lapseSec, before))
    if (!Number.isSafeInteger(amount) || amount < 1) list.push(make("NotWhole", name, amount, 1))
    before = lapseSec
    sum += amount
    lot = rows[lot * lotTable.stride + lotTable.next]!
  }
  if (sum !== expected) list.push(make("LotsMismatch", name, sum, expected))
}

const checkUnit = (
  ledger: Ledger,
  unit: Units.Unit,
  code: number,
  list: Array<LedgerCheckProblem>
): void => {
  let net = 0
  let debts = 0
  for (let account = 0; account < ledger.accounts.count; account++) {
    if (accountTable.unitOf(ledger.accounts, account) !== code) continue
    const row = ledger.accounts.rows.subarray(account * accountTable.stride)
    debts += row[accountTable.debt]!
    net += row[accountTable.free]! + row[accountTable.held]! - row[accountTable.debt]!
  }
  if (net !== 0) list.push(make("UnitNotBalanced", unit, net, 0))
  const noted = ledger.unitDebt[code]!
  if (debts !== noted) list.push(make("DebtMismatch", unit, debts, noted))
  const totals = Totals.of(ledger, unit, ledger.lastSec)
  const found = totals.available + totals.onHold + totals.inPools + totals.redeemed + totals.expired
  if (totals.issued !== found) list.push(make("IssuedMismatch", unit, totals.issued, found))
}
