/**
 * Why a bonus is not planned, as typed values. A plan with a problem pays nobody: money is not moved
 * by half a rule.
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
  "NotFen",
  "DuplicateId",
  "NegativeWeight",
  "FloorAboveCap",
  "FloorsAboveBudget",
  "CapsBelowBudget",
  "NothingToShareBy",
  "LotIncomplete",
  "UnknownUnit",
  "EvidenceMissing",
  "EvidenceOutOfRange",
  "BandWithoutWeight",
  "BadWorkedShare",
  "UnknownGrade",
  "GradePaysLess",
  "PlanDiffers"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is a person, a unit or the place in what was given.
 *
 * @category problems
 * @since 0.1.0
 */
export type BonusProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { BonusProblem } from "@wangge/evaluation"
 *
 * BonusProblem.make("CapsBelowBudget", "budget", 100_000, 80_000).code // => "CapsBelowBudget"
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
): BonusProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotFen: {
    en: "{subject} is {found}; money is a whole number of fen, {expected}.",
    zh: "{subject}为{found};金额应为整数分,{expected}。"
  },
  DuplicateId: {
    en: "{subject}: “{found}” stands there twice; it should stand {expected}.",
    zh: "{subject}:“{found}”重复,应只出现{expected}次。"
  },
  NegativeWeight: {
    en: "{subject} has the weight {found}; it should be {expected}.",
    zh: "{subject}的权重为{found},应{expected}。"
  },
  FloorAboveCap: {
    en: "{subject}: the floor of {found} fen is above the cap of {expected} fen.",
    zh: "{subject}:保底{found}分高于封顶{expected}分。"
  },
  FloorsAboveBudget: {
    en: "{subject}: the floors alone need {found} fen; the budget is {expected} fen.",
    zh: "{subject}:仅保底就需{found}分,预算为{expected}分。"
  },
  CapsBelowBudget: {
    en: "{subject}: with the caps at most {found} fen can be paid; the budget is {expected} fen.",
    zh: "{subject}:封顶之下最多可发{found}分,预算为{expected}分。"
  },
  NothingToShareBy: {
    en: "{subject}: nobody has a claim above {found}; {expected} fen cannot be shared.",
    zh: "{subject}:无人的份额高于{found},{expected}分无从分配。"
  },
  LotIncomplete: {
    en: "{subject}: the lot names {found} of the {expected} persons; it should name each once.",
    zh: "{subject}:抽签顺序列出{found}人,应为全部{expected}人各一次。"
  },
  UnknownUnit: {
    en: "{subject}: the result has no unit “{found}” at the level “{expected}”.",
    zh: "{subject}:结果中“{expected}”层级没有单位“{found}”。"
  },
  EvidenceMissing: {
    en: "{subject}: the rank-set report names it {found} times; without it ({expected}) nothing is paid.",
    zh: "{subject}:排名区间报告中出现{found}次(应为{expected}次),不予发放。"
  },
  EvidenceOutOfRange: {
    en: "{subject}: the rank set {found} is not possible; ranks run {expected}.",
    zh: "{subject}:排名区间{found}不成立,名次范围为{expected}。"
  },
  BandWithoutWeight: {
    en: "{subject}: the rule gives no weight to the band “{found}”; it has {expected}.",
    zh: "{subject}:规则未给等次“{found}”设定份额,已有{expected}。"
  },
  BadWorkedShare: {
    en: "{subject} worked {found} of the period; it should be {expected}.",
    zh: "{subject}的在岗份额为{found},应{expected}。"
  },
  UnknownGrade: {
    en: "{subject}: there is no grade “{found}”; known are {expected}.",
    zh: "{subject}:没有等级“{found}”,已有{expected}。"
  },
  GradePaysLess: {
    en: "{subject}: this grade pays {found} fen, the one below it {expected} fen.",
    zh: "{subject}:该级为{found}分,低于下一级的{expected}分。"
  },
  PlanDiffers: {
    en: "{subject}: the two plans differ in it: {found} and {expected}.",
    zh: "{subject}:两份方案不一致:{found}与{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { BonusProblem } from "@wangge/evaluation"
 *
 * const problem = BonusProblem.make("CapsBelowBudget", "budget", 80_000, 100_000)
 * BonusProblem.describe(problem).zh // => "budget:封顶之下最多可发80000分,预算为100000分。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: BonusProblem): Label.Label => Problem.describe(words, problem)
