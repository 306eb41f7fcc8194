/**
 * Dual report, dual rating (双述双评): somebody reports to the level above and to residents and is
 * rated by both. Both parts are always in the result; the blend stands beside them, never instead of
 * them, and is not there where a part has too few ratings.
 */
import type { Label } from "@wangge/facts"
import * as EvaluationProblem from "./EvaluationProblem.ts"
import { notYet } from "./internal/notYet.ts"
import { partOf } from "./internal/reviewPart.ts"
import * as ruleReader from "./internal/ruleReader.ts"
import * as Rational from "./Rational.ts"
import type { SourcedDecimal } from "./SourcedDecimal.ts"
import * as Weights from "./Weights.ts"

export { notYet } from "./internal/notYet.ts"

/**
 * To whom one reports and by whom one is rated: the level above, or residents. Append only.
 *
 * @source Helong, article by the city party committee's organisation department, for the name; the two
 * audiences are the usual reading
 * @category dual review
 * @since 0.1.0
 */
export const audiences = ["Above", "Residents"] as const

/**
 * One of {@link audiences}.
 *
 * @category dual review
 * @since 0.1.0
 */
export type Audience = (typeof audiences)[number]

/**
 * What the audiences are called on a screen, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Audience, Label.Label>> = {
  Above: { en: "rated by the level above", zh: "上级评议" },
  Residents: { en: "rated by residents", zh: "居民评议" }
}

/**
 * The rules of a dual review, one number for each audience: weights that sum to exactly 1, and the
 * least ratings for a part to have a mean.
 *
 * @category dual review
 * @since 0.1.0
 */
export interface DualReviewRules {
  readonly weights: Readonly<Record<Audience, SourcedDecimal>>
  readonly sampleMin: Readonly<Record<Audience, SourcedDecimal>>
}

/**
 * Half from above, half from residents; three ratings from above, ten from residents at least.
 *
 * @source none: assumed; no report states a weight
 * @category dual review
 * @since 0.1.0
 */
export const defaults: DualReviewRules = {
  weights: {
    Above: { value: "0.5", provenance: { kind: "assumed", reason: "neither side first" } },
    Residents: { value: "0.5", provenance: { kind: "assumed", reason: "neither side first" } }
  },
  sampleMin: {
    Above: { value: "3", provenance: { kind: "assumed", reason: "no rater alone decides" } },
    Residents: {
      value: "10",
      provenance: { kind: "assumed", reason: "no single quarrel decides; no rater can be guessed" }
    }
  }
}

/**
 * A report given to one audience.
 *
 * @category dual review
 * @since 0.1.0
 */
export interface Report {
  readonly audience: Audience
  readonly atSec: number
}

/**
 * A rating by one rater: 0 to 100 points.
 *
 * @category dual review
 * @since 0.1.0
 */
export interface Rating {
  readonly audience: Audience
  readonly raterId: string
  readonly points: Rational.Rational
  readonly atSec: number
}

/**
 * One part of a review. `mean` counts each rater once, by the last rating; `early` ratings, given
 * before the report to this audience, and `replaced` ones are counted apart. `reportedSec` is the
 * first report, {@link notYet} without one.
 *
 * @category dual review
 * @since 0.1.0
 */
export interface ReviewPart {
  readonly audience: Audience
  readonly reportedSec: number
  readonly weight: Rational.Rational
  readonly count: number
  readonly earlyCount: number
  readonly replacedCount: number
  readonly mean: Rational.Rational | "Insufficient"
}

/**
 * A whole review: both parts, `gap` = above less residents, and the weighted blend; `"Insufficient"`
 * where a part is.
 *
 * @category dual review
 * @since 0.1.0
 */
export interface DualReview {
  readonly subjectId: string
  readonly above: ReviewPart
  readonly residents: ReviewPart
  readonly gap: Rational.Rational | "Insufficient"
  readonly blend: Rational.Rational | "Insufficient"
}

/**
 * A review, or what is wrong with rules and ratings.
 *
 * @category dual review
 * @since 0.1.0
 */
