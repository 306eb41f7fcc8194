import { NumberText, Table } from "@wangge/report"
import { Outcome } from "@wangge/simulator"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { aStudy } from "./aStudy.ts"

describe("align", () => {
  const columns = [
    { head: "name", align: "left" },
    { head: "人数", align: "right" }
  ] as const

  test("lines up Chinese and Latin cells by the columns they take", () => {
    expect(
      Table.align(columns, [
        ["网格员", "269"],
        ["leads", "69"]
      ])
    ).toBe("name    人数\n──────  ────\n网格员   269\nleads     69\n")
  })

  test("every line of right-aligned last cells is equally wide, whatever the cells", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "grapheme" }), fc.nat().map(String)), { minLength: 1 }),
        (rows) => {
          const lines = Table.align(columns, rows).trimEnd().split("\n")
          expect(lines).toHaveLength(rows.length + 2)
          expect(new Set(lines.map(Table.widthOf)).size).toBe(1)
        }
      ),
      { numRuns: 200, seed: 5 }
    )
  })

  test("a cell cannot move the cursor or break its line", () => {
    const text = Table.align(columns, [["a\nb\u001b[2J\tc", "1"]])
    expect(text.split("\n")).toHaveLength(4)
    expect(text).toContain("a b [2J c")
  })

  test("a missing cell is empty", () => {
    expect(Table.align(columns, [["only"]])).toBe("name  人数\n────  ────\nonly\n")
  })
})

describe("toText", () => {
  test("prints every outcome once, in the study's order, in both languages", () => {
    const study = aStudy()
    for (const lang of ["en", "zh"] as const) {
      const lines = Table.toText(study, lang).split("\n").slice(4)
      for (const [index, id] of Outcome.ids.entries()) {
        expect(lines[index]?.endsWith(` ${id}`)).toBe(true)
        expect(lines[index]?.startsWith(Outcome.find(id)?.label[lang] ?? "?")).toBe(true)
        const { mean, unit, halfWidth } = study.outcomes[index]!
        const digits = NumberText.digits(unit, halfWidth)
        expect(lines[index]).toContain(NumberText.ofUnit({ value: mean, unit, digits }, lang))
      }
    }
  })

  test("shows missing means and intervals as none, notes and the run hash below", () => {
    const study = aStudy({ runCount: 1 })
    const first = study.outcomes[0]!
    const text = Table.toText({ ...study, outcomes: [{ ...first, mean: null }] }, "en")
    expect(text).toMatch(/Cases raised +none +none +cases/)
    expect(text).toContain("Note: A note of the run.")
    expect(text).toContain("Run hash 0123456789abcdef")
    expect(text).not.toContain("◆")
    expect(Table.toText(study, "zh")).toContain("◆")
  })
})
