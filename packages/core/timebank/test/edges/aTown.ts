/**
 * A small town for edge cases: accounts of every kind, makers of commands with ids of their own,
 * and short readings. `edge` makes one named test of one rule, in a new town.
 */
import { expect, test } from "vitest"
import {
  Account,
  Balance,
  Hold,
  Ledger,
  LedgerCheck,
  type LedgerCommand,
  LedgerRules,
  Lot,
  Totals,
  type TransferKind
} from "../../src/index.ts"

type Kind = LedgerCommand.OpenAccount["accountKind"]

const opening: ReadonlyArray<readonly [string, Kind, "hours" | "points", string]> = [
  ["issuer", "Issuer", "hours", "op"],
  ["pool", "Pool", "hours", "op"],
  ["shop", "Merchant", "hours", "moe"],
  ["suspense", "Suspense", "hours", "op"],
  ["expired", "Expiry", "hours", "op"],
  ["club", "Group", "hours", "dee"],
  ["home", "Household", "hours", "cai"],
  ["ann", "Person", "hours", "ann"],
  ["bo", "Person", "hours", "bo"],
  ["cai", "Person", "hours", "cai"],
  ["p-issuer", "Issuer", "points", "op"],
  ["p-expired", "Expiry", "points", "op"],
  ["p-ann", "Person", "points", "ann"],
  ["p-bo", "Person", "points", "bo"]
]

export const policy: LedgerRules.LedgerPolicy = {
  ...LedgerRules.base,
  operators: [
    { partyId: "op", rights: ["Administer", "Act", "Correct", "Expire"] },
    { partyId: "desk", rights: ["Act"] },
    { partyId: "clerk", rights: ["Correct"] },
    { partyId: "night", rights: ["Expire"] },
    { partyId: "registrar", rights: ["Administer"] }
  ],
  creditLines: [{ unit: "hours", accountKind: "Person", creditLineMax: 100 }]
}

type Given<C> = Partial<Omit<C, "action">>

/** What was said: "ok", "again: ok", a code, or in a group the index and code of the member. */
export const wordOf = (answer: ReturnType<typeof Ledger.post>): string => {
  const again = answer.isRepeated ? "again: " : ""
  if (answer.ok) return `${again}ok`
  const { code, index, members } = answer.rejection
  return `${again}${code}${members.map((member) => ` ${index}: ${member.code}`).join("")}`
}

