/**
 * Giving away what one has: to the pool of donations, which everybody and every group may, and to
 * relatives, where the policy allows it. What is given keeps its lapse dates; what is donated keeps or
 * loses them as the policy says.
 */
import * as BankPlan from "./BankPlan.ts"
import * as bookings from "./internal/bookings.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import type { Mode, Transfer } from "./LedgerCommand.ts"
import { noEnd } from "./LedgerRules.ts"
import * as LocalPeriod from "./LocalPeriod.ts"
import * as OwnUse from "./OwnUse.ts"
import * as RelativeRegister from "./RelativeRegister.ts"
import type { Unit } from "./Unit.ts"

/**
 * A donation of `amount` smallest units to the pool; with mode `UpTo` as much of it as there is.
 *
 * @category gifts
 * @since 0.1.0
 */
export interface Donation {
  readonly giftId: string
  readonly giverId: string
  readonly unit: Unit
  readonly amount: number
  readonly mode: Mode
}

/**
 * A gift to a relative, with the receiver's day of birth and the register of relatives.
 *
 * @category gifts
 * @since 0.1.0
 */
export interface Gift {
  readonly giftId: string
  readonly giverId: string
  readonly receiverId: string
  readonly receiverBornDate: OwnUse.BornDate
  readonly unit: Unit
  readonly amount: number
  readonly relatives: ReadonlyArray<RelativeRegister.Relative>
}

/**
 * A donation, under `donate/<gift>`.
 *
 * Refused: `NoAccount`, `OtherUnit`, `LedgerRefuses`. The same gift id again gets the first plan.
 *
 * @source Nanjing (Xinhua, 30 August 2019): what was donated serves the elderly who live alone first
 * @category gifts
 * @since 0.1.0
 */
export const donate = (
  bank: BankPlan.Bank,
  donation: Donation,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { amount, giftId, giverId, mode, unit } = donation
  const giver = creditTransfers.accountOf(bank, giverId, unit)
  if (!giver.ok) return giver
  const { accounts, expiry } = bank.rules.policy
  return BankPlan.once(bank, `donate/${giftId}`, (id) => ({
    ...transferOf("Donate", id, posting),
    unit,
    debit: giver.account.id,
    credit: accounts[unit].donations,
    amount,
    mode,
    ...(expiry.donated === "NoDate" ? { lapseSec: noEnd } : {})
  }))
}

/**
 * A gift to a relative, under `gift/<gift>`.
 *
 * Refused, in this order: `GiftsNotAllowed` where the policy names no relation; `NoAccount`;
 * `GroupOnlyDonates`; `NotRelated` (no row with evidence in force); `RelationNotAllowed`;
 * `AgeUnknown`, `TooYoung` for the receiver; `YearLimitReached` with what was given in the local
 * year, reversed gifts left out; `LedgerRefuses`. Cost: linear in the entries of the giver's account.
 *
 * @source Nanjing (domain source P12): transfer to close relatives aged 60 or more
 * @category gifts
 * @since 0.1.0
 */
export const toRelative = (
  bank: BankPlan.Bank,
  gift: Gift,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { amount, giverId, giftId, receiverId, unit } = gift
  const found = BankPlan.attempt(bank.ledger, `gift/${giftId}`)
  if (found.isKnown) return BankPlan.repeated(found.command)
  if (bank.rules.policy.gifts.relations.length === 0) {
    return BankPlan.refused("GiftsNotAllowed", giverId, receiverId, "Donate")
  }
  const giver = creditTransfers.accountOf(bank, giverId, unit)
  if (!giver.ok) return giver
  const receiver = creditTransfers.accountOf(bank, receiverId, unit)
  if (!receiver.ok) return receiver
  if (giver.account.accountKind === "Group" && bank.rules.policy.groupsOnlyDonate) {
    return BankPlan.refused("GroupOnlyDonates", giver.account.id, "Group", "Donate")
  }
  const obstacle =
    relationObstacle(bank, gift, posting.atSec) ??
    yearObstacle(bank, gift, { account: giver.account.id, atSec: posting.atSec })
  if (obstacle !== undefined) return obstacle
  return BankPlan.decided(bank, {
    ...transferOf("Gift", found.id, posting),
    unit,
    debit: giver.account.id,
    credit: receiver.account.id,
    amount
  })
}

const relationObstacle = (
  bank: BankPlan.Bank,
  { giverId, receiverBornDate, receiverId, relatives }: Gift,
  atSec: number
): BankPlan.Refused | undefined => {
  const { gifts } = bank.rules.policy
  const row = RelativeRegister.find(relatives, [giverId, receiverId], atSec)
  if (row === undefined) return BankPlan.refused("NotRelated", giverId, receiverId, "evidence")
  if (!gifts.relations.includes(row.relation)) {
    const allowed = gifts.relations.join(", ")
    return BankPlan.refused("RelationNotAllowed", receiverId, row.relation, allowed)
  }
  const who = { personId: receiverId, bornDate: receiverBornDate, atSec }
  return OwnUse.ageObstacle(bank.rules.policy, gifts.receiverAgeYears, who)
}

const yearObstacle = (
  { ledger, rules }: BankPlan.Bank,
  { amount, giverId, unit }: Gift,
  { account, atSec }: { readonly account: string; readonly atSec: number }
): BankPlan.Refused | undefined => {
  const { gifts, zone } = rules.policy
  const limit = gifts.yearAmount[unit]
  if (limit === "none") return undefined
  const year = LocalPeriod.numberOf(zone, "Year", atSec)
  const given = bookings
    .bookingsOf(ledger, account)
    .filter(({ isDebit, transferKind }) => isDebit && transferKind === "Gift")
    .filter((one) => LocalPeriod.numberOf(zone, "Year", one.effectiveSec) === year)
    .reduce((sum, one) => sum + one.amount, 0)
  return given + amount > limit.value
    ? BankPlan.refused("YearLimitReached", giverId, given + amount, limit.value)
    : undefined
}

const transferOf = <Kind extends Transfer["transferKind"]>(
  transferKind: Kind,
  id: string,
  { atSec, byId }: BankPlan.Posting
) => ({ action: "Transfer", id, atSec, byId, transferKind }) as const
