import { Provenance } from "@wangge/facts"
import {
  type BankPolicy,
  BankPreset,
  BankRules,
  LedgerRules,
  PolicyProblem
} from "@wangge/timebank"
import { describe, expect, it } from "vitest"

const base = BankPreset.base
const row = base.tariff[0]
const welcome = base.grants[0]
const soap = base.redemption[0]
if (row === undefined || welcome === undefined || soap === undefined) {
  throw new Error("the base policy is empty")
}

const limit = (value: number, unit = "minutes") =>
  Provenance.assumed({ value, unit, reason: "a test" })

const caps = (rest: Partial<BankPolicy.Caps>): BankPolicy.BankPolicy => ({
  ...base,
  caps: { hours: { ...base.caps.hours, ...rest }, points: base.caps.points }
})

const found = (policy: BankPolicy.BankPolicy): ReadonlyArray<string> =>
  PolicyProblem.find(policy).map(({ code, subject }) => `${subject}: ${code}`)

describe("a policy", () => {
  it("that is shipped has no problem and compiles", () => {
    for (const policy of Object.values(BankPreset.all)) {
      expect(PolicyProblem.find(policy)).toEqual([])
      expect(BankRules.compile(policy).policy.id).toBe(policy.id)
    }
  })

  it("that is wrong is told field by field", () => {
    const wrong: ReadonlyArray<readonly [BankPolicy.BankPolicy, string]> = [
      [{ ...base, id: "two words" }, "id: BadId"],
      [{ ...base, revision: 0 }, "revision: BadRevision"],
      [{ ...base, zone: "+08:00" }, "zone: UnknownZone"],
      [{ ...base, heirs: ["Child", "Child"] }, "heirs: ListedTwice"],
      [{ ...base, tariff: [] }, "tariff: NoTariff"],
      [{ ...base, tariff: [row, row] }, "tariff: ListedTwice"],
      [{ ...base, tariff: [{ ...row, fromDate: "2025-02-29" }] }, "tariff.0.fromDate: BadDate"],
      [{ ...base, tariff: [{ ...row, perMinutes: 0 }] }, "tariff.0.perMinutes: BadNumber"],
      [{ ...base, tariff: [{ ...row, points: 0.5 }] }, "tariff.0.points: BadNumber"],
      [{ ...base, tariff: [{ ...row, quantumMinutes: 7 }] }, "tariff.0.maxMinutes: NotMultiple"],
      [{ ...base, tariff: [{ ...row, minMinutes: 481 }] }, "tariff.0.minMinutes: OutOfOrder"],
      [caps({ day: limit(-1) }), "caps.hours.day: BadNumber"],
      [caps({ day: limit(1.5) }), "caps.hours.day: BadNumber"],
      [caps({ balance: limit(1500, "hours") }), "caps.hours.balance: BadUnit"],
      [caps({ day: limit(4801) }), "caps.hours.day: OutOfOrder"],
      [{ ...base, ownUseAgeYears: limit(151, "years") }, "ownUseAgeYears: BadNumber"],
      [{ ...base, grants: [welcome, welcome] }, "grants: ListedTwice"],
      [{ ...base, grants: [{ ...welcome, budget: limit(59) }] }, "grants.0.amount: OutOfOrder"],
      [
        { ...base, redemption: [{ ...soap, price: limit(0, "points") }] },
        "redemption.0.price: BadNumber"
      ],
      [
        { ...base, signals: { ...base.signals, ringPersons: limit(7, "persons") } },
        "signals.ringPersons: BadNumber"
      ],
      [
        { ...base, signals: { ...base.signals, nearCapShare: limit(1.1, "share") } },
        "signals.nearCapShare: BadNumber"
      ]
    ]
    expect(wrong.map(([policy]) => found(policy))).toEqual(wrong.map(([, problem]) => [problem]))
  })

  it("has one account per purpose and somebody for every right", () => {
    const { hours, points } = base.accounts
    const shared = { ...base, accounts: { hours, points: { ...points, honours: hours.honours } } }
    expect(found(shared)).toEqual(["accounts.points.honours: SharedAccount"])
    const operators = [{ partyId: "desk", rights: ["Administer", "Act", "Correct"] as const }]
    expect(found({ ...base, operators })).toEqual(["operators: NoOperator"])
  })

  it("from a careless file lists nothing that works like money", () => {
    // A file is checked at the edge; here a value that no type would let pass.
    const text = JSON.stringify({ ...base, redemption: [{ ...soap, kind: "CashVoucher" }] })
    expect(found(JSON.parse(text))).toEqual(["redemption.0.kind: CannotRedeem"])
  })

  it("that is wrong does not compile", () => {
    expect(() => BankRules.compile({ ...base, zone: "Mars" })).toThrow(/zone/)
  })

  it("names every code in words of both languages", () => {
    for (const code of PolicyProblem.codes) {
      const said = PolicyProblem.describe(PolicyProblem.make(code, "s", "f", "e"))
      expect(said.en + said.zh).not.toMatch(/[{}]/)
      expect(said.zh).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe("the rules of the ledger that follow from a policy", () => {
  const allowed = (policy: BankPolicy.BankPolicy) =>
    LedgerRules.compile(BankRules.ledgerPolicy(policy)).policy.transfers.flatMap((rule) =>
      rule.debitKinds.map((debit) => `${debit} ${rule.transferKind}`)
    )

  it("let groups only donate unless the policy says otherwise", () => {
    const groups = (policy: BankPolicy.BankPolicy) =>
      allowed(policy).filter((one) => one.startsWith("Group"))
    expect(groups(BankPreset.nanjing)).not.toContain("Group Pay")
    expect(groups(BankPreset.nanjing)).toContain("Group Donate")
    expect(groups({ ...BankPreset.nanjing, groupsOnlyDonate: false })).toContain("Group Redeem")
  })

  it("know no gift at all where no relation may receive one", () => {
    expect(allowed(base)).not.toContain("Person Gift")
    expect(allowed(BankPreset.nanjing)).toContain("Person Gift")
  })

  it("lift the lapse date of a donation only where the policy does", () => {
    const canRenew = (policy: BankPolicy.BankPolicy) =>
      BankRules.ledgerPolicy(policy).transfers.find((rule) => rule.transferKind === "Donate")
        ?.canRenewLapse
    expect(canRenew(base)).toBe(true)
    expect(canRenew({ ...base, expiry: { ...base.expiry, donated: "KeepDate" } })).toBe(false)
  })

  it("give persons the published 1,500 hours as ceiling, to the minute", () => {
    const { ceilings } = BankRules.ledgerPolicy(BankPreset.helong)
    expect(ceilings.map(({ accountKind, ceiling }) => [accountKind, ceiling])).toEqual([
      ["Person", 1500 * 60],
      ["Household", 1500 * 60]
    ])
  })
})
