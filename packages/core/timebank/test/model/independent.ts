/**
 * Scripts of commands that do not touch each other: each has two accounts and an issuer of its own.
 * All are recorded in one second, so that any order of them is possible.
 */
import { type LedgerCommand, LedgerRules } from "../../src/index.ts"
import * as Dice from "./dice.ts"
import { policyOf } from "./world.ts"

const atSec = 1000
const scriptCount = 5

interface Scripts {
  readonly rules: LedgerRules.LedgerRules
  readonly opening: ReadonlyArray<LedgerCommand.LedgerCommand>
  readonly scripts: ReadonlyArray<ReadonlyArray<LedgerCommand.LedgerCommand>>
}

/** Five scripts, the steps dealt out among them. */
export const independent = (steps: ReadonlyArray<number>): Scripts => {
  const places = Array.from({ length: scriptCount }, (_, place) => place)
  return {
    rules: LedgerRules.compile(policyOf("Refuse")),
    opening: places.flatMap(openingOf),
    scripts: places.map((place) => {
      const script: Array<LedgerCommand.LedgerCommand> = []
      const own = steps.filter((_, index) => index % scriptCount === place)
      for (const seed of own) script.push(commandOf(Dice.make(seed), place, script))
      return script
    })
  }
}

const openingOf = (place: number): ReadonlyArray<LedgerCommand.OpenAccount> =>
  (["Issuer", "Person", "Person"] as const).map((accountKind, index) => {
    const account = nameOf(place, index)
    const order = { id: `open-${account}`, atSec, byId: "op" }
    return {
      action: "OpenAccount",
      ...order,
      account,
      accountKind,
      unit: "hours",
      ownerId: `owner-${account}`
    }
  })

const nameOf = (place: number, index: number): string =>
  `${["issuer", "one", "two"][index]}-${place}`

const commandOf = (
  dice: Dice.Dice,
  place: number,
  script: ReadonlyArray<LedgerCommand.LedgerCommand>
): LedgerCommand.LedgerCommand => {
  const order = { id: `c-${place}-${script.length}`, atSec, byId: "op" }
  const [debit = "", credit = ""] = dice.oneIn(2)
    ? [nameOf(place, 1), nameOf(place, 2)]
    : [nameOf(place, 2), nameOf(place, 1)]
  const amount = 1 + dice.below(20)
  const move = { action: "Transfer" as const, ...order, unit: "hours" as const, amount, credit }
  const holds = script.filter(({ action }) => action === "PlaceHold")
  const transfers = script.filter(({ action }) => action === "Transfer")
  const kind = dice.below(10)
  if (kind < 3) {
    const lapseSec = dice.oneIn(2) ? {} : { lapseSec: atSec + 1 + dice.below(3) }
    return { ...move, transferKind: "Grant", debit: nameOf(place, 0), ...lapseSec }
  }
  if (kind < 5) return { ...move, transferKind: "Gift", debit }
  if (kind < 7) {
    const placing = { unit: "hours", debit, amount, credit } as const
    return { action: "PlaceHold", ...order, transferKind: "Pay", ...placing }
  }
  if (kind < 8 && holds.length > 0) {
    return { action: "CaptureHold", ...order, holdId: dice.of(holds).id, amount }
  }
  if (kind < 9 && transfers.length > 0) {
    return { action: "Reverse", ...order, targetId: dice.of(transfers).id, reason: "mistake" }
  }
  const direction = dice.of(["Debits", "Credits"] as const)
  return dice.oneIn(2)
    ? { action: "FreezeAccount", ...order, account: debit, direction, reason: "inquiry" }
    : { action: "UnfreezeAccount", ...order, account: debit, reason: "inquiry ended" }
}
