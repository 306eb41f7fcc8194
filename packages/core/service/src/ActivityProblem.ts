/**
 * Why a command on an activity is refused, as typed values in the order of the checks.
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
  "ReasonMissing",
  "UnknownBrigade",
  "UnknownTeam",
  "TeamOfOtherBrigade",
  "UnknownDuty",
  "EmptySpell",
  "NotOverYet",
  "RecordedTooLate",
  "NobodyTookPart",
  "ParticipantTwice",
  "OutsideActivity",
  "MinutesImpossible",
  "CountImpossible",
  "ServedTwice",
  "ServedNotAllowed",
  "ServedCountMismatch",
  "ConfirmedByRecorder",
  "ConfirmedByParticipant",
  "ElsewhereAtOnce"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refusal: `subject` is the field or the person, `found` what stands there, `expected` what
 * would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type ActivityProblem = Problem.Problem<Code>

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
): ActivityProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  ReasonMissing: {
    en: "{subject}: “{found}” needs a reason.",
    zh: "{subject}:“{found}”须说明理由。"
  },
  UnknownBrigade: {
    en: "{subject}: there is no brigade {found}; known are {expected}.",
    zh: "{subject}:没有服务队{found};已有:{expected}。"
  },
  UnknownTeam: {
    en: "{subject}: there is no team {found}; known are {expected}.",
    zh: "{subject}:没有队伍{found};已有:{expected}。"
  },
  TeamOfOtherBrigade: {
    en: "{subject}: the team belongs to {found}, the activity to {expected}.",
    zh: "{subject}:该队伍属于{found},活动属于{expected}。"
  },
  UnknownDuty: {
    en: "{subject}: the brigade has no duty {found}; its duties are {expected}.",
    zh: "{subject}:该服务队没有任务{found};其任务为:{expected}。"
  },
  EmptySpell: {
    en: "{subject}: it ends at {found}; it must end after {expected}.",
    zh: "{subject}:结束于{found};应晚于{expected}。"
  },
  NotOverYet: {
    en: "{subject}: the activity ends at {found}; at {expected} it is not over.",
    zh: "{subject}:活动结束于{found};在{expected}尚未结束。"
  },
  RecordedTooLate: {
    en: "{subject}: recorded at {found}; it had to be recorded until {expected}.",
    zh: "{subject}:记录于{found};应在{expected}之前记录。"
  },
  NobodyTookPart: {
    en: "{subject}: {found} volunteers took part; at least {expected} must.",
    zh: "{subject}:参加志愿者为{found}人;至少应有{expected}人。"
  },
  ParticipantTwice: {
    en: "{subject}: {found} is named twice; expected {expected}.",
    zh: "{subject}:{found}重复;应为{expected}次。"
  },
  OutsideActivity: {
    en: "{subject}: there from {found}, outside the activity from {expected}.",
    zh: "{subject}:参加时段{found}超出活动时段{expected}。"
  },
  MinutesImpossible: {
    en: "{subject}: {found} minutes; expected {expected}.",
    zh: "{subject}:{found}分钟;应为{expected}。"
  },
  CountImpossible: {
    en: "{subject}: {found} is not a count; expected {expected}.",
    zh: "{subject}:{found}不是有效数量;应为{expected}。"
  },
  ServedTwice: {
    en: "{subject}: {found} is named twice among those served; expected {expected}.",
    zh: "{subject}:服务对象{found}重复;应为{expected}次。"
  },
  ServedNotAllowed: {
    en: "{subject}: those served may not be told apart ({found}); expected {expected}.",
    zh: "{subject}:无权辨识服务对象({found});应有{expected}。"
  },
  ServedCountMismatch: {
    en: "{subject}: {found} people are named, the count says {expected}.",
    zh: "{subject}:列出服务对象{found}人,人数为{expected}。"
  },
  ConfirmedByRecorder: {
    en: "{subject}: {found} recorded the activity; somebody else confirms it.",
    zh: "{subject}:{found}为记录人,应由他人确认。"
  },
  ConfirmedByParticipant: {
    en: "{subject}: {found} took part in the activity; somebody else confirms it.",
    zh: "{subject}:{found}为参加人,应由他人确认。"
  },
  ElsewhereAtOnce: {
    en: "{subject}: at the same time in the activity {found}; expected {expected}.",
    zh: "{subject}:同一时间参加活动{found};应为{expected}。"
  }
}

/**
 * A refusal in words, English and Chinese; instants as dates in UTC.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: ActivityProblem): Label.Label =>
  moveFrame.describe(words, ["EmptySpell", "NotOverYet", "RecordedTooLate"], problem)
