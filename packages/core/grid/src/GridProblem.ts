/**
 * What can be wrong with a tree, with posts and with published numbers, as typed values: a stable
 * code, the place, what was found and what would be right. The words in English and Chinese are
 * data beside the codes; a face only picks the language.
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
  "NoLevels",
  "DuplicateLevel",
  "WrongLevelOrder",
  "UnknownLevel",
  "EmptyLevel",
  "LevelShrinks",
  "BadCount",
  "BadHouseholds",
  "BadPersonsPerHousehold",
  "BadId",
  "DuplicateId",
  "NoRoot",
  "SeveralRoots",
  "OrphanNode",
  "Cycle",
  "UnknownNode",
  "NoSuchPost",
  "PostOverfilled",
  "EmptySpell",
  "AppointedTwice",
  "LeadCountMismatch",
  "TotalMismatch",
  "BoundExceeded",
  "ConflictInSource",
  "UnknownNumber",
  "DivisionByZero"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where (an id or a path), `found` what stands there, `expected` what
 * would be right. Both values are free of language, so that {@link describe} can speak either.
 *
 * @category problems
 * @since 0.1.0
 */
export type GridProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { GridProblem } from "@wangge/grid"
 *
 * GridProblem.make("LeadCountMismatch", "grid", 69, 70).code // => "LeadCountMismatch"
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
): GridProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoLevels: { en: "A tree needs at least one level.", zh: "区划树至少要有一个层级。" },
  DuplicateLevel: {
    en: "{subject}: the level “{found}” is named twice.",
    zh: "{subject}:层级“{found}”重复。"
  },
  WrongLevelOrder: {
    en: "{subject}: “{found}” cannot stand here; it should be “{expected}”.",
    zh: "{subject}:“{found}”的层级次序不对,应为“{expected}”。"
  },
  UnknownLevel: {
    en: "{subject}: there is no level “{found}”; known are {expected}.",
    zh: "{subject}:没有层级“{found}”,已有的是{expected}。"
  },
  EmptyLevel: {
    en: "{subject}: the level has {found} nodes; it needs at least {expected}.",
    zh: "{subject}:该层级有{found}个节点,至少应有{expected}个。"
  },
  LevelShrinks: {
    en: "{subject}: {found} nodes cannot lie under {expected}; each node above needs at least one.",
    zh: "{subject}:{found}个节点不够分给上一级的{expected}个,上级每个节点至少要有一个下级。"
  },
  BadCount: {
    en: "{subject}: {found} is not a count; it should be {expected}.",
    zh: "{subject}:{found}不是有效数量,应为{expected}。"
  },
  BadHouseholds: {
    en: "{subject}: {found} is not a number of households; it should be {expected}.",
    zh: "{subject}:{found}不是有效户数,应为{expected}。"
  },
  BadPersonsPerHousehold: {
    en: "{subject}: {found} persons per household is impossible; it should be {expected}.",
    zh: "{subject}:户均{found}人不成立,应为{expected}。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; allowed is {expected}.",
    zh: "{subject}:“{found}”不能作标识,允许{expected}。"
  },
  DuplicateId: {
    en: "{subject}: this id stands at {found} places; it should stand at {expected}.",
    zh: "{subject}:该标识出现{found}次,应为{expected}次。"
  },
  NoRoot: {
    en: "{subject}: {found} nodes are without a parent; exactly {expected} should be.",
    zh: "{subject}:没有上级的节点有{found}个,应恰为{expected}个。"
  },
  SeveralRoots: {
    en: "{subject}: {found} nodes are without a parent; exactly {expected} should be.",
    zh: "{subject}:没有上级的节点有{found}个,应恰为{expected}个。"
  },
  OrphanNode: {
    en: "{subject}: its parent “{found}” does not exist; it should be {expected}.",
    zh: "{subject}:上级“{found}”不存在,应为{expected}。"
  },
  Cycle: {
    en: "{subject}: walking up from here comes back here ({found}); it should end at {expected}.",
    zh: "{subject}:由此向上会回到自身({found}),应止于{expected}。"
  },
  UnknownNode: {
    en: "{subject}: the tree has no node “{found}”; it should be {expected}.",
    zh: "{subject}:区划树中没有节点“{found}”,应为{expected}。"
  },
  NoSuchPost: {
    en: "{subject}: there is no post “{found}” there; it should be {expected}.",
    zh: "{subject}:此处没有“{found}”岗位,应为{expected}。"
  },
  PostOverfilled: {
    en: "{subject}: {found} people hold {expected} seats at one time.",
    zh: "{subject}:同一时间{found}人占{expected}个岗位。"
  },
  EmptySpell: {
    en: "{subject}: it ends at {found}; it should end {expected}.",
    zh: "{subject}:结束于{found},应{expected}。"
  },
  AppointedTwice: {
    en: "{subject}: the same person holds the same post {found} times at once; it should be {expected}.",
    zh: "{subject}:同一人同时{found}次担任同一岗位,应为{expected}次。"
  },
  LeadCountMismatch: {
    en: "{subject}: {found} leads for {expected} places; each place has exactly one lead.",
    zh: "{subject}:{found}名负责人对应{expected}处,每处应恰有一名。"
  },
  TotalMismatch: {
    en: "{subject}: the parts give {found}, the total says {expected}.",
    zh: "{subject}:分项合计{found},总数为{expected}。"
  },
  BoundExceeded: {
    en: "{subject}: {found} is outside its bound {expected}.",
    zh: "{subject}:{found}超出界限{expected}。"
  },
  ConflictInSource: {
    en: "{subject}: the source says both {found} and {expected}; neither is repaired.",
    zh: "{subject}:来源中{found}与{expected}并存,未作修正。"
  },
  UnknownNumber: {
    en: "{subject}: the check needs the number “{found}”, which is not there; known are {expected}.",
    zh: "{subject}:核对所需数字“{found}”不存在,已有{expected}。"
  },
  DivisionByZero: {
    en: "{subject}: the ratio divides by {found}; it should be {expected}.",
    zh: "{subject}:比值的除数为{found},应{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { GridProblem } from "@wangge/grid"
 *
 * const problem = GridProblem.make("LeadCountMismatch", "gridLeads", 69, 70)
 * GridProblem.describe(problem).zh // => "gridLeads:69名负责人对应70处,每处应恰有一名。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: GridProblem): Label.Label => Problem.describe(words, problem)
