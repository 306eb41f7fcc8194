/**
 * Why a command of a window queue is refused, as typed values with words in English and Chinese.
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
  "TicketKnown",
  "TicketUnknown",
  "ResidentWaits",
  "MoveNotAllowed",
  "WindowBusy",
  "NobodyWaits",
  "WrongWindow"
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
export type WindowQueueProblem = Problem.Problem<Code>

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
): WindowQueueProblem => ({ code, subject, found, expected })

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
  TicketKnown: {
    en: "The ticket {subject} has been taken already, number {found}.",
    zh: "票号{subject}已取,排号{found}。"
  },
  TicketUnknown: {
    en: "There is no ticket {subject} in this queue.",
    zh: "本队列没有票号{subject}。"
  },
  ResidentWaits: {
    en: "{subject} waits already with number {found}.",
    zh: "{subject}已持{found}号排队等候。"
  },
  MoveNotAllowed: {
    en: "The ticket {subject} is “{found}”; this needs one of {expected}.",
    zh: "票号{subject}当前为“{found}”;此操作要求:{expected}。"
  },
  WindowBusy: {
    en: "The window {subject} still has number {found}.",
    zh: "窗口{subject}正在办理{found}号。"
  },
  NobodyWaits: {
    en: "Nobody waits whom {subject} could call.",
    zh: "没有可由{subject}叫号的等候者。"
  },
  WrongWindow: {
    en: "The ticket {subject} was called to {found}, not {expected}.",
    zh: "票号{subject}由窗口{found}叫号,不是{expected}。"
  }
}

/** Codes whose numbers are instants: in words they are dates. */
const timeCodes: ReadonlyArray<Code> = []

/**
 * A refusal in words, English and Chinese.
 *
 * ```ts
 * import { WindowQueueProblem } from "@wangge/service"
 *
 * const problem = WindowQueueProblem.make("WindowBusy", "w-1", 7, "")
 * WindowQueueProblem.describe(problem).en // => "The window w-1 still has number 7."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: WindowQueueProblem): Label.Label =>
  inWords(words, timeCodes, problem)
