import { Seconds } from "@wangge/facts"
import { LocalPeriod } from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const zone = "Asia/Shanghai"
const day = (text: string): number => Seconds.parseIsoDate(text)
/** Midnight in Shanghai. */
const midnight = (text: string): number => day(text) * Seconds.daySec - 8 * Seconds.hourSec

describe("local periods", () => {
  it("begin at local midnight, to the second", () => {
    const sec = midnight("2025-03-01")
    const months = [sec - 1, sec, sec + 1].map((at) => LocalPeriod.numberOf(zone, "Month", at))
    expect(months).toEqual([2025 * 12 + 1, 2025 * 12 + 2, 2025 * 12 + 2])
    expect(LocalPeriod.numberOf(zone, "Year", midnight("2025-01-01") - 1)).toBe(2024)
    expect(LocalPeriod.numberOf(zone, "Ever", sec)).toBe(0)
  })

  it("end where the next one begins, also in December and in a leap year", () => {
    for (const [period, at, end] of [
      ["Day", "2024-02-28", "2024-02-29"],
      ["Month", "2024-02-01", "2024-03-01"],
      ["Month", "2024-12-31", "2025-01-01"],
      ["Year", "2024-07-01", "2025-01-01"]
    ] as const) {
      expect(LocalPeriod.endSec(zone, period, midnight(at))).toBe(midnight(end))
    }
    expect(() => LocalPeriod.endDay("Ever", 0)).toThrow(RangeError)
    expect(LocalPeriod.endSec(zone, "Ever", 0)).toBe(Number.MAX_SAFE_INTEGER)
  })

  it("an instant lies before the end of its period and the end lies in the next", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }),
        fc.constantFrom("Day" as const, "Month" as const, "Year" as const),
        (sec, period) => {
          const end = LocalPeriod.endSec(zone, period, sec)
          const own = LocalPeriod.numberOf(zone, period, sec)
          expect(end).toBeGreaterThan(sec)
          expect(LocalPeriod.numberOf(zone, period, end - 1)).toBe(own)
          expect(LocalPeriod.numberOf(zone, period, end)).toBe(own + 1)
        }
      ),
      { numRuns: 100 }
    )
  })

  it("adds months and stays within a short one", () => {
    const added = (text: string, months: number) =>
      Seconds.toIsoDate(LocalPeriod.addMonths(day(text), months))
    expect(added("2025-01-31", 1)).toBe("2025-02-28")
    expect(added("2024-01-31", 1)).toBe("2024-02-29")
    expect(added("2024-02-29", 12)).toBe("2025-02-28")
    expect(added("2025-11-30", 3)).toBe("2026-02-28")
    expect(added("2025-03-31", -1)).toBe("2025-02-28")
    expect(added("2025-06-15", 0)).toBe("2025-06-15")
  })

  it("a year is completed on the birthday, on 1 March for a leap day", () => {
    const age = (born: string, on: string) => LocalPeriod.ageYears(day(born), day(on))
    expect(age("1965-06-02", "2025-06-01")).toBe(59)
    expect(age("1965-06-02", "2025-06-02")).toBe(60)
    expect(age("1964-02-29", "2025-02-28")).toBe(60)
    expect(age("1964-02-29", "2025-03-01")).toBe(61)
    expect(age("2025-06-02", "2025-06-01")).toBe(-1)
  })
})
