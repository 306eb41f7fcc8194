/**
 * What becomes of the payment of an order when a dispute is settled: everything goes back to the
 * payer, and what is due now is paid from there, in one group. Settlements of one order are numbered
 * like those of credits (`CreditSettlement`).
 */
import * as BankPlan from "./BankPlan.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import * as settlementChain from "./internal/settlementChain.ts"
import type { Single, Transfer } from "./LedgerCommand.ts"
import * as OrderPayment from "./OrderPayment.ts"
import type { Unit } from "./Unit.ts"

/**
 * What a dispute found about the price: these shares stand in the place of those that were paid, none
 * for money back. `number` rises with every settlement of the order.
 *
 * @category payments
 * @since 0.1.0
 */
export interface PaymentSettlement {
  readonly orderId: string
  readonly payerId: string
  readonly unit: Unit
  readonly number: number
  readonly shares: ReadonlyArray<OrderPayment.Share>
  readonly reason: string
}

/**
 * Makes a settlement of the price true: everything that was paid goes back to the payer with the dates
 * that it had, and the new shares are paid from there, in one group `repay/<order>/<k>`.
 *
 * Where nothing was due at first, the new shares are paid from what the payer has now; where nothing
 * changes, the first step comes again as repeated. Refused: `BadAmount`, `NotCreditedYet` (come again
 * when the payment is posted), `OlderSettlement`, `NoAccount`, `LedgerRefuses`.
 *
 * @source none: our own reading of "a mistake is reversed by a new entry" (domain row 41)
 * @category payments
 * @since 0.1.0
 */
export const plan = (
  bank: BankPlan.Bank,
  settlement: PaymentSettlement,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { number, orderId, payerId, reason, shares, unit } = settlement
  const bad = shares.find(({ amount }) => !Number.isSafeInteger(amount) || amount < 0)
  if (bad !== undefined) return BankPlan.refused("BadAmount", bad.partyId, bad.amount, ">= 0")
  const first = firstOf(bank, orderId)
  if (!first.isKnown) {
    return BankPlan.refused("NotCreditedYet", orderId, "none", OrderPayment.payIdOf(orderId))
  }
  const chain = settlementChain.of(bank.ledger, `repay/${orderId}`, first.command)
  const known = settlementChain.known(chain, orderId, number)
  if (known !== undefined) return known
  const { atSec, byId } = posting
  const stem = `${chain.nextId}/n${number}`
  const commands: Array<Single> = chain.standing(unit).map(({ id }, index) => ({
    action: "Reverse",
    id: `${stem}/reverse-${index}`,
    atSec,
    byId,
    targetId: id,
    reason
  }))
  for (const { amount, partyId } of shares.filter((share) => share.amount > 0)) {
    const owner = creditTransfers.accountOf(bank, partyId, unit)
    if (!owner.ok) return owner
    const transfer: Transfer = {
      action: "Transfer",
      id: `${stem}/${partyId}/${amount}/${unit}`,
      atSec,
      byId,
      transferKind: "Pay",
      unit,
      debit: bank.directory.accountOf(payerId, unit),
      credit: owner.account.id,
      amount,
      effectiveSec: chain.effectiveSec,
      causeId: orderId,
      correctsId: chain.standing(unit)[0]?.id ?? first.command.id
    }
    commands.push(transfer)
  }
  return commands.length === 0
    ? BankPlan.repeated(first.command)
    : BankPlan.decided(bank, BankPlan.group(chain.nextId, posting, commands))
}

/** The payment of an order; or that its hold was released because nothing was due. */
const firstOf = ({ ledger }: BankPlan.Bank, orderId: string): BankPlan.Attempt => {
  const paid = BankPlan.attempt(ledger, OrderPayment.payIdOf(orderId))
  return paid.isKnown ? paid : BankPlan.attempt(ledger, OrderPayment.releaseIdOf(orderId))
}
