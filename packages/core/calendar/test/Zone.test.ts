import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Zone } from "../src/index.ts"
import { instant, wall } from "./aCalendar.ts"

const losAngeles = "America/Los_Angeles"
const berlin = "Europe/Berlin"
const zones = [
  "Asia/Shanghai",
  losAngeles,
  berlin,
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Etc/UTC"
]

describe("offsets", () => {
  test("Shanghai is eight hours ahead of UTC", () => {
    expect(Zone.offsetSec("Asia/Shanghai", instant("2025-06-01"))).toBe(28_800)
  })

  test("Los Angeles changes at 10:00 UTC in spring and 9:00 UTC in autumn", () => {
    const spring = Seconds.dayNumber(2025, 3, 9) * 86_400 + 36_000
    const autumn = Seconds.dayNumber(2025, 11, 2) * 86_400 + 32_400
    expect(Zone.offsetSec(losAngeles, spring - 1)).toBe(-28_800)
    expect(Zone.offsetSec(losAngeles, spring)).toBe(-25_200)
    expect(Zone.offsetSec(losAngeles, autumn - 1)).toBe(-25_200)
    expect(Zone.offsetSec(losAngeles, autumn)).toBe(-28_800)
  })

  test("a fraction of a second before a change still has the old offset", () => {
    const spring = Seconds.dayNumber(2025, 3, 30) * 86_400 + 3600
    expect(Zone.offsetSec(berlin, spring - 0.25)).toBe(3600)
    expect(Zone.offsetSec(berlin, spring)).toBe(7200)
  })

  test("offsets of seconds, as local mean time had, are kept", () => {
    expect(Zone.offsetSec("Asia/Shanghai", Seconds.dayNumber(1900, 1, 1) * 86_400)).toBe(29_143)
  })

  test("an unknown zone and an instant out of range are refused by name", () => {
    expect(Zone.isKnown("Asia/Kolkata")).toBe(true)
    for (const zone of ["Asia/Nowhere", "", "+08:00", "-05:00"]) {
      expect(Zone.isKnown(zone)).toBe(false)
      expect(() => Zone.offsetSec(zone, 0)).toThrow(JSON.stringify(zone))
    }
    expect(() => Zone.offsetSec("Asia/Shanghai", Number.NaN)).toThrow(RangeError)
    expect(() => Zone.offsetSec("Asia/Shanghai", 1e15)).toThrow(RangeError)
    expect(() => Zone.toInstantSec("Asia/Shanghai", Zone.dayMax + 1, 0)).toThrow(RangeError)
  })
})

describe("wall time and instants", () => {
  test("an instant survives the way to the wall and back, unless the wall shows it twice", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 2_500_000_000 }),
        (zone, atSec) => {
          const { dayNumber, secOfDay } = Zone.toLocal(zone, atSec)
          expect(secOfDay).toBeGreaterThanOrEqual(0)
          expect(secOfDay).toBeLessThan(86_400)
          const back = Zone.toInstantSec(zone, dayNumber, secOfDay)
          expect(back).toBeLessThanOrEqual(atSec)
          expect(Zone.toLocal(zone, back)).toEqual({ dayNumber, secOfDay })
          if (back < atSec) {
            expect(Zone.offsetSec(zone, atSec)).toBeLessThan(Zone.offsetSec(zone, back))
          }
        }
      ),
      { numRuns: 300, seed: 1 }
    )
  })

  test("later on the wall is never earlier in time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(20_156, 20_177, 20_184, 20_366, 20_387, 20_394, 15_338, 17_838),
        fc.integer({ min: -86_400, max: 172_800 }),
        fc.integer({ min: 0, max: 90_000 }),
        (zone, day, secOfDay, laterSec) => {
          const early = Zone.toInstantSec(zone, day, secOfDay)
          expect(Zone.toInstantSec(zone, day, secOfDay + laterSec)).toBeGreaterThanOrEqual(early)
        }
      ),
      { numRuns: 400, seed: 2 }
    )
  })

  test("a time that the wall skips is the instant of the change", () => {
    const change = Seconds.dayNumber(2025, 3, 9) * 86_400 + 36_000
    expect(instant("2025-03-09 01:59:59", losAngeles)).toBe(change - 1)
    expect(instant("2025-03-09 02:00:00", losAngeles)).toBe(change)
    expect(instant("2025-03-09 02:30:00", losAngeles)).toBe(change)
    expect(instant("2025-03-09 03:00:00", losAngeles)).toBe(change)
    expect(instant("2025-03-09 03:00:01", losAngeles)).toBe(change + 1)
  })

  test("a time that the wall shows twice is the first of the two", () => {
    const change = Seconds.dayNumber(2025, 10, 26) * 86_400 + 3600
    expect(instant("2025-10-26 01:59:59", berlin)).toBe(change - 3601)
    expect(instant("2025-10-26 02:00:00", berlin)).toBe(change - 3600)
    expect(instant("2025-10-26 02:59:59", berlin)).toBe(change - 1)
    expect(instant("2025-10-26 03:00:00", berlin)).toBe(change + 3600)
    expect(wall(change, berlin)).toBe("2025-10-26 02:00:00")
  })

  test("a change of half an hour and a day that never was are met", () => {
    const lordHowe = "Australia/Lord_Howe"
    expect(wall(instant("2025-10-05 02:10:00", lordHowe), lordHowe)).toBe("2025-10-05 02:30:00")
    const apia = "Pacific/Apia"
    expect(wall(instant("2011-12-30 12:00:00", apia), apia)).toBe("2011-12-31 00:00:00")
  })

  test("fractions of a second stay on the wall", () => {
    expect(Zone.toLocal("Asia/Shanghai", 0.5)).toEqual({ dayNumber: 0, secOfDay: 28_800.5 })
    expect(Zone.toLocal("Etc/UTC", -0.5)).toEqual({ dayNumber: -1, secOfDay: 86_399.5 })
    expect(Zone.toInstantSec("Asia/Shanghai", 0, 28_800.5)).toBe(0.5)
  })
})

test("the week begins on Monday", () => {
  expect(Zone.weekday(Seconds.dayNumber(2025, 1, 26))).toBe(6)
  expect(Zone.weekday(Seconds.dayNumber(2025, 1, 27))).toBe(0)
  expect(Zone.weekday(Seconds.dayNumber(1969, 12, 31))).toBe(2)
  expect(Zone.weekday(-4)).toBe(6)
})
