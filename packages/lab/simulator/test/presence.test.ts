import type { Scenario } from "@wangge/simulator"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Presence } from "../src/internal/presence.ts"
import { aScenario } from "./aScenario.ts"
import { aTown } from "./aTown.ts"

const base: Scenario.Scenario = {
  ...aScenario(),
  calendar: { ...aScenario().calendar, startDate: "2025-01-01", days: 365, warmUpDays: 0 },
  territory: { ...aScenario().territory, grids: 4, buildings: 8 },
  staff: { ...aScenario().staff, gridWorkers: 20, leaveShare: 0 }
}

/** For each asked day, which workers of which desk are there, as "desk/seat". */
const thereOn = (
  scenario: Scenario.Scenario,
  asked: ReadonlyArray<number>,
  seed = 1
): ReadonlyArray<ReadonlySet<string>> => {
  const town = aTown(scenario, seed)
  const presence = new Presence({ scenario, ...town })
  return asked.map((day) => {
    presence.morning(day)
    const there = town.desks.stations.flatMap((station) =>
      Array.from({ length: station.serverCount }, (_, server) => server)
        .filter((server) => station.isAvailable(server))
        .map((server) => `${station.tag}/${server}`)
    )
    return new Set(there)
  })
}

const absence = (share: number, parts: object = {}) =>
  ({ kind: "absence", share, fromDay: 5, days: 3, firstGrid: 1, grids: 2, ...parts }) as const

const gridDesks = ["0/", "1/", "2/", "3/"]
const awayOf = (there: ReadonlySet<string>, scenario: Scenario.Scenario): ReadonlyArray<string> => {
  const [all] = thereOn({ ...scenario, shocks: [] }, [0])
  return [...(all ?? [])].filter((one) => !there.has(one))
}

describe("an absence shock", () => {
  test("takes the share of the workers of its grids, on its days", () => {
    const scenario = { ...base, shocks: [absence(0.5)] }
    const days = thereOn(scenario, [4, 5, 7, 8])
    const away = days.map((there) => awayOf(there, scenario))
    expect(away.map((list) => list.length)).toEqual([0, 5, 5, 0])
    expect(away[1]).toEqual(away[2])
    expect(away[1]?.every((one) => one.startsWith("1/") || one.startsWith("2/"))).toBe(true)
  })

  test("a larger share takes the same people and more", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 1e6 }),
        (left, right, seed) => {
          const away = (share: number): ReadonlyArray<string> => {
            const scenario = { ...base, shocks: [absence(share)] }
            return thereOn(scenario, [6], seed).flatMap((there) => awayOf(there, scenario))
          }
          const fewer = away(Math.min(left, right))
          const more = away(Math.max(left, right))
          expect(fewer.length).toBe(Math.round(Math.min(left, right) * 10))
          expect(more).toEqual(expect.arrayContaining([...fewer]))
        }
      ),
      { numRuns: 100, seed: 2 }
    )
  })

  test("a share of 1 takes every worker of its grids, and nobody else", () => {
    const scenario = { ...base, shocks: [absence(1, { firstGrid: 0, grids: 4 })] }
    const [there] = thereOn(scenario, [5])
    expect(
      [...(there ?? [])].filter((one) => gridDesks.some((desk) => one.startsWith(desk)))
    ).toEqual([])
    expect(awayOf(there ?? new Set(), scenario).length).toBe(20)
  })
})

describe("leave", () => {
  test("its share of the working days is lost, by everyone but the departments' desk", () => {
    const scenario = { ...base, staff: { ...base.staff, leaveShare: 0.1, departmentStaff: 3 } }
    const days = Array.from({ length: 248 }, (_, day) => day)
    const there = thereOn(scenario, days)
    const { desks } = aTown(scenario)
    const seats = 20 + base.staff.communityStaff + base.staff.subdistrictStaff
    const onDuty = there.map(
      (one) => [...one].filter((worker) => Number(worker.split("/")[0]) < desks.department).length
    )
    const lost = onDuty.reduce((sum, count) => sum + seats - count, 0)
    const mean = 0.1 * seats * 248
    // Binomial: within 5 standard deviations.
    expect(Math.abs(lost - mean)).toBeLessThan(5 * Math.sqrt(0.9 * mean))
    const department = there.every((one) =>
      [0, 1, 2].every((seat) => one.has(`${desks.department}/${seat}`))
    )
    expect(department).toBe(true)
  })

  test("who is on leave does not depend on demand, shocks or other people", () => {
    const leave = { ...base, staff: { ...base.staff, leaveShare: 0.3 } }
    const before = thereOn(leave, [10, 11])
    const other = { ...leave, demand: { ...leave.demand, multiplier: 1 }, shocks: [absence(0.5)] }
    expect(thereOn(other, [10, 11])).toEqual(before)
  })
})

test("who is there is there for the hours of the shifts", () => {
  const town = aTown(base)
  // 2 January 2025 is a Thursday.
  new Presence({ scenario: base, ...town }).morning(1)
  expect(town.timesheet.use("gridWorker").availableHours).toBe(20 * 8)
})
