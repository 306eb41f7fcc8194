/**
 * The middle of all differences between two samples, and its interval by the exact distribution of
 * how many differences lie below a shift (Moses).
 */
import * as ExactDistribution from "../ExactDistribution.ts"
import * as Rational from "../Rational.ts"

/** An interval that holds with `attained`, at least the confidence asked. */
export interface PairInterval {
  readonly lower: Rational.Rational
  readonly upper: Rational.Rational
  readonly attained: Rational.Rational
}

/** Both samples have one value at least. */
export const pairInterval = (
  first: ReadonlyArray<Rational.Rational>,
  second: ReadonlyArray<Rational.Rational>,
  confidence: Rational.Rational
): { readonly typical: Rational.Rational; readonly interval: PairInterval | "None" } => {
  const differences = first
    .flatMap((one) => second.map((other) => Rational.subtract(one, other)))
    .sort(Rational.compare)
  const count = differences.length
  const at = (place: number): Rational.Rational => differences[place] ?? Rational.zero
  const half = Math.floor((count - 1) / 2)
  const middle = Rational.add(at(half), at(count - 1 - half))
  const typical = Rational.divide(middle, Rational.make(2))
  const cut = cutOf(first.length, second.length, confidence)
  if (cut === "None") return { typical, interval: "None" }
  const { places, attained } = cut
  return { typical, interval: { lower: at(places), upper: at(count - 1 - places), attained } }
}

/** How many differences may be cut off on each side, and the confidence that is left. */
const cutOf = (
  firstCount: number,
  secondCount: number,
  confidence: Rational.Rational
): { readonly places: number; readonly attained: Rational.Rational } | "None" => {
  const { distribution } = ExactDistribution.rankSum(
    Array.from({ length: firstCount + secondCount }, (_, index) => index),
    Array.from({ length: firstCount }, (_, index) => index)
  )
  // ranks are doubled: the least sum is that of the lowest ranks, and every step adds 2
  const least = firstCount * (firstCount + 1)
  let found: { readonly places: number; readonly attained: Rational.Rational } | "None" = "None"
  for (let places = 0; places < (firstCount * secondCount) / 2; places += 1) {
    const tail = ExactDistribution.atMost(distribution, least + 2 * places)
    const attained = Rational.subtract(Rational.one, Rational.multiply(Rational.make(2), tail))
    if (Rational.compare(attained, confidence) < 0) return found
    found = { places, attained }
  }
  return found
}
