/**
 * Why a decision about a proposed match is refused, as typed values in the order of the checks.
 */
import type { Label, Problem } from "@wangge/facts"
import * as moveFrame from "./internal/moveFrame.ts"

/**
 * The codes of all refusals, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  ...moveFrame.codes,
  "HumanNeeded",
  "ReasonMissing",
  "SameVolunteer",
  "FirmlyExcluded"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refusal: `subject` is the field, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type MatchingReviewProblem = Problem.Problem<Code>

/**
 * A refusal from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): MatchingReviewProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  HumanNeeded: {
    en: "{subject}: {found} is a program; a person decides on a match.",
    zh: "{subject}:{found}为程序,匹配结果应由人决定。"
  },
  ReasonMissing: {
    en: "{subject}: “{found}” needs a reason.",
    zh: "{subject}:“{found}”须说明理由。"
  },
  SameVolunteer: {
    en: "{subject}: {found} is the one proposed; accept the match instead.",
    zh: "{subject}:{found}即为所提人选,请直接采纳。"
  },
  FirmlyExcluded: {
    en: "{subject}: nobody may set this aside: {found}.",
    zh: "{subject}:以下情形不得例外:{found}。"
  }
}

/**
 * A refusal in words, English and Chinese.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: MatchingReviewProblem): Label.Label =>
  moveFrame.describe(words, [], problem)
