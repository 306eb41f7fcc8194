/**
 * Water filling: one level of pay per unit of weight at which claims, each kept between its floor and
 * its cap, use up a budget exactly.
 */
import * as Rational from "../Rational.ts"

/** One claim; `factor` is how often the budget pays it (1, and more where a lead follows it). */
export interface Claim {
  readonly weight: Rational.Rational
  readonly factor: Rational.Rational
  readonly floor: Rational.Rational
  readonly cap: Rational.Rational | "None"
}

/** The least and the most that claims can be paid together; `"Unbounded"` where no cap holds. */
export const range = (
  claims: ReadonlyArray<Claim>
): { readonly least: Rational.Rational; readonly most: Rational.Rational | "Unbounded" } => {
  const least = Rational.sum(claims.map(({ factor, floor }) => Rational.multiply(factor, floor)))
  let most = Rational.zero
  for (const { weight, factor, floor, cap } of claims) {
    const isOpen = weight.numerator > 0n
    if (isOpen && cap === "None") return { least, most: "Unbounded" }
    const highest = isOpen && cap !== "None" ? cap : floor
    most = Rational.add(most, Rational.multiply(factor, highest))
  }
  return { least, most }
}

/** What a claim is paid at a level. */
export const paidAt = (claim: Claim, level: Rational.Rational): Rational.Rational => {
  const byWeight = Rational.max(claim.floor, Rational.multiply(level, claim.weight))
  if (claim.cap === "None") return byWeight
  return Rational.min(Rational.max(claim.floor, claim.cap), byWeight)
}

/** The level at which the claims use up a budget that lies in their {@link range}. */
export const level = (
  claims: ReadonlyArray<Claim>,
  budget: Rational.Rational
): Rational.Rational => {
  const bends = bendsOf(claims)
  let [at, slope, paid] = [Rational.zero, Rational.zero, range(claims).least]
  for (const bend of bends) {
    const next = Rational.add(paid, Rational.multiply(slope, Rational.subtract(bend.at, at)))
    if (Rational.compare(next, budget) >= 0) break
    at = bend.at
    paid = next
    slope = Rational.add(slope, bend.change)
  }
  if (slope.numerator === 0n) return at
  return Rational.add(at, Rational.divide(Rational.subtract(budget, paid), slope))
}

/** Where the sum of all payments bends: a claim leaves its floor, or reaches its cap. */
const bendsOf = (
  claims: ReadonlyArray<Claim>
): ReadonlyArray<{ readonly at: Rational.Rational; readonly change: Rational.Rational }> =>
  claims
    .flatMap(({ weight, factor, floor, cap }) => {
      if (weight.numerator === 0n) return []
      const change = Rational.multiply(factor, weight)
      const leaves = { at: Rational.divide(floor, weight), change }
      if (cap === "None") return [leaves]
      return [leaves, { at: Rational.divide(cap, weight), change: Rational.negate(change) }]
    })
    .sort((left, right) => Rational.compare(left.at, right.at))
