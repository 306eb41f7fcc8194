/**
 * The events that tie a case to other cases and to side processes. They are read as part of
 * `CaseEvent`.
 */
import type { Id } from "@wangge/facts"
import type { Due, Happening } from "./CaseEvent.ts"
import type { SideProcess } from "./SideProcess.ts"

/**
 * A case turned out to be a duplicate of `intoCaseId`. Its clock stands from then on; a suspension
 * ended there, and the due seconds are those that held at that moment.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseMerged extends Happening<"CaseMerged">, Due {
  readonly intoCaseId: Id.Id<"Case">
}

/**
 * A merge was undone: the clock runs again, as if it had been suspended since the merge.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseUnmerged extends Happening<"CaseUnmerged">, Due {}

/**
 * The case that stays took a duplicate and its `demandCount` reports.
 *
 * @category events
 * @since 0.1.0
 */
export interface DuplicateTaken extends Happening<"DuplicateTaken"> {
  readonly duplicateCaseId: Id.Id<"Case">
  readonly demandCount: number
}

/**
 * The case that stays let a duplicate go, with its `demandCount` reports.
 *
 * @category events
 * @since 0.1.0
 */
export interface DuplicateReleased extends Happening<"DuplicateReleased"> {
  readonly duplicateCaseId: Id.Id<"Case">
  readonly demandCount: number
}

/**
 * Matters were carved out of a case, each a case of its own; with `endsParent` the case itself has
 * ended.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseSplit extends Happening<"CaseSplit"> {
  readonly childCaseIds: ReadonlyArray<Id.Id<"Case">>
  readonly endsParent: boolean
}

/**
 * A side process hangs on the case from now on.
 *
 * @category events
 * @since 0.1.0
 */
export interface SideProcessOpened extends Happening<"SideProcessOpened"> {
  readonly process: SideProcess
  readonly processId: Id.Id<"SideProcess">
}

/**
 * A side process is over, with a decision or result (`isDecided`) or without.
 *
 * @category events
 * @since 0.1.0
 */
export interface SideProcessClosed extends Happening<"SideProcessClosed"> {
  readonly process: SideProcess
  readonly processId: Id.Id<"SideProcess">
  readonly isDecided: boolean
}
