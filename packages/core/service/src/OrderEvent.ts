/**
 * What has happened to a service order. Due seconds are absolute, so that the state can be built
 * again from the log without the rules of that day.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import type { Role } from "./OrderAction.ts"
import type { Member, Outcome, ProviderKind, Share, Want } from "./OrderCommand.ts"
import type { Happening } from "./ServiceMove.ts"

/**
 * What every event of an order carries.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderHappening<Kind extends string> extends Happening<Kind> {
  readonly orderId: Id.Id<"Order">
  readonly role: Role
}

/**
 * A service was asked for. What the kind of service says on that day stays with the order:
 * `skillIds` holds its skills too, `minutesMax` and `needsWitness` are its own.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderRequested extends OrderHappening<"OrderRequested">, Want {
  readonly minutesMax: number
  readonly needsWitness: boolean
}

/**
 * The order was offered to a provider, to be answered by `offerDueSec`; who lets it run out is
 * asked again from `askAgainSec` on.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderDispatched extends OrderHappening<"OrderDispatched"> {
  readonly providerId: string
  readonly providerKind: ProviderKind
  readonly crew: ReadonlyArray<Member>
  readonly offerDueSec: number
  readonly askAgainSec: number
}

/**
 * The provider accepted.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderAccepted extends OrderHappening<"OrderAccepted"> {}

/**
 * The provider declined, or gave the order back after accepting; asked again from `askAgainSec` on.
 *
 * `isLate` says that an accepted order was given back with less than the notice of the rules.
 *
 * @category orders
 * @since 0.1.0
 */
export interface ProviderLeft extends OrderHappening<"OrderDeclined" | "OrderGivenBack"> {
  readonly providerId: string
  readonly isLate: boolean
  readonly askAgainSec: number
}

/**
 * The order was moved to another window; `keepsProvider` if the one who accepted stays.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderRescheduled extends OrderHappening<"OrderRescheduled"> {
  readonly window: Spell.Spell
  readonly keepsProvider: boolean
}

/**
 * The service began.
 *
 * @category orders
 * @since 0.1.0
 */
export interface ServiceBegun extends OrderHappening<"ServiceBegun"> {}

/**
 * The provider says that it was given; to be confirmed by `confirmDueSec`.
 *
 * @category orders
 * @since 0.1.0
 */
export interface ServiceFinished extends OrderHappening<"ServiceFinished"> {
  readonly shares: ReadonlyArray<Share>
  readonly minutes: number
  readonly confirmDueSec: number
}

/**
 * The minutes were confirmed: the one event that may earn a credit.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderConfirmed extends OrderHappening<"OrderConfirmed"> {
  readonly confirmationId: string
  readonly minutes: number
  readonly witnessId: string
  readonly rateDueSec: number
  readonly disputeDueSec: number
}

/**
 * The requester rated.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderRated extends OrderHappening<"OrderRated"> {
  readonly rating: number
}

/**
 * Somebody disputes the minutes.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderDisputed extends OrderHappening<"OrderDisputed"> {}

/**
 * Staff settled. `wasConfirmed` if the minutes had been confirmed or settled before, so that what
 * was credited has to be corrected and not credited anew; `shares` and `minutes` are what stands
 * now, nothing if voided.
 *
 * @category orders
 * @since 0.1.0
 */
export interface DisputeSettled extends OrderHappening<"DisputeSettled"> {
  readonly outcome: Outcome
  readonly wasConfirmed: boolean
  readonly shares: ReadonlyArray<Share>
  readonly minutes: number
  readonly rateDueSec: number
  readonly disputeDueSec: number
}

/**
 * One side did not come. Without the provider the order is open again, without the requester it
 * has failed.
 *
 * @category orders
 * @since 0.1.0
 */
export interface NoShowRecorded extends OrderHappening<"NoShowRecorded"> {
  readonly missing: "Provider" | "Requester"
  readonly providerId: string
  readonly askAgainSec: number
}

/**
 * The order ended without service; `isLate` for a cancellation with less than the notice of the
 * rules after somebody had accepted.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderEnded
  extends OrderHappening<"OrderFailed" | "OrderCancelled" | "OrderUnfilled"> {
  readonly isLate: boolean
}

/**
 * Something that has happened to one service order.
 *
 * @category orders
 * @since 0.1.0
 */
export type OrderEvent =
  | OrderRequested
  | OrderDispatched
  | OrderAccepted
  | ProviderLeft
  | OrderRescheduled
  | ServiceBegun
  | ServiceFinished
  | OrderConfirmed
  | OrderRated
  | OrderDisputed
  | DisputeSettled
  | NoShowRecorded
  | OrderEnded
