/**
 * The natural logarithm, the same bits on every engine (JavaScript's own may differ in the last). For
 * what is only shown, such as the information of bands; no score is decided by it.
 */
import stdlibLn from "@stdlib/math-base-special-ln"

/** Natural logarithm of a positive number. */
export const naturalLog = (value: number): number => stdlibLn(value)
