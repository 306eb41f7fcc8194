import studentQuantile from "@stdlib/stats-base-dists-t-quantile"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Estimate from "../src/Estimate.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

describe("Estimate.studentT", () => {
  // Table values of the two-sided 95 % and 99 % points, e.g. NIST/SEMATECH e-Handbook 1.3.6.7.2.
  test.each([
    [0.95, 1, "12.706"],
    [0.95, 4, "2.776"],
    [0.95, 9, "2.262"],
    [0.95, 30, "2.042"],
    [0.95, 100, "1.984"],
    [0.99, 9, "3.250"],
    [0.9, 5, "2.015"]
  ])("for confidence %d and %i degrees of freedom is %s", (confidence, freedom, expected) => {
    expect(Estimate.studentT(confidence, freedom).toFixed(3)).toBe(expected)
  })

  test("agrees with a general quantile function at any confidence and freedom", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.001, max: 0.9999, noNaN: true }),
        (freedom, confidence) => {
          const expected = studentQuantile((1 + confidence) / 2, freedom)
          const factor = Estimate.studentT(confidence, freedom)
          expect(Math.abs(factor - expected)).toBeLessThan(1e-9 * expected)
        }
      ),
      { numRuns: 300, seed: 1 }
    )
  })

  test("refuses degrees of freedom that are no whole number from 1", () => {
    for (const freedom of [0, -1, 1.5, Number.NaN]) {
      expect(() => Estimate.studentT(0.95, freedom)).toThrow(`got ${freedom}`)
    }
  })
})

describe("Estimate.of", () => {
  test("gives mean and half-width of a known sample", () => {
    // s = sqrt(2.5), n = 5, t = 2.776445: 2.776445 * sqrt(0.5).
    const estimate = Estimate.of([1, 2, 3, 4, 5])
    expect(estimate.mean).toBe(3)
    expect(estimate.halfWidth).toBeCloseTo(1.963243, 6)
    expect([estimate.confidence, estimate.count]).toEqual([0.95, 5])
  })

  test("has no half-width for one replication and width 0 for equal ones", () => {
    expect(Estimate.of([7])).toEqual({ mean: 7, halfWidth: null, confidence: 0.95, count: 1 })
    expect(Estimate.of([7, 7, 7], 0.9)).toEqual({
      mean: 7,
      halfWidth: 0,
      confidence: 0.9,
      count: 3
    })
  })

  test("covers the true mean as often as it says", () => {
    const count = 4000
    const draw = RandomStreams.make({ seed: 1, replication: 0 }).stream("coverage").sequential()
    for (const size of [2, 5, 10]) {
      for (const confidence of [0.9, 0.95]) {
        let covered = 0
        for (let run = 0; run < count; run++) {
          const values = Array.from({ length: size }, () => 5 + 3 * draw.normal())
          const { mean, halfWidth } = Estimate.of(values, confidence)
          if (Math.abs(mean - 5) <= halfWidth!) covered++
        }
        // Four standard deviations of a binomial share.
        const tolerance = 4 * Math.sqrt((confidence * (1 - confidence)) / count)
        expect(Math.abs(covered / count - confidence)).toBeLessThan(tolerance)
      }
    }
  })

  test("refuses no replication, numbers that are not finite, and impossible confidence", () => {
    expect(() => Estimate.of([])).toThrow("got 0")
    expect(() => Estimate.of([1, Number.NaN])).toThrow("replication 1 gave NaN")
    expect(() => Estimate.of([Number.POSITIVE_INFINITY])).toThrow("Infinity")
    for (const confidence of [0, 1, -0.5, Number.NaN]) {
      expect(() => Estimate.of([1, 2], confidence)).toThrow(`got ${confidence}`)
    }
  })
})

describe("Estimate.paired", () => {
  test("is the estimate of the differences, and sharper when the two move together", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: 0, max: 3 })), {
          minLength: 2,
          maxLength: 40
        }),
        (pairs) => {
          const left = pairs.map(([base, gain]) => base + gain)
          const right = pairs.map(([base]) => base)
          const gains = Estimate.of(pairs.map(([, gain]) => gain))
          expect(Estimate.paired(left, right)).toEqual(gains)
          const back = Estimate.paired(right, left)
          expect(back.mean).toBeCloseTo(-gains.mean, 12)
        }
      ),
      { numRuns: 100, seed: 1 }
    )
  })

  test("refuses unequal numbers of replications", () => {
    expect(() => Estimate.paired([1, 2], [1])).toThrow("got 2 and 1")
  })
})
