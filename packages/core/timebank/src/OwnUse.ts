/**
 * Who may spend what he earned: from an age, where the policy names one (in Nanjing those served are
 * aged 60 or more), and never a group that can only donate. Birthdays are known outside the ledger.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import type * as Account from "./Account.ts"
import * as BankPlan from "./BankPlan.ts"
import type { BankPolicy, Limit } from "./BankPolicy.ts"
import * as LocalPeriod from "./LocalPeriod.ts"

/**
 * The day on which somebody was born, as `YYYY-MM-DD`, or `unknown`.
 *
 * @category own use
 * @since 0.1.0
 */
export type BornDate = string

/**
 * Why somebody may not spend from an account now, or undefined if he may.
 *
 * `GroupOnlyDonates` for a group's account where groups only donate; `AgeUnknown` and `TooYoung` where
 * the policy names an age: the age counts from the birthday on, by the local day.
 *
 * @source Nanjing (Xinhua, 30 August 2019): those served with time stored are aged 60 or more; groups
 * only donate
 * @category own use
 * @since 0.1.0
 */
export const obstacle = (
  policy: BankPolicy,
  account: Account.Account,
  { atSec, bornDate }: { readonly atSec: number; readonly bornDate: BornDate }
): BankPlan.Refused | undefined => {
  if (account.accountKind === "Group" && policy.groupsOnlyDonate) {
    return BankPlan.refused("GroupOnlyDonates", account.id, account.accountKind, "Donate")
  }
  return ageObstacle(policy, policy.ownUseAgeYears, {
    personId: account.ownerId,
    bornDate,
    atSec
  })
}

/**
 * Why somebody has not the age that a limit of the policy asks for, or undefined if he has.
 *
 * @category own use
 * @since 0.1.0
 */
export const ageObstacle = (
  policy: BankPolicy,
  limit: Limit,
  who: { readonly personId: string; readonly bornDate: BornDate; readonly atSec: number }
): BankPlan.Refused | undefined => {
  if (limit === "none") return undefined
  const bornDay = Seconds.parseIsoDate(who.bornDate)
  if (Number.isNaN(bornDay)) {
    return BankPlan.refused("AgeUnknown", who.personId, "unknown", limit.value)
  }
  const { dayNumber } = Zone.toLocal(policy.zone, who.atSec)
  const age = LocalPeriod.ageYears(bornDay, dayNumber)
  return age < limit.value
    ? BankPlan.refused("TooYoung", who.personId, age, limit.value)
    : undefined
}
