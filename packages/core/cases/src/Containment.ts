/**
 * How far down cases are finished: small matters stay in the grid or the community, only what must
 * goes up. Counted over the cases that were written off in a period, by the level at which each
 * stood when it ended.
 */
import type { Case } from "./Case.ts"
import { isWithin, type Period } from "./CaseRates.ts"
import * as HandlingLevel from "./HandlingLevel.ts"

/**
 * One level: `finishedCount` cases written off at it, `containedCount` at it or below it, of
 * `ofCount` written off at any level. `share` is contained over all, `"None"` where nothing was.
 *
 * @category rates
 * @since 0.1.0
 */
export interface LevelRow {
  readonly level: HandlingLevel.HandlingLevel
  readonly finishedCount: number
  readonly containedCount: number
  readonly ofCount: number
  readonly share: number | "None"
}

/**
 * Containment per level, one row per level from the lowest up.
 *
 * A case counts in the period in which it was written off, at the level that it had then; rejected,
 * merged and withdrawn cases are no finished work and do not count. Cost: linear in cases.
 *
 * ```ts
 * import { Containment } from "@wangge/cases"
 *
 * Containment.of([], { fromSec: 0, untilSec: 10 })[0]
 * // => { level: "Grid", finishedCount: 0, containedCount: 0, ofCount: 0, share: "None" }
 * ```
 *
 * @source Jiyang report (小事不出社区、大事不出街道), Bagongshan report (小事不出院落、难事不出社区);
 *   that it is counted at write-off is ours
 * @category rates
 * @since 0.1.0
 */
export const of = (
  cases: ReadonlyArray<Pick<Case, "status" | "level" | "closedSec">>,
  period: Period
): ReadonlyArray<LevelRow> => {
  const finished = cases.filter(
    ({ closedSec, status }) => status === "WrittenOff" && isWithin(period, closedSec)
  )
  let containedCount = 0
  return HandlingLevel.list.map((level) => {
    const finishedCount = finished.filter((one) => one.level === level).length
    containedCount += finishedCount
    return {
      level,
      finishedCount,
      containedCount,
      ofCount: finished.length,
      share: finished.length === 0 ? "None" : containedCount / finished.length
    }
  })
}
