import { describe, expect, test } from "vitest"
import * as BatchMeans from "../src/BatchMeans.ts"
import { binomialChance } from "../src/internal/binomialChance.ts"
import * as Proportion from "../src/Proportion.ts"
import { answerOf, autoregressive, codeOf } from "./anOutcome.ts"

describe("Proportion.ofIndependent", () => {
  test("covers at least as often as it says, for every probability", () => {
    const count = 30
    for (const confidence of [0.8, 0.95]) {
      const intervals = Array.from({ length: count + 1 }, (_, hits) =>
        Proportion.ofIndependent({ hits, count, confidence })
      )
      for (let step = 1; step < 100; step++) {
        const chance = step / 100
        const covered = intervals.reduce((sum, { low, high }, hits) => {
          const { atMost, atLeast } = binomialChance(count, chance, hits)
          return low <= chance && chance <= high ? sum + atMost + atLeast - 1 : sum
        }, 0)
        expect(covered).toBeGreaterThanOrEqual(confidence - 1e-12)
      }
    }
  })

  test("mirrors hits and misses", () => {
    const { low, high } = Proportion.ofIndependent({ hits: 3, count: 17 })
    const mirror = Proportion.ofIndependent({ hits: 14, count: 17 })
    expect(low + mirror.high).toBeCloseTo(1, 14)
    expect(high + mirror.low).toBeCloseTo(1, 14)
  })

  test("reaches 0 without a hit and 1 without a miss", () => {
    expect(Proportion.ofIndependent({ hits: 0, count: 5 }).low).toBe(0)
    expect(Proportion.ofIndependent({ hits: 5, count: 5 }).high).toBe(1)
  })

  test("refuses counts that cannot be", () => {
    expect(() => Proportion.ofIndependent({ hits: 0, count: 0 })).toThrow("got 0")
    expect(() => Proportion.ofIndependent({ hits: 6, count: 5 })).toThrow("at most 5; got 6")
    expect(() => Proportion.ofIndependent({ hits: -1, count: 5 })).toThrow("got -1")
    expect(() => Proportion.ofIndependent({ hits: 1, count: 5, confidence: 0 })).toThrow("got 0")
  })
})

describe("Proportion.atMost", () => {
  const run = autoregressive({ seed: 1, count: 4000, slope: 0.8 })

  test("is the batch mean of what is at most the limit, the limit itself counted", () => {
    const hits = run.map((value) => (value <= 0.5 ? 1 : 0))
    const { estimate } = answerOf(BatchMeans.of(hits))
    const proportion = answerOf(Proportion.atMost(run, 0.5))
    expect(proportion.share).toBe(estimate.mean)
    expect(proportion.high - proportion.low).toBeCloseTo(2 * (estimate.halfWidth ?? 0), 14)
    expect(proportion.count).toBe(4000)
    const division = { by: "count", count: 2 } as const
    expect(answerOf(Proportion.atMost([1, 2, 1, 1], 1, { division })).share).toBe(0.75)
  })

  test("stays within 0 and 1 where hits are rare", () => {
    const rare = Float64Array.from({ length: 400 }, (_, index) => (index === 7 ? 1 : 0))
    expect(answerOf(Proportion.atMost(rare, 0)).high).toBe(1)
    expect(
      answerOf(
        Proportion.atMost(
          rare.map((value) => -value),
          -1
        )
      ).low
    ).toBe(0)
  })

  test("refuses a limit that nothing passes, and numbers that are none", () => {
    expect(codeOf(Proportion.atMost(run, 1000))).toBe("NoVariation")
    expect(codeOf(Proportion.atMost([1, Number.NaN, 2], 1))).toBe("NotFinite")
    expect(() => Proportion.atMost(run, Number.NaN)).toThrow("got NaN")
  })
})
