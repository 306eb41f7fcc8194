/** Edge cases of freezing and closing. */
import { describe } from "vitest"
import { edge } from "./aTown.ts"

describe("rule: a frozen account moves nothing in the frozen directions", () => {
  edge(
    "frozen for debits it still receives",
    (t) => {
      t.fund("ann", 10)
      t.must(t.freeze("ann", "Debits"))
      return [t.say(t.move("Gift", "ann", "bo", 1)), t.say(t.move("Grant", "issuer", "ann", 1))]
    },
    ["AccountFrozen", "ok"]
  )
  edge(
    "frozen for credits it still pays",
    (t) => {
      t.fund("ann", 10)
      t.must(t.freeze("ann", "Credits"))
      return [t.say(t.move("Gift", "ann", "bo", 1)), t.say(t.move("Grant", "issuer", "ann", 1))]
    },
    ["ok", "AccountFrozen"]
  )
  edge(
    "frozen for both it does neither, for the desk no more than for the owner",
    (t) => {
      t.fund("ann", 10)
      t.must(t.freeze("ann"))
      return [
        t.say(t.move("Gift", "ann", "bo", 1, { byId: "ann" })),
        t.say(t.move("Gift", "ann", "bo", 1, { byId: "desk" })),
        t.say(t.move("Grant", "issuer", "ann", 1))
      ]
    },
    ["AccountFrozen", "AccountFrozen", "AccountFrozen"]
  )
  edge(
    "a second freeze replaces the first",
    (t) => {
      t.must(t.freeze("ann", "Both"))
      t.must(t.freeze("ann", "Debits"))
      return [t.account("ann")?.frozen, t.say(t.move("Grant", "issuer", "ann", 1))]
    },
    ["Debits", "ok"]
  )
  edge(
    "an account that is not frozen cannot be unfrozen, nor twice",
    (t) => {
      const before = t.say(t.unfreeze("ann"))
      t.must(t.freeze("ann"))
      return [before, t.say(t.unfreeze("ann")), t.say(t.unfreeze("ann"))]
    },
    ["NotFrozen", "ok", "NotFrozen"]
  )
  edge("a freeze needs a reason", (t) => t.say({ ...t.freeze("ann"), reason: "" }), "FieldNotValid")
  edge(
    "a freeze moves nothing: totals stay",
    (t) => {
      t.fund("ann", 10)
      const before = t.totals("hours")
      t.must(t.freeze("ann"))
      return [before, t.totals("hours")].map((totals) => totals?.available)
    },
    [10, 10]
  )
  edge(
    "a refund to a frozen member waits",
    (t) => {
      t.fund("ann", 10)
      t.must(t.move("Redeem", "ann", "shop", 10))
      t.must(t.freeze("ann", "Credits"))
      return t.say(t.move("Refund", "shop", "ann", 10))
    },
    "AccountFrozen"
  )
})

