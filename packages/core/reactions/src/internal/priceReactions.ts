/** Facts about the price of an order: held, paid to those who gave by their minutes, given back. */
import type { Fact } from "@wangge/facts"
import { Apportionment } from "@wangge/grid"
import { LedgerRules, OrderPayment, PaymentSettlement, type Unit } from "@wangge/timebank"
import * as OrderTerms from "../OrderTerms.ts"
import type { Reaction } from "../Reaction.ts"
import type { Context } from "../Reactions.ts"
import { planReaction, versionOf } from "./planReaction.ts"

/** Holds the price when the service is asked for; not for an order that has ended without service. */
export const hold = (context: Context, fact: Fact.Fact, terms: OrderTerms.OrderTerms): Reaction => {
  if (terms.isEnded) return { kind: "Nothing", act: "Hold", reason: "Superseded" }
  const plan = OrderPayment.hold(
    context.bank,
    {
      orderId: terms.orderId,
      payerId: fact.subjectId,
      bornDate: context.bornDateOf(fact.subjectId),
      unit: unitOf(fact),
      amount: fact.quantity,
      expiresSec: LedgerRules.noEnd
    },
    context.posting
  )
  return planReaction("Hold", fact, plan)
}

/** Pays what is due from what is held, by the minutes that were confirmed. */
export const pay = (context: Context, fact: Fact.Fact, terms: OrderTerms.OrderTerms): Reaction => {
  const shares = sharesOf(fact, terms)
  if (shares === undefined) return { kind: "Wait", act: "Pay", fact, waitFor: "Order" }
  const { orderId } = terms
  return planReaction(
    "Pay",
    fact,
    OrderPayment.capture(context.bank, { orderId, shares }, context.posting)
  )
}

/** Frees what is held for an order that ended without service, if anything is. */
export const release = (
  context: Context,
  fact: Fact.Fact,
  { isEnded, orderId }: OrderTerms.OrderTerms
): Reaction => {
  const plan = OrderPayment.release(context.bank, { orderId }, context.posting)
  const isMoot = isEnded && !plan.ok && plan.refusal.code === "NotHeld"
  return isMoot
    ? { kind: "Nothing", act: "Release", reason: "Superseded" }
    : planReaction("Release", fact, plan)
}

/**
 * Pays anew what a dispute found, or gives everything back; nothing where the order's log knows of a
 * later settlement, whose own fact is on its way.
 */
export const settle = (
  context: Context,
  fact: Fact.Fact,
  { act, terms }: { readonly act: "Repay" | "PayBack"; readonly terms: OrderTerms.OrderTerms }
): Reaction => {
  const version = versionOf(fact.causeId)
  const isOld = terms.standings.some(
    (one) => one.version > version && (one.how === "Corrected" || one.how === "Voided")
  )
  if (isOld) return { kind: "Nothing", act, reason: "Superseded" }
  const shares = act === "PayBack" ? [] : sharesOf(fact, terms)
  if (shares === undefined) return { kind: "Wait", act, fact, waitFor: "Order" }
  const plan = PaymentSettlement.plan(
    context.bank,
    {
      orderId: terms.orderId,
      payerId: fact.subjectId,
      unit: unitOf(fact),
      number: version,
      shares,
      reason: `${fact.kind} ${fact.causeId}`
    },
    context.posting
  )
  return planReaction(act, fact, plan)
}

/** What is due shared out by minutes, nothing lost; undefined while the event is not known. */
const sharesOf = (
  fact: Fact.Fact,
  terms: OrderTerms.OrderTerms
): ReadonlyArray<OrderPayment.Share> | undefined => {
  const standing = OrderTerms.standingOf(terms, versionOf(fact.causeId))
  if (standing === undefined) return undefined
  const minutes = standing.shares.map((share) => share.minutes)
  const amounts = Apportionment.byWeight(fact.quantity, minutes)
  return standing.shares.map(({ personId }, index) => ({
    partyId: personId,
    amount: amounts[index] ?? 0
  }))
}

const unitOf = (fact: Fact.Fact): Unit.Unit => (fact.unit === "points" ? "points" : "hours")
