/**
 * Commands of bad form: a field bent into something that no caller should send and some will.
 */
import type { LedgerCommand } from "../../src/index.ts"
import type { Dice } from "./dice.ts"

const badNumbers = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)]
const badIds = ["", "a b", "姓名", "x".repeat(121), "tab\t"]
const words = ["transferKind", "unit", "accountKind", "direction", "mode", "remainder"]

/** The command with one field bent; which, the dice say. */
export const bend = (dice: Dice, command: LedgerCommand.Single): LedgerCommand.LedgerCommand => {
  const kind = dice.below(12)
  if (kind === 0) return { ...command, id: dice.of(badIds) }
  if (kind === 1) return { ...command, byId: dice.of(badIds) }
  if (kind === 2) return { ...command, atSec: dice.of(badNumbers.slice(2)) }
  if (kind === 3) return replaced(command, words, dice.of(["Cash", "", "Sweep"]))
  if (kind === 4) return nested(command)
  if (kind === 5) return { action: "PostGroup", ...orderOf(command), commands: [] }
  if (kind === 6) return replaced(command, ["reason", "account", "debit", "credit"], "")
  return bentNumber(dice, command)
}

const orderOf = ({ id, atSec, byId }: LedgerCommand.Single) => ({ id, atSec, byId })

/** A group inside a group, which the types forbid and a caller without types may send. */
const nested = (command: LedgerCommand.Single): LedgerCommand.LedgerCommand => {
  const { id, ...rest } = command
  const inner = { action: "PostGroup", ...orderOf(command), id: `${id}-in`, commands: [rest] }
  return JSON.parse(
    JSON.stringify({ action: "PostGroup", ...orderOf(command), commands: [inner, rest] })
  )
}

/** The first of some fields that the command has, replaced; past what the types allow. */
const replaced = (
  command: LedgerCommand.Single,
  fields: ReadonlyArray<string>,
  value: string
): LedgerCommand.LedgerCommand => {
  const field = fields.find((name) => name in command)
  return field === undefined ? command : JSON.parse(JSON.stringify({ ...command, [field]: value }))
}

const bentNumber = (dice: Dice, command: LedgerCommand.Single): LedgerCommand.LedgerCommand => {
  const bad = dice.of(badNumbers)
  switch (command.action) {
    case "Transfer":
      return dice.oneIn(3) ? { ...command, effectiveSec: bad } : { ...command, amount: bad }
    case "PlaceHold":
      return dice.oneIn(3) ? { ...command, expiresSec: bad } : { ...command, amount: bad }
    case "CaptureHold":
      return dice.oneIn(3) ? { ...command, lapseSec: bad } : { ...command, amount: bad }
    case "Reverse":
      return { ...command, amount: bad }
    case "SetLimits":
      return dice.oneIn(2) ? { ...command, floor: bad } : { ...command, ceiling: bad }
    case "GrantMandate":
      return dice.oneIn(2) ? { ...command, perTransferMax: bad } : { ...command, untilSec: bad }
    case "OpenAccount":
      return { ...command, ceiling: bad }
    case "ExpireLots":
      return { ...command, lapseSec: bad }
    default:
      return command
  }
}
