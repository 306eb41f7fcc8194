import { describe, expect, test } from "vitest"
import * as Autocorrelation from "../src/Autocorrelation.ts"
import * as BatchMeans from "../src/BatchMeans.ts"
import * as BatchTally from "../src/BatchTally.ts"
import * as Proportion from "../src/Proportion.ts"
import * as QuantileInterval from "../src/QuantileInterval.ts"
import * as SteadyState from "../src/SteadyState.ts"
import * as WarmUp from "../src/WarmUp.ts"
import { answerOf, autoregressive, codeOf } from "./anOutcome.ts"

const run = autoregressive({ seed: 1, count: 20_000, slope: 0.9, start: 400 })

describe("SteadyState", () => {
  const warmUp = answerOf(WarmUp.mser(run))
  const kept = run.slice(warmUp.cutCount)

  test("judges what is left after the cut, each measure by its own module", () => {
    expect(warmUp.cutCount).toBeGreaterThan(20)
    const options = { confidence: 0.9 }
    const ready = { warmUp, keptCount: kept.length }
    const division = { by: "count", count: 10 } as const
    expect(answerOf(SteadyState.mean(run, { division }))).toEqual({
      ...ready,
      judged: answerOf(BatchMeans.of(kept, { division }))
    })
    expect(answerOf(SteadyState.probability(run, 1, options))).toEqual({
      ...ready,
      judged: answerOf(Proportion.atMost(kept, 1, options))
    })
    expect(answerOf(SteadyState.quantile(run, 0.9, options))).toEqual({
      ...ready,
      judged: answerOf(QuantileInterval.ofRun(kept, 0.9, options))
    })
    expect(answerOf(SteadyState.effectiveSize(run))).toEqual({
      ...ready,
      judged: answerOf(Autocorrelation.effectiveSize(kept))
    })
  })

  test("takes batches that were made before, when told that MSER needs no more", () => {
    const tally = BatchTally.make({ capacity: 4096 })
    for (const value of run) tally.add(value)
    const judged = answerOf(SteadyState.mean(tally.means, { warmUpBatchSize: 1 }))
    expect(tally.batchSize).toBe(5)
    expect(5 * judged.warmUp.cutCount).toBe(warmUp.cutCount)
  })

  test("is nearer to the truth than the whole run, and its interval has it", () => {
    const { estimate } = answerOf(SteadyState.mean(run)).judged
    const whole = answerOf(BatchMeans.of(run)).estimate
    expect(Math.abs(estimate.mean)).toBeLessThan(Math.abs(whole.mean))
    expect(Math.abs(estimate.mean)).toBeLessThan(estimate.halfWidth ?? 0)
  })

  test("refuses with the reason of the step that failed", () => {
    expect(codeOf(SteadyState.mean(run.slice(0, 40)))).toBe("TooFewBatches")
    expect(codeOf(SteadyState.mean(run.map((_, index) => index)))).toBe("WarmUpTooLong")
    expect(codeOf(SteadyState.mean(new Float64Array(1000)))).toBe("NoVariation")
    expect(codeOf(SteadyState.quantile(run, 0.999))).toBe("TooFewObservations")
    expect(codeOf(SteadyState.mean(run.map(() => Number.NaN)))).toBe("NotFinite")
  })
})
