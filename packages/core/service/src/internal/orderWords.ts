/** What the rejections of service orders say beside those of the frame. */
import type { Label } from "@wangge/facts"

/** English and Chinese, by code. */
export const orderWords = {
  RatingTooEarly: {
    en: "The order stands at “{found}”; it can be rated once it is “{expected}”.",
    zh: "订单当前为“{found}”;“{expected}”后方可评单。"
  },
  AlreadyRated: {
    en: "The order was rated already ({found}); one order has one rating.",
    zh: "该订单已评({found}分);每单只评一次。"
  },
  KindUnknown: {
    en: "There is no kind of service “{found}”; known: {expected}.",
    zh: "没有服务项目“{found}”;已有:{expected}。"
  },
  ModeNotAllowed: {
    en: "{subject} is not given in the mode “{found}”; possible: {expected}.",
    zh: "{subject}不提供“{found}”;可选:{expected}。"
  },
  PriceNeeded: {
    en: "The mode “{found}” needs a price in {expected}.",
    zh: "“{found}”须约定价格({expected})。"
  },
  PriceNotAllowed: {
    en: "The mode “{found}” has no price.",
    zh: "“{found}”不得约定价格。"
  },
  PriceOutOfRange: {
    en: "A price of {found} is not possible; expected {expected}.",
    zh: "价格{found}无效;应为{expected}。"
  },
  MinutesOutOfRange: {
    en: "{subject}: {found} minutes; expected whole minutes, {expected}.",
    zh: "{subject}:{found}分钟;应为整分钟数,{expected}。"
  },
  NamedTwice: {
    en: "{subject}: somebody is named {found} times; expected {expected}.",
    zh: "{subject}:同一人列出{found}次;应为{expected}次。"
  },
  WindowEmpty: {
    en: "The window ends at {found}; it has to end after its beginning at {expected}.",
    zh: "服务时段止于{found};应晚于开始时间{expected}。"
  },
  WindowPassed: {
    en: "The window ends at {found}; it is {expected} already.",
    zh: "服务时段止于{found};现在已是{expected}。"
  },
  WindowTooShort: {
    en: "The window has {found} minutes; {expected} are planned.",
    zh: "服务时段仅{found}分钟;计划需{expected}分钟。"
  },
  NoticeTooShort: {
    en: "The window begins at {found}; a booking begins at {expected} or later.",
    zh: "服务时段始于{found};预约服务须不早于{expected}开始。"
  },
  WindowUnchanged: {
    en: "The order has this window already, from {found} on.",
    zh: "服务时段未变,仍自{found}起。"
  },
  AgreementNeeded: {
    en: "A provider moves an order only by agreement; else he gives it back.",
    zh: "服务人员改期须经双方同意;否则请退单。"
  },
  RescheduleLimitReached: {
    en: "The order was moved {found} times; at most {expected} are possible.",
    zh: "该订单已改期{found}次;最多{expected}次。"
  },
  CrewMismatch: {
    en: "A {found} brings nobody else and comes in person; only a group names several.",
    zh: "除团队外,服务人员应本人到场,不另列他人。"
  },
  SelfService: {
    en: "Nobody serves himself: the requester is among those who would come.",
    zh: "不得自点自接:点单人在服务人员之列。"
  },
  SameHousehold: {
    en: "Somebody of the requester's own household is among those who would come.",
    zh: "不得为同户家庭成员接单。"
  },
  SkillMissing: {
    en: "These skills are needed and missing: {expected}.",
    zh: "缺少所需技能:{expected}。"
  },
  AskedTooSoon: {
    en: "This provider turned the order down; he is asked again from {expected} on.",
    zh: "该服务方已谢绝此单;{expected}后方可再次派单。"
  },
  OutsideWindow: {
    en: "{found} is outside the window of the order; {subject}: {expected}.",
    zh: "{found}不在约定的服务时段内;{subject}:{expected}。"
  },
  SharesNotExpected: {
    en: "“{found}” takes no minutes; only a correction states new ones.",
    zh: "“{found}”不填写分钟数;仅更正时填写。"
  },
  NotInCrew: {
    en: "Minutes are stated for somebody who was not named when the order was dispatched.",
    zh: "所填人员未列入本单服务人员。"
  },
  MinutesExceedTime: {
    en: "{found} minutes were stated for one person, {expected} have passed since the beginning.",
    zh: "单人填报{found}分钟;自开始服务起仅过{expected}分钟。"
  },
  MinutesDiffer: {
    en: "{found} minutes are confirmed, {expected} were stated; dispute the order instead.",
    zh: "确认{found}分钟,与所报{expected}分钟不符;请提出异议。"
  },
  WitnessMissing: {
    en: "This confirmation needs a witness.",
    zh: "此次确认须有见证人。"
  },
  NotIndependent: {
    en: "“{subject}”: {found} has a part in the order already; expected {expected}.",
    zh: "“{subject}”:{found}与本单有关;应为{expected}。"
  },
  RatingOutOfRange: {
    en: "A rating of {found} is not possible; expected {expected}.",
    zh: "评分{found}无效;应为{expected}。"
  },
  RatingTooLate: {
    en: "The order could be rated until {expected}; it is {found}.",
    zh: "评单截止{expected};现为{found}。"
  },
  DisputeTooLate: {
    en: "The order could be disputed until {expected}; it is {found}.",
    zh: "异议截止{expected};现为{found}。"
  },
  DisputeLimitReached: {
    en: "The order was disputed {found} times; at most {expected} are possible.",
    zh: "该订单已提出异议{found}次;最多{expected}次。"
  },
  NoShowTooEarly: {
    en: "At {found} it is too early to say that somebody did not come; wait until {expected}.",
    zh: "{found}登记爽约为时过早;请等到{expected}。"
  }
} as const satisfies Readonly<Record<string, Label.Label>>
