/** Nine digits after the point, as reference values are compared everywhere in these tests. */
import { expect } from "vitest"
import type { Refusal } from "../src/StatisticProblem.ts"

/** Every number within half a unit of the ninth decimal of the one expected. */
export const close = (found: ReadonlyArray<number>, expected: ReadonlyArray<number>): void => {
  expect(found).toHaveLength(expected.length)
  for (const [at, value] of expected.entries()) {
    expect(Math.abs((found[at] ?? Number.NaN) - value)).toBeLessThanOrEqual(5e-10)
  }
}

/** The code of a refusal, `answered` for an answer. */
export const codeOf = (answer: { readonly ok: true } | Refusal): string =>
  answer.ok ? "answered" : answer.problem.code
