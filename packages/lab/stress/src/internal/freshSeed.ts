/**
 * Master seeds that differ from a given one and from each other, for confirmations: a shock that
 * was chosen because it broke the promise on one seed must break it on others too.
 */

const mask = (1n << 64n) - 1n

/**
 * The fresh master seed of the `attempt`-th confirmation (from 1): a safe whole number.
 *
 * @source G. L. Steele, D. Lea, C. H. Flood, "Fast Splittable Pseudorandom Number Generators",
 *   2014: the output function of SplitMix64; its upper 53 bits are kept
 */
export const freshSeed = (seed: number, attempt: number): number => {
  let word = (BigInt(seed) + BigInt(attempt) * 0x9e3779b97f4a7c15n) & mask
  word = ((word ^ (word >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
  word = ((word ^ (word >> 27n)) * 0x94d049bb133111ebn) & mask
  const fresh = Number((word ^ (word >> 31n)) >> 11n)
  return fresh === seed ? fresh + 1 : fresh
}
