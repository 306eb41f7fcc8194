/**
 * Why something about a reporter is refused, as typed values. No problem ever says who the reporter
 * is, nor why somebody may not know: who is told "you are complained of" has learned too much.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category reporter problems
 * @since 0.1.0
 */
export const codes = [
  "TimeNotWhole",
  "TimeWentBack",
  "ActorMissing",
  "IdentityOfAnonymous",
  "IdentityMissing",
  "AlreadyErased",
  "NothingToHide",
  "ConsentNotNamed",
  "NoSuchConsent",
  "ReporterNotShown",
  "NoContact"
] as const

/**
 * One of {@link codes}.
 *
 * @category reporter problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with the record of a reporter: `subject` is the field.
 *
 * @category reporter problems
 * @since 0.1.0
 */
export type ReporterProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { ReporterProblem } from "@wangge/cases"
 *
 * ReporterProblem.make("TimeWentBack", "atSec", 5, 9).found // => 5
 * ```
 *
 * @category reporter problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): ReporterProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  TimeNotWhole: {
    en: "{subject} is {found}; a time is a whole number of seconds since 1970.",
    zh: "{subject}为{found};时间应为自1970年起的整秒数。"
  },
  TimeWentBack: {
    en: "{subject}: {found} is before the last entry at {expected}; time never goes back.",
    zh: "{subject}:{found}早于上一条记录的时间{expected};时间不能倒退。"
  },
  ActorMissing: {
    en: "{subject} is missing: every entry says who made it.",
    zh: "缺少{subject}:每条记录都要写明经办人。"
  },
  IdentityOfAnonymous: {
    en: "{subject} is given, yet the report is anonymous.",
    zh: "匿名上报不得登记{subject}。"
  },
  IdentityMissing: {
    en: "{subject} is missing, and the report is not anonymous.",
    zh: "非匿名上报缺少{subject}。"
  },
  AlreadyErased: {
    en: "The reporter was erased at {found}; nothing is left to change.",
    zh: "上报人信息已于{found}删除,无可更改。"
  },
  NothingToHide: {
    en: "{subject}: it says from nobody to hide the reporter.",
    zh: "{subject}:未写明对谁隐藏上报人。"
  },
  ConsentNotNamed: {
    en: "{subject}: the consent names no record that proves it.",
    zh: "{subject}:同意未注明凭据。"
  },
  NoSuchConsent: {
    en: "{subject}: there is no consent for {found} to withdraw.",
    zh: "{subject}:没有可撤回的“{found}”同意。"
  },
  ReporterNotShown: {
    en: "The reporter is not shown here.",
    zh: "此处不显示上报人。"
  },
  NoContact: {
    en: "The reporter left no contact.",
    zh: "上报人未留联系方式。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { ReporterProblem } from "@wangge/cases"
 *
 * const problem = ReporterProblem.make("ReporterNotShown", "reporter", "", "")
 * ReporterProblem.describe(problem).zh // => "此处不显示上报人。"
 * ```
 *
 * @category reporter problems
 * @since 0.1.0
 */
export const describe = (problem: ReporterProblem): Label.Label => Problem.describe(words, problem)
