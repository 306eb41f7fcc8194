import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { ShockOrder, ShockRange } from "../src/index.ts"
import { aRange, everyShock, someShock, someSteps } from "./shocks.ts"
import { aScenario } from "./toyTown.ts"

const demand = {
  kind: "demand",
  multiplier: 1.3,
  fromDay: 10,
  days: 4,
  firstGrid: 2,
  grids: 5
} as const

describe("steps", () => {
  test("a shock and its steps are the same thing", () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        expect(ShockOrder.toSteps(ShockOrder.toShock(steps))).toEqual(steps)
      }),
      { seed: 1, numRuns: 300 }
    )
  })

  test("sizes are plain decimals", () => {
    const steps = ShockOrder.toSteps(demand)
    const sizes = [1, 3, 7, 13, 40].map((sizeSteps) => ShockOrder.toShock({ ...steps, sizeSteps }))
    expect(sizes.map((one) => (one.kind === "demand" ? one.multiplier : 0))).toEqual([
      1.1, 1.3, 1.7, 2.3, 5
    ])
  })
})

describe("the order", () => {
  test("is total: only equal shocks tie, and it is the same both ways round", () => {
    fc.assert(
      fc.property(someShock, someShock, (left, right) => {
        const order = ShockOrder.compare(left, right)
        expect(Math.sign(order)).toBe(-Math.sign(ShockOrder.compare(right, left)) + 0)
        expect(order === 0).toBe(ShockOrder.key(left) === ShockOrder.key(right))
      }),
      { seed: 2, numRuns: 500 }
    )
  })

  test("sorts a small range by cost, and differently for no two shuffles", () => {
    const all = everyShock(aRange())
    const sorted = all.toSorted(ShockOrder.compare)
    expect(all.toReversed().sort(ShockOrder.compare)).toEqual(sorted)
    const costs = sorted.map(ShockOrder.cost)
    expect(costs).toEqual(costs.toSorted((left, right) => left - right))
    expect(new Set(sorted.map(ShockOrder.key)).size).toBe(all.length)
  })

  test("among equal products fewer size steps come first, then days, grids and demand", () => {
    const base = { kind: "demand", firstGrid: 0, fromDay: 0 } as const
    const rising = [
      { ...base, sizeSteps: 1, days: 2, grids: 6 },
      { ...base, sizeSteps: 1, days: 3, grids: 4 },
      { ...base, sizeSteps: 2, days: 1, grids: 6 },
      { ...base, sizeSteps: 2, days: 2, grids: 3 },
      { ...base, kind: "absence", sizeSteps: 2, days: 2, grids: 3 },
      { ...base, kind: "absence", sizeSteps: 2, days: 2, grids: 3, fromDay: 1 },
      { ...base, kind: "absence", sizeSteps: 2, days: 2, grids: 3, firstGrid: 1 },
      { ...base, sizeSteps: 1, days: 1, grids: 13 }
    ] as const
    const shocks = rising.map((one) => ShockOrder.toShock(one))
    expect(shocks.toReversed().sort(ShockOrder.compare)).toEqual(shocks)
  })

  test("what is contained never costs more", () => {
    let count = 0
    fc.assert(
      fc.property(fc.constantFrom(...everyShock(aRange())), (outer) => {
        for (const inner of everyShock(aRange())) {
          if (!ShockOrder.contains(outer, inner)) continue
          count += 1
          expect(ShockOrder.cost(inner)).toBeLessThanOrEqual(ShockOrder.cost(outer))
        }
      }),
      { seed: 3, numRuns: 100 }
    )
    expect(count).toBeGreaterThan(100)
  })

  test("containment looks at both ends of days and grids", () => {
    expect(ShockOrder.contains(demand, demand)).toBe(true)
    for (const outside of [
      { ...demand, fromDay: 9 },
      { ...demand, fromDay: 11 },
      { ...demand, firstGrid: 1 },
      { ...demand, firstGrid: 3 },
      { ...demand, multiplier: 1.4 }
    ]) {
      expect(ShockOrder.contains(demand, outside)).toBe(false)
    }
    const { multiplier: _, ...place } = demand
    expect(ShockOrder.contains(demand, { ...place, kind: "absence", share: 0.05 })).toBe(false)
  })
})

