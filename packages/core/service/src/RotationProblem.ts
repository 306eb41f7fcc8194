/**
 * Why a rotation cannot be planned, as typed values with words in English and Chinese.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "EmptyPeriod",
  "BadCount",
  "DuplicatePost",
  "PersonTwice",
  "UnknownPost",
  "HeadcountMismatch",
  "FrozenUnknown",
  "NoAssignment",
  "WorkTwice",
  "OwnerUnknown"
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
export type RotationProblem = Problem.Problem<Code>

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
): RotationProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  EmptyPeriod: {
    en: "{subject}: the period ends at {found}; it should end {expected}.",
    zh: "{subject}:周期结束于{found},应{expected}。"
  },
  BadCount: {
    en: "{subject}: {found} is not possible; expected {expected}.",
    zh: "{subject}:{found}不成立,应为{expected}。"
  },
  DuplicatePost: {
    en: "{subject}: the post stands {found} times.",
    zh: "{subject}:该岗位出现{found}次,应只出现一次。"
  },
  PersonTwice: {
    en: "{subject}: the person stands at {found} posts; everybody has one.",
    zh: "{subject}:同一人出现在{found}个岗位,每人应只有一个岗位。"
  },
  UnknownPost: {
    en: "{subject}: there is no post “{found}”.",
    zh: "{subject}:没有岗位“{found}”。"
  },
  HeadcountMismatch: {
    en: "{subject}: {found} people are at the post; it has {expected} seats.",
    zh: "{subject}:在岗{found}人,岗位编制{expected}人。"
  },
  FrozenUnknown: {
    en: "{subject}: nobody of this id takes part in the rotation.",
    zh: "{subject}:轮岗名单中没有此人。"
  },
  NoAssignment: {
    en: "{subject}: no plan gives everybody a post for which they are qualified.",
    zh: "{subject}:没有方案能使所有人都到其有资格的岗位。"
  },
  WorkTwice: {
    en: "{subject}: the open work is listed {found} times.",
    zh: "{subject}:该在办事项列出{found}次,应只列一次。"
  },
  OwnerUnknown: {
    en: "{subject}: its owner {found} takes no part in the rotation.",
    zh: "{subject}:经办人{found}不在轮岗名单内。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { RotationProblem } from "@wangge/service"
 *
 * const problem = RotationProblem.make("HeadcountMismatch", "counter", 3, 4)
 * RotationProblem.describe(problem).en // => "counter: 3 people are at the post; it has 4 seats."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: RotationProblem): Label.Label => Problem.describe(words, problem)
