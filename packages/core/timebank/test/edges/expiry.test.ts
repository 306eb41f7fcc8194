/** Edge cases of the expiry run. */
import { describe } from "vitest"
import { Expiry, History } from "../../src/index.ts"
import { edge, type Town } from "./aTown.ts"

const plan = (t: Town, atSec = t.clock.atSec) =>
  Expiry.plan(t.ledger, { atSec, byId: "night", into: { hours: "expired", points: "p-expired" } })

const run = (t: Town): ReadonlyArray<string> => plan(t).map(t.say)

describe("rule: the expiry run books what lapsed, once, however late", () => {
  edge(
    "before the lapse there is nothing to do",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      return plan(t, 1999).length
    },
    0
  )
  edge(
    "from the lapse second on it is planned",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      return plan(t, 2000).map(({ account, lapseSec }) => [account, lapseSec])
    },
    [["ann", 2000]]
  )
  edge(
    "run twice it books once",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return [run(t), run(t), t.balance("expired").balance]
    },
    [["ok"], [], 5]
  )
  edge(
    "two copies of the same run book once",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      const [first, second] = [plan(t), plan(t)]
      return [first.map(t.say), second.map(t.say), t.balance("expired").balance]
    },
    [["ok"], ["again: ok"], 5]
  )
  edge(
    "a late run books each part as of its own lapse second",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 6, { lapseSec: 2500 })
      t.clock.atSec = 9000
      run(t)
      const at = (effectiveSec: number) =>
        History.balanceAsOf(t.ledger, "ann", { effectiveSec, recordedSec: 9000 })
      return [at(1999), at(2000), at(2499), at(2500)]
    },
    [11, 6, 6, 0]
  )
  edge(
    "runs out of order book the same",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 6, { lapseSec: 2500 })
      t.clock.atSec = 9000
      return [[...plan(t)].reverse().map(t.say), t.balance("expired").balance, t.lots("ann")]
    },
    [["ok", "ok"], 11, ""]
  )
  edge(
    "a run for a future second is refused, not booked ahead",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      return t.say(t.expire("ann", 2000))
    },
    "NothingLapsed"
  )
  edge(
    "a second in which nothing lapsed is refused",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 3000
      return [t.say(t.expire("ann", 2001)), t.say(t.expire("bo", 2000))]
    },
    ["NothingLapsed", "NothingLapsed"]
  )
  edge(
    "totals are the same before and after the run",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      const before = t.totals("hours")
      run(t)
      return [before, t.totals("hours")].map((totals) => totals?.expired)
    },
    [5, 5]
  )
  edge(
    "a part on hold is left alone, and booked by a later run when it comes back",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      const held = t.must(t.hold("ann", 3))
      t.clock.atSec = 2000
      const first = run(t)
      t.must(t.release(held))
      return [first, run(t), t.balance("expired").balance, t.balance("ann").balance]
    },
    [["ok"], ["ok"], 5, 0]
  )
  edge(
    "frozen accounts expire too",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.must(t.freeze("ann"))
      t.clock.atSec = 2000
      return run(t)
    },
    ["ok"]
  )
  edge(
    "closed accounts expire too: a lapsed part is not swept",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 2)
      t.clock.atSec = 2000
      t.must(t.close("ann", "bo"))
      return [t.available("bo"), run(t), t.balance("expired").balance]
    },
    [2, ["ok"], 5]
  )
  edge(
    "pools expire too",
    (t) => {
      t.fund("pool", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return [t.totals("hours")?.inPools, run(t), t.balance("pool").balance]
    },
    [0, ["ok"], 0]
  )
  edge(
    "each unit expires into its own account",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("p-ann", 7, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return [
        t.say(t.expire("p-ann", 2000, { into: "expired" })),
        run(t),
        t.balance("expired").balance,
        t.balance("p-expired").balance
      ]
    },
    ["UnitMismatch", ["ok", "ok"], 5, 7]
  )
  edge(
    "lapsed parts go nowhere but to an expiry account",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return [
        t.say(t.expire("ann", 2000, { into: "pool" })),
        t.say(t.expire("ann", 2000, { into: "bo" })),
        t.say(t.expire("ann", 2000, { into: "ann" }))
      ]
    },
    ["TransferNotAllowed", "TransferNotAllowed", "SameAccount"]
  )
  edge(
    "only who runs the expiry may, not the owner",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      const say = (byId: string) => t.say(t.expire("ann", 2000, { byId }))
      return ["ann", "desk", "clerk", "registrar", "night"].map(say)
    },
    ["NotPermitted", "NotPermitted", "NotPermitted", "NotPermitted", "ok"]
  )
  edge(
    "an expiry cannot be reversed",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return t.say(t.reverse(t.must(t.expire("ann", 2000))))
    },
    "NotReversible"
  )
  edge(
    "a payment lapsed since is reversed into a lapsed part, which the next run books",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      const paid = t.must(t.move("Pay", "ann", "bo", 5, { lapseSec: 9000 }))
      t.clock.atSec = 2500
      t.must(t.reverse(paid))
      return [t.available("ann"), t.balance("ann").lapsed, run(t), t.balance("ann").balance]
    },
    [0, 5, ["ok"], 0]
  )
  edge(
    "a second lapse of the same second on the same account is booked under another id",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.clock.atSec = 2000
      const first = run(t)
      t.fund("ann", 3, { lapseSec: 2000 })
      return [first, run(t), t.balance("expired").balance]
    },
    [["ok"], ["ok"], 8]
  )
})
