/** Edge cases of ids: repeats, reuse, look-alikes. */
import { describe, expect, test } from "vitest"
import { Ledger } from "../../src/index.ts"
import { aTown, edge, wordOf } from "./aTown.ts"

describe("rule: the same id with the same content is answered as before", () => {
  edge(
    "a repeat changes nothing",
    (t) => {
      const command = t.fund("ann", 10)
      return [t.say(command), t.available("ann")]
    },
    ["again: ok", 10]
  )
  edge(
    "a repeat gives the very same event, place in the log included",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      const [first, second] = [t.post(command), t.post(command)]
      return first.ok && second.ok ? [first.event, second.event].map((e) => e.sequence) : "refused"
    },
    [14, 14]
  )
  edge(
    "a retry with a new clock reading is the same command",
    (t) => {
      const command = t.fund("ann", 10)
      return t.say({ ...command, atSec: 5000 })
    },
    "again: ok"
  )
  edge(
    "a retry does not move the clock",
    (t) => {
      const command = t.fund("ann", 10)
      t.say({ ...command, atSec: 5000 })
      return Ledger.lastSec(t.ledger)
    },
    1000
  )
  edge(
    "a late copy of an old command is a repeat, not time going back",
    (t) => {
      const command = t.fund("ann", 10)
      t.clock.atSec = 2000
      t.fund("ann", 1)
      return t.say(command)
    },
    "again: ok"
  )
  edge(
    "a refused command stays refused though now it would pass",
    (t) => {
      const gift = t.move("Gift", "ann", "bo", 10)
      const before = t.say(gift)
      t.fund("ann", 10)
      return [before, t.say(gift), t.available("bo")]
    },
    ["Insufficient", "again: Insufficient", 0]
  )
  edge(
    "an accepted command stays accepted though now it would be refused",
    (t) => {
      t.fund("ann", 10)
      const gift = t.must(t.move("Gift", "ann", "bo", 10))
      t.must(t.freeze("ann"))
      return [t.say(gift), t.available("bo")]
    },
    ["again: ok", 10]
  )
  edge(
    "a mode that says what is meant anyway is no other content",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      return [t.say(command), t.say({ ...command, mode: "Exact" })]
    },
    ["ok", "again: ok"]
  )
  edge(
    "so it is for a hold, a capture and an opening that say what is meant anyway",
    (t) => {
      t.fund("ann", 10)
      const held = t.hold("ann", 5, { credit: "bo" })
      const captured = t.capture(held)
      const opened = t.open("new")
      t.must(t.group([held, captured, opened]))
      return [
        t.say({ ...held, isCreditOpen: false, mode: "Exact" }),
        t.say({ ...captured, remainder: "Release" }),
        t.say({ ...opened, guardianId: "" }),
        t.say({ ...held, isCreditOpen: true })
      ]
    },
    ["again: ok", "again: ok", "again: ok", "IdReused"]
  )
  edge(
    "fields in another order are the same content",
    (t) => {
      const { amount, ...rest } = t.move("Grant", "issuer", "ann", 10)
      return [t.say({ ...rest, amount }), t.say({ amount, ...rest })]
    },
    ["ok", "again: ok"]
  )
  edge(
    "an effective time that equals the recorded one is other content than none",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      return [t.say(command), t.say({ ...command, effectiveSec: command.atSec })]
    },
    ["ok", "IdReused"]
  )
  edge(
    "a refusal for going back in time is kept for that id, a new id passes",
    (t) => {
      const late = t.move("Grant", "issuer", "ann", 1, { atSec: 999 })
      return [
        t.say(late),
        t.say({ ...late, atSec: 1000 }),
        t.say({ ...late, id: "new", atSec: 1000 })
      ]
    },
    ["TimeWentBack", "again: TimeWentBack", "ok"]
  )
})

describe("rule: an id belongs to one command", () => {
  edge(
    "another amount under the same id is refused and moves nothing",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      return [t.say(command), t.say({ ...command, amount: 11 }), t.available("ann")]
    },
    ["ok", "IdReused", 10]
  )
  edge(
    "an id is not free again after a refusal",
    (t) => {
      const gift = t.move("Gift", "ann", "bo", 10)
      return [t.say(gift), t.say({ ...gift, amount: 1 })]
    },
    ["Insufficient", "IdReused"]
  )
  edge(
    "another kind of command under the same id is refused",
    (t) => {
      t.must(t.move("Grant", "issuer", "ann", 10, { id: "same" }))
      return [t.say({ ...t.hold("ann", 5), id: "same" }), t.say({ ...t.close("ann"), id: "same" })]
    },
    ["IdReused", "IdReused"]
  )
  edge(
    "another actor under the same id is other content",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      return [t.say(command), t.say({ ...command, byId: "desk" })]
    },
    ["ok", "IdReused"]
  )
  edge(
    "a refusal as reused is not itself remembered",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      return [t.say(command), t.say({ ...command, amount: 11 }), t.say(command)]
    },
    ["ok", "IdReused", "again: ok"]
  )
  edge(
    "a reused id takes no place in the log",
    (t) => {
      const command = t.move("Grant", "issuer", "ann", 10)
      t.say(command)
      const before = Ledger.sequenceNext(t.ledger)
      t.say({ ...command, amount: 11 })
      return Ledger.sequenceNext(t.ledger) - before
    },
    0
  )
  edge(
    "the id of a group and of its members are taken",
    (t) => {
      const inner = t.move("Grant", "issuer", "ann", 10, { id: "inner" })
      t.must(t.group([inner], { id: "outer" }))
      return [
        t.say(t.move("Grant", "issuer", "ann", 9, { id: "outer" })),
        t.say(t.move("Grant", "issuer", "ann", 9, { id: "inner" }))
      ]
    },
    ["IdReused", "IdReused"]
  )
  edge(
    "an account, a cause and a command may have the same name",
    (t) => t.say(t.move("Earn", "issuer", "ann", 10, { id: "ann", causeId: "ann" })),
    "ok"
  )
})

