import { Seconds } from "@wangge/facts"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { TimeText } from "../src/index.ts"

const sec = (text: string, zone = "") => {
  const parsed = TimeText.parse(text, zone)
  return parsed.ok ? Seconds.toIsoInstant(parsed.atSec) : parsed.code
}

test("an offset decides, whatever the zone", () => {
  const noon = "2026-03-02T12:00:00Z"
  for (const text of [
    "2026-03-02T12:00:00Z",
    "2026-03-02T12:00z",
    "2026-03-02 12:00:00.999 Z",
    "2026-03-02T20:00:00+08:00",
    "2026-03-02T20:00:00,5+0800",
    "2026-03-02T20:00+08",
    " 2026-03-02T08:30:00.000-03:30 "
  ]) {
    expect(sec(text)).toBe(noon)
    expect(sec(text, "America/Los_Angeles")).toBe(noon)
  }
})

describe("without an offset", () => {
  test("a zone is needed", () => {
    expect(sec("2020-01-01 00:05:00")).toBe("TimeWithoutOffset")
    expect(sec("2020-01-01 00:05:00", "America/Los_Angeles")).toBe("2020-01-01T08:05:00Z")
    expect(sec("2020-07-01 00:05:00", "America/Los_Angeles")).toBe("2020-07-01T07:05:00Z")
  })

  test("an hour that the clocks skip is refused, of one shown twice the first is meant", () => {
    expect(sec("2020-03-08 01:59:59", "America/Los_Angeles")).toBe("2020-03-08T09:59:59Z")
    expect(sec("2020-03-08 02:00:00", "America/Los_Angeles")).toBe("TimeSkipped")
    expect(sec("2020-03-08 02:59:59", "America/Los_Angeles")).toBe("TimeSkipped")
    expect(sec("2020-03-08 03:00:00", "America/Los_Angeles")).toBe("2020-03-08T10:00:00Z")
    expect(sec("2020-11-01 01:30:00", "America/Los_Angeles")).toBe("2020-11-01T08:30:00Z")
  })

  test("an unknown zone is a mistake of the caller", () => {
    expect(() => sec("2020-01-01 00:05:00", "Mars/Olympus")).toThrow(RangeError)
  })
})

test("what no calendar or clock shows is no time", () => {
  for (const text of [
    "",
    "today",
    "2026-03-02",
    "02/03/2026 12:00",
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-03-02T24:00:00Z",
    "2026-03-02T12:60:00Z",
    "2026-03-02T12:00:60Z",
    "2026-03-02T12:00:00+25:00",
    "2026-03-02T12:00:00+8",
    "0000-01-01T00:00:00Z"
  ]) {
    expect(sec(text, "Asia/Shanghai")).toBe("TimeUnreadable")
  }
})

test("every instant that we write is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000_000_000, max: 250_000_000_000 }), (atSec) => {
      expect(TimeText.parse(Seconds.toIsoInstant(atSec), "")).toEqual({ ok: true, atSec })
    }),
    { numRuns: 200 }
  )
})
