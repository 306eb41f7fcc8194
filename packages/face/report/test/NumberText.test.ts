import { NumberText } from "@wangge/report"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

describe("decimal", () => {
  test("separates thousands and keeps the decimals asked for", () => {
    expect(NumberText.decimal(999, 0, "en")).toBe("999")
    expect(NumberText.decimal(1000, 0, "en")).toBe("1,000")
    expect(NumberText.decimal(-1234567.25, 1, "zh")).toBe("-1,234,567.3")
  })

  test("never shows a negative zero", () => {
    expect(NumberText.decimal(-0, 1, "en")).toBe("0.0")
    expect(NumberText.decimal(-0.04, 1, "en")).toBe("0.0")
    expect(NumberText.decimal(-0.06, 1, "en")).toBe("-0.1")
  })

  test("shows null, undefined, NaN and infinities as none", () => {
    for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(NumberText.decimal(value, 1, "en")).toBe("none")
      expect(NumberText.share(value, "zh")).toBe("无")
      expect(NumberText.duration(value, "en")).toBe("none")
      expect(NumberText.perHundred(value, "zh")).toBe("无")
      expect(NumberText.count(value, "en")).toBe("none")
    }
  })

  test("reads back as the same number within half of the last decimal", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        (value, digits) => {
          const back = Number(NumberText.decimal(value, digits, "en").replaceAll(",", ""))
          expect(Math.abs(back - value)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits + 1e-3)
        }
      ),
      { numRuns: 300, seed: 11 }
    )
  })
})

describe("duration", () => {
  test("changes its unit at 1 hour and at 48 hours", () => {
    expect(NumberText.duration(0.99, "en")).toBe("59 min")
    expect(NumberText.duration(1, "en")).toBe("1.0 hours")
    expect(NumberText.duration(47.9, "zh")).toBe("47.9小时")
    expect(NumberText.duration(48, "en")).toBe("2.0 days")
  })

  test("shows more decimals for a narrow interval", () => {
    expect(NumberText.duration(72.7, "en", 0.3)).toBe("3.03 days")
    expect(NumberText.duration(72.7, "en", 30)).toBe("3.0 days")
  })
})

describe("perHundred", () => {
  test("keeps a decimal only where a share is nearly none or nearly all", () => {
    expect(NumberText.perHundred(0, "en")).toBe("0")
    expect(NumberText.perHundred(0.004, "en")).toBe("0.4")
    expect(NumberText.perHundred(0.0101, "en")).toBe("1")
    expect(NumberText.perHundred(0.9899, "en")).toBe("99")
    expect(NumberText.perHundred(0.996, "en")).toBe("99.6")
    expect(NumberText.perHundred(0.99999, "en")).toBe("100")
    expect(NumberText.perHundred(1, "en")).toBe("100")
  })
})

describe("digits", () => {
  test("shows the first digit of the half-width, at most three decimals", () => {
    expect(NumberText.digits("cases", 0.5)).toBe(0)
    expect(NumberText.digits("cases", 0.49)).toBe(1)
    expect(NumberText.digits("share", 0.005)).toBe(1)
    expect(NumberText.digits("share", 0.00049)).toBe(2)
    expect(NumberText.digits("share", 1e-9)).toBe(3)
    expect(NumberText.digits("perThousandMonth", 4)).toBe(2)
    expect(NumberText.digits("hours", 0)).toBe(1)
    expect(NumberText.digits("hours", null)).toBe(1)
  })
})