describe("rule: ids are 1 to 120 printable ASCII characters, compared exactly", () => {
  const bad: ReadonlyArray<readonly [string, string]> = [
    ["empty", ""],
    ["with a space", "a b"],
    ["in Chinese", "订单一"],
    ["with a combining letter", "e\u0301"],
    ["with a zero-width space", "a\u200b"],
    ["with a line break", "a\n"],
    ["with a null", "a\u0000"],
    ["of 121 characters", "x".repeat(121)]
  ]
  for (const [name, id] of bad) {
    edge(`an id ${name} is refused`, (t) => [t.say({ ...t.open("new"), id }), t.account("new")], [
      "IdNotValid",
      undefined
    ])
  }
  edge(
    "a command whose id cannot be read is not remembered",
    (t) => {
      const command = { ...t.open("new"), id: "" }
      return [t.say(command), t.say(command)]
    },
    ["IdNotValid", "IdNotValid"]
  )
  edge(
    "an id of 120 characters is fine",
    (t) => t.say({ ...t.open("new"), id: "x".repeat(120) }),
    "ok"
  )
  edge(
    "ids that differ in one character, in case or by a prefix are different",
    (t) =>
      ["order-1", "order-2", "Order-1", "order-", "order-11", "0rder-1"].map((id) =>
        t.say(t.move("Grant", "issuer", "ann", 1, { id }))
      ),
    ["ok", "ok", "ok", "ok", "ok", "ok"]
  )
  edge(
    "names of objects' own parts are ids like any other",
    (t) =>
      ["__proto__", "constructor", "toString", "hasOwnProperty", "0", "-1", "NaN"].map((id) =>
        [t.say(t.open(id, "Person", { id })), t.say(t.move("Grant", "issuer", id, 1))].join()
      ),
    Array(7).fill("ok,ok")
  )
  edge(
    "an id shaped like a sortable id and the same in small letters are different",
    (t) =>
      [
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01arz3ndektsv4rrffq69g5fav",
        "01ARZ3NDEKTSV4RRFFQ69G5FAW"
      ].map((id) => t.say(t.move("Grant", "issuer", "ann", 1, { id }))),
    ["ok", "ok", "ok"]
  )
  edge(
    "letters that some alphabets read alike keep their ids apart",
    (t) =>
      [
        "01ARZ3NDEKTSV4RRFFQ69G5FA0",
        "01ARZ3NDEKTSV4RRFFQ69G5FAO",
        "01ARZ3NDEKTSV4RRFFQ69G5FAI"
      ].map((id) => t.say(t.move("Grant", "issuer", "ann", 1, { id }))),
    ["ok", "ok", "ok"]
  )
  edge(
    "26 characters beyond the range of a sortable id do not collide with those inside it",
    (t) =>
      [
        "0000000000000000000000000A",
        "8000000000000000000000000A",
        "Z000000000000000000000000A"
      ].map((id) => t.say(t.move("Grant", "issuer", "ann", 1, { id }))),
    ["ok", "ok", "ok"]
  )

  test("20,000 ids that differ in few bits are all known again, and no other", () => {
    const town = aTown()
    const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    const idOf = (index: number): string => {
      const tail = [index & 31, (index >> 5) & 31, (index >> 10) & 31]
      return `01ARZ3NDEKTSV4RRFFQ69G${tail.map((digit) => letters[digit]).join("")}${index % 2}`
    }
    const known = new Set<string>()
    for (let index = 0; index < 20_000; index++) {
      const id = idOf(index)
      const word = town.say(town.move("Grant", "issuer", "ann", 1, { id }))
      expect(word).toBe(known.has(id) ? "again: ok" : "ok")
      known.add(id)
    }
    expect(town.available("ann")).toBe(known.size)
    const missing = Ledger.answerOf(town.ledger, "01ARZ3NDEKTSV4RRFFQ69G9999")
    expect(missing === undefined ? "unknown" : wordOf(missing)).toBe("unknown")
  })
})
