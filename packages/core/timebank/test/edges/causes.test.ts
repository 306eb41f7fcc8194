/** Edge cases of earnings: one cause, one credit. */
import { describe } from "vitest"
import { edge, type Town } from "./aTown.ts"

const earn = (t: Town, amount: number, given: Parameters<Town["move"]>[4] = {}) =>
  t.move("Earn", "issuer", "ann", amount, { causeId: "order-7", ...given })

describe("row 40: the same order confirmed twice is credited once", () => {
  edge(
    "the same confirmation twice is a repeat",
    (t) => {
      const command = earn(t, 60)
      return [t.say(command), t.say(command), t.available("ann")]
    },
    ["ok", "again: ok", 60]
  )
  edge(
    "a second device with its own id and the same minutes is refused",
    (t) => [t.say(earn(t, 60)), t.say(earn(t, 60)), t.available("ann")],
    ["ok", "AlreadyCredited", 60]
  )
  edge(
    "a second device with other minutes is refused",
    (t) => [t.say(earn(t, 60)), t.say(earn(t, 90)), t.available("ann")],
    ["ok", "AlreadyCredited", 60]
  )
  edge(
    "a second device with the same id and other minutes is refused as another command",
    (t) => {
      const command = earn(t, 60)
      return [t.say(command), t.say({ ...command, amount: 90 }), t.available("ann")]
    },
    ["ok", "IdReused", 60]
  )
  edge(
    "another account of the same person does not help",
    (t) => {
      t.must(t.open("ann-2", "Person", { ownerId: "ann" }))
      return [t.say(earn(t, 60)), t.say(earn(t, 60, { credit: "ann-2" }))]
    },
    ["ok", "AlreadyCredited"]
  )
  edge(
    "another helper of the same order earns too",
    (t) => [t.say(earn(t, 60)), t.say(earn(t, 60, { credit: "bo" }))],
    ["ok", "ok"]
  )
  edge(
    "a household credited for a person uses up the person's credit",
    (t) => [
      t.say(earn(t, 60, { credit: "home", beneficiaryId: "ann" })),
      t.say(earn(t, 60)),
      t.say(earn(t, 60, { credit: "home" }))
    ],
    ["ok", "AlreadyCredited", "ok"]
  )
  edge(
    "an order can give hours and points",
    (t) => [
      t.say(earn(t, 60)),
      t.say(t.move("Earn", "p-issuer", "p-ann", 5, { causeId: "order-7" }))
    ],
    ["ok", "ok"]
  )
  edge(
    "an earning without an order is refused",
    (t) => t.say(t.move("Earn", "issuer", "ann", 60)),
    "CauseMissing"
  )
  edge(
    "a grant needs no cause and may repeat one",
    (t) => [
      t.say(t.move("Grant", "issuer", "ann", 1)),
      t.say(t.move("Grant", "issuer", "ann", 1, { causeId: "order-7" })),
      t.say(earn(t, 60)),
      t.say(t.move("Grant", "issuer", "ann", 1, { causeId: "order-7" }))
    ],
    ["ok", "ok", "ok", "ok"]
  )
  edge(
    "a refused earning does not use up the cause",
    (t) => {
      t.must(t.freeze("ann"))
      const before = t.say(earn(t, 60))
      t.must(t.unfreeze("ann"))
      return [before, t.say(earn(t, 60))]
    },
    ["AccountFrozen", "ok"]
  )
  edge(
    "an earning that did not happen with its group does not use up the cause",
    (t) => [t.say(t.group([earn(t, 60), t.move("Gift", "bo", "cai", 1)])), t.say(earn(t, 60))],
    ["GroupRefused 1: Insufficient", "ok"]
  )
  edge(
    "causes that differ in one character are two",
    (t) => [
      t.say(earn(t, 1)),
      t.say(earn(t, 1, { causeId: "order-70" })),
      t.say(earn(t, 1, { causeId: "order-" }))
    ],
    ["ok", "ok", "ok"]
  )
  edge(
    "cause and person cannot be confused by how they are put together",
    (t) => [
      t.say(earn(t, 1, { causeId: "a", beneficiaryId: "b/c" })),
      t.say(earn(t, 1, { causeId: "a/b", beneficiaryId: "c" })),
      t.say(earn(t, 1, { causeId: "a|b", beneficiaryId: "c" })),
      t.say(earn(t, 1, { causeId: "a", beneficiaryId: "b|c" }))
    ],
    ["ok", "ok", "ok", "ok"]
  )
})

