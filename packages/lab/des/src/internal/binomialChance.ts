/**
 * Chances of the binomial distribution without factorials or logarithms: the terms are taken
 * relative to the greatest one, each from its neighbour by a ratio, and divided by their sum. Terms
 * too small to count are left out, so the cost grows as the square root of the number of trials.
 */

/** A term this small beside the greatest one no longer counts. */
const NEGLIGIBLE = 1e-30

/** The chances of at most and of at least `hits` in `count` trials with chance `chance` each. */
export const binomialChance = (
  count: number,
  chance: number,
  hits: number
): { readonly atMost: number; readonly atLeast: number } => {
  if (chance <= 0) return { atMost: hits >= 0 ? 1 : 0, atLeast: hits <= 0 ? 1 : 0 }
  if (chance >= 1) return { atMost: hits >= count ? 1 : 0, atLeast: hits <= count ? 1 : 0 }
  const odds = chance / (1 - chance)
  const mode = Math.min(count, Math.floor((count + 1) * chance))
  let below = 0
  let equal = mode === hits ? 1 : 0
  let above = 0
  if (mode < hits) below = 1
  if (mode > hits) above = 1
  let term = 1
  for (let index = mode + 1; index <= count && term > NEGLIGIBLE; index++) {
    term *= ((count - index + 1) / index) * odds
    if (index < hits) below += term
    else if (index > hits) above += term
    else equal = term
  }
  term = 1
  for (let index = mode - 1; index >= 0 && term > NEGLIGIBLE; index--) {
    term *= (index + 1) / (count - index) / odds
    if (index < hits) below += term
    else if (index > hits) above += term
    else equal = term
  }
  const total = below + equal + above
  return { atMost: (below + equal) / total, atLeast: (equal + above) / total }
}
