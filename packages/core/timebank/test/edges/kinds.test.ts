/** Edge cases of the kinds of accounts and transfers: who may move what to whom. */
import { describe, expect, test } from "vitest"
import { AccountKind, TransferKind } from "../../src/index.ts"
import { aTown, edge } from "./aTown.ts"

describe("rule: which kind may move between which is one table", () => {
  test("row 41: a group account may only donate, whatever else it tries", () => {
    const town = aTown()
    town.fund("club", 100)
    const targets = ["ann", "home", "pool", "shop", "suspense", "expired", "issuer"]
    const allowed = TransferKind.list
      .filter(TransferKind.isPlain)
      .flatMap((kind) => targets.map((to) => [kind, to] as const))
      .filter(([kind, to]) => {
        const given = kind === "Earn" || kind === "Excess" ? { causeId: `${kind}-${to}` } : {}
        return town.say(town.move(kind, "club", to, 1, given)) !== "TransferNotAllowed"
      })
    expect(allowed).toEqual([
      ["Donate", "pool"],
      ["Adjust", "suspense"]
    ])
  })
  edge(
    "no kind of account and no kind of transfer is for cash",
    () =>
      [...AccountKind.list, ...TransferKind.list].filter((name) =>
        /cash|bank|fiat|money|fee|tax/i.test(name)
      ),
    []
  )
  edge(
    "nobody but an issuer creates",
    (t) => [
      t.say(t.move("Grant", "pool", "ann", 1)),
      t.say(t.move("Earn", "ann", "bo", 1, { causeId: "order-1" })),
      t.say(t.move("Excess", "ann", "pool", 1, { causeId: "order-1" }))
    ],
    ["TransferNotAllowed", "TransferNotAllowed", "TransferNotAllowed"]
  )
  edge(
    "a pool pays out to people, not to shops, groups or itself",
    (t) => {
      t.fund("pool", 10)
      return ["shop", "club", "pool", "ann", "home"].map((to) =>
        t.say(t.move("Payout", "pool", to, 1))
      )
    },
    ["TransferNotAllowed", "TransferNotAllowed", "SameAccount", "ok", "ok"]
  )
  edge(
    "a pool pays out no more than it has",
    (t) => {
      t.fund("pool", 10)
      return [
        t.say(t.move("Payout", "pool", "ann", 11)),
        t.say(t.move("Payout", "pool", "ann", 10))
      ]
    },
    ["Insufficient", "ok"]
  )
  edge(
    "a shop refunds no more than was redeemed",
    (t) => {
      t.fund("ann", 10)
      t.must(t.move("Redeem", "ann", "shop", 6))
      return [t.say(t.move("Refund", "shop", "ann", 7)), t.say(t.move("Refund", "shop", "ann", 6))]
    },
    ["Insufficient", "ok"]
  )
  edge(
    "a refund has no lapse, unless it says one",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.must(t.move("Redeem", "ann", "shop", 10))
      t.must(t.move("Refund", "shop", "ann", 4))
      t.must(t.move("Refund", "shop", "ann", 6, { lapseSec: 2000 }))
      return t.lots("ann")
    },
    "6 until 2000, 4"
  )
  edge(
    "a shop spends nothing: credits end there",
    (t) => {
      t.fund("ann", 10)
      t.must(t.move("Redeem", "ann", "shop", 10))
      return [t.say(t.move("Pay", "shop", "bo", 1)), t.say(t.move("Gift", "shop", "bo", 1))]
    },
    ["TransferNotAllowed", "TransferNotAllowed"]
  )
  edge(
    "what is expired never comes back into use",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.clock.atSec = 2000
      t.must(t.expire("ann", 2000))
      return TransferKind.list
        .filter(TransferKind.isPlain)
        .map((kind) => t.say(t.move(kind, "expired", "ann", 1, { causeId: "order-1" })))
        .filter((word) => word !== "TransferNotAllowed")
    },
    []
  )
  edge(
    "sweep and expire cannot be asked for as transfers",
    (t) =>
      ["Sweep", "Expire"].map((kind) =>
        t.say(JSON.parse(JSON.stringify(t.move("Gift", "ann", "bo", 1)).replace("Gift", kind)))
      ),
    ["FieldNotValid", "FieldNotValid"]
  )
  edge(
    "a payment to a shop is a redemption, not a gift",
    (t) => {
      t.fund("ann", 10)
      return [t.say(t.move("Gift", "ann", "shop", 1)), t.say(t.move("Redeem", "ann", "shop", 1))]
    },
    ["TransferNotAllowed", "ok"]
  )
  edge(
    "an inheritance goes from a person to a person, a household or a pool",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      return [
        t.say(t.move("Inherit", "ann", "club", 1)),
        t.say(t.move("Inherit", "home", "ann", 1)),
        t.say(t.move("Inherit", "ann", "bo", 10)),
        t.lots("bo")
      ]
    },
    ["TransferNotAllowed", "TransferNotAllowed", "ok", "10 until 2000"]
  )
  edge(
    "an unknown account on either side is refused, before anything else is asked of it",
    (t) => [
      t.say(t.move("Gift", "nobody", "ann", 1, { byId: "stranger" })),
      t.say(t.move("Gift", "ann", "nobody", 1, { byId: "stranger" })),
      t.say(t.freeze("nobody")),
      t.say(t.close("ann", "nobody"))
    ],
    Array(4).fill("AccountUnknown")
  )
  edge(
    "identity of the totals: every place where a credit can be, at once",
    (t) => {
      t.fund("ann", 100, { lapseSec: 2000 })
      t.fund("ann", 100)
      t.must(t.limits("bo", { floor: -30 }))
      t.must(t.move("Gift", "bo", "cai", 30))
      t.must(t.hold("ann", 20))
      t.must(t.move("Donate", "ann", "pool", 10))
      t.must(t.move("Redeem", "ann", "shop", 15))
      t.clock.atSec = 2000
      t.must(t.expire("ann", 2000))
      return t.totals("hours")
    },
    { issued: 200, available: 100, onHold: 20, inPools: 0, redeemed: 15, expired: 65 }
  )
})
