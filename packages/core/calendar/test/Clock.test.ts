import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Clock, WorkCalendar } from "../src/index.ts"
import { instant, office } from "./aCalendar.ts"

const working = Clock.working(office)
const always = Clock.working(WorkCalendar.everyHour)

describe("clocks", () => {
  test("calendar time is the working time of a calendar that never closes", () => {
    const sec = fc.integer({ min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(sec, sec, (first, second) => {
        expect(Clock.addSec(Clock.calendar, first, second)).toBe(
          Clock.addSec(always, first, second)
        )
        expect(Clock.elapsedSec(Clock.calendar, first, second)).toBe(
          Clock.elapsedSec(always, first, second)
        )
      }),
      { numRuns: 200, seed: 6 }
    )
  })

  test("the working clock stands still on Saturday, calendar time does not", () => {
    const saturday = instant("2025-03-08")
    const sunday = instant("2025-03-09")
    expect(Clock.elapsedSec(working, saturday, sunday)).toBe(0)
    expect(Clock.elapsedSec(Clock.calendar, saturday, sunday)).toBe(86_400)
  })

  test("a clock tells what it covers and reaches", () => {
    expect(Clock.covers(Clock.calendar, -5)).toBe(true)
    expect(Clock.covers(Clock.calendar, Number.NaN)).toBe(false)
    expect(Clock.covers(working, office.untilSec + 1)).toBe(false)
    expect(Clock.reaches(Clock.calendar, 0, Number.NaN)).toBe(false)
    expect(Clock.reaches(Clock.calendar, 0, -60)).toBe(true)
    expect(Clock.reaches(working, office.untilSec, 1)).toBe(false)
    expect(Clock.reaches(working, office.untilSec, Number.POSITIVE_INFINITY)).toBe(true)
  })

  test("what is no instant is refused", () => {
    const nothing = Number.NaN
    expect(() => Clock.addSec(Clock.calendar, nothing, 1)).toThrow("got NaN and 1")
    expect(() => Clock.addSec(Clock.calendar, 1, nothing)).toThrow("got 1 and NaN")
    expect(() => Clock.elapsedSec(Clock.calendar, 0, nothing)).toThrow("got 0 and NaN")
    expect(() => Clock.elapsedSec(working, 0, office.fromSec)).toThrow(
      /within the calendar's range/
    )
  })

  test.each([Clock.calendar, working])("an infinite limit is never over, %#", (clock) => {
    const never = Number.POSITIVE_INFINITY
    const atSec = office.fromSec
    expect(Clock.addSec(clock, atSec, never)).toBe(never)
    expect(Clock.reaches(clock, never, 60)).toBe(true)
    expect(Clock.addSec(clock, never, 60)).toBe(never)
    expect(Clock.elapsedSec(clock, atSec, never)).toBe(never)
    expect(Clock.reaches(clock, never, Number.NaN)).toBe(false)
    expect(() => Clock.addSec(clock, never, Number.NaN)).toThrow(RangeError)
    expect(() => Clock.addSec(clock, never, -never)).toThrow(RangeError)
    expect(() => Clock.elapsedSec(clock, never, atSec)).toThrow(RangeError)
    expect(() => Clock.elapsedSec(clock, Number.NaN, never)).toThrow(RangeError)
  })
})
