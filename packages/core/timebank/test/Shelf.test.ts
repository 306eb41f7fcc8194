import { Seconds } from "@wangge/facts"
import {
  BankPreset,
  type RedemptionItem,
  Shelf,
  type ShelfCommand,
  ShelfDecider,
  type ShelfEvent,
  ShelfRejection
} from "@wangge/timebank"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const zone = "Asia/Shanghai"
const midnight = (text: string): number =>
  Seconds.parseIsoDate(text) * Seconds.daySec - 8 * Seconds.hourSec
const start = midnight("2025-03-30")

const soap = BankPreset.base.redemption[0]
if (soap === undefined) throw new Error("the base policy lists nothing to redeem")
const rules: ShelfDecider.ShelfRules = { item: soap, zone }

const by = { byId: "desk-1" }
const stock = (count: number, atSec = start): ShelfCommand.ShelfCommand => ({
  action: "AddStock",
  atSec,
  count,
  ...by
})
const take = (id: string, atSec: number, rest: Partial<ShelfCommand.ReserveItem> = {}) =>
  ({
    action: "ReserveItem",
    redemptionId: id,
    personId: "ann",
    accountId: "ann:points",
    count: 1,
    atSec,
    ...by,
    ...rest
  }) satisfies ShelfCommand.ShelfCommand
const move = (
  action: ShelfCommand.OnReservation["action"],
  id: string,
  atSec: number
): ShelfCommand.ShelfCommand => ({ action, redemptionId: id, atSec, ...by })

/** The shelf after commands, and what was said to each: an event's kind or a rejection's code. */
const tell = (commands: ReadonlyArray<ShelfCommand.ShelfCommand>, own = rules) => {
  let shelf = Shelf.empty(own.item.id)
  const said = commands.map((command) => {
    const decision = ShelfDecider.decide(own, shelf, command)
    if (!decision.ok) return decision.rejection.code
    shelf = Shelf.evolve(shelf, decision.event)
    return decision.event.kind
  })
  return { shelf, said }
}

const hour = Seconds.hourSec

