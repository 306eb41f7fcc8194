import { describe, expect, test } from "vitest"
import * as AntitheticPairs from "../src/AntitheticPairs.ts"
import * as Estimate from "../src/Estimate.ts"
import * as Replications from "../src/Replications.ts"
import { normals } from "./anOutcome.ts"

/** Mean wait of the first 40 customers of a single queue, and the mean service. */
const queue: AntitheticPairs.Run = (streams) => {
  const [arrivals, services] = [streams.stream("arrivals"), streams.stream("services")]
  let wait = 0
  let sum = 0
  let served = 0
  for (let customer = 0; customer < 40; customer++) {
    sum += wait
    const service = 0.8 * services.at(customer, 0).exponential()
    served += service
    wait = Math.max(0, wait + service - arrivals.at(customer, 0).exponential())
  }
  return [sum / 40, served / 40, 7]
}

describe("AntitheticPairs.run", () => {
  const pairs = AntitheticPairs.run({ seed: 5, count: 200, run: queue })

  test("averages the two runs of each pair and counts pairs", () => {
    expect(pairs.rows).toEqual(
      pairs.plainRows.map((row, pair) =>
        row.map((value, outcome) => (value + (pairs.mirroredRows[pair]?.[outcome] ?? 0)) / 2)
      )
    )
    expect(pairs.estimates).toEqual(Replications.estimateRows(pairs.rows))
    expect(pairs.estimates[0]?.count).toBe(200)
  })

  test("is sharper than twice as many independent runs, by the ratio that it reports", () => {
    const waits = pairs.plainRows.map(([wait = 0]) => wait)
    const [gain, service, constant] = pairs.gains
    expect(gain?.varianceRatio).toBeLessThan(0.8)
    expect(gain?.correlation).toBeLessThan(-0.2)
    expect(service?.varianceRatio).toBeLessThan(0.5)
    expect(constant).toBeNull()
    const width = (pairs.estimates[0]?.halfWidth ?? 0) / (Estimate.of(waits).halfWidth ?? 0)
    expect(width * width).toBeLessThan(0.5)
  })

  test("as a replication gives the same rows, and can be stopped by precision", () => {
    const replicate = AntitheticPairs.replication(5, queue)
    expect(Replications.run({ count: 200, replicate }).rows).toEqual(pairs.rows)
    const goals = [{ relativeMax: 0.2 }, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const { isPrecise, rows } = Replications.runUntil({
      replicate,
      precision: { halfWidthMax: goals, countMax: 500 }
    })
    expect(isPrecise).toBe(true)
    expect(rows.length).toBeLessThan(200)
  })
})

describe("AntitheticPairs.ofRows", () => {
  test("reports the ratio of the variances as they are", () => {
    const [left, right] = [normals(1, 500), normals(2, 500)]
    const mirrored = left.map((value, index) => -0.5 * value + (right[index] ?? 0))
    const { gains, estimates } = AntitheticPairs.ofRows(
      left.map((value) => [value]),
      mirrored.map((value) => [value])
    )
    const squared = (value: number | null | undefined) => (value ?? 0) * (value ?? 0)
    const apart = squared(Estimate.of(left).halfWidth) + squared(Estimate.of(mirrored).halfWidth)
    const ratio = (4 * squared(estimates[0]?.halfWidth)) / apart
    expect(gains[0]?.varianceRatio).toBeCloseTo(ratio, 10)
  })

  test("has no gain to report from one pair, and refuses rows that do not match", () => {
    expect(AntitheticPairs.ofRows([[1]], [[2]]).gains).toEqual([null])
    expect(() => AntitheticPairs.ofRows([[1]], [])).toThrow("got 1 plain and 0 mirrored")
    expect(() => AntitheticPairs.ofRows([[1]], [[1, 2]])).toThrow("got 1 and 2")
    expect(() => AntitheticPairs.run({ seed: 1, count: 0, run: queue })).toThrow("got 0")
  })
})
