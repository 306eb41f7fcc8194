import { describe, expect, test } from "vitest"
import { binomialChance } from "../src/internal/binomialChance.ts"
import * as Quantile from "../src/Quantile.ts"
import * as QuantileInterval from "../src/QuantileInterval.ts"
import { answerOf, autoregressive, codeOf, normals } from "./anOutcome.ts"

describe("QuantileInterval.ofIndependent", () => {
  test("takes the closest ranks that leave no more than half of the rest on either side", () => {
    for (const [count, probability] of [
      [20, 0.5],
      [100, 0.3],
      [300, 0.95]
    ] as const) {
      const ranks = Array.from({ length: count }, (_, index) => index + 1)
      const { low, high } = answerOf(QuantileInterval.ofIndependent(ranks, probability))
      expect(binomialChance(count, probability, low - 1).atMost).toBeLessThanOrEqual(0.025)
      expect(binomialChance(count, probability, low).atMost).toBeGreaterThan(0.025)
      expect(binomialChance(count, probability, high).atLeast).toBeLessThanOrEqual(0.025)
      expect(binomialChance(count, probability, high - 1).atLeast).toBeGreaterThan(0.025)
    }
  })

  test("says how many observations are needed, and that many are enough", () => {
    for (const [probability, least] of [
      [0.5, 6],
      [0.99, 368],
      [0.01, 368]
    ] as const) {
      const enough = normals(1, least)
      expect(QuantileInterval.ofIndependent(enough, probability).ok).toBe(true)
      const answer = QuantileInterval.ofIndependent(enough.slice(1), probability)
      expect(answer.ok ? undefined : answer.problem).toEqual({
        code: "QuantileOutOfReach",
        subject: `quantile ${probability}`,
        found: least - 1,
        expected: least
      })
    }
  })

  test("leaves the observations as they were", () => {
    const values = [3, 1, 2, 6, 5, 4, 9]
    answerOf(QuantileInterval.ofIndependent(values, 0.5))
    expect(values).toEqual([3, 1, 2, 6, 5, 4, 9])
  })

  test("refuses nothing, NaN, and probabilities that cannot be", () => {
    expect(codeOf(QuantileInterval.ofIndependent([], 0.5))).toBe("TooFewObservations")
    expect(codeOf(QuantileInterval.ofIndependent([Number.NaN], 0.5))).toBe("NotFinite")
    for (const probability of [0, 1, Number.NaN]) {
      expect(() => QuantileInterval.ofIndependent([1], probability)).toThrow(`got ${probability}`)
    }
  })
})

describe("QuantileInterval.ofRun", () => {
  const run = autoregressive({ seed: 1, count: 4010, slope: 0.8 })

  test("has the quantile of all sections together in its middle", () => {
    const interval = answerOf(QuantileInterval.ofRun(run, 0.9))
    const kept = run.slice(10).sort()
    expect(interval.quantile).toBe(Quantile.ofSorted(kept, 0.9))
    expect(interval.quantile - interval.low).toBeCloseTo(interval.high - interval.quantile, 12)
    expect([interval.count, interval.method]).toEqual([4000, "sections"])
  })

  test("widens with the confidence and with the distance from the middle", () => {
    const width = (probability: number, confidence: number): number => {
      const { low, high } = answerOf(QuantileInterval.ofRun(run, probability, { confidence }))
      return high - low
    }
    expect(width(0.5, 0.99)).toBeGreaterThan(width(0.5, 0.9))
    expect(width(0.97, 0.95)).toBeGreaterThan(width(0.5, 0.95))
  })

  test("refuses sections too short for the quantile, constant data and NaN", () => {
    // 5 observations beyond a 97.5 % quantile need 200 in a section.
    expect(QuantileInterval.ofRun(run, 0.975).ok).toBe(true)
    expect(codeOf(QuantileInterval.ofRun(run, 0.976))).toBe("TooFewObservations")
    expect(codeOf(QuantileInterval.ofRun(new Float64Array(4000), 0.5))).toBe("NoVariation")
    expect(
      codeOf(
        QuantileInterval.ofRun(
          run.map(() => Number.NaN),
          0.5
        )
      )
    ).toBe("NotFinite")
    expect(codeOf(QuantileInterval.ofSections([run], 0.5))).toBe("TooFewBatches")
    expect(() => QuantileInterval.ofRun(run, 0.5, { batchCount: 1 })).toThrow("got 1")
  })

  test("takes replications of different length", () => {
    const sections = [50, 80, 120].map((count, seed) => normals(seed, count))
    expect(answerOf(QuantileInterval.ofSections(sections, 0.5)).count).toBe(250)
  })
})
