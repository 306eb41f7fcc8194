/**
 * A policy compiled for use: the rules of the ledger that follow from it, the tariff by kind, and the
 * lapse date of a credit. All plans of the bank take these rules.
 */
import { Zone } from "@wangge/calendar"
import { type BankPolicy, type Limit, numberOf } from "./BankPolicy.ts"
import * as LedgerRules from "./LedgerRules.ts"
import * as LocalPeriod from "./LocalPeriod.ts"
import * as PolicyProblem from "./PolicyProblem.ts"
import * as Tariff from "./Tariff.ts"
import * as Unit from "./Unit.ts"

/**
 * A policy with what was made of it.
 *
 * @category rules
 * @since 0.1.0
 */
export interface BankRules {
  readonly policy: BankPolicy
  readonly ledger: LedgerRules.LedgerRules
  readonly tariff: Tariff.Tariff
}

/**
 * Rules from a policy.
 *
 * Throws a `RangeError` for a policy in which `PolicyProblem.find` finds anything.
 *
 * ```ts
 * import { BankPreset, BankRules } from "@wangge/timebank"
 *
 * const rules = BankRules.compile(BankPreset.helong)
 * rules.ledger.policy.ceilings.map(({ ceiling }) => ceiling) // => [90000, 90000]
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const compile = (policy: BankPolicy): BankRules => {
  const problems = PolicyProblem.find(policy)
  if (problems.length > 0) {
    const words = problems.map((problem) => PolicyProblem.describe(problem).en)
    throw new RangeError(`The policy ${policy.id} cannot be compiled: ${words.join(" ")}`)
  }
  return {
    policy,
    ledger: LedgerRules.compile(ledgerPolicy(policy)),
    tariff: Tariff.compile(policy.tariff, policy.zone)
  }
}

/**
 * The policy of the ledger that follows from a policy of the bank.
 *
 * Where the policy knows no relation for gifts, `Gift` moves between no accounts at all; where groups
 * only donate, they pay, give and redeem nothing; balance caps become the ceilings of new accounts
 * of persons and households, credit lines their bounds. A payment may go to a pool, for the part
 * that a helper has no room for. Conditions that the ledger cannot know
 * (relations, ages, budgets) are for the plans.
 *
 * @source groups only donate: Nanjing (Xinhua, 30 August 2019)
 * @category rules
 * @since 0.1.0
 */
export const ledgerPolicy = (policy: BankPolicy): LedgerRules.LedgerPolicy => ({
  transfers: LedgerRules.base.transfers.flatMap((rule) => {
    const isDropped = rule.transferKind === "Gift" && policy.gifts.relations.length === 0
    return isDropped ? [] : [transferRule(policy, rule)]
  }),
  operators: policy.operators,
  ceilings: perPerson((unit) => policy.caps[unit].balance).map((limit) => ({
    unit: limit.unit,
    accountKind: limit.accountKind,
    ceiling: limit.value
  })),
  creditLines: perPerson((unit) => policy.creditLine[unit]).map((limit) => ({
    unit: limit.unit,
    accountKind: limit.accountKind,
    creditLineMax: limit.value
  })),
  shortfall: policy.shortfall
})

const transferRule = (
  policy: BankPolicy,
  rule: LedgerRules.TransferRule
): LedgerRules.TransferRule => {
  const isSpending = ["Pay", "Gift", "Redeem"].includes(rule.transferKind)
  const isDateless = rule.transferKind === "Donate" && policy.expiry.donated === "NoDate"
  return {
    transferKind: rule.transferKind,
    debitKinds:
      isSpending && !policy.groupsOnlyDonate ? [...rule.debitKinds, "Group"] : rule.debitKinds,
    creditKinds: rule.transferKind === "Pay" ? [...rule.creditKinds, "Pool"] : rule.creditKinds,
    canRenewLapse: rule.canRenewLapse || isDateless
  }
}

const perPerson = (
  limitOf: (unit: Unit.Unit) => Limit
): ReadonlyArray<{
  readonly unit: Unit.Unit
  readonly accountKind: "Person" | "Household"
  readonly value: number
}> =>
  Unit.list
    .filter((unit) => limitOf(unit) !== "none")
    .flatMap((unit) =>
      (["Person", "Household"] as const).map((accountKind) => ({
        unit,
        accountKind,
        value: numberOf(limitOf(unit), LedgerRules.noCeiling)
      }))
    )

/**
 * The first second at which a credit for a service at `effectiveSec` has lapsed: the end of the local
 * day or month that is so many months later; `LedgerRules.noEnd` where credits do not lapse.
 *
 * ```ts
 * import { BankPreset, BankRules } from "@wangge/timebank"
 *
 * const rules = BankRules.compile(BankPreset.base)
 * // 24 months after 1 January 1970, to the end of January 1972 in Shanghai
 * BankRules.lapseSec(rules, "points", 0) // => 65721600
 * ```
 *
 * @category rules
 * @since 0.1.0
 */
export const lapseSec = (rules: BankRules, unit: Unit.Unit, effectiveSec: number): number => {
  const { expiry, zone } = rules.policy
  const months = expiry.months[unit]
  if (months === "none") return LedgerRules.noEnd
  const { dayNumber } = Zone.toLocal(zone, effectiveSec)
  const last = LocalPeriod.addMonths(dayNumber, months.value)
  return Zone.toInstantSec(zone, LocalPeriod.endDay(expiry.endOf, last), 0)
}
