/**
 * One small run, frozen. If this test fails, the model gives other numbers than before: raise
 * `Study.modelVersion`, write a changeset, and only then freeze the new numbers.
 */
import { type Scenario, Simulation, Study } from "@wangge/simulator"
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
