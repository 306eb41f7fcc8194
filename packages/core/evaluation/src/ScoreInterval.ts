/**
 * How sure a score is: the counts behind each part leave its share open, the scale makes points of that
 * and the weights a score. Intervals combine exact intervals of all parts and hold at every sample
 * size; estimates give a standard error for large samples. Both are what rank sets of scores need.
 */
import type { CompiledRules } from "./CompiledRules.ts"
import * as EvaluationResult from "./EvaluationResult.ts"
import type { IndicatorCount } from "./IndicatorCount.ts"
import * as PointScale from "./PointScale.ts"
import type { Estimate, Span } from "./RankSet.ts"
import * as Rational from "./Rational.ts"
import type * as Score from "./Score.ts"
import * as Scorecard from "./Scorecard.ts"
import * as ShareInterval from "./ShareInterval.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * Which scores, and how sure: `Each` interval holds with `confidence` by itself, or all intervals of
 * the level hold at once (`Together`, as rank sets need it).
 *
 * @category intervals
 * @since 0.1.0
 */
export interface Choice {
  readonly level: string
  readonly confidence: number
  readonly holds: "Each" | "Together"
}

/**
 * The intervals of the scores of one level, in the order of the result, for `RankSet.ofIntervals`.
 *
 * Each share among the parts gets its exact interval, what is left of the confidence divided equally
 * among the parts of the unit (and, `Together`, among all units); the score at all lower ends and that
 * at all upper ends bound the score. Carried points and ratios of quantities are taken as known, and so
 * are adjustments: nothing says how they vary.
 *
 * Refused: a confidence outside 0..1. Units without a score have no interval.
 *
 * @source none: Bonferroni's inequality over Clopper and Pearson's intervals, and that scores never
 * fall when a part rises
 * @category intervals
 * @since 0.1.0
 */
export const of = (
  compiled: CompiledRules,
  result: EvaluationResult.EvaluationResult,
  choice: Choice
): { readonly ok: true; readonly spans: ReadonlyArray<Span> } | StatisticProblem.Refusal => {
  const unsure = ShareInterval.confidenceProblem(choice.confidence)
  if (unsure !== "None") return { ok: false, problem: unsure }
  const units = scoredOf(result, choice.level)
  const among = choice.holds === "Together" ? units.length : 1
  const spans = units.map((unit): Span => {
    const parts = partsOf(compiled, unit)
    const uncertain = Math.max(1, parts.filter(({ share }) => share !== "None").length)
    const confidence = 1 - (1 - choice.confidence) / (among * uncertain)
    const ends = parts.map((part) => pointsRange(part, "Exact", confidence))
    const low = scoreOf(
      compiled,
      unit,
      ends.map(({ lower }) => lower)
    )
    const high = scoreOf(
      compiled,
      unit,
      ends.map(({ upper }) => upper)
    )
    const cut = high.root === "None" ? Rational.zero : valueUnit
    const upper = Rational.min(Rational.hundred, Rational.add(high.value, cut))
    return { unitId: unit.unitId, value: unit.score.value, lower: low.value, upper }
  })
  return { ok: true, spans }
}

/**
 * The scores of one level with standard errors in points, for `RankSet.ofEstimates`.
 *
 * The error of a part is half the width of the points between the two ends of Wilson's interval one
 * standard deviation wide; weighted errors of parts are added up, because parts often rest on the same
 * cases and adding is right whatever their correlation. Good for large samples only.
 *
 * Refused: rules whose method is not the weighted sum (`OutOfRange`).
 *
 * @source none: the triangle inequality for standard deviations
 * @category intervals
 * @since 0.1.0
 */
