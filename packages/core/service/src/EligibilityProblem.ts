/**
 * Why somebody is not eligible for a service, and why an appeal against that is refused, as typed
 * values with words in English and Chinese. The values never tell a hidden need.
 */
import type { Label, Problem } from "@wangge/facts"
import { words as frameWords, describe as inWords } from "./internal/moveFrame.ts"

/**
 * The codes: first the reasons of a verdict, then the refusals of an appeal, each in the order of the
 * checks. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NoResidence",
  "ResidenceElsewhere",
  "TooYoung",
  "TooOld",
  "NeedNotReadable",
  "NeedNotMet",
  "ActorMissing",
  "TimeNotWhole",
  "TimeWentBack",
  "NothingToAppeal",
  "AppealTooLate",
  "ReasonMissing",
  "AlreadyResolved",
  "SamePerson"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One reason: `subject` says what for, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type EligibilityProblem = Problem.Problem<Code>

/**
 * A reason from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): EligibilityProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the reason's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  NoResidence: {
    en: "{subject} is for people who live or work in {expected}; no such place is stated.",
    zh: "“{subject}”面向在{expected}居住或工作的人员;未填写居住或工作地点。"
  },
  ResidenceElsewhere: {
    en: "{subject} is for people in {expected}; stated is {found}.",
    zh: "“{subject}”面向{expected}的人员;所填地点为{found}。"
  },
  TooYoung: {
    en: "{subject} is from the age of {expected}; stated is {found}.",
    zh: "“{subject}”须年满{expected}周岁;所填年龄为{found}周岁。"
  },
  TooOld: {
    en: "{subject} is up to the age of {expected}; stated is {found}.",
    zh: "“{subject}”须不超过{expected}周岁;所填年龄为{found}周岁。"
  },
  NeedNotReadable: {
    en: "{subject} asks for a need that may not be read: {found}.",
    zh: "“{subject}”需核实困难类别,但无权读取:{found}。"
  },
  NeedNotMet: {
    en: "{subject} is for certain needs ({expected}); none of them is on record.",
    zh: "“{subject}”面向特定困难类别({expected});未登记其中任何一类。"
  },
  ActorMissing: frameWords.ActorMissing,
  TimeNotWhole: frameWords.TimeNotWhole,
  TimeWentBack: frameWords.TimeWentBack,
  NothingToAppeal: {
    en: "{subject}: the verdict is in favour; there is nothing to appeal.",
    zh: "{subject}:结论为符合条件,无需申诉。"
  },
  AppealTooLate: {
    en: "{subject}: {found} is too late; an appeal was possible until {expected}.",
    zh: "{subject}:{found}已过申诉期,截止为{expected}。"
  },
  ReasonMissing: { en: "{subject}: a reason is needed.", zh: "{subject}:应说明理由。" },
  AlreadyResolved: {
    en: "{subject}: the appeal was resolved at {found}.",
    zh: "{subject}:该申诉已于{found}办结。"
  },
  SamePerson: {
    en: "{subject}: {found} made the verdict; somebody else decides on the appeal.",
    zh: "{subject}:{found}作出了原结论,申诉应由他人处理。"
  }
}

/** Codes whose numbers are instants: in words they are dates. */
const timeCodes: ReadonlyArray<Code> = ["AppealTooLate", "AlreadyResolved"]

/**
 * A reason in words, English and Chinese.
 *
 * ```ts
 * import { EligibilityProblem } from "@wangge/service"
 *
 * const problem = EligibilityProblem.make("TooYoung", "business-07", 59, 60)
 * EligibilityProblem.describe(problem).en // => "business-07 is from the age of 60; stated is 59."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: EligibilityProblem): Label.Label =>
  inWords(words, timeCodes, problem)
