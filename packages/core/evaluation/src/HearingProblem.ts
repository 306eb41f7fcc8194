/**
 * Why an appeal or a step in the hearing of a finding is refused, as typed values.
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
  "TimeNotWhole",
  "TimeWentBack",
  "ReasonMissing",
  "AlreadyFiled",
  "NotFiled",
  "TooLate",
  "UnknownUnit",
  "JudgeInOwnCause",
  "HearerMissing",
  "OtherHearer",
  "AlreadyDecided",
  "CorrectionMissing",
  "CorrectionNotAllowed",
  "CorrectionUnknown",
  "CorrectionTaken",
  "CorrectionMoves",
  "ResultsDiffer",
  "AlreadyAnswered",
  "OtherSideNotHeard",
  "AlreadyEnded",
  "NotUpheld"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with an appeal or a finding.
 *
 * @category problems
 * @since 0.1.0
 */
export type HearingProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { HearingProblem } from "@wangge/evaluation"
 *
 * HearingProblem.make("TooLate", "appeal-1", 101, 100).code // => "TooLate"
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
): HearingProblem => ({ code, subject, found, expected })

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
    en: "{subject}: {found} is before {expected}; time never goes back.",
    zh: "{subject}:{found}早于{expected};时间不能倒退。"
  },
  ReasonMissing: { en: "{subject}: a reason is needed.", zh: "{subject}:需写明理由。" },
  AlreadyFiled: {
    en: "{subject}: filed at {found} already.",
    zh: "{subject}:已于{found}提出。"
  },
  NotFiled: { en: "{subject}: nothing was filed.", zh: "{subject}:尚未提出。" },
  TooLate: {
    en: "{subject}: {found} is after the end of the time for it, {expected}.",
    zh: "{subject}:{found}已过期限{expected}。"
  },
  UnknownUnit: {
    en: "{subject}: the result has no unit “{found}”.",
    zh: "{subject}:结果中没有单位“{found}”。"
  },
  JudgeInOwnCause: {
    en: "{subject}: {found} scored or filed it; somebody else hears it.",
    zh: "{subject}:{found}系评分人或申请人,应由他人复核。"
  },
  HearerMissing: {
    en: "{subject}: nobody has been named to hear it.",
    zh: "{subject}:尚未指定复核人。"
  },
  OtherHearer: {
    en: "{subject}: {expected} hears it, not {found}.",
    zh: "{subject}:复核人为{expected},并非{found}。"
  },
  AlreadyDecided: {
    en: "{subject}: decided or withdrawn at {found} already.",
    zh: "{subject}:已于{found}决定或撤回。"
  },
  CorrectionMissing: {
    en: "{subject}: “{found}” changes a fact; it names {expected} at least.",
    zh: "{subject}:“{found}”须更正事实,至少{expected}条。"
  },
  CorrectionNotAllowed: {
    en: "{subject}: with “{found}” no fact is changed; it should name {expected}.",
    zh: "{subject}:“{found}”不更正事实,应为{expected}条。"
  },
  CorrectionUnknown: {
    en: "{subject} corrects “{found}”; there is no such fact.",
    zh: "{subject}更正“{found}”,但无此事实。"
  },
  CorrectionTaken: {
    en: "{subject}: there is a fact of this id, or “{found}” is corrected already.",
    zh: "{subject}:标识已被使用,或“{found}”已被更正。"
  },
  CorrectionMoves: {
    en: "{subject}: it says {found}, the fact it corrects {expected}; time and matter stay.",
    zh: "{subject}:为{found},原事实为{expected};时间与事项不得变动。"
  },
  ResultsDiffer: {
    en: "{subject} differs: {found} and {expected}; only results by one rule and period compare.",
    zh: "{subject}不同:{found}与{expected};仅可比较同一规则、同一考核期的结果。"
  },
  AlreadyAnswered: {
    en: "{subject}: answered at {found} already.",
    zh: "{subject}:已于{found}答复。"
  },
  OtherSideNotHeard: {
    en: "{subject}: it is {found}; the unit has not answered and may until {expected}.",
    zh: "{subject}:现为{found},单位尚未答复,可答复至{expected}。"
  },
  AlreadyEnded: {
    en: "{subject} is {found}; this needs {expected}.",
    zh: "{subject}现为{found},此步骤要求为{expected}。"
  },
  NotUpheld: {
    en: "{subject}: the appeal stands at “{found}”; it should be “{expected}”.",
    zh: "{subject}:申诉结果为“{found}”,应为“{expected}”。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { HearingProblem } from "@wangge/evaluation"
 *
 * const problem = HearingProblem.make("TooLate", "appeal-1", 101, 100)
 * HearingProblem.describe(problem).zh // => "appeal-1:101已过期限100。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: HearingProblem): Label.Label => Problem.describe(words, problem)
