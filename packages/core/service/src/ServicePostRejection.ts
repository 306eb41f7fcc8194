/**
 * Why a command of a service post is refused. Nothing here names a person.
 */
import type { Label, Problem } from "@wangge/facts"
import * as moveItems from "./internal/moveItems.ts"
import { labels as statusLabels } from "./ServicePost.ts"
import * as ServicePostCommand from "./ServicePostCommand.ts"

/**
 * All codes. Append only: they are stored and compared by name.
 *
 * @source none: our own names
 * @category rejections
 * @since 0.1.0
 */
export const codes = [
  ...moveItems.codes,
  "SeatCountOutOfRange",
  "ReportInNeeded",
  "SkillMissing",
  "AlreadyThere",
  "NotThere",
  "NoSeatOffered",
  "SeatCountUnchanged",
  "ShiftKnown",
  "ShiftUnknown",
  "ShiftEmpty",
  "ShiftBegun",
  "NeededOutOfRange",
  "NotHolder",
  "AlreadyOnShift",
  "NotOnShift",
  "ShiftFull",
  "OnTwice",
  "RestTooShort",
  "ShiftNotOver",
  "AlreadyRecorded",
  "MinutesOutOfRange"
] as const

/**
 * One of {@link codes}.
 *
 * @category rejections
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refused command.
 *
 * @category rejections
 * @since 0.1.0
 */
export type ServicePostRejection = Problem.Problem<Code>

/**
 * A rejection from its four parts.
 *
 * @category rejections
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): ServicePostRejection => moveItems.problem(code, subject, found, expected)

/**
 * What each rejection says, in English and Chinese, with the places of its values in braces.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ...moveItems.words,
  SeatCountOutOfRange: {
    en: "A post of {found} seats is not possible; expected {expected}.",
    zh: "名额{found}无效;应为{expected}。"
  },
  ReportInNeeded: {
    en: "This post is for members who have reported in.",
    zh: "该岗位限已报到党员认领。"
  },
  SkillMissing: {
    en: "These skills are needed and missing: {expected}.",
    zh: "缺少所需技能:{expected}。"
  },
  AlreadyThere: {
    en: "The post is claimed by the same person already ({found}).",
    zh: "本人已认领该岗位({found})。"
  },
  NotThere: {
    en: "The person neither holds nor waits for this post.",
    zh: "本人未认领该岗位,也不在候补名单。"
  },
  NoSeatOffered: {
    en: "No seat is kept for this person now ({found}).",
    zh: "当前没有为其保留的名额({found})。"
  },
  SeatCountUnchanged: {
    en: "The post has {found} seats already.",
    zh: "名额未变,仍为{found}。"
  },
  ShiftKnown: {
    en: "There is a shift {found} already; expected {expected}.",
    zh: "班次{found}已存在;请换用新的编号。"
  },
  ShiftUnknown: {
    en: "The post has no shift {found}; it has {expected}.",
    zh: "该岗位没有班次{found};已有:{expected}。"
  },
  ShiftEmpty: {
    en: "The shift ends at {found}; it has to end after its beginning at {expected}.",
    zh: "班次止于{found};应晚于开始时间{expected}。"
  },
  ShiftBegun: {
    en: "The shift begins at {found}; it is {expected} already.",
    zh: "班次于{found}开始;现在已是{expected}。"
  },
  NeededOutOfRange: {
    en: "A shift for {found} persons is not possible; expected {expected}.",
    zh: "班次人数{found}无效;应为{expected}。"
  },
  NotHolder: {
    en: "Only who holds a seat of the post takes its shifts.",
    zh: "仅在岗人员可认领班次。"
  },
  AlreadyOnShift: { en: "The person is on this shift already.", zh: "本人已在该班次。" },
  NotOnShift: { en: "The person is not on this shift.", zh: "本人不在该班次。" },
  ShiftFull: {
    en: "The shift has {found} persons of {expected}.",
    zh: "班次已有{found}人,需{expected}人。"
  },
  OnTwice: {
    en: "The person has another duty then, from {found} on.",
    zh: "本人在该时段另有班次,自{found}起。"
  },
  RestTooShort: {
    en: "Between two shifts would lie {found} s of rest; {expected} s are needed.",
    zh: "两班之间仅休息{found}秒;至少{expected}秒。"
  },
  ShiftNotOver: {
    en: "At {found} the shift is not over; attendance is recorded from {expected} on.",
    zh: "{found}班次尚未结束;{expected}起方可登记到岗。"
  },
  AlreadyRecorded: {
    en: "The attendance is recorded already: {found}.",
    zh: "到岗情况已登记:{found}。"
  },
  MinutesOutOfRange: {
    en: "{found} minutes are not possible; expected {expected}.",
    zh: "{found}分钟无效;应为{expected}。"
  }
}

const standings: Readonly<Record<string, Label.Label>> = {
  Seat: { en: "has a seat", zh: "在岗" },
  Offered: { en: "is asked", zh: "待确认递补" },
  Waiting: { en: "waits", zh: "候补" },
  None: { en: "has no place", zh: "未列入" },
  Attended: { en: "attended", zh: "到岗" },
  Absent: { en: "absent", zh: "缺岗" },
  Excused: { en: "excused", zh: "请假" }
}

const display: moveItems.Display<Code> = {
  words,
  timeCodes: ["ShiftEmpty", "ShiftBegun", "OnTwice", "ShiftNotOver"],
  names: moveItems.namesOf(
    ServicePostCommand.labels,
    ServicePostCommand.roleLabels,
    statusLabels,
    standings
  )
}

/**
 * A rejection in words, in English and Chinese.
 *
 * ```ts
 * import { ServicePostRejection } from "@wangge/service"
 *
 * const full = ServicePostRejection.make("ShiftFull", "shift-1", 3, 3)
 * ServicePostRejection.describe(full).en // => "The shift has 3 persons of 3."
 * ```
 *
 * @category labels
 * @since 0.1.0
 */
export const describe = (rejection: ServicePostRejection): Label.Label =>
  moveItems.describe(display, rejection)
