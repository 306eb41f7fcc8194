import { describe, expect, test } from "vitest"
import * as Autocorrelation from "../src/Autocorrelation.ts"
import { answerOf, autoregressive, codeOf, normals } from "./anOutcome.ts"

describe("Autocorrelation.of", () => {
  test("is 1 at lag 0 and falls as the powers of the slope of an autoregressive series", () => {
    const run = autoregressive({ seed: 1, count: 100_000, slope: 0.7 })
    const values = answerOf(Autocorrelation.of(run, 4))
    expect(values[0]).toBe(1)
    for (const [lag, value] of values.entries()) {
      // About 5 standard errors of a correlation from that many observations.
      expect(Math.abs(value - 0.7 ** lag)).toBeLessThan(0.03)
    }
  })

  test("refuses what has none", () => {
    expect(codeOf(Autocorrelation.of([1, 1, 1], 1))).toBe("NoVariation")
    expect(codeOf(Autocorrelation.of([1, 2], 2))).toBe("TooFewObservations")
    expect(codeOf(Autocorrelation.of([1, Number.NaN, 2], 1))).toBe("NotFinite")
    expect(() => Autocorrelation.of([1, 2], -1)).toThrow("got -1")
  })
})

describe("Autocorrelation.effectiveSize", () => {
  test("is (1 - slope) / (1 + slope) of an autoregressive series", () => {
    for (const slope of [0.3, 0.8, 0.95]) {
      const run = autoregressive({ seed: 2, count: 100_000, slope })
      const { time } = answerOf(Autocorrelation.effectiveSize(run))
      expect(time / ((1 + slope) / (1 - slope))).toBeGreaterThan(0.8)
      expect(time / ((1 + slope) / (1 - slope))).toBeLessThan(1.25)
    }
  })

  test("is nearly all of independent observations, and never more than there are", () => {
    const { count } = answerOf(Autocorrelation.effectiveSize(normals(3, 10_000)))
    expect(count).toBeGreaterThan(9000)
    const swinging = Array.from({ length: 100 }, (_, index) => index % 2)
    expect(answerOf(Autocorrelation.effectiveSize(swinging)).count).toBe(100)
  })

  test("refuses fewer than 4 observations and constant ones", () => {
    expect(codeOf(Autocorrelation.effectiveSize([1, 2, 3]))).toBe("TooFewObservations")
    expect(codeOf(Autocorrelation.effectiveSize([5, 5, 5, 5]))).toBe("NoVariation")
  })
})
