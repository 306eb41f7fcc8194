/** Edge cases of amounts and sums. */
import { describe } from "vitest"
import { LedgerRules } from "../../src/index.ts"
import { edge } from "./aTown.ts"

const max = Number.MAX_SAFE_INTEGER

describe("rule: an amount is a whole number of smallest units from 1", () => {
  const bad: ReadonlyArray<readonly [string, number]> = [
    ["0", 0],
    ["minus 0", -0],
    ["-1", -1],
    ["1.5", 1.5],
    ["not a number", Number.NaN],
    ["infinity", Number.POSITIVE_INFINITY],
    ["2^53", 2 ** 53],
    ["a tiny fraction over 1", 1 + Number.EPSILON]
  ]
  for (const [name, amount] of bad) {
    edge(
      `a transfer of ${name} is refused`,
      (t) => t.say(t.move("Grant", "issuer", "ann", amount)),
      "AmountNotWhole"
    )
  }
  edge("a hold of 0 is refused", (t) => t.say(t.hold("ann", 0)), "AmountNotWhole")
  edge(
    "a capture of 0 is refused, before the hold is looked for",
    (t) => t.say(t.capture({ id: "no-hold" }, { amount: 0 })),
    "AmountNotWhole"
  )
  edge(
    "a reversal of 0 is refused",
    (t) => t.say(t.reverse({ id: "nothing" }, { amount: 0 })),
    "AmountNotWhole"
  )
  edge(
    "as much as possible of 0 is refused, not taken as nothing",
    (t) => t.say(t.move("Grant", "issuer", "ann", 0, { mode: "UpTo" })),
    "AmountNotWhole"
  )
  edge(
    "a transfer of 1 is the smallest there is",
    (t) => [t.say(t.move("Grant", "issuer", "ann", 1)), t.available("ann")],
    ["ok", 1]
  )
  edge(
    "a refusal of a bad amount is remembered, also of one that does not equal itself",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", Number.NaN)
      return [t.say(command), t.say(command), t.say({ ...command, amount: 1 })]
    },
    ["AmountNotWhole", "again: AmountNotWhole", "IdReused"]
  )
  edge(
    "a text that looks like a number is no amount",
    (t) =>
      t.say(JSON.parse(JSON.stringify(t.move("Grant", "issuer", "ann", 5)).replace(":5", ':"5"'))),
    "AmountNotWhole"
  )
})

describe("rule: every sum stays a whole number that arithmetic keeps exact", () => {
  edge(
    "the issuer can issue up to the largest exact number, and no more",
    (t) => {
      t.fund("ann", max - 1)
      return [
        t.say(t.move("Grant", "issuer", "bo", 2)),
        t.say(t.move("Grant", "issuer", "bo", 1)),
        t.say(t.move("Grant", "issuer", "bo", 1)),
        t.totals("hours")?.issued
      ]
    },
    ["OutOfRange", "ok", "OutOfRange", max]
  )
  edge(
    "two issuers of one unit share one range",
    (t) => {
      t.must(t.open("issuer-2", "Issuer"))
      t.fund("ann", max - 5)
      return [
        t.say(t.move("Grant", "issuer-2", "bo", 6)),
        t.say(t.move("Grant", "issuer-2", "bo", 5))
      ]
    },
    ["OutOfRange", "ok"]
  )
  edge(
    "the two units have each their own range",
    (t) => {
      t.fund("ann", max)
      return t.say(t.move("Grant", "p-issuer", "p-ann", max))
    },
    "ok"
  )
  edge(
    "as much as possible from an issuer stops at the range",
    (t) => {
      t.fund("ann", max - 7)
      t.must(t.move("Grant", "issuer", "bo", 100, { mode: "UpTo" }))
      return t.available("bo")
    },
    7
  )
  edge(
    "a credit line cannot take the unit out of range",
    (t) => {
      t.fund("bo", max - 10)
      t.must(t.limits("ann", { floor: -50 }))
      return [t.say(t.move("Gift", "ann", "cai", 11)), t.say(t.move("Gift", "ann", "cai", 10))]
    },
    ["OutOfRange", "ok"]
  )
  edge(
    "who has too little is told so, also when the amount is the largest there is",
    (t) => {
      t.fund("ann", 5)
      t.fund("bo", 5)
      return t.say(t.move("Gift", "ann", "bo", max))
    },
    "Insufficient"
  )
  edge(
    "an account without a ceiling never lacks room",
    (t) => {
      t.fund("bo", max)
      return [t.say(t.move("Gift", "ann", "bo", 1)), t.account("bo")?.ceiling]
    },
    ["Insufficient", LedgerRules.noCeiling]
  )
  edge(
    "what came back to the issuer can be issued again",
    (t) => {
      t.fund("ann", max)
      t.must(t.move("Adjust", "ann", "suspense", 10))
      t.must(t.move("Adjust", "suspense", "issuer", 10))
      return [t.say(t.move("Grant", "issuer", "bo", 10)), t.totals("hours")?.issued]
    },
    ["ok", max]
  )
  edge(
    "a debt that ended with a hold makes room in the range, seen or not",
    (t) => {
      t.must(t.limits("ann", { floor: -100 }))
      t.must(t.hold("ann", 100, { expiresSec: 2000 }))
      t.fund("bo", max - 100)
      t.clock.atSec = 1999
      const before = t.say(t.move("Grant", "issuer", "bo", 100))
      t.clock.atSec = 2000
      return [before, t.say(t.move("Grant", "issuer", "bo", 100)), t.totals("hours").issued]
    },
    ["OutOfRange", "ok", max]
  )
  edge(
    "a mandate's total near the range is added up exactly",
    (t) => {
      t.fund("ann", 100)
      t.must(t.mandate("ann", "may", { perTransferMax: max, totalMax: max }))
      t.must(t.move("Pay", "ann", "bo", 3, { byId: "may" }))
      return t.say(t.move("Pay", "ann", "bo", max - 2, { byId: "may" }))
    },
    "MandateExceeded"
  )
})

describe("rule: a transfer has two different accounts of one unit", () => {
  edge(
    "a transfer to oneself is refused",
    (t) => t.say(t.move("Gift", "ann", "ann", 1)),
    "SameAccount"
  )
  edge(
    "a hold for oneself is refused",
    (t) => t.say(t.hold("ann", 1, { credit: "ann" })),
    "SameAccount"
  )
  edge(
    "hours do not go to an account of points",
    (t) => t.say(t.move("Gift", "ann", "p-bo", 1)),
    "UnitMismatch"
  )
  edge(
    "points do not go to an account of hours",
    (t) => t.say(t.move("Gift", "p-ann", "bo", 1)),
    "UnitMismatch"
  )
  edge(
    "a command in points cannot move hours, though both accounts hold hours",
    (t) => t.say(t.move("Gift", "ann", "bo", 1, { unit: "points" })),
    "UnitMismatch"
  )
  edge(
    "a hold in another unit than its account is refused",
    (t) => t.say(t.hold("ann", 1, { unit: "points" })),
    "UnitMismatch"
  )
  edge(
    "an amount is the same number in both units: minutes and points do not convert",
    (t) => {
      t.fund("ann", 60)
      t.fund("p-ann", 1)
      return [t.available("ann"), t.available("p-ann")]
    },
    [60, 1]
  )
  edge(
    "totals of one unit know nothing of the other",
    (t) => {
      t.fund("ann", 60)
      return t.totals("points")
    },
    { issued: 0, available: 0, onHold: 0, inPools: 0, redeemed: 0, expired: 0 }
  )
})
