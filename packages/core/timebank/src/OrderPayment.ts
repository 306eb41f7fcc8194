/**
 * Paying for an order between members: held when it is asked for, captured for the helpers when it is
 * confirmed, released when it comes to nothing. The ids follow from the order, so that nothing is held
 * or paid twice. What a dispute makes of it stands in `PaymentSettlement`.
 */
import { Id } from "@wangge/facts"
import * as Balance from "./Balance.ts"
import * as BankPlan from "./BankPlan.ts"
import { personalKinds } from "./BankPolicy.ts"
import * as Hold from "./Hold.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import type { CaptureHold, LedgerCommand } from "./LedgerCommand.ts"
import { noEnd } from "./LedgerRules.ts"
import * as OwnUse from "./OwnUse.ts"
import type { Unit } from "./Unit.ts"

/**
 * What is to be held for an order: `amount` smallest units of the payer's, until `expiresSec` (`noEnd`
 * of `LedgerRules` for an order that ends by itself).
 *
 * @category payments
 * @since 0.1.0
 */
export interface Terms {
  readonly orderId: string
  readonly payerId: string
  readonly bornDate: OwnUse.BornDate
  readonly unit: Unit
  readonly amount: number
  readonly expiresSec: number
}

/**
 * What one helper is to get.
 *
 * @category payments
 * @since 0.1.0
 */
export interface Share {
  readonly partyId: string
  readonly amount: number
}

/**
 * The id of the hold of an order.
 *
 * @category payments
 * @since 0.1.0
 */
export const holdIdOf = (orderId: string): string => `hold/${orderId}`

/**
 * The hold for an order, under `hold/<order>`.
 *
 * Refused: `BadId`; `HeldOtherwise` for the same order with another payer, unit or amount;
 * `NoAccount`, `OtherUnit`; `GroupOnlyDonates`, `AgeUnknown`, `TooYoung` (see `OwnUse`);
 * `LedgerRefuses`.
 *
 * @category payments
 * @since 0.1.0
 */
export const hold = (
  bank: BankPlan.Bank,
  terms: Terms,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { amount, expiresSec, orderId, payerId, unit } = terms
  if (!Id.isValid(`pay/${orderId}/${payerId}~99/points`)) {
    return BankPlan.refused("BadId", "orderId", orderId, "a shorter id")
  }
  const debit = bank.directory.accountOf(payerId, unit)
  const found = BankPlan.attempt(bank.ledger, holdIdOf(orderId))
  if (found.isKnown) return sameHold(found.command, { debit, unit, amount })
  const payer = creditTransfers.accountOf(bank, payerId, unit)
  if (!payer.ok) return payer
  const { atSec, byId } = posting
  const { bornDate } = terms
  const obstacle = OwnUse.obstacle(bank.rules.policy, payer.account, { atSec, bornDate })
  if (obstacle !== undefined) return obstacle
  return BankPlan.decided(bank, {
    action: "PlaceHold",
    id: found.id,
    atSec,
    byId,
    transferKind: "Pay",
    unit,
    debit,
    amount,
    isCreditOpen: true,
    ...(expiresSec === noEnd ? {} : { expiresSec }),
    causeId: orderId
  })
}

const sameHold = (
  command: LedgerCommand,
  asked: { readonly debit: string; readonly unit: Unit; readonly amount: number }
): BankPlan.BankPlan => {
  if (command.action !== "PlaceHold") return BankPlan.repeated(command)
  const isSame =
    command.debit === asked.debit && command.unit === asked.unit && command.amount === asked.amount
  const words = (one: typeof asked): string => `${one.debit} ${one.amount}`
  return isSame
    ? BankPlan.repeated(command)
    : BankPlan.refused("HeldOtherwise", command.id, words(asked), words(command))
}

/**
 * Pays the helpers of an order from what was held and frees the rest, in one group `pay/<order>`.
 *
 * What a helper's balance cap leaves no room for goes to the pool that the policy names; the caps of
 * earning do not count, because nothing is issued. With shares of nothing the hold is released.
 * Refused: `BadAmount`; `CreditedOtherwise` for an order that was paid in other shares; `NotHeld`;
 * `NoAccount`; `LedgerRefuses`.
 *
 * @category payments
 * @since 0.1.0
 */
