/**
 * Credits for confirmed service, and for nothing else: one order credits each of its helpers once, by
 * the helper's minutes, at the tariff of the day of service, within the caps. The command's id
 * follows from order and helper, so that a second confirmation, from whichever device, finds the
 * first credit instead of making another.
 */
import { Id } from "@wangge/facts"
import type * as Account from "./Account.ts"
import * as BankPlan from "./BankPlan.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import type { LedgerCommand, Transfer } from "./LedgerCommand.ts"
import type { Signal } from "./Signal.ts"
import * as Tariff from "./Tariff.ts"

/**
 * Somebody who served in an order, and for how many whole minutes.
 *
 * @category earning
 * @since 0.1.0
 */
export interface Helper {
  readonly partyId: string
  readonly minutes: number
}

/**
 * A service that was confirmed: what it was, when it began, who received it, who confirmed it when,
 * and who helped for how long.
 *
 * @category earning
 * @since 0.1.0
 */
export interface Confirmation {
  readonly orderId: string
  readonly serviceKind: string
  readonly difficulty: string
  readonly servedSec: number
  readonly receiverId: string
  readonly confirmedById: string
  readonly confirmedSec: number
  readonly helpers: ReadonlyArray<Helper>
}

/**
 * The plan for one helper of an order.
 *
 * @category earning
 * @since 0.1.0
 */
export interface HelperPlan {
  readonly partyId: string
  readonly plan: BankPlan.BankPlan
}

/**
 * The credits of all helpers of an order, in the order given; each plan stands alone, so that one
 * helper whose account is closed does not keep the others from their credit.
 *
 * The plans are made on one state of the ledger: two helpers with one account need a fresh plan
 * after the first is posted.
 *
 * @category earning
 * @since 0.1.0
 */
export const plans = (
  bank: BankPlan.Bank,
  confirmation: Confirmation,
  posting: BankPlan.Posting
): ReadonlyArray<HelperPlan> =>
  confirmation.helpers.map(({ partyId }) => ({
    partyId,
    plan: plan(bank, confirmation, { partyId, posting })
  }))

/**
 * The credit of one helper of an order.
 *
 * A group `earn/<order>/<helper>` with up to four transfers: hours and points to the helper as far as
 * the caps leave room, the rest to the pool of the policy; each counts from the time of service.
 * Refused, in this order: `BadId`, `NoHelper`, `HelperTwice`, `BadMinutes` for what the confirmation
 * says; `SelfService` (the helper is who received), `SelfConfirmed` (a helper confirmed);
 * `ConfirmedTooEarly`, `ServedInFuture`; `CreditedOtherwise` for an order that has credited the helper
 * for other minutes or another time, with a signal; then what the tariff refuses;
 * `NothingToCredit`; `NoAccount`; `LedgerRefuses`. Cost: linear in the entries of the helper's
 * accounts.
 *
 * @source Helong and Longxian reports: one confirmed service, one entry (domain rows 37, 40, 41)
 * @category earning
 * @since 0.1.0
 */
export const plan = (
  bank: BankPlan.Bank,
  confirmation: Confirmation,
  { partyId, posting }: { readonly partyId: string; readonly posting: BankPlan.Posting }
): BankPlan.BankPlan => {
  const wrong = formProblem(confirmation, partyId) ?? truthProblem(confirmation, partyId, posting)
  if (wrong !== undefined) return wrong
  const minutes = minutesOf(confirmation, partyId)
  const found = BankPlan.attempt(bank.ledger, idOf(confirmation.orderId, partyId))
  if (found.isKnown) {
    const isSame = saysSame(found.command, minutes, confirmation.servedSec)
    return isSame
      ? BankPlan.repeated(found.command)
      : otherwise(confirmation, partyId, found.command)
  }
  const rate = Tariff.rateOf(bank.rules.tariff, {
    serviceKind: confirmation.serviceKind,
    difficulty: confirmation.difficulty,
    servedMinutes: minutes,
    servedSec: confirmation.servedSec
  })
  if (!rate.ok) return { ok: false, refusal: rate.refusal, signals: [] }
  if (rate.minutes === 0 && rate.points === 0) {
    return BankPlan.refused("NothingToCredit", confirmation.orderId, 0, "> 0")
  }
  const commands: Array<Transfer> = []
  for (const unit of ["hours", "points"] as const) {
    const amount = unit === "hours" ? rate.minutes : rate.points
    if (amount === 0) continue
    const owner = creditTransfers.accountOf(bank, partyId, unit)
    if (!owner.ok) return owner
    const due = { ...dueOf(confirmation, partyId), unit, amount }
    commands.push(...credit(bank, owner.account, due, { posting, stem: `${found.id}/${minutes}m` }))
  }
  return BankPlan.decided(bank, BankPlan.group(found.id, posting, commands))
}

