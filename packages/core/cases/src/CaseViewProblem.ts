/**
 * Why a case, or a photo of one, is not shown or not taken, as typed values that repeat nothing of
 * what they refuse.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category view problems
 * @since 0.1.0
 */
export const codes = ["NotYourCase", "NotYourUnit", "BadPoint", "BadTime", "BadDigest"] as const

/**
 * One of {@link codes}.
 *
 * @category view problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with showing a case.
 *
 * @category view problems
 * @since 0.1.0
 */
export type CaseViewProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { CaseViewProblem } from "@wangge/cases"
 *
 * CaseViewProblem.make("BadDigest", "digest", "", "SHA-256").code // => "BadDigest"
 * ```
 *
 * @category view problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): CaseViewProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NotYourCase: {
    en: "Only those who reported a case see it in this view.",
    zh: "此视图仅上报人本人可见。"
  },
  NotYourUnit: {
    en: "Only the units that work on a case see it in this view.",
    zh: "此视图仅承办、协办单位可见。"
  },
  BadPoint: {
    en: "{subject} is no place on the map; expected {expected}.",
    zh: "{subject}不是有效坐标,应为{expected}。"
  },
  BadTime: {
    en: "{subject} is no time; expected {expected}.",
    zh: "{subject}不是有效时间,应为{expected}。"
  },
  BadDigest: {
    en: "{subject} is no digest of a file; expected {expected}.",
    zh: "{subject}不是有效文件摘要,应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * @category view problems
 * @since 0.1.0
 */
export const describe = (problem: CaseViewProblem): Label.Label => Problem.describe(words, problem)
