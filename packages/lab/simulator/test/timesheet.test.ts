import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { giniOf } from "../src/internal/timesheet.ts"
import * as work from "../src/internal/workTable.ts"
import { aScenario } from "./aScenario.ts"
import { aTown } from "./aTown.ts"

describe("the Gini coefficient", () => {
  test.each([
    [[1, 1, 1], 0],
    [[0, 0, 0], 0],
    [[0, 1], 0.5],
    [[0, 0, 0, 1], 0.75],
    [[1, 2, 3], 2 / 9],
    [[5], 0]
  ])("of %j is %d", (shares, expected) => {
    expect(giniOf(shares)).toBeCloseTo(expected, 12)
  })

  test("of nobody is not a number", () => {
    expect(giniOf([])).toBeNaN()
  })

  test("lies from 0 to 1 and does not change with order or scale", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (shares, factor) => {
          const gini = giniOf(shares)
          expect(gini).toBeGreaterThanOrEqual(-1e-9)
          expect(gini).toBeLessThan(1)
          const other = giniOf([...shares].reverse().map((share) => share * factor))
          expect(other).toBeCloseTo(gini, 6)
        }
      ),
      { numRuns: 200, seed: 5 }
    )
  })
})

describe("booked spells", () => {
  const scenario = {
    ...aScenario(),
    calendar: { ...aScenario().calendar, days: 7, warmUpDays: 0 }
  }
  const hour = 3600

  /** Monday 3 March 2025, some hours after midnight. */
  const booked = (spell: {
    readonly fromHour: number
    readonly untilHour: number
    readonly kind?: number
    readonly desk?: number
    readonly isThrough?: boolean
  }) => {
    const town = aTown(scenario)
    const origin = town.days.startSec[0]!
    town.timesheet.present(0, 0, 0, town.days.startSec[1]!)
    town.timesheet.book({
      desk: spell.desk ?? 0,
      server: 0,
      kind: spell.kind ?? work.patrol,
      fromSec: origin + spell.fromHour * hour,
      untilSec: origin + spell.untilHour * hour,
      isThrough: spell.isThrough ?? false
    })
    return town
  }

  test("count the hours of the shifts only: a break in between is no work", () => {
    const { timesheet } = booked({ fromHour: 11, untilHour: 14.5 })
    const use = timesheet.use("gridWorker")
    expect([use.dutyHours, use.caseHours, use.overtimeHours]).toEqual([2, 0, 0])
    expect(use.availableHours).toBe(8)
  })

  test("fall into the hours of the week in which they were worked", () => {
    const shares = booked({ fromHour: 11, untilHour: 14.5 }).timesheet.useByHourOfWeek()
    expect([10, 11, 13, 14, 15].map((at) => shares[at])).toEqual([0, 1, 1, 0.5, 0])
    expect(shares[12]).toBeNaN()
    expect(shares[24 + 11]).toBeNaN()
    expect(shares.length).toBe(168)
  })

  test("work that goes on after the shift is overtime", () => {
    const spell = { fromHour: 17, untilHour: 19, kind: work.handle, isThrough: true }
    const use = booked(spell).timesheet.use("gridWorker")
    expect([use.caseHours, use.dutyHours, use.overtimeHours]).toEqual([2, 0, 1.5])
  })

  test("the on-call roster has every hour and no overtime", () => {
    const town = aTown(scenario)
    const desk = town.desks.firstOnCall
    const { timesheet } = booked({
      desk,
      fromHour: 1,
      untilHour: 3,
      kind: work.handle,
      isThrough: true
    })
    const use = timesheet.use("onCall")
    expect([use.availableHours, use.caseHours, use.overtimeHours]).toEqual([7 * 24, 2, 0])
  })

  test("what lies outside the measured period does not count", () => {
    const use = booked({ fromHour: -200, untilHour: 9 }).timesheet.use("gridWorker")
    expect(use.dutyHours).toBe(1)
    expect(booked({ fromHour: -9, untilHour: -8 }).timesheet.use("gridWorker").dutyHours).toBe(0)
  })

  test("one busy worker among idle ones makes the use uneven", () => {
    const town = booked({ fromHour: 8, untilHour: 12 })
    town.timesheet.present(0, 1, 0, town.days.startSec[1]!)
    expect(town.timesheet.use("gridWorker").gini).toBe(0.5)
  })
})
