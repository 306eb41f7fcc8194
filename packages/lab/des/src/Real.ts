/**
 * The few real functions that a simulation needs, computed the same way everywhere. JavaScript
 * engines differ in the last bit of their built-in transcendental functions; these are
 * pure-JavaScript ports, so a run has the same bits on every engine. Nothing else in this package
 * may compute a logarithm or an exponential.
 */
import stdlibLn from "@stdlib/math-base-special-ln"
import stdlibSqrt from "@stdlib/math-base-special-sqrt"
import { exponentialFunction } from "./internal/exponentialFunction.ts"

/**
 * Natural logarithm; `-Infinity` at 0 and `NaN` below.
 *
 * ```ts
 * import { Real } from "@wangge/des"
 *
 * Real.ln(1) // => 0
 * ```
 *
 * @category functions
 * @source FreeBSD msun `e_log.c`, as ported by stdlib
 * @since 0.1.0
 */
export const ln = (value: number): number => stdlibLn(value)

/**
 * Natural exponential, good to 2 units in the last place; `Infinity` above 709.78.
 *
 * ```ts
 * import { Real } from "@wangge/des"
 *
 * Real.exp(0) // => 1
 * ```
 *
 * @source P. T. P. Tang, "Table-Driven Implementation of the Exponential Function in IEEE
 *   Floating-Point Arithmetic", ACM Transactions on Mathematical Software 15(2), 1989 (method)
 * @category functions
 * @since 0.1.0
 */
export const exp = (value: number): number => exponentialFunction(value)

/**
 * Square root, correctly rounded; `NaN` below 0.
 *
 * ```ts
 * import { Real } from "@wangge/des"
 *
 * Real.sqrt(9) // => 3
 * ```
 *
 * @category functions
 * @source IEEE 754-2019, 5.4.1 squareRoot
 * @since 0.1.0
 */
export const sqrt = (value: number): number => stdlibSqrt(value)

/**
 * `base` to the power `exponent` for a base of at least 0, as `exp(exponent * ln(base))`.
 *
 * Exact at base 0 and exponent 0 only; elsewhere good to a few units in the last place.
 *
 * ```ts
 * import { Real } from "@wangge/des"
 *
 * Real.power(0, 2) // => 0
 * ```
 *
 * @category functions
 * @source none: definition
 * @since 0.1.0
 */
export const power = (base: number, exponent: number): number => {
  if (exponent === 0) return 1
  if (base === 0) return exponent > 0 ? 0 : Number.POSITIVE_INFINITY
  return exp(exponent * ln(base))
}
