/**
 * Shrinkage: the share of a small unit drawn towards that of all, by as much as chance explains. Units
 * are taken as drawn from a beta distribution with a mean and a strength (how many matters it is
 * worth); a unit with `n` matters keeps `n / (n + strength)` of its own share. A shrunk share predicts
 * better than the raw one; it is for looking at, and no rule of ours pays by it.
 */
import { betaQuantile } from "./internal/betaDistribution.ts"
import { likelihoodPrior } from "./internal/likelihoodPrior.ts"
import * as Rational from "./Rational.ts"
import * as ShareCount from "./ShareCount.ts"
import { confidenceProblem } from "./ShareInterval.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * What units are drawn from. `Spread`: a beta distribution with this `mean` and `strength` (the sum of
 * its two parameters, above 0). `NoSpread`: units differ no more than chance alone would make them, so
 * all have the mean. `AllSpread`: units differ as much as shares can, nothing is shrunk.
 *
 * @category shrinkage
 * @since 0.1.0
 */
export type Prior =
  | {
      readonly kind: "Spread"
      readonly mean: Rational.Rational
      readonly strength: Rational.Rational
    }
  | { readonly kind: "NoSpread" | "AllSpread"; readonly mean: Rational.Rational }

/**
 * One unit: its own `share`, the `weight` that it keeps (0 to 1), and the `shrunk` share, all exact.
 *
 * @category shrinkage
 * @since 0.1.0
 */
export interface ShrunkUnit {
  readonly unitId: string
  readonly share: Rational.Rational
  readonly weight: Rational.Rational
  readonly shrunk: Rational.Rational
}

/**
 * A prior with the units shrunk by it, or why there is none.
 *
 * @category shrinkage
 * @since 0.1.0
 */
export type ShrinkageAnswer =
  | { readonly ok: true; readonly prior: Prior; readonly units: ReadonlyArray<ShrunkUnit> }
  | StatisticProblem.Refusal

/**
 * Shrinks by the method of moments, weights the totals, exactly.
 *
 * With N the sum of the totals n, J the number of units, p the pooled share, S the sum of
 * n (share - p)²: correlation = (S / (p (1 - p)) - (J - 1)) / (N - sum of n² / N - (J - 1)), strength
 * = 1 / correlation - 1. A correlation of 0 or less gives `NoSpread`, of 1 or more `AllSpread`.
 *
 * Refused: fewer than two units, a unit without matters, and totals that are all 1 (`OutOfRange`:
 * nothing then tells chance from differences).
 *
 * ```ts
 * import { Rational, Shrinkage } from "@wangge/evaluation"
 *
 * const units = [{ unitId: "a", count: 3, total: 10 }, { unitId: "b", count: 7, total: 10 }]
 * const answer = Shrinkage.ofMoments(units)
 * answer.ok ? answer.units.map(({ weight }) => Rational.toDecimal(weight, 3)) : []
 * // => ["0.764", "0.764"]
 * ```
 *
 * @source Kleinman 1973, Proportions with extraneous variance, JASA 68:46-54, weights equal to totals
 * @category shrinkage
 * @since 0.1.0
 */
export const ofMoments = (units: ReadonlyArray<ShareCount.ShareCount>): ShrinkageAnswer => {
  const wrong = problemOf(units)
  if (wrong !== "None") return { ok: false, problem: wrong }
  const total = sumOf(units, ({ total }) => Rational.make(total))
  const mean = Rational.divide(
    sumOf(units, ({ count }) => Rational.make(count)),
    total
  )
  const chance = Rational.multiply(mean, Rational.subtract(Rational.one, mean))
  if (chance.numerator === 0n) return by(units, { kind: "NoSpread", mean })
  const distances = sumOf(units, ({ count, total }) => {
    const distance = Rational.subtract(Rational.make(count, total), mean)
    return Rational.multiply(Rational.make(total), Rational.multiply(distance, distance))
  })
  const freedom = Rational.make(units.length - 1)
  const squares = sumOf(units, ({ total }) => Rational.make(BigInt(total) * BigInt(total)))
  const room = Rational.subtract(Rational.subtract(total, Rational.divide(squares, total)), freedom)
  const correlation = Rational.divide(
    Rational.subtract(Rational.divide(distances, chance), freedom),
    room
  )
  if (correlation.numerator <= 0n) return by(units, { kind: "NoSpread", mean })
  const strength = Rational.subtract(Rational.divide(Rational.one, correlation), Rational.one)
  if (strength.numerator <= 0n) return by(units, { kind: "AllSpread", mean })
  return by(units, { kind: "Spread", mean, strength })
}

/**
 * Shrinks by maximum marginal likelihood of the beta-binomial; mean and strength are cut after
 * {@link decimals} decimals, then all is exact. A strength beyond {@link strengthMax} is `NoSpread`.
 *
 * Refused as {@link ofMoments}. Cost: some thousand times the largest total.
 *
 * @source Griffiths 1973, Maximum likelihood estimation for the beta-binomial distribution, Biometrics
 * 29:637-648
 * @category shrinkage
 * @since 0.1.0
 */
