/**
 * Shifts of ranks over the lattice of all weights, counted by hand and for units that lead everywhere.
 */
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as RankShift from "../src/RankShift.ts"
import * as Rational from "../src/Rational.ts"
import type * as WeightSensitivity from "../src/WeightSensitivity.ts"
import { weightedCases as cases, half, scaledWeights, weighted } from "./aWeighted.ts"
import { codeOf } from "./close.ts"

describe("rank shifts over all weights", () => {
  const shiftOf = (given: WeightSensitivity.Weighted, steps: number): RankShift.RankShift => {
    const answer = RankShift.of(given, steps)
    if (!answer.ok) throw new Error(answer.problem.code)
    return answer.rankShift
  }

  test("the corners give each part all the weight, counted by hand", () => {
    const found = shiftOf(
      weighted(
        [half, half],
        [
          [90, 60],
          [60, 80],
          [10, 10]
        ]
      ),
      1
    )
    expect(found.setCount).toBe(2)
    expect(found.units.map(({ here }) => Rational.toText(here))).toEqual(["1", "2", "3"])
    expect(found.units.map(({ shift }) => Rational.toText(shift))).toEqual(["1/2", "1/2", "0"])
    expect(found.units.map(({ worst }) => Rational.toText(worst))).toEqual(["2", "2", "3"])
    expect(Rational.toText(found.shift)).toBe("1/3")
  })

  test("a tie at the middle of the lattice counts half a rank", () => {
    const found = shiftOf(
      weighted(
        [half, half],
        [
          [80, 60],
          [60, 80]
        ]
      ),
      2
    )
    expect(found.setCount).toBe(3)
    expect(found.units.map(({ here }) => Rational.toText(here))).toEqual(["3/2", "3/2"])
    expect(Rational.toText(found.shift)).toBe("1/3")
  })

  test("a unit that is best at everything is first everywhere", () => {
    fc.assert(
      fc.property(cases, ({ parts, rows }) => {
        const best = parts.map(() => 101)
        const found = shiftOf(weighted(scaledWeights(parts), [best, ...rows]), 4)
        const [first] = found.units
        expect(first && [first.best, first.worst].map(Rational.toText)).toEqual(["1", "1"])
        expect(first && Rational.toText(first.shift)).toBe("0")
      }),
      { numRuns: 100 }
    )
  })

  test("lattices beyond the limit and no steps are refused", () => {
    const five = Array.from({ length: 5 }, () => Rational.make(1, 5))
    const given = weighted(five, [[1, 2, 3, 4, 5]])
    expect(codeOf(RankShift.of(given, 1000))).toBe("OutOfRange")
    expect(codeOf(RankShift.of(given, 0))).toBe("BadCount")
  })
})
