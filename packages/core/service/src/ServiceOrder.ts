/**
 * A service order (四单联动): somebody asks for a service, it is dispatched, accepted, given,
 * confirmed and rated. This file is its record, how events change it and what can be read off it;
 * `OrderDecider` decides.
 */
import type { Id } from "@wangge/facts"
import type { Spell } from "@wangge/grid"
import { brokenLog } from "./internal/moveFrame.ts"
import * as orderDraft from "./internal/orderDraft.ts"
import type { Member, ProviderKind, Share, Want } from "./OrderCommand.ts"
import type { OrderConfirmed, OrderEvent } from "./OrderEvent.ts"
import * as OrderPrice from "./OrderPrice.ts"
import type { OrderStatus, Standing } from "./OrderStatus.ts"
import { type None, notYet } from "./ServiceMove.ts"

/**
 * How a provider came to leave an order. Append only.
 *
 * @source none: our own names
 * @category orders
 * @since 0.1.0
 */
export const leavings = ["Declined", "Lapsed", "GivenBack", "NoShow"] as const

/**
 * A provider who left the order and is asked again from `askAgainSec` on.
 *
 * @category orders
 * @since 0.1.0
 */
export interface TurnedDown {
  readonly providerId: string
  readonly how: (typeof leavings)[number]
  readonly askAgainSec: number
}

/**
 * One order. Times are whole seconds, `ServiceMove.notYet` where nothing has happened; ids are
 * empty where there is nobody.
 *
 * `crew` are the persons of the present provider; `shares` and `minutes` what was stated, confirmed
 * or settled last; `confirmed` is the event of the confirmation, so that a repeat gets the same
 * answer; `isCredited` says that minutes stand (confirmed or settled). `rating` is 0 without one.
 * Beyond the last step of the log, ask {@link standingAt}.
 *
 * @category orders
 * @since 0.1.0
 */
export interface ServiceOrder extends Want {
  readonly orderId: Id.Id<"Order">
  readonly version: number
  readonly status: OrderStatus
  readonly minutesMax: number
  readonly needsWitness: boolean
  readonly requestedSec: number
  readonly providerId: string
  readonly providerKind: ProviderKind
  readonly crew: ReadonlyArray<Member>
  readonly offerDueSec: number
  readonly askAgainSec: number
  readonly turnedDown: ReadonlyArray<TurnedDown>
  readonly firstAcceptedSec: number
  readonly acceptedSec: number
  readonly begunSec: number
  readonly finishedSec: number
  readonly confirmDueSec: number
  readonly shares: ReadonlyArray<Share>
  readonly minutes: number
  readonly confirmed: OrderConfirmed | "None"
  readonly isCredited: boolean
  readonly rateDueSec: number
  readonly disputeDueSec: number
  readonly rating: number
  readonly ratedSec: number
  readonly disputeCount: number
  /** Who raised the last dispute; empty without one. */
  readonly disputedById: string
  readonly rescheduleCount: number
  readonly endedSec: number
  readonly lastSec: number
}

/**
 * An order, or none yet.
 *
 * @category orders
 * @since 0.1.0
 */
export type State = ServiceOrder | None

/**
 * The order after an event.
 *
 * Throws an `Error` for an event that does not follow the state: the log is broken then, or the
 * answer to a repeated confirmation was applied again. Cost: one new record.
 *
 * @category orders
 * @since 0.1.0
 */
export const evolve = (state: State, event: OrderEvent): ServiceOrder => {
  if (state.status === "None") {
    if (event.kind !== "OrderRequested" || event.version !== 1) {
      throw brokenLog(event.kind, event, state)
    }
    return orderDraft.requested(event)
  }
  const isNext = event.orderId === state.orderId && event.version === state.version + 1
  if (event.kind === "OrderRequested" || !isNext) {
    throw brokenLog(event.kind, event, state)
  }
  return orderDraft.apply(orderDraft.copy(state), event)
}

/**
 * Where an order stands at an instant, counting what time alone has done.
 *
 * The due second of an offer or of a confirmation is itself in time; a window has passed at its
 * `untilSec`. A free order whose offer ran out can be dispatched again at once.
 *
 * @source none: our own rule, nothing needs a sweeper
 * @category orders
 * @since 0.1.0
 */
export const standingAt = (order: ServiceOrder, atSec: number): Standing => {
  switch (order.status) {
    case "Requested":
      return openStanding(order.window, atSec)
    case "Dispatched":
      return atSec > order.offerDueSec ? openStanding(order.window, atSec) : "Dispatched"
    case "Done":
      return atSec > order.confirmDueSec ? "Unconfirmed" : "Done"
    default:
      return order.status
  }
}

const openStanding = (window: Spell.Spell, atSec: number): Standing =>
  atSec >= window.untilSec ? "Lapsed" : "Requested"

/**
 * The second from which a provider may be asked; `ServiceMove.notYet` for one who never left the
 * order. Providers may offer themselves at any time.
 *
 * @category orders
 * @since 0.1.0
 */
export const askableSec = (order: ServiceOrder, providerId: string, atSec: number): number => {
  const own = order.turnedDown
    .filter((one) => one.providerId === providerId)
    .map((one) => one.askAgainSec)
  const letItLapse =
    order.status === "Dispatched" && order.providerId === providerId && atSec > order.offerDueSec
  const all = letItLapse ? [...own, order.askAgainSec] : own
  return all.reduce((latest, sec) => Math.max(latest, sec), notYet)
}

/**
 * The persons that are not to be asked at an instant: providers who left the order of late, what a
 * matching of volunteers leaves out.
 *
 * @category orders
 * @since 0.1.0
 */
export const restingIds = (order: ServiceOrder, atSec: number): ReadonlyArray<string> => {
  const ids = new Set([...order.turnedDown.map(({ providerId }) => providerId), order.providerId])
  return [...ids].filter((id) => id !== "" && askableSec(order, id, atSec) > atSec)
}

/**
 * What the order costs for the minutes that stand now, in the unit of its price.
 *
 * @category orders
 * @since 0.1.0
 */
export const priceDue = (order: ServiceOrder): number =>
  OrderPrice.due(order.price, { minutes: order.minutes, plannedMinutes: order.plannedMinutes })
