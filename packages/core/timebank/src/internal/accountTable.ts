/**
 * Accounts in one typed array, a row of 16 numbers each, so that what a transfer reads of an account
 * lies in two cache lines. Names are beside it; an account's number is its place in the order of
 * opening and never changes.
 */
import { grownF64 } from "./grown.ts"

/** Numbers per account. */
export const stride = 16

/** Sum of the free lots, lapsed ones included until they are booked. */
export const free = 0
/** Sum of the parts on hold. */
export const held = 1
/** What was spent beyond the lots. */
export const debt = 2
/** The floor until `floorUntilSec`, 0 afterwards. */
export const floor = 3
export const floorUntilSec = 4
export const ceiling = 5
/** First and last of the free lots, by lapse second; 0 where there is none. */
export const headLot = 6
export const tailLot = 7
/** First and last of the open holds, by expiry; 0 where there is none. */
export const headHold = 8
export const tailHold = 9
/** Expiry second of the first hold, `noEnd` where there is none. */
export const nextExpirySec = 10
/** Row of the last movement plus 1; 0 where there is none. */
export const lastMove = 11
/** Kind, unit and marks, as bits. */
export const marks = 12
/** Number of the owner's and of the guardian's party, 0 for no guardian. */
export const owner = 13
export const guardian = 14
/** How many times something expired. */
export const expireCount = 15

/** Bits of {@link marks}: 4 for the kind, 1 for the unit, then one each. */
export const kindBits = 15
export const unitShift = 4
export const frozenDebits = 1 << 5
export const frozenCredits = 1 << 6
export const frozenShift = 5
export const closed = 1 << 7
export const mandated = 1 << 8
export const keepsLots = 1 << 9

export interface AccountTable {
  rows: Float64Array<ArrayBuffer>
  count: number
  readonly names: Array<string>
  readonly numberOf: Map<string, number>
}

export const make = (accountCount: number): AccountTable => ({
  rows: new Float64Array(accountCount * stride),
  count: 0,
  names: [],
  numberOf: new Map()
})

/** A new row of zeros under a name; its number. */
export const add = (accounts: AccountTable, name: string): number => {
  const account = accounts.count
  accounts.count = account + 1
  accounts.rows = grownF64(accounts.rows, accounts.count * stride)
  accounts.rows.fill(0, account * stride, accounts.count * stride)
  accounts.names.push(name)
  accounts.numberOf.set(name, account)
  return account
}

/** Takes the last accounts away again, down to `count`. */
export const truncate = (accounts: AccountTable, count: number): void => {
  while (accounts.count > count) {
    const name = accounts.names.pop()
    if (name !== undefined) accounts.numberOf.delete(name)
    accounts.count--
  }
}

export const copyOf = (accounts: AccountTable): AccountTable => ({
  rows: accounts.rows.slice(),
  count: accounts.count,
  names: accounts.names.slice(),
  numberOf: new Map(accounts.numberOf)
})

export const kindOf = (accounts: AccountTable, account: number): number =>
  accounts.rows[account * stride + marks]! & kindBits

export const unitOf = (accounts: AccountTable, account: number): number =>
  (accounts.rows[account * stride + marks]! >> unitShift) & 1

/** The number of an account, -1 for a name that no account has. */
export const numberOf = (accounts: AccountTable, name: string): number =>
  accounts.numberOf.get(name) ?? -1

export const nameOf = (accounts: AccountTable, account: number): string => {
  const name = accounts.names[account]
  if (name === undefined) throw new RangeError(`There is no account number ${account}`)
  return name
}
