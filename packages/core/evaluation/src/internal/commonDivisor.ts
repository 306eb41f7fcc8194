/**
 * The greatest common divisor of two whole numbers that are 0 or more.
 */

/** Euclid's algorithm, in doubles from where both are safe integers on: several times faster. */
export const commonDivisor = (first: bigint, second: bigint): bigint => {
  if (first === 1n || second === 1n) return 1n
  let left = first
  let right = second
  while (right > safe || left > safe) {
    if (right === 0n) return left
    const rest = left % right
    left = right
    right = rest
  }
  let one = Number(left)
  let other = Number(right)
  while (other !== 0) {
    const rest = one % other
    one = other
    other = rest
  }
  return BigInt(one)
}

const safe = BigInt(Number.MAX_SAFE_INTEGER)
