/**
 * Opening: the bank's own accounts with the merchants of its redemption list, and the accounts of a
 * member in every unit. The ids follow from what is opened, so that opening twice is once.
 */
import * as Account from "./Account.ts"
import type { AccountKind } from "./AccountKind.ts"
import * as BankPlan from "./BankPlan.ts"
import type { OpenAccount } from "./LedgerCommand.ts"
import * as Unit from "./Unit.ts"

/**
 * The group that opens the bank: issuer, pools, expiry and suspense in every unit, and every merchant
 * of the redemption list, under `open/bank/<policy>/<revision>`.
 *
 * A revision that brings new merchants opens only what is not there yet. `BankPlan` refuses as
 * `LedgerRefuses`; a revision that brings no account is refused as an empty group.
 *
 * @category opening
 * @since 0.1.0
 */
export const bank = (state: BankPlan.Bank, posting: BankPlan.Posting): BankPlan.BankPlan => {
  const { accounts, id, redemption, revision } = state.rules.policy
  return BankPlan.once(state, `open/bank/${id}/${revision}`, (groupId) => {
    const rows = Unit.list.flatMap((unit) =>
      purposes.map(([purpose, kind]) => ({ account: accounts[unit][purpose], kind, unit }))
    )
    const merchants = redemption.map(({ merchantId, unit }) => ({
      account: merchantId,
      kind: "Merchant" as const,
      unit
    }))
    const commands = distinct([...rows, ...merchants])
      .filter(({ account }) => Account.of(state.ledger, account) === undefined)
      .map((row) => open(`${groupId}/${row.account}`, { ...row, ownerId: posting.byId }, posting))
    return BankPlan.group(groupId, posting, commands)
  })
}

/**
 * The group that opens the accounts of a member in every unit, under `open/member/<party>`.
 *
 * `guardianId` acts in the place of somebody who may not act alone; the empty text for nobody.
 * Refused: `LedgerRefuses`.
 *
 * @category opening
 * @since 0.1.0
 */
export const member = (
  state: BankPlan.Bank,
  who: {
    readonly partyId: string
    readonly accountKind: "Person" | "Household" | "Group"
    readonly guardianId: string
  },
  posting: BankPlan.Posting
): BankPlan.BankPlan =>
  BankPlan.once(state, `open/member/${who.partyId}`, (groupId) => {
    const commands = Unit.list.map((unit) => {
      const account = state.directory.accountOf(who.partyId, unit)
      const row = { account, kind: who.accountKind, unit, ownerId: who.partyId }
      const opened = open(`${groupId}/${unit}`, row, posting)
      return who.guardianId === "" ? opened : { ...opened, guardianId: who.guardianId }
    })
    return BankPlan.group(groupId, posting, commands)
  })

interface Row {
  readonly account: string
  readonly kind: AccountKind
  readonly unit: Unit.Unit
}

const purposes = [
  ["issuer", "Issuer"],
  ["donations", "Pool"],
  ["honours", "Pool"],
  ["expiry", "Expiry"],
  ["suspense", "Suspense"]
] as const

const distinct = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.filter(
    ({ account }, index) => rows.findIndex((other) => other.account === account) === index
  )

const open = (
  id: string,
  { account, kind, ownerId, unit }: Row & { readonly ownerId: string },
  { atSec, byId }: BankPlan.Posting
): OpenAccount => ({
  action: "OpenAccount",
  id,
  atSec,
  byId,
  account,
  accountKind: kind,
  unit,
  ownerId
})
