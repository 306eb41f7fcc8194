/**
 * Search by halving in the first `count` values of an array sorted upwards.
 */

/** The index of the last value that is at most `value`; -1 if none is. */
export const lastAtMost = (sorted: Float64Array, count: number, value: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The index of the last value that is below `value`; -1 if none is. */
export const lastBelow = (sorted: Float64Array, count: number, value: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low - 1
}
