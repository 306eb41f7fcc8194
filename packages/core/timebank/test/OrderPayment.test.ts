import { Provenance } from "@wangge/facts"
import {
  type BankPlan,
  BankPreset,
  Ledger,
  LedgerRules,
  Lot,
  OrderPayment,
  PaymentSettlement
} from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, codeOf, post } from "./aBank.ts"

const limit = (value: number) => Provenance.assumed({ value, unit: "minutes", reason: "a test" })

/** A bank in which cem holds 120 minutes, 60 of which lapse at the end of March. */
const funded = (policy = BankPreset.base): BankPlan.Bank => {
  const bank = aBank(policy)
  for (const [id, lapseSec] of [
    ["g-1", at("2025-04-01")],
    ["g-2", LedgerRules.noEnd]
  ] as const) {
    book(bank, {
      action: "Transfer",
      id,
      atSec: at("2025-01-02"),
      byId: "time-bank",
      transferKind: "Grant",
      unit: "hours",
      debit: "issuer:hours",
      credit: "cem:hours",
      amount: 60,
      ...(lapseSec === LedgerRules.noEnd ? {} : { lapseSec })
    })
  }
  return bank
}

const hold = (bank: BankPlan.Bank, amount: number, rest: Partial<OrderPayment.Terms> = {}) =>
  OrderPayment.hold(
    bank,
    {
      orderId: "o-1",
      payerId: "cem",
      bornDate: "1960-01-01",
      unit: "hours",
      amount,
      expiresSec: LedgerRules.noEnd,
      ...rest
    },
    by("2025-02-01")
  )

const pay = (
  bank: BankPlan.Bank,
  shares: ReadonlyArray<readonly [string, number]>,
  when = "2025-02-02"
) =>
  OrderPayment.capture(
    bank,
    { orderId: "o-1", shares: shares.map(([partyId, amount]) => ({ partyId, amount })) },
    by(when)
  )

const settle = (
  bank: BankPlan.Bank,
  number: number,
  shares: ReadonlyArray<readonly [string, number]>
) =>
  PaymentSettlement.plan(
    bank,
    {
      orderId: "o-1",
      payerId: "cem",
      unit: "hours",
      number,
      shares: shares.map(([partyId, amount]) => ({ partyId, amount })),
      reason: "dispute"
    },
    by("2025-02-10")
  )

const balances = (bank: BankPlan.Bank) =>
  ["cem:hours", "ann:hours", "bob:hours"].map((account) => balanceOf(bank, account))

