/**
 * What an account has at an instant, read without changing anything: expired holds count as ended
 * and lapsed lots as gone, whether or not anybody has booked them.
 */
import * as accountTable from "./accountTable.ts"
import * as holdTable from "./holdTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lotTable from "./lotTable.ts"
import * as partList from "./partList.ts"

const noEnd = Number.MAX_SAFE_INTEGER

/** Writes `ledger.seen` for an account at `atSec`. Cost: a few reads, plus one per part that ended. */
export const look = (ledger: Ledger, account: number, atSec: number): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  const { seen } = ledger
  seen.free = rows[base + accountTable.free]!
  seen.lapsed = 0
  seen.held = rows[base + accountTable.held]!
  seen.debt = rows[base + accountTable.debt]!
  const head = rows[base + accountTable.headLot]!
  if (head !== 0 && ledger.lots.rows[head * lotTable.stride]! <= atSec) {
    countLapsed(ledger, head, atSec)
  }
  if (rows[base + accountTable.nextExpirySec]! <= atSec) {
    endHolds(ledger, rows[base + accountTable.headHold]!, atSec)
  }
}

const countLapsed = (ledger: Ledger, head: number, atSec: number): void => {
  const { rows } = ledger.lots
  let lapsed = 0
  let lot = head
  while (lot !== 0 && rows[lot * lotTable.stride]! <= atSec) {
    lapsed += rows[lot * lotTable.stride + lotTable.amount]!
    lot = rows[lot * lotTable.stride + lotTable.next]!
  }
  ledger.seen.free -= lapsed
  ledger.seen.lapsed += lapsed
}

/** Counts the holds that expired by `atSec` as ended, each at its own second. */
const endHolds = (ledger: Ledger, head: number, atSec: number): void => {
  const { seen } = ledger
  const holds = ledger.holds.rows
  const back = partList.make()
  let hold = head
  while (hold !== 0) {
    const base = hold * holdTable.stride
    const expiresSec = holds[base + holdTable.expiresSec]!
    if (expiresSec > atSec) return
    seen.held -= holds[base + holdTable.left]!
    partList.fill(back, ledger.lots, holds[base + holdTable.headPart]!)
    seen.debt -= partList.pay(back, seen.debt, expiresSec)
    for (let i = 0; i < back.count; i++) {
      if (back.lapses[i]! > atSec) seen.free += back.amounts[i]!
      else seen.lapsed += back.amounts[i]!
    }
    hold = holds[base + holdTable.after]!
  }
}

/**
 * The debts of a unit at `atSec`. What is booked may hold debts of holds that have expired since; so
 * where `wanted` more would leave the whole numbers, all accounts are looked at. Overwrites
 * `ledger.seen` then.
 */
export const debtsOf = (ledger: Ledger, unit: number, atSec: number, wanted: number): number => {
  const booked = ledger.unitDebt[unit]!
  if (wanted <= noEnd - booked) return booked
  let debts = 0
  for (let account = 0; account < ledger.accounts.count; account++) {
    if (accountTable.unitOf(ledger.accounts, account) !== unit) continue
    look(ledger, account, atSec)
    debts += ledger.seen.debt
  }
  return debts
}

/** The floor of an account at `atSec`. */
export const floorAt = (ledger: Ledger, account: number, atSec: number): number => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  return atSec < rows[base + accountTable.floorUntilSec]! ? rows[base + accountTable.floor]! : 0
}

/** What may be spent, from `ledger.seen` and a floor; never below 0. */
export const available = (ledger: Ledger, floor: number): number => {
  const spendable = ledger.seen.free - ledger.seen.debt - floor
  return Math.max(spendable, 0)
}

/** What still fits under the ceiling, from `ledger.seen`; may be negative. */
export const room = (ledger: Ledger, account: number): number => {
  const { seen } = ledger
  const { rows } = ledger.accounts
  const ceiling = rows[account * accountTable.stride + accountTable.ceiling]!
  return ceiling - (seen.free + seen.held - seen.debt)
}

/** Writes all free parts of an account as of `atSec` into a list, expired holds included. */
export const freeParts = (
  ledger: Ledger,
  account: number,
  atSec: number,
  list: partList.PartList
): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  partList.fill(list, ledger.lots, rows[base + accountTable.headLot]!)
  let owed = rows[base + accountTable.debt]!
  const holds = ledger.holds.rows
  const back = partList.make()
  let hold = rows[base + accountTable.headHold]!
  while (hold !== 0 && holds[hold * holdTable.stride + holdTable.expiresSec]! <= atSec) {
    const start = hold * holdTable.stride
    partList.fill(back, ledger.lots, holds[start + holdTable.headPart]!)
    owed -= partList.pay(back, owed, holds[start + holdTable.expiresSec]!)
    for (let i = 0; i < back.count; i++) {
      if (back.amounts[i]! > 0) partList.insert(list, back.lapses[i]!, back.amounts[i]!)
    }
    hold = holds[start + holdTable.after]!
  }
}
