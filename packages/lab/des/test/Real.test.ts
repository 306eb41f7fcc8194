import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { gammaFunction } from "../src/internal/gammaFunction.ts"
import * as Real from "../src/Real.ts"

const near = (actual: number, expected: number, relative: number): void => {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(relative * Math.abs(expected))
}

describe("Real", () => {
  test("logarithm and exponential agree with the engine's to two units in the last place", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (value) => {
        near(Real.ln(value), Math.log(value), 2 ** -51)
        near(Real.exp(Real.ln(value) / 2), Math.exp(Math.log(value) / 2), 2 ** -51)
        expect(Real.sqrt(value)).toBe(Math.sqrt(value))
      }),
      { numRuns: 1000, seed: 1 }
    )
  })

  test("the exponential is exact at 0, agrees to two units at any size, and knows its ends", () => {
    expect([0, Number.NEGATIVE_INFINITY, 710, Number.NaN].map(Real.exp)).toEqual([
      1,
      0,
      Number.POSITIVE_INFINITY,
      Number.NaN
    ])
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709, noNaN: true }), (value) => {
        near(Real.exp(value), Math.exp(value), 2 ** -51)
      }),
      { numRuns: 1000, seed: 3 }
    )
    // Both sides of the borders between table and port, and between steps of the table.
    for (const border of [-700, 700, 0, Math.LN2 / 128]) {
      for (const value of [border - 1e-9, border, border + 1e-9]) {
        near(Real.exp(value), Math.exp(value), 2 ** -51)
      }
    }
  })

  test("powers agree with the engine's, and the ends are exact", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        (base, exponent) => near(Real.power(base, exponent), base ** exponent, 1e-13)
      ),
      { numRuns: 500, seed: 2 }
    )
    expect([Real.power(0, 0), Real.power(0, 2), Real.power(0, -1), Real.power(5, 0)]).toEqual([
      1,
      0,
      Number.POSITIVE_INFINITY,
      1
    ])
  })

  test("the gamma function is a factorial at whole numbers and knows its half", () => {
    for (const [value, expected] of [
      [1, 1],
      [2, 1],
      [5, 24],
      [11, 3628800],
      [0.5, Math.sqrt(Math.PI)],
      [1.5, Math.sqrt(Math.PI) / 2],
      [0.1, 9.513507698668732]
    ] as const) {
      near(gammaFunction(value), expected, 1e-13)
    }
  })
})
