/**
 * What can be wrong with a town's brigades and teams, as typed values.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NoBrigade",
  "BadId",
  "BrigadeTwice",
  "DutyTwice",
  "SkillTwice",
  "TeamTwice",
  "UnknownBrigade",
  "TeamCountMismatch"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the place, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type BrigadeProblem = Problem.Problem<Code>

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
): BrigadeProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoBrigade: {
    en: "{subject}: {found} brigades; at least {expected} is needed.",
    zh: "{subject}:服务队为{found}支;至少应有{expected}支。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; allowed is {expected}.",
    zh: "{subject}:“{found}”不能作标识;允许{expected}。"
  },
  BrigadeTwice: {
    en: "{subject}: the brigade {found} is there twice; expected {expected}.",
    zh: "{subject}:服务队{found}重复;应为{expected}次。"
  },
  DutyTwice: {
    en: "{subject}: the duty {found} is there twice; expected {expected}.",
    zh: "{subject}:任务{found}重复;应为{expected}次。"
  },
  SkillTwice: {
    en: "{subject}: the skill {found} is there twice; expected {expected}.",
    zh: "{subject}:技能{found}重复;应为{expected}次。"
  },
  TeamTwice: {
    en: "{subject}: the team {found} is there twice; expected {expected}.",
    zh: "{subject}:队伍{found}重复;应为{expected}次。"
  },
  UnknownBrigade: {
    en: "{subject}: there is no brigade {found}; known are {expected}.",
    zh: "{subject}:没有服务队{found};已有:{expected}。"
  },
  TeamCountMismatch: {
    en: "{subject}: {found} teams are listed, the source says {expected}.",
    zh: "{subject}:列有{found}支队伍,来源为{expected}支。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: BrigadeProblem): Label.Label => Problem.describe(words, problem)
