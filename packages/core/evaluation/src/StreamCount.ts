/**
 * Counting a stream of facts in columns: batches come in order, are counted and forgotten. What is kept
 * is a row of whole numbers for each unit, whatever the number of facts; the counts of two streams
 * without a matter in common add up. Every rule is called where records call it.
 */
import type { CompiledRules } from "./CompiledRules.ts"
import * as EvaluationPeriod from "./EvaluationPeriod.ts"
import type { EvaluationProblem } from "./EvaluationProblem.ts"
import { type FactBatch, kindCodes, unitCodes } from "./FactColumns.ts"
import { periodProblems } from "./internal/periodProblems.ts"
import { countedAt, reasonAt } from "./internal/streamTally.ts"
import {
  type CountLayout,
  emptyTable,
  layoutOf,
  slotOf,
  type VerdictTable
} from "./internal/verdictTable.ts"

/**
 * A count under way. `counts` has a row of `layout.width` numbers for each unit, `quantities` a row
 * with one sum for each kind where the rules have a ratio. It changes only through {@link add} and
 * {@link end}.
 *
 * Memory: 4 bytes x width, and with ratios 8 bytes x kinds, for each unit; none for facts.
 *
 * @category counting
 * @since 0.1.0
 */
export interface StreamCount {
  readonly compiled: CompiledRules
  readonly period: EvaluationPeriod.EvaluationPeriod
  readonly unitIds: ReadonlyArray<string>
  readonly layout: CountLayout
  readonly table: VerdictTable
  readonly counts: Uint32Array
  readonly quantities: Float64Array
  readonly tally: Float64Array
  readonly last: LastRow
}

/** Of the row before: its place in the order, and the kinds of its matter's facts so far. */
interface LastRow {
  unit: number
  matter: number
  kind: number
  cause: number
  sec: number
  ever: number
  period: number
}

/**
 * A count that has seen nothing, for the units in the order of their numbers; or what is wrong with the
 * period.
 *
 * @category counting
 * @since 0.1.0
 */
export const begin = (
  compiled: CompiledRules,
  period: EvaluationPeriod.EvaluationPeriod,
  unitIds: ReadonlyArray<string>
):
  | { readonly ok: true; readonly stream: StreamCount }
  | { readonly ok: false; readonly problems: ReadonlyArray<EvaluationProblem> } => {
  const problems = periodProblems(compiled, period)
  if (problems.length > 0) return { ok: false, problems }
  const layout = layoutOf(compiled)
  const hasRatio = compiled.indicators.some(({ measure }) => measure === "Ratio")
  const stream = {
    compiled,
    period,
    unitIds,
    layout,
    table: emptyTable(),
    counts: new Uint32Array(unitIds.length * layout.width),
    quantities: new Float64Array(hasRatio ? unitIds.length * compiled.factKinds.length : 0),
    tally: new Float64Array(countedAt + 1),
    last: { unit: 0, matter: -1, kind: -1, cause: 0, sec: 0, ever: 0, period: 0 }
  }
  return { ok: true, stream }
}

/**
 * Counts a batch.
 *
 * Throws a `RangeError` for a row that is not in order (see `FactBatch`) or whose unit or kind is no
 * number of the stream: its writer is at fault, and a result of half a stream would be wrong. Cost:
 * linear, nothing allocated but for a combination of kinds that is new.
 *
 * @category counting
 * @since 0.1.0
 */
export const add = (stream: StreamCount, batch: FactBatch): void => {
  for (let from = 0; from < batch.count; from += stretch) {
    const until = Math.min(batch.count, from + stretch)
    const isAllIn = areInPeriod(stream.period, batch.atSec, from, until)
    addRows(stream, batch, { from, until, isAllIn })
  }
}

/** Some rows of a batch, and whether all of them are in the period. */
interface Stretch {
  readonly from: number
  readonly until: number
  readonly isAllIn: boolean
}

/** Rows of one call: engines compile what is called often sooner than what only loops long. */
const stretch = 1024

const addRows = (stream: StreamCount, batch: FactBatch, rows: Stretch): void => {
  const { from, until, isAllIn } = rows
  const { last, tally, quantities, compiled } = stream
  const { unit, matter, kind, atSec, quantity } = batch
  const kindCount = compiled.factKinds.length
  const unitCount = stream.unitIds.length
  const hasRatio = quantities.length > 0
  let lastUnit = last.unit >>> 0
  let lastMatter = last.matter | 0
  let lastKind = last.kind | 0
  let ever = last.ever | 0
  let inPeriod = last.period | 0
  let usedKinds = lastUnit < unitCount ? kindCount : 0
  let counted = until - from
  for (let row = from; row < until; row += 1) {
    // The usual rows, without a call among them: a matter goes on with a later kind that counts.
    for (; row < until; row += 1) {
      const rowKind = kind[row]!
      if (matter[row] !== lastMatter) break
      if (rowKind <= lastKind || rowKind >= usedKinds) break
      const bit = 1 << rowKind
      if (!isAllIn) {
        const isOutcome = (compiled.outcomeBits & bit) !== 0
        const standing = EvaluationPeriod.standing(stream.period, atSec[row]!, isOutcome)
        if (standing >= EvaluationPeriod.outside) break
        if (standing === EvaluationPeriod.outcome) {
          ever |= bit
          lastKind = rowKind
          continue
        }
      }
      ever |= bit
      inPeriod |= bit
      lastKind = rowKind
      if (hasRatio) quantities[lastUnit * kindCount + rowKind]! += quantity[row]!
    }
    if (row === until) break
    if (matter[row] !== lastMatter) {
      if (matter[row]! < lastMatter) outOfOrder(row)
      if (row > 0 && lastMatter >= 0 && unit[row - 1] !== lastUnit) anotherUnit(row - 1)
      if (ever !== 0) judge(stream, lastUnit, ever, inPeriod)
      lastUnit = unit[row]!
      lastMatter = matter[row]!
      lastKind = -1
      usedKinds = lastUnit < unitCount ? kindCount : 0
      ever = 0
      inPeriod = 0
      row -= 1
    } else if (isAnother(stream, batch, row, lastKind)) {
      lastKind -= 1
      row -= 1
    } else {
      tally[leftOutAt(stream, batch, row, lastKind)]! += 1
      counted -= 1
      lastKind = kind[row]!
    }
  }
  tally[countedAt]! += counted
  remember(stream, batch, until - 1, { ever, inPeriod })
}

