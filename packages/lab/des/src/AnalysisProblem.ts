/**
 * What can be wrong with data that are to be judged, as typed values: too little, without
 * variation, not finite, still under the influence of the start. Output analysis answers with these
 * instead of an interval that nobody could sign. The words in English and Chinese are data beside
 * the codes.
 */

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "TooFewObservations",
  "TooFewBatches",
  "NotFinite",
  "NoVariation",
  "WarmUpTooLong",
  "BatchesCorrelated",
  "QuantileOutOfReach",
  "ZeroDenominator",
  "ControlsDependent",
  "TooFewEvents",
  "NothingSeen",
  "InfiniteVariance"
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
export interface AnalysisProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * An answer, or the reason why there is none.
 *
 * @category problems
 * @since 0.1.0
 */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: AnalysisProblem }

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { AnalysisProblem } from "@wangge/des"
 *
 * AnalysisProblem.make("TooFewBatches", "batches", 1, 2).code // => "TooFewBatches"
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
): AnalysisProblem => ({ code, subject, found, expected })

/**
 * The outcome that has an answer.
 *
 * @category problems
 * @since 0.1.0
 */
export const answered = <Value>(value: Value): Outcome<Value> => ({ ok: true, value })

/**
 * The outcome that has a problem instead of an answer.
 *
 * @category problems
 * @since 0.1.0
 */
export const refused = (problem: AnalysisProblem): Outcome<never> => ({ ok: false, problem })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  TooFewObservations: {
    en: "{subject}: {found} observations; at least {expected} are needed.",
    zh: "{subject}:只有{found}个观测值,至少需要{expected}个。"
  },
  TooFewBatches: {
    en: "{subject}: {found} batches; at least {expected} are needed: a longer run, or more runs.",
    zh: "{subject}:只有{found}个批次,至少需要{expected}个:请延长运行时间或增加运行次数。"
  },
  NotFinite: {
    en: "{subject}: {found} cannot be judged; it should be {expected}.",
    zh: "{subject}:{found}无法分析,应为{expected}。"
  },
  NoVariation: {
    en: "{subject}: all are {found}, so nothing says how far off that is; expected were {expected}.",
    zh: "{subject}:全部等于{found},无从判断误差,应为{expected}。"
  },
  WarmUpTooLong: {
    en: "{subject}: the best cut is at {found}, later than {expected}; the run is too short.",
    zh: "{subject}:最佳截断点在{found},晚于{expected},运行长度不足。"
  },
  BatchesCorrelated: {
    en: "{subject}: neighbouring batches correlate by {found}; it should be {expected}.",
    zh: "{subject}:相邻批次的相关系数为{found},应为{expected}。"
  },
  QuantileOutOfReach: {
    en: "{subject}: {found} observations do not enclose it; at least {expected} are needed.",
    zh: "{subject}:{found}个观测值不足以给出区间,至少需要{expected}个。"
  },
  ZeroDenominator: {
    en: "{subject}: the ratio divides by {found}; it should be {expected}.",
    zh: "{subject}:比值的除数为{found},应为{expected}。"
  },
  ControlsDependent: {
    en: "{subject}: it follows from the controls before it (what is left is {found}); it should be {expected}.",
    zh: "{subject}:可由前面的控制变量推出(剩余{found}),应为{expected}。"
  },
  TooFewEvents: {
    en: "{subject}: it rests on {found} independent events; at least {expected} are needed: longer runs, or more of them.",
    zh: "{subject}:仅相当于{found}个独立事件,至少需要{expected}个:请延长运行时间或增加运行次数。"
  },
  NothingSeen: {
    en: "{subject}: it was seen in {found} runs or batches; at least {expected} are needed.",
    zh: "{subject}:仅在{found}次运行或批次中出现,至少需要{expected}次。"
  },
  InfiniteVariance: {
    en: "{subject}: services are so uneven (index of their tail {found}) that its error has no variance; the index should be above {expected}, or ask for quantiles or shares.",
    zh: "{subject}:服务时间过于不均(尾部指数为{found}),误差没有方差;该指数应大于{expected},或改用分位数与占比。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { AnalysisProblem } from "@wangge/des"
 *
 * const problem = AnalysisProblem.make("TooFewBatches", "waits", 1, 2)
 * AnalysisProblem.describe(problem).en // => "waits: 1 batches; at least 2 are needed: a longer run, or more runs."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (
  problem: AnalysisProblem
): { readonly en: string; readonly zh: string } => {
  const { en, zh } = words[problem.code]
  return { en: fill(en, problem), zh: fill(zh, problem) }
}

const fill = (template: string, problem: AnalysisProblem): string =>
  template
    .replace("{subject}", () => problem.subject)
    .replace("{found}", () => String(problem.found))
    .replace("{expected}", () => String(problem.expected))
