/**
 * Grants: a welcome for a new member, help in an emergency. Each kind has a budget per period and an
 * amount per person and period; when the budget is spent, or the person has had it, it is refused.
 */
import { Id } from "@wangge/facts"
import * as BankPlan from "./BankPlan.ts"
import type { GrantRule } from "./BankPolicy.ts"
import * as BankRules from "./BankRules.ts"
import { bookingsOf } from "./internal/bookings.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import { noEnd } from "./LedgerRules.ts"
import * as LocalPeriod from "./LocalPeriod.ts"

/**
 * What is asked for: a grant of the policy for a person, `amount` smallest units of its unit.
 *
 * @category grants
 * @since 0.1.0
 */
export interface Request {
  readonly grantId: string
  readonly personId: string
  readonly amount: number
}

/**
 * The grant, under `grant/<grant>/<person>/<period>`: once per person and period, whoever asks.
 *
 * From the issuer it is new credit, from the pool of donations it is paid out of what was given and
 * gets the lapse date of a credit of that day. Refused, in this order: `UnknownGrant`, `BadId`, `BadAmount`,
 * `GrantTooLarge`; `GrantedBefore` with another amount (with the same one the first plan comes again);
 * `NoAccount`, `OtherUnit`; `BudgetSpent`; `LedgerRefuses`, for a pool that has not enough too. What
 * was reversed is in the budget again. Cost: linear in the entries of the account that pays.
 *
 * @source none: our own rules; the amounts and budgets are the policy's
 * @category grants
 * @since 0.1.0
 */
export const plan = (
  bank: BankPlan.Bank,
  request: Request,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { amount, grantId, personId } = request
  const { grants, zone } = bank.rules.policy
  const rule = grants.find(({ id }) => id === grantId)
  if (rule === undefined) {
    const known = grants.map(({ id }) => id).join(", ")
    return BankPlan.refused("UnknownGrant", "grantId", grantId, known)
  }
  const period = LocalPeriod.numberOf(zone, rule.personPeriod, posting.atSec)
  const stem = `grant/${grantId}/${personId}/${period}`
  if (!Id.isValid(`${stem}~99`)) return BankPlan.refused("BadId", "personId", personId, "an id")
  if (!Number.isSafeInteger(amount) || amount < 1) {
    return BankPlan.refused("BadAmount", "amount", amount, `1..${rule.amount.value}`)
  }
  if (amount > rule.amount.value) {
    return BankPlan.refused("GrantTooLarge", grantId, amount, rule.amount.value)
  }
  const found = BankPlan.attempt(bank.ledger, stem)
  if (found.isKnown) {
    const { command } = found
    return command.action === "Transfer" && command.amount === amount
      ? BankPlan.repeated(command)
      : BankPlan.refused("GrantedBefore", personId, command.id, "once")
  }
  return granted(bank, request, { rule, id: found.id, posting })
}

const granted = (
  bank: BankPlan.Bank,
  { amount, grantId, personId }: Request,
  { id, posting, rule }: { rule: GrantRule; id: string; posting: BankPlan.Posting }
): BankPlan.BankPlan => {
  const { unit } = rule
  const receiver = creditTransfers.accountOf(bank, personId, unit)
  if (!receiver.ok) return receiver
  const own = bank.rules.policy.accounts[unit]
  const debit = rule.from === "Issuer" ? own.issuer : own.donations
  const spent = spentIn(bank, rule, { debit, atSec: posting.atSec })
  if (spent + amount > rule.budget.value) {
    return BankPlan.refused("BudgetSpent", grantId, spent + amount, rule.budget.value)
  }
  const lapseSec = BankRules.lapseSec(bank.rules, unit, posting.atSec)
  const hasDate = rule.from === "Issuer" ? lapseSec !== noEnd : true
  return BankPlan.decided(bank, {
    action: "Transfer",
    id,
    atSec: posting.atSec,
    byId: posting.byId,
    transferKind: rule.from === "Issuer" ? "Grant" : "Payout",
    unit,
    debit,
    credit: receiver.account.id,
    amount,
    ...(hasDate ? { lapseSec } : {}),
    causeId: causeOf(grantId)
  })
}

const spentIn = (
  { ledger, rules }: BankPlan.Bank,
  rule: GrantRule,
  { atSec, debit }: { readonly debit: string; readonly atSec: number }
): number => {
  const { zone } = rules.policy
  const now = LocalPeriod.numberOf(zone, rule.budgetPeriod, atSec)
  return bookingsOf(ledger, debit)
    .filter(({ causeId, isDebit }) => isDebit && causeId === causeOf(rule.id))
    .filter((one) => LocalPeriod.numberOf(zone, rule.budgetPeriod, one.effectiveSec) === now)
    .reduce((sum, one) => sum + one.amount, 0)
}

const causeOf = (grantId: string): string => `grant/${grantId}`
