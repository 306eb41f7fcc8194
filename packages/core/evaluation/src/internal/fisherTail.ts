/**
 * Fisher's exact test of one share against another, one-sided: given how many matters of both units
 * together succeeded, the chance that the first has so many of them or more if its true share is no
 * higher than the other's.
 */
import * as ExactDistribution from "../ExactDistribution.ts"
import type { Rational } from "../Rational.ts"
import type { ShareCount } from "../ShareCount.ts"

/** A tail as a floating-point number, good to about 1e-12 of itself. */
export const fisherTail = (first: ShareCount, second: ShareCount): number => {
  const { least, most, ratio } = support(first, second)
  const successes = first.count + second.count
  const trials = first.total + second.total
  const middle = Math.floor(((successes + 1) * (first.total + 1)) / (trials + 2))
  const mode = Math.max(least, Math.min(most, middle))
  let [all, tail] = [0, 0]
  for (let at = mode, weight = 1; at <= most && weight > 0; at += 1) {
    all += weight
    if (at >= first.count) tail += weight
    weight *= at < most ? ratio(at) : 0
  }
  for (
    let at = mode - 1, weight = mode > least ? 1 / ratio(mode - 1) : 0;
    at >= least && weight > 0;
  ) {
    all += weight
    if (at >= first.count) tail += weight
    weight /= at > least ? ratio(at - 1) : Number.POSITIVE_INFINITY
    at -= 1
  }
  return Math.min(1, tail / all)
}

/**
 * The same tail in whole numbers, by the distribution that signals use: exact up to its
 * `exactSizeMax` successes, to about 150 digits beyond. Slow: for tails near a bound only.
 */
export const fisherTailExact = (first: ShareCount, second: ShareCount): Rational => {
  const urn = ExactDistribution.hypergeometric({
    total: first.total + second.total,
    marked: first.total,
    drawn: first.count + second.count
  })
  return ExactDistribution.atLeast(urn, first.count)
}

/** The counts that the first unit can have, and the weight of `at + 1` over that of `at`. */
const support = (first: ShareCount, second: ShareCount) => {
  const successes = first.count + second.count
  const least = Math.max(0, successes - second.total)
  const most = Math.min(first.total, successes)
  const ratio = (at: number): number =>
    ((first.total - at) * (successes - at)) / ((at + 1) * (second.total - successes + at + 1))
  return { least, most, ratio }
}
