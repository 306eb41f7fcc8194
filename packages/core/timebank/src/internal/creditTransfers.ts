/**
 * The transfers that credit one person for one service: what the caps leave room for to the person,
 * the rest to the pool that the policy names. Used for the first credit and for one that takes the
 * place of another.
 */
import * as Account from "../Account.ts"
import * as Balance from "../Balance.ts"
import * as BankPlan from "../BankPlan.ts"
import { personalKinds } from "../BankPolicy.ts"
import * as BankRules from "../BankRules.ts"
import * as EarningCap from "../EarningCap.ts"
import type { Transfer } from "../LedgerCommand.ts"
import { noEnd } from "../LedgerRules.ts"
import type { Unit } from "../Unit.ts"
import { type Booking, bookingsOf } from "./bookings.ts"

/** A credit to be made: `amount` of `unit` to `partyId` for `orderId`, served at `effectiveSec`. */
export interface Due {
  readonly orderId: string
  readonly partyId: string
  readonly unit: Unit
  readonly amount: number
  readonly effectiveSec: number
  /** Transfers that are taken back in the same step: their room is free again. */
  readonly replaced: ReadonlyArray<Standing>
  /** The transfer that this credit takes the place of; the empty text for none. */
  readonly correctsId: string
}

/** A transfer that stands in the books. */
export interface Standing {
  readonly id: string
  readonly unit: Unit
  readonly credit: string
  readonly amount: number
  readonly effectiveSec: number
  readonly isExcess: boolean
}

/** The account of the party, or why there is none. */
export const accountOf = (
  bank: BankPlan.Bank,
  partyId: string,
  unit: Unit
): { readonly ok: true; readonly account: Account.Account } | BankPlan.Refused => {
  const id = bank.directory.accountOf(partyId, unit)
  const account = Account.of(bank.ledger, id)
  if (account === undefined) return BankPlan.refused("NoAccount", partyId, id, unit)
  return account.unit === unit
    ? { ok: true, account }
    : BankPlan.refused("OtherUnit", id, account.unit, unit)
}

/** How a due credit is divided between the person and the pool. */
export const splitOf = (
  { ledger, rules }: BankPlan.Bank,
  account: Account.Account,
  due: Due,
  atSec: number
): EarningCap.Split => {
  const { amount, effectiveSec, unit } = due
  if (!personalKinds.includes(account.accountKind)) {
    return { credited: amount, excess: 0, boundBy: "None" }
  }
  const replaced = due.replaced.filter(({ credit }) => credit === account.id)
  const before = bookingsOf(ledger, account.id).filter((one) => isCredit(one, replaced))
  const balance = Balance.of(ledger, account.id, atSec)
  const held = balance === undefined ? 0 : balance.balance - balance.lapsed
  const freed = replaced.reduce((sum, one) => sum + one.amount, 0)
  return EarningCap.split(rules.policy, unit, {
    amount,
    effectiveSec,
    balance: held - freed,
    ceiling: account.ceiling,
    before
  })
}

const isCredit = (booking: Booking, replaced: ReadonlyArray<Standing>): boolean =>
  booking.transferKind === "Earn" && !replaced.some(({ id }) => id === booking.id)

/** The transfers of a divided credit, with ids below `stem`; none for a part of nothing. */
export const transfersOf = (
  { rules }: BankPlan.Bank,
  account: Account.Account,
  due: Due,
  split: EarningCap.Split,
  { posting, stem }: { readonly posting: BankPlan.Posting; readonly stem: string }
): ReadonlyArray<Transfer> => {
  const { effectiveSec, orderId, partyId, unit } = due
  const { accounts, excessTo, expiry } = rules.policy
  const lapseSec = BankRules.lapseSec(rules, unit, effectiveSec)
  const part = (
    transferKind: "Earn" | "Excess",
    credit: string,
    amount: number,
    hasDate: boolean
  ): ReadonlyArray<Transfer> => {
    if (amount === 0) return []
    const transfer: Transfer = {
      action: "Transfer",
      id: `${stem}/${unit}${transferKind === "Earn" ? "" : "-excess"}`,
      atSec: posting.atSec,
      byId: posting.byId,
      transferKind,
      unit,
      debit: accounts[unit].issuer,
      credit,
      amount,
      effectiveSec,
      ...(hasDate && lapseSec !== noEnd ? { lapseSec } : {}),
      causeId: orderId,
      beneficiaryId: partyId,
      ...(due.correctsId === "" ? {} : { correctsId: due.correctsId })
    }
    return [transfer]
  }
  const pool = excessTo === "Donations" ? accounts[unit].donations : accounts[unit].honours
  const keepsDate = excessTo === "Donations" && expiry.donated === "KeepDate"
  return [
    ...part("Earn", account.id, split.credited, true),
    ...part("Excess", pool, split.excess, keepsDate)
  ]
}
