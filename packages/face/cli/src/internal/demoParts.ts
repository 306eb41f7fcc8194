/**
 * The names of the demo's parties and accounts, and how its transfers are written.
 */
import type { LedgerCommand, Unit } from "@wangge/timebank"

/** The second of a day and hour of a week. */
export type At = (day: number, hour: number) => number

/** The party with every right. */
export const office = "office"
/** Where lapsed credits end. */
export const expiry = { hours: "expiry-hours", points: "expiry-points" } as const

/** Members of the bank. */
export const members = 12

export const twoDigits = (number: number): string => String(number).padStart(2, "0")

export const party = (member: number): string => `p-${twoDigits(member)}`

export const account = (member: number, unit: Unit.Unit = "hours"): string =>
  `m-${twoDigits(member)}-${unit}`

/** The member whose turn it is by a number. */
export const memberOf = (number: number): number => (number % members) + 1

export const transfer = (
  given: Omit<LedgerCommand.Transfer, "action">
): LedgerCommand.Transfer => ({
  action: "Transfer",
  ...given
})
