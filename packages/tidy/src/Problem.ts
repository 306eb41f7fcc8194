/**
 * A place where the repository breaks one of its house rules. Every check of this package is a
 * function from a workspace to a list of these; an empty list means the rule is kept.
 */

/** One broken rule at one place; `line` counts from 1, and is 0 where the whole file is meant. */
export interface Problem {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** A problem on one line, as test failures print it: `path:line message`. */
export const print = (problem: Problem): string =>
  `${problem.path}${problem.line > 0 ? `:${problem.line}` : ""} ${problem.message}`
