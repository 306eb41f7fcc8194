/**
 * Decides on a command of a service order: one event, the answer that was given before, or one
 * rejection. The checks run in one fixed order, which {@link decide} states.
 */
import * as moveFrame from "./internal/moveFrame.ts"
import * as moveItems from "./internal/moveItems.ts"
import * as orderMoves from "./internal/orderMoves.ts"
import { isProvider } from "./internal/orderParts.ts"
import * as OrderAction from "./OrderAction.ts"
import type * as OrderCommand from "./OrderCommand.ts"
import type { OrderEvent } from "./OrderEvent.ts"
import { make, type OrderRejection } from "./OrderRejection.ts"
import type { OrderRules } from "./OrderRules.ts"
import * as OrderStatus from "./OrderStatus.ts"
import { type ServiceOrder, type State, standingAt } from "./ServiceOrder.ts"

type Command = OrderCommand.OrderCommand

/**
 * What a decision on an order says.
 *
 * With `isRepeat` the event is the one that the first confirmation led to: it stands in the log
 * already, so it must be neither stored nor applied again.
 *
 * @category orders
 * @since 0.1.0
 */
export type Decision =
  | { readonly ok: true; readonly isRepeat: boolean; readonly event: OrderEvent }
  | { readonly ok: false; readonly rejection: OrderRejection }

/**
 * The decision on a command, for an order or for `ServiceMove.none`.
 *
 * Order of the checks: 1 somebody acts, 2 the time is whole, 3 the record is open (or not yet) and
 * the right one, 4 a confirmation that was given before, 5 time goes on, 6 no rating too early or
 * twice, 7 the standing allows the action, 8 nothing is missing, 9 the actor is entitled, 10 what
 * the action itself asks, in the order of `OrderRejection.codes`. Apply the event with `ServiceOrder.evolve`.
 * Cost: linear in the persons and skills named.
 *
 * ```ts
 * import { Id } from "@wangge/facts"
 * import { Sensitive } from "@wangge/privacy"
 * import { OrderDecider, OrderPrice, OrderRules, ServiceMove, ServiceOrder } from "@wangge/service"
 *
 * const rules = OrderRules.compile(OrderRules.base)
 * const order = { orderId: Id.make<"Order">("order-1"), role: "Requester", byId: "p-1", reason: "" } as const
 * const note = Sensitive.make("third floor", { field: "note", purposes: ["Handling"], dataClass: "Ordinary" })
 * const asked = OrderDecider.decide(rules, ServiceMove.none, {
 *   ...order, action: "Request", atSec: 0, requesterId: Id.make("p-1"), requesterHouseholdId: "h-1",
 *   kindId: "Company", mode: "Free", gridId: Id.make("grid-5"), window: { fromSec: 3600, untilSec: 7200 },
 *   plannedMinutes: 60, skillIds: [], note, price: OrderPrice.free, mandatedIds: [], requesterConfirms: true
 * })
 * if (!asked.ok) throw new Error(asked.rejection.code)
 * const state = ServiceOrder.evolve(ServiceMove.none, asked.event)
 * const rated = OrderDecider.decide(rules, state, { ...order, action: "Rate", atSec: 60, rating: 5 })
 * rated.ok ? "" : rated.rejection.code // => "RatingTooEarly"
 * ```
 *
 * @source Longxian report: request, dispatch, accept, rate; the rules around them are ours
 * @category orders
 * @since 0.1.0
 */
export const decide = (rules: OrderRules, state: State, command: Command): Decision => {
  const obstacle = moveFrame.obstacle(frame, standingOf(state, command), command, command.orderId)
  if (state.status === "None") {
    return decisionOf(obstacle ?? request(rules, command))
  }
  const isAnswerable = obstacle === undefined || repeatable.includes(obstacle.code)
  const repeated = isAnswerable ? repeatOf(state, command) : undefined
  if (repeated !== undefined) return repeated
  const problem = ratingProblem(state, command, obstacle) ?? obstacle
  return decisionOf(
    problem ??
      moveItems.missing(command, askedOf(command)) ??
      entitlement(state, command) ??
      orderMoves.of(rules, state, command)
  )
}

const frame: moveFrame.Frame<OrderAction.OrderAction> = {
  opening: "Request",
  allowed: OrderStatus.allowed
}

const standingOf = (state: State, command: Command): moveFrame.Standing | undefined =>
  state.status === "None"
    ? undefined
    : {
        recordId: state.orderId,
        status: standingAt(state, command.atSec),
        lastSec: state.lastSec
      }

