/**
 * The expiry run: which lots have lapsed and wait to be booked. It may come late, twice or never:
 * what lapsed counts as gone at once.
 */
import * as accountTable from "./internal/accountTable.ts"
import * as partList from "./internal/partList.ts"
import * as standing from "./internal/standing.ts"
import type { Ledger } from "./Ledger.ts"
import type { ExpireLots } from "./LedgerCommand.ts"
import * as Units from "./Unit.ts"

/**
 * When the run is made, who makes it, and the expiry account of each unit. `prefix` begins the ids,
 * `expire` unless given: a refused expiry is remembered like any command, so that a run after the
 * cause was mended needs another one.
 *
 * @category expiry
 * @since 0.1.0
 */
export interface Run {
  readonly atSec: number
  readonly byId: string
  readonly into: Readonly<Record<Units.Unit, string>>
  readonly prefix?: string
}

/**
 * One command for every account and second in which something lapsed by `atSec`, in the order of
 * account numbers, then of seconds.
 *
 * The ids follow from account, second and how often the account expired before: two runs of the same
 * plan book it once, and what comes free later with the same lapse gets another id. Post the plan
 * whole before making the next one. Cost: one pass over the accounts.
 *
 * ```ts
 * import { Expiry, Ledger } from "@wangge/timebank"
 *
 * const into = { hours: "expired-hours", points: "expired-points" }
 * Expiry.plan(Ledger.make(), { atSec: 0, byId: "desk", into }) // => []
 * ```
 *
 * @source none: our own rule
 * @category expiry
 * @since 0.1.0
 */
export const plan = (ledger: Ledger, run: Run): ReadonlyArray<ExpireLots> => {
  const { accounts } = ledger
  const commands: Array<ExpireLots> = []
  const list = partList.make()
  for (let account = 0; account < accounts.count; account++) {
    standing.look(ledger, account, run.atSec)
    if (ledger.seen.lapsed === 0) continue
    standing.freeParts(ledger, account, run.atSec, list)
    const count = accounts.rows[account * accountTable.stride + accountTable.expireCount]!
    const unit = Units.list[accountTable.unitOf(accounts, account)] ?? "hours"
    for (let i = 0; i < list.count && list.lapses[i]! <= run.atSec; i++) {
      const lapseSec = list.lapses[i]!
      commands.push({
        action: "ExpireLots",
        id: `${run.prefix ?? "expire"}-${account}-${lapseSec}-${count + i}`,
        atSec: run.atSec,
        byId: run.byId,
        account: accountTable.nameOf(accounts, account),
        into: run.into[unit],
        lapseSec
      })
    }
  }
  return commands
}
