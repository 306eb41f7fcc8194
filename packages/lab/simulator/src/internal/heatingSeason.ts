/**
 * The months of `Utilities` in a town with district heating: the table's heating factors in the
 * months of the season, the rest of the year low, months that lie partly in the season in between;
 * the same every month where there is no district heating.
 */
import { Provenance, Seconds } from "@wangge/facts"
import type { Locality, LocalityRecord } from "@wangge/localities"
import { heatingFactors } from "./categoryTable.ts"

/** A factor of the table that belongs to a month outside the usual season. */
const low = 0.3

/** Twelve factors from January, with the share of each month that lies in the season. */
export const heatingShape = (
  locality: Locality.Locality
): ReadonlyArray<Provenance.SourcedNumber> => {
  const { heatingSeason } = locality
  return heatingSeason.kind === "none"
    ? heatingFactors.map(() =>
        Provenance.assumed({
          value: 1,
          unit: "times the mean",
          reason: `no heating tickets to make a season: ${heatingSeason.reason}`
        })
      )
    : seasonFactors(heatingSeason)
}

const seasonFactors = (
  season: LocalityRecord.HeatingSeason
): ReadonlyArray<Provenance.SourcedNumber> =>
  heatingFactors.map((factor, month) => {
    const share = seasonShare(season, month + 1)
    const isUsual = factor > low
    if (isUsual || share === 0) {
      return Provenance.assumed({
        value: factor,
        unit: "times the mean",
        reason:
          "heating tickets: November 3.0, December 2.2, January 2.0, February 1.5, March 1.2, otherwise 0.3"
      })
    }
    const neighbour = month < 6 ? heatingFactors[2]! : heatingFactors[10]!
    return Provenance.derived({
      value: Math.round((share * neighbour + (1 - share) * low) * 1e4) / 1e4,
      unit: "times the mean",
      formula: `share of the month in the heating season x ${neighbour} + the rest x ${low} (factors assumed)`
    })
  })

/** Share of a month's days, 1 to 12, that lie in the heating season. */
const seasonShare = (season: LocalityRecord.HeatingSeason, month: number): number => {
  const { fromMonth, fromDay, untilMonth, untilDay } = season
  const length = Seconds.dayNumber(2025, month + 1, 1) - Seconds.dayNumber(2025, month, 1)
  const days = month === 12 ? 31 : length
  const place = (day: number): number => month * 100 + day
  const first = fromMonth.value * 100 + fromDay.value
  const last = untilMonth.value * 100 + untilDay.value
  let inside = 0
  for (let day = 1; day <= days; day++) {
    if (place(day) >= first || place(day) <= last) inside += 1
  }
  return inside / days
}
