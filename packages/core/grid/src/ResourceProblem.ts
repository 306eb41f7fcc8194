/**
 * What can be wrong with money and venues: parts that miss their total, bands that overlap, venues
 * at places that are not there, as typed values with words in English and Chinese.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "BadAmount",
  "WrongUnit",
  "DuplicateId",
  "PartsMissTotal",
  "PartsExceedTotal",
  "NoParts",
  "NoBands",
  "BandsNotAdjoining",
  "EmptyBand",
  "UnknownBand",
  "UnknownNode",
  "WrongLevel",
  "NoTerritoryLevel",
  "BadCount",
  "TooManyVenues"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type ResourceProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): ResourceProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  BadAmount: {
    en: "{subject}: {found} is not an amount; it should be {expected}.",
    zh: "{subject}:{found}不是有效金额,应为{expected}。"
  },
  WrongUnit: {
    en: "{subject}: the amount is in “{found}”; it should be in {expected}.",
    zh: "{subject}:金额单位为“{found}”,应为{expected}。"
  },
  DuplicateId: {
    en: "{subject}: this id stands at {found} places; it should stand at {expected}.",
    zh: "{subject}:该标识出现{found}次,应为{expected}次。"
  },
  PartsMissTotal: {
    en: "{subject}: the parts give {found} yuan, the total says {expected}.",
    zh: "{subject}:分项合计{found}元,总额为{expected}元。"
  },
  PartsExceedTotal: {
    en: "{subject}: the parts give {found} yuan, more than the total of {expected}.",
    zh: "{subject}:分项合计{found}元,超过总额{expected}元。"
  },
  NoParts: {
    en: "{subject}: it says it is complete but has {found} parts; it should have {expected}.",
    zh: "{subject}:标明分项齐全却有{found}项,应有{expected}项。"
  },
  NoBands: {
    en: "{subject}: there are {found} size bands; there should be {expected}.",
    zh: "{subject}:面积档次有{found}个,应有{expected}个。"
  },
  BandsNotAdjoining: {
    en: "{subject}: the band begins at {found} m2; it should begin at {expected}.",
    zh: "{subject}:该面积档次起于{found}平方米,应起于{expected}平方米。"
  },
  EmptyBand: {
    en: "{subject}: the band ends at {found} m2; it should end {expected}.",
    zh: "{subject}:该面积档次止于{found}平方米,应{expected}。"
  },
  UnknownBand: {
    en: "{subject}: there is no size band “{found}”; known are {expected}.",
    zh: "{subject}:没有面积档次“{found}”,已有{expected}。"
  },
  UnknownNode: {
    en: "{subject}: the tree has no node “{found}”; it should be {expected}.",
    zh: "{subject}:区划树中没有节点“{found}”,应为{expected}。"
  },
  WrongLevel: {
    en: "{subject}: it stands at a place of level “{found}”; it should stand at {expected}.",
    zh: "{subject}:所在层级为“{found}”,应为{expected}。"
  },
  NoTerritoryLevel: {
    en: "{subject}: the territory has no level of role “{found}”; it has {expected}.",
    zh: "{subject}:区划树没有“{found}”层级,已有{expected}。"
  },
  BadCount: {
    en: "{subject}: {found} is not a count; it should be {expected}.",
    zh: "{subject}:{found}不是有效数量,应为{expected}。"
  },
  TooManyVenues: {
    en: "{subject}: {found} venues for {expected} places.",
    zh: "{subject}:{found}处场所对应{expected}处。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { ResourceProblem } from "@wangge/grid"
 *
 * const problem = ResourceProblem.make("PartsMissTotal", "jiyang-2017/sources", 10, 11)
 * ResourceProblem.describe(problem).en // => "jiyang-2017/sources: the parts give 10 yuan, the total says 11."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: ResourceProblem): Label.Label => Problem.describe(words, problem)
