/** Edge cases of lots: what keeps lapse dates, and how debts are paid. */
import { describe } from "vitest"
import { edge } from "./aTown.ts"

describe("rule: parts keep their lapse dates wherever they go", () => {
  edge(
    "a gift keeps them and may not renew them",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      const renewing = t.say(t.move("Gift", "ann", "bo", 5, { lapseSec: 9000 }))
      t.must(t.move("Gift", "ann", "bo", 5))
      return [renewing, t.lots("bo")]
    },
    ["LapseNotAllowed", "5 until 2000"]
  )
  edge(
    "a donation keeps them in the pool, and a payout takes them along",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.must(t.move("Donate", "ann", "pool", 5))
      t.must(t.move("Payout", "pool", "bo", 3))
      return [t.lots("pool"), t.lots("bo")]
    },
    ["2 until 2000", "3 until 2000"]
  )
  edge(
    "a payout may give a new date",
    (t) => {
      t.fund("pool", 5, { lapseSec: 2000 })
      t.must(t.move("Payout", "pool", "bo", 3, { lapseSec: 9000 }))
      return t.lots("bo")
    },
    "3 until 9000"
  )
  edge(
    "what is redeemed cannot lapse",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.must(t.move("Redeem", "ann", "shop", 5))
      t.clock.atSec = 5000
      return [t.balance("shop").lapsed, t.totals("hours")?.redeemed]
    },
    [0, 5]
  )
  edge(
    "a hold takes the earliest, and a release brings them back as they were",
    (t) => {
      t.fund("ann", 5, { lapseSec: 3000 })
      t.fund("ann", 5, { lapseSec: 2000 })
      const held = t.must(t.hold("ann", 7))
      const during = t.lots("ann")
      t.must(t.release(held))
      return [during, t.lots("ann")]
    },
    ["3 until 3000", "5 until 2000, 5 until 3000"]
  )
  edge(
    "a capture in part takes the earliest of the hold",
    (t) => {
      t.fund("ann", 5, { lapseSec: 3000 })
      t.fund("ann", 5, { lapseSec: 2000 })
      const held = t.must(t.hold("ann", 10, { credit: "bo" }))
      t.must(t.capture(held, { amount: 6 }))
      return [t.lots("bo"), t.lots("ann")]
    },
    ["5 until 2000, 1 until 3000", "4 until 3000"]
  )
  edge(
    "a part that lapses while on hold is protected, and moves with its old date",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      const held = t.must(t.hold("ann", 5, { credit: "bo" }))
      t.clock.atSec = 2500
      const during = t.balance("ann")
      t.must(t.capture(held))
      return [during.onHold, during.lapsed, t.balance("bo").lapsed, t.available("bo")]
    },
    [5, 0, 5, 0]
  )
  edge(
    "a capture may renew the date of what lapsed on hold",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      const held = t.must(t.hold("ann", 5, { credit: "bo" }))
      t.clock.atSec = 2500
      t.must(t.capture(held, { lapseSec: 9000 }))
      return t.lots("bo")
    },
    "5 until 9000"
  )
  edge(
    "released after its lapse it lapses at once",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      const held = t.must(t.hold("ann", 5))
      t.clock.atSec = 2500
      t.must(t.release(held))
      return t.balance("ann")
    },
    { balance: 5, available: 0, onHold: 0, lapsed: 5, debt: 0 }
  )
  edge(
    "a hold that expires before the lapse leaves a part that still counts, until it lapses",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.must(t.hold("ann", 5, { expiresSec: 1900 }))
      t.clock.atSec = 1950
      const between = t.available("ann")
      t.clock.atSec = 2000
      return [between, t.available("ann")]
    },
    [5, 0]
  )
  edge(
    "hold and release with a credit line leave exactly what was there",
    (t) => {
      t.fund("ann", 60, { lapseSec: 2000 })
      t.must(t.limits("ann", { floor: -40 }))
      const held = t.must(t.hold("ann", 100))
      const during = t.balance("ann").debt
      t.must(t.release(held))
      return [during, t.lots("ann"), t.balance("ann").debt]
    },
    [40, "60 until 2000", 0]
  )
  edge(
    "hold and expiry of the hold with a credit line leave exactly what was there",
    (t) => {
      t.fund("ann", 60, { lapseSec: 2000 })
      t.must(t.limits("ann", { floor: -40 }))
      t.must(t.hold("ann", 100, { expiresSec: 1500 }))
      t.clock.atSec = 1500
      return [t.lots("ann"), t.balance("ann").debt, t.available("ann")]
    },
    ["60 until 2000", 0, 100]
  )
  edge(
    "payment and reversal with a credit line leave exactly what was there",
    (t) => {
      t.fund("ann", 60, { lapseSec: 2000 })
      t.must(t.limits("ann", { floor: -40 }))
      t.must(t.reverse(t.must(t.move("Pay", "ann", "bo", 100))))
      return [t.lots("ann"), t.balance("ann").debt, t.balance("bo").balance]
    },
    ["60 until 2000", 0, 0]
  )
})

