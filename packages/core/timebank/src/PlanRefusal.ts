/**
 * Why a time bank plans nothing: the tariff has no price, the policy does not allow it, or the ledger
 * would refuse it. A stable code, the place, what stands there and what would be right; nothing is
 * posted and nothing is remembered, so that the same request may be tried again later.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all refusals. Append only.
 *
 * @source none: our own names
 * @category refusals
 * @since 0.1.0
 */
export const codes = [
  "UnknownServiceKind",
  "UnknownDifficulty",
  "NotInForce",
  "BadMinutes",
  "BadId",
  "BadAmount",
  "NoHelper",
  "HelperTwice",
  "SelfService",
  "SelfConfirmed",
  "ConfirmedTooEarly",
  "ServedInFuture",
  "CreditedOtherwise",
  "NothingToCredit",
  "NoAccount",
  "GiftsNotAllowed",
  "NotRelated",
  "RelationNotAllowed",
  "AgeUnknown",
  "TooYoung",
  "YearLimitReached",
  "GroupOnlyDonates",
  "UnknownGrant",
  "GrantTooLarge",
  "GrantedBefore",
  "BudgetSpent",
  "NotFrozen",
  "OtherUnit",
  "UnknownItem",
  "ShelfRefuses",
  "LedgerRefuses",
  "NotCreditedYet",
  "OlderSettlement",
  "NotHeld",
  "HeldOtherwise"
] as const

/**
 * One of {@link codes}.
 *
 * @category refusals
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refusal.
 *
 * @category refusals
 * @since 0.1.0
 */
export type PlanRefusal = Problem.Problem<Code>

