import { readFileSync } from "node:fs"
import { Preset, ScenarioSchema } from "@wangge/simulator"
import { Ajv2020 } from "ajv/dist/2020.js"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { arbitraryScenario, aScenario } from "./aScenario.ts"
import { changed, removed } from "./changed.ts"

const published = new URL("../../../../docs/schemas/scenario.schema.json", import.meta.url)
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  ScenarioSchema.jsonSchema()
)

test("the published schema is the one that the code makes (npm run schemas)", () => {
  const text = `${JSON.stringify(ScenarioSchema.jsonSchema(), null, 2)}\n`
  expect(readFileSync(published, "utf8")).toBe(text)
})

describe("the schema", () => {
  test.each(["helong", "longxian"])(
    "accepts the preset of %s, with and without its address",
    (id) => {
      const scenario = Preset.find(id)
      expect(validate(scenario), JSON.stringify(validate.errors)).toBe(true)
      expect(validate({ $schema: ScenarioSchema.jsonSchema().$id, ...scenario })).toBe(true)
    }
  )

  test("accepts every scenario that the reader accepts", () => {
    fc.assert(
      fc.property(arbitraryScenario, (scenario) => {
        expect(validate(scenario), JSON.stringify(validate.errors)).toBe(true)
      }),
      { numRuns: 100, seed: 9 }
    )
  })

  test.each([
    ["demand.perThousandMonth.tickets", -1],
    ["staff.gridWorkers", 1.5],
    ["staff.gridworkers", 1],
    ["calendar.days", 0],
    ["calendar.shifts", []],
    ["calendar.shifts.0.from", "8:00"],
    ["calendar.startDate", "03.03.2025"],
    ["demand.hourShape", [1, 2, 3]],
    ["policy.shiftEnd", "overtime"],
    ["version", 2],
    ["shocks", [{ kind: "flood" }]]
  ])("rejects %s = %j, as the reader does", (path, value) => {
    const wrong = changed(aScenario(), path, value)
    expect(validate(wrong)).toBe(false)
    expect(ScenarioSchema.parse(wrong).ok).toBe(false)
  })

  test("rejects a missing field", () => {
    expect(validate(removed(aScenario(), "territory.grids"))).toBe(false)
  })

  test("has words for the fields that are numbers", () => {
    const text = JSON.stringify(ScenarioSchema.jsonSchema())
    expect(text).toContain("Hours one extension adds; 0 for none")
  })
})
