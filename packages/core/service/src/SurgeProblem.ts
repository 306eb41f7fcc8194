/**
 * What can be wrong with the plan of a surge, and why a command in one is refused, as typed values in
 * the order of the checks.
 */
import type { Label, Problem } from "@wangge/facts"
import * as moveFrame from "./internal/moveFrame.ts"

/**
 * The codes of all problems, in the order of the checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  ...moveFrame.codes,
  "NoDuty",
  "DutyTwice",
  "CrewImpossible",
  "NumberImpossible",
  "NoShowTooEarly",
  "CalledTwice",
  "NotCalled",
  "StatusWrong",
  "TooEarly",
  "UnknownDuty",
  "SkillMissing",
  "RestTooShort",
  "CrewFull",
  "CrewStillOut"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the field or the person, `found` what stands there, `expected` what
 * would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type SurgeProblem = Problem.Problem<Code>

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
): SurgeProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  NoDuty: {
    en: "{subject}: the plan has {found} duties; expected {expected}.",
    zh: "{subject}:预案有{found}项任务;应为{expected}。"
  },
  DutyTwice: {
    en: "{subject}: the duty {found} is there twice; expected {expected}.",
    zh: "{subject}:任务{found}重复;应为{expected}次。"
  },
  CrewImpossible: {
    en: "{subject}: a crew of {found} is impossible; expected {expected}.",
    zh: "{subject}:人员编成{found}不成立;应为{expected}。"
  },
  NumberImpossible: {
    en: "{subject} is {found}; expected {expected}.",
    zh: "{subject}为{found};应为{expected}。"
  },
  NoShowTooEarly: {
    en: "{subject} is {found} s; nobody can be there before {expected} s.",
    zh: "{subject}为{found}秒;最早{expected}秒后方能到场。"
  },
  CalledTwice: {
    en: "{subject}: {found} is called twice; expected {expected}.",
    zh: "{subject}:{found}被重复召集;应为{expected}次。"
  },
  NotCalled: {
    en: "{subject}: {found} was not called for this surge.",
    zh: "{subject}:{found}不在本次召集之列。"
  },
  StatusWrong: {
    en: "{subject} stands at “{found}”; this needs {expected}.",
    zh: "{subject}当前为“{found}”;此步要求:{expected}。"
  },
  TooEarly: {
    en: "{subject}: at {found} it is too early; possible from {expected} on.",
    zh: "{subject}:{found}过早;{expected}起方可。"
  },
  UnknownDuty: {
    en: "{subject}: there is no duty {found}; known are {expected}.",
    zh: "{subject}:没有任务{found};已有:{expected}。"
  },
  SkillMissing: {
    en: "{subject}: has the skills {found}; the duty also needs {expected}.",
    zh: "{subject}:具备技能{found};该任务还需{expected}。"
  },
  RestTooShort: {
    en: "{subject}: at {found} still resting; free from {expected} on.",
    zh: "{subject}:{found}仍在休整;{expected}起方可上岗。"
  },
  CrewFull: {
    en: "{subject}: {found} are on this duty; at most {expected}.",
    zh: "{subject}:该任务已有{found}人;最多{expected}人。"
  },
  CrewStillOut: {
    en: "{subject}: still on duty: {found}; first relieve {expected}.",
    zh: "{subject}:仍有人员在岗:{found};应先撤下{expected}。"
  }
}

/**
 * A problem in words, English and Chinese; instants as dates in UTC.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: SurgeProblem): Label.Label =>
  moveFrame.describe(words, ["TooEarly", "RestTooShort"], problem)
