/**
 * From points to a score, line by line. The lines say where every point comes from: weighted parts,
 * what unevenness costs, extra points, deductions, the ends of the scale, vetoes. They sum to the
 * score exactly.
 */
import type { CompiledAdjustment } from "./Adjustment.ts"
import type { ScoreLine } from "./EvaluationResult.ts"
import type { Method } from "./EvaluationRules.ts"
import { power } from "./internal/wholeRoot.ts"
import * as Rational from "./Rational.ts"
import * as Score from "./Score.ts"
import * as Weights from "./Weights.ts"

/**
 * The points of one part, from 0 to 100, and its weight; the weights of a card sum to 1.
 *
 * @category scorecards
 * @since 0.1.0
 */
export interface PartPoints {
  readonly indicatorId: string
  readonly points: Rational.Rational
  readonly weight: Rational.Rational
  readonly isCarried: boolean
}

/**
 * A score and the lines that it is made of.
 *
 * @category scorecards
 * @since 0.1.0
 */
export interface Scorecard {
  readonly lines: ReadonlyArray<ScoreLine>
  readonly score: Score.Score
}

/**
 * What a card is made from: the method, the parts, and each adjustment with the number of matters of
 * the unit that it counts.
 *
 * @category scorecards
 * @since 0.1.0
 */
export interface Entries {
  readonly method: Method
  readonly parts: ReadonlyArray<PartPoints>
  readonly adjustments: ReadonlyArray<{
    readonly rule: CompiledAdjustment
    readonly count: number
  }>
}

/**
 * The card of one unit.
 *
 * The score is the weighted sum of the points, or their weighted geometric mean; then come extra
 * points and deductions, each at most its own maximum; a score beyond 0 or 100 is brought back; last
 * each veto whose number of matters is reached caps the score. An adjustment that counts no matter
 * has no line.
 *
 * ```ts
 * import { Rational, Scorecard } from "@wangge/evaluation"
 *
 * const part = (indicatorId: string, points: number, weight: Rational.Rational) =>
 *   ({ indicatorId, points: Rational.make(points), weight, isCarried: false })
 * const parts = [part("response", 90, Rational.make(1, 3)), part("solved", 75, Rational.make(2, 3))]
 * const card = Scorecard.of({ method: "WeightedSum", parts, adjustments: [] })
 * Rational.toText(card.score.value) // => "80"
 * ```
 *
 * @source none: weighted sum and weighted geometric mean are the two usual forms of a composite (OECD,
 * Handbook on Constructing Composite Indicators, 2008, step 6); the order of the lines is ours
 * @category scorecards
 * @since 0.1.0
 */
export const of = (entries: Entries): Scorecard => {
  const parts = entries.parts.map(partLine)
  const sum = Rational.sum(parts.map(({ contribution }) => contribution))
  const base = baseOf(entries, sum)
  const added = entries.adjustments.flatMap(({ rule, count }) => addedLine(rule, count))
  const total = Rational.sum([base.score.value, ...added.map(({ contribution }) => contribution)])
  const limited = Rational.max(Rational.zero, Rational.min(Rational.hundred, total))
  const limit = lineUnlessZero("Limit", Rational.subtract(limited, total))
  const before = added.length > 0 ? Score.ofRational(limited) : base.score
  const { lines: vetoes, score } = vetoed(before, entries)
  return { lines: [...parts, ...base.lines, ...added, ...limit, ...vetoes], score }
}

const partLine = (part: PartPoints): Extract<ScoreLine, { kind: "Part" }> => ({
  kind: "Part",
  indicatorId: part.indicatorId,
  points: part.points,
  weight: part.weight,
  isCarried: part.isCarried,
  contribution: Rational.multiply(part.points, part.weight)
})

const baseOf = (entries: Entries, sum: Rational.Rational): Scorecard => {
  if (entries.method === "WeightedSum") return { lines: [], score: Score.ofRational(sum) }
  const score = geometricMean(entries.parts)
  return { lines: lineUnlessZero("Evenness", Rational.subtract(score.value, sum)), score }
}

/** The root of degree `d` of the product of points to the power of weight times `d`. */
const geometricMean = (parts: ReadonlyArray<PartPoints>): Score.Score => {
  const degree = Weights.commonDenominator(parts.map(({ weight }) => weight))
  const radicand = parts.reduce((product, { points, weight }) => {
    const exponent = Number((weight.numerator * degree) / weight.denominator)
    return Rational.multiply(
      product,
      Rational.make(power(points.numerator, exponent), power(points.denominator, exponent))
    )
  }, Rational.one)
  return Score.ofRoot({ radicand, degree: Number(degree) })
}

const addedLine = (rule: CompiledAdjustment, count: number): ReadonlyArray<ScoreLine> => {
  if (rule.kind === "Veto" || count === 0) return []
  const points = Rational.min(Rational.multiply(rule.each, Rational.make(count)), rule.max)
  const contribution = rule.kind === "Extra" ? points : Rational.negate(points)
  return [{ kind: rule.kind, adjustmentId: rule.id, count, contribution }]
}

const vetoed = (before: Score.Score, { adjustments }: Entries): Scorecard => {
  const lines: Array<ScoreLine> = []
  let score = before
  for (const { rule, count } of adjustments) {
    const isReached = Rational.compare(Rational.make(count), rule.each) >= 0
    if (rule.kind !== "Veto" || !isReached) continue
    const isCapped = Score.compareTo(score, rule.max) > 0
    const capped = isCapped ? Score.ofRational(rule.max) : score
    const contribution = Rational.subtract(capped.value, score.value)
    lines.push({ kind: "Veto", adjustmentId: rule.id, count, contribution })
    score = capped
  }
  return { lines, score }
}

const lineUnlessZero = (
  kind: "Evenness" | "Limit",
  contribution: Rational.Rational
): ReadonlyArray<ScoreLine> => (contribution.numerator === 0n ? [] : [{ kind, contribution }])
