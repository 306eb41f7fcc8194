/**
 * What can happen on a shelf.
 */
import type { Reservation } from "./Shelf.ts"

/**
 * What every event carries.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface Happening<Kind extends string> {
  readonly kind: Kind
  readonly itemId: string
  readonly atSec: number
  readonly byId: string
}

/**
 * Pieces came to the shelf.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface StockAdded extends Happening<"StockAdded"> {
  readonly count: number
}

/**
 * Pieces left the shelf and nobody got them.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface StockRemoved extends Happening<"StockRemoved"> {
  readonly count: number
  readonly reason: string
}

/**
 * Pieces were reserved.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface ItemReserved extends Happening<"ItemReserved"> {
  readonly reservation: Reservation
}

/**
 * A reservation was delivered, given up, or brought back after delivery.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface ReservationMoved
  extends Happening<"ItemDelivered" | "ReservationCancelled" | "ItemReturned"> {
  readonly redemptionId: string
}

/**
 * Any event of a shelf.
 *
 * @category redemption
 * @since 0.1.0
 */
export type ShelfEvent = StockAdded | StockRemoved | ItemReserved | ReservationMoved
