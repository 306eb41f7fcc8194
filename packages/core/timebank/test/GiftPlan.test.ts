import { Provenance } from "@wangge/facts"
import {
  type BankPlan,
  type BankPolicy,
  BankPreset,
  GiftPlan,
  LedgerRules,
  Lot,
  type RelativeRegister
} from "@wangge/timebank"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, codeOf, post } from "./aBank.ts"

const lapse = at("2026-01-01")

const funded = (policy: BankPolicy.BankPolicy): BankPlan.Bank => {
  const bank = aBank(policy)
  for (const account of ["ann:hours", "team:hours"]) {
    book(bank, {
      action: "Transfer",
      id: `fund-${account}`,
      atSec: at("2025-01-02"),
      byId: "time-bank",
      transferKind: "Grant",
      unit: "hours",
      debit: "issuer:hours",
      credit: account,
      amount: 500,
      lapseSec: lapse
    })
  }
  return bank
}

const relatives: ReadonlyArray<RelativeRegister.Relative> = [
  {
    personId: "ann",
    relativeId: "bob",
    relation: "Parent",
    fromSec: 0,
    untilSec: at("2026-01-01"),
    evidenceId: "book-7"
  },
  {
    personId: "ann",
    relativeId: "cem",
    relation: "Sibling",
    fromSec: 0,
    untilSec: at("2026-01-01"),
    evidenceId: "book-8"
  }
]

const give = (bank: BankPlan.Bank, rest: Partial<GiftPlan.Gift> = {}, when = "2025-03-01") =>
  GiftPlan.toRelative(
    bank,
    {
      giftId: "g-1",
      giverId: "ann",
      receiverId: "bob",
      receiverBornDate: "1960-01-01",
      unit: "hours",
      amount: 100,
      relatives,
      ...rest
    },
    by(when)
  )

const donate = (bank: BankPlan.Bank, rest: Partial<GiftPlan.Donation> = {}) =>
  GiftPlan.donate(
    bank,
    { giftId: "d-1", giverId: "team", unit: "hours", amount: 100, mode: "Exact", ...rest },
    by("2025-03-01")
  )

const lapses = (bank: BankPlan.Bank, account: string) =>
  Lot.of(bank.ledger, account, at("2025-03-01")).map(({ lapseSec }) => lapseSec)

describe("gifts", () => {
  it("go to a close relative of 60 and keep their lapse dates", () => {
    const bank = funded(BankPreset.nanjing)
    post(bank, give(bank))
    expect(codeOf(give(bank))).toBe("repeated")
    expect([balanceOf(bank, "ann:hours"), balanceOf(bank, "bob:hours")]).toEqual([400, 100])
    expect(lapses(bank, "bob:hours")).toEqual([lapse])
  })

  it("are refused in a fixed order for every condition that fails", () => {
    const bank = funded(BankPreset.nanjing)
    expect(codeOf(give(bank, { giverId: "nobody", receiverId: "no-one" }))).toBe("NoAccount")
    expect(codeOf(give(bank, { giverId: "team", relatives: [] }))).toBe("GroupOnlyDonates")
    expect(codeOf(give(bank, { relatives: [], receiverBornDate: "" }))).toBe("NotRelated")
    expect(codeOf(give(bank, { receiverId: "cem", receiverBornDate: "" }))).toBe(
      "RelationNotAllowed"
    )
    expect(codeOf(give(bank, { receiverBornDate: "not known" }))).toBe("AgeUnknown")
    const birthdays = ["1965-03-01", "1965-03-02"].map((receiverBornDate) =>
      codeOf(give(bank, { receiverBornDate }))
    )
    expect(birthdays).toEqual(["planned", "TooYoung"])
    expect(codeOf(give(bank, { amount: 501 }))).toBe("LedgerRefuses")
    expect(codeOf(give(bank, {}, "2026-01-01"))).toBe("NotRelated")
  })

  it("are not possible at all where the policy names no relation, not even past the plan", () => {
    const bank = funded(BankPreset.base)
    expect(codeOf(give(bank))).toBe("GiftsNotAllowed")
    const direct = () =>
      book(bank, {
        action: "Transfer",
        id: "direct",
        atSec: at("2025-03-01"),
        byId: "ann",
        transferKind: "Gift",
        unit: "hours",
        debit: "ann:hours",
        credit: "bob:hours",
        amount: 1
      })
    expect(direct).toThrow(/TransferNotAllowed/)
  })

  it("stop at the limit of the local year, and reversed ones do not count", () => {
    const yearly = Provenance.assumed({ value: 150, unit: "minutes", reason: "a test" })
    const gifts = {
      ...BankPreset.nanjing.gifts,
      yearAmount: { hours: yearly, points: "none" as const }
    }
    const bank = funded({ ...BankPreset.nanjing, gifts })
    post(bank, give(bank))
    const more = (amount: number, when?: string) =>
      codeOf(give(bank, { giftId: "g-2", amount }, when))
    expect([50, 51].map((amount) => more(amount))).toEqual(["planned", "YearLimitReached"])
    book(bank, {
      action: "Reverse",
      id: "r-1",
      atSec: at("2025-03-02"),
      byId: "time-bank",
      targetId: "gift/g-1",
      reason: "mistake"
    })
    expect([150, 151].map((amount) => more(amount, "2025-12-31 23:59"))).toEqual([
      "planned",
      "YearLimitReached"
    ])
  })
})

describe("donations", () => {
  it("are open to everybody, also to groups, which can do nothing else", () => {
    const bank = funded(BankPreset.nanjing)
    post(bank, donate(bank))
    expect(balanceOf(bank, "donations:hours")).toBe(100)
    for (const [transferKind, credit] of [
      ["Pay", "bob:hours"],
      ["Gift", "bob:hours"],
      ["Redeem", "shop:points"]
    ] as const) {
      const spend = () =>
        book(bank, {
          action: "Transfer",
          id: `spend-${transferKind}`,
          atSec: at("2025-03-01"),
          byId: "team",
          transferKind,
          unit: "hours",
          debit: "team:hours",
          credit,
          amount: 1
        })
      expect(spend).toThrow(/TransferNotAllowed|UnitMismatch/)
    }
  })

  it("lose or keep their lapse dates as the policy says", () => {
    const free = funded(BankPreset.base)
    post(free, donate(free))
    expect(lapses(free, "donations:hours")).toEqual([LedgerRules.noEnd])
    const { expiry } = BankPreset.base
    const kept = funded({ ...BankPreset.base, expiry: { ...expiry, donated: "KeepDate" } })
    post(kept, donate(kept))
    expect(lapses(kept, "donations:hours")).toEqual([lapse])
  })

  it("give as much as there is when asked so, and refuse too much else", () => {
    const bank = funded(BankPreset.base)
    expect(codeOf(donate(bank, { amount: 501 }))).toBe("LedgerRefuses")
    post(bank, donate(bank, { amount: 501, mode: "UpTo" }))
    expect(balanceOf(bank, "donations:hours")).toBe(500)
  })
})
