/**
 * The gap between open and unannounced inspections (明察与暗访之差): how much better things look when
 * the visit is announced, with an interval and an exact test, published beside both means. Below the
 * minimum sample there is no gap, only the counts.
 */
import type { Provenance } from "@wangge/facts"
import * as EvaluationProblem from "./EvaluationProblem.ts"
import * as ExactDistribution from "./ExactDistribution.ts"
import * as Inspection from "./Inspection.ts"
import { type PairInterval, pairInterval } from "./internal/pairInterval.ts"
import * as Rational from "./Rational.ts"

/**
 * How many inspections of each kind a comparison needs, and how sure its interval is (strictly
 * between 0 and 1).
 *
 * @category terms
 * @since 0.1.0
 */
export interface GapTerms {
  readonly sampleMin: number
  readonly confidence: Rational.Rational
  readonly provenance: Provenance.Provenance
}

/**
 * Five of each kind, 95 %.
 *
 * @source none: assumed; with three of each no interval of 95 % exists, with five one does
 * @category terms
 * @since 0.1.0
 */
export const defaults: GapTerms = {
  sampleMin: 5,
  confidence: Rational.make(95, 100),
  provenance: {
    kind: "assumed",
    reason: "with three of each no interval of 95 % exists, with five one does"
  }
}

/**
 * The most inspections that one comparison takes: the exact distribution costs their cube.
 *
 * @source none: keeps one comparison well below a second; compare unit by unit beyond it
 * @category terms
 * @since 0.1.0
 */
export const inspectionCountMax = 60

/**
 * The inspections of one kind: how many, and the mean of their shares of points, each counting once;
 * `"None"` without any.
 *
 * @category gaps
 * @since 0.1.0
 */
export interface Side {
  readonly count: number
  readonly mean: Rational.Rational | "None"
}

/**
 * Both sides, and the gap where there are enough of each.
 *
 * `gap` is the open mean less the covert one, in shares of points. `typical` is the middle of all
 * differences between an open and a covert inspection, `lower` to `upper` its interval; it holds with
 * `attained` (at least the confidence asked) where both kinds differ by one shift. `"None"` where so
 * few inspections give no interval of this confidence. `pValue` is the chance, were announcing without
 * effect, that open inspections stand at least as high among all as they do.
 *
 * @category gaps
 * @since 0.1.0
 */
export type InspectionGap =
  | { readonly status: "Insufficient"; readonly open: Side; readonly covert: Side }
  | {
      readonly status: "Known"
      readonly open: Side
      readonly covert: Side
      readonly gap: Rational.Rational
      readonly typical: Rational.Rational
      readonly interval: PairInterval | "None"
      readonly pValue: Rational.Rational
    }

/**
 * A comparison, or what is wrong with inspections and terms.
 *
 * @category gaps
 * @since 0.1.0
 */
export type Compared =
  | { readonly ok: true; readonly gap: InspectionGap }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem.EvaluationProblem> }

/**
 * Compares open with unannounced inspections of one unit, or of units that one may throw together.
 *
 * The test is Wilcoxon's rank sum with ties at their middle rank, its distribution exact over all ways
 * to call as many of these inspections open; the interval is Moses', from the exact distribution
 * without ties, which ties only make surer. The order of inspections is irrelevant. Returns
 * `DuplicateId`, `NotWhole` and `OutOfRange` (points, terms, more than {@link inspectionCountMax}).
 *
 * ```ts
 * import { InspectionGap, Rational } from "@wangge/evaluation"
 *
 * const inspections = [90, 92, 94, 96, 98, 70, 75, 80, 85, 93].map((points, index) => ({
 *   inspectionId: `i${index}`, unitId: "grid-1", method: "Look" as const, atSec: index,
 *   kind: index < 5 ? "Open" as const : "Covert" as const, points, possible: 100
 * }))
 * const compared = InspectionGap.compare(inspections, InspectionGap.defaults)
 * if (!compared.ok || compared.gap.status !== "Known") throw new Error("five of each are enough")
 * const { gap, pValue } = compared.gap
 * const shown = [gap, pValue].map(Rational.toText)
 * shown // => ["67/500", "1/63"]
 * ```
 *
 * @source Wilcoxon 1945, Biometrics Bulletin 1:80-83 (rank sum); Hodges and Lehmann 1963, Annals of
 * Mathematical Statistics 34:598-611, and Moses 1953 for estimate and interval
 * @category gaps
 * @since 0.1.0
 */
export const compare = (
  inspections: ReadonlyArray<Inspection.Inspection>,
  terms: GapTerms
): Compared => {
  const problems = [...Inspection.check(inspections), ...termProblems(inspections, terms)]
  if (problems.length > 0) return { ok: false, problems }
  const [openShares, covertShares] = [
    sharesOf(inspections, "Open"),
    sharesOf(inspections, "Covert")
  ]
  const [open, covert] = [sideOf(openShares), sideOf(covertShares)]
  const isEnough = open.count >= terms.sampleMin && covert.count >= terms.sampleMin
  if (!isEnough || open.mean === "None" || covert.mean === "None") {
    return { ok: true, gap: { status: "Insufficient", open, covert } }
  }
  const { typical, interval } = pairInterval(openShares, covertShares, terms.confidence)
  const gap = Rational.subtract(open.mean, covert.mean)
  const pValue = chanceOf(openShares, covertShares)
  return { ok: true, gap: { status: "Known", open, covert, gap, typical, interval, pValue } }
}

const sharesOf = (
  inspections: ReadonlyArray<Inspection.Inspection>,
  kind: Inspection.InspectionKind
): ReadonlyArray<Rational.Rational> =>
  inspections.filter((one) => one.kind === kind).map(Inspection.share)

const sideOf = (shares: ReadonlyArray<Rational.Rational>): Side => ({
  count: shares.length,
  mean:
    shares.length === 0
      ? "None"
      : Rational.divide(Rational.sum(shares), Rational.make(shares.length))
})

/** The exact chance of a rank sum of the open ones as large as this, ties at their middle rank. */
const chanceOf = (
  open: ReadonlyArray<Rational.Rational>,
  covert: ReadonlyArray<Rational.Rational>
): Rational.Rational => {
  const all = [...open, ...covert]
  const order = all.map((share) => all.filter((one) => Rational.compare(one, share) < 0).length)
  const { distribution, observed } = ExactDistribution.rankSum(
    order,
    open.map((_, place) => place)
  )
  return ExactDistribution.atLeast(distribution, observed)
}

const termProblems = (
  inspections: ReadonlyArray<Inspection.Inspection>,
  { sampleMin, confidence }: GapTerms
): ReadonlyArray<EvaluationProblem.EvaluationProblem> => {
  const problems: Array<EvaluationProblem.EvaluationProblem> = []
  if (inspections.length > inspectionCountMax) {
    const expected = `<= ${inspectionCountMax}`
    problems.push(EvaluationProblem.make("OutOfRange", "inspections", inspections.length, expected))
  }
  if (!Number.isSafeInteger(sampleMin) || sampleMin < 1) {
    problems.push(EvaluationProblem.make("OutOfRange", "sampleMin", sampleMin, ">= 1"))
  }
  const isShare = confidence.numerator > 0n && Rational.compare(confidence, Rational.one) < 0
  if (!isShare) {
    const found = Rational.toText(confidence)
    problems.push(EvaluationProblem.make("OutOfRange", "confidence", found, "> 0, < 1"))
  }
  return problems
}
