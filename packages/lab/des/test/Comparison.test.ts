import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Comparison from "../src/Comparison.ts"
import * as Estimate from "../src/Estimate.ts"
import { normals } from "./anOutcome.ts"

const samplesOf = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 2, max: 12 }))
  .chain(([alternatives, replications]) =>
    fc.array(
      fc.array(fc.integer({ min: -100, max: 100 }), {
        minLength: replications,
        maxLength: replications
      }),
      { minLength: alternatives, maxLength: alternatives }
    )
  )

describe("Comparison", () => {
  test("is the paired estimate at the confidence that Bonferroni asks for", () => {
    fc.assert(
      fc.property(samplesOf, (samples) => {
        const control = samples.length - 1
        const { differences, confidenceEach } = Comparison.withControl(samples, {
          control,
          confidence: 0.9
        })
        expect(confidenceEach).toBeCloseTo(1 - 0.1 / (samples.length - 1), 14)
        expect(differences.map(({ left }) => left)).toEqual([...samples.keys()].slice(0, -1))
        for (const { left, right, estimate } of differences) {
          expect(right).toBe(control)
          expect(estimate).toEqual(
            Estimate.paired(samples[left] ?? [], samples[right] ?? [], confidenceEach)
          )
        }
      }),
      { numRuns: 100, seed: 1 }
    )
  })

  test("the ratio of variances says how much sharper pairing is", () => {
    fc.assert(
      fc.property(samplesOf, (samples) => {
        const count = samples[0]?.length ?? 0
        const variance = (values: ReadonlyArray<number>): number => {
          const factor = Estimate.studentT(0.95, count - 1)
          const width = (Estimate.of(values).halfWidth ?? 0) / factor
          return width * width * count
        }
        for (const { left, right, varianceRatio, correlation } of Comparison.allPairs(samples)
          .differences) {
          const [first = [], second = []] = [samples[left], samples[right]]
          const apart = variance(first) + variance(second)
          if (apart === 0) {
            expect([varianceRatio, correlation]).toEqual([null, null])
            continue
          }
          const difference = variance(first.map((value, index) => value - (second[index] ?? 0)))
          expect(varianceRatio).toBeCloseTo(difference / apart, 8)
          expect(Math.abs(correlation ?? 0)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 100, seed: 1 }
    )
  })

  test("turns round with its sides", () => {
    const [noise, shift] = [normals(1, 12), normals(2, 12)]
    const better = noise.map((value, index) => value - 5 + 0.1 * (shift[index] ?? 0))
    const [forth] = Comparison.allPairs([noise, better]).differences
    const [back] = Comparison.allPairs([better, noise]).differences
    expect([forth?.verdict, back?.verdict]).toEqual(["greater", "less"])
    expect(forth?.estimate.halfWidth).toBeCloseTo(back?.estimate.halfWidth ?? 0, 12)
    expect(forth?.correlation).toBeGreaterThan(0.98)
    expect(forth?.varianceRatio).toBeLessThan(0.02)
  })

  test("is not clear where alternatives are the same", () => {
    const noise = normals(3, 5)
    const [difference] = Comparison.withControl([noise, noise]).differences
    expect([difference?.verdict, difference?.estimate.halfWidth]).toEqual(["unclear", 0])
    expect(difference?.varianceRatio).toBeCloseTo(0, 12)
  })

  test("compares all pairs of k alternatives, k (k - 1) / 2 of them", () => {
    const samples = Array.from({ length: 6 }, (_, seed) => normals(seed, 4))
    expect(Comparison.allPairs(samples).differences).toHaveLength(15)
  })

  test("refuses too little, uneven or impossible samples", () => {
    expect(() => Comparison.allPairs([[1, 2]])).toThrow("got 1")
    expect(() => Comparison.allPairs([[1], [2]])).toThrow("got 1")
    expect(() => Comparison.allPairs([[1, 2], [1]])).toThrow("got 2 and 1")
    expect(() =>
      Comparison.allPairs([
        [1, Number.NaN],
        [1, 2]
      ])
    ).toThrow("NaN")
    expect(() =>
      Comparison.withControl(
        [
          [1, 2],
          [1, 2]
        ],
        { control: 2 }
      )
    ).toThrow("got 2")
  })
})
