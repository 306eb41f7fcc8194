/**
 * Why a command of a booking book is refused, as typed values with words in English and Chinese.
 */
import type { Label, Problem } from "@wangge/facts"
import { words as frameWords, describe as inWords } from "./internal/moveFrame.ts"

/**
 * The codes of all refusals, in the order in which a command is checked. Append only.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "ActorMissing",
  "TimeNotWhole",
  "TimeWentBack",
  "SlotBad",
  "SlotKnown",
  "SameAgain",
  "IdTaken",
  "BookingUnknown",
  "MoveNotAllowed",
  "SameSlot",
  "SlotBegun",
  "MoveLimitReached",
  "SlotUnknown",
  "NobodyWaits",
  "SlotHasBookings",
  "KindNotHere",
  "TooLate",
  "TooEarly",
  "ResidentElsewhere",
  "WaitersFirst",
  "SlotFull",
  "SlotHasRoom",
  "WaitListFull"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One refusal: `subject` says where, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export type BookingProblem = Problem.Problem<Code>

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
): BookingProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the refusal's values.
 *
 * @source none: our own words
 * @category labels
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  ActorMissing: frameWords.ActorMissing,
  TimeNotWhole: frameWords.TimeNotWhole,
  TimeWentBack: frameWords.TimeWentBack,
  SlotBad: {
    en: "The slot {subject} cannot be: found {found}, expected {expected}.",
    zh: "时段{subject}不成立:{found},应为{expected}。"
  },
  SlotKnown: { en: "The slot {subject} is offered already.", zh: "时段{subject}已开放预约。" },
  SameAgain: {
    en: "{subject} was booked so already; nothing changes.",
    zh: "{subject}已按此预约,不再重复。"
  },
  IdTaken: {
    en: "{subject} is another booking already, for {found}.",
    zh: "{subject}已是另一预约,时段{found}。"
  },
  BookingUnknown: { en: "There is no booking {subject}.", zh: "没有预约{subject}。" },
  MoveNotAllowed: {
    en: "The booking {subject} is “{found}”; this needs one of {expected}.",
    zh: "预约{subject}当前为“{found}”;此操作要求:{expected}。"
  },
  SlotUnknown: { en: "There is no slot {subject}.", zh: "没有时段{subject}。" },
  SlotHasBookings: {
    en: "The slot {subject} has {found} bookings; move or cancel them first.",
    zh: "时段{subject}已有{found}个预约;请先改约或取消。"
  },
  SameSlot: {
    en: "The booking {subject} is at {found} already.",
    zh: "预约{subject}已在时段{found}。"
  },
  SlotBegun: {
    en: "{subject}: at {found} its slot has begun; the last moment was {expected}.",
    zh: "{subject}:{found}时所约时段已开始,最迟为{expected}。"
  },
  KindNotHere: {
    en: "The slot {subject} is not for “{found}”, only for {expected}.",
    zh: "时段{subject}不办理“{found}”,只办理{expected}。"
  },
  TooLate: {
    en: "{subject}: {found} is too late; the last moment was {expected}.",
    zh: "{subject}:{found}已过时限,最迟为{expected}。"
  },
  TooEarly: {
    en: "{subject}: {found} is too early; it is possible from {expected}.",
    zh: "{subject}:{found}过早,最早为{expected}。"
  },
  MoveLimitReached: {
    en: "The booking {subject} was moved {found} times; at most {expected} are allowed.",
    zh: "预约{subject}已改约{found}次,最多{expected}次。"
  },
  ResidentElsewhere: {
    en: "{subject} has the booking {found} at the same time.",
    zh: "{subject}在同一时间已有预约{found}。"
  },
  WaitersFirst: {
    en: "{found} residents wait for {subject}; they come first.",
    zh: "时段{subject}已有{found}人候补,应先顺位递补。"
  },
  SlotFull: {
    en: "The slot {subject} is full: {found} of {expected}.",
    zh: "时段{subject}已约满:{found}/{expected}。"
  },
  SlotHasRoom: {
    en: "The slot {subject} has room: {found} of {expected}; book it.",
    zh: "时段{subject}尚有余位:{found}/{expected},可直接预约。"
  },
  WaitListFull: {
    en: "{found} residents wait for {subject}; at most {expected} may.",
    zh: "时段{subject}候补已有{found}人,最多{expected}人。"
  },
  NobodyWaits: { en: "Nobody waits for {subject}.", zh: "时段{subject}无人候补。" }
}

/** Codes whose numbers are instants: in words they are dates. */
const timeCodes: ReadonlyArray<Code> = ["TooLate", "TooEarly", "SlotBegun"]

/**
 * A refusal in words, English and Chinese.
 *
 * ```ts
 * import { BookingProblem } from "@wangge/service"
 *
 * const problem = BookingProblem.make("SlotFull", "s-1", 2, 2)
 * BookingProblem.describe(problem).zh // => "时段s-1已约满:2/2。"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: BookingProblem): Label.Label => inWords(words, timeCodes, problem)
