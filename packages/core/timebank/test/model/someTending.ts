/** Random commands that tend accounts: open, limit, freeze, close, guardians, mandates. */
import { AccountKind, LedgerCommand, LedgerRules } from "../../src/index.ts"
import type { Account } from "./books.ts"
import { type Scene, someAccount, someEnd } from "./choices.ts"
import type { Dice } from "./dice.ts"
import { parties } from "./world.ts"

interface Order {
  readonly id: string
  readonly atSec: number
}

const owned = ["Person", "Household", "Group"]

/** Who tends an account of his own, or an administrator. */
const tender = (dice: Dice, { guardianId, ownerId }: Account): string => {
  if (dice.oneIn(12)) return dice.of(["may", "desk", ownerId])
  return dice.oneIn(3) ? "op" : guardianId === "" ? ownerId : guardianId
}

const administrator = (dice: Dice): string => (dice.oneIn(25) ? "ann" : "op")

export const someTending = (dice: Dice, scene: Scene, order: Order): LedgerCommand.Single => {
  const kind = dice.below(24)
  const isFrozen = scene.books.accounts.some(({ frozen }) => frozen !== "None") || dice.oneIn(10)
  if (kind < 2) return someOpening(dice, scene, order)
  if (kind < 8) return someLimits(dice, scene, order)
  if (kind < 10) return someFreeze(dice, scene, order)
  if (kind < 15 && isFrozen) return someUnfreeze(dice, scene, order)
  if (kind < 17) return someClosing(dice, scene, order)
  if (kind < 18) return someGuardian(dice, scene, order)
  if (kind < 21) return someMandate(dice, scene, order)
  const account = someAccount(dice, scene.books, ({ mandates }) => mandates.length > 0)
  return {
    action: "RevokeMandate",
    ...order,
    byId: tender(dice, account),
    account: account.id,
    agentId: dice.of(["may", "moe"])
  }
}

const someOpening = (dice: Dice, scene: Scene, order: Order): LedgerCommand.OpenAccount => ({
  action: "OpenAccount",
  ...order,
  byId: administrator(dice),
  account: dice.oneIn(15) ? dice.of(scene.books.accounts).id : `a-${order.id}`,
  accountKind: dice.oneIn(4) ? dice.of(AccountKind.list) : "Person",
  unit: dice.oneIn(4) ? "points" : "hours",
  ownerId: dice.of(parties),
  ...(dice.oneIn(6) ? { guardianId: "gus" } : {}),
  ...(dice.oneIn(3) ? { ceiling: dice.below(300) - 10 } : {})
})

const someLimits = (dice: Dice, scene: Scene, order: Order): LedgerCommand.SetLimits => {
  const account = someAccount(dice, scene.books, ({ kind }) => owned.includes(kind))
  return {
    action: "SetLimits",
    ...order,
    byId: administrator(dice),
    account: account.id,
    floor: dice.oneIn(3) ? 0 : dice.below(140) - 110,
    floorUntilSec: dice.oneIn(3) ? LedgerRules.noEnd : someEnd(dice, order.atSec + 20),
    ceiling: dice.oneIn(3) ? dice.below(400) - 5 : LedgerRules.noCeiling
  }
}

const someFreeze = (dice: Dice, scene: Scene, order: Order): LedgerCommand.FreezeAccount => ({
  action: "FreezeAccount",
  ...order,
  byId: administrator(dice),
  account: someAccount(dice, scene.books, ({ kind }) => owned.includes(kind)).id,
  direction: dice.of(LedgerCommand.directions),
  reason: "inquiry"
})

const someUnfreeze = (dice: Dice, scene: Scene, order: Order): LedgerCommand.UnfreezeAccount => ({
  action: "UnfreezeAccount",
  ...order,
  byId: administrator(dice),
  account: someAccount(dice, scene.books, ({ frozen }) => frozen !== "None").id,
  reason: "inquiry ended"
})

const someClosing = (dice: Dice, scene: Scene, order: Order): LedgerCommand.CloseAccount => {
  const account = someAccount(
    dice,
    scene.books,
    ({ id, kind }) => owned.includes(kind) && id.startsWith("a-")
  )
  const other = someAccount(
    dice,
    scene.books,
    ({ kind, unit }) => unit === account.unit && ["Person", "Pool"].includes(kind)
  )
  return {
    action: "CloseAccount",
    ...order,
    byId: tender(dice, account),
    account: account.id,
    ...(dice.oneIn(4) ? {} : { sweepTo: other.id })
  }
}

const someGuardian = (dice: Dice, scene: Scene, order: Order): LedgerCommand.SetGuardian => ({
  action: "SetGuardian",
  ...order,
  byId: administrator(dice),
  account: someAccount(dice, scene.books, ({ kind }) => owned.includes(kind)).id,
  guardianId: dice.of(["gus", "", ""])
})

const someMandate = (dice: Dice, scene: Scene, order: Order): LedgerCommand.GrantMandate => {
  const account = someAccount(dice, scene.books, ({ kind }) => owned.includes(kind))
  const perTransferMax = 5 + dice.below(40)
  return {
    action: "GrantMandate",
    ...order,
    byId: tender(dice, account),
    account: account.id,
    agentId: dice.of(["may", "moe"]),
    transferKinds: dice.of([["Pay"], ["Pay", "Gift", "Redeem"], ["Donate", "Gift"]] as const),
    perTransferMax,
    totalMax: perTransferMax + dice.below(60),
    untilSec: dice.oneIn(20) ? order.atSec : someEnd(dice, order.atSec + dice.below(200))
  }
}
