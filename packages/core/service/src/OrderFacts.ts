/**
 * What other packages may learn from service orders: facts that a time bank and evaluation read
 * without knowing orders. An event yields its facts once and for all. Where two persons meet, each
 * has a fact of the same cause; a fact never tells what the need was.
 */
import { type Fact, Id } from "@wangge/facts"
import * as oneFact from "./internal/oneFact.ts"
import type { Share } from "./OrderCommand.ts"
import type { DisputeSettled, OrderEvent } from "./OrderEvent.ts"
import { evolve, priceDue, type ServiceOrder, type State } from "./ServiceOrder.ts"

/**
 * The kinds of facts that orders yield. Append only.
 *
 * - About the requester, 1 `order`: `orderRequested`, `orderCancelled`, `orderCancelledLate`,
 *   `orderUnfilled`, `requesterNoShow`, `orderReopened` (moved without the provider who had it).
 * - About the requester, in `minutes` or `points` of a price: `priceHeld` (with the request),
 *   `priceDue` (with the first confirmation or settlement: capture it and release the rest),
 *   `priceReleased` (the order ended without service), `priceCorrected` (what is due now in the
 *   place of what was), `priceReturned` (what was taken is to be given back).
 * - About the provider, 1 `order`: `orderAccepted`, `orderDeclined`, `orderGivenBack`,
 *   `orderGivenBackLate`, `providerNoShow`, `orderFailed`, `orderConfirmed`, `orderDisputed`,
 *   `orderUpheld`, `orderCorrected`, `orderVoided`; and `orderRated`, 1 to 5 `rating`.
 * - About each person who gave, in `minutes`: `serviceGiven` (earns), `minutesCorrected` (what
 *   stands now in the place of what stood, 0 for somebody left out), `minutesVoided` (what stood and
 *   falls away).
 * - About the requester, in `minutes`: `serviceReceived`, the sum of what was given.
 *
 * @source none: our own names
 * @category facts
 * @since 0.1.0
 */
export const kinds = [
  "orderRequested",
  "priceHeld",
  "orderAccepted",
  "orderDeclined",
  "orderGivenBack",
  "orderGivenBackLate",
  "orderReopened",
  "providerNoShow",
  "requesterNoShow",
  "orderFailed",
  "orderCancelled",
  "orderCancelledLate",
  "orderUnfilled",
  "priceReleased",
  "orderConfirmed",
  "serviceGiven",
  "serviceReceived",
  "priceDue",
  "orderRated",
  "orderDisputed",
  "orderUpheld",
  "orderCorrected",
  "minutesCorrected",
  "priceCorrected",
  "orderVoided",
  "minutesVoided",
  "priceReturned"
] as const

/**
 * One kind of fact.
 *
 * @category facts
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * The facts that an event yields, given the order before it.
 *
 * The cause is the event by order and version, so that the same event never counts twice;
 * {@link orderIdOf} gives the order back, for one credit per order. The answer to a repeated
 * confirmation is the first event: its facts are known already. Throws a `RangeError` for an order
 * id of more than 80 characters, or one whose facts have no room behind it.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Sensitive } from "@wangge/privacy"
 * import { OrderDecider, OrderFacts, OrderRules, ServiceMove } from "@wangge/service"
 *
 * const rules = OrderRules.compile(OrderRules.base)
 * const note = Sensitive.make("", { field: "note", purposes: ["Handling"], dataClass: "Ordinary" })
 * const asked = OrderDecider.decide(rules, ServiceMove.none, {
 *   action: "Request", orderId: Id.make("order-1"), role: "Requester", atSec: 0, byId: "p-1", reason: "",
 *   requesterId: Id.make("p-1"), requesterHouseholdId: "", kindId: "Company", mode: "Paid",
 *   gridId: Id.make("grid-5"), window: { fromSec: 3600, untilSec: 7200 }, plannedMinutes: 60, skillIds: [],
 *   note, price: { unit: "minutes", amount: 60, basis: "ByMinute" }, mandatedIds: [], requesterConfirms: true
 * })
 * if (!asked.ok) throw new Error(asked.rejection.code)
 * const facts = OrderFacts.of(ServiceMove.none, asked.event)
 * facts.map((fact) => `${fact.kind} ${fact.quantity} ${fact.unit} ${fact.causeId}`)
 * // => ["orderRequested 1 order order-1/1", "priceHeld 60 minutes order-1/1"]
 * ```
 *
 * @category facts
 * @since 0.1.0
 */
