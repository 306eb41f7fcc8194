/**
 * Lots of all accounts and holds in one typed array: lapse second, amount, next. A chain is sorted by
 * lapse second and has every second once. Place 0 stands for "none"; dropped places are used again.
 */
import { grownF64 } from "./grown.ts"

export interface LotTable {
  rows: Float64Array<ArrayBuffer>
  count: number
  dropped: number
}

/** Numbers per lot, and their places. */
export const stride = 3
export const lapse = 0
export const amount = 1
export const next = 2

export const make = (lotCount: number): LotTable => ({
  rows: new Float64Array((lotCount + 1) * stride),
  count: 1,
  dropped: 0
})

export const copyOf = (lots: LotTable): LotTable => ({
  rows: lots.rows.slice(),
  count: lots.count,
  dropped: lots.dropped
})

export const add = (
  lots: LotTable,
  lapseSec: number,
  amountOf: number,
  nextLot: number
): number => {
  let lot = lots.dropped
  if (lot !== 0) lots.dropped = lots.rows[lot * stride + next]!
  else {
    lot = lots.count++
    if (lots.rows.length < lots.count * stride) {
      lots.rows = grownF64(lots.rows, lots.count * stride)
    }
  }
  const base = lot * stride
  lots.rows[base + lapse] = lapseSec
  lots.rows[base + amount] = amountOf
  lots.rows[base + next] = nextLot
  return lot
}

export const drop = (lots: LotTable, lot: number): void => {
  lots.rows[lot * stride + next] = lots.dropped
  lots.dropped = lot
}

/** Drops a chain from its first lot on. */
export const dropChain = (lots: LotTable, head: number): void => {
  let lot = head
  while (lot !== 0) {
    const after = lots.rows[lot * stride + next]!
    drop(lots, lot)
    lot = after
  }
}
