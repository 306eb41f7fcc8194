/**
 * What can be asked of a shelf. Every command carries the shelf's time and who asks.
 */

/**
 * What every command carries.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface Order<Action extends string> {
  readonly action: Action
  readonly atSec: number
  readonly byId: string
}

/**
 * Put pieces on the shelf.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface AddStock extends Order<"AddStock"> {
  readonly count: number
}

/**
 * Take pieces off the shelf that nobody gets: broken, spoiled, miscounted.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface RemoveStock extends Order<"RemoveStock"> {
  readonly count: number
  readonly reason: string
}

/**
 * Reserve pieces for a person, to be paid from an account.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface ReserveItem extends Order<"ReserveItem"> {
  readonly redemptionId: string
  readonly personId: string
  readonly accountId: string
  readonly count: number
}

/**
 * Hand a reservation over, give it up, or take it back after delivery.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface OnReservation extends Order<"DeliverItem" | "CancelReservation" | "ReturnItem"> {
  readonly redemptionId: string
}

/**
 * Any command of a shelf.
 *
 * @category redemption
 * @since 0.1.0
 */
export type ShelfCommand = AddStock | RemoveStock | ReserveItem | OnReservation
