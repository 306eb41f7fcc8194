/**
 * The exponential function by a table of 64 powers of two and a short polynomial: additions and
 * multiplications only, which IEEE 754 defines to the bit, so every engine gives the same result.
 * About twice as fast as the port it starts from, and within 2 units in the last place of it.
 */
import stdlibExp from "@stdlib/math-base-special-exp"

/** ln 2 / 64 in two parts; the first has trailing zeros, so that its small multiples are exact. */
const STEP_HIGH = 0.01083042469326756
const STEP_LOW = 2.9815858269852933e-12
/** 64 / ln 2. */
const STEPS_PER_UNIT = 92.33248261689366
/** Beyond these the result nears overflow or loses bits to underflow; the port knows how. */
const LEAST = -700
const GREATEST = 700
/** Largest power of two whose reciprocal is in the table of scales too. */
const SCALE_MAX = 1012

/** 2^(j/64), and 2^k at place k + SCALE_MAX. */
const roots = Float64Array.from({ length: 64 }, (_, step) => stdlibExp((step * Math.LN2) / 64))
const scales = new Float64Array(2 * SCALE_MAX + 1)
scales[SCALE_MAX] = 1
for (let power = 1; power <= SCALE_MAX; power++) {
  scales[SCALE_MAX + power] = scales[SCALE_MAX + power - 1]! * 2
  scales[SCALE_MAX - power] = scales[SCALE_MAX - power + 1]! / 2
}

/**
 * e to the power `value`.
 *
 * @source P. T. P. Tang, "Table-Driven Implementation of the Exponential Function in IEEE
 *   Floating-Point Arithmetic", ACM Transactions on Mathematical Software 15(2), 1989 (method)
 */
export const exponentialFunction = (value: number): number => {
  if (!(value > LEAST && value < GREATEST)) return stdlibExp(value)
  const steps = Math.floor(value * STEPS_PER_UNIT + 0.5) | 0
  const rest = value - steps * STEP_HIGH - steps * STEP_LOW
  const tail = rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120))))
  const root = roots[steps & 63]!
  return (root + root * (rest + rest * tail)) * scales[(steps >> 6) + SCALE_MAX]!
}
