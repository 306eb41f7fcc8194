import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as WarmUp from "../src/WarmUp.ts"
import { answerOf, autoregressive, codeOf, normals } from "./anOutcome.ts"

/** The rule as it is printed: every cut tried, no running sums. */
const slowCut = (values: ReadonlyArray<number>, size: number): number => {
  const count = Math.floor(values.length / size)
  const means = Array.from({ length: count }, (_, batch) => {
    const own = values.slice(batch * size, (batch + 1) * size)
    return own.reduce((sum, value) => sum + value, 0) / size
  })
  let best = { cut: 0, score: Number.POSITIVE_INFINITY }
  for (let cut = 0; cut <= count - Math.max(5, Math.floor(count / 10)); cut++) {
    const kept = means.slice(cut)
    const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length
    const squares = kept.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
    const score = squares / (kept.length * kept.length)
    if (score < best.score) best = { cut, score }
  }
  return best.cut
}

describe("WarmUp.mser", () => {
  test("cuts where trying every cut says", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 50, maxLength: 150 }),
        fc.integer({ min: 1, max: 5 }),
        (values, batchSize) => {
          const cut = slowCut(values, batchSize)
          const count = Math.floor(values.length / batchSize)
          const answer = WarmUp.mser(values, { batchSize })
          if (cut > count / 2) expect(codeOf(answer)).toBe("WarmUpTooLong")
          else expect(answerOf(answer).cutCount).toBe(cut * batchSize)
        }
      ),
      { numRuns: 200, seed: 1 }
    )
  })

  test("finds a start that is far off, to within a few observations", () => {
    const run = Array.from(normals(1, 2000), (noise, index) => noise + (index < 230 ? 20 : 0))
    const { cutCount } = answerOf(WarmUp.mser(run))
    expect(cutCount).toBeGreaterThanOrEqual(230)
    expect(cutCount).toBeLessThanOrEqual(250)
  })

  test("cuts little from a run that is steady from the start", () => {
    const cuts = Array.from({ length: 100 }, (_, seed) => {
      const answer = WarmUp.mser(normals(seed, 2000))
      return answer.ok ? answer.value.cutCount : 2000
    })
    expect(cuts.filter((cut) => cut <= 400).length).toBeGreaterThan(80)
  })

  test("says that the run is too short when it is still drifting", () => {
    const drift = Float64Array.from({ length: 500 }, (_, index) => index)
    expect(codeOf(WarmUp.mser(drift))).toBe("WarmUpTooLong")
  })

  test("is not misled by equal numbers at the very end", () => {
    const run = autoregressive({ seed: 5, count: 2000, slope: 0.5 })
    run.fill(0, 1970)
    expect(answerOf(WarmUp.mser(run)).cutCount).toBeLessThan(1000)
  })

  test("cuts nothing from constant data", () => {
    expect(answerOf(WarmUp.mser(new Float64Array(100).fill(3))).cutCount).toBe(0)
  })

  test("refuses too few batches and numbers that are not finite", () => {
    expect(codeOf(WarmUp.mser(normals(1, 49)))).toBe("TooFewBatches")
    expect(WarmUp.mser(normals(2, 50)).ok).toBe(true)
    expect(codeOf(WarmUp.mser([...normals(1, 99), Number.NaN]))).toBe("NotFinite")
    expect(() => WarmUp.mser([], { batchSize: 0 })).toThrow("got 0")
  })
})
