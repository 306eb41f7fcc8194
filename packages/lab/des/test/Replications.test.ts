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

  test("refuses counts and widths that make no sense", () => {
    const run = (precision: Replications.Precision) => () =>
      Replications.runUntil({ replicate: () => [1], precision })
    expect(run({ halfWidthMax: [1], countMin: 1, countMax: 9 })).toThrow("countMin")
    expect(run({ halfWidthMax: [1], countMax: 9 })).toThrow("countMax")
    expect(run({ halfWidthMax: [0], countMax: 10 })).toThrow("above 0; got 0")
    expect(run({ halfWidthMax: [1, 1], countMax: 10 })).toThrow("one number per outcome")
  })
})