export const ofLikelihood = (units: ReadonlyArray<ShareCount.ShareCount>): ShrinkageAnswer => {
  const wrong = problemOf(units)
  if (wrong !== "None") return { ok: false, problem: wrong }
  const count = sumOf(units, ({ count }) => Rational.make(count))
  const pooled = Rational.divide(
    count,
    sumOf(units, ({ total }) => Rational.make(total))
  )
  if (pooled.numerator === 0n || Rational.equals(pooled, Rational.one)) {
    return by(units, { kind: "NoSpread", mean: pooled })
  }
  const found = likelihoodPrior(units, strengthMax)
  if (found === "None") return by(units, { kind: "NoSpread", mean: pooled })
  const [mean, strength] = [cut(found.mean), cut(found.strength)]
  if (strength.numerator <= 0n) return by(units, { kind: "AllSpread", mean })
  return by(units, { kind: "Spread", mean, strength })
}

/**
 * Decimals that an iterated mean and strength keep.
 *
 * @source none: as many as the iteration is good for
 * @category shrinkage
 * @since 0.1.0
 */
export const decimals = 9

/**
 * The strength from which on a unit of any size here is shrunk wholly.
 *
 * @source none: a thousand million matters; the likelihood is flat long before
 * @category shrinkage
 * @since 0.1.0
 */
export const strengthMax = 1_000_000_000

/**
 * Shrinks by a prior that is given, such as that of the year before.
 *
 * Refused: counts that are none, a doubled id, a mean outside 0..1, a strength not above 0.
 *
 * ```ts
 * import { Rational, Shrinkage } from "@wangge/evaluation"
 *
 * const prior = { kind: "Spread", mean: Rational.make(9, 10), strength: Rational.make(20) } as const
 * const answer = Shrinkage.ofPrior([{ unitId: "a", count: 2, total: 5 }], prior)
 * answer.ok ? answer.units.map(({ shrunk }) => Rational.toText(shrunk)) : [] // => ["4/5"]
 * ```
 *
 * @source none: the conjugate update of the beta distribution
 * @category shrinkage
 * @since 0.1.0
 */
export const ofPrior = (
  units: ReadonlyArray<ShareCount.ShareCount>,
  prior: Prior
): ShrinkageAnswer => {
  const wrong = ShareCount.listProblem(units, 1)
  if (wrong !== "None") return { ok: false, problem: wrong }
  const { mean } = prior
  if (mean.numerator < 0n || Rational.compare(mean, Rational.one) > 0) {
    return StatisticProblem.refuse("OutOfRange", "mean", Rational.toText(mean), "0..1")
  }
  if (prior.kind === "Spread" && prior.strength.numerator <= 0n) {
    return StatisticProblem.refuse("OutOfRange", "strength", Rational.toText(prior.strength), "> 0")
  }
  return by(units, prior)
}

/**
 * Where the true share of a unit lies with so much probability, given the prior: equal tails of the
 * beta distribution `count + mean strength`, `total - count + (1 - mean) strength`.
 *
 * Refused: a prior that is not `Spread` strictly between 0 and 1 (`OutOfRange`: it says one number, or
 * nothing), a wrong count, a confidence outside 0..1.
 *
 * @source none: the quantiles of the conjugate posterior
 * @category shrinkage
 * @since 0.1.0
 */
export const interval = (
  counted: ShareCount.ShareCount,
  prior: Prior,
  confidence: number
):
  | { readonly ok: true; readonly lower: number; readonly upper: number }
  | StatisticProblem.Refusal => {
  const wrong = ShareCount.problem(counted)
  if (wrong !== "None") return { ok: false, problem: wrong }
  const unsure = confidenceProblem(confidence)
  if (unsure !== "None") return { ok: false, problem: unsure }
  const mean = Rational.toNumber(prior.mean)
  if (prior.kind !== "Spread" || mean <= 0 || mean >= 1 || prior.strength.numerator <= 0n) {
    return StatisticProblem.refuse("OutOfRange", "prior", prior.kind, "Spread, 0 < mean < 1")
  }
  const strength = Rational.toNumber(prior.strength)
  const a = counted.count + mean * strength
  const b = counted.total - counted.count + (1 - mean) * strength
  const tail = (1 - confidence) / 2
  return { ok: true, lower: betaQuantile(tail, a, b, false), upper: betaQuantile(tail, a, b, true) }
}

const by = (units: ReadonlyArray<ShareCount.ShareCount>, prior: Prior): ShrinkageAnswer => ({
  ok: true,
  prior,
  units: units.map(({ unitId, count, total }) => {
    const share = Rational.make(count, total)
    const weight = kept(prior, Rational.make(total))
    const distance = Rational.subtract(share, prior.mean)
    const shrunk = Rational.add(prior.mean, Rational.multiply(weight, distance))
    return { unitId, share, weight, shrunk }
  })
})

const kept = (prior: Prior, total: Rational.Rational): Rational.Rational => {
  if (prior.kind === "Spread") return Rational.divide(total, Rational.add(total, prior.strength))
  return prior.kind === "NoSpread" ? Rational.zero : Rational.one
}

const problemOf = (
  units: ReadonlyArray<ShareCount.ShareCount>
): StatisticProblem.StatisticProblem | "None" => {
  const wrong = ShareCount.listProblem(units, 2)
  if (wrong !== "None") return wrong
  return units.every(({ total }) => total === 1)
    ? StatisticProblem.make("OutOfRange", "units.total", 1, "> 1")
    : "None"
}

const sumOf = (
  units: ReadonlyArray<ShareCount.ShareCount>,
  pick: (unit: ShareCount.ShareCount) => Rational.Rational
): Rational.Rational => Rational.sum(units.map(pick))

const cut = (value: number): Rational.Rational => {
  const parsed = Rational.parse(value.toFixed(decimals))
  return parsed === "NotANumber" ? Rational.zero : parsed
}
