/** Edge cases of groups and batches. */
import { describe } from "vitest"
import { Ledger } from "../../src/index.ts"
import { edge, wordOf } from "./aTown.ts"

describe("rule: a group happens all or not at all", () => {
  edge(
    "the third fails: the first two did not happen, though the second used the first's money",
    (t) => {
      const word = t.say(
        t.group([
          t.move("Grant", "issuer", "ann", 10),
          t.move("Gift", "ann", "bo", 10),
          t.move("Gift", "ann", "cai", 1)
        ])
      )
      return [word, t.available("ann"), t.available("bo"), t.totals("hours")?.issued]
    },
    ["GroupRefused 2: Insufficient", 0, 0, 0]
  )
  edge(
    "each member sees what the ones before it did",
    (t) => {
      const word = t.say(
        t.group([
          t.open("new"),
          t.move("Grant", "issuer", "new", 10),
          t.move("Gift", "new", "bo", 10),
          t.close("new")
        ])
      )
      return [word, t.available("bo"), t.account("new")?.isClosed]
    },
    ["ok", 10, true]
  )
  edge(
    "a member cannot use what only a later one brings",
    (t) => t.say(t.group([t.move("Gift", "ann", "bo", 10), t.move("Grant", "issuer", "ann", 10)])),
    "GroupRefused 0: Insufficient"
  )
  edge(
    "an account opened in a group that failed is not there, nor its number",
    (t) => {
      t.say(t.group([t.open("new"), t.move("Gift", "ann", "bo", 1)]))
      const after = t.account("new")
      t.must(t.open("next"))
      return [after, t.account("next")?.number]
    },
    [undefined, 14]
  )
  edge(
    "a hold of a group that failed is not there",
    (t) => {
      t.fund("ann", 10)
      const held = t.hold("ann", 5)
      t.say(t.group([held, t.move("Gift", "ann", "bo", 6)]))
      return [t.holdStatus(held), t.available("ann")]
    },
    [undefined, 10]
  )
  edge(
    "a release of a group that failed did not happen, its lots are as they were",
    (t) => {
      t.fund("ann", 10, { lapseSec: 2000 })
      t.fund("ann", 10, { lapseSec: 3000 })
      const held = t.must(t.hold("ann", 15))
      t.say(
        t.group([t.release(held), t.move("Gift", "ann", "bo", 12), t.move("Gift", "ann", "bo", 9)])
      )
      return [
        t.holdStatus(held),
        t.lots("ann"),
        t.say(t.capture(held, { credit: "bo" })),
        t.lots("bo")
      ]
    },
    ["Open", "5 until 3000", "ok", "10 until 2000, 5 until 3000"]
  )
  edge(
    "a mandate used in a group that failed is not used",
    (t) => {
      t.fund("ann", 100)
      t.must(t.mandate("ann", "may", { perTransferMax: 60, totalMax: 60 }))
      t.say(
        t.group([t.move("Pay", "ann", "bo", 60, { byId: "may" }), t.move("Gift", "cai", "bo", 1)])
      )
      return t.say(t.move("Pay", "ann", "bo", 60, { byId: "may" }))
    },
    "ok"
  )
  edge(
    "a mandate granted anew and used twice in a group that failed is the old one, as far as it was used",
    (t) => {
      t.fund("ann", 100)
      t.must(t.mandate("ann", "may", { perTransferMax: 60, totalMax: 60 }))
      t.must(t.move("Pay", "ann", "bo", 5, { byId: "may" }))
      const pay = () => t.move("Pay", "ann", "bo", 10, { byId: "may" })
      const anew = t.mandate("ann", "may", { perTransferMax: 90, totalMax: 90 })
      t.say(
        t.group([pay(), anew, pay(), pay(), t.revoke("ann", "may"), t.move("Gift", "cai", "bo", 1)])
      )
      return t.account("ann")?.mandates.map(({ totalMax, usedAmount }) => [totalMax, usedAmount])
    },
    [[60, 5]]
  )
  edge(
    "freeze, close and guardian of a group that failed did not happen",
    (t) => {
      t.say(
        t.group([
          t.freeze("ann"),
          t.close("bo"),
          t.guardian("cai", "gus"),
          t.limits("home", { ceiling: 1 }),
          t.move("Gift", "club", "ann", 1)
        ])
      )
      return [
        t.account("ann")?.frozen,
        t.account("bo")?.isClosed,
        t.account("cai")?.guardianId,
        t.account("home")?.ceiling === Number.MAX_SAFE_INTEGER
      ]
    },
    ["None", false, "", true]
  )
  edge(
    "a failed group leaves the clock where it was",
    (t) => {
      const before = Ledger.lastSec(t.ledger)
      t.clock.atSec = 5000
      t.say(t.group([t.move("Gift", "ann", "bo", 1)]))
      return Ledger.lastSec(t.ledger) - before
    },
    0
  )
  edge(
    "only the group's id is used up by a refused group, its members may come again",
    (t) => {
      const [one, two] = [t.move("Grant", "issuer", "ann", 10), t.move("Gift", "bo", "ann", 1)]
      const both = t.group([one, two])
      return [t.say(both), t.say(both), t.say(one), t.say({ ...both, commands: [two] })]
    },
    ["GroupRefused 1: Insufficient", "again: GroupRefused 1: Insufficient", "ok", "IdReused"]
  )
  edge(
    "after a group each member answers for itself",
    (t) => {
      const [one, two] = [t.move("Grant", "issuer", "ann", 10), t.move("Gift", "ann", "bo", 4)]
      const both = t.must(t.group([one, two]))
      return [t.say(one), t.say(two), t.say(both), t.available("ann")]
    },
    ["again: ok", "again: ok", "again: ok", 6]
  )
})

