/**
 * The numbers of one unit led down to its matters, by the same verdicts that counted them.
 */
import * as Adjustment from "../Adjustment.ts"
import type { CompiledRules } from "../CompiledRules.ts"
import type { Explanation, IndicatorMatters } from "../Evaluation.ts"
import * as Indicator from "../Indicator.ts"
import type { MatterBits } from "./countFacts.ts"

type Matters = ReadonlyArray<readonly [string, MatterBits]>

/** The explanation of one unit. */
export const explainUnit = (
  compiled: CompiledRules,
  unitId: string,
  bits: ReadonlyMap<string, MatterBits>
): Explanation => {
  const matters = [...bits].sort(([left], [right]) => (left < right ? -1 : 1))
  return {
    unitId,
    indicators: compiled.indicators.map((indicator, index) =>
      indicator.measure === "Ratio"
        ? ratioMatters(indicator, matters)
        : shareMatters(
            indicator,
            matters,
            compiled.rules.indicators[index]?.exclusions.map(({ reason }) => reason) ?? []
          )
    ),
    adjustments: compiled.adjustments.map((adjustment) => ({
      adjustmentId: adjustment.id,
      matterIds: idsWhere(matters, ({ period }) => Adjustment.counts(adjustment, period))
    }))
  }
}

const idsWhere = (matters: Matters, holds: (bits: MatterBits) => boolean): ReadonlyArray<string> =>
  matters.flatMap(([id, bits]) => (holds(bits) ? [id] : []))

const shareMatters = (
  indicator: Indicator.CompiledIndicator,
  matters: Matters,
  reasons: ReadonlyArray<string>
): IndicatorMatters => {
  const withVerdict = (wanted: number): ReadonlyArray<string> =>
    idsWhere(matters, ({ ever, period }) => Indicator.verdict(indicator, ever, period) === wanted)
  return {
    indicatorId: indicator.id,
    above: withVerdict(Indicator.above),
    below: withVerdict(Indicator.below),
    unanswered: withVerdict(Indicator.unanswered),
    excluded: reasons.flatMap((reason, index) => {
      const matterIds = withVerdict(Indicator.excluded + index)
      return matterIds.length === 0 ? [] : [{ reason, matterIds }]
    })
  }
}

const ratioMatters = (
  indicator: Indicator.CompiledIndicator,
  matters: Matters
): IndicatorMatters => {
  const isAbove = ({ period }: MatterBits): boolean => (period & indicator.numeratorBits) !== 0
  const isBelow = ({ period }: MatterBits): boolean => (period & indicator.denominatorBits) !== 0
  return {
    indicatorId: indicator.id,
    above: idsWhere(matters, isAbove),
    below: idsWhere(matters, (bits) => isBelow(bits) && !isAbove(bits)),
    unanswered: [],
    excluded: []
  }
}
