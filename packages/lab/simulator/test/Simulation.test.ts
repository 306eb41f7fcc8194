import { CaseAction, CaseStatus } from "@wangge/cases"
import { CaseReplay, type Scenario, Simulation } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { aScenario } from "./aScenario.ts"

const base = aScenario()
const run = (parts: Partial<Scenario.Scenario>, watch: Simulation.Watch = {}) =>
  Simulation.run({ scenario: { ...base, ...parts }, seed: 2, replication: 0 }, watch)

test("watching changes nothing in a run", () => {
  const log = new CaseReplay.CaseLog()
  let spells = 0
  const watched = run({}, { onMove: log.recorder, onWork: () => (spells += 1) })
  expect(watched).toEqual(run({}))
  expect(log.count).toBeGreaterThan(0)
  expect(spells).toBeGreaterThan(0)
})

describe("levels without workers", () => {
  const none = { gridWorkers: 0, communityStaff: 0, subdistrictStaff: 0, departmentStaff: 0 }

  test("in a town without anybody every case waits, and none is lost", () => {
    const staff = { ...base.staff, ...none, onCallPerCommunity: 0 }
    const { outcomes, conservation, waitingForNobody } = run({ staff })
    expect(conservation.raised).toBeGreaterThan(0)
    expect(conservation.writtenOff).toBe(0)
    expect(waitingForNobody).toBeGreaterThan(0)
    expect(outcomes.onTimeShare).toBe(0)
    expect(outcomes.useOfTime).toBeNaN()
  })

  test("without a roster, urgent cases go to the desks", () => {
    const staff = { ...base.staff, onCallPerCommunity: 0 }
    expect(run({ staff }).useByWorkerKind.onCall.workerCount).toBe(0)
    expect(run({ staff }).conservation.raised).toBe(run({}).conservation.raised)
  })
})

describe("the end of a shift", () => {
  const policy = (shiftEnd: "pause" | "finish") => ({ policy: { ...base.policy, shiftEnd } })
  const demand = { ...base.demand, multiplier: 60 }
  const duties = { ...base.duties, campaignHoursPerCommunityMonth: 0 }

  test("work in hand rests: nobody works overtime", () => {
    expect(run({ ...policy("pause"), demand, duties }).outcomes.overtimeHours).toBe(0)
  })

  test("or is finished: overtime is counted", () => {
    expect(run({ ...policy("finish"), demand, duties }).outcomes.overtimeHours).toBeGreaterThan(0)
  })
})

describe("policy", () => {
  const demand = { ...base.demand, multiplier: 30 }
  const movesOf = (policy: Scenario.Policy): ReadonlyArray<number> => {
    const log = new CaseReplay.CaseLog()
    run({ demand, policy }, { onMove: log.recorder })
    return Array.from({ length: log.count }, (_, index) => log.at(index).action)
  }
  const count = (policy: Partial<Scenario.Policy>, action: CaseAction.CaseAction): number =>
    movesOf({ ...base.policy, ...policy }).filter((one) => one === CaseAction.codeOf(action)).length

  test("cases are suspended for parts only where the policy says so", () => {
    expect(count({ suspendForParts: false }, "Suspend")).toBe(0)
    expect(count({ suspendForParts: true }, "Suspend")).toBeGreaterThan(0)
  })

  test("no case is returned where none may be", () => {
    expect(count({ maxReturns: 0 }, "Return")).toBe(0)
    expect(count({ maxReturns: 2 }, "Return")).toBeGreaterThan(0)
  })

  test("overdue cases that nobody begins go up by themselves only where the policy says so", () => {
    const staff = { ...base.staff, gridWorkers: 0 }
    const finished = (escalateOverdue: boolean): number =>
      run({ staff, demand, policy: { ...base.policy, escalateOverdue } }).conservation.writtenOff
    expect(finished(true)).toBeGreaterThan(finished(false))
  })
})

test("half the workers leave visits and patrols undone", () => {
  const of = (gridWorkers: number) => run({ staff: { ...base.staff, gridWorkers } }).outcomes
  expect(of(2).visitCover + of(2).patrolCover).toBeLessThan(of(4).visitCover + of(4).patrolCover)
})

test("weeks and levels hold every case", () => {
  const { raisedByWeek, openByWeek, hoursToCloseByLevel, conservation } = run({})
  expect(raisedByWeek.reduce((sum, value) => sum + value, 0)).toBe(conservation.raised)
  expect(raisedByWeek.length).toBe(3)
  expect(openByWeek.length).toBe(3)
  const closed = hoursToCloseByLevel.reduce((sum, hours) => sum + hours.length, 0)
  expect(closed).toBe(conservation.writtenOff)
  expect(CaseStatus.list).toContain("WrittenOff")
})
