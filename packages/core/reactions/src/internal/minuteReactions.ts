/** Facts about minutes given in an order: the credit, and what a dispute makes of it. */
import type { Fact } from "@wangge/facts"
import { CreditSettlement, EarningPlan } from "@wangge/timebank"
import * as OrderTerms from "../OrderTerms.ts"
import type { Reaction } from "../Reaction.ts"
import type { Context } from "../Reactions.ts"
import { planReaction, versionOf } from "./planReaction.ts"

/** Credits a person who gave, unless the order's price pays. */
export const earnReaction = (
  context: Context,
  fact: Fact.Fact,
  terms: OrderTerms.OrderTerms
): Reaction => {
  if (terms.price.unit !== "None") return { kind: "Nothing", act: "Earn", reason: "PaidByPrice" }
  const standing = OrderTerms.standingOf(terms, versionOf(fact.causeId))
  if (standing === undefined || terms.begunSec < 0) {
    return { kind: "Wait", act: "Earn", fact, waitFor: "Order" }
  }
  const plan = EarningPlan.plan(
    context.bank,
    {
      orderId: terms.orderId,
      serviceKind: terms.serviceKind,
      difficulty: context.policy.difficulty,
      servedSec: terms.begunSec,
      receiverId: terms.receiverId,
      confirmedById: standing.byId,
      confirmedSec: standing.atSec,
      helpers: [{ partyId: fact.subjectId, minutes: fact.quantity }]
    },
    { partyId: fact.subjectId, posting: context.posting }
  )
  return planReaction("Earn", fact, plan)
}

/**
 * Makes what a dispute found true. Somebody who stands in the shares for the first time since then is
 * credited as at a confirmation.
 */
export const settleReaction = (
  context: Context,
  fact: Fact.Fact,
  { act, terms }: { readonly act: "Settle" | "Void"; readonly terms: OrderTerms.OrderTerms }
): Reaction => {
  if (terms.price.unit !== "None") return { kind: "Nothing", act, reason: "PaidByPrice" }
  const version = versionOf(fact.causeId)
  const first = terms.standings.find(({ shares }) =>
    shares.some(({ personId }) => personId === fact.subjectId)
  )
  if (first === undefined) return { kind: "Wait", act, fact, waitFor: "Order" }
  if (act === "Settle" && first.version === version) return earnReaction(context, fact, terms)
  const plan = CreditSettlement.plan(
    context.bank,
    {
      orderId: terms.orderId,
      partyId: fact.subjectId,
      number: version,
      minutes: act === "Void" ? 0 : fact.quantity,
      serviceKind: terms.serviceKind,
      difficulty: context.policy.difficulty,
      reason: `${fact.kind} ${fact.causeId}`
    },
    context.posting
  )
  return planReaction(act, fact, plan)
}
