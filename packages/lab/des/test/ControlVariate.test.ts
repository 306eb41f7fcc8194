import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as ControlVariate from "../src/ControlVariate.ts"
import * as Estimate from "../src/Estimate.ts"
import { answerOf, codeOf, normals } from "./anOutcome.ts"

describe("ControlVariate.of", () => {
  test("finds a linear rule exactly, and its value at the known means", () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.integer({ min: -9, max: 9 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: -9, max: 9 })
        ),
        fc.integer({ min: 0, max: 10_000 }),
        ([base, first, second], seed) => {
          const noise = normals(seed, 20)
          const controls = Array.from({ length: 10 }, (_, row) => [
            noise[2 * row] ?? 0,
            noise[2 * row + 1] ?? 0
          ])
          const values = controls.map(([a = 0, b = 0]) => base + first * a + second * b)
          const answer = answerOf(ControlVariate.of(values, controls, [3, -2]))
          expect(answer.estimate.mean).toBeCloseTo(base + 3 * first - 2 * second, 6)
          expect(answer.estimate.halfWidth).toBeLessThan(1e-6)
          expect(answer.coefficients[0]).toBeCloseTo(first, 6)
          expect(answer.coefficients[1]).toBeCloseTo(second, 6)
        }
      ),
      { numRuns: 100, seed: 1 }
    )
  })

  test("leaves the mean alone where the controls happen to hit their means", () => {
    const values = [4, 9, 1, 7]
    const controls = [[1], [2], [4], [5]]
    const { estimate } = answerOf(ControlVariate.of(values, controls, [3]))
    expect(estimate.mean).toBeCloseTo(Estimate.of(values).mean, 12)
  })

  test("halves the width where the control explains three quarters of the variance", () => {
    const own = normals(1, 4000)
    const shared = normals(2, 4000)
    const values = own.map((noise, index) => noise + Math.sqrt(3) * (shared[index] ?? 0))
    const controls = shared.map((control) => [control])
    const { varianceRatio, estimate } = answerOf(ControlVariate.of(values, controls, [0]))
    expect(varianceRatio).toBeGreaterThan(0.22)
    expect(varianceRatio).toBeLessThan(0.28)
    const plain = Estimate.of(values).halfWidth ?? 0
    expect((estimate.halfWidth ?? 0) / plain).toBeCloseTo(Math.sqrt(varianceRatio), 3)
  })

  test("covers as often as it says, with few replications and two controls", () => {
    let covered = 0
    for (let run = 0; run < 2000; run++) {
      const noise = normals(run, 30)
      const controls = Array.from({ length: 10 }, (_, row) => [
        noise[row] ?? 0,
        noise[10 + row] ?? 0
      ])
      const values = controls.map(([a = 0, b = 0], row) => 1 + a - 2 * b + (noise[20 + row] ?? 0))
      const { estimate } = answerOf(ControlVariate.of(values, controls, [0, 0]))
      if (Math.abs(estimate.mean - 1) <= (estimate.halfWidth ?? 0)) covered++
    }
    // Exact for normal data: 95 % of 2,000, four standard deviations of 9.7 either side.
    expect(Math.abs(covered - 1900)).toBeLessThan(39)
  })

  test("refuses too few replications, controls that follow from others, and constant data", () => {
    const controls = [[1], [2], [4], [9]]
    expect(codeOf(ControlVariate.of([1, 2], [[1], [2]], [1]))).toBe("TooFewObservations")
    expect(ControlVariate.of([1, 3, 2], [[1], [2], [4]], [1]).ok).toBe(true)
    expect(codeOf(ControlVariate.of([5, 5, 5, 5], controls, [1]))).toBe("NoVariation")
    const double = [1, 2, 4, 9, 6].map((control) => [control, 2 * control + 1])
    expect(codeOf(ControlVariate.of([1, 3, 2, 5, 5], double, [1, 3]))).toBe("ControlsDependent")
    const still = [1, 2, 4, 9].map(() => [7])
    expect(codeOf(ControlVariate.of([1, 3, 2, 5], still, [7]))).toBe("ControlsDependent")
    expect(codeOf(ControlVariate.of([1, 3, Number.NaN, 5], controls, [1]))).toBe("NotFinite")
    expect(codeOf(ControlVariate.of([1, 3, 2, 5], controls, [Number.NaN]))).toBe("NotFinite")
  })

  test("throws for shapes that do not fit", () => {
    expect(() => ControlVariate.of([1, 2], [[], []], [])).toThrow("got 0")
    expect(() => ControlVariate.of([1, 2], [[1]], [1])).toThrow("got 2 replications and 1 rows")
    expect(() => ControlVariate.of([1, 2], [[1], [1, 2]], [1])).toThrow("got 2")
  })
})
