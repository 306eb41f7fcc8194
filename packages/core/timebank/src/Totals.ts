/**
 * Where all that was issued is: the identity of the books. Issued = available + on hold + in pools +
 * redeemed + expired, per unit and over all accounts, at any time.
 */
import * as Kind from "./AccountKind.ts"
import * as accountTable from "./internal/accountTable.ts"
import * as standing from "./internal/standing.ts"
import type { Ledger } from "./Ledger.ts"
import * as Units from "./Unit.ts"

/**
 * Sums in smallest units. `available` is with persons, households, groups and in suspense, net of
 * what they owe; `expired` is what has lapsed, booked or not.
 *
 * @category balances
 * @since 0.1.0
 */
export interface Totals {
  readonly issued: number
  readonly available: number
  readonly onHold: number
  readonly inPools: number
  readonly redeemed: number
  readonly expired: number
}

/**
 * The totals of a unit at `atSec`, which is not before the last entry.
 *
 * `issued` is counted from the issuers alone, so that it equals the sum of the others only if the
 * books are in order. Cost: one pass over the accounts.
 *
 * ```ts
 * import { Ledger, Totals } from "@wangge/timebank"
 *
 * Totals.of(Ledger.make(), "hours", 0).issued // => 0
 * ```
 *
 * @source row 39 of the domain
 * @category balances
 * @since 0.1.0
 */
export const of = (ledger: Ledger, unit: Units.Unit, atSec: number): Totals => {
  const code = Units.codeOf(unit)
  const sums = { issued: 0, available: 0, onHold: 0, inPools: 0, redeemed: 0, expired: 0 }
  for (let account = 0; account < ledger.accounts.count; account++) {
    if (accountTable.unitOf(ledger.accounts, account) !== code) continue
    standing.look(ledger, account, atSec)
    const { free, held, lapsed, debt } = ledger.seen
    sums.onHold += held
    sums.expired += lapsed
    switch (Kind.list[accountTable.kindOf(ledger.accounts, account)]) {
      case "Issuer":
        sums.issued += debt - free
        break
      case "Pool":
        sums.inPools += free - debt
        break
      case "Merchant":
        sums.redeemed += free - debt
        break
      case "Expiry":
        sums.expired += free - debt
        break
      default:
        sums.available += free - debt
    }
  }
  return {
    issued: sums.issued,
    available: sums.available,
    onHold: sums.onHold,
    inPools: sums.inPools,
    redeemed: sums.redeemed,
    expired: sums.expired
  }
}
