/**
 * How the units of one level stand to each other: how sure each score is, which places the data cannot
 * rule out, and which shares lie beyond what chance alone makes.
 */
import {
  type CompiledRules,
  type EvaluationResult,
  Funnel,
  RankSet,
  Rational,
  ScoreInterval,
  type StatisticProblem
} from "@wangge/evaluation"

/**
 * The units of one level that have a score: an interval for each score by itself (`spans`), the wider
 * ones that hold for all of them at once (`spansTogether`), and the rank sets made from these; `"None"`
 * where no unit of the level has a score.
 *
 * @category dossiers
 * @since 0.1.0
 */
export interface LevelStanding {
  readonly level: string
  readonly spans: ReadonlyArray<RankSet.Span>
  readonly spansTogether: ReadonlyArray<RankSet.Span>
  readonly ranks: RankSet.RankSets | "None"
  readonly funnels: ReadonlyArray<{
    readonly indicatorId: string
    readonly funnel: Funnel.Funnel
  }>
}

/**
 * The standing of a level of a result; `confidence` is strictly between 0 and 1.
 *
 * Rank sets are those of exact intervals that hold together: right for every sample size, and wider than
 * a large-sample test would be. Each scored share of at least three units has a funnel around the share
 * of all of them together, unless that is 0 or 1. Cost: pairs of units.
 *
 * @source none: our own selection; the methods are those of `ScoreInterval`, `RankSet` and `Funnel`
 * @category dossiers
 * @since 0.1.0
 */
export const of = (
  compiled: CompiledRules.CompiledRules,
  result: EvaluationResult.EvaluationResult,
  { level, confidence }: { readonly level: string; readonly confidence: Rational.Rational }
): LevelStanding => {
  const share = Rational.toNumber(confidence)
  const each = known(
    ScoreInterval.of(compiled, result, { level, confidence: share, holds: "Each" })
  ).spans
  const together = known(
    ScoreInterval.of(compiled, result, { level, confidence: share, holds: "Together" })
  ).spans
  return {
    level,
    spans: each,
    spansTogether: together,
    ranks: together.length === 0 ? "None" : known(RankSet.ofIntervals(together, confidence)).sets,
    funnels: funnelsOf(compiled, result, level)
  }
}

/** What our own arguments cannot make fail. */
const known = <Answer extends { readonly ok: boolean }>(
  answer: Answer | StatisticProblem.Refusal
): Exclude<Answer, StatisticProblem.Refusal> => {
  if (isKnown(answer)) return answer
  throw new RangeError("The scored units of a level have intervals and rank sets")
}

const isKnown = <Answer extends { readonly ok: boolean }>(
  answer: Answer | StatisticProblem.Refusal
): answer is Exclude<Answer, StatisticProblem.Refusal> => answer.ok

/** Scored shares of at least three units; a funnel of fewer shows nothing. */
const funnelUnitMin = 3

const funnelsOf = (
  { parts, indicators }: CompiledRules.CompiledRules,
  result: EvaluationResult.EvaluationResult,
  level: string
): LevelStanding["funnels"] =>
  parts.flatMap(({ indicatorId, indicatorIndex }) => {
    if (indicators[indicatorIndex]?.measure !== "Share") return []
    const units = result.units.flatMap((unit) => {
      const found = unit.indicators.find((one) => one.indicatorId === indicatorId)
      if (unit.level !== level || found?.value.status !== "Known") return []
      const { numerator, denominator } = found.count
      return [{ unitId: unit.unitId, count: numerator, total: denominator }]
    })
    if (units.length < funnelUnitMin) return []
    const drawn = Funnel.of(units, {
      target: "Pooled",
      interpolation: "Mirrored",
      overdispersion: "None",
      lookCount: 1,
      correction: "None"
    })
    // All units together at 0 or at 1 have no funnel: there is nothing to tell apart.
    return drawn.ok ? [{ indicatorId, funnel: drawn.funnel }] : []
  })
