/**
 * Why a command is refused: a stable code, the values that led to it, and what would be right. The
 * words in English and Chinese are data beside the codes; a face only picks the language. In
 * columns a rejection is one number: its position in the list plus 1, so that 0 means accepted.
 */
import { Label, Seconds } from "@wangge/facts"
import * as CaseAction from "./CaseAction.ts"
import * as CaseItem from "./CaseItem.ts"
import * as CaseStatus from "./CaseStatus.ts"
import { rejectionLabels } from "./internal/rejectionLabels.ts"
import { rejectionWords } from "./internal/rejectionWords.ts"

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
  "OutsideCalendar",
  "ReportedOtherwise",
  "TimeInFuture",
  "LevelNotAllowed",
  "RoleNotAllowed",
  "ActorLevelWrong",
  "LevelNotForMatter",
  "SideProcessNeeded",
  "SideProcessForbidden",
  "SideProcessOpen",
  "SideProcessKnown",
  "SideProcessUnknown",
  "NotLateYet",
  "SameUnit",
  "HelperNotApart",
  "ArbitrationTooEarly",
  "ArbitratedAlready",
  "DuplicateKnown",
  "DuplicateUnknown",
  "DemandNotCounted",
  "ScoreNotValid",
  "SplitTooSmall",
  "SplitNotApart",
  "AppealPending",
  "NoAppealPending",
  "AppealDecided"
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
 * `limit` (a counted limit is used up), `who` (somebody else has to do it), `repeat` (it was done
 * already: the case as it stands is the answer).
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const kinds = ["state", "time", "content", "limit", "who", "repeat"] as const

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
  AlreadyReported: "repeat",
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
  OutsideCalendar: "time",
  ReportedOtherwise: "state",
  TimeInFuture: "time",
  LevelNotAllowed: "state",
  RoleNotAllowed: "who",
  ActorLevelWrong: "who",
  LevelNotForMatter: "content",
  SideProcessNeeded: "state",
  SideProcessForbidden: "state",
  SideProcessOpen: "state",
  SideProcessKnown: "content",
  SideProcessUnknown: "content",
  NotLateYet: "time",
  SameUnit: "content",
  HelperNotApart: "content",
  ArbitrationTooEarly: "limit",
  ArbitratedAlready: "limit",
  DuplicateKnown: "content",
  DuplicateUnknown: "content",
  DemandNotCounted: "content",
  ScoreNotValid: "content",
  SplitTooSmall: "content",
  SplitNotApart: "content",
  AppealPending: "state",
  NoAppealPending: "state",
  AppealDecided: "limit"
}

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = rejectionWords

/** Codes whose `found` and `expected` are instants. */
const inTime: ReadonlyArray<Code> = [
  "TimeWentBack",
  "ExtendedTooLate",
  "SuspensionEndNotLater",
  "AppealWindowClosed",
  "OutsideCalendar",
  "TimeInFuture",
  "NotLateYet"
]

/** Codes whose `found` and `expected` are words of our lists, to be shown by their labels. */
const inWords: ReadonlyArray<Code> = [
  "LevelNotUsed",
  "TopLevelReached",
  "LevelNotAllowed",
  "RoleNotAllowed",
  "ActorLevelWrong",
  "LevelNotForMatter",
  "SideProcessNeeded",
  "SideProcessForbidden",
  "SideProcessOpen",
  "NoAppealPending"
]

/** A value as a reader of one language sees it: instants in ISO 8601, words by their labels. */
const show = (code: Code, value: string | number, language: keyof Label.Label): string => {
  if (typeof value === "number") {
    return inTime.includes(code) && Number.isSafeInteger(value)
      ? Seconds.toIsoInstant(value)
      : String(value)
  }
  if (!inWords.includes(code)) return value
  const comma = language === "zh" ? "、" : ", "
  return value
    .split(", ")
    .map((part) =>
      part
        .split(" ")
        .map((word) => rejectionLabels[word]?.[language] ?? word)
        .join(" ")
    )
    .join(comma)
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