describe("the ranges of a scenario", () => {
  const scenario = aScenario({ days: 365, grids: 69 })
  const range = ShockRange.of(scenario)

  test("hold every size, 1 to 60 days and any part of the town", () => {
    expect(range).toEqual({
      kinds: ["demand", "absence"],
      sizeSteps: { demand: { min: 1, max: 40 }, absence: { min: 1, max: 20 } },
      days: { min: 1, max: 60 },
      grids: { min: 1, max: 69 },
      fromDay: { min: 0, max: 364 },
      horizonDays: 365,
      gridCount: 69
    })
    expect(ShockRange.problems(range, scenario)).toEqual([])
    expect(ShockRange.toText(range, "en")).toBe(
      "demand x 1.1 to x 5 or 5 % to 100 % of the grid workers away; 1 to 60 days, starting on day 0 to 364; 1 to 69 of 69 grids; one shock at a time"
    )
    expect(ShockRange.toText(range, "zh")).toContain("每次一个冲击")
  })

  test("are never longer than the scenario", () => {
    expect(ShockRange.of(aScenario({ days: 20, grids: 3 })).days).toEqual({ min: 1, max: 20 })
    expect(ShockRange.of(aScenario({ days: 60, grids: 3 })).days.max).toBe(60)
    expect(ShockRange.of(aScenario({ days: 61, grids: 3 })).days.max).toBe(60)
  })

  test("take shocks up to their ends and none beyond", () => {
    const at = (steps: Partial<ShockOrder.Steps>): boolean =>
      ShockOrder.isWithin(ShockOrder.toShock({ ...ShockOrder.toSteps(demand), ...steps }), range)
    expect([at({ sizeSteps: 0 }), at({ sizeSteps: 1 })]).toEqual([false, true])
    expect([at({ sizeSteps: 40 }), at({ sizeSteps: 41 })]).toEqual([true, false])
    expect([at({ days: 0 }), at({ days: 60 }), at({ days: 61 })]).toEqual([false, true, false])
    expect([at({ fromDay: 361 }), at({ fromDay: 362 })]).toEqual([true, false])
    expect([at({ firstGrid: 64 }), at({ firstGrid: 65 })]).toEqual([true, false])
    expect(ShockOrder.isWithin({ ...demand, multiplier: 1.35 }, range)).toBe(false)
  })

  test("are checked against the scenario", () => {
    const paths = (changes: Partial<ShockRange.ShockRange>): ReadonlyArray<string> =>
      ShockRange.problems({ ...range, ...changes }, scenario).map((one) => one.path)
    expect(paths({ kinds: [] })).toEqual(["kinds"])
    expect(paths({ kinds: ["demand", "demand"] })).toEqual(["kinds"])
    expect(paths({ horizonDays: 364 })).toEqual(["horizonDays, gridCount"])
    expect(paths({ days: { min: 2, max: 1 } })).toEqual(["days"])
    expect(paths({ days: { min: 1, max: 366 } })).toEqual(["days"])
    expect(paths({ grids: { min: 0.5, max: 2 } })).toEqual(["grids"])
    expect(paths({ fromDay: { min: -1, max: 2 } })).toEqual(["fromDay"])
    expect(paths({ fromDay: { min: 364, max: 364 }, days: { min: 2, max: 2 } })).toEqual([
      "fromDay.min"
    ])
    expect(
      paths({ sizeSteps: { demand: { min: 0, max: 1 }, absence: { min: 1, max: 21 } } })
    ).toEqual(["sizeSteps.demand", "sizeSteps.absence"])
  })
})
