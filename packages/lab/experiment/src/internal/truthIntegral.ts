/**
 * Integrals of smooth functions over a finite range, by Gauss's rule on many equal pieces.
 */

/** Places and weights of the rule with 8 points, on the positive half. */
const RULE = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763]
] as const

/**
 * The integral of `integrand` from `low` to `high`. The caller cuts where it is rough.
 *
 * @source M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, table 25.4
 */
export const integral = (
  integrand: (x: number) => number,
  low: number,
  high: number,
  pieces = 200
): number => {
  const half = (high - low) / (2 * pieces)
  let sum = 0
  for (let piece = 0; piece < pieces; piece++) {
    const middle = low + (2 * piece + 1) * half
    for (const [place, weight] of RULE) {
      sum += weight * (integrand(middle - place * half) + integrand(middle + place * half))
    }
  }
  return sum * half
}

/** The least x at or above `low` where a rising function reaches `level`, by halving. */
export const reach = (rising: (x: number) => number, level: number, low = 0): number => {
  let below = low
  let above = low + 1
  while (rising(above) < level) above = low + 2 * (above - low)
  for (;;) {
    const middle = below + (above - below) / 2
    if (middle <= below || middle >= above) return above
    if (rising(middle) < level) below = middle
    else above = middle
  }
}
