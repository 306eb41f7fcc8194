/**
 * What each action of a service order asks for itself, and the event that it leads to. Everything
 * here runs after the checks of `OrderDecider`: the standing allows the action, the actor may.
 */
import type { Spell } from "@wangge/grid"
import type * as OrderCommand from "../OrderCommand.ts"
import type { OrderEvent } from "../OrderEvent.ts"
import { make, type OrderRejection } from "../OrderRejection.ts"
import type { OrderRules } from "../OrderRules.ts"
import { askableSec, type ServiceOrder } from "../ServiceOrder.ts"
import * as moveFrame from "./moveFrame.ts"
import { confirm, settle } from "./orderMinutes.ts"
import { happening, isProvider } from "./orderParts.ts"
import * as orderShares from "./orderShares.ts"
import * as orderWant from "./orderWant.ts"

type Outcome = OrderEvent | OrderRejection

/** The request. */
export const request = (rules: OrderRules, command: OrderCommand.Request): Outcome => {
  const checked = orderWant.check(rules, command)
  if ("code" in checked) return checked
  const event = happening("OrderRequested", 0, command)
  return {
    ...event,
    requesterId: command.requesterId,
    requesterHouseholdId: command.requesterHouseholdId,
    kindId: command.kindId,
    mode: command.mode,
    gridId: command.gridId,
    window: command.window,
    plannedMinutes: command.plannedMinutes,
    skillIds: [...new Set([...checked.skillIds, ...command.skillIds])],
    note: command.note,
    price: command.price,
    mandatedIds: command.mandatedIds,
    requesterConfirms: command.requesterConfirms,
    minutesMax: checked.minutesMax,
    needsWitness: checked.needsWitness
  }
}

/** Every other action. */
export const of = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.OrderCommand
): Outcome => {
  switch (command.action) {
    case "Request":
      return make("AlreadyOpened", "orderId", command.orderId, "a new orderId")
    case "Dispatch":
      return dispatch(rules, state, command)
    case "Accept":
      return happening("OrderAccepted", state.version, command)
    case "Decline":
      return leave(rules, "OrderDeclined", state, command)
    case "GiveBack":
      return leave(rules, "OrderGivenBack", state, command)
    case "Reschedule":
      return reschedule(rules, state, command)
    case "Begin":
      return begin(rules, state, command)
    case "Finish":
      return finish(rules, state, command)
    case "Confirm":
      return confirm(rules, state, command)
    case "Rate":
      return rate(state, command)
    case "Dispute":
      return dispute(rules, state, command)
    case "Settle":
      return settle(rules, state, command)
    case "ReportNoShow":
      return noShow(rules, state, command)
    case "Fail":
      return { ...happening("OrderFailed", state.version, command), isLate: false }
    case "Cancel":
      return {
        ...happening("OrderCancelled", state.version, command),
        isLate: state.status === "Accepted" && isShortNotice(rules, state, command.atSec)
      }
    case "CloseUnfilled":
      return { ...happening("OrderUnfilled", state.version, command), isLate: false }
  }
}

const isShortNotice = (rules: OrderRules, state: ServiceOrder, atSec: number): boolean =>
  state.window.fromSec - atSec < rules.noticeSec

const dispatch = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.Dispatch
): Outcome => {
  const { crew, providerId, providerKind } = command
  const ids = crew.map(({ personId }) => personId)
  const twice = moveFrame.firstTwice(ids)
  if (twice !== undefined) return make("NamedTwice", "crew", 2, 1)
  if (providerKind !== "Group" && !(ids.length === 1 && ids[0] === providerId)) {
    return make("CrewMismatch", "crew", providerKind, 1)
  }
  if (isProvider(command, state.requesterId)) return make("SelfService", "crew", "", "")
  const household = state.requesterHouseholdId
  const isOneHousehold = crew.some(({ householdId }) => householdId === household)
  if (rules.refusesSameHousehold && household !== "" && isOneHousehold) {
    return make("SameHousehold", "crew", "", "")
  }
  const missing = state.skillIds.filter((skillId) => !command.crewSkillIds.includes(skillId))
  if (missing.length > 0) {
    return make("SkillMissing", "crewSkillIds", command.crewSkillIds.join(", "), missing.join(", "))
  }
  const askSec = askableSec(state, providerId, command.atSec)
  if (command.role !== "Provider" && command.atSec < askSec) {
    return make("AskedTooSoon", "providerId", command.atSec, askSec)
  }
  const offerDueSec = Math.min(command.atSec + rules.offerSec, state.window.untilSec - 1)
  return {
    ...happening("OrderDispatched", state.version, command),
    providerId,
    providerKind,
    crew,
    offerDueSec,
    askAgainSec: offerDueSec + rules.askAgainSec
  }
}

