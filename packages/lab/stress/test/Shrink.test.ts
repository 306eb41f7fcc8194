import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ShockOrder, ShockRange, Shrink } from "../src/index.ts"
import { aRange, everyShock, someShock } from "./shocks.ts"
import { aScenario } from "./toyTown.ts"

const year = ShockRange.of(aScenario({ days: 365, grids: 69 }))

describe("neighbours", () => {
  test("are exactly the contained shocks with one step less in one factor", () => {
    const range = aRange()
    const all = everyShock(range)
    fc.assert(
      fc.property(fc.constantFrom(...all), (shock) => {
        const from = ShockOrder.toSteps(shock)
        const expected = all.filter((one) => {
          const to = ShockOrder.toSteps(one)
          const less = [from.sizeSteps - to.sizeSteps, from.days - to.days, from.grids - to.grids]
          const isOneStep = less.reduce((sum, step) => sum + Math.abs(step), 0) === 1
          return isOneStep && ShockOrder.contains(shock, one)
        })
        expect(Shrink.neighbours(shock, range)).toEqual(expected.toSorted(ShockOrder.compare))
      }),
      { seed: 1, numRuns: 300 }
    )
  })

  test("of a shock at the low ends are none", () => {
    const least = ShockOrder.toShock({
      kind: "absence",
      sizeSteps: 1,
      days: 1,
      grids: 1,
      firstGrid: 3,
      fromDay: 3
    })
    expect(Shrink.neighbours(least, aRange())).toEqual([])
    expect(Shrink.candidates(least, aRange())).toEqual([])
  })

  test("stay within a narrowed range", () => {
    const shock = ShockOrder.toShock({
      kind: "demand",
      sizeSteps: 2,
      days: 3,
      grids: 2,
      firstGrid: 0,
      fromDay: 1
    })
    const narrow = aRange({
      days: { min: 3, max: 5 },
      sizeSteps: { demand: { min: 2, max: 4 }, absence: { min: 1, max: 3 } }
    })
    expect(Shrink.neighbours(shock, narrow).map((one) => [one.days, one.grids])).toEqual([
      [3, 1],
      [3, 1]
    ])
  })
})

describe("candidates", () => {
  test("are smaller, contained, within the ranges, in order, and hold all neighbours", () => {
    fc.assert(
      fc.property(someShock, (shock) => {
        const candidates = Shrink.candidates(shock, year)
        expect(candidates).toEqual(candidates.toSorted(ShockOrder.compare))
        for (const one of candidates) {
          expect(ShockOrder.cost(one)).toBeLessThan(ShockOrder.cost(shock))
          expect(ShockOrder.contains(shock, one)).toBe(true)
          expect(ShockOrder.isWithin(one, year)).toBe(true)
        }
        const keys = new Set(candidates.map(ShockOrder.key))
        expect(keys.size).toBe(candidates.length)
        for (const one of Shrink.neighbours(shock, year)) {
          expect(keys.has(ShockOrder.key(one))).toBe(true)
        }
      }),
      { seed: 2, numRuns: 300 }
    )
  })
})
