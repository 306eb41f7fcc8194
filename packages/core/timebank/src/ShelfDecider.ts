/**
 * Decides on a command of a shelf: one event, or one rejection. The purchase limit of a person counts
 * what is reserved and delivered in the local period of the command; what was cancelled, returned or
 * has lapsed is free to be had again.
 */
import { Id, Seconds } from "@wangge/facts"
import * as LocalPeriod from "./LocalPeriod.ts"
import type { RedemptionItem } from "./RedemptionItem.ts"
import * as Shelf from "./Shelf.ts"
import type * as ShelfCommand from "./ShelfCommand.ts"
import type { ShelfEvent } from "./ShelfEvent.ts"
import * as ShelfRejection from "./ShelfRejection.ts"

/**
 * What a shelf goes by: its item, and the zone in which days and months are counted.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface ShelfRules {
  readonly item: RedemptionItem
  readonly zone: string
}

/**
 * One event, or one rejection.
 *
 * @category redemption
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly event: ShelfEvent }
  | { readonly ok: false; readonly rejection: ShelfRejection.ShelfRejection }

/**
 * Most pieces in one command.
 *
 * @source none: far above any shelf of a community, and products with a price stay exact
 * @category redemption
 * @since 0.1.0
 */
export const countMax = 100_000

/**
 * The decision on a command. Apply the event with `Shelf.evolve`.
 *
 * Refused in the order of `ShelfRejection.codes`. A reservation is delivered up to the last second
 * before `expiresSec`; at `expiresSec` it has lapsed, for delivery and for the stock alike, and
 * cancelling it is refused as well. Cost: one pass over the reservations.
 *
 * @source none: our own rules of a counter
 * @category redemption
 * @since 0.1.0
 */
export const decide = (
  rules: ShelfRules,
  shelf: Shelf.Shelf,
  command: ShelfCommand.ShelfCommand
): Decision => {
  const rejection = formRejection(command) ?? timeRejection(shelf, command)
  if (rejection !== undefined) return { ok: false, rejection }
  switch (command.action) {
    case "AddStock":
      return accepted({ ...happening("StockAdded", shelf, command), count: command.count })
    case "RemoveStock":
      return removeStock(shelf, command)
    case "ReserveItem":
      return reserve(rules, shelf, command)
    default:
      return move(shelf, command)
  }
}

const formRejection = (
  command: ShelfCommand.ShelfCommand
): ShelfRejection.ShelfRejection | undefined => {
  if (!Id.isValid(command.byId)) return ShelfRejection.make("NoActor", "byId", command.byId, "id")
  if ("count" in command && !isCount(command.count)) {
    return ShelfRejection.make("BadCount", "count", command.count, `1..${countMax}`)
  }
  if (command.action === "RemoveStock" && command.reason.trim() === "") {
    return ShelfRejection.make("ReasonMissing", "reason", command.reason, "text")
  }
  if (!("redemptionId" in command)) return undefined
  const ids: ReadonlyArray<readonly [string, string]> =
    command.action === "ReserveItem"
      ? [
          ["redemptionId", command.redemptionId],
          ["personId", command.personId],
          ["accountId", command.accountId]
        ]
      : [["redemptionId", command.redemptionId]]
  const bad = ids.find(([, id]) => !Id.isValid(id))
  const expected = `1 to ${Id.lengthMax} printable ASCII characters without spaces`
  return bad === undefined ? undefined : ShelfRejection.make("BadId", bad[0], bad[1], expected)
}

const isCount = (count: number): boolean =>
  Number.isSafeInteger(count) && count >= 1 && count <= countMax

const timeRejection = (
  shelf: Shelf.Shelf,
  command: ShelfCommand.ShelfCommand
): ShelfRejection.ShelfRejection | undefined =>
  Seconds.isWhole(command.atSec) && command.atSec >= shelf.atSec
    ? undefined
    : ShelfRejection.make("TimeWentBack", "atSec", command.atSec, shelf.atSec)

const removeStock = (shelf: Shelf.Shelf, command: ShelfCommand.RemoveStock): Decision => {
  const free = Shelf.freeCount(shelf, command.atSec)
  if (command.count > free) return refused("OutOfStock", shelf.itemId, command.count, free)
  const { count, reason } = command
  return accepted({ ...happening("StockRemoved", shelf, command), count, reason })
}

const reserve = (
  rules: ShelfRules,
  shelf: Shelf.Shelf,
  command: ShelfCommand.ReserveItem
): Decision => {
  const { accountId, atSec, count, personId, redemptionId } = command
  const known = Shelf.find(shelf, redemptionId)
  if (known !== undefined) return refused("ReservedBefore", redemptionId, known.status, "new")
  const had = heldCount(rules, shelf, command)
  const { personCount, price, reserveHours } = rules.item
  if (had + count > personCount.value) {
    return refused("PurchaseLimit", personId, had + count, personCount.value)
  }
  const free = Shelf.freeCount(shelf, atSec)
  if (count > free) return refused("OutOfStock", shelf.itemId, count, free)
  return accepted({
    ...happening("ItemReserved", shelf, command),
    reservation: {
      redemptionId,
      personId,
      accountId,
      count,
      amount: count * price.value,
      reservedSec: atSec,
      expiresSec: atSec + reserveHours.value * Seconds.hourSec,
      status: "Reserved"
    }
  })
}

/** Pieces that a person holds or has got in the local period of a command. */
const heldCount = (
  { item, zone }: ShelfRules,
  shelf: Shelf.Shelf,
  command: ShelfCommand.ReserveItem
): number => {
  const own = shelf.reservations.filter(
    (reservation) =>
      reservation.personId === command.personId &&
      (reservation.status === "Delivered" || Shelf.isHolding(reservation, command.atSec))
  )
  const period = LocalPeriod.numberOf(zone, item.period, command.atSec)
  return own
    .filter(({ reservedSec }) => LocalPeriod.numberOf(zone, item.period, reservedSec) === period)
    .reduce((sum, { count }) => sum + count, 0)
}

const moves = {
  DeliverItem: { kind: "ItemDelivered", needed: "Reserved" },
  CancelReservation: { kind: "ReservationCancelled", needed: "Reserved" },
  ReturnItem: { kind: "ItemReturned", needed: "Delivered" }
} as const

const move = (shelf: Shelf.Shelf, command: ShelfCommand.OnReservation): Decision => {
  const { atSec, redemptionId } = command
  const reservation = Shelf.find(shelf, redemptionId)
  if (reservation === undefined) {
    return refused("UnknownRedemption", redemptionId, "none", shelf.itemId)
  }
  const { kind, needed } = moves[command.action]
  const isLapsed = reservation.status === "Reserved" && !Shelf.isHolding(reservation, atSec)
  if (isLapsed) return refused("ReservationLapsed", redemptionId, atSec, reservation.expiresSec)
  if (reservation.status !== needed) {
    return refused("WrongStatus", redemptionId, reservation.status, needed)
  }
  return accepted({ ...happening(kind, shelf, command), redemptionId })
}

const happening = <Kind extends ShelfEvent["kind"]>(
  kind: Kind,
  shelf: Shelf.Shelf,
  command: ShelfCommand.ShelfCommand
): { kind: Kind; itemId: string; atSec: number; byId: string } => ({
  kind,
  itemId: shelf.itemId,
  atSec: command.atSec,
  byId: command.byId
})

const accepted = (event: ShelfEvent): Decision => ({ ok: true, event })

const refused = (
  code: ShelfRejection.Code,
  subject: string,
  found: string | number,
  expected: string | number
): Decision => ({ ok: false, rejection: ShelfRejection.make(code, subject, found, expected) })
