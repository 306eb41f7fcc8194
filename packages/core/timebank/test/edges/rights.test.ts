/** Edge cases of owners, guardians, mandates and operators. */
import { describe } from "vitest"
import { edge } from "./aTown.ts"

describe("rule: a debit is by the owner, the guardian in his place, an agent, or the desk", () => {
  edge(
    "the owner may, a stranger and the payee may not",
    (t) => {
      t.fund("ann", 10)
      return ["ann", "bo", "stranger"].map((byId) =>
        t.say(t.move("Gift", "ann", "bo", 1, { byId }))
      )
    },
    ["ok", "NotPermitted", "NotPermitted"]
  )
  edge(
    "with a guardian the guardian may, and the owner may not",
    (t) => {
      t.fund("ann", 10)
      t.must(t.guardian("ann", "gus"))
      return ["ann", "gus"].map((byId) => t.say(t.move("Gift", "ann", "bo", 1, { byId })))
    },
    ["NotPermitted", "ok"]
  )
  edge(
    "when guardianship ends the owner may again, and the guardian no longer",
    (t) => {
      t.fund("ann", 10)
      t.must(t.guardian("ann", "gus"))
      t.must(t.guardian("ann", ""))
      return ["ann", "gus"].map((byId) => t.say(t.move("Gift", "ann", "bo", 1, { byId })))
    },
    ["ok", "NotPermitted"]
  )
  edge(
    "a guardian of one account has no say over another of the same owner",
    (t) => {
      t.must(t.open("ann-2", "Person", { ownerId: "ann", guardianId: "gus" }))
      t.fund("ann", 10)
      return t.say(t.move("Gift", "ann", "bo", 1, { byId: "gus" }))
    },
    "NotPermitted"
  )
  edge(
    "owners may not make themselves guardians, nor end a guardianship",
    (t) => {
      t.must(t.guardian("ann", "gus"))
      return ["ann", "gus"].map((byId) => t.say({ ...t.guardian("ann", ""), byId }))
    },
    ["NotPermitted", "NotPermitted"]
  )
  edge(
    "nobody but an operator issues",
    (t) =>
      ["ann", "clerk", "desk"].map((byId) => t.say(t.move("Grant", "issuer", "ann", 1, { byId }))),
    ["NotPermitted", "NotPermitted", "ok"]
  )
  edge(
    "an adjustment is for who corrects, not for owners nor for the desk",
    (t) => {
      t.fund("ann", 10)
      return ["ann", "desk", "clerk"].map((byId) =>
        t.say(t.move("Adjust", "ann", "suspense", 1, { byId }))
      )
    },
    ["NotPermitted", "NotPermitted", "ok"]
  )
  edge(
    "a right of one kind gives no other",
    (t) => [
      t.say({ ...t.open("new"), byId: "desk" }),
      t.say({ ...t.freeze("ann"), byId: "clerk" }),
      t.say({ ...t.unfreeze("ann"), byId: "ann" }),
      t.say(t.move("Grant", "issuer", "ann", 1, { byId: "registrar" }))
    ],
    ["NotPermitted", "NotPermitted", "NotPermitted", "NotPermitted"]
  )
  edge(
    "who may not act is told so before he learns of closing, freezing or balance",
    (t) => {
      t.must(t.freeze("ann"))
      t.must(t.close("bo"))
      return [
        t.say(t.move("Gift", "ann", "cai", 999, { byId: "stranger" })),
        t.say(t.move("Gift", "bo", "cai", 999, { byId: "stranger" }))
      ]
    },
    ["NotPermitted", "NotPermitted"]
  )
})