export const aTown = (changes: Partial<LedgerRules.LedgerPolicy> = {}) => {
  const rules = LedgerRules.compile({ ...policy, ...changes })
  const ledger = Ledger.make()
  const clock = { number: 0, atSec: 1000 }
  const order = (byId: string) => {
    clock.number += 1
    return { id: `n-${clock.number}`, atSec: clock.atSec, byId }
  }
  const post = (command: LedgerCommand.LedgerCommand) => Ledger.post(rules, ledger, command)
  const say = (command: LedgerCommand.LedgerCommand): string => wordOf(post(command))
  const must = (command: LedgerCommand.LedgerCommand): LedgerCommand.LedgerCommand => {
    const word = say(command)
    if (word !== "ok") throw new Error(`the stage was not set: ${command.action} gave ${word}`)
    return command
  }
  const open = (
    account: string,
    accountKind: Kind = "Person",
    given: Given<LedgerCommand.OpenAccount> = {}
  ): LedgerCommand.OpenAccount => ({
    action: "OpenAccount",
    ...order("op"),
    account,
    accountKind,
    unit: "hours",
    ownerId: account,
    ...given
  })
  for (const [account, accountKind, unit, ownerId] of opening) {
    must(open(account, accountKind, { unit, ownerId }))
  }
  const move = (
    transferKind: TransferKind.Plain,
    debit: string,
    credit: string,
    amount: number,
    given: Given<LedgerCommand.Transfer> = {}
  ): LedgerCommand.Transfer => ({
    action: "Transfer",
    ...order("op"),
    transferKind,
    unit: debit.startsWith("p-") ? "points" : "hours",
    debit,
    credit,
    amount,
    ...given
  })
  const fund = (
    account: string,
    amount: number,
    given: Given<LedgerCommand.Transfer> = {}
  ): LedgerCommand.LedgerCommand =>
    must(move("Grant", account.startsWith("p-") ? "p-issuer" : "issuer", account, amount, given))
  const hold = (
    debit: string,
    amount: number,
    given: Given<LedgerCommand.PlaceHold> = {}
  ): LedgerCommand.PlaceHold => ({
    action: "PlaceHold",
    ...order("op"),
    transferKind: "Pay",
    unit: "hours",
    debit,
    amount,
    ...given
  })
  const capture = (
    held: { readonly id: string },
    given: Given<LedgerCommand.CaptureHold> = {}
  ): LedgerCommand.CaptureHold => ({
    action: "CaptureHold",
    ...order("op"),
    holdId: held.id,
    ...given
  })
  const release = (
    held: { readonly id: string },
    given: Given<LedgerCommand.ReleaseHold> = {}
  ): LedgerCommand.ReleaseHold => ({
    action: "ReleaseHold",
    ...order("op"),
    holdId: held.id,
    ...given
  })
  const reverse = (
    target: { readonly id: string },
    given: Given<LedgerCommand.Reverse> = {}
  ): LedgerCommand.Reverse => ({
    action: "Reverse",
    ...order("op"),
    targetId: target.id,
    reason: "mistake",
    ...given
  })
  const freeze = (account: string, direction: LedgerCommand.Direction = "Both") => ({
    action: "FreezeAccount" as const,
    ...order("op"),
    account,
    direction,
    reason: "inquiry"
  })
  const unfreeze = (account: string) => ({
    action: "UnfreezeAccount" as const,
    ...order("op"),
    account,
    reason: "inquiry ended"
  })
  const close = (
    account: string,
    sweepTo?: string,
    given: Given<LedgerCommand.CloseAccount> = {}
  ): LedgerCommand.CloseAccount => ({
    action: "CloseAccount",
    ...order("op"),
    account,
    ...(sweepTo === undefined ? {} : { sweepTo }),
    ...given
  })
  const limits = (
    account: string,
    given: Given<LedgerCommand.SetLimits> = {}
  ): LedgerCommand.SetLimits => ({
    action: "SetLimits",
    ...order("op"),
    account,
    floor: 0,
    floorUntilSec: LedgerRules.noEnd,
    ceiling: LedgerRules.noCeiling,
    ...given
  })
  const guardian = (account: string, guardianId: string) => ({
    action: "SetGuardian" as const,
    ...order("op"),
    account,
    guardianId
  })
  const mandate = (
    account: string,
    agentId: string,
    given: Given<LedgerCommand.GrantMandate> = {}
  ): LedgerCommand.GrantMandate => ({
    action: "GrantMandate",
    ...order("op"),
    account,
    agentId,
    transferKinds: ["Pay"],
    perTransferMax: 50,
    totalMax: 100,
    untilSec: LedgerRules.noEnd,
    ...given
  })
  const revoke = (account: string, agentId: string) => ({
    action: "RevokeMandate" as const,
    ...order("op"),
    account,
    agentId
  })
  const expire = (
    account: string,
    lapseSec: number,
    given: Given<LedgerCommand.ExpireLots> = {}
  ): LedgerCommand.ExpireLots => ({
    action: "ExpireLots",
    ...order("op"),
    account,
    into: account.startsWith("p-") ? "p-expired" : "expired",
    lapseSec,
    ...given
  })
  const group = (
    commands: ReadonlyArray<LedgerCommand.Single>,
    given: Given<LedgerCommand.PostGroup> = {}
  ): LedgerCommand.PostGroup => ({ action: "PostGroup", ...order("op"), commands, ...given })
  const read = readings(ledger, clock)
  return {
    ...{ rules, ledger, clock, post, say, must, open, move, fund, hold, capture, release, reverse },
    ...{ freeze, unfreeze, close, limits, guardian, mandate, revoke, expire, group, ...read }
  }
}

const readings = (ledger: Ledger.Ledger, clock: { readonly atSec: number }) => {
  const balance = (account: string) => {
    const found = Balance.of(ledger, account, clock.atSec)
    if (found === undefined) throw new Error(`no account ${account}`)
    const { balance, available, onHold, lapsed, debt } = found
    return { balance, available, onHold, lapsed, debt }
  }
  return {
    balance,
    available: (account: string): number => balance(account).available,
    /** Free parts as "amount until second", lapsed ones too, earliest first. */
    lots: (account: string): string =>
      Lot.of(ledger, account, clock.atSec)
        .map(({ amount, lapseSec }) =>
          lapseSec === LedgerRules.noEnd ? `${amount}` : `${amount} until ${lapseSec}`
        )
        .join(", "),
    holdStatus: (held: { readonly id: string }) => Hold.of(ledger, held.id, clock.atSec)?.status,
    held: (held: { readonly id: string }) => Hold.of(ledger, held.id, clock.atSec)?.left,
    account: (account: string) => Account.of(ledger, account),
    totals: (unit: "hours" | "points") => Totals.of(ledger, unit, clock.atSec)
  }
}

export type Town = ReturnType<typeof aTown>

/** One edge case of one rule. After it the books must still be sound. */
export const edge = (
  name: string,
  run: (town: Town) => unknown,
  expected: unknown,
  changes: Partial<LedgerRules.LedgerPolicy> = {}
): void => {
  test(name, () => {
    const town = aTown(changes)
    expect(run(town)).toEqual(expected)
    expect(LedgerCheck.problems(town.ledger)).toEqual([])
  })
}
