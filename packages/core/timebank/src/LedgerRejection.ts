/**
 * Why a command on the ledger is refused: a stable code, the value in the way, and what would be
 * right. The words in English and Chinese are data beside the codes. {@link order} is the one order
 * in which the checks are made; in columns a rejection is its position in {@link codes} plus 1.
 */
import { Label } from "@wangge/facts"
import { rejectionWords } from "./internal/rejectionWords.ts"
import type { Action } from "./LedgerCommand.ts"

/**
 * All codes. The position plus 1 is the number used in columns: append only, never reorder or reuse
 * a position.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  "IdNotValid",
  "IdReused",
  "FieldNotValid",
  "AmountNotWhole",
  "TimeNotWhole",
  "GroupEmpty",
  "GroupNested",
  "TimeWentBack",
  "GroupTime",
  "EffectiveInFuture",
  "EndNotLater",
  "AccountExists",
  "AccountUnknown",
  "HoldUnknown",
  "TargetUnknown",
  "SameAccount",
  "UnitMismatch",
  "TransferNotAllowed",
  "LapseNotAllowed",
  "CauseMissing",
  "NotReversible",
  "NotPermitted",
  "MandateEnded",
  "MandateKind",
  "MandateExceeded",
  "MandateUnknown",
  "AccountClosed",
  "AccountFrozen",
  "NotFrozen",
  "HoldEnded",
  "HoldExpired",
  "HoldCreditWrong",
  "HoldsOpen",
  "AccountInDebt",
  "SweepMissing",
  "AlreadyCredited",
  "AlreadyReversed",
  "LimitNotAllowed",
  "OutOfRange",
  "HoldExceeded",
  "CeilingReached",
  "Insufficient",
  "NothingLapsed",
  "GroupRefused"
] as const

/**
 * One of {@link codes}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * The order of the checks, the same for every command: its id; its form; its time; what it names
 * exists; units and kinds fit; the actor may; the state allows it; the limits leave room; enough is
 * there. Whoever may not act learns nothing of states and balances, and a refusal about an amount
 * says that everything before it was in order. A list of its own: a code that is appended later may
 * be checked earlier.
 *
 * @source none: our own order
 * @category rejections
 * @since 0.1.0
 */
export const order: ReadonlyArray<Code> = [...codes]

/**
 * The stages of {@link order}.
 *
 * @source none: our own grouping
 * @category rejections
 * @since 0.1.0
 */
export const stages = [
  "id",
  "form",
  "time",
  "existence",
  "fit",
  "right",
  "state",
  "limit",
  "availability",
  "group"
] as const

/**
 * One of {@link stages}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Stage = (typeof stages)[number]

/**
 * The stage at which each code is found.
 *
 * @source none: our own grouping
 * @category rejections
 * @since 0.1.0
 */
export const stageOf: Readonly<Record<Code, Stage>> = {
  IdNotValid: "id",
  IdReused: "id",
  FieldNotValid: "form",
  AmountNotWhole: "form",
  TimeNotWhole: "form",
  GroupEmpty: "form",
  GroupNested: "form",
  TimeWentBack: "time",
  GroupTime: "time",
  EffectiveInFuture: "time",
  EndNotLater: "time",
  AccountExists: "existence",
  AccountUnknown: "existence",
  HoldUnknown: "existence",
  TargetUnknown: "existence",
  SameAccount: "fit",
  UnitMismatch: "fit",
  TransferNotAllowed: "fit",
  LapseNotAllowed: "fit",
  CauseMissing: "fit",
  NotReversible: "fit",
  NotPermitted: "right",
  MandateEnded: "right",
  MandateKind: "right",
  MandateExceeded: "right",
  MandateUnknown: "state",
  AccountClosed: "state",
  AccountFrozen: "state",
  NotFrozen: "state",
  HoldEnded: "state",
  HoldExpired: "state",
  HoldCreditWrong: "state",
  HoldsOpen: "state",
  AccountInDebt: "state",
  SweepMissing: "state",
  AlreadyCredited: "state",
  AlreadyReversed: "state",
  LimitNotAllowed: "limit",
  OutOfRange: "limit",
  HoldExceeded: "limit",
  CeilingReached: "limit",
  Insufficient: "availability",
  NothingLapsed: "availability",
  GroupRefused: "group"
}

/**
 * Codes whose refusals are not remembered: the id cannot be read, or it belongs to another command.
 *
 * @source none: an id answers for one command only
 * @category rejections
 * @since 0.1.0
 */
export const unremembered: ReadonlyArray<Code> = ["IdNotValid", "IdReused"]

/**
 * One refused command.
 *
 * `subject` names what stands in the way (an account, a hold, a field), `found` its value,
 * `expected` the value or bound that would be right. In a group, `index` is the place of the member
 * that was refused (from 0; -1 where there is none) and `members` holds its own rejection.
 *
 * @category rejections
 * @since 0.1.0
 */
export interface LedgerRejection {
  readonly code: Code
  readonly action: Action
  readonly id: string
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
  readonly index: number
  readonly members: ReadonlyArray<LedgerRejection>
}

/**
 * The number of a code in columns: its position in {@link codes} plus 1.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { LedgerRejection } from "@wangge/timebank"
 *
 * LedgerRejection.numberOf("IdNotValid") // => 1
 * ```
 *
 * @category rejections
 * @since 0.1.0
 */
export const numberOf = (code: Code): number => {
  const position = codes.indexOf(code)
  if (position < 0) throw new RangeError(`A rejection is one of ${codes.join(", ")}; got ${code}`)
  return position + 1
}

/**
 * The code of a number from columns.
 *
 * Throws a `RangeError` for 0 (accepted) and for every number that has no code.
 *
 * ```ts
 * import { LedgerRejection } from "@wangge/timebank"
 *
 * LedgerRejection.codeAt(2) // => "IdReused"
 * ```
 *
 * @category rejections
 * @since 0.1.0
 */
export const codeAt = (number: number): Code => {
  const code = codes[number - 1]
  if (code === undefined) {
    throw new RangeError(`A rejection number is 1 to ${codes.length}; got ${number}`)
  }
  return code
}

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = rejectionWords

/**
 * A rejection in words, in English and Chinese; of a group, with those of the member.
 *
 * ```ts
 * import { LedgerRejection } from "@wangge/timebank"
 *
 * LedgerRejection.describe({
 *   code: "Insufficient", action: "Transfer", id: "t-1", subject: "account-7", found: 20,
 *   expected: 60, index: -1, members: []
 * })
 * // => { en: "account-7 has 20 available; 60 are needed.", zh: "账户account-7可用20,需要60。" }
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: LedgerRejection): Label.Label => {
  const { subject, found, expected, index, action, id } = rejection
  const own = Label.fill(words[rejection.code], { subject, found, expected, index, action, id })
  return rejection.members.map(describe).reduce(joined, own)
}

const joined = (left: Label.Label, right: Label.Label): Label.Label => ({
  en: `${left.en} ${right.en}`,
  zh: `${left.zh}${right.zh}`
})
