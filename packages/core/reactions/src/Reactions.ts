/**
 * The one bridge between the cores: a fact in, what it leads to elsewhere out. Production and
 * simulation call the same function, so that they cannot differ. Nothing is posted here; `Inbox`
 * carries reactions out and keeps what has to wait.
 */
import type { Fact } from "@wangge/facts"
import { OrderFacts, type VisitFinds } from "@wangge/service"
import type { BankPlan } from "@wangge/timebank"
import { creditReaction, reviewReaction, uncreditReaction } from "./internal/creditReactions.ts"
import { earnReaction, settleReaction } from "./internal/minuteReactions.ts"
import * as priceReactions from "./internal/priceReactions.ts"
import { reportReaction } from "./internal/reportReaction.ts"
import type { OrderTerms } from "./OrderTerms.ts"
import type { Reaction } from "./Reaction.ts"
import type { ReactionPolicy } from "./ReactionPolicy.ts"
import * as ReactionTable from "./ReactionTable.ts"

/**
 * What reactions look up: the bank, the policy, the orders and finds behind facts, and birthdays
 * (`YYYY-MM-DD`, or `unknown`). `posting` says who posts and when it is recorded.
 *
 * @category reactions
 * @since 0.1.0
 */
export interface Context {
  readonly bank: BankPlan.Bank
  readonly policy: ReactionPolicy
  readonly posting: BankPlan.Posting
  /** The terms of an order; undefined while they are not known here. */
  readonly orderOf: (orderId: string) => OrderTerms | undefined
  /** What was found on a visit; undefined while it is not known here. */
  readonly materialOf: (findId: string) => VisitFinds.Material | undefined
  /** The day on which a person was born, or `unknown`. */
  readonly bornDateOf: (personId: string) => string
}

/**
 * What a fact leads to, by `ReactionTable.table`.
 *
 * Pure: reads the ledger, changes nothing. The same fact on the same books gives the same commands
 * with the same ids; once they are posted, they come as repeated. A fact that builds on another
 * that is not in the books yet waits. An order with a price pays its helpers by the price and
 * credits no minutes beside it. Cost: that of the plan behind it.
 *
 * @source Helong and Longxian reports: one confirmed service, one entry (domain rows 37 and 40)
 * @category reactions
 * @since 0.1.0
 */
export const react = (context: Context, fact: Fact.Fact): Reaction => {
  const act = ReactionTable.actOf(fact.kind)
  if (act === undefined) return { kind: "Nothing", act: "Nothing", reason: "UnknownKind" }
  switch (act) {
    case "Nothing":
      return { kind: "Nothing", act, reason: "ByTable" }
    case "Credit":
      return creditReaction(context, fact)
    case "Uncredit":
      return uncreditReaction(context, fact)
    case "Review":
      return reviewReaction(context, fact)
    case "Report":
      return reportReaction(context, fact)
    default: {
      const terms = context.orderOf(OrderFacts.orderIdOf(fact.causeId))
      return terms === undefined
        ? { kind: "Wait", act, fact, waitFor: "Order" }
        : orderReaction(context, fact, { act, terms })
    }
  }
}

type OrderAct = Exclude<ReactionTable.Act, "Nothing" | "Credit" | "Uncredit" | "Review" | "Report">

const orderReaction = (
  context: Context,
  fact: Fact.Fact,
  { act, terms }: { readonly act: OrderAct; readonly terms: OrderTerms }
): Reaction => {
  switch (act) {
    case "Hold":
      return priceReactions.hold(context, fact, terms)
    case "Pay":
      return priceReactions.pay(context, fact, terms)
    case "Release":
      return priceReactions.release(context, fact, terms)
    case "Repay":
    case "PayBack":
      return priceReactions.settle(context, fact, { act, terms })
    case "Earn":
      return earnReaction(context, fact, terms)
    case "Settle":
    case "Void":
      return settleReaction(context, fact, { act, terms })
  }
}
