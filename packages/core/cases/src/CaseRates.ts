/**
 * Rates with their denominators. A share says what it is a share of, how many cases were left out
 * and why; without any case there is no share, neither 0 nor 100 %. Closing and on-time shares count
 * on cases *due*, as published bulletins do, not on cases closed.
 */
import { Seconds } from "@wangge/facts"
import type { RateRow } from "./RateRow.ts"

/**
 * Why a case is not in a denominator. `OutsidePeriod` is no case of the period; the three ends are
 * no handling; the others did not come as far as the rate asks. Append only.
 *
 * @source none: our own names
 * @category rates
 * @since 0.1.0
 */
export const reasons = [
  "OutsidePeriod",
  "Rejected",
  "Merged",
  "Withdrawn",
  "NotAssigned",
  "NotClaimed",
  "NotFollowedUp",
  "NotReached",
  "Unanswered"
] as const

/**
 * One of {@link reasons}.
 *
 * @category rates
 * @since 0.1.0
 */
export type Reason = (typeof reasons)[number]

/**
 * How many cases one reason left out.
 *
 * @category rates
 * @since 0.1.0
 */
export interface Excluded {
  readonly reason: Reason
  readonly count: number
}

/**
 * One rate. `share` is numerator / denominator, from 0 to 1, and `"None"` for a denominator of 0.
 * Every row given is either in the denominator or excluded for exactly one reason; reasons that
 * left out nobody are not listed.
 *
 * @category rates
 * @since 0.1.0
 */
export interface Rate {
  readonly numeratorCount: number
  readonly denominatorCount: number
  readonly excluded: ReadonlyArray<Excluded>
  readonly share: number | "None"
}

/**
 * A period of whole seconds, from `fromSec` up to but not including `untilSec`.
 *
 * @category rates
 * @since 0.1.0
 */
