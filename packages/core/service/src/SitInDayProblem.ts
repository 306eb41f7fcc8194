/**
 * What can be wrong with the rule of a department's sit-in days, as typed values with words in English
 * and Chinese.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "DuplicateSitIn",
  "KindsMissing",
  "BadWeekday",
  "BadWeek",
  "BadSpell",
  "BadCapacity"
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
export type SitInDayProblem = Problem.Problem<Code>

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
): SitInDayProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  DuplicateSitIn: {
    en: "{subject}: the rule stands {found} times.",
    zh: "{subject}:该驻点规则出现{found}次,应只出现一次。"
  },
  KindsMissing: {
    en: "{subject}: a sit-in names the kinds of business it takes.",
    zh: "{subject}:驻点应列明所办业务。"
  },
  BadWeekday: {
    en: "{subject}: “{found}” is no weekday; expected {expected}.",
    zh: "{subject}:“{found}”不是星期序号,应为{expected}。"
  },
  BadWeek: {
    en: "{subject}: “{found}” is no week of a month; expected {expected}.",
    zh: "{subject}:“{found}”不是当月周次,应为{expected}。"
  },
  BadSpell: {
    en: "{subject}: the hours end at {found}; they should end {expected}.",
    zh: "{subject}:时段结束于{found},应{expected}。"
  },
  BadCapacity: {
    en: "{subject}: {found} places are not possible; expected {expected}.",
    zh: "{subject}:容量{found}不成立,应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { SitInDayProblem } from "@wangge/service"
 *
 * const problem = SitInDayProblem.make("BadCapacity", "housing", 0, ">= 1")
 * SitInDayProblem.describe(problem).en // => "housing: 0 places are not possible; expected >= 1."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: SitInDayProblem): Label.Label => Problem.describe(words, problem)
