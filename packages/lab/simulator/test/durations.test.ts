import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Durations } from "../src/internal/durations.ts"

const of = (ended: ReadonlyArray<number>, running: ReadonlyArray<number> = []): Durations => {
  const durations = new Durations()
  for (const hours of ended) durations.end(hours)
  for (const hours of running) durations.run(hours)
  return durations
}

describe("durations", () => {
  test("without open ones a quantile is the smallest value with that share at or below", () => {
    expect(of([4, 1, 3, 2]).quantile(0.5)).toBe(2)
    expect(of([4, 1, 3, 2]).quantile(0.9)).toBe(4)
    expect(of([7]).quantile(0.5)).toBe(7)
  })

  test("the textbook sample of leukaemia remissions gives the published median of 23 weeks", () => {
    // Freireich et al. (1963), 6-MP arm, as tabulated in Kalbfleisch and Prentice: 21 patients.
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    const running = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    expect(of(ended, running).quantile(0.5)).toBe(23)
    expect(of(ended, running).quantile(0.6)).toBeNaN()
  })

  test("nothing has no quantile, and neither has what never ends", () => {
    expect(of([]).quantile(0.5)).toBeNaN()
    expect(of([], [1, 2, 3]).quantile(0.5)).toBeNaN()
  })

  test("one more case that is still open never makes the town look faster", () => {
    const hours = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(hours, hours, fc.integer({ min: 1, max: 60 }), (ended, running, more) => {
        const before = of(ended, running).quantile(0.5)
        const after = of(ended, [...running, more]).quantile(0.5)
        const asNumber = (value: number): number =>
          Number.isNaN(value) ? Number.POSITIVE_INFINITY : value
        expect(asNumber(after)).toBeGreaterThanOrEqual(asNumber(before))
      }),
      { numRuns: 300, seed: 7 }
    )
  })
})
