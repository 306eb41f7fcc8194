import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import { describe, expect, it, test } from "vitest"
import {
  EvaluationFactSchema,
  EvaluationPeriod,
  EvaluationPeriodSchema,
  EvaluationPreset,
  EvaluationRules,
  EvaluationRulesSchema
} from "../src/index.ts"
import { aFact, exact } from "./aFact.ts"

const published = (name: string): string =>
  readFileSync(new URL(`../../../../docs/schemas/${name}.schema.json`, import.meta.url), "utf8")

const validate = new Ajv2020({ strict: true, allowUnionTypes: true })
const isRules = validate.compile(EvaluationRulesSchema.jsonSchema())
const isFact = validate.compile(EvaluationFactSchema.jsonSchema())

test("the published schemas are those that the code makes (npm run schemas)", () => {
  const text = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`
  expect(published("evaluation-rules")).toBe(text(EvaluationRulesSchema.jsonSchema()))
  expect(published("evaluation-period")).toBe(text(EvaluationPeriodSchema.jsonSchema()))
  expect(published("evaluation-fact")).toBe(text(EvaluationFactSchema.jsonSchema()))
})

describe.each(EvaluationPreset.list.map((rules) => [rules.id, rules] as const))(
  "the file of %s",
  (_, rules) => {
    const asFile = (): unknown => JSON.parse(JSON.stringify(EvaluationRulesSchema.toFile(rules)))

    it("is read back as the same rules, with the same digest", () => {
      const parsed = EvaluationRulesSchema.parse(asFile())
      expect(parsed).toEqual({ ok: true, rules })
      const digests = [rules, parsed.ok ? parsed.rules : rules].map((some) => {
        const compilation = EvaluationRules.compile(some)
        return compilation.ok ? compilation.compiled.digest : ""
      })
      expect(digests[0]).toBe(digests[1])
    })

    it("is valid by the JSON Schema", () => {
      expect(isRules(asFile())).toBe(true)
    })
  }
)

describe("a file of rules", () => {
  const changed = (change: (rules: Record<string, unknown>) => void): unknown => {
    const file = JSON.parse(JSON.stringify(EvaluationRulesSchema.toFile(EvaluationPreset.helong)))
    change(file.rules)
    return file
  }
  const paths = (input: unknown): ReadonlyArray<string> => {
    const parsed = EvaluationRulesSchema.parse(input)
    return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
  }

  it("of another format or version says so before anything else", () => {
    expect(paths([])).toEqual([""])
    expect(paths({ format: "wangge-profile" })).toEqual(["format"])
    expect(paths({ format: EvaluationRulesSchema.format, version: 2 })).toEqual(["version"])
  })

  it("with a weight as a bare number, a field too many or one too few is refused with its place", () => {
    const bare = changed((rules) => {
      rules.parts = [{ indicatorId: "response", scale: {}, weight: 0.3 }]
    })
    expect(paths(bare)).toContain("rules.parts.0.weight")
    expect(isRules(bare)).toBe(false)
    const more = changed((rules) => {
      rules.bonus = 1
    })
    expect(paths(more)).toEqual(["rules.bonus"])
    expect(isRules(more)).toBe(false)
    const less = changed((rules) => {
      delete rules.unitKind
    })
    expect(paths(less)).toEqual(["rules.unitKind"])
    expect(isRules(less)).toBe(false)
  })
})

describe("a file of facts", () => {
  const fact = aFact("caseOnTime", "case-1", { id: "case-1/9/caseOnTime", causeId: "case-1/9" })
  const full = { ...fact, workerId: "w", typeId: "Noise", finderId: "w", matterId: "matter-7" }

  it("is read back as the same facts, short where nothing is said", () => {
    const rows = [fact, full].map((one): unknown =>
      JSON.parse(JSON.stringify(EvaluationFactSchema.toRow(one)))
    )
    expect(EvaluationFactSchema.parse(rows)).toEqual({ ok: true, facts: [fact, full] })
    expect(Object.keys(EvaluationFactSchema.toRow(fact))).toHaveLength(8)
    expect(rows.every((row) => isFact(row))).toBe(true)
  })

  it("names every problem by row and field", () => {
    const row = EvaluationFactSchema.toRow(fact)
    const parsed = EvaluationFactSchema.parse([
      row,
      { ...row, quantity: -1, atSec: "noon" },
      { ...row, id: "two words", gender: "f" },
      7
    ])
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path)
    expect(paths).toEqual(["2.atSec", "2.quantity", "3.gender", "3.id", "4"])
  })
})

describe("a file of an occasion", () => {
  const period = EvaluationPeriod.make({
    fromSec: 0,
    untilSec: 100,
    asOfSec: 130,
    units: [{ id: "unit-1", label: { en: "first", zh: "一" }, level: "grid" }],
    before: [
      {
        unitId: "unit-1",
        bandId: "good",
        points: [{ indicatorId: "satisfied", points: exact("250/3") }]
      }
    ]
  })

  it("is read back as the same occasion", () => {
    const file: unknown = JSON.parse(JSON.stringify(EvaluationPeriodSchema.toFile(period)))
    expect(EvaluationPeriodSchema.parse(file)).toEqual({ ok: true, period })
    expect(validate.compile(EvaluationPeriodSchema.jsonSchema())(file)).toBe(true)
  })

  it("names every problem by its place", () => {
    const paths = (change: object): ReadonlyArray<string> => {
      const parsed = EvaluationPeriodSchema.parse({
        format: EvaluationPeriodSchema.format,
        version: 1,
        period: { ...period, before: [], ...change }
      })
      return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
    }
    const entry = (points: unknown) => [
      { unitId: "unit-1", bandId: "", points: [{ indicatorId: "x", points }] }
    ]
    expect(paths({ asOfSec: 0.5 })).toEqual(["period.asOfSec"])
    expect(paths({ before: entry(80) })).toEqual(["period.before.0.points.0.points"])
    expect(paths({ before: entry("1/0") })).toEqual(["period.before.0.points.0.points"])
    expect(paths({ mood: "good" })).toEqual(["period.mood"])
  })
})
