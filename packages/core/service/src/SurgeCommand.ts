/**
 * What somebody wants to do in a surge mobilisation, and what has happened in one.
 */
import type { Id } from "@wangge/facts"
import type { Happening, Move } from "./ServiceMove.ts"
import type { Called } from "./SurgeCall.ts"
import type { SurgePlan } from "./SurgePlan.ts"

/**
 * What every command of a surge carries.
 *
 * @category surges
 * @since 0.1.0
 */
export interface SurgeMove<Action extends string> extends Move<Action> {
  readonly surgeId: Id.Id<"Surge">
}

/**
 * Calls a surge: who is called at once, and who stands by (`SurgeCall.choose`).
 *
 * @category surges
 * @since 0.1.0
 */
export interface CallSurge extends SurgeMove<"CallSurge"> {
  readonly plan: SurgePlan
  readonly called: ReadonlyArray<Called>
  readonly reserves: ReadonlyArray<Called>
}

/**
 * Calls some who stand by, or people who were not on the list at all.
 *
 * @category surges
 * @since 0.1.0
 */
export interface CallMore extends SurgeMove<"CallMore"> {
  readonly called: ReadonlyArray<Called>
}

/**
 * Answers the call; a later answer of the same person takes the place of the first until arrival, while
 * the time of the first answer stays.
 *
 * @category surges
 * @since 0.1.0
 */
export interface AnswerCall extends SurgeMove<"AnswerCall"> {
  readonly volunteerId: Id.Id<"Person">
  readonly isComing: boolean
}

/**
 * Records that somebody has arrived, has not come, ends a duty, or goes home.
 *
 * @category surges
 * @since 0.1.0
 */
export interface MemberStep
  extends SurgeMove<"CheckIn" | "MarkNoShow" | "EndDuty" | "ReleaseMember"> {
  readonly volunteerId: Id.Id<"Person">
}

/**
 * Sends somebody who is there to a duty.
 *
 * @category surges
 * @since 0.1.0
 */
export interface BeginDuty extends SurgeMove<"BeginDuty"> {
  readonly volunteerId: Id.Id<"Person">
  readonly dutyId: string
}

/**
 * Ends the surge, when nobody is on duty any more.
 *
 * @category surges
 * @since 0.1.0
 */
export interface StandDown extends SurgeMove<"StandDown"> {}

/**
 * A command in one surge.
 *
 * @category surges
 * @since 0.1.0
 */
export type SurgeCommand = CallSurge | CallMore | AnswerCall | MemberStep | BeginDuty | StandDown

/**
 * What every event of a surge carries.
 *
 * @category surges
 * @since 0.1.0
 */
export interface SurgeHappening<Kind extends string> extends Happening<Kind> {
  readonly surgeId: Id.Id<"Surge">
}

/**
 * Something that has happened in one surge.
 *
 * @category surges
 * @since 0.1.0
 */
export type SurgeEvent =
  | (SurgeHappening<"SurgeCalled"> & Pick<CallSurge, "plan" | "called" | "reserves">)
  | (SurgeHappening<"MoreCalled"> & Pick<CallMore, "called">)
  | (SurgeHappening<"CallAnswered"> & Pick<AnswerCall, "volunteerId" | "isComing">)
  | (SurgeHappening<"MemberArrived" | "MemberMissing" | "DutyEnded" | "MemberReleased"> &
      Pick<MemberStep, "volunteerId">)
  | (SurgeHappening<"DutyBegun"> & Pick<BeginDuty, "volunteerId" | "dutyId">)
  | SurgeHappening<"SurgeStoodDown">
