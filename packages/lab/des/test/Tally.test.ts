import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Tally from "../src/Tally.ts"

const of = (values: ReadonlyArray<number>): Tally.Tally => {
  const tally = Tally.make()
  for (const value of values) tally.add(value)
  return tally
}

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 60 })

describe("Tally", () => {
  test("agrees with sums of all observations", () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const tally = of(values)
        const sum = values.reduce((total, value) => total + value, 0)
        const mean = values.length === 0 ? 0 : sum / values.length
        const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0)
        expect(tally.count).toBe(values.length)
        expect(tally.mean).toBeCloseTo(mean, 9)
        expect(tally.sum).toBeCloseTo(sum, 6)
        if (values.length > 1) expect(tally.variance).toBeCloseTo(squares / (values.length - 1), 6)
        else expect(tally.variance).toBeNaN()
        expect(tally.min).toBe(Math.min(...values))
        expect(tally.max).toBe(Math.max(...values))
      }),
      { numRuns: 200, seed: 1 }
    )
  })

  test("merging two tallies is the same as one tally of all", () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const merged = of(left)
        merged.merge(of(right))
        const whole = of([...left, ...right])
        expect(merged.count).toBe(whole.count)
        expect(merged.mean).toBeCloseTo(whole.mean, 9)
        if (whole.count > 1) expect(merged.variance).toBeCloseTo(whole.variance, 6)
        expect([merged.min, merged.max]).toEqual([whole.min, whole.max])
      }),
      { numRuns: 200, seed: 2 }
    )
  })

  test("keeps a small variance beside a large mean", () => {
    expect(of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30)
  })

  test("a reset tally starts anew", () => {
    const tally = of([1, 2, 3])
    tally.reset()
    tally.add(5)
    expect([tally.count, tally.mean, tally.min, tally.max]).toEqual([1, 5, 5, 5])
  })
})
