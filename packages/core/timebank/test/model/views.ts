/** The books of the ledger and of the model, seen in one plain shape, so that they can be compared. */
import {
  Account,
  Balance,
  type History,
  Hold,
  Ledger,
  LedgerCommand,
  Lot,
  Totals,
  TransferKind,
  Unit
} from "../../src/index.ts"
import type { Refusal } from "./books.ts"
import * as Books from "./books.ts"

interface AccountView {
  readonly account: Account.Account | undefined
  readonly balance: Balance.Balance | undefined
  readonly lots: ReadonlyArray<Books.Part>
}

export interface View {
  readonly lastSec: number
  readonly sequenceNext: number
  readonly accounts: ReadonlyArray<AccountView>
  readonly holds: ReadonlyArray<Hold.Hold | undefined>
  readonly totals: ReadonlyArray<Totals.Totals | undefined>
}

/** What the ledger says of itself at an instant. */
export const ofLedger = (
  ledger: Ledger.Ledger,
  holdIds: ReadonlyArray<string>,
  atSec: number
): View => ({
  lastSec: Ledger.lastSec(ledger),
  sequenceNext: Ledger.sequenceNext(ledger),
  accounts: Ledger.accountIds(ledger).map((id) => ({
    account: Account.of(ledger, id),
    balance: Balance.of(ledger, id, atSec),
    lots: Lot.of(ledger, id, atSec).map(({ lapseSec, amount }) => ({ lapseSec, amount }))
  })),
  holds: holdIds.map((id) => Hold.of(ledger, id, atSec)),
  totals: Unit.list.map((unit) => Totals.of(ledger, unit, atSec))
})

/** What the model says at an instant, in the same shape. */
export const ofBooks = (books: Books.Books, atSec: number): View => {
  const now = Books.fork(books)
  Books.letTimePass(now, atSec)
  return {
    lastSec: books.lastSec,
    sequenceNext: books.nextSequence,
    accounts: now.accounts.map((account) => ({
      account: accountView(account),
      balance: balanceView(now, account, atSec),
      lots: Books.tidied(account.parts)
    })),
    holds: now.holds.map((hold) => holdView(hold)),
    totals: Unit.list.map((unit) => totalsView(now, unit, atSec))
  }
}

const accountView = (account: Books.Account): Account.Account => ({
  id: account.id,
  number: account.number,
  accountKind: account.kind,
  unit: account.unit,
  ownerId: account.ownerId,
  guardianId: account.guardianId,
  isClosed: account.isClosed,
  frozen: account.frozen,
  floor: account.floor,
  floorUntilSec: account.floorUntilSec,
  ceiling: account.ceiling,
  mandates: account.mandates.map(({ used, transferKinds, ...mandate }) => ({
    ...mandate,
    transferKinds: TransferKind.list.filter((kind) => transferKinds.includes(kind)),
    usedAmount: used
  }))
})

const balanceView = (
  books: Books.Books,
  account: Books.Account,
  atSec: number
): Balance.Balance => ({
  balance: Books.balanceOf(books, account),
  available: Books.movableOf(books, account, atSec),
  free: Books.freeOf(account, atSec),
  onHold: Books.onHoldOf(books, account.id),
  lapsed: Books.lapsedOf(account, atSec),
  debt: account.debt
})

const holdView = (hold: Books.Hold): Hold.Hold => ({
  holdId: hold.placed.id,
  debit: hold.placed.debit,
  credit: hold.placed.credit ?? "",
  isCreditOpen: hold.placed.isCreditOpen ?? false,
  transferKind: hold.placed.transferKind,
  unit: hold.placed.unit,
  amount: hold.amount,
  left: Books.sum(hold.parts),
  expiresSec: hold.placed.expiresSec ?? Books.never,
  status: hold.status,
  parts: Books.tidied(hold.parts)
})

