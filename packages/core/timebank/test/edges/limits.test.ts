/** Edge cases of floors, credit lines, ceilings and "as much as possible". */
import { describe } from "vitest"
import { LedgerRules } from "../../src/index.ts"
import { edge } from "./aTown.ts"

describe("rule: nobody goes below the floor", () => {
  edge(
    "the last unit can be spent, and not one more",
    (t) => {
      t.fund("ann", 10)
      return [
        t.say(t.move("Gift", "ann", "bo", 11)),
        t.say(t.move("Gift", "ann", "bo", 10)),
        t.say(t.move("Gift", "ann", "bo", 1))
      ]
    },
    ["Insufficient", "ok", "Insufficient"]
  )
  edge(
    "without a credit line of the policy no floor below 0 can be set",
    (t) => [
      t.say(t.limits("home", { floor: -1 })),
      t.say(t.limits("p-ann", { floor: -1 })),
      t.say(t.limits("ann", { floor: -101 })),
      t.say(t.limits("ann", { floor: -100 }))
    ],
    ["LimitNotAllowed", "LimitNotAllowed", "LimitNotAllowed", "ok"]
  )
  edge(
    "a credit line can be used to its end, and not one more",
    (t) => {
      t.must(t.limits("ann", { floor: -50 }))
      return [
        t.say(t.move("Gift", "ann", "bo", 51)),
        t.say(t.move("Gift", "ann", "bo", 50)),
        t.say(t.move("Gift", "ann", "bo", 1)),
        t.balance("ann")
      ]
    },
    [
      ...["Insufficient", "ok", "Insufficient"],
      { balance: -50, available: 0, onHold: 0, lapsed: 0, debt: 50 }
    ]
  )
  edge(
    "a credit line lowered below its use lets the debt stand, and lends no more",
    (t) => {
      t.must(t.limits("ann", { floor: -50 }))
      t.must(t.move("Gift", "ann", "bo", 40))
      t.must(t.limits("ann", { floor: -10 }))
      const more = t.say(t.move("Gift", "ann", "bo", 1))
      t.fund("ann", 35)
      return [more, t.balance("ann").debt, t.available("ann")]
    },
    ["Insufficient", 5, 5]
  )
  for (const [when, atSec, word] of [
    ["the second before its end", 1999, "ok"],
    ["in its last second", 2000, "Insufficient"],
    ["after its end", 2001, "Insufficient"]
  ] as const) {
    edge(
      `a credit line used ${when}`,
      (t) => {
        t.must(t.limits("ann", { floor: -50, floorUntilSec: 2000 }))
        t.clock.atSec = atSec
        return t.say(t.move("Gift", "ann", "bo", 1))
      },
      word
    )
  }
  edge(
    "a debt outlives its credit line",
    (t) => {
      t.must(t.limits("ann", { floor: -50, floorUntilSec: 2000 }))
      t.must(t.move("Gift", "ann", "bo", 50))
      t.clock.atSec = 2000
      return t.balance("ann")
    },
    { balance: -50, available: 0, onHold: 0, lapsed: 0, debt: 50 }
  )
  edge(
    "a credit line that has ended already cannot be granted",
    (t) => [
      t.say(t.limits("ann", { floor: -50, floorUntilSec: 1000 })),
      t.say(t.limits("ann", { floor: -50, floorUntilSec: 1001 }))
    ],
    ["EndNotLater", "ok"]
  )
  edge(
    "a floor above 0 keeps a reserve",
    (t) => {
      t.fund("ann", 10)
      t.must(t.limits("ann", { floor: 4 }))
      return [
        t.available("ann"),
        t.say(t.move("Gift", "ann", "bo", 7)),
        t.say(t.move("Gift", "ann", "bo", 6))
      ]
    },
    [6, "Insufficient", "ok"]
  )
  edge(
    "what is on hold is no reserve",
    (t) => {
      t.fund("ann", 10)
      t.must(t.limits("ann", { floor: 4 }))
      return [t.say(t.hold("ann", 7)), t.say(t.hold("ann", 6)), t.available("ann")]
    },
    ["Insufficient", "ok", 0]
  )
  edge(
    "issuers, shops and expiry have no floor",
    (t) => ["issuer", "shop", "expired"].map((account) => t.say(t.limits(account, { floor: 1 }))),
    ["LimitNotAllowed", "LimitNotAllowed", "LimitNotAllowed"]
  )
  edge(
    "a ceiling below the floor is refused",
    (t) => [
      t.say(t.limits("ann", { floor: 5, ceiling: 4 })),
      t.say(t.limits("ann", { floor: 5, ceiling: 5 }))
    ],
    ["LimitNotAllowed", "ok"]
  )
  edge(
    "only who administers sets limits: nobody lends to himself",
    (t) =>
      ["ann", "desk", "clerk", "registrar"].map((byId) =>
        t.say(t.limits("ann", { byId, floor: -5 }))
      ),
    ["NotPermitted", "NotPermitted", "NotPermitted", "ok"]
  )
})

