/**
 * What can keep a network run from being made, or from coming to its end, as typed values: a length
 * that cannot be, a network that stands still for ever. The words in English and Chinese are data
 * beside the codes.
 */
import { inChinese, placeInChinese } from "./internal/networkPhrases.ts"
import * as MeasureProblem from "./MeasureProblem.ts"
import * as NetworkProblem from "./NetworkProblem.ts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "BadRunLength",
  "LookTooLate",
  "Endless",
  "Deadlocked",
  "RanAway",
  "TooLong",
  "BadOption"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` says where, `found` what stands there, `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface NetworkRunProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * Whatever can keep a run from being made: one of these, of a measure, or of the network, such as a
 * load that it cannot bear. Told apart by their codes, which no two lists share.
 *
 * @category problems
 * @since 0.1.0
 */
export type Problem =
  | NetworkRunProblem
  | MeasureProblem.MeasureProblem
  | NetworkProblem.NetworkProblem

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { NetworkRunProblem } from "@wangge/des"
 *
 * NetworkRunProblem.make("BadRunLength", "horizon", -1, "a time above 0").code // => "BadRunLength"
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
): NetworkRunProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  BadRunLength: {
    en: "{subject}: {found} cannot be; it should be {expected}.",
    zh: "{subject}:{found}不成立,应为{expected}。"
  },
  LookTooLate: {
    en: 'measure "{subject}": it looks at time {found}, and the run ends at {expected}.',
    zh: "指标“{subject}”:观察时刻为{found},而运行到{expected}结束。"
  },
  Endless: {
    en: "{subject}: {found}, so nothing says how long to run; give {expected}.",
    zh: "{subject}:{found},无法确定运行长度,请给出{expected}。"
  },
  Deadlocked: {
    en: "{subject}: at {found} they blocked each other for ever; there should be {expected}.",
    zh: "{subject}:在时刻{found}互相阻塞,陷入死锁,应有{expected}。"
  },
  RanAway: {
    en: "{subject}: events at {found} follow each other without end; there should be {expected}.",
    zh: "{subject}:时刻{found}的事件无休止地接连发生,应有{expected}。"
  },
  TooLong: {
    en: "{subject}: a run that can say something of it has about {found} events, more than {expected}; give a horizon, or customers and a warm-up.",
    zh: "{subject}:能得出结论的运行约需{found}个事件,超过{expected}个;请指定结束时刻,或顾客数与预热时间。"
  },
  BadOption: {
    en: "{subject}: {found} cannot be; it should be {expected}.",
    zh: "{subject}:{found}不可用,应为{expected}。"
  }
}

/**
 * Any problem of a run in words, English and Chinese.
 *
 * ```ts
 * import { NetworkRunProblem } from "@wangge/des"
 *
 * const problem = NetworkRunProblem.make("BadRunLength", "horizon", -1, "a time above 0")
 * NetworkRunProblem.describe(problem).en // => "horizon: -1 cannot be; it should be a time above 0."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: Problem): { readonly en: string; readonly zh: string } => {
  if (isOneOf(MeasureProblem.codes, problem)) return MeasureProblem.describe(problem)
  if (isOneOf(NetworkProblem.codes, problem)) return NetworkProblem.describe(problem)
  if (!isOneOf(codes, problem)) throw new RangeError(`A code of a problem; got ${problem}`)
  const { en, zh } = words[problem.code]
  const chinese: NetworkRunProblem = {
    code: problem.code,
    subject: placeInChinese(problem.subject),
    found: inChinese(problem.found),
    expected: inChinese(problem.expected)
  }
  return { en: fill(en, problem), zh: fill(zh, chinese) }
}

const isOneOf = <Known extends Problem["code"]>(
  list: ReadonlyArray<Known>,
  problem: Problem
): problem is Extract<Problem, { readonly code: Known }> =>
  list.some((code) => code === problem.code)

const fill = (template: string, problem: NetworkRunProblem): string =>
  template
    .replace("{subject}", () => problem.subject)
    .replace("{found}", () => String(problem.found))
    .replace("{expected}", () => String(problem.expected))
