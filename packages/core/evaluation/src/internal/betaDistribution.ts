/**
 * The beta and the binomial distribution. One function, the regularised incomplete beta, gives both;
 * quantiles are found by halving, which cannot run away as Newton's steps can at 0 and 1.
 */
import stdlibBetainc from "@stdlib/math-base-special-betainc"

/** P(B <= x) for a beta variable with parameters `a` and `b` above 0. */
export const betaCumulative = (x: number, a: number, b: number): number =>
  x <= 0 ? 0 : x >= 1 ? 1 : stdlibBetainc(x, a, b, true, false)

/** P(B > x), without the loss of taking it from 1. */
export const betaUpper = (x: number, a: number, b: number): number =>
  x <= 0 ? 1 : x >= 1 ? 0 : stdlibBetainc(x, a, b, true, true)

/** The x with P(B <= x) = `tail`, or P(B > x) = `tail` where `isUpper`; to the last bit or two. */
export const betaQuantile = (tail: number, a: number, b: number, isUpper: boolean): number =>
  halved(0, 1, (x) => (isUpper ? betaUpper(x, a, b) <= tail : betaCumulative(x, a, b) >= tail))

/** P(X <= count) for X binomial of `total` trials with chance `share`. */
export const binomialLower = (count: number, total: number, share: number): number =>
  count < 0 ? 0 : count >= total ? 1 : betaUpper(share, count + 1, total - count)

/** P(X >= count) for X binomial of `total` trials with chance `share`. */
export const binomialUpper = (count: number, total: number, share: number): number =>
  count <= 0 ? 1 : count > total ? 0 : betaCumulative(share, count, total - count + 1)

/**
 * Where a condition turns from false to true between two numbers, by halving until no number lies
 * between the two ends; the end at which it holds.
 */
export const halved = (from: number, until: number, holds: (x: number) => boolean): number => {
  let [low, high] = [from, until]
  for (;;) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) return high
    if (holds(middle)) high = middle
    else low = middle
  }
}
