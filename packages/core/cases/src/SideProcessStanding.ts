/**
 * How a side process stands: whether it is open, whether everything in it is accounted for, what is
 * not, and its due times. Every side process gives this summary in the same form, so that the desk
 * of a case can show all of them in one list.
 */
import type { Id } from "@wangge/facts"
import type { DeadlineEntry } from "./DeadlineEntry.ts"
import type { SideProcess } from "./SideProcess.ts"

/**
 * The summary of one side process.
 *
 * `caseIds` are the cases it hangs on (one, but for a joint meeting). `isAccountedFor` says that
 * nothing stands in the way of its end; `unaccounted` names what does: units, stages, items, cases.
 *
 * @category side processes
 * @since 0.1.0
 */
export interface SideProcessStanding {
  readonly process: SideProcess
  readonly processId: Id.Id<"SideProcess">
  readonly caseIds: ReadonlyArray<Id.Id<"Case">>
  readonly isOpen: boolean
  readonly isAccountedFor: boolean
  readonly unaccounted: ReadonlyArray<string>
  readonly deadlines: ReadonlyArray<DeadlineEntry>
}

/**
 * The side processes of a case that are still open, of any list of summaries.
 *
 * @category side processes
 * @since 0.1.0
 */
export const openOn = (
  standings: ReadonlyArray<SideProcessStanding>,
  caseId: Id.Id<"Case">
): ReadonlyArray<SideProcessStanding> =>
  standings.filter((standing) => standing.isOpen && standing.caseIds.includes(caseId))
