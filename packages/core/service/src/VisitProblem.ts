/**
 * What can be wrong with a plan of visits, and why a command about visits is refused, as typed values
 * in the order of the checks.
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
  "UnknownZone",
  "NoGroup",
  "BadId",
  "GroupTwice",
  "CadenceImpossible",
  "MinutesImpossible",
  "MarginImpossible",
  "UnknownGroup",
  "VisitKnown",
  "VisitInFuture",
  "VisitOutsideList",
  "NotTheVisitor",
  "FindTwice",
  "UnknownVisit",
  "ReasonMissing"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the field or the record, `found` what stands there, `expected` what
 * would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type VisitProblem = Problem.Problem<Code>

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
): VisitProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @source none: our own words
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveFrame.words,
  UnknownZone: {
    en: "{subject}: there is no time zone “{found}”; expected {expected}.",
    zh: "{subject}:没有时区“{found}”;应为{expected}。"
  },
  NoGroup: {
    en: "{subject}: the plan has {found} groups; expected {expected}.",
    zh: "{subject}:计划有{found}个群组;应为{expected}。"
  },
  BadId: {
    en: "{subject}: “{found}” cannot be an id; expected {expected}.",
    zh: "{subject}:“{found}”不能作标识;应为{expected}。"
  },
  GroupTwice: {
    en: "{subject}: the group {found} is there twice; expected {expected}.",
    zh: "{subject}:群组{found}重复;应为{expected}次。"
  },
  CadenceImpossible: {
    en: "{subject}: {found} visits in a period; expected {expected}.",
    zh: "{subject}:每期走访{found}次;应为{expected}。"
  },
  MinutesImpossible: {
    en: "{subject}: {found} minutes; expected {expected}.",
    zh: "{subject}:{found}分钟;应为{expected}。"
  },
  MarginImpossible: {
    en: "{subject}: {found} s; expected {expected}.",
    zh: "{subject}:{found}秒;应为{expected}。"
  },
  UnknownGroup: {
    en: "{subject}: there is no group {found}; known are {expected}.",
    zh: "{subject}:没有群组{found};已有:{expected}。"
  },
  VisitKnown: {
    en: "{subject}: the visit {found} is on record already.",
    zh: "{subject}:走访{found}已有记录。"
  },
  VisitInFuture: {
    en: "{subject}: the visit is dated {found}, after {expected}.",
    zh: "{subject}:走访时间{found}晚于{expected}。"
  },
  VisitOutsideList: {
    en: "{subject}: visited at {found}; on the list from {expected}.",
    zh: "{subject}:走访于{found};列入时间为{expected}。"
  },
  NotTheVisitor: {
    en: "{subject}: {found} does not visit here; {expected} does.",
    zh: "{subject}:{found}不是此处走访人;应为{expected}。"
  },
  FindTwice: {
    en: "{subject}: the find {found} is named twice; expected {expected}.",
    zh: "{subject}:发现事项{found}重复;应为{expected}次。"
  },
  UnknownVisit: {
    en: "{subject}: there is no visit {found} that counts.",
    zh: "{subject}:没有有效走访{found}。"
  },
  ReasonMissing: {
    en: "{subject}: “{found}” needs a reason.",
    zh: "{subject}:“{found}”须说明理由。"
  }
}

/**
 * A problem in words, English and Chinese; instants as dates in UTC.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: VisitProblem): Label.Label =>
  moveFrame.describe(words, ["VisitInFuture", "VisitOutsideList"], problem)