export interface Period {
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * Whether a second lies in a period: its first second does, its end does not.
 *
 * ```ts
 * import { CaseRates } from "@wangge/cases"
 *
 * const within = [9, 10, 19, 20].map((sec) => CaseRates.isWithin({ fromSec: 10, untilSec: 20 }, sec))
 * within // => [false, true, true, false]
 * ```
 *
 * @category rates
 * @since 0.1.0
 */
export const isWithin = (period: Period, sec: number): boolean =>
  period.fromSec <= sec && sec < period.untilSec

/**
 * The rates of a period.
 *
 * - `filing` (立案): of the cases *reported* in the period, those that intake sent on.
 * - `handling` (处置) and `handledOnTime`: of the cases *due* in the period, those claimed resolved,
 *   and those claimed without ever being late.
 * - `closing` (结案) and `onTime` (按期结案): of the same, those written off, and those written off
 *   without ever being late.
 * - `extension` (延期): of the same, those whose limit was extended.
 * - `returned` (退回): of those of them that were ever assigned, those that were returned.
 * - `rework` (返工) and `reopening` (重开): of those ever claimed, those that a checker sent back, and
 *   those that were reopened.
 * - `verified` (核实解决): of those claimed now, those that reporter or checker confirmed; who was not
 *   reached is not verified.
 * - `reached` (回访接通): of those followed up, those whose reporter was reached.
 * - `satisfied` (满意): of those whose reporter answered, those satisfied.
 *
 * @category rates
 * @since 0.1.0
 */
export interface CaseRates {
  readonly filing: Rate
  readonly handling: Rate
  readonly handledOnTime: Rate
  readonly closing: Rate
  readonly onTime: Rate
  readonly extension: Rate
  readonly returned: Rate
  readonly rework: Rate
  readonly reopening: Rate
  readonly verified: Rate
  readonly reached: Rate
  readonly satisfied: Rate
}

/**
 * The rates of some cases in a period.
 *
 * A case is **due in the period** when the last second of its present limit lies in it: a case due
 * in its first second counts, one due at its end counts in the next; one closed long before counts
 * when it was due; one without a limit is never due. A reopened or extended case is due once, at the
 * end of its latest limit. Cases that were rejected, merged or withdrawn are not due; a case that
 * intake never sent on is, and is late.
 *
 * The rows have to be as of an instant at or after the end of the period: until then a case that is
 * due can still be closed in time. Throws a `RangeError` for a period that is not whole seconds or
 * has no second. Cost: linear in the rows.
 *
 * ```ts
 * import { CaseRates } from "@wangge/cases"
 *
 * CaseRates.of([], { fromSec: 0, untilSec: 86_400 }).closing
 * // => { numeratorCount: 0, denominatorCount: 0, excluded: [], share: "None" }
 * ```
 *
 * @source Tianmen digital-city bulletin, December 2016: closing rate = closed / due, on-time rate =
 * closed in time / due; which second decides is ours
 * @category rates
 * @since 0.1.0
 */
export const of = (rows: ReadonlyArray<RateRow>, period: Period): CaseRates => {
  const { fromSec, untilSec } = period
  if (!Seconds.isWhole(fromSec) || !Seconds.isWhole(untilSec) || untilSec <= fromSec) {
    throw new RangeError(`A period has a whole second at least; got ${fromSec} until ${untilSec}`)
  }
  const due = (row: RateRow): Reason | "Counts" =>
    isWithin(period, row.dueSec) ? unhandledEnd(row) : "OutsidePeriod"
  const assigned = then(due, (row) => row.wasAssigned, "NotAssigned")
  const everClaimed = then(due, (row) => row.wasClaimed, "NotClaimed")
  const claimed = then(due, (row) => row.isClaimed, "NotClaimed")
  const followedUp = then(claimed, (row) => row.followUp !== "None", "NotFollowedUp")
  const reached = then(followedUp, (row) => row.followUp === "Reached", "NotReached")
  const answered = then(reached, (row) => row.satisfaction !== "Unanswered", "Unanswered")
  const isClosed = (row: RateRow): boolean => row.end === "WrittenOff"
  return {
    filing: rateOf(rows, reportedIn(period), (row) => row.isFiled),
    handling: rateOf(rows, due, (row) => row.isClaimed),
    handledOnTime: rateOf(rows, due, (row) => row.isClaimed && !row.isLate),
    closing: rateOf(rows, due, isClosed),
    onTime: rateOf(rows, due, (row) => isClosed(row) && !row.isLate),
    extension: rateOf(rows, due, (row) => row.extensionCount > 0),
    returned: rateOf(rows, assigned, (row) => row.returnCount > 0),
    rework: rateOf(rows, everClaimed, (row) => row.reworkCount > 0),
    reopening: rateOf(rows, everClaimed, (row) => row.reopenCount > 0),
    verified: rateOf(rows, claimed, (row) => row.isVerified),
    reached: rateOf(rows, followedUp, (row) => row.followUp === "Reached"),
    satisfied: rateOf(rows, answered, (row) => row.satisfaction === "Satisfied")
  }
}

/** Which rows are in a denominator: `"Counts"`, or the one reason against it. */
type Scope = (row: RateRow) => Reason | "Counts"

/** Of the accepted reports of a period all are asked for, rejected ones too; duplicates are not. */
const reportedIn =
  (period: Period): Scope =>
  (row) => {
    if (!isWithin(period, row.reportedSec)) return "OutsidePeriod"
    return row.end === "Merged" || row.end === "Withdrawn" ? row.end : "Counts"
  }

const unhandledEnd: Scope = ({ end }) => (end === "Open" || end === "WrittenOff" ? "Counts" : end)

const then =
  (scope: Scope, holds: (row: RateRow) => boolean, reason: Reason): Scope =>
  (row) => {
    const found = scope(row)
    return found === "Counts" && !holds(row) ? reason : found
  }

const rateOf = (
  rows: ReadonlyArray<RateRow>,
  scope: Scope,
  counts: (row: RateRow) => boolean
): Rate => {
  const excluded = new Map<Reason, number>()
  let numeratorCount = 0
  let denominatorCount = 0
  for (const row of rows) {
    const found = scope(row)
    if (found !== "Counts") excluded.set(found, (excluded.get(found) ?? 0) + 1)
    else {
      denominatorCount += 1
      if (counts(row)) numeratorCount += 1
    }
  }
  return {
    numeratorCount,
    denominatorCount,
    excluded: reasons.flatMap((reason) => {
      const count = excluded.get(reason)
      return count === undefined ? [] : [{ reason, count }]
    }),
    share: denominatorCount === 0 ? "None" : numeratorCount / denominatorCount
  }
}

/**
 * What each rate is called on a screen, in English and Chinese.
 *
 * @source digital urban management bulletins for filing, handling, closing, extension and rework;
 * the rest are usual words
 * @category labels
 * @since 0.1.0
 */
export const labels = {
  filing: { en: "filing share", zh: "立案率" },
  handling: { en: "handling share", zh: "处置率" },
  handledOnTime: { en: "handled on time", zh: "按期处置率" },
  closing: { en: "closing share", zh: "结案率" },
  onTime: { en: "on-time share", zh: "按期结案率" },
  extension: { en: "extension share", zh: "延期率" },
  returned: { en: "return share", zh: "退回率" },
  rework: { en: "rework share", zh: "返工率" },
  reopening: { en: "reopening share", zh: "重开率" },
  verified: { en: "verified resolved", zh: "核实解决率" },
  reached: { en: "reached at follow-up", zh: "回访接通率" },
  satisfied: { en: "satisfied", zh: "满意率" }
} as const
