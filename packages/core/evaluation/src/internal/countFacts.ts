/**
 * From facts to counts, records form: the facts of each unit by matter, each matter judged once by
 * `Indicator.verdict`, ratios added up.
 */
import * as Adjustment from "../Adjustment.ts"
import type { CompiledRules } from "../CompiledRules.ts"
import * as EvaluationProblem from "../EvaluationProblem.ts"
import * as Indicator from "../Indicator.ts"
import * as IndicatorCount from "../IndicatorCount.ts"
import type { UnitCounts } from "../UnitCounts.ts"
import type { UsableFact } from "./usableFacts.ts"

/** The kinds of facts of one matter of one unit, ever and in the period, as bits. */
export interface MatterBits {
  readonly ever: number
  readonly period: number
}

/** What the facts of one unit say: bits by matter, quantities in the period by kind. */
export interface UnitFacts {
  readonly matters: Map<string, MatterBits>
  readonly quantities: Array<number>
}

/** Facts by unit; units without facts have an empty entry. */
export const factsByUnit = (
  compiled: CompiledRules,
  facts: ReadonlyArray<UsableFact>,
  unitIds: Iterable<string>
): ReadonlyMap<string, UnitFacts> => {
  const units = new Map<string, UnitFacts>()
  for (const unitId of unitIds) {
    units.set(unitId, { matters: new Map(), quantities: compiled.factKinds.map(() => 0) })
  }
  for (const { fact, unitId, kindIndex, isInPeriod } of facts) {
    const unit = units.get(unitId)
    if (unit === undefined) continue
    const bit = 1 << kindIndex
    const before = unit.matters.get(fact.matterId)
    unit.matters.set(fact.matterId, {
      ever: (before?.ever ?? 0) | bit,
      period: (before?.period ?? 0) | (isInPeriod ? bit : 0)
    })
    if (isInPeriod) unit.quantities[kindIndex] = unit.quantities[kindIndex]! + fact.quantity
  }
  return units
}

/** The counts of one unit. */
export const countUnit = (compiled: CompiledRules, unitId: string, unit: UnitFacts): UnitCounts => {
  const matters = [...unit.matters.values()]
  return {
    unitId,
    indicators: compiled.indicators.map((indicator) =>
      indicator.measure === "Ratio"
        ? ratioOf(indicator, unit.quantities)
        : IndicatorCount.ofVerdicts(
            matters.map(({ ever, period }) => Indicator.verdict(indicator, ever, period)),
            indicator.exclusionBits.length
          )
    ),
    adjustments: compiled.adjustments.map(
      (adjustment) => matters.filter(({ period }) => Adjustment.counts(adjustment, period)).length
    )
  }
}

/** Sums that no longer are whole numbers of a double, as problems. */
export const sumProblems = (
  counts: UnitCounts,
  compiled: CompiledRules
): ReadonlyArray<EvaluationProblem.EvaluationProblem> =>
  counts.indicators.flatMap(({ numerator, denominator }, index) => {
    const largest = Math.max(numerator, denominator)
    if (Number.isSafeInteger(largest)) return []
    const subject = `${counts.unitId}.${compiled.indicators[index]?.id}`
    return [EvaluationProblem.make("SumTooLarge", subject, largest, Number.MAX_SAFE_INTEGER)]
  })

export const ratioOf = (
  indicator: Indicator.CompiledIndicator,
  quantities: ReadonlyArray<number>
): IndicatorCount.IndicatorCount => ({
  numerator: sumOf(quantities, indicator.numeratorBits),
  denominator: sumOf(quantities, indicator.denominatorBits),
  unanswered: 0,
  excluded: []
})

const sumOf = (quantities: ReadonlyArray<number>, bits: number): number =>
  quantities.reduce(
    (sum, quantity, index) => ((bits & (1 << index)) !== 0 ? sum + quantity : sum),
    0
  )
