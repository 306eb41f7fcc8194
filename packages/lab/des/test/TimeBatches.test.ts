import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as TimeBatches from "../src/TimeBatches.ts"
import * as TimeWeighted from "../src/TimeWeighted.ts"

describe("TimeBatches", () => {
  test("averages of spans make up the average of the whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: -5, max: 9 })), {
          maxLength: 60
        }),
        fc.integer({ min: 1, max: 16 }),
        (steps, spanSec) => {
          const clock = { now: 100 }
          const batches = TimeBatches.make(clock, { spanSec, value: 2 })
          const whole = TimeWeighted.make(clock, 2)
          for (const [waitSec, difference] of steps) {
            clock.now += waitSec
            batches.add(difference)
            whole.add(difference)
          }
          expect(batches.level).toBe(whole.level)
          // To the end of the span that is under way, so that all spans are over.
          clock.now = 100 + Math.ceil((clock.now - 100) / spanSec) * spanSec
          const means = batches.means
          expect(means.length).toBe((clock.now - 100) / spanSec)
          const area = means.reduce((sum, mean) => sum + mean * spanSec, 0)
          expect(area).toBeCloseTo(whole.area, 6)
        }
      ),
      { numRuns: 200, seed: 1 }
    )
  })

  test("a span ends at its border, and one under way is not counted", () => {
    const clock = { now: 0 }
    const batches = TimeBatches.make(clock, { spanSec: 10, value: 1 })
    clock.now = 9
    expect(batches.means).toHaveLength(0)
    clock.now = 10
    expect(Array.from(batches.means)).toEqual([1])
    batches.set(3)
    clock.now = 19
    expect(Array.from(batches.means)).toEqual([1])
    clock.now = 20
    expect(Array.from(batches.means)).toEqual([1, 3])
  })

  test("grows over a thousand spans in one step", () => {
    const clock = { now: 0 }
    const batches = TimeBatches.make(clock, { spanSec: 0.5, value: 4 })
    clock.now = 1000
    expect(batches.means).toEqual(new Float64Array(2000).fill(4))
  })

  test("refuses a span that is none", () => {
    for (const spanSec of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => TimeBatches.make({ now: 0 }, { spanSec })).toThrow(`got ${spanSec}`)
    }
  })
})
