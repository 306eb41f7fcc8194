/** Facts beside orders that a locality credits, and what takes such a credit back. */
import type { Fact } from "@wangge/facts"
import { OrderFacts } from "@wangge/service"
import { type BankPlan, CreditSettlement, EarningPlan } from "@wangge/timebank"
import type { Reaction } from "../Reaction.ts"
import * as ReactionPolicy from "../ReactionPolicy.ts"
import type { Context } from "../Reactions.ts"
import { planReaction, versionOf } from "./planReaction.ts"

/** Credits a fact that the policy names: once for its record and person, or for its event. */
export const creditReaction = (context: Context, fact: Fact.Fact): Reaction => {
  const rule = ReactionPolicy.creditOf(context.policy, fact.kind)
  if (rule === undefined) return { kind: "Nothing", act: "Credit", reason: "NotCredited" }
  const plan = EarningPlan.plan(
    context.bank,
    {
      orderId: causeOf(fact),
      serviceKind: rule.serviceKind,
      difficulty: rule.difficulty,
      servedSec: fact.atSec,
      receiverId: "",
      confirmedById: "",
      confirmedSec: fact.atSec,
      helpers: [{ partyId: fact.subjectId, minutes: fact.unit === "minutes" ? fact.quantity : 1 }]
    },
    { partyId: fact.subjectId, posting: context.posting }
  )
  return planReaction("Credit", fact, plan)
}

/** What a credit of a fact is bound to: the activity, or the event for what happens again and again. */
const causeOf = ({ causeId, kind }: Fact.Fact): string =>
  kind === "volunteerServed" || kind === "volunteerServiceVoided"
    ? OrderFacts.orderIdOf(causeId)
    : causeId

/** Takes back what was credited for an activity that is void. */
export const uncreditReaction = (context: Context, fact: Fact.Fact): Reaction => {
  const rule = ReactionPolicy.creditOf(context.policy, "volunteerServed")
  if (rule === undefined) return { kind: "Nothing", act: "Uncredit", reason: "NotCredited" }
  return planReaction("Uncredit", fact, voided(context, fact, { rule, causeId: causeOf(fact) }))
}

/**
 * Takes back everything that was credited to a unit for events of a case before its appeal was
 * upheld. A credit that is still on its way is found when the fact is offered again.
 */
export const reviewReaction = (context: Context, fact: Fact.Fact): Reaction => {
  const rule = context.policy.credits.find(({ factKind }) => reviewed.includes(factKind))
  if (rule === undefined) return { kind: "Nothing", act: "Review", reason: "NotCredited" }
  const caseId = OrderFacts.orderIdOf(fact.causeId)
  const commands: Array<BankPlan.Planned> = []
  for (let version = 1; version < versionOf(fact.causeId); version += 1) {
    const plan = voided(context, fact, { rule, causeId: `${caseId}/${version}` })
    if (plan.ok) commands.push(plan)
    else if (plan.refusal.code !== "NotCreditedYet") return planReaction("Review", fact, plan)
  }
  if (commands.length === 0) return { kind: "Wait", act: "Review", fact, waitFor: "Credit" }
  return {
    kind: "Post",
    act: "Review",
    commands: commands.map(({ command }) => command),
    isRepeated: commands.every(({ isRepeated }) => isRepeated)
  }
}

const reviewed: ReadonlyArray<string> = [
  "caseOnTime",
  "caseConfirmed",
  "caseSettledOnSpot",
  "caseHelped"
]

const voided = (
  { bank, posting }: Context,
  fact: Fact.Fact,
  { causeId, rule }: { readonly causeId: string; readonly rule: ReactionPolicy.CreditRule }
): BankPlan.BankPlan =>
  CreditSettlement.plan(
    bank,
    {
      orderId: causeId,
      partyId: fact.subjectId,
      number: versionOf(fact.causeId),
      minutes: 0,
      serviceKind: rule.serviceKind,
      difficulty: rule.difficulty,
      reason: `${fact.kind} ${fact.causeId}`
    },
    posting
  )
