/**
 * Output analysis against reference numbers that another program computed by other means
 * (`oracles/outputAnalysis.py`), to 9 digits.
 */
import { describe, expect, test } from "vitest"
import * as Autocorrelation from "../src/Autocorrelation.ts"
import * as BatchMeans from "../src/BatchMeans.ts"
import * as ControlVariate from "../src/ControlVariate.ts"
import * as Estimate from "../src/Estimate.ts"
import * as Proportion from "../src/Proportion.ts"
import * as QuantileInterval from "../src/QuantileInterval.ts"
import * as RatioEstimate from "../src/RatioEstimate.ts"
import * as WarmUp from "../src/WarmUp.ts"
import { answerOf } from "./anOutcome.ts"
import oracle from "./oracles/outputAnalysis.json" with { type: "json" }

const near = (actual: number | null, expected: unknown): void => {
  const exact = Number(expected)
  expect(actual).not.toBeNull()
  expect(Math.abs(Number(actual) - exact)).toBeLessThanOrEqual(1e-9 * Math.abs(exact) + 1e-13)
}

describe("reference numbers", () => {
  test.each(oracle.student)(
    "Student's t of %s with %i degrees of freedom",
    (confidence, freedom, exact) => {
      near(Estimate.studentT(Number(confidence), Number(freedom)), exact)
    }
  )

  test.each(oracle.clopperPearson)(
    "exact interval of %i in %i at %s",
    (hits, count, confidence, low, high) => {
      const interval = Proportion.ofIndependent({
        hits: Number(hits),
        count: Number(count),
        confidence: Number(confidence)
      })
      near(interval.low, low)
      near(interval.high, high)
    }
  )

  test.each(oracle.ranks)(
    "ranks of %i observations for the quantile %s",
    (count, share, low, high) => {
      const [above = 0, below = 1] = String(share).split("/").map(Number)
      const values = Array.from({ length: Number(count) }, (_, index) => index + 1)
      const interval = answerOf(QuantileInterval.ofIndependent(values, above / below))
      expect([interval.low, interval.high]).toEqual([low, high])
    }
  )

  test("MSER-5 cuts where exact arithmetic cuts", () => {
    const warmUp = answerOf(WarmUp.mser(oracle.series))
    expect(warmUp.cutCount).toBe(oracle.mser.cutCount)
    near(warmUp.score, oracle.mser.score)
  })

  test.each(oracle.batches)("batch means with %i batches", (count, exact) => {
    expect.assertions(6)
    if (typeof count !== "number" || typeof exact === "number") return
    const batches = answerOf(BatchMeans.of(oracle.series, { division: { by: "count", count } }))
    near(batches.estimate.mean, exact.mean)
    near(batches.estimate.halfWidth, exact.halfWidth)
    near(batches.lag1, exact.lag1)
  })

  test.each(oracle.overlapping)("overlapping batches of %i", (size, exact) => {
    expect.assertions(5)
    if (typeof size !== "number" || typeof exact === "number") return
    const division = { by: "size", size } as const
    const batches = answerOf(BatchMeans.of(oracle.series, { division, isOverlapping: true }))
    near(batches.estimate.mean, exact.mean)
    near(batches.estimate.halfWidth, exact.halfWidth)
    expect(batches.freedom).toBe(exact.freedom)
  })

  test("autocorrelations", () => {
    const values = answerOf(Autocorrelation.of(oracle.series, oracle.autocorrelations.length - 1))
    for (const [lag, exact] of oracle.autocorrelations.entries()) near(values[lag] ?? null, exact)
  })

  test("ratios, classical and by the jackknife", () => {
    for (const method of ["classical", "jackknife"] as const) {
      const estimate = answerOf(RatioEstimate.of(oracle.above, oracle.below, { method }))
      near(estimate.mean, oracle[method].mean)
      near(estimate.halfWidth, oracle[method].halfWidth)
    }
  })

  test("two control variates", () => {
    const { values, controls, means, controlled } = oracle
    const answer = answerOf(ControlVariate.of(values, controls, means))
    near(answer.estimate.mean, controlled.mean)
    near(answer.estimate.halfWidth, controlled.halfWidth)
    expect(answer.freedom).toBe(controlled.freedom)
    for (const [control, exact] of controlled.coefficients.entries()) {
      near(answer.coefficients[control] ?? null, exact)
    }
  })
})
