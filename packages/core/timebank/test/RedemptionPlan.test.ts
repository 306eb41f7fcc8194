import {
  type BankPlan,
  type BankPolicy,
  BankPreset,
  Ledger,
  Lot,
  RedemptionPlan,
  Shelf,
  type ShelfCommand,
  ShelfDecider,
  Totals
} from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { aBank, at, balanceOf, book, by, expectSound } from "./aBank.ts"

const [soap] = BankPreset.base.redemption
if (soap === undefined) throw new Error("the base policy lists nothing to redeem")

const lapse = at("2025-04-01")

/** A bank in which ann has 120 points that lapse in April, and a shelf with pieces of soap. */
const funded = (count = 5, policy: BankPolicy.BankPolicy = BankPreset.base) => {
  const bank = aBank(policy)
  book(bank, {
    action: "Transfer",
    id: "g-1",
    atSec: at("2025-01-02"),
    byId: "time-bank",
    transferKind: "Grant",
    unit: "points",
    debit: "issuer:points",
    credit: "ann:points",
    amount: 120,
    lapseSec: lapse
  })
  const added: ShelfCommand.ShelfCommand = {
    action: "AddStock",
    atSec: at("2025-01-02"),
    byId: "desk-1",
    count
  }
  const rules = { item: soap, zone: policy.zone }
  const decision = ShelfDecider.decide(rules, Shelf.empty("soap"), added)
  if (!decision.ok) throw new Error(decision.rejection.code)
  return { bank, shelf: Shelf.evolve(Shelf.empty("soap"), decision.event) }
}

type Counter = { bank: BankPlan.Bank; shelf: Shelf.Shelf }

/** Carries a step out on both sides; the code of the refusal where there is none. */
const step = (counter: Counter, plan: RedemptionPlan.RedemptionPlan): string => {
  if (!plan.ok) return `${plan.refusal.code} ${plan.refusal.found}`
  expect(plan.shelf.expectedVersion).toBe(counter.shelf.version)
  const answer = Ledger.post(counter.bank.rules.ledger, counter.bank.ledger, plan.command)
  expect(answer.ok).toBe(true)
  counter.shelf = Shelf.evolve(counter.shelf, plan.shelf.event)
  return plan.shelf.event.kind
}

const reserve = (counter: Counter, count: number, rest: Partial<RedemptionPlan.Request> = {}) =>
  RedemptionPlan.reserve(
    counter.bank,
    counter.shelf,
    { redemptionId: "r-1", personId: "ann", bornDate: "1960-01-01", count, ...rest },
    by("2025-03-01")
  )

