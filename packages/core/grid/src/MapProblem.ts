/**
 * Why a change of the map cannot be planned, why a plan can no longer be applied, and why a
 * question about a past day has no answer: typed values with a stable code. The words in English
 * and Chinese are data beside the codes; a face only picks the language.
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
  "ClosedNode",
  "WrongLevel",
  "WrongNet",
  "WouldCycle",
  "RootStays",
  "IdUsed",
  "BadId",
  "NamedTwice",
  "BadInstant",
  "BadHouseholds",
  "BadTarget",
  "CapBelowTarget",
  "BeforeLastChange",
  "NothingChanges",
  "HouseholdsLost",
  "HouseholdsDoubled",
  "OrphansLeft",
  "EmptyLeft",
  "NoMembers",
  "NotAMember",
  "MemberMissing",
  "WrongPartCount",
  "TooFewGrids",
  "NoCommonNet",
  "NoCommonParent",
  "ReachesOut",
  "StalePlan",
  "NotOpenThen"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says which place or field, `found` what stands there, `expected` what
 * would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type MapProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { MapProblem } from "@wangge/grid"
 *
 * MapProblem.make("IdUsed", "grid-7", "grid-7", "unused").code // => "IdUsed"
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
): MapProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  UnknownNode: {
    en: "{subject}: the map has no place “{found}”.",
    zh: "{subject}:图中没有“{found}”。"
  },
  ClosedNode: {
    en: "{subject}: the place has been closed since {found}.",
    zh: "{subject}:该处已于{found}撤销。"
  },
  WrongLevel: {
    en: "{subject}: it stands at the level “{found}”; it should stand at “{expected}”.",
    zh: "{subject}:其层级为“{found}”,应为“{expected}”。"
  },
  WrongNet: {
    en: "{subject}: it belongs to the net “{found}”; it should belong to “{expected}”.",
    zh: "{subject}:属于“{found}”网,应属于“{expected}”网。"
  },
  WouldCycle: {
    en: "{subject}: it cannot stand under “{found}”, which is itself or lies inside it.",
    zh: "{subject}:不能归入“{found}”,那是其自身或其下级。"
  },
  RootStays: {
    en: "{subject}: the root of the map can be neither moved nor closed.",
    zh: "{subject}:图的根节点不能移动或撤销。"
  },
  IdUsed: {
    en: "{subject}: the id is in use or was used before; ids are never used again.",
    zh: "{subject}:该标识已使用或曾经使用,标识不得重复使用。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; allowed is {expected}.",
    zh: "{subject}:“{found}”不能作标识,允许{expected}。"
  },
  NamedTwice: {
    en: "{subject}: it is named {found} times; it should be named {expected}.",
    zh: "{subject}:列出{found}次,应为{expected}次。"
  },
  BadInstant: {
    en: "{subject}: {found} is not an instant; it should be {expected}.",
    zh: "{subject}:{found}不是有效时刻,应为{expected}。"
  },
  BadHouseholds: {
    en: "{subject}: {found} is not a number of households; it should be {expected}.",
    zh: "{subject}:{found}不是有效户数,应为{expected}。"
  },
  BadTarget: {
    en: "{subject}: the target size {found} is too small; it should be {expected}.",
    zh: "{subject}:目标规模{found}过小,应为{expected}。"
  },
  CapBelowTarget: {
    en: "{subject}: the cap {found} is below the target; it should be {expected}.",
    zh: "{subject}:上限{found}低于目标规模,应为{expected}。"
  },
  BeforeLastChange: {
    en: "{subject}: it last changed at {expected}; nothing can take effect earlier, at {found}.",
    zh: "{subject}:其上次变更于{expected},不能早于此({found})生效。"
  },
  NothingChanges: {
    en: "{subject}: it already is as asked for ({found}).",
    zh: "{subject}:现状已符合要求({found}),无需变更。"
  },
  HouseholdsLost: {
    en: "{subject}: {found} households belong to no place inside it and would be lost.",
    zh: "{subject}:有{found}户不属于任何下级,变更后将漏统。"
  },
  HouseholdsDoubled: {
    en: "{subject}: a grid of another net covers households and has none; {found} would be counted twice.",
    zh: "{subject}:其他网的网格只覆盖户、不另计户,{found}户将被重复统计。"
  },
  OrphansLeft: {
    en: "{subject}: {found} places inside it would be left without a parent.",
    zh: "{subject}:其内{found}处将没有上级。"
  },
  EmptyLeft: {
    en: "{subject}: the grid would be left with nothing inside; merge or close it instead.",
    zh: "{subject}:该网格将成为空网格,应改为合并或撤销。"
  },
  NoMembers: {
    en: "{subject}: {found} places are inside; it needs {expected}.",
    zh: "{subject}:其内有{found}处,应为{expected}。"
  },
  NotAMember: {
    en: "{subject}: “{found}” does not lie in it.",
    zh: "{subject}:“{found}”不在其内。"
  },
  MemberMissing: {
    en: "{subject}: the order names {found} of the {expected} places inside.",
    zh: "{subject}:次序中列出{found}处,其内共有{expected}处。"
  },
  WrongPartCount: {
    en: "{subject}: {found} are given for {expected} parts.",
    zh: "{subject}:给出{found}个,实际分为{expected}部分。"
  },
  TooFewGrids: {
    en: "{subject}: {found} grids cannot be merged; it takes {expected}.",
    zh: "{subject}:{found}个网格无法合并,应为{expected}。"
  },
  NoCommonNet: {
    en: "{subject}: the grids belong to the nets {found}, and none to the territory.",
    zh: "{subject}:所列网格分属{found}网,且均不属于属地网格。"
  },
  NoCommonParent: {
    en: "{subject}: the grids stand under {found}; say which is to be the parent.",
    zh: "{subject}:所列网格分属{found},应指明上级。"
  },
  ReachesOut: {
    en: "{subject}: it covers {found} places outside the merged grids.",
    zh: "{subject}:其覆盖范围有{found}处在合并的网格之外。"
  },
  StalePlan: {
    en: "{subject}: it has changed since the plan was made (version {found}, not {expected}).",
    zh: "{subject}:方案制定后已有变更(现为第{found}版,方案依据第{expected}版)。"
  },
  NotOpenThen: {
    en: "{subject}: it did not exist at {found}; it exists {expected}.",
    zh: "{subject}:在{found}时不存在,存续时间为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { MapProblem } from "@wangge/grid"
 *
 * const problem = MapProblem.make("NotAMember", "grid-1", "building-9", "grid-1")
 * MapProblem.describe(problem).zh // => "grid-1:“building-9”不在其内。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: MapProblem): Label.Label => Problem.describe(words, problem)