/**
 * A refusal from its four parts.
 *
 * ```ts
 * import { PlanRefusal } from "@wangge/timebank"
 *
 * PlanRefusal.make("TooYoung", "ann", 59, 60).code // => "TooYoung"
 * ```
 *
 * @category refusals
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): PlanRefusal => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  UnknownServiceKind: {
    en: "The tariff has no service “{found}”; known are {expected}.",
    zh: "计时标准中没有服务“{found}”,已有:{expected}。"
  },
  UnknownDifficulty: {
    en: "The tariff has no difficulty “{found}” for this service; known are {expected}.",
    zh: "该服务没有难度“{found}”,已有:{expected}。"
  },
  NotInForce: {
    en: "The service of {found} has no price on that day; the tariff holds {expected}.",
    zh: "{found}的服务当日无计时标准,标准适用于{expected}。"
  },
  BadMinutes: {
    en: "{subject} is {found}; it should be whole minutes, {expected}.",
    zh: "{subject}为{found},应为整数分钟{expected}。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; it should be {expected}.",
    zh: "{subject}:“{found}”不能作编号,应为{expected}。"
  },
  BadAmount: {
    en: "{subject} is {found}; it should be a whole amount, {expected}.",
    zh: "{subject}为{found},应为整数数额{expected}。"
  },
  NoHelper: {
    en: "The order {subject} names {found} helpers; it should be {expected}.",
    zh: "订单{subject}的服务者为{found}人,应为{expected}。"
  },
  HelperTwice: {
    en: "The order {subject} names the helper {found} twice.",
    zh: "订单{subject}中服务者{found}重复。"
  },
  SelfService: {
    en: "In the order {subject}, {found} would be credited for serving himself; expected {expected}.",
    zh: "订单{subject}中{found}为自己服务,不能计时;应为{expected}。"
  },
  SelfConfirmed: {
    en: "The order {subject} was confirmed by its helper {found}; expected {expected}.",
    zh: "订单{subject}由服务者{found}本人确认;应为{expected}。"
  },
  ConfirmedTooEarly: {
    en: "The order {subject} was confirmed at {found}, before the service at {expected}.",
    zh: "订单{subject}的确认时间{found}早于服务时间{expected}。"
  },
  ServedInFuture: {
    en: "The order {subject} was served at {found}, after it is recorded at {expected}.",
    zh: "订单{subject}的服务时间{found}晚于记录时间{expected}。"
  },
  CreditedOtherwise: {
    en: "{subject} has been credited for {expected}; it is confirmed again as {found}. The first stands.",
    zh: "{subject}已按{expected}入账,再次确认为{found};以首次为准。"
  },
  NothingToCredit: {
    en: "The service {subject} comes to {found} by the tariff; {expected} is needed.",
    zh: "服务{subject}按标准为{found},至少应为{expected}。"
  },
  NoAccount: {
    en: "{subject} has no account “{found}”; expected {expected}.",
    zh: "{subject}没有账户“{found}”;应为{expected}。"
  },
  GiftsNotAllowed: {
    en: "{subject}: the policy allows no gifts between persons; expected {expected}.",
    zh: "{subject}:规则不允许个人之间赠与;应为{expected}。"
  },
  NotRelated: {
    en: "{subject} and {found} are not in the register of relatives with {expected}.",
    zh: "{subject}与{found}的亲属关系未登记;需要{expected}。"
  },
  RelationNotAllowed: {
    en: "{subject} is {found}; allowed are {expected}.",
    zh: "{subject}为{found};允许的关系:{expected}。"
  },
  AgeUnknown: {
    en: "The age of {subject} is {found}; the policy needs {expected} years.",
    zh: "{subject}的年龄{found};规则要求年满{expected}周岁。"
  },
  TooYoung: {
    en: "{subject} is {found} years old; the policy needs {expected}.",
    zh: "{subject}现{found}周岁;规则要求年满{expected}周岁。"
  },
  YearLimitReached: {
    en: "{subject} would have given {found} this year; at most {expected} are allowed.",
    zh: "{subject}本年度赠与将达{found};上限为{expected}。"
  },
  GroupOnlyDonates: {
    en: "{subject} is an account of a {found}; it can only donate.",
    zh: "{subject}为{found}账户,只能捐赠。"
  },
  UnknownGrant: {
    en: "The policy has no grant “{found}”; known are {expected}.",
    zh: "规则中没有发放项目“{found}”,已有:{expected}。"
  },
  GrantTooLarge: {
    en: "The grant {subject} is {found}; at most {expected} is allowed.",
    zh: "发放项目{subject}为{found};上限为{expected}。"
  },
  GrantedBefore: {
    en: "{subject} had this grant in this period before ({found}); expected {expected}.",
    zh: "{subject}本期已领取该项({found});应为{expected}。"
  },
  BudgetSpent: {
    en: "The grant {subject} would come to {found} in this period; the budget is {expected}.",
    zh: "发放项目{subject}本期将达{found};预算为{expected}。"
  },
  NotFrozen: {
    en: "The account {subject} is {found}; it should be {expected} first.",
    zh: "账户{subject}为{found};应先{expected}。"
  },
  OtherUnit: {
    en: "{subject} is counted in {found}; expected {expected}.",
    zh: "{subject}的单位为{found};应为{expected}。"
  },
  UnknownItem: {
    en: "The redemption list has no item “{found}”; known are {expected}.",
    zh: "兑换目录中没有“{found}”,已有:{expected}。"
  },
  ShelfRefuses: {
    en: "The shelf refuses {subject}: {found}; expected {expected}.",
    zh: "货架拒绝{subject}:{found};应为{expected}。"
  },
  LedgerRefuses: {
    en: "The ledger refuses {subject}: {found}; expected {expected}.",
    zh: "账本拒绝{subject}:{found};应为{expected}。"
  },
  NotCreditedYet: {
    en: "Nothing stands in the books for {subject} ({found}); {expected} comes first.",
    zh: "{subject}尚未入账({found});应先有{expected}。"
  },
  OlderSettlement: {
    en: "{subject}: settlement {found} is older than settlement {expected}, which stands.",
    zh: "{subject}:第{found}次处理早于现行的第{expected}次处理。"
  },
  NotHeld: {
    en: "Nothing is held for {subject} ({found}); {expected} comes first.",
    zh: "{subject}没有冻结额({found});应先有{expected}。"
  },
  HeldOtherwise: {
    en: "{subject} was asked as {expected} before and is {found} now; the first stands.",
    zh: "{subject}此前为{expected},现为{found};以首次为准。"
  }
}

/**
 * A refusal in words, English and Chinese.
 *
 * ```ts
 * import { PlanRefusal } from "@wangge/timebank"
 *
 * PlanRefusal.describe(PlanRefusal.make("TooYoung", "ann", 59, 60)).en
 * // => "ann is 59 years old; the policy needs 60."
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (refusal: PlanRefusal): Label.Label => Problem.describe(words, refusal)
