import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Seconds } from "../src/index.ts"

/** Days of years 0 to 9999, which ISO 8601 writes with four digits. */
const someDay = fc.integer({
  min: Seconds.dayNumber(0, 1, 1),
  max: Seconds.dayNumber(9999, 12, 31)
})

describe("civil days", () => {
  test("known days have their known numbers", () => {
    expect(Seconds.dayNumber(1970, 1, 1)).toBe(0)
    expect(Seconds.dayNumber(1969, 12, 31)).toBe(-1)
    expect(Seconds.dayNumber(2000, 2, 29)).toBe(11_016)
    expect(Seconds.dayNumber(2000, 3, 1)).toBe(11_017)
    expect(Seconds.dayNumber(1858, 11, 17)).toBe(-40_587)
  })

  test("years divisible by 100 but not by 400 have no leap day", () => {
    const february = (year: number) => Seconds.dayNumber(year, 3, 1) - Seconds.dayNumber(year, 2, 1)
    expect([1900, 2000, 2023, 2024, 2100].map(february)).toEqual([28, 29, 28, 29, 28])
  })

  test("a day number survives the way to a date and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -4_000_000, max: 4_000_000 }), (dayNumber) => {
        const { year, month, day } = Seconds.civilDate(dayNumber)
        expect(Seconds.dayNumber(year, month, day)).toBe(dayNumber)
        expect(month).toBeGreaterThanOrEqual(1)
        expect(month).toBeLessThanOrEqual(12)
        expect(day).toBeGreaterThanOrEqual(1)
        expect(day).toBeLessThanOrEqual(31)
      }),
      { numRuns: 500, seed: 1 }
    )
  })

  test("every day of 400 years follows the one before", () => {
    let { year, month, day } = Seconds.civilDate(0)
    for (let dayNumber = 1; dayNumber <= 146_097; dayNumber++) {
      const next = Seconds.civilDate(dayNumber)
      const isNextDay = next.year === year && next.month === month && next.day === day + 1
      const isNextMonth = next.year === year && next.month === month + 1 && next.day === 1
      const isNextYear = next.year === year + 1 && next.month === 1 && next.day === 1 && day === 31
      if (!(isNextDay || isNextMonth || isNextYear)) throw new Error(`gap at ${dayNumber}`)
      year = next.year
      month = next.month
      day = next.day
    }
    expect({ year, month, day }).toEqual({ year: 2370, month: 1, day: 1 })
  })

  test("ISO dates survive the way there and back", () => {
    fc.assert(
      fc.property(someDay, (dayNumber) => {
        expect(Seconds.parseIsoDate(Seconds.toIsoDate(dayNumber))).toBe(dayNumber)
      }),
      { numRuns: 300, seed: 2 }
    )
  })

  test.each(["2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-4-1", "", "soon"])(
    "%j is not a date",
    (text) => {
      expect(Seconds.parseIsoDate(text)).toBeNaN()
    }
  )

  test("29 February is a date in leap years only", () => {
    expect(Seconds.parseIsoDate("2024-02-29")).toBe(Seconds.dayNumber(2024, 2, 29))
    expect(Seconds.parseIsoDate("2100-02-29")).toBeNaN()
  })
})

describe("instants and spans", () => {
  test("spans are multiples of each other", () => {
    expect(Seconds.hourSec).toBe(60 * Seconds.minuteSec)
    expect(Seconds.daySec).toBe(24 * Seconds.hourSec)
    expect(Seconds.weekSec).toBe(7 * Seconds.daySec)
  })

  test("an instant is written in UTC, before and after 1970", () => {
    expect(Seconds.toIsoInstant(0)).toBe("1970-01-01T00:00:00Z")
    expect(Seconds.toIsoInstant(-1)).toBe("1969-12-31T23:59:59Z")
    expect(Seconds.toIsoInstant(1_700_000_000)).toBe("2023-11-14T22:13:20Z")
  })

  test("only safe integers are whole seconds", () => {
    expect([0, -5, Number.MAX_SAFE_INTEGER].every(Seconds.isWhole)).toBe(true)
    const others = [0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1]
    expect(others.some(Seconds.isWhole)).toBe(false)
  })
})
