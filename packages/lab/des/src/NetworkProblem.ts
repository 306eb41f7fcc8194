/**
 * What can be wrong with a declared network, as typed values: each names the source, station or class
 * and the field, what stands there, and what would be right. The words in English and Chinese are
 * data beside the codes.
 */
import { inChinese, placeInChinese } from "./internal/networkPhrases.ts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "BadShape",
  "BadName",
  "DoubledName",
  "UnknownName",
  "NoSource",
  "NoStation",
  "BadNumber",
  "BadDistribution",
  "BadProbability",
  "BadSum",
  "BadLength",
  "OutOfOrder",
  "ClassMissing",
  "NobodyServes",
  "NeverOnDuty",
  "RoomBelowServers",
  "NotTogether",
  "NoWayOut",
  "Unreachable",
  "LoadTooHigh",
  "MissingField",
  "BadText",
  "TooDeep"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where, such as `station "desk": service.mean`, `found` what stands
 * there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface NetworkProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { NetworkProblem } from "@wangge/des"
 *
 * NetworkProblem.make("LoadTooHigh", 'station "desk"', 1.25, "below 1").found // => 1.25
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
): NetworkProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values. Of a
 * field that is missing nothing is found.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  BadShape: {
    en: "{subject}: found {found}; it should be {expected}.",
    zh: "{subject}:此处是{found},应为{expected}。"
  },
  BadName: {
    en: "{subject}: {found} cannot be a name; it should be {expected}.",
    zh: "{subject}:{found}不能作名称,应为{expected}。"
  },
  DoubledName: {
    en: "{subject}: the name is given {found} times; it should be there {expected}.",
    zh: "{subject}:该名称出现{found}次,应{expected}。"
  },
  UnknownName: {
    en: "{subject}: there is no {found}; it should be {expected}.",
    zh: "{subject}:不存在{found},应为{expected}。"
  },
  NoSource: {
    en: "{subject}: there are {found} sources; there should be {expected}.",
    zh: "{subject}:来源数为{found},应{expected}。"
  },
  NoStation: {
    en: "{subject}: there are {found} stations; there should be {expected}.",
    zh: "{subject}:服务台数为{found},应{expected}。"
  },
  BadNumber: {
    en: "{subject}: {found} cannot be; it should be {expected}.",
    zh: "{subject}:{found}不可用,应为{expected}。"
  },
  BadDistribution: {
    en: "{subject}: {found} cannot be; it should be {expected}.",
    zh: "{subject}:分布的参数{found}不可用,应为{expected}。"
  },
  BadProbability: {
    en: "{subject}: the probability is {found}; it should be {expected}.",
    zh: "{subject}:概率为{found},应为{expected}。"
  },
  BadSum: {
    en: "{subject}: the probabilities sum to {found}; it should be {expected}.",
    zh: "{subject}:概率之和为{found},应为{expected}。"
  },
  BadLength: {
    en: "{subject}: the list has {found} items; it should have {expected}.",
    zh: "{subject}:列表有{found}项,应有{expected}。"
  },
  OutOfOrder: {
    en: "{subject}: the time {found} is out of order; it should be {expected}.",
    zh: "{subject}:时间{found}次序不对,应为{expected}。"
  },
  ClassMissing: {
    en: "{subject}: nothing is said for {found}; there should be {expected}.",
    zh: "{subject}:未规定{found},应有{expected}。"
  },
  NobodyServes: {
    en: "{subject}: nobody serves {found}, which comes here; it should be {expected}.",
    zh: "{subject}:{found}会来到此处却无人服务,应为{expected}。"
  },
  NeverOnDuty: {
    en: "{subject}: there are never more than {found} servers on duty; there should be {expected}.",
    zh: "{subject}:在岗服务员始终为{found}名,应{expected}。"
  },
  RoomBelowServers: {
    en: "{subject}: capacity below servers: room for {found}; it should be {expected}.",
    zh: "{subject}:容量少于服务员数:仅容{found}人,应{expected}。"
  },
  NotTogether: {
    en: "{subject}: {found} do not go together; right would be {expected}.",
    zh: "{subject}:{found}不能并用,应改为:{expected}。"
  },
  NoWayOut: {
    en: "{subject}: {found} that comes here can never leave the network; there should be {expected}.",
    zh: "{subject}:来到此处的{found}永远无法离开网络,应有{expected}。"
  },
  Unreachable: {
    en: "{subject}: {found} can come here; it should be {expected}.",
    zh: "{subject}:{found}能来到此处,应为{expected}。"
  },
  LoadTooHigh: {
    en: "{subject}: the load is {found}; without a horizon it should be {expected}.",
    zh: "{subject}:负荷为{found},未设终止时间时应为{expected}。"
  },
  MissingField: {
    en: "{subject} is missing; it should be {expected}.",
    zh: "{subject}未填写,应为{expected}。"
  },
  BadText: {
    en: "{subject}: {found} cannot stand in a heading; it should be {expected}.",
    zh: "{subject}:{found}不能用作标题文字,应为{expected}。"
  },
  TooDeep: {
    en: "{subject}: it has {found} lists and objects inside each other; there should be {expected}.",
    zh: "{subject}:嵌套的列表和对象{found}层,应{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { NetworkProblem } from "@wangge/des"
 *
 * const problem = NetworkProblem.make("LoadTooHigh", 'station "desk"', 1.25, "below 1")
 * NetworkProblem.describe(problem).en
 * // => 'station "desk": the load is 1.25; without a horizon it should be below 1.'
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: NetworkProblem): { readonly en: string; readonly zh: string } => {
  const { en, zh } = words[problem.code]
  const { subject, found, expected } = problem
  return {
    en: fill(en, { subject, found, expected }),
    zh: fill(zh, {
      subject: placeInChinese(subject),
      found: inChinese(found),
      expected: inChinese(expected)
    })
  }
}

const fill = (template: string, values: Omit<NetworkProblem, "code">): string =>
  template
    .replace("{subject}", () => values.subject)
    .replace("{found}", () => String(values.found))
    .replace("{expected}", () => String(values.expected))
