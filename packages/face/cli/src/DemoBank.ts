/**
 * A year of a small made-up time bank, for `wangge timebank demo`: twelve members, a household, a group
 * and a shop earn, give, pay by hold, donate, redeem, are refused, make mistakes that are taken
 * back, and let credits lapse. No chance is involved: the same year comes out every time.
 *
 * The persons and figures are invented and stand for no locality.
 */
import { Zone } from "@wangge/calendar"
import { Seconds } from "@wangge/facts"
import {
  AuditChain,
  type Digest,
  Expiry,
  JournalHead,
  Ledger,
  type LedgerCommand,
  LedgerRules
} from "@wangge/timebank"
import { expiry, office } from "./internal/demoParts.ts"
import * as demoWeek from "./internal/demoWeek.ts"

/**
 * The year as it was booked.
 *
 * @category demo
 * @since 0.1.0
 */
export interface DemoBank {
  readonly ledger: Ledger.Ledger
  readonly chain: AuditChain.AuditChain
}

/**
 * The policy of the first half of the year: the usual table, an office with every right, and the
 * balance of a person capped at 1,500 hours. What was already spent is not taken back twice.
 *
 * @source Nanjing (Xinhua, 2019): balance cap of 1,500 h; the rest is invented
 * @category demo
 * @since 0.1.0
 */
export const policy: LedgerRules.LedgerPolicy = {
  transfers: LedgerRules.base.transfers,
  operators: [{ partyId: office, rights: LedgerRules.rights }],
  ceilings: [{ unit: "hours", accountKind: "Person", ceiling: 1500 * 60 }],
  creditLines: [],
  shortfall: "TakeAvailable"
}

/**
 * The policy of the second half: persons may get a credit line of up to five hours.
 *
 * @source none: invented, so that the demo has a change of policy
 * @category demo
 * @since 0.1.0
 */
export const secondPolicy: LedgerRules.LedgerPolicy = {
  transfers: policy.transfers,
  operators: policy.operators,
  ceilings: policy.ceilings,
  creditLines: [{ unit: "hours", accountKind: "Person", creditLineMax: 300 }],
  shortfall: policy.shortfall
}

const zone = "Asia/Shanghai"
const newYearSec = Zone.toInstantSec(zone, Seconds.dayNumber(2025, 1, 1), 0)

/** Weeks after which a batch is sealed, and after which the board changes the policy. */
const batchWeeks = 4
const policyWeek = 26

/**
 * The year, with a chain by this hash.
 *
 * @category demo
 * @since 0.1.0
 */
export const make = (hash: Digest.Hash): DemoBank => {
  const ledger = Ledger.make()
  const head = JournalHead.make({ ledgerId: "demo", zone, policy })
  const chain = AuditChain.start(hash, head)
  let rules = LedgerRules.compile(policy)
  const post = (commands: ReadonlyArray<LedgerCommand.LedgerCommand>): void => {
    for (const command of commands) Ledger.post(rules, ledger, command)
  }
  post(demoWeek.opening(newYearSec))
  for (let week = 0; week < 52; week += 1) {
    const mondaySec = newYearSec + week * Seconds.weekSec
    if (week === policyWeek) {
      const change = { atSec: mondaySec, byId: "board", policy: secondPolicy }
      AuditChain.changePolicy(chain, ledger, change)
      rules = LedgerRules.compile(secondPolicy)
    }
    post(demoWeek.commands(week, mondaySec))
    if (week % batchWeeks !== batchWeeks - 1) continue
    const runSec = mondaySec + 6 * Seconds.daySec
    post(Expiry.plan(ledger, { atSec: runSec, byId: office, into: expiry }))
    AuditChain.seal(chain, ledger)
  }
  return { ledger, chain }
}
