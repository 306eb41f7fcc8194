/**
 * Refusals of arguments that no data can excuse: a confidence or a count that cannot be.
 */

/** Throws a `RangeError` unless a confidence is above 0 and below 1. */
export const checkConfidence = (confidence: number): void => {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence is above 0 and below 1; got ${confidence}`)
  }
}

/** Throws a `RangeError` unless a count is a whole number from `least`. */
export const checkCount = (field: string, count: number, least: number): void => {
  if (!(Number.isSafeInteger(count) && count >= least)) {
    throw new RangeError(`${field} is a whole number from ${least}; got ${count}`)
  }
}
