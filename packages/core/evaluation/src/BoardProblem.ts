/**
 * Why a board, an entry on it or a consent to one is refused, as typed values free of persons' names.
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
  "DuplicateId",
  "NothingToList",
  "ConsentMissing",
  "ConsentNotSeparate",
  "EmptyConsent",
  "AlreadyWithdrawn",
  "UnitsArePersons",
  "UnitTooSmall",
  "BadCount",
  "UnknownIndicator",
  "OtherRules",
  "NoBoard",
  "AlreadyDrafted",
  "CorrectionOpen",
  "AlreadyPublished",
  "NotPublished",
  "TooLong",
  "TakenDown",
  "NoSuchEntry",
  "NotItsEntry",
  "AlreadyDisputed",
  "NotDisputed",
  "JudgeInOwnCause",
  "NotAShortfall"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem with a board.
 *
 * @category problems
 * @since 0.1.0
 */
export type BoardProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { BoardProblem } from "@wangge/evaluation"
 *
 * BoardProblem.make("TooLong", "days", 120, 89).expected // => 89
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
): BoardProblem => ({ code, subject, found, expected })

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
  DuplicateId: {
    en: "{subject}: “{found}” stands there twice; it should stand {expected}.",
    zh: "{subject}:“{found}”重复,应只出现{expected}次。"
  },
  NothingToList: {
    en: "{subject}: there are {found} entries; a board has at least {expected}.",
    zh: "{subject}:共{found}项,榜单至少{expected}项。"
  },
  ConsentMissing: {
    en: "{subject}: no consent to this honour is in force at {found}; nobody is named without one.",
    zh: "{subject}:{found}时没有有效的同意,未经本人同意不公开。"
  },
  ConsentNotSeparate: {
    en: "{subject}: the consent is {found}; publication needs {expected}.",
    zh: "{subject}:该同意为{found},公开须取得{expected}。"
  },
  EmptyConsent: {
    en: "{subject}: the consent ends at {found}; it should end after {expected}.",
    zh: "{subject}:同意截止于{found},应晚于{expected}。"
  },
  AlreadyWithdrawn: {
    en: "{subject}: withdrawn at {found} already.",
    zh: "{subject}:已于{found}撤回。"
  },
  UnitsArePersons: {
    en: "{subject}: its units are persons ({found}); a shortfall board lists {expected} only.",
    zh: "{subject}:其考核对象为个人({found}),短板榜只列{expected}。"
  },
  UnitTooSmall: {
    en: "{subject} has {found} persons; a unit of fewer than {expected} is a person by another name.",
    zh: "{subject}共{found}人,少于{expected}人的单位等同于个人,不列入。"
  },
  BadCount: {
    en: "{subject} is {found}; it should be {expected}.",
    zh: "{subject}为{found},应为{expected}。"
  },
  UnknownIndicator: {
    en: "{subject}: there is no indicator “{found}”; known are {expected}.",
    zh: "{subject}:没有指标“{found}”,已有:{expected}。"
  },
  OtherRules: {
    en: "{subject}: the result is by rules {found}, these are {expected}.",
    zh: "{subject}:结果所用规则为{found},此处为{expected}。"
  },
  NoBoard: {
    en: "{subject}: there is no board yet.",
    zh: "{subject}:尚无此榜单。"
  },
  AlreadyDrafted: {
    en: "{subject}: the board was drafted at {found}.",
    zh: "{subject}:榜单已于{found}拟定。"
  },
  CorrectionOpen: {
    en: "{subject}: it is {found}; those listed may correct it until {expected}.",
    zh: "{subject}:现为{found},核对更正期至{expected}止。"
  },
  AlreadyPublished: {
    en: "{subject}: published at {found} already.",
    zh: "{subject}:已于{found}公布。"
  },
  NotPublished: {
    en: "{subject}: nothing is shown at {found}.",
    zh: "{subject}:{found}时无公示内容。"
  },
  TooLong: {
    en: "{subject} is {found}; it should be 1 to {expected}.",
    zh: "{subject}为{found},应为1至{expected}。"
  },
  TakenDown: {
    en: "{subject}: taken down at {found}.",
    zh: "{subject}:已于{found}撤下。"
  },
  NoSuchEntry: {
    en: "{subject}: there is no entry “{found}”, or it was removed.",
    zh: "{subject}:没有条目“{found}”,或已移除。"
  },
  NotItsEntry: {
    en: "{subject}: the entry is about {expected}, not about {found}.",
    zh: "{subject}:该条目涉及{expected},并非{found}。"
  },
  AlreadyDisputed: {
    en: "{subject}: disputed since {found} already.",
    zh: "{subject}:自{found}起已有异议。"
  },
  NotDisputed: {
    en: "{subject}: no dispute “{found}” waits for a decision.",
    zh: "{subject}:没有待处理的异议“{found}”。"
  },
  JudgeInOwnCause: {
    en: "{subject}: {found} drafted the board or filed the dispute; somebody else decides.",
    zh: "{subject}:{found}系拟榜人或异议人,应由他人裁定。"
  },
  NotAShortfall: {
    en: "{subject}: a {found} is not repaired; only a {expected} is.",
    zh: "{subject}:{found}不适用整改,仅{expected}适用。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { BoardProblem } from "@wangge/evaluation"
 *
 * const problem = BoardProblem.make("TooLong", "days", 120, 89)
 * BoardProblem.describe(problem).zh // => "days为120,应为1至89。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: BoardProblem): Label.Label => Problem.describe(words, problem)
