/**
 * What can be wrong with a policy that comes from outside: typed problems that name the field, the
 * value and what would be right. `BankRules.compile` refuses a policy that has any.
 */
import { type Label, Problem } from "@wangge/facts"
import type { BankPolicy } from "./BankPolicy.ts"
import * as lists from "./internal/policyLists.ts"
import * as numbers from "./internal/policyNumbers.ts"

/**
 * The codes of all problems. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "BadId",
  "BadRevision",
  "UnknownZone",
  "BadNumber",
  "BadUnit",
  "BadDate",
  "ListedTwice",
  "NoTariff",
  "NotMultiple",
  "OutOfOrder",
  "NoOperator",
  "SharedAccount",
  "CannotRedeem"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the path of the field, `found` what stands there, `expected` what would
 * be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type PolicyProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { PolicyProblem } from "@wangge/timebank"
 *
 * PolicyProblem.make("BadNumber", "caps.hours.day", -1, "0..1000000").code // => "BadNumber"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): PolicyProblem => ({ code, subject, found, expected })

/**
 * Everything that is wrong with a policy, field by field; empty for a good one.
 *
 * ```ts
 * import { BankPreset, PolicyProblem } from "@wangge/timebank"
 *
 * const policy = { ...BankPreset.base, zone: "Asia/Nowhere" }
 * PolicyProblem.find(policy).map(({ code, subject }) => `${subject}: ${code}`)
 * // => ["zone: UnknownZone"]
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const find = (policy: BankPolicy): ReadonlyArray<PolicyProblem> =>
  [
    ...lists.headProblems(policy),
    ...lists.operatorProblems(policy),
    ...lists.accountProblems(policy),
    ...lists.tariffProblems(policy),
    ...numbers.limitProblems(policy),
    ...numbers.grantProblems(policy),
    ...numbers.redemptionProblems(policy),
    ...numbers.signalProblems(policy)
  ].map(([code, subject, found, expected]) => make(code, subject, found, expected))

const badValue: Label.Label = {
  en: "{subject} is {found}; expected {expected}.",
  zh: "{subject}为{found};应为:{expected}。"
}

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  BadId: {
    en: "{subject} is “{found}”; an id is {expected}.",
    zh: "{subject}为“{found}”;编号应为{expected}。"
  },
  BadRevision: badValue,
  UnknownZone: {
    en: "{subject} is “{found}”; expected {expected}.",
    zh: "{subject}为“{found}”;应为{expected}。"
  },
  BadNumber: badValue,
  BadUnit: {
    en: "{subject} is counted in “{found}”; expected “{expected}”.",
    zh: "{subject}的单位为“{found}”;应为“{expected}”。"
  },
  BadDate: {
    en: "{subject} is “{found}”; expected {expected}.",
    zh: "{subject}为“{found}”;应为{expected}。"
  },
  ListedTwice: {
    en: "{subject}: {found} is listed twice; expected {expected}.",
    zh: "{subject}:{found}重复;应为{expected}。"
  },
  NoTariff: {
    en: "{subject} has {found} rows; expected {expected}.",
    zh: "{subject}有{found}行;应为{expected}。"
  },
  NotMultiple: {
    en: "{subject} is {found}; expected a multiple of the quantum, {expected}.",
    zh: "{subject}为{found};应为计时单位{expected}的整数倍。"
  },
  OutOfOrder: {
    en: "{subject} is {found}; expected no more than {expected}.",
    zh: "{subject}为{found};不应大于{expected}。"
  },
  NoOperator: {
    en: "{subject}: {found} operators may {expected}; at least one has to.",
    zh: "{subject}:有“{expected}”权限的经办方为{found},至少应有一个。"
  },
  SharedAccount: {
    en: "{subject} is {found}, which is also {expected}; every purpose needs its own account.",
    zh: "{subject}为{found},与{expected}相同;各用途应分设账户。"
  },
  CannotRedeem: {
    en: "{subject} is {found}; what can be redeemed is {expected}.",
    zh: "{subject}为{found};可兑换的只有{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (problem: PolicyProblem): Label.Label => Problem.describe(words, problem)
