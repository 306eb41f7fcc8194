import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Quantile from "../src/Quantile.ts"

const of = (values: ReadonlyArray<number>): Quantile.Quantile => {
  const sample = Quantile.make()
  for (const value of values) sample.add(value)
  return sample
}

describe("Quantile", () => {
  test("agrees with R's quantile(c(15, 20, 35, 40, 50), p, type = 7)", () => {
    const sample = of([40, 15, 50, 35, 20])
    expect([0, 0.05, 0.3, 0.4, 0.5, 0.9, 1].map((share) => sample.at(share))).toEqual([
      15, 16, 23, 29, 35, 46, 50
    ])
  })

  test("is a member at its own rank, monotone, and inside the range", () => {
    const numbers = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const sample = of(values)
        const sorted = [...values].sort((left, right) => left - right)
        expect([sample.at(0), sample.at(1)]).toEqual([sorted[0], sorted.at(-1)])
        expect(sample.at(share)).toBeGreaterThanOrEqual(sorted[0]!)
        expect(sample.at(share)).toBeLessThanOrEqual(sample.at((1 + share) / 2))
        if (values.length > 1) {
          const rank = Math.floor(share * (values.length - 1))
          expect(sample.at(rank / (values.length - 1))).toBeCloseTo(sorted[rank]!, 9)
        }
      }),
      { numRuns: 200, seed: 1 }
    )
  })

  test("can be read, added to, merged and reset", () => {
    const sample = of([3, 1])
    expect(sample.at(0.5)).toBe(2)
    sample.add(-5)
    expect(sample.at(0.5)).toBe(1)
    sample.merge(of(Array.from({ length: 200 }, () => 9)))
    expect([sample.count, sample.at(0), sample.at(0.5)]).toEqual([203, -5, 9])
    sample.reset()
    expect([sample.count, sample.at(0.5)]).toEqual([0, Number.NaN])
  })

  test("refuses NaN and probabilities outside 0 to 1", () => {
    expect(() => Quantile.make().add(Number.NaN)).toThrow("NaN")
    for (const share of [-0.001, 1.001, Number.NaN]) {
      expect(() => of([1]).at(share)).toThrow(`got ${share}`)
    }
  })
})