export const capture = (
  bank: BankPlan.Bank,
  { orderId, shares }: { readonly orderId: string; readonly shares: ReadonlyArray<Share> },
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const paid = shares.filter(({ amount }) => amount !== 0)
  const bad = paid.find(({ amount }) => !Number.isSafeInteger(amount) || amount < 0)
  if (bad !== undefined) return BankPlan.refused("BadAmount", bad.partyId, bad.amount, ">= 0")
  if (paid.length === 0) return release(bank, { orderId }, posting)
  const found = BankPlan.attempt(bank.ledger, payIdOf(orderId))
  if (found.isKnown) return samePayment(found.command, orderId, paid)
  const held = heldOf(bank, orderId, posting.atSec)
  if (held === undefined) return BankPlan.refused("NotHeld", orderId, "none", holdIdOf(orderId))
  const commands: Array<CaptureHold> = []
  for (const share of paid) {
    const divided = divide(bank, share, held.unit, posting.atSec)
    if (!divided.ok) return divided
    for (const part of divided.parts) {
      commands.push({
        action: "CaptureHold",
        id: `${found.id}/${share.partyId}/${share.amount}${part.suffix}/${held.unit}`,
        atSec: posting.atSec,
        byId: posting.byId,
        holdId: held.holdId,
        amount: part.amount,
        credit: part.credit,
        remainder: "Keep"
      })
    }
  }
  const freed = commands.map(
    (command, index): CaptureHold => ({
      ...command,
      remainder: index === commands.length - 1 ? "Release" : "Keep"
    })
  )
  return BankPlan.decided(bank, BankPlan.group(found.id, posting, freed))
}

/**
 * The id of the release of what was held for an order.
 *
 * @category payments
 * @since 0.1.0
 */
export const releaseIdOf = (orderId: string): string => `release/${orderId}`

/**
 * The id of the payment of an order.
 *
 * @category payments
 * @since 0.1.0
 */
export const payIdOf = (orderId: string): string => `pay/${orderId}`

const samePayment = (
  command: LedgerCommand,
  orderId: string,
  shares: ReadonlyArray<Share>
): BankPlan.BankPlan => {
  const members = command.action === "PostGroup" ? command.commands : []
  const expected = shares.map(({ amount, partyId }) => `${command.id}/${partyId}/${amount}`)
  const isSame =
    members.every(({ id }) => expected.some((stem) => isBelow(id, stem))) &&
    expected.every((stem) => members.some(({ id }) => isBelow(id, stem)))
  const words = shares.map(({ amount, partyId }) => `${partyId} ${amount}`).join(", ")
  return isSame
    ? BankPlan.repeated(command)
    : BankPlan.refused("CreditedOtherwise", orderId, words, command.id)
}

const isBelow = (id: string, stem: string): boolean =>
  id.startsWith(`${stem}/`) || id.startsWith(`${stem}-excess/`)

/** The hold of an order if it is still open. */
const heldOf = (bank: BankPlan.Bank, orderId: string, atSec: number): Hold.Hold | undefined => {
  const found = BankPlan.attempt(bank.ledger, holdIdOf(orderId))
  return found.isKnown ? Hold.of(bank.ledger, found.command.id, atSec) : undefined
}

interface Part {
  readonly credit: string
  readonly amount: number
  readonly suffix: "" | "-excess"
}

/** A share divided between the helper and, above the helper's balance cap, the pool. */
const divide = (
  bank: BankPlan.Bank,
  { amount, partyId }: Share,
  unit: Unit,
  atSec: number
): { readonly ok: true; readonly parts: ReadonlyArray<Part> } | BankPlan.Refused => {
  const owner = creditTransfers.accountOf(bank, partyId, unit)
  if (!owner.ok) return owner
  const { account } = owner
  const { accounts, excessTo } = bank.rules.policy
  const balance = Balance.of(bank.ledger, account.id, atSec)
  const held = balance === undefined ? 0 : balance.balance - balance.lapsed
  const room = personalKinds.includes(account.accountKind) ? account.ceiling - held : noEnd
  const own = Math.max(0, Math.min(amount, room))
  const pool = excessTo === "Donations" ? accounts[unit].donations : accounts[unit].honours
  const parts: ReadonlyArray<Part> = [
    { credit: account.id, amount: own, suffix: "" },
    { credit: pool, amount: amount - own, suffix: "-excess" }
  ]
  return { ok: true, parts: parts.filter((part) => part.amount > 0) }
}

/**
 * Frees what was held for an order that came to nothing, under `release/<order>`.
 *
 * Refused: `NotHeld` where nothing was held yet; `LedgerRefuses`, for a hold that has ended too.
 *
 * @category payments
 * @since 0.1.0
 */
export const release = (
  bank: BankPlan.Bank,
  { orderId }: { readonly orderId: string },
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const placed = BankPlan.attempt(bank.ledger, holdIdOf(orderId))
  if (!placed.isKnown) return BankPlan.refused("NotHeld", orderId, "none", holdIdOf(orderId))
  return BankPlan.once(bank, releaseIdOf(orderId), (id) => ({
    action: "ReleaseHold",
    id,
    atSec: posting.atSec,
    byId: posting.byId,
    holdId: placed.command.id
  }))
}
