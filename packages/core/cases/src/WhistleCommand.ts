/**
 * What somebody wants to do with a whistle. Units and party members are opaque ids, never names.
 */
import type { Id } from "@wangge/facts"
import type { Order } from "./SideProcessMove.ts"
import type { Kind, TargetKind } from "./WhistleRules.ts"

/**
 * A department or party member that is called.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface Call {
  readonly unitId: string
  readonly targetKind: TargetKind
}

/**
 * Blows a whistle for a case, naming everybody who has to come. Needs a reason.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface BlowWhistle extends Order<"BlowWhistle"> {
  readonly caseId: Id.Id<"Case">
  readonly whistleKind: Kind
  readonly calls: ReadonlyArray<Call>
}

/**
 * Calls one more; the limit of the whistle runs for it from now on.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface NameTarget extends Order<"NameTarget">, Call {}

/**
 * A target reports in, also late. Nobody reports in twice.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface ReportIn extends Order<"ReportIn"> {
  readonly unitId: string
}

/**
 * Records that a target has not come within the limit; only after its due second.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface RecordMiss extends Order<"RecordMiss"> {
  readonly unitId: string
}

/**
 * Excuses a target that has not come. Needs a reason and an approver.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface ExcuseTarget extends Order<"ExcuseTarget"> {
  readonly unitId: string
  readonly approverId: string
}

/**
 * Calls another one in the place of a target that is recorded as missing. Needs a reason.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface ReplaceTarget extends Order<"ReplaceTarget"> {
  readonly unitId: string
  readonly byUnitId: string
  readonly byTargetKind: TargetKind
}

/**
 * Explains why a target that is recorded as missing did not come. Needs a reason: the explanation.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface ExplainMiss extends Order<"ExplainMiss"> {
  readonly unitId: string
}

/**
 * Says that the work on the spot is done, and with which result.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface FinishWork extends Order<"FinishWork"> {
  readonly result: string
}

/**
 * Lets a target go that has reported in; refused before the work is done.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface ReleaseTarget extends Order<"ReleaseTarget"> {
  readonly unitId: string
}

/**
 * Ends the whistle; refused while anybody is unaccounted for, or without a result.
 *
 * @category whistles
 * @since 0.1.0
 */
export interface CloseWhistle extends Order<"CloseWhistle"> {}

/**
 * A command on one whistle.
 *
 * @category whistles
 * @since 0.1.0
 */
export type WhistleCommand =
  | BlowWhistle
  | NameTarget
  | ReportIn
  | RecordMiss
  | ExcuseTarget
  | ReplaceTarget
  | ExplainMiss
  | FinishWork
  | ReleaseTarget
  | CloseWhistle
