/** Edge cases of reversals: once, of what, by whom. */
import { describe } from "vitest"
import { edge } from "./aTown.ts"

describe("rule: a transfer or a capture is taken back once", () => {
  edge(
    "a reversal brings back what was paid",
    (t) => {
      t.fund("ann", 10)
      t.must(t.reverse(t.must(t.move("Pay", "ann", "bo", 8))))
      return [t.available("ann"), t.available("bo")]
    },
    [10, 0]
  )
  edge(
    "a second reversal under another id is refused",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8))
      return [t.say(t.reverse(paid)), t.say(t.reverse(paid)), t.available("ann")]
    },
    ["ok", "AlreadyReversed", 10]
  )
  edge(
    "the same reversal sent twice happens once",
    (t) => {
      t.fund("ann", 10)
      const back = t.reverse(t.must(t.move("Pay", "ann", "bo", 8)))
      return [t.say(back), t.say(back), t.available("ann")]
    },
    ["ok", "again: ok", 10]
  )
  edge(
    "a reversal of a reversal is refused",
    (t) => {
      t.fund("ann", 10)
      const back = t.must(t.reverse(t.must(t.move("Pay", "ann", "bo", 8))))
      return t.say(t.reverse(back))
    },
    "NotReversible"
  )
  edge(
    "a reversal in part uses up the one reversal",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8))
      return [t.say(t.reverse(paid, { amount: 3 })), t.say(t.reverse(paid, { amount: 5 }))]
    },
    ["ok", "AlreadyReversed"]
  )
  edge(
    "more than was moved cannot be taken back",
    (t) => {
      t.fund("ann", 10)
      t.fund("bo", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8))
      return [t.say(t.reverse(paid, { amount: 9 })), t.say(t.reverse(paid, { amount: 8 }))]
    },
    ["HoldExceeded", "ok"]
  )
  edge(
    "of a transfer of as much as possible, what moved is what can be taken back",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 99, { mode: "UpTo" }))
      return [t.say(t.reverse(paid, { amount: 11 })), t.say(t.reverse(paid)), t.available("ann")]
    },
    ["HoldExceeded", "ok", 10]
  )
  edge(
    "a refused transfer cannot be reversed",
    (t) => {
      const gift = t.move("Gift", "ann", "bo", 8)
      t.say(gift)
      return t.say(t.reverse(gift))
    },
    "TargetUnknown"
  )
  edge(
    "what never was cannot be reversed",
    (t) => t.say(t.reverse({ id: "never" })),
    "TargetUnknown"
  )
  edge(
    "a hold is not reversed but released",
    (t) => {
      t.fund("ann", 10)
      return t.say(t.reverse(t.must(t.hold("ann", 8))))
    },
    "NotReversible"
  )
  edge(
    "an opening is not reversed",
    (t) => t.say(t.reverse(t.must(t.open("new")))),
    "NotReversible"
  )
  edge(
    "a group is reversed member by member, not as one",
    (t) => {
      const [one, two] = [t.move("Grant", "issuer", "ann", 1), t.move("Grant", "issuer", "bo", 2)]
      const both = t.must(t.group([one, two]))
      return [t.say(t.reverse(both)), t.say(t.reverse(one)), t.available("bo")]
    },
    ["NotReversible", "ok", 2]
  )
  edge(
    "a capture can be reversed, and the amount does not go back on hold",
    (t) => {
      t.fund("ann", 10)
      const held = t.must(t.hold("ann", 8, { credit: "bo" }))
      const taken = t.must(t.capture(held, { amount: 5 }))
      t.must(t.reverse(taken))
      return [t.balance("ann").onHold, t.available("ann"), t.available("bo")]
    },
    [0, 10, 0]
  )
  edge(
    "only who corrects may reverse, not the payer, nor the payee",
    (t) => {
      t.fund("ann", 10)
      const paid = t.must(t.move("Pay", "ann", "bo", 8, { byId: "ann" }))
      return ["ann", "bo", "desk", "clerk"].map((byId) => t.say(t.reverse(paid, { byId })))
    },
    ["NotPermitted", "NotPermitted", "NotPermitted", "ok"]
  )
  edge(
    "a reversal needs a reason of more than spaces",
    (t) => {
      const given = t.fund("ann", 10)
      return [t.say(t.reverse(given, { reason: "" })), t.say(t.reverse(given, { reason: "  " }))]
    },
    ["FieldNotValid", "FieldNotValid"]
  )
  edge(
    "a reversal gives a mandate's use not back",
    (t) => {
      t.fund("ann", 100)
      t.must(t.mandate("ann", "may", { perTransferMax: 60, totalMax: 100 }))
      t.must(t.reverse(t.must(t.move("Pay", "ann", "bo", 60, { byId: "may" }))))
      return t.say(t.move("Pay", "ann", "bo", 50, { byId: "may" }))
    },
    "MandateExceeded"
  )
})
