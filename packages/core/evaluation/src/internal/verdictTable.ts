/**
 * What a matter adds to the counts of its unit, by the kinds of its facts. Rules judge each combination
 * of kinds once, through `Indicator.verdict` and `Adjustment.counts`; the millions of matters after it
 * only look it up.
 */
import * as Adjustment from "../Adjustment.ts"
import type { CompiledRules } from "../CompiledRules.ts"
import * as Indicator from "../Indicator.ts"

/**
 * Where the counts of a unit stand in its row: for each share first what is below, above, unanswered,
 * then each exclusion; last the adjustments. A ratio has no place.
 */
export interface CountLayout {
  readonly width: number
  readonly indicatorAt: ReadonlyArray<number>
  readonly adjustmentAt: number
}

/** The layout of some rules. */
export const layoutOf = (compiled: CompiledRules): CountLayout => {
  let at = 0
  const indicatorAt = compiled.indicators.map(({ measure, exclusionBits }) => {
    const here = at
    if (measure === "Share") at += Indicator.excluded - Indicator.below + exclusionBits.length
    return here
  })
  return { width: at + compiled.adjustments.length, indicatorAt, adjustmentAt: at }
}

/**
 * A table that grows: slot `hash(ever, period)` holds a combination, and `first` to `last` of `places`
 * are the places in the row that a matter with it adds 1 to. A matter has at least one fact, so that an
 * `ever` of 0 is an empty slot.
 */
export interface VerdictTable {
  mask: number
  filled: number
  ever: Int32Array
  period: Int32Array
  first: Uint32Array
  last: Uint32Array
  places: Uint16Array
  placeCount: number
}

/** An empty table. */
export const emptyTable = (size = 1024): VerdictTable => ({
  mask: size - 1,
  filled: 0,
  ever: new Int32Array(size),
  period: new Int32Array(size),
  first: new Uint32Array(size),
  last: new Uint32Array(size),
  places: new Uint16Array(size * 4),
  placeCount: 0
})

/** The slot of a combination, judged now if it is new. */
export const slotOf = (
  table: VerdictTable,
  compiled: CompiledRules,
  layout: CountLayout,
  ever: number,
  period: number
): number => {
  const { ever: evers, period: periods, mask } = table
  let slot = startOf(mask, ever, period)
  while (evers[slot] !== 0) {
    if (evers[slot] === ever && periods[slot] === period) return slot
    slot = (slot + 1) & mask
  }
  if (table.filled * 2 > table.mask) {
    grow(table)
    return slotOf(table, compiled, layout, ever, period)
  }
  const places = placesOf(compiled, layout, ever, period)
  while (table.placeCount + places.length > table.places.length) {
    const longer = new Uint16Array(table.places.length * 2)
    longer.set(table.places)
    table.places = longer
  }
  table.places.set(places, table.placeCount)
  put(table, slot, ever, period, table.placeCount, table.placeCount + places.length)
  table.placeCount += places.length
  return slot
}

const startOf = (mask: number, ever: number, period: number): number =>
  ((Math.imul(ever, 0x9e3779b1) ^ Math.imul(period, 0x85ebca6b)) >>> 15) & mask

const put = (
  table: VerdictTable,
  slot: number,
  ever: number,
  period: number,
  first: number,
  last: number
): void => {
  table.ever[slot] = ever
  table.period[slot] = period
  table.first[slot] = first
  table.last[slot] = last
  table.filled += 1
}

const grow = (table: VerdictTable): void => {
  const larger = emptyTable((table.mask + 1) * 2)
  for (let old = 0; old <= table.mask; old += 1) {
    const [ever, period] = [table.ever[old]!, table.period[old]!]
    if (ever === 0) continue
    let slot = startOf(larger.mask, ever, period)
    while (larger.ever[slot] !== 0) slot = (slot + 1) & larger.mask
    put(larger, slot, ever, period, table.first[old]!, table.last[old]!)
  }
  table.mask = larger.mask
  table.ever = larger.ever
  table.period = larger.period
  table.first = larger.first
  table.last = larger.last
}

const placesOf = (
  compiled: CompiledRules,
  layout: CountLayout,
  ever: number,
  period: number
): ReadonlyArray<number> => {
  const ofIndicators = compiled.indicators.flatMap((indicator, index) => {
    if (indicator.measure === "Ratio") return []
    const verdict = Indicator.verdict(indicator, ever, period)
    if (verdict === Indicator.outside) return []
    return [layout.indicatorAt[index]! + verdict - Indicator.below]
  })
  const ofAdjustments = compiled.adjustments.flatMap((adjustment, index) =>
    Adjustment.counts(adjustment, period) ? [layout.adjustmentAt + index] : []
  )
  return [...ofIndicators, ...ofAdjustments]
}
