/**
 * The parts of those movements that moved more than one part, or whose parts cannot be read from
 * their row. Keys rise: twice the row for what left the debit account, plus 1 for what arrived.
 */
import { grownF64 } from "./grown.ts"
import type { PartList } from "./partList.ts"

export interface PartStore {
  keys: Float64Array<ArrayBuffer>
  starts: Float64Array<ArrayBuffer>
  keyCount: number
  lapses: Float64Array<ArrayBuffer>
  amounts: Float64Array<ArrayBuffer>
  partCount: number
}

export const make = (): PartStore => ({
  keys: new Float64Array(16),
  starts: new Float64Array(16),
  keyCount: 0,
  lapses: new Float64Array(32),
  amounts: new Float64Array(32),
  partCount: 0
})

export const copyOf = (store: PartStore): PartStore => ({
  keys: store.keys.slice(),
  starts: store.starts.slice(),
  keyCount: store.keyCount,
  lapses: store.lapses.slice(),
  amounts: store.amounts.slice(),
  partCount: store.partCount
})

/** Stores the parts of a key, which is greater than all before. */
export const add = (store: PartStore, key: number, parts: PartList): void => {
  if (store.keys.length === store.keyCount) {
    store.keys = grownF64(store.keys, store.keyCount + 1)
    store.starts = grownF64(store.starts, store.keyCount + 1)
  }
  const needed = store.partCount + parts.count
  if (store.lapses.length < needed) {
    store.lapses = grownF64(store.lapses, needed)
    store.amounts = grownF64(store.amounts, needed)
  }
  store.keys[store.keyCount] = key
  store.starts[store.keyCount] = store.partCount
  store.keyCount++
  for (let i = 0; i < parts.count; i++) {
    store.lapses[store.partCount] = parts.lapses[i]!
    store.amounts[store.partCount] = parts.amounts[i]!
    store.partCount++
  }
}

/** The place of a key, -1 where it has no parts here. Cost: a binary search. */
export const find = (store: PartStore, key: number): number => {
  let low = 0
  let high = store.keyCount - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = store.keys[middle]!
    if (found === key) return middle
    if (found < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

export const startAt = (store: PartStore, place: number): number => store.starts[place]!

export const endAt = (store: PartStore, place: number): number =>
  place + 1 < store.keyCount ? store.starts[place + 1]! : store.partCount

/** Takes the keys and parts after these counts away again. */
export const truncate = (store: PartStore, keyCount: number, partCount: number): void => {
  store.keyCount = keyCount
  store.partCount = partCount
}
