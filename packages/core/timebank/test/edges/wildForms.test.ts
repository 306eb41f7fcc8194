/**
 * Edge cases of form, all of them at once: every field of every command, replaced by values that no
 * type allows and some caller will send. Nothing may throw, and what is refused leaves no trace but
 * its answer.
 */
import { describe, expect, test } from "vitest"
import { Ledger, LedgerCheck, type LedgerCommand } from "../../src/index.ts"
import * as Laws from "../Ledger.properties.ts"
import { aTown, type Town, wordOf } from "./aTown.ts"

const wild: ReadonlyArray<unknown> = [
  ...[null, true, false, 5, -5, 0.5, Number.NaN, 2 ** 60, 10n, Symbol.iterator],
  ...["", " ", "x", "Cash", "__proto__", "订单", "a".repeat(600)],
  ...[[], [null], ["Pay"], {}, { length: 3 }, () => 1, new Date(0), new Map()]
]

/** One good command of every action that stands alone. */
const goodOnes = (town: Town): ReadonlyArray<LedgerCommand.Single> => {
  town.fund("ann", 100, { lapseSec: 5000 })
  const held = town.must(town.hold("ann", 10, { credit: "bo" }))
  const times = { effectiveSec: 900 }
  return [
    town.open("new", "Person", { guardianId: "gus", ceiling: 100 }),
    town.limits("bo", { floor: -5 }),
    town.freeze("cai"),
    town.unfreeze("cai"),
    town.close("home", "cai"),
    town.guardian("bo", "gus"),
    town.mandate("ann", "may"),
    town.revoke("ann", "may"),
    town.move("Grant", "issuer", "ann", 5, {
      ...times,
      ...{ lapseSec: 6000, mode: "UpTo", causeId: "o-1", beneficiaryId: "bo", correctsId: "c-1" }
    }),
    town.hold("ann", 5, { credit: "bo", isCreditOpen: true, mode: "UpTo", expiresSec: 7000 }),
    town.capture(held, { ...times, amount: 3, credit: "bo", remainder: "Keep", lapseSec: 6000 }),
    town.release(held),
    town.reverse({ id: "n-15" }, { ...times, amount: 1 }),
    town.expire("ann", 900)
  ]
}

const formCodes = ["FieldNotValid", "AmountNotWhole", "TimeNotWhole", "IdNotValid"]

/** A command as it would come from outside, past the types. */
const bent = <C extends LedgerCommand.LedgerCommand>(
  command: C,
  field: string,
  value: unknown
): C => Object.assign({}, command, { [field]: value })

describe("rule: whatever a field holds, the answer is a refusal of form or a decision", () => {
  const fieldsOf = (command: LedgerCommand.LedgerCommand): ReadonlyArray<string> =>
    Object.keys(command).filter((field) => field !== "action")
  for (const place of goodOnes(aTown()).keys()) {
    const name = goodOnes(aTown())[place]?.action ?? ""
    test(`${name}: no value of any field throws, and a refusal changes no books`, () => {
      const town = aTown()
      const command = goodOnes(town)[place]
      if (command === undefined) throw new Error("no command")
      const refusals: Array<string> = []
      for (const field of fieldsOf(command)) {
        for (const value of wild) {
          const copy = Ledger.copyOf(town.ledger)
          const before = Laws.booksOf(copy)
          const odd = bent({ ...command, id: `${command.id}-${refusals.length}` }, field, value)
          const answer = Ledger.post(town.rules, copy, odd)
          refusals.push(wordOf(answer))
          if (!answer.ok) expect(Laws.booksOf(copy)).toEqual(before)
          expect(LedgerCheck.problems(copy)).toEqual([])
          const again = Ledger.post(town.rules, copy, odd)
          const isKept = answer.ok || answer.rejection.code !== "IdNotValid"
          expect([again.ok, again.isRepeated]).toEqual([answer.ok, isKept])
        }
      }
      expect(refusals.filter((word) => formCodes.includes(word)).length).toBeGreaterThan(30)
    })

    test(`${name}: nor does it inside a group, which is then undone`, () => {
      const town = aTown()
      const command = goodOnes(town)[place]
      if (command === undefined) throw new Error("no command")
      const first = town.move("Grant", "issuer", "bo", 7)
      for (const field of fieldsOf(command)) {
        for (const value of wild) {
          const copy = Ledger.copyOf(town.ledger)
          const before = Laws.booksOf(copy)
          const group = town.group([first, bent(command, field, value)])
          const answer = Ledger.post(town.rules, copy, group)
          if (!answer.ok) expect(Laws.booksOf(copy)).toEqual(before)
          expect(LedgerCheck.problems(copy)).toEqual([])
          expect(Ledger.post(town.rules, copy, group).isRepeated).toBe(true)
        }
      }
    })
  }
})

describe("rule: an action that is none is a slip of the program, and leaves the ledger as it was", () => {
  const none = (town: Town): LedgerCommand.Single =>
    bent(town.move("Grant", "issuer", "ann", 1), "action", "Print")

  test("alone it throws a RangeError and the ledger goes on", () => {
    const town = aTown()
    const before = Ledger.copyOf(town.ledger)
    expect(() => town.post(none(town))).toThrow(RangeError)
    Laws.equal(before, town.ledger)
    expect(town.say(town.move("Grant", "issuer", "ann", 1))).toBe("ok")
  })

  test("behind a good member of a group too", () => {
    const town = aTown()
    const before = Ledger.copyOf(town.ledger)
    const group = town.group([town.move("Grant", "issuer", "ann", 5), none(town)])
    expect(() => town.post(group)).toThrow(RangeError)
    Laws.equal(before, town.ledger)
    expect(town.available("ann")).toBe(0)
    expect(town.say(town.move("Grant", "issuer", "ann", 1))).toBe("ok")
    expect(LedgerCheck.problems(town.ledger)).toEqual([])
  })

  for (const [name, commands] of [
    ["nothing at all", undefined],
    ["null", null],
    ["a text", "commands"],
    ["a list of nothing", [undefined]],
    ["a list of null", [null]],
    ["a list of texts", ["x"]]
  ] as const) {
    test(`a group of ${name} is refused or thrown out, and nothing happens`, () => {
      const town = aTown()
      const before = Laws.booksOf(town.ledger)
      const group = bent(town.group([]), "commands", commands)
      let word = "thrown"
      try {
        word = town.say(group)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
      expect(word).not.toBe("ok")
      expect(Laws.booksOf(town.ledger)).toEqual(before)
      expect(town.say(town.move("Grant", "issuer", "ann", 1))).toBe("ok")
      expect(LedgerCheck.problems(town.ledger)).toEqual([])
    })
  }
})
