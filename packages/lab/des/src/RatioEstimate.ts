/**
 * A mean that is a ratio of two means: waits per regenerative cycle over customers per cycle, hours
 * of delay over cases of a replication. The ratio of the means is estimated, not the mean of the
 * ratios, and the interval respects that both vary together.
 */
import * as AnalysisProblem from "./AnalysisProblem.ts"
import * as Estimate from "./Estimate.ts"
import { checkConfidence } from "./internal/argumentChecks.ts"
import * as series from "./internal/series.ts"
import * as Real from "./Real.ts"

/**
 * How a ratio is judged: `classical` (the ratio of the means) or `jackknife` (the same with its bias
 * taken out, at equal cost; the better choice below some hundred pairs).
 *
 * @category ratios
 * @since 0.1.0
 */
export type Method = "classical" | "jackknife"

/**
 * The ratio of two means from independent pairs, such as regenerative cycles: numerator i is what
 * cycle i summed up (wait, area under a level), denominator i how long or how many that was.
 *
 * Classical: r = sum of y / sum of x, half width t * s / (mean of x * sqrt(n)), with s^2 the sample
 * variance of y - r * x. Jackknife: mean and standard error of n * r - (n - 1) * r without pair i.
 * t has n - 1 degrees of freedom. Refuses (`NotFinite`, `TooFewObservations` below 2,
 * `ZeroDenominator` when the denominators add up to 0, or do without one pair). Throws a
 * `RangeError` when the lists differ in length.
 *
 * ```ts
 * import { RatioEstimate } from "@wangge/des"
 *
 * // Three busy cycles: sum of the waits, and customers, of each.
 * const answer = RatioEstimate.of([6, 0, 12], [3, 1, 5], { method: "classical" })
 * answer.ok && answer.value.mean // => 2
 * ```
 *
 * @source M. A. Crane, D. L. Iglehart, "Simulating Stable Stochastic Systems III", Operations
 *   Research 23(1), 1975 (regenerative cycles); D. L. Iglehart, "Simulating Stable Stochastic
 *   Systems V: Comparison of Ratio Estimators", Naval Research Logistics Quarterly 22, 1975
 *   (jackknife)
 * @category ratios
 * @since 0.1.0
 */
export const of = (
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  options: { readonly method?: Method; readonly confidence?: number } = {}
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const { method = "jackknife", confidence = Estimate.confidenceDefault } = options
  checkConfidence(confidence)
  if (numerators.length !== denominators.length) {
    throw new RangeError(
      `Numerators and denominators are equally many; got ${numerators.length} and ${denominators.length}`
    )
  }
  const problem =
    series.problemOf(numerators, 2, "numerators") ??
    series.problemOf(denominators, 2, "denominators")
  if (problem !== null) return AnalysisProblem.refused(problem)
  return method === "classical"
    ? classical(numerators, denominators, confidence)
    : jackknife(numerators, denominators, confidence)
}

const classical = (
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  confidence: number
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const count = numerators.length
  const below = series.meanOf(denominators)
  if (below === 0) return AnalysisProblem.refused(zero("denominators"))
  const mean = series.meanOf(numerators) / below
  const rest = Float64Array.from(
    { length: count },
    (_, index) => numerators[index]! - mean * denominators[index]!
  )
  const halfWidth =
    (Estimate.studentT(confidence, count - 1) * Real.sqrt(series.varianceOf(rest) / count)) /
    Math.abs(below)
  return AnalysisProblem.answered({ mean, halfWidth, confidence, count })
}

const jackknife = (
  numerators: ArrayLike<number>,
  denominators: ArrayLike<number>,
  confidence: number
): AnalysisProblem.Outcome<Estimate.Estimate> => {
  const count = numerators.length
  const above = series.meanOf(numerators) * count
  const below = series.meanOf(denominators) * count
  if (below === 0) return AnalysisProblem.refused(zero("denominators"))
  const pseudo: Array<number> = []
  for (let index = 0; index < count; index++) {
    const left = below - denominators[index]!
    if (left === 0) return AnalysisProblem.refused(zero(`denominators without [${index}]`))
    pseudo.push((count * above) / below - ((count - 1) * (above - numerators[index]!)) / left)
  }
  return AnalysisProblem.answered(Estimate.of(pseudo, confidence))
}

const zero = (subject: string): AnalysisProblem.AnalysisProblem =>
  AnalysisProblem.make("ZeroDenominator", subject, 0, "other than 0")
