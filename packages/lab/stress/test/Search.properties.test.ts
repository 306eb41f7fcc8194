/** The search against listing every shock of a small town. */
import type { Shock } from "@wangge/simulator"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type Judgement, Search, ShockOrder, ShockRange, Shrink } from "../src/index.ts"
import { everyShock } from "./shocks.ts"
import { aScenario, toyRunner } from "./toyTown.ts"

const promise = { outcome: "onTimeShare", relation: ">=", bound: 0.9 } as const
const scenario = aScenario({ days: 4, grids: 3 })
const plan: Judgement.Plan = { looks: [2, 4], confidence: 0.9, confirmReplications: 4 }
const ranges: ShockRange.ShockRange = {
  ...ShockRange.of(scenario),
  sizeSteps: { demand: { min: 1, max: 3 }, absence: { min: 1, max: 2 } }
}
const all = everyShock(ranges)

const run = (harm: (shock: Shock.Shock) => number, given: { seed: number; budget: number }) =>
  Search.smallestShock({
    scenario,
    objective: promise,
    runner: toyRunner({ quiet: 0.95, harm, spread: 1e-6 }),
    ranges,
    plan,
    ...given
  })

/** Evenly spread numbers; fast-check's own doubles are mostly tiny. */
const thousandths = (max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max }).map((count) => count / 1000)

/** Harm that grows with every factor: a weight for each kind, day and grid, and a power of size. */
const monotoneHarm = fc
  .record({
    demand: thousandths(50),
    absence: thousandths(50),
    power: fc.constantFrom(0.5, 1, 2),
    days: fc.array(thousandths(1000), { minLength: 4, maxLength: 4 }),
    grids: fc.array(thousandths(1000), { minLength: 3, maxLength: 3 })
  })
  .map((world) => (shock: Shock.Shock): number => {
    const { sizeSteps, fromDay, days, firstGrid, grids } = ShockOrder.toSteps(shock)
    const sum = (weights: ReadonlyArray<number>, from: number, count: number): number =>
      weights.slice(from, from + count).reduce((total, weight) => total + weight, 0)
    const place = sum(world.days, fromDay, days) * sum(world.grids, firstGrid, grids)
    return world[shock.kind] * sizeSteps ** world.power * place
  })

/** Harm without any sense: each shock breaks the promise or not as a table of chances has it. */
const senselessHarm = fc
  .record({ key: fc.integer(), share: thousandths(800) })
  .map(({ key, share }) => {
    const breaking = new Set<string>()
    let state = key
    for (const shock of all) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      if (state / 2 ** 32 < share) breaking.add(ShockOrder.key(shock))
    }
    return (shock: Shock.Shock): number => (breaking.has(ShockOrder.key(shock)) ? 0.2 : 0)
  })

const breaks = (harm: (shock: Shock.Shock) => number, shock: Shock.Shock): boolean =>
  0.95 - harm(shock) < 0.9

const seeds = fc.integer({ min: -1e9, max: 1e9 })

describe("among all shocks of a small town", () => {
  test("what is found breaks the promise and no smaller neighbour does", async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(monotoneHarm, seeds, async (harm, seed) => {
        // Harm right at the bound is decided by the noise, not by the search.
        fc.pre(all.every((shock) => Math.abs(harm(shock) - 0.05) > 1e-4))
        const verdict = await run(harm, { seed, budget: 200 })
        if (verdict.verdict === "holdsWithinBudget") {
          expect(all.filter((shock) => breaks(harm, shock))).toEqual([])
          return
        }
        if (verdict.verdict !== "broken" || verdict.shock === null) throw new Error("Undecided")
        found += 1
        expect(breaks(harm, verdict.shock)).toBe(true)
        expect(verdict.counterexample.minimality.isComplete).toBe(true)
        for (const one of Shrink.neighbours(verdict.shock, ranges)) {
          expect(breaks(harm, one)).toBe(false)
        }
      }),
      { seed: 1, numRuns: 100 }
    )
    expect(found).toBeGreaterThan(30)
  })

  test("the smallest of all is found when the budget allows every shock", async () => {
    let same = 0
    let found = 0
    await fc.assert(
      fc.asyncProperty(monotoneHarm, seeds, async (harm, seed) => {
        fc.pre(all.every((shock) => Math.abs(harm(shock) - 0.05) > 1e-4))
        const verdict = await run(harm, { seed, budget: all.length })
        if (verdict.verdict !== "broken" || verdict.shock === null) return
        const smallest = all
          .filter((shock) => breaks(harm, shock))
          .reduce((one, two) => (ShockOrder.compare(one, two) <= 0 ? one : two))
        found += 1
        if (ShockOrder.cost(smallest) === ShockOrder.cost(verdict.shock)) same += 1
      }),
      { seed: 2, numRuns: 100 }
    )
    // Drawing at random reaches the global minimum nearly always, and promises no more than that.
    expect(same / found).toBeGreaterThan(0.9)
  })

  test("local minimality does not lean on larger shocks doing more harm", async () => {
    let found = 0
    await fc.assert(
      fc.asyncProperty(senselessHarm, seeds, async (harm, seed) => {
        const verdict = await run(harm, { seed, budget: 200 })
        if (verdict.verdict !== "broken" || verdict.shock === null) return
        found += 1
        expect(breaks(harm, verdict.shock)).toBe(true)
        expect(verdict.counterexample.minimality.isComplete).toBe(true)
        for (const one of Shrink.neighbours(verdict.shock, ranges)) {
          expect(breaks(harm, one)).toBe(false)
        }
      }),
      { seed: 3, numRuns: 100 }
    )
    expect(found).toBeGreaterThan(40)
  })

  test("the budget is never exceeded and never hides what was judged", async () => {
    await fc.assert(
      fc.asyncProperty(
        senselessHarm,
        seeds,
        fc.integer({ min: 1, max: 60 }),
        async (harm, seed, budget) => {
          const { effort } = await run(harm, { seed, budget })
          expect(effort.judged).toBeLessThanOrEqual(budget)
          expect(effort.held + effort.violated + effort.undecided).toBe(effort.judged)
          expect(effort.confirmations).toBeLessThanOrEqual(Search.confirmationsMax)
        }
      ),
      { seed: 4, numRuns: 100 }
    )
  })
})
