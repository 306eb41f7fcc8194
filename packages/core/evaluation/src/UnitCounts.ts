/**
 * What was counted for one unit under one set of rules: the waist between facts and scores. Records
 * (`Evaluation.evaluate`) and columns (a stream of millions of facts) both end here, and everything
 * after it is one function.
 */
import * as IndicatorCount from "./IndicatorCount.ts"

/**
 * The counts of one unit: one for each indicator and the number of matters for each adjustment, in
 * the order of the rules.
 *
 * @category counts
 * @since 0.1.0
 */
export interface UnitCounts {
  readonly unitId: string
  readonly indicators: ReadonlyArray<IndicatorCount.IndicatorCount>
  readonly adjustments: ReadonlyArray<number>
}

/**
 * The counts of one unit over two sets of matters that have no matter in common.
 *
 * Throws a `RangeError` when the two are of different units or rules.
 *
 * @category counts
 * @since 0.1.0
 */
export const merge = (left: UnitCounts, right: UnitCounts): UnitCounts => {
  const isSame =
    left.unitId === right.unitId &&
    left.indicators.length === right.indicators.length &&
    left.adjustments.length === right.adjustments.length
  if (!isSame) throw new RangeError("Only counts of the same unit and rules can be merged")
  return {
    unitId: left.unitId,
    indicators: left.indicators.map((count, index) =>
      IndicatorCount.merge(count, right.indicators[index] ?? IndicatorCount.empty(0))
    ),
    adjustments: left.adjustments.map((count, index) => count + (right.adjustments[index] ?? 0))
  }
}
