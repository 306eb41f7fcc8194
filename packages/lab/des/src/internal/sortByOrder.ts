/**
 * Puts the ids of one instant in the order in which their events came.
 */

/** Up to this size a batch is sorted by insertion. */
const INSERTION_MAX = 16
/** Bits of a digit, and the range of orders that three digits tell apart. */
const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
const RANGE_MAX = DIGITS * DIGITS * DIGITS

/** Sorts the first `end` ids of a batch by `orders[id]`, in place; linear, but for huge ranges. */
export const sortByOrder = (batch: Int32Array, end: number, orders: Float64Array): void => {
  if (end > INSERTION_MAX) {
    sortMany(batch.subarray(0, end), orders)
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

/** By digits of the distance to the least order, lowest digit first. */
const sortMany = (batch: Int32Array, orders: Float64Array): void => {
  let least = Number.POSITIVE_INFINITY
  let greatest = 0
  for (const id of batch) {
    const order = orders[id]!
    if (order < least) least = order
    if (order > greatest) greatest = order
  }
  if (greatest - least >= RANGE_MAX) {
    batch.sort((left, right) => orders[left]! - orders[right]!)
    return
  }
  const sorted = new Int32Array(batch.length)
  for (let unit = 1; unit <= greatest - least; unit *= DIGITS) {
    const starts = new Int32Array(DIGITS + 1)
    for (const id of batch) {
      const after = (((orders[id]! - least) / unit) & (DIGITS - 1)) + 1
      starts[after] = starts[after]! + 1
    }
    for (let digit = 1; digit < DIGITS; digit++) starts[digit]! += starts[digit - 1]!
    for (const id of batch) {
      const digit = ((orders[id]! - least) / unit) & (DIGITS - 1)
      const place = starts[digit]!
      starts[digit] = place + 1
      sorted[place] = id
    }
    batch.set(sorted)
  }
}