const request = (rules: OrderRules, command: Command): OrderEvent | OrderRejection => {
  // the frame has refused everything but the request where nothing is open
  if (command.action !== "Request") return make("NotOpened", command.orderId, command.action, "")
  const asked = [
    ["requesterId", command.requesterId],
    ["kindId", command.kindId]
  ] as const
  return (
    moveItems.missing(command, asked) ??
    entitlement(undefined, command) ??
    orderMoves.request(rules, command)
  )
}

const decisionOf = (outcome: OrderEvent | OrderRejection): Decision =>
  "code" in outcome
    ? { ok: false, rejection: outcome }
    : { ok: true, isRepeat: false, event: outcome }

/** Two devices need not agree on the time, and the order may have gone on since. */
const repeatable: ReadonlyArray<moveFrame.Code> = ["TimeWentBack", "MoveNotAllowed"]

/** The answer to a confirmation of what is confirmed already, from an entitled actor. */
const repeatOf = (state: ServiceOrder, command: Command): Decision | undefined => {
  const { confirmed } = state
  if (command.action !== "Confirm" || confirmed === "None") return undefined
  if (entitlement(state, command) !== undefined) return undefined
  return command.minutes === confirmed.minutes
    ? { ok: true, isRepeat: true, event: confirmed }
    : decisionOf(make("MinutesDiffer", "minutes", command.minutes, confirmed.minutes))
}

/** Why an order cannot be rated now, put more plainly than that the move is not allowed. */
const ratingProblem = (
  state: ServiceOrder,
  command: Command,
  obstacle: OrderRejection | undefined
): OrderRejection | undefined => {
  if (command.action !== "Rate" || obstacle?.code !== "MoveNotAllowed") return undefined
  if (state.rating !== 0) return make("AlreadyRated", "rating", state.rating, 1)
  const standing = standingAt(state, command.atSec)
  return early.includes(standing)
    ? make("RatingTooEarly", "Rate", standing, "Confirmed")
    : undefined
}

const early: ReadonlyArray<OrderStatus.Standing> = [
  "Requested",
  "Dispatched",
  "Accepted",
  "InProgress",
  "Done",
  "Lapsed",
  "Unconfirmed"
]

const askedOf = (command: Command): ReadonlyArray<readonly [string, string | boolean]> => {
  switch (command.action) {
    case "Dispatch":
      return [
        ["providerId", command.providerId],
        ["crew", command.crew.length > 0]
      ]
    case "Finish":
      return [["shares", command.shares.length > 0]]
    case "Confirm":
      return [["confirmationId", command.confirmationId]]
    case "Decline":
    case "GiveBack":
    case "Fail":
    case "Dispute":
      return [["reason", command.reason]]
    case "Settle":
      return [
        ["reason", command.reason],
        ["shares", command.outcome !== "Corrected" || command.shares.length > 0]
      ]
    default:
      return []
  }
}

/** Who may act: the role is one of those for the action, and the actor is whom the role says. */
const entitlement = (
  state: ServiceOrder | undefined,
  command: Command
): OrderRejection | undefined => {
  const roles = rolesFor(state, command)
  return roles.includes(command.role) && isInRole(state, command)
    ? undefined
    : make("NotEntitled", command.action, command.role, roles.join(", "))
}

const rolesFor = (
  state: ServiceOrder | undefined,
  command: Command
): ReadonlyArray<OrderAction.Role> => {
  const roles = OrderAction.whoMay[command.action]
  if (command.action === "Confirm" && state?.requesterConfirms === true) {
    return roles.filter((role) => role !== "Staff")
  }
  if (command.action === "ReportNoShow") {
    const missing = command.missing
    return roles.filter(
      (role) => role !== missing && !(role === "Mandated" && missing === "Requester")
    )
  }
  return roles
}

const isInRole = (state: ServiceOrder | undefined, command: Command): boolean => {
  const want = command.action === "Request" ? command : state
  if (want === undefined) return false
  const offered = command.action === "Dispatch" ? command : state
  const isRequester = command.byId === want.requesterId
  const isCrew = offered !== undefined && isProvider(offered, command.byId)
  switch (command.role) {
    case "Requester":
      return isRequester
    case "Mandated":
      return want.mandatedIds.some((id) => id === command.byId)
    case "Provider":
      return isCrew
    case "Staff":
      return !isRequester && !isCrew
  }
}
