/**
 * The form of commands: which fields each has and what each must look like. A command from outside
 * may hold anything; what is found here is refused before the ledger is looked at.
 */
import { Id } from "@wangge/facts"
import * as AccountKind from "../AccountKind.ts"
import { type Action, directions, type LedgerCommand, modes, remainders } from "../LedgerCommand.ts"
import type { LedgerRejection } from "../LedgerRejection.ts"
import { noEnd } from "../LedgerRules.ts"
import * as LedgerVerdict from "../LedgerVerdict.ts"
import * as TransferKind from "../TransferKind.ts"
import * as Unit from "../Unit.ts"
import { refusal } from "./refusal.ts"

/** The longest reason, in UTF-16 units. */
const reasonLengthMax = 500

interface Check {
  readonly code: "FieldNotValid" | "AmountNotWhole" | "TimeNotWhole"
  readonly expected: string
  readonly isGood: (value: unknown) => boolean
}

const isText = (value: unknown): value is string => typeof value === "string"
const isNumber = (value: unknown): value is number => typeof value === "number"

const oneOf = (list: ReadonlyArray<string>): Check => ({
  code: "FieldNotValid",
  expected: list.join(", "),
  isGood: (value) => isText(value) && list.includes(value)
})

const ids = "1 to 120 printable ASCII characters without spaces"

const id: Check = {
  code: "FieldNotValid",
  expected: ids,
  isGood: (value) => isText(value) && Id.isValid(value)
}
const idOrNone: Check = {
  code: "FieldNotValid",
  expected: `${ids}, or none`,
  isGood: (value) => value === "" || id.isGood(value)
}
const reason: Check = {
  code: "FieldNotValid",
  expected: `1 to ${reasonLengthMax} characters`,
  isGood: (value) => isText(value) && value.trim() !== "" && value.length <= reasonLengthMax
}
const yesOrNo: Check = {
  code: "FieldNotValid",
  expected: "true, false",
  isGood: (value) => typeof value === "boolean"
}
const kindList: Check = {
  code: "FieldNotValid",
  expected: TransferKind.list.join(", "),
  isGood: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each) => TransferKind.list.some((kind) => kind === each))
}
const amount: Check = {
  code: "AmountNotWhole",
  expected: "a whole number from 1",
  isGood: (value) => isNumber(value) && LedgerVerdict.ofAmount(value) === 0
}
const whole: Check = {
  code: "AmountNotWhole",
  expected: "a whole number",
  isGood: (value) => Number.isSafeInteger(value)
}
const instant: Check = {
  code: "TimeNotWhole",
  expected: "whole seconds",
  isGood: (value) => isNumber(value) && LedgerVerdict.ofInstant(value) === 0
}
const end: Check = {
  code: "TimeNotWhole",
  expected: "whole seconds",
  isGood: (value) => instant.isGood(value) || value === noEnd
}

const unit = oneOf(Unit.list)
const account = { account: id }
const debitAndMode = { unit, debit: id, amount, "mode?": oneOf(modes) }
const times = { "effectiveSec?": instant, "lapseSec?": end }

/** The fields of each action beside `id`, `atSec` and `byId`; optional ones end in a mark. */
const fields: Readonly<Record<Action, Readonly<Record<string, Check>>>> = {
  OpenAccount: {
    ...account,
    accountKind: oneOf(AccountKind.list),
    unit,
    ownerId: id,
    "guardianId?": idOrNone,
    "ceiling?": whole
  },
  SetLimits: { ...account, floor: whole, ceiling: whole, floorUntilSec: end },
  FreezeAccount: { ...account, direction: oneOf(directions), reason },
  UnfreezeAccount: { ...account, reason },
  CloseAccount: { ...account, "sweepTo?": id },
  SetGuardian: { ...account, guardianId: idOrNone },
  GrantMandate: {
    ...account,
    agentId: id,
    transferKinds: kindList,
    perTransferMax: amount,
    totalMax: amount,
    untilSec: end
  },
  RevokeMandate: { ...account, agentId: id },
  Transfer: {
    transferKind: oneOf(TransferKind.list.filter(TransferKind.isPlain)),
    ...debitAndMode,
    credit: id,
    ...times,
    "causeId?": id,
    "beneficiaryId?": id,
    "correctsId?": id
  },
  PlaceHold: {
    transferKind: oneOf(TransferKind.list.filter(TransferKind.isHoldable)),
    ...debitAndMode,
    "credit?": id,
    "isCreditOpen?": yesOrNo,
    "expiresSec?": end,
    "causeId?": id
  },
  CaptureHold: {
    holdId: id,
    "amount?": amount,
    "credit?": id,
    "remainder?": oneOf(remainders),
    ...times
  },
  ReleaseHold: { holdId: id },
  Reverse: { targetId: id, "amount?": amount, "effectiveSec?": instant, reason },
  ExpireLots: { ...account, into: id, lapseSec: end },
  PostGroup: {}
}

const every: Readonly<Record<string, Check>> = { byId: id, atSec: instant }

const stages = ["FieldNotValid", "AmountNotWhole", "TimeNotWhole"] as const

/**
 * The first thing wrong with the form of a command: fields before amounts before times, each in the
 * order of the lists above.
 *
 * Throws a `RangeError` for an action that is not in the list.
 */
export const formProblem = (command: LedgerCommand): LedgerRejection | undefined => {
  const own = fields[command.action]
  if (own === undefined) throw new RangeError(`There is no action ${String(command.action)}`)
  for (const stage of stages) {
    for (const checks of [every, own]) {
      for (const [name, check] of Object.entries(checks)) {
        if (check.code !== stage) continue
        const problem = problemAt(command, name, check)
        if (problem !== undefined) return problem
      }
    }
  }
  return undefined
}

const problemAt = (
  command: LedgerCommand,
  name: string,
  check: Check
): LedgerRejection | undefined => {
  const isOptional = name.endsWith("?")
  const field = isOptional ? name.slice(0, -1) : name
  const value: unknown = Reflect.get(command, field)
  if ((isOptional && value === undefined) || check.isGood(value)) return undefined
  return refusal(command, check.code, field, shown(value), check.expected)
}

/** A value of any kind, as a refusal can hold it. */
const shown = (value: unknown): string | number => {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value)
  if (typeof value === "string") return value.slice(0, 120)
  return value === undefined ? "nothing" : typeof value
}
