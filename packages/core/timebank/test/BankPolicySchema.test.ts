import { readFileSync } from "node:fs"
import { BankPolicySchema, BankPreset } from "@wangge/timebank"
import { Ajv2020 } from "ajv/dist/2020.js"
import fc from "fast-check"
import { describe, expect, it } from "vitest"

const published = new URL("../../../../docs/schemas/bank-policy.schema.json", import.meta.url)
const presets = Object.values(BankPreset.all)
const fileOf = (policy: (typeof presets)[number]): Record<string, unknown> =>
  JSON.parse(JSON.stringify(BankPolicySchema.toFile(policy)))

describe("a policy file", () => {
  it("reads back what was written, for every preset", () => {
    for (const policy of presets) {
      expect(BankPolicySchema.parse(fileOf(policy))).toEqual({ ok: true, policy })
    }
  })

  it("of another format or version is said to be that", () => {
    const file = fileOf(BankPreset.base)
    const problems = [{ ...file, format: "wangge-town" }, { ...file, version: 2 }, 7].map((input) =>
      BankPolicySchema.parse(input)
    )
    expect(problems.map((parsed) => (parsed.ok ? "" : parsed.problems[0]?.path))).toEqual([
      "format",
      "version",
      ""
    ])
  })

  it("names the path, the value and what would be right", () => {
    const file = fileOf(BankPreset.base)
    const wrong = { ...file, excessTo: "Cash", surprise: 1 }
    const parsed = BankPolicySchema.parse(wrong)
    const found = parsed.ok ? [] : parsed.problems.map(({ path, value }) => [path, value])
    expect(found).toContainEqual(["excessTo", "Cash"])
    expect(found).toContainEqual(["surprise", 1])
  })

  it("is checked for sense after its structure", () => {
    const parsed = BankPolicySchema.parse({ ...fileOf(BankPreset.base), revision: 0 })
    expect(parsed).toEqual({
      ok: false,
      problems: [{ path: "revision", value: 0, expected: ">= 1" }]
    })
  })

  it("without any one field is refused with that field named", () => {
    const file = fileOf(BankPreset.base)
    const names = Object.keys(file).filter((name) => name !== "$schema")
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        const parsed = BankPolicySchema.parse({ ...file, [name]: undefined })
        expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toContain(name)
      }),
      { numRuns: 100 }
    )
  })
})

describe("the JSON Schema of policy files", () => {
  it("is the published one", () => {
    expect(JSON.parse(readFileSync(published, "utf8"))).toEqual(
      JSON.parse(JSON.stringify(BankPolicySchema.jsonSchema()))
    )
  })

  it("accepts every preset and refuses a list of cash", () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
      BankPolicySchema.jsonSchema()
    )
    for (const policy of presets) expect(validate(fileOf(policy))).toBe(true)
    const [soap] = BankPreset.base.redemption
    const cash = { ...fileOf(BankPreset.base), redemption: [{ ...soap, kind: "Cash" }] }
    expect(validate(cash)).toBe(false)
  })
})
