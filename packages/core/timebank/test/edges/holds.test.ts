/** Edge cases of holds: placing and capturing. */
import { describe } from "vitest"
import { edge } from "./aTown.ts"

describe("rule: a hold takes what is available out of reach, and no more", () => {
  edge(
    "an amount on hold cannot be spent",
    (t) => {
      t.fund("ann", 10)
      t.must(t.hold("ann", 8))
      return [t.say(t.move("Gift", "ann", "bo", 3)), t.say(t.move("Gift", "ann", "bo", 2))]
    },
    ["Insufficient", "ok"]
  )
  edge(
    "an amount on hold cannot be held again",
    (t) => {
      t.fund("ann", 10)
      t.must(t.hold("ann", 8))
      return t.say(t.hold("ann", 3))
    },
    "Insufficient"
  )
  edge(
    "the balance still counts what is on hold",
    (t) => {
      t.fund("ann", 10)
      t.must(t.hold("ann", 8))
      return t.balance("ann")
    },
    { balance: 10, available: 2, onHold: 8, lapsed: 0, debt: 0 }
  )
  edge(
    "a hold of as much as possible takes what there is",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 25, { mode: "UpTo" }))
      return [t.held(held), t.available("ann")]
    },
    [10, 0]
  )
  edge(
    "a hold of as much as possible of nothing is refused",
    (t) => t.say(t.hold("ann", 25, { mode: "UpTo" })),
    "Insufficient"
  )
  edge(
    "a hold cannot be placed on an account that is frozen for debits",
    (t) => {
      t.fund("ann", 10)
      t.must(t.freeze("ann", "Debits"))
      return t.say(t.hold("ann", 5))
    },
    "AccountFrozen"
  )
  edge(
    "a hold can be placed on an account that is frozen for credits only",
    (t) => {
      t.fund("ann", 10)
      t.must(t.freeze("ann", "Credits"))
      return t.say(t.hold("ann", 5))
    },
    "ok"
  )
  edge(
    "an earning cannot be put on hold: it is not promised before the service",
    (t) => t.say(JSON.parse(JSON.stringify(t.hold("issuer", 5)).replace('"Pay"', '"Earn"'))),
    "FieldNotValid"
  )
  edge(
    "a hold on an account that is not there is refused",
    (t) => t.say(t.hold("nobody", 5)),
    "AccountUnknown"
  )
  edge(
    "a hold for an account that is not there is refused",
    (t) => {
      t.fund("ann", 10)
      return t.say(t.hold("ann", 5, { credit: "nobody" }))
    },
    "AccountUnknown"
  )
  edge(
    "10,000 holds on one account add up, and each can be captured",
    (t) => {
      t.fund("ann", 10_000)
      const all = Array.from({ length: 10_000 }, (_, index) =>
        t.must(t.hold("ann", 1, { credit: "bo", expiresSec: 2000 + (index % 7) }))
      )
      const full = t.balance("ann").onHold
      for (const held of all.slice(0, 3000).reverse()) t.must(t.capture(held))
      for (const held of all.slice(5000, 6000)) t.must(t.release(held))
      const late = { ...t.balance("ann") }
      t.clock.atSec = 2006
      return [full, late.onHold, late.available, t.available("ann"), t.available("bo")]
    },
    [10_000, 6000, 1000, 7000, 3000]
  )
})

describe("rule: a capture moves at most what is left of a hold, once", () => {
  edge(
    "a capture of all moves all",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.capture(held))
      return [t.available("ann"), t.available("bo"), t.holdStatus(held)]
    },
    [2, 8, "Captured"]
  )
  edge(
    "a capture of more than is held is refused",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      return [t.say(t.capture(held, { amount: 9 })), t.held(held)]
    },
    ["HoldExceeded", 8]
  )
  edge(
    "a capture in part releases the rest",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.capture(held, { amount: 3 }))
      return [t.available("ann"), t.available("bo"), t.holdStatus(held)]
    },
    [7, 3, "Captured"]
  )
  edge(
    "a capture in part can keep the rest on hold, until nothing is left",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      const say = (amount: number) => t.say(t.capture(held, { amount, remainder: "Keep" }))
      return [say(3), t.holdStatus(held), say(6), say(5), t.holdStatus(held), say(1)]
    },
    ["ok", "Open", "HoldExceeded", "ok", "Captured", "HoldEnded"]
  )
  edge(
    "the second of two racing captures is refused",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      return [t.say(t.capture(held)), t.say(t.capture(held)), t.available("bo")]
    },
    ["ok", "HoldEnded", 8]
  )
  edge(
    "the same capture sent twice moves once",
    (t) => {
      t.fund("ann", 10)
      const command = t.capture(t.must(t.hold("ann", 8, { credit: "bo" })))
      return [t.say(command), t.say(command), t.available("bo")]
    },
    ["ok", "again: ok", 8]
  )
  edge(
    "a capture after a release is refused",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.release(held))
      return t.say(t.capture(held))
    },
    "HoldEnded"
  )
  edge(
    "a release after a capture is refused",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.capture(held))
      return [t.say(t.release(held)), t.available("ann")]
    },
    ["HoldEnded", 2]
  )
  edge(
    "a second release is refused",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8))
      return [t.say(t.release(held)), t.say(t.release(held)), t.available("ann")]
    },
    ["ok", "HoldEnded", 10]
  )
  edge(
    "a hold that was refused is no hold",
    (t) => {
      const held = t.hold("ann", 8)
      return [t.say(held), t.say(t.capture(held)), t.say(t.release(held))]
    },
    ["Insufficient", "HoldUnknown", "HoldUnknown"]
  )
  edge(
    "a transfer is no hold",
    (t) => t.say(t.capture(t.fund("ann", 10), { credit: "bo" })),
    "HoldUnknown"
  )
  edge(
    "a lawful hold can be captured though the payer was frozen since",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.freeze("ann"))
      return [t.say(t.capture(held)), t.available("bo")]
    },
    ["ok", 8]
  )
  edge(
    "a hold can be released though the account is frozen",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.freeze("ann"))
      return t.say(t.release(held))
    },
    "ok"
  )
  edge(
    "a capture into an account frozen for credits is refused, and the hold stays",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      t.must(t.freeze("bo", "Credits"))
      return [t.say(t.capture(held)), t.holdStatus(held)]
    },
    ["AccountFrozen", "Open"]
  )
  edge(
    "a capture over the ceiling of the payee is refused; in part it fits",
    (t) => {
      t.fund("ann", 10)
      t.must(t.limits("bo", { ceiling: 5 }))
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      return [t.say(t.capture(held)), t.say(t.capture(held, { amount: 5 })), t.available("ann")]
    },
    ["CeilingReached", "ok", 5]
  )
})
