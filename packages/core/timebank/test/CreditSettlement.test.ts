import { Provenance } from "@wangge/facts"
import {
  type BankPlan,
  BankPreset,
  CreditSettlement,
  EarningPlan,
  History,
  Ledger
} from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, codeOf, post } from "./aBank.ts"

const served = at("2025-03-01 09:00")

const earn = (bank: BankPlan.Bank, minutes: number): void => {
  const confirmation: EarningPlan.Confirmation = {
    orderId: "o-1",
    serviceKind: "Meals",
    difficulty: "Ordinary",
    servedSec: served,
    receiverId: "cem",
    confirmedById: "cem",
    confirmedSec: served,
    helpers: [{ partyId: "ann", minutes }]
  }
  post(bank, EarningPlan.plan(bank, confirmation, { partyId: "ann", posting: by("2025-03-02") }))
}

const settle = (bank: BankPlan.Bank, number: number, minutes: number, when = "2025-03-10") =>
  CreditSettlement.plan(
    bank,
    {
      orderId: "o-1",
      partyId: "ann",
      number,
      minutes,
      serviceKind: "Meals",
      difficulty: "Ordinary",
      reason: "dispute"
    },
    by(when)
  )

/** Ann gives so many minutes away. */
const spend = (bank: BankPlan.Bank, amount: number): void => {
  book(bank, {
    action: "Transfer",
    id: `spend-${amount}`,
    atSec: at("2025-03-05"),
    byId: "ann",
    transferKind: "Pay",
    unit: "hours",
    debit: "ann:hours",
    credit: "bob:hours",
    amount
  })
}

const held = (bank: BankPlan.Bank) => [
  balanceOf(bank, "ann:hours"),
  balanceOf(bank, "donations:hours"),
  balanceOf(bank, "ann:points")
]

describe("a settlement", () => {
  it("puts other minutes in the place of the first, from the same time of service", () => {
    const bank = aBank()
    earn(bank, 60)
    post(bank, settle(bank, 5, 45))
    expect(held(bank)).toEqual([45, 0, 5])
    const then = History.balanceAsOf(bank.ledger, "ann:hours", {
      effectiveSec: served,
      recordedSec: at("2025-03-31")
    })
    const known = History.balanceAsOf(bank.ledger, "ann:hours", {
      effectiveSec: at("2025-03-09"),
      recordedSec: at("2025-03-09")
    })
    expect([then, known]).toEqual([105, 60])
    post(bank, settle(bank, 7, 90))
    expect(held(bank)).toEqual([90, 0, 5])
  })

  it("takes everything back when nothing stands, points too", () => {
    const bank = aBank()
    earn(bank, 60)
    post(bank, settle(bank, 5, 0))
    expect(held(bank)).toEqual([0, 0, 0])
    expect(codeOf(settle(bank, 6, 0))).toBe("NotCreditedYet")
    post(bank, settle(bank, 7, 30))
    expect(held(bank)).toEqual([30, 0, 0])
  })

  it("is made once, and an older one that comes late changes nothing", () => {
    const bank = aBank()
    earn(bank, 60)
    post(bank, settle(bank, 7, 45))
    expect(codeOf(settle(bank, 7, 45, "2025-04-01"))).toBe("repeated")
    const before = Ledger.sequenceNext(bank.ledger)
    expect(codeOf(settle(bank, 5, 10))).toBe("OlderSettlement")
    expect(Ledger.sequenceNext(bank.ledger)).toBe(before)
    expect(held(bank)).toEqual([45, 0, 5])
  })

  it("waits for the credit that it corrects", () => {
    expect(codeOf(settle(aBank(), 5, 45))).toBe("NotCreditedYet")
  })

  it("counts the caps as if the first credit had never been", () => {
    const cap = Provenance.assumed({ value: 50, unit: "minutes", reason: "a test" })
    const { hours, points } = BankPreset.base.caps
    const bank = aBank({ ...BankPreset.base, caps: { hours: { ...hours, day: cap }, points } })
    earn(bank, 60)
    expect(held(bank)).toEqual([50, 10, 5])
    post(bank, settle(bank, 5, 55))
    expect(held(bank)).toEqual([50, 5, 5])
    post(bank, settle(bank, 6, 40))
    expect(held(bank)).toEqual([40, 0, 5])
    post(bank, settle(bank, 7, 0))
    expect(held(bank)).toEqual([0, 0, 0])
  })

  it("takes back only the difference where the rest is spent", () => {
    const bank = aBank()
    earn(bank, 60)
    spend(bank, 40)
    post(bank, settle(bank, 5, 45))
    expect(balanceOf(bank, "ann:hours")).toBe(5)
    expect(codeOf(settle(bank, 5, 45))).toBe("repeated")
  })

  it("takes what is there where nothing stands and the rest is spent", () => {
    const bank = aBank()
    earn(bank, 60)
    spend(bank, 40)
    post(bank, settle(bank, 5, 0))
    expect(balanceOf(bank, "ann:hours")).toBe(0)
  })

  it("is refused by the policy that takes nothing back once it is spent", () => {
    const bank = aBank({ ...BankPreset.base, shortfall: "Refuse" })
    earn(bank, 60)
    spend(bank, 60)
    expect(settle(bank, 5, 0)).toMatchObject({
      refusal: { code: "LedgerRefuses", found: "Insufficient" }
    })
  })

  it("overdraws by the policy that does, and the new credit pays the debt", () => {
    const bank = aBank({ ...BankPreset.base, shortfall: "Overdraw" })
    earn(bank, 60)
    spend(bank, 60)
    post(bank, settle(bank, 5, 45))
    expect(balanceOf(bank, "ann:hours")).toBe(-15)
  })

  it("refuses what cannot be an id, a number or minutes", () => {
    const bank = aBank()
    earn(bank, 60)
    expect(codeOf(settle(bank, 0, 45))).toBe("BadId")
    expect(codeOf(settle(bank, 1, 0.5))).toBe("BadMinutes")
  })
})
