import { Provenance } from "@wangge/facts"
import { type BankPolicy, BankPreset, BankRules, LedgerRules } from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { at } from "./aBank.ts"

const rules = (months: number, endOf: BankPolicy.ExpiryPolicy["endOf"]) =>
  BankRules.compile({
    ...BankPreset.base,
    expiry: {
      months: {
        hours: Provenance.assumed({ value: months, unit: "months", reason: "a test" }),
        points: "none"
      },
      endOf,
      donated: "NoDate"
    }
  })

describe("the lapse date of a credit", () => {
  it("is the end of the local day, the last one of a short month", () => {
    const own = rules(1, "Day")
    expect(BankRules.lapseSec(own, "hours", at("2025-01-31 23:59"))).toBe(at("2025-03-01"))
    expect(BankRules.lapseSec(own, "hours", at("2025-02-01"))).toBe(at("2025-03-02"))
    expect(BankRules.lapseSec(own, "hours", at("2024-01-31"))).toBe(at("2024-03-01"))
  })

  it("is the end of the local month, over the turn of the year", () => {
    const own = rules(24, "Month")
    expect(BankRules.lapseSec(own, "hours", at("2025-12-01"))).toBe(at("2028-01-01"))
    expect(BankRules.lapseSec(own, "hours", at("2025-12-01") - 60)).toBe(at("2027-12-01"))
  })

  it("is none where credits do not lapse", () => {
    expect(BankRules.lapseSec(rules(1, "Day"), "points", 0)).toBe(LedgerRules.noEnd)
  })
})