describe("rule: incoming credits pay a debt first", () => {
  edge(
    "what comes in pays the debt, earliest lapse first, and the rest is free",
    (t) => {
      t.must(t.limits("ann", { floor: -50 }))
      t.must(t.move("Gift", "ann", "bo", 30))
      t.fund("cai", 20, { lapseSec: 2000 })
      t.fund("cai", 20, { lapseSec: 3000 })
      t.must(t.move("Gift", "cai", "ann", 40))
      return [t.lots("ann"), t.balance("ann").debt]
    },
    ["10 until 3000", 0]
  )
  edge(
    "what arrives lapsed pays no debt",
    (t) => {
      t.must(t.limits("ann", { floor: -50 }))
      t.must(t.move("Gift", "ann", "bo", 30))
      t.fund("ann", 20, { lapseSec: 900 })
      return t.balance("ann")
    },
    { balance: -10, available: 20, onHold: 0, lapsed: 20, debt: 30 }
  )
  for (const [when, lapseSec, debt] of [
    ["in this very second", 1000, 30],
    ["in the next second", 1001, 10]
  ] as const) {
    edge(
      `what lapses ${when}, as payment of a debt`,
      (t) => {
        t.must(t.limits("ann", { floor: -50 }))
        t.must(t.move("Gift", "ann", "bo", 30))
        t.fund("ann", 20, { lapseSec })
        return t.balance("ann").debt
      },
      debt
    )
  }
  edge(
    "a hold that expired unseen pays the debt before what a reversal brings back",
    (t) => {
      t.must(t.limits("ann", { floor: -100 }))
      t.fund("ann", 50, { lapseSec: 2000 })
      t.must(t.hold("ann", 50, { expiresSec: 1500 }))
      const paid = t.must(t.move("Pay", "ann", "bo", 60))
      t.clock.atSec = 1600
      t.must(t.reverse(paid))
      return [t.lots("ann"), t.balance("ann").debt]
    },
    ["50", 0]
  )
  edge(
    "a hold that expired unseen pays the debt before what a capture brings",
    (t) => {
      t.must(t.limits("ann", { floor: -100 }))
      t.fund("ann", 50, { lapseSec: 2000 })
      t.must(t.hold("ann", 50, { expiresSec: 1500 }))
      t.must(t.move("Pay", "ann", "bo", 60))
      const held = t.must(t.hold("bo", 60, { credit: "ann" }))
      t.clock.atSec = 1600
      t.must(t.capture(held))
      return [t.lots("ann"), t.balance("ann").debt]
    },
    ["50", 0]
  )
  edge(
    "a hold that expired unseen pays the debt before what a sweep brings",
    (t) => {
      t.must(t.limits("ann", { floor: -100 }))
      t.fund("ann", 50, { lapseSec: 2000 })
      t.must(t.hold("ann", 50, { expiresSec: 1500 }))
      t.must(t.move("Pay", "ann", "bo", 60))
      t.clock.atSec = 1600
      t.must(t.close("bo", "ann"))
      return [t.lots("ann"), t.balance("ann").debt]
    },
    ["50", 0]
  )
  edge(
    "a hold that expired unseen pays the debt before what comes in",
    (t) => {
      t.must(t.limits("ann", { floor: -100 }))
      t.fund("ann", 50, { lapseSec: 2000 })
      t.must(t.hold("ann", 50, { expiresSec: 1500 }))
      t.must(t.move("Pay", "ann", "bo", 60))
      t.clock.atSec = 1600
      t.fund("ann", 60)
      return [t.lots("ann"), t.balance("ann").debt]
    },
    ["50", 0]
  )
  edge(
    "what the credit line pays has no lapse date",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.must(t.limits("ann", { floor: -50 }))
      t.must(t.move("Gift", "ann", "bo", 30))
      return t.lots("bo")
    },
    "10 until 2000, 20"
  )
})
