import { inspect } from "node:util"
import { describe, expect, test } from "vitest"
import { PartyProblem, PartyRegister } from "../src/index.ts"

const li = { name: "Li Xiaoming", contact: "13800000000" }
const register = PartyRegister.of([
  { partyId: "p-1", ...li },
  { partyId: "p-2", name: "Wang", contact: "" }
])

const changed = (result: PartyRegister.Changed): PartyRegister.PartyRegister => {
  if (!result.ok) throw new Error(result.problem.code)
  return result.register
}

describe("PartyRegister", () => {
  test("a name comes out for whoever opens the row, and in no other way", () => {
    expect(PartyRegister.open(register, "p-1")).toEqual({ ok: true, particulars: li })
    const shown = [
      JSON.stringify(register),
      inspect(register, { depth: 9, showHidden: true }),
      String(register.rows[0]),
      JSON.stringify(structuredClone(register)),
      JSON.stringify({ ...register.rows[0] })
    ].join("\n")
    expect(shown).not.toContain("Li Xiaoming")
    expect(shown).not.toContain("13800000000")
  })

  test("an erased party keeps its id and nothing else, in older registers too", () => {
    const before = PartyRegister.of([{ partyId: "p-1", ...li }])
    const after = changed(PartyRegister.erase(before, "p-1", 60))
    expect(after.rows).toEqual([{ partyId: "p-1", erasedSec: 60 }])
    for (const one of [before, after]) {
      expect(PartyRegister.open(one, "p-1")).toMatchObject({
        ok: false,
        problem: { code: "PartyErased" }
      })
    }
  })

  test("erasing one party leaves the others alone", () => {
    const both = PartyRegister.of([
      { partyId: "p-1", ...li },
      { partyId: "p-2", name: "Wang", contact: "" }
    ])
    const after = changed(PartyRegister.erase(both, "p-1", 60))
    expect(PartyRegister.open(after, "p-2")).toEqual({
      ok: true,
      particulars: { name: "Wang", contact: "" }
    })
  })

  test("a correction takes the place of what was there", () => {
    const before = PartyRegister.of([{ partyId: "p-1", ...li }])
    const corrected = { name: "Li Xiaoming", contact: "13900000000" }
    const after = changed(PartyRegister.correct(before, "p-1", corrected))
    expect(PartyRegister.open(after, "p-1")).toEqual({ ok: true, particulars: corrected })
    expect(PartyRegister.open(before, "p-1").ok).toBe(false)
  })

  test("an id never comes to mean somebody else, not even an erased one", () => {
    const erased = changed(
      PartyRegister.erase(PartyRegister.of([{ partyId: "p-1", ...li }]), "p-1", 60)
    )
    for (const one of [register, erased]) {
      const again = PartyRegister.add(one, "p-1", { name: "Other", contact: "" })
      expect(again).toMatchObject({ ok: false, problem: { code: "PartyKnown", subject: "p-1" } })
    }
    expect(PartyRegister.erase(erased, "p-1", 61)).toMatchObject({
      problem: { code: "PartyErased" }
    })
    expect(PartyRegister.correct(erased, "p-1", li)).toMatchObject({
      problem: { code: "PartyErased" }
    })
  })

  test("who is not there is unknown", () => {
    const problem = { code: "PartyUnknown", subject: "p-9" }
    expect(PartyRegister.open(register, "p-9")).toMatchObject({ problem })
    expect(PartyRegister.erase(register, "p-9", 0)).toMatchObject({ problem })
    expect(PartyRegister.correct(register, "p-9", li)).toMatchObject({ problem })
  })

  test("a copy of a row opens nothing", () => {
    const copy = { rows: register.rows.map((row) => ({ ...row })) }
    expect(PartyRegister.open(copy, "p-1").ok).toBe(false)
  })

  test("a party that comes twice is a mistake of the program", () => {
    const twice = [
      { partyId: "p-1", ...li },
      { partyId: "p-1", ...li }
    ]
    expect(() => PartyRegister.of(twice)).toThrow(RangeError)
  })

  test("every problem has words in both languages that name the id", () => {
    for (const code of PartyProblem.codes) {
      const words = PartyProblem.describe(PartyProblem.make(code, "p-1"))
      expect(words.en).toContain("p-1")
      expect(words.zh).toContain("p-1")
    }
  })
})
