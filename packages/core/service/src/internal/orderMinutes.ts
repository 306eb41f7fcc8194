/** Which minutes stand: the confirmation of a service order, and what a check by staff settles. */
import type * as OrderCommand from "../OrderCommand.ts"
import type { OrderEvent } from "../OrderEvent.ts"
import { make, type OrderRejection } from "../OrderRejection.ts"
import type { OrderRules } from "../OrderRules.ts"
import type { ServiceOrder } from "../ServiceOrder.ts"
import { happening, isProvider } from "./orderParts.ts"
import * as orderShares from "./orderShares.ts"

type Outcome = OrderEvent | OrderRejection

/** The confirmation by the requester, a mandated helper, or staff before a witness. */
export const confirm = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.Confirm
): Outcome => {
  const { minutes, byId } = command
  const witnessId = command.witnessId.trim()
  if (minutes !== state.minutes) return make("MinutesDiffer", "minutes", minutes, state.minutes)
  if (witnessId === "" && (state.needsWitness || !state.requesterConfirms)) {
    return make("WitnessMissing", "witnessId", "", "")
  }
  if (isProvider(state, byId)) return notIndependent(command, "Provider")
  if (witnessId === byId) return notIndependent(command, command.role)
  if (isProvider(state, witnessId)) return notIndependent(command, "Provider")
  if (witnessId === state.requesterId && !state.requesterConfirms) {
    return notIndependent(command, "Requester")
  }
  return {
    ...happening("OrderConfirmed", state.version, command),
    confirmationId: command.confirmationId,
    minutes,
    witnessId,
    rateDueSec: command.atSec + rules.rateSec,
    disputeDueSec: command.atSec + rules.disputeSec
  }
}

const notIndependent = (command: OrderCommand.OrderCommand, who: string): OrderRejection =>
  make("NotIndependent", command.action, who, "another person")

/** What staff found: the minutes stand, are others, or fall away. */
export const settle = (
  rules: OrderRules,
  state: ServiceOrder,
  command: OrderCommand.Settle
): Outcome => {
  const { outcome } = command
  if (outcome !== "Corrected" && command.shares.length > 0) {
    return make("SharesNotExpected", "shares", outcome, "")
  }
  const shares = outcome === "Upheld" ? state.shares : outcome === "Voided" ? [] : command.shares
  const obstacle = outcome === "Corrected" ? orderShares.problem(state, shares) : undefined
  if (obstacle !== undefined) return obstacle
  const { confirmed, disputedById, mandatedIds } = state
  const hadPart: ReadonlyArray<string> = [
    ...(confirmed === "None" ? [] : [confirmed.byId, confirmed.witnessId]),
    ...mandatedIds,
    disputedById
  ]
  if (hadPart.includes(command.byId)) return notIndependent(command, "Staff")
  return {
    ...happening("DisputeSettled", state.version, command),
    outcome,
    wasConfirmed: state.isCredited,
    shares,
    minutes: orderShares.sum(shares),
    rateDueSec: command.atSec + rules.rateSec,
    disputeDueSec: command.atSec + rules.disputeSec
  }
}
