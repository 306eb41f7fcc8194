/**
 * The exponential function, the same bits on every engine. For the bell-shaped preferences of
 * PROMETHEE only.
 */
import stdlibExp from "@stdlib/math-base-special-exp"

/** e to the power of a number. */
export const exponential = (value: number): number => stdlibExp(value)
