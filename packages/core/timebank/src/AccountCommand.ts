/**
 * Commands on accounts: opening, limits, freezing, closing, guardians and mandates, and what every
 * command of the ledger carries. Part of `LedgerCommand`.
 */
import type { AccountKind } from "./AccountKind.ts"
import type { TransferKind } from "./TransferKind.ts"
import type { Unit } from "./Unit.ts"

/**
 * What every command carries: its own id, when it is recorded, and who gives it.
 *
 * The same id with the same content gets the same answer as before, also a refusal; the content is
 * everything but `atSec`, so that a retry may carry a new reading of the clock.
 *
 * @category commands
 * @since 0.1.0
 */
export interface Order<Action extends string> {
  readonly action: Action
  readonly id: string
  readonly atSec: number
  readonly byId: string
}

/**
 * Opens an account. Without `guardianId` the owner acts alone; without `ceiling` the policy's own
 * for the kind and unit holds. The floor is 0 until `SetLimits` says otherwise.
 *
 * @category commands
 * @since 0.1.0
 */
export interface OpenAccount extends Order<"OpenAccount"> {
  readonly account: string
  readonly accountKind: AccountKind
  readonly unit: Unit
  readonly ownerId: string
  readonly guardianId?: string
  readonly ceiling?: number
}

/**
 * Sets floor and ceiling. A negative floor is a credit line; from `floorUntilSec` on the floor is 0
 * again. `noCeiling` and `noEnd` of `LedgerRules` say "none".
 *
 * @category commands
 * @since 0.1.0
 */
export interface SetLimits extends Order<"SetLimits"> {
  readonly account: string
  readonly floor: number
  readonly floorUntilSec: number
  readonly ceiling: number
}

/**
 * Directions in which an account can be frozen. The position plus 1 is the bit mask in columns:
 * append only.
 *
 * @source none: our own list
 * @category commands
 * @since 0.1.0
 */
export const directions = ["Debits", "Credits", "Both"] as const

/**
 * One of {@link directions}.
 *
 * @category commands
 * @since 0.1.0
 */
export type Direction = (typeof directions)[number]

/**
 * Freezes an account; a second freeze replaces the first. Needs a reason.
 *
 * @category commands
 * @since 0.1.0
 */
export interface FreezeAccount extends Order<"FreezeAccount"> {
  readonly account: string
  readonly direction: Direction
  readonly reason: string
}

/**
 * Ends a freeze. Needs a reason.
 *
 * @category commands
 * @since 0.1.0
 */
export interface UnfreezeAccount extends Order<"UnfreezeAccount"> {
  readonly account: string
  readonly reason: string
}

/**
 * Closes an account for good; what is left moves to `sweepTo` with its lapse dates.
 *
 * @category commands
 * @since 0.1.0
 */
export interface CloseAccount extends Order<"CloseAccount"> {
  readonly account: string
  readonly sweepTo?: string
}

/**
 * Puts a guardian in the owner's place, or ends that with an empty `guardianId`.
 *
 * @category commands
 * @since 0.1.0
 */
export interface SetGuardian extends Order<"SetGuardian"> {
  readonly account: string
  readonly guardianId: string
}

/**
 * Lets an agent debit an account: kinds, most per transfer, most in all, until when. A new mandate
 * for the same agent replaces the old one and starts its use at 0.
 *
 * @category commands
 * @since 0.1.0
 */
export interface GrantMandate extends Order<"GrantMandate"> {
  readonly account: string
  readonly agentId: string
  readonly transferKinds: ReadonlyArray<TransferKind>
  readonly perTransferMax: number
  readonly totalMax: number
  readonly untilSec: number
}

/**
 * Ends the mandate of an agent.
 *
 * @category commands
 * @since 0.1.0
 */
export interface RevokeMandate extends Order<"RevokeMandate"> {
  readonly account: string
  readonly agentId: string
}
