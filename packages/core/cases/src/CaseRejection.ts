/**
 * Why a command is refused: a stable code, the values that led to it, and what would be right. The
 * words in English and Chinese are data beside the codes; a face only picks the language. In
 * columns a rejection is one number: its position in the list plus 1, so that 0 means accepted.
 */
import { Label, Seconds } from "@wangge/facts"
import * as CaseAction from "./CaseAction.ts"
import * as CaseItem from "./CaseItem.ts"
import * as CaseStatus from "./CaseStatus.ts"
import * as HandlingLevel from "./HandlingLevel.ts"

/**
 * All codes. The position plus 1 is the number used in columns: append only, never reorder or reuse
 * a position.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  "NotReported",
  "AlreadyReported",
  "WrongCase",
  "TimeNotWhole",
  "TimeWentBack",
  "MoveNotAllowed",
  "ItemMissing",
  "LevelNotUsed",
  "TopLevelReached",
  "ReturnLimitReached",
  "ExtensionLimitReached",
  "ExtendedTooLate",
  "SuspensionEndNotLater",
  "AppealWindowClosed",
  "MergedIntoItself",
  "AnswerWithoutContact",
  "OutsideCalendar"
] as const

/**
 * One of {@link codes}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * The kinds of rejections: `state` (the move does not fit where the case stands), `time` (the
 * command's times contradict the case), `content` (something is missing or contradicts itself),
 * `limit` (a counted limit is used up).
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const kinds = ["state", "time", "content", "limit"] as const

/**
 * One of {@link kinds}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Kind = (typeof kinds)[number]

/**
 * One refused command.
 *
 * `field` names the field of the command or of the case that stands in the way, `found` its value,
 * `expected` the value or bound that would be right; `missing` lists all missing items and
 * `allowed` the actions that the status allows, both empty where they do not apply.
 *
 * @category rejections
 * @since 0.1.0
 */
export interface CaseRejection {
  readonly code: Code
  readonly caseId: string
  readonly action: CaseAction.CaseAction
  readonly status: CaseStatus.CaseStatus | "None"
  readonly field: string
  readonly found: string | number
  readonly expected: string | number
  readonly missing: ReadonlyArray<CaseItem.CaseItem>
  readonly allowed: ReadonlyArray<CaseAction.CaseAction>
}

/**
 * The number of a code in columns: its position in {@link codes} plus 1.
 *
 * Throws a `RangeError` for a text that is not in the list.
 *
 * ```ts
 * import { CaseRejection } from "@wangge/cases"
 *
 * CaseRejection.numberOf("NotReported") // => 1
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
 * import { CaseRejection } from "@wangge/cases"
 *
 * CaseRejection.codeAt(1) // => "NotReported"
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
 * The kind of each code.
 *
 * @source none: our own grouping
 * @category rejections
 * @since 0.1.0
 */
