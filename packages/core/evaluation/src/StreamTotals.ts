/**
 * What a stream has counted, as the records that scoring reads: the waist between columns and scores.
 */
import type { Counted } from "./Evaluation.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import * as FactTally from "./FactTally.ts"
import * as Indicator from "./Indicator.ts"
import type { IndicatorCount } from "./IndicatorCount.ts"
import { ratioOf, sumProblems } from "./internal/countFacts.ts"
import { countedAt } from "./internal/streamTally.ts"
import type { StreamCount } from "./StreamCount.ts"
import type { UnitCounts } from "./UnitCounts.ts"

/**
 * The tally of the facts of a stream so far.
 *
 * @category counting
 * @since 0.1.0
 */
export const tallyOf = ({ tally }: StreamCount): FactTally.FactTally =>
  FactTally.of(
    tally[countedAt]!,
    new Map(
      FactTally.factReasons
        .map((reason, place) => [reason, tally[place]!] as const)
        .filter(([, count]) => count > 0)
    )
  )

/**
 * The counts of one unit by its number.
 *
 * @category counting
 * @since 0.1.0
 */
export const countsOf = (stream: StreamCount, unit: number): UnitCounts => {
  const { compiled, counts, layout, quantities } = stream
  const row = counts.subarray(unit * layout.width, (unit + 1) * layout.width)
  const kindCount = compiled.factKinds.length
  const sums = quantities.subarray(unit * kindCount, (unit + 1) * kindCount)
  return {
    unitId: stream.unitIds[unit] ?? "",
    indicators: compiled.indicators.map((indicator, index) => {
      if (indicator.measure === "Ratio") return ratioOf(indicator, [...sums])
      return shareOf(row, layout.indicatorAt[index]!, indicator.exclusionBits.length)
    }),
    adjustments: compiled.adjustments.map((_, index) => row[layout.adjustmentAt + index]!)
  }
}

const shareOf = (row: Uint32Array, at: number, exclusionCount: number): IndicatorCount => {
  const numerator = row[at + Indicator.above - Indicator.below]!
  const excludedAt = at + Indicator.excluded - Indicator.below
  return {
    numerator,
    denominator: numerator + row[at]!,
    unanswered: row[at + Indicator.unanswered - Indicator.below]!,
    excluded: [...row.subarray(excludedAt, excludedAt + exclusionCount)]
  }
}

/**
 * What an ended stream has counted, as `Evaluation.ofCounts` takes it, or sums that are too large.
 *
 * Cost: one record for each unit; `ScoreColumns` scores without them.
 *
 * @category counting
 * @since 0.1.0
 */
export const toCounted = (
  stream: StreamCount
):
  | { readonly ok: true; readonly counted: Counted }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> } => {
  const units = stream.unitIds.map((_, unit) => countsOf(stream, unit))
  const problems = units.flatMap((unit) => sumProblems(unit, stream.compiled))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, counted: { units, facts: tallyOf(stream) } }
}

/**
 * Adds to a stream what another has counted, such as one over other matters on another thread; both
 * have ended.
 *
 * Throws a `RangeError` for streams of other rules or units, and where a sum leaves 32 bits.
 *
 * @category counting
 * @since 0.1.0
 */
export const merge = (into: StreamCount, other: StreamCount): void => {
  const isSame =
    into.compiled.digest === other.compiled.digest &&
    into.unitIds.length === other.unitIds.length &&
    into.unitIds.every((id, place) => id === other.unitIds[place])
  if (!isSame) throw new RangeError("Only streams of the same rules and units can be merged")
  for (let at = 0; at < into.counts.length; at += 1) {
    const sum = into.counts[at]! + other.counts[at]!
    if (sum > 4_294_967_295) throw new RangeError(`A count of ${sum} matters is too large`)
    into.counts[at] = sum
  }
  for (let at = 0; at < into.quantities.length; at += 1) {
    into.quantities[at]! += other.quantities[at]!
  }
  for (let at = 0; at < into.tally.length; at += 1) into.tally[at]! += other.tally[at]!
}
