import { describe, expect, test } from "vitest"
import * as Estimate from "../src/Estimate.ts"
import * as RandomStreams from "../src/RandomStreams.ts"
import * as Replications from "../src/Replications.ts"

/** A replication with two outcomes: a normal number and 1000 times another one. */
const noisy = (replication: number): ReadonlyArray<number> => {
  const draw = RandomStreams.make({ seed: 3, replication }).stream("noise").sequential()
  return [draw.normal(), 1000 * draw.normal()]
}

describe("Replications.run", () => {
  test("numbers replications from 0 in order and estimates each outcome", () => {
    const seen: Array<number> = []
    const { estimates, rows, isPrecise } = Replications.run({
      count: 4,
      confidence: 0.9,
      replicate: (replication) => {
        seen.push(replication)
        return [replication, 10]
      }
    })
    expect(seen).toEqual([0, 1, 2, 3])
    expect(rows).toHaveLength(4)
    expect(isPrecise).toBe(true)
    expect(estimates).toEqual([Estimate.of([0, 1, 2, 3], 0.9), Estimate.of([10, 10, 10, 10], 0.9)])
  })

  test("refuses bad counts, unequal rows and outcomes that are not finite", () => {
    for (const count of [0, 1.5, -1]) {
      expect(() => Replications.run({ count, replicate: () => [1] })).toThrow(`got ${count}`)
    }
    const uneven = (replication: number) => (replication === 0 ? [1, 2] : [1])
    expect(() => Replications.run({ count: 2, replicate: uneven })).toThrow("2; got 1")
    expect(() => Replications.run({ count: 2, replicate: () => [Number.NaN] })).toThrow("NaN")
    expect(() => Replications.estimateRows([])).toThrow("got 0")
  })
})

describe("Replications.runUntil", () => {
  test("stops at the first replication at which all half-widths are small enough", () => {
    const halfWidthMax = [0.3, 280]
    const { rows, estimates, isPrecise } = Replications.runUntil({
      replicate: noisy,
      precision: { halfWidthMax, countMax: 500 }
    })
    expect(isPrecise).toBe(true)
    expect(rows.length).toBeGreaterThan(10)
    const isGood = (some: ReadonlyArray<Estimate.Estimate>) =>
      some.every(({ halfWidth }, outcome) => halfWidth! <= halfWidthMax[outcome]!)
    expect(isGood(estimates)).toBe(true)
    expect(isGood(Replications.estimateRows(rows.slice(0, -1)))).toBe(false)
  })

  test("gives up at the largest count and says so", () => {
    const { rows, isPrecise } = Replications.runUntil({
      replicate: noisy,
      precision: { halfWidthMax: [0.001, Number.POSITIVE_INFINITY], countMax: 25 }
    })
    expect([rows.length, isPrecise]).toEqual([25, false])
  })

  test("runs the least count even if the first ones agree", () => {
    const { rows } = Replications.runUntil({
      replicate: () => [1],
      precision: { halfWidthMax: [1], countMin: 4, countMax: 9 }
    })
    expect(rows).toHaveLength(4)
  })

  test("stops at a width relative to the mean, corrected so that the truth is meant", () => {
    const replicate = (replication: number) => [10 + (noisy(replication)[0] ?? 0)]
    const goal = { relativeMax: 0.05 }
    const { estimates, rows, isPrecise } = Replications.runUntil({
      replicate,
      precision: { halfWidthMax: [goal], countMax: 500 }
    })
    const share = (some: ReadonlyArray<Estimate.Estimate>) =>
      (some[0]?.halfWidth ?? Number.NaN) / Math.abs(some[0]?.mean ?? Number.NaN)
    expect(isPrecise).toBe(true)
    expect(share(estimates)).toBeLessThanOrEqual(0.05 / 1.05)
    expect(share(Replications.estimateRows(rows.slice(0, -1)))).toBeGreaterThan(0.05 / 1.05)
  })

  test("never reaches a relative width where the mean is 0", () => {
    const replicate = (replication: number) => [replication % 2 === 0 ? 1 : -1]
    const halfWidthMax = [{ relativeMax: 0.5 }]
    const precision = { halfWidthMax, countMin: 2, countMax: 20 }
    expect(Replications.runUntil({ replicate, precision }).isPrecise).toBe(false)
    const still = Replications.runUntil({ replicate: () => [0], precision })
    expect([still.isPrecise, still.rows.length]).toEqual([false, 20])
  })

  test("shares the confidence among the goals that matter", () => {
    const confidenceOf = (halfWidthMax: ReadonlyArray<Replications.WidthGoal>) =>
      Replications.runUntil({
        replicate: noisy,
        precision: { halfWidthMax, countMin: 5, countMax: 5, isSimultaneous: true }
      }).estimates.map(({ confidence }) => confidence)
    const all = Number.POSITIVE_INFINITY
    expect(confidenceOf([1, { relativeMax: 0.1 }])).toEqual([0.975, 0.975])
    expect(confidenceOf([1, all])).toEqual([0.95, 0.95])
    expect(confidenceOf([all, { relativeMax: all }])).toEqual([0.95, 0.95])
  })

  test("stops for what an estimator makes of the rows", () => {
    const estimate: Replications.Estimator = (rows, confidence) => [
      Estimate.paired(
        rows.map(([left = 0]) => left),
        rows.map(([, right = 0]) => right / 1000),
        confidence
      )
    ]
    const { estimates, rows, isPrecise } = Replications.runUntil({
      replicate: noisy,
      estimate,
      precision: { halfWidthMax: [0.4], countMax: 500 }
    })
    expect(isPrecise).toBe(true)
    expect(estimates).toEqual(estimate(rows, 0.95))
    expect(() =>
      Replications.runUntil({
        replicate: noisy,
        estimate,
        precision: { halfWidthMax: [1, 1], countMax: 20 }
      })
    ).toThrow("one number per outcome, 1; got 2")
    expect(() =>
      Replications.runUntil({
        replicate: noisy,
        estimate: () => [Estimate.of([1])],
        precision: { halfWidthMax: [1], countMax: 20 }
      })
    ).toThrow("has a half-width")
  })

  test("refuses counts and widths that make no sense", () => {
    const run = (precision: Replications.Precision) => () =>
      Replications.runUntil({ replicate: () => [1], precision })
    expect(run({ halfWidthMax: [1], countMin: 1, countMax: 9 })).toThrow("countMin")
    expect(run({ halfWidthMax: [1], countMax: 9 })).toThrow("countMax")
    expect(run({ halfWidthMax: [0], countMax: 10 })).toThrow("above 0; got 0")
    expect(run({ halfWidthMax: [{ relativeMax: -1 }], countMax: 10 })).toThrow("above 0; got -1")
    expect(run({ halfWidthMax: [1, 1], countMax: 10 })).toThrow("one number per outcome")
  })
})