describe("redeeming", () => {
  it("reserves by a hold, delivers by its capture, and the merchant has the points", () => {
    const counter = funded()
    expect(step(counter, reserve(counter, 2))).toBe("ItemReserved")
    const totals = Totals.of(counter.bank.ledger, "points", at("2025-03-01"))
    expect(totals).toMatchObject({ available: 20, onHold: 100 })
    const deliver = () =>
      RedemptionPlan.deliver(counter.bank, counter.shelf, "r-1", by("2025-03-02"))
    expect(step(counter, deliver())).toBe("ItemDelivered")
    expect(step(counter, deliver())).toBe("ShelfRefuses WrongStatus")
    expect(counter.shelf.stockCount).toBe(3)
    expect(Totals.of(counter.bank.ledger, "points", at("2025-03-02")).redeemed).toBe(100)
    expectSound(counter.bank)
  })

  it("cancels by a release, and points and pieces are free again", () => {
    const counter = funded()
    step(counter, reserve(counter, 2))
    const { bank, shelf } = counter
    const cancel = RedemptionPlan.cancel(bank, shelf, "r-1", by("2025-03-02"))
    expect(step(counter, cancel)).toBe("ReservationCancelled")
    expect(balanceOf(bank, "ann:points")).toBe(120)
    expect(Shelf.freeCount(counter.shelf, at("2025-03-02"))).toBe(5)
  })

  it("takes a delivered piece back: stock, points and their lapse date", () => {
    const counter = funded()
    step(counter, reserve(counter, 2))
    step(counter, RedemptionPlan.deliver(counter.bank, counter.shelf, "r-1", by("2025-03-02")))
    const back = () => RedemptionPlan.takeBack(counter.bank, counter.shelf, "r-1", by("2025-03-03"))
    expect(step(counter, back())).toBe("ItemReturned")
    expect(step(counter, back())).toBe("ShelfRefuses WrongStatus")
    expect(counter.shelf.stockCount).toBe(5)
    expect(Lot.of(counter.bank.ledger, "ann:points", at("2025-03-03"))).toMatchObject([
      { lapseSec: lapse, amount: 120 }
    ])
    expectSound(counter.bank)
  })

  it("lapses on both sides at the same second", () => {
    const end = at("2025-03-04")
    const late = (atSec: number) => {
      const counter = funded()
      step(counter, reserve(counter, 2))
      const posting = { atSec, byId: "time-bank" }
      const said = step(
        counter,
        RedemptionPlan.deliver(counter.bank, counter.shelf, "r-1", posting)
      )
      const { available } = Totals.of(counter.bank.ledger, "points", atSec)
      return [said, available]
    }
    expect(late(end - 1)).toEqual(["ItemDelivered", 20])
    expect(late(end)).toEqual(["ShelfRefuses ReservationLapsed", 120])
  })

  it("refuses what shelf, ledger or policy do not allow, and then touches neither", () => {
    const counter = funded(1, BankPreset.nanjing)
    const before = Ledger.sequenceNext(counter.bank.ledger)
    expect(step(counter, reserve(counter, 1, { redemptionId: "r 1" }))).toContain("BadId")
    const gold = { bank: counter.bank, shelf: Shelf.empty("gold") }
    expect(step(gold, reserve(gold, 1))).toBe("UnknownItem gold")
    expect(step(counter, reserve(counter, 1, { personId: "dai" }))).toContain("NoAccount")
    expect(step(counter, reserve(counter, 1, { personId: "team" }))).toContain("GroupOnlyDonates")
    expect(step(counter, reserve(counter, 1, { bornDate: "1990-01-01" }))).toBe("TooYoung 35")
    expect(step(counter, reserve(counter, 2))).toBe("ShelfRefuses OutOfStock")
    expect(step(counter, reserve(counter, 3))).toBe("ShelfRefuses PurchaseLimit")
    expect(step(counter, reserve(counter, 1, { personId: "bob" }))).toBe(
      "LedgerRefuses Insufficient"
    )
    expect(Ledger.sequenceNext(counter.bank.ledger)).toBe(before)
    expect(counter.shelf.version).toBe(1)
  })

  it("keeps stock and points together whatever is asked", () => {
    const ask = fc.record({
      id: fc.constantFrom("r-1", "r-2", "r-3"),
      what: fc.constantFrom("reserve", "deliver", "cancel", "takeBack"),
      hours: fc.integer({ min: 0, max: 60 })
    })
    fc.assert(
      fc.property(fc.array(ask, { maxLength: 25 }), (asks) => {
        const counter = funded(3)
        let atSec = at("2025-03-01")
        for (const { hours, id, what } of asks) {
          atSec += hours * 3600
          const posting = { atSec, byId: "time-bank" }
          const request = { redemptionId: id, personId: "ann", bornDate: "unknown", count: 1 }
          const plan =
            what === "reserve"
              ? RedemptionPlan.reserve(counter.bank, counter.shelf, request, posting)
              : RedemptionPlan[what](counter.bank, counter.shelf, id, posting)
          step(counter, plan)
          const { bank, shelf } = counter
          const held = shelf.reservations.filter((one) => Shelf.isHolding(one, atSec)).length
          const gone = shelf.reservations.filter(({ status }) => status === "Delivered").length
          const totals = Totals.of(bank.ledger, "points", atSec)
          expect([totals.onHold, totals.redeemed]).toEqual([held * 50, gone * 50])
          expect(shelf.stockCount).toBe(3 - gone)
        }
      }),
      { numRuns: 100 }
    )
  })
})
