import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { WorkCalendar } from "../src/index.ts"
import { described, instant, office, wall } from "./aCalendar.ts"
import * as Laws from "./SpellTable.properties.ts"

const runs = { numRuns: 200, seed: 20_250_126 }

/** A random calendar (as a function: a failing run prints its plan) with instants and work. */
const scene = fc
  .oneof(
    described({ dayCount: 12, stepSec: 1 }),
    described({ dayCount: 5, stepSec: 21_600 }),
    fc.constant({ plan: "office hours in China, 2024 to 2026", calendar: office })
  )
  .chain(({ plan, calendar }) => {
    const at = fc.integer({ min: calendar.fromSec, max: calendar.untilSec })
    const work = fc.integer({ min: 0, max: 400_000 })
    return fc.record({
      plan: fc.constant(plan),
      calendarOf: fc.constant(() => calendar),
      at: fc.tuple(at, at, at),
      work: fc.tuple(work, work),
      fraction: fc.tuple(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true })
      )
    })
  })

describe("laws of working time", () => {
  test("adding work and counting it again gives the same number", () => {
    fc.assert(
      fc.property(scene, ({ calendarOf, at, work, fraction }) => {
        const calendar = calendarOf()
        Laws.addThenCountReturnsTheWork(calendar, at[0], work[0])
        Laws.addThenCountReturnsTheWork(calendar, at[0], 0 - work[0])
        const startSec = Math.min(at[0] + fraction[0], calendar.untilSec)
        Laws.addThenCountReturnsTheWork(calendar, startSec, work[0] + fraction[1])
        Laws.addThenCountReturnsTheWork(calendar, startSec, 0 - work[0] - fraction[1])
      }),
      runs
    )
  })

  test("reaches tells whether adding succeeds", () => {
    fc.assert(
      fc.property(scene, ({ calendarOf, at, work, fraction }) => {
        const calendar = calendarOf()
        for (const workSec of [work[0], -work[0], work[0] + fraction[0], work[0] * 40]) {
          Laws.reachesTellsWhetherAddingSucceeds(calendar, at[0], workSec)
          Laws.reachesTellsWhetherAddingSucceeds(calendar, at[0] + fraction[1], workSec)
        }
        const leftSec = WorkCalendar.workSecBetween(calendar, at[0], calendar.untilSec)
        expect(WorkCalendar.reaches(calendar, at[0], leftSec)).toBe(true)
        expect(WorkCalendar.reaches(calendar, at[0], leftSec + 1)).toBe(false)
        Laws.reachesTellsWhetherAddingSucceeds(calendar, at[0], leftSec)
        Laws.reachesTellsWhetherAddingSucceeds(calendar, at[0], leftSec + 1)
      }),
      runs
    )
  })

  test("two parts end with the whole, forwards and backwards", () => {
    fc.assert(
      fc.property(scene, ({ calendarOf, at, work }) => {
        const calendar = calendarOf()
        Laws.twoPartsEndWithTheWhole(calendar, at[0], work)
        Laws.twoPartsEndWithTheWhole(calendar, at[0], [-work[0], -work[1]])
      }),
      runs
    )
  })

  test("counting is additive", () => {
    fc.assert(
      fc.property(scene, ({ calendarOf, at }) => Laws.countingIsAdditive(calendarOf(), at)),
      runs
    )
  })

  test("adding is monotone in start and work", () => {
    fc.assert(
      fc.property(scene, ({ calendarOf, at, work, fraction }) => {
        const calendar = calendarOf()
        Laws.addingIsMonotone(calendar, [at[0], at[1]], work)
        // Work too small to matter must not end before it starts.
        Laws.addingIsMonotone(calendar, [at[0], at[1]], [fraction[0] * 1e-12, work[0]])
        Laws.countingBackIsMonotone(calendar, at[0], work)
        Laws.countingBackIsMonotone(calendar, at[0], [fraction[0] * 1e-12, work[0]])
      }),
      runs
    )
  })

  test("opening and closing agree with counting", () => {
    fc.assert(
      fc.property(scene, ({ calendarOf, at, fraction }) => {
        const calendar = calendarOf()
        Laws.openingAgreesWithCounting(calendar, at[0])
        Laws.openingAgreesWithCounting(calendar, Math.min(at[0] + fraction[0], calendar.untilSec))
        for (const border of [...calendar.startSec.slice(0, 5), ...calendar.endSec.slice(0, 5)]) {
          Laws.openingAgreesWithCounting(calendar, border)
        }
      }),
      runs
    )
  })
})

