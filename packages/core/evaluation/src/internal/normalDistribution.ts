/**
 * The standard normal distribution: quantiles for intervals, upper tails for tests.
 */
import stdlibErfc from "@stdlib/math-base-special-erfc"
import stdlibErfcinv from "@stdlib/math-base-special-erfcinv"

/** The value that a standard normal variable exceeds with probability `tail` (0 < tail < 1). */
export const upperQuantile = (tail: number): number => Math.SQRT2 * stdlibErfcinv(2 * tail)

/** The probability that a standard normal variable exceeds `value`. */
export const upperTail = (value: number): number => stdlibErfc(value / Math.SQRT2) / 2