describe("rule: a mandate has kinds, a most per transfer, a total and an end", () => {
  edge(
    "both limits can be reached exactly, and not passed",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "may", { perTransferMax: 50, totalMax: 80 }))
      return [51, 50, 31, 30, 1].map((amount) =>
        t.say(t.move("Pay", "ann", "bo", amount, { byId: "may" }))
      )
    },
    ["MandateExceeded", "ok", "MandateExceeded", "ok", "MandateExceeded"]
  )
  edge(
    "another kind than those named is refused",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "may", { transferKinds: ["Pay", "Redeem"] }))
      return [
        t.say(t.move("Gift", "ann", "bo", 1, { byId: "may" })),
        t.say(t.move("Redeem", "ann", "shop", 1, { byId: "may" }))
      ]
    },
    ["MandateKind", "ok"]
  )
  for (const [when, atSec, word] of [
    ["the second before its end", 1999, "ok"],
    ["in its end second", 2000, "MandateEnded"],
    ["after its end", 2001, "MandateEnded"]
  ] as const) {
    edge(
      `a mandate used ${when}`,
      (t) => {
        t.fund("ann", 500)
        t.must(t.mandate("ann", "may", { untilSec: 2000 }))
        t.clock.atSec = atSec
        return t.say(t.move("Pay", "ann", "bo", 1, { byId: "may" }))
      },
      word
    )
  }
  edge(
    "a revoked mandate is none",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "may"))
      t.must(t.revoke("ann", "may"))
      return [t.say(t.move("Pay", "ann", "bo", 1, { byId: "may" })), t.say(t.revoke("ann", "may"))]
    },
    ["NotPermitted", "MandateUnknown"]
  )
  edge(
    "a mandate on one account is none on another",
    (t) => {
      t.fund("bo", 10)
      t.must(t.mandate("ann", "may"))
      return t.say(t.move("Pay", "bo", "cai", 1, { byId: "may" }))
    },
    "NotPermitted"
  )
  edge(
    "a new mandate for the same agent replaces the old one, use included",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "may", { totalMax: 50 }))
      t.must(t.move("Pay", "ann", "bo", 50, { byId: "may" }))
      t.must(t.mandate("ann", "may", { totalMax: 50 }))
      return [
        t.say(t.move("Pay", "ann", "bo", 50, { byId: "may" })),
        t.account("ann")?.mandates.map(({ usedAmount }) => usedAmount)
      ]
    },
    ["ok", [50]]
  )
  edge(
    "two agents have each their own total",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "may", { totalMax: 50 }))
      t.must(t.mandate("ann", "moe", { totalMax: 50 }))
      return ["may", "moe", "may"].map((byId) => t.say(t.move("Pay", "ann", "bo", 50, { byId })))
    },
    ["ok", "ok", "MandateExceeded"]
  )
  edge(
    "the owner's own spending uses no mandate",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "ann", { totalMax: 10, perTransferMax: 10 }))
      const answer = t.post(t.move("Pay", "ann", "bo", 50, { byId: "ann" }))
      return [
        answer.ok && answer.event.kind === "Transferred" ? answer.event.isByMandate : "refused",
        t.account("ann")?.mandates[0]?.usedAmount
      ]
    },
    [false, 0]
  )
  edge(
    "as much as possible is checked by what is asked and counted by what moved",
    (t) => {
      t.fund("ann", 20)
      t.must(t.mandate("ann", "may", { perTransferMax: 50, totalMax: 100 }))
      const say = (amount: number) =>
        t.say(t.move("Pay", "ann", "bo", amount, { byId: "may", mode: "UpTo" }))
      return [say(51), say(50), t.account("ann")?.mandates[0]?.usedAmount]
    },
    ["MandateExceeded", "ok", 20]
  )
  edge(
    "a hold by an agent counts when placed, not again when captured, and is not given back",
    (t) => {
      t.fund("ann", 500)
      t.must(t.mandate("ann", "may", { perTransferMax: 60, totalMax: 100 }))
      const held = t.must(t.hold("ann", 60, { byId: "may", credit: "bo" }))
      t.must(t.capture(held, { byId: "may", amount: 10 }))
      return [t.account("ann")?.mandates[0]?.usedAmount, t.say(t.hold("ann", 41, { byId: "may" }))]
    },
    [60, "MandateExceeded"]
  )
  edge(
    "an agent is not the owner: he grants no mandates and closes nothing",
    (t) => {
      t.must(t.mandate("ann", "may"))
      return [
        t.say(t.mandate("ann", "moe", { byId: "may" })),
        t.say(t.close("ann", "bo", { byId: "may" })),
        t.say(t.mandate("ann", "moe", { byId: "ann" }))
      ]
    },
    ["NotPermitted", "NotPermitted", "ok"]
  )
  edge(
    "with a guardian, the guardian grants mandates and the owner does not",
    (t) => {
      t.must(t.guardian("ann", "gus"))
      return ["ann", "gus"].map((byId) => t.say(t.mandate("ann", "may", { byId })))
    },
    ["NotPermitted", "ok"]
  )
  edge(
    "a mandate for no kinds, or for kinds that are none, is refused",
    (t) => [
      t.say(t.mandate("ann", "may", { transferKinds: [] })),
      t.say(JSON.parse(JSON.stringify(t.mandate("ann", "may")).replace('"Pay"', '"Cash"'))),
      t.say(t.mandate("ann", "may", { untilSec: 1000 })),
      t.say(t.mandate("ann", "may", { totalMax: 0 }))
    ],
    ["FieldNotValid", "FieldNotValid", "EndNotLater", "AmountNotWhole"]
  )
})
