/**
 * What can be wrong with the tables that route cases, as typed values: a stable code, the place in
 * the tables, what was found and what would be right.
 */
import { type Label, Problem } from "@wangge/facts"

/**
 * The codes of all problems of routing tables. Append only: codes are stored and compared by name.
 *
 * @source none: our own names
 * @category problems
 * @since 0.1.0
 */
export const codes = ["EmptyId", "DuplicateArea", "DuplicateOwner", "UnknownGrid"] as const

/**
 * One of {@link codes}.
 *
 * @category problems
 * @since 0.1.0
 */
export type Code = (typeof codes)[number]

/**
 * One problem: `subject` is the path in the tables or an id.
 *
 * @category problems
 * @since 0.1.0
 */
export type RouteProblem = Problem.Problem<Code>

/**
 * A problem from its four parts.
 *
 * @category problems
 * @since 0.1.0
 */
export const make = (
  code: Code,
  subject: string,
  found: string | number,
  expected: string | number
): RouteProblem => ({ code, subject, found, expected })

/**
 * The words of each code; `{subject}`, `{found}` and `{expected}` stand for the problem's values.
 *
 * @category problems
 * @since 0.1.0
 */
export const words: Readonly<Record<Code, Label.Label>> = {
  EmptyId: {
    en: "{subject}: the id is {found}; it should be {expected}.",
    zh: "{subject}:标识为{found},应为{expected}。"
  },
  DuplicateArea: {
    en: "{subject}: the residential area “{found}” is named before; it should stand {expected} time.",
    zh: "{subject}:小区“{found}”重复,应只出现{expected}次。"
  },
  DuplicateOwner: {
    en: "{subject}: “{found}” is to own what “{expected}” owns already.",
    zh: "{subject}:“{found}”与“{expected}”的权属重复。"
  },
  UnknownGrid: {
    en: "{subject}: the tree has no place “{found}”; it should be {expected}.",
    zh: "{subject}:区划树中没有“{found}”,应为{expected}。"
  }
}

/**
 * A problem in words, English and Chinese.
 *
 * ```ts
 * import { RouteProblem } from "@wangge/grid"
 *
 * const problem = RouteProblem.make("DuplicateOwner", "owners[1]", "water", "power")
 * RouteProblem.describe(problem).en // => "owners[1]: “water” is to own what “power” owns already."
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = (problem: RouteProblem): Label.Label => Problem.describe(words, problem)
