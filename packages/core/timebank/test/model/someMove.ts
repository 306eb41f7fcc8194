/** Random commands that move value: transfers, holds, captures, releases, reversals, expiry. */
import type { LedgerCommand, TransferKind } from "../../src/index.ts"
import * as Books from "./books.ts"
import { type Scene, someAccount, someActor, someAmount, someEnd } from "./choices.ts"
import type { Dice } from "./dice.ts"

interface Order {
  readonly id: string
  readonly atSec: number
}

const often: ReadonlyArray<TransferKind.Plain> = [
  ...(["Earn", "Earn", "Earn", "Grant", "Pay", "Pay", "Gift", "Gift", "Donate"] as const),
  ...(["Excess", "Payout", "Redeem", "Refund", "Inherit", "Adjust"] as const)
]

export const someMove = (dice: Dice, scene: Scene, order: Order): LedgerCommand.Single => {
  const kind = dice.below(20)
  if (kind < 10) return someTransfer(dice, scene, order)
  if (kind < 13) return someHold(dice, scene, order)
  if (kind < 16) return someCapture(dice, scene, order)
  if (kind < 17) return someRelease(dice, scene, order)
  if (kind < 19) return someReversal(dice, scene, order)
  return someExpiry(dice, scene, order)
}

/** Two accounts between which a kind may move, mostly. */
const somePair = (dice: Dice, { books, policy }: Scene, kind: string) => {
  const row = dice.of(policy.transfers.filter(({ transferKind }) => transferKind === kind))
  const isOpen = ({ isClosed }: Books.Account): boolean => !isClosed
  const isIn = (unit: string) => (account: Books.Account) => account.unit === unit
  const points = books.accounts.filter(isIn("points")).filter(isOpen)
  const hasBoth =
    points.some((account) => row.debitKinds.includes(account.kind)) &&
    points.some((account) => row.creditKinds.includes(account.kind))
  const unit = hasBoth && dice.oneIn(5) ? "points" : "hours"
  const isFit = (account: Books.Account): boolean =>
    account.unit === unit && row.debitKinds.includes(account.kind)
  const canPay = (account: Books.Account): boolean =>
    isFit(account) && Books.availableOf(books, account, books.lastSec) > 0
  const isAny = dice.oneIn(10) || !books.accounts.filter(isOpen).some(canPay)
  const debit = someAccount(dice, books, isAny ? isFit : canPay)
  const credit = someAccount(
    dice,
    books,
    (account) =>
      account.unit === debit.unit && account !== debit && row.creditKinds.includes(account.kind)
  )
  return { debit, credit, unit: dice.oneIn(60) ? unit : debit.unit, row }
}

const someMode = (dice: Dice) => (dice.oneIn(4) ? { mode: "UpTo" as const } : {})

const someTransfer = (dice: Dice, scene: Scene, order: Order): LedgerCommand.Transfer => {
  const transferKind = dice.of(often)
  const { debit, credit, unit, row } = somePair(dice, scene, transferKind)
  const bound = Math.min(
    Books.availableOf(scene.books, debit, order.atSec),
    Books.roomOf(scene.books, credit, order.atSec)
  )
  const isHuge = debit.kind === "Issuer" && dice.oneIn(150)
  const plain: LedgerCommand.Transfer = {
    action: "Transfer",
    ...order,
    byId: transferKind === "Adjust" && !dice.oneIn(10) ? "clerk" : someActor(dice, debit),
    transferKind,
    unit,
    debit: dice.oneIn(80) ? "nobody" : debit.id,
    credit: dice.oneIn(80) ? dice.of([debit.id, "nobody"]) : credit.id,
    amount: isHuge ? Books.never - dice.below(1000) : someAmount(dice, bound)
  }
  const isBound = transferKind === "Earn" || transferKind === "Excess"
  return dice.oneIn(3) && !isBound ? plain : dressed(dice, scene, plain, row.canRenewLapse)
}

/** A transfer with some of the fields that it can do without. */
const dressed = (
  dice: Dice,
  scene: Scene,
  plain: LedgerCommand.Transfer,
  canRenew: boolean
): LedgerCommand.Transfer => {
  const { atSec, transferKind } = plain
  const isBound = transferKind === "Earn" || transferKind === "Excess"
  const isForOther = transferKind === "Excess" || dice.oneIn(20)
  const isCaused = (isBound && !dice.oneIn(20)) || dice.oneIn(10)
  return {
    ...plain,
    ...someMode(dice),
    ...(dice.oneIn(6) ? { effectiveSec: atSec + 2 - dice.below(80) } : {}),
    ...(dice.oneIn(canRenew ? 2 : 30)
      ? { lapseSec: someEnd(dice, atSec - (dice.oneIn(8) ? 50 : 0)) }
      : {}),
    ...(isCaused ? { causeId: `order-${dice.below(dice.oneIn(3) ? 5 : 100_000)}` } : {}),
    ...(dice.oneIn(15) ? { correctsId: dice.of(scene.history).id } : {}),
    ...(isForOther ? { beneficiaryId: dice.of(["ann", "bo"]) } : {})
  }
}

