/**
 * What can be wrong with a parallel organisation: its units, its links to the territory and its
 * side lists, as typed values with words in English and Chinese.
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
  "NoOrganisationLevels",
  "DuplicateLevel",
  "BadId",
  "DuplicateUnit",
  "UnknownLevel",
  "UnknownParent",
  "ParentNotAbove",
  "TopUnitBelowTop",
  "UnknownUnit",
  "UnknownNode",
  "EmptySpell",
  "LinkedTwice",
  "TwoUnitsOfOneLevel",
  "NestedCover",
  "CrossedChains",
  "UncoveredGround",
  "NoTerritoryLevel",
  "BadCount",
  "TooManyUnits",
  "DuplicateEntry"
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
export type OrganisationProblem = Problem.Problem<Code>

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
): OrganisationProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoOrganisationLevels: {
    en: "{subject}: units need at least {expected} level; there are {found}.",
    zh: "{subject}:有单位就至少要有{expected}个层级,现有{found}个。"
  },
  DuplicateLevel: {
    en: "{subject}: the level “{found}” is named twice; it should be named {expected} time.",
    zh: "{subject}:层级“{found}”重复,应出现{expected}次。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; allowed is {expected}.",
    zh: "{subject}:“{found}”不能作标识,允许{expected}。"
  },
  DuplicateUnit: {
    en: "{subject}: this unit stands at {found} places; it should stand at {expected}.",
    zh: "{subject}:该单位出现{found}次,应为{expected}次。"
  },
  UnknownLevel: {
    en: "{subject}: the organisation has no level “{found}”; known are {expected}.",
    zh: "{subject}:组织体系中没有层级“{found}”,已有的是{expected}。"
  },
  UnknownParent: {
    en: "{subject}: its parent “{found}” does not exist; it should be {expected}.",
    zh: "{subject}:上级组织“{found}”不存在,应为{expected}。"
  },
  ParentNotAbove: {
    en: "{subject}: its parent stands on level “{found}”; it should stand {expected}.",
    zh: "{subject}:上级组织在层级“{found}”,应{expected}。"
  },
  TopUnitBelowTop: {
    en: "{subject}: it has no parent but stands on level “{found}”; only units of “{expected}” stand without one.",
    zh: "{subject}:没有上级组织却在层级“{found}”,只有“{expected}”可以没有上级。"
  },
  UnknownUnit: {
    en: "{subject}: there is no unit “{found}”; it should be {expected}.",
    zh: "{subject}:没有单位“{found}”,应为{expected}。"
  },
  UnknownNode: {
    en: "{subject}: the tree has no node “{found}”; it should be {expected}.",
    zh: "{subject}:区划树中没有节点“{found}”,应为{expected}。"
  },
  EmptySpell: {
    en: "{subject}: it ends at {found}; it should end {expected}.",
    zh: "{subject}:结束于{found},应{expected}。"
  },
  LinkedTwice: {
    en: "{subject}: the unit is linked to the same node {found} times at once; it should be {expected}.",
    zh: "{subject}:同一单位同时{found}次联系同一节点,应为{expected}次。"
  },
  TwoUnitsOfOneLevel: {
    en: "{subject}: {found} units of one level cover it at once; it should be {expected}.",
    zh: "{subject}:同一层级有{found}个单位同时覆盖,应为{expected}个。"
  },
  NestedCover: {
    en: "{subject}: the unit already covers it through “{found}” above; one link is enough: {expected}.",
    zh: "{subject}:该单位已通过上级“{found}”覆盖此处,只需保留{expected}。"
  },
  CrossedChains: {
    en: "{subject}: the unit above covers {found}, which neither is nor holds {expected}.",
    zh: "{subject}:其上级组织覆盖{found},并不包含{expected}。"
  },
  UncoveredGround: {
    en: "{subject}: {found} units cover it from {expected} on; every place needs one.",
    zh: "{subject}:自{expected}起有{found}个单位覆盖,每处都应有组织覆盖。"
  },
  NoTerritoryLevel: {
    en: "{subject}: the territory has no level of role “{found}”; it has {expected}.",
    zh: "{subject}:区划树没有“{found}”层级,已有{expected}。"
  },
  BadCount: {
    en: "{subject}: {found} is not a count; it should be {expected}.",
    zh: "{subject}:{found}不是有效数量,应为{expected}。"
  },
  TooManyUnits: {
    en: "{subject}: {found} units for {expected} places; a place has at most one unit of a level.",
    zh: "{subject}:{found}个单位对应{expected}处,同一层级每处至多一个。"
  },
  DuplicateEntry: {
    en: "{subject}: this entry stands {found} times in the side list; it should be {expected}.",
    zh: "{subject}:该条目在附列名册中出现{found}次,应为{expected}次。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { OrganisationProblem } from "@wangge/grid"
 *
 * const problem = OrganisationProblem.make("TooManyUnits", "gridBranch", 70, 69)
 * OrganisationProblem.describe(problem).zh // => "gridBranch:70个单位对应69处,同一层级每处至多一个。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: OrganisationProblem): Label.Label =>
  Problem.describe(words, problem)
