/**
 * One line of the deadline ledger (办结时限台账): something that somebody promised until a second, and
 * when it was done. All side processes enter their due times here in the same form, so that one
 * list can be sorted, counted and shown whatever a due time stems from.
 */
import { Deadline } from "@wangge/calendar"
import type { Id } from "@wangge/facts"
import { notYet } from "./Case.ts"
import type { SideProcess } from "./SideProcess.ts"

/**
 * One due time of a side process. `subject` says what is due in the words of its process: the unit
 * of a whistle, `"Progress"` or `"Completion"` of a contract, the stage or `"Implementation"` of a
 * deliberation, the number of a promise, the case of a meeting.
 *
 * `dueSec` is the last second on time; `doneSec` is `Case.notYet` while it is not done. An entry
 * that `isExcused` is neither on time nor late.
 *
 * @category deadline ledger
 * @since 0.1.0
 */
export interface DeadlineEntry {
  readonly process: SideProcess
  readonly processId: Id.Id<"SideProcess">
  readonly caseId: Id.Id<"Case">
  readonly subject: string
  readonly dueSec: number
  readonly doneSec: number
  readonly isExcused: boolean
}

/**
 * Whether an entry was missed by `atSec`: done after the due second, or not done and the due second
 * has passed. The due second itself is on time.
 *
 * ```ts
 * import { Case, DeadlineEntry } from "@wangge/cases"
 * import { Id } from "@wangge/facts"
 *
 * const entry: DeadlineEntry.DeadlineEntry = {
 *   process: "LeadAssignment", processId: Id.make("lead-1"), caseId: Id.make("case-1"),
 *   subject: "Completion", dueSec: 100, doneSec: Case.notYet, isExcused: false
 * }
 * const late = [99, 100, 101].map((atSec) => DeadlineEntry.isLate(entry, atSec))
 * late // => [false, false, true]
 * ```
 *
 * @source Longxian report: 办结时限台账 names the ledger; that the due second counts as on time is ours
 * @category deadline ledger
 * @since 0.1.0
 */
export const isLate = (entry: DeadlineEntry, atSec: number): boolean =>
  !entry.isExcused &&
  Deadline.isOverdue(
    entry.dueSec,
    entry.doneSec === notYet ? atSec : Math.min(entry.doneSec, atSec)
  )

/**
 * How many entries are due by `atSec`, and how they stand: an entry counts as due when it is done
 * or its due second has passed. `dueCount` is the denominator of both others; excused entries and
 * those still running are not in it.
 *
 * @category deadline ledger
 * @since 0.1.0
 */
export interface Count {
  readonly dueCount: number
  readonly onTimeCount: number
  readonly lateCount: number
}

/**
 * Counts the entries due by `atSec`.
 *
 * @category deadline ledger
 * @since 0.1.0
 */
export const count = (entries: ReadonlyArray<DeadlineEntry>, atSec: number): Count => {
  const due = entries.filter((entry) => isDue(entry, atSec))
  const late = due.filter((entry) => isLate(entry, atSec))
  return { dueCount: due.length, onTimeCount: due.length - late.length, lateCount: late.length }
}

const isDue = (entry: DeadlineEntry, atSec: number): boolean =>
  !entry.isExcused &&
  ((entry.doneSec !== notYet && entry.doneSec <= atSec) || Deadline.isOverdue(entry.dueSec, atSec))
