/**
 * Which fact leads to what elsewhere: one row for every kind of fact that the cores yield, so that a
 * kind without a row does not compile and a reader sees the whole bridge on one page.
 */
import type { CaseFacts } from "@wangge/cases"
import type { Label } from "@wangge/facts"
import type { ServiceFacts } from "@wangge/service"

/**
 * What a fact leads to. Append only.
 *
 * In the time bank: `Hold`, `Pay` and `Release` what an order costs; `Repay` and `PayBack` after a
 * dispute; `Earn` for service, `Settle` and `Void` after a dispute; `Credit` and `Uncredit` for what
 * the policy of reactions credits beside orders; `Review` takes back what was credited for a case
 * whose appeal is upheld. In cases: `Report`. `Nothing` else happens.
 *
 * @source none: our own names
 * @category table
 * @since 0.1.0
 */
export const acts = [
  "Hold",
  "Pay",
  "Release",
  "Repay",
  "PayBack",
  "Earn",
  "Settle",
  "Void",
  "Credit",
  "Uncredit",
  "Review",
  "Report",
  "Nothing"
] as const

/**
 * One of the {@link acts}.
 *
 * @category table
 * @since 0.1.0
 */
export type Act = (typeof acts)[number]

/**
 * The words for the acts, in English and Chinese.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<Act, Label.Label>> = {
  Hold: { en: "hold the price", zh: "冻结价款" },
  Pay: { en: "pay the helpers and free the rest", zh: "支付服务者并解冻余额" },
  Release: { en: "free what was held", zh: "解冻" },
  Repay: { en: "pay anew what a dispute found", zh: "按异议结果重新支付" },
  PayBack: { en: "give back what was paid", zh: "退还已付" },
  Earn: { en: "credit the service", zh: "服务入账" },
  Settle: { en: "credit anew what a dispute found", zh: "按异议结果重新入账" },
  Void: { en: "take the credit back", zh: "冲正入账" },
  Credit: { en: "credit what the policy credits", zh: "按规则入账" },
  Uncredit: { en: "take back what the policy credited", zh: "按规则冲正" },
  Review: { en: "take back what was credited for the case", zh: "冲正该案件的入账" },
  Report: { en: "report a case", zh: "上报案件" },
  Nothing: { en: "nothing", zh: "无" }
}

/**
 * Every kind of fact that the cores yield.
 *
 * @category table
 * @since 0.1.0
 */
export type FactKind = ServiceFacts.Kind | CaseFacts.Kind

/**
 * The table: what each kind of fact leads to.
 *
 * Kinds that only count something for evaluation lead to nothing here. `Credit` is done only where
 * the policy names the kind; the upheld appeal of a case takes back what was credited for it to the
 * unit that had it.
 *
 * ```ts
 * import { ReactionTable } from "@wangge/reactions"
 *
 * ReactionTable.table.serviceGiven // => "Earn"
 * ```
 *
 * @source Helong and Longxian reports: a confirmed order is credited (domain rows 37 and 40); the rest
 * is ours
 * @category table
 * @since 0.1.0
 */
export const table: Readonly<Record<FactKind, Act>> = {
  orderRequested: "Nothing",
  priceHeld: "Hold",
  orderAccepted: "Nothing",
  orderDeclined: "Nothing",
  orderGivenBack: "Nothing",
  orderGivenBackLate: "Nothing",
  orderReopened: "Nothing",
  providerNoShow: "Nothing",
  requesterNoShow: "Nothing",
  orderFailed: "Nothing",
  orderCancelled: "Nothing",
  orderCancelledLate: "Nothing",
  orderUnfilled: "Nothing",
  priceReleased: "Release",
  orderConfirmed: "Nothing",
  serviceGiven: "Earn",
  serviceReceived: "Nothing",
  priceDue: "Pay",
  orderRated: "Nothing",
  orderDisputed: "Nothing",
  orderUpheld: "Nothing",
  orderCorrected: "Nothing",
  minutesCorrected: "Settle",
  priceCorrected: "Repay",
  orderVoided: "Nothing",
  minutesVoided: "Void",
  priceReturned: "PayBack",
  wishPosted: "Nothing",
  wishClaimed: "Nothing",
  wishFulfilled: "Credit",
  wishRefused: "Nothing",
  postClaimed: "Nothing",
  postLeft: "Nothing",
  dutyServed: "Credit",
  dutyMissed: "Nothing",
  dutyExcused: "Nothing",
  memberReportedIn: "Nothing",
  memberLeft: "Nothing",
  unitReportedIn: "Nothing",
  unitLeft: "Nothing",
  activityHeld: "Nothing",
  servicesGiven: "Nothing",
  volunteerServed: "Credit",
  activityVoided: "Nothing",
  servicesVoided: "Nothing",
  volunteerServiceVoided: "Uncredit",
  visitMade: "Nothing",
  visitAttempted: "Nothing",
  foundByVisit: "Report",
  visitVoided: "Nothing",
  attemptVoided: "Nothing",
  visitDue: "Nothing",
  visitDone: "Nothing",
  visitDeclined: "Nothing",
  caseReported: "Nothing",
  caseClosed: "Nothing",
  caseOnTime: "Credit",
  caseLate: "Nothing",
  caseReopened: "Nothing",
  caseConfirmed: "Credit",
  caseNotResolved: "Nothing",
  reporterNotReached: "Nothing",
  reporterSatisfied: "Nothing",
  reporterDissatisfied: "Nothing",
  contactOnTime: "Nothing",
  contactLate: "Nothing",
  caseSettledOnSpot: "Credit",
  caseReturned: "Nothing",
  caseEscalated: "Nothing",
  caseExtended: "Nothing",
  caseChecked: "Nothing",
  caseReworked: "Nothing",
  appealUpheld: "Review",
  caseUnmerged: "Nothing",
  caseHelped: "Credit"
}

/**
 * What a fact of some kind leads to; `undefined` for a kind that no core yields.
 *
 * @category table
 * @since 0.1.0
 */
export const actOf = (kind: string): Act | undefined => actsByKind.get(kind)

const actsByKind: ReadonlyMap<string, Act> = new Map(Object.entries(table))
