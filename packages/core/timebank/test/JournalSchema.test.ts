import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  JournalHead,
  JournalLine,
  JournalSchema,
  LedgerCommand,
  type LedgerEvent,
  LedgerRejection,
  LedgerRules
} from "../src/index.ts"

const head = JournalHead.make({ ledgerId: "demo", zone: "Asia/Shanghai", policy: LedgerRules.base })
const order = { id: "c-1", atSec: 60, byId: "p-1" } as const
const gift: LedgerCommand.Transfer = {
  action: "Transfer",
  ...order,
  transferKind: "Gift",
  unit: "hours",
  debit: "a-1",
  credit: "a-2",
  amount: 30
}
const given: LedgerEvent.LogEntry = {
  kind: "Transferred",
  sequence: 4,
  command: gift,
  amount: 30,
  isByMandate: false
}
const lineOf = (entry: unknown): string => JSON.stringify({ line: "Entry", check: "00", entry })

const problemsOf = (text: string): ReadonlyArray<string> => {
  const parsed = JournalSchema.parseLine(text)
  return parsed.ok ? [] : parsed.problems.map(({ path, expected }) => `${path}: ${expected}`)
}

/** Any refusal: its values may be of no list, and numbers that are none. */
const anyNumber = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constantFrom(-0, 2 ** 60))
const refused: fc.Arbitrary<LedgerEvent.LogEntry> = fc
  .record({ amount: anyNumber, atSec: anyNumber, lapseSec: anyNumber, text: fc.string() })
  .map(({ amount, atSec, lapseSec, text }) => ({
    kind: "Refused",
    sequence: 7,
    command: { ...gift, amount, atSec, lapseSec, causeId: text, debit: text },
    rejection: {
      code: "AmountNotWhole",
      action: "Transfer",
      id: "c-1",
      subject: text,
      found: amount,
      expected: text,
      index: -1,
      members: []
    }
  }))

describe("the first line", () => {
  test("is read as it was written", () => {
    expect(JournalSchema.parseHead(JournalLine.contentText(head))).toEqual({
      ok: true,
      value: head
    })
  })

  test.each([
    ["", "", "one JSON object on one line"],
    ["{", "", "one JSON object on one line"],
    ["[]", "", "a JSON object: a journal"],
    ["{}", "format", '"wangge-timebank-journal"'],
    [JSON.stringify({ ...head, version: 2 }), "version", "1 (the version"],
    [JSON.stringify({ ...head, more: 1 }), "more", "no field of this name"],
    [JSON.stringify({ ...head, zone: "Asia/Atlantis" }), "zone", "the IANA name"],
    [JSON.stringify({ ...head, ledgerId: "two words" }), "ledgerId", "printable ASCII"],
    [
      JSON.stringify({ ...head, policy: { ...LedgerRules.base, shortfall: "Forgive" } }),
      "policy.shortfall",
      '"Refuse"'
    ],
    [
      JSON.stringify({
        ...head,
        policy: {
          ...LedgerRules.base,
          operators: [
            { partyId: "o", rights: [] },
            { partyId: "o", rights: [] }
          ]
        }
      }),
      "policy.operators",
      "every operator once"
    ],
    [
      JSON.stringify({
        ...head,
        policy: {
          ...LedgerRules.base,
          ceilings: [{ unit: "hours", accountKind: "Person", ceiling: 0.5 }]
        }
      }),
      "policy.ceilings.0.ceiling",
      "a whole number from 0"
    ]
  ])("is refused with the place named: %s", (text, path, expected) => {
    const parsed = JournalSchema.parseHead(text)
    const [first] = parsed.ok ? [] : parsed.problems
    expect(first).toMatchObject({ path, expected: expect.stringContaining(expected) })
  })

  test("a policy that is read can be compiled", () => {
    const parsed = JournalSchema.parseHead(JournalLine.contentText(head))
    expect(() => parsed.ok && LedgerRules.compile(parsed.value.policy)).not.toThrow()
  })
})

