/**
 * Why a command on a due task is refused, as typed values in the order of the checks.
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
  "UnknownRule",
  "OtherTask",
  "TimeInFuture",
  "OutsideCalendar",
  "DoneTooEarly",
  "ReasonMissing",
  "NotOverdue",
  "NoticedAlready"
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
export type DueTaskProblem = Problem.Problem<Code>

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
): DueTaskProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  UnknownRule: {
    en: "{subject}: there is no rule {found}; known are {expected}.",
    zh: "{subject}:没有规则{found};已有:{expected}。"
  },
  OtherTask: {
    en: "{subject} is {found}; the rule makes the task {expected} of this event.",
    zh: "{subject}为{found};该规则对此事件生成的任务为{expected}。"
  },
  TimeInFuture: {
    en: "{subject} is {found}, after {expected}.",
    zh: "{subject}为{found},晚于{expected}。"
  },
  OutsideCalendar: {
    en: "{subject}: counted from {found}, {expected} days leave the calendar.",
    zh: "{subject}:自{found}起的{expected}天超出日历范围。"
  },
  DoneTooEarly: {
    en: "{subject}: done at {found}, before it happened at {expected}.",
    zh: "{subject}:完成于{found},早于事发时间{expected}。"
  },
  ReasonMissing: {
    en: "{subject}: “{found}” needs a reason.",
    zh: "{subject}:“{found}”须说明理由。"
  },
  NotOverdue: {
    en: "{subject}: at {found} not overdue; on time until {expected}.",
    zh: "{subject}:{found}尚未超期;期限为{expected}。"
  },
  NoticedAlready: {
    en: "{subject}: notice was given already at {found}.",
    zh: "{subject}:已于{found}提醒。"
  }
}

/**
 * A refusal in words, English and Chinese; instants as dates in UTC.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: DueTaskProblem): Label.Label =>
  moveFrame.describe(
    words,
    ["TimeInFuture", "DoneTooEarly", "NotOverdue", "NoticedAlready"],
    problem
  )
