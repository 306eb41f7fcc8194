/**
 * From the counts of one unit to its values, its points and its card, or to what is missing.
 */
import type { CompiledPart, CompiledRules } from "../CompiledRules.ts"
import type { UnitBefore } from "../EvaluationPeriod.ts"
import * as EvaluationReason from "../EvaluationReason.ts"
import type { ScoreLine, UnitIndicator } from "../EvaluationResult.ts"
import * as IndicatorCount from "../IndicatorCount.ts"
import * as PointScale from "../PointScale.ts"
import * as Rational from "../Rational.ts"
import * as Scorecard from "../Scorecard.ts"
import type { UnitCounts } from "../UnitCounts.ts"
import * as Weights from "../Weights.ts"
import { exactText } from "./exactText.ts"

/** A unit's values, and its card or the parts that are missing. */
export type Draft =
  | {
      readonly status: "Scored"
      readonly indicators: ReadonlyArray<UnitIndicator>
      readonly card: Scorecard.Scorecard
      readonly reasons: ReadonlyArray<EvaluationReason.EvaluationReason>
    }
  | {
      readonly status: "Insufficient"
      readonly indicators: ReadonlyArray<UnitIndicator>
      readonly missingIds: ReadonlyArray<string>
      readonly reasons: ReadonlyArray<EvaluationReason.EvaluationReason>
    }

/** The draft of one unit; `before` is what it had in the period before, if anything. */
export const scoreUnit = (
  compiled: CompiledRules,
  counts: UnitCounts,
  before: UnitBefore | undefined
): Draft => {
  const indicators = compiled.indicators.map((indicator, index) => {
    const count = counts.indicators[index] ?? IndicatorCount.empty(0)
    const value = IndicatorCount.value(count, indicator.sampleMin)
    return { indicatorId: indicator.id, count, value }
  })
  const { rule } = compiled.rules.insufficient
  const carried = rule === "Carry" ? (before?.points ?? []) : []
  const parts = compiled.parts.map((part) =>
    pointsOf(part, indicators[part.indicatorIndex], carried)
  )
  const missing = compiled.parts.filter((_, index) => parts[index] === "Missing")
  const measured = parts.filter((part) => part !== "Missing")
  const share = Rational.sum(measured.map(({ weight }) => weight))
  const isReweighted =
    rule === "Reweight" &&
    measured.length > 0 &&
    Rational.compare(share, compiled.insufficientWeightMin) >= 0
  const gaps = compiled.parts.flatMap((part) => gapReasons(indicators[part.indicatorIndex]))
  if (missing.length > 0 && !isReweighted) {
    const missingIds = missing.map(({ indicatorId }) => indicatorId)
    const whole = EvaluationReason.make("WholeInsufficient", missingIds.join(", "), rule, "")
    return { status: "Insufficient", indicators, missingIds, reasons: [...gaps, whole] }
  }
  const weights = missing.length > 0 ? Weights.scaled(measured.map(({ weight }) => weight)) : []
  const card = Scorecard.of({
    method: compiled.rules.method,
    parts: measured.map((part, index) => ({
      indicatorId: part.indicatorId,
      points: part.points,
      weight: weights[index] ?? part.weight,
      isCarried: part.isCarried
    })),
    adjustments: compiled.adjustments.map((adjustment, index) => ({
      rule: adjustment,
      count: counts.adjustments[index] ?? 0
    }))
  })
  const scaled =
    missing.length > 0 ? [EvaluationReason.make("PartsReweighted", "", exactText(share), 1)] : []
  const lines = card.lines.map((line) => lineReason(compiled, indicators, line))
  return { status: "Scored", indicators, card, reasons: [...gaps, ...scaled, ...lines] }
}

const pointsOf = (
  part: CompiledPart,
  indicator: UnitIndicator | undefined,
  carried: UnitBefore["points"]
): Scorecard.PartPoints | "Missing" => {
  const { indicatorId, weight, scale } = part
  if (indicator?.value.status === "Known") {
    const points = PointScale.points(scale, indicator.value.value)
    return { indicatorId, points, weight, isCarried: false }
  }
  const last = carried.find((entry) => entry.indicatorId === indicatorId)
  return last === undefined
    ? "Missing"
    : { indicatorId, points: last.points, weight, isCarried: true }
}

const gapReasons = (
  indicator: UnitIndicator | undefined
): ReadonlyArray<EvaluationReason.EvaluationReason> => {
  if (indicator === undefined || indicator.value.status === "Known") return []
  const { indicatorId, value } = indicator
  return value.status === "Absent"
    ? [EvaluationReason.make("PartAbsent", indicatorId, 0, 1)]
    : [EvaluationReason.make("PartTooFew", indicatorId, value.denominator, value.sampleMin)]
}

const lineReason = (
  compiled: CompiledRules,
  indicators: ReadonlyArray<UnitIndicator>,
  line: ScoreLine
): EvaluationReason.EvaluationReason => {
  const contribution = Rational.toDecimal(line.contribution, 2)
  const size = contribution.replace(/^-/, "")
  switch (line.kind) {
    case "Part": {
      if (line.isCarried) {
        const points = Rational.toDecimal(line.points, 2)
        return EvaluationReason.make("PartCarried", line.indicatorId, points, contribution)
      }
      const found = indicators.find(({ indicatorId }) => indicatorId === line.indicatorId)
      const counted =
        found === undefined ? "" : `${found.count.numerator}/${found.count.denominator}`
      return EvaluationReason.make("PartPoints", line.indicatorId, counted, contribution)
    }
    case "Evenness":
      return EvaluationReason.make("UnevenParts", "", size, 0)
    case "Extra":
      return EvaluationReason.make("ExtraPoints", line.adjustmentId, line.count, size)
    case "Deduction":
      return EvaluationReason.make("DeductedPoints", line.adjustmentId, line.count, size)
    case "Limit":
      return EvaluationReason.make("LimitedToScale", "", contribution, "")
    case "Veto": {
      const veto = compiled.adjustments.find(({ id }) => id === line.adjustmentId)
      const most = veto === undefined ? "" : exactText(veto.max)
      return EvaluationReason.make("VetoApplied", line.adjustmentId, line.count, most)
    }
  }
}
