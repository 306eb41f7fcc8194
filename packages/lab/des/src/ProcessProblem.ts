/**
 * What can be wrong in a model written as processes: a wait that was not yielded, a release of what
 * is not held. All of these are faults of the model, so they are thrown, with the process named.
 * The words in English and Chinese are data beside the codes.
 */

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NotRunning",
  "WaitNotYielded",
  "YieldedNothing",
  "YieldedUnknown",
  "EndedWaiting",
  "EndedHolding",
  "NotHeld",
  "AlreadyEnded",
  "AlreadyStarted",
  "ActsOnItself",
  "BadAmount",
  "BadDelay",
  "WaitedWhileCancelled",
  "NotWaitable",
  "NoCourse"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the name of the process, `found` what it did, `expected` what would be
 * right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface ProcessProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  NotRunning: {
    en: "{subject} is not running, so it cannot {found}; expected: {expected}.",
    zh: "{subject}未在运行,不能执行“{found}”;应为:{expected}。"
  },
  WaitNotYielded: {
    en: "{subject} calls {found} while an earlier wait was not yielded; expected: {expected}.",
    zh: "{subject}调用“{found}”时,前一个等待尚未让出;应为:{expected}。"
  },
  YieldedNothing: {
    en: "{subject} yields {found} without having asked for a wait; expected: {expected}.",
    zh: "{subject}让出“{found}”,但没有请求等待;应为:{expected}。"
  },
  YieldedUnknown: {
    en: "{subject} yields {found}, which is no wait; expected: {expected}.",
    zh: "{subject}让出的“{found}”不是等待;应为:{expected}。"
  },
  EndedWaiting: {
    en: "{subject} ends with {found}; expected: {expected}.",
    zh: "{subject}结束时{found};应为:{expected}。"
  },
  EndedHolding: {
    en: "{subject} ends while it holds {found}; expected: {expected}.",
    zh: "{subject}结束时仍占用{found};应为:{expected}。"
  },
  NotHeld: {
    en: "{subject} releases {found}, which it does not hold; expected: {expected}.",
    zh: "{subject}释放了未占用的{found};应为:{expected}。"
  },
  AlreadyEnded: {
    en: "{subject} has ended, so it is too late to {found}; expected: {expected}.",
    zh: "{subject}已结束,不能再{found};应为:{expected}。"
  },
  AlreadyStarted: {
    en: "{subject} is started while it is {found}; expected: {expected}.",
    zh: "{subject}处于“{found}”状态时被再次启动;应为:{expected}。"
  },
  ActsOnItself: {
    en: "{subject} cannot {found} itself; expected: {expected}.",
    zh: "{subject}不能对自身执行“{found}”;应为:{expected}。"
  },
  BadAmount: {
    en: "{subject} asks for {found}; expected: {expected}.",
    zh: "{subject}请求的数量为{found};应为:{expected}。"
  },
  BadDelay: {
    en: "{subject} names a time of {found} s; expected: {expected}.",
    zh: "{subject}给出的时间为{found}秒;应为:{expected}。"
  },
  WaitedWhileCancelled: {
    en: "{subject} waits in its finally block while it is cancelled; expected: {expected}.",
    zh: "{subject}被取消时在finally块中等待;应为:{expected}。"
  },
  NotWaitable: {
    en: "{subject} waits for {found}, which never happens; expected: {expected}.",
    zh: "{subject}等待的{found}不会发生;应为:{expected}。"
  },
  NoCourse: {
    en: "{subject} starts with {found}, which is no course; expected: {expected}.",
    zh: "{subject}启动时得到的{found}不是过程;应为:{expected}。"
  }
}

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { ProcessProblem } from "@wangge/des"
 *
 * ProcessProblem.make("NotHeld", "car 3", "pump", "a resource it holds").found // => "pump"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): ProcessProblem => ({ code, subject, found, expected })

/**
 * The sentence for a problem in both languages.
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: ProcessProblem): { readonly en: string; readonly zh: string } => {
  const fill = (text: string): string =>
    text
      .replaceAll("{subject}", () => problem.subject)
      .replaceAll("{found}", () => String(problem.found))
      .replaceAll("{expected}", () => String(problem.expected))
  const { en, zh } = words[problem.code]
  return { en: fill(en), zh: fill(zh) }
}

/**
 * Thrown when a model uses processes in a way that cannot be meant; it carries the problem.
 *
 * @category problems
 * @since 0.1.0
 */
export class ProcessError extends Error {
  /** What is wrong. */
  declare readonly problem: ProcessProblem

  /** An error whose message is the English sentence of the problem. */
  constructor(problem: ProcessProblem) {
    super(describe(problem).en)
    this.name = "ProcessError"
    this.problem = problem
  }
}