describe("a line", () => {
  test("an entry, a policy and a head are read as they were written", () => {
    const lines: ReadonlyArray<JournalLine.JournalLine> = [
      { line: "Entry", check: "00", entry: given },
      { line: "Batch", untilSequence: 5, head: "ab" },
      {
        line: "Policy",
        check: "01",
        change: { atSec: 3, byId: "board", policy: LedgerRules.base }
      }
    ]
    for (const line of lines) {
      expect(JournalSchema.parseLine(JournalLine.toText(line))).toEqual({ ok: true, value: line })
    }
  })

  test("a refusal keeps whatever was given, numbers that are none among it", () => {
    fc.assert(
      fc.property(refused, (entry) => {
        const text = JournalLine.toText({ line: "Entry", check: "00", entry })
        const parsed = JournalSchema.parseLine(text)
        expect(parsed).toEqual({ ok: true, value: { line: "Entry", check: "00", entry } })
      }),
      { numRuns: 300 }
    )
  })

  test("equal content has one text, however its fields are ordered", () => {
    const { amount, command, isByMandate, kind, sequence } = given
    const turned = { isByMandate, amount, command, sequence, kind }
    expect(JournalLine.contentText(turned)).toBe(JournalLine.contentText(given))
  })

  test.each([
    ["", ": one JSON object on one line"],
    ["nonsense", ": one JSON object on one line"],
    ["{}", "line: one of Entry, Policy, Batch"],
    ["null", "line: one of Entry, Policy, Batch"],
    ['{"line":"Batch","untilSequence":3}', "head: a value: the field is missing"],
    ['{"line":"Batch","untilSequence":3,"head":"","x":1}', "x: no field of this name"],
    [lineOf(undefined), "entry: a value: the field is missing"],
    [lineOf([]), "entry.kind: one of AccountOpened"],
    [lineOf({ ...given, kind: "Vanished" }), "entry.kind: one of AccountOpened"],
    [lineOf({ ...given, kind: undefined }), "entry.kind: one of AccountOpened"],
    [lineOf({ ...given, name: "Li" }), "entry.name: no field of this name"],
    [lineOf({ ...given, command: { ...gift, note: "" } }), "entry.command.note: no field"],
    [lineOf({ ...given, command: { ...gift, amount: "30" } }), "entry.command.amount: "],
    [lineOf({ ...given, command: { ...gift, mode: "Half" } }), 'entry.command.mode: "Exact"'],
    [lineOf({ ...given, command: { ...gift, transferKind: "Cash" } }), "transferKind: "],
    [lineOf({ ...given, command: { ...gift, transferKind: "Sweep" } }), "transferKind: "],
    [lineOf({ kind: "Refused", command: { action: "Steal" } }), "entry.command: a command with"],
    [lineOf({ kind: "Refused", command: gift }), "entry.sequence: a value: the field is missing"]
  ])("that is none is refused with the place named: %s", (text, problem) => {
    expect(problemsOf(text).join("\n")).toContain(problem)
  })

  test("a refused command is kept as it was given, whatever it was", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
        const command = { ...given, id: "c-1" }
        const rejection = { code: "FieldNotValid", action: "Steal", id: "c-1", subject: "action" }
        const more = { found: "Steal", expected: "", index: -1, members: [] }
        const entry = {
          kind: "Refused",
          sequence: 0,
          command,
          rejection: { ...rejection, ...more }
        }
        const parsed = JournalSchema.parseLine(lineOf(entry))
        const read = parsed.ok && parsed.value.line === "Entry" ? parsed.value.entry.command : {}
        expect(JSON.stringify(read)).toBe(JSON.stringify(command))
      })
    )
  })

  test("every code of a refusal and every kind of a list can be read", () => {
    for (const code of LedgerRejection.codes) {
      const entry = {
        kind: "Refused",
        sequence: 1,
        command: gift,
        rejection: {
          code,
          action: "Transfer",
          id: "c-1",
          subject: "",
          found: "",
          expected: 0,
          index: -1,
          members: []
        }
      }
      expect(problemsOf(lineOf(entry))).toEqual([])
    }
    expect(LedgerCommand.actions).toHaveLength(15)
  })
})
