/**
 * A lot: all free credits of an account that lapse in the same second. Credits with the same lapse
 * cannot be told apart in spending, so they are one lot; what each earning gave is in the statement.
 */
import * as accountTable from "./internal/accountTable.ts"
import * as partList from "./internal/partList.ts"
import * as rowParts from "./internal/rowParts.ts"
import * as standing from "./internal/standing.ts"
import type { Ledger } from "./Ledger.ts"

/**
 * An amount and the first second at which it no longer counts; `LedgerRules.noEnd` if it never
 * lapses.
 *
 * @category lots
 * @since 0.1.0
 */
export interface Part {
  readonly lapseSec: number
  readonly amount: number
}

/**
 * The free lots of an account at `atSec`, earliest lapse first, lapsed ones that are not booked yet
 * included; empty for an account that does not exist. Every lapse second stands once.
 *
 * ```ts
 * import { Ledger, Lot } from "@wangge/timebank"
 *
 * Lot.of(Ledger.make(), "hours-7", 0) // => []
 * ```
 *
 * @source none: see the decision page on lots
 * @category lots
 * @since 0.1.0
 */
export const of = (ledger: Ledger, accountId: string, atSec: number): ReadonlyArray<Part> => {
  const account = accountTable.numberOf(ledger.accounts, accountId)
  if (account < 0) return []
  const list = partList.make()
  standing.freeParts(ledger, account, atSec, list)
  return rowParts.toRecords(list)
}
