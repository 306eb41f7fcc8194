import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as BatchTally from "../src/BatchTally.ts"

describe("BatchTally", () => {
  test("holds the means of equal batches in order, whatever was joined on the way", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 400 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        (values, batchSize, half) => {
          const tally = BatchTally.make({ batchSize, capacity: 2 * half })
          for (const value of values) tally.add(value)
          const size = tally.batchSize
          const means = tally.means
          expect(tally.count).toBe(values.length)
          expect(means.length).toBeLessThan(2 * half)
          expect(means.length).toBe(Math.floor(values.length / size))
          for (const [batch, mean] of means.entries()) {
            const own = values.slice(batch * size, (batch + 1) * size)
            expect(mean).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / size, 9)
          }
        }
      ),
      { numRuns: 200, seed: 1 }
    )
  })

  test("holds at least half as many batches as it has room for, once it was full", () => {
    const tally = BatchTally.make()
    for (let index = 0; index < 100_000; index++) {
      tally.add(index)
      if (tally.count >= 5 * 2048) expect(tally.means.length).toBeGreaterThanOrEqual(1024)
      if (index > 12_000) break
    }
    expect(tally.batchSize).toBe(10)
  })

  test("lets a number that is not finite be seen", () => {
    const tally = BatchTally.make({ batchSize: 1, capacity: 4 })
    for (const value of [1, 2, Number.NaN, 4, 5]) tally.add(value)
    expect(tally.means.some(Number.isNaN)).toBe(true)
  })

  test("forgets on reset, and refuses sizes that make no sense", () => {
    const tally = BatchTally.make({ batchSize: 2, capacity: 4 })
    for (const value of [1, 2, 3]) tally.add(value)
    tally.reset()
    expect([tally.count, tally.means.length]).toEqual([0, 0])
    expect(() => BatchTally.make({ batchSize: 0 })).toThrow("got 0")
    expect(() => BatchTally.make({ capacity: 3 })).toThrow("even; got 3")
  })
})
