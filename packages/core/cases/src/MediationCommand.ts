/**
 * What somebody wants to do in a mediation. Parties and mediators are opaque ids; nothing else
 * about the persons belongs here.
 */
import type { Id } from "@wangge/facts"
import type { Order } from "./SideProcessMove.ts"

/**
 * One thing that a party promises: what, who does it, and until when.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface Promised {
  readonly what: string
  readonly partyId: string
  readonly dueSec: number
}

/**
 * Opens a mediation between two or more parties.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface OpenMediation extends Order<"OpenMediation"> {
  readonly caseId: Id.Id<"Case">
  readonly mediatorId: string
  readonly partyIds: ReadonlyArray<string>
}

/**
 * Records one session.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface HoldSession extends Order<"HoldSession"> {}

/**
 * A party refuses, or goes no further: possible at any time before the agreement, needs no reason,
 * and ends the mediation.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface RefuseMediation extends Order<"RefuseMediation"> {
  readonly partyId: string
}

/**
 * The mediator ends a mediation that leads nowhere. Needs a reason.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface EndMediation extends Order<"EndMediation"> {}

/**
 * All parties agree on what each of them will do. `agreedPartyIds` are those who said yes.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface AgreeMediation extends Order<"AgreeMediation"> {
  readonly agreedPartyIds: ReadonlyArray<string>
  readonly promises: ReadonlyArray<Promised>
}

/**
 * Records whether a promise was kept; that it was not can only be said after its due second.
 * `promiseIndex` counts from 0.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface FollowUpPromise extends Order<"FollowUpPromise"> {
  readonly promiseIndex: number
  readonly isKept: boolean
}

/**
 * Ends a mediation whose promises were all followed up.
 *
 * @category mediation
 * @since 0.1.0
 */
export interface CloseMediation extends Order<"CloseMediation"> {}

/**
 * A command on one mediation.
 *
 * @category mediation
 * @since 0.1.0
 */
export type MediationCommand =
  | OpenMediation
  | HoldSession
  | RefuseMediation
  | EndMediation
  | AgreeMediation
  | FollowUpPromise
  | CloseMediation