/**
 * Whether all rows of a stretch are in the period, as they mostly are: a period has no gap, so that its
 * least and its greatest second tell.
 */
const areInPeriod = (
  period: EvaluationPeriod.EvaluationPeriod,
  atSec: Float64Array,
  from: number,
  until: number
): boolean => {
  let least = atSec[from]!
  let greatest = least
  for (let row = from + 1; row < until; row += 1) {
    const sec = atSec[row]!
    if (sec < least) least = sec
    else if (sec > greatest) greatest = sec
    else if (Number.isNaN(sec)) return false
  }
  return (
    EvaluationPeriod.standing(period, least, false) === EvaluationPeriod.inPeriod &&
    EvaluationPeriod.standing(period, greatest, false) === EvaluationPeriod.inPeriod
  )
}

/** The last matter of a unit is over: its combination of kinds adds to the row of the unit. */
const judge = (stream: StreamCount, unit: number, ever: number, inPeriod: number): void => {
  const { table, counts, layout, compiled } = stream
  const slot = slotOf(table, compiled, layout, ever, inPeriod)
  const start = unit * layout.width
  const end = table.last[slot]!
  for (let at = table.first[slot]!; at < end; at += 1) counts[start + table.places[at]!]! += 1
}

/** Whether a row of the matter and kind of the row before it has a cause of its own. */
const isAnother = (
  { last, compiled }: StreamCount,
  batch: FactBatch,
  row: number,
  lastKind: number
): boolean => {
  const kind = batch.kind[row]!
  if (kind < lastKind) outOfOrder(row)
  if (kind > lastKind || kind >= compiled.factKinds.length) return false
  const cause = batch.cause[row]!
  const lastCause = row === 0 ? last.cause : batch.cause[row - 1]!
  const lastSec = row === 0 ? last.sec : batch.atSec[row - 1]!
  if (cause < lastCause || (cause === lastCause && batch.atSec[row]! < lastSec)) outOfOrder(row)
  return cause !== lastCause
}

/** Why a row does not count, as a place in the tally. */
const leftOutAt = (
  stream: StreamCount,
  batch: FactBatch,
  row: number,
  lastKind: number
): number => {
  const [unit, kind] = [batch.unit[row]!, batch.kind[row]!]
  const isUnit = unit < stream.unitIds.length
  if (kind === kindCodes.notUsed) return reasonAt.kindNotUsed
  if (unit === unitCodes.missing) return reasonAt.unitMissing
  if (unit === unitCodes.notListed) return reasonAt.unitNotListed
  if (isUnit && kind === kindCodes.superseded) return reasonAt.superseded
  if (!isUnit || kind >= stream.compiled.factKinds.length) {
    throw new RangeError(`The stream has no unit ${unit} or no kind ${kind}`)
  }
  if (kind === lastKind) return reasonAt.duplicate
  const isAfter = batch.atSec[row]! >= stream.period.asOfSec
  return isAfter ? reasonAt.afterAsOf : reasonAt.outsidePeriod
}

const remember = (
  { last }: StreamCount,
  batch: FactBatch,
  row: number,
  { ever, inPeriod }: { readonly ever: number; readonly inPeriod: number }
): void => {
  last.unit = batch.unit[row]!
  last.matter = batch.matter[row]!
  last.kind = batch.kind[row]!
  last.cause = batch.cause[row]!
  last.sec = batch.atSec[row]!
  last.ever = ever
  last.period = inPeriod
}

const anotherUnit = (row: number): never => {
  throw new RangeError(`Row ${row} of the batch gives a matter another unit than its first row`)
}

const outOfOrder = (row: number): never => {
  throw new RangeError(`Row ${row} of the batch stands before the row that it follows`)
}

/**
 * Counts the last matter: no batch follows. Calling it twice changes nothing.
 *
 * @category counting
 * @since 0.1.0
 */
export const end = (stream: StreamCount): void => {
  const { last } = stream
  if (last.ever !== 0) judge(stream, last.unit, last.ever, last.period)
  last.ever = 0
  last.period = 0
}
