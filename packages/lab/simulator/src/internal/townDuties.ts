/**
 * The table's duties, cut to a town's size. They were taken from a month in Longxian, where
 * communities are large and most grids have two workers; a town of small communities, or of grids
 * with one worker each, would plan less for each of them.
 */
import { Provenance } from "@wangge/facts"
import { amountAt, assumed, type Entry } from "./assumptionRow.ts"

/**
 * Households of a community from which on the table's campaign hours are taken whole.
 *
 * @source Helong: 33,936 households (derived) over 10 communities (reported), the smaller mean of
 *   Helong and Longxian
 */
const wholeFrom = 33_936 / 10

/**
 * Workers per grid below which most grids have one worker alone.
 *
 * @source none: halfway between one and two
 */
const aloneBelow = 1.5

/** Visits of a household a year where most grids have one worker alone. @source none: see its reason */
const visitsAlone = 2

/** A row of the table as it holds in a town of these places and people. */
export const fitted = (entry: Entry, places: ReadonlyArray<Entry>): Entry => {
  const number = changes[entry.path]?.(entry.number, places)
  return number === undefined ? entry : { path: entry.path, label: entry.label, number }
}

type Number = Provenance.SourcedNumber

const changes: Readonly<
  Record<string, (number: Number, places: ReadonlyArray<Entry>) => Number | undefined>
> = {
  "duties.campaignHoursPerCommunityMonth": (number, places) => {
    const households =
      amountAt(places, "territory.households") / amountAt(places, "territory.communities")
    if (households >= wholeFrom) return undefined
    return Provenance.derived({
      value: Math.round((number.value * households) / wholeFrom),
      unit: number.unit,
      formula: `${number.value} h (20 h per worker and month, assumed, at Longxian) x ${Math.round(households)} households per community / ${Math.round(wholeFrom)}, those of Helong, from which on the hours are whole`
    })
  },
  "duties.visitsPerHouseholdYear": (number, places) => {
    const workers = amountAt(places, "staff.gridWorkers") / amountAt(places, "territory.grids")
    if (workers >= aloneBelow) return undefined
    return assumed(
      visitsAlone,
      number.unit,
      `one each half-year: with ${workers.toFixed(2)} workers per grid most grids have one worker alone, whose month does not hold a visit each quarter beside the patrols`
    )
  }
}
