/** Edge cases of holds: where they go, and when they end. */
import { describe } from "vitest"
import { edge } from "./aTown.ts"

describe("rule: a capture goes where the hold said", () => {
  edge(
    "a hold for one account cannot be captured to another",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      return t.say(t.capture(held, { credit: "cai" }))
    },
    "HoldCreditWrong"
  )
  edge(
    "unless the hold left that open",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo", isCreditOpen: true }))
      return [t.say(t.capture(held, { credit: "cai" })), t.available("cai")]
    },
    ["ok", 8]
  )
  edge(
    "naming the account that the hold named is fine",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      return t.say(t.capture(held, { credit: "bo" }))
    },
    "ok"
  )
  edge(
    "a hold for nobody in particular needs a name at capture",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8))
      return [t.say(t.capture(held)), t.say(t.capture(held, { credit: "bo" }))]
    },
    ["HoldCreditWrong", "ok"]
  )
  edge(
    "a capture to the payer is refused",
    (t) => {
      t.fund("ann", 10)
      return t.say(t.capture(t.must(t.hold("ann", 8)), { credit: "ann" }))
    },
    "SameAccount"
  )
  edge(
    "a capture to an account of the other unit is refused",
    (t) => {
      t.fund("ann", 10)
      return t.say(t.capture(t.must(t.hold("ann", 8)), { credit: "p-bo" }))
    },
    "UnitMismatch"
  )
  edge(
    "a capture is of the kind of its hold: a payment never ends in a shop",
    (t) => {
      t.fund("ann", 10)
      return t.say(t.capture(t.must(t.hold("ann", 8)), { credit: "shop" }))
    },
    "TransferNotAllowed"
  )
  edge(
    "a capture to nobody known is refused",
    (t) => {
      t.fund("ann", 10)
      return t.say(t.capture(t.must(t.hold("ann", 8)), { credit: "nobody" }))
    },
    "AccountUnknown"
  )
  edge(
    "the payer cannot call back what is promised to somebody",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo", byId: "ann" }))
      return [t.say(t.release(held, { byId: "ann" })), t.say(t.release(held, { byId: "bo" }))]
    },
    ["NotPermitted", "ok"]
  )
  edge(
    "the payer can call back what is promised to nobody",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { byId: "ann" }))
      return t.say(t.release(held, { byId: "ann" }))
    },
    "ok"
  )
})

describe("rule: from its last second on a hold is free again, with nobody sweeping", () => {
  const ends = 2000
  for (const [when, atSec, words] of [
    ["the second before", ends - 1, ["ok", 2]],
    ["the very second", ends, ["HoldExpired", 10]],
    ["the second after", ends + 1, ["HoldExpired", 10]]
  ] as const) {
    edge(
      `a capture ${when} it expires`,
      (t) => {
        t.fund("ann", 10)
        const held = t.must(t.hold("ann", 8, { credit: "bo", expiresSec: ends }))
        t.clock.atSec = atSec
        return [t.say(t.capture(held)), t.available("ann")]
      },
      words
    )
  }
  edge(
    "a release after it expired says so",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { expiresSec: ends }))
      t.clock.atSec = ends
      return [t.say(t.release(held)), t.holdStatus(held), t.held(held)]
    },
    ["HoldExpired", "Expired", 0]
  )
  edge(
    "what was on hold can be spent in that very second",
    (t) => {
      t.fund("ann", 10)
      t.must(t.hold("ann", 10, { expiresSec: ends }))
      t.clock.atSec = ends
      return t.say(t.move("Gift", "ann", "bo", 10))
    },
    "ok"
  )
  edge(
    "a hold that expires now or earlier cannot be placed",
    (t) => {
      t.fund("ann", 10)
      return [
        t.say(t.hold("ann", 1, { expiresSec: 999 })),
        t.say(t.hold("ann", 1, { expiresSec: 1000 })),
        t.say(t.hold("ann", 1, { expiresSec: 1001 }))
      ]
    },
    ["EndNotLater", "EndNotLater", "ok"]
  )
  edge(
    "a refused command of a later second ends no hold",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo", expiresSec: ends }))
      t.clock.atSec = ends + 5
      const refused = t.say(t.move("Gift", "ann", "bo", 11))
      t.clock.atSec = ends - 1
      return [refused, t.holdStatus(held), t.say(t.capture(held))]
    },
    ["Insufficient", "Open", "ok"]
  )
  edge(
    "looking at a later second ends no hold",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo", expiresSec: ends }))
      t.clock.atSec = ends + 5
      const later = [t.available("ann"), t.holdStatus(held)]
      t.clock.atSec = ends - 1
      return [later, t.available("ann"), t.say(t.capture(held))]
    },
    [[10, "Expired"], 2, "ok"]
  )
  edge(
    "a hold kept after a capture in part still expires",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo", expiresSec: ends }))
      t.must(t.capture(held, { amount: 3, remainder: "Keep" }))
      t.clock.atSec = ends
      return [t.holdStatus(held), t.available("ann"), t.say(t.capture(held))]
    },
    ["Expired", 7, "HoldExpired"]
  )
})
