/**
 * How an event changes a service order: the inside of `ServiceOrder.evolve`. A draft is a fresh copy
 * of the record that nobody else holds yet, so its fields may be set.
 */
import type { DisputeSettled, OrderEvent, OrderRequested } from "../OrderEvent.ts"
import { notYet } from "../ServiceMove.ts"
import type { ServiceOrder, TurnedDown } from "../ServiceOrder.ts"

type Draft = { -readonly [Field in keyof ServiceOrder]: ServiceOrder[Field] }

/** The order that has just been asked for. */
export const requested = (event: OrderRequested): ServiceOrder => ({
  orderId: event.orderId,
  version: event.version,
  status: "Requested",
  requesterId: event.requesterId,
  requesterHouseholdId: event.requesterHouseholdId,
  kindId: event.kindId,
  mode: event.mode,
  gridId: event.gridId,
  window: event.window,
  plannedMinutes: event.plannedMinutes,
  skillIds: event.skillIds,
  note: event.note,
  price: event.price,
  mandatedIds: event.mandatedIds,
  requesterConfirms: event.requesterConfirms,
  minutesMax: event.minutesMax,
  needsWitness: event.needsWitness,
  requestedSec: event.atSec,
  providerId: "",
  providerKind: "Volunteer",
  crew: [],
  offerDueSec: notYet,
  askAgainSec: notYet,
  turnedDown: [],
  firstAcceptedSec: notYet,
  acceptedSec: notYet,
  begunSec: notYet,
  finishedSec: notYet,
  confirmDueSec: notYet,
  shares: [],
  minutes: 0,
  confirmed: "None",
  isCredited: false,
  rateDueSec: notYet,
  disputeDueSec: notYet,
  rating: 0,
  ratedSec: notYet,
  disputeCount: 0,
  disputedById: "",
  rescheduleCount: 0,
  endedSec: notYet,
  lastSec: event.atSec
})

/** A fresh copy. */
export const copy = (of: ServiceOrder): Draft => ({
  orderId: of.orderId,
  version: of.version,
  status: of.status,
  requesterId: of.requesterId,
  requesterHouseholdId: of.requesterHouseholdId,
  kindId: of.kindId,
  mode: of.mode,
  gridId: of.gridId,
  window: of.window,
  plannedMinutes: of.plannedMinutes,
  skillIds: of.skillIds,
  note: of.note,
  price: of.price,
  mandatedIds: of.mandatedIds,
  requesterConfirms: of.requesterConfirms,
  minutesMax: of.minutesMax,
  needsWitness: of.needsWitness,
  requestedSec: of.requestedSec,
  providerId: of.providerId,
  providerKind: of.providerKind,
  crew: of.crew,
  offerDueSec: of.offerDueSec,
  askAgainSec: of.askAgainSec,
  turnedDown: of.turnedDown,
  firstAcceptedSec: of.firstAcceptedSec,
  acceptedSec: of.acceptedSec,
  begunSec: of.begunSec,
  finishedSec: of.finishedSec,
  confirmDueSec: of.confirmDueSec,
  shares: of.shares,
  minutes: of.minutes,
  confirmed: of.confirmed,
  isCredited: of.isCredited,
  rateDueSec: of.rateDueSec,
  disputeDueSec: of.disputeDueSec,
  rating: of.rating,
  ratedSec: of.ratedSec,
  disputeCount: of.disputeCount,
  disputedById: of.disputedById,
  rescheduleCount: of.rescheduleCount,
  endedSec: of.endedSec,
  lastSec: of.lastSec
})

/** Changes what the event says; every branch is one kind of event. */
export const apply = (next: Draft, event: Exclude<OrderEvent, OrderRequested>): ServiceOrder => {
  if (next.status === "Dispatched" && event.atSec > next.offerDueSec) {
    leave(next, "Lapsed", next.askAgainSec)
  }
  next.version = event.version
  next.lastSec = event.atSec
  switch (event.kind) {
    case "OrderDispatched":
      next.status = "Dispatched"
      next.providerId = event.providerId
      next.providerKind = event.providerKind
      next.crew = event.crew
      next.offerDueSec = event.offerDueSec
      next.askAgainSec = event.askAgainSec
      break
    case "OrderAccepted":
      next.status = "Accepted"
      next.acceptedSec = event.atSec
      if (next.firstAcceptedSec === notYet) next.firstAcceptedSec = event.atSec
      break
    case "OrderDeclined":
      leave(next, "Declined", event.askAgainSec)
      break
    case "OrderGivenBack":
      leave(next, "GivenBack", event.askAgainSec)
      break
    case "OrderRescheduled":
      next.window = event.window
      next.rescheduleCount += 1
      if (!event.keepsProvider) clearProvider(next)
      break
    case "NoShowRecorded":
      if (event.missing === "Provider") leave(next, "NoShow", event.askAgainSec)
      else end(next, "Failed", event.atSec)
      break
    default:
      applyService(next, event)
  }
  return next
}

type Giving = Exclude<
  OrderEvent,
  {
    readonly kind:
      | "OrderRequested"
      | "OrderDispatched"
      | "OrderAccepted"
      | "OrderDeclined"
      | "OrderGivenBack"
      | "OrderRescheduled"
      | "NoShowRecorded"
  }
>

/** What happens from the beginning of the service on. */
const applyService = (next: Draft, event: Giving): void => {
  switch (event.kind) {
    case "ServiceBegun":
      next.status = "InProgress"
      next.begunSec = event.atSec
      break
    case "ServiceFinished":
      next.status = "Done"
      next.finishedSec = event.atSec
      next.shares = event.shares
      next.minutes = event.minutes
      next.confirmDueSec = event.confirmDueSec
      break
    case "OrderConfirmed":
      next.status = "Confirmed"
      next.confirmed = event
      next.isCredited = true
      next.rateDueSec = event.rateDueSec
      next.disputeDueSec = event.disputeDueSec
      break
    case "OrderRated":
      next.status = "Rated"
      next.rating = event.rating
      next.ratedSec = event.atSec
      break
    case "OrderDisputed":
      next.status = "Disputed"
      next.disputeCount += 1
      next.disputedById = event.byId
      break
    case "DisputeSettled":
      settle(next, event)
      break
    case "OrderFailed":
      end(next, "Failed", event.atSec)
      break
    case "OrderCancelled":
      end(next, "Cancelled", event.atSec)
      break
    case "OrderUnfilled":
      end(next, "Unfilled", event.atSec)
      break
  }
}

const settle = (next: Draft, event: DisputeSettled): void => {
  next.shares = event.shares
  next.minutes = event.minutes
  if (event.outcome === "Voided") {
    next.isCredited = false
    end(next, "Voided", event.atSec)
    return
  }
  next.status = next.rating === 0 ? "Confirmed" : "Rated"
  next.isCredited = true
  next.rateDueSec = event.rateDueSec
  next.disputeDueSec = event.disputeDueSec
}

const end = (next: Draft, status: Draft["status"], atSec: number): void => {
  next.status = status
  next.endedSec = atSec
}

/** The provider leaves, is remembered, and the order is open again. */
const leave = (next: Draft, how: TurnedDown["how"], askAgainSec: number): void => {
  next.turnedDown = [...next.turnedDown, { providerId: next.providerId, how, askAgainSec }]
  clearProvider(next)
}

const clearProvider = (next: Draft): void => {
  next.status = "Requested"
  next.providerId = ""
  next.crew = []
  next.offerDueSec = notYet
  next.askAgainSec = notYet
  next.acceptedSec = notYet
}
