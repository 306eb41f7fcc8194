import fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as TimeWeighted from "../src/TimeWeighted.ts"

describe("TimeWeighted", () => {
  test("the mean is the area under the steps divided by the time", () => {
    const steps = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: -9, max: 9 })), { minLength: 1 })
    fc.assert(
      fc.property(steps, (path) => {
        const clock = { now: 100 }
        const level = TimeWeighted.make(clock, 1)
        let area = 0
        for (const [spanSec, value] of path) {
          area += level.level * spanSec
          clock.now += spanSec
          level.set(value)
        }
        expect(level.area).toBe(area)
        const spanSec = clock.now - 100
        expect(level.mean).toBe(spanSec > 0 ? area / spanSec : level.level)
      }),
      { numRuns: 200, seed: 1 }
    )
  })

  test("a reset forgets the past and keeps the level", () => {
    const clock = { now: 0 }
    const level = TimeWeighted.make(clock, 8)
    clock.now = 50
    level.reset()
    expect(level.mean).toBe(8)
    clock.now = 60
    level.add(-6)
    clock.now = 80
    expect(level.level).toBe(2)
    expect(level.mean).toBe((8 * 10 + 2 * 20) / 30)
  })
})
