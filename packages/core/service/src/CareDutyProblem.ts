/**
 * What can be wrong with a list of care duties, as typed values. None of them names a person in care.
 */
import { type Label, Problem, Seconds } from "@wangge/facts"

/**
 * The codes of all problems, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = ["UnknownPlace", "EmptySpell", "ReferenceMissing", "DutyTwice"] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is who has the duty, `found` what stands there, `expected` what would be
 * right.
 *
 * @category problems
 * @since 0.1.0
 */
export type CareDutyProblem = Problem.Problem<Code>

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
): CareDutyProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  UnknownPlace: {
    en: "{subject}: there is no place {found}; expected {expected}.",
    zh: "{subject}:没有地点{found};应为{expected}。"
  },
  EmptySpell: {
    en: "{subject}: the duty ends at {found}; it must end after {expected}.",
    zh: "{subject}:职责结束于{found};应晚于{expected}。"
  },
  ReferenceMissing: {
    en: "{subject}: nothing is named that gives the duty; expected {expected}.",
    zh: "{subject}:未注明职责依据;应有{expected}。"
  },
  DutyTwice: {
    en: "{subject}: the duty at {found} is there twice at once; expected {expected}.",
    zh: "{subject}:在{found}的职责同时重复;应为{expected}次。"
  }
}

/**
 * A problem in words, English and Chinese; instants as dates in UTC.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: CareDutyProblem): Label.Label => {
  const { code, subject, found, expected } = problem
  const show = (value: string | number): string | number =>
    code === "EmptySpell" && typeof value === "number" && Seconds.isWhole(value)
      ? Seconds.toIsoInstant(value)
      : value
  return Problem.describe(words, { code, subject, found: show(found), expected: show(expected) })
}
