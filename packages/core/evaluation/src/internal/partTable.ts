/**
 * What each part adds to a score, by numerator and denominator of its indicator: many units share the
 * same small counts, so that the rules compute each pair once. All numbers are whole and exact.
 */
import type { CompiledPart, CompiledRules } from "../CompiledRules.ts"
import * as IndicatorCount from "../IndicatorCount.ts"
import * as PointScale from "../PointScale.ts"
import * as Rational from "../Rational.ts"

/** Denominators below this one have a place for each of their numerators. */
const denominatorMax = 512

/** What {@link entryOf} returns for a pair that gives no number, and for one that does not fit. */
export const missing = 0
export const tooLarge = 1

/** The pairs of one part: `entry` leads from a pair to its place in the contributions. */
export interface PartTable {
  readonly compiled: CompiledRules
  readonly part: CompiledPart
  readonly entry: Int32Array
  numerators: Float64Array
  denominators: Float64Array
  count: number
}

/** An empty table for a part. */
export const emptyPartTable = (compiled: CompiledRules, part: CompiledPart): PartTable => ({
  compiled,
  part,
  entry: new Int32Array((denominatorMax * (denominatorMax + 1)) / 2).fill(-1),
  numerators: new Float64Array(64),
  denominators: new Float64Array(64),
  count: 2
})

/** The place of a pair's contribution, {@link missing} or {@link tooLarge}. */
export const entryOf = (table: PartTable, numerator: number, denominator: number): number => {
  if (denominator >= denominatorMax || numerator > denominator) {
    return put(table, numerator, denominator)
  }
  const at = (denominator * (denominator + 1)) / 2 + numerator
  const known = table.entry[at]!
  if (known >= 0) return known
  const found = put(table, numerator, denominator)
  table.entry[at] = found
  return found
}

/** Points times weight of a pair, at a place of its own. */
const put = (table: PartTable, numerator: number, denominator: number): number => {
  const { part, compiled } = table
  const { sampleMin } = compiled.indicators[part.indicatorIndex]!
  const count = { numerator, denominator, unanswered: 0, excluded: [] }
  const value = IndicatorCount.value(count, sampleMin)
  if (value.status !== "Known") return missing
  const points = PointScale.points(part.scale, value.value)
  const contribution = Rational.multiply(points, part.weight)
  const [above, below] = [Number(contribution.numerator), Number(contribution.denominator)]
  if (!Number.isSafeInteger(above) || !Number.isSafeInteger(below)) return tooLarge
  if (table.count === table.numerators.length) grow(table)
  table.numerators[table.count] = above
  table.denominators[table.count] = below
  table.count += 1
  return table.count - 1
}

const grow = (table: PartTable): void => {
  const numerators = new Float64Array(table.count * 2)
  numerators.set(table.numerators)
  table.numerators = numerators
  const denominators = new Float64Array(table.count * 2)
  denominators.set(table.denominators)
  table.denominators = denominators
}
