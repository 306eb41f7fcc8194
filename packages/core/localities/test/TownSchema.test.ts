import { describe, expect, it } from "vitest"
import { TownSchema } from "../src/index.ts"
import { willow } from "./willow.ts"

const season = {
  kind: "season",
  fromMonth: 11,
  fromDay: 15,
  untilMonth: 3,
  untilDay: 15,
  source: { kind: "public", source: "Heating rules of Willow, 2024" }
} as const

const pathsOf = (change: Readonly<Record<string, unknown>>): ReadonlyArray<string> => {
  const parsed = TownSchema.parse({ ...willow, ...change })
  return parsed.ok ? [] : parsed.problems.map(({ path }) => path)
}

describe("settings of a town", () => {
  it("are read as they are, without the address of a schema", () => {
    expect(TownSchema.parse({ $schema: "x", ...willow })).toEqual({ ok: true, town: willow })
    const heated = { ...willow, heatingSeason: season }
    expect(TownSchema.parse(heated)).toEqual({ ok: true, town: heated })
  })

  it.each([
    ["id", { id: "Willow" }],
    ["id", { id: "" }],
    ["id", { id: "longxian" }],
    ["zone", { zone: "+08:00" }],
    ["profileId", { profileId: "six" }],
    ["year", { year: 24 }],
    ["name.zh", { name: { en: "Willow", zh: "" } }],
    ["personsPerHousehold.value", { personsPerHousehold: { value: 0, source: willow.source } }],
    ["personsPerHousehold.source", { personsPerHousehold: { value: 2 } }],
    ["source.reason", { source: { kind: "assumed" } }],
    ["source.phrase", { source: { kind: "reported", report: "A report" } }],
    ["source", { source: { kind: "derived", formula: "1 + 1" } }],
    ["heatingSeason.fromMonth", { heatingSeason: { ...season, fromMonth: 13 } }],
    ["heatingSeason.untilDay", { heatingSeason: { ...season, untilMonth: 2, untilDay: 30 } }],
    ["heatingSeason.reason", { heatingSeason: { kind: "none" } }],
    ["owner", { owner: "me" }]
  ])("name the path %s where it is wrong", (path, change) => {
    expect(pathsOf(change)).toEqual([path])
  })

  it("take 29 February and a household of any size above 0", () => {
    const leap = { ...season, untilMonth: 2, untilDay: 29 }
    const source = willow.source
    expect(pathsOf({ heatingSeason: leap, personsPerHousehold: { value: 0.1, source } })).toEqual(
      []
    )
  })

  it("that are no record are refused", () => {
    for (const input of [null, [], "town", 7]) {
      expect(TownSchema.parse(input)).toMatchObject({ ok: false, problems: [{ path: "" }] })
    }
  })
})
