/**
 * What has happened to a whistle. Due seconds are absolute, so that the state can be built again
 * from the log without the rules of that day.
 */
import type { CaseHappening } from "./SideProcessMove.ts"
import type { Call } from "./WhistleCommand.ts"
import type { Kind, TargetKind } from "./WhistleRules.ts"

/**
 * A whistle was blown; everybody called has to report in by `dueSec`.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface WhistleBlown extends CaseHappening<"WhistleBlown"> {
  readonly whistleKind: Kind
  readonly calls: ReadonlyArray<Call>
  readonly dueSec: number
}

/**
 * One more was called.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface TargetNamed extends CaseHappening<"TargetNamed">, Call {
  readonly dueSec: number
}

/**
 * A target reported in; `isLate` if after its due second.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface TargetReportedIn extends CaseHappening<"TargetReportedIn"> {
  readonly unitId: string
  readonly isLate: boolean
}

/**
 * A target was excused.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface TargetExcused extends CaseHappening<"TargetExcused"> {
  readonly unitId: string
  readonly approverId: string
}

/**
 * Another one was called in the place of a missing target.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface TargetReplaced extends CaseHappening<"TargetReplaced"> {
  readonly unitId: string
  readonly byUnitId: string
  readonly byTargetKind: TargetKind
  readonly dueSec: number
}

/**
 * The work on the spot was done.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface WorkFinished extends CaseHappening<"WorkFinished"> {
  readonly result: string
}

/**
 * Something happened to one target that says no more: it was recorded as missing, its absence was
 * explained, or it was released.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface TargetEvent
  extends CaseHappening<"TargetMissed" | "MissExplained" | "TargetReleased"> {
  readonly unitId: string
}

/**
 * The whistle ended.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface WhistleClosed extends CaseHappening<"WhistleClosed"> {}

/**
 * Something that has happened to one whistle.
 *
 * @category whistles
 * @since 0.1.0
 */
export type WhistleEvent =
  | WhistleBlown
  | TargetNamed
  | TargetReportedIn
  | TargetExcused
  | TargetReplaced
  | TargetEvent
  | WorkFinished
  | WhistleClosed
