/**
 * One problem with something that was given: a stable code, the place, what stands there and what
 * would be right. Every package keeps its own list of codes and, beside it, the words for them in
 * English and Chinese; the shape, and the way it is put into words, are the same everywhere.
 */
import * as Label from "./Label.ts"

/**
 * A problem of one list of codes: `subject` says where (an id or a path), `found` what stands
 * there, `expected` what would be right. The values are free of language, so that
 * {@link describe} can speak either.
 *
 * @category problems
 * @since 0.1.0
 */
export interface Problem<Code extends string> {
  readonly code: Code
  readonly subject: string
  readonly found: string | number
  readonly expected: string | number
}

/**
 * A problem in words, English and Chinese, from the table of its package: `{subject}`, `{found}`
 * and `{expected}` stand for the problem's values.
 *
 * ```ts
 * import { Problem } from "@wangge/facts"
 *
 * const words = { TooMany: { en: "{subject}: {found} of {expected}", zh: "{subject}:{found}/{expected}" } }
 * const problem = { code: "TooMany", subject: "grid-1", found: 5, expected: 4 } as const
 * Problem.describe(words, problem).en // => "grid-1: 5 of 4"
 * ```
 *
 * @category problems
 * @since 0.1.0
 */
export const describe = <Code extends string>(
  words: Readonly<Record<Code, Label.Label>>,
  problem: Problem<Code>
): Label.Label =>
  Label.fill(words[problem.code], {
    subject: problem.subject,
    found: problem.found,
    expected: problem.expected
  })
