/**
 * What the rates need to know of one case, as plain facts at an instant. Rows come from records
 * (`of`), from a database, or from a bulletin that states counts only.
 */
import * as Case from "./Case.ts"
import type { Satisfaction } from "./Satisfaction.ts"

/**
 * How a case stands for the rates: still open, written off, or ended in one of the three ways that
 * are no handling.
 *
 * @source none: our own names
 * @category rates
 * @since 0.1.0
 */
export const ends = ["Open", "WrittenOff", "Rejected", "Merged", "Withdrawn"] as const

/**
 * One of {@link ends}.
 *
 * @category rates
 * @since 0.1.0
 */
export type End = (typeof ends)[number]

/**
 * One case for the rates.
 *
 * `dueSec` is the last second of its present limit (`Infinity` for none). `isFiled` says that intake
 * sent it on: it was triaged, or settled on the spot. `isLate` says that any limit of the case was
 * missed so far, `isClaimed` that somebody claims it resolved (a written-off case included),
 * `wasClaimed` that somebody ever did or the case was reopened, `wasAssigned` that a unit has it, has
 * returned it or was claimed to have resolved it: as far as the record tells.
 *
 * @category rates
 * @since 0.1.0
 */
export interface RateRow {
  readonly reportedSec: number
  readonly dueSec: number
  readonly end: End
  readonly isFiled: boolean
  readonly isLate: boolean
  readonly isClaimed: boolean
  readonly wasClaimed: boolean
  readonly isVerified: boolean
  readonly wasAssigned: boolean
  readonly followUp: "None" | "NotReached" | "Reached"
  readonly satisfaction: Satisfaction
  readonly returnCount: number
  readonly extensionCount: number
  readonly reworkCount: number
  readonly reopenCount: number
}

/**
 * The row of a case at `atSec`.
 *
 * Throws a `RangeError` for an instant before the last event of the case: take the record as it
 * stood then.
 *
 * @category rates
 * @since 0.1.0
 */
export const of = (item: Case.Case, atSec: number): RateRow => {
  if (atSec < item.lastSec) {
    throw new RangeError(`The case changed at ${item.lastSec}, after the instant ${atSec}`)
  }
  const isClaimed = Case.isClaimedResolved(item) || item.status === "WrittenOff"
  const wasClaimed = isClaimed || item.reworkCount > 0 || item.reopenCount > 0
  return {
    reportedSec: item.reportedSec,
    dueSec: item.dueSec,
    end: endOf(item),
    isFiled: isFiled(item),
    isLate: Case.wasOverdueBy(item, atSec),
    isClaimed,
    wasClaimed,
    isVerified: Case.isVerifiedResolved(item),
    wasAssigned: wasClaimed || item.assignedSec !== Case.notYet || item.returnCount > 0,
    followUp: followUpOf(item),
    satisfaction: item.satisfaction,
    returnCount: item.returnCount,
    extensionCount: item.extensionCount,
    reworkCount: item.reworkCount,
    reopenCount: item.reopenCount
  }
}

const endOf = (item: Case.Case): End => {
  switch (item.status) {
    case "WrittenOff":
    case "Rejected":
    case "Merged":
    case "Withdrawn":
      return item.status
    default:
      return "Open"
  }
}

const isFiled = (item: Case.Case): boolean => {
  const status = item.status === "Suspended" ? item.resumeStatus : item.status
  return status !== "Reported" && status !== "Verified" && status !== "Rejected"
}

const followUpOf = (item: Case.Case): RateRow["followUp"] => {
  if (item.followUpOutcome === "None") return "None"
  return item.followUpOutcome === "NotReached" ? "NotReached" : "Reached"
}