describe("a shelf", () => {
  it("reserves, delivers and takes back, and the stock follows", () => {
    const commands = [
      stock(3),
      take("r-1", start + 1, { count: 2 }),
      move("DeliverItem", "r-1", start + 2),
      move("ReturnItem", "r-1", start + 3)
    ]
    const counts = commands.map((_, index) => {
      const { shelf } = tell(commands.slice(0, index + 1))
      return [shelf.stockCount, Shelf.freeCount(shelf, start + index)]
    })
    expect(counts).toEqual([
      [3, 3],
      [3, 1],
      [1, 1],
      [3, 3]
    ])
    expect(Shelf.find(tell(commands).shelf, "r-1")).toMatchObject({
      amount: 100,
      status: "Returned"
    })
  })

  it("keeps a reservation to its last second and lets it lapse by itself at the next", () => {
    const lapse = start + 72 * hour
    const late = (atSec: number) =>
      tell([stock(1), take("r-1", start), move("DeliverItem", "r-1", atSec)]).said[2]
    expect([lapse - 1, lapse, lapse + 1].map(late)).toEqual([
      "ItemDelivered",
      "ReservationLapsed",
      "ReservationLapsed"
    ])
    const next = (atSec: number) =>
      tell([stock(1), take("r-1", start), take("r-2", atSec, { personId: "bob" })]).said[2]
    expect([lapse - 1, lapse].map(next)).toEqual(["OutOfStock", "ItemReserved"])
  })

  it("gives a person no more than the limit of the local period, to the piece and the second", () => {
    const april = midnight("2025-04-01")
    const said = (atSec: number, count: number) =>
      tell([
        stock(9),
        take("r-1", start, { count: 2 }),
        move("DeliverItem", "r-1", start),
        take("r-2", atSec, { count })
      ]).said[3]
    expect([1, 2].map((count) => said(april, count))).toEqual(["ItemReserved", "ItemReserved"])
    expect(said(april, 3)).toBe("PurchaseLimit")
    expect(said(april - 1, 1)).toBe("PurchaseLimit")
    expect(tell([stock(9), take("r-1", start, { count: 3 })]).said[1]).toBe("PurchaseLimit")
  })

  it("counts nothing against the limit that was cancelled, returned or has lapsed", () => {
    const end = (last: ReadonlyArray<ShelfCommand.ShelfCommand>, atSec = start) =>
      tell([
        stock(9),
        take("r-1", start, { count: 2 }),
        ...last,
        take("r-2", atSec, { count: 2 })
      ]).said.at(-1)
    expect(end([])).toBe("PurchaseLimit")
    expect(end([move("CancelReservation", "r-1", start)])).toBe("ItemReserved")
    expect(end([move("DeliverItem", "r-1", start), move("ReturnItem", "r-1", start)])).toBe(
      "ItemReserved"
    )
    const monthly = { item: { ...soap, period: "Year" as const }, zone }
    const lapsed = tell(
      [stock(9), take("r-1", start, { count: 2 }), take("r-2", start + 72 * hour, { count: 2 })],
      monthly
    )
    expect(lapsed.said.at(-1)).toBe("ItemReserved")
  })

  it("refuses every move that a reservation does not stand for", () => {
    const ways = {
      Reserved: [],
      Delivered: [move("DeliverItem", "r-1", start)],
      Cancelled: [move("CancelReservation", "r-1", start)],
      Returned: [move("DeliverItem", "r-1", start), move("ReturnItem", "r-1", start)]
    } as const satisfies Readonly<Record<Shelf.Status, unknown>>
    const table = Shelf.statuses.map((status) =>
      (["DeliverItem", "CancelReservation", "ReturnItem"] as const).map((action) =>
        tell([stock(1), take("r-1", start), ...ways[status], move(action, "r-1", start)]).said.at(
          -1
        )
      )
    )
    expect(table).toEqual([
      ["ItemDelivered", "ReservationCancelled", "WrongStatus"],
      ["WrongStatus", "WrongStatus", "ItemReturned"],
      ["WrongStatus", "WrongStatus", "WrongStatus"],
      ["WrongStatus", "WrongStatus", "WrongStatus"]
    ])
  })

  it("refuses in the documented order", () => {
    const wrong: ReadonlyArray<readonly [ShelfCommand.ShelfCommand, string]> = [
      [{ ...take("r-1", start - 1, { count: 0 }), byId: "" }, "NoActor"],
      [{ ...take("", start - 1, { count: 0 }) }, "BadCount"],
      [{ action: "RemoveStock", count: 1, reason: " ", atSec: start - 1, ...by }, "ReasonMissing"],
      [take("", start - 1), "BadId"],
      [take("r-1", start - 1), "TimeWentBack"],
      [take("r-1", start + 0.5), "TimeWentBack"],
      [take("r-1", start, { count: 99 }), "ReservedBefore"],
      [move("DeliverItem", "r-9", start), "UnknownRedemption"],
      [move("ReturnItem", "r-1", start + 72 * hour), "ReservationLapsed"],
      [move("ReturnItem", "r-1", start), "WrongStatus"],
      [take("r-2", start, { count: 99 }), "PurchaseLimit"],
      [take("r-2", start, { personId: "bob", count: 2 }), "OutOfStock"],
      [{ action: "RemoveStock", count: 2, reason: "broken", atSec: start, ...by }, "OutOfStock"]
    ]
    const said = wrong.map(([command]) => tell([stock(2), take("r-1", start), command]).said[2])
    expect(said).toEqual(wrong.map(([, code]) => code))
    expect(new Set(said)).toEqual(new Set(ShelfRejection.codes))
  })

  it("never gives away more than lies there, whatever is asked in which order", () => {
    const id = fc.constantFrom("r-1", "r-2", "r-3", "r-4")
    const step = fc.record({
      command: fc.oneof(
        fc.integer({ min: 1, max: 4 }).map((count) => stock(count, 0)),
        fc
          .record({
            id,
            personId: fc.constantFrom("ann", "bob"),
            count: fc.integer({ min: 1, max: 3 })
          })
          .map(({ count, id: redemptionId, personId }) =>
            take(redemptionId, 0, { count, personId })
          ),
        fc
          .record({
            id,
            action: fc.constantFrom("DeliverItem", "CancelReservation", "ReturnItem")
          })
          .map(({ action, id: redemptionId }) => move(action, redemptionId, 0))
      ),
      waitHours: fc.integer({ min: -2, max: 80 })
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let shelf = Shelf.empty("soap")
        let now = start
        let added = 0
        for (const { command, waitHours } of steps) {
          const atSec = now + waitHours * hour
          const decision = ShelfDecider.decide(rules, shelf, { ...command, atSec })
          if (decision.ok) {
            added += decision.event.kind === "StockAdded" ? decision.event.count : 0
            shelf = Shelf.evolve(shelf, decision.event)
            now = atSec
          } else if (waitHours < 0) {
            expect(ShelfRejection.codes).toContain(decision.rejection.code)
          }
          const out = shelf.reservations
            .filter(({ status }) => status === "Delivered")
            .reduce((sum, { count }) => sum + count, 0)
          expect(shelf.stockCount + out).toBe(added)
          expect(Shelf.freeCount(shelf, now)).toBeGreaterThanOrEqual(0)
          const held = ["ann", "bob"].map((personId) => heldNow(shelf, personId, now))
          expect(Math.max(...held)).toBeLessThanOrEqual(2)
        }
      }),
      { numRuns: 150 }
    )
  })
})

