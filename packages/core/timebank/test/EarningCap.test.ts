import { Provenance, Seconds } from "@wangge/facts"
import { BankPreset, EarningCap, LedgerRules } from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const zone = "Asia/Shanghai"
const midnight = (text: string): number =>
  Seconds.parseIsoDate(text) * Seconds.daySec - 8 * Seconds.hourSec

const limit = (value: number) => Provenance.assumed({ value, unit: "minutes", reason: "a test" })

const policy = {
  zone,
  caps: {
    hours: { day: limit(480), month: limit(1000), inAll: limit(5000), balance: limit(3000) },
    points: BankPreset.base.caps.points
  }
}

const split = (asked: Partial<EarningCap.Asked>) =>
  EarningCap.split(policy, "hours", {
    amount: 60,
    effectiveSec: midnight("2025-03-31"),
    balance: 0,
    ceiling: LedgerRules.noCeiling,
    before: [],
    ...asked
  })

const credit = (amount: number, text: string, plus = 0) => ({
  amount,
  effectiveSec: midnight(text) + plus
})

describe("caps", () => {
  it("leave a credit whole below, at and beyond the cap of the day to the unit", () => {
    const splits = [419, 420, 421, 480, 481].map((had) =>
      split({ before: [credit(had, "2025-03-31")] })
    )
    expect(splits.map(({ credited, excess }) => [credited, excess])).toEqual([
      [60, 0],
      [60, 0],
      [59, 1],
      [0, 60],
      [0, 60]
    ])
    expect(splits.map(({ boundBy }) => boundBy)).toEqual(["None", "None", "Day", "Day", "Day"])
  })

  it("count a service on its own local day, not on the day of recording", () => {
    const before = [credit(480, "2025-03-31", -1)]
    expect(split({ before, effectiveSec: midnight("2025-03-31") }).excess).toBe(0)
    expect(split({ before, effectiveSec: midnight("2025-03-31") - 1 }).credited).toBe(0)
  })

  it("count the month across days and forget it on the first of the next", () => {
    const before = [credit(480, "2025-03-03"), credit(480, "2025-03-04")]
    expect(split({ before })).toEqual({ credited: 40, excess: 20, boundBy: "Month" })
    expect(split({ before, effectiveSec: midnight("2025-04-01") }).credited).toBe(60)
  })

  it("count in all, on the balance and on the ceiling of the account", () => {
    const before = [credit(4990, "2020-03-03")]
    expect(split({ before })).toEqual({ credited: 10, excess: 50, boundBy: "InAll" })
    expect(split({ balance: 2999 })).toEqual({ credited: 1, excess: 59, boundBy: "Balance" })
    expect(split({ balance: 3001 }).credited).toBe(0)
    expect(split({ ceiling: 30 })).toEqual({ credited: 30, excess: 30, boundBy: "Balance" })
  })

  it("lose nothing, keep every cap, and turn away less when less was credited before", () => {
    const credits = fc.array(
      fc.record({
        amount: fc.integer({ min: 0, max: 600 }),
        effectiveSec: fc.integer({ min: midnight("2025-03-28"), max: midnight("2025-04-04") })
      }),
      { maxLength: 12 }
    )
    fc.assert(
      fc.property(
        credits,
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 0, max: 3500 }),
        (before, amount, balance) => {
          const whole = split({ before, amount, balance })
          expect(whole.credited + whole.excess).toBe(amount)
          expect(whole.credited).toBeGreaterThanOrEqual(0)
          expect(whole.excess).toBeGreaterThanOrEqual(0)
          expect(whole.credited === 0 || balance + whole.credited <= 3000).toBe(true)
          const fewer = split({ before: before.slice(1), amount, balance })
          expect(fewer.credited).toBeGreaterThanOrEqual(whole.credited)
        }
      ),
      { numRuns: 200 }
    )
  })
})
