/**
 * Units beside each other: who has more marked matters than its strata make likely.
 */
import type { CompiledSignalRules, Kind } from "../SignalRules.ts"
import * as SignalTest from "../SignalTest.ts"

/** One matter of one unit: in which stratum it is compared, and whether it is marked. */
export interface MarkedMatter {
  readonly unitId: string
  readonly matterId: string
  readonly stratum: string
  readonly isMarked: boolean
}

interface Counts {
  count: number
  marked: number
}

const countsOf = (rows: ReadonlyArray<MarkedMatter>): ReadonlyMap<string, Counts> => {
  const found = new Map<string, Counts>()
  for (const { stratum, isMarked } of rows) {
    const counts = found.get(stratum) ?? { count: 0, marked: 0 }
    found.set(stratum, counts)
    counts.count += 1
    if (isMarked) counts.marked += 1
  }
  return found
}

/** Rows by a key of theirs, keys in the order of first appearance. */
export const groupedBy = <Row>(
  rows: ReadonlyArray<Row>,
  keyOf: (row: Row) => string
): Map<string, Array<Row>> => {
  const found = new Map<string, Array<Row>>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = found.get(key)
    if (group === undefined) found.set(key, [row])
    else group.push(row)
  }
  return found
}

/** Rows by unit, units in the order of their ids. */
export const byUnit = <Row extends { readonly unitId: string }>(
  rows: ReadonlyArray<Row>
): ReadonlyArray<readonly [string, ReadonlyArray<Row>]> =>
  [...groupedBy(rows, ({ unitId }) => unitId)].sort(([left], [right]) =>
    left < right ? -1 : left > right ? 1 : 0
  )

/** Every unit's rows against the urns of all `pool` rows, stratum by stratum. */
export const testsAgainst = (
  compiled: CompiledSignalRules,
  kind: Kind,
  rows: ReadonlyArray<MarkedMatter>,
  pool: ReadonlyArray<MarkedMatter>
): ReadonlyArray<SignalTest.SignalTest> => {
  const urns = countsOf(pool)
  return byUnit(rows).map(([unitId, own]) =>
    SignalTest.ofStrata(compiled, {
      kind,
      unitId,
      sampleOf: "Drawn",
      strata: [...countsOf(own)].map(([stratum, { count, marked }]) => {
        const urn = urns.get(stratum)
        return {
          total: urn?.count ?? count,
          marked: urn?.marked ?? marked,
          drawn: count,
          observed: marked
        }
      }),
      evidenceIds: own.flatMap(({ isMarked, matterId }) => (isMarked ? [matterId] : []))
    })
  )
}

/** Whether a matter was closed by its unit in the period. */
export const isClosedIn = (
  closedSec: number | "None",
  period: { readonly fromSec: number; readonly untilSec: number }
): closedSec is number =>
  closedSec !== "None" && period.fromSec <= closedSec && closedSec < period.untilSec
