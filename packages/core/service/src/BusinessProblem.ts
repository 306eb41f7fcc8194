/**
 * What can be wrong with a catalogue of business and with training records, as typed values with
 * words in English and Chinese.
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
  "DuplicateBusiness",
  "ChannelMissing",
  "BadDuration",
  "UnknownBusiness",
  "TimeNotWhole",
  "TrainedTwice"
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
export type BusinessProblem = Problem.Problem<Code>

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
): BusinessProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  DuplicateBusiness: {
    en: "{subject}: the kind of business stands in the catalogue {found} times.",
    zh: "{subject}:该业务在目录中出现{found}次,应只出现一次。"
  },
  ChannelMissing: {
    en: "{subject}: the kind of business has no channel; give {expected}.",
    zh: "{subject}:该业务没有办理渠道,应为{expected}。"
  },
  BadDuration: {
    en: "{subject}: {found} seconds is not possible; expected {expected}.",
    zh: "{subject}:时长{found}秒不成立,应为{expected}。"
  },
  UnknownBusiness: {
    en: "{subject}: there is no kind of business “{found}”; known are {expected}.",
    zh: "{subject}:目录中没有业务“{found}”,已有:{expected}。"
  },
  TimeNotWhole: {
    en: "{subject}: {found} is not a whole number of seconds since 1970.",
    zh: "{subject}:{found}不是自1970年起的整秒数。"
  },
  TrainedTwice: {
    en: "{subject}: the same training is recorded {found} times.",
    zh: "{subject}:同一次培训被记录{found}次,应只记一次。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { BusinessProblem } from "@wangge/service"
 *
 * const problem = BusinessProblem.make("TrainedTwice", "li business-07", 2, 1)
 * BusinessProblem.describe(problem).en // => "li business-07: the same training is recorded 2 times."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: BusinessProblem): Label.Label => Problem.describe(words, problem)
