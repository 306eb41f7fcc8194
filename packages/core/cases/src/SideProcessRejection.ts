/**
 * Why a command of a side process is refused: a stable code, the field, what was found, what would
 * be right, and what is missing. The words in English and Chinese are data beside the codes; a face
 * only picks the language.
 */
import { Label, Seconds } from "@wangge/facts"
import * as DeliberationStage from "./DeliberationStage.ts"
import * as SideProcess from "./SideProcess.ts"
import * as SideProcessAction from "./SideProcessAction.ts"
import * as SideProcessItem from "./SideProcessItem.ts"

/**
 * All codes. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  "NotOpened",
  "AlreadyOpened",
  "WrongProcess",
  "TimeNotWhole",
  "TimeWentBack",
  "MoveNotAllowed",
  "ItemMissing",
  "DateNotLater",
  "DateTooLate",
  "OutsideCalendar",
  "KindNotUsed",
  "NamedTwice",
  "NotNamed",
  "AlreadySettled",
  "NotDueYet",
  "WorkNotDone",
  "NotAccountedFor",
  "ExtensionLimitReached",
  "CaseNotSettled",
  "StageSkipped",
  "StageAlreadyHeld",
  "StagePassed",
  "QuorumNotReached",
  "CountImpossible",
  "NotPublished",
  "AlreadyDecided",
  "TooFewParties",
  "PartyMissing",
  "PromiseNotFollowedUp"
] as const

/**
 * One of {@link codes}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refused command of a side process.
 *
 * `status` is that of the process, `"None"` before it is opened. `field` names what stands in the
 * way, `found` its value, `expected` the value or bound that would be right. `missing` lists all
 * that is missing (items, stages, parties, units or cases), `allowed` the actions that the status
 * allows; both are empty where they do not apply.
 *
 * @category rejections
 * @since 0.1.0
 */
export interface SideProcessRejection {
  readonly code: Code
  readonly process: SideProcess.SideProcess
  readonly processId: string
  readonly action: SideProcessAction.SideProcessAction
  readonly status: string
  readonly field: string
  readonly found: string | number
  readonly expected: string | number
  readonly missing: ReadonlyArray<string>
  readonly allowed: ReadonlyArray<SideProcessAction.SideProcessAction>
}

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotOpened: {
    en: "The {process} {processId} has not been opened, so it is too early to {action}.",
    zh: "{process}{processId}尚未启动,不能“{action}”。"
  },
  AlreadyOpened: {
    en: "The {process} {found} has been opened already; use {expected}.",
    zh: "{process}{found}已经启动;请使用新的编号。"
  },
  WrongProcess: {
    en: "The command names the {process} {found}, but this is {expected}.",
    zh: "指令针对{process}{found},而此处为{expected}。"
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
    en: "“{action}” is not possible now; possible: {allowed}.",
    zh: "当前不能“{action}”;可以:{allowed}。"
  },
  ItemMissing: { en: "“{action}” is missing: {missing}.", zh: "“{action}”缺少:{missing}。" },
  DateNotLater: {
    en: "{field} is {found}; it must be later than {expected}.",
    zh: "{field}为{found};应晚于{expected}。"
  },
  DateTooLate: {
    en: "{field} is {found}; it must not be later than {expected}.",
    zh: "{field}为{found};不得晚于{expected}。"
  },
  OutsideCalendar: {
    en: "Counted from {found}, the time limit would leave the working calendar ({expected}).",
    zh: "自{found}起计算的时限将超出工作日历的范围({expected})。"
  },
  KindNotUsed: {
    en: "{field} “{found}” is not used here; expected one of {expected}.",
    zh: "此处不使用{field}“{found}”;应为:{expected}。"
  },
  NamedTwice: {
    en: "{field} {found} is named twice; expected {expected}.",
    zh: "{field}中{found}重复;每个只列一次。"
  },
  NotNamed: {
    en: "{field} {found} takes no part in this {process}; taking part: {expected}.",
    zh: "{field}{found}未列入本次{process};已列入:{expected}。"
  },
  AlreadySettled: {
    en: "{field} stands at “{found}” already; “{action}” needs {expected}.",
    zh: "{field}已为“{found}”;“{action}”要求:{expected}。"
  },
  NotDueYet: {
    en: "At {found} it is too early to {action}: it is due at {expected}.",
    zh: "{found}尚未到期,不能“{action}”;期限为{expected}。"
  },
  WorkNotDone: {
    en: "{found} came to help and stays until the work is done.",
    zh: "{found}已到场,应在处置完毕后离场。"
  },
  NotAccountedFor: {
    en: "Still to be accounted for (come, be excused, replaced or explained): {missing}.",
    zh: "尚未落实(应报到、准予免报、替换或说明):{missing}。"
  },
  ExtensionLimitReached: {
    en: "The term was extended {found} times, at most {expected} are allowed.",
    zh: "期限已延长{found}次,最多{expected}次。"
  },
  CaseNotSettled: {
    en: "These stuck cases have neither a decision nor a next date: {missing}.",
    zh: "以下卡滞案件既未议定也未约定下次时间:{missing}。"
  },
  StageSkipped: {
    en: "No stage may be skipped; still to be held: {missing}.",
    zh: "议事环节不得跳过;尚缺:{missing}。"
  },
  StageAlreadyHeld: {
    en: "The stage “{found}” was held already; next: {expected}.",
    zh: "“{found}”环节已完成;下一环节:{expected}。"
  },
  StagePassed: {
    en: "It is too late for the stage “{found}”; next: {expected}.",
    zh: "“{found}”环节已过;下一环节:{expected}。"
  },
  QuorumNotReached: {
    en: "No quorum: {found} sides of {expected} needed; absent or too few: {missing}.",
    zh: "未达到法定人数:需{expected}方足额到会,实到{found}方;未到或不足:{missing}。"
  },
  CountImpossible: {
    en: "{field} is {found}; expected {expected}.",
    zh: "{field}为{found};应为{expected}。"
  },
  NotPublished: {
    en: "A decision was made and not published; the item stays open until: {missing}.",
    zh: "决议尚未公开,议题不能办结;尚缺:{missing}。"
  },
  AlreadyDecided: {
    en: "A decision was made at {found}; it can only be published and closed.",
    zh: "已于{found}作出决议;不能再撤回,只能公开并办结。"
  },
  TooFewParties: {
    en: "{found} parties are named; a dispute has at least {expected}.",
    zh: "当事人为{found}方;至少应有{expected}方。"
  },
  PartyMissing: {
    en: "All parties have to agree; missing: {missing}.",
    zh: "须各方当事人同意;尚缺:{missing}。"
  },
  PromiseNotFollowedUp: {
    en: "Whether these promises were kept is not known yet: {missing}.",
    zh: "以下协议事项尚未回访履行情况:{missing}。"
  }
}

