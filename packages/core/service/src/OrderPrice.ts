/**
 * The price of a service order, as far as the order knows: what is to be held for it and what is
 * due at the confirmation. Holding, capturing and giving back are the work of a time bank; points
 * and hour credits are never money.
 */

/**
 * What a price is counted in: minutes of hour credit, or points; `None` for no price. Append only.
 *
 * @source none: the two units of the time bank; cash is left out by type
 * @category prices
 * @since 0.1.0
 */
export const units = ["None", "minutes", "points"] as const

/**
 * One of {@link units}.
 *
 * @category prices
 * @since 0.1.0
 */
export type Unit = (typeof units)[number]

/**
 * Whether a price is for the order as a whole, or falls with the minutes given. Append only.
 *
 * @source none: our own names
 * @category prices
 * @since 0.1.0
 */
export const bases = ["Fixed", "ByMinute"] as const

/**
 * One of {@link bases}.
 *
 * @category prices
 * @since 0.1.0
 */
export type Basis = (typeof bases)[number]

/**
 * A price: `amount` whole units are held from the request on, the most that can become due.
 *
 * @category prices
 * @since 0.1.0
 */
export interface OrderPrice {
  readonly unit: Unit
  readonly amount: number
  readonly basis: Basis
}

/**
 * No price.
 *
 * @category prices
 * @since 0.1.0
 */
export const free: OrderPrice = { unit: "None", amount: 0, basis: "Fixed" }

/**
 * The largest amount of one price.
 *
 * @source none: keeps amount times minutes a safe integer
 * @category prices
 * @since 0.1.0
 */
export const amountMax = 1_000_000_000

/**
 * Whether a price is well formed: no unit and nothing, or a unit and a whole amount from 1 to
 * {@link amountMax}.
 *
 * @category prices
 * @since 0.1.0
 */
export const isValid = (price: OrderPrice): boolean =>
  price.unit === "None"
    ? price.amount === 0
    : Number.isSafeInteger(price.amount) && price.amount >= 1 && price.amount <= amountMax

/**
 * What is due for some minutes given: the whole amount if it is fixed, else the share of the
 * planned minutes, rounded down, never more than was held. Nothing is due for no minutes.
 *
 * ```ts
 * import { OrderPrice } from "@wangge/service"
 *
 * const price = { unit: "minutes", amount: 60, basis: "ByMinute" } as const
 * const due = [0, 45, 60, 90].map((minutes) => OrderPrice.due(price, { minutes, plannedMinutes: 60 }))
 * due // => [0, 45, 60, 60]
 * ```
 *
 * @source none: assumed; nobody pays more than was agreed and held
 * @category prices
 * @since 0.1.0
 */
export const due = (
  price: OrderPrice,
  given: { readonly minutes: number; readonly plannedMinutes: number }
): number => {
  if (given.minutes <= 0) return 0
  if (price.basis === "Fixed" || given.minutes >= given.plannedMinutes) return price.amount
  return Math.floor((price.amount * given.minutes) / given.plannedMinutes)
}
