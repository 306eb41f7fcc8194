/**
 * Laws of a ledger, as functions of a ledger and nothing else, so that every way of filling one can
 * be held to them.
 */
import { expect } from "vitest"
import {
  Account,
  Balance,
  History,
  Hold,
  Ledger,
  LedgerBytes,
  LedgerCheck,
  Lot,
  Totals,
  Unit
} from "../src/index.ts"

const never = Number.MAX_SAFE_INTEGER

const balanceOf = (ledger: Ledger.Ledger, account: string, atSec: number): Balance.Balance => {
  const found = Balance.of(ledger, account, atSec)
  if (found === undefined) throw new Error(`no balance of ${account}`)
  return found
}

const unitOf = (ledger: Ledger.Ledger, account: string): Unit.Unit | undefined =>
  Account.of(ledger, account)?.unit

const sum = (amounts: ReadonlyArray<number>): number =>
  amounts.reduce((total, amount) => total + amount, 0)

/** Fails where two numbers differ; asked so often that `expect` itself would take the time. */
const same = (found: number, expected: number, what: string): void => {
  if (found !== expected) expect(found, what).toBe(expected)
}

/** Row 39: per unit debits equal credits, and issued is what is anywhere. */
export const conserves = (ledger: Ledger.Ledger, atSec: number): void => {
  for (const unit of Unit.list) {
    const accounts = Ledger.accountIds(ledger).filter((id) => unitOf(ledger, id) === unit)
    const balances = accounts.map((id) => balanceOf(ledger, id, atSec).balance)
    same(sum(balances), 0, `the sum of all balances in ${unit}`)
    const { issued, ...places } = Totals.of(ledger, unit, atSec)
    same(sum(Object.values(places)), issued, `all places of ${unit} against what is issued`)
  }
}

/** Parts, holds and debt of every account make up its balance; nothing is negative. */
export const addsUp = (ledger: Ledger.Ledger, atSec: number): void => {
  for (const account of Ledger.accountIds(ledger)) {
    const { balance, available, free, onHold, lapsed, debt } = balanceOf(ledger, account, atSec)
    const lots = Lot.of(ledger, account, atSec)
    const isThere = ({ lapseSec }: Lot.Part): boolean => lapseSec > atSec
    const holds = Hold.openOf(ledger, account, atSec)
    same(free + lapsed + onHold - debt, balance, `the balance of ${account}`)
    same(amountOf(lots.filter(isThere)), free, `what is free on ${account}`)
    same(amountOf(lots), free + lapsed, `the lots of ${account}`)
    same(sum(holds.map(({ left }) => left)), onHold, `the holds of ${account}`)
    for (const { holdId, left, parts, amount } of holds) {
      same(amountOf(parts), left, `the parts of hold ${holdId}`)
      same(Math.min(left, amount), left, `what is left of hold ${holdId}`)
    }
    for (const value of [available, free, onHold, lapsed, debt]) {
      same(Math.max(value, 0), value, `a number of ${account}`)
    }
    // What is free pays a debt at once: nobody has both.
    same(Math.min(free, debt), 0, `both free and owed on ${account}`)
    lots.forEach(({ amount, lapseSec }, place) => {
      same(Math.max(amount, 1), amount, `a lot of ${account}`)
      const before = lots[place - 1]?.lapseSec ?? Number.NEGATIVE_INFINITY
      same(Math.max(lapseSec, before + 1), lapseSec, `the order of the lots of ${account}`)
    })
  }
}

const amountOf = (parts: ReadonlyArray<Lot.Part>): number => sum(parts.map(({ amount }) => amount))

/** What each account owes, to compare with {@link keepsFloors} after the next command. */
export const debtsOf = (ledger: Ledger.Ledger, atSec: number): ReadonlyMap<string, number> =>
  new Map(
    Ledger.accountIds(ledger).map((account) => [account, balanceOf(ledger, account, atSec).debt])
  )

/** Row 39: no debt of a person, household or group grows below its floor. */
export const keepsFloors = (
  ledger: Ledger.Ledger,
  atSec: number,
  before: ReadonlyMap<string, number>
): void => {
  for (const id of Ledger.accountIds(ledger)) {
    const account = Account.of(ledger, id)
    const { debt } = balanceOf(ledger, id, atSec)
    if (account === undefined || account.accountKind === "Issuer") continue
    if (debt <= (before.get(id) ?? 0)) continue
    const floor = atSec < account.floorUntilSec ? account.floor : 0
    same(Math.min(debt, -floor), debt, `the debt of ${id}`)
  }
}

/** The balance as of now is the balance, and a statement of all time closes to it. */
export const tellsHistory = (ledger: Ledger.Ledger): void => {
  const now = Ledger.lastSec(ledger)
  for (const account of Ledger.accountIds(ledger)) {
    const { balance } = balanceOf(ledger, account, now)
    const asOfNow = { effectiveSec: now, recordedSec: now }
    expect(History.balanceAsOf(ledger, account, asOfNow)).toBe(balance)
    for (const by of ["Recorded", "Effective"] as const) {
      const statement = History.statement(ledger, account, { fromSec: -never, toSec: never, by })
      expect(statement?.openingBalance).toBe(0)
      expect(statement?.closingBalance).toBe(balance)
      let running = 0
      for (const line of statement?.lines ?? []) {
        running += line.isDebit ? -line.amount : line.amount
        expect(line.runningBalance).toBe(running)
      }
      expect(running).toBe(balance)
    }
  }
}

/** What the books say at their last second, places in the log left out. */
export const booksOf = (ledger: Ledger.Ledger): unknown => {
  const atSec = Ledger.lastSec(ledger)
  return {
    accounts: Ledger.accountIds(ledger).map((id) => ({
      account: Account.of(ledger, id),
      balance: Balance.of(ledger, id, atSec),
      lots: Lot.of(ledger, id, atSec),
      holds: Hold.openOf(ledger, id, atSec)
    })),
    totals: Unit.list.map((unit) => Totals.of(ledger, unit, atSec))
  }
}

/** Two ledgers are the same to the last byte of their logs, and say the same. */
export const equal = (left: Ledger.Ledger, right: Ledger.Ledger): void => {
  expect(Ledger.sequenceNext(right)).toBe(Ledger.sequenceNext(left))
  expect(Ledger.lastSec(right)).toBe(Ledger.lastSec(left))
  expect(Ledger.accountIds(right)).toEqual(Ledger.accountIds(left))
  expect(Ledger.entries(right)).toEqual(Ledger.entries(left))
  expect(bytesOf(right)).toEqual(bytesOf(left))
  expect(booksOf(right)).toEqual(booksOf(left))
}

const bytesOf = (ledger: Ledger.Ledger): ReadonlyArray<string> =>
  LedgerBytes.of(ledger, 0, Ledger.sequenceNext(ledger)).map((bytes) =>
    Buffer.from(bytes).toString("hex")
  )

/** A log read again, line by line and without rules, gives the same ledger and the same answers. */
export const replays = (ledger: Ledger.Ledger): Ledger.Ledger => {
  const again = Ledger.make()
  for (const entry of Ledger.entries(ledger)) Ledger.evolve(again, entry)
  equal(ledger, again)
  for (const { command } of Ledger.entries(ledger)) {
    expect(Ledger.answerOf(again, command.id)).toEqual(Ledger.answerOf(ledger, command.id))
  }
  return again
}

/** The ledger's own recount finds nothing wrong. */
export const isSound = (ledger: Ledger.Ledger): void => {
  expect(LedgerCheck.problems(ledger)).toEqual([])
}
