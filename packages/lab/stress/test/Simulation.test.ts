/** The search on the simulator itself: two weeks of a tenth of Helong. */
import { Preset, Runner, type Scenario, Simulation } from "@wangge/simulator"
import { expect, test } from "vitest"
import {
  Counterexample,
  CounterexampleSchema,
  Search,
  ShockOrder,
  ShockRange
} from "../src/index.ts"

const aTown = (): Scenario.Scenario => {
  const helong = Preset.find("helong")
  if (helong === undefined) throw new Error("Helong is a preset")
  return {
    ...helong,
    calendar: { ...helong.calendar, days: 14, warmUpDays: 3 },
    territory: {
      ...helong.territory,
      subdistricts: 1,
      communities: 1,
      grids: 7,
      buildings: 70,
      units: 280,
      households: 3400
    },
    staff: { ...helong.staff, gridWorkers: 27, communityStaff: 4, subdistrictStaff: 2 }
  }
}

test("the smallest extra demand that brings three tenths more cases is found and replays", async () => {
  const scenario = aTown()
  const quiet = Simulation.run({ scenario, seed: 7, replication: 0 }).outcomes.casesRaised
  const search = {
    scenario,
    objective: { outcome: "casesRaised", relation: "<=", bound: Math.round(quiet * 1.3) },
    seed: 7,
    budget: 30,
    plan: { looks: [3, 6], confidence: 0.9, confirmReplications: 8 },
    ranges: { ...ShockRange.of(scenario), kinds: ["demand"] },
    runner: Runner.thisThread
  } as const
  const verdict = await Search.smallestShock(search)
  if (verdict.verdict !== "broken" || verdict.shock === null) throw new Error(verdict.verdict)
  // A hundredth of the largest shock adds some four hundredths of the cases, half of it twice as many.
  const largest = 40 * 14 * 7
  expect(ShockOrder.cost(verdict.shock)).toBeGreaterThan(largest / 100)
  expect(ShockOrder.cost(verdict.shock)).toBeLessThan(largest / 2)
  expect(verdict.counterexample.minimality.isComplete).toBe(true)

  const text = Counterexample.toJson(verdict.counterexample)
  const read = CounterexampleSchema.parse(JSON.parse(text))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const replay = await Counterexample.replay(read.counterexample, Runner.thisThread)
  expect(replay).toMatchObject({ sameHash: true, sameVerdict: true, sameVersions: true })

  const other = { ...read.counterexample, seed: 8 }
  expect((await Counterexample.replay(other, Runner.thisThread)).sameHash).toBe(false)
})