describe("rule: a cause is free again when its credit was taken back whole", () => {
  edge(
    "after a full reversal the order can be credited anew",
    (t) => {
      const first = t.must(earn(t, 60))
      t.must(t.reverse(first))
      return [t.say(earn(t, 45)), t.available("ann"), t.say(earn(t, 1))]
    },
    ["ok", 45, "AlreadyCredited"]
  )
  edge(
    "after a reversal in part it cannot",
    (t) => {
      const first = t.must(earn(t, 60))
      t.must(t.reverse(first, { amount: 59 }))
      return t.say(earn(t, 59))
    },
    "AlreadyCredited"
  )
  edge(
    "after a reversal that fell short it cannot",
    (t) => {
      const first = t.must(earn(t, 60))
      t.must(t.move("Gift", "ann", "bo", 20))
      t.must(t.reverse(first))
      return [t.available("ann"), t.say(earn(t, 60))]
    },
    [0, "AlreadyCredited"],
    { shortfall: "TakeAvailable" }
  )
  edge(
    "after an overdrawn reversal it can: all of it was taken back",
    (t) => {
      const first = t.must(earn(t, 60))
      t.must(t.move("Gift", "ann", "bo", 20))
      t.must(t.reverse(first))
      return [t.balance("ann").debt, t.say(earn(t, 60)), t.available("ann")]
    },
    [20, "ok", 40],
    { shortfall: "Overdraw" }
  )
  edge(
    "a repeat of the reversed earning is the old answer and credits nothing",
    (t) => {
      const first = t.must(earn(t, 60))
      t.must(t.reverse(first))
      return [t.say(first), t.available("ann")]
    },
    ["again: ok", 0]
  )
})

describe("rule: an earning over the cap is one group of earning and excess", () => {
  const excess = (t: Town, amount: number) =>
    t.move("Excess", "issuer", "pool", amount, { causeId: "order-7", beneficiaryId: "ann" })
  edge(
    "row 41: the excess goes to the pool, in one group with the earning",
    (t) => [t.say(t.group([earn(t, 20), excess(t, 40)])), t.available("ann"), t.available("pool")],
    ["ok", 20, 40]
  )
  edge("both orders of the two are fine", (t) => t.say(t.group([excess(t, 40), earn(t, 20)])), "ok")
  edge(
    "two earnings of one order in one group are one too many",
    (t) => t.say(t.group([earn(t, 20), earn(t, 40)])),
    "GroupRefused 1: AlreadyCredited"
  )
  edge(
    "two excesses of one order in one group are one too many",
    (t) => t.say(t.group([earn(t, 1), excess(t, 2), excess(t, 3)])),
    "GroupRefused 2: AlreadyCredited"
  )
  edge(
    "an excess that follows later by itself is refused",
    (t) => [t.say(earn(t, 20)), t.say(excess(t, 40))],
    ["ok", "AlreadyCredited"]
  )
  edge(
    "when only the excess is taken back, the order is still credited",
    (t) => {
      const over = excess(t, 40)
      t.must(t.group([earn(t, 20), over]))
      t.must(t.reverse(over))
      return t.say(earn(t, 60))
    },
    "AlreadyCredited"
  )
  edge(
    "when both are taken back, the order can be credited anew",
    (t) => {
      const [own, over] = [earn(t, 20), excess(t, 40)]
      t.must(t.group([own, over]))
      t.must(t.group([t.reverse(own), t.reverse(over)]))
      return [t.say(earn(t, 60)), t.available("pool")]
    },
    ["ok", 0]
  )
})