describe("paying for an order", () => {
  it("holds, pays two helpers and frees the rest, once", () => {
    const bank = funded()
    post(bank, hold(bank, 100))
    expect(codeOf(hold(bank, 100))).toBe("repeated")
    expect(codeOf(hold(bank, 90))).toBe("HeldOtherwise")
    post(
      bank,
      pay(bank, [
        ["ann", 50],
        ["bob", 30]
      ])
    )
    expect(balances(bank)).toEqual([40, 50, 30])
    expect(
      codeOf(
        pay(
          bank,
          [
            ["ann", 50],
            ["bob", 30]
          ],
          "2025-02-03"
        )
      )
    ).toBe("repeated")
    expect(codeOf(pay(bank, [["ann", 80]]))).toBe("CreditedOtherwise")
    expect(codeOf(pay(bank, [["ann", 50]]))).toBe("CreditedOtherwise")
  })

  it("keeps the lapse dates of what is paid, the earliest first", () => {
    const bank = funded()
    post(bank, hold(bank, 80))
    post(bank, pay(bank, [["ann", 80]]))
    expect(Lot.of(bank.ledger, "ann:hours", at("2025-02-02"))).toMatchObject([
      { lapseSec: at("2025-04-01"), amount: 60 },
      { lapseSec: LedgerRules.noEnd, amount: 20 }
    ])
  })

  it("cannot pay before it holds, nor release what was never held", () => {
    const bank = funded()
    expect(codeOf(pay(bank, [["ann", 50]]))).toBe("NotHeld")
    expect(codeOf(OrderPayment.release(bank, { orderId: "o-1" }, by("2025-02-02")))).toBe("NotHeld")
    expect(codeOf(settle(bank, 3, []))).toBe("NotCreditedYet")
  })

  it("frees everything when nothing is due or the order comes to nothing, once", () => {
    for (const end of ["pay", "release"] as const) {
      const bank = funded()
      post(bank, hold(bank, 100))
      const free = () =>
        end === "pay"
          ? pay(bank, [["ann", 0]])
          : OrderPayment.release(bank, { orderId: "o-1" }, by("2025-02-02"))
      post(bank, free())
      expect(codeOf(free())).toBe("repeated")
      expect(codeOf(hold(bank, 100))).toBe("repeated")
      expect(balances(bank)).toEqual([120, 0, 0])
    }
  })

  it("gives what a helper has no room for to the pool of the policy", () => {
    const { hours, points } = BankPreset.base.caps
    const caps = { hours: { ...hours, balance: limit(130) }, points }
    const bank = funded({ ...BankPreset.base, caps })
    book(bank, {
      action: "Transfer",
      id: "g-3",
      atSec: at("2025-01-03"),
      byId: "time-bank",
      transferKind: "Grant",
      unit: "hours",
      debit: "issuer:hours",
      credit: "ann:hours",
      amount: 100
    })
    post(bank, hold(bank, 100))
    post(bank, pay(bank, [["ann", 80]]))
    expect(balances(bank)).toEqual([40, 130, 0])
    expect(balanceOf(bank, "donations:hours")).toBe(50)
    expect(codeOf(pay(bank, [["ann", 80]]))).toBe("repeated")
  })

  it("is paid anew after a dispute, and back when nothing was given", () => {
    const bank = funded()
    post(bank, hold(bank, 100))
    post(
      bank,
      pay(bank, [
        ["ann", 50],
        ["bob", 30]
      ])
    )
    post(bank, settle(bank, 4, [["ann", 60]]))
    expect(balances(bank)).toEqual([60, 60, 0])
    expect(codeOf(settle(bank, 4, [["ann", 60]]))).toBe("repeated")
    expect(codeOf(settle(bank, 3, [["ann", 10]]))).toBe("OlderSettlement")
    post(bank, settle(bank, 6, []))
    expect(balances(bank)).toEqual([120, 0, 0])
    const lots = Lot.of(bank.ledger, "cem:hours", at("2025-02-10"))
    expect(lots).toMatchObject([
      { lapseSec: at("2025-04-01"), amount: 60 },
      { lapseSec: LedgerRules.noEnd, amount: 60 }
    ])
  })

  it("refuses amounts that are none, unknown accounts and payers who may not spend", () => {
    const bank = funded(BankPreset.nanjing)
    expect(codeOf(hold(bank, 0))).toBe("LedgerRefuses")
    expect(codeOf(hold(bank, 100, { payerId: "nobody" }))).toBe("NoAccount")
    expect(codeOf(hold(bank, 100, { payerId: "team" }))).toBe("GroupOnlyDonates")
    expect(codeOf(hold(bank, 100, { bornDate: "unknown" }))).toBe("AgeUnknown")
    const young = ["1965-02-01", "1965-02-02"].map((bornDate) =>
      codeOf(hold(bank, 1, { bornDate }))
    )
    expect(young).toEqual(["planned", "TooYoung"])
    post(bank, hold(bank, 100))
    expect(codeOf(pay(bank, [["ann", -1]]))).toBe("BadAmount")
    expect(codeOf(pay(bank, [["ann", 101]]))).toBe("LedgerRefuses")
    expect(codeOf(pay(bank, [["nobody", 10]]))).toBe("NoAccount")
  })

  it("moves one unit only: an account of points pays no hours", () => {
    const bank = funded()
    const rows = [{ partyId: "cem", unit: "hours", accountId: "cem:points" }] as const
    const crossed = {
      ...bank,
      directory: {
        accountOf: (partyId: string, unit: "hours" | "points") =>
          rows.find((row) => row.partyId === partyId && row.unit === unit)?.accountId ?? ""
      }
    }
    expect(codeOf(hold(crossed, 10))).toBe("OtherUnit")
    expect(Ledger.answerOf(bank.ledger, "hold/o-1")).toBeUndefined()
  })
})
