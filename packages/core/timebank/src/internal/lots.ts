/**
 * What moves in and out of an account, part by part: spending takes the earliest lapse first, what
 * arrives pays a debt first and joins the lot of its second. Debts of a unit are summed here, so
 * that no sum can leave the whole numbers.
 */
import * as accountTable from "./accountTable.ts"
import * as holdTable from "./holdTable.ts"
import type { Ledger } from "./ledgerState.ts"
import * as lotTable from "./lotTable.ts"
import * as partList from "./partList.ts"

const noEnd = Number.MAX_SAFE_INTEGER

/** Changes the debt of an account, and with it that of its unit. */
const addDebt = (ledger: Ledger, account: number, amount: number): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  rows[base + accountTable.debt] = rows[base + accountTable.debt]! + amount
  const unit = (rows[base + accountTable.marks]! >> accountTable.unitShift) & 1
  ledger.unitDebt[unit] = ledger.unitDebt[unit]! + amount
}

/**
 * Takes an amount out of the free lots, earliest lapse first, those lapsed by `atSec` not at all;
 * what is missing becomes debt and counts as a part without lapse. The parts are in `ledger.taken`;
 * the debt is returned.
 */
export const take = (ledger: Ledger, account: number, amount: number, atSec: number): number => {
  const { taken } = ledger
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  taken.count = 0
  const head = rows[base + accountTable.headLot]!
  const lots = ledger.lots.rows
  const place = head * lotTable.stride
  if (head !== 0 && lots[place]! > atSec && lots[place + lotTable.amount]! > amount) {
    lots[place + lotTable.amount] = lots[place + lotTable.amount]! - amount
    rows[base + accountTable.free] = rows[base + accountTable.free]! - amount
    taken.lapses[0] = lots[place]!
    taken.amounts[0] = amount
    taken.count = 1
    return 0
  }
  return takeMore(ledger, account, amount, atSec)
}

/** As {@link take}, behind what is in `ledger.taken` already. */
export const takeMore = (
  ledger: Ledger,
  account: number,
  amount: number,
  atSec: number
): number => {
  const missing = takeAlong(ledger, account, amount, atSec)
  if (missing > 0) {
    const unit = accountTable.unitOf(ledger.accounts, account)
    if (missing > noEnd - ledger.unitDebt[unit]!) settleAll(ledger, atSec)
    addDebt(ledger, account, missing)
    partList.insert(ledger.taken, noEnd, missing)
  }
  return missing
}

/** Walks the chain; returns what it did not find. */
const takeAlong = (ledger: Ledger, account: number, amount: number, atSec: number): number => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  const lots = ledger.lots.rows
  let before = 0
  let lot = rows[base + accountTable.headLot]!
  let needed = amount
  while (lot !== 0 && needed > 0) {
    const place = lot * lotTable.stride
    const after = lots[place + lotTable.next]!
    if (lots[place]! <= atSec) before = lot
    else {
      const there = lots[place + lotTable.amount]!
      const part = Math.min(there, needed)
      partList.insert(ledger.taken, lots[place]!, part)
      needed -= part
      if (part < there) lots[place + lotTable.amount] = there - part
      else unlink(ledger, account, before, lot)
    }
    lot = after
  }
  rows[base + accountTable.free] = rows[base + accountTable.free]! - (amount - needed)
  return needed
}

/** Takes as much as there is of one lapse second, up to `amount`, into `ledger.taken`. */
export const takeOf = (
  ledger: Ledger,
  account: number,
  amount: number,
  lapseSec: number
): number => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  const lots = ledger.lots.rows
  let before = 0
  let lot = rows[base + accountTable.headLot]!
  while (lot !== 0 && lots[lot * lotTable.stride]! < lapseSec) {
    before = lot
    lot = lots[lot * lotTable.stride + lotTable.next]!
  }
  if (lot === 0 || lots[lot * lotTable.stride] !== lapseSec) return 0
  const place = lot * lotTable.stride
  const there = lots[place + lotTable.amount]!
  const part = Math.min(there, amount)
  if (part <= 0) return 0
  if (part < there) lots[place + lotTable.amount] = there - part
  else unlink(ledger, account, before, lot)
  rows[base + accountTable.free] = rows[base + accountTable.free]! - part
  partList.insert(ledger.taken, lapseSec, part)
  return part
}

const unlink = (ledger: Ledger, account: number, before: number, lot: number): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  const lots = ledger.lots.rows
  const after = lots[lot * lotTable.stride + lotTable.next]!
  if (before === 0) rows[base + accountTable.headLot] = after
  else lots[before * lotTable.stride + lotTable.next] = after
  if (after === 0) rows[base + accountTable.tailLot] = before
  lotTable.drop(ledger.lots, lot)
}

/** Adds a part to the free lots of an account, without a look at its debt. */
export const join = (ledger: Ledger, account: number, lapseSec: number, amount: number): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  rows[base + accountTable.free] = rows[base + accountTable.free]! + amount
  const lots = ledger.lots.rows
  const tail = rows[base + accountTable.tailLot]!
  if (tail !== 0 && lots[tail * lotTable.stride] === lapseSec) {
    const place = tail * lotTable.stride + lotTable.amount
    lots[place] = lots[place]! + amount
    return
  }
  if (tail === 0 || lots[tail * lotTable.stride]! < lapseSec) {
    const lot = lotTable.add(ledger.lots, lapseSec, amount, 0)
    if (tail === 0) rows[base + accountTable.headLot] = lot
    else ledger.lots.rows[tail * lotTable.stride + lotTable.next] = lot
    rows[base + accountTable.tailLot] = lot
    return
  }
  let before = 0
  let lot = rows[base + accountTable.headLot]!
  while (lots[lot * lotTable.stride]! < lapseSec) {
    before = lot
    lot = lots[lot * lotTable.stride + lotTable.next]!
  }
  const place = lot * lotTable.stride
  if (lots[place] === lapseSec) {
    lots[place + lotTable.amount] = lots[place + lotTable.amount]! + amount
    return
  }
  const added = lotTable.add(ledger.lots, lapseSec, amount, lot)
  if (before === 0) rows[base + accountTable.headLot] = added
  else ledger.lots.rows[before * lotTable.stride + lotTable.next] = added
}