describe("rule: a closed account is empty and stays so", () => {
  edge(
    "closing sweeps the rest with its lapse dates",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 6)
      t.must(t.close("ann", "bo"))
      return [t.lots("bo"), t.balance("ann"), t.account("ann")?.isClosed]
    },
    ["5 until 2000, 6", { balance: 0, available: 0, onHold: 0, lapsed: 0, debt: 0 }, true]
  )
  edge(
    "an account with a rest needs to say where it goes",
    (t) => {
      t.fund("ann", 5)
      return [t.say(t.close("ann")), t.say(t.close("ann", "bo"))]
    },
    ["SweepMissing", "ok"]
  )
  edge("an empty account needs not", (t) => t.say(t.close("ann")), "ok")
  edge(
    "an account with only lapsed parts has no rest to sweep",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return [t.say(t.close("ann")), t.totals("hours")?.expired]
    },
    ["ok", 5]
  )
  edge(
    "an account with open holds is not closed",
    (t) => {
      t.fund("ann", 5)
      const held = t.must(t.hold("ann", 5))
      const before = t.say(t.close("ann", "bo"))
      t.must(t.release(held))
      return [before, t.say(t.close("ann", "bo"))]
    },
    ["HoldsOpen", "ok"]
  )
  edge(
    "a hold that expired is no open hold",
    (t) => {
      t.fund("ann", 5)
      t.must(t.hold("ann", 5, { expiresSec: 2000 }))
      t.clock.atSec = 1999
      const before = t.say(t.close("ann", "bo"))
      t.clock.atSec = 2000
      return [before, t.say(t.close("ann", "bo")), t.available("bo")]
    },
    ["HoldsOpen", "ok", 5]
  )
  edge(
    "what comes back from a hold that expired unseen is swept with its lapse dates",
    (t) => {
      t.fund("ann", 5, { lapseSec: 5000 })
      t.must(t.hold("ann", 5, { expiresSec: 2000 }))
      t.clock.atSec = 2000
      t.must(t.close("ann", "bo"))
      return [t.lots("bo"), t.balance("ann").balance]
    },
    ["5 until 5000", 0]
  )
  edge(
    "a hold kept after a capture in part is open",
    (t) => {
      t.fund("ann", 5)
      const held = t.must(t.hold("ann", 5, { credit: "bo" }))
      t.must(t.capture(held, { amount: 2, remainder: "Keep" }))
      return t.say(t.close("ann", "bo"))
    },
    "HoldsOpen"
  )
  edge(
    "an account in debt is not closed",
    (t) => {
      t.must(t.limits("ann", { floor: -50 }))
      t.must(t.move("Gift", "ann", "bo", 5))
      return [t.say(t.close("ann")), t.say(t.close("ann", "bo"))]
    },
    ["AccountInDebt", "AccountInDebt"]
  )
  edge(
    "nothing goes in or out of a closed account, and it is not frozen, limited or closed again",
    (t) => {
      t.fund("bo", 5)
      t.must(t.close("ann"))
      return [
        t.say(t.move("Grant", "issuer", "ann", 1)),
        t.say(t.move("Gift", "bo", "ann", 1)),
        t.say(t.move("Gift", "ann", "bo", 1)),
        t.say(t.hold("ann", 1)),
        t.say(t.freeze("ann")),
        t.say(t.limits("ann")),
        t.say(t.guardian("ann", "gus")),
        t.say(t.mandate("ann", "may")),
        t.say(t.close("ann"))
      ]
    },
    Array(9).fill("AccountClosed")
  )
  edge(
    "a closed account is not opened again",
    (t) => {
      t.must(t.close("ann"))
      return t.say(t.open("ann"))
    },
    "AccountExists"
  )
  edge(
    "a hold for an account that was closed since cannot be captured, only released",
    (t) => {
      t.fund("ann", 5)
      const held = t.must(t.hold("ann", 5, { credit: "bo" }))
      t.must(t.close("bo"))
      return [t.say(t.capture(held)), t.say(t.release(held)), t.available("ann")]
    },
    ["AccountClosed", "ok", 5]
  )
  edge(
    "the rest cannot be swept into itself, another unit, a shop, a closed or a full account",
    (t) => {
      t.fund("ann", 5)
      t.must(t.close("cai"))
      t.must(t.limits("bo", { ceiling: 4 }))
      return ["ann", "p-ann", "shop", "cai", "bo", "pool"].map((to) => t.say(t.close("ann", to)))
    },
    ["SameAccount", "UnitMismatch", "TransferNotAllowed", "AccountClosed", "CeilingReached", "ok"]
  )
  edge(
    "the owner may close, a stranger may not, the desk neither",
    (t) => ["stranger", "desk", "ann"].map((byId) => t.say(t.close("ann", undefined, { byId }))),
    ["NotPermitted", "NotPermitted", "ok"]
  )
  edge(
    "freezing cannot be escaped by closing",
    (t) => {
      t.fund("ann", 5)
      t.must(t.freeze("ann", "Debits"))
      return t.say(t.close("ann", "bo", { byId: "ann" }))
    },
    "AccountFrozen"
  )
  edge(
    "a sweep cannot be reversed",
    (t) => {
      t.fund("ann", 5)
      return t.say(t.reverse(t.must(t.close("ann", "bo"))))
    },
    "NotReversible"
  )
  edge(
    "an issuer that has issued cannot be closed",
    (t) => {
      t.fund("ann", 5)
      return t.say(t.close("issuer"))
    },
    "AccountInDebt"
  )
  edge(
    "an account that never moved counts in the books as nothing",
    (t) => [t.balance("ann"), t.lots("ann")],
    [{ balance: 0, available: 0, onHold: 0, lapsed: 0, debt: 0 }, ""]
  )
})
