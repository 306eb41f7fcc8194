/**
 * How often intervals from independent replications cover the exact value (`aCoverage.ts`).
 */
import { describe, expect, test } from "vitest"
import * as AntitheticPairs from "../src/AntitheticPairs.ts"
import * as BatchMeans from "../src/BatchMeans.ts"
import * as Comparison from "../src/Comparison.ts"
import * as Estimate from "../src/Estimate.ts"
import * as QuantileInterval from "../src/QuantileInterval.ts"
import * as RatioEstimate from "../src/RatioEstimate.ts"
import * as Replications from "../src/Replications.ts"
import { covers, coversIf, expectCoverage, within } from "./aCoverage.ts"
import { cycles, drawOf, steadyWait, waitMean, waits } from "./aSingleQueue.ts"

/** Mean wait of a stretch of customers that starts in the steady state. */
const stretchMean = (load: number, count: number, name: string, number: number): number => {
  const draw = drawOf(name, number)
  const first = steadyWait(load, draw.uniform())
  return waits({ load, count, draw, first }).reduce((sum, wait) => sum + wait, 0) / count
}

describe("independent replications", () => {
  test("replication means cover", () => {
    expectCoverage("replication means, M/M/1 at 0.5, 20 x 500", (run) => {
      const means = Array.from({ length: 20 }, (_, index) =>
        stretchMean(0.5, 500, "replications", 20 * run + index)
      )
      return covers(Estimate.of(means), waitMean(0.5))
    })
  })

  test("paired differences under common random numbers cover", () => {
    expectCoverage("paired differences, M/M/1 at 0.6 less 0.5, 20 x 1,500", (run) => {
      const pairs = Array.from({ length: 20 }, (_, index) =>
        [0.6, 0.5].map((load) => stretchMean(load, 1500, "pairs", 20 * run + index))
      )
      const sides = [0, 1].map((side) => pairs.map((pair) => pair[side] ?? Number.NaN))
      const [difference] = Comparison.withControl(sides, { control: 1 }).differences
      return (
        difference !== undefined &&
        (difference.varianceRatio ?? 1) < 1 &&
        covers(difference.estimate, waitMean(0.6) - waitMean(0.5))
      )
    })
  })

  test("antithetic pairs cover, counted as pairs", () => {
    expectCoverage("antithetic pairs, sum of 20 exponentials squared, 20 pairs", (run) => {
      const { estimates } = AntitheticPairs.run({
        seed: run,
        count: 20,
        run: (streams) => {
          const draw = streams.stream("work").at(0, 0)
          let sum = 0
          for (let index = 0; index < 20; index++) sum += draw.exponential()
          return [sum * sum]
        }
      })
      return estimates.every((estimate) => covers(estimate, 420))
    })
  })

  test("stopping at a relative width of 10 % costs little", () => {
    expectCoverage("runUntil, two measures at 10 % of the mean, jointly", (run) => {
      const draw = drawOf("stopping", run)
      const { estimates } = Replications.runUntil({
        replicate: () => [5 + draw.normal(), draw.exponential() + draw.exponential()],
        precision: {
          halfWidthMax: [{ relativeMax: 0.1 }, { relativeMax: 0.1 }],
          countMax: 2000,
          countMin: 20,
          isSimultaneous: true
        }
      })
      const [first, second] = estimates
      return first !== undefined && second !== undefined && covers(first, 5) && covers(second, 2)
    })
  })

  test("stopping soon after the first ten costs little", () => {
    expectCoverage("runUntil, half-width 0.4 of a normal outcome, from 10 on", (run) => {
      const draw = drawOf("soon", run)
      const { estimates } = Replications.runUntil({
        replicate: () => [draw.normal()],
        precision: { halfWidthMax: [0.4], countMax: 2000 }
      })
      return estimates.every((estimate) => covers(estimate, 0))
    })
  })

  test("quantiles by order statistics cover", () => {
    expectCoverage("order statistics, 90 % quantile of 300 exponentials", (run) => {
      const draw = drawOf("quantiles", run)
      const values = Array.from({ length: 300 }, () => draw.exponential())
      return coversIf(QuantileInterval.ofIndependent(values, 0.9), (interval) =>
        within(interval, Math.LN10)
      )
    })
  })

  test("ratios of regenerative cycles cover", () => {
    expectCoverage("jackknife over 5,000 cycles, M/M/1 at 0.5", (run) => {
      const { sums, customers } = cycles(0.5, 5000, drawOf("cycles", run))
      return coversIf(RatioEstimate.of(sums, customers), (ratio) => covers(ratio, waitMean(0.5)))
    })
  })
})

test("a wrong way is noticed: waits taken for independent cover far too seldom", () => {
  expect(() =>
    expectCoverage("negative control: waits as if independent", (run) => {
      const values = waits({ load: 0.5, count: 2000, draw: drawOf("control", run) })
      return covers(Estimate.of(Array.from(values)), waitMean(0.5))
    })
  ).toThrow()
  expect(() =>
    expectCoverage("negative control: batches of 5", (run) => {
      const values = waits({ load: 0.8, count: 2000, draw: drawOf("control", run) })
      const division = { by: "size", size: 5 } as const
      return coversIf(BatchMeans.of(values, { division }), ({ estimate }) =>
        covers(estimate, waitMean(0.8))
      )
    })
  ).toThrow()
})
