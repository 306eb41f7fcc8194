/**
 * The commands that tie a case to other cases and to side processes: merging and its undoing,
 * splitting, whistles and deliberations. They are read as part of `CaseCommand`. What must happen to
 * several cases at once is made by `CasePlan`.
 */
import type { Id } from "@wangge/facts"
import type { Order } from "./CaseCommand.ts"
import type { SideProcess } from "./SideProcess.ts"

/**
 * Marks a case as a duplicate of `intoCaseId`, which stays.
 *
 * @category commands
 * @since 0.1.0
 */
export interface MergeCase extends Order<"Merge"> {
  readonly intoCaseId: Id.Id<"Case"> | ""
}

/**
 * Takes `duplicateCaseId` to the case that stays; `demandCount` is how many reports the duplicate
 * stood for, 1 unless it had duplicates of its own.
 *
 * @category commands
 * @since 0.1.0
 */
export interface TakeDuplicate extends Order<"TakeDuplicate"> {
  readonly duplicateCaseId: Id.Id<"Case">
  readonly demandCount: number
}

/**
 * Lets a duplicate go again, with the reports that it stood for.
 *
 * @category commands
 * @since 0.1.0
 */
export interface ReleaseDuplicate extends Order<"ReleaseDuplicate"> {
  readonly duplicateCaseId: Id.Id<"Case">
}

/**
 * Carves matters out of a case, each a case of its own; with `endsParent` nothing is left of the
 * case itself.
 *
 * @category commands
 * @since 0.1.0
 */
export interface SplitCase extends Order<"Split"> {
  readonly childCaseIds: ReadonlyArray<Id.Id<"Case">>
  readonly endsParent: boolean
}

/**
 * Hangs a side process on a case.
 *
 * @category commands
 * @since 0.1.0
 */
export interface OpenSideProcess extends Order<"OpenSideProcess"> {
  readonly process: SideProcess
  readonly processId: Id.Id<"SideProcess">
}

/**
 * Says that a side process is over, and whether it came to a decision or a result (`isDecided`).
 *
 * @category commands
 * @since 0.1.0
 */
export interface CloseSideProcess extends Order<"CloseSideProcess"> {
  readonly processId: Id.Id<"SideProcess">
  readonly isDecided: boolean
}
