/**
 * Roots and powers of whole numbers, exact.
 */

/** `base` multiplied by itself `exponent` times, by repeated squaring. */
export const power = (base: bigint, exponent: number): bigint => {
  let result = 1n
  let square = base
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square
    square *= square
  }
  return result
}

/**
 * The largest whole number whose power `degree` is at most `radicand` (0 or more): Newton's steps
 * down from a power of two above it.
 */
export const wholeRoot = (radicand: bigint, degree: number): bigint => {
  if (radicand < 2n || degree === 1) return radicand
  const bitCount = radicand.toString(2).length
  const whole = BigInt(degree)
  let guess = 1n << BigInt(Math.ceil(bitCount / degree))
  for (;;) {
    const next = ((whole - 1n) * guess + radicand / power(guess, degree - 1)) / whole
    if (next >= guess) return guess
    guess = next
  }
}
