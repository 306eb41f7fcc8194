import { Outcome } from "@wangge/simulator"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Objective } from "../src/index.ts"

const problemOf = (text: string): Objective.Problem => {
  const parsed = Objective.parse(text)
  if (parsed.ok) throw new Error(`${text} was read`)
  return parsed.problem
}

const objectives = fc
  .record({
    definition: fc.constantFrom(...Outcome.definitions),
    relation: fc.constantFrom(...Objective.relations),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    amount: fc.double({ min: 0, max: 1e9, noNaN: true })
  })
  .filter(({ share, amount }) => [share, amount].every((one) => one === 0 || one > 1e-60))
  .map(
    ({ definition, relation, share, amount }): Objective.Objective => ({
      outcome: definition.id,
      relation,
      // Adding zero makes -0 a plain 0: a promise knows no sign.
      bound: (definition.unit === "share" ? share : amount) + 0
    })
  )

describe("parse", () => {
  test("reads a bound on any outcome with each relation", () => {
    for (const { id } of Outcome.definitions) {
      for (const relation of Objective.relations) {
        expect(Objective.parse(`${id}${relation}0.5`)).toEqual({
          ok: true,
          objective: { outcome: id, relation, bound: 0.5 }
        })
      }
    }
  })

  test("reads a share as a number or as a percentage, to the same bound", () => {
    const expected = { outcome: "onTimeShare", relation: ">=", bound: 0.937 }
    for (const text of [
      "onTimeShare >= 0.937",
      "onTimeShare>=93.7%",
      "  onTimeShare  >=  93.7 % ",
      "onTimeShare >= 93.7%",
      "onTimeShare >= 9.37e1 %"
    ]) {
      expect(Objective.parse(text)).toEqual({ ok: true, objective: expected })
    }
  })

  test("takes a share of exactly 1 and refuses one above", () => {
    expect(Objective.parse("satisfaction < 100 %").ok).toBe(true)
    expect(Objective.parse("satisfaction < 1").ok).toBe(true)
    expect(problemOf("satisfaction < 1.0001").code).toBe("BoundNotAShare")
    expect(problemOf("satisfaction >= 90")).toMatchObject({
      code: "BoundNotAShare",
      field: "bound",
      value: "90"
    })
  })

  test("refuses a percentage of what is no share", () => {
    expect(problemOf("casesOpen < 5 %")).toMatchObject({ code: "PercentOfNoShare", value: "5 %" })
  })

  test("names every known outcome when one is unknown", () => {
    const problem = problemOf("onTime >= 0.9")
    expect(problem).toMatchObject({ code: "OutcomeUnknown", field: "outcome", value: "onTime" })
    for (const { id } of Outcome.definitions) expect(problem.expected.en).toContain(id)
  })

  test("names the grammar and the outcomes when nothing can be read", () => {
    for (const text of ["", "onTimeShare", "onTimeShare = 0.9", ">= 0.9", "onTimeShare >= -1"]) {
      const problem = problemOf(text)
      expect(problem).toMatchObject({ code: "PromiseUnreadable", value: text })
      expect(problem.expected.en).toContain(Objective.grammar.en)
      expect(problem.expected.zh).toContain(Objective.grammar.zh)
      expect(problem.expected.en).toContain("hoursToCloseP90")
    }
  })

  test("reads back what toText wrote", () => {
    fc.assert(
      fc.property(objectives, (objective) => {
        expect(Objective.parse(Objective.toText(objective))).toEqual({ ok: true, objective })
      }),
      { seed: 1, numRuns: 500 }
    )
  })

  test("never throws, and a problem always has words", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = Objective.parse(text)
        if (parsed.ok) return
        expect(Objective.problemText(parsed.problem, "en")).toContain("expected")
        expect(Objective.problemText(parsed.problem, "zh")).toContain("应为")
      }),
      { seed: 2, numRuns: 300 }
    )
  })
})

describe("isKept", () => {
  test("tells the bound itself apart by the relation", () => {
    const at = (relation: Objective.Relation, value: number): boolean =>
      Objective.isKept({ outcome: "onTimeShare", relation, bound: 0.9 }, value)
    expect([at(">=", 0.8999), at(">=", 0.9), at(">=", 0.9001)]).toEqual([false, true, true])
    expect([at(">", 0.8999), at(">", 0.9), at(">", 0.9001)]).toEqual([false, false, true])
    expect([at("<=", 0.8999), at("<=", 0.9), at("<=", 0.9001)]).toEqual([true, true, false])
    expect([at("<", 0.8999), at("<", 0.9), at("<", 0.9001)]).toEqual([true, false, false])
  })
})
