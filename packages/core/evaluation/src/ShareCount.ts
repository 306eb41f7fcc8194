/**
 * The whole numbers behind a share: how many of how many, for one unit. Intervals, funnels, case-mix,
 * shrinkage and rank sets all start from these counts and never from a rounded percentage, which no
 * longer says how sure it is.
 */
import * as Rational from "./Rational.ts"
import * as StatisticProblem from "./StatisticProblem.ts"

/**
 * `count` of `total` matters of a unit: 0 <= `count` <= `total`.
 *
 * @category counts
 * @since 0.1.0
 */
export interface ShareCount {
  readonly unitId: string
  readonly count: number
  readonly total: number
}

/**
 * The share itself, exact, or `"None"` where the total is 0.
 *
 * ```ts
 * import { Rational, ShareCount } from "@wangge/evaluation"
 *
 * const share = ShareCount.share({ unitId: "grid-1", count: 6, total: 8 })
 * share === "None" ? "" : Rational.toText(share) // => "3/4"
 * ```
 *
 * @category counts
 * @since 0.1.0
 */
export const share = (counted: ShareCount): Rational.Rational | "None" =>
  counted.total === 0 ? "None" : Rational.make(counted.count, counted.total)

/**
 * What is wrong with a count, or `"None"`: whole numbers of 0 or more, the count at most the total.
 *
 * @source none: arithmetic
 * @category counts
 * @since 0.1.0
 */
export const problem = (counted: ShareCount): StatisticProblem.StatisticProblem | "None" => {
  const { unitId, count, total } = counted
  const bad = [count, total].find((value) => !Number.isSafeInteger(value) || value < 0)
  if (bad !== undefined) return StatisticProblem.make("BadCount", unitId, `${bad}`, ">= 0")
  if (count > total) return StatisticProblem.make("CountAboveTotal", unitId, count, total)
  return "None"
}

/**
 * What is wrong with a list of counts, or `"None"`: each must be right, have at least one matter, and
 * a name of its own; there must be at least `unitCountMin` of them.
 *
 * @source none: a unit without matters has no share; see `IndicatorCount.value`
 * @category counts
 * @since 0.1.0
 */
export const listProblem = (
  units: ReadonlyArray<ShareCount>,
  unitCountMin: number
): StatisticProblem.StatisticProblem | "None" => {
  if (units.length < unitCountMin) {
    return StatisticProblem.make("TooFewUnits", "units", units.length, unitCountMin)
  }
  const seen = new Set<string>()
  for (const unit of units) {
    const found = problem(unit)
    if (found !== "None") return found
    if (unit.total === 0) return StatisticProblem.make("NoTrials", unit.unitId, 0, 1)
    if (seen.has(unit.unitId)) {
      return StatisticProblem.make("DuplicateId", "units", unit.unitId, 1)
    }
    seen.add(unit.unitId)
  }
  return "None"
}
