import { Provenance } from "@wangge/facts"
import { type BankPlan, BankPreset, GrantPlan, LedgerRules, Lot } from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, codeOf, post } from "./aBank.ts"

const [welcome, emergency] = BankPreset.base.grants
if (welcome === undefined || emergency === undefined)
  throw new Error("the base policy has no grants")

const minutes = (value: number) => Provenance.assumed({ value, unit: "minutes", reason: "a test" })

const policy = {
  ...BankPreset.base,
  grants: [
    { ...welcome, budget: minutes(150) },
    { ...emergency, amount: minutes(300), budget: minutes(400) }
  ]
}

const grant = (
  bank: BankPlan.Bank,
  rest: Partial<GrantPlan.Request> = {},
  when = "2025-03-01"
): BankPlan.BankPlan =>
  GrantPlan.plan(bank, { grantId: "welcome", personId: "ann", amount: 60, ...rest }, by(when))

const help = (bank: BankPlan.Bank, personId: string, amount: number, when?: string) =>
  grant(bank, { grantId: "emergency", personId, amount }, when)

/** Somebody's donation, so that the pool has something to give. */
const fill = (bank: BankPlan.Bank, amount: number): void => {
  const order = { atSec: at("2025-01-02"), byId: "time-bank", unit: "hours", amount } as const
  book(bank, {
    ...order,
    action: "Transfer",
    id: "fill-1",
    transferKind: "Grant",
    debit: "issuer:hours",
    credit: "donations:hours"
  })
}

describe("a welcome grant", () => {
  it("comes once to a person, whoever asks and whenever", () => {
    const bank = aBank(policy)
    post(bank, grant(bank))
    expect(codeOf(grant(bank, {}, "2026-03-01"))).toBe("repeated")
    expect(codeOf(grant(bank, { amount: 30 }))).toBe("GrantedBefore")
    expect(balanceOf(bank, "ann:hours")).toBe(60)
  })

  it("stops at the budget of the local month, exactly, and begins again with the next", () => {
    const bank = aBank(policy)
    post(bank, grant(bank))
    post(bank, grant(bank, { personId: "bob" }))
    const third = (amount: number, when?: string) =>
      codeOf(grant(bank, { personId: "cem", amount }, when))
    expect([30, 31].map((amount) => third(amount))).toEqual(["planned", "BudgetSpent"])
    expect(third(60, "2025-03-31 23:59")).toBe("BudgetSpent")
    expect(third(60, "2025-04-01")).toBe("planned")
  })

  it("that was reversed is in the budget again", () => {
    const bank = aBank(policy)
    post(bank, grant(bank))
    const { id } = post(bank, grant(bank, { personId: "bob" }))
    book(bank, {
      action: "Reverse",
      id: "r-1",
      atSec: at("2025-03-02"),
      byId: "time-bank",
      targetId: id,
      reason: "moved away"
    })
    expect(codeOf(grant(bank, { personId: "cem" }, "2025-03-03"))).toBe("planned")
  })

  it("is refused for what the policy does not know", () => {
    const bank = aBank(policy)
    expect(codeOf(grant(bank, { grantId: "birthday", amount: 0 }))).toBe("UnknownGrant")
    expect(codeOf(grant(bank, { personId: "no body", amount: 0 }))).toBe("BadId")
    expect(codeOf(grant(bank, { amount: 0 }))).toBe("BadAmount")
    expect(codeOf(grant(bank, { amount: 61 }))).toBe("GrantTooLarge")
    expect(codeOf(grant(bank, { personId: "dai" }))).toBe("NoAccount")
  })
})

describe("an emergency grant", () => {
  it("is paid out of the pool of donations, never below it", () => {
    const bank = aBank(policy)
    fill(bank, 250)
    expect(help(bank, "ann", 251)).toMatchObject({
      refusal: { code: "LedgerRefuses", found: "Insufficient" }
    })
    post(bank, help(bank, "ann", 250))
    expect([balanceOf(bank, "ann:hours"), balanceOf(bank, "donations:hours")]).toEqual([250, 0])
  })

  it("comes once a local year to a person and stops at the budget of the month", () => {
    const bank = aBank(policy)
    fill(bank, 5000)
    post(bank, help(bank, "ann", 300))
    expect(codeOf(help(bank, "ann", 300, "2025-12-31 23:59"))).toBe("repeated")
    expect(codeOf(help(bank, "ann", 300, "2026-01-01"))).toBe("planned")
    expect(codeOf(help(bank, "bob", 101))).toBe("BudgetSpent")
    expect(codeOf(help(bank, "bob", 100))).toBe("planned")
  })

  it("gets the lapse date of a credit of that day", () => {
    const months = { hours: Provenance.assumed({ value: 6, unit: "months", reason: "a test" }) }
    const expiry = { ...policy.expiry, months: { ...policy.expiry.months, ...months } }
    const bank = aBank({ ...policy, expiry })
    fill(bank, 300)
    post(bank, help(bank, "ann", 300, "2025-08-31 12:00"))
    const lots = Lot.of(bank.ledger, "ann:hours", at("2025-09-01"))
    expect(lots).toMatchObject([{ lapseSec: at("2026-03-01"), amount: 300 }])
    const never = aBank(policy)
    fill(never, 300)
    post(never, help(never, "ann", 300))
    expect(Lot.of(never.ledger, "ann:hours", at("2025-09-01"))).toMatchObject([
      { lapseSec: LedgerRules.noEnd }
    ])
  })
})
