import { Provenance } from "@wangge/facts"
import {
  type BankPolicy,
  BankPreset,
  EarningPlan,
  HonourList,
  Ledger,
  type LedgerCommand
} from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, codeOf, expectSound, post } from "./aBank.ts"

const limit = (value: number) => Provenance.assumed({ value, unit: "minutes", reason: "a test" })

const withCaps = (
  caps: Partial<BankPolicy.Caps>,
  rest: Partial<BankPolicy.BankPolicy> = {}
): BankPolicy.BankPolicy => ({
  ...BankPreset.base,
  ...rest,
  caps: { hours: { ...BankPreset.base.caps.hours, ...caps }, points: BankPreset.base.caps.points }
})

const confirmed = (
  orderId: string,
  served: string,
  minutes: number,
  rest: Partial<EarningPlan.Confirmation> = {}
): EarningPlan.Confirmation => ({
  orderId,
  serviceKind: "Meals",
  difficulty: "Ordinary",
  servedSec: at(served),
  receiverId: "cem",
  confirmedById: "cem",
  confirmedSec: at(served) + 3600,
  helpers: [{ partyId: "ann", minutes }],
  ...rest
})

const plan = (
  bank: ReturnType<typeof aBank>,
  confirmation: EarningPlan.Confirmation,
  when = "2025-06-01"
) => EarningPlan.plan(bank, confirmation, { partyId: "ann", posting: by(when) })

