/**
 * What can be wrong with the numbers that a statistic or a multi-criteria method is given, as typed
 * values. A statistic that cannot be computed is refused with a reason: it is never NaN and never a
 * number that looks like an answer.
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
  "BadConfidence",
  "BadCount",
  "CountAboveTotal",
  "NoTrials",
  "DuplicateId",
  "TooFewUnits",
  "NotFinite",
  "OutOfRange",
  "EqualColumn",
  "ZeroColumn",
  "RaggedMatrix",
  "NotReciprocal",
  "NoRandomIndex",
  "NotConverged",
  "TypeWithoutReference",
  "ImpossibleCases"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the unit, the criterion or the parameter.
 *
 * @category problems
 * @since 0.1.0
 */
export type StatisticProblem = Problem.Problem<Code>

/**
 * The refusal that every statistic of this package returns in place of an answer.
 *
 * @category problems
 * @since 0.1.0
 */
export interface Refusal {
  readonly ok: false
  readonly problem: StatisticProblem
}

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { StatisticProblem } from "@wangge/evaluation"
 *
 * StatisticProblem.make("NoTrials", "grid-1", 0, 1).code // => "NoTrials"
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
): StatisticProblem => ({ code, subject, found, expected })

/**
 * A refusal with one problem.
 *
 * @category problems
 * @since 0.1.0
 */
export const refuse = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): Refusal => ({ ok: false, problem: make(code, subject, found, expected) })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  BadConfidence: {
    en: "{subject}: a confidence of {found} is impossible; it should be {expected}.",
    zh: "{subject}:置信水平{found}不成立,应为{expected}。"
  },
  BadCount: {
    en: "{subject}: {found} is not a count; it should be {expected}.",
    zh: "{subject}:{found}不是有效数量,应为{expected}。"
  },
  CountAboveTotal: {
    en: "{subject}: {found} of {expected} is more than all.",
    zh: "{subject}:{found}超过总数{expected}。"
  },
  NoTrials: {
    en: "{subject}: there are {found} matters; a share needs at least {expected}.",
    zh: "{subject}:共{found}件,计算比率至少需要{expected}件。"
  },
  DuplicateId: {
    en: "{subject}: “{found}” stands there twice; it should stand {expected}.",
    zh: "{subject}:“{found}”重复,应只出现{expected}次。"
  },
  TooFewUnits: {
    en: "{subject}: there are {found}; at least {expected} are needed.",
    zh: "{subject}:共{found}个,至少需要{expected}个。"
  },
  NotFinite: {
    en: "{subject} is {found}; it should be {expected}.",
    zh: "{subject}为{found},应为{expected}。"
  },
  OutOfRange: {
    en: "{subject} is {found}; it should be {expected}.",
    zh: "{subject}为{found},应为{expected}。"
  },
  EqualColumn: {
    en: "{subject}: all values are {found}; the method needs {expected}.",
    zh: "{subject}:各单位数值同为{found},该方法需要{expected}。"
  },
  ZeroColumn: {
    en: "{subject}: all values are {found}; the method needs {expected}.",
    zh: "{subject}:各单位数值全为{found},该方法需要{expected}。"
  },
  RaggedMatrix: {
    en: "{subject} has {found} values; it should have {expected}.",
    zh: "{subject}有{found}个数值,应有{expected}个。"
  },
  NotReciprocal: {
    en: "{subject}: the two judgements are {found}; one should be the other's reciprocal, {expected}.",
    zh: "{subject}:两个判断为{found},应互为倒数,即{expected}。"
  },
  NoRandomIndex: {
    en: "{subject}: no random index is published for {found} criteria; at most {expected}.",
    zh: "{subject}:{found}项指标没有公布的随机一致性指标,最多{expected}项。"
  },
  NotConverged: {
    en: "{subject}: no answer after {found} steps; it should settle to {expected}.",
    zh: "{subject}:迭代{found}步仍未收敛,应收敛到{expected}。"
  },
  TypeWithoutReference: {
    en: "{subject} has cases of the type “{found}”, for which there is no reference; known are {expected}.",
    zh: "{subject}有“{found}”类案件,但没有参照,已有:{expected}。"
  },
  ImpossibleCases: {
    en: "{subject}: {found} cases were observed where the reference allows only {expected}.",
    zh: "{subject}:观察到{found}件,而按参照只可能有{expected}件。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { StatisticProblem } from "@wangge/evaluation"
 *
 * const problem = StatisticProblem.make("CountAboveTotal", "grid-1", 7, 5)
 * StatisticProblem.describe(problem).en // => "grid-1: 7 of 5 is more than all."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: StatisticProblem): Label.Label => Problem.describe(words, problem)
