import { Provenance } from "@wangge/facts"
import {
  Account,
  type BankPlan,
  BankPreset,
  InheritancePlan,
  Lot,
  OrderPayment,
  type RelativeRegister
} from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, codeOf, post } from "./aBank.ts"

const lapse = at("2026-01-01")

const relatives: ReadonlyArray<RelativeRegister.Relative> = [
  {
    personId: "ann",
    relativeId: "bob",
    relation: "Child",
    fromSec: 0,
    untilSec: at("2025-03-01"),
    evidenceId: "book-7"
  }
]

const fund = (bank: BankPlan.Bank, account: string, amount: number): void => {
  book(bank, {
    action: "Transfer",
    id: `fund-${account}`,
    atSec: at("2025-01-02"),
    byId: "time-bank",
    transferKind: "Grant",
    unit: "hours",
    debit: "issuer:hours",
    credit: account,
    amount,
    lapseSec: lapse
  })
}

const funded = (policy = BankPreset.base): BankPlan.Bank => {
  const bank = aBank(policy)
  fund(bank, "ann:hours", 500)
  const terms = {
    orderId: "o-1",
    payerId: "ann",
    bornDate: "1940-01-01",
    unit: "hours",
    amount: 200,
    expiresSec: lapse
  } as const
  post(bank, OrderPayment.hold(bank, terms, by("2025-02-01")))
  return bank
}

const report = (bank: BankPlan.Bank, evidenceId = "certificate-3") =>
  InheritancePlan.report(bank, { personId: "ann", unit: "hours", evidenceId }, by("2025-03-01"))

const settle = (bank: BankPlan.Bank, heirId: string, relatedSec = at("2025-02-28")) =>
  InheritancePlan.settle(
    bank,
    { personId: "ann", unit: "hours", heirId, relatedSec, relatives },
    by("2025-04-01")
  )

const pay = (bank: BankPlan.Bank): void => {
  book(bank, {
    action: "Transfer",
    id: "after-death",
    atSec: at("2025-03-02"),
    byId: "ann",
    transferKind: "Pay",
    unit: "hours",
    debit: "ann:hours",
    credit: "bob:hours",
    amount: 1
  })
}

describe("the account of somebody who has died", () => {
  it("is frozen with what was on hold set free, once", () => {
    const bank = funded()
    post(bank, report(bank))
    expect(codeOf(report(bank))).toBe("repeated")
    expect(Account.of(bank.ledger, "ann:hours")?.frozen).toBe("Both")
    expect(() => pay(bank)).toThrow(/AccountFrozen/)
    expect(codeOf(report(funded(), " "))).toBe("BadId")
  })

  it("passes to an heir with its lapse dates and is closed, once", () => {
    const bank = funded()
    expect(codeOf(settle(bank, "bob"))).toBe("NotFrozen")
    post(bank, report(bank))
    post(bank, settle(bank, "bob"))
    expect(codeOf(settle(bank, "cem"))).toBe("repeated")
    expect([balanceOf(bank, "ann:hours"), balanceOf(bank, "bob:hours")]).toEqual([0, 500])
    expect(Lot.of(bank.ledger, "bob:hours", at("2025-04-01"))).toMatchObject([
      { lapseSec: lapse, amount: 500 }
    ])
    expect(Account.of(bank.ledger, "ann:hours")?.isClosed).toBe(true)
    expect(() => pay(bank)).toThrow(/AccountClosed|TimeWentBack/)
  })

  it("goes to the pool of donations where nobody inherits", () => {
    const bank = funded()
    post(bank, report(bank))
    post(bank, settle(bank, ""))
    expect(balanceOf(bank, "donations:hours")).toBe(500)
  })

  it("gives an heir what he has room for and the pool the rest", () => {
    const { hours, points } = BankPreset.base.caps
    const balance = Provenance.assumed({ value: 600, unit: "minutes", reason: "a test" })
    for (const [own, inherited] of [
      [0, 500],
      [150, 450],
      [600, 0]
    ] as const) {
      const bank = funded({ ...BankPreset.base, caps: { hours: { ...hours, balance }, points } })
      if (own > 0) {
        book(bank, {
          action: "Transfer",
          id: "own",
          atSec: at("2025-02-02"),
          byId: "time-bank",
          transferKind: "Grant",
          unit: "hours",
          debit: "issuer:hours",
          credit: "bob:hours",
          amount: own
        })
      }
      post(bank, report(bank))
      post(bank, settle(bank, "bob"))
      expect(balanceOf(bank, "bob:hours")).toBe(own + inherited)
      expect(balanceOf(bank, "donations:hours")).toBe(500 - inherited)
    }
  })

  it("passes to nobody whose relation is not shown or not allowed", () => {
    const bank = funded({ ...BankPreset.base, heirs: ["Spouse"] })
    post(bank, report(bank))
    expect(codeOf(settle(bank, "cem"))).toBe("NotRelated")
    expect(codeOf(settle(bank, "bob", at("2025-03-01")))).toBe("NotRelated")
    expect(codeOf(settle(bank, "bob"))).toBe("RelationNotAllowed")
    post(bank, settle(bank, ""))
  })
})
