/**
 * What has happened to a micro-wish. The log knows the wisher by an opaque id; the record hides it.
 */
import type { Id } from "@wangge/facts"
import type { Role } from "./MicroWishCommand.ts"
import type { Kind } from "./MicroWishRules.ts"
import type { Happening } from "./ServiceMove.ts"

/**
 * What every event of a wish carries.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishHappening<EventKind extends string> extends Happening<EventKind> {
  readonly wishId: Id.Id<"Wish">
  readonly role: Role
}

/**
 * A wish was posted, open until `untilSec` (from then on it is not).
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishPosted extends WishHappening<"WishPosted"> {
  readonly wisherId: Id.Id<"Person">
  readonly alias: string
  readonly wishKind: Kind
  readonly gridId: Id.Id<"Grid">
  readonly text: string
  readonly untilSec: number
}

/**
 * Somebody claimed it, to be fulfilled by `claimDueSec`.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishClaimed extends WishHappening<"WishClaimed"> {
  readonly claimerId: string
  readonly claimDueSec: number
}

/**
 * The claimer says that it is fulfilled; from `staffConfirmSec` on staff may confirm too.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishFulfilled extends WishHappening<"WishFulfilled"> {
  readonly staffConfirmSec: number
}

/**
 * The wisher thanked.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishThanked extends WishHappening<"WishThanked"> {
  readonly text: string
}

/**
 * An expired wish was opened again.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishRenewed extends WishHappening<"WishRenewed"> {
  readonly untilSec: number
}

/**
 * Something that says no more than itself: the claim was given back, the fulfilment confirmed or
 * refused, the wish withdrawn or taken down.
 *
 * @category wishes
 * @since 0.1.0
 */
export interface WishStep
  extends WishHappening<
    "ClaimGivenBack" | "WishConfirmed" | "WishRefused" | "WishWithdrawn" | "WishRemoved"
  > {}

/**
 * Something that has happened to one wish.
 *
 * @category wishes
 * @since 0.1.0
 */
export type MicroWishEvent =
  | WishPosted
  | WishClaimed
  | WishFulfilled
  | WishThanked
  | WishRenewed
  | WishStep
