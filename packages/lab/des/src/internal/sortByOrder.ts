/**
 * Puts the ids of one instant in the order in which their events were pushed.
 */

/** Up to this size a batch is sorted by insertion, without allocation. */
const INSERTION_MAX = 16

/** Sorts the first `end` ids of a batch by `orders[id]`, in place. */
export const sortByOrder = (batch: Int32Array, end: number, orders: Float64Array): void => {
  if (end > INSERTION_MAX) {
    batch.subarray(0, end).sort((left, right) => orders[left]! - orders[right]!)
    return
  }
  for (let sorted = 1; sorted < end; sorted++) {
    const id = batch[sorted]!
    const order = orders[id]!
    let place = sorted
    while (place > 0 && orders[batch[place - 1]!]! > order) {
      batch[place] = batch[place - 1]!
      place--
    }
    batch[place] = id
  }
}