const totalsView = (books: Books.Books, unit: Unit.Unit, atSec: number): Totals.Totals => {
  const all = books.accounts.filter((account) => account.unit === unit)
  const sumOf = (list: ReadonlyArray<Books.Account>, amount: (one: Books.Account) => number) =>
    list.reduce((total, one) => total + amount(one), 0)
  const ofKind = (...kinds: ReadonlyArray<string>) => all.filter(({ kind }) => kinds.includes(kind))
  const net = (account: Books.Account): number => Books.freeOf(account, atSec) - account.debt
  const lapsed = sumOf(all, (account) => Books.lapsedOf(account, atSec))
  return {
    issued: 0 - sumOf(ofKind("Issuer"), net),
    available: sumOf(ofKind("Person", "Household", "Group", "Suspense"), net),
    onHold: sumOf(all, ({ id }) => Books.onHoldOf(books, id)),
    inPools: sumOf(ofKind("Pool"), net),
    redeemed: sumOf(ofKind("Merchant"), net),
    expired: sumOf(ofKind("Expiry"), net) + lapsed
  }
}

/** What the model says of the past of an account, as of two times. */
export const balanceAsOf = (
  books: Books.Books,
  account: string,
  known: { readonly effectiveSec: number; readonly recordedSec: number }
): number =>
  books.movements
    .filter(({ effectiveSec }) => effectiveSec <= known.effectiveSec)
    .filter(({ recordedSec }) => recordedSec <= known.recordedSec)
    .reduce((total, one) => total + changeOf(one, account), 0)

const changeOf = (movement: Books.Movement, account: string): number =>
  (movement.credit === account ? movement.amount : 0) -
  (movement.debit === account ? movement.amount : 0)

/** The statement that the model would draw up. */
export const statementOf = (
  books: Books.Books,
  account: Books.Account,
  span: History.Span
): History.Statement => {
  const timeOf = (one: Books.Movement): number =>
    span.by === "Recorded" ? one.recordedSec : one.effectiveSec
  const known = books.movements
    .filter(({ debit, credit }) => debit === account.id || credit === account.id)
    .filter(({ recordedSec }) => recordedSec <= (span.knownSec ?? Books.never))
    .sort((left, right) => timeOf(left) - timeOf(right))
  const upTo = (place: number): number =>
    known.slice(0, place).reduce((total, one) => total + changeOf(one, account.id), 0)
  const first = known.filter((one) => timeOf(one) < span.fromSec).length
  const end = known.filter((one) => timeOf(one) < span.toSec).length
  const lines = known
    .slice(first, end)
    .map((one, index) => lineOf(one, account.id, upTo(first + index + 1)))
  return {
    account: account.id,
    unit: account.unit,
    openingBalance: upTo(first),
    lines,
    closingBalance: upTo(end)
  }
}

const lineOf = (
  movement: Books.Movement,
  account: string,
  runningBalance: number
): History.Line => {
  const isDebit = movement.debit === account
  return {
    sequence: movement.sequence,
    id: movement.id,
    counterparty: isDebit ? movement.credit : movement.debit,
    transferKind: movement.kind,
    isDebit,
    amount: movement.amount,
    recordedSec: movement.recordedSec,
    effectiveSec: movement.effectiveSec,
    parts: isDebit ? movement.left : movement.arrived,
    causeId: movement.causeId,
    correctsId: movement.correctsId,
    runningBalance
  }
}

/** Whether two plain values are the same, whatever the order of their fields. */
export const isSame = (left: unknown, right: unknown): boolean => {
  if (Object.is(left, right)) return true
  if (typeof left !== "object" || typeof right !== "object") return false
  if (left === null || right === null) return false
  if (Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => key in right && isSame(Reflect.get(left, key), Reflect.get(right, key)))
  )
}

type Answer = ReturnType<typeof Ledger.post>

/** An answer of the ledger, as far as the contract fixes it. */
export const ofAnswer = (answer: Answer): Books.Answer =>
  answer.ok
    ? answer
    : { ok: false, isRepeated: answer.isRepeated, refusal: refusalOf(answer.rejection) }

const refusalOf = (rejection: Refusal): Refusal => ({
  code: rejection.code,
  index: rejection.index,
  members: rejection.members.map(refusalOf)
})

/** Every action there is, for counts that must not miss one. */
export const actions: ReadonlyArray<string> = LedgerCommand.actions