/** Pieces that a person has reserved or got since the first of the month. */
const heldNow = (shelf: Shelf.Shelf, personId: string, atSec: number): number => {
  const month = (sec: number) => Seconds.toIsoInstant(sec + 8 * hour).slice(0, 7)
  return shelf.reservations
    .filter((one) => one.personId === personId && month(one.reservedSec) === month(atSec))
    .filter((one) => one.status === "Delivered" || Shelf.isHolding(one, atSec))
    .reduce((sum, { count }) => sum + count, 0)
}

describe("what can be redeemed", () => {
  it("is never cash, cash-like or a public service: such kinds do not compile", () => {
    const item = (kind: RedemptionItem.Kind): RedemptionItem.Kind => kind
    // @ts-expect-error nothing is paid out in money
    item("Cash")
    // @ts-expect-error a voucher that buys like money is money
    item("CashVoucher")
    // @ts-expect-error a card with money on it is money
    item("PrepaidCard")
    // @ts-expect-error public services are for everybody, without points
    item("PublicService")
    // @ts-expect-error nobody buys a better place in the queue
    item("QueuePriority")
    // @ts-expect-error no fee is waived for points
    item("FeeWaiver")
    expect(item("DailyGoods")).toBe("DailyGoods")
  })
})

describe("rejections of a shelf", () => {
  it("have words in both languages with every value filled in", () => {
    for (const code of ShelfRejection.codes) {
      const said = ShelfRejection.describe(ShelfRejection.make(code, "s", "f", "e"))
      expect(said.en + said.zh).not.toMatch(/[{}]/)
      expect(said.zh).toMatch(/\p{Script=Han}/u)
    }
  })

  it("are data beside events whose kinds are all reached above", () => {
    const kinds: ReadonlyArray<ShelfEvent.ShelfEvent["kind"]> = tell([
      stock(5),
      { action: "RemoveStock", count: 1, reason: "broken", atSec: start, ...by },
      take("r-1", start),
      move("CancelReservation", "r-1", start),
      take("r-2", start),
      move("DeliverItem", "r-2", start),
      move("ReturnItem", "r-2", start)
    ]).said.filter((said): said is ShelfEvent.ShelfEvent["kind"] => said in seen)
    expect(new Set(kinds)).toEqual(new Set(Object.keys(seen)))
  })
})

const seen: Readonly<Record<ShelfEvent.ShelfEvent["kind"], true>> = {
  StockAdded: true,
  StockRemoved: true,
  ItemReserved: true,
  ItemDelivered: true,
  ReservationCancelled: true,
  ItemReturned: true
}
