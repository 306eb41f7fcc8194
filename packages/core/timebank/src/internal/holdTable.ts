/**
 * Holds in one typed array, a row of 10 numbers each. The open holds of an account form a chain by
 * expiry second (then by number), so that the first says when the next one ends.
 */
import { grownF64 } from "./grown.ts"

export const stride = 10

/** Number of the account whose amount is held. */
export const account = 0
/** Number of the account that it is for plus 1; 0 where none is named. */
export const credit = 1
/** What was placed, and what is left of it. */
export const placed = 2
export const left = 3
export const expiresSec = 4
/** First of the parts that are left. */
export const headPart = 5
export const before = 6
export const after = 7
/** Row of the placing. */
export const row = 8
/** Status, kind of transfer and whether another account may get it, as bits. */
export const marks = 9

export const open = 0
export const captured = 1
export const released = 2
export const expired = 3
export const statusBits = 3
export const creditOpen = 1 << 2
export const kindShift = 3

export interface HoldTable {
  rows: Float64Array<ArrayBuffer>
  count: number
}

export const make = (): HoldTable => ({ rows: new Float64Array(stride * 4), count: 1 })

export const copyOf = (holds: HoldTable): HoldTable => ({
  rows: holds.rows.slice(),
  count: holds.count
})

export const add = (holds: HoldTable): number => {
  const hold = holds.count++
  holds.rows = grownF64(holds.rows, holds.count * stride)
  holds.rows.fill(0, hold * stride, holds.count * stride)
  return hold
}

export const statusOf = (holds: HoldTable, hold: number): number =>
  holds.rows[hold * stride + marks]! & statusBits

export const kindOf = (holds: HoldTable, hold: number): number =>
  holds.rows[hold * stride + marks]! >> kindShift

export const setStatus = (holds: HoldTable, hold: number, status: number): void => {
  const place = hold * stride + marks
  holds.rows[place] = (holds.rows[place]! & ~statusBits) | status
}