export type Reviewed =
  | { readonly ok: true; readonly review: DualReview }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem.EvaluationProblem> }

/**
 * The review of one subject. The order of reports and ratings is irrelevant; everything is exact.
 *
 * Returns `NotANumber`, `OutOfRange`, `NotWhole` and `WeightsNotOne` for the rules, `OutOfRange` for
 * points outside 0 to 100 and `DuplicateId` for two ratings of a rater in the same second.
 *
 * ```ts
 * import { DualReview, Rational } from "@wangge/evaluation"
 *
 * const ratings = (audience: DualReview.Audience, points: number, count: number) =>
 *   Array.from({ length: count }, (_, index) =>
 *     ({ audience, raterId: `r${index}`, points: Rational.make(points), atSec: 10 }))
 * const reviewed = DualReview.of(DualReview.defaults, {
 *   subjectId: "grid-1",
 *   reports: DualReview.audiences.map((audience) => ({ audience, atSec: 0 })),
 *   ratings: [...ratings("Above", 95, 3), ...ratings("Residents", 80, 10)]
 * })
 * if (!reviewed.ok) throw new Error("these rules hold together")
 * const { gap, blend } = reviewed.review
 * const shown = [gap, blend].map((value) => value === "Insufficient" ? value : Rational.toText(value))
 * shown // => ["15", "175/2"]
 * ```
 *
 * @source domain reference row 50 (Helong): both parts are shown, not only the blend
 * @category dual review
 * @since 0.1.0
 */
export const of = (
  rules: DualReviewRules,
  given: {
    readonly subjectId: string
    readonly reports: ReadonlyArray<Report>
    readonly ratings: ReadonlyArray<Rating>
  }
): Reviewed => {
  const problems: ruleReader.Problems = []
  const read = audiences.map((audience) => ({
    weight: ruleReader.number(problems, `weights.${audience}`, rules.weights[audience], unit),
    sampleMin: ruleReader.whole(problems, `sampleMin.${audience}`, rules.sampleMin[audience], some)
  }))
  const weighed = Weights.of(
    read.map(({ weight }) => weight),
    "SumToOne"
  )
  if (problems.length === 0 && !weighed.ok) problems.push(weighed.problem)
  problems.push(...ratingProblems(given.ratings))
  if (problems.length > 0) return { ok: false, problems }
  const [above, residents] = audiences.map((audience, place) =>
    partOf(audience, given, read[place] ?? { weight: Rational.zero, sampleMin: 1 })
  )
  if (above === undefined || residents === undefined) throw new Error("There are two audiences")
  const { gap, blend } = joint(above, residents)
  return { ok: true, review: { subjectId: given.subjectId, above, residents, gap, blend } }
}

const unit = { min: 0, max: 1 }
const some = { min: 1, max: notYet }

const joint = (above: ReviewPart, residents: ReviewPart): Pick<DualReview, "gap" | "blend"> => {
  if (above.mean === "Insufficient" || residents.mean === "Insufficient") {
    return { gap: "Insufficient", blend: "Insufficient" }
  }
  return {
    gap: Rational.subtract(above.mean, residents.mean),
    blend: Rational.add(
      Rational.multiply(above.weight, above.mean),
      Rational.multiply(residents.weight, residents.mean)
    )
  }
}

const ratingProblems = (
  ratings: ReadonlyArray<Rating>
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const seen = new Set<string>()
  return ratings.flatMap(({ audience, raterId, points, atSec }) => {
    const problems: Array<EvaluationProblem.EvaluationProblem> = []
    const isIn = points.numerator >= 0n && Rational.compare(points, Rational.hundred) <= 0
    if (!isIn) {
      const found = Rational.toText(points)
      problems.push(EvaluationProblem.make("OutOfRange", raterId, found, ">= 0, <= 100"))
    }
    const key = JSON.stringify([audience, raterId, atSec])
    if (seen.has(key)) problems.push(EvaluationProblem.make("DuplicateId", audience, raterId, 1))
    seen.add(key)
    return problems
  })
}