describe("earning", () => {
  it("row 40: the same order confirmed twice is credited once", () => {
    const bank = aBank()
    const order = confirmed("o-1", "2025-03-01 09:00", 60)
    post(bank, plan(bank, order))
    const second = { ...order, confirmedById: "relative-3", confirmedSec: order.confirmedSec + 60 }
    const again = plan(bank, second, "2025-06-02")
    expect(codeOf(again)).toBe("repeated")
    const answer = again.ok && Ledger.post(bank.rules.ledger, bank.ledger, again.command)
    expect(answer).toMatchObject({ ok: true, isRepeated: true })
    expect(balanceOf(bank, "ann:hours")).toBe(60)
    expect(balanceOf(bank, "ann:points")).toBe(5)
  })

  it("refuses another confirmation of other minutes or time and raises a signal", () => {
    const bank = aBank()
    post(bank, plan(bank, confirmed("o-1", "2025-03-01 09:00", 60)))
    const others = [
      confirmed("o-1", "2025-03-01 09:00", 61),
      confirmed("o-1", "2025-03-01 09:01", 60)
    ]
    for (const other of others) {
      const refused = plan(bank, other)
      expect(codeOf(refused)).toBe("CreditedOtherwise")
      expect(refused.ok ? [] : refused.signals).toMatchObject([
        { code: "ConfirmedOtherwise", subjectIds: ["ann", "cem"], orderIds: ["o-1"] }
      ])
    }
    expect(balanceOf(bank, "ann:hours")).toBe(60)
  })

  it("two devices that both planned before either posted still credit once", () => {
    const bank = aBank()
    const order = confirmed("o-1", "2025-03-01 09:00", 60)
    const plans = [plan(bank, order, "2025-06-01"), plan(bank, order, "2025-06-02")]
    for (const each of plans) post(bank, each)
    expect(balanceOf(bank, "ann:hours")).toBe(60)
  })

  it("refuses a confirmation that cannot be true, in a fixed order", () => {
    const bank = aBank()
    const order = confirmed("o-1", "2025-03-01 09:00", 60)
    const wrong: ReadonlyArray<readonly [Partial<EarningPlan.Confirmation>, string]> = [
      [{ orderId: "two words", helpers: [] }, "BadId"],
      [{ helpers: [] }, "NoHelper"],
      [{ helpers: [...order.helpers, ...order.helpers] }, "HelperTwice"],
      [{ helpers: [{ partyId: "ann", minutes: 1.5 }], receiverId: "ann" }, "BadMinutes"],
      [{ receiverId: "ann", confirmedById: "ann" }, "SelfService"],
      [{ confirmedById: "ann", confirmedSec: 0 }, "SelfConfirmed"],
      [{ confirmedSec: order.servedSec - 1 }, "ConfirmedTooEarly"],
      [{ servedSec: at("2025-06-01") + 1, confirmedSec: at("2025-07-01") }, "ServedInFuture"],
      [{ serviceKind: "Banking" }, "UnknownServiceKind"]
    ]
    for (const [change, code] of wrong)
      expect(codeOf(plan(bank, { ...order, ...change }))).toBe(code)
    expect(codeOf(plan(bank, { ...order, servedSec: order.confirmedSec }))).toBe("planned")
  })

  it("refuses a service that comes to nothing by the tariff", () => {
    const [row] = BankPreset.base.tariff
    if (row === undefined) throw new Error("the base policy has no tariff")
    const quarter = { quantumMinutes: 15, rounding: "Down", points: 0 } as const
    const tariff = [{ ...row, ...quarter, serviceKind: "Meals" }]
    const bank = aBank({ ...BankPreset.base, tariff })
    const served = [14, 15].map((minutes) =>
      codeOf(plan(bank, confirmed("o-1", "2025-03-01 09:00", minutes)))
    )
    expect(served).toEqual(["NothingToCredit", "planned"])
  })

  it("credits each helper of one order by the helper's own minutes", () => {
    const bank = aBank()
    const helpers = [
      { partyId: "ann", minutes: 60 },
      { partyId: "bob", minutes: 45 },
      { partyId: "team", minutes: 30 }
    ]
    const order = confirmed("o-1", "2025-03-01 09:00", 60, { helpers })
    for (const { plan: each } of EarningPlan.plans(bank, order, by("2025-06-01"))) post(bank, each)
    const accounts = ["ann:hours", "bob:hours", "team:hours"]
    expect(accounts.map((account) => balanceOf(bank, account))).toEqual([60, 45, 30])
  })

  it("leaves no trace when it is refused, and works when the reason has gone", () => {
    const bank = aBank()
    const freeze = { action: "FreezeAccount", atSec: at("2025-02-01"), byId: "time-bank" } as const
    book(bank, { ...freeze, id: "f-1", account: "ann:hours", direction: "Both", reason: "check" })
    const order = confirmed("o-1", "2025-03-01 09:00", 60)
    const before = Ledger.sequenceNext(bank.ledger)
    const refused = plan(bank, order)
    expect(refused).toMatchObject({ refusal: { code: "LedgerRefuses", found: "AccountFrozen" } })
    expect(Ledger.sequenceNext(bank.ledger)).toBe(before)
    const open = { action: "UnfreezeAccount", atSec: at("2025-02-02"), byId: "time-bank" } as const
    book(bank, { ...open, id: "f-2", account: "ann:hours", reason: "done" })
    post(bank, plan(bank, order))
    expect(balanceOf(bank, "ann:hours")).toBe(60)
  })

  it("finds the next id when the ledger itself has refused the first", () => {
    const bank = aBank()
    const first = plan(bank, confirmed("o-1", "2025-03-01 09:00", 60))
    if (!first.ok || first.command.action !== "PostGroup") throw new Error("not planned")
    const freeze = { action: "FreezeAccount", atSec: at("2025-06-01"), byId: "time-bank" } as const
    book(bank, { ...freeze, id: "f-1", account: "ann:hours", direction: "Both", reason: "check" })
    const late: LedgerCommand.LedgerCommand = first.command
    expect(Ledger.post(bank.rules.ledger, bank.ledger, late).ok).toBe(false)
    const open = { action: "UnfreezeAccount", atSec: at("2025-06-02"), byId: "time-bank" } as const
    book(bank, { ...open, id: "f-2", account: "ann:hours", reason: "done" })
    const second = post(bank, plan(bank, confirmed("o-1", "2025-03-01 09:00", 60), "2025-06-03"))
    expect(second.id).toBe("earn/o-1/ann~2")
    expect(codeOf(plan(bank, confirmed("o-1", "2025-03-01 09:00", 60), "2025-06-04"))).toBe(
      "repeated"
    )
  })
})

