/**
 * Redeeming across shelf and ledger: what is reserved on the shelf is held in the ledger, delivery
 * captures it for the merchant, cancelling releases it, a return takes the payment back and puts the
 * piece back on the shelf. Each step is one command for each side, to be stored both or neither.
 */
import { Id } from "@wangge/facts"
import * as BankPlan from "./BankPlan.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import type { LedgerCommand } from "./LedgerCommand.ts"
import * as OwnUse from "./OwnUse.ts"
import * as PlanRefusal from "./PlanRefusal.ts"
import type { RedemptionItem } from "./RedemptionItem.ts"
import type * as Shelf from "./Shelf.ts"
import type { OnReservation, ReserveItem, ShelfCommand } from "./ShelfCommand.ts"
import * as ShelfDecider from "./ShelfDecider.ts"
import type { ShelfEvent } from "./ShelfEvent.ts"

/**
 * A step on both sides: the shelf's command and event with the version that it was planned on, and the
 * ledger's command; or a refusal, and then neither.
 *
 * @category redemption
 * @since 0.1.0
 */
export type RedemptionPlan =
  | {
      readonly ok: true
      readonly shelf: {
        readonly command: ShelfCommand
        readonly event: ShelfEvent
        readonly expectedVersion: number
      }
      readonly command: LedgerCommand
    }
  | { readonly ok: false; readonly refusal: PlanRefusal.PlanRefusal }

/**
 * Who wants how many pieces, and when he was born.
 *
 * @category redemption
 * @since 0.1.0
 */
export interface Request {
  readonly redemptionId: string
  readonly personId: string
  readonly bornDate: OwnUse.BornDate
  readonly count: number
}

/**
 * Reserves pieces and holds their price until the reservation lapses, which both sides do by
 * themselves at the same second.
 *
 * Refused, in this order: `BadId`, `UnknownItem`; `NoAccount`, `OtherUnit`; `GroupOnlyDonates`,
 * `AgeUnknown`, `TooYoung`; `ShelfRefuses` with the shelf's code; `LedgerRefuses` with the ledger's.
 *
 * @source none: our own reading of a redemption counter
 * @category redemption
 * @since 0.1.0
 */
export const reserve = (
  bank: BankPlan.Bank,
  shelf: Shelf.Shelf,
  request: Request,
  posting: BankPlan.Posting
): RedemptionPlan => {
  const { count, personId, redemptionId } = request
  if (!Id.isValid(`redeem/${redemptionId}/deliver`)) {
    return failed("BadId", "redemptionId", redemptionId, "a shorter id")
  }
  const item = itemOf(bank, shelf)
  if (item === undefined) return unknownItem(bank, shelf)
  const owner = creditTransfers.accountOf(bank, personId, item.unit)
  if (!owner.ok) return owner
  const { atSec, byId } = posting
  const { bornDate } = request
  const obstacle = OwnUse.obstacle(bank.rules.policy, owner.account, { atSec, bornDate })
  if (obstacle !== undefined) return obstacle
  const accountId = owner.account.id
  const command: ReserveItem = {
    action: "ReserveItem",
    atSec,
    byId,
    redemptionId,
    personId,
    accountId,
    count
  }
  const amount = count * item.price.value
  return both(bank, shelf, item, command, (event) => ({
    action: "PlaceHold",
    id: holdIdOf(redemptionId),
    atSec,
    byId,
    transferKind: "Redeem",
    unit: item.unit,
    debit: accountId,
    amount,
    credit: item.merchantId,
    expiresSec: event.kind === "ItemReserved" ? event.reservation.expiresSec : atSec,
    causeId: redemptionId
  }))
}

/**
 * Hands the pieces over and pays the merchant.
 *
 * Refused: `UnknownItem`, `ShelfRefuses` (`ReservationLapsed` from its last second on, `WrongStatus`
 * for one that was delivered), `LedgerRefuses`.
 *
 * @category redemption
 * @since 0.1.0
 */
