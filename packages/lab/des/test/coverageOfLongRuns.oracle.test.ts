/**
 * How often intervals from one long run cover the exact value (`aCoverage.ts`): an M/M/1 queue from
 * an empty start, its warm-up cut by MSER-5, the rest judged by batches.
 */
import { describe, test } from "vitest"
import * as BatchTally from "../src/BatchTally.ts"
import * as SteadyState from "../src/SteadyState.ts"
import { covers, coversIf, expectCoverage, within } from "./aCoverage.ts"
import {
  drawOf,
  numberInSystem,
  waitChance,
  waitMean,
  waitQuantile,
  waits
} from "./aSingleQueue.ts"

describe("one long run from an empty start, cut by MSER-5", () => {
  test.each([
    [0.5, 20_000],
    [0.8, 120_000]
  ])("batch means of the waits of M/M/1 at load %d over %i customers cover", (load, count) => {
    expectCoverage(`batch means, M/M/1 at ${load}, ${count}`, (run) => {
      const values = waits({ load, count, draw: drawOf("long", run) })
      return coversIf(SteadyState.mean(values), ({ judged }) =>
        covers(judged.estimate, waitMean(load))
      )
    })
  })

  test("overlapping batch means cover", () => {
    expectCoverage("overlapping batch means, M/M/1 at 0.5, 20,000", (run) => {
      const values = waits({ load: 0.5, count: 20_000, draw: drawOf("long", run) })
      const options = { division: { by: "count", count: 20 }, isOverlapping: true } as const
      return coversIf(SteadyState.mean(values, options), ({ judged }) =>
        covers(judged.estimate, waitMean(0.5))
      )
    })
  })

  test("batches held in bounded memory cover", () => {
    expectCoverage("batch tally of 512, M/M/1 at 0.5, 40,000", (run) => {
      const tally = BatchTally.make({ capacity: 512 })
      for (const wait of waits({ load: 0.5, count: 40_000, draw: drawOf("tally", run) })) {
        tally.add(wait)
      }
      return coversIf(SteadyState.mean(tally.means, { warmUpBatchSize: 1 }), ({ judged }) =>
        covers(judged.estimate, waitMean(0.5))
      )
    })
  })

  test("batches divided by correlation cover", () => {
    expectCoverage("40 batches by correlation, M/M/1 at 0.5, 40,000", (run) => {
      const values = waits({ load: 0.5, count: 40_000, draw: drawOf("tally", run) })
      const outcome = SteadyState.mean(values, { division: { by: "correlation" } })
      return coversIf(outcome, ({ judged }) => covers(judged.estimate, waitMean(0.5)))
    })
  })

  test("quantiles by sections cover", () => {
    expectCoverage("sections, 90 % quantile of the wait, M/M/1 at 0.5, 20,000", (run) => {
      const values = waits({ load: 0.5, count: 20_000, draw: drawOf("sections", run) })
      return coversIf(SteadyState.quantile(values, 0.9), ({ judged }) =>
        within(judged, waitQuantile(0.5, 0.9))
      )
    })
  })

  test("probabilities by batches cover", () => {
    expectCoverage("P(wait <= 1), M/M/1 at 0.5, 20,000", (run) => {
      const values = waits({ load: 0.5, count: 20_000, draw: drawOf("chances", run) })
      return coversIf(SteadyState.probability(values, 1), ({ judged }) =>
        within(judged, waitChance(0.5, 1))
      )
    })
  })

  test("time averages of the number in system cover", () => {
    expectCoverage("time average in 4,000 spans of 10, M/M/1 at 0.5", (run) => {
      const draw = drawOf("levels", run)
      const means = numberInSystem({ load: 0.5, spanCount: 4000, spanSec: 10, draw })
      return coversIf(SteadyState.mean(means), ({ judged }) => covers(judged.estimate, 1))
    })
  })
})
