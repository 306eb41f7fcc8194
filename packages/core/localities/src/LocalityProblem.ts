/**
 * What a locality record cannot answer, as typed values: a count that its report does not state,
 * or a listed town whose places do not add up to its totals. Problems of the tree itself are
 * `GridProblem`s; {@link describe} speaks for both.
 */
import { type Label, Problem } from "@wangge/facts"
import { GridProblem } from "@wangge/grid"

/**
 * The codes of the problems of a record. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "CountNotStated",
  "ListedCountDiffers",
  "ListedHouseholdsDiffer",
  "ListedSeatsDiffer",
  "RepeatedPath"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem of a record or of the tree and the posts made from it: `subject` is a path of
 * `Locality.sourcedNumbers` or an id.
 *
 * @category problems
 * @since 0.1.0
 */
export type LocalityProblem = Problem.Problem<Code | GridProblem.Code>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { LocalityProblem } from "@wangge/localities"
 *
 * LocalityProblem.make("CountNotStated", "levels/community", "notStated", "> 0").code
 * // => "CountNotStated"
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
): LocalityProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code | GridProblem.Code, Label.Label>> = {
  ...GridProblem.words,
  CountNotStated: {
    en: "{subject}: the report states no number, and none is assumed; a tree needs {expected}.",
    zh: "{subject}:报告未载该数字,也未作假定;建立区划树需要{expected}。"
  },
  ListedCountDiffers: {
    en: "{subject}: {found} places are listed, the total says {expected}.",
    zh: "{subject}:逐一列出{found}处,总数为{expected}。"
  },
  ListedHouseholdsDiffer: {
    en: "{subject}: the listed places have {found} households, the total says {expected}.",
    zh: "{subject}:逐一列出的户数合计{found},总数为{expected}。"
  },
  ListedSeatsDiffer: {
    en: "{subject}: {found} seats are listed, the total says {expected}.",
    zh: "{subject}:逐一列出{found}个岗位,总数为{expected}。"
  },
  RepeatedPath: {
    en: "{subject}: {found} numbers have this path; it should be {expected}.",
    zh: "{subject}:该路径有{found}个数字,应为{expected}个。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { LocalityProblem } from "@wangge/localities"
 *
 * const problem = LocalityProblem.make("CountNotStated", "levels/community", "notStated", "> 0")
 * LocalityProblem.describe(problem).en
 * // => "levels/community: the report states no number, and none is assumed; a tree needs > 0."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: LocalityProblem): Label.Label => Problem.describe(words, problem)
