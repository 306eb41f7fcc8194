/** Edge cases of reversals: what was spent since, and which parts go back. */
import { describe } from "vitest"
import { edge, type Town } from "./aTown.ts"

/** Ann paid 10 to bo, who gave 6 of them away. */
const spent = (t: Town) => {
  t.fund("ann", 10, { lapseSec: 5000 })
  const paid = t.must(t.move("Pay", "ann", "bo", 10))
  t.must(t.move("Gift", "bo", "cai", 6))
  return paid
}

describe("rule: what a reversal does when the amount was spent is stated by the policy", () => {
  edge(
    "refuse: nothing happens, and it may be tried again later",
    (t) => {
      const paid = spent(t)
      const first = t.say(t.reverse(paid))
      t.fund("bo", 6)
      return [first, t.say(t.reverse(paid)), t.lots("ann")]
    },
    ["Insufficient", "ok", "10 until 5000"],
    { shortfall: "Refuse" }
  )
  edge(
    "overdraw: the payer is whole and the payee owes the rest, which is stated",
    (t) => {
      const answer = t.post(t.reverse(spent(t)))
      const event = answer.ok && answer.event.kind === "Reversed" ? answer.event : undefined
      return [event?.amount, event?.overdrawn, event?.shortfall, t.lots("ann"), t.balance("bo")]
    },
    [...[10, 6, 0, "10 until 5000"], { balance: -6, available: 0, onHold: 0, lapsed: 0, debt: 6 }],
    { shortfall: "Overdraw" }
  )
  edge(
    "overdraw: the debt blocks spending and is paid by what comes in",
    (t) => {
      t.must(t.reverse(spent(t)))
      const blocked = t.say(t.move("Gift", "bo", "cai", 1))
      t.fund("bo", 9)
      return [blocked, t.available("bo"), t.balance("bo").debt]
    },
    ["Insufficient", 3, 0],
    { shortfall: "Overdraw" }
  )
  edge(
    "take what is available: the rest is stated as a shortfall",
    (t) => {
      const answer = t.post(t.reverse(spent(t)))
      const event = answer.ok && answer.event.kind === "Reversed" ? answer.event : undefined
      return [event?.amount, event?.overdrawn, event?.shortfall, t.lots("ann"), t.available("bo")]
    },
    [4, 0, 6, "4 until 5000", 0],
    { shortfall: "TakeAvailable" }
  )
  edge(
    "take what is available: of nothing it is refused",
    (t) => {
      const paid = spent(t)
      t.must(t.move("Gift", "bo", "cai", 4))
      return t.say(t.reverse(paid))
    },
    "Insufficient",
    { shortfall: "TakeAvailable" }
  )
  edge(
    "take what is available: the one reversal is used up by it",
    (t) => {
      const paid = spent(t)
      t.must(t.reverse(paid))
      t.fund("bo", 6)
      return t.say(t.reverse(paid))
    },
    "AlreadyReversed",
    { shortfall: "TakeAvailable" }
  )
  edge(
    "an amount on hold is not taken by a reversal",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 10))
      t.must(t.hold("bo", 7))
      const back = t.post(t.reverse(paid))
      const moved = back.ok && back.event.kind === "Reversed" ? back.event.amount : -1
      return [moved, t.balance("bo").onHold]
    },
    [3, 7],
    { shortfall: "TakeAvailable" }
  )
  edge(
    "what lapsed at the payee is not there to be taken",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      const paid = t.must(t.move("Pay", "ann", "bo", 10))
      t.clock.atSec = 2000
      return t.say(t.reverse(paid))
    },
    "Insufficient"
  )
  edge(
    "overdraw after a lapse: the payer gets a lapsed part, the payee owes it",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      const paid = t.must(t.move("Pay", "ann", "bo", 10))
      t.clock.atSec = 2000
      t.must(t.reverse(paid))
      return [t.balance("ann").lapsed, t.available("ann"), t.balance("bo").debt]
    },
    [10, 0, 10],
    { shortfall: "Overdraw" }
  )
})

