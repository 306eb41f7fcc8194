/**
 * The small records inside a case: what the report said, the pauses of its limit, its duplicates,
 * its side processes. They are read as part of `Case`.
 */
import type { Id } from "@wangge/facts"
import type { CaseSource } from "./CaseSource.ts"
import type { Category } from "./Category.ts"
import type { SideProcess } from "./SideProcess.ts"
import type { Urgency } from "./Urgency.ts"

/**
 * What a report said, kept as it was said: later classes and desks stand beside it, not over it.
 *
 * `seenSec` is when it was written down, before it came in if the client was offline. Photos and the
 * point stay in the log; who reported is not here.
 *
 * @category cases
 * @since 0.1.0
 */
export interface ReportContent {
  readonly source: CaseSource
  readonly category: Category
  readonly urgency: Urgency
  readonly gridId: Id.Id<"Grid">
  readonly unitId: string
  readonly seenSec: number
  readonly isAnonymous: boolean
  /** The case that this one was split off, empty for none. */
  readonly parentCaseId: Id.Id<"Case"> | ""
}

/**
 * One pause of a limit, from its first second until the second at which the clock ran again.
 *
 * @category cases
 * @since 0.1.0
 */
export interface Pause {
  readonly fromSec: number
  readonly untilSec: number
}

/**
 * Scores of cost, conflict and difficulty, whole numbers from 0 to 100.
 *
 * @category cases
 * @since 0.1.0
 */
export interface Scores {
  readonly cost: number
  readonly conflict: number
  readonly difficulty: number
}

/**
 * One duplicate that a case stands for, with the reports that the duplicate stood for.
 *
 * @category cases
 * @since 0.1.0
 */
export interface Duplicate {
  readonly caseId: Id.Id<"Case">
  readonly demandCount: number
}

/**
 * The states of a side process as its case sees it: still open, over without a decision, over with
 * one. The position in the list is the number used in columns: append only, never reorder or reuse
 * a position.
 *
 * @source none: our own names
 * @category side processes
 * @since 0.1.0
 */
export const linkStates = ["Open", "Closed", "Decided"] as const

/**
 * One of {@link linkStates}.
 *
 * @category side processes
 * @since 0.1.0
 */
export type LinkState = (typeof linkStates)[number]

/**
 * One side process of a case.
 *
 * @category cases
 * @since 0.1.0
 */
export interface SideProcessLink {
  readonly process: SideProcess
  readonly processId: Id.Id<"SideProcess">
  readonly state: LinkState
}
