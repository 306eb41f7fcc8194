/**
 * The next random command, given the books: mostly a plausible one, near the limits where it
 * matters, now and then by the wrong party, of a bad form, or one that was there before.
 */
import type { LedgerCommand } from "../../src/index.ts"
import { bend } from "./bend.ts"
import type { Scene } from "./choices.ts"
import * as Dice from "./dice.ts"
import { someMove } from "./someMove.ts"
import { someTending } from "./someTending.ts"

/** The second of the next command: mostly now, sometimes later, rarely before the last one. */
const someTime = (dice: Dice.Dice, lastSec: number): number => {
  const kind = dice.below(40)
  if (kind === 0) return lastSec - 1 - dice.below(50)
  if (kind === 1) return lastSec + 300 + dice.below(3000)
  if (kind < 6) return lastSec + 10 + dice.below(60)
  return lastSec + (kind < 20 ? 0 : dice.below(4))
}

const someSingle = (
  dice: Dice.Dice,
  scene: Scene,
  order: { readonly id: string; readonly atSec: number }
): LedgerCommand.Single =>
  dice.below(10) < 7 ? someMove(dice, scene, order) : someTending(dice, scene, order)

/** An earlier command once more: as it was, with a new clock reading, or with other content. */
const someRepeat = (dice: Dice.Dice, scene: Scene, atSec: number): LedgerCommand.LedgerCommand => {
  const earlier = dice.of(scene.history)
  const kind = dice.below(5)
  if (kind < 2) return earlier
  if (kind < 4) return { ...earlier, atSec }
  if (earlier.action === "Transfer") return { ...earlier, amount: earlier.amount + 1 }
  return { ...someSingle(dice, scene, { id: earlier.id, atSec }), byId: "other" }
}

const someGroup = (dice: Dice.Dice, scene: Scene, atSec: number): LedgerCommand.PostGroup => {
  const order = { id: `g-${scene.next}`, atSec }
  const count = dice.oneIn(30) ? 0 : 1 + dice.below(dice.oneIn(2) ? 2 : 4)
  const commands = Array.from({ length: count }, (_, index) =>
    dice.oneIn(40)
      ? bendMember(dice, scene, { id: "", atSec })
      : someSingle(dice, scene, { id: `${order.id}-${index}`, atSec })
  )
  const [one] = commands
  const isChained = one?.action === "Transfer" && dice.oneIn(2)
  const isDoubled = one !== undefined && dice.oneIn(25)
  return {
    action: "PostGroup",
    ...order,
    byId: dice.oneIn(20) ? "" : "op",
    commands: [
      ...commands,
      ...(isChained ? [chained(dice, one, `${order.id}-next`)] : []),
      ...(isDoubled ? [one] : [])
    ].map((command) => (dice.oneIn(60) ? { ...command, atSec: atSec + 1 } : command))
  }
}

/** A member with the id of an earlier command, of the group's own, or none at all. */
const bendMember = (
  dice: Dice.Dice,
  scene: Scene,
  { atSec }: { readonly id: string; readonly atSec: number }
): LedgerCommand.Single => {
  const id = dice.of([`g-${scene.next}`, dice.of(scene.history).id, ""])
  return someSingle(dice, scene, { id, atSec })
}

/** Spends what the transfer before it brings, or splits an earning over the cap. */
const chained = (
  dice: Dice.Dice,
  one: LedgerCommand.Transfer,
  id: string
): LedgerCommand.Transfer => {
  if (one.transferKind === "Earn") {
    const { causeId = "order", beneficiaryId = one.credit } = one
    const rest = { transferKind: "Excess" as const, credit: "pool", causeId, beneficiaryId }
    return { ...one, id, ...rest, amount: 1 + dice.below(20) }
  }
  const { lapseSec: _, ...plain } = one
  return { ...plain, id, transferKind: "Gift", debit: one.credit, credit: dice.of(["ann", "bo"]) }
}

/** The command of one step of a random run. */
export const someCommand = (seed: number, scene: Scene): LedgerCommand.LedgerCommand => {
  const dice = Dice.make(seed)
  const atSec = someTime(dice, scene.books.lastSec)
  const kind = dice.below(100)
  if (kind < 7) return someRepeat(dice, scene, atSec)
  if (kind < 17) return someGroup(dice, scene, atSec)
  const one = someSingle(dice, scene, { id: `c-${scene.next}`, atSec })
  return kind < 21 ? bend(dice, one) : one
}
