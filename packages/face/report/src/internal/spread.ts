/**
 * A number over the replications: mean, smallest and largest. Replications that have no such
 * number (nothing was due, for example) are left out; the order is that of the replications.
 */
import type { Replication, Study } from "@wangge/simulator"

/** Mean and range over the replications that have the number. */
export interface Spread {
  readonly mean: number
  readonly low: number
  readonly high: number
  /** How many replications have the number. */
  readonly count: number
}

/** The spread of a list, or null when none of its numbers is finite. */
export const of = (values: ReadonlyArray<number>): Spread | null => {
  const finite = values.filter((value) => Number.isFinite(value))
  if (finite.length === 0) return null
  return {
    mean: finite.reduce((sum, value) => sum + value, 0) / finite.length,
    low: finite.reduce((least, value) => Math.min(least, value)),
    high: finite.reduce((most, value) => Math.max(most, value)),
    count: finite.length
  }
}

/** The spread of one number of each run. */
export const over = (
  study: Study.Study,
  pick: (run: Replication.Replication) => number | undefined
): Spread | null => of(study.runs.map((run) => pick(run) ?? Number.NaN))

/** One spread per place of a list that every run has. */
export const each = (
  study: Study.Study,
  pick: (run: Replication.Replication) => ReadonlyArray<number>
): ReadonlyArray<Spread | null> =>
  (study.runs[0] === undefined ? [] : pick(study.runs[0])).map((_, index) =>
    over(study, (run) => pick(run)[index])
  )
