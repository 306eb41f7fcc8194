/**
 * What an account has at an instant: what can be spent, what is on hold, what has lapsed but is not
 * booked yet, what is owed.
 */
import * as accountTable from "./internal/accountTable.ts"
import * as standing from "./internal/standing.ts"
import type { Ledger } from "./Ledger.ts"
import { noEnd } from "./LedgerRules.ts"

/**
 * Amounts in smallest units. `free` is what lots hold and has not lapsed; `available` what may be
 * spent: free, less the debt, less the floor (of an issuer, all that its unit still has room for).
 * `balance` is free + onHold + lapsed - debt: what all entries add up to.
 *
 * @category balances
 * @since 0.1.0
 */
export interface Balance {
  readonly balance: number
  readonly available: number
  readonly free: number
  readonly onHold: number
  readonly lapsed: number
  readonly debt: number
}

/**
 * The balance of an account at `atSec`, which is not before the last entry; `undefined` for an
 * account that does not exist.
 *
 * Expired holds count as ended and lapsed lots as lapsed, booked or not. For earlier instants see
 * `History`. Cost: a few reads.
 *
 * @source none: what is over counts as over at once
 * @category balances
 * @since 0.1.0
 */
export const of = (ledger: Ledger, accountId: string, atSec: number): Balance | undefined => {
  const account = accountTable.numberOf(ledger.accounts, accountId)
  if (account < 0) return undefined
  standing.look(ledger, account, atSec)
  const { free, held, lapsed, debt } = ledger.seen
  const available = standing.available(ledger, standing.floorAt(ledger, account, atSec))
  const unit = accountTable.unitOf(ledger.accounts, account)
  return {
    balance: free + held + lapsed - debt,
    available: Math.min(available, noEnd - standing.debtsOf(ledger, unit, atSec, noEnd) + free),
    free,
    onHold: held,
    lapsed,
    debt
  }
}