const someHold = (dice: Dice, scene: Scene, order: Order): LedgerCommand.PlaceHold => {
  const transferKind = dice.of(["Pay", "Pay", "Redeem", "Gift", "Payout", "Grant"] as const)
  const { debit, credit, unit } = somePair(dice, scene, transferKind)
  return {
    action: "PlaceHold",
    ...order,
    byId: someActor(dice, debit),
    transferKind,
    unit,
    debit: dice.oneIn(80) ? "nobody" : debit.id,
    amount: someAmount(dice, Books.availableOf(scene.books, debit, order.atSec)),
    ...(dice.oneIn(3) ? {} : { credit: credit.id }),
    ...(dice.oneIn(3) ? { isCreditOpen: true } : {}),
    ...someMode(dice),
    ...(dice.oneIn(3)
      ? {}
      : { expiresSec: someEnd(dice, order.atSec + (dice.oneIn(30) ? -90 : dice.below(100))) }),
    ...(dice.oneIn(4) ? { causeId: `order-${dice.below(9)}` } : {})
  }
}

/** A hold, mostly an open one. */
const someHoldOf = (dice: Dice, books: Books.Books): Books.Hold | undefined => {
  const open = books.holds.filter(({ status }) => status === "Open")
  const list = open.length === 0 || dice.oneIn(8) ? books.holds : open
  return list.length === 0 || dice.oneIn(60) ? undefined : dice.of(list)
}

const someCapture = (dice: Dice, scene: Scene, order: Order): LedgerCommand.CaptureHold => {
  const hold = someHoldOf(dice, scene.books)
  const debit = Books.accountOf(scene.books, hold?.placed.debit ?? "bo") ?? scene.books.accounts[0]
  const { credit } = somePair(dice, scene, hold?.placed.transferKind ?? "Pay")
  const isNamed = hold?.placed.credit !== undefined
  return {
    action: "CaptureHold",
    ...order,
    byId: debit === undefined ? "op" : someActor(dice, debit),
    holdId: hold?.placed.id ?? "no-hold",
    ...(dice.oneIn(2) ? { amount: someAmount(dice, Books.sum(hold?.parts ?? [])) } : {}),
    // Seldom where the hold names somebody, nearly always where it does not.
    ...((isNamed ? dice.oneIn(6) : !dice.oneIn(30)) ? { credit: credit.id } : {}),
    ...(dice.oneIn(2) ? { remainder: dice.of(["Keep", "Release"] as const) } : {}),
    ...(dice.oneIn(6) ? { effectiveSec: order.atSec + 2 - dice.below(40) } : {}),
    ...(dice.oneIn(8) ? { lapseSec: someEnd(dice, order.atSec) } : {})
  }
}

const someRelease = (dice: Dice, scene: Scene, order: Order): LedgerCommand.ReleaseHold => {
  const hold = someHoldOf(dice, scene.books)
  const { credit = "bo", debit = "bo" } = hold?.placed ?? {}
  const actor = Books.accountOf(scene.books, dice.oneIn(2) ? credit : debit)
  return {
    action: "ReleaseHold",
    ...order,
    byId: actor === undefined || dice.oneIn(3) ? "desk" : someActor(dice, actor),
    holdId: hold?.placed.id ?? "no-hold"
  }
}

const someReversal = (dice: Dice, scene: Scene, order: Order): LedgerCommand.Reverse => {
  const { movements, remembered } = scene.books
  const many = movements.filter(({ isReversible, left }) => isReversible && left.length > 1)
  const isRecent = !dice.oneIn(3)
  const usual = isRecent ? movements.slice(-12) : movements
  const target = dice.of(many.length > 0 && dice.oneIn(4) ? many : usual)
  const isOther = dice.oneIn(12)
  return {
    action: "Reverse",
    ...order,
    byId: dice.oneIn(20) ? "ann" : "clerk",
    targetId: isOther ? dice.of([dice.of(remembered).id, "nothing"]) : target.id,
    ...(dice.oneIn(3) ? { amount: someAmount(dice, target.amount) } : {}),
    ...(dice.oneIn(6) ? { effectiveSec: target.effectiveSec } : {}),
    reason: "mistake"
  }
}

const someExpiry = (dice: Dice, { books }: Scene, order: Order): LedgerCommand.ExpireLots => {
  const lapsed = books.accounts.flatMap((account) =>
    account.parts
      .filter((part) => part.lapseSec <= order.atSec)
      .map(({ lapseSec }) => ({ account, lapseSec }))
  )
  const isPlain = lapsed.length > 0 && !dice.oneIn(8)
  const account = isPlain ? dice.of(lapsed).account : dice.of(books.accounts)
  const own = lapsed.filter((one) => one.account === account)
  const into = books.accounts.find(({ kind, unit }) => kind === "Expiry" && unit === account.unit)
  return {
    action: "ExpireLots",
    ...order,
    byId: dice.oneIn(20) ? "bo" : "night",
    account: account.id,
    into: dice.oneIn(20) ? dice.of(["expired", "pool", "nobody"]) : (into?.id ?? "expired"),
    lapseSec: own.length > 0 ? dice.of(own).lapseSec : order.atSec - 3 + dice.below(6)
  }
}
