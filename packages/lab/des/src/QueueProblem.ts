/**
 * What is wrong with a queue whose exact results are asked for, as typed values: a load that no
 * server can carry, a rate that is none. The words in English and Chinese are data beside the
 * codes. The shape is that of the problems of every other package.
 */
import * as Distribution from "./Distribution.ts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "Unstable",
  "BadNumber",
  "BadDistribution",
  "BadLength",
  "BadSum",
  "NoWayOut",
  "TooLarge"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the field or station, `found` the value it has (for `Unstable` the load
 * per server), `expected` what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface QueueProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * A queue with its exact results, or all that is wrong with what was asked.
 *
 * @category problems
 * @since 0.1.0
 */
export type Checked<Queue> =
  | { readonly ok: true; readonly queue: Queue }
  | { readonly ok: false; readonly problems: ReadonlyArray<QueueProblem> }

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { QueueProblem } from "@wangge/des"
 *
 * QueueProblem.make("Unstable", "desk", 1.25, "below 1").found // => 1.25
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
): QueueProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  Unstable: {
    en: "{subject}: the load per server is {found}; for a queue that does not grow for ever it should be {expected}.",
    zh: "{subject}:每个服务台的负荷为{found},要使排队不无限增长,应为{expected}。"
  },
  BadNumber: {
    en: "{subject}: {found} is impossible; it should be {expected}.",
    zh: "{subject}:{found}不成立,应为{expected}。"
  },
  BadDistribution: {
    en: "{subject}: the distribution has {found}; it should be {expected}.",
    zh: "{subject}:分布参数为{found},应为{expected}。"
  },
  BadLength: {
    en: "{subject}: there are {found}; it should be {expected}.",
    zh: "{subject}:数量为{found},应为{expected}。"
  },
  BadSum: {
    en: "{subject}: the sum is {found}; it should be {expected}.",
    zh: "{subject}:合计为{found},应为{expected}。"
  },
  NoWayOut: {
    en: "{subject}: whoever comes here never leaves ({found}); it should be {expected}.",
    zh: "{subject}:进入后无法离开({found}),应为{expected}。"
  },
  TooLarge: {
    en: "{subject}: {found} is more than can be computed here; it should be {expected}.",
    zh: "{subject}:{found}超出可计算的范围,应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { QueueProblem } from "@wangge/des"
 *
 * const problem = QueueProblem.make("BadNumber", "serverCount", 0, "a whole number from 1")
 * QueueProblem.describe(problem).en // => "serverCount: 0 is impossible; it should be a whole number from 1."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: QueueProblem): { readonly en: string; readonly zh: string } => {
  const fill = (text: string): string =>
    text
      .replace("{subject}", () => problem.subject)
      .replace("{found}", () => String(problem.found))
      .replace("{expected}", () => String(problem.expected))
  const { en, zh } = words[problem.code]
  return { en: fill(en), zh: fill(zh) }
}

/**
 * The queue of a checked answer, for parameters that are known to be good.
 *
 * Throws a `RangeError` with the first problem in words.
 *
 * ```ts
 * import { QueueMarkov, QueueProblem } from "@wangge/des"
 *
 * const asked = QueueMarkov.make({ arrivalRate: 1, serviceRate: 2, serverCount: 1 })
 * QueueProblem.trust(asked).meanSojourn // => 1
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const trust = <Queue>(checked: Checked<Queue>): Queue => {
  if (checked.ok) return checked.queue
  throw new RangeError(checked.problems.map((problem) => describe(problem).en).join(" "))
}

/**
 * The problem of a rate or time that is not a finite number above 0, if it is one.
 *
 * @category checks
 * @since 0.1.0
 */
export const ofPositive = (subject: string, value: number): ReadonlyArray<QueueProblem> =>
  Number.isFinite(value) && value > 0
    ? []
    : [make("BadNumber", subject, value, "a finite number above 0")]

/**
 * The problem of a number that is not finite or below 0, if it is one.
 *
 * @category checks
 * @since 0.1.0
 */
export const ofFrom0 = (subject: string, value: number): ReadonlyArray<QueueProblem> =>
  Number.isFinite(value) && value >= 0
    ? []
    : [make("BadNumber", subject, value, "a finite number from 0")]

/**
 * The problem of a count that is not a whole number from `least`, if it is one.
 *
 * @category checks
 * @since 0.1.0
 */
export const ofCount = (
  subject: string,
  value: number,
  least: number
): ReadonlyArray<QueueProblem> =>
  Number.isSafeInteger(value) && value >= least
    ? []
    : [make("BadNumber", subject, value, `a whole number from ${least}`)]

/**
 * The problem of a load per server of 1 or more, if it is one.
 *
 * @category checks
 * @since 0.1.0
 */
export const ofLoad = (subject: string, load: number): ReadonlyArray<QueueProblem> =>
  load < 1 ? [] : [make("Unstable", subject, load, "below 1")]

/**
 * The problems of a distribution of times: wrong parameters, or values below 0.
 *
 * @category checks
 * @since 0.1.0
 */
export const ofTimes = (
  subject: string,
  times: Distribution.Distribution
): ReadonlyArray<QueueProblem> => {
  const problems = Distribution.check(times)
  if (problems.length > 0) {
    return problems.map(({ field, value, expected }) =>
      make("BadDistribution", `${subject}.${field}`, JSON.stringify(value) ?? "nothing", expected)
    )
  }
  const low = Distribution.quantile(times, 0)
  return low >= 0 ? [] : [make("BadDistribution", subject, `values from ${low}`, "no time below 0")]
}