export const deliver = (
  bank: BankPlan.Bank,
  shelf: Shelf.Shelf,
  redemptionId: string,
  posting: BankPlan.Posting
): RedemptionPlan =>
  moved(
    bank,
    shelf,
    { action: "DeliverItem", redemptionId, ...posting },
    {
      action: "CaptureHold",
      id: `redeem/${redemptionId}/deliver`,
      ...posting,
      holdId: holdIdOf(redemptionId)
    }
  )

/**
 * Gives a reservation up and frees what was held.
 *
 * Refused: `UnknownItem`, `ShelfRefuses`, `LedgerRefuses`.
 *
 * @category redemption
 * @since 0.1.0
 */
export const cancel = (
  bank: BankPlan.Bank,
  shelf: Shelf.Shelf,
  redemptionId: string,
  posting: BankPlan.Posting
): RedemptionPlan =>
  moved(
    bank,
    shelf,
    { action: "CancelReservation", redemptionId, ...posting },
    {
      action: "ReleaseHold",
      id: `redeem/${redemptionId}/cancel`,
      ...posting,
      holdId: holdIdOf(redemptionId)
    }
  )

/**
 * Takes delivered pieces back: they lie on the shelf again, and the person has again what he paid, with
 * the lapse dates that it had.
 *
 * Refused: `UnknownItem`, `ShelfRefuses`, `LedgerRefuses`. What is broken goes back and is then taken
 * off the shelf with `RemoveStock`.
 *
 * @category redemption
 * @since 0.1.0
 */
export const takeBack = (
  bank: BankPlan.Bank,
  shelf: Shelf.Shelf,
  redemptionId: string,
  posting: BankPlan.Posting
): RedemptionPlan =>
  moved(
    bank,
    shelf,
    { action: "ReturnItem", redemptionId, ...posting },
    {
      action: "Reverse",
      id: `redeem/${redemptionId}/return`,
      ...posting,
      targetId: `redeem/${redemptionId}/deliver`,
      reason: `returned: ${redemptionId}`
    }
  )

const holdIdOf = (redemptionId: string): string => `redeem/${redemptionId}`

const itemOf = (bank: BankPlan.Bank, shelf: Shelf.Shelf): RedemptionItem | undefined =>
  bank.rules.policy.redemption.find(({ id }) => id === shelf.itemId)

const unknownItem = (bank: BankPlan.Bank, shelf: Shelf.Shelf): RedemptionPlan => {
  const known = bank.rules.policy.redemption.map(({ id }) => id).join(", ")
  return failed("UnknownItem", "itemId", shelf.itemId, known)
}

const moved = (
  bank: BankPlan.Bank,
  shelf: Shelf.Shelf,
  command: OnReservation,
  ledgerCommand: LedgerCommand
): RedemptionPlan => {
  const item = itemOf(bank, shelf)
  return item === undefined
    ? unknownItem(bank, shelf)
    : both(bank, shelf, item, command, () => ledgerCommand)
}

/** The decision of the shelf, then that of the ledger on what follows from it. */
const both = (
  bank: BankPlan.Bank,
  shelf: Shelf.Shelf,
  item: RedemptionItem,
  command: ReserveItem | OnReservation,
  ledgerCommand: (event: ShelfEvent) => LedgerCommand
): RedemptionPlan => {
  const decision = ShelfDecider.decide({ item, zone: bank.rules.policy.zone }, shelf, command)
  if (!decision.ok) {
    const { code, expected, subject } = decision.rejection
    return failed("ShelfRefuses", subject, code, expected)
  }
  const plan = BankPlan.decided(bank, ledgerCommand(decision.event))
  if (!plan.ok) return plan
  return {
    ok: true,
    shelf: { command, event: decision.event, expectedVersion: shelf.version },
    command: plan.command
  }
}

const failed = (
  code: PlanRefusal.Code,
  subject: string,
  found: string | number,
  expected: string | number
): RedemptionPlan => ({ ok: false, refusal: PlanRefusal.make(code, subject, found, expected) })
