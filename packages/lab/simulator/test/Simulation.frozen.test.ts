/**
 * One small run, and a few days of each preset, frozen. If this test fails, the model gives other numbers than before: raise
 * `Study.modelVersion`, write a changeset, and only then freeze the new numbers.
 */
import { Preset, type Scenario, Simulation, Study } from "@wangge/simulator"
import { expect, test } from "vitest"
import { aScenario } from "./aScenario.ts"

const base = aScenario()
const town: Scenario.Scenario = {
  ...base,
  staff: { ...base.staff, gridWorkers: 8 },
  demand: { ...base.demand, multiplier: 40 },
  shocks: [{ kind: "absence", share: 0.5, fromDay: 7, days: 5, firstGrid: 0, grids: 1 }]
}

test("a small town's three weeks are what they were", () => {
  const run = Simulation.run({ scenario: town, seed: 7, replication: 0 })
  expect({
    modelVersion: Study.modelVersion,
    hash: run.hash,
    eventCount: run.eventCount,
    casesRaised: run.outcomes.casesRaised,
    casesClosed: run.outcomes.casesClosed,
    onTimeShare: run.outcomes.onTimeShare,
    useOfTime: run.outcomes.useOfTime
  }).toEqual({
    modelVersion: "town-1/statuses-13",
    hash: "080797ce574820bb",
    eventCount: 2621,
    casesRaised: 138,
    casesClosed: 103,
    onTimeShare: 0.8823529411764706,
    useOfTime: 0.7503016748042621
  })
})

test.each([
  ["helong", "c100e1864c46635b"],
  ["longxian", "5921933b5b922f7b"],
  ["jiyang", "342385fca7522753"],
  ["jiyang.before", "51d7fa670042d09f"],
  ["bagongshan", "a4d4df8beaa64c17"],
  ["xixian.overlay", "b445692dd6441e4d"]
])("ten days of the preset of %s are what they were", (id, hash) => {
  const preset = Preset.find(id)
  if (preset === undefined) throw new Error(`no preset ${id}`)
  const scenario = { ...preset, calendar: { ...preset.calendar, days: 10, warmUpDays: 7 } }
  expect(Simulation.run({ scenario, seed: 7, replication: 0 }).hash).toBe(hash)
})