describe("rule: the form of a group", () => {
  edge("an empty group is refused", (t) => t.say(t.group([])), "GroupEmpty")
  edge("a group of one is a group", (t) => t.say(t.group([t.open("new")])), "ok")
  edge(
    "a group in a group is refused",
    (t) =>
      t.say(JSON.parse(JSON.stringify({ ...t.group([]), commands: [t.group([t.open("new")])] }))),
    "GroupNested"
  )
  edge(
    "the same id twice in a group is refused, also with equal content",
    (t) => {
      const one = t.move("Grant", "issuer", "ann", 10)
      return [t.say(t.group([one, one])), t.available("ann")]
    },
    ["GroupRefused 1: IdReused", 0]
  )
  edge(
    "a member with the group's own id is refused",
    (t) => t.say(t.group([t.open("new", "Person", { id: "same" })], { id: "same" })),
    "GroupRefused 0: IdReused"
  )
  edge(
    "a member that happened before is refused, not repeated",
    (t) => {
      const one = t.fund("ann", 10)
      return one.action === "Transfer" ? t.say(t.group([one])) : "no transfer"
    },
    "GroupRefused 0: IdReused"
  )
  edge(
    "a member that was refused before is refused",
    (t) => {
      const gift = t.move("Gift", "ann", "bo", 10)
      t.say(gift)
      return t.say(t.group([t.move("Grant", "issuer", "ann", 10), gift]))
    },
    "GroupRefused 1: IdReused"
  )
  edge(
    "a member whose id cannot be read is refused",
    (t) => t.say(t.group([{ ...t.open("new"), id: "a b" }])),
    "GroupRefused 0: IdNotValid"
  )
  edge(
    "a member with a bad amount is refused by its place",
    (t) => t.say(t.group([t.open("new"), t.move("Grant", "issuer", "new", -1)])),
    "GroupRefused 1: AmountNotWhole"
  )
  edge(
    "a member of another time than the group is refused",
    (t) => t.say(t.group([{ ...t.open("new"), atSec: 1001 }])),
    "GroupRefused 0: GroupTime"
  )
  edge(
    "every member is by somebody: who may not act spoils the group",
    (t) => {
      t.fund("ann", 10)
      return t.say(
        t.group([
          t.move("Gift", "ann", "bo", 1, { byId: "ann" }),
          t.move("Gift", "ann", "bo", 1, { byId: "bo" })
        ])
      )
    },
    "GroupRefused 1: NotPermitted"
  )
})

describe("rule: a batch is answered one for one, as if each had come alone", () => {
  edge("an empty batch has no answers", (t) => Ledger.postBatch(t.rules, t.ledger, []).length, 0)
  edge(
    "a batch of one is one command",
    (t) => Ledger.postBatch(t.rules, t.ledger, [t.open("new")]).map(wordOf),
    ["ok"]
  )
  edge(
    "a refusal in the middle stops nothing",
    (t) =>
      Ledger.postBatch(t.rules, t.ledger, [
        t.move("Grant", "issuer", "ann", 10),
        t.move("Gift", "ann", "bo", 11),
        t.move("Gift", "ann", "bo", 10)
      ]).map(wordOf),
    ["ok", "Insufficient", "ok"]
  )
  edge(
    "the same id twice in a batch is a repeat, with other content it is reused",
    (t) => {
      const one = t.move("Grant", "issuer", "ann", 10)
      const words = Ledger.postBatch(t.rules, t.ledger, [one, one, { ...one, amount: 9 }])
      return [words.map(wordOf), t.available("ann")]
    },
    [["ok", "again: ok", "IdReused"], 10]
  )
  edge(
    "a later item uses what an earlier one brought",
    (t) =>
      Ledger.postBatch(t.rules, t.ledger, [
        t.open("new"),
        t.move("Grant", "issuer", "new", 10),
        t.move("Gift", "new", "bo", 10)
      ]).map(wordOf),
    ["ok", "ok", "ok"]
  )
  edge(
    "times in a batch may stand still, not go back; the rest goes on",
    (t) =>
      Ledger.postBatch(t.rules, t.ledger, [
        t.move("Grant", "issuer", "ann", 1, { atSec: 1000 }),
        t.move("Grant", "issuer", "ann", 1, { atSec: 1005 }),
        t.move("Grant", "issuer", "ann", 1, { atSec: 1004 }),
        t.move("Grant", "issuer", "ann", 1, { atSec: 1005 })
      ]).map(wordOf),
    ["ok", "ok", "TimeWentBack", "ok"]
  )
  edge(
    "a group in a batch is one command of it",
    (t) =>
      Ledger.postBatch(t.rules, t.ledger, [
        t.group([t.move("Grant", "issuer", "ann", 1), t.move("Gift", "bo", "ann", 1)]),
        t.move("Gift", "ann", "bo", 1)
      ]).map(wordOf),
    ["GroupRefused 1: Insufficient", "Insufficient"]
  )
})
