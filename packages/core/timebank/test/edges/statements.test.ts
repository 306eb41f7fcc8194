/** Edge cases of statements and corrections. */
import { describe } from "vitest"
import { Correction, History } from "../../src/index.ts"
import { edge, type Town } from "./aTown.ts"

const max = Number.MAX_SAFE_INTEGER

const asOf = (t: Town, account: string, effectiveSec: number, recordedSec = max - 1) =>
  History.balanceAsOf(t.ledger, account, { effectiveSec, recordedSec })

const statement = (
  t: Town,
  account: string,
  fromSec: number,
  toSec: number,
  by: "Recorded" | "Effective"
) => {
  const found = History.statement(t.ledger, account, { fromSec, toSec, by })
  return found === undefined
    ? undefined
    : [
        found.openingBalance,
        found.lines.map((line) => (line.isDebit ? -line.amount : line.amount)),
        found.closingBalance
      ]
}

describe("rule: a statement closes to the balance", () => {
  const year = (t: Town) => {
    t.clock.atSec = 2000
    t.fund("ann", 50)
    t.clock.atSec = 3000
    t.must(t.move("Gift", "ann", "bo", 20))
    t.clock.atSec = 4000
    t.fund("ann", 7, { effectiveSec: 2500 })
  }
  edge(
    "from is inclusive, to is exclusive",
    (t) => {
      year(t)
      return [
        statement(t, "ann", 2000, 3000, "Recorded"),
        statement(t, "ann", 2000, 3001, "Recorded"),
        statement(t, "ann", 2001, 3001, "Recorded")
      ]
    },
    [
      [0, [50], 50],
      [0, [50, -20], 30],
      [50, [-20], 30]
    ]
  )
  edge(
    "by effective time a late record stands in its own period",
    (t) => {
      year(t)
      return [
        statement(t, "ann", 2000, 3000, "Effective"),
        statement(t, "ann", 3000, 5000, "Effective"),
        statement(t, "ann", 3000, 5000, "Recorded")
      ]
    },
    [
      [0, [50, 7], 57],
      [57, [-20], 37],
      [50, [-20, 7], 37]
    ]
  )
  edge(
    "an empty period opens and closes alike",
    (t) => {
      year(t)
      return [statement(t, "ann", 5000, 6000, "Recorded"), statement(t, "cai", 0, 9000, "Recorded")]
    },
    [
      [37, [], 37],
      [0, [], 0]
    ]
  )
  edge(
    "holds and refusals are no lines",
    (t) => {
      t.fund("ann", 10)
      t.must(t.hold("ann", 5))
      t.say(t.move("Gift", "ann", "bo", 99))
      return statement(t, "ann", 0, 5000, "Recorded")
    },
    [0, [10], 10]
  )
  edge(
    "a sweep and an expiry are lines",
    (t) => {
      t.fund("ann", 4, { lapseSec: 1500 })
      t.fund("ann", 10)
      t.clock.atSec = 2000
      t.must(t.close("ann", "bo"))
      t.must(t.expire("ann", 1500))
      return [statement(t, "ann", 0, 5000, "Recorded"), statement(t, "bo", 0, 5000, "Recorded")]
    },
    [
      [0, [4, 10, -10, -4], 0],
      [0, [10], 10]
    ]
  )
  edge(
    "members of a group are lines of their own, a refused group is none",
    (t) => {
      t.must(t.group([t.move("Grant", "issuer", "ann", 10), t.move("Gift", "ann", "bo", 3)]))
      t.say(t.group([t.move("Grant", "issuer", "ann", 10), t.move("Gift", "cai", "bo", 3)]))
      return statement(t, "ann", 0, 5000, "Recorded")
    },
    [0, [10, -3], 7]
  )
  edge(
    "of an account that is not there there is no statement",
    (t) => statement(t, "nobody", 0, 5000, "Recorded"),
    undefined
  )
})

describe("rule: a correction is a reversal and a new transfer, effective as the old one was", () => {
  edge(
    "both times are kept, and the new one names the old",
    (t) => {
      t.clock.atSec = 2000
      const wrong = t.move("Grant", "issuer", "ann", 50)
      t.must(wrong)
      t.clock.atSec = 4000
      const plan = Correction.plan({
        id: "fix-1",
        atSec: 4000,
        byId: "op",
        reason: "minutes mistyped",
        target: wrong,
        replacement: { amount: 5 }
      })
      return [
        t.say(plan),
        asOf(t, "ann", 2000, 2000),
        asOf(t, "ann", 2000),
        t.available("ann"),
        plan.commands.map((one) => (one.action === "Transfer" ? one.correctsId : one.action))
      ]
    },
    ["ok", 50, 5, 5, ["Reverse", "n-15"]]
  )
  edge(
    "a correction twice is refused as a whole: the wrong one was taken back already",
    (t) => {
      const wrong = t.move("Grant", "issuer", "ann", 50)
      t.must(wrong)
      const planOf = (id: string) =>
        Correction.plan({
          ...{ id, atSec: 1000, byId: "op", reason: "minutes mistyped" },
          ...{ target: wrong, replacement: { amount: 5 } }
        })
      return [
        t.say(planOf("fix-1")),
        t.say(planOf("fix-1")),
        t.say(planOf("fix-2")),
        t.available("ann")
      ]
    },
    ["ok", "again: ok", "GroupRefused 0: AlreadyReversed", 5]
  )
  edge(
    "an earning can be corrected: its cause is free once it is taken back",
    (t) => {
      const wrong = t.move("Earn", "issuer", "ann", 90, { causeId: "order-7" })
      t.must(wrong)
      const plan = Correction.plan({
        ...{ id: "fix-1", atSec: 1000, byId: "op", reason: "minutes mistyped" },
        ...{ target: wrong, replacement: { amount: 60 } }
      })
      return [t.say(plan), t.available("ann")]
    },
    ["ok", 60]
  )
})