export const kindOf: Readonly<Record<Code, Kind>> = {
  NotReported: "state",
  AlreadyReported: "state",
  WrongCase: "state",
  TimeNotWhole: "time",
  TimeWentBack: "time",
  MoveNotAllowed: "state",
  ItemMissing: "content",
  LevelNotUsed: "content",
  TopLevelReached: "limit",
  ReturnLimitReached: "limit",
  ExtensionLimitReached: "limit",
  ExtendedTooLate: "time",
  SuspensionEndNotLater: "time",
  AppealWindowClosed: "limit",
  MergedIntoItself: "content",
  AnswerWithoutContact: "content",
  OutsideCalendar: "time"
}

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotReported: {
    en: "Case {caseId} has not been reported yet, so it is too early to {action} it.",
    zh: "案件{caseId}尚未上报,不能{action}。"
  },
  AlreadyReported: {
    en: "Case {caseId} has been reported already; it is {status}.",
    zh: "案件{caseId}已经上报过,现为“{status}”。"
  },
  WrongCase: {
    en: "The command names case {found}, but this is case {expected}.",
    zh: "指令针对案件{found},而本案为{expected}。"
  },
  TimeNotWhole: {
    en: "{field} is {found}; a time is a whole number of seconds since 1970.",
    zh: "{field}为{found};时间应为自1970年起的整秒数。"
  },
  TimeWentBack: {
    en: "{found} is before the last move at {expected}; time never goes back.",
    zh: "{found}早于上一步的时间{expected};时间不能倒退。"
  },
  MoveNotAllowed: {
    en: "“{action}” is not possible while the case is {status}; possible: {allowed}.",
    zh: "案件处于“{status}”时不能“{action}”;可以:{allowed}。"
  },
  ItemMissing: {
    en: "“{action}” is missing: {missing}.",
    zh: "“{action}”缺少:{missing}。"
  },
  LevelNotUsed: {
    en: "The level {found} is not used here; expected one of {expected}.",
    zh: "此处没有“{found}”这一层级;应为:{expected}。"
  },
  TopLevelReached: {
    en: "The case is at the highest level already ({found}); assign it there.",
    zh: "案件已在最高层级({found}),请在本级派遣。"
  },
  ReturnLimitReached: {
    en: "The case was returned {found} times, at most {expected} are allowed; escalate it instead.",
    zh: "案件已退回{found}次,最多{expected}次;请上报一级裁定。"
  },
  ExtensionLimitReached: {
    en: "The limit was extended {found} times, at most {expected} are allowed.",
    zh: "本期限已延期{found}次,最多{expected}次。"
  },
  ExtendedTooLate: {
    en: "The case was due at {expected}; at {found} it is too late to extend.",
    zh: "案件应于{expected}前办结;{found}申请延期已过期。"
  },
  SuspensionEndNotLater: {
    en: "The suspension would end at {found}; it must end after {expected}.",
    zh: "挂起截止时间为{found};应晚于{expected}。"
  },
  AppealWindowClosed: {
    en: "The case could be reopened until {expected}; it is {found}.",
    zh: "案件可在{expected}前重开;现为{found}。"
  },
  MergedIntoItself: {
    en: "Case {found} cannot be merged into itself; name the original case.",
    zh: "案件{found}不能并入自身;请填写原案件。"
  },
  AnswerWithoutContact: {
    en: "Nobody was reached, yet the answer “{found}” was given; expected {expected}.",
    zh: "未联系上却登记了评价“{found}”;应为{expected}。"
  },
  OutsideCalendar: {
    en: "Counted from {found}, a deadline would leave the working calendar ({expected}).",
    zh: "自{found}起计算的期限将超出工作日历的范围({expected})。"
  }
}

/** Codes whose `found` and `expected` are instants. */
const inTime: ReadonlyArray<Code> = [
  "TimeWentBack",
  "ExtendedTooLate",
  "SuspensionEndNotLater",
  "AppealWindowClosed",
  "OutsideCalendar"
]

/** A value as a reader of one language sees it: instants in ISO 8601, levels by their name. */
const show = (code: Code, value: string | number, language: keyof Label.Label): string => {
  if (typeof value === "number") {
    return inTime.includes(code) && Number.isSafeInteger(value)
      ? Seconds.toIsoInstant(value)
      : String(value)
  }
  const level = HandlingLevel.list.find((known) => known === value)
  return level === undefined ? value : HandlingLevel.labels[level][language]
}

const inOneLanguage = (rejection: CaseRejection, language: keyof Label.Label): string => {
  const comma = language === "zh" ? "、" : ", "
  const none = language === "zh" ? "无" : "nothing"
  const allowed = rejection.allowed.map((action) => CaseAction.labels[action][language])
  return Label.fill(words[rejection.code], {
    caseId: rejection.caseId,
    action: CaseAction.labels[rejection.action][language],
    status: rejection.status === "None" ? "" : CaseStatus.labels[rejection.status][language],
    field: rejection.field,
    found: show(rejection.code, rejection.found, language),
    expected: show(rejection.code, rejection.expected, language),
    missing: rejection.missing.map((item) => CaseItem.labels[item][language]).join(comma),
    allowed: allowed.length === 0 ? none : allowed.join(comma)
  })[language]
}

/**
 * A rejection in words, in English and Chinese.
 *
 * ```ts
 * import { CaseRejection } from "@wangge/cases"
 *
 * CaseRejection.describe({
 *   code: "ItemMissing", caseId: "case-1", action: "WriteOff", status: "FollowUp",
 *   field: "resultNote", found: "", expected: "", missing: ["ResultNote"], allowed: []
 * })
 * // => { en: "“write off” is missing: result note.", zh: "“销号”缺少:处置结果说明。" }
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: CaseRejection): Label.Label => ({
  en: inOneLanguage(rejection, "en"),
  zh: inOneLanguage(rejection, "zh")
})
