/**
 * Why nobody takes a request at a window, and what is wrong with a hall of windows, as typed values
 * with words in English and Chinese.
 */
import type { Label, Problem } from "@wangge/facts"
import { describe as inWords } from "./internal/moveFrame.ts"

/**
 * The codes of all problems; those that refuse a request come first, in the order of the checks.
 * Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "UnknownBusiness",
  "KindNotHere",
  "ChannelNotHere",
  "WindowClosed",
  "NobodyOnDuty",
  "Away",
  "NotInPost",
  "NotQualified",
  "DuplicateWindow",
  "KindsMissing",
  "UnknownHours",
  "ChannelOfHours",
  "UnknownWindow",
  "EmptySpell",
  "AtTwoWindows",
  "BadCount",
  "BadShare",
  "CrewTooSmall"
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
export type WindowProblem = Problem.Problem<Code>

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
): WindowProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  UnknownBusiness: {
    en: "{subject}: there is no kind of business “{found}”; known are {expected}.",
    zh: "{subject}:没有业务“{found}”,已有:{expected}。"
  },
  KindNotHere: {
    en: "{subject}: this special window does not take “{found}”, only {expected}.",
    zh: "{subject}:本专项窗口不办理“{found}”,只办理{expected}。"
  },
  ChannelNotHere: {
    en: "{subject}: served here is {found}, asked for is {expected}.",
    zh: "{subject}:此处渠道为{found},所需渠道为{expected}。"
  },
  WindowClosed: {
    en: "{subject}: closed at {found}; its hours are {expected}.",
    zh: "{subject}:{found}时未开放,开放时段为{expected}。"
  },
  NobodyOnDuty: {
    en: "{subject}: {found} people are on duty; at least {expected} is needed.",
    zh: "{subject}:当班{found}人,至少应有{expected}人。"
  },
  Away: {
    en: "{subject}: on duty at {expected}, but away.",
    zh: "{subject}:排在{expected}当班,但已请假。"
  },
  NotInPost: {
    en: "{subject}: holds no post at this time.",
    zh: "{subject}:此时未任任何岗位。"
  },
  NotQualified: {
    en: "{subject}: may take {found}, not “{expected}”.",
    zh: "{subject}:可办理{found},不能办理“{expected}”。"
  },
  DuplicateWindow: {
    en: "{subject}: the window is listed {found} times.",
    zh: "{subject}:该窗口列出{found}次,应只列一次。"
  },
  KindsMissing: {
    en: "{subject}: a special window names the kinds it takes.",
    zh: "{subject}:专项窗口应列明所办业务。"
  },
  UnknownHours: {
    en: "{subject}: there are no hours “{found}”; known are {expected}.",
    zh: "{subject}:没有开放时段“{found}”,已有:{expected}。"
  },
  ChannelOfHours: {
    en: "{subject}: its hours are for {found}, the window is for {expected}.",
    zh: "{subject}:时段的渠道为{found},窗口的渠道为{expected}。"
  },
  UnknownWindow: {
    en: "{subject}: there is no window “{found}”.",
    zh: "{subject}:没有窗口“{found}”。"
  },
  EmptySpell: {
    en: "{subject}: the duty ends at {found}; it should end {expected}.",
    zh: "{subject}:值班结束于{found},应{expected}。"
  },
  AtTwoWindows: {
    en: "{subject}: on duty at {found} windows at once.",
    zh: "{subject}:同时在{found}个窗口值班。"
  },
  BadCount: {
    en: "{subject}: {found} is not possible; expected {expected}.",
    zh: "{subject}:{found}不成立,应为{expected}。"
  },
  BadShare: {
    en: "{subject}: {found} is not a share; expected {expected}.",
    zh: "{subject}:{found}不是有效比例,应为{expected}。"
  },
  CrewTooSmall: {
    en: "{subject}: {found} full-service workers cannot keep {expected} windows.",
    zh: "{subject}:{found}名全科社工不足以开设{expected}个窗口。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { WindowProblem } from "@wangge/service"
 *
 * const problem = WindowProblem.make("NobodyOnDuty", "w-1", 0, 1)
 * WindowProblem.describe(problem).zh // => "w-1:当班0人,至少应有1人。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: WindowProblem): Label.Label =>
  inWords(words, ["WindowClosed"], problem)
