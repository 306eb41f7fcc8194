/** Edge cases of lots: when they lapse, in which order they are spent. */
import { describe } from "vitest"
import { LedgerRules } from "../../src/index.ts"
import { edge } from "./aTown.ts"

describe("rule: from its lapse second on a part is not available, swept or not", () => {
  for (const [when, atSec, words] of [
    ["the second before", 1999, ["ok", 10]],
    ["the very second", 2000, ["Insufficient", 0]],
    ["the second after", 2001, ["Insufficient", 0]]
  ] as const) {
    edge(
      `a spend ${when} the part lapses`,
      (t) => {
        t.fund("ann", 10, { lapseSec: 2000 })
        t.clock.atSec = atSec
        const before = t.available("ann")
        return [t.say(t.move("Gift", "ann", "bo", 10)), before]
      },
      words
    )
  }
  edge(
    "a lapsed part stays in the balance until it is booked, and counts as expired at once",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return [t.balance("ann"), t.totals("hours")]
    },
    [
      { balance: 10, available: 0, onHold: 0, lapsed: 10, debt: 0 },
      { issued: 10, available: 0, onHold: 0, inPools: 0, redeemed: 0, expired: 10 }
    ]
  )
  edge(
    "a refused command of a later second lapses nothing",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.clock.atSec = 3000
      const refused = t.say(t.move("Gift", "ann", "bo", 1))
      t.clock.atSec = 1999
      return [refused, t.say(t.move("Gift", "ann", "bo", 1))]
    },
    ["Insufficient", "ok"]
  )
  edge(
    "as much as possible takes only what has not lapsed",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.fund("ann", 4)
      t.clock.atSec = 2000
      t.must(t.move("Gift", "ann", "bo", 99, { mode: "UpTo" }))
      return t.available("bo")
    },
    4
  )
  edge(
    "a lapse in the past arrives lapsed",
    (t) => {
      t.fund("ann", 10, { lapseSec: 900 })
      return t.balance("ann")
    },
    { balance: 10, available: 0, onHold: 0, lapsed: 10, debt: 0 }
  )
  edge(
    "a lapse in this very second arrives lapsed",
    (t) => {
      t.fund("ann", 10, { lapseSec: 1000 })
      return t.available("ann")
    },
    0
  )
  edge(
    "a lapse of never is none",
    (t) => {
      t.fund("ann", 10, { lapseSec: LedgerRules.noEnd })
      return t.lots("ann")
    },
    "10"
  )
})

describe("rule: spends take the earliest lapse first", () => {
  edge(
    "the earliest goes first though it came last",
    (t) => {
      t.fund("ann", 5)
      t.fund("ann", 5, { lapseSec: 3000 })
      t.fund("ann", 5, { lapseSec: 2000 })
      t.must(t.move("Gift", "ann", "bo", 7))
      return [t.lots("ann"), t.lots("bo")]
    },
    ["3 until 3000, 5", "5 until 2000, 2 until 3000"]
  )
  edge(
    "parts of one second are one lot",
    (t) => {
      t.fund("ann", 5, { lapseSec: 2000 })
      t.fund("ann", 6, { lapseSec: 2000 })
      return t.lots("ann")
    },
    "11 until 2000"
  )
  edge(
    "a lapsed part is passed over, not spent",
    (t) => {
      t.fund("ann", 5, { lapseSec: 1500 })
      t.fund("ann", 5, { lapseSec: 2500 })
      t.clock.atSec = 2000
      t.must(t.move("Gift", "ann", "bo", 2))
      return [t.lots("ann"), t.lots("bo")]
    },
    ["5 until 1500, 3 until 2500", "2 until 2500"]
  )
  edge(
    "10,000 lots are spent in order",
    (t) => {
      for (let index = 0; index < 10_000; index++) {
        t.fund("ann", 1, { lapseSec: 20_000 + ((index * 7919) % 10_000) })
      }
      t.must(t.move("Gift", "ann", "bo", 9_998))
      return [t.lots("ann"), t.available("bo")]
    },
    ["1 until 29998, 1 until 29999", 9_998]
  )
})