export const of = (before: State, event: OrderEvent): ReadonlyArray<Fact.Fact> => {
  const after = evolve(before, event)
  if (before.status === "None") {
    return [
      one("orderRequested", after, after.requesterId),
      ...priced("priceHeld", after, after.price.amount)
    ]
  }
  switch (event.kind) {
    case "OrderAccepted":
      return [one("orderAccepted", after, before.providerId)]
    case "OrderDeclined":
      return [one("orderDeclined", after, event.providerId)]
    case "OrderGivenBack":
      return [one(event.isLate ? "orderGivenBackLate" : "orderGivenBack", after, event.providerId)]
    case "OrderRescheduled":
      return before.status === "Accepted" && !event.keepsProvider
        ? [one("orderReopened", after, after.requesterId)]
        : []
    case "NoShowRecorded":
      return event.missing === "Provider"
        ? [one("providerNoShow", after, event.providerId)]
        : [one("requesterNoShow", after, after.requesterId), ...released(after)]
    case "OrderConfirmed":
      return [one("orderConfirmed", after, after.providerId), ...given(after)]
    case "OrderRated":
      return [fact("orderRated", after, after.providerId, event.rating, "rating")]
    case "OrderDisputed":
      return [one("orderDisputed", after, after.providerId)]
    case "DisputeSettled":
      return settled(before, after, event)
    case "OrderFailed":
      return [one("orderFailed", after, after.providerId), ...released(after)]
    case "OrderCancelled": {
      const kind = event.isLate ? "orderCancelledLate" : "orderCancelled"
      return [one(kind, after, after.requesterId), ...released(after)]
    }
    case "OrderUnfilled":
      return [one("orderUnfilled", after, after.requesterId), ...released(after)]
    default:
      return []
  }
}

/**
 * The id of the order behind the cause of a fact: what stands before the last slash.
 *
 * ```ts
 * import { OrderFacts } from "@wangge/service"
 *
 * OrderFacts.orderIdOf("order-1/7") // => "order-1"
 * ```
 *
 * @category facts
 * @since 0.1.0
 */
export const orderIdOf = (causeId: string): Id.Id<"Order"> =>
  Id.make(causeId.slice(0, Math.max(0, causeId.lastIndexOf("/"))))

const settled = (
  before: ServiceOrder,
  after: ServiceOrder,
  event: DisputeSettled
): ReadonlyArray<Fact.Fact> => {
  const { providerId } = after
  switch (event.outcome) {
    case "Upheld":
      return [
        one("orderUpheld", after, providerId),
        ...(event.wasConfirmed ? [] : [one("orderConfirmed", after, providerId), ...given(after)])
      ]
    case "Corrected":
      return event.wasConfirmed
        ? [
            one("orderCorrected", after, providerId),
            ...corrected(before.shares, after),
            ...priced("priceCorrected", after, priceDue(after))
          ]
        : [
            one("orderCorrected", after, providerId),
            one("orderConfirmed", after, providerId),
            ...given(after)
          ]
    case "Voided":
      return event.wasConfirmed
        ? [
            one("orderVoided", after, providerId),
            ...before.shares.map((share, index) => minutesOf("minutesVoided", after, share, index)),
            ...priced("priceReturned", after, priceDue(before))
          ]
        : [one("orderVoided", after, providerId), ...released(after)]
  }
}

/** What the first confirmation or settlement means to both sides. */
const given = (order: ServiceOrder): ReadonlyArray<Fact.Fact> => [
  ...order.shares.map((share, index) => minutesOf("serviceGiven", order, share, index)),
  fact("serviceReceived", order, order.requesterId, order.minutes, "minutes"),
  ...priced("priceDue", order, priceDue(order))
]

/** The minutes that stand now, with 0 for everybody whose minutes fell away. */
const corrected = (old: ReadonlyArray<Share>, after: ServiceOrder): ReadonlyArray<Fact.Fact> => {
  const isNew = ({ personId }: Share): boolean =>
    after.shares.some((share) => share.personId === personId)
  const gone = old
    .filter((share) => !isNew(share))
    .map(({ personId }) => ({ personId, minutes: 0 }))
  return [...after.shares, ...gone].map((share, index) =>
    minutesOf("minutesCorrected", after, share, index)
  )
}

const released = (order: ServiceOrder): ReadonlyArray<Fact.Fact> =>
  priced("priceReleased", order, order.price.amount)

/** A fact about the price; none where the order has no price. */
const priced = (kind: Kind, order: ServiceOrder, amount: number): ReadonlyArray<Fact.Fact> =>
  order.price.unit === "None"
    ? []
    : [fact(kind, order, order.requesterId, amount, order.price.unit)]

const minutesOf = (kind: Kind, order: ServiceOrder, share: Share, index: number): Fact.Fact =>
  fact(kind, order, share.personId, share.minutes, "minutes", `/${index}`)

const one = (kind: Kind, order: ServiceOrder, subjectId: string): Fact.Fact =>
  fact(kind, order, subjectId, 1, "order")

const fact = (
  kind: Kind,
  order: ServiceOrder,
  subjectId: string,
  quantity: number,
  unit: string,
  which = ""
): Fact.Fact => {
  const { orderId, version, gridId, lastSec } = order
  const cause = { recordId: orderId, version, gridId, atSec: lastSec }
  return oneFact.make(cause, { kind, subjectId, quantity, unit, which })
}