describe("rule: a reversal restores lapse dates, and passes over ceilings and freezes", () => {
  edge(
    "to the payer goes back what left, with its dates, though the payee got others",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 5, { lapseSec: 3000 })
      const paid = t.must(t.move("Pay", "ann", "bo", 8, { lapseSec: 9000 }))
      t.must(t.reverse(paid))
      return [t.lots("ann"), t.lots("bo")]
    },
    ["5 until 2000, 5 until 3000", ""]
  )
  edge(
    "in part, the latest lapsing goes back, as if only the rest had been spent",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 5, { lapseSec: 3000 })
      const paid = t.must(t.move("Pay", "ann", "bo", 10))
      t.must(t.reverse(paid, { amount: 6 }))
      return [t.lots("ann"), t.lots("bo")]
    },
    ["1 until 2000, 5 until 3000", "4 until 2000"]
  )
  edge(
    "the payee gives back what he was given, not what he had of his own",
    (t) => {
      t.fund("bo", 5, { lapseSec: 2000 })
      t.fund("ann", 5, { lapseSec: 3000 })
      t.must(t.reverse(t.must(t.move("Pay", "ann", "bo", 5))))
      return [t.lots("bo"), t.lots("ann")]
    },
    ["5 until 2000", "5 until 3000"]
  )
  edge(
    "and of his own, earliest first, where that is gone",
    (t) => {
      t.fund("ann", 5, { lapseSec: 1500 })
      const paid = t.must(t.move("Pay", "ann", "bo", 5))
      t.must(t.move("Gift", "bo", "cai", 5))
      t.fund("bo", 5, { lapseSec: 2000 })
      t.fund("bo", 5, { lapseSec: 3000 })
      t.must(t.reverse(paid))
      return [t.lots("bo"), t.lots("ann")]
    },
    ["5 until 3000", "5 until 1500"]
  )
  edge(
    "in part, all that he was given goes before anything of his own",
    (t) => {
      t.fund("ann", 4, { lapseSec: 3000 })
      t.fund("ann", 16)
      const paid = t.must(t.move("Pay", "ann", "bo", 20))
      t.must(t.move("Gift", "bo", "cai", 9))
      t.fund("bo", 3, { lapseSec: 2000 })
      t.fund("bo", 9, { lapseSec: 3000 })
      t.must(t.reverse(paid, { amount: 17 }))
      return [t.lots("bo"), t.lots("ann")]
    },
    ["1 until 2000, 5 until 3000", "1 until 3000, 16"]
  )
  edge(
    "a full payer is paid back over the ceiling",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8))
      t.must(t.limits("ann", { ceiling: 3 }))
      return [t.say(t.reverse(paid)), t.available("ann")]
    },
    ["ok", 10]
  )
  edge(
    "a frozen payee is no refuge",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8))
      t.must(t.freeze("bo"))
      t.must(t.freeze("ann"))
      return t.say(t.reverse(paid))
    },
    "ok"
  )
  edge(
    "a closed payee or payer is the end of it",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8))
      const back = t.must(t.move("Pay", "bo", "cai", 2))
      t.must(t.close("bo", "cai"))
      return [t.say(t.reverse(paid)), t.say(t.reverse(back))]
    },
    ["AccountClosed", "AccountClosed"]
  )
  edge(
    "a reversed grant is no longer issued",
    (t) => {
      t.must(t.reverse(t.fund("ann", 10)))
      return [t.totals("hours")?.issued, t.balance("issuer").balance]
    },
    [0, 0]
  )
  edge(
    "a reversed redemption is no longer redeemed, and its dates are back",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.must(t.reverse(t.must(t.move("Redeem", "ann", "shop", 10))))
      return [t.totals("hours")?.redeemed, t.lots("ann")]
    },
    [0, "10 until 2000"]
  )
})
