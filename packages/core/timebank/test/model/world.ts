/**
 * The small town in which random commands happen: its policy, its parties, and the accounts it
 * begins with.
 */
import { type LedgerCommand, LedgerRules } from "../../src/index.ts"

export const startSec = 1_000_000

export const parties = ["ann", "bo", "cai", "dee", "gus", "may", "moe"] as const

/** The policy of a run; runs differ in what a reversal does when the amount was spent. */
export const policyOf = (shortfall: LedgerRules.ShortfallPolicy): LedgerRules.LedgerPolicy => ({
  ...LedgerRules.base,
  operators: [
    { partyId: "op", rights: ["Administer", "Act", "Correct", "Expire"] },
    { partyId: "clerk", rights: ["Correct"] },
    { partyId: "night", rights: ["Expire"] },
    { partyId: "desk", rights: ["Act"] }
  ],
  ceilings: [
    { unit: "hours", accountKind: "Person", ceiling: 900 },
    { unit: "points", accountKind: "Household", ceiling: 120 }
  ],
  creditLines: [
    { unit: "hours", accountKind: "Person", creditLineMax: 100 },
    { unit: "hours", accountKind: "Household", creditLineMax: 50 }
  ],
  shortfall
})

type Row = readonly [
  account: string,
  accountKind: LedgerCommand.OpenAccount["accountKind"],
  unit: LedgerCommand.OpenAccount["unit"],
  ownerId: string,
  guardianId?: string
]

const rows: ReadonlyArray<Row> = [
  ["issuer", "Issuer", "hours", "op"],
  ["pool", "Pool", "hours", "op"],
  ["shop", "Merchant", "hours", "moe"],
  ["suspense", "Suspense", "hours", "op"],
  ["expired", "Expiry", "hours", "op"],
  ["club", "Group", "hours", "dee"],
  ["home", "Household", "hours", "cai"],
  ["ann", "Person", "hours", "ann"],
  ["bo", "Person", "hours", "bo"],
  ["cai", "Person", "hours", "cai", "gus"],
  ["p-issuer", "Issuer", "points", "op"],
  ["p-pool", "Pool", "points", "op"],
  ["p-expired", "Expiry", "points", "op"],
  ["p-ann", "Person", "points", "ann"],
  ["p-home", "Household", "points", "bo"]
]

/** The commands that every run begins with; all of them are accepted. */
export const opening: ReadonlyArray<LedgerCommand.LedgerCommand> = [
  ...rows.map(([account, accountKind, unit, ownerId, guardianId]) => ({
    action: "OpenAccount" as const,
    id: `open-${account}`,
    atSec: startSec,
    byId: "op",
    account,
    accountKind,
    unit,
    ownerId,
    ...(guardianId === undefined ? {} : { guardianId })
  })),
  {
    action: "SetLimits",
    id: "line-ann",
    atSec: startSec,
    byId: "op",
    account: "ann",
    floor: -60,
    floorUntilSec: startSec + 400,
    ceiling: 300
  },
  ...[0, 60, 120].map((lapse, index) => ({
    action: "Transfer" as const,
    id: `grant-${index}`,
    atSec: startSec,
    byId: "op",
    transferKind: "Grant" as const,
    unit: "hours" as const,
    debit: "issuer",
    credit: ["ann", "bo", "cai"][index] ?? "ann",
    amount: 100,
    ...(lapse === 0 ? {} : { lapseSec: startSec + lapse })
  }))
]