describe("borders of a spell", () => {
  const morning = instant("2025-03-07 08:30:00")
  const noon = instant("2025-03-07 12:00:00")
  const evening = instant("2025-03-07 17:30:00")
  const monday = instant("2025-03-10 08:30:00")

  test("the first second is open, the end is not", () => {
    expect(WorkCalendar.isOpen(office, morning - 1)).toBe(false)
    expect(WorkCalendar.isOpen(office, morning)).toBe(true)
    expect(WorkCalendar.isOpen(office, noon - 0.001)).toBe(true)
    expect(WorkCalendar.isOpen(office, noon)).toBe(false)
  })

  test("no work ends where it starts, open or not", () => {
    expect(WorkCalendar.addWorkSec(office, evening, 0)).toBe(evening)
    expect(WorkCalendar.addWorkSec(office, evening + 5000, 0)).toBe(evening + 5000)
  })

  test("work that ends with a spell stays at that end, one second more goes on", () => {
    expect(WorkCalendar.addWorkSec(office, morning, 27_000)).toBe(evening)
    expect(WorkCalendar.addWorkSec(office, morning, 27_001)).toBe(monday + 1)
    expect(WorkCalendar.addWorkSec(office, morning, 26_999)).toBe(evening - 1)
  })

  test("work counted back to a spell's start stays at that start", () => {
    expect(WorkCalendar.addWorkSec(office, evening, -27_000)).toBe(morning)
    expect(WorkCalendar.addWorkSec(office, monday + 60, -61)).toBe(evening - 1)
    expect(WorkCalendar.addWorkSec(office, monday, -1)).toBe(evening - 1)
    expect(WorkCalendar.addWorkSec(office, monday - 60, -1)).toBe(evening - 1)
  })

  test("work that starts in a break begins when the break ends", () => {
    expect(wall(WorkCalendar.addWorkSec(office, noon, 60))).toBe("2025-03-07 13:31:00")
    expect(wall(WorkCalendar.addWorkSec(office, noon + 600, 60))).toBe("2025-03-07 13:31:00")
  })

  test("the next opening and closing are the instant itself when it fits", () => {
    expect(WorkCalendar.nextOpenSec(office, morning)).toBe(morning)
    expect(WorkCalendar.nextOpenSec(office, evening)).toBe(monday)
    expect(WorkCalendar.nextCloseSec(office, morning)).toBe(noon)
    expect(WorkCalendar.nextCloseSec(office, noon)).toBe(noon)
  })
})

describe("the compiled range", () => {
  test("covers both ends and nothing outside", () => {
    expect(WorkCalendar.covers(office, office.fromSec)).toBe(true)
    expect(WorkCalendar.covers(office, office.untilSec)).toBe(true)
    expect(WorkCalendar.covers(office, office.fromSec - 0.5)).toBe(false)
    expect(WorkCalendar.covers(office, office.untilSec + 0.5)).toBe(false)
    expect(WorkCalendar.covers(office, Number.NaN)).toBe(false)
  })

  test("every query names the range when it is asked outside", () => {
    const outside = office.untilSec + 1
    const range = `${office.fromSec} to ${office.untilSec}`
    expect(() => WorkCalendar.addWorkSec(office, outside, 0)).toThrow(range)
    expect(() => WorkCalendar.workSecBetween(office, office.fromSec, outside)).toThrow(range)
    expect(() => WorkCalendar.workSecBetween(office, outside, office.fromSec)).toThrow(range)
    expect(() => WorkCalendar.isOpen(office, outside)).toThrow(range)
    expect(() => WorkCalendar.nextOpenSec(office, outside)).toThrow(range)
    expect(() => WorkCalendar.nextOpenSec(office, office.untilSec)).toThrow(range)
    expect(() => WorkCalendar.nextCloseSec(office, outside)).toThrow(range)
    expect(() => WorkCalendar.addWorkSec(office, office.fromSec, 1e9)).toThrow(range)
    expect(() => WorkCalendar.addWorkSec(office, office.untilSec, -1e9)).toThrow(range)
  })

  test("a window that ends before it begins is refused", () => {
    expect(() => WorkCalendar.openSecOf(office, office.untilSec, office.fromSec)).toThrow(
      /at least fromSec/
    )
  })

  test("infinite work never ends and work that is no number is refused", () => {
    const infinite = Number.POSITIVE_INFINITY
    expect(WorkCalendar.addWorkSec(office, office.fromSec, infinite)).toBe(infinite)
    expect(WorkCalendar.reaches(office, office.fromSec, infinite)).toBe(true)
    expect(WorkCalendar.reaches(office, office.fromSec, -infinite)).toBe(false)
    expect(WorkCalendar.reaches(office, office.fromSec, Number.NaN)).toBe(false)
    expect(() => WorkCalendar.addWorkSec(office, office.fromSec, Number.NaN)).toThrow(RangeError)
    expect(() => WorkCalendar.addWorkSec(office, office.fromSec, -infinite)).toThrow(RangeError)
  })
})
