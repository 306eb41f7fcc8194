/**
 * A list of parts (lapse second and amount) in two typed arrays: what a movement takes, in the order
 * in which it takes it.
 */
import { grownF64 } from "./grown.ts"
import * as lotTable from "./lotTable.ts"

export interface PartList {
  lapses: Float64Array<ArrayBuffer>
  amounts: Float64Array<ArrayBuffer>
  count: number
}

export const make = (): PartList => ({
  lapses: new Float64Array(8),
  amounts: new Float64Array(8),
  count: 0
})

export const copyOf = (list: PartList): PartList => ({
  lapses: list.lapses.slice(),
  amounts: list.amounts.slice(),
  count: list.count
})

/** Adds a part behind the others. */
export const push = (list: PartList, lapseSec: number, amount: number): void => {
  if (list.lapses.length === list.count) {
    list.lapses = grownF64(list.lapses, list.count + 1)
    list.amounts = grownF64(list.amounts, list.count + 1)
  }
  list.lapses[list.count] = lapseSec
  list.amounts[list.count] = amount
  list.count++
}

/** Adds a part at its place by lapse second; one that lapses with another is added to it. */
export const insert = (list: PartList, lapseSec: number, amount: number): void => {
  const { lapses, amounts } = list
  let place = list.count
  while (place > 0 && lapses[place - 1]! > lapseSec) place--
  if (place > 0 && lapses[place - 1] === lapseSec) {
    amounts[place - 1] = amounts[place - 1]! + amount
    return
  }
  push(list, lapseSec, amount)
  if (place === list.count - 1) return
  list.lapses.copyWithin(place + 1, place, list.count - 1)
  list.amounts.copyWithin(place + 1, place, list.count - 1)
  list.lapses[place] = lapseSec
  list.amounts[place] = amount
}

/** Writes a chain of lots into a list, from its first on. */
export const fill = (list: PartList, lots: lotTable.LotTable, head: number): void => {
  list.count = 0
  let lot = head
  while (lot !== 0) {
    const place = lot * lotTable.stride
    push(list, lots.rows[place]!, lots.rows[place + lotTable.amount]!)
    lot = lots.rows[place + lotTable.next]!
  }
}

/**
 * Pays a debt out of a list: the latest lapsing parts first, those lapsed by `atSec` not at all.
 * What is paid; the parts are less by it.
 */
export const pay = (list: PartList, owed: number, atSec: number): number => {
  let left = owed
  for (let i = list.count - 1; i >= 0 && left > 0 && list.lapses[i]! > atSec; i--) {
    const part = Math.min(list.amounts[i]!, left)
    list.amounts[i] = list.amounts[i]! - part
    left -= part
  }
  return owed - left
}
