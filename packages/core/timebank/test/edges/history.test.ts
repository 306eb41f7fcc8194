/** Edge cases of times: recorded and effective, balances as of. */
import { describe } from "vitest"
import { History, Ledger } from "../../src/index.ts"
import { edge, type Town } from "./aTown.ts"

const max = Number.MAX_SAFE_INTEGER

const asOf = (t: Town, account: string, effectiveSec: number, recordedSec = max - 1) =>
  History.balanceAsOf(t.ledger, account, { effectiveSec, recordedSec })

describe("rule: recorded time never goes back, effective time is never ahead of it", () => {
  for (const [when, atSec, word] of [
    ["a second before", 999, "TimeWentBack"],
    ["in the second of", 1000, "ok"],
    ["a second after", 1001, "ok"]
  ] as const) {
    edge(
      `a command ${when} the last entry`,
      (t) => t.say(t.move("Grant", "issuer", "ann", 1, { atSec })),
      word
    )
  }
  edge(
    "a step far forward is believed",
    (t) => {
      t.clock.atSec = 4_000_000_000
      t.fund("ann", 1)
      return [
        Ledger.lastSec(t.ledger),
        t.say(t.move("Grant", "issuer", "ann", 1, { atSec: 3_999_999_999 }))
      ]
    },
    [4_000_000_000, "TimeWentBack"]
  )
  edge(
    "times are whole seconds",
    (t) =>
      [1000.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53].map((atSec) =>
        t.say(t.move("Grant", "issuer", "ann", 1, { atSec }))
      ),
    Array(4).fill("TimeNotWhole")
  )
  edge(
    "times before 1970 are times",
    (t) => t.say(t.move("Grant", "issuer", "ann", 1, { effectiveSec: -1 })),
    "ok"
  )
  edge(
    "an effective time in the future is refused, now is fine",
    (t) => [
      t.say(t.move("Grant", "issuer", "ann", 1, { effectiveSec: 1001 })),
      t.say(t.move("Grant", "issuer", "ann", 1, { effectiveSec: 1000 }))
    ],
    ["EffectiveInFuture", "ok"]
  )
  edge(
    "an effective time before the account was opened is a late record",
    (t) => {
      t.clock.atSec = 5000
      t.must(t.open("new"))
      t.fund("new", 7, { effectiveSec: 2000 })
      return [asOf(t, "new", 1999), asOf(t, "new", 2000)]
    },
    [0, 7]
  )
  edge(
    "a late record does not make yesterday's spending possible: it counts when recorded",
    (t) => {
      const gift = t.move("Gift", "ann", "bo", 5)
      const before = t.say(gift)
      t.clock.atSec = 2000
      t.fund("ann", 5, { effectiveSec: 500 })
      return [before, t.say(gift), asOf(t, "ann", 1000)]
    },
    ["Insufficient", "again: Insufficient", 5]
  )
  edge(
    "a past effective time does not bring a lapsed part back to life",
    (t) => {
      t.fund("ann", 5, { lapseSec: 1500 })
      t.clock.atSec = 2000
      return t.say(t.move("Gift", "ann", "bo", 5, { effectiveSec: 1400 }))
    },
    "Insufficient"
  )
})

describe("rule: a balance can be asked as of any time, in both times", () => {
  edge(
    "exactly at a time includes that time",
    (t) => {
      t.clock.atSec = 2000
      t.fund("ann", 5)
      return [asOf(t, "ann", 1999), asOf(t, "ann", 2000), asOf(t, "ann", 2001)]
    },
    [0, 5, 5]
  )
  edge(
    "what was known then and what is known now differ by the late records",
    (t) => {
      t.clock.atSec = 2000
      t.fund("ann", 5)
      t.clock.atSec = 3000
      t.fund("ann", 7, { effectiveSec: 2000 })
      return [asOf(t, "ann", 2000, 2000), asOf(t, "ann", 2000, 2999), asOf(t, "ann", 2000, 3000)]
    },
    [5, 5, 12]
  )
  edge(
    "a reversal counts from when it is recorded, or from when it says",
    (t) => {
      t.fund("ann", 10)
      t.clock.atSec = 2000
      const one = t.must(t.move("Pay", "ann", "bo", 3))
      const two = t.must(t.move("Pay", "ann", "bo", 4))
      t.clock.atSec = 3000
      t.must(t.reverse(one))
      t.must(t.reverse(two, { effectiveSec: 2000 }))
      return [asOf(t, "ann", 2000), asOf(t, "ann", 2999), asOf(t, "ann", 3000)]
    },
    [7, 7, 10]
  )
  edge(
    "a hold changes no balance",
    (t) => {
      t.fund("ann", 10)
      t.clock.atSec = 2000
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      const during = asOf(t, "ann", 2000)
      t.clock.atSec = 3000
      t.must(t.capture(held))
      return [during, asOf(t, "ann", 2999), asOf(t, "ann", 3000), asOf(t, "bo", 3000)]
    },
    [10, 10, 2, 8]
  )
  edge(
    "of an account that is not there no balance is known",
    (t) => asOf(t, "nobody", 2000),
    undefined
  )
  edge(
    "before anything happened a balance is 0",
    (t) => {
      t.fund("ann", 5)
      return [asOf(t, "ann", -max), asOf(t, "ann", 5000, 999)]
    },
    [0, 0]
  )
  edge(
    "an issuer's balance is below 0 by what it issued",
    (t) => {
      t.fund("ann", 5)
      return asOf(t, "issuer", 1000)
    },
    -5
  )
})