export const estimates = (
  compiled: CompiledRules,
  result: EvaluationResult.EvaluationResult,
  level: string
):
  | { readonly ok: true; readonly estimates: ReadonlyArray<Estimate> }
  | StatisticProblem.Refusal => {
  if (compiled.rules.method !== "WeightedSum") {
    return StatisticProblem.refuse("OutOfRange", "method", compiled.rules.method, "WeightedSum")
  }
  const found = scoredOf(result, level).map((unit): Estimate => {
    const errors = partsOf(compiled, unit).map((part) => {
      const { lower, upper } = pointsRange(part, "Wilson", oneDeviation)
      const width = Rational.toNumber(Rational.subtract(upper, lower))
      return (Rational.toNumber(part.line.weight) * width) / 2
    })
    return {
      unitId: unit.unitId,
      value: Rational.toNumber(unit.score.value),
      error: errors.reduce((sum, error) => sum + error, 0)
    }
  })
  return { ok: true, estimates: found }
}

/** The chance that a normal variable lies within one standard deviation of its mean. */
const oneDeviation = 0.682689492137086

/** The last decimal of the value of a root. */
const valueUnit = Rational.make(1n, 10n ** 12n)

type PartLine = Extract<EvaluationResult.ScoreLine, { kind: "Part" }>

interface Part {
  readonly line: PartLine
  readonly scale: PointScale.CompiledScale
  readonly share: IndicatorCount | "None"
}

const scoredOf = (
  result: EvaluationResult.EvaluationResult,
  level: string
): ReadonlyArray<EvaluationResult.ScoredUnit> =>
  EvaluationResult.scored(result).filter((unit) => unit.level === level)

/** The parts of a unit, each with its scale and, where it is a share of this period, its count. */
const partsOf = (compiled: CompiledRules, unit: EvaluationResult.ScoredUnit): ReadonlyArray<Part> =>
  unit.lines.flatMap((line): ReadonlyArray<Part> => {
    if (line.kind !== "Part") return []
    const rule = compiled.parts.find(({ indicatorId }) => indicatorId === line.indicatorId)
    if (rule === undefined) return []
    const measure = compiled.indicators[rule.indicatorIndex]?.measure
    const found = unit.indicators.find(({ indicatorId }) => indicatorId === line.indicatorId)
    const isOpen = measure === "Share" && !line.isCarried && found !== undefined
    return [{ line, scale: rule.scale, share: isOpen ? found.count : "None" }]
  })

/** The points at the two ends of the interval of a part; its own points where nothing is open. */
const pointsRange = (part: Part, method: ShareInterval.Method, confidence: number) => {
  const { points, indicatorId } = part.line
  const known = { lower: points, upper: points }
  if (part.share === "None") return known
  const counted = {
    unitId: indicatorId,
    count: part.share.numerator,
    total: part.share.denominator
  }
  const answer = ShareInterval.of(method, counted, { confidence, sides: "Both" })
  if (!answer.ok) return known
  const ends = [outward(answer.interval.lower, -1), outward(answer.interval.upper, 1)]
  const [one = points, other = points] = ends.map((end) => PointScale.points(part.scale, end))
  return {
    lower: Rational.min(points, Rational.min(one, other)),
    upper: Rational.max(points, Rational.max(one, other))
  }
}

/** A share as an exact decimal, moved outward by more than its rounding. */
const outward = (share: number, sign: 1 | -1): Rational.Rational => {
  const near = Rational.parse(share.toFixed(12))
  if (near === "NotANumber") return sign < 0 ? Rational.zero : Rational.one
  const moved = sign < 0 ? Rational.subtract(near, valueUnit) : Rational.add(near, valueUnit)
  return Rational.max(Rational.zero, Rational.min(Rational.one, moved))
}

/** The score of a unit with other points and everything else as it is. */
const scoreOf = (
  compiled: CompiledRules,
  unit: EvaluationResult.ScoredUnit,
  points: ReadonlyArray<Rational.Rational>
): Score.Score => {
  const lines = unit.lines.filter((line) => line.kind === "Part")
  const parts = lines.map(({ indicatorId, weight, isCarried, points: own }, index) => ({
    indicatorId,
    weight,
    isCarried,
    points: points[index] ?? own
  }))
  const adjustments = unit.lines.flatMap((line) => {
    if (!("adjustmentId" in line)) return []
    const rule = compiled.adjustments.find(({ id }) => id === line.adjustmentId)
    return rule === undefined ? [] : [{ rule, count: line.count }]
  })
  return Scorecard.of({ method: compiled.rules.method, parts, adjustments }).score
}
