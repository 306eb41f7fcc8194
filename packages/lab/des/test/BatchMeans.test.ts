import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as BatchMeans from "../src/BatchMeans.ts"
import * as Estimate from "../src/Estimate.ts"
import { answerOf, autoregressive, codeOf, normals } from "./anOutcome.ts"

const byCount = (count: number) => ({ division: { by: "count", count } as const })
const bySize = (size: number) => ({ division: { by: "size", size } as const })

describe("BatchMeans.of", () => {
  test("is the estimate of the means of the batches, the oldest rest left out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 12, maxLength: 60 }),
        fc.integer({ min: 2, max: 12 }),
        (values, count) => {
          const size = Math.floor(values.length / count)
          const kept = values.slice(values.length - size * count)
          const means = Array.from({ length: count }, (_, batch) => {
            const own = kept.slice(batch * size, (batch + 1) * size)
            return own.reduce((sum, value) => sum + value, 0) / size
          })
          fc.pre(new Set(means).size > 1)
          const batches = answerOf(BatchMeans.of(values, byCount(count)))
          const expected = Estimate.of(means)
          expect(batches.estimate).toEqual(expected)
          expect(batches.batchSize * batches.batchCount + batches.leftOverCount).toBe(values.length)
          expect(batches.freedom).toBe(count - 1)
        }
      ),
      { numRuns: 200, seed: 1 }
    )
  })

  test("uses 20 batches unless told otherwise, and as many as a given size allows", () => {
    const run = normals(1, 1003)
    expect(answerOf(BatchMeans.of(run)).batchCount).toBe(BatchMeans.batchCountDefault)
    const sized = answerOf(BatchMeans.of(run, bySize(100)))
    expect([sized.batchCount, sized.batchSize, sized.leftOverCount]).toEqual([10, 100, 3])
  })

  test("notices batches that are too short, and is content with longer ones", () => {
    const run = autoregressive({ seed: 2, count: 20_000, slope: 0.95 })
    expect(answerOf(BatchMeans.of(run, bySize(10))).isUncorrelated).toBe(false)
    expect(answerOf(BatchMeans.of(run, bySize(500))).isUncorrelated).toBe(true)
  })

  test("calls independent batches correlated about once in 20 times", () => {
    let count = 0
    for (let seed = 0; seed < 1000; seed++) {
      if (!answerOf(BatchMeans.of(normals(seed, 40), byCount(40))).isUncorrelated) count++
    }
    // 5 % less the bias of the estimate, which lies 1/k too low; 4 standard deviations.
    expect(count).toBeGreaterThan(15)
    expect(count).toBeLessThan(78)
  })

  test("divided by correlation, gives 40 batches or says that the run is too short", () => {
    const division = { by: "correlation" } as const
    const calm = autoregressive({ seed: 3, count: 8000, slope: 0.5 })
    expect(answerOf(BatchMeans.of(calm, { division })).batchCount).toBe(40)
    const slow = autoregressive({ seed: 3, count: 8000, slope: 0.99 })
    expect(codeOf(BatchMeans.of(slow, { division }))).toBe("BatchesCorrelated")
    expect(codeOf(BatchMeans.of(calm.slice(0, 399), { division }))).toBe("TooFewObservations")
  })

  test("overlapping batches of 1 are the sample itself, with more freedom", () => {
    const run = normals(4, 200)
    const overlapping = answerOf(BatchMeans.of(run, { ...bySize(1), isOverlapping: true }))
    const plain = Estimate.of(run)
    const factor = Estimate.studentT(0.95, 298) / Estimate.studentT(0.95, 199)
    expect(overlapping.freedom).toBe(298)
    expect(overlapping.estimate.halfWidth).toBeCloseTo((plain.halfWidth ?? 0) * factor, 12)
  })

  test("overlapping widths vary less than those of separate batches", () => {
    const spread = (isOverlapping: boolean): number => {
      const widths = Array.from({ length: 200 }, (_, seed) => {
        const run = autoregressive({ seed, count: 1000, slope: 0.5 })
        const { estimate } = answerOf(BatchMeans.of(run, { ...bySize(50), isOverlapping }))
        return estimate.halfWidth ?? 0
      })
      const { mean, halfWidth } = Estimate.of(widths)
      return (halfWidth ?? 0) / mean
    }
    expect(spread(true)).toBeLessThan(0.95 * spread(false))
  })

  test("refuses what cannot be judged, with the reason", () => {
    expect(codeOf(BatchMeans.of([]))).toBe("TooFewObservations")
    expect(codeOf(BatchMeans.of([1, 2, 3], byCount(4)))).toBe("TooFewObservations")
    expect(answerOf(BatchMeans.of([1, 2, 3, 5], byCount(4))).batchSize).toBe(1)
    expect(codeOf(BatchMeans.of([1, 2, 3], bySize(2)))).toBe("TooFewBatches")
    expect(codeOf(BatchMeans.of([1, 2, Number.NaN]))).toBe("NotFinite")
    expect(codeOf(BatchMeans.of([1, 2, Number.NEGATIVE_INFINITY]))).toBe("NotFinite")
    expect(codeOf(BatchMeans.of(new Float64Array(100).fill(7)))).toBe("NoVariation")
    // The observations differ, their batches do not.
    expect(codeOf(BatchMeans.of([1, 2, 1, 2, 1, 2], byCount(3)))).toBe("NoVariation")
  })

  test("throws for counts, sizes and confidences that cannot be", () => {
    expect(() => BatchMeans.of([1, 2], byCount(1))).toThrow("from 2; got 1")
    expect(() => BatchMeans.of([1, 2], bySize(0))).toThrow("from 1; got 0")
    expect(() => BatchMeans.of([1, 2], { confidence: 1 })).toThrow("got 1")
  })
})

test("the limit of the correlation is 0 for 2 batches and shrinks with more", () => {
  expect(BatchMeans.lag1Limit(2)).toBe(0)
  expect(BatchMeans.lag1Limit(400)).toBeLessThan(BatchMeans.lag1Limit(40))
})
