/**
 * What the time bank has to know of a service order beside its facts: the kind of service, when it
 * began, who received it, its price, and who gave how many minutes after each confirmation or
 * settlement. Built from the order's own events, so that a fact that comes late is still read with
 * the shares of its day.
 */
import type { OrderCommand, OrderEvent, OrderPrice } from "@wangge/service"

/**
 * What was confirmed or settled by one event: its version, how, the shares that stand since, who said
 * so.
 *
 * @category orders
 * @since 0.1.0
 */
export interface Standing {
  readonly version: number
  readonly how: "Confirmed" | OrderCommand.Outcome
  readonly shares: ReadonlyArray<OrderCommand.Share>
  readonly byId: string
  readonly atSec: number
}

/**
 * The terms of one order. `begunSec` is -1 before the service began; `isEnded` says that it ended
 * without service, so that nothing is to be held for it any more; `standings` are in the order of
 * their versions, the first that of the confirmation.
 *
 * @category orders
 * @since 0.1.0
 */
export interface OrderTerms {
  readonly orderId: string
  readonly serviceKind: string
  readonly receiverId: string
  readonly price: OrderPrice.OrderPrice
  readonly begunSec: number
  readonly isEnded: boolean
  readonly claimed: ReadonlyArray<OrderCommand.Share>
  readonly standings: ReadonlyArray<Standing>
}

/**
 * The terms of an order from its events, in the order of the log; undefined before the request.
 *
 * Events that say nothing to the bank are passed over. Cost: linear in the events.
 *
 * @category orders
 * @since 0.1.0
 */
export const ofLog = (events: ReadonlyArray<OrderEvent.OrderEvent>): OrderTerms | undefined =>
  events.reduce<OrderTerms | undefined>(after, undefined)

/**
 * The terms after one more event.
 *
 * @category orders
 * @since 0.1.0
 */
export const after = (
  terms: OrderTerms | undefined,
  event: OrderEvent.OrderEvent
): OrderTerms | undefined => {
  if (event.kind === "OrderRequested") {
    return {
      orderId: event.orderId,
      serviceKind: event.kindId,
      receiverId: event.requesterId,
      price: event.price,
      begunSec: -1,
      isEnded: false,
      claimed: [],
      standings: []
    }
  }
  if (terms === undefined) return undefined
  switch (event.kind) {
    case "ServiceBegun":
      return changed(terms, { begunSec: event.atSec })
    case "ServiceFinished":
      return changed(terms, { claimed: event.shares })
    case "OrderConfirmed":
      return standingAfter(terms, event, { how: "Confirmed", shares: terms.claimed })
    case "DisputeSettled": {
      const settled = standingAfter(terms, event, { how: event.outcome, shares: event.shares })
      const isEnded = event.outcome === "Voided" && !event.wasConfirmed
      return isEnded ? changed(settled, { isEnded }) : settled
    }
    case "NoShowRecorded":
      return event.missing === "Requester" ? changed(terms, { isEnded: true }) : terms
    case "OrderFailed":
    case "OrderCancelled":
    case "OrderUnfilled":
      return changed(terms, { isEnded: true })
    default:
      return terms
  }
}

/**
 * The shares that stand since an event, by its version; undefined for one that settled nothing or is
 * not known yet.
 *
 * @category orders
 * @since 0.1.0
 */
export const standingOf = (terms: OrderTerms, version: number): Standing | undefined =>
  terms.standings.find((standing) => standing.version === version)

const standingAfter = (
  terms: OrderTerms,
  { atSec, byId, version }: Pick<Standing, "atSec" | "byId" | "version">,
  { how, shares }: Pick<Standing, "how" | "shares">
): OrderTerms =>
  changed(terms, { standings: [...terms.standings, { version, how, shares, byId, atSec }] })

type Change = Partial<Pick<OrderTerms, "begunSec" | "isEnded" | "claimed" | "standings">>

const changed = (terms: OrderTerms, change: Change): OrderTerms => ({
  orderId: terms.orderId,
  serviceKind: terms.serviceKind,
  receiverId: terms.receiverId,
  price: terms.price,
  begunSec: change.begunSec ?? terms.begunSec,
  isEnded: change.isEnded ?? terms.isEnded,
  claimed: change.claimed ?? terms.claimed,
  standings: change.standings ?? terms.standings
})
