import type { Scenario } from "@wangge/simulator"
import { Simulation } from "@wangge/simulator"
import { describe, expect, test } from "vitest"
import { Duties } from "../src/internal/duties.ts"
import * as work from "../src/internal/workTable.ts"
import { aScenario } from "./aScenario.ts"
import { aTown } from "./aTown.ts"

const base = aScenario()

/** A year in the small town: 3 workers, 200 households, 4 buildings, 2 grids, 248 working days. */
const aYear: Scenario.Scenario = {
  ...base,
  calendar: { ...base.calendar, startDate: "2025-01-01", days: 365, warmUpDays: 0 },
  duties: { ...base.duties, graceDays: 3650 }
}

/** The duties of a town in which nobody ever begins anything, and what was released. */
const released = (scenario: Scenario.Scenario) => {
  const parts = aTown(scenario)
  const { desks, days } = parts
  const minutes = new Map<number, ReadonlyArray<number>>()
  const put = desks.put.bind(desks)
  desks.put = (options) => {
    minutes.set(options.kind, [...(minutes.get(options.kind) ?? []), options.workSec / 60])
    return put(options)
  }
  const duties = new Duties({ rules: scenario.duties, town: parts.town, days, desks })
  let workdays = 0
  for (let day = 0; day < days.dayCount; day++) {
    if (days.firstSpell[day + 1]! === days.firstSpell[day]!) continue
    duties.morning(day)
    workdays += 1
  }
  const count = (kind: number): number => minutes.get(kind)?.length ?? 0
  const hours = (kind: number): number =>
    (minutes.get(kind) ?? []).reduce((sum, value) => sum + value, 0) / 60
  return { ...parts, duties, workdays, count, hours }
}

describe("what is released over a year", () => {
  const year = released(aYear)

  test("every household has its visits, within one per grid", () => {
    const due = 200 * aYear.duties.visitsPerHouseholdYear
    expect(Math.abs(year.count(work.visit) - due)).toBeLessThanOrEqual(2)
  })

  test("every building has its passes on every working day", () => {
    expect(year.workdays).toBe(248)
    expect(year.count(work.patrol)).toBe(248 * 4)
  })

  test("meetings and campaigns take the hours that the scenario says", () => {
    expect(year.hours(work.meeting)).toBeCloseTo(15 * 12 * 3, 6)
    // Campaign work comes in chunks of two hours: each grid may still owe part of one.
    const due = 440 * 12
    expect(year.hours(work.campaign)).toBeLessThanOrEqual(due)
    expect(year.hours(work.campaign)).toBeGreaterThan(due - 2 * 2)
  })

  test("two passes a day and half a visit a year scale as they should", () => {
    const other = released({
      ...aYear,
      duties: { ...aYear.duties, patrolPassesPerDay: 1.5, visitsPerHouseholdYear: 0.5 }
    })
    expect(other.count(work.patrol)).toBe(1.5 * 248 * 4)
    expect(Math.abs(other.count(work.visit) - 100)).toBeLessThanOrEqual(2)
  })

  test("twice the workers have no more visits and patrols, but twice the meetings", () => {
    const more = released({ ...aYear, staff: { ...aYear.staff, gridWorkers: 6 } })
    expect(more.count(work.visit)).toBe(year.count(work.visit))
    expect(more.count(work.patrol)).toBe(year.count(work.patrol))
    expect(more.hours(work.meeting)).toBeCloseTo(2 * year.hours(work.meeting), 6)
  })

  test("0 minutes switches a duty off", () => {
    const none = released({
      ...aYear,
      duties: {
        ...aYear.duties,
        visitMin: 0,
        patrolMinPerBuilding: 0,
        meetingHoursPerWorkerMonth: 0,
        campaignHoursPerCommunityMonth: 0
      }
    })
    for (const kind of [work.visit, work.patrol, work.meeting, work.campaign, work.entry]) {
      expect(none.count(kind)).toBe(0)
    }
  })
})

describe("data entry", () => {
  test("a case causes its minutes, released in whole half hours", () => {
    const { duties, count, desks } = released({
      ...aYear,
      calendar: { ...aYear.calendar, startDate: "2025-03-03", days: 2 }
    })
    expect(count(work.entry)).toBe(0)
    for (let one = 0; one < 3; one++) duties.addCaseEntry(0)
    const before = desks.stations[0]!.queueLength
    duties.morning(1)
    // 3 cases of 45 minutes are four chunks and 15 minutes that wait for the next case.
    expect(count(work.entry)).toBe(4)
    expect(desks.stations[0]!.queueLength).toBeGreaterThan(before)
  })
})

describe("what nobody begins", () => {
  test("patrols are missed the next working day, visits after the grace", () => {
    const scenario: Scenario.Scenario = {
      ...aYear,
      calendar: { ...aYear.calendar, startDate: "2025-03-03", days: 12 },
      duties: { ...aYear.duties, graceDays: 7 }
    }
    const { duties, count } = released(scenario)
    // Mornings of ten working days (two weeks): passes of the first nine were dropped.
    expect(duties.patrols).toEqual({ done: 0, missed: 9 * 4 })
    const perDay = count(work.visit) / 10
    // On the second Monday to Friday the visits of the days a week before fall away.
    expect(duties.visits.done).toBe(0)
    expect(Math.abs(duties.visits.missed - 5 * perDay)).toBeLessThanOrEqual(4)
    expect(duties.visits.missed).toBeGreaterThan(0)
  })

  test("a town without grid workers covers nothing, a rich one everything", () => {
    const run = (gridWorkers: number, multiplier: number) =>
      Simulation.run({
        scenario: {
          ...base,
          calendar: { ...base.calendar, days: 60 },
          staff: { ...base.staff, gridWorkers, leaveShare: 0 },
          duties: { ...base.duties, graceDays: 10, campaignHoursPerCommunityMonth: 0 },
          demand: { ...base.demand, multiplier }
        },
        seed: 1,
        replication: 0
      }).outcomes
    expect(run(0, 0)).toMatchObject({ visitCover: 0, patrolCover: 0 })
    expect(run(8, 0)).toMatchObject({ visitCover: 1, patrolCover: 1 })
  })

  test("what was released in the warm-up is not counted", () => {
    const scenario: Scenario.Scenario = {
      ...aYear,
      calendar: { ...aYear.calendar, startDate: "2025-03-17", days: 5, warmUpDays: 14 }
    }
    // Of the five measured mornings the passes of four are dropped by the next one.
    expect(released(scenario).duties.patrols).toEqual({ done: 0, missed: 4 * 4 })
  })
})
