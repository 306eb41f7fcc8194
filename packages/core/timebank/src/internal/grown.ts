/**
 * Typed arrays that grow: a copy of at least the double length, so that growing costs a constant
 * per element in all.
 */

/** `array` if it holds `length` elements, otherwise a longer copy. */
export const grownF64 = (
  array: Float64Array<ArrayBuffer>,
  length: number
): Float64Array<ArrayBuffer> => {
  if (array.length >= length) return array
  const longer = new Float64Array(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}
