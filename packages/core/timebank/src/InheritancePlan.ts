/**
 * The account of somebody who has died: frozen when the death is reported, with what was on hold set
 * free; later handed over to an heir, or to the pool of donations, with its lapse dates, and closed.
 * Both happen once.
 */
import * as Balance from "./Balance.ts"
import * as BankPlan from "./BankPlan.ts"
import * as Hold from "./Hold.ts"
import * as creditTransfers from "./internal/creditTransfers.ts"
import type { Single } from "./LedgerCommand.ts"
import * as RelativeRegister from "./RelativeRegister.ts"
import type { Unit } from "./Unit.ts"

/**
 * A death that was reported; `evidenceId` refers to what was seen, such as a certificate.
 *
 * @category inheritance
 * @since 0.1.0
 */
export interface Death {
  readonly personId: string
  readonly unit: Unit
  readonly evidenceId: string
}

/**
 * Who inherits: an heir, or nobody with the empty text. The register must show the relation as it
 * was until the death, `relatedSec`.
 *
 * @category inheritance
 * @since 0.1.0
 */
export interface Estate {
  readonly personId: string
  readonly unit: Unit
  readonly heirId: string
  readonly relatedSec: number
  readonly relatives: ReadonlyArray<RelativeRegister.Relative>
}

/**
 * Freezes the account and sets free what is on hold, under `death/<account>`: nothing more goes in or
 * out until the estate is settled.
 *
 * Refused: `NoAccount`, `OtherUnit`, `BadId` for missing evidence, `LedgerRefuses`.
 *
 * @source none: our own rule; nobody can spend for the dead
 * @category inheritance
 * @since 0.1.0
 */
export const report = (
  bank: BankPlan.Bank,
  { evidenceId, personId, unit }: Death,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const owner = creditTransfers.accountOf(bank, personId, unit)
  if (!owner.ok) return owner
  if (evidenceId.trim() === "") {
    return BankPlan.refused("BadId", "evidenceId", evidenceId, "a reference to the evidence")
  }
  const account = owner.account.id
  const { atSec, byId } = posting
  return BankPlan.once(bank, `death/${account}`, (id) => {
    const releases = Hold.openOf(bank.ledger, account, atSec).map(
      ({ holdId }, index): Single => ({
        action: "ReleaseHold",
        id: `${id}/release-${index}`,
        atSec,
        byId,
        holdId
      })
    )
    const freeze: Single = {
      action: "FreezeAccount",
      id: `${id}/freeze`,
      atSec,
      byId,
      account,
      direction: "Both",
      reason: `death: ${evidenceId}`
    }
    return BankPlan.group(id, posting, [...releases, freeze])
  })
}

/**
 * Hands the account over and closes it, under `estate/<account>`.
 *
 * An heir whom the policy allows gets as much as his own account has room for; what is left, or all
 * without an heir, goes to the pool of donations. Refused, in this order: `NoAccount`,
 * `OtherUnit`; `NotFrozen` before the death was reported; `NotRelated`, `RelationNotAllowed`;
 * `LedgerRefuses`, such as for a debt. The same estate again gets the first plan.
 *
 * @source none: whether and to whom credits pass is the policy's; PRC Civil Code (2020), art. 1127
 * names spouse, children and parents first
 * @category inheritance
 * @since 0.1.0
 */
export const settle = (
  bank: BankPlan.Bank,
  estate: Estate,
  posting: BankPlan.Posting
): BankPlan.BankPlan => {
  const { heirId, personId, unit } = estate
  const owner = creditTransfers.accountOf(bank, personId, unit)
  if (!owner.ok) return owner
  const { account } = owner
  const found = BankPlan.attempt(bank.ledger, `estate/${account.id}`)
  if (found.isKnown) return BankPlan.repeated(found.command)
  if (account.frozen !== "Both") {
    return BankPlan.refused("NotFrozen", account.id, account.frozen, `death/${account.id}`)
  }
  const obstacle = heirId === "" ? undefined : heirObstacle(bank, estate)
  if (obstacle !== undefined) return obstacle
  const inherited = inheritedOf(bank, estate, { account: account.id, id: found.id, posting })
  if (!inherited.ok) return inherited
  const { atSec, byId } = posting
  const opened: Single = {
    action: "UnfreezeAccount",
    id: `${found.id}/unfreeze`,
    atSec,
    byId,
    account: account.id,
    reason: `estate of ${personId}`
  }
  const closed: Single = {
    action: "CloseAccount",
    id: `${found.id}/close`,
    atSec,
    byId,
    account: account.id,
    sweepTo: bank.rules.policy.accounts[unit].donations
  }
  return BankPlan.decided(
    bank,
    BankPlan.group(found.id, posting, [opened, ...inherited.commands, closed])
  )
}

const heirObstacle = (
  bank: BankPlan.Bank,
  { heirId, personId, relatedSec, relatives }: Estate
): BankPlan.Refused | undefined => {
  const { heirs } = bank.rules.policy
  const row = RelativeRegister.find(relatives, [personId, heirId], relatedSec)
  if (row === undefined) return BankPlan.refused("NotRelated", personId, heirId, "evidence")
  return heirs.includes(row.relation)
    ? undefined
    : BankPlan.refused("RelationNotAllowed", heirId, row.relation, heirs.join(", "))
}

/** The transfer to the heir: as much as there is and as he has room for; none for nothing. */
const inheritedOf = (
  bank: BankPlan.Bank,
  { heirId, unit }: Estate,
  { account, id, posting }: { account: string; id: string; posting: BankPlan.Posting }
): { readonly ok: true; readonly commands: ReadonlyArray<Single> } | BankPlan.Refused => {
  if (heirId === "") return { ok: true, commands: [] }
  const heir = creditTransfers.accountOf(bank, heirId, unit)
  if (!heir.ok) return heir
  const { atSec, byId } = posting
  const left = Balance.of(bank.ledger, account, atSec)?.available ?? 0
  const own = Balance.of(bank.ledger, heir.account.id, atSec)
  const room = heir.account.ceiling - (own === undefined ? 0 : own.balance - own.lapsed)
  const amount = Math.min(left, room)
  if (amount < 1) return { ok: true, commands: [] }
  const transfer: Single = {
    action: "Transfer",
    id: `${id}/inherit`,
    atSec,
    byId,
    transferKind: "Inherit",
    unit,
    debit: account,
    credit: heir.account.id,
    amount
  }
  return { ok: true, commands: [transfer] }
}
