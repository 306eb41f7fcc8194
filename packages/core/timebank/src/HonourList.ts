/**
 * What a cap turned away from whom, where the policy keeps it as an honour: recognition for service
 * beyond what an account may hold. An honour is a number beside a person and buys nothing; showing
 * it with a name needs that person's consent, which is asked elsewhere.
 */
import type { Bank } from "./BankPlan.ts"
import { bookingsOf } from "./internal/bookings.ts"
import type { Unit } from "./Unit.ts"

/**
 * One person's honour: smallest units beyond the caps, and how many orders they came from.
 *
 * @category honours
 * @since 0.1.0
 */
export interface Honour {
  readonly personId: string
  readonly amount: number
  readonly orderCount: number
}

/**
 * The honours of a unit: the most first, equal ones by id; what was reversed counts no more.
 *
 * Cost: linear in the entries of the pool of honours.
 *
 * @source Nanjing (Xinhua, 30 August 2019): hours beyond the limit for public recognition (社会褒奖)
 * @category honours
 * @since 0.1.0
 */
export const of = ({ ledger, rules }: Bank, unit: Unit): ReadonlyArray<Honour> => {
  const sums = new Map<string, { amount: number; orderCount: number }>()
  for (const booking of bookingsOf(ledger, rules.policy.accounts[unit].honours)) {
    if (booking.transferKind !== "Excess" || booking.amount === 0) continue
    const sum = sums.get(booking.beneficiaryId) ?? { amount: 0, orderCount: 0 }
    sum.amount += booking.amount
    sum.orderCount += 1
    sums.set(booking.beneficiaryId, sum)
  }
  return [...sums]
    .map(([personId, { amount, orderCount }]) => ({ personId, amount, orderCount }))
    .sort((left, right) => right.amount - left.amount || (left.personId < right.personId ? -1 : 1))
}
