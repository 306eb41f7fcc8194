/**
 * The words of rejections, in English and Chinese; they are read as `CaseRejection.words`.
 */
import type { Label } from "@wangge/facts"
import type { Code } from "../CaseRejection.ts"

/** @source none: our own words */
export const rejectionWords: Readonly<Record<Code, Label.Label>> = {
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
  },
  ReportedOtherwise: {
    en: "Case {caseId} was reported with {field} {expected}; the same id now comes with {found}.",
    zh: "案件{caseId}上报时的{field}为{expected};同一编号现为{found}。"
  },
  TimeInFuture: {
    en: "{field} is {found}; it cannot be later than the report at {expected}.",
    zh: "{field}为{found};不能晚于上报时间{expected}。"
  },
  LevelNotAllowed: {
    en: "“{action}” is not possible at the level {found}; possible at: {expected}.",
    zh: "在“{found}”这一层级不能“{action}”;可以的层级:{expected}。"
  },
  RoleNotAllowed: {
    en: "“{action}” is not for the role {found}; it is for: {expected}.",
    zh: "“{found}”无权“{action}”;有权的角色:{expected}。"
  },
  ActorLevelWrong: {
    en: "“{action}” has to come from the level {expected}; it came from {found}.",
    zh: "“{action}”应由“{expected}”层级作出;现为{found}。"
  },
  LevelNotForMatter: {
    en: "This kind of matter is not handled at the level {found}; expected one of {expected}.",
    zh: "此类事项不在“{found}”层级办理;应为:{expected}。"
  },
  SideProcessNeeded: {
    en: "“{action}” has to wait for {expected}; the case has {found}.",
    zh: "“{action}”之前须有:{expected};目前:{found}。"
  },
  SideProcessForbidden: {
    en: "For this kind of matter “{action}” does not go with: {found}.",
    zh: "此类事项“{action}”时不应有:{found}。"
  },
  SideProcessOpen: {
    en: "Still open: {found}; close them before “{action}”.",
    zh: "尚未办结:{found};请办结后再“{action}”。"
  },
  SideProcessKnown: {
    en: "The side process {found} hangs on the case already; a new one has a new id.",
    zh: "附属程序{found}已登记;新的附属程序应有新的编号。"
  },
  SideProcessUnknown: {
    en: "The case has no open side process {found}; open: {expected}.",
    zh: "本案没有办理中的附属程序{found};办理中的:{expected}。"
  },
  NotLateYet: {
    en: "The case is due at {expected}; at {found} it is not late.",
    zh: "案件期限为{expected};{found}时尚未超期。"
  },
  SameUnit: {
    en: "The unit {found} has the case already; name another unit.",
    zh: "{found}已是承办单位;请填写其他单位。"
  },
  HelperNotApart: {
    en: "The helping unit {found} is named twice or leads itself; name each unit once.",
    zh: "协办单位{found}重复或即为主办单位;每个单位只填一次。"
  },
  ArbitrationTooEarly: {
    en: "The case was returned {found} times; arbitration comes after {expected}.",
    zh: "案件已退回{found}次;满{expected}次后方可裁定。"
  },
  ArbitratedAlready: {
    en: "The level above decided that {found} owns the case; it cannot be returned.",
    zh: "上级已裁定由{found}承办;不得退回。"
  },
  DuplicateKnown: {
    en: "The case stands for {found} already; name another case.",
    zh: "{found}已并入本案;请填写其他案件。"
  },
  DuplicateUnknown: {
    en: "{found} is no duplicate of this case; its duplicates: {expected}.",
    zh: "{found}并未并入本案;已并入的:{expected}。"
  },
  DemandNotCounted: {
    en: "{field} is {found}; expected {expected}.",
    zh: "{field}为{found};应为:{expected}。"
  },
  ScoreNotValid: {
    en: "The score {field} is {found}; expected {expected}.",
    zh: "评分{field}为{found};应为:{expected}。"
  },
  SplitTooSmall: {
    en: "{found} cases would come out of the split; at least {expected} have to.",
    zh: "拆分后的新案件为{found}件;至少应为{expected}件。"
  },
  SplitNotApart: {
    en: "The case {found} cannot come out of this split; each needs a new id.",
    zh: "拆分不能得到案件{found};每件应有新的编号。"
  },
  AppealPending: {
    en: "An appeal against this end is pending; it has to be decided first.",
    zh: "对本次结案的申诉尚待裁定。"
  },
  NoAppealPending: {
    en: "There is no appeal to decide on: {found}; expected: {expected}.",
    zh: "没有待裁定的申诉:现为“{found}”;应为“{expected}”。"
  },
  AppealDecided: {
    en: "An appeal against this end was dismissed already.",
    zh: "对本次结案的申诉已被驳回。"
  }
}
