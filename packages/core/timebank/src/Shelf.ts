/**
 * The stock of one item of the redemption list, with everything that was reserved, delivered and
 * returned. A reservation lapses by itself at its last second: the free stock is a question of time
 * and needs no sweeper. Only `evolve` makes a new state.
 */
import type { ShelfEvent } from "./ShelfEvent.ts"

/**
 * How a reservation stands; `Reserved` past its time counts as lapsed. Append only.
 *
 * @source none: our own names
 * @category redemption
 * @since 0.1.0
 */
export const statuses = ["Reserved", "Delivered", "Cancelled", "Returned"] as const

/**
 * One of the {@link statuses}.
 *
 * @category redemption
 * @since 0.1.0
 */
export type Status = (typeof statuses)[number]

/**
 * What one person reserved: `count` pieces for `amount` smallest units in all, until `expiresSec`.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface Reservation {
  readonly redemptionId: string
  readonly personId: string
  readonly accountId: string
  readonly count: number
  readonly amount: number
  readonly reservedSec: number
  readonly expiresSec: number
  readonly status: Status
}

/**
 * A shelf: pieces that lie there (reserved ones included) and all reservations in the order made.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface Shelf {
  readonly itemId: string
  readonly version: number
  readonly atSec: number
  readonly stockCount: number
  readonly reservations: ReadonlyArray<Reservation>
}

/**
 * A shelf on which nothing has happened yet.
 *
 * @category redemption
 * @since 0.1.0
 */
export const empty = (itemId: string): Shelf => ({
  itemId,
  version: 0,
  atSec: Number.MIN_SAFE_INTEGER,
  stockCount: 0,
  reservations: []
})

/**
 * Whether a reservation holds stock at an instant: reserved and not yet at its last second.
 *
 * @category redemption
 * @since 0.1.0
 */
export const isHolding = (reservation: Reservation, atSec: number): boolean =>
  reservation.status === "Reserved" && atSec < reservation.expiresSec

/**
 * Pieces that can be reserved at an instant.
 *
 * ```ts
 * import { Shelf } from "@wangge/timebank"
 *
 * const reservation: Shelf.Reservation = {
 *   redemptionId: "r-1", personId: "ann", accountId: "ann-points", count: 2, amount: 100,
 *   reservedSec: 0, expiresSec: 60, status: "Reserved"
 * }
 * const shelf = { ...Shelf.empty("soap"), stockCount: 5, reservations: [reservation] }
 * const free = [59, 60].map((atSec) => Shelf.freeCount(shelf, atSec))
 * free // => [3, 5]
 * ```
 *
 * @category redemption
 * @since 0.1.0
 */
export const freeCount = (shelf: Shelf, atSec: number): number =>
  shelf.reservations.reduce(
    (free, reservation) => free - (isHolding(reservation, atSec) ? reservation.count : 0),
    shelf.stockCount
  )

/**
 * The shelf after an event.
 *
 * @category redemption
 * @since 0.1.0
 */
export const evolve = (shelf: Shelf, event: ShelfEvent): Shelf => ({
  itemId: shelf.itemId,
  version: shelf.version + 1,
  atSec: event.atSec,
  stockCount: shelf.stockCount + stockChange(shelf, event),
  reservations: reservationsAfter(shelf, event)
})

/**
 * The reservation of that id, or undefined.
 *
 * @category redemption
 * @since 0.1.0
 */
export const find = (shelf: Shelf, redemptionId: string): Reservation | undefined =>
  shelf.reservations.find((reservation) => reservation.redemptionId === redemptionId)

const stockChange = (shelf: Shelf, event: ShelfEvent): number => {
  switch (event.kind) {
    case "StockAdded":
      return event.count
    case "StockRemoved":
      return -event.count
    case "ItemDelivered":
      return -(find(shelf, event.redemptionId)?.count ?? 0)
    case "ItemReturned":
      return find(shelf, event.redemptionId)?.count ?? 0
    default:
      return 0
  }
}

const after = {
  ItemDelivered: "Delivered",
  ReservationCancelled: "Cancelled",
  ItemReturned: "Returned"
} as const

const reservationsAfter = (shelf: Shelf, event: ShelfEvent): ReadonlyArray<Reservation> => {
  switch (event.kind) {
    case "StockAdded":
    case "StockRemoved":
      return shelf.reservations
    case "ItemReserved":
      return [...shelf.reservations, event.reservation]
    default:
      return shelf.reservations.map((reservation) =>
        reservation.redemptionId === event.redemptionId
          ? withStatus(reservation, after[event.kind])
          : reservation
      )
  }
}

const withStatus = (reservation: Reservation, status: Status): Reservation => ({
  redemptionId: reservation.redemptionId,
  personId: reservation.personId,
  accountId: reservation.accountId,
  count: reservation.count,
  amount: reservation.amount,
  reservedSec: reservation.reservedSec,
  expiresSec: reservation.expiresSec,
  status
})
