import { describe, expect, test } from "vitest"
import { BonusPreset, type BonusRules, BonusRulesSchema, SourcedDecimal } from "../src/index.ts"

const number = (value: string) => SourcedDecimal.assumed(value, "for this test")

/** Rules by place, with a cap: the other shapes of a file. */
const byPlace: BonusRules.BonusRules = {
  ...BonusPreset.helong,
  basis: {
    kind: "ByPlace",
    steps: [
      { placeLast: number("3"), weight: number("2") },
      { placeLast: number("10"), weight: number("1") }
    ]
  },
  overlap: "PayBoth",
  capFen: number("500000")
}

const byBand: BonusRules.BonusRules = {
  ...byPlace,
  basis: { kind: "ByBand", weights: [{ bandId: "excellent", weight: number("1.5") }] }
}

describe("bonus rules as files", () => {
  test.each([BonusPreset.helong, byPlace, byBand])(
    "read back as they were written ($basis.kind)",
    (rules) => {
      const text = JSON.stringify(BonusRulesSchema.toFile(rules))
      expect(BonusRulesSchema.parse(JSON.parse(text))).toEqual({ ok: true, rules })
    }
  )

  test("name every field that is missing, unknown or of the wrong type", () => {
    const { note: _, ...rest } = { ...byPlace, overlap: "Luck", bonus: 1, floorFen: 5 }
    const parsed = BonusRulesSchema.parse({ format: "wangge-bonus-rules", version: 1, rules: rest })
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path).sort()).toEqual([
      "rules.bonus",
      "rules.floorFen",
      "rules.note",
      "rules.overlap"
    ])
  })

  test("another format or version is one problem", () => {
    for (const head of [
      { format: "wangge-scenario", version: 1 },
      { format: "wangge-bonus-rules", version: 2 }
    ]) {
      const parsed = BonusRulesSchema.parse({ ...head, rules: byPlace })
      expect(parsed.ok ? 0 : parsed.problems.length).toBe(1)
    }
  })

  test("a number without a provenance is refused", () => {
    const parsed = BonusRulesSchema.parse({
      format: "wangge-bonus-rules",
      version: 1,
      rules: { ...byPlace, leadFactor: { value: "1" } }
    })
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual([
      "rules.leadFactor.provenance"
    ])
  })

  test("the schema refuses what is not named in it", () => {
    expect(BonusRulesSchema.jsonSchema()).toMatchObject({
      $id: "https://example.invalid/wangge/schemas/bonus-rules.schema.json"
    })
  })
})
