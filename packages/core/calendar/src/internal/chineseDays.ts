/**
 * The public holidays of mainland China as the `chinese-days` package collects them from the
 * yearly notices of the State Council. Only its JSON table is read: its functions go through
 * `Date` and answer for the day before when the machine stands west of Greenwich.
 */
import table from "chinese-days/dist/chinese-days.json" with { type: "json" }

/** One dated row of the table: ISO date and `English,Chinese,length` text. */
export type Row = readonly [date: string, text: string]

/** Days off, Saturdays and Sundays within a holiday included. */
export const holidayRows: ReadonlyArray<Row> = Object.entries(table.holidays)

/** Saturdays and Sundays worked in exchange for a longer holiday. */
export const makeUpRows: ReadonlyArray<Row> = Object.entries(table.workdays)
