/**
 * The statuses that a case can have, in the order in which columns and databases number them.
 * Returning, escalating and reopening are moves, not statuses; being overdue is computed, never a
 * status. Which action leads from which status to which is said by a `CaseProfile`.
 */
import type { Label } from "@wangge/facts"

/**
 * All statuses. The position in the list is the number used in columns and in the database:
 * append only, never reorder or reuse a position.
 *
 * @source none: our own names for the usual chain report, verify, triage, assign, accept, handle,
 * claim resolved, follow up, write off, with suspension and the three other ends
 * @category statuses
 * @since 0.1.0
 */
export const list = [
  "Reported",
  "Verified",
  "Triaged",
  "Assigned",
  "Accepted",
  "InProgress",
  "Resolved",
  "FollowUp",
  "WrittenOff",
  "Suspended",
  "Rejected",
  "Merged",
  "Withdrawn"
] as const

/**
 * One status of a case.
 *
 * @category statuses
 * @since 0.1.0
 */
export type CaseStatus = (typeof list)[number]

/**
 * How many statuses there are.
 *
 * @category statuses
 * @since 0.1.0
 */
export const count = list.length

/**
 * The number of a status: its position in {@link list}.
 *
 * Throws a `RangeError` for a text that is no status: a schema at the edge has let it pass.
 *
 * ```ts
 * import { CaseStatus } from "@wangge/cases"
 *
 * CaseStatus.codeOf("WrittenOff") // => 8
 * ```
 *
 * @category statuses
 * @since 0.1.0
 */
export const codeOf = (status: CaseStatus): number => {
  const code = list.indexOf(status)
  if (code < 0) throw new RangeError(`A status is one of ${list.join(", ")}; got ${status}`)
  return code
}

const ends = Uint8Array.from(list, (status) =>
  status === "WrittenOff" || status === "Rejected" || status === "Merged" || status === "Withdrawn"
    ? 1
    : 0
)

const claimed = Uint8Array.from(list, (status) =>
  status === "Resolved" || status === "FollowUp" ? 1 : 0
)

/**
 * Whether a status, given by its number, is an end: a case in it is closed.
 *
 * ```ts
 * import { CaseStatus } from "@wangge/cases"
 *
 * CaseStatus.isEnd(CaseStatus.codeOf("Merged")) // => true
 * ```
 *
 * @source none: closed means being in any end status (glossary)
 * @category statuses
 * @since 0.1.0
 */
export const isEnd = (code: number): boolean => ends[code] === 1

/**
 * Whether the deadline can still be missed in a status, given by its number: the case is open and
 * nobody has claimed it resolved. A suspended case counts as well: its due second lies after the
 * planned end of the suspension, so it can be missed only when nobody resumes the case in time.
 *
 * ```ts
 * import { CaseStatus } from "@wangge/cases"
 *
 * CaseStatus.canRunLate(CaseStatus.codeOf("Resolved")) // => false
 * ```
 *
 * @source none: the limit is a limit on resolving, so the claim of resolution stops it
 * @category statuses
 * @since 0.1.0
 */
export const canRunLate = (code: number): boolean => ends[code] === 0 && claimed[code] === 0

/**
 * What each status is called on a screen, in English and Chinese.
 *
 * @source none: usual words of case platforms
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<CaseStatus, Label.Label>> = {
  Reported: { en: "reported", zh: "已上报" },
  Verified: { en: "verified", zh: "已核实" },
  Triaged: { en: "triaged", zh: "已分流" },
  Assigned: { en: "assigned", zh: "已派遣" },
  Accepted: { en: "accepted", zh: "已受理" },
  InProgress: { en: "in progress", zh: "处置中" },
  Resolved: { en: "claimed resolved", zh: "已办结" },
  FollowUp: { en: "in follow-up", zh: "回访中" },
  WrittenOff: { en: "written off", zh: "已销号" },
  Suspended: { en: "suspended", zh: "已挂起" },
  Rejected: { en: "rejected", zh: "不予受理" },
  Merged: { en: "merged", zh: "已并案" },
  Withdrawn: { en: "withdrawn", zh: "已撤回" }
}