/**
 * The id of the credit of a helper for an order.
 *
 * ```ts
 * import { EarningPlan } from "@wangge/timebank"
 *
 * EarningPlan.idOf("order-7", "ann") // => "earn/order-7/ann"
 * ```
 *
 * @category earning
 * @since 0.1.0
 */
export const idOf = (orderId: string, partyId: string): string => `earn/${orderId}/${partyId}`

const credit = (
  bank: BankPlan.Bank,
  account: Account.Account,
  due: creditTransfers.Due,
  naming: { readonly posting: BankPlan.Posting; readonly stem: string }
): ReadonlyArray<Transfer> =>
  creditTransfers.transfersOf(
    bank,
    account,
    due,
    creditTransfers.splitOf(bank, account, due, naming.posting.atSec),
    naming
  )

const dueOf = (
  { orderId, servedSec }: Confirmation,
  partyId: string
): Omit<creditTransfers.Due, "unit" | "amount"> => ({
  orderId,
  partyId,
  effectiveSec: servedSec,
  replaced: [],
  correctsId: ""
})

const minutesOf = (confirmation: Confirmation, partyId: string): number =>
  confirmation.helpers.find((helper) => helper.partyId === partyId)?.minutes ?? 0

const formProblem = (
  { helpers, orderId }: Confirmation,
  partyId: string
): BankPlan.Refused | undefined => {
  // the longest id that is made of both, with room for attempts
  const longest = `${idOf(orderId, partyId)}~99/${Tariff.numberMax}m/points-excess`
  if (!Id.isValid(orderId) || !Id.isValid(partyId) || !Id.isValid(longest)) {
    const expected = `two ids of printable ASCII, together up to ${Id.lengthMax - 35} characters`
    return BankPlan.refused("BadId", "orderId/partyId", `${orderId}/${partyId}`, expected)
  }
  const ids = helpers.map((helper) => helper.partyId)
  if (!ids.includes(partyId)) return BankPlan.refused("NoHelper", orderId, ids.length, partyId)
  const twice = ids.find((id, index) => ids.indexOf(id) < index)
  if (twice !== undefined) return BankPlan.refused("HelperTwice", orderId, twice, 1)
  const bad = helpers.find(({ minutes }) => !Tariff.isCount(minutes) || minutes < 1)
  return bad === undefined
    ? undefined
    : BankPlan.refused("BadMinutes", bad.partyId, bad.minutes, `1..${Tariff.numberMax}`)
}

const truthProblem = (
  { confirmedById, confirmedSec, helpers, orderId, receiverId, servedSec }: Confirmation,
  partyId: string,
  { atSec }: BankPlan.Posting
): BankPlan.Refused | undefined => {
  if (receiverId === partyId) {
    return BankPlan.refused("SelfService", orderId, partyId, "somebody else")
  }
  if (helpers.some((helper) => helper.partyId === confirmedById)) {
    return BankPlan.refused("SelfConfirmed", orderId, confirmedById, receiverId)
  }
  if (confirmedSec < servedSec) {
    return BankPlan.refused("ConfirmedTooEarly", orderId, confirmedSec, servedSec)
  }
  return servedSec > atSec
    ? BankPlan.refused("ServedInFuture", orderId, servedSec, atSec)
    : undefined
}

/** Whether a group that was posted credits these minutes from this second on. */
const saysSame = (command: LedgerCommand, minutes: number, servedSec: number): boolean =>
  command.action === "PostGroup" &&
  command.commands.every(
    (member) =>
      member.action === "Transfer" &&
      member.id.startsWith(`${command.id}/${minutes}m/`) &&
      member.effectiveSec === servedSec
  )

const otherwise = (
  confirmation: Confirmation,
  partyId: string,
  command: LedgerCommand
): BankPlan.BankPlan => {
  const { confirmedSec, orderId, receiverId, servedSec } = confirmation
  const minutes = minutesOf(confirmation, partyId)
  const signal: Signal = {
    code: "ConfirmedOtherwise",
    subjectIds: [partyId, receiverId].sort(),
    fromSec: servedSec,
    untilSec: confirmedSec + 1,
    measured: [{ name: "minutes", value: minutes, side: "AtLeast", threshold: 0 }],
    orderIds: [orderId]
  }
  const member = command.action === "PostGroup" ? command.commands[0] : command
  const first = member?.id.slice(command.id.length + 1).split("/")[0] ?? ""
  return BankPlan.refused("CreditedOtherwise", orderId, `${minutes}m`, first, [signal])
}
