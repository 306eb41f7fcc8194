import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { PrivacyProblem, Purpose, View } from "../src/index.ts"
import { aPhone } from "./aReader.ts"

const intake = {
  category: { purposes: ["Handling", "Statistics", "Publication"], dataClass: "Ordinary" },
  point: { purposes: ["Routing", "Handling"], dataClass: "Whereabouts" },
  phone: { purposes: ["FollowUp"], dataClass: "Ordinary" }
} as const

const record = { category: "Noise", point: [116, 39], phone: aPhone("13800000000"), more: 1 }

describe("one entry, many uses", () => {
  test("a second use that asks for a field outside its purpose is refused, naming all three", () => {
    const made = View.of(intake, "Statistics", ["category", "phone"])
    expect(made).toEqual({
      ok: false,
      problems: [
        {
          code: "PurposeNotAllowed",
          subject: "phone",
          found: "Statistics",
          expected: "FollowUp"
        }
      ]
    })
    const words = made.ok ? [] : made.problems.map(PrivacyProblem.describe)
    expect(words).toEqual([
      {
        en: "The field phone may not be used for statistics; it was collected for follow-up.",
        zh: "字段phone不得用于“统计”,其收集目的为:回访。"
      }
    ])
  })

  test("a view gives its fields, and nothing that the record holds beside", () => {
    const made = View.of(intake, "Handling", ["category", "point"])
    if (!made.ok) throw new Error("refused")
    expect(View.read(made.view, record)).toEqual({ category: "Noise", point: [116, 39] })
  })

  test("a field that is not on the list is refused, inherited names too", () => {
    const open: View.Fields<string> = intake
    for (const name of ["name", "toString", "constructor"]) {
      const made = View.of(open, "Handling", [name])
      expect(made.ok ? [] : made.problems.map(({ code }) => code)).toEqual(["UnknownField"])
    }
  })

  test("a view is granted exactly when every field serves the purpose", () => {
    const names = fc.subarray(["category", "point", "phone"] as const)
    fc.assert(
      fc.property(names, fc.constantFrom(...Purpose.list), (asked, purpose) => {
        const made = View.of(intake, purpose, asked)
        const allowed = View.namesFor(intake, purpose)
        expect(made.ok).toBe(asked.every((name) => allowed.includes(name)))
        const outside = asked.filter((name) => !allowed.includes(name))
        expect(made.ok ? [] : made.problems.map(({ subject }) => subject)).toEqual(outside)
      }),
      { numRuns: 200 }
    )
  })
})

test("every problem has words in both languages, with nothing left to fill", () => {
  for (const code of PrivacyProblem.codes) {
    const said = PrivacyProblem.describe(PrivacyProblem.make(code, "phone", "Handling", "Intake"))
    expect(said.en).not.toMatch(/[{}\u4e00-\u9fff]/)
    expect(said.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(said.zh).not.toMatch(/[{}]/)
  }
})