/** Codes whose `found` and `expected` are instants, in words and not as numbers. */
const inTime: ReadonlyArray<Code> = [
  "TimeWentBack",
  "DateNotLater",
  "DateTooLate",
  "OutsideCalendar",
  "NotDueYet",
  "AlreadyDecided"
]

/** Everything with a name of its own in both languages. */
const names: ReadonlyMap<string, Label.Label> = new Map([
  ...Object.entries(SideProcessItem.labels),
  ...Object.entries(DeliberationStage.labels),
  ...Object.entries(DeliberationStage.partyLabels)
])

const show = (code: Code, value: string | number, language: keyof Label.Label): string => {
  if (typeof value === "number") {
    return inTime.includes(code) && Number.isSafeInteger(value)
      ? Seconds.toIsoInstant(value)
      : String(value)
  }
  return names.get(value)?.[language] ?? value
}

const inOneLanguage = (rejection: SideProcessRejection, language: keyof Label.Label): string => {
  const comma = language === "zh" ? "、" : ", "
  const nothing = language === "zh" ? "无" : "nothing"
  const allowed = rejection.allowed.map((action) => SideProcessAction.labels[action][language])
  const missing = rejection.missing.map((name) => names.get(name)?.[language] ?? name)
  return Label.fill(words[rejection.code], {
    process: SideProcess.labels[rejection.process][language],
    processId: rejection.processId,
    action: SideProcessAction.labels[rejection.action][language],
    field: rejection.field,
    found: show(rejection.code, rejection.found, language),
    expected: show(rejection.code, rejection.expected, language),
    missing: missing.length === 0 ? nothing : missing.join(comma),
    allowed: allowed.length === 0 ? nothing : allowed.join(comma)
  })[language]
}

/**
 * A rejection in words, in English and Chinese.
 *
 * ```ts
 * import { SideProcessRejection } from "@wangge/cases"
 *
 * SideProcessRejection.describe({
 *   code: "ItemMissing", process: "LeadAssignment", processId: "lead-1", action: "ActivateLead",
 *   status: "None", field: "items", found: "", expected: "Leader, Time",
 *   missing: ["Leader", "Time"], allowed: []
 * })
 * // => { en: "“activate the contract” is missing: leader, time limit.", zh: "“启动包案”缺少:包案领导、时限。" }
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: SideProcessRejection): Label.Label => ({
  en: inOneLanguage(rejection, "en"),
  zh: inOneLanguage(rejection, "zh")
})
