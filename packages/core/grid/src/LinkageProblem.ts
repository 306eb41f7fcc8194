/**
 * What can be wrong with the links between organs and communities, and with joint committees and
 * their part-time members, as typed values with words in English and Chinese.
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
  "UnknownNode",
  "WrongLevel",
  "NoTerritoryLevel",
  "EmptySpell",
  "LinkedTwice",
  "BadCount",
  "BadId",
  "DuplicateId",
  "TwoCommittees",
  "UnknownCommittee",
  "SeatedTwice",
  "CommitteeOverfilled",
  "OrganNotLinked"
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
export type LinkageProblem = Problem.Problem<Code>

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
): LinkageProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
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
  EmptySpell: {
    en: "{subject}: it ends at {found}; it should end {expected}.",
    zh: "{subject}:结束于{found},应{expected}。"
  },
  LinkedTwice: {
    en: "{subject}: the same organ is linked to the same place {found} times at once; it should be {expected}.",
    zh: "{subject}:同一单位同时{found}次联系同一处,应为{expected}次。"
  },
  BadCount: {
    en: "{subject}: {found} is not a count; it should be {expected}.",
    zh: "{subject}:{found}不是有效数量,应为{expected}。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; allowed is {expected}.",
    zh: "{subject}:“{found}”不能作标识,允许{expected}。"
  },
  DuplicateId: {
    en: "{subject}: this id stands at {found} places; it should stand at {expected}.",
    zh: "{subject}:该标识出现{found}次,应为{expected}次。"
  },
  TwoCommittees: {
    en: "{subject}: {found} committees of one kind sit here; it should be {expected}.",
    zh: "{subject}:同类联席组织有{found}个,应为{expected}个。"
  },
  UnknownCommittee: {
    en: "{subject}: there is no committee “{found}”; it should be {expected}.",
    zh: "{subject}:没有联席组织“{found}”,应为{expected}。"
  },
  SeatedTwice: {
    en: "{subject}: the same person sits {found} times at once; it should be {expected}.",
    zh: "{subject}:同一人同时{found}次任职,应为{expected}次。"
  },
  CommitteeOverfilled: {
    en: "{subject}: {found} people hold {expected} seats at one time.",
    zh: "{subject}:同一时间{found}人占{expected}个席位。"
  },
  OrganNotLinked: {
    en: "{subject}: the organ “{found}” is not linked to the place for the whole spell; it should be linked to {expected}.",
    zh: "{subject}:单位“{found}”未在整个任期内联系此处,应联系{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { LinkageProblem } from "@wangge/grid"
 *
 * const problem = LinkageProblem.make("TwoCommittees", "town/1", 2, 1)
 * LinkageProblem.describe(problem).en // => "town/1: 2 committees of one kind sit here; it should be 1."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: LinkageProblem): Label.Label => Problem.describe(words, problem)