describe("caps on the books", () => {
  it("row 41: at the cap the excess goes to the donation pool, or to honours, as the policy says", () => {
    for (const excessTo of ["Donations", "Honours"] as const) {
      const bank = aBank(withCaps({ balance: limit(100) }, { excessTo }))
      post(bank, plan(bank, confirmed("o-1", "2025-03-01 09:00", 80)))
      post(bank, plan(bank, confirmed("o-2", "2025-03-02 09:00", 80)))
      post(bank, plan(bank, confirmed("o-3", "2025-03-03 09:00", 80)))
      expect(balanceOf(bank, "ann:hours")).toBe(100)
      const pools = ["donations:hours", "honours:hours"].map((id) => balanceOf(bank, id))
      expect(pools).toEqual(excessTo === "Donations" ? [140, 0] : [0, 140])
      expect(HonourList.of(bank, "hours")).toEqual(
        excessTo === "Donations" ? [] : [{ personId: "ann", amount: 140, orderCount: 2 }]
      )
    }
  })

  it("row 41: a mistake is reversed by a new entry, and its room is free again", () => {
    const bank = aBank(withCaps({ day: limit(100) }))
    post(bank, plan(bank, confirmed("o-1", "2025-03-01 09:00", 90)))
    const before = Ledger.sequenceNext(bank.ledger)
    const target = "earn/o-1/ann/90m/hours"
    const reverse = { action: "Reverse", atSec: at("2025-06-02"), byId: "time-bank" } as const
    book(bank, { ...reverse, id: "rev-1", targetId: target, reason: "wrong order" })
    expect(Ledger.sequenceNext(bank.ledger)).toBe(before + 1)
    expect(balanceOf(bank, "ann:hours")).toBe(0)
    post(bank, plan(bank, confirmed("o-2", "2025-03-01 15:00", 100), "2025-06-03"))
    expect(balanceOf(bank, "ann:hours")).toBe(100)
  })

  it("count late records on the day of service", () => {
    const bank = aBank(withCaps({ day: limit(100) }))
    post(bank, plan(bank, confirmed("o-1", "2025-03-02 09:00", 90), "2025-03-03"))
    post(bank, plan(bank, confirmed("o-2", "2025-03-01 23:59", 90), "2025-03-04"))
    post(bank, plan(bank, confirmed("o-3", "2025-03-02 00:00", 90), "2025-03-05"))
    expect(balanceOf(bank, "ann:hours")).toBe(190)
    expect(balanceOf(bank, "donations:hours")).toBe(80)
  })

  it("turn nothing away from a group", () => {
    const bank = aBank(withCaps({ day: limit(10) }))
    const order = confirmed("o-1", "2025-03-01 09:00", 60, {
      helpers: [{ partyId: "team", minutes: 60 }]
    })
    const team = EarningPlan.plan(bank, order, { partyId: "team", posting: by("2025-06-01") })
    post(bank, team)
    expect(balanceOf(bank, "team:hours")).toBe(60)
  })

  it("are kept whatever is earned, and every minute is somewhere", () => {
    const orders = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 9 }),
        hour: fc.integer({ min: 0, max: 23 }),
        minutes: fc.integer({ min: 1, max: 480 })
      }),
      { maxLength: 12 }
    )
    const policy = withCaps({ day: limit(200), month: limit(900), balance: limit(1000) })
    fc.assert(
      fc.property(orders, (given) => {
        const bank = aBank(policy)
        for (const [index, { day, hour, minutes }] of given.entries()) {
          const served = `2025-03-0${day} ${String(hour).padStart(2, "0")}:00`
          const planned = plan(bank, confirmed(`o-${index}`, served, minutes))
          if (planned.ok) Ledger.post(bank.rules.ledger, bank.ledger, planned.command)
        }
        expectSound(bank)
        const credited = balanceOf(bank, "ann:hours")
        const perDay = new Map<number, number>()
        for (const { day, minutes } of given) {
          perDay.set(day, Math.min(200, (perDay.get(day) ?? 0) + minutes))
        }
        const wanted = [...perDay.values()].reduce((sum, minutes) => sum + minutes, 0)
        expect(credited).toBe(Math.min(900, wanted))
        const all = given.reduce((sum, { minutes }) => sum + minutes, 0)
        expect(credited + balanceOf(bank, "donations:hours")).toBe(all)
      }),
      { numRuns: 100 }
    )
  })
})
