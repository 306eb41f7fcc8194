/**
 * What can be wrong with a measure that was asked for, as typed values: no such quantity, a
 * statistic that it does not have, a station that is not in the network. The words in English and
 * Chinese are data beside the codes.
 */
import { inChinese } from "./internal/networkPhrases.ts"

/**
 * The codes of all problems. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "NotAMeasure",
  "UnknownQuantity",
  "UnknownStatistic",
  "WrongStatistic",
  "BadStatistic",
  "StationMissing",
  "StationUnwanted",
  "ClassUnwanted",
  "UnknownStation",
  "UnknownClass",
  "NotAtThisStation",
  "NoDeadline"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the text of the measure, `found` the part of it that is wrong, `expected`
 * what would be right.
 *
 * @category problems
 * @since 0.1.0
 */
export interface MeasureProblem {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * A measure, or the reason why there is none.
 *
 * @category problems
 * @since 0.1.0
 */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: MeasureProblem }

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { MeasureProblem } from "@wangge/des"
 *
 * MeasureProblem.make("UnknownQuantity", "wiat.mean", "wiat", "wait").code // => "UnknownQuantity"
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
): MeasureProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, { readonly en: string; readonly zh: string }>> = {
  NotAMeasure: {
    en: 'measure "{subject}": "{found}" cannot be read; it should be {expected}.',
    zh: "指标“{subject}”:“{found}”无法识别,应为{expected}。"
  },
  UnknownQuantity: {
    en: 'measure "{subject}": there is no quantity "{found}"; it should be {expected}.',
    zh: "指标“{subject}”:没有“{found}”这个量,应为{expected}。"
  },
  UnknownStatistic: {
    en: 'measure "{subject}": there is no statistic "{found}"; it should be {expected}.',
    zh: "指标“{subject}”:没有“{found}”这个统计量,应为{expected}。"
  },
  WrongStatistic: {
    en: 'measure "{subject}": "{found}" is not known of this quantity; it should be {expected}.',
    zh: "指标“{subject}”:该量没有“{found}”,应为{expected}。"
  },
  BadStatistic: {
    en: 'measure "{subject}": the number "{found}" is wrong; it should be {expected}.',
    zh: "指标“{subject}”:数值“{found}”不对,应为{expected}。"
  },
  StationMissing: {
    en: 'measure "{subject}": "{found}" is measured at a station; it should be {expected}.',
    zh: "指标“{subject}”:“{found}”须指明服务台,应为{expected}。"
  },
  StationUnwanted: {
    en: 'measure "{subject}": this is not measured at a station ("{found}"); it should be {expected}.',
    zh: "指标“{subject}”:该量不分服务台(“{found}”),应为{expected}。"
  },
  ClassUnwanted: {
    en: 'measure "{subject}": this is not measured by class ("{found}"); it should be {expected}.',
    zh: "指标“{subject}”:该量不分类别(“{found}”),应为{expected}。"
  },
  UnknownStation: {
    en: 'measure "{subject}": there is no station "{found}"; it should be {expected}.',
    zh: "指标“{subject}”:没有服务台“{found}”,应为{expected}。"
  },
  UnknownClass: {
    en: 'measure "{subject}": there is no class "{found}"; it should be {expected}.',
    zh: "指标“{subject}”:没有类别“{found}”,应为{expected}。"
  },
  NotAtThisStation: {
    en: 'measure "{subject}": it has no meaning at the station "{found}"; {expected}.',
    zh: "指标“{subject}”:在服务台“{found}”没有意义,{expected}。"
  },
  NoDeadline: {
    en: 'measure "{subject}": no deadline is set for {found}; there should be {expected}.',
    zh: "指标“{subject}”:{found}均未设时限,应有{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { MeasureProblem } from "@wangge/des"
 *
 * const problem = MeasureProblem.make("UnknownStation", "wait.mean@dsek", "dsek", '"desk"')
 * MeasureProblem.describe(problem).en
 * // => 'measure "wait.mean@dsek": there is no station "dsek"; it should be "desk".'
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: MeasureProblem): { readonly en: string; readonly zh: string } => {
  const { en, zh } = words[problem.code]
  const { code, subject, found, expected } = problem
  const chinese = {
    code,
    subject,
    // Elsewhere it is a part of the measure, as it was asked for.
    found: code === "NoDeadline" ? inChinese(found) : found,
    expected: inChinese(expected)
  }
  return { en: fill(en, problem), zh: fill(zh, chinese) }
}

const fill = (template: string, problem: MeasureProblem): string =>
  template
    .replace("{subject}", () => problem.subject)
    .replace("{found}", () => String(problem.found))
    .replace("{expected}", () => String(problem.expected))
