/**
 * What keeps a locality from being simulated, as typed values: a level, a count or staff that its
 * record does not have, or listed places that a scenario cannot hold. Problems of the record's own
 * tree are `LocalityProblem`s; {@link describe} speaks for both.
 */
import { type Label, Problem } from "@wangge/facts"
import { LocalityProblem } from "@wangge/localities"

/**
 * The codes of the problems of a preset. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = [
  "LevelMissing",
  "StaffNotStated",
  "HouseholdsOutsideGrids",
  "ScenarioRefused"
] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem of a preset: `subject` is a path of `Locality.sourcedNumbers`, the role of a level
 * under `levels/`, the id of a place, or (for `ScenarioRefused`) a path in the scenario.
 *
 * @category problems
 * @since 0.1.0
 */
export type PresetProblem = Problem.Problem<Code | LocalityProblem.LocalityProblem["code"]>

/**
 * A problem from its four parts.
 *
 * ```ts
 * import { PresetProblem } from "@wangge/simulator"
 *
 * PresetProblem.make("LevelMissing", "levels/grid", 0, 1).code // => "LevelMissing"
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
): PresetProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<PresetProblem["code"], Label.Label>> = {
  ...LocalityProblem.words,
  LevelMissing: {
    en: "{subject}: the locality has no level of this role; a simulation needs it.",
    zh: "{subject}:该地没有这一层级,仿真需要。"
  },
  StaffNotStated: {
    en: "{subject}: no seats are stated; a simulation needs a number, which may be 0.",
    zh: "{subject}:未载岗位数,仿真需要一个数字(可以为0)。"
  },
  HouseholdsOutsideGrids: {
    en: "{subject}: {found} households lie in no grid; expected {expected}.",
    zh: "{subject}:有{found}户不在任何网格内,应为{expected}。"
  },
  ScenarioRefused: {
    en: "{subject} would be {found}; expected {expected}.",
    zh: "{subject}将为{found},应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { PresetProblem } from "@wangge/simulator"
 *
 * const problem = PresetProblem.make("LevelMissing", "levels/grid", 0, 1)
 * PresetProblem.describe(problem).en
 * // => "levels/grid: the locality has no level of this role; a simulation needs it."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: PresetProblem): Label.Label => Problem.describe(words, problem)