const leave = (
  rules: OrderRules,
  kind: "OrderDeclined" | "OrderGivenBack",
  state: ServiceOrder,
  command: OrderCommand.PlainStep
): Outcome => ({
  ...happening(kind, state.version, command),
  providerId: state.providerId,
  isLate: kind === "OrderGivenBack" && isShortNotice(rules, state, command.atSec),
  askAgainSec: command.atSec + rules.askAgainSec
})

const reschedule = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.Reschedule
): Outcome => {
  const obstacle = orderWant.windowProblem(rules, command.window, {
    atSec: command.atSec,
    plannedMinutes: state.plannedMinutes,
    mode: state.mode
  })
  if (obstacle !== undefined) return obstacle
  const { fromSec, untilSec } = command.window
  if (fromSec === state.window.fromSec && untilSec === state.window.untilSec) {
    return make("WindowUnchanged", "window", fromSec, fromSec)
  }
  if (command.role === "Provider" && !command.isAgreed) {
    return make("AgreementNeeded", "isAgreed", "false", "true")
  }
  if (state.rescheduleCount >= rules.rescheduleCountMax) {
    const { rescheduleCount } = state
    return make("RescheduleLimitReached", "window", rescheduleCount, rules.rescheduleCountMax)
  }
  return {
    ...happening("OrderRescheduled", state.version, command),
    window: command.window,
    keepsProvider: state.status === "Accepted" && command.isAgreed
  }
}

const begin = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.PlainStep
): Outcome => {
  const fromSec = state.window.fromSec - rules.graceSec
  const { untilSec }: Spell.Spell = state.window
  if (command.atSec < fromSec) return make("OutsideWindow", "from", command.atSec, fromSec)
  if (command.atSec >= untilSec) return make("OutsideWindow", "until", command.atSec, untilSec)
  return happening("ServiceBegun", state.version, command)
}

const finish = (rules: OrderRules, state: ServiceOrder, command: OrderCommand.Finish): Outcome => {
  const elapsed = Math.ceil((command.atSec - state.begunSec) / 60)
  const obstacle =
    orderShares.problem(state, command.shares) ??
    orderShares.elapsedProblem(command.shares, elapsed)
  if (obstacle !== undefined) return obstacle
  return {
    ...happening("ServiceFinished", state.version, command),
    shares: command.shares,
    minutes: orderShares.sum(command.shares),
    confirmDueSec: command.atSec + rules.confirmSec
  }
}

const rate = (state: ServiceOrder, command: OrderCommand.Rate): Outcome => {
  const { rating, atSec } = command
  if (!Number.isSafeInteger(rating) || rating < 1 || rating > 5) {
    return make("RatingOutOfRange", "rating", rating, "1-5")
  }
  if (atSec > state.rateDueSec) return make("RatingTooLate", "atSec", atSec, state.rateDueSec)
  return { ...happening("OrderRated", state.version, command), rating }
}

const dispute = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.Dispute
): Outcome => {
  if (state.isCredited && command.atSec > state.disputeDueSec) {
    return make("DisputeTooLate", "atSec", command.atSec, state.disputeDueSec)
  }
  if (state.disputeCount >= rules.disputeCountMax) {
    return make("DisputeLimitReached", "Dispute", state.disputeCount, rules.disputeCountMax)
  }
  return happening("OrderDisputed", state.version, command)
}

const noShow = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.ReportNoShow
): Outcome => {
  const fromSec = state.window.fromSec + rules.graceSec
  if (command.atSec < fromSec) return make("NoShowTooEarly", "atSec", command.atSec, fromSec)
  return {
    ...happening("NoShowRecorded", state.version, command),
    missing: command.missing,
    providerId: state.providerId,
    askAgainSec: command.atSec + rules.askAgainSec
  }
}
