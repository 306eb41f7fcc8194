/**
 * Which account belongs to which member: the plans of the bank speak of persons and groups, the ledger
 * of accounts. A directory is outside the ledger, so that a vendor may keep its own numbers.
 */
import type { Unit } from "./Unit.ts"

/**
 * The accounts of members by party and unit.
 *
 * @category accounts
 * @since 0.1.0
 */
export interface Directory {
  /** The account of a party in a unit; the empty text where it has none. */
  readonly accountOf: (partyId: string, unit: Unit) => string
}

/**
 * The directory of a bank that names its accounts after their owners: `ann:hours`, `ann:points`.
 *
 * ```ts
 * import { Directory } from "@wangge/timebank"
 *
 * Directory.byName.accountOf("ann", "hours") // => "ann:hours"
 * ```
 *
 * @source none: our own convention
 * @category accounts
 * @since 0.1.0
 */
export const byName: Directory = { accountOf: (partyId, unit) => `${partyId}:${unit}` }

/**
 * One row of a directory that is kept as a list.
 *
 * @category accounts
 * @since 0.1.0
 */
export interface Row {
  readonly partyId: string
  readonly unit: Unit
  readonly accountId: string
}

/**
 * A directory from its rows; of two rows for one party and unit the first counts.
 *
 * ```ts
 * import { Directory } from "@wangge/timebank"
 *
 * const directory = Directory.ofRows([{ partyId: "ann", unit: "hours", accountId: "a-17" }])
 * const found = [directory.accountOf("ann", "hours"), directory.accountOf("ann", "points")]
 * found // => ["a-17", ""]
 * ```
 *
 * @category accounts
 * @since 0.1.0
 */
export const ofRows = (rows: ReadonlyArray<Row>): Directory => {
  const accounts = new Map<string, string>()
  for (const { accountId, partyId, unit } of rows) {
    const key = `${unit} ${partyId}`
    if (!accounts.has(key)) accounts.set(key, accountId)
  }
  return { accountOf: (partyId, unit) => accounts.get(`${unit} ${partyId}`) ?? "" }
}
