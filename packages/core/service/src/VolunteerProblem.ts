/**
 * Why a command on a volunteer is refused, as typed values in the order of the checks.
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
  "ConsentMissing",
  "BasisNotHolding",
  "MinorsNotTaken",
  "GuardianMissing",
  "UnknownSkill",
  "SkillTwice",
  "TimesWrong",
  "SkillNotDeclared",
  "SkillConfirmedAlready",
  "ConfirmedByOneself",
  "UnknownTeam",
  "InTeamAlready",
  "NotInTeam",
  "DateNotLater"
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
export type VolunteerProblem = Problem.Problem<Code>

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
): VolunteerProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  ConsentMissing: {
    en: "{subject}: volunteering rests on {expected}, not on {found}.",
    zh: "{subject}:志愿服务应以{expected}为依据,而非{found}。"
  },
  BasisNotHolding: {
    en: "{subject}: the consent does not cover it ({found}); expected {expected}.",
    zh: "{subject}:同意不足以处理该信息({found});应有{expected}。"
  },
  MinorsNotTaken: {
    en: "{subject}: minors are not taken here; of age at {found}.",
    zh: "{subject}:此处不招募未成年人;成年时间为{found}。"
  },
  GuardianMissing: {
    en: "{subject}: a minor needs the guardian's consent; expected {expected}.",
    zh: "{subject}:未成年人须有监护人同意;应有{expected}。"
  },
  UnknownSkill: {
    en: "{subject}: there is no skill {found}; known are {expected}.",
    zh: "{subject}:没有技能{found};已有:{expected}。"
  },
  SkillTwice: {
    en: "{subject}: the skill {found} is named twice; expected {expected}.",
    zh: "{subject}:技能{found}重复;应为{expected}次。"
  },
  TimesWrong: {
    en: "{subject}: the times are wrong ({found}); expected {expected}.",
    zh: "{subject}:可服务时间有误({found});应为{expected}。"
  },
  SkillNotDeclared: {
    en: "{subject}: the volunteer does not name the skill {found}; named are {expected}.",
    zh: "{subject}:志愿者未申报技能{found};已申报:{expected}。"
  },
  SkillConfirmedAlready: {
    en: "{subject}: the skill {found} is confirmed already.",
    zh: "{subject}:技能{found}已经确认。"
  },
  ConfirmedByOneself: {
    en: "{subject}: {found} cannot confirm a skill of his or her own.",
    zh: "{subject}:{found}不能确认本人的技能。"
  },
  UnknownTeam: {
    en: "{subject}: there is no team {found}; known are {expected}.",
    zh: "{subject}:没有队伍{found};已有:{expected}。"
  },
  InTeamAlready: {
    en: "{subject}: the volunteer is in the team {found} already.",
    zh: "{subject}:志愿者已在队伍{found}中。"
  },
  NotInTeam: {
    en: "{subject}: the volunteer is not in the team {found}, but in {expected}.",
    zh: "{subject}:志愿者不在队伍{found}中,所在队伍:{expected}。"
  },
  DateNotLater: {
    en: "{subject} is {found}; it must be later than {expected}.",
    zh: "{subject}为{found};应晚于{expected}。"
  }
}

/**
 * A refusal in words, English and Chinese; instants as dates in UTC.
 *
 * ```ts
 * import { VolunteerProblem } from "@wangge/service"
 *
 * VolunteerProblem.describe(VolunteerProblem.make("DateNotLater", "untilSec", 0, 60)).en
 * // => "untilSec is 1970-01-01T00:00:00Z; it must be later than 1970-01-01T00:01:00Z."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: VolunteerProblem): Label.Label =>
  moveFrame.describe(words, ["MinorsNotTaken", "DateNotLater"], problem)
