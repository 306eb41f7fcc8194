import { describe, expect, test } from "vitest"
import {
  Digest,
  Erasure,
  Journal,
  JournalReading,
  Ledger,
  LedgerRules,
  PartyRegister
} from "../src/index.ts"
import { firstHalf, made } from "./aJournal.ts"
import { policy } from "./refusalExamples.ts"
import { sha256 } from "./sha256.ts"

const registered = () =>
  PartyRegister.of([
    { partyId: "p-li", name: "Li Xiaoming", contact: "13800000000" },
    { partyId: "p-wang", name: "Wang Fang", contact: "" }
  ])

describe("erasing a person", () => {
  test("takes the name, and leaves the books, the heads and the answers as they were", () => {
    const { chain, ledger } = made()
    const head = Digest.toHex(chain.head)
    const before = Journal.toText(chain, ledger)
    const erased = PartyRegister.erase(registered(), "p-li", 2000)
    if (!erased.ok) throw new Error(erased.problem.code)

    const after = Journal.toText(chain, ledger)
    expect(after).toBe(before)
    const report = JournalReading.ofText(sha256, after, [head])
    expect(report.ok && report.isSound).toBe(true)
    const copy = Erasure.copyFor(ledger, erased.register, "p-li")
    expect(copy.particulars).toBeUndefined()
    expect(copy.statements.length).toBeGreaterThan(0)
  })

  test("says of everything that is kept whether it goes", () => {
    expect(Erasure.afterwards.filter(({ isErased }) => isErased).map(({ what }) => what)).toEqual([
      "name, contact"
    ])
    for (const { label } of Erasure.afterwards) {
      expect(label.en).not.toBe("")
      expect(label.zh).not.toBe("")
    }
  })
})

describe("the copy for a person", () => {
  const { ledger } = made()
  const copy = Erasure.copyFor(ledger, registered(), "p-li")

  test("holds particulars, own statements and own commands", () => {
    expect(copy.particulars).toEqual({ name: "Li Xiaoming", contact: "13800000000" })
    expect(copy.statements.map(({ account }) => account)).toEqual(["li", "li-points"])
    const own = firstHalf.filter(({ byId }) => byId === "p-li").map(({ id }) => id)
    expect(copy.commandIds).toEqual(expect.arrayContaining(own))
    expect(copy.commandIds).not.toContain("grant")
  })

  test("shows nothing of another person's accounts and no other name", () => {
    const text = JSON.stringify(copy)
    expect(text).not.toContain("Wang Fang")
    expect(copy.statements.some(({ account }) => account === "wang")).toBe(false)
  })

  test("names what somebody may do for others", () => {
    const rules = LedgerRules.compile(policy)
    const own = Ledger.make()
    Ledger.postBatch(rules, own, [
      ...firstHalf.slice(0, 8),
      {
        action: "GrantMandate",
        id: "mandate",
        atSec: 20,
        byId: "p-li",
        account: "li",
        agentId: "p-wang",
        transferKinds: ["Gift"],
        perTransferMax: 5,
        totalMax: 5,
        untilSec: 99
      },
      {
        action: "SetGuardian",
        id: "guardian",
        atSec: 21,
        byId: "office",
        account: "li-points",
        guardianId: "p-wang"
      }
    ])
    const forWang = Erasure.copyFor(own, registered(), "p-wang")
    expect(forWang).toMatchObject({ mandateOf: ["li"], guardianOf: ["li-points"] })
    expect(forWang.statements.map(({ account }) => account)).toEqual(["wang"])
  })

  test("of somebody unknown is empty", () => {
    expect(Erasure.copyFor(ledger, registered(), "p-nobody")).toEqual({
      partyId: "p-nobody",
      particulars: undefined,
      statements: [],
      guardianOf: [],
      mandateOf: [],
      commandIds: []
    })
  })
})
