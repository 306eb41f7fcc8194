/**
 * Scores, bands and ranks of very many units as columns of numbers, exact, without a sentence or a
 * record for each: what `Evaluation.ofCounts` says of the same counts, at the speed of a loop. Whatever
 * needs more than a weighted sum of small whole numbers is done by the functions that records use.
 */

import * as Indicator from "./Indicator.ts"
import { bandColumns } from "./internal/bandColumns.ts"
import { emptyPartTable, entryOf, missing, type PartTable, tooLarge } from "./internal/partTable.ts"
import { rankColumns } from "./internal/rankColumns.ts"
import { scoreUnit } from "./internal/scoreUnit.ts"
import * as Rational from "./Rational.ts"
import * as Score from "./Score.ts"
import type { StreamCount } from "./StreamCount.ts"
import * as StreamTotals from "./StreamTotals.ts"

/**
 * What stands in the column of bands for a unit without a score.
 *
 * @source none: our own code
 * @category columns
 * @since 0.1.0
 */
export const noBand = 255

/**
 * The scores of some units, in the order of the stream's units.
 *
 * A unit with a score has it exactly as `numerators` / `denominators`, whole numbers that need not be
 * in lowest terms; where these would not be safe integers, or the score is a root, both are 0 and the
 * score stands in `large`. `bands` are places in the rules' bands; `firsts` and `lasts` the ranks that
 * a unit shares with others of the same score. A unit without a score has {@link noBand} and ranks 0.
 *
 * @category columns
 * @since 0.1.0
 */
export interface ScoreColumns {
  readonly numerators: Float64Array
  readonly denominators: Float64Array
  readonly large: ReadonlyMap<number, Score.Score>
  readonly bands: Uint8Array
  readonly firsts: Uint32Array
  readonly lasts: Uint32Array
  readonly scoredCount: number
}

/**
 * The scores of an ended stream; all its units are of one level, and nothing is known of a period
 * before: no points to carry over and no band to keep.
 *
 * Cost: a few nanoseconds for each part of each unit and one sort of numbers. Weighted geometric means,
 * adjustments that count something, quotas and denominators beyond 53 bits are exact and slower.
 *
 * @category columns
 * @since 0.1.0
 */
export const of = (stream: StreamCount): ScoreColumns => {
  const { compiled, unitIds } = stream
  const unitCount = unitIds.length
  const numerators = new Float64Array(unitCount)
  const denominators = new Float64Array(unitCount)
  const bands = new Uint8Array(unitCount).fill(noBand)
  const large = new Map<number, Score.Score>()
  const tables = compiled.parts.map((part) => emptyPartTable(compiled, part))
  const isSum = compiled.rules.method === "WeightedSum"
  const isPlain = tables.every(({ part }) => isShare(stream, part.indicatorIndex)) && isSum
  for (let unit = 0; unit < unitCount; unit += 1) {
    if (isPlain && addParts(stream, tables, unit, numerators, denominators)) continue
    const draft = scoreUnit(compiled, StreamTotals.countsOf(stream, unit), undefined)
    if (draft.status !== "Scored") continue
    const { score } = draft.card
    const [above, below] = [Number(score.value.numerator), Number(score.value.denominator)]
    if (score.root === "None" && Number.isSafeInteger(above) && Number.isSafeInteger(below)) {
      numerators[unit] = above
      denominators[unit] = below
    } else {
      large.set(unit, score)
    }
  }
  const ranked = rankColumns(numerators, denominators, large)
  const columns = { numerators, denominators, large, bands, ...ranked }
  const scoreOfUnit = (unit: number): Score.Score | "None" => scoreOf(columns, unit)
  bandColumns(compiled.bands, { numerators, denominators, scoreOf: scoreOfUnit }, bands)
  return columns
}

/**
 * The score of a unit by its number, or `"None"`.
 *
 * @category columns
 * @since 0.1.0
 */
export const scoreOf = (columns: ScoreColumns, unit: number): Score.Score | "None" => {
  const large = columns.large.get(unit)
  if (large !== undefined) return large
  const denominator = columns.denominators[unit] ?? 0
  if (denominator === 0) return "None"
  return Score.ofRational(Rational.make(columns.numerators[unit]!, denominator))
}

const isShare = ({ compiled }: StreamCount, index: number): boolean =>
  compiled.indicators[index]?.measure === "Share"

/** Sums the parts of a unit; false where that takes more than small whole numbers. */
const addParts = (
  stream: StreamCount,
  tables: ReadonlyArray<PartTable>,
  unit: number,
  numerators: Float64Array,
  denominators: Float64Array
): boolean => {
  const { counts, layout } = stream
  const start = unit * layout.width
  for (let at = layout.adjustmentAt; at < layout.width; at += 1) {
    if (counts[start + at] !== 0) return false
  }
  let above = 0
  let below = 1
  for (let index = 0; index < tables.length; index += 1) {
    const table = tables[index]!
    const at = start + layout.indicatorAt[table.part.indicatorIndex]!
    const hits = counts[at + Indicator.above - Indicator.below]!
    const entry = entryOf(table, hits, hits + counts[at]!)
    if (entry === missing || entry === tooLarge) return false
    const one = table.numerators[entry]!
    const under = table.denominators[entry]!
    if (under === below) {
      above += one
    } else if (below * under < productMax) {
      above = above * under + one * below
      below *= under
    } else {
      const factor = under / divisorOf(below, under)
      above = above * factor + one * ((below * factor) / under)
      below *= factor
    }
    if (above > Number.MAX_SAFE_INTEGER || below > Number.MAX_SAFE_INTEGER) return false
  }
  numerators[unit] = above
  denominators[unit] = below
  return true
}

/** Denominators whose product is below this one are multiplied as they are: a score is at most 100. */
const productMax = Number.MAX_SAFE_INTEGER / 128

const divisorOf = (first: number, second: number): number => {
  let [left, right] = [first, second]
  while (right !== 0) {
    const rest = left % right
    left = right
    right = rest
  }
  return left
}
