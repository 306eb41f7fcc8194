/**
 * Holm's step-down for very many tests: which of them refuse, so that the chance of one false refusal
 * or more among all of them stays at the level or below, whatever their dependence. The same rule as
 * `MultipleTesting.adjusted`, on floating-point tails that only turn to whole numbers near a bound; a
 * property test demands the same answers of both.
 */
import * as Rational from "../Rational.ts"

/**
 * One test: `tail` is its p-value in floating point; `isAtMost` decides exactly whether it is at most a
 * bound, for the rare tail so near to it that rounding could tell.
 */
export interface Test {
  readonly tail: number
  readonly isAtMost: (bound: Rational.Rational) => boolean
}

/** How near, relatively, a tail must be to a bound to be decided exactly. */
const near = 1e-9

/**
 * The places of the tests that refuse: with r tests refused and m tests in
 * all, each tail of at most level / (m - r) refuses.
 *
 * Cost: one sort.
 */
export const stepDown = (
  tests: ReadonlyArray<Test>,
  level: Rational.Rational
): ReadonlySet<number> => {
  const alpha = Rational.toNumber(level)
  const order = tests
    .map((test, place) => ({ test, place }))
    .sort((left, right) => left.test.tail - right.test.tail)
  const refused = new Set<number>()
  const passes = (test: Test): boolean => {
    const left = tests.length - refused.size
    const bound = alpha / left
    if (test.tail < bound * (1 - near)) return true
    if (test.tail > bound * (1 + near)) return false
    return test.isAtMost(Rational.divide(level, Rational.make(left)))
  }
  for (let start = 0; start < order.length; ) {
    if (refused.has(order[start]!.place)) {
      start += 1
      continue
    }
    const next = nextPassing(order, start, refused, passes)
    if (next < 0) break
    refused.add(next)
  }
  return refused
}

/** The place of the first test from `start` on that passes, among those as near as makes no odds. */
const nextPassing = (
  order: ReadonlyArray<{ readonly test: Test; readonly place: number }>,
  start: number,
  refused: ReadonlySet<number>,
  passes: (test: Test) => boolean
): number => {
  const least = order[start]!.test.tail
  for (let at = start; at < order.length && order[at]!.test.tail <= least * (1 + near); at += 1) {
    if (!refused.has(order[at]!.place) && passes(order[at]!.test)) return order[at]!.place
  }
  return -1
}