describe("rule: nobody goes above the ceiling", () => {
  edge(
    "the ceiling can be hit exactly, and not passed by one",
    (t) => {
      t.must(t.limits("ann", { ceiling: 10 }))
      return [
        t.say(t.move("Grant", "issuer", "ann", 11)),
        t.say(t.move("Grant", "issuer", "ann", 10)),
        t.say(t.move("Grant", "issuer", "ann", 1))
      ]
    },
    ["CeilingReached", "ok", "CeilingReached"]
  )
  edge(
    "as much as possible fills up to the ceiling",
    (t) => {
      t.must(t.limits("ann", { ceiling: 10 }))
      t.fund("ann", 7)
      t.must(t.move("Grant", "issuer", "ann", 7, { mode: "UpTo" }))
      return t.available("ann")
    },
    10
  )
  edge(
    "as much as possible at the ceiling is refused, not booked as 0",
    (t) => {
      t.must(t.limits("ann", { ceiling: 10 }))
      t.fund("ann", 10)
      return t.say(t.move("Grant", "issuer", "ann", 7, { mode: "UpTo" }))
    },
    "CeilingReached"
  )
  edge(
    "as much as possible takes the smaller of what is there and what fits",
    (t) => {
      t.must(t.limits("bo", { ceiling: 10 }))
      t.fund("ann", 4)
      t.must(t.move("Gift", "ann", "bo", 99, { mode: "UpTo" }))
      t.fund("ann", 40)
      t.must(t.move("Gift", "ann", "bo", 99, { mode: "UpTo" }))
      return [t.available("ann"), t.available("bo")]
    },
    [34, 10]
  )
  edge(
    "the event says what was asked and what moved",
    (t) => {
      t.fund("ann", 4)
      const answer = t.post(t.move("Gift", "ann", "bo", 99, { mode: "UpTo" }))
      return answer.ok && answer.event.kind === "Transferred"
        ? [answer.event.command.amount, answer.event.amount]
        : answer
    },
    [99, 4]
  )
  edge(
    "what is on hold counts under the ceiling",
    (t) => {
      t.must(t.limits("ann", { ceiling: 10 }))
      t.fund("ann", 10)
      t.must(t.hold("ann", 9))
      return t.say(t.move("Grant", "issuer", "ann", 1))
    },
    "CeilingReached"
  )
  edge(
    "what lapsed does not",
    (t) => {
      t.must(t.limits("ann", { ceiling: 10 }))
      t.fund("ann", 10, { lapseSec: 2000 })
      t.clock.atSec = 2000
      return t.say(t.move("Grant", "issuer", "ann", 10))
    },
    "ok"
  )
  edge(
    "a debt makes room",
    (t) => {
      t.must(t.limits("ann", { floor: -20, ceiling: 10 }))
      t.must(t.move("Gift", "ann", "bo", 20))
      return [
        t.say(t.move("Grant", "issuer", "ann", 31)),
        t.say(t.move("Grant", "issuer", "ann", 30))
      ]
    },
    ["CeilingReached", "ok"]
  )
  edge(
    "a release may pass the ceiling: it was his already",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8))
      t.must(t.limits("ann", { ceiling: 5 }))
      return [t.say(t.release(held)), t.available("ann")]
    },
    ["ok", 10]
  )
  edge(
    "a ceiling of the policy holds for new accounts that name none",
    (t) => {
      t.must(t.open("new"))
      t.must(t.open("own", "Person", { ceiling: 20 }))
      return [t.account("new")?.ceiling, t.account("own")?.ceiling, t.account("home")?.ceiling]
    },
    [90, 20, LedgerRules.noCeiling],
    { ceilings: [{ unit: "hours", accountKind: "Person", ceiling: 90 }] }
  )
  edge(
    "too little room is told before too little to give",
    (t) => {
      t.must(t.limits("bo", { ceiling: 5 }))
      return t.say(t.move("Gift", "ann", "bo", 6))
    },
    "CeilingReached"
  )
})
