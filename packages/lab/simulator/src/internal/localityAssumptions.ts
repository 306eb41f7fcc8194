/**
 * Assumptions of the simulator that hold in one locality only, because its report describes a state
 * for which the general table is wrong. So far that is Jiyang before its reform: no grids, nobody
 * who walks them, communities on paper.
 */
import type { Label, Provenance } from "@wangge/facts"
import { amountAt, assumed, type Entry } from "./assumptionRow.ts"

type Number = Provenance.SourcedNumber

/** The number that stands at a path in a locality instead of the general one, or undefined. */
type Change = (entry: Entry, all: ReadonlyArray<Entry>) => Number | undefined

/** The entries as they hold in a locality. */
export const applied = (id: string, entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  id === "jiyang.before" ? entries.map((entry) => replaced(entry, entries)) : entries

const replaced = (entry: Entry, all: ReadonlyArray<Entry>): Entry => {
  const number = beforeReform(entry, all)
  return number === undefined ? entry : { path: entry.path, label: entry.label, number }
}

/** Numbers that were fitted to a published one, and what a reader must know about each. */
export const fitted: Readonly<
  Record<string, ReadonlyArray<{ readonly path: string; readonly words: Label.Label }>>
> = {
  "jiyang.before": [
    {
      path: "resolution.trueShare",
      words: {
        en: "Fitted: the share of claims that are true was chosen so that petitions come to the 370 batches a year that Jiyang's report counts. The figure of petitions repeats that; the others follow from it and from the staff assumed.",
        zh: "拟合：办结属实率按报告所载每年370批次信访选定。信访量即该数字的重复，其余指标由它和假定人员得出。"
      }
    }
  ]
}

const beforeReform: Change = (entry, all) => numbers[entry.path] ?? levelShare(entry, all)

const nobody = "before the reform there were no grids and nobody whose duty it was"

/**
 * Share of claims that are true before the reform: the one number of this state that is fitted.
 *
 * @source none: fitted, so that a year has the 370 petition batches about residents of communities
 *   that Jiyang's report counts (29 October 2018), 0.31 per 1,000 residents and month
 */
const trueShare = 0.72

const numbers: Readonly<Record<string, Number>> = {
  "duties.visitsPerHouseholdYear": assumed(0, "visits", nobody),
  "duties.patrolPassesPerDay": assumed(0, "passes", nobody),
  "duties.campaignHoursPerCommunityMonth": assumed(0, "hours per community and month", nobody),
  "duties.dataEntryMinPerCase": assumed(0, "min", nobody),
  "resolution.directTriageShare": assumed(
    1,
    "share",
    "there is no grid to start at: a matter goes to the sub-district or the department at once"
  ),
  "resolution.trueShare": assumed(
    trueShare,
    "share",
    "fitted, the only number of this state that is: with it a year has the 370 petition batches that the report counts; Beijing's hotline began its count with 53 % resolved, and 0.93 holds where the loop works"
  )
}

/** What a grid or a community could finish falls to the sub-district. */
const levelShare: Change = ({ path, number }, all) => {
  const found = /^(demand\.categories\.\w+\.levelShares\.)(Grid|Community|Subdistrict)$/.exec(path)
  if (found === null) return undefined
  const [, prefix = "", level] = found
  if (level !== "Subdistrict") {
    return assumed(0, number.unit, "the communities did not run, and there were no grids")
  }
  const below = amountAt(all, `${prefix}Grid`) + amountAt(all, `${prefix}Community`)
  // Sums of hundredths: rounded, so that the four shares still sum to 1.
  return assumed(
    Math.round((number.value + below) * 100) / 100,
    number.unit,
    "takes what a grid or a community would finish after the reform"
  )
}
