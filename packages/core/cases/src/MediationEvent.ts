/**
 * What has happened in a mediation.
 */
import type { Promised } from "./MediationCommand.ts"
import type { MediationRoute } from "./MediationRoute.ts"
import type { CaseHappening } from "./SideProcessMove.ts"

/**
 * A mediation was opened.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface MediationOpened extends CaseHappening<"MediationOpened"> {
  readonly mediatorId: string
  readonly partyIds: ReadonlyArray<string>
}

/**
 * A session was held.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface SessionHeld extends CaseHappening<"SessionHeld"> {}

/**
 * A party refused; the mediation ended, and `routes` were offered.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface MediationRefused extends CaseHappening<"MediationRefused"> {
  readonly partyId: string
  readonly routes: ReadonlyArray<MediationRoute>
}

/**
 * The mediator ended the mediation without an agreement; `routes` were offered.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface MediationEnded extends CaseHappening<"MediationEnded"> {
  readonly routes: ReadonlyArray<MediationRoute>
}

/**
 * All parties agreed.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface MediationAgreed extends CaseHappening<"MediationAgreed"> {
  readonly promises: ReadonlyArray<Promised>
}

/**
 * A promise was followed up.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface PromiseFollowedUp extends CaseHappening<"PromiseFollowedUp"> {
  readonly promiseIndex: number
  readonly isKept: boolean
}

/**
 * The mediation was closed after the follow-up; `routes` were offered where a promise was not kept,
 * and are empty otherwise.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface MediationClosed extends CaseHappening<"MediationClosed"> {
  readonly isKept: boolean
  readonly routes: ReadonlyArray<MediationRoute>
}

/**
 * Something that has happened in one mediation.
 *
 * @category mediation
 * @since 0.1.0
 */
export type MediationEvent =
  | MediationOpened
  | SessionHeld
  | MediationRefused
  | MediationEnded
  | MediationAgreed
  | PromiseFollowedUp
  | MediationClosed