/** A part arrives: unless it lapsed by `atSec`, it pays the debt first; the rest joins the lots. */
export const put = (
  ledger: Ledger,
  account: number,
  lapseSec: number,
  amount: number,
  atSec: number
): void => {
  const owed = ledger.accounts.rows[account * accountTable.stride + accountTable.debt]!
  if (owed === 0 || lapseSec <= atSec) {
    join(ledger, account, lapseSec, amount)
    return
  }
  const paid = Math.min(owed, amount)
  addDebt(ledger, account, -paid)
  if (amount > paid) join(ledger, account, lapseSec, amount - paid)
}

/**
 * Parts come back to where they were: those not lapsed by `atSec` pay the debt, the latest lapsing
 * ones first, so that to set aside and give back leaves everything as it was.
 */
export const putBack = (
  ledger: Ledger,
  account: number,
  back: partList.PartList,
  atSec: number
): void => {
  const owed = ledger.accounts.rows[account * accountTable.stride + accountTable.debt]!
  const paid = partList.pay(back, owed, atSec)
  if (paid > 0) addDebt(ledger, account, -paid)
  for (let i = 0; i < back.count; i++) {
    if (back.amounts[i]! > 0) join(ledger, account, back.lapses[i]!, back.amounts[i]!)
  }
}

/** Books the holds of an account that expired by `atSec`, each at its own second. */
export const settle = (ledger: Ledger, account: number, atSec: number): void => {
  const { rows } = ledger.accounts
  const base = account * accountTable.stride
  while (rows[base + accountTable.nextExpirySec]! <= atSec) {
    const hold = rows[base + accountTable.headHold]!
    const expiresSec = ledger.holds.rows[hold * holdTable.stride + holdTable.expiresSec]!
    endHold(ledger, hold, holdTable.expired, expiresSec)
  }
}

/** Books what expired by `atSec` everywhere: only where the sums would leave the whole numbers. */
const settleAll = (ledger: Ledger, atSec: number): void => {
  for (let account = 0; account < ledger.accounts.count; account++) settle(ledger, account, atSec)
}

/** Ends a hold: what is left of it is free again, and it leaves the chain of its account. */
export const endHold = (ledger: Ledger, hold: number, status: number, atSec: number): void => {
  const holds = ledger.holds.rows
  const base = hold * holdTable.stride
  const account = holds[base + holdTable.account]!
  const { rows } = ledger.accounts
  const own = account * accountTable.stride
  rows[own + accountTable.held] = rows[own + accountTable.held]! - holds[base + holdTable.left]!
  const back = partList.make()
  partList.fill(back, ledger.lots, holds[base + holdTable.headPart]!)
  lotTable.dropChain(ledger.lots, holds[base + holdTable.headPart]!)
  holds[base + holdTable.left] = 0
  holds[base + holdTable.headPart] = 0
  putBack(ledger, account, back, atSec)
  holdTable.setStatus(ledger.holds, hold, status)
  unchain(ledger, hold)
}

const unchain = (ledger: Ledger, hold: number): void => {
  const holds = ledger.holds.rows
  const base = hold * holdTable.stride
  const { rows } = ledger.accounts
  const own = holds[base + holdTable.account]! * accountTable.stride
  const before = holds[base + holdTable.before]!
  const after = holds[base + holdTable.after]!
  if (before === 0) rows[own + accountTable.headHold] = after
  else holds[before * holdTable.stride + holdTable.after] = after
  if (after === 0) rows[own + accountTable.tailHold] = before
  else holds[after * holdTable.stride + holdTable.before] = before
  const head = rows[own + accountTable.headHold]!
  rows[own + accountTable.nextExpirySec] =
    head === 0 ? noEnd : holds[head * holdTable.stride + holdTable.expiresSec]!
}

/** Puts a hold into the chain of its account, by expiry second, later holds behind. */
export const chain = (ledger: Ledger, hold: number): void => {
  const holds = ledger.holds.rows
  const base = hold * holdTable.stride
  const { rows } = ledger.accounts
  const own = holds[base + holdTable.account]! * accountTable.stride
  const expiresSec = holds[base + holdTable.expiresSec]!
  let before = rows[own + accountTable.tailHold]!
  while (before !== 0 && holds[before * holdTable.stride + holdTable.expiresSec]! > expiresSec) {
    before = holds[before * holdTable.stride + holdTable.before]!
  }
  const after =
    before === 0
      ? rows[own + accountTable.headHold]!
      : holds[before * holdTable.stride + holdTable.after]!
  holds[base + holdTable.before] = before
  holds[base + holdTable.after] = after
  if (before === 0) rows[own + accountTable.headHold] = hold
  else holds[before * holdTable.stride + holdTable.after] = hold
  if (after === 0) rows[own + accountTable.tailHold] = hold
  else holds[after * holdTable.stride + holdTable.before] = hold
  const head = rows[own + accountTable.headHold]!
  rows[own + accountTable.nextExpirySec] = holds[head * holdTable.stride + holdTable.expiresSec]!
}
