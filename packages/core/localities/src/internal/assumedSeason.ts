/**
 * A heating season of our own choosing, with one reason for its four numbers.
 */
import { Provenance } from "@wangge/facts"
import type { HeatingSeason } from "../LocalityRecord.ts"

/** First and last day of a season, both within it. */
interface SeasonDays {
  readonly fromMonth: number
  readonly fromDay: number
  readonly untilMonth: number
  readonly untilDay: number
}

/** The four numbers of a season, all `assumed` for the same reason. */
export const assumedSeason = (days: SeasonDays, reason: string): HeatingSeason => ({
  kind: "season",
  fromMonth: Provenance.assumed({ value: days.fromMonth, unit: "month of the year", reason }),
  fromDay: Provenance.assumed({ value: days.fromDay, unit: "day of the month", reason }),
  untilMonth: Provenance.assumed({ value: days.untilMonth, unit: "month of the year", reason }),
  untilDay: Provenance.assumed({ value: days.untilDay, unit: "day of the month", reason })
})
