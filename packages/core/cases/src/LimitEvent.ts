/**
 * The due seconds that events carry, and the events that move them: extending, suspending, resuming,
 * reopening. They are read as part of `CaseEvent`.
 */
import type { Happening } from "./CaseEvent.ts"

/**
 * The due seconds before a claim: of signing in after the present assignment (`Case.notYet` before
 * any), of the first contact, and of the claim of resolution. `Infinity` means no limit.
 *
 * @category events
 * @since 0.1.0
 */
export interface Due {
  readonly signInDueSec: number
  readonly contactDueSec: number
  readonly dueSec: number
}

/**
 * The due seconds after a claim of resolution: of its check, and of the first follow-up.
 *
 * @category events
 * @since 0.1.0
 */
export interface ClaimDue {
  readonly verifyDueSec: number
  readonly callBackDueSec: number
}

/**
 * The due seconds of a suspended case without the running suspension.
 *
 * @category events
 * @since 0.1.0
 */
export interface PausedDue {
  readonly pausedContactDueSec: number
  readonly pausedDueSec: number
}

/**
 * The present limit got longer.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseExtended extends Happening<"CaseExtended"> {
  readonly approverId: string
  readonly dueSec: number
}

/**
 * The clock stopped, until `untilSec` at the latest: the due seconds are those that hold if the
 * pause lasts until then.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseSuspended extends Happening<"CaseSuspended">, Due {
  readonly approverId: string
  readonly untilSec: number
}

/**
 * The clock runs again, in the status in which it stopped.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseResumed extends Happening<"CaseResumed">, Due {}

/**
 * A case was reopened; a new limit runs from then on.
 *
 * @category events
 * @since 0.1.0
 */
export interface CaseReopened extends Happening<"CaseReopened">, Due {}
