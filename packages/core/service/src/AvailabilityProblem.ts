/**
 * What can be wrong with the times that somebody offers, as typed values.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = ["UnknownZone", "WeekWrong", "EmptySpell", "DayInvalid", "DayTwice"] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the place, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type AvailabilityProblem = Problem.Problem<Code>

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
): AvailabilityProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  UnknownZone: {
    en: "{subject}: there is no time zone “{found}”; expected {expected}.",
    zh: "{subject}:没有时区“{found}”;应为{expected}。"
  },
  WeekWrong: {
    en: "{subject}: the weekly hours are wrong ({found}); expected {expected}.",
    zh: "{subject}:每周时段有误({found});应为{expected}。"
  },
  EmptySpell: {
    en: "{subject}: it ends at {found}; it should end after {expected}.",
    zh: "{subject}:结束于{found},应晚于{expected}。"
  },
  DayInvalid: {
    en: "{subject}: {found} is not a day; expected {expected}.",
    zh: "{subject}:{found}不是有效日期;应为{expected}。"
  },
  DayTwice: {
    en: "{subject}: the day {found} is named twice; expected {expected}.",
    zh: "{subject}:日期{found}重复;应只列{expected}次。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: AvailabilityProblem): Label.Label =>
  Problem.describe(words, problem)
