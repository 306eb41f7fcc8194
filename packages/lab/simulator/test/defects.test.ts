import { CaseSource } from "@wangge/cases"
import { type Scenario, Simulation } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aScenario } from "./aScenario.ts"

const base = aScenario()

const run = (parts: Partial<Scenario.Defects>, duties: Partial<Scenario.Duties> = {}) => {
  const scenario: Scenario.Scenario = {
    ...base,
    calendar: { ...base.calendar, days: 120 },
    staff: { ...base.staff, gridWorkers: 8, leaveShare: 0 },
    demand: {
      ...base.demand,
      perThousandMonth: {
        tickets: 0,
        disputes: 0,
        petitions: 0,
        windowBusiness: 0,
        questions: 0
      }
    },
    defects: { ...base.defects, ...parts },
    duties: { ...base.duties, campaignHoursPerCommunityMonth: 0, ...duties }
  }
  const { outcomes, raisedBySource } = Simulation.run({ scenario, seed: 4, replication: 0 })
  const from = (source: CaseSource.CaseSource): number => raisedBySource[CaseSource.codeOf(source)]!
  return { outcomes, found: from("GridWorker"), reported: from("PhotoReport") }
}

describe("a visible defect", () => {
  test("is reported by residents only, where patrols see nothing", () => {
    const { outcomes, found, reported } = run({ findShare: 0 })
    expect(outcomes.foundBeforeComplaint).toBe(0)
    expect(found).toBe(0)
    expect(reported).toBeGreaterThan(20)
  })

  test("is found by workers only, where nobody reports", () => {
    const { outcomes, found, reported } = run({ reportShare: 0, repeatReportShare: 0 })
    expect(outcomes.foundBeforeComplaint).toBe(1)
    expect(reported).toBe(0)
    expect(found).toBeGreaterThan(20)
  })

  test("stays unknown where nobody looks and nobody reports", () => {
    const { outcomes } = run({ reportShare: 0, findShare: 0 })
    expect(outcomes.casesRaised).toBe(0)
    expect(outcomes.foundBeforeComplaint).toBeNaN()
  })

  test("is found by patrols and visits, not by other duties", () => {
    const noRounds = { patrolMinPerBuilding: 0, visitMin: 0 }
    expect(run({ reportShare: 0 }, noRounds).outcomes.casesRaised).toBe(0)
    const visitsOnly = run({ reportShare: 0, repeatReportShare: 0 }, { patrolMinPerBuilding: 0 })
    expect(visitsOnly.found).toBeGreaterThan(0)
  })

  test("is found before a complaint the more often, the better patrols look", () => {
    const shares = [0.05, 0.2, 0.8].map(
      (findShare) => run({ findShare }).outcomes.foundBeforeComplaint
    )
    expect(shares).toEqual([...shares].sort((left, right) => left - right))
    expect(shares[2]! - shares[0]!).toBeGreaterThan(0.3)
  })

  test("is reported again by neighbours only while the town lets them", () => {
    const repeats = (repeatReportShare: number): number =>
      run({ findShare: 0, repeatReportShare }).outcomes.repeatShare
    expect(repeats(0)).toBeLessThan(repeats(1))
  })
})
